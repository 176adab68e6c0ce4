"""Where in statements phrases and words stand."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from ..archive import Archive
from ..index.cells import split_quotes
from ..queries.filter import Filter
from ..queries.rows import StatementRow
from ..queries.search import Term, matches, terms
from ..text.folding import spans, words

# From the folded words of a text: what was found, at which word, how many words long.
Finder = Callable[[list[str]], Iterator[tuple[str, int, int]]]


class Use(NamedTuple):
    """One use of a phrase: the words before it, its own as they stand there, and those after.

    `quoted` tells whether it stands between quotation marks, verbatim.
    """

    phrase: str
    left: str
    words: str
    right: str
    quoted: bool
    statement: StatementRow


def quoted_phrases(archive: Archive, status: tuple[str, ...]) -> Finder:
    """Finds the phrases of the archive: what paraphrases quote, each in its commonest spelling."""
    condition = archive.condition(Filter(form=("mixed",), status=status))
    sql = f"SELECT s.quotes FROM statement s WHERE {condition.sql} AND s.quotes <> ''"
    spellings: dict[tuple[str, ...], Counter[str]] = {}
    for (quotes,) in archive.connection.execute(sql, condition.values):
        for exact, _, _ in split_quotes(quotes):
            if key := tuple(words(exact)):
                spellings.setdefault(key, Counter())[" ".join(exact.split())] += 1
    return _phrase_finder(
        {
            key: min(counted, key=lambda each: (-counted[each], len(each), each))
            for key, counted in spellings.items()
        }
    )


def _phrase_finder(phrases: dict[tuple[str, ...], str]) -> Finder:
    sizes: dict[str, set[int]] = {}
    for key in phrases:
        sizes.setdefault(key[0], set()).add(len(key))

    def find(text: list[str]) -> Iterator[tuple[str, int, int]]:
        for start, word in enumerate(text):
            for size in sorted(sizes.get(word, ())):
                phrase = phrases.get(tuple(text[start : start + size]))
                if phrase is not None:
                    yield phrase, start, size

    return find


def searched_words(searches: Iterable[str]) -> Finder:
    """Finds what a user looks for, by the rules of a search; each term by itself."""
    wanted = {term: _label(search, term) for search in searches for term in terms(search)}

    def find(text: list[str]) -> Iterator[tuple[str, int, int]]:
        for start in range(len(text)):
            for term, label in wanted.items():
                size = len(term.words)
                if matches(term, text[start : start + size]):
                    yield label, start, size

    return find


def _label(search: str, term: Term) -> str:
    """What the user typed, if that is one term; else the term's own words."""
    return search.strip(' "“”') if terms(search) == [term] else " ".join(term.words)


def occurrences(searches: Iterable[str]) -> Callable[[str], Iterator[tuple[int, int]]]:
    """What finds the offsets at which searched words stand in a text, ends exclusive."""
    find = searched_words(searches)

    def found(text: str) -> Iterator[tuple[int, int]]:
        placed = list(spans(text))
        for _, start, size in find([word for word, _, _ in placed]):
            yield placed[start][1], placed[start + size - 1][2]

    return found


def counted(row: StatementRow, find: Finder, anywhere: bool) -> dict[str, tuple[int, int]]:
    """How often each phrase stands in a statement, and how often verbatim.

    Anywhere in its words, or only in those quoted.
    """
    if not (anywhere or row.quotations):
        return {}
    quotes = [words(quote.exact) for quote in row.quotes]
    quoted = Counter(label for text in quotes for label, _, _ in find(text))
    if not anywhere or is_whole(row):
        return {label: (times, times) for label, times in quoted.items()}
    times = Counter(label for label, _, _ in find(words(row.words)))
    return {label: (count, min(quoted[label], count)) for label, count in times.items()}


def is_whole(row: StatementRow) -> bool:
    """Whether the statement reads as its quotations, with no wording of the archive's around."""
    return row.form == "direct" or not row.summary


def uses(row: StatementRow, find: Finder, anywhere: bool) -> Iterator[Use]:
    """Each use in a statement with its context: the quotation, or the paraphrase around it."""
    for text, regions in _passages(row):
        found = list(spans(text))
        for label, start, size in find([word for word, _, _ in found]):
            first, last = found[start][1], found[start + size - 1][2]
            quoted = any(begin <= first and last <= end for begin, end in regions)
            if quoted or anywhere:
                yield Use(label, text[:first], text[first:last], text[last:], quoted, row)


def _passages(row: StatementRow) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Texts of a statement, and where in them words stand that are quoted."""
    exacts = [unicodedata.normalize("NFC", quote.exact) for quote in row.quotes]
    if is_whole(row):
        yield from ((exact, [(0, len(exact))]) for exact in exacts)
        return
    text = unicodedata.normalize("NFC", row.words)
    regions, reached = [], 0
    for exact in exacts:
        at = text.find(f"“{exact}”", reached)
        if at >= 0:
            reached = at + len(exact) + 2
            regions.append((at + 1, reached - 1))
    yield text, regions
