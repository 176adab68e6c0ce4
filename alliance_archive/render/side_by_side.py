"""Two sides next to each other, with what they share across the whole width.

Where the terminal is too narrow for an id of one side, all lines go across the whole width, each
under the name of its side, so that every id can be copied.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from rich.cells import cell_len
from rich.text import Text

from .cells import one_line
from .columns import NO_MARKS, Marks
from .shapes import Line, SideBySideBlock, SideBySideRow
from .table import as_text, hanging, line_of, reference_of

_RULE = " │ "
_INDENT = 2  # cells of a continued line


def side_by_side(
    heads: tuple[str, str, str],
    blocks: Iterable[SideBySideBlock],
    width: int,
    color: bool,
    marks: Marks = NO_MARKS,
) -> str:
    """Return the heads of the left side, the right side and both, then the subjects."""
    half = (width - len(_RULE)) // 2
    left, right, both = heads
    blocks = list(blocks)
    if not _fit(blocks, half - _INDENT):
        names = (left.partition("\n")[0], right.partition("\n")[0])
        blocks = [block._replace(rows=tuple(_stacked(block.rows, names))) for block in blocks]
    lines = [*_pairs(_head(left, half), _head(right, half), half)]
    lines.append(Text("─" * half + "─┴─" + "─" * (width - half - 3), "dim"))
    if both:
        lines.append(Text(one_line(both), "dim"))
    for block in blocks:
        title = Text(f"\n{one_line(block.title)}", "bold")
        title.append(f"  {one_line(block.side)}" if block.side else "", "not bold dim")
        lines.append(title)
        for row in block.rows:
            lines += _row(row, width, half, marks)
    return as_text(Text("\n").join(lines), width, color)


def _fit(blocks: Iterable[SideBySideBlock], room: int) -> bool:
    """Return whether all ids of a single side fit into a line of half the width."""
    lines = [line for block in blocks for row in block.rows for line in (*row.left, *row.right)]
    return all(cell_len(part) <= room for line in lines for part in line.reference.split())


def _stacked(rows: Iterable[SideBySideRow], names: tuple[str, str]) -> Iterator[SideBySideRow]:
    """Yield the rows with the lines of each side across the whole width, marked with its name."""
    for row in rows:
        yield row._replace(left=(), right=())
        for name, lines in zip(names, (row.left, row.right), strict=True):
            if lines:
                yield SideBySideRow("", name, lines, (), ())


def _row(row: SideBySideRow, width: int, half: int, marks: Marks) -> Iterator[Text]:
    if row.heading:
        yield Text(one_line(row.heading), "dim")
    for line in row.both:
        mark = Text(f"{row.mark}  " if row.mark else "", "bold")
        yield from _hung(Text().append_text(mark).append_text(_line(line, marks, width)), width)
    if row.left or row.right:
        left, right = (
            [text for line in lines for text in _hung(_line(line, marks, width), half)]
            for lines in (row.left, row.right)
        )
        yield from _pairs(left, right, half)


def _pairs(left: Iterable[Text], right: Iterable[Text], half: int) -> Iterator[Text]:
    for left_line, right_line in zip_longest(left, right):
        line = left_line.copy() if left_line else Text()
        line.append(" " * (half - line.cell_len)).append(_RULE, "dim")
        yield line.append_text(right_line) if right_line else line


def _head(text: str, width: int) -> Iterator[Text]:
    first, *rest = text.split("\n")
    yield from _hung(Text(one_line(first), "bold"), width)
    for line in rest:
        yield from _hung(Text(one_line(line), "dim"), width)


def _line(line: Line, marks: Marks, width: int) -> Text:
    words, reference = line_of(line, marks), reference_of(line, marks, width)
    return words.append("  ").append_text(reference) if reference else words


def _hung(text: Text, width: int) -> Iterator[Text]:
    return hanging(text, width - _INDENT, Text(), Text(" " * _INDENT))
