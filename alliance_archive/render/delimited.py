"""CSV (RFC 4180) and tab-separated values."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from .columns import Column

BOM = "\ufeff"
# What spreadsheets take for the beginning of a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write_csv(columns: Sequence[Column], rows: Iterable[Any], stream: TextIO) -> None:
    """One record a row, a header first; the stream must not translate line ends."""
    writer = csv.writer(stream)
    writer.writerow([column.key for column in columns])
    texts = [column.text for column in columns]
    writer.writerows([text(row) for text in texts] for row in rows)


def write_tsv(columns: Sequence[Column], rows: Iterable[Any], stream: TextIO) -> None:
    """The same between tabs; cells that hold a tab, a quote or a line break are quoted."""
    writer = csv.writer(stream, dialect="excel-tab", lineterminator="\n")
    writer.writerow([column.key for column in columns])
    writer.writerows([column.text(row) for column in columns] for row in rows)


def write_excel(columns: Sequence[Column], rows: Iterable[Any], stream: TextIO) -> None:
    """CSV as spreadsheets read it safely: a byte order mark, and no cell is run as a formula."""
    stream.write(BOM)
    writer = csv.writer(stream)
    writer.writerow([column.key for column in columns])
    writer.writerows([_defused(column.text(row)) for column in columns] for row in rows)


def _defused(cell: str) -> str:
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell
