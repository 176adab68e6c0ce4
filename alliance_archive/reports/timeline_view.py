"""What `timeline` shows: entries that nest, their statements a row each, and the outline."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from ..model.records import plain
from ..queries.rows import StatementRow
from ..render.columns import Column, objects
from ..render.shapes import Line, Node, Section
from .statements import STATEMENT_FIELDS
from .timeline import Entry, Step
from .view import View


def _of_meeting(key: str, header: str, name: str, **hints: Any) -> Column:
    return Column(
        key, header, lambda entry: getattr(entry.meeting, name) if entry.meeting else None, **hints
    )


def place(entry: Entry) -> str:
    """Where a meeting is held, in a line."""
    found = entry.meeting.place if entry.meeting else None
    return ", ".join(part for part in (found.name, found.country) if part) if found else ""


def _place(entry: Entry) -> dict[str, Any] | None:
    found = entry.meeting.place if entry.meeting else None
    return plain(found) if found else None


def _source(entry: Entry) -> str | None:
    return None if entry.meeting else entry.statements[0].source


_ENTRY = (
    Column("period", "Period", lambda entry: entry.period, whole=True),
    Column("meeting_date", "Date", lambda entry: entry.date, whole=True),
    _of_meeting("meeting", "Meeting ID", "id", whole=True),
    _of_meeting("meeting_name", "Meeting", "name"),
    _of_meeting("meeting_kind", "Kind", "kind"),
    _of_meeting("meeting_status", "Status", "status"),
    Column("place", "Place", _place, place),
    Column("names", "Participants", lambda entry: entry.names),
    _of_meeting("part_of", "Part of", "part_of"),
)
NESTED_FIELDS: tuple[Column, ...] = (
    *_ENTRY,
    Column("source", "Source", _source),
    Column(
        "statements",
        "Statements",
        lambda entry: list(objects(STATEMENT_FIELDS, entry.statements)),
        lambda entry: str(len(entry.statements)),
    ),
    Column(
        "beside",
        "Beside it",
        lambda entry: list(objects(NESTED_FIELDS, entry.beside)),
        lambda entry: str(len(entry.beside)),
    ),
)
NESTED = View(NESTED_FIELDS, NESTED_FIELDS, NESTED_FIELDS)


def _entry_of(column: Column) -> Column:
    value, flat = column.value, column.flat
    return column._replace(
        value=(lambda step: value(step.entry)) if value else None,
        flat=(lambda step: flat(step.entry)) if flat else None,
    )


def _statement_of(column: Column) -> Column:
    value, flat = column.value, column.flat
    return column._replace(
        value=(lambda step: value(step.statement) if step.statement else None) if value else None,
        flat=(lambda step: flat(step.statement) if step.statement else "") if flat else None,
    )


def _named(step: Step) -> str:
    entry = step.entry
    if not entry.meeting:
        return "(no meeting)"
    planned = " (planned)" if entry.meeting.status == "planned" else ""
    return "  " * step.depth + entry.meeting.name + planned


def _who(step: Step) -> str:
    return who(step.statement) if step.statement else ""


def who(row: StatementRow) -> str:
    """Whose statement it is, and who voiced it, in a line."""
    people = ", ".join(row.attributed_names) or f"Not said who ({row.as_given or 'unnamed'})"
    return f"{people}, voiced by {', '.join(row.voiced_names)}" if row.voiced_by else people


_STEP = {column.key: _entry_of(column) for column in _ENTRY}
_SAID = {
    column.key: _statement_of(column)
    for column in STATEMENT_FIELDS
    if column.key not in ("meeting", "meeting_name")
}
_DEPTH = Column("depth", "Depth", lambda step: step.depth, number=True)
_SHOWN = (
    _STEP["meeting_date"],
    Column("named", "Meeting", _named),
    Column("who", "Who", _who),
    _SAID["words"],
    _SAID["id"],
)
STEPS = View((_STEP["period"], _DEPTH, *tuple(_STEP.values())[1:], *_SAID.values()), _SHOWN, _SHOWN)


def sections(entries: Iterable[Entry]) -> Iterator[Section]:
    """The entries as an outline, under their days, months or years."""
    for period, group in groupby(entries, key=lambda entry: entry.period):
        nodes = tuple(_node(entry, period) for entry in group)
        yield Section(period or "No date", _calendar(period), nodes)


def _calendar(period: str) -> str:
    """What a calendar adds to a period: the weekday of a day, the name of a month."""
    if len(period) == 10:
        return datetime.date.fromisoformat(period).strftime("%A")
    return datetime.date.fromisoformat(f"{period}-01").strftime("%B") if len(period) == 7 else ""


def _node(entry: Entry, period: str) -> Node:
    lines = tuple(Line(who(row), row.words, row.id, row) for row in entry.statements)
    below = tuple(_node(each, period) for each in entry.beside)
    if not entry.meeting:
        first = entry.statements[0]
        title = f"{first.publisher or first.source}, without a meeting"
        return Node(title, True, "", f"source {first.source}", lines, below)
    date = "" if entry.date == period else entry.date.replace("/", " – ")
    planned = entry.meeting.status == "planned"
    told = (date, entry.meeting.kind, place(entry), ", ".join(entry.names))
    side = " · ".join(part for part in told if part)
    return Node(entry.meeting.name, not planned, "planned" if planned else "", side, lines, below)
