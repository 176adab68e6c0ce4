"""Rows as CSV (RFC 4180), tab-separated values, JSON, JSON Lines, JSON-LD and Markdown (GFM)."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TextIO

from .cells import UNSAFE, pictured
from .columns import Column, joined, objects

BOM = "\ufeff"
# Characters with which a spreadsheet begins a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# Characters that Markdown would read as markup; a record's text is shown literally. Kept as text,
# so that it is compiled only for Markdown.
_MARKUP = r"([\\`*_\[\]<>|~&])"


def write_csv(columns: Sequence[Column], rows: Iterable[Any], stream: TextIO) -> None:
    """Write CSV, the header first; the stream must not translate line ends."""
    writer = csv.writer(stream)
    writer.writerow([column.key for column in columns])
    writer.writerows(map(_cells_of(columns), rows))


def write_tsv(columns: Sequence[Column], rows: Iterable[Any], stream: TextIO) -> None:
    """Write tab-separated values; cells with a tab, a quote or a line break are quoted."""
    writer = csv.writer(stream, dialect="excel-tab", lineterminator="\n")
    writer.writerow([column.key for column in columns])
    writer.writerows(map(_cells_of(columns), rows))


def write_excel(columns: Sequence[Column], rows: Iterable[Any], stream: TextIO) -> None:
    """Write CSV that is safe in a spreadsheet: with a byte order mark, and without formulas."""
    stream.write(BOM)
    writer = csv.writer(stream)
    writer.writerow([column.key for column in columns])
    writer.writerows([defused(column.text(row)) for column in columns] for row in rows)


def _cells_of(columns: Sequence[Column]) -> Callable[[Any], list[Any]]:
    """Return the function from a row to its cells: text, None or numbers, for the csv module."""
    getters = [column.flat or column.value for column in columns]
    assert None not in getters

    def cells(row: Any) -> list[Any]:
        values = [get(row) for get in getters]  # type: ignore[misc]
        return [joined(value) if type(value) is tuple else value for value in values]

    return cells


def defused(cell: str) -> str:
    """Return a cell that no spreadsheet runs: with an apostrophe where a formula would begin."""
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell


def to_json(value: Any, indent: int | None = None) -> str:
    """Return JSON text that escapes only what a terminal or a reader could misread."""
    import json

    text = json.dumps(value, ensure_ascii=False, indent=indent)
    # JSON allows these characters, but a terminal obeys them; as escapes they mean the same.
    return re.sub(f"[{UNSAFE}]", lambda match: f"\\u{ord(match[0]):04x}", text)


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
        stream.write(to_json(item) + "\n")


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
