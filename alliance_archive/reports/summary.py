"""The archive in numbers: what it holds, from when to when, by whom, on what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from ..archive import Archive
from ..model.attribution import NOBODY
from ..model.countries import country_name
from ..model.fields import STATUSES
from ..model.wording import FORM_LABELS, INTERPRETED
from ..queries.acts import COUNT, KEY
from ..queries.filter import EVERYTHING, Condition, Filter
from ..render.cells import counted
from ..render.columns import Column, View, field
from ..render.shapes import Bar, Chart
from .acts import acts_counted
from .dimensions import alliances_above, date_span, topics_of
from .lists import PARTS, listing


class Tally(NamedTuple):
    """One count of a section: of acts, except in the section "records".

    `reports` counts the statements that report these acts, `sources` those that they are from; both
    are None in the section "records".
    `share` is the share of all statements, 0 to 1, None where that is meaningless; shares add up to
    more than 1 where people or topics share a statement. `first` and `last` are the dates of the
    earliest and the latest statement, as the archive has them.
    """

    section: str
    id: str
    name: str
    total: int
    share: float | None = None
    first: str | None = None
    last: str | None = None
    reports: int | None = None
    sources: int | None = None


_SECTIONS = {
    "speaker": """SELECT a.participant, p.name, count(DISTINCT {act}), {span} FROM statement s
        JOIN attribution a ON a.statement = s.pk
        LEFT JOIN participant p ON p.id = a.participant AND p.sound
        WHERE {where} GROUP BY 1 ORDER BY 3 DESC, 2, 1""",
    "country": """SELECT p.country, p.country, count(DISTINCT {act}), {span} FROM statement s
        JOIN attribution a ON a.statement = s.pk
        JOIN participant p ON p.id = a.participant AND p.sound AND p.country NOTNULL
        WHERE {where} GROUP BY 1 ORDER BY 3 DESC, 1""",
    "topic": PARTS.format(table="topic", above="broader", links="statement_topic")
    + """SELECT part.top, o.name, count(DISTINCT {act}), {span} FROM statement s
        JOIN statement_topic t ON t.statement = s.pk
        JOIN part ON part.id = t.topic
        JOIN topic o ON o.id = part.top AND o.sound
        WHERE {where} GROUP BY 1 ORDER BY 3 DESC, 2, 1""",
    # The quoted words of an interpreter are not the speaker's.
    "form": "SELECT iif(s.translated_by NOTNULL AND s.quotes <> '', 'interpreted', s.form) AS form,"
    " NULL, count(DISTINCT {act}), {span} FROM statement s WHERE {where} GROUP BY 1",
    "year": """SELECT substr(s.first_day, 1, 4), substr(s.first_day, 1, 4),
        count(DISTINCT {act}), {span} FROM statement s
        WHERE {where} AND s.first_day NOTNULL GROUP BY 1 ORDER BY 1""",
}
# min() and max() compare the days; the date as written follows each.
_SPAN = (
    "min(s.first_day || ' ' || s.date), max(s.first_day || ' ' || s.date),"
    " count(DISTINCT s.pk), count(DISTINCT s.source)"
)
# Without a fingerprint nobody knows which text to compare a quotation with.
_UNVERIFIED = """s.quotes <> '' AND s.source IN
    (SELECT id FROM source WHERE sound AND json_extract(record, '$.text') IS NULL)"""


SORTS: dict[str, Callable[[Tally], Any]] = {
    "count": lambda row: row.total,
    "name": lambda row: row.name.casefold(),
    "date": lambda row: row.first or "",
}


def summary(
    archive: Archive, query: Filter = EVERYTHING, *, sort: str = "-count", by_report: bool = False
) -> list[Tally]:
    """Return the tallies of a filter's statements, section by section, the largest first.

    Acts are counted, with `by_report` each of their reports.
    `sort` is a key of SORTS, with - for descending; forms and years keep their own order. The
    sections are statements, records, form, checked, speaker, country, topic and year. Years without
    statements are included; a topic counts the statements on narrower topics too, as in a list.
    """
    counts = _ActCounts(archive, archive.condition(query), by_report)
    every = (counts.total, counts.share(counts.total), *counts.span, *counts.found)
    return [
        Tally("statements", "all", "Statements", *every),
        *_records(archive, query, counts),
        *counts.forms(),
        *_unsettled(archive, query, counts),
        *_sorted(counts.section("speaker"), sort),
        *_sorted(counts.countries(), sort),
        *_sorted(counts.section("topic"), sort),
        *counts.years(),
    ]


def _sorted(tallies: Iterable[Tally], sort: str) -> list[Tally]:
    key = SORTS[sort.removeprefix("-")]
    by_name = sorted(tallies, key=SORTS["name"])
    return sorted(by_name, key=key, reverse=sort.startswith("-"))


class _ActCounts:
    """Counts of the acts whose reports meet a condition."""

    def __init__(self, archive: Archive, condition: Condition, by_report: bool) -> None:
        self._archive = archive
        self._condition = condition
        self._act = "s.pk" if by_report else KEY
        self._number = "count(*)" if by_report else COUNT
        self.total, first, last, *self.found = self._one(f"{self._number}, {_SPAN}")
        self.span = (_date_of(first), _date_of(last))

    def _one(self, columns: str, more: str = "1") -> tuple[Any, ...]:
        sql = f"SELECT {columns} FROM statement s WHERE {self._condition.sql} AND {more}"
        cursor = self._archive.connection.execute(sql, self._condition.values)
        row: tuple[Any, ...] = cursor.fetchone()
        return row

    def count(self, more: str) -> int:
        return int(self._one(self._number, more)[0])

    def distinct(self, column: str) -> int:
        return int(self._one(f"count(DISTINCT {column})")[0])

    def section(self, name: str) -> Iterator[Tally]:
        sql = _SECTIONS[name].format(span=_SPAN, where=self._condition.sql, act=self._act)
        for row in self._archive.connection.execute(sql, self._condition.values):
            ident, label, count, first, last, *rest = row
            dates = _date_of(first), _date_of(last)
            yield Tally(name, ident, label or ident, count, self.share(count), *dates, *rest)

    def share(self, count: int) -> float:
        return round(count / self.total, 4) if self.total else 0.0

    def forms(self) -> Iterator[Tally]:
        tallies = {tally.id: tally for tally in self.section("form")}
        for form, name in FORM_LABELS.items():
            tally = tallies.get(form) or Tally("form", form, name, 0, 0.0)
            yield tally._replace(name=name)
        if interpreted := tallies.get("interpreted"):
            yield interpreted._replace(name=INTERPRETED)

    def countries(self) -> Iterator[Tally]:
        for tally in self.section("country"):
            yield tally._replace(name=country_name(tally.id))

    def years(self) -> Iterator[Tally]:
        previous = None
        for tally in self.section("year"):
            year = int(tally.id)
            for between in range(previous + 1 if previous else year, year):
                label = f"{between:04}"
                yield Tally("year", label, label, 0, 0.0)
            yield tally
            previous = year


def _date_of(span_end: str | None) -> str | None:
    return span_end.partition(" ")[2] if span_end else None


def _records(archive: Archive, query: Filter, counts: _ActCounts) -> Iterator[Tally]:
    """Yield how many records of each kind the statements refer to."""
    meetings = [row.record for row in listing(archive, "meeting", query)]
    planned = sum(meeting.status == "planned" for meeting in meetings)
    # Those without a statement, which a list of topics without filters has, too.
    topics = {row.record.id for row in listing(archive, "topic", query)}
    topics |= {tally.id for tally in counts.section("topic")}
    by_id = topics_of(archive)
    alliances = {ident for topic in topics for ident, _ in alliances_above(by_id, topic)}
    yield Tally("records", "sources", "Sources", counts.distinct("s.source"))
    yield Tally("records", "meetings", "Meetings held", len(meetings) - planned)
    yield Tally("records", "planned", "Meetings planned", planned)
    yield Tally("records", "speakers", "Speakers", sum(1 for _ in counts.section("speaker")))
    yield Tally("records", "topics", "Topics", len(topics))
    yield Tally("records", "alliances", "Alliances", len(alliances))


def _unsettled(archive: Archive, query: Filter, counts: _ActCounts) -> Iterator[Tally]:
    """Yield the counts of what has no fingerprint or is unattributed, and of drafts."""
    drafts = 0
    if "draft" in (query.status or STATUSES):
        drafts = archive.count(query._replace(status=("draft",)))
    count = counts.count(_UNVERIFIED)
    yield Tally("checked", "unverifiable", "Quoted, no fingerprint", count, counts.share(count))
    count = counts.count("s.attributed_to = ''")
    yield Tally("checked", "unnamed", NOBODY.capitalize(), count, counts.share(count))
    yield Tally("checked", "draft", "Drafts", drafts)


def _percent(row: Tally) -> str:
    return "" if row.share is None else f"{row.share:.0%}"


_FIELDS = (
    field("section"),
    field("id", "ID", whole=True),
    field("name"),
    Column("count", "Count", lambda row: row.total, numeric=True, whole=True),
    field("share", numeric=True, whole=True),
    field("first", whole=True),
    field("last", whole=True),
    field("reports", numeric=True, whole=True),
    field("sources", numeric=True, whole=True),
)
_TABLE = (*_FIELDS[:4], Column("percent", "Share", _percent, numeric=True), *_FIELDS[5:])
SUMMARY = View(_FIELDS, _TABLE, _TABLE)
_CHARTS = {
    "form": "Quoted or paraphrased",
    "speaker": "Speakers and spokespersons",
    "country": "Countries",
    "topic": "Topics, with their narrower topics",
    "year": "Years",
}
_BARS = 10  # in each chart, without --limit
_YEARS = 24  # with more, years are drawn by decade


def draw(tallies: Sequence[Tally], width: int, color: bool, most: int | None = None) -> str:
    """Return a headline and the sections as charts, each with at most `most` bars."""
    from ..render.bars import bar_charts

    return bar_charts(*_headline(tallies), _charts(tallies, most), width, color)


def _headline(tallies: Sequence[Tally]) -> tuple[str, str]:
    """Return what is counted, from when to when, and how many records and what a bar is."""
    records = {tally.id: tally.total for tally in tallies if tally.section == "records"}
    total = next(tally for tally in tallies if tally.section == "statements")
    dates = date_span(total.first, total.last)

    def count(kind: str) -> str:
        return counted(records[kind], kind.removesuffix("s"), grouped=True)

    alliances = count("alliances") if records["alliances"] else ""
    parts = [
        count("sources"),
        f"{count('meetings')} held",
        f"{records['planned']} planned" if records["planned"] else "",
        count("speakers"),
        count("topics") + (f" ({alliances})" if alliances else ""),
    ]
    reports = total.reports or 0
    statements = acts_counted(total.total, reports, grouped=True)
    noun = "statement" if reports == total.total else "act"
    whole = f"all {counted(total.total, noun, grouped=True)}"
    whole = whole if total.total > 1 else f"the one {noun}"
    return (
        f"{statements}{', ' * bool(dates)}{dates}",
        ", ".join(part for part in parts if part) + f"\nA full bar is {whole}." * bool(total.total),
    )


def _charts(tallies: Sequence[Tally], most: int | None) -> Iterator[Chart]:
    sections = {name: list(group) for name, group in groupby(tallies, key=lambda row: row.section)}
    unsettled = [
        Bar(tally.name[0].lower() + tally.name[1:], tally.total, _percent(tally), apart=True)
        for tally in sections["checked"]
        if tally.total
    ]
    whole = sum(row.total for row in sections["statements"])
    for name, title in _CHARTS.items():
        rows = sections.get(name, [])
        if name == "form":
            bars = [Bar(row.name, row.total, _percent(row)) for row in rows]
            yield Chart(title, tuple(bars), "", whole)
            if unsettled:
                yield Chart("Gaps", tuple(unsettled), "", whole)
        elif name == "year":
            yield Chart(title if len(rows) <= _YEARS else "Decades", _years(rows), "", whole)
        elif rows:
            largest = rows[: _BARS if most is None else most]
            bars = [Bar(row.name, row.total, _percent(row)) for row in largest]
            left = len(rows) - len(largest)
            yield Chart(title, tuple(bars), f"and {left} more" if left else "", whole)


def _years(rows: Sequence[Tally]) -> tuple[Bar, ...]:
    if len(rows) <= _YEARS:
        return tuple(Bar(row.name, row.total, _percent(row)) for row in rows)
    decades = groupby(rows, key=lambda row: row.id[:3])
    return tuple(
        Bar(f"{decade}0s", sum(row.total for row in group), "") for decade, group in decades
    )
