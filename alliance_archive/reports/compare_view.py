"""What `compare` shows: statements and phrases with their side, and the two sides abreast."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Any

from ..render.columns import Column
from ..render.shapes import Abreast, Facing, Line
from .compare import BOTH, Compared, Comparison
from .statements import STATEMENT_FIELDS
from .summary_view import counted
from .timeline_view import who
from .view import View


def _of_statement(column: Column) -> Column:
    value, flat = column.value, column.flat
    return column._replace(
        value=(lambda row: value(row.statement) if row.statement else None) if value else None,
        flat=(lambda row: flat(row.statement) if row.statement else "") if flat else None,
    )


def _words(row: Compared) -> str | None:
    return row.statement.words if row.statement else row.phrase


def _subject(part: int) -> Any:
    return lambda row: row.subject[part] if row.subject else None


def _times(part: int) -> Any:
    return lambda row: row.times[part] if row.times else None


_FIRST = (
    Column("what", "What", lambda row: "statement" if row.statement else "phrase"),
    Column("side", "Side", lambda row: row.side),
    Column("shared", "Shared", lambda row: row.shared),
    Column("subject", "Subject ID", _subject(0)),
    Column("subject_name", "Subject", _subject(1)),
    Column("words", "Words", _words, quoted=True),
    Column("first_times", "Times, first", _times(0), number=True),
    Column("second_times", "Times, second", _times(1), number=True),
    Column("ids", "IDs", lambda row: row.ids),
)
_FIELDS = (
    *_FIRST,
    *(_of_statement(column) for column in STATEMENT_FIELDS if column.key != "words"),
)
_COLUMN = {column.key: column for column in _FIELDS}
_SHOWN = tuple(
    _COLUMN[key]
    for key in (
        *("what", "side", "subject_name", "meeting_name", "date", "attributed_names", "words"),
        *("first_times", "second_times", "ids"),
    )
)
COMPARED = View(_FIELDS, _SHOWN, _SHOWN)
# More phrases of a side than these are not drawn; they are in the other formats.
_PHRASES = 8


def headline(found: Comparison) -> tuple[str, str, str]:
    """What stands over the left side, over the right side, and over both."""
    common = f"{counted(found.common, 'statement')} of both" if found.common else ""
    left, right = (counted(number, "statement") for number in found.numbers)
    return f"{found.first.name}\n{left}", f"{found.second.name}\n{right}", common


def facings(found: Comparison) -> Iterator[Facing]:
    """The phrases, then the subjects in order, meeting by meeting; no statement twice."""
    if found.phrases:
        yield Facing("Phrases", "in quotation marks", (_phrases(found),))
    seen: set[str] = set()
    names = {found.first.id: found.first.name, found.second.id: found.second.name}
    for subject, rows in groupby(found.statements, key=lambda row: row.subject):
        listed = list(rows)
        own = "" if listed[0].shared else f"{names.get(listed[0].side, '')} only"
        yield Facing(subject[1] if subject else "", own, tuple(_subject_rows(found, listed, seen)))


def _phrases(found: Comparison) -> Abreast:
    sides: dict[str, list[Line]] = {}
    for row in found.phrases:
        sides.setdefault(row.side, []).append(_phrase(row))
    for lines in sides.values():
        if len(lines) > _PHRASES + 1:
            more = Line("", f"and {len(lines) - _PHRASES} more", "")
            lines[_PHRASES:] = [more]
    parts = (BOTH, found.first.id, found.second.id)
    return Abreast("", BOTH, *(tuple(sides.get(side, ())) for side in parts))


def _phrase(row: Compared) -> Line:
    assert row.times is not None
    first, second = row.times
    times = f"×{first} and ×{second}" if row.side == BOTH else f"×{first or second}"
    return Line("", f"“{row.phrase}”", "" if max(row.times) == 1 else times)


def _subject_rows(found: Comparison, rows: list[Compared], seen: set[str]) -> Iterator[Abreast]:
    """Meeting by meeting, what both said across the sides, and what each said abreast.

    What each said where the other did not speak stands abreast in the end, with its meeting. A
    subject that only one speaks on takes the whole width.
    """
    by_meeting: dict[str, list[Compared]] = {}
    for row in rows:
        by_meeting.setdefault(_meeting(row), []).append(row)
    sides = (found.first.id, found.second.id)
    apart = [row for group in by_meeting.values() if not _meets(group) for row in group]
    if len({row.side for row in apart}) < 2:
        apart = []
    for meeting, group in by_meeting.items():
        if not group[0].shared:
            yield Abreast(meeting, "", _lines(group, group[0].side, seen), (), ())
        elif group[0] not in apart:
            yield Abreast(meeting, BOTH, *(_lines(group, side, seen) for side in (BOTH, *sides)))
    if apart:
        left, right = (_lines(apart, side, seen, _meeting) for side in sides)
        yield Abreast("At different meetings", "", (), left, right)


def _meeting(row: Compared) -> str:
    assert row.statement is not None
    meeting = row.statement.meeting_name or "No meeting named"
    return f"{meeting}, {row.statement.date or 'no date'}"


def _meets(group: list[Compared]) -> bool:
    sides = {row.side for row in group}
    return BOTH in sides or len(sides) > 1


def _lines(
    rows: Iterable[Compared],
    side: str,
    seen: set[str],
    note: Callable[[Compared], str] | None = None,
) -> tuple[Line, ...]:
    """The lines of a side; statements seen before come to one line of ids."""
    made, again = [], []
    for row in rows:
        if row.side != side or row.statement is None:
            continue
        if row.statement.id in seen:
            again.append(row.statement.id)
            continue
        seen.add(row.statement.id)
        after = f"{note(row)} · {row.statement.id}" if note else row.statement.id
        made.append(Line(who(row.statement), row.statement.words, after, row.statement))
    return (*made, Line("", "as above", ", ".join(again))) if again else tuple(made)
