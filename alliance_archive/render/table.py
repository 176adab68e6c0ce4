"""Tables and cards for people: sized to a terminal, or plain and untruncated elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from io import StringIO
from typing import TYPE_CHECKING, Any, TextIO

from rich import box
from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from .cells import one_line, pad, visible
from .columns import MEDIUM, NO_MARKS, Column, Marks, Pieces

if TYPE_CHECKING:
    from .shapes import Line

VERBATIM, _SEARCHED = "bold green", "reverse"
_GAP = 2  # cells between columns
_LEAST = 16  # cells of a column whose text wraps
_LEAST_WORDS = 24  # cells of a column of a statement's words
_ALIGNED = 500  # cells of a plain column: one long list must not pad a million other rows
_BREAKS = re.compile(r"\s*\n\s*")


def table(
    columns: Sequence[Column], rows: Iterable[Any], width: int, color: bool, marks: Marks = NO_MARKS
) -> str:
    """Return a table no wider than `width` cells; long cells wrap, nothing is cut off.

    Where a column would break words that fit into a line, or be too narrow to read, the cells of a
    row are below each other.
    """
    cells = [[_cell(column, row, marks) for column in columns] for row in rows]
    used = [
        position for position in range(len(columns)) if any(line[position].plain for line in cells)
    ]
    columns = [
        columns[position]._replace(header=visible(columns[position].header)) for position in used
    ]
    cells = [[line[position] for position in used] for line in cells]
    widths = _widths(columns, cells, width - _GAP * (len(columns) - 1))
    if widths is None:
        return as_text(Text("\n").join(_below_each_other(columns, cells, width)), width, color)
    drawing = Table(
        box=box.SIMPLE_HEAD,
        collapse_padding=True,
        pad_edge=False,
        header_style="bold",
        show_edge=False,
    )
    for column, size in zip(columns, widths, strict=True):
        drawing.add_column(
            column.header,
            justify="right" if column.numeric else "left",
            no_wrap=column.whole,
            overflow="fold",
            width=size,
        )
    if _tall(cells, widths):
        drawing.leading = 1
    for line in cells:
        drawing.add_row(*line)
    return as_text(drawing, width, color)


def _widths(columns: Sequence[Column], cells: list[list[Text]], room: int) -> list[int] | None:
    """Return widths that fit into `room` together and break no word; None if there are none.

    The widest columns become narrower first, all to the same width.
    """
    texts = [
        [column.header, *(line[position].plain for line in cells)]
        for position, column in enumerate(columns)
    ]
    longest = [max(_cells(text.split("\n")) for text in of_column) for of_column in texts]
    least = [
        size if column.whole else max(min(size, floor), *(_cells(t.split()) for t in of_column))
        for column, size, of_column in zip(columns, longest, texts, strict=True)
        for floor in (_LEAST_WORDS if column.segments else _LEAST,)
    ]
    if sum(least) > room:
        return None
    for level in range(max(longest, default=0), 0, -1):
        widths = [min(size, max(level, word)) for size, word in zip(longest, least, strict=True)]
        if sum(widths) <= room:
            break
    # What the last step leaves over is for the first columns that are narrower than their cells.
    for position, size in enumerate(longest):
        if sum(widths) < room and widths[position] < size:
            widths[position] += 1
    return widths


def _cells(parts: Iterable[str]) -> int:
    return max(map(cell_len, parts), default=0)


def _tall(cells: list[list[Text]], widths: list[int]) -> bool:
    """Return whether a row takes several lines, so that blank lines must separate the rows."""
    return any(
        "\n" in cell.plain or cell.cell_len > size
        for line in cells
        for cell, size in zip(line, widths, strict=True)
    )


def _below_each_other(
    columns: Sequence[Column], cells: list[list[Text]], width: int
) -> Iterator[Text]:
    """Yield the lines of each row, its first cell first, the others indented below it.

    Cells that do not speak for themselves, as words, names and ids do, have their header. The lines
    of a cell are one list: indented below each other, they would look like cells of their own.
    """
    of_records = any(column.linked for column in columns)
    indent = Text("  ")
    for row_number, line in enumerate(cells):
        if row_number:
            yield Text()
        first = Text()
        for position, (column, cell) in enumerate(zip(columns, line, strict=True)):
            speaks_for_itself = (
                column.segments
                or (column.side and not column.numeric)
                or column.linked
                or (of_records and not position)
            )
            content = cell if column.segments else _listed(column, cell)
            text = content if speaks_for_itself else Text(f"{column.header}: ").append_text(content)
            if cell:
                yield from hanging(text, width - len(indent), first, indent)
                first = indent


def _listed(column: Column, cell: Text) -> Text:
    """Return the lines of a cell as a list in one line, below the first if that is a heading."""
    lines = [line[: len(line.plain.rstrip(","))] for line in cell.split("\n")]
    headed = column.side and not (column.whole or column.numeric)
    heading, lines = (lines[:1], lines[1:]) if headed else ([], lines)
    inner = Text("; " if any("," in line.plain for line in lines) else ", ").join(lines)
    return Text("\n").join([*heading, inner] if lines else heading)


def _cell(column: Column, row: Any, marks: Marks) -> Text:
    if column.segments:
        pieces = [(visible(piece), verbatim) for piece, verbatim in column.segments(row)]
        text = styled(pieces, marks)
    else:
        text = Text(visible(column.lines(row)))
    first = len(text.plain.partition("\n")[0])
    if column.side:
        text.stylize("dim", first)
    if column.linked:
        link(text, marks.address(row), first)
    return text


def styled(pieces: Pieces, marks: Marks) -> Text:
    """Return a statement's words, with verbatim ones and those searched for highlighted."""
    text = Text()
    for piece, verbatim in pieces:
        text.append(piece, VERBATIM if verbatim else None)
    for start, end in marks.searched(text.plain):
        text.stylize(_SEARCHED, start, end)
    return text


def line_of(line: Line, marks: Marks) -> Text:
    """Return the speaker and the words of a line, as one line."""
    text = Text()
    if line.who:
        text.append(one_line(line.who), "magenta").append(": ")
    pieces = [(one_line(piece), verbatim) for piece, verbatim in line.words]
    return text.append_text(styled(pieces, marks))


def reference_of(line: Line, marks: Marks, width: int) -> Text:
    """Return the reference of a line, dimmed and linked, with its source if `width` allows."""
    reference = Text(one_line(line.reference), "dim")
    link(reference, marks.address(line.row))
    source = f" · {one_line(line.source)}" if line.source and width >= MEDIUM else ""
    return Text().append_text(reference).append(source, "dim")


def hanging(text: Text, width: int, first: Text, rest: Text) -> Iterator[Text]:
    """Yield the text wrapped to a width, with one prefix on its first line, another on the rest."""
    # rich cannot indent continuation lines itself, so it wraps and the prefixes are added here; it
    # breaks words that are longer than a line ("fold") rather than cut them off.
    for position, line in enumerate(text.wrap(_wrapper(), width, overflow="fold")):
        line.rstrip()
        prefix = rest if position else first
        yield prefix.copy().append_text(line) if prefix else line


@lru_cache(1)
def _wrapper() -> Console:
    """Return the console that rich needs for wrapping; nothing is written to it."""
    return Console(file=StringIO(), width=80)


def link(text: Text, address: str, end: int | None = None) -> None:
    """Make a text, up to `end`, a link to an address; "" leaves it as it is."""
    if address:
        text.stylize(Style(link=address), 0, end)


def as_text(drawing: RenderableType, width: int, color: bool) -> str:
    """Return a drawing as rich prints it, without trailing spaces.

    Markup, highlighting and emoji codes are off: a record's “[sic]” and “:smile:” are its text.
    """
    console = Console(
        file=StringIO(),
        width=width,
        color_system="standard" if color else None,
        force_terminal=color,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    with console.capture() as captured:
        console.print(drawing)
    return "".join(line.rstrip() + "\n" for line in captured.get().split("\n")[:-1])


def write_plain(columns: Sequence[Column], rows: Iterable[Any], stream: TextIO) -> None:
    """Write one line per row, columns two spaces apart, nothing wrapped or cut off: for pipes.

    A cell longer than any column is aligned to moves the rest of its own line only.
    """
    rows = list(rows)
    columns = [column for column in columns if any(column.label(row) for row in rows)]
    header = [column.header for column in columns]
    lines = [[visible(_BREAKS.sub(" ", column.label(row))) for column in columns] for row in rows]
    widths = [
        min(max(map(cell_len, cells)), _ALIGNED) for cells in zip(header, *lines, strict=True)
    ]
    for cells in (header, *lines):
        padded = (
            pad(cell, width, column.numeric)
            for cell, width, column in zip(cells, widths, columns, strict=True)
        )
        stream.write("  ".join(padded).rstrip() + "\n")


def card(
    title: str,
    words: Pieces,
    pairs: Iterable[tuple[str, str]],
    width: int | None,
    color: bool,
    address: str = "",
) -> str:
    """Return one record: its title, its words, and labeled lines; without a width nothing wraps.

    The last line is a link to `address`. On a narrow terminal values are below their labels.
    """
    labelled = [(label, visible(text)) for label, text in pairs if text]
    body = styled([(visible(piece), verbatim) for piece, verbatim in words], NO_MARKS)
    lines = [title, body.plain, *(text for _, text in labelled)]
    size = width or max(map(cell_len, lines)) + 40
    parts = [as_text(Text(visible(title), style="bold"), size, color)]
    if body:
        parts.append(as_text(Padding(body, (0, 0, 0, 2)), size, color))
    if labelled:
        values = [Text(text) for _, text in labelled]
        link(values[-1], address)
        labels = [Text(label, "dim") for label, _ in labelled]
        parts.append(as_text(_labeled(labels, values, size), size, color))
    return "\n".join(parts)


def _labeled(labels: Sequence[Text], values: Sequence[Text], width: int) -> RenderableType:
    """Return values beside their labels, or below them where too little room is left for words."""
    if width - max(label.cell_len for label in labels) - _GAP < _LEAST:
        indent = Text(" " * _GAP)
        below = (hanging(value, width - _GAP, indent, indent) for value in values)
        pairs = zip(labels, below, strict=True)
        return Text("\n").join(line for label, lines in pairs for line in (label, *lines))
    grid = Table.grid(padding=(0, _GAP))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for label, value in zip(labels, values, strict=True):
        grid.add_row(label, value)
    return grid
