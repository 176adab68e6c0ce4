"""A line of a file with a mark below the place that is meant."""

from __future__ import annotations

from rich.cells import cell_len

from .visible import visible

_WIDTH = 100


def excerpt(line: str, number: int, column: int) -> str:
    """The line, cut to what surrounds the column (code points, from 1), and a caret below it."""
    at = min(max(column - 1, 0), len(line))
    start = 0 if len(line) <= _WIDTH else max(0, at - _WIDTH // 2)
    shown = line[start : start + _WIDTH]
    before = _spaced("…" if start else "") + _spaced(shown[: at - start])
    after = _spaced(shown[at - start :]) + ("…" if start + _WIDTH < len(line) else "")
    label = f"{number:>6} | "
    caret = " " * (len(label) - 2) + "| " + " " * cell_len(before) + "^"
    return f"{(label + before + after).rstrip()}\n{caret}\n"


def _spaced(text: str) -> str:
    return visible(text.replace("\t", " "))
