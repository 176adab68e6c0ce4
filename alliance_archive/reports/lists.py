"""The columns of participants, meetings, sources, topics and problems."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

from ..model.records import plain
from ..queries.rows import Listed
from ..render.columns import JOINT, Column
from .view import View, field


def _record(name: str, header: str | None = None, **hints: Any) -> Column:
    label = header or name.replace("_", " ").capitalize()
    return Column(name, label, attrgetter(f"record.{name}"), **hints)


def _plainly(name: str, flat: Any, header: str | None = None) -> Column:
    """A column of nested records: dicts in JSON, and as one text what `flat` makes of the row."""
    label = header or name.replace("_", " ").capitalize()
    return Column(name, label, lambda row: plain(row.record).get(name), flat)


def _roles(row: Listed) -> str:
    return JOINT.join(f"{held.role}, {held.organization}" for held in row.record.memberships)


def _place(row: Listed) -> str:
    place = row.record.place
    return ", ".join(part for part in (place.name, place.country) if part) if place else ""


def _fingerprint(row: Listed) -> str:
    return row.record.text.sha256 if row.record.text else ""


def _identifiers(row: Listed) -> str:
    return JOINT.join(f"{scheme}: {value}" for scheme, value in row.record.identifiers.items())


_COUNT = field("statements", number=True, whole=True)
_ID = _record("id", "ID", whole=True, linked=True)
_PARTICIPANT = {
    column.key: column
    for column in (
        _ID,
        _record("name"),
        _record("kind"),
        _record("family_name"),
        _record("other_names"),
        _record("country"),
        _plainly("memberships", _roles, "Roles"),
        _plainly("identifiers", _identifiers),
        _COUNT,
        field("attributed", number=True, whole=True),
        field("voiced", number=True, whole=True),
        _record("note"),
    )
}
_MEETING = {
    column.key: column
    for column in (
        _ID,
        _record("name"),
        _record("date", whole=True),
        _record("end_date", whole=True),
        _record("kind"),
        _record("status"),
        _plainly("place", _place),
        _record("participants"),
        field("names", "Participants"),
        _record("part_of"),
        _COUNT,
        _record("note"),
    )
}
_SOURCE = {
    column.key: column
    for column in (
        _ID,
        _record("publisher"),
        _record("date", whole=True),
        _record("kind"),
        _record("title"),
        _record("author"),
        _record("url", "URL"),
        _record("dateline"),
        _record("language"),
        _plainly("text", _fingerprint, "SHA-256"),
        _COUNT,
        _record("note"),
    )
}
_TOPIC = {
    column.key: column
    for column in (
        _ID,
        _record("name"),
        _record("kind"),
        _record("members", flat=lambda row: JOINT.join(row.record.members)),
        _record("broader"),
        _COUNT,
        _record("note"),
    )
}


def _view(columns: dict[str, Column], narrow: str, wide: str) -> View:
    return View(
        tuple(columns.values()),
        tuple((columns | _NARROW)[key] for key in narrow.split()),
        tuple(columns[key] for key in wide.split()),
    )


def _named(row: Listed) -> str:
    planned = " (planned)" if row.record.status == "planned" else ""
    return "\n".join([row.record.name + planned, *row.names])


_NARROW = {
    "few": _COUNT._replace(header="#"),
    "named": Column("named", "Meeting, participants", _named, side=True),
}
LISTINGS = {
    "participant": _view(
        _PARTICIPANT,
        "name memberships few id",
        "name kind country memberships other_names statements attributed voiced id",
    ),
    "meeting": _view(
        _MEETING,
        "date named few id",
        "date name kind status place names statements id part_of",
    ),
    "source": _view(
        _SOURCE,
        "date publisher title few id",
        "date publisher title kind dateline language statements id",
    ),
    "topic": _view(_TOPIC, "name kind few id", "name kind members broader statements id note"),
}

_PROBLEM = tuple(field(name) for name in ("path", "line", "column", "code", "severity", "message"))
PROBLEMS = View(_PROBLEM, _PROBLEM, _PROBLEM)
