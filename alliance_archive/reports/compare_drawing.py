"""What is drawn of two compared sides: their phrases, then subject by subject."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from ..render.cells import counted
from ..render.shapes import Line, SideBySideBlock, SideBySideRow
from .acts import acts_counted
from .compare import BOTH, Comparison, SubjectRow
from .statements import date_shown, segments_with_others, source_line, who_line

# The most phrases drawn for a side; other formats have them all.
_PHRASES = 8


def heads(comparison: Comparison) -> tuple[str, str, str]:
    """Return the headings of the left side, the right side, and both."""
    left, right = (
        acts_counted(*numbers, grouped=True)
        for numbers in zip(comparison.counts, comparison.reports, strict=True)
    )
    noun = "statement" if comparison.counts == comparison.reports else "act"
    common = counted(comparison.common, noun, grouped=True)
    both = ""
    if comparison.common:
        speakers = {comparison.first.kind, comparison.second.kind} <= {"participant", "country"}
        both = f"{common} by both" if speakers else f"{common} on both sides"
    return f"{comparison.first.name}\n{left}", f"{comparison.second.name}\n{right}", both


def blocks(comparison: Comparison) -> Iterator[SideBySideBlock]:
    """Yield the phrases, then the subjects, meeting by meeting; no statement twice in full."""
    by_phrase = [row for row in comparison.rows if row.phrase]
    if by_phrase:
        row = _phrase_row(comparison, by_phrase)
        yield SideBySideBlock("Quoted phrases", "", (row,))
    seen_ids: set[str] = set()
    names = {side.id: side.name for side in (comparison.first, comparison.second)}
    statements = [row for row in comparison.rows if row.statement]
    for subject, group in groupby(statements, key=lambda row: row.subject):
        rows = list(group)
        only = "" if rows[0].shared else f"{names.get(rows[0].side, '')} only"
        blocks = tuple(_subject_rows(comparison, rows, seen_ids))
        name = subject[1] if subject else ""
        yield SideBySideBlock(name[:1].upper() + name[1:], only, blocks)


def _phrase_row(comparison: Comparison, rows: list[SubjectRow]) -> SideBySideRow:
    sides: dict[str, list[Line]] = {}
    for row in rows:
        sides.setdefault(row.side, []).append(_phrase_line(row))
    for lines in sides.values():
        if len(lines) > _PHRASES + 1:
            lines[_PHRASES:] = [_plain_line(f"and {len(lines) - _PHRASES} more")]
    parts = (BOTH, comparison.first.id, comparison.second.id)
    return SideBySideRow("", BOTH, *(tuple(sides.get(side, ())) for side in parts))


def _phrase_line(row: SubjectRow) -> Line:
    assert row.times is not None
    first, second = row.times
    times = f"×{first} and ×{second}" if row.side == BOTH else f"×{first or second}"
    whose = "; ".join(row.relayed)
    used = whose, "" if max(row.times) == 1 else times
    return Line("", ((f"“{row.phrase}”", True),), " · ".join(filter(None, used)))


def _plain_line(text: str, reference: str = "") -> Line:
    return Line("", ((text, False),), reference)


def _subject_rows(
    comparison: Comparison, rows: list[SubjectRow], seen_ids: set[str]
) -> Iterator[SideBySideRow]:
    """Yield, meeting by meeting, statements by both, then those of each side, side by side.

    Statements at meetings where the other side did not speak come last, with the meeting named. A
    subject that only one side addressed takes the whole width.
    """
    by_meeting: dict[str, list[SubjectRow]] = {}
    for row in rows:
        by_meeting.setdefault(_meeting(row), []).append(row)
    sides = (comparison.first.id, comparison.second.id)
    apart = [row for group in by_meeting.values() if not _both_spoke(group) for row in group]
    if len({row.side for row in apart}) < 2:
        apart = []
    for meeting, group in by_meeting.items():
        if not group[0].shared:
            yield SideBySideRow(meeting, "", _lines(group, group[0].side, seen_ids), (), ())
        elif group[0] not in apart:
            lines = (_lines(group, side, seen_ids) for side in (BOTH, *sides))
            yield SideBySideRow(meeting, BOTH, *lines)
    if apart:
        left, right = (_lines(apart, side, seen_ids, _meeting) for side in sides)
        yield SideBySideRow("At separate meetings", "", (), left, right)


def _meeting(row: SubjectRow) -> str:
    assert row.statement is not None
    meeting = row.statement.meeting_name or "No meeting"
    return f"{meeting}, {date_shown(row.statement) or 'no date'}"


def _both_spoke(group: list[SubjectRow]) -> bool:
    """Return whether both sides spoke, together or apart."""
    sides = {row.side for row in group}
    return BOTH in sides or len(sides) > 1


def _lines(
    rows: Iterable[SubjectRow],
    side: str,
    seen_ids: set[str],
    note: Callable[[SubjectRow], str] | None = None,
) -> tuple[Line, ...]:
    """Return the lines of a side; statements already drawn share one line of ids."""
    lines, again = [], []
    for row in rows:
        statement = row.statement
        if row.side != side or statement is None:
            continue
        if statement.id in seen_ids:
            again.append(statement.id)
            continue
        seen_ids.add(statement.id)
        reference = f"{note(row)} · {statement.id}" if note else statement.id
        lines.append(
            Line(
                who_line(statement),
                segments_with_others(statement),
                reference,
                statement,
                source_line(statement),
            )
        )
    return (*lines, _plain_line("see above", ", ".join(again))) if again else tuple(lines)
