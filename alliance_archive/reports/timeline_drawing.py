"""What is drawn of a timeline: the entries of each day, month or year, with their statements."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from ..model.wording import Segment
from ..queries.rows import StatementRow
from ..render.shapes import Line, Point, Section
from .list_columns import mentioned_in
from .statements import date_shown, segments_of, segments_with_others, source_line, who_line
from .timeline import TimelineEntry

SegmentsOf = Callable[[StatementRow], tuple[Segment, ...]]


def sections(entries: Iterable[TimelineEntry], by_act: bool) -> Iterator[Section]:
    """Yield the entries of each day, month or year; with `by_act`, with other reports of acts."""
    segments = segments_with_others if by_act else segments_of
    for period, group in groupby(entries, key=lambda entry: entry.period):
        points = tuple(_point(entry, period, segments) for entry in group)
        yield Section(period or "No date", _calendar(period), points)


def _calendar(period: str) -> str:
    """Return the weekday of a day, the name of a month, nothing for a year."""
    if len(period) == 10:
        return datetime.date.fromisoformat(period).strftime("%A")
    return datetime.date.fromisoformat(f"{period}-01").strftime("%B") if len(period) == 7 else ""


def _point(entry: TimelineEntry, period: str, segments: SegmentsOf) -> Point:
    lines = tuple(
        # Statements without a meeting are under the name of their source.
        Line(who_line(row), segments(row), row.id, row, source_line(row) if entry.meeting else "")
        for row in entry.statements
    )
    below = tuple(_point(smaller, period, segments) for smaller in entry.beside)
    meeting = entry.meeting
    date = "" if entry.date == period else entry.date.replace("/", " – ")
    if not meeting:
        first = entry.statements[0]
        of_source = first.date_from == "source"
        dated = date_shown(first) if of_source else first.source_date
        title = ", ".join(filter(None, (first.publisher or first.source, dated)))
        side = " · ".join(filter(None, ("" if of_source else date, first.source)))
        return Point(f"No meeting: {title}", True, "", side, lines, below)
    mentioned = (f"{mentioned_in(meeting, row)} {row.id}" for row in entry.mentions)
    parts = (date, meeting.kind, meeting.place_name, ", ".join(entry.names), *mentioned)
    side = " · ".join(part for part in parts if part)
    planned = entry.standing if meeting.status == "planned" else ""
    return Point(meeting.name, not planned, planned, side, lines, below)
