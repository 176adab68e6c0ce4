"""Rows as CSV (RFC 4180), tab-separated values, JSON, JSON Lines, JSON-LD and Markdown (GFM)."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from operator import attrgetter
from typing import Any, TextIO

from .cells import UNSAFE, pictured
from .columns import Column, joined, objects

BOM = "\ufeff"
_BLOCK = 128  # rows
# Characters with which a spreadsheet begins a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# Characters that Markdown would read as markup; a record's text is shown literally. Kept as text,
# so that it is compiled only for Markdown.
_MARKUP = r"([\\`*_\[\]<>|~&])"


def write_csv(columns: Sequence[Column], rows: Iterable[Any], stream: TextIO) -> None:
    """Write CSV, the header first; the stream must not translate line ends."""
    writer = csv.writer(stream)
    writer.writerow([column.key for column in columns])
    for block in _blocks(columns, rows):
        writer.writerows(block)


def write_tsv(columns: Sequence[Column], rows: Iterable[Any], stream: TextIO) -> None:
    """Write tab-separated values; cells with a tab, a quote or a line break are quoted."""
    writer = csv.writer(stream, dialect="excel-tab", lineterminator="\n")
    writer.writerow([column.key for column in columns])
    for block in _blocks(columns, rows):
        writer.writerows(block)


def write_excel(columns: Sequence[Column], rows: Iterable[Any], stream: TextIO) -> None:
    """Write CSV that is safe in a spreadsheet: with a byte order mark, and without formulas."""
    stream.write(BOM)
    writer = csv.writer(stream)
    writer.writerow([column.key for column in columns])
    writer.writerows([defused(column.text(row)) for column in columns] for row in rows)


def _blocks(columns: Sequence[Column], rows: Iterable[Any]) -> Iterator[Iterable[tuple[Any, ...]]]:
    """Yield the cells of some rows at a time: text, None or numbers, for the csv module."""
    rows = iter(rows)
    # Loops per column and over fields run in C; one per row would run in Python and take twice as
    # long.
    fields = [_field(column) for column in columns]
    while block := list(islice(rows, _BLOCK)):
        names = getattr(block[0], "_fields", ())
        values = dict(zip(names, zip(*block, strict=True), strict=True)) if names else {}
        cells = zip(map(values.get, fields), columns, strict=True)
        yield zip(*[_cells_of(column, block, known) for known, column in cells], strict=True)


def _field(column: Column) -> str | None:
    """Return the field of a row that the column shows as it is; None if there is none."""
    get = column.flat or column.value
    return get.__reduce__()[1][0] if isinstance(get, attrgetter) else None


def _cells_of(column: Column, rows: Sequence[Any], known: Sequence[Any] | None) -> Sequence[Any]:
    get = column.flat or column.value
    assert get is not None
    cells = known or list(map(get, rows))
    # The values of a field are of one type or None.
    first = next((cell for cell in cells if cell is not None), None) if known else ()
    if column.flat or type(first) is not tuple:
        return cells
    types = set(map(type, cells))
    if tuple not in types:
        return cells
    if len(types) == 1:
        return list(map(joined, cells))
    return [joined(cell) if type(cell) is tuple else cell for cell in cells]


def defused(cell: str) -> str:
    """Return a cell that no spreadsheet runs: with an apostrophe where a formula would begin."""
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell


def to_json(value: Any, indent: int | None = None) -> str:
    """Return JSON text that escapes only what a terminal or a reader could misread."""
    # JSON allows these characters, but a terminal obeys them; as escapes they mean the same.
    return re.sub(f"[{UNSAFE}]", _escape, _encoder(indent)(value))


@cache
def _encoder(indent: int | None) -> Callable[[Any], str]:
    import json

    return json.JSONEncoder(ensure_ascii=False, indent=indent).encode


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def write_json(columns: Sequence[Column], rows: Iterable[Any], stream: TextIO) -> None:
    """Write one array of objects, row by row, so that memory does not grow with the rows."""
    lead = "[\n  "
    for item in objects(columns, rows):
        stream.write(lead + to_json(item, indent=2).replace("\n", "\n  "))
        lead = ",\n  "
    stream.write("[]\n" if lead.startswith("[") else "\n]\n")


def write_jsonl(columns: Sequence[Column], rows: Iterable[Any], stream: TextIO) -> None:
    """Write one object per line."""
    for item in objects(columns, rows):
        stream.write(f"{to_json(item)}\n")


def write_markdown(columns: Sequence[Column], rows: Iterable[Any], stream: TextIO) -> None:
    """Write a header, a rule and one line per row (GFM 4.10); line breaks in cells become <br>."""
    stream.write(_markdown_line(column.header for column in columns))
    stream.write(_markdown_line("---:" if column.numeric else "---" for column in columns))
    for row in rows:
        stream.write(_markdown_line(_markdown_cell(column.label(row)) for column in columns))


def _markdown_line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _markdown_cell(text: str) -> str:
    return re.sub(_MARKUP, r"\\\1", pictured(text)).replace("\n", "<br>")
