"""What an attribution means: who said it, on which date, and in which office."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

# model.dates, which loads datetime, is imported where days are computed: a CSV look-up does not.
if TYPE_CHECKING:
    from .records import Meeting, Source


class Held(Protocol):
    """Anything that was held from one date, of any precision, to another; None is an open end."""

    @property
    def since(self) -> str | None:
        """The first day, month or year."""

    @property
    def until(self) -> str | None:
        """The last day, month or year."""


T = TypeVar("T")
Office = TypeVar("Office", bound=Held)
NOBODY = "unattributed"
"""Shown instead of names if a statement is attributed to nobody."""


class EffectiveDate(NamedTuple):
    """The date that holds for a statement, and its `basis`: the statement, meeting or source.

    `date` is ISO 8601, with a slash between the ends when a meeting lasts several days; `first` and
    `last` are the days between which it must be, YYYY-MM-DD.
    """

    date: str
    basis: str
    first: str
    last: str


def uttered_by(attributed_to: Sequence[T], voiced_by: Sequence[T]) -> Sequence[T]:
    """Return who said the words: those in `voiced_by`, else those they are attributed to."""
    return voiced_by or attributed_to


def nobody_named(as_given: str | None) -> str:
    """Return the text shown instead of names, with the source's wording if there is one."""
    return f"{NOBODY} (“{as_given}”)" if as_given else NOBODY


def chain(names: Sequence[str], voices: Sequence[str], as_given: str | None) -> str:
    """Return the names of those it is attributed to, and via whom, on one line."""
    nobody = nobody_named(as_given)
    people = ", ".join(names) or nobody[0].upper() + nobody[1:]
    return f"{people}, via {', '.join(voices)}" if voices else people


def effective_date(
    own_date: str | None, meeting: Meeting | None, source: Source | None
) -> EffectiveDate | None:
    """Return the date that holds for a statement: its own, else its meeting's, else its source's.

    None if it has none of the three, as in a record whose source has an error.
    """
    from .dates import day_span

    published = day_span(source.date)[1] if source else None
    if own_date:
        return EffectiveDate(own_date, "statement", *days_by(own_date, published))
    if meeting:
        return EffectiveDate(meeting.interval, "meeting", *meeting_days(meeting, published))
    return EffectiveDate(source.date, "source", *day_span(source.date)) if source else None


def days_by(date: str, published: str | None) -> tuple[str, str]:
    """Return the first and last day of a date or interval whose source appeared by a day.

    What is reported has happened, so a month or year ends with that day. A date to the day is
    believed, because it may be tomorrow elsewhere; so is a date that only begins later, which
    `check` reports.
    """
    from .dates import days

    first, last = days(date)
    imprecise = len(date.rpartition("/")[2]) < len(last)
    return first, min(last, published) if imprecise and published and first <= published else last


def meeting_days(meeting: Meeting, published: str | None = None) -> tuple[str, str]:
    """Return the first and last day of a meeting, YYYY-MM-DD.

    `published` is the last day of a source that reports it: a month or year in which it was held
    ends with that day.
    """
    return days_by(meeting.interval, published if meeting.status == "held" else None)


def standing(meeting: Meeting, today: str | None = None) -> str:
    """Return “held”, “planned”, or “planned, date passed” if its last day is before today."""
    passed = meeting.status == "planned" and today and meeting_days(meeting)[1] < today
    return f"{meeting.status}, date passed" if passed else meeting.status


def office_on(offices: Sequence[Office], first: str, last: str) -> Office | None:
    """Return the first office held on any of the days, which are YYYY-MM-DD; None if none was."""
    for office in offices:
        # A month is compared with the month of the day, a year with its year.
        since, until = office.since, office.until
        if (not since or since <= last[: len(since)]) and (
            not until or until >= first[: len(until)]
        ):
            return office
    return None
