"""Offices in the archive: who held one that a name means, and what each participant held."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from ..text.matching import Typed
from ..text.offices import OfficeWords, match


def holders_of(connection: sqlite3.Connection, name: Typed) -> tuple[list[tuple[str, str]], bool]:
    """Return all holders of the office that a name means, as pairs of id and label.

    Return with them whether the name says where the office is held.
    """
    with_place = False
    positions: dict[int, set[int]] = {}
    for participant, position, role, places in connection.execute(
        "SELECT participant, position, role, at FROM office"
        " WHERE participant IN (SELECT pk FROM participant WHERE sound)"
    ):
        means = match(name, OfficeWords(role, tuple(places.split("\n"))))
        if means is not None:
            with_place = means
            positions.setdefault(participant, set()).add(position)
    holders = (
        _holder(connection, row, sorted(of_participant))
        for row, of_participant in positions.items()
    )
    return sorted(holders), with_place


def _holder(
    connection: sqlite3.Connection, participant: int, positions: Iterable[int]
) -> tuple[str, str]:
    """Return a participant's id, and a label with the offices at the positions and their dates."""
    sql = "SELECT id, name, record FROM participant WHERE pk = ?"
    ident, label, record = connection.execute(sql, (participant,)).fetchone()
    memberships = _memberships(record)
    return ident, ", ".join((label, *(_dated(memberships[position]) for position in positions)))


def with_office(connection: sqlite3.Connection, ident: str, label: str) -> tuple[str, str]:
    """Return the id, and the label with the office that the participant held last."""
    sql = "SELECT record FROM participant WHERE id = ? AND sound"
    (record,) = connection.execute(sql, (ident,)).fetchone()
    memberships = _memberships(record)
    if memberships:
        last = max(
            memberships,
            key=lambda membership: (membership.get("until", "9"), membership.get("since", "")),
        )
        label += f", {_dated(last)}"
    return ident, label


def _memberships(record: str) -> list[dict[str, str]]:
    import json  # here, because most names are not ambiguous

    memberships: list[dict[str, str]] = json.loads(record).get("memberships", [])
    return memberships


def _dated(office: dict[str, str]) -> str:
    dates = f"{office.get('since', '')}–{office.get('until', '')}"
    return f"{office['role']}, {office['organization']}" + (f" ({dates})" if dates != "–" else "")


def offices_of(connection: sqlite3.Connection, ident: str) -> list[OfficeWords]:
    """Return the offices of the participant with an id."""
    sql = (
        "SELECT role, at FROM office WHERE participant = (SELECT pk FROM participant WHERE id = ?)"
    )
    return [
        OfficeWords(role, tuple(places.split("\n")))
        for role, places in connection.execute(sql, (ident,))
    ]


def members_of(connection: sqlite3.Connection, organization: str) -> list[str]:
    """Return the ids of the participants who hold or held an office in an organization."""
    sql = (
        "SELECT DISTINCT p.id FROM participant p, json_each(p.record, '$.memberships') m"
        " WHERE p.sound AND json_extract(m.value, '$.organization') = ? ORDER BY p.id"
    )
    return [ident for (ident,) in connection.execute(sql, (organization,))]
