"""The record that a name refers to: by id, name, other name, ISO code, or part of a name."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from ..errors import AmbiguousName, UnknownName
from .left_out import LEFT_OUT

LABELS = {"source": "publisher || ', ' || date", "statement": "form || ', ' || coalesce(date, '')"}
"""The SQL for what a record is called, for kinds without a column `name`."""


class Candidates(NamedTuple):
    """The records of a kind that a name matches equally well, as pairs of id and label.

    `rank` says how well: 0 by id, 1 by a whole name in any order of its words, 2 by an office held,
    3 by words of a name or the beginnings of words, 4 by any part. `left_out` are those that match
    as well but have an error.
    """

    rank: int
    pairs: list[tuple[str, str]]
    left_out: list[tuple[str, str]]


_OFFICE, PART = 2, 3


def resolve_name(connection: sqlite3.Connection, kind: str, name: str) -> str:
    """Return the id of the one record of a kind that a name matches best.

    Raises UnknownName, with the nearest ids, or AmbiguousName: also where a record with an error
    matches as well, because it may be the one that is meant.
    """
    fits = candidates(connection, kind, name)
    if not fits.pairs:
        raise UnknownName(kind, name, nearest_ids(connection, [kind], name))
    if len(fits.pairs) + len(fits.left_out) > 1:
        raise AmbiguousName(kind, name, sorted(fits.pairs + fits.left_out))
    return fits.pairs[0][0]


def is_text(name: str) -> bool:
    """Return whether a name is Unicode text: an argument that is not UTF-8 has lone surrogates."""
    return not any("\ud800" <= character <= "\udfff" for character in name)


def candidates(connection: sqlite3.Connection, kind: str, name: str) -> Candidates:
    """Return the records of a kind that a name matches best, possibly an empty list."""
    if not is_text(name):
        return Candidates(0, [], [])
    columns = f"sound, id, coalesce({LABELS.get(kind, 'name')}, '')"
    sql = f"SELECT {columns} FROM {kind} WHERE id = ?"
    if same := connection.execute(sql, (name,)).fetchall():
        return _split(0, same)
    rank, rows = _rows(connection, kind, name)
    # As one value, in JSON, because SQLite limits the number of values.
    sql = f"SELECT {columns} FROM {kind} WHERE pk IN (SELECT value FROM json_each(?)) ORDER BY id"
    fits = _split(rank, connection.execute(sql, (str(rows),)).fetchall())
    if kind == "participant" and rank != 1 and (holders := _holders(connection, name)):
        # “Bishop” may be an office or a surname, and nothing tells which.
        named = fits if rank == PART else Candidates(rank, [], [])
        return Candidates(_OFFICE, sorted(dict([*named.pairs, *holders]).items()), named.left_out)
    return fits


def _split(rank: int, rows: Iterable[tuple[int, str, str]]) -> Candidates:
    fits = Candidates(rank, [], [])
    for sound, ident, label in rows:
        if sound:
            fits.pairs.append((ident, label))
        else:
            fits.left_out.append((ident, f"{label} ({LEFT_OUT})".lstrip()))
    return fits


def _rows(connection: sqlite3.Connection, kind: str, name: str) -> tuple[int, list[int]]:
    from ..text.folding import key

    folded = key(name)
    if not folded:
        return 0, []
    sql = "SELECT key, partial, record FROM name WHERE kind = ?"
    names = connection.execute(sql, (kind,)).fetchall()
    for rank, matches in ((1, _is_whole), (PART, _is_part), (4, _is_within)):
        rows = {row for name_key, partial, row in names if matches(folded, name_key, partial)}
        if rows:
            return rank, sorted(rows)
    return 0, []


def _is_whole(folded: str, name: str, partial: int) -> bool:
    """Return whether a name is the one given, or has the same words: “Mattis, Jim”."""
    if partial:
        return False
    return folded == name or (_has_words(folded) and sorted(folded.split()) == sorted(name.split()))


def _is_part(folded: str, name: str, _partial: int) -> bool:
    """Return whether words of the name begin with those given."""
    if not _has_words(folded):
        return f" {folded}" in f" {name}"
    left = name.split()
    for part in sorted(folded.split(), key=len, reverse=True):
        word = next((word for word in sorted(left, key=len) if word.startswith(part)), None)
        if word is None:
            return False
        left.remove(word)
    return True


def _is_within(folded: str, name: str, _partial: int) -> bool:
    return folded in name


def _has_words(folded: str) -> bool:
    """Return whether the order of words may differ: not of characters written without spaces."""
    from ..text.folding import is_unspaced

    return not any(map(is_unspaced, folded.split()))


def namesakes(connection: sqlite3.Connection, name: str) -> list[tuple[str, str]]:
    """Return whom else a name matches in part that is a participant's whole name.

    As pairs of id and name. An id, or a name that is not whole or not just one's, has none.
    """
    from ..text.folding import key

    rank, pairs, _ = candidates(connection, "participant", name)
    if rank != 1 or len(pairs) != 1:
        return []
    folded, ident = key(name), pairs[0][0]
    sql = (
        "SELECT n.key, n.partial, p.id, p.name FROM name n JOIN participant p ON p.pk = n.record"
        " WHERE n.kind = 'participant' AND p.sound AND p.id <> ? ORDER BY p.id"
    )
    others = {
        other: label
        for name_key, partial, other, label in connection.execute(sql, (ident,))
        if _is_part(folded, name_key, partial)
    }
    others |= {other: label for other, label in _holders(connection, name) if other != ident}
    return list(others.items())


def _holders(connection: sqlite3.Connection, name: str) -> list[tuple[str, str]]:
    """Return all holders of the office that a name means, as pairs of id and label."""
    from ..text.offices import OfficeWords, match

    positions: dict[int, set[int]] = {}
    for participant, position, role, places in connection.execute(
        "SELECT participant, position, role, at FROM office"
        " WHERE participant IN (SELECT pk FROM participant WHERE sound)"
    ):
        if match(name, OfficeWords(role, tuple(places.split("\n")))):
            positions.setdefault(participant, set()).add(position)
    return sorted(_holder(connection, *held) for held in positions.items())


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
    """Return the ids of records whose names or ids are closest to a name, best first."""
    from ..text.folding import nearest_names

    sql = (
        "SELECT n.key, r.id FROM name n JOIN {0} r ON r.pk = n.record"
        " WHERE n.kind = '{0}' AND r.sound UNION ALL SELECT id, id FROM {0} WHERE sound"
    )
    names = (pair for kind in kinds for pair in connection.execute(sql.format(kind)))
    return nearest_names(name, names)


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


def members_of(connection: sqlite3.Connection, organization: str) -> list[str]:
    """Return the ids of the participants who hold or held an office in an organization."""
    sql = (
        "SELECT DISTINCT p.id FROM participant p, json_each(p.record, '$.memberships') m"
        " WHERE p.sound AND json_extract(m.value, '$.organization') = ? ORDER BY p.id"
    )
    return [ident for (ident,) in connection.execute(sql, (organization,))]
