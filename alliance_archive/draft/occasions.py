"""Meetings for review, made from what a text reports of them; the archive's own where one fits."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from ..model.countries import country_name
from ..model.dates import day_span, meeting_days
from ..model.records import Meeting, Participant, Place, Source, Statement
from ..model.wording import DRAFTED
from ..text.folding import key, words
from ..text.slugs import free_id, slug
from .extraction import Occasion, Setting, Span

KINDS = {2: "bilateral", 3: "trilateral"}
REPORTED_WITHIN = datetime.timedelta(days=2)  # an article covers what happened since the day before


def with_meetings(
    text: str,
    statements: Sequence[Statement],
    settings: Sequence[Setting],
    occasions: Iterable[Occasion],
    source: Source,
    people: Mapping[str, Participant],
    meetings: Sequence[Meeting],
    taken: Callable[[str], bool],
) -> tuple[list[Statement], tuple[Meeting, ...]]:
    """Return the statements with the meetings at which they were made, and those that are new.

    `settings` tell when and where each statement was made, `people` are the participants by the
    labels that mentions have, `meetings` the archive's own. A planned meeting is among those that a
    statement is about.
    """
    told_of = f" {' '.join(words(text))} "
    near = [meeting for meeting in meetings if _is_near(meeting, source.date)]
    reported = {meeting.id for meeting in near if _is_named(meeting, told_of)}
    new: list[Meeting] = []
    about: dict[str, list[str]] = {}
    for occasion in occasions:
        meeting = _meeting(occasion, source, people, taken, new)
        if meeting is None:
            continue
        if not (occasion.has_day or occasion.name):
            reported |= {own.id for own in near if {*own.participants} == {*meeting.participants}}
            continue
        same = [own for own in (*meetings, *new) if _is_same(own, meeting, source.date)]
        if not same:
            new.append(meeting)
        meeting = same[0] if same else meeting
        if occasion.planned:
            for statement in statements:
                if statement.anchor.start <= occasion.span.start < statement.anchor.end:
                    about.setdefault(statement.id, []).append(meeting.id)
        else:
            reported.add(meeting.id)
    told = []
    for statement, setting in zip(statements, settings, strict=True):
        held = [m for m in (*meetings, *new) if m.id in reported or m.status == "held"]
        fitting = [m for m in held if _fits(m, setting, source.date, m.id in reported)]
        meeting = _meeting_of(statement.attributed_to, fitting)
        of = tuple(dict.fromkeys(about.get(statement.id, ())))
        told.append(statement._replace(meeting=meeting.id if meeting else None, about=of))
    named = {ident for s in told for ident in (s.meeting, *s.about)}
    return told, tuple(meeting for meeting in new if meeting.id in named)


def _fits(meeting: Meeting, setting: Setting, published: str, reported: bool) -> bool:
    """Return whether something may have been said at a meeting, by its day and its place.

    A meeting of another day than the source's is one that the source reports, or of the statement's
    own day.
    """
    dates = [date_of(Occasion((), Span(0, 0), day), published) for day in setting.days]
    if setting.apart or not all(date and _is_on(meeting, date) for date in dates):
        return False
    here = all(_is_in(meeting, *place) for place in setting.places)
    return here and bool(reported or dates or _is_on(meeting, published))


def _is_on(meeting: Meeting, date: str) -> bool:
    (began, ended), (first, last) = meeting_days(meeting), day_span(date)
    return began <= last and first <= ended


def _is_in(meeting: Meeting, city: str, country: str) -> bool:
    """Return whether a meeting was in a city or a country; a call was nowhere."""
    place = meeting.place or Place()
    if city and place.name:
        return key(city) == key(place.name)
    return bool(country) and country == place.country


def _is_named(meeting: Meeting, text: str) -> bool:
    """Return whether the words of a text, folded and padded, have a name of a meeting."""
    return any(f" {key(name)} " in text for name in (meeting.name, *meeting.other_names))


def _is_near(meeting: Meeting, date: str) -> bool:
    """Return whether a meeting was on the day of a source or shortly before."""
    first, last = day_span(date)
    began, ended = meeting_days(meeting)
    since = datetime.date.fromisoformat(first)
    if since - datetime.date.min > REPORTED_WITHIN:
        since -= REPORTED_WITHIN
    return began <= last and ended >= since.isoformat()


def _meeting_of(people: Collection[str], meetings: Sequence[Meeting]) -> Meeting | None:
    """Return the one meeting with just these people, else with them and others; None if several."""
    if not people:
        return None
    same = [meeting for meeting in meetings if set(meeting.participants) == set(people)]
    there = same or [meeting for meeting in meetings if set(people) <= set(meeting.participants)]
    return there[0] if len(there) == 1 else None


def _is_same(own: Meeting, meeting: Meeting, published: str) -> bool:
    """Return whether a meeting of the archive has the same people, and the day is one of its.

    One that was over when the source was published was not planned in it.
    """
    if meeting.status == "planned" and meeting_days(own)[1] < day_span(published)[0]:
        return False
    return _is_on(own, meeting.date) and set(own.participants) == set(meeting.participants)


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
    if len(date) == len("YYYY-MM"):
        return date
    if len(published) < len("YYYY-MM-DD"):
        return None
    if len(date) == len("MM"):
        year = int(published[:4]) + (date < published[5:7])
        return f"{year:04}-{date}"
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
