"""The records that refer to a record, wherever they are."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from ..model.fields import ID, KINDS, STATEMENT, Field, Kind
from ..render.columns import LIST_SEPARATOR

# The tables that list a statement's ids one by one, by field: a condition on its key.
_LINKED = {
    "attributed_to": "pk IN (SELECT statement FROM attribution WHERE participant = ?)",
    "voiced_by": "pk IN (SELECT statement FROM attribution WHERE participant = ?)",
    "topics": "pk IN (SELECT statement FROM statement_topic WHERE topic = ?)",
    "about": "pk IN (SELECT statement FROM mention WHERE meeting = ?)",
}


class Referrer(NamedTuple):
    """A record that refers to another: its kind, id, and the path of its file."""

    kind: str
    ident: str
    path: str


def reference_fields(kind: Kind) -> Iterator[tuple[Field, Field | None]]:
    """Yield the fields of a kind that contain ids, each with the part that does if it is nested."""
    for field in kind.fields:
        if field.refers_to:
            yield field, None
        for part in field.fields:
            if part.refers_to:
                yield field, part


def referring(connection: sqlite3.Connection, kind: str, ident: str) -> list[Referrer]:
    """Return the records, with or without errors, that refer to the record of a kind, by path."""
    referrers: set[Referrer] = set()
    for referring_kind in KINDS.values():
        conditions = {
            _condition(referring_kind, field, part)
            for field, part in reference_fields(referring_kind)
            if (part or field).refers_to == kind
        }
        for condition, value in sorted(conditions):
            sql = f"SELECT id, path FROM {referring_kind.name} WHERE {condition}"
            rows = connection.execute(sql, (value.format(ident),))
            referrers.update(Referrer(referring_kind.name, *row) for row in rows)
    return sorted(referrers, key=lambda referrer: (referrer.path, referrer.kind, referrer.ident))


def _condition(kind: Kind, field: Field, part: Field | None) -> tuple[str, str]:
    """Return the SQL by which a record that refers is found, and the form of its value."""
    if kind is not STATEMENT:
        return "instr(record, ?)", '"{}"'
    if field.name in _LINKED:
        return _LINKED[field.name], "{}"
    if part is None and field.type == ID:
        return f"{field.name} = ?", "{}"
    column = f"{field.name}_{part.name}" if part else field.name
    apart = f"'{LIST_SEPARATOR}'"
    return f"instr({apart} || {column} || {apart}, ?)", LIST_SEPARATOR + "{}" + LIST_SEPARATOR
