"""The record that a name refers to: by id, name, other name, ISO code, or part of a name."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from ..errors import AmbiguousName, UnknownName

LABELS = {"source": "publisher || ', ' || date", "statement": "form || ', ' || coalesce(date, '')"}
"""The SQL for what a record is called, for kinds without a column `name`."""


class Candidates(NamedTuple):
    """The records of a kind that a name matches equally well, as pairs of id and label.

    `rank` says how well: 0 by id, 1 by a whole name, 2 by an office held, 3 by whole words of a
    name, 4 by the beginnings of words, 5 by any part.
    """

    rank: int
    pairs: list[tuple[str, str]]


def resolve_name(connection: sqlite3.Connection, kind: str, name: str) -> str:
    """Return the id of the one record of a kind that a name matches best.

    Raises UnknownName, with the nearest ids, or AmbiguousName.
    """
    pairs = candidates(connection, kind, name).pairs
    if not pairs:
        raise UnknownName(kind, name, nearest_ids(connection, [kind], name))
    if len(pairs) > 1:
        raise AmbiguousName(kind, name, pairs)
    return pairs[0][0]


def candidates(connection: sqlite3.Connection, kind: str, name: str) -> Candidates:
    """Return the records of a kind that a name matches best, possibly an empty list."""
    label = LABELS.get(kind, "name")
    sql = f"SELECT id, {label} FROM {kind} WHERE id = ? AND sound"
    if pairs := connection.execute(sql, (name,)).fetchall():
        return Candidates(0, pairs)
    rank, rows = _rows(connection, kind, name)
    if kind == "participant" and rank != 1 and (holders := _holders(connection, name)):
        return Candidates(2, holders)
    # As one value, in JSON, because SQLite limits the number of values.
    sql = f"SELECT id, {label} FROM {kind} WHERE pk IN (SELECT value FROM json_each(?)) ORDER BY id"
    return Candidates(rank, connection.execute(sql, (str(rows),)).fetchall())


def _rows(connection: sqlite3.Connection, kind: str, name: str) -> tuple[int, list[int]]:
    from ..text.folding import key

    folded = key(name)
    if not folded:
        return 0, []
    sound = f"kind = ? AND record IN (SELECT pk FROM {kind} WHERE sound)"
    whole = connection.execute(
        f"SELECT DISTINCT record FROM name WHERE {sound} AND key = ?", (kind, folded)
    ).fetchall()
    if whole:
        return 1, [row for (row,) in whole]
    names = connection.execute(f"SELECT key, record FROM name WHERE {sound}", (kind,)).fetchall()
    for rank, probe in enumerate((f" {folded} ", f" {folded}", folded), 3):
        if matches := {record for name_key, record in names if probe in f" {name_key} "}:
            return rank, sorted(matches)
    return 0, []


def _holders(connection: sqlite3.Connection, name: str) -> list[tuple[str, str]]:
    """Return the holders of the office that a name refers to, as pairs of id and label.

    If some of them match the whole name of the role, only these are returned.
    """
    from ..text.offices import OfficeWords, match

    positions: dict[int, dict[int, set[int]]] = {1: {}, 2: {}}
    for participant, position, *office in connection.execute(
        "SELECT participant, position, role, at FROM office"
        " WHERE participant IN (SELECT pk FROM participant WHERE sound)"
    ):
        if fit := match(name, OfficeWords(*office)):
            positions[fit].setdefault(participant, set()).add(position)
    return sorted(_holder(connection, *held) for held in (positions[2] or positions[1]).items())


def _holder(
    connection: sqlite3.Connection, participant: int, positions: set[int]
) -> tuple[str, str]:
    """Return a participant's id, and a label with the offices at the positions and their dates."""
    import json

    sql = "SELECT id, name, record FROM participant WHERE pk = ?"
    ident, label, record = connection.execute(sql, (participant,)).fetchone()
    memberships = json.loads(record)["memberships"]
    for position in sorted(positions):
        office = memberships[position]
        dates = f"{office.get('since', '')}–{office.get('until', '')}"
        label += f", {office['role']}, {office['organization']}"
        label += f" ({dates})" if dates != "–" else ""
    return ident, label


def nearest_ids(connection: sqlite3.Connection, kinds: Iterable[str], name: str) -> list[str]:
    """Return the ids of records whose names are closest to a name, best first."""
    from ..text.folding import key, nearest

    ids: dict[str, str] = {}
    for kind in kinds:
        sql = (
            f"SELECT n.key, r.id FROM name n JOIN {kind} r ON r.pk = n.record"
            " WHERE n.kind = ? AND r.sound"
        )
        ids |= dict(connection.execute(sql, (kind,)).fetchall())
    parts = {part: ident for name_key, ident in ids.items() for part in name_key.split()}
    ids_by_name = parts | ids
    return list(dict.fromkeys(ids_by_name[close] for close in nearest(key(name), ids_by_name)))


def country(connection: sqlite3.Connection, name: str) -> str:
    """Return the ISO 3166-1 code of a country of the archive's people, given by code or name.

    Raises UnknownName or AmbiguousName.
    """
    from ..model.countries import countries
    from ..text.folding import key

    codes: set[str] = {
        code
        for (code,) in connection.execute(
            "SELECT DISTINCT country FROM participant WHERE sound AND country IS NOT NULL"
        )
    }
    if name.upper() in codes:
        return name.upper()
    named = {code for code in codes if key(name) in map(key, countries()[code].names)}
    if len(named) == 1:
        return named.pop()
    states = dict(
        connection.execute(
            "SELECT id, country FROM participant"
            " WHERE sound AND kind = 'state' AND country IS NOT NULL"
        )
    )
    try:
        ident = resolve_name(connection, "participant", name)
    except AmbiguousName as error:
        ident = _only_state(error, states)
    except UnknownName as error:
        from ..text.folding import nearest

        raise UnknownName("country", name, (*error.nearest, *nearest(name, codes))) from None
    if ident not in states:
        raise UnknownName("country", name, sorted(codes))
    return str(states[ident])


def _only_state(error: AmbiguousName, states: Iterable[str]) -> str:
    candidates = [pair for pair in error.candidates if pair[0] in states]
    if len(candidates) != 1:
        raise AmbiguousName("country", error.name, candidates or error.candidates) from None
    return candidates[0][0]
