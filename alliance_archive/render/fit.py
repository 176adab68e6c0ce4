"""Text fitted to cells: a Hangul or Han character takes two, an accent of its own none."""

from __future__ import annotations

import re

from rich.cells import cell_len

from .visible import visible

_BLANKS = re.compile(r"\s+")
CUT = "…"
# A part of a word no longer than this goes with what is cut off.
_PART = 12


def one_line(text: str) -> str:
    """The text in one line, every run of blanks and line breaks one blank."""
    return _BLANKS.sub(" ", visible(text))


def pad(text: str, width: int, right: bool = False) -> str:
    """The text with blanks up to a width in cells; a longer one as it is."""
    blanks = " " * (width - cell_len(text))
    return blanks + text if right else text + blanks


def head(text: str, width: int) -> str:
    """The beginning of a text, no wider than `width` cells; … stands for what is cut off."""
    if cell_len(text) <= width:
        return text
    if width <= 0:
        return ""
    kept = text
    while cell_len(kept) > width - 1:
        kept = kept[:-1]
    if not text[len(kept)].isspace():
        kept = _whole(kept, kept.rfind(" "))
    return kept.rstrip() + CUT


def tail(text: str, width: int) -> str:
    """The end of a text, in the same way."""
    if cell_len(text) <= width:
        return text
    if width <= 0:
        return ""
    kept = text
    while cell_len(kept) > width - 1:
        kept = kept[1:]
    blank = kept.find(" ")
    if 0 <= blank < min(_PART, len(kept) - 1):
        kept = kept[blank:]
    return CUT + kept.lstrip()


def _whole(text: str, blank: int) -> str:
    """The text up to its last blank, so that no part of a word stands there, if it is near."""
    return text[:blank] if len(text) - blank <= _PART and blank > 0 else text
