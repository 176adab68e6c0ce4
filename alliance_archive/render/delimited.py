"""Columns of cells as lines of delimited text, of which CSV (RFC 4180) is the best known.

A block of rows comes column by column, since most columns have nothing to quote, which one look at
all of their cells shows. csv.writer looks at each character twice, and takes three times as long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from types import NoneType
from typing import Any

from .columns import flat, joined

_BLOCK = 64  # rows
# Of columns with cells of one type; quicker than asking for the type of each.
_TEXT_OF: dict[type, Callable[[Any], str]] = {int: str, tuple: joined}


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
    found = [sign for sign in special if sign in together]
    if not found:
        return texts
    return [
        '"' + text.replace('"', '""') + '"' if any(map(text.__contains__, found)) else text
        for text in texts
    ]
