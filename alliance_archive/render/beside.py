"""Two sides abreast, with what is of both across the whole width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import zip_longest

from rich.console import Console
from rich.text import Text

from .columns import NO_MARKS, Marks
from .fit import one_line
from .shapes import Abreast, Facing, Line
from .table import draw, link, worded

_WRAPPER = Console(file=StringIO(), width=80)
_RULE = " │ "


def beside(
    heads: tuple[str, str, str],
    found: Iterable[Facing],
    width: int,
    colour: bool,
    marks: Marks = NO_MARKS,
) -> str:
    """The heads of the left, the right and of both, then the subjects with their lines."""
    half = (width - len(_RULE)) // 2
    left, right, both = heads
    lines = [*_pairs(_head(left, half), _head(right, half), half)]
    lines.append(Text("─" * half + "─┴─" + "─" * (width - half - 3), "dim"))
    if both:
        lines.append(Text(one_line(both), "dim"))
    for facing in found:
        title = Text(f"\n{one_line(facing.title)}", "bold")
        title.append(f"  {one_line(facing.side)}" if facing.side else "", "not bold dim")
        lines.append(title)
        for row in facing.rows:
            lines += _row(row, width, half, marks)
    return draw(Text("\n").join(lines), width, colour)


def _row(row: Abreast, width: int, half: int, marks: Marks) -> Iterator[Text]:
    if row.heading:
        yield Text(one_line(row.heading), "dim")
    for line in row.across:
        yield from _hung(_made(line, marks, f"{row.mark}  " if row.mark else ""), width)
    if row.left or row.right:
        left, right = (
            [each for line in lines for each in _hung(_made(line, marks), half)]
            for lines in (row.left, row.right)
        )
        yield from _pairs(left, right, half)


def _pairs(left: Iterable[Text], right: Iterable[Text], half: int) -> Iterator[Text]:
    for one, other in zip_longest(left, right):
        line = one.copy() if one else Text()
        line.append(" " * (half - line.cell_len)).append(_RULE, "dim")
        yield line.append_text(other) if other else line


def _head(text: str, width: int) -> Iterator[Text]:
    first, *others = text.split("\n")
    yield from _hung(Text(one_line(first), "bold"), width)
    for other in others:
        yield from _hung(Text(one_line(other), "dim"), width)


def _made(line: Line, marks: Marks, mark: str = "") -> Text:
    made = Text().append(mark, "bold")
    if line.who:
        made.append(one_line(line.who), "magenta").append(": ")
    made.append_text(worded(one_line(line.words), marks))
    if line.after:
        note = Text(one_line(line.after), "dim")
        link(note, marks.place(line.row))
        made.append("  ").append_text(note)
    return made


def _hung(text: Text, width: int) -> Iterator[Text]:
    for number, line in enumerate(text.wrap(_WRAPPER, width - 2, overflow="fold")):
        line.rstrip()
        yield line if number == 0 else Text("  ").append_text(line)
