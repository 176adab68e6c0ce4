"""What an attribution means: who said it, on which date, and in which office."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from .dates import day_span

if TYPE_CHECKING:
    from .records import Meeting, Participant, Source

T = TypeVar("T")
NOBODY = "unattributed"
"""Shown instead of names if a statement is attributed to nobody."""


class EffectiveDate(NamedTuple):
    """The date that holds for a statement, and its `basis`: the statement, meeting or source.

    `date` is ISO 8601, with a slash between the ends when a meeting lasts several days; `first` and
    `last` are the days that it covers, YYYY-MM-DD.
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
    if own_date:
        return EffectiveDate(own_date, "statement", *day_span(own_date))
    if meeting:
        return EffectiveDate(meeting.interval, "meeting", *meeting_days(meeting))
    return EffectiveDate(source.date, "source", *day_span(source.date)) if source else None


def meeting_days(meeting: Meeting) -> tuple[str, str]:
    """Return the first and last day of a meeting, YYYY-MM-DD."""
    return day_span(meeting.date)[0], day_span(meeting.end_date or meeting.date)[1]


def role_on(participant: Participant, first: str, last: str) -> str | None:
    """Return the role and organization of the first membership that covers any of the days.

    None if no membership does. A missing `since` or `until` is an open end.
    """
    for membership in participant.memberships:
        begun = not membership.since or day_span(membership.since)[0] <= last
        if begun and (not membership.until or day_span(membership.until)[1] >= first):
            return f"{membership.role}, {membership.organization}"
    return None
