"""Pairs of texts that are compared word by word, one pair below the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.text import Text

from .cells import visible
from .table import as_text, hanging

_STYLES = {"-": "red", "+": "green", "": "bold"}
_MARKS = {"-": ("[-", "-]"), "+": ("{+", "+}"), "": ("", "")}


class ComparedPair(NamedTuple):
    """A heading with a dimmed `side`, the two texts' names, and their words in one.

    `pieces` are words with "-" for those that only the first has, "+" for the second's, "" for
    both's.
    """

    heading: str
    side: str
    names: tuple[str, ...]
    pieces: Sequence[tuple[str, str]]


def pairs(compared: Iterable[ComparedPair], width: int, color: bool) -> str:
    """Return the pairs as text; with color, differences are red and green instead of in marks."""
    lines: list[Text] = []
    for pair in compared:
        if lines:
            lines.append(Text())
        heading = Text(visible(pair.heading), "bold").append(
            f"  {visible(pair.side)}" if pair.side else "", "not bold dim"
        )
        lines += hanging(heading, width, Text(), Text("  "))
        indent = Text("  ")
        for name in pair.names:
            lines += hanging(Text(visible(name), "magenta"), width - 2, indent, indent)
        if pair.pieces:
            words = marked_words(pair.pieces, color)
            lines += hanging(words, width - 2, indent, indent)
    return as_text(Text("\n").join(lines), width, color)


def marked_words(pieces: Iterable[tuple[str, str]], color: bool) -> Text:
    """Return words with their differences, in color or in marks."""
    text = Text()
    for where, words in pieces:
        begin, end = ("", "") if color else _MARKS[where]
        if text:
            text.append(" ")
        text.append(f"{begin}{visible(words)}{end}", _STYLES[where])
    return text
