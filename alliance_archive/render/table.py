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
from .columns import NO_MARKS, Column, Marks, Pieces

if TYPE_CHECKING:
    from .shapes import Line

VERBATIM, _SEARCHED = "bold green", "reverse"
_GAP = 2  # cells between columns
_BREAKS = re.compile(r"\s*\n\s*")


def table(
    columns: Sequence[Column],
    rows: Iterable[Any],
    width: int,
    color: bool,
    marks: Marks = NO_MARKS,
) -> str:
    """Return a table no wider than `width` cells; long cells wrap, nothing is cut off."""
    drawing = Table(
        box=box.SIMPLE_HEAD,
        collapse_padding=True,
        pad_edge=False,
        header_style="bold",
        show_edge=False,
    )
    for column in columns:
        drawing.add_column(
            column.header,
            justify="right" if column.numeric else "left",
            no_wrap=column.whole,
            overflow="fold",
        )
    cells = [[_cell(column, row, marks) for column in columns] for row in rows]
    if _tall(columns, cells, width):
        drawing.leading = 1
    for line in cells:
        drawing.add_row(*line)
    return as_text(drawing, width, color)


def _tall(columns: Sequence[Column], cells: list[list[Text]], width: int) -> bool:
    """Return whether a row takes several lines, so that blank lines must separate the rows."""
    if any("\n" in cell.plain for row in cells for cell in row):
        return True
    widths = [
        max((row[position].cell_len for row in cells), default=0)
        for position, column in enumerate(columns)
    ]
    return sum(widths) + _GAP * (len(widths) - 1) > width


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


def reference_of(line: Line, marks: Marks) -> Text:
    """Return the reference of a line, dimmed and linked."""
    text = Text(one_line(line.reference), "dim")
    link(text, marks.address(line.row))
    return text


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
    """Write one line per row, columns two spaces apart, nothing wrapped or cut off: for pipes."""
    header = [column.header for column in columns]
    lines = [[visible(_BREAKS.sub(" ", column.label(row))) for column in columns] for row in rows]
    widths = [max(map(cell_len, cells)) for cells in zip(header, *lines, strict=True)]
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

    The last line is a link to `address`.
    """
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    labelled = [(label, visible(text)) for label, text in pairs if text]
    for position, (label, text) in enumerate(labelled, 1):
        value = Text(text)
        link(value, address if position == len(labelled) else "")
        grid.add_row(label, value)
    body = styled([(visible(piece), verbatim) for piece, verbatim in words], NO_MARKS)
    lines = [title, body.plain, *(text for _, text in labelled)]
    size = width or max(map(cell_len, lines)) + 40
    parts = [as_text(Text(visible(title), style="bold"), size, color)]
    if body:
        parts.append(as_text(Padding(body, (0, 0, 0, 2)), size, color))
    if labelled:
        parts.append(as_text(grid, size, color))
    return "\n".join(parts)
