"""The rules across records: references, dates, participants of meetings, roles, circles."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import lru_cache, partial
from itertools import takewhile
from typing import NamedTuple, Protocol

from ..model.attribution import office_on
from ..model.dates import EffectiveDate, day_after, day_span, effective_date, meeting_days
from ..model.fields import KINDS, Field
from ..model.records import Meeting, Participant, Record, Source, Topic
from ..text.folding import nearest, nearest_names, words
from .record import Finding, Findings

_SUGGESTED = 3  # ids at most, for one that is unknown
_REMEMBERED = 4096  # verdicts of each kind in memory


class RecordLookup(Protocol):
    """The archive as the rules see it; a record that is missing or has an error is None."""

    def participant(self, ident: str) -> Participant | None:
        """Return the participant with an id."""

    def meeting(self, ident: str) -> Meeting | None:
        """Return the meeting with an id."""

    def topic(self, ident: str) -> Topic | None:
        """Return the topic with an id."""

    def source(self, ident: str) -> Source | None:
        """Return the source with an id."""

    def has(self, kind: str, ident: str) -> bool:
        """Return whether a record of a kind has the id, with or without errors."""

    def ids(self, kind: str) -> Collection[str]:
        """Return the ids of all records of a kind, with or without errors."""

    def home(self, kind: str) -> str | None:
        """Return the path of the file that has most records of a kind; None without records."""

    def first_source_day(self) -> str | None:
        """Return the earliest day of any source, YYYY-MM-DD."""


class Links(NamedTuple):
    """What the rules need to know about a statement: its links, and its own date."""

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
            remedy = _remedy(field.refers_to, ident, lookup)
            path = (field.name, position) if isinstance(value, tuple) else (field.name,)
            yield Finding(
                path, "unknown-reference", f"unknown {field.refers_to} “{ident}”: {remedy}"
            )


def _remedy(kind: str, ident: str, lookup: RecordLookup) -> str:
    """Return where to add a record with an id, and the ids of records that may be meant."""
    ids, parts = lookup.ids(kind), set(ident.split("-"))
    # A short form, such as kim for kim-jong-un, is not among the nearest spellings.
    longer = sorted(candidate for candidate in ids if parts < set(candidate.split("-")))
    close = list(dict.fromkeys([*_nearest_ids(ident, ids), *longer]))[:_SUGGESTED]
    use = f"use one of: {', '.join(close)}" if len(close) > 1 else f"use {''.join(close)}"
    if kind == "statement":
        add = "add it below its source"
    elif kind == "source":
        add = "add it in a file of its own"
    else:
        add = f"add it to {lookup.home(kind) or f'{KINDS[kind].section}: in any file'}"
    return f"{add}, or {use}" if close else add


def _nearest_ids(ident: str, ids: Collection[str]) -> list[str]:
    """Return the ids that are spelled most like one, whatever their numbers: kim-2 for kim-1."""
    spelled = nearest(ident, ids)
    letters = ((candidate.translate(_NO_DIGITS), candidate) for candidate in spelled)
    alike = nearest_names(ident.translate(_NO_DIGITS), letters)
    return [candidate for candidate in spelled if candidate in alike]


_NO_DIGITS = str.maketrans("", "", "0123456789")


def unknown_references(record: Record, lookup: RecordLookup) -> Findings:
    """Find the unknown references of a record other than a statement."""
    for field in KINDS[record.KIND].references():
        yield from reference_findings(field, getattr(record, field.name), lookup)


# By kind of record: the field that leads to the record above, and what is wrong with a circle.
_CIRCLES = {
    "meeting": ("part_of", "meeting-cycle", "the meeting is part of itself"),
    "topic": ("broader", "topic-cycle", "the topic is broader than itself"),
    "source": ("replaces", "source-cycle", "the source replaces itself"),
}


class RecordRules:
    """The rules for records other than statements.

    What many records are below is followed once.
    """

    def __init__(self, lookup: RecordLookup) -> None:
        self._lookup = lookup
        self._off_circles: dict[str, set[str]] = {kind: set() for kind in _CIRCLES}

    def findings(self, record: Record) -> Findings:
        """Find every problem that a record has with the rest of the archive."""
        yield from unknown_references(record, self._lookup)
        yield from self._circle(record)
        if isinstance(record, Meeting):
            yield from _planned_before_every_source(record, self._lookup)

    def _circle(self, record: Record) -> Findings:
        """Find that a record is above itself."""
        if record.KIND not in _CIRCLES:
            return
        field, code, message = _CIRCLES[record.KIND]
        record_of, off_circles = getattr(self._lookup, record.KIND), self._off_circles[record.KIND]
        path: dict[str, None] = {}  # in order
        ident: str | None = record.id
        while ident and ident not in path and ident not in off_circles:
            path[ident] = None
            ident = getattr(record_of(ident), field, None)
        if ident == record.id and ident in path:
            yield Finding((field,), code, f"{message}: {' → '.join([*path, ident])}")
        off_circles.update(takewhile(lambda below: below != ident, path))


class Setting(NamedTuple):
    """What statements share that have the same meeting, own date and source.

    `date` is the date that applies; None if it is that of a meeting whose record cannot be used.
    """

    meeting: Meeting | None
    own_date: str | None
    source: Source | None
    date: EffectiveDate | None
    findings: tuple[Finding, ...] = ()


class StatementRules:
    """The rules for statements, except for unknown references.

    What many statements share is worked out once.
    """

    def __init__(self, lookup: RecordLookup) -> None:
        self.setting = lru_cache(_REMEMBERED)(partial(_setting, lookup))
        self.office = lru_cache(_REMEMBERED)(partial(_office, lookup))
        self._absence = lru_cache(_REMEMBERED)(partial(_absence, lookup))

    def findings(self, links: Links) -> Findings:
        """Find every problem of a statement with the rest of the archive."""
        setting = self.setting(links.meeting, links.date, links.source)
        yield from setting.findings
        # A reviewer explains in the note why someone who was absent is credited.
        for position, ident in enumerate(links.attributed_to if not links.has_note else ()):
            if links.meeting and (message := self._absence(links.meeting, ident)):
                yield Finding(("attributed_to", position), "not-at-meeting", message)
        if setting.date is None:
            return
        for name, idents in (
            ("attributed_to", links.attributed_to),
            ("voiced_by", links.voiced_by),
        ):
            for position, ident in enumerate(idents):
                message = self.office(ident, setting.date.first, setting.date.last)[1]
                if message:
                    yield Finding((name, position), "no-membership", message)


def _setting(
    lookup: RecordLookup, meeting_id: str | None, own_date: str | None, source_id: str
) -> Setting:
    meeting = lookup.meeting(meeting_id) if meeting_id else None
    source = lookup.source(source_id)
    # The source's date must not replace that of a meeting whose record cannot be used.
    date = effective_date(own_date, meeting, source if meeting or not meeting_id else None)
    setting = Setting(meeting, own_date, source, date)
    findings = tuple(finding for rule in SETTING_RULES for finding in rule(setting))
    return setting._replace(findings=findings)


def _date_within_meeting(setting: Setting) -> Findings:
    meeting, date = setting.meeting, setting.own_date
    if not meeting or not date:
        return
    first, last = meeting_days(meeting)
    own_first, own_last = day_span(date)
    if own_last < first or own_first > last:
        span = meeting.interval.replace("/", " to ")
        message = f"{date} is outside the dates of the meeting {meeting.id} ({span})"
        yield Finding(("date",), "date-outside-meeting", message)


def _absence(lookup: RecordLookup, meeting_id: str, ident: str) -> str | None:
    """Return what is wrong if a participant is not among those of a meeting."""
    meeting, person = lookup.meeting(meeting_id), lookup.participant(ident)
    if not meeting or not person or not meeting.participants or ident in meeting.participants:
        return None
    if _stands_for(person, [lookup.participant(attendee) for attendee in meeting.participants]):
        return None
    return (
        f"{ident} is not among the participants of {meeting.id}: add {ident} there, "
        "or explain it in note"
    )


def _stands_for(person: Participant, attendees: list[Participant | None]) -> bool:
    """Return whether a listed state is that of the person, or a listed person is of the state."""
    return any(
        participant
        and "state" in (participant.kind, person.kind)
        and participant.country == person.country
        for participant in attendees
    )


def _office(
    lookup: RecordLookup, ident: str, first: str, last: str
) -> tuple[str | None, str | None]:
    """Return the office that somebody held on some days, or what is wrong if there is none."""
    person = lookup.participant(ident)
    if not person or not person.memberships:
        return None, None
    if office := office_on(person.memberships, first, last):
        return office.title, None
    return None, f"no membership of {ident} covers {first}: add one, or correct its dates"


def _later_than_source(setting: Setting) -> Findings:
    meeting, source, date = setting.meeting, setting.source, setting.own_date
    if not source:
        return
    # At Clark it is the 24th while Washington prints the 23rd.
    latest = day_after(day_span(source.date)[1])
    if date and day_span(date)[0] > latest:
        message = (
            f"{date} is later than the source that reports it ({source.date}): "
            "correct one of the dates"
        )
        yield Finding(("date",), "later-than-source", message)
    elif meeting and meeting.status == "held" and meeting_days(meeting)[0] > latest:
        message = (
            f"{meeting.id} was held on {meeting.date}, later than the source that reports it "
            f"({source.date}): correct one of the dates, or set status: planned"
        )
        yield Finding(("meeting",), "later-than-source", message)


def _planned_before_source(setting: Setting) -> Findings:
    meeting, source = setting.meeting, setting.source
    if not meeting or not source or meeting.status != "planned":
        return
    if meeting_days(meeting)[1] < day_span(source.date)[0]:
        message = (
            f"{meeting.id} is planned, but ends before the date of the source ({source.date}): "
            "correct the date, or set status: held"
        )
        yield Finding(("meeting",), "planned-in-past", message)


def _planned_before_every_source(meeting: Meeting, lookup: RecordLookup) -> Findings:
    first = lookup.first_source_day()
    if meeting.status == "planned" and first and meeting_days(meeting)[1] < first:
        message = (
            f"planned for {meeting.date}, before the date of every source in the archive: "
            "correct the date, or set status: held"
        )
        yield Finding(("status",), "planned-in-past", message)


def look_alikes(participants: Collection[Participant]) -> Iterator[tuple[Participant, Finding]]:
    """Find participants that share a name, its words in any order, with others of their kind."""
    bearers: dict[tuple[str, frozenset[str]], list[Participant]] = {}
    for person in participants:
        for name in {frozenset(words(name)) for name in (person.name, *person.other_names)}:
            bearers.setdefault((person.kind, name), []).append(person)
    for person in participants:
        name = frozenset(words(person.name))
        namesakes = [bearer for bearer in bearers[person.kind, name] if bearer.id != person.id]
        if name and namesakes:
            others = ", ".join(bearer.id for bearer in namesakes)
            message = f"same name as {others}: if they are the same, keep only one record"
            yield person, Finding(("name",), "look-alike", message)


SETTING_RULES: tuple[Callable[[Setting], Findings], ...] = (
    _date_within_meeting,
    _later_than_source,
    _planned_before_source,
)
