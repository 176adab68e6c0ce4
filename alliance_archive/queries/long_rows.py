"""Statements, one row per participant and capacity."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .reading import Offices
from .rows import StatementRow


class LongRow(NamedTuple):
    """A statement and one participant of its attribution; None if it is unattributed.

    `capacity` is "attributed" or "voiced"; `role` and `country` are those of that day.
    """

    statement: StatementRow
    capacity: str | None
    participant: str | None
    name: str | None
    role: str | None
    country: str | None


def long_rows(rows: Iterable[StatementRow], offices: Offices) -> Iterator[LongRow]:
    """Yield a row for each participant of each statement, and one for a statement without any."""
    for row in rows:
        people = zip(row.attributed_to, row.attributed_names, row.role, row.country, strict=True)
        yield from (LongRow(row, "attributed", *person) for person in people)
        roles = offices(row.voiced_by, row.date_start, row.date_end)
        voices = zip(row.voiced_by, row.voiced_names, roles, strict=True)
        yield from (LongRow(row, "voiced", who, name, *office) for who, name, office in voices)
        if not (row.attributed_to or row.voiced_by):
            yield LongRow(row, None, None, None, None, None)
