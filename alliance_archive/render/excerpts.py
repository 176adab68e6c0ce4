"""Excerpts that point to something: a column of a line, or marked parts of a passage."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from rich.text import Text

from .cells import visible
from .table import as_text

_WIDTH = 100
STYLES = {
    "passage": "underline",
    "quote": "bold green",
    "cue": "bold yellow",
    "speaker": "bold cyan",
}
SIGNS = {"passage": ("«", "»"), "quote": ("", ""), "cue": ("⟨", "⟩"), "speaker": ("[", "]")}
LEGEND = "[speaker]  ⟨verb⟩  «passage»"


def excerpt(line: str, line_number: int, column: int) -> str:
    """Return the part of a line around a column (code points, from 1), with a caret below it."""
    caret = min(max(column - 1, 0), len(line))
    start = 0 if len(line) <= _WIDTH else max(0, caret - _WIDTH // 2)
    window = line[start : start + _WIDTH]
    left = _untabbed("…" if start else "") + _untabbed(window[: caret - start])
    right = _untabbed(window[caret - start :]) + ("…" if start + _WIDTH < len(line) else "")
    label = f"{line_number:>6} | "
    below = " " * (len(label) - 2) + "| " + " " * cell_len(left) + "^"
    return f"{(label + left + right).rstrip()}\n{below}\n"


def _untabbed(text: str) -> str:
    return visible(text.replace("\t", " "))


def marked(text: str, marks: Iterable[tuple[int, int, str]], width: int, color: bool) -> str:
    """Return the text wrapped to a width, its marks in color, or between SIGNS without color.

    A mark is a start, an end (exclusive) and a kind of STYLES.
    """
    spans = sorted(marks, key=lambda mark: (mark[0], -mark[1]))
    edges = sorted({0, len(text), *(edge for start, end, _ in spans for edge in (start, end))})
    drawing = Text()
    for start, end in zip(edges, [*edges[1:], len(text)], strict=True):
        if not color:
            drawing.append(
                "".join(SIGNS[kind][1] for _, last, kind in reversed(spans) if last == start)
            )
            drawing.append("".join(SIGNS[kind][0] for first, _, kind in spans if first == start))
        styles = [STYLES[kind] for first, last, kind in spans if first <= start and end <= last]
        drawing.append(visible(text[start:end]), " ".join(styles) if color and start < end else "")
    return as_text(drawing, width, color)
