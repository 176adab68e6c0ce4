"""An outline: headings, points below them, points below points, and lines of words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.text import Text

from .cells import one_line
from .columns import NO_MARKS, Marks
from .shapes import Line, Point, Section
from .table import as_text, hanging, line_of, reference_of

_DONE, _OPEN = "● ", "○ "
_LEAST = 24  # cells for words, however deep their point is
_COLUMN = 100  # cells of words from which on references have a column of their own


def outline(sections: Iterable[Section], width: int, color: bool, marks: Marks = NO_MARKS) -> str:
    """Return the sections, with rules from each point to those below it.

    Continuation lines are indented further than the line they continue.
    """
    drawing = Text()
    for position, section in enumerate(sections):
        drawing.append("\n" if position else "")
        drawing.append(one_line(section.heading), "bold")
        drawing.append(f"  {one_line(section.side)}\n" if section.side else "\n", "dim")
        for point in section.points:
            for line in _point(point, width, "", "", marks):
                drawing.append_text(line).append("\n")
    drawing.right_crop(1)
    return as_text(drawing, width, color)


def _point(point: Point, width: int, first: str, rest: str, marks: Marks) -> Iterator[Text]:
    """Yield the lines of a point, which begin with the rules `first` and `rest`."""
    title = Text(one_line(point.title), "bold")
    title.append(f"  {one_line(point.flag)}" if point.flag else "", "bold magenta")
    title.append(f"  {one_line(point.side)}" if point.side else "", "dim not bold")
    bullet = _DONE if point.done else _OPEN
    down = rest + ("│ " if point.below else "  ")
    yield from _ruled(title, width, first + bullet, down)
    for line in point.lines:
        yield from _line(line, width, down, marks)
    for position, below in enumerate(point.below):
        last = position == len(point.below) - 1
        rule, gap = ("└─", "  ") if last else ("├─", "│ ")
        yield from _point(below, width, rest + rule, rest + gap, marks)


def _line(line: Line, width: int, down: str, marks: Marks) -> Iterator[Text]:
    """Yield the words, with the reference at the right end of the first line, or after the last."""
    words, reference = line_of(line, marks), reference_of(line, marks, width)
    room = width - reference.cell_len - 2
    if room < _COLUMN:
        words.append("  ").append_text(reference)
        yield from _ruled(words, width, down + "  ", down + "    ")
        return
    for position, text in enumerate(_ruled(words, room, down + "  ", down + "    ")):
        if position == 0 and reference:
            blanks = " " * (width - text.cell_len - reference.cell_len)
            text.append(blanks).append_text(reference)
        yield text


def _ruled(text: Text, width: int, first: str, rest: str) -> Iterator[Text]:
    """Yield the text wrapped to a width, with one rule before its first line, one before others."""
    room = max(width - max(len(first), len(rest)), _LEAST)
    return hanging(text, room, Text().append(first, "dim"), Text().append(rest, "dim"))
