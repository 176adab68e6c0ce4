"""The archive at a glance: what it holds, from when to when, by whom, on what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from ..archive import Archive
from ..model.fields import FORMS, STATUSES
from ..queries.filter import EVERYTHING, Condition, Filter
from .dimensions import alliances_above, country_names, topics_of
from .listings import listing


class Tally(NamedTuple):
    """A number of a section: of statements, but in the section "records" of what `id` names.

    `share` is of all statements, 0 to 1, and None where that means nothing: people and topics may
    share a statement. `first` and `last` are the dates, as the archive has them, of the earliest
    and the latest statement.
    """

    section: str
    id: str
    name: str
    number: int
    share: float | None
    first: str | None
    last: str | None


_SECTIONS = {
    "speaker": """SELECT a.participant, p.name, count(DISTINCT s.pk), {span} FROM statement s
        JOIN attribution a ON a.statement = s.pk
        LEFT JOIN participant p ON p.id = a.participant AND p.sound
        WHERE {where} GROUP BY 1 ORDER BY 3 DESC, 2, 1""",
    "country": """SELECT p.country, p.country, count(DISTINCT s.pk), {span} FROM statement s
        JOIN attribution a ON a.statement = s.pk
        JOIN participant p ON p.id = a.participant AND p.sound AND p.country NOTNULL
        WHERE {where} GROUP BY 1 ORDER BY 3 DESC, 1""",
    "topic": """SELECT t.topic, o.name, count(*), {span} FROM statement s
        JOIN statement_topic t ON t.statement = s.pk
        LEFT JOIN topic o ON o.id = t.topic AND o.sound
        WHERE {where} GROUP BY 1 ORDER BY 3 DESC, 2, 1""",
    "form": "SELECT s.form, s.form, count(*), {span} FROM statement s WHERE {where} GROUP BY 1",
    "year": """SELECT substr(s.first_day, 1, 4), substr(s.first_day, 1, 4), count(*), {span}
        FROM statement s WHERE {where} AND s.first_day NOTNULL GROUP BY 1 ORDER BY 1""",
}
# The date as it is given goes along with the day by which it is compared.
_SPAN = "min(s.first_day || ' ' || s.date), max(s.first_day || ' ' || s.date)"
# Of sources without the fingerprint of a text, nothing quoted can be held against it.
_UNVERIFIED = """s.quotes <> '' AND s.source IN
    (SELECT id FROM source WHERE sound AND json_extract(record, '$.text') IS NULL)"""


SORTS: dict[str, Callable[[Tally], Any]] = {
    "count": lambda row: row.number,
    "name": lambda row: row.name.casefold(),
    "date": lambda row: row.first or "",
}


def summary(archive: Archive, wanted: Filter = EVERYTHING, *, sort: str = "-count") -> list[Tally]:
    """The tallies of the statements of a filter, section by section, the largest first.

    `sort` is a key of SORTS, with - for descending; forms and years keep their own order.
    Sections: statements, records, form, checked, speaker, country, topic, year. Years without a
    statement are there too; so are those topics only that statements name, not the broader ones.
    """
    condition = archive.condition(wanted)
    found = _Summary(archive, condition)
    return [
        Tally("statements", "all", "Statements", found.total, 1.0, *found.span),
        *_records(archive, wanted, found),
        *found.forms(),
        *_checked(archive, wanted, found),
        *_sorted(found.section("speaker"), sort),
        *_sorted(found.countries(), sort),
        *_sorted(found.section("topic"), sort),
        *found.years(),
    ]


def _sorted(tallies: Iterable[Tally], sort: str) -> list[Tally]:
    key = SORTS[sort.removeprefix("-")]
    by_name = sorted(tallies, key=SORTS["name"])
    return sorted(by_name, key=key, reverse=sort.startswith("-"))


class _Summary:
    """The statements of a condition, counted."""

    def __init__(self, archive: Archive, condition: Condition) -> None:
        self._archive = archive
        self._condition = condition
        self.total, first, last = self._one(f"count(*), {_SPAN}")
        self.span = (_given(first), _given(last))

    def _one(self, columns: str, more: str = "1") -> tuple[Any, ...]:
        sql = f"SELECT {columns} FROM statement s WHERE {self._condition.sql} AND {more}"
        found: tuple[Any, ...] = self._archive.connection.execute(
            sql, self._condition.values
        ).fetchone()
        return found

    def count(self, more: str) -> int:
        return int(self._one("count(*)", more)[0])

    def distinct(self, column: str) -> int:
        return int(self._one(f"count(DISTINCT {column})")[0])

    def section(self, name: str) -> Iterator[Tally]:
        sql = _SECTIONS[name].format(span=_SPAN, where=self._condition.sql)
        for row in self._archive.connection.execute(sql, self._condition.values):
            ident, label, count, first, last = row
            yield Tally(
                name, ident, label or ident, count, self.share(count), _given(first), _given(last)
            )

    def share(self, count: int) -> float:
        return round(count / self.total, 4) if self.total else 0.0

    def forms(self) -> Iterator[Tally]:
        found = {tally.id: tally for tally in self.section("form")}
        for form in FORMS:
            yield found.get(form) or Tally("form", form, form, 0, 0.0, None, None)

    def countries(self) -> Iterator[Tally]:
        names = country_names(self._archive)
        for tally in self.section("country"):
            yield tally._replace(name=names.get(tally.id, tally.id))

    def years(self) -> Iterator[Tally]:
        before = None
        for tally in self.section("year"):
            year = int(tally.id)
            for between in range(before + 1 if before else year, year):
                label = f"{between:04}"
                yield Tally("year", label, label, 0, 0.0, None, None)
            yield tally
            before = year


def _given(dated: str | None) -> str | None:
    return dated.partition(" ")[2] if dated else None


def _records(archive: Archive, wanted: Filter, found: _Summary) -> Iterator[Tally]:
    """How many records of each kind the statements speak of; with no filter, there are at all."""
    meetings = [row.record for row in listing(archive, "meeting", wanted)]
    planned = sum(meeting.status == "planned" for meeting in meetings)
    speakers = sum(1 for _ in found.section("speaker"))
    topics = [tally.id for tally in found.section("topic")]
    known = topics_of(archive)
    alliances = {ident for topic in topics for ident, _ in alliances_above(known, topic)}
    counts = (
        ("sources", "Sources", found.distinct("s.source")),
        ("meetings", "Meetings held", len(meetings) - planned),
        ("planned", "Meetings planned", planned),
        ("speakers", "Speakers", speakers),
        ("topics", "Topics", len(topics)),
        ("alliances", "Alliances", len(alliances)),
    )
    for ident, name, count in counts:
        yield Tally("records", ident, name, count, None, None, None)


def _checked(archive: Archive, wanted: Filter, found: _Summary) -> Iterator[Tally]:
    """What is not settled: quotations without a text to hold them against, and drafts."""
    unverified = found.count(_UNVERIFIED)
    unnamed = found.count("s.attributed_to = ''")
    drafts = 0
    if "draft" in (wanted.status or STATUSES):
        drafts = archive.count(wanted._replace(status=("draft",)))
    for ident, name, count in (
        ("unverifiable", "Unverifiable quotations", unverified),
        ("unnamed", "Not said who", unnamed),
    ):
        yield Tally("checked", ident, name, count, found.share(count), None, None)
    yield Tally("checked", "draft", "Still draft", drafts, None, None, None)
