"""An act on a card: its reports, the canonical one first, and where its words were said again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ..acts.difference import ONLY_FIRST, difference, in_one_line
from ..acts.reports import hearings
from ..archive import Archive
from ..queries.filter import Filter
from ..queries.rows import StatementRow
from ..render.cells import counted
from ..text.sentences import sentence_around
from .corroboration import reports_of
from .statements import form_of, segments_of, source_line, who_line

_PRESS = "2"  # where the ranks of reports begin that are not of the speaker's own side
_AGAIN = 5  # other occasions at most that a card names
_OPENING, _CLOSING = re.compile('["“]'), re.compile('["”]')
LabeledText = tuple[str, str]
SourceTexts = Mapping[str, str | None]
"""The texts that were found, by the ids of their sources."""


def act_lines(archive: Archive, act: str, texts: SourceTexts) -> Iterator[LabeledText]:
    """Yield the lines of an act: its id and numbers, each report, and where it was said again.

    The words of a report show how they differ from the canonical ones, in [- -] and {+ +}. If the
    text of the speaker's own side was found, so does what the canonical report cut off from it.
    """
    reports = reports_of(archive, act)
    rows = [archive.row(report.id) for report in reports]
    sources = len({row.source for row in rows})
    numbers = f"{counted(len(rows), 'report')}, {counted(sources, 'source')}"
    reprints = [
        group for group in hearings(reports) if len({report.source for report in group}) > 1
    ]
    fewer = sum(len({report.source for report in group}) - 1 for group in reprints)
    yield "Act", f"{act}: {numbers}{f', counted as {sources - fewer}' if fewer else ''}"
    for group in reprints:
        yield "One text", ", ".join(report.id for report in group)
    for index, row in enumerate(rows):
        heading = f"{row.id}, {form_of(row)}, {source_line(row)}\n{who_line(row)}"
        yield "Canonical report" if not index else "Report", f"{heading}\n{_words(rows[0], row)}"
        if not index and reports[0].rank < _PRESS:
            yield "Cut off", _cut_off(texts.get(row.source) or "", row)
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
    occasions = [
        f"on {row.date}: {row.id}" for row in others if not row.act or row.act != first.act
    ]
    more = len(occasions) - _AGAIN
    return occasions if more < 1 else [*occasions[:_AGAIN], f"and {more} more"]


def _words(first: StatementRow, row: StatementRow) -> str:
    if row is first or not (row.quotations and first.quotations):
        return row.words
    pieces = difference(first.exacts, row.exacts)
    marked = in_one_line(pieces)
    return marked if row.form == "direct" else f"{row.words}\n{marked}"


def _cut_off(text: str, row: StatementRow) -> str:
    """Return the text's sentence, with what the quotation leaves out in [- -]; "" if nothing."""
    if not row.quotes or row.quotes[-1].end > len(text):
        return ""
    start, end = row.quotes[0].start, row.quotes[-1].end
    first, last = sentence_around(text, start, end)
    opening, ending = _OPENING.split(text[first:start])[-1], _CLOSING.split(text[end:last])[0]
    sentence = " ".join(f"{opening}{text[start:end]}{ending}".split()).rstrip(" ,;:")
    pieces = difference((sentence,), (" … ".join(row.exacts),))
    cut = (piece for piece in pieces if piece.where == ONLY_FIRST)
    return (
        in_one_line(pieces) if any(map(str.isalnum, "".join(piece.text for piece in cut))) else ""
    )


def words_of_act(archive: Archive, act: str) -> tuple[tuple[str, bool], ...]:
    """Return the words of an act's canonical report, in pieces."""
    reports = archive.reports_of(act)
    return tuple(segments_of(archive.row(reports[0].id))) if reports else ()
