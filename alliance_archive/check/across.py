"""What must hold across records: references, dates, presence at meetings, roles, circles."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple, Protocol

from ..model.attribution import effective_date, meeting_days, role_on
from ..model.dates import day_span
from ..model.fields import KINDS, Field
from ..model.records import Meeting, Participant, Record, Source, Topic
from ..text.folding import nearest, words
from .record import Finding, Findings


class RecordLookup(Protocol):
    """The archive as the rules see it; None stands for a record that is missing or has an error."""

    def participant(self, ident: str) -> Participant | None:
        """Return the participant of an id."""

    def meeting(self, ident: str) -> Meeting | None:
        """Return the meeting of an id."""

    def topic(self, ident: str) -> Topic | None:
        """Return the topic of an id."""

    def source(self, ident: str) -> Source | None:
        """Return the source of an id."""

    def has(self, kind: str, ident: str) -> bool:
        """Return whether a record of a kind has the id, with or without errors."""

    def ids(self, kind: str) -> Collection[str]:
        """Return the ids of all records of a kind, with or without errors."""

    def first_source_day(self) -> str | None:
        """Return the earliest day of any source, YYYY-MM-DD."""


class Links(NamedTuple):
    """What the rules need to know of a statement: its links, and its own date.

    Many statements of an archive share all of it, so one verdict, cached, serves them all.
    """

    attributed_to: tuple[str, ...]
    voiced_by: tuple[str, ...]
    meeting: str | None
    date: str | None
    source: str
    has_note: bool


def reference_findings(
    field: Field, value: str | tuple[str, ...] | None, lookup: RecordLookup
) -> Findings:
    """Find the ids in a field that no record of the right kind has."""
    assert field.refers_to is not None
    idents = value if isinstance(value, tuple) else (value or "",)
    for position, ident in enumerate(idents):
        if ident and not lookup.has(field.refers_to, ident):
            close = nearest(ident, lookup.ids(field.refers_to), 1)
            hint = f"; did you mean {close[0]}?" if close else ""
            message = f"no {field.refers_to} has the id “{ident}”{hint}"
            path = (field.name, position) if isinstance(value, tuple) else (field.name,)
            yield Finding(path, "unknown-reference", message)


def unknown_references(record: Record, lookup: RecordLookup) -> Findings:
    """Find the unknown references of a record other than a statement."""
    for field in KINDS[record.KIND].references():
        yield from reference_findings(field, getattr(record, field.name), lookup)


def findings_across(record: Record, lookup: RecordLookup) -> Findings:
    """Find every problem that a record other than a statement has with the rest of the archive."""
    yield from unknown_references(record, lookup)
    if isinstance(record, Meeting):
        for meeting_rule in MEETING_RULES:
            yield from meeting_rule(record, lookup)
    elif isinstance(record, Topic):
        yield from _topic_circle(record, lookup)
    elif isinstance(record, Source):
        yield from _source_circle(record, lookup)


def statement_findings(links: Links, lookup: RecordLookup) -> Findings:
    """Find every problem, unknown references apart, of a statement with the rest of the archive."""
    for rule in STATEMENT_RULES:
        yield from rule(links, lookup)


def _meeting_of(links: Links, lookup: RecordLookup) -> Meeting | None:
    return lookup.meeting(links.meeting) if links.meeting else None


def _date_within_meeting(links: Links, lookup: RecordLookup) -> Findings:
    meeting = _meeting_of(links, lookup)
    if not meeting or not links.date:
        return
    first, last = meeting_days(meeting)
    own_first, own_last = day_span(links.date)
    if own_last < first or own_first > last:
        span = meeting.interval.replace("/", " to ")
        message = f"{links.date} is outside the meeting {meeting.id}, {span}"
        yield Finding(("date",), "date-outside-meeting", message)


def _present_at_meeting(links: Links, lookup: RecordLookup) -> Findings:
    meeting = _meeting_of(links, lookup)
    # The note is where a reviewer explains why someone absent is credited.
    if not meeting or not meeting.participants or links.has_note:
        return
    listed = [lookup.participant(ident) for ident in meeting.participants]
    for position, ident in enumerate(links.attributed_to):
        person = lookup.participant(ident)
        if person and ident not in meeting.participants and not _stands_for(person, listed):
            message = f"{ident} is not among the participants of {meeting.id}"
            yield Finding(("attributed_to", position), "not-at-meeting", message)


def _stands_for(person: Participant, listed: list[Participant | None]) -> bool:
    """Return whether a listed state is the person's, or a listed person the state's."""
    return any(
        participant
        and "state" in (participant.kind, person.kind)
        and participant.country == person.country
        for participant in listed
    )


def _role_on_date(links: Links, lookup: RecordLookup) -> Findings:
    meeting, source = _meeting_of(links, lookup), lookup.source(links.source)
    date = effective_date(links.date, meeting, source)
    if not date:
        return
    for name, idents in (("attributed_to", links.attributed_to), ("voiced_by", links.voiced_by)):
        for position, ident in enumerate(idents):
            person = lookup.participant(ident)
            if person and person.memberships and not role_on(person, date.first, date.last):
                message = f"no membership of {ident} covers {date.first}"
                yield Finding((name, position), "no-membership", message)


def _planned_before_source(links: Links, lookup: RecordLookup) -> Findings:
    meeting, source = _meeting_of(links, lookup), lookup.source(links.source)
    if not meeting or not source or meeting.status != "planned":
        return
    if meeting_days(meeting)[1] < day_span(source.date)[0]:
        message = f"{meeting.id} is planned, but lies before its source of {source.date}"
        yield Finding(("meeting",), "planned-in-past", message)


def _meeting_circle(meeting: Meeting, lookup: RecordLookup) -> Findings:
    circle = _circle(meeting.id, lambda ident: getattr(lookup.meeting(ident), "part_of", None))
    if circle:
        yield Finding(("part_of",), "meeting-cycle", f"a part of itself: {circle}")


def _planned_before_every_source(meeting: Meeting, lookup: RecordLookup) -> Findings:
    first = lookup.first_source_day()
    if meeting.status == "planned" and first and meeting_days(meeting)[1] < first:
        message = f"planned for {meeting.date}, before every source of the archive"
        yield Finding(("status",), "planned-in-past", message)


def _topic_circle(topic: Topic, lookup: RecordLookup) -> Findings:
    circle = _circle(topic.id, lambda ident: getattr(lookup.topic(ident), "broader", None))
    if circle:
        yield Finding(("broader",), "topic-cycle", f"its own broader topic: {circle}")


def _source_circle(source: Source, lookup: RecordLookup) -> Findings:
    circle = _circle(source.id, lambda ident: getattr(lookup.source(ident), "replaces", None))
    if circle:
        yield Finding(("replaces",), "source-cycle", f"it replaces itself: {circle}")


def _circle(start: str, above: Callable[[str], str | None]) -> str | None:
    path, ident = [start], above(start)
    while ident and ident not in path:
        path.append(ident)
        ident = above(ident)
    return " → ".join([*path, start]) if ident == start else None


def look_alikes(participants: Collection[Participant]) -> Iterator[tuple[Participant, Finding]]:
    """Find the participants whose name, in any order of its words, another of their kind has."""
    bearers: dict[tuple[str, frozenset[str]], list[Participant]] = {}
    for person in participants:
        for name in {frozenset(words(name)) for name in (person.name, *person.other_names)}:
            bearers.setdefault((person.kind, name), []).append(person)
    for person in participants:
        name = frozenset(words(person.name))
        namesakes = [bearer for bearer in bearers[person.kind, name] if bearer.id != person.id]
        if name and namesakes:
            message = f"goes by the name of {', '.join(bearer.id for bearer in namesakes)}"
            yield person, Finding(("name",), "look-alike", message)


STATEMENT_RULES: tuple[Callable[[Links, RecordLookup], Findings], ...] = (
    _date_within_meeting,
    _present_at_meeting,
    _role_on_date,
    _planned_before_source,
)
MEETING_RULES: tuple[Callable[[Meeting, RecordLookup], Findings], ...] = (
    _meeting_circle,
    _planned_before_every_source,
)
