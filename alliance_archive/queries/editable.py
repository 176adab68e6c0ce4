"""The records of the archive as the cells of a spreadsheet, which `import` reads back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from operator import itemgetter
from typing import Any, NamedTuple

from ..index.intact import check_sum
from ..index.packing import ends_of, exacts_of, starts_of
from ..index.schema import summed
from ..index.storage import records
from ..model.fields import KINDS
from ..model.records import plain
from ..render.columns import joined
from ..store.cells import cell_fields, cells_of
from .filter import Condition

# What the index calls the column of a statement's cells that go by another name.
_ELSEWHERE = {"date": "own_date", "quote_starts": "quotes", "quote_ends": "quotes"}
_QUOTES: dict[str, Callable[[str], list[str]]] = {
    "quotes": exacts_of,
    "quote_starts": starts_of,
    "quote_ends": ends_of,
}
_COMPLETE = Condition("s.state < 2", ())  # not those whose fields cannot be read


class EditableRow(NamedTuple):
    """A record's cells, in the order of `columns_of`, and its file."""

    id: str
    path: str
    cells: tuple[str, ...]


@cache
def columns_of(kind: str) -> tuple[str, ...]:
    """Return the columns of a kind that can come back; a statement's source is for new ones."""
    names = tuple(cell_fields(kind))
    return (names[0], "source", *names[1:]) if kind == "statement" else names


def editable_rows(
    connection: sqlite3.Connection,
    kind: str,
    condition: Condition = _COMPLETE,
    order: str = "s.id",
    limit: int | None = None,
) -> Iterator[EditableRow]:
    """Yield the rows of a kind's records `s` that meet a condition. Raises DamagedIndex."""
    if kind == "statement":
        yield from _statements(connection, condition, order, limit)
        return
    for record in records(connection, kind, condition.sql, *condition.values):
        yield EditableRow(record.id, record.origin.path, cells_of(kind, plain(record)))


def rows_by_id(
    connection: sqlite3.Connection, kind: str, idents: Sequence[str]
) -> dict[str, EditableRow]:
    """Return the rows of the records with some ids, but for those that cannot be read."""
    # The same text for every batch of a size, which SQLite has then prepared.
    condition = Condition(f"s.id IN ({', '.join('?' * len(idents))}) AND s.state < 2", (*idents,))
    return {row.id: row for row in editable_rows(connection, kind, condition)}


class _CellPositions(NamedTuple):
    """Where the cells of a statement are in a row of the index."""

    names: tuple[str, ...]
    cells: Callable[[Sequence[Any]], tuple[Any, ...]]
    quoted: tuple[tuple[int, Callable[[str], list[str]]], ...]


@cache
def _layout() -> _CellPositions:
    names = tuple(summed("statement").split(", "))
    columns = columns_of("statement")
    places = [names.index(_ELSEWHERE.get(column, column)) for column in columns]
    quoted = tuple((columns.index(column), part) for column, part in _QUOTES.items())
    return _CellPositions(names, itemgetter(*places), quoted)


def _statements(
    connection: sqlite3.Connection, condition: Condition, order: str, limit: int | None
) -> Iterator[EditableRow]:
    names, cells_in, quoted = _layout()
    ident, path = names.index("id"), names.index("path")
    selected = ", ".join(f"s.{name}" for name in names)
    sql = f"SELECT {selected} FROM statement s WHERE {condition.sql} ORDER BY {order} LIMIT ?"
    values = (*condition.values, -1 if limit is None else limit)
    for row in connection.execute(sql, values):
        check_sum(row[:-1], row[-1])
        cells = ["" if cell is None else str(cell) for cell in cells_in(row)]
        for position, part in quoted:
            if cells[position]:
                cells[position] = joined(tuple(part(cells[position])))
        yield EditableRow(row[ident], row[path], tuple(cells))


def kind_of(connection: sqlite3.Connection, ident: str) -> str | None:
    """Return the kind of the record that has an id; None if none has."""
    for kind in KINDS:
        if connection.execute(f"SELECT 1 FROM {kind} WHERE id = ?", (ident,)).fetchone():
            return kind
    return None
