"""What must hold across records: references, dates, presence at meetings, roles, circles."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Protocol

from ..model.dates import day_span
from ..model.records import Meeting, Participant, Record, Source, Statement, Topic
from ..text.folding import nearest, words
from .record import Finding, Found


class Known(Protocol):
    """The archive's records as the rules ask for them; None for what is not there or unsound."""

    def participant(self, ident: str) -> Participant | None:
        """The participant of an id."""

    def meeting(self, ident: str) -> Meeting | None:
        """The meeting of an id."""

    def topic(self, ident: str) -> Topic | None:
        """The topic of an id."""

    def source(self, ident: str) -> Source | None:
        """The source of an id."""

    def has(self, kind: str, ident: str) -> bool:
        """Whether a record of a kind has the id, be it unsound."""

    def ids(self, kind: str) -> Collection[str]:
        """The ids of all records of a kind, unsound ones too."""

    def first_source_day(self) -> str | None:
        """The earliest day of any source, YYYY-MM-DD."""


def across(record: Record, known: Known, *, whole: bool = True) -> Iterator[Finding]:
    """Every problem a record has with the rest of the archive; of a part of one, its references."""
    if not whole:
        yield from _references(record, known)
    elif isinstance(record, Statement):
        for statement_rule in STATEMENT_RULES:
            yield from statement_rule(record, known)
    elif isinstance(record, Meeting):
        for meeting_rule in MEETING_RULES:
            yield from meeting_rule(record, known)
    elif isinstance(record, Topic):
        for topic_rule in TOPIC_RULES:
            yield from topic_rule(record, known)


def _references(record: Record, known: Known) -> Iterator[Finding]:
    if isinstance(record, Statement):
        yield from _statement_references(record, known)
    elif isinstance(record, Meeting):
        yield from _meeting_references(record, known)
    elif isinstance(record, Topic):
        yield from _topic_references(record, known)


def _unknown(known: Known, kind: str, ident: str, *field: str | int) -> Finding:
    close = nearest(ident, known.ids(kind), 1)
    hint = f"; did you mean {close[0]}?" if close else ""
    return Finding(field, "unknown-reference", f"no {kind} has the id “{ident}”{hint}")


def _statement_references(statement: Statement, known: Known) -> Found:
    has = known.has
    for kind, name, idents in (
        ("participant", "attributed_to", statement.attributed_to),
        ("participant", "voiced_by", statement.voiced_by),
        ("topic", "topics", statement.topics),
    ):
        for position, ident in enumerate(idents):
            if not has(kind, ident):
                yield _unknown(known, kind, ident, name, position)
    if statement.meeting and not has("meeting", statement.meeting):
        yield _unknown(known, "meeting", statement.meeting, "meeting")


def meeting_days(meeting: Meeting) -> tuple[str, str]:
    """The first and last day of a meeting, YYYY-MM-DD."""
    return day_span(meeting.date)[0], day_span(meeting.end_date or meeting.date)[1]


def _date_within_meeting(statement: Statement, known: Known) -> Found:
    meeting = known.meeting(statement.meeting) if statement.meeting else None
    if not meeting or not statement.date:
        return
    first, last = meeting_days(meeting)
    own_first, own_last = day_span(statement.date)
    if own_last < first or own_first > last:
        span = meeting.date + (f" to {meeting.end_date}" if meeting.end_date else "")
        message = f"{statement.date} is outside the meeting {meeting.id}, {span}"
        yield Finding(("date",), "date-outside-meeting", message)


def _present_at_meeting(statement: Statement, known: Known) -> Found:
    meeting = known.meeting(statement.meeting) if statement.meeting else None
    if not meeting or not meeting.participants or statement.note:
        return
    listed = [known.participant(ident) for ident in meeting.participants]
    for position, ident in enumerate(statement.attributed_to):
        person = known.participant(ident)
        if person and ident not in meeting.participants and not _stands_for(person, listed):
            message = f"{ident} is not among the participants of {meeting.id}"
            yield Finding(("attributed_to", position), "not-at-meeting", message)


def _stands_for(person: Participant, listed: list[Participant | None]) -> bool:
    """Whether a listed state is the person's, or a listed person the state's."""
    return any(
        other and "state" in (other.kind, person.kind) and other.country == person.country
        for other in listed
    )


def _role_on_date(statement: Statement, known: Known) -> Found:
    span = effective_span(statement, known)
    if not span:
        return
    for name, idents in (
        ("attributed_to", statement.attributed_to),
        ("voiced_by", statement.voiced_by),
    ):
        for position, ident in enumerate(idents):
            person = known.participant(ident)
            if person and person.memberships and not role_on(person, *span):
                message = f"no membership of {ident} covers {span[0]}"
                yield Finding((name, position), "no-membership", message)


def effective_span(statement: Statement, known: Known) -> tuple[str, str] | None:
    """The days a statement's date covers: its own, else its meeting's, else its source's."""
    if statement.date:
        return day_span(statement.date)
    meeting = known.meeting(statement.meeting) if statement.meeting else None
    if meeting:
        return meeting_days(meeting)
    source = known.source(statement.source)
    return day_span(source.date) if source else None


def role_on(person: Participant, first: str, last: str) -> str | None:
    """The role, with its organization, that a person held in any of the days; None if not known."""
    for held in person.memberships:
        begun = not held.since or day_span(held.since)[0] <= last
        if begun and (not held.until or day_span(held.until)[1] >= first):
            return f"{held.role}, {held.organization}"
    return None


def _planned_before_source(statement: Statement, known: Known) -> Found:
    meeting = known.meeting(statement.meeting) if statement.meeting else None
    source = known.source(statement.source)
    if not meeting or not source or meeting.status != "planned":
        return
    if meeting_days(meeting)[1] < day_span(source.date)[0]:
        message = f"{meeting.id} is planned, but lies before its source of {source.date}"
        yield Finding(("meeting",), "planned-in-past", message)


def _meeting_references(meeting: Meeting, known: Known) -> Found:
    for position, ident in enumerate(meeting.participants):
        if not known.has("participant", ident):
            yield _unknown(known, "participant", ident, "participants", position)
    if meeting.part_of and not known.has("meeting", meeting.part_of):
        yield _unknown(known, "meeting", meeting.part_of, "part_of")


def _meeting_circle(meeting: Meeting, known: Known) -> Found:
    circle = _circle(meeting.id, lambda ident: getattr(known.meeting(ident), "part_of", None))
    if circle:
        yield Finding(("part_of",), "meeting-cycle", f"a part of itself: {circle}")


def _planned_before_every_source(meeting: Meeting, known: Known) -> Found:
    first = known.first_source_day()
    if meeting.status == "planned" and first and meeting_days(meeting)[1] < first:
        message = f"planned for {meeting.date}, before every source of the archive"
        yield Finding(("status",), "planned-in-past", message)


def _topic_references(topic: Topic, known: Known) -> Found:
    if topic.broader and not known.has("topic", topic.broader):
        yield _unknown(known, "topic", topic.broader, "broader")


def _topic_circle(topic: Topic, known: Known) -> Found:
    circle = _circle(topic.id, lambda ident: getattr(known.topic(ident), "broader", None))
    if circle:
        yield Finding(("broader",), "topic-cycle", f"its own broader topic: {circle}")


def _circle(start: str, above: Callable[[str], str | None]) -> str | None:
    path, ident = [start], above(start)
    while ident and ident not in path:
        path.append(ident)
        ident = above(ident)
    return " → ".join([*path, start]) if ident == start else None


def look_alikes(participants: Collection[Participant]) -> Iterator[tuple[Participant, Finding]]:
    """The participants whose name another of their kind has too, in whatever order of its words."""
    bearers: dict[tuple[str, frozenset[str]], list[Participant]] = {}
    for person in participants:
        for name in {frozenset(words(name)) for name in (person.name, *person.other_names)}:
            bearers.setdefault((person.kind, name), []).append(person)
    for person in participants:
        own = frozenset(words(person.name))
        others = [other for other in bearers[person.kind, own] if other.id != person.id]
        if own and others:
            message = f"goes by the name of {', '.join(other.id for other in others)}"
            yield person, Finding(("name",), "look-alike", message)


STATEMENT_RULES: tuple[Callable[[Statement, Known], Found], ...] = (
    _statement_references,
    _date_within_meeting,
    _present_at_meeting,
    _role_on_date,
    _planned_before_source,
)
MEETING_RULES: tuple[Callable[[Meeting, Known], Found], ...] = (
    _meeting_references,
    _meeting_circle,
    _planned_before_every_source,
)
TOPIC_RULES: tuple[Callable[[Topic, Known], Found], ...] = (_topic_references, _topic_circle)
