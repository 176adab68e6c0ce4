"""Characters that typesetting may replace without altering a quotation.

They are quotation marks, apostrophes, dashes, hyphens, spaces, soft hyphens, the points of an
ellipsis, ligatures and full-width forms. Unicode's compatibility forms (NFKC) include more, and
that alters what was said: 10² is not 102, ½ is not 1/2, ① is not 1.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from .marks import nfc

_ALIKE = {
    "'": "‘’‚‛′`´ʼ＇",
    '"': "“”„‟″«»＂",
    "-": "‐‑‒–—―−﹘﹣－",
    "...": "…",
}
_PLAIN = {mark: plain for plain, marks in _ALIKE.items() for mark in marks}
_LIGATURES = "ﬀﬁﬂﬃﬄﬅﬆ"
_WIDTHS = ("<wide>", "<narrow>")
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"


class Folded(NamedTuple):
    """A text without its typography, and for each character its offset in the original.

    `starts` has one offset more than the text has characters: the end of the original.
    """

    text: str
    starts: list[int]

    def spans(self, words: str) -> Iterator[tuple[int, int]]:
        """Yield where the words are in the original, whatever its typography."""
        plain = untypeset(nfc(words)).text
        index = self.text.find(plain) if plain.strip() else -1
        while index >= 0:
            if span := self._span(index, index + len(plain)):
                yield span
            index = self.text.find(plain, index + 1)

    def span_at(self, words: str, start: int) -> tuple[int, int] | None:
        """Return where the words end in the original if they begin at `start`, else None."""
        plain = untypeset(nfc(words)).text
        index = bisect_left(self.starts, start)
        if not plain.strip() or not self.text.startswith(plain, index):
            return None
        span = self._span(index, index + len(plain))
        return (start, span[1]) if span else None

    def _span(self, first: int, end: int) -> tuple[int, int] | None:
        """Return the span of whole characters in the original: “f” is not in the ligature “ﬁ”."""
        starts = self.starts
        if starts[first - 1 : first] == [starts[first]] or starts[end] == starts[end - 1]:
            return None
        return starts[first], starts[end - 1] + 1


@lru_cache(maxsize=8192)
def _plain(character: str) -> str:
    if character in _UNSEEN:
        return ""
    if character.isspace():
        return " "
    if character in _LIGATURES or unicodedata.decomposition(character).startswith(_WIDTHS):
        return unicodedata.normalize("NFKC", character)
    return _PLAIN.get(character, character)


def untypeset(text: str) -> Folded:
    """Return the text, in Unicode form NFC, with plain quotes, dashes and single spaces."""
    characters: list[str] = []
    starts: list[int] = []
    for offset, character in enumerate(text):
        for part in _plain(character):
            if part == " " and characters and characters[-1] == " ":
                continue
            characters.append(part)
            starts.append(offset)
    return Folded("".join(characters), [*starts, len(text)])


def differences(archive_text: str, source_text: str) -> str:
    """Return each replacement between two texts of the same words, as ’ (U+2019) for ' (U+0027)."""
    import difflib

    pairs = difflib.SequenceMatcher(None, archive_text, source_text, autojunk=False).get_opcodes()
    replacements = [
        f"{_named(source_text[c:d])} for {_named(archive_text[a:b])}"
        for tag, a, b, c, d in pairs
        if tag != "equal"
    ]
    return ", ".join(dict.fromkeys(replacements))


def _named(text: str) -> str:
    if not text:
        return "nothing"
    return " ".join(
        f"U+{ord(character):04X}"
        if character.isspace() or not character.isprintable()
        else f"{character} (U+{ord(character):04X})"
        for character in text
    )
