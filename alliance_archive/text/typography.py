"""What typesetting may replace without altering a quotation, in sequences rather than characters.

Quotation marks, apostrophes, dashes with or without spaces around them (“—”, “ -- ”), the points of
an ellipsis with or without spaces, other spaces, characters that nobody sees, and characters that
only look like a form of the same ones: ligatures, full-width forms, the forms of Arabic letters
within a word, the radicals that PDF files contain for Han characters. Unicode's compatibility forms
(NFKC) include more, and that alters what was said: 10² is not 102, ½ is not 1/2, ① is not 1.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from .invisible import is_invisible, without_invisible
from .marks import nfc

_ALIKE = {
    "'": "‘’‚‛′`´ʼ＇ʹˈ｀",
    '"': "“”„‟″«»＂〝〞〟˝ˮ",
    "-": "‐‑‒–—―−⁃˗⸺⸻﹘﹣－",
    "...": "…",
    " ": "\u2800",
}
_PLAIN = {mark: plain for plain, marks in _ALIKE.items() for mark in marks}
PLAIN_MARKS = str.maketrans(_PLAIN)
"""For str.translate: marks that look alike, one for one, where sequences do not matter."""
# <compat>, but not numerals and units, which are other characters to a reader.
_LIGATURES = "ﬀﬁﬂﬃﬄﬅﬆĳĲﬓﬔﬕﬖﬗµ"
_RADICALS = re.compile("[\u2e80-\u2fd5]")
_FORMS = ("<wide>", "<narrow>", "<initial>", "<medial>", "<final>", "<isolated>")
# A dash, typed as one or more; an ellipsis, with the period after it; a quotation mark, typed as
# one or two; and the space that French puts before some marks.
_SEQUENCES = re.compile(r" ?-(?: ?-)* ?| ?\.(?: ?\.){2,} ?| ?(?:\"|'') ?| (?=[?!;:%])")
_MERGED = {"-": "-", '"': '"', "'": '"'}


class Folded(NamedTuple):
    """A text without its typography, and where each character begins and ends in the original.

    `starts` has one offset more than the text has characters: the end of the original.
    """

    text: str
    starts: list[int]
    ends: list[int]

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
        return starts[first], self.ends[end - 1]


@lru_cache(maxsize=8192)
def _plain(character: str) -> str:
    if is_invisible(character):
        return ""
    if character.isspace():
        return " "
    if (
        character in _LIGATURES
        or _RADICALS.match(character)
        or unicodedata.decomposition(character).startswith(_FORMS)
    ):
        return without_invisible(unicodedata.normalize("NFKC", character))
    return _PLAIN.get(character, character)


def untypeset(text: str) -> Folded:
    """Return the text, in Unicode form NFC, with plain quotes, dashes and single spaces.

    Dashes, ellipses and double quotation marks have no spaces around them.
    """
    characters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        for part in _plain(character):
            if part == " " and characters and characters[-1] == " ":
                continue
            characters.append(part)
            offsets.append(offset)
    single = "".join(characters)
    pieces: list[tuple[str, int, int]] = []  # each character, where it begins, where it ends
    reached = 0
    for match in _SEQUENCES.finditer(single):
        pieces += _pieces(single, offsets, reached, match.start())
        marks = _pieces(single, offsets, *match.span())
        marks = [piece for piece in marks if piece[0] != " "]
        if marks and (merged := _MERGED.get(marks[0][0])):
            marks = [(merged, marks[0][1], marks[-1][2])]
        pieces += marks
        reached = match.end()
    pieces += _pieces(single, offsets, reached, len(single))
    plain, starts, ends = zip(*pieces, strict=True) if pieces else ((), (), ())
    return Folded("".join(plain), [*starts, len(text)], list(ends))


def _pieces(text: str, offsets: list[int], start: int, end: int) -> list[tuple[str, int, int]]:
    return [(text[index], offsets[index], offsets[index] + 1) for index in range(start, end)]


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
        if character.isspace() or is_invisible(character) or not character.isprintable()
        else f"{character} (U+{ord(character):04X})"
        for character in text
    )
