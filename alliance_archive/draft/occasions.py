"""Meetings for review, made from what a text reports of them; the archive's own where one fits."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence

from ..model.countries import country_name
from ..model.dates import meeting_days
from ..model.records import Meeting, Participant, Place, Source, Statement
from ..model.wording import DRAFTED
from ..text.slugs import free_id, slug
from .extraction import Occasion
from .references import fitting_meeting

KINDS = {2: "bilateral", 3: "trilateral"}


def with_meetings(
    statements: Sequence[Statement],
    occasions: Iterable[Occasion],
    source: Source,
    people: Mapping[str, Participant],
    meetings: Sequence[Meeting],
    taken: Callable[[str], bool],
) -> tuple[list[Statement], tuple[Meeting, ...]]:
    """Return the statements with the meetings at which they were made, and those that are new.

    `people` are the participants by the labels that mentions have, `meetings` the archive's own.
    A planned meeting is among those that a statement is about.
    """
    reported: list[str] = []
    new: list[Meeting] = []
    about: dict[str, list[str]] = {}
    for occasion in occasions:
        meeting = _meeting(occasion, source, people, taken, new)
        if meeting is None:
            continue
        same = [own for own in (*meetings, *new) if _is_same(own, meeting)]
        if not same:
            new.append(meeting)
        meeting = same[0] if same else meeting
        if occasion.planned:
            for statement in statements:
                if statement.anchor.start <= occasion.span.start < statement.anchor.end:
                    about.setdefault(statement.id, []).append(meeting.id)
        else:
            reported.append(meeting.id)
    told = []
    for statement in statements:
        meeting = fitting_meeting(source.date, statement.attributed_to, (*meetings, *new), reported)
        of = tuple(dict.fromkeys(about.get(statement.id, ())))
        told.append(statement._replace(meeting=meeting.id if meeting else None, about=of))
    named = {ident for s in told for ident in (s.meeting, *s.about)}
    return told, tuple(meeting for meeting in new if meeting.id in named)


def _is_same(own: Meeting, meeting: Meeting) -> bool:
    """Return whether a meeting of the archive has the same people, and the day is one of its."""
    began, ended = meeting_days(own)
    first, last = meeting_days(meeting)
    days = began <= last and first <= ended
    return days and set(own.participants) == set(meeting.participants)


def _meeting(
    occasion: Occasion,
    source: Source,
    people: Mapping[str, Participant],
    taken: Callable[[str], bool],
    new: Sequence[Meeting],
) -> Meeting | None:
    """Return the meeting as a record; None if its day is not known, or all are of one country."""
    members = {people[label].id: people[label] for label in occasion.labels if label in people}
    day = date_of(occasion, source.date)
    codes = list(dict.fromkeys(person.country for person in members.values()))
    if len(members) < 2 or day is None or (len(codes) == 1 and codes[0]):
        return None
    sides = [country_name(code) for code in codes if code] if all(codes) else []
    sides = sides or [person.family_name or person.name for person in members.values()]
    name = f"{'–'.join(sides)} {'call' if occasion.remote else 'talks'}"
    ids = {meeting.id for meeting in new}
    place = Place(occasion.place or None, occasion.country or None)
    lacking = "" if occasion.has_day else "; the text does not give the day"
    held_at = f". Held at the {occasion.name}" if occasion.name else ""
    return Meeting(
        id=free_id(f"{slug('-'.join(sides))}-{day}", lambda ident: ident in ids or taken(ident)),
        name=name,
        date=day,
        kind=KINDS.get(len(sides), "multilateral"),
        status="planned" if occasion.planned else "held",
        place=place if occasion.place or occasion.country else None,
        participants=tuple(members),
        note=f"{DRAFTED}{source.id}{lacking}{held_at}.",
    )


def date_of(occasion: Occasion, published: str) -> str | None:
    """Return the meeting's date (ISO 8601): the nearest such day before or, if planned, after.

    A meeting of which the text has only the conference's name was in the month of publication.
    None where the date of publication is not a full one, and the text gives no year, or where the
    calendar has no such day.
    """
    weekday, date, distance = occasion.day
    if not occasion.has_day:
        return published[: len("YYYY-MM")]
    if len(date) == len("YYYY-MM-DD"):
        return _valid(date)
    if len(published) < len("YYYY-MM-DD"):
        return None
    day = datetime.date.fromisoformat(published)
    if weekday is not None:
        gap = (weekday - day.weekday()) % 7
        past = gap and not occasion.planned
        distance = gap - 7 if past else gap
    if distance is not None:
        try:
            return (day + datetime.timedelta(distance)).isoformat()
        except OverflowError:  # yesterday, on the first day of the calendar
            return None
    years = (day.year, day.year + 1) if occasion.planned else (day.year, day.year - 1)
    dates = [full for year in years if (full := _valid(f"{year:04}-{date}"))]
    if occasion.planned:
        return next((full for full in dates if full >= published), None)
    return next((full for full in dates if full <= published), None)


def _valid(date: str) -> str | None:
    try:
        return datetime.date.fromisoformat(date).isoformat()
    except ValueError:
        return None
