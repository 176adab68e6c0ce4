"""An outline: headings, points below them, points below points, and lines of words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import StringIO

from rich.console import Console
from rich.text import Text

from .columns import NO_MARKS, Marks
from .fit import one_line
from .shapes import Line, Node, Section
from .table import draw, link, worded

_WRAPPER = Console(file=StringIO(), width=80)
_DONE, _OPEN = "● ", "○ "
_LEAST = 24  # cells for words, however deep they stand
_COLUMN = 100  # cells from which notes have a column of their own


def outline(sections: Iterable[Section], width: int, colour: bool, marks: Marks = NO_MARKS) -> str:
    """The sections, with a rule from each point to those below it; long lines hang."""
    made = Text()
    for number, section in enumerate(sections):
        made.append("\n" if number else "")
        made.append(one_line(section.heading), "bold")
        made.append(f"  {one_line(section.side)}\n" if section.side else "\n", "dim")
        for node in section.nodes:
            for line in _node(node, width, "", "", marks):
                made.append_text(line).append("\n")
    made.right_crop(1)
    return draw(made, width, colour)


def _node(node: Node, width: int, first: str, other: str, marks: Marks) -> Iterator[Text]:
    """The lines of a point; `first` and `other` are the rules that its lines begin with."""
    title = Text(one_line(node.title), "bold")
    title.append(f"  {one_line(node.marks)}" if node.marks else "", "bold magenta")
    title.append(f"  {one_line(node.side)}" if node.side else "", "dim not bold")
    bullet = _DONE if node.done else _OPEN
    down = other + ("│ " if node.below else "  ")
    yield from _hung(title, width, first + bullet, down)
    for line in node.lines:
        yield from _noted(line, width, down, marks)
    for number, below in enumerate(node.below):
        last = number == len(node.below) - 1
        rule, gap = ("└─", "  ") if last else ("├─", "│ ")
        yield from _node(below, width, other + rule, other + gap, marks)


def _noted(line: Line, width: int, down: str, marks: Marks) -> Iterator[Text]:
    """The lines of words; their note stands at the right end of the first, or after the last."""
    words = worded(one_line(line.words), marks)
    made = Text().append(one_line(line.who), "magenta").append(": ").append_text(words)
    note = Text(one_line(line.after), "dim")
    link(note, marks.place(line.row))
    room = width - note.cell_len - 2
    if room < _COLUMN:
        made.append("  ").append_text(note)
        yield from _hung(made, width, down + "  ", down + "    ")
        return
    for number, each in enumerate(_hung(made, room, down + "  ", down + "    ")):
        if number == 0 and note:
            each.append(" " * (width - each.cell_len - note.cell_len)).append_text(note)
        yield each


def _hung(text: Text, width: int, first: str, other: str) -> Iterator[Text]:
    """The text in lines no wider than `width`, the first behind one prefix, the rest another."""
    room = max(width - max(len(first), len(other)), _LEAST)
    for number, line in enumerate(text.wrap(_WRAPPER, room, overflow="fold")):
        line.rstrip()
        yield Text().append(first if number == 0 else other, "dim").append_text(line)
