"""Which statements report the same act, how their words differ, and who is credited."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from functools import lru_cache
from itertools import chain, combinations
from typing import Any
from zlib import crc32

from ..acts.evidence import Judge, Pair, paraphrase
from ..acts.keys import MOST_HOLDERS, counted_phrases, keys_of, shared_keys
from ..acts.reports import Report
from ..archive import Archive
from ..index import VERSION
from ..index.keys import Content, Keys, forget_keys, open_keys
from ..index.packing import exacts_of, split_ids, split_quotes
from ..queries.acts import REPORT
from ..queries.filter import EVERYTHING, Filter
from ..text.folding import key

_FEW = 200  # statements up to which each is looked up by itself
_ATTRIBUTION = 8  # characters at least by which a passage is more than its quotations
_LINKING = frozenset(["of", "the", "and"])
_COLUMNS = (
    "s.id, s.quotes, s.attributed_to, s.voiced_by, s.meeting, s.first_day, s.last_day,"
    " s.date_from = 'source', s.source, s.topics, s.about, s.act, s.not_act, s.report_rank,"
    " s.anchor_start, s.anchor_end, s.as_given, s.cue"
)
_KEYED = (
    "s.id, s.quotes, s.attributed_to, s.voiced_by, s.meeting, s.first_day, s.last_day, s.date_from"
)


def corroborate(
    archive: Archive, query: Filter = EVERYTHING, ids: Sequence[str] = (), *, sort: str = "weight"
) -> list[Pair]:
    """Return the pairs of statements that may report one act, the weightiest difference first.

    One of each pair passes the filter, or has one of the ids, and is the first; each pair is there
    once. `sort` is a key of SORTS, with - for the reverse.
    Raises UnknownName, AmbiguousName, BadDate or DatesReversed.
    """
    reader = _ReportReader(archive)
    chosen: set[str] | None = None
    if ids:
        chosen = {archive.row(ident).id for ident in ids}
    elif query != EVERYTHING:
        condition = archive.condition(query)
        chosen = _ids(archive, condition.sql, *condition.values)
    try:
        pairs = _pairs(reader, chosen)
    except sqlite3.DatabaseError:
        # The keys are damaged; or the index is, which then fails again.
        reader.forget_keys()
        pairs = _pairs(reader, chosen)
    pairs.sort(key=lambda pair: (pair.first, pair.second))
    return sorted(pairs, key=SORTS[sort.removeprefix("-")], reverse=sort.startswith("-"))


SORTS: dict[str, Callable[[Pair], Any]] = {
    "weight": lambda pair: pair.weight,
    "score": lambda pair: -pair.score,
    "id": lambda pair: (pair.first, pair.second),
}


def _pairs(reader: _ReportReader, chosen: set[str] | None) -> list[Pair]:
    with reader.keys() as keys:
        if chosen is not None and len(chosen) <= _FEW:
            return list(_pairs_of(reader, keys, chosen))
        return list(_all_pairs(reader, keys, chosen))


def _pairs_of(reader: _ReportReader, keys: Keys, chosen: set[str]) -> Iterator[Pair]:
    judge = reader.judge(keys)
    couples: set[tuple[str, str]] = set()
    for report in reader.reports(chosen):
        others = keys.holders(keys_of(report)) if report.exacts else set()
        others |= reader.perhaps_paraphrased(report)
        for candidate in reader.reports(others - {report.id}):
            couple = (min(report.id, candidate.id), max(report.id, candidate.id))
            if couple not in couples:
                couples.add(couple)
                if pair := judge.pair(report, candidate) or paraphrase(report, candidate):
                    yield pair


def _all_pairs(reader: _ReportReader, keys: Keys, chosen: set[str] | None) -> Iterator[Pair]:
    reports = {report.id: report for report in reader.reports()}
    numbered = [reports.get(ident) for ident in keys.ids()]
    size = len(numbered)
    keys.load()
    judge = reader.judge(keys)
    couples: set[int] = set()
    for group in keys.groups():
        couples.update([first * size + second for first, second in combinations(group, 2)])
    for couple in sorted(couples):
        first, second = numbered[couple // size], numbered[couple % size]
        if first and second and (pair := _oriented(judge, first, second, chosen)):
            yield pair
    for first, second in _paraphrases(reports.values()):
        if pair := _oriented(None, first, second, chosen):
            yield pair


def _oriented(
    judge: Judge | None, first: Report, second: Report, chosen: set[str] | None
) -> Pair | None:
    """Return a pair with a chosen report first, else the better-ranked; None without one."""
    if (second.rank, second.id) < (first.rank, first.id):
        first, second = second, first
    if chosen is not None and first.id not in chosen:
        if second.id not in chosen:
            return None
        first, second = second, first
    return judge.pair(first, second) if judge else paraphrase(first, second)


def _paraphrases(reports: Iterable[Report]) -> Iterator[tuple[Report, Report]]:
    """Yield reports of one meeting, people and matter, or one act, of which one has no words."""
    groups: dict[object, list[Report]] = {}
    for report in reports:
        if report.meeting and report.speakers and report.matter:
            groups.setdefault((report.meeting, report.speakers, report.matter), []).append(report)
        if report.act:
            groups.setdefault(report.act, []).append(report)
    couples: set[tuple[str, str]] = set()
    for group in groups.values():
        if len(group) > MOST_HOLDERS:
            continue
        for first, second in combinations(group, 2):
            couple = (min(first.id, second.id), max(first.id, second.id))
            if not (first.exacts and second.exacts) and couple not in couples:
                couples.add(couple)
                yield first, second


class _ReportReader:
    """The statements of an archive as reports."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._connection = archive.connection
        self._above = lru_cache(8192)(self._meetings)
        self._source = lru_cache(8192)(self._source_of)
        self._parts = lru_cache(65536)(_parts)

    def reports(self, ids: Iterable[str] | None = None) -> list[Report]:
        """Return the reports with some ids, or all, in the order of their ids."""
        sql = f"SELECT {_COLUMNS} FROM statement s WHERE {REPORT}"
        rows: list[tuple[Any, ...]] = []
        if ids is None:
            rows = self._connection.execute(sql).fetchall()
        else:
            for ident in ids:
                rows += self._connection.execute(f"{sql} AND s.id = ?", (ident,))
        return sorted(map(self._report, rows), key=lambda report: report.id)

    def perhaps_paraphrased(self, report: Report) -> set[str]:
        """Return the ids of reports of its act, or of its meeting, people and topics."""
        ids: set[str] = set()
        if report.act:
            ids |= _ids(self._archive, f"{REPORT} AND s.act = ?", report.act)
        if report.meeting and report.speakers and report.matter:
            without = " AND s.quotes = ''" if report.exacts else ""
            condition = f"{REPORT} AND s.meeting = ?{without}"
            ids |= _ids(self._archive, condition, report.meeting)
        return ids

    def _report(self, row: tuple[Any, ...]) -> Report:
        ident, quotes, attributed, voiced, meeting, first, last, *rest = row
        from_source, source, topics, about, *rest = rest
        act, not_act, rank, *passage = rest
        kind, agency, carried, language = self._source(source)
        return Report(
            ident,
            tuple(exacts_of(quotes)),
            self._parts(attributed),
            self._parts(voiced),
            meeting,
            *self._above(meeting),
            _ordinal(first),
            _ordinal(last),
            bool(from_source),
            source,
            agency,
            carried,
            _passage(split_quotes(quotes), *passage) if kind == "article" else None,
            language,
            self._parts(topics) | self._parts(about),
            act,
            split_ids(not_act),
            rank or "",
        )

    def _meetings(self, ident: str | None) -> tuple[tuple[str, ...], bool]:
        """Return a meeting and those above it, and whether it has been held."""
        above: list[str] = []
        was_held = True
        while ident and ident not in above:
            sql = "SELECT part_of, status FROM meeting WHERE id = ? AND sound"
            row = self._connection.execute(sql, (ident,)).fetchone()
            if not above:
                was_held = bool(row) and row[1] == "held"
            above.append(ident)
            ident = row[0] if row else None
        return tuple(above), was_held

    def _source_of(self, ident: str) -> tuple[str, str, bool, str]:
        """Return a source's kind, whose text it has, whether another's, and its language."""
        sql = (
            "SELECT kind, publisher, json_extract(record, '$.via'),"
            " json_extract(record, '$.language') FROM source WHERE id = ? AND sound"
        )
        row = self._connection.execute(sql, (ident,)).fetchone() or ("", "", None, None)
        kind, publisher, via, language = row
        return kind, key(via or publisher), bool(via), (language or "").lower().split("-")[0]

    def judge(self, keys: Keys) -> Judge:
        """Return what judges pairs, by the phrases of the archive."""
        from ..model.countries import countries

        sql = "SELECT key FROM name WHERE kind = 'participant'"
        words = {word for (key,) in self._connection.execute(sql) for word in key.split()}
        for country in countries().values():
            for name in (*country.names, *country.adjectives):
                words.update(name.casefold().split())
        return Judge(keys.count, keys.occasions, frozenset(words - _LINKING))

    def keys(self) -> closing[Keys]:
        """Open the keys until the end of a block, building them if need be."""
        (stamp,) = self._connection.execute("SELECT value FROM meta WHERE key = 'sum'").fetchone()
        path = self._archive.opened.path
        return closing(open_keys(path, stamp, VERSION, self._content_sum, self._content))

    def forget_keys(self) -> None:
        """Delete the keys, so that they are built again."""
        forget_keys(self._archive.opened.path)

    def _content_sum(self) -> int:
        digest = 0
        statements = f"SELECT {_KEYED} FROM statement s WHERE {REPORT} ORDER BY s.id"
        meetings = "SELECT id, part_of, status FROM meeting WHERE sound ORDER BY id"
        for row in chain.from_iterable(map(self._connection.execute, (statements, meetings))):
            digest = crc32(repr(row).encode(), digest)
        return digest

    def _content(self) -> Content:
        reports = self.reports()
        occasions, phrases = counted_phrases(reports)
        ids = [report.id for report in reports]
        return Content(ids, shared_keys(reports), occasions, phrases)


def reports_of(archive: Archive, act: str) -> list[Report]:
    """Return the reports of an act, the canonical one first."""
    ids = _ids(archive, f"{REPORT} AND s.act = ?", act)
    return sorted(_ReportReader(archive).reports(ids), key=lambda report: (report.rank, report.id))


def _ids(archive: Archive, condition: str, *values: object) -> set[str]:
    """Return the ids of the statements `s` that meet a condition."""
    sql = f"SELECT s.id FROM statement s WHERE {condition}"
    return {ident for (ident,) in archive.connection.execute(sql, values)}


def _parts(cell: str) -> frozenset[str]:
    return frozenset(split_ids(cell))


def _passage(
    quotes: list[tuple[str, int, int]], start: int, end: int, as_given: str | None, cue: str | None
) -> tuple[object, ...] | None:
    """Return what identifies a passage: its length, its quotations in it, and the attribution."""
    if end - start < sum(last - first for _, first, last in quotes) + _ATTRIBUTION or not quotes:
        return None
    return end - start, as_given, cue, tuple((exact, first - start) for exact, first, _ in quotes)


def _ordinal(day: str | None) -> int | None:
    return datetime.date.fromisoformat(day).toordinal() if day else None
