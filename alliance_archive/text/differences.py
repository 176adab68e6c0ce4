"""The passage of a text that is most like a quotation, and how the words differ."""

from __future__ import annotations

import difflib
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from .invisible import INVISIBLE, without_invisible
from .typography import differences, untypeset

_WORD = re.compile(rf"[\w{INVISIBLE}]+(?:['’-][\w{INVISIBLE}]+)*|--+|[^\w\s]")
_SLACK = 6  # how many words longer or shorter than the quotation a passage may be
_COMMON = 500  # a word that occurs more often does not help to find where a quotation begins


class DiffedPassage(NamedTuple):
    """A passage by its code points, and the word diff: [-the archive's-] {+the text's+}."""

    start: int
    end: int
    diff: str


class Words:
    """A text's words and their offsets, read once for all the quotations from it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = [match.span() for match in _WORD.finditer(text)]
        self.words = [_word(text[start:end]) for start, end in self.spans]
        self._places: dict[str, list[int]] = {}
        for index, word in enumerate(self.words):
            self._places.setdefault(word, []).append(index)

    def nearest(self, quote: str, start: int) -> DiffedPassage | None:
        """Return the passage that shares most words with a quotation, in order, or None.

        It is the one at `start`, where the quotation is recorded, if that has half of the words in
        place; else, of several, the nearest to it.
        """
        folded = [_word(match[0]) for match in _WORD.finditer(quote)]
        if (first := self._beginning(folded, bisect_left(self.spans, (start, start)))) is None:
            return None
        begin, end = self._without_marks(folded, *self._fitted(folded, first))
        begins, ends = self.spans[begin][0], self.spans[end - 1][1]
        return DiffedPassage(begins, ends, word_diff(quote, self.text[begins:ends]))

    def at(self, quote: str, start: int, end: int) -> DiffedPassage | None:
        """Return the words of a place if they are the quotation's but for spaces or look-alikes."""
        first = bisect_right(self.spans, start, key=itemgetter(1))
        last = max(bisect_left(self.spans, end, key=itemgetter(0)), first + 1)
        folded = [_word(match[0]) for match in _WORD.finditer(quote)]
        if last > len(self.spans) or not folded:
            return None
        first, last = self._without_marks(folded, first, last)
        begins, ends = self.spans[first][0], self.spans[last - 1][1]
        words = self.text[begins:ends]
        if _letters(words) != _letters(quote) and not _look_alike(quote, words):
            return None
        return DiffedPassage(begins, ends, word_diff(quote, words))

    def _without_marks(self, quote_words: list[str], begin: int, end: int) -> tuple[int, int]:
        """Return the bounds without the marks around the words that the quotation lacks."""
        while end - begin > 1 and _is_mark(self.words[end - 1], quote_words[-1]):
            end -= 1
        while end - begin > 1 and _is_mark(self.words[begin], quote_words[0]):
            begin += 1
        return begin, end

    def _fitted(self, quote_words: list[str], first: int) -> tuple[int, int]:
        """Return the bounds, by words, of the passage that is most like the quotation."""
        matcher = difflib.SequenceMatcher(None, "", quote_words, autojunk=False)
        best, fitted = -9.0, (first, first + 1)
        for begin in (first, max(0, first - 1), min(first + 1, len(self.words) - 1)):
            for length in range(max(1, len(quote_words) - _SLACK), len(quote_words) + _SLACK + 1):
                window = self.words[begin : begin + length]
                matcher.set_seq1(window)
                shared = sum(block.size for block in matcher.get_matching_blocks())
                # Of passages that share equally many words, the one of most similar length wins.
                score = shared - abs(length - len(quote_words)) / 10
                if score > best:
                    best, fitted = score, (begin, begin + len(window))
        return fitted

    def _beginning(self, quote_words: list[str], recorded: int) -> int | None:
        """Return the index of the word where the quotation most likely begins; None if unknown.

        Each occurrence of one of its words in the text is a vote for a beginning, so that one pass
        finds the region for the slow comparison.
        """
        votes: Counter[int] = Counter()
        for position, word in enumerate(quote_words):
            places = self._places.get(word, ())
            if len(places) <= _COMMON:
                for index in places:
                    # An inserted or omitted word shifts the rest by one, so each vote also counts,
                    # at half the weight, for the neighboring beginnings.
                    for shift in (-1, 0, 1):
                        votes[max(0, index - position + shift)] += 1 if shift else 2
        if not votes:
            return None
        if votes[recorded] >= len(quote_words):
            return min(recorded, len(self.words) - 1)
        likely = max(votes, key=lambda index: (votes[index], -abs(index - recorded)))
        return min(likely, len(self.words) - 1)


@lru_cache(maxsize=8192)
def _word(text: str) -> str:
    return _key(text).casefold()


def _key(word: str) -> str:
    return untypeset(unicodedata.normalize("NFC", word)).text


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _is_mark(word: str, quote_word: str) -> bool:
    return word != quote_word and not any(map(str.isalnum, word))


class _Token(NamedTuple):
    """A word or a mark with the space before it; `key` is without typography."""

    key: str
    text: str


def word_diff(archive_text: str, source_text: str) -> str:
    """Return both texts in one: [-words only in the archive-] {+words only in the text+}.

    Where letters of two scripts look alike, and where no word differs, the code points are named.
    """
    old, new = _tokens(archive_text), _tokens(source_text)
    keys = ([token.key for token in old], [token.key for token in new])
    diff, unseen, differs = "", [], False
    for tag, a, b, c, d in difflib.SequenceMatcher(None, *keys, False).get_opcodes():
        deleted = "".join(token.text for token in old[a:b])
        if tag == "equal":
            diff += deleted
            continue
        differs = True
        inserted = "".join(token.text for token in new[c:d])
        if all(part[0] == " " for part in (deleted, inserted) if part):
            diff, deleted, inserted = f"{diff} ", deleted.lstrip(), inserted.lstrip()
        marks = (deleted and f"[-{deleted}-]", inserted and f"{{+{inserted}+}}")
        diff += " ".join(filter(None, marks))
        if _look_alike(deleted, inserted):
            unseen.append(differences(deleted, inserted))
    if not differs and archive_text != source_text:
        unseen.append(differences(archive_text, source_text))
    return diff.strip() + (f" ({', '.join(unseen)})" if unseen else "")


def _tokens(text: str) -> list[_Token]:
    """Return the words and marks of a text, each with the space before it; the first has one."""
    tokens: list[_Token] = []
    reached = 0
    for match in _WORD.finditer(text):
        space = " " if not tokens or text[reached : match.start()] else ""
        reached = match.end()
        if word := without_invisible(match[0]):
            tokens.append(_Token(space + _key(word), space + word))
    return tokens


def _look_alike(old: str, new: str) -> bool:
    """Return whether two texts differ only in letters of different scripts."""
    pairs = [pair for pair in zip(old, new, strict=False) if pair[0] != pair[1]]
    return len(old) == len(new) and all(
        a.isalpha() and b.isalpha() and _script(a) != _script(b) for a, b in pairs
    )


def _script(character: str) -> str:
    return unicodedata.name(character, "").split(" ")[0]
