"""Meetings in the order of their days, each with its statements and the meetings beside it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..archive import Archive
from ..index.rows import records
from ..model.dates import days
from ..model.records import Meeting
from ..queries.filter import EVERYTHING, Filter
from ..queries.rows import StatementRow
from .listings import listing

# How many characters of a date tell its day, month and year.
GRAINS = {"day": 10, "month": 7, "year": 4}
# Up to so many days a timeline goes by the day, up to so many by the month.
_DAYS, _MONTHS = 62, 3 * 366


class Entry(NamedTuple):
    """A meeting with its statements and the meetings beside it; or statements without a meeting.

    `period` is the day, month or year that it stands under, `date` is ISO 8601, with an interval
    for several days. Without a meeting, the statements are those of one source and period.
    """

    period: str
    date: str
    meeting: Meeting | None
    names: tuple[str, ...]
    statements: tuple[StatementRow, ...]
    beside: tuple[Entry, ...] = ()


class Step(NamedTuple):
    """A statement of an entry, or an entry without any; `depth` is 0 for what stands alone."""

    entry: Entry
    depth: int
    statement: StatementRow | None


def timeline(
    archive: Archive,
    wanted: Filter = EVERYTHING,
    *,
    grain: str | None = None,
    sort: str = "date",
    limit: int | None = None,
) -> list[Entry]:
    """What stands alone, by date, or by "-date" the latest first, no more than `limit`.

    A filter that speaks of statements leaves out meetings without such statements. A meeting
    comes with the larger one it stood beside. `grain` is one of GRAINS; without it, as the span
    needs.
    """
    by_meeting: dict[str, list[StatementRow]] = {}
    loose: list[StatementRow] = []
    known = {each.id: each for each in records(archive.connection, "meeting", "sound")}
    for row in archive.statements(wanted):
        if row.meeting in known:
            by_meeting.setdefault(row.meeting or "", []).append(row)
        else:
            loose.append(row)
    listed = {each.record.id for each in listing(archive, "meeting", wanted)}
    chosen = _with_larger({*listed, *by_meeting}, known)
    entries = list(_Tree(archive, known, chosen, by_meeting).roots())
    cut = GRAINS[grain or grain_of([*(e.date for e in entries), *(r.date or "" for r in loose)])]
    entries += _loose(loose, cut)
    entries.sort(key=_order, reverse=sort.startswith("-"))
    return [_under(entry, cut) for entry in entries][:limit]


def grain_of(dates: Iterable[str]) -> str:
    """Whether dates (ISO 8601, of any precision) are best told apart by day, month or year."""
    spans = [days(date) for date in dates if date]
    if not spans:
        return "day"
    first, last = min(spans)[0], max(last for _, last in spans)
    size = (datetime.date.fromisoformat(last) - datetime.date.fromisoformat(first)).days
    return "day" if size <= _DAYS else "month" if size <= _MONTHS else "year"


def steps(entries: Iterable[Entry], depth: int = 0) -> Iterator[Step]:
    """The entries and what stands beside them, a statement a step."""
    for entry in entries:
        for statement in entry.statements or (None,):
            yield Step(entry, depth, statement)
        yield from steps(entry.beside, depth + 1)


def _with_larger(chosen: set[str], known: dict[str, Meeting]) -> set[str]:
    found: set[str] = set()
    for ident in chosen:
        at: str | None = ident
        while at in known and at not in found:
            found.add(at)
            at = known[at].part_of
    return found


def _date(meeting: Meeting) -> str:
    return meeting.date + (f"/{meeting.end_date}" if meeting.end_date else "")


def _order(entry: Entry) -> tuple[str, int, bool, str]:
    """By first day; a month goes before its days, a meeting before what has none."""
    name = entry.meeting.name if entry.meeting else entry.statements[0].source
    first = days(entry.date)[0] if entry.date else ""
    return first, len(entry.date), entry.meeting is None, name


def _under(entry: Entry, cut: int) -> Entry:
    beside = tuple(_under(each, cut) for each in entry.beside)
    return entry._replace(period=entry.date.partition("/")[0][:cut], beside=beside)


def _loose(rows: Iterable[StatementRow], cut: int) -> Iterator[Entry]:
    groups: dict[tuple[str, str], list[StatementRow]] = {}
    for row in rows:
        groups.setdefault(((row.date or "")[:cut], row.source), []).append(row)
    for (period, _), found in groups.items():
        yield Entry(period, period, None, (), tuple(found))


class _Tree:
    """The chosen meetings, each below the one it stood beside."""

    def __init__(
        self,
        archive: Archive,
        known: dict[str, Meeting],
        chosen: set[str],
        statements: dict[str, list[StatementRow]],
    ) -> None:
        self._archive = archive
        self._known = known
        self._statements = statements
        self._below: dict[str | None, list[str]] = {}
        for ident in sorted(chosen):
            above = known[ident].part_of
            self._below.setdefault(above if above in chosen else None, []).append(ident)
        self._left = chosen.copy()

    def roots(self) -> Iterator[Entry]:
        yield from map(self._entry, self._below.get(None, ()))
        while self._left:  # meetings in a circle, each beside the next
            yield self._entry(min(self._left))

    def _entry(self, ident: str) -> Entry:
        self._left.discard(ident)
        meeting = self._known[ident]
        below = [self._entry(each) for each in self._below.get(ident, ()) if each in self._left]
        names = self._archive.names(meeting.participants)
        statements = tuple(self._statements.get(ident, ()))
        beside = tuple(sorted(below, key=_order))
        return Entry("", _date(meeting), meeting, names, statements, beside)
