"""The rules for the reports of one act: what keeps two statements from reporting the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from ..model.dates import day_after
from ..model.records import Origin
from .across import RecordLookup
from .record import Finding


class ActReport(NamedTuple):
    """A statement with an act; `people` are the ids of its speakers and spokespersons.

    `first` and `last` are the days between which it was made, YYYY-MM-DD; with `from_source` they
    are those of the source, which tells only that it was made no later.
    """

    id: str
    source: str
    people: frozenset[str]
    meeting: str | None
    first: str | None
    last: str | None
    from_source: bool
    not_act: tuple[str, ...]
    origin: Origin


Verdicts = Iterator[tuple[ActReport, Finding]]


def act_findings(
    act: str, reports: Sequence[ActReport], id_is_taken: bool, lookup: RecordLookup
) -> Verdicts:
    """Find every problem of an act's reports, the canonical one first.

    `id_is_taken` says whether a record has the act's id. Each report is compared with the first of
    those before it with which it has a problem of that kind.
    """
    first = reports[0]
    if id_is_taken:
        message = f"“{act}” is the id of a record: give the act another id"
        yield first, Finding(("act",), "act-id", message)
    if len(reports) == 1:
        message = f"no other statement reports {act}"
        yield first, Finding(("act",), "act-alone", message)
    for index, report in enumerate(reports):
        for rule in _RULES:
            problems = (rule(report, rival, lookup) for rival in reports[:index])
            if finding := next(filter(None, problems), None):
                yield report, finding


def excludes(first: ActReport, second: ActReport) -> bool:
    """Return whether the first was certainly made more than a day after the second."""
    if first.from_source or not first.first or not second.last:
        return False
    return first.first > day_after(second.last)


def _dates(report: ActReport, rival: ActReport, _lookup: RecordLookup) -> Finding | None:
    if not (excludes(report, rival) or excludes(rival, report)):
        return None
    message = (
        f"{report.first} is more than a day from the date of {rival.id} ({rival.first}), which has "
        "the same act: correct a date, or remove the act from one of them"
    )
    return Finding(("act",), "act-dates", message)


def _meetings(report: ActReport, rival: ActReport, lookup: RecordLookup) -> Finding | None:
    if apart(report.meeting, rival.meeting, lookup):
        message = (
            f"made at {report.meeting}, but {rival.id}, which has the same act, at {rival.meeting}"
        )
        return Finding(("act",), "act-meetings", message)
    return None


def apart(first: str | None, second: str | None, lookup: RecordLookup) -> bool:
    """Return whether two held meetings differ, and neither is part of the other."""
    if not first or not second or first == second:
        return False
    meetings = [lookup.meeting(ident) for ident in (first, second)]
    if any(meeting is None or meeting.status != "held" for meeting in meetings):
        return False
    return second not in _above(first, lookup) and first not in _above(second, lookup)


def _above(ident: str, lookup: RecordLookup) -> set[str]:
    """Return the ids of the meetings of which one is part."""
    passed: set[str] = set()
    meeting = lookup.meeting(ident)
    while meeting and meeting.part_of and meeting.part_of not in passed:
        passed.add(meeting.part_of)
        meeting = lookup.meeting(meeting.part_of)
    return passed


def _people(report: ActReport, rival: ActReport, _lookup: RecordLookup) -> Finding | None:
    if not report.people or not rival.people or report.people & rival.people:
        return None
    message = f"nobody in common with {rival.id}, which has the same act"
    return Finding(("act",), "act-people", message)


def _denied(report: ActReport, rival: ActReport, _lookup: RecordLookup) -> Finding | None:
    if rival.id not in report.not_act and report.id not in rival.not_act:
        return None
    message = f"{rival.id} has the same act, but not_act says that it reports another"
    return Finding(("act",), "act-denied", message)


_RULES: tuple[Callable[[ActReport, ActReport, RecordLookup], Finding | None], ...] = (
    _dates,
    _meetings,
    _people,
    _denied,
)
