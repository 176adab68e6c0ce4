"""Records as rows that colleagues correct in a spreadsheet, and that `import` reads back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..archive import SORTS, Archive
from ..model.records import Record, plain
from ..queries.editable import EditableRow, columns_of, editable_rows
from ..queries.filter import EVERYTHING, Condition, Filter
from ..render.columns import Column, View
from ..store.cells import BASE, base_of, cell_fields, cells_of, data_of

_SOUND = Condition("s.sound", ())


def editable(
    archive: Archive,
    kind: str = "statement",
    query: Filter = EVERYTHING,
    *,
    sort: str = "date",
    limit: int | None = None,
) -> Iterator[EditableRow]:
    """Return the rows of the statements that match a filter, or of all records of another kind."""
    if kind != "statement":
        return editable_rows(archive.connection, kind, _SOUND)
    order = SORTS[sort.removeprefix("-")].format("DESC" if sort.startswith("-") else "")
    return editable_rows(archive.connection, kind, archive.condition(query), order, limit)


def rows_of(kind: str, records: Iterable[Record]) -> Iterator[EditableRow]:
    """Return the rows of records of a kind."""
    for record in records:
        path = record.origin.path if record.origin else ""
        yield EditableRow(record.id, path, cells_of(kind, plain(record)))


def editable_view(kind: str) -> View:
    """Return the columns of a kind that can come back, and the digests of their cells."""
    names = columns_of(kind)
    columns = [_column(kind, position, name) for position, name in enumerate(names)]

    def base(row: EditableRow) -> str:
        return base_of(names, row.cells)

    fields = (*columns, Column(BASE, "Base", base, base))
    return View(fields, fields, fields)


def _column(kind: str, position: int, name: str) -> Column:
    cell = cell_fields(kind).get(name)

    def flat(row: EditableRow) -> str:
        return row.cells[position]

    def value(row: EditableRow) -> Any:
        return data_of(cell, row.cells[position]) if cell else row.cells[position]

    return Column(name, name.replace("_", " ").capitalize(), value, flat, whole=name == "id")
