"""What an attribution means: who said it, and in which office."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar


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
