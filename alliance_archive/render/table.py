"""Tables and cards for people: sized to a terminal, or plain and whole for anything else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Any, TextIO

from rich import box
from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from .columns import NO_MARKS, Column, Marks
from .visible import visible

QUOTED = re.compile("“[^”]*”?")
FOUND = "reverse"
_GAP = 2  # cells between columns
_BREAKS = re.compile(r"\s*\n\s*")


def table(
    columns: Sequence[Column],
    rows: Iterable[Any],
    width: int,
    colour: bool,
    marks: Marks = NO_MARKS,
) -> str:
    """A table no wider than `width` cells; nothing is cut off, long cells go over several lines."""
    drawn = Table(
        box=box.SIMPLE_HEAD,
        collapse_padding=True,
        pad_edge=False,
        header_style="bold",
        show_edge=False,
    )
    for column in columns:
        drawn.add_column(
            column.header,
            justify="right" if column.number else "left",
            no_wrap=column.whole,
            overflow="fold",
        )
    cells = [[_styled(column, row, marks) for column in columns] for row in rows]
    if _tall(columns, cells, width):
        drawn.leading = 1
    for row in cells:
        drawn.add_row(*row)
    return draw(drawn, width, colour)


def _tall(columns: Sequence[Column], cells: list[list[Text]], width: int) -> bool:
    """Whether some row takes several lines: then blank lines part the rows."""
    if any("\n" in cell.plain for row in cells for cell in row):
        return True
    widths = [
        max((row[number].cell_len for row in cells), default=0)
        for number, column in enumerate(columns)
    ]
    return sum(widths) + _GAP * (len(widths) - 1) > width


def _styled(column: Column, row: Any, marks: Marks) -> Text:
    lines = visible(column.lines(row))
    text = worded(lines, marks) if column.quoted else Text(lines)
    first = len(lines.partition("\n")[0])
    if column.side:
        text.stylize("dim", first)
    if column.linked:
        link(text, marks.place(row), first)
    return text


def worded(words: str, marks: Marks) -> Text:
    """Words of a statement: those verbatim stand out, and those that were looked for."""
    text = Text(words)
    text.highlight_regex(QUOTED, "bold green")
    for start, end in marks.found(words):
        text.stylize(FOUND, start, end)
    return text


def link(text: Text, address: str, end: int | None = None) -> None:
    """Let a text, or its beginning, lead to an address, if there is one."""
    if address:
        text.stylize(Style(link=address), 0, end)


def draw(what: RenderableType, width: int, colour: bool) -> str:
    """What rich makes of something, without the blanks at the ends of lines."""
    console = Console(
        file=StringIO(),
        width=width,
        color_system="standard" if colour else None,
        force_terminal=colour,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    with console.capture() as captured:
        console.print(what)
    return "".join(line.rstrip() + "\n" for line in captured.get().split("\n")[:-1])


def write_plain(columns: Sequence[Column], rows: Iterable[Any], stream: TextIO) -> None:
    """A line a row, columns two blanks apart, nothing broken or left out: for pipes and files."""
    header = [column.header for column in columns]
    lines = [[_one_line(column.text(row)) for column in columns] for row in rows]
    widths = [max(map(cell_len, cells)) for cells in zip(header, *lines, strict=True)]
    for cells in (header, *lines):
        padded = (
            _pad(cell, width, column.number)
            for cell, width, column in zip(cells, widths, columns, strict=True)
        )
        stream.write("  ".join(padded).rstrip() + "\n")


def _one_line(text: str) -> str:
    return visible(_BREAKS.sub(" ", text))


def _pad(cell: str, width: int, right: bool) -> str:
    blanks = " " * (width - cell_len(cell))
    return blanks + cell if right else cell + blanks


def card(
    title: str,
    body: str,
    pairs: Iterable[tuple[str, str]],
    width: int | None,
    colour: bool,
    place: str = "",
) -> str:
    """One record: its title, its words, and labelled lines; unbroken when the width is None.

    The last of the lines leads to `place`.
    """
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    listed = [(label, visible(text)) for label, text in pairs if text]
    for number, (label, text) in enumerate(listed, 1):
        value = Text(text)
        link(value, place if number == len(listed) else "")
        grid.add_row(label, value)
    words = worded(visible(body), NO_MARKS)
    size = width or max(cell_len(line) for line in [title, body, *(t for _, t in listed)]) + 40
    parts = [draw(Text(visible(title), style="bold"), size, colour)]
    if body:
        parts.append(draw(Padding(words, (0, 0, 0, 2)), size, colour))
    if listed:
        parts.append(draw(grid, size, colour))
    return "\n".join(parts)
