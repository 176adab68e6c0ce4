"""The names to which the beginning of a name on the command line can be completed."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from ..model.fields import KINDS
from ..text.folding import key
from ..text.invisible import is_text
from .names import LABELS

MOST = 200


class Candidate(NamedTuple):
    """An id or a country's code, and the name that explains it."""

    value: str
    label: str


def candidates_of_kind(connection: sqlite3.Connection, kind: str, begun: str) -> list[Candidate]:
    """Return records whose id, or a word of a name or office, begins like this; at most MOST."""
    if not is_text(begun):
        return []
    label = LABELS.get(kind, "name")
    if kind == "statement":
        sql = f"SELECT id, {label} FROM statement r WHERE sound AND id >= ? AND id < ?"
        return _candidates(connection, sql, (begun, begun + "\U0010ffff"))
    word = f" {key(begun)}"
    by_name = "SELECT n.record FROM name n WHERE n.kind = ? AND instr(' ' || n.key, ?)"
    values: tuple[object, ...] = (len(begun), begun, kind, word)
    if kind == "participant":
        by_name += " UNION SELECT participant FROM office WHERE instr(' ' || role, ?)"
        values += (word,)
    sql = (
        f"SELECT id, {label} FROM {kind} r"
        f" WHERE sound AND (substr(id, 1, ?) = ? OR pk IN ({by_name}))"
    )
    return _candidates(connection, sql, values)


def candidates_of_any_kind(connection: sqlite3.Connection, begun: str) -> list[Candidate]:
    """Return such records of every kind; at most MOST."""
    candidates = [
        record for kind in KINDS for record in candidates_of_kind(connection, kind, begun)
    ]
    return candidates[:MOST]


def country_candidates(connection: sqlite3.Connection, begun: str) -> list[Candidate]:
    """Return the archive's countries whose code, or a word of whose name, begins like this."""
    codes = "SELECT country AS id, max(CASE kind WHEN 'state' THEN name END) FROM participant"
    sql = f"{codes} WHERE sound AND country IS NOT NULL GROUP BY country"
    candidates = sorted(Candidate(code, name or "") for code, name in connection.execute(sql))
    word = f" {key(begun)}"
    return [
        country
        for country in candidates
        if country.value.startswith(begun.upper()) or word in f" {key(country.label)}"
    ]


def _candidates(
    connection: sqlite3.Connection, sql: str, values: tuple[object, ...]
) -> list[Candidate]:
    rows = connection.execute(f"{sql} ORDER BY id LIMIT {MOST}", values)
    return [Candidate(ident, label) for ident, label in rows]
