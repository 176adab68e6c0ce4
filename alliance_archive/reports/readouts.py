"""Who reports what of one meeting: its acts, and what each source has of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from ..acts.difference import BOTH, ONLY_SECOND, difference, in_one_line
from ..archive import Archive
from ..model.records import Source
from ..queries.filter import EVERYTHING, Filter
from ..queries.rows import StatementRow
from ..render.columns import Column, View, field
from .statements import form_of, source_line, who_line

LEFT_OUT, UNKNOWN = "–", "?"
"""What stands for an act that a source leaves out, and where its drafts may still have it."""


class ActRow(NamedTuple):
    """An act and its reports by source; the first of `reports` is the canonical one.

    `topic` is the name of its first topic, `leads` marks the first row of a topic.
    """

    topic: str
    leads: bool
    act: str
    reports: tuple[StatementRow, ...]

    def of(self, source: str) -> tuple[StatementRow, ...]:
        """The reports of a source."""
        return tuple(row for row in self.reports if row.source == source)


class Readouts(NamedTuple):
    """Acts by topic, and the sources that report any: id, label, and whether it has drafts."""

    acts: list[ActRow]
    sources: tuple[tuple[str, str, bool], ...]


def readouts(
    archive: Archive,
    meeting: str | None = None,
    query: Filter = EVERYTHING,
    *,
    limit: int | None = None,
) -> Readouts:
    """Return the acts of a meeting, or of a filter, and what each source reports of them.

    What was said on the meeting's sidelines is included. Raises UnknownName, AmbiguousName, BadDate
    or DatesReversed.
    """
    chosen = query._replace(made_at=(archive.resolve("meeting", meeting),)) if meeting else query
    acts = _by_topic(archive, chosen)
    sources = {row.source: row for reports in acts for row in reports}
    columns = tuple(
        (ident, source_line(row), _has_drafts(archive, ident)) for ident, row in sources.items()
    )
    return Readouts(_headed(acts)[:limit], columns)


def of_two(
    archive: Archive,
    sources: tuple[str, str],
    query: Filter = EVERYTHING,
    *,
    sort: str = "shared",
    limit: int | None = None,
) -> Readouts:
    """Return the acts that two sources, by id, report: those of both first, or all by subject.

    `sort` is shared or subject, with - for the reverse. Raises what `readouts` raises.
    """
    acts = _by_topic(archive, query._replace(and_=Filter(source=sources)))
    if not sort.endswith("subject"):
        acts.sort(key=lambda reports: len({row.source for row in reports}) < len(sources))
    if sort.startswith("-"):
        acts.reverse()
    columns = []
    for ident in sources:
        source = archive.get(ident)
        assert isinstance(source, Source)
        label = f"{source.publisher}, {source.date}"
        columns.append((ident, label, _has_drafts(archive, ident)))
    if columns[0][1] == columns[1][1]:
        columns = [(ident, ident, drafts) for ident, _, drafts in columns]
    return Readouts(_headed(acts)[:limit], tuple(columns))


def _by_topic(archive: Archive, query: Filter) -> list[tuple[StatementRow, ...]]:
    """Return the reports of each act, the canonical one first, by the acts' first topics."""
    by_act: dict[str, list[StatementRow]] = {}
    for row in archive.statements(query):
        by_act.setdefault(row.act or row.id, []).append(row)
    acts = [tuple(_ranked(archive, rows)) for rows in by_act.values()]
    return sorted(acts, key=lambda rows: (not rows[0].topic_names, rows[0].topic_names[:1]))


def _headed(reports: Sequence[tuple[StatementRow, ...]]) -> list[ActRow]:
    acts: list[ActRow] = []
    for rows in reports:
        topic = rows[0].topic_names[0] if rows[0].topic_names else "No topic"
        leads = not acts or acts[-1].topic != topic
        acts.append(ActRow(topic, leads, rows[0].act or rows[0].id, rows))
    return acts


def _ranked(archive: Archive, rows: Sequence[StatementRow]) -> list[StatementRow]:
    if len(rows) == 1:
        return list(rows)
    marks = ", ".join("?" * len(rows))
    sql = f"SELECT id, report_rank FROM statement WHERE id IN ({marks})"
    ranks = dict(archive.connection.execute(sql, [row.id for row in rows]))
    return sorted(rows, key=lambda row: (ranks[row.id] or "", row.id))


def _has_drafts(archive: Archive, source: str) -> bool:
    return archive.count(Filter(source=(source,), status=("draft",), replaced=True)) > 0


def _report(act: ActRow, row: StatementRow) -> str:
    """Return the words of a report; those that differ from the canonical ones are marked."""
    first = act.reports[0]
    if row is first or not (row.quotations and first.quotations):
        return row.words
    pieces = difference(first.exacts, row.exacts)
    if row.form != "direct":  # a partial quotation leaves the rest out, and its words are ours
        only = [piece.text for piece in pieces if piece.where == ONLY_SECOND]
        return f"{row.words} [{' '.join(f'{{+{text}+}}' for text in only)}]" if only else row.words
    if all(piece.where == BOTH for piece in pieces):
        return row.words
    return f"“{in_one_line(pieces)}”"


def _topic_and_who(act: ActRow) -> str:
    who = who_line(act.reports[0])
    return f"{act.topic}\n{who}" if act.leads else who


_OWN = ("topic", "act", "who", "ids")


def _column(source: str, label: str, drafts: bool) -> Column:
    """Return the column of what a source reports."""
    nothing = UNKNOWN if drafts else LEFT_OUT

    def data(act: ActRow) -> Any:
        reports = [{"id": row.id, "form": row.form, "words": row.words} for row in act.of(source)]
        return reports or nothing

    def cell(act: ActRow) -> str:
        parts = (f"{form_of(row)}: {_report(act, row)}" for row in act.of(source))
        return "\n".join(parts) or nothing

    # Ids contain no underscore, so a key that ends in one cannot clash with another column's.
    key = source if source not in _OWN else f"{source}_"
    return Column(key, label, data, cell)


def readouts_view(sources: Sequence[tuple[str, str, bool]]) -> View:
    """Return the view of acts, with a column for each source."""
    columns = [_column(*source) for source in sources]
    topic, act = field("topic"), field("act", whole=True)
    led = Column("led", "Topic", lambda row: row.topic if row.leads else "")
    led_who = Column("led_who", "Topic and speakers", _topic_and_who, side=True)
    who = Column("who", "Who", lambda row: who_line(row.reports[0]))
    ids = Column("ids", "IDs", lambda row: tuple(report.id for report in row.reports), whole=True)
    flat = [column._replace(shown=column.flat) for column in columns]
    return View((topic, act, who, *columns, ids), (led_who, *flat), (led, who, *flat, ids))


def acts_of(rows: Sequence[ActRow]) -> Iterator[str]:
    """Yield the ids of the statements of some acts."""
    for row in rows:
        yield from (report.id for report in row.reports)
