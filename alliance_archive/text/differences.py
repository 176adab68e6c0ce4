"""The passage of a text that is most like a quotation, and how the words differ."""

from __future__ import annotations

import difflib
import re
from bisect import bisect_left
from collections import Counter
from typing import NamedTuple

_WORD = re.compile(r"\w+(?:['’-]\w+)*|[^\w\s]")
_SLACK = 6  # how many words longer or shorter than the quotation a passage may be
_COMMON = 500  # a word that occurs more often does not help to find where a quotation begins


class Passage(NamedTuple):
    """A passage by its code points, and the word diff: [-the archive's-] {+the text's+}."""

    start: int
    end: int
    diff: str


class Words:
    """A text's words and their offsets, read once for all the quotations from it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = [match.span() for match in _WORD.finditer(text)]
        self.words = [text[start:end].casefold() for start, end in self.spans]
        self._places: dict[str, list[int]] = {}
        for index, word in enumerate(self.words):
            self._places.setdefault(word, []).append(index)

    def nearest(self, quote: str, start: int) -> Passage | None:
        """Return the passage that shares most words with a quotation, in order, or None.

        It is the one at `start`, where the quotation is recorded, if that has half of the words in
        place; else, of several, the nearest to it.
        """
        quote_words = [match[0] for match in _WORD.finditer(quote)]
        folded = [word.casefold() for word in quote_words]
        if (first := self._beginning(folded, bisect_left(self.spans, (start, start)))) is None:
            return None
        begin, end = self._fitted(folded, first)
        diff = word_diff(quote_words, [self.text[slice(*span)] for span in self.spans[begin:end]])
        return Passage(self.spans[begin][0], self.spans[end - 1][1], diff)

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


def word_diff(archive_words: list[str], text_words: list[str]) -> str:
    """Return both texts in one: [-words only in the archive-] {+words only in the text+}."""
    parts = []
    for tag, a, b, c, d in difflib.SequenceMatcher(
        None, archive_words, text_words, False
    ).get_opcodes():
        if tag == "equal":
            parts.append(_joined(archive_words[a:b]))
            continue
        if b > a:
            parts.append(f"[-{_joined(archive_words[a:b])}-]")
        if d > c:
            parts.append(f"{{+{_joined(text_words[c:d])}+}}")
    return " ".join(parts)


def _joined(words: list[str]) -> str:
    return re.sub(r" ([,.;:!?)\]’”])|([(\[“]) ", r"\1\2", " ".join(words))
