"""The record that a name means: by id, whole name, other name, ISO code, or part of a name."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from ..errors import AmbiguousName, UnknownName
from ..folding import key, nearest

_LABEL = {"source": "publisher || ', ' || date", "statement": "form"}


def resolve(connection: sqlite3.Connection, kind: str, name: str) -> str:
    """The id of the one record of a kind that goes by a name.

    A whole name goes before whole words of one, these before the beginnings of words, these
    before any part. Raises UnknownName, with the nearest names, or AmbiguousName.
    """
    known = connection.execute(f"SELECT id FROM {kind} WHERE id = ? AND sound", (name,)).fetchone()
    if known:
        return str(known[0])
    found = _rows(connection, kind, name)
    if not found:
        raise UnknownName(kind, name, _nearest(connection, kind, name))
    marks = ", ".join("?" * len(found))
    label = _LABEL.get(kind, "name")
    sql = f"SELECT id, {label} FROM {kind} WHERE pk IN ({marks}) ORDER BY id"
    candidates = connection.execute(sql, found).fetchall()
    if len(candidates) > 1:
        raise AmbiguousName(kind, name, candidates)
    return str(candidates[0][0])


def _rows(connection: sqlite3.Connection, kind: str, name: str) -> list[int]:
    wanted = key(name)
    if not wanted:
        return []
    sound = f"kind = ? AND record IN (SELECT pk FROM {kind} WHERE sound)"
    whole = connection.execute(
        f"SELECT DISTINCT record FROM name WHERE {sound} AND key = ?", (kind, wanted)
    ).fetchall()
    if whole:
        return [row for (row,) in whole]
    names = connection.execute(f"SELECT key, record FROM name WHERE {sound}", (kind,)).fetchall()
    for probe in (f" {wanted} ", f" {wanted}", wanted):
        if found := {record for name_key, record in names if probe in f" {name_key} "}:
            return sorted(found)
    return []


def _nearest(connection: sqlite3.Connection, kind: str, name: str) -> list[str]:
    sql = (
        f"SELECT n.key, r.id FROM name n JOIN {kind} r ON r.pk = n.record"
        " WHERE n.kind = ? AND r.sound"
    )
    ids = dict(connection.execute(sql, (kind,)))
    parts = {part: ident for k, ident in ids.items() for part in k.split()}
    known = parts | ids
    return list(dict.fromkeys(known[close] for close in nearest(key(name), known)))


def country(connection: sqlite3.Connection, name: str) -> str:
    """The ISO 3166-1 code of a country named by it or by the name of its state."""
    codes: set[str] = {
        code
        for (code,) in connection.execute(
            "SELECT DISTINCT country FROM participant WHERE sound AND country IS NOT NULL"
        )
    }
    if name.upper() in codes:
        return name.upper()
    states = dict(
        connection.execute(
            "SELECT id, country FROM participant"
            " WHERE sound AND kind = 'state' AND country IS NOT NULL"
        )
    )
    try:
        ident = resolve(connection, "participant", name)
    except AmbiguousName as error:
        ident = _only_state(error, states)
    except UnknownName as error:
        raise UnknownName("country", name, (*error.nearest, *nearest(name, codes))) from None
    if ident not in states:
        raise UnknownName("country", name, sorted(codes))
    return str(states[ident])


def _only_state(error: AmbiguousName, states: Iterable[str]) -> str:
    candidates = [each for each in error.candidates if each[0] in states]
    if len(candidates) != 1:
        raise AmbiguousName("country", error.name, candidates or error.candidates) from None
    return candidates[0][0]
