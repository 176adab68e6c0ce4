"""Every use of phrases and words in statements, with its context."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Any, NamedTuple

from ..archive import Archive
from ..index.packing import exacts_of
from ..model.attribution import NOBODY, chain
from ..model.wording import segments
from ..queries.filter import EVERYTHING, Filter
from ..queries.rows import StatementRow
from ..queries.search import Term, match_at, terms
from ..render.columns import MEDIUM, NO_MARKS, WIDE, Marks, View, chosen, field
from ..render.shapes import Context
from ..text.folding import spans, words
from ..text.marks import nfc
from .statements import SOURCE, STATEMENT_FIELDS, date_shown, source_line

Finder = Callable[[list[str]], Iterator[tuple[str, int, int]]]
"""Takes a text's folded words; yields each label found, its first word's index, its word count."""


class Use(NamedTuple):
    """One use of a phrase: the text before it, its words as written there, and the text after.

    `quoted` says whether it is between quotation marks, verbatim.
    """

    phrase: str
    left: str
    words: str
    right: str
    quoted: bool
    statement: StatementRow


def concordance(
    archive: Archive,
    query: Filter = EVERYTHING,
    *,
    words: tuple[str, ...] = (),
    sort: str = "-times",
    limit: int | None = None,
    by_act: bool = False,
) -> list[Use]:
    """Return each use of the archive's phrases, or of `words`, phrase by phrase, and by date.

    With `by_act`, uses in one report of each act. `sort` is a key of SORTS, with - for descending.
    """
    find = finder(archive, query, words)
    by_phrase: dict[str, list[Use]] = {}
    for row in archive.statements(query, by_act=by_act):
        # Most statements have no use, and counting words is quicker than locating them.
        if not counts_of(row, find, bool(words)):
            continue
        for use in uses(row, find, bool(words)):
            by_phrase.setdefault(use.phrase, []).append(use)
    groups = sorted(by_phrase.values(), key=lambda group: group[0].phrase.casefold())
    groups.sort(key=SORTS[sort.removeprefix("-")], reverse=sort.startswith("-"))
    return [use for group in groups for use in group][:limit]


SORTS: dict[str, Callable[[list[Use]], Any]] = {
    "times": len,
    "phrase": lambda group: group[0].phrase.casefold(),
    "first": lambda group: group[0].statement.date or "",
    "last": lambda group: group[-1].statement.date or "",
}


def finder(archive: Archive, query: Filter, words: tuple[str, ...]) -> Finder:
    """Return the finder of the words searched for; without any, of the archive's phrases."""
    return searched_words(words) if words else quoted_phrases(archive, query.status)


def quoted_phrases(archive: Archive, status: tuple[str, ...]) -> Finder:
    """Return the finder of the phrases that paraphrases quote, each in its commonest spelling."""
    condition = archive.condition(Filter(form=("mixed",), status=status))
    sql = (
        f"SELECT s.quotes FROM statement s WHERE {condition.sql}"
        " AND s.quotes <> '' AND s.translated_by IS NULL"
    )
    spellings: dict[tuple[str, ...], Counter[str]] = {}
    for (quotes,) in archive.connection.execute(sql, condition.values):
        for exact in exacts_of(quotes):
            if key := tuple(words(exact)):
                spellings.setdefault(key, Counter())[" ".join(exact.split())] += 1
    return _phrase_finder(
        {
            key: min(times, key=lambda spelling: (-times[spelling], len(spelling), spelling))
            for key, times in spellings.items()
        }
    )


def _phrase_finder(phrases: dict[tuple[str, ...], str]) -> Finder:
    # By the first two words, because many phrases share the first.
    sizes: dict[tuple[str, ...], set[int]] = {}
    for key in phrases:
        sizes.setdefault(key[:2], set()).add(len(key))
    ascending = {pair: sorted(of_pair) for pair, of_pair in sizes.items() if len(pair) == 2}

    def find(text: list[str]) -> Iterator[tuple[str, int, int]]:
        for start, pair in enumerate(zip(text, [*text[1:], ""], strict=True)):
            for size in (1, *ascending.get(pair, ())):
                key = tuple(text[start : start + size])
                # A slice beyond the end is shorter, and perhaps another phrase.
                if len(key) == size and key in phrases:
                    yield phrases[key], start, size

    return find


def searched_words(searches: Iterable[str]) -> Finder:
    """Return the finder of each term of some searches, by the rules of a search."""
    labels = {term: _label(search, term) for search in searches for term in terms(search)}

    def find(text: list[str]) -> Iterator[tuple[str, int, int]]:
        for start in range(len(text)):
            for term, label in labels.items():
                if size := match_at(term, text, start):
                    yield label, start, size

    return find


def _label(search: str, term: Term) -> str:
    """Return what the user typed, if that is one term; else the words of the term."""
    return search.strip(' "“”') if terms(search) == [term] else " ".join(term.words)


def occurrences(searches: Iterable[str]) -> Callable[[str], Iterator[tuple[int, int]]]:
    """Return a function that finds the offsets of searched words in a text, ends exclusive."""
    find = searched_words(searches)

    return lambda text: ((start, end) for _, start, end in _located(text, find))


def _located(text: str, find: Finder) -> Iterator[tuple[str, int, int]]:
    """Yield each label found in a text in NFC, with its start and end there."""
    placed = list(spans(text))
    for label, start, size in find([word for word, _, _ in placed]):
        yield label, placed[start][1], placed[start + size - 1][2]


def counts_of(row: StatementRow, find: Finder, anywhere: bool) -> dict[str, tuple[int, int]]:
    """Return how often a statement uses each phrase, and how often verbatim.

    Uses count `anywhere` in its words, or only in quoted ones; never in those of an interpreter.
    """
    if row.translated_by or not (anywhere or row.quotations):
        return {}
    quoted = Counter(label for text in row.exacts for label, _, _ in find(words(text)))
    if not anywhere or _is_whole(row):
        return {label: (times, times) for label, times in quoted.items()}
    times = Counter(label for label, _, _ in find(words(row.words)))
    return {label: (count, min(quoted[label], count)) for label, count in times.items()}


def _is_whole(row: StatementRow) -> bool:
    """Return whether the statement consists of its quotations."""
    return row.form == "direct" or not row.summary


def uses(row: StatementRow, find: Finder, anywhere: bool) -> Iterator[Use]:
    """Yield each use in a statement with its context: the quotation, or the paraphrase around it.

    Uses are found `anywhere` in its words, or only in quoted ones.
    """
    for text, regions in _passages(row):
        for label, start, end in _located(text, find):
            quoted = any(first <= start and end <= last for first, last in regions)
            if quoted or anywhere:
                yield Use(label, text[:start], text[start:end], text[end:], quoted, row)


def _passages(row: StatementRow) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Yield a statement's texts, each with the offsets of its quoted parts."""
    exacts = list(map(nfc, row.exacts))
    if _is_whole(row):
        yield from ((exact, [(0, len(exact))]) for exact in exacts)
        return
    text = nfc(row.words)
    regions, end = [], 0
    for segment in segments(text, exacts):
        start, end = end, end + len(segment.text)
        if segment.verbatim:
            regions.append((start + 1, end - 1))  # within the quotation marks
    yield text, regions


_OF_STATEMENT = chosen(
    STATEMENT_FIELDS,
    "id date attributed_to attributed_names voiced_by voiced_names form meeting topics topic_names"
    " source",
)
_KWIC_FIELDS = (
    field("phrase"),
    field("left", numeric=True),
    field("words"),
    field("right"),
    field("quoted"),
    *(column.of(attrgetter("statement")) for column in _OF_STATEMENT),
)
_KWIC_SHOWN = chosen(
    (*_KWIC_FIELDS, SOURCE.of(attrgetter("statement"))),
    "left words right attributed_names voiced_names date source_shown id",
)
CONCORDANCE = View(_KWIC_FIELDS, _KWIC_SHOWN, _KWIC_SHOWN)


def draw(
    rows: Iterable[Use], width: int, color: bool, marks: Marks = NO_MARKS, *, quoted: bool = True
) -> str:
    """Return the uses aligned at the word, under the phrases (`quoted`) or the searched words."""
    from ..render.kwic import keyword_in_context

    return keyword_in_context(_contexts(rows, width, quoted), width, color, marks)


def _contexts(rows: Iterable[Use], width: int, quoted: bool) -> Iterator[Context]:
    """Yield the uses for drawing, with sources, dates and speakers on wide terminals."""
    for use in rows:
        row = use.statement
        people = row.attributed_names[0] if row.attributed_names else NOBODY
        others = f" +{len(row.attributed_names) - 1}" if len(row.attributed_names) > 1 else ""
        who = chain((people + others,), row.voiced_names, None)
        notes = (date_shown(row), who) if width >= WIDE else ()
        notes = (*notes, source_line(row)) if width >= MEDIUM else ()
        heading = f"“{use.phrase}”" if quoted else use.phrase
        yield Context(heading, use.left, use.words, use.right, use.quoted, notes, row.id, row)
