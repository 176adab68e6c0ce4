"""CSV (RFC 4180) and tab-separated values."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TextIO

from .columns import Column, joined

BOM = "\ufeff"
# What spreadsheets take for the beginning of a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write_csv(columns: Sequence[Column], rows: Iterable[Any], stream: TextIO) -> None:
    """One record a row, a header first; the stream must not translate line ends."""
    writer = csv.writer(stream)
    writer.writerow([column.key for column in columns])
    writer.writerows(map(_cells_of(columns), rows))


def write_tsv(columns: Sequence[Column], rows: Iterable[Any], stream: TextIO) -> None:
    """The same between tabs; cells that hold a tab, a quote or a line break are quoted."""
    writer = csv.writer(stream, dialect="excel-tab", lineterminator="\n")
    writer.writerow([column.key for column in columns])
    writer.writerows(map(_cells_of(columns), rows))


def write_excel(columns: Sequence[Column], rows: Iterable[Any], stream: TextIO) -> None:
    """CSV as spreadsheets read it safely: a byte order mark, and no cell is run as a formula."""
    stream.write(BOM)
    writer = csv.writer(stream)
    writer.writerow([column.key for column in columns])
    writer.writerows([_defused(column.text(row)) for column in columns] for row in rows)


def _cells_of(columns: Sequence[Column]) -> Callable[[Any], list[Any]]:
    """What makes a row's cells: text, None or numbers, as the csv module takes them."""
    getters = [column.flat or column.value for column in columns]
    assert None not in getters

    def cells(row: Any) -> list[Any]:
        values = [get(row) for get in getters]  # type: ignore[misc]
        return [joined(value) if type(value) is tuple else value for value in values]

    return cells


def _defused(cell: str) -> str:
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell
