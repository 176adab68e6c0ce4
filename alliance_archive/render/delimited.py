"""Rows as CSV (RFC 4180) and tab-separated values.

A block of rows comes column by column, since most columns have nothing to quote, which one look at
all of their cells shows. csv.writer looks at each character twice, which takes twice as long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from types import NoneType
from typing import Any, TextIO

from .columns import Column, flat, joined

BOM = "\ufeff"
_BLOCK = 64  # rows
# Characters with which a spreadsheet begins a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# Of columns with cells of one type; quicker than asking for the type of each.
_TEXT_OF: dict[type, Callable[[Any], str]] = {int: str, tuple: joined}


def write_csv(columns: Sequence[Column], rows: Iterable[Any], stream: TextIO) -> None:
    """Write CSV, the header first; the stream must not translate line ends."""
    for block in _blocks(columns, rows):
        stream.write(delimited(block))


def write_tsv(columns: Sequence[Column], rows: Iterable[Any], stream: TextIO) -> None:
    """Write tab-separated values; cells with a tab, a quote or a line break are quoted."""
    for block in _blocks(columns, rows):
        stream.write(delimited(block, "\t", "\n"))


def write_excel(columns: Sequence[Column], rows: Iterable[Any], stream: TextIO) -> None:
    """Write CSV that is safe in a spreadsheet: with a byte order mark, and without formulas."""
    stream.write(BOM)
    for block in _blocks(columns, rows):
        stream.write(delimited(list(map(defused, texts_of(cells))) for cells in block))


def _blocks(columns: Sequence[Column], rows: Iterable[Any]) -> Iterator[Iterable[Sequence[Any]]]:
    """Yield the header, and then some rows at a time, as the cells of each column."""
    yield [(column.key,) for column in columns]
    for block in in_blocks(rows):
        yield _cells_of(columns, block)


def _cells_of(columns: Sequence[Column], rows: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """Yield the cells of each column."""
    # Of named tuples, all values of a field are taken at once.
    kind = type(rows[0])
    by_name: dict[str, Sequence[Any]] = {}
    if hasattr(kind, "_fields") and set(map(type, rows)) == {kind}:
        by_name = dict(zip(kind._fields, zip(*rows, strict=True), strict=True))
    for column in columns:
        get = column.flat or column.value
        assert get is not None
        name = "" if column.flat else column.attribute
        yield by_name[name] if name in by_name else list(map(get, rows))


def in_blocks(rows: Iterable[Any]) -> Iterator[list[Any]]:
    """Yield rows some at a time."""
    rows = iter(rows)
    while block := list(islice(rows, _BLOCK)):
        yield block


def delimited(columns: Iterable[Sequence[Any]], separator: str = ",", end: str = "\r\n") -> str:
    """Return rows, given as their columns, as lines in which no cell is mistaken for several."""
    special = (separator, '"', "\r", "\n")
    quoted = [_quoted(texts_of(cells), special) for cells in columns]
    if len(quoted) == 1:  # an empty line is not read as a row
        quoted = [[text or '""' for text in quoted[0]]]
    return "".join([line + end for line in map(separator.join, zip(*quoted, strict=True))])


def texts_of(cells: Sequence[Any]) -> Sequence[str]:
    """Return the cells of a column, each as one text."""
    types = set(map(type, cells))
    if types == {str}:
        return cells
    if types <= {str, NoneType}:
        return [cell or "" for cell in cells]
    return list(map(_TEXT_OF.get(types.pop(), flat) if len(types) == 1 else flat, cells))


def _quoted(texts: Sequence[str], special: Iterable[str]) -> Sequence[str]:
    """Return the texts of a column, in quotation marks where they contain special characters."""
    together = "".join(texts)
    present = [sign for sign in special if sign in together]
    if not present:
        return texts
    return [
        '"' + text.replace('"', '""') + '"' if any(map(text.__contains__, present)) else text
        for text in texts
    ]


def defused(cell: str) -> str:
    """Return a cell that no spreadsheet runs: with an apostrophe where a formula would begin."""
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell
