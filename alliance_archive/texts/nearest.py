"""The passage of a text that is most like a quotation, and how the words differ."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from typing import NamedTuple

_WORD = re.compile(r"\w+(?:['’-]\w+)*|[^\w\s]")
_COMMON = 500  # a word that stands more often in a text says little about a place


class Passage(NamedTuple):
    """A passage by its code points, and the word diff: [-the archive's-] {+the text's+}."""

    start: int
    end: int
    diff: str


class Words:
    """A text's words and where each stands, read once for all the quotations from it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = [match.span() for match in _WORD.finditer(text)]
        self.words = [text[start:end].casefold() for start, end in self.spans]
        self._places: dict[str, list[int]] = {}
        for place, word in enumerate(self.words):
            self._places.setdefault(word, []).append(place)

    def nearest(self, quote: str) -> Passage | None:
        """The passage that shares most words with a quotation, in their order; None if none."""
        wanted = [match[0] for match in _WORD.finditer(quote)]
        if not (first := self._beginning([word.casefold() for word in wanted])):
            return None
        begin = max(0, first - 1)
        window = self.words[begin : begin + len(wanted) + len(wanted) // 4 + 4]
        matcher = difflib.SequenceMatcher(None, [w.casefold() for w in wanted], window, False)
        blocks = [block for block in matcher.get_matching_blocks() if block.size]
        if not blocks:
            return None
        # The passage goes as far as its counterpart in the quotation would reach on either side.
        low = max(0, blocks[0].b - blocks[0].a)
        high = min(len(window), blocks[-1].b + len(wanted) - blocks[-1].a)
        found = [self.text[slice(*self.spans[begin + at])] for at in range(low, high)]
        start, end = self.spans[begin + low][0], self.spans[begin + high - 1][1]
        return Passage(start, end, word_diff(wanted, found))

    def _beginning(self, wanted: list[str]) -> int | None:
        """The word it would begin with by the vote of its words, from 1; None if none votes."""
        votes: Counter[int] = Counter()
        for position, word in enumerate(wanted):
            places = self._places.get(word, ())
            if len(places) <= _COMMON:
                for place in places:
                    # A word put in or left out shifts the rest by one: neighbours vote along.
                    for shift in (-1, 0, 1):
                        votes[max(0, place - position + shift)] += 1 if shift else 2
        return votes.most_common(1)[0][0] + 1 if votes else None


def word_diff(ours: list[str], theirs: list[str]) -> str:
    """The two texts in one: [-what only ours has-] {+what only theirs has+}."""
    folded = [word.casefold() for word in ours], [word.casefold() for word in theirs]
    parts = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, *folded, False).get_opcodes():
        if tag == "equal" and ours[a:b] == theirs[c:d]:
            parts.append(_joined(theirs[c:d]))
            continue
        if b > a:
            parts.append(f"[-{_joined(ours[a:b])}-]")
        if d > c:
            parts.append(f"{{+{_joined(theirs[c:d])}+}}")
    return " ".join(parts)


def _joined(words: list[str]) -> str:
    return re.sub(r" ([,.;:!?)\]’”])|([(\[“]) ", r"\1\2", " ".join(words))
