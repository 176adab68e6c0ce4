"""An act on a card: its reports, the canonical one first, and where its words were said again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..acts.difference import difference, in_one_line
from ..acts.reports import hearings
from ..archive import Archive
from ..queries.filter import Filter
from ..queries.rows import StatementRow
from ..render.cells import counted
from .corroboration import reports_of
from .statements import form_of, segments_of, source_line, who_line

_AGAIN = 5  # other occasions at most that a card names
Pair = tuple[str, str]


def act_lines(archive: Archive, act: str) -> Iterator[Pair]:
    """Yield the lines of an act: its id and numbers, each report, and where it was said again.

    The words of a report show how they differ from the canonical ones, in [- -] and {+ +}.
    """
    reports = reports_of(archive, act)
    rows = [archive.row(report.id) for report in reports]
    sources = len({row.source for row in rows})
    numbers = f"{counted(len(rows), 'report')}, {counted(sources, 'source')}"
    yield "Act", f"{act}: {numbers}"
    for group in hearings(reports):
        if len(group) > 1 and len({report.source for report in group}) > 1:
            yield "One hearing", f"{', '.join(report.id for report in group)}: one text"
    for number, row in enumerate(rows):
        heading = f"{row.id}, {form_of(row)}, {source_line(row)}\n{who_line(row)}"
        yield "Canonical report" if not number else "Report", f"{heading}\n{_words(rows[0], row)}"
    if rows:
        yield "Also said", "\n".join(said_again(archive, rows))


def said_again(archive: Archive, rows: Sequence[StatementRow]) -> list[str]:
    """Return on which other days the canonical words were said, at most a few, with the ids."""
    first, ids = rows[0], {row.id for row in rows}
    if not first.quotations:
        return []
    quoted = tuple(f'"{exact}"' for exact in first.exacts)
    query = Filter(match=quoted[:1], quoted=True)
    others = (row for row in archive.statements(query, by_act=True) if row.id not in ids)
    named = [f"on {row.date}: {row.id}" for row in others if not row.act or row.act != first.act]
    more = len(named) - _AGAIN
    return named if more < 1 else [*named[:_AGAIN], f"and {more} more"]


def _words(first: StatementRow, row: StatementRow) -> str:
    if row is first or not (row.quotations and first.quotations):
        return row.words
    pieces = difference(first.exacts, row.exacts)
    shown = in_one_line(pieces)
    return shown if row.form == "direct" else f"{row.words}\n{shown}"


def words_of_act(archive: Archive, act: str) -> tuple[tuple[str, bool], ...]:
    """Return the words of an act's canonical report, in pieces."""
    reports = reports_of(archive, act)
    return tuple(segments_of(archive.row(reports[0].id))) if reports else ()
