"""Meetings in order, each with its statements and the meetings on its sidelines."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import NamedTuple

from ..archive import Archive
from ..model.dates import days, standing
from ..model.records import Meeting, plain
from ..queries.filter import EVERYTHING, Filter
from ..queries.rows import StatementRow
from ..render.columns import NO_MARKS, Column, Marks, View, chosen, field, objects
from .list_columns import mentioned_in
from .lists import listing
from .statements import (
    SOURCE,
    STATEMENT_FIELDS,
    STATEMENTS,
    date_shown,
    who_line,
)

# How many characters of an ISO 8601 date give its day, month and year.
GRAINS = {"day": 10, "month": 7, "year": 4}
_DEEPEST = 10  # levels of meetings; deeper ones are listed beside those of the last level
# The most days for which a timeline is divided by day, or by month; a longer one is by year.
_DAYS, _MONTHS = 62, 3 * 366


class TimelineEntry(NamedTuple):
    """A meeting with its statements and the meetings on its sidelines; or statements without one.

    `period` is the day, month or year it is listed under; `date` is ISO 8601, an interval for
    several days. Without a meeting, the statements are of one source and period, and either all or
    none of them are dated only by the source. `mentions` are the statements that speak of the
    meeting, `standing` is whether it was held (model.dates.standing).
    """

    period: str
    date: str
    meeting: Meeting | None
    names: tuple[str, ...]
    statements: tuple[StatementRow, ...]
    beside: tuple[TimelineEntry, ...] = ()
    mentions: tuple[StatementRow, ...] = ()
    standing: str = ""


class Step(NamedTuple):
    """A statement of an entry, or an entry without any; `depth` counts the meetings above it."""

    entry: TimelineEntry
    depth: int
    statement: StatementRow | None


def timeline(
    archive: Archive,
    query: Filter = EVERYTHING,
    *,
    grain: str | None = None,
    sort: str = "date",
    limit: int | None = None,
    today: str | None = None,
    by_act: bool = False,
) -> list[TimelineEntry]:
    """Return the topmost entries, at most `limit`, sorted by "date" or "-date".

    With `by_act`, of the reports of one act only the best-ranked is there.
    A filter on statements leaves out meetings without such statements. A meeting comes with the
    larger one on whose sidelines it was. `grain` is one of GRAINS; by default it depends on the
    span. By `today`, YYYY-MM-DD, planned meetings may have passed.
    """
    by_meeting: dict[str, list[StatementRow]] = {}
    without_meeting: list[StatementRow] = []
    meetings = {meeting.id: meeting for meeting in archive.records("meeting")}
    for row in archive.statements(query, by_act=by_act):
        if row.meeting in meetings:
            by_meeting.setdefault(row.meeting or "", []).append(row)
        else:
            without_meeting.append(row)
    mentions = {row.record.id: row.mentions for row in listing(archive, "meeting", query)}
    chosen = _with_larger({*mentions, *by_meeting}, meetings)
    entries = list(_tree(archive, meetings, chosen, by_meeting, mentions, today))
    dates = [*(entry.date for entry in entries), *(row.date or "" for row in without_meeting)]
    length = GRAINS[grain or grain_of(dates)]
    entries += _without_meeting(without_meeting, length)
    entries.sort(key=_order, reverse=sort.startswith("-"))
    return [_under_period(entry, length) for entry in entries][:limit]


def grain_of(dates: Iterable[str]) -> str:
    """Return the grain, day, month or year, that suits the span of some ISO 8601 dates."""
    spans = [days(date) for date in dates if date]
    if not spans:
        return "day"
    first, last = min(spans)[0], max(last for _, last in spans)
    size = (datetime.date.fromisoformat(last) - datetime.date.fromisoformat(first)).days
    return "day" if size <= _DAYS else "month" if size <= _MONTHS else "year"


def steps(entries: Iterable[TimelineEntry], depth: int = 0) -> Iterator[Step]:
    """Yield a step for each statement of the entries and of those on their sidelines."""
    for entry in entries:
        for statement in entry.statements or (None,):
            yield Step(entry, depth, statement)
        yield from steps(entry.beside, depth + 1)


def _with_larger(chosen: set[str], meetings: dict[str, Meeting]) -> set[str]:
    """Return the chosen meetings and all larger ones on whose sidelines they were."""
    ids: set[str] = set()
    for ident in chosen:
        larger: str | None = ident
        while larger in meetings and larger not in ids:
            ids.add(larger)
            larger = meetings[larger].part_of
    return ids


def _order(entry: TimelineEntry) -> tuple[str, int, bool, str]:
    """Return a sort key: by first day; a month before its days, meetings before other entries."""
    name = entry.meeting.name if entry.meeting else entry.statements[0].source
    first = days(entry.date)[0] if entry.date else ""
    return first, len(entry.date), entry.meeting is None, name


def _under_period(entry: TimelineEntry, length: int) -> TimelineEntry:
    beside = tuple(_under_period(smaller, length) for smaller in entry.beside)
    return entry._replace(period=entry.date.partition("/")[0][:length], beside=beside)


def _without_meeting(rows: Iterable[StatementRow], length: int) -> Iterator[TimelineEntry]:
    groups: dict[tuple[str, str, bool], list[StatementRow]] = {}
    for row in rows:
        key = (row.date or "")[:length], row.source, row.date_from == "source"
        groups.setdefault(key, []).append(row)
    for (period, *_), statements in groups.items():
        yield TimelineEntry(period, _span(statements), None, (), tuple(statements))


def _span(rows: Iterable[StatementRow]) -> str:
    """Return the date of statements as ISO 8601, an interval if they have several."""
    dates = {row.date for row in rows if row.date}
    if len(dates) < 2:
        return "".join(dates)
    spans = [days(date) for date in dates]
    return f"{min(spans)[0]}/{max(last for _, last in spans)}"


def _tree(
    archive: Archive,
    meetings: dict[str, Meeting],
    chosen: set[str],
    statements: dict[str, list[StatementRow]],
    mentions: dict[str, tuple[StatementRow, ...]],
    today: str | None,
) -> Iterator[TimelineEntry]:
    """Yield the topmost of the chosen meetings, each with those on its sidelines below it."""
    below: dict[str | None, list[str]] = {}
    for ident in sorted(chosen):
        larger = meetings[ident].part_of
        below.setdefault(larger if larger in chosen else None, []).append(ident)
    nested = _nested(below)

    def entry(ident: str) -> TimelineEntry:
        meeting = meetings[ident]
        return TimelineEntry(
            period="",
            date=meeting.interval,
            meeting=meeting,
            names=archive.names(meeting.participants),
            statements=tuple(statements.get(ident, ())),
            beside=tuple(sorted(map(entry, nested.get(ident, ())), key=_order)),
            mentions=mentions.get(ident, ()),
            standing=standing(meeting, today),
        )

    return map(entry, nested.get(None, ()))


def _nested(below: dict[str | None, list[str]]) -> dict[str | None, list[str]]:
    """Return the meetings to list below each; from _DEEPEST on, they are beside each other."""
    nested: dict[str | None, list[str]] = {}
    queue: list[tuple[str, str | None, int]] = [(ident, None, 1) for ident in below.get(None, ())]
    for ident, larger, depth in queue:  # the loop appends to it
        nested.setdefault(larger, []).append(ident)
        above = (ident, depth + 1) if depth < _DEEPEST else (larger, depth)
        queue += [(smaller, *above) for smaller in below.get(ident, ())]
    return nested


def _date_shown(entry: TimelineEntry) -> str:
    """Return the date of a meeting, or of statements without one, marked if only their source's."""
    first = None if entry.meeting else entry.statements[0]
    return date_shown(first) if first and first.date_from == "source" else entry.date


def _of_meeting(key: str, header: str, name: str, **hints: bool) -> Column:
    return field(name, header, **hints)._replace(key=key).of(attrgetter("meeting"))


_ENTRY_FIELDS = (
    field("period", whole=True),
    Column("meeting_date", "Date", attrgetter("date"), whole=True, shown=_date_shown),
    _of_meeting("meeting", "Meeting ID", "id", whole=True),
    _of_meeting("meeting_name", "Meeting", "name"),
    _of_meeting("meeting_kind", "Kind", "kind"),
    _of_meeting("meeting_status", "Status", "status"),
    Column(
        "place",
        "Place",
        lambda meeting: plain(meeting.place) if meeting.place else None,
        attrgetter("venue"),
        shown=attrgetter("place_name"),
    ).of(attrgetter("meeting")),
    field("names", "Participants"),
    _of_meeting("part_of", "On the sidelines of", "part_of"),
)
NESTED_FIELDS: tuple[Column, ...] = (
    *_ENTRY_FIELDS,
    Column("source", "Source", lambda e: None if e.meeting else e.statements[0].source),
    Column("mentioned_in", "Mentioned in", lambda entry: [row.id for row in entry.mentions]),
    Column(
        "statements",
        "Statements",
        lambda entry: list(objects(STATEMENTS.data(nested=True), entry.statements)),
        lambda entry: str(len(entry.statements)),
    ),
    Column(
        "beside",
        "On its sidelines",
        lambda entry: list(objects(NESTED_FIELDS, entry.beside)),
        lambda entry: str(len(entry.beside)),
    ),
)
NESTED = View(NESTED_FIELDS, NESTED_FIELDS, NESTED_FIELDS)
"""The view of entries, for formats that can nest them."""


def _meeting_name(step: Step) -> str:
    meeting = step.entry.meeting
    if not meeting:
        return "No meeting"
    planned = f" ({step.entry.standing})" if meeting.status == "planned" else ""
    mentions = step.entry.mentions
    mentioned = "".join(f" ({mentioned_in(meeting, row)} {row.id})" for row in mentions)
    return "  " * step.depth + meeting.name + planned + mentioned


_OF_ENTRY = [column.of(attrgetter("entry")) for column in _ENTRY_FIELDS]
_OF_STATEMENT = tuple(
    column.of(attrgetter("statement"))
    for column in STATEMENT_FIELDS
    if column.key not in {column.key for column in _ENTRY_FIELDS}
)
_WORDS, _ID = chosen(STATEMENT_FIELDS, "words id")
_WHO = Column("who", "Who", who_line)
_STEP_SHOWN = (
    _OF_ENTRY[1],
    Column("named", "Meeting", _meeting_name),
    *(column.of(attrgetter("statement")) for column in (_WHO, _WORDS, SOURCE, _ID)),
)
STEPS = View(
    fields=(_OF_ENTRY[0], field("depth", numeric=True), *_OF_ENTRY[1:], *_OF_STATEMENT),
    narrow=_STEP_SHOWN,
    wide=_STEP_SHOWN,
)
"""The view of steps, one row each."""


def draw(
    entries: Iterable[TimelineEntry],
    width: int,
    color: bool,
    marks: Marks = NO_MARKS,
    *,
    by_act: bool = False,
) -> str:
    """Return the entries as an outline, under their days, months or years.

    With `by_act`, statements name the other reports of their act.
    """
    from ..render.outline import outline
    from .timeline_drawing import sections

    return outline(sections(entries, by_act), width, color, marks)
