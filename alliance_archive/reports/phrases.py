"""Quoted phrases: which are used, by whom, on what, since when."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from ..archive import Archive
from ..model.attribution import NOBODY, chain
from ..queries.filter import EVERYTHING, Filter
from ..queries.rows import StatementRow
from .concordance import counts_of, finder
from .dimensions import Value, dimension
from .statements import date_shown, source_line


class PhraseRow(NamedTuple):
    """A phrase and its uses, in the archive or in one group of its statements.

    `group` and `group_name` are None without grouping; `leads` marks the first row of a group.
    `times` counts all uses, once for an act, `quoted` those between quotation marks, and `reports`
    the statements that have them. People, topics and ids are in
    the order of their first use, `topic_times` in the order of the topics. `chains` are
    people with their spokespeople: “Jim Mattis, via Dana White”. `first` and `last` are dates as
    the archive has them; tables show `first_shown` and `last_shown`. `cells` counts the uses by
    the ids of the matrix's columns.
    """

    group: str | None
    group_name: str | None
    leads: bool
    phrase: str
    times: int
    quoted: int
    reports: int
    topics: tuple[str, ...]
    topic_names: tuple[str, ...]
    topic_times: tuple[int, ...]
    speakers: tuple[str, ...]
    speaker_names: tuple[str, ...]
    voiced_by: tuple[str, ...]
    voiced_names: tuple[str, ...]
    chains: tuple[str, ...]
    first: str | None
    last: str | None
    first_shown: str
    last_shown: str
    ids: tuple[str, ...]
    sources: tuple[str, ...]
    source_names: tuple[str, ...]
    cells: dict[str, int]


class Lexicon(NamedTuple):
    """Rows, and the columns of a matrix as pairs of id and name, the most used first."""

    rows: list[PhraseRow]
    across: tuple[Value, ...]


SORTS: dict[str, Callable[[PhraseRow], Any]] = {
    "times": lambda row: row.times,
    "phrase": lambda row: row.phrase.casefold(),
    "first": lambda row: row.first or "",
    "last": lambda row: row.last or "",
}


def phrases(
    archive: Archive,
    query: Filter = EVERYTHING,
    *,
    words: tuple[str, ...] = (),
    by: str | None = None,
    across: str | None = None,
    sort: str = "-times",
    limit: int | None = None,
    by_report: bool = False,
) -> Lexicon:
    """Return the phrases that a filter's statements use, or the `words` searched for in them.

    A use in several reports of one act counts once, with `by_report` in each.
    A phrase is what any paraphrase in the archive quotes; each quotation that contains it is a use.
    `by` and `across` are names of DIMENSIONS; `sort` is a key of SORTS, with - for descending.
    """
    find = finder(archive, query, words)
    groups = dimension(archive, by) if by else _ungrouped
    cells = dimension(archive, across) if across else _ungrouped
    uses: dict[tuple[Value, str], _Uses] = defaultdict(_Uses)
    for row in archive.statements(query):
        act = row.id if by_report else row.act or row.id
        for phrase, times in counts_of(row, find, bool(words)).items():
            for group in groups(row):
                uses[group, phrase].add(row, act, times, cells(row))
    rows = [of_phrase.row(by, group, phrase) for (group, phrase), of_phrase in uses.items()]
    rows = _ordered(rows, sort)[:limit]
    return Lexicon(rows, _across(uses.values(), across) if across else ())


def _ungrouped(_row: StatementRow) -> tuple[Value, ...]:
    return (("", ""),)


def _ordered(rows: list[PhraseRow], sort: str) -> list[PhraseRow]:
    """Return rows by group, the one without a name last; within a group by the key, then by use."""
    # Stable sorts, the least important key first.
    rows.sort(key=lambda row: (-row.times, row.first or "", row.phrase.casefold()))
    rows.sort(key=SORTS[sort.removeprefix("-")], reverse=sort.startswith("-"))
    rows.sort(key=lambda row: (not row.group, row.group_name or "", row.group or ""))
    return list(_with_leads(rows))


def _with_leads(rows: Iterable[PhraseRow]) -> Iterator[PhraseRow]:
    previous: object = None
    for row in rows:
        yield row._replace(leads=row.group != previous)
        previous = row.group


def _across(uses: Iterable[_Uses], name: str) -> tuple[Value, ...]:
    total: Counter[Value] = Counter()
    for of_phrase in uses:
        total.update(of_phrase.cells)
    if name == "year":
        return tuple(sorted(total, key=lambda value: (not value[0], value)))
    return tuple(sorted(total, key=lambda value: (not value[0], -total[value], value)))


class _Uses:
    """The uses of one phrase, added statement by statement, in the order of dates."""

    def __init__(self) -> None:
        self.uses: dict[str, tuple[int, int]] = {}
        self.topics: Counter[Value] = Counter()
        self.speakers: dict[str, str] = {}
        self.voiced: dict[str, str] = {}
        self.chains: dict[str, None] = {}
        self.dates: list[tuple[str, str]] = []
        self.ids: list[str] = []
        self.sources: dict[str, str] = {}
        self.cells: Counter[Value] = Counter()

    @property
    def times(self) -> int:
        """The number of uses, all and quoted."""
        return sum(times for times, _ in self.uses.values())

    def add(
        self, row: StatementRow, act: str, counts: tuple[int, int], cells: tuple[Value, ...]
    ) -> None:
        # The report that has most uses stands for its act.
        most = self.uses.get(act, (0, 0))
        self.uses[act] = max(most, counts)
        times = max(counts[0] - most[0], 0)
        for topic in zip(row.topics, row.topic_names, strict=True):
            self.topics[topic] += times
        self.speakers.update(zip(row.attributed_to, row.attributed_names, strict=True))
        self.voiced.update(zip(row.voiced_by, row.voiced_names, strict=True))
        for name in row.attributed_names or (NOBODY,):
            self.chains[chain((name,), row.voiced_names, None)] = None
        if row.date:  # only the first and the last date are kept
            self.dates = [*self.dates[:1], (row.date, date_shown(row))]
        self.ids.append(row.id)
        self.sources[row.source] = source_line(row)
        for cell in cells:
            self.cells[cell] += times

    def row(self, by: str | None, group: Value, phrase: str) -> PhraseRow:
        topics = self.topics.most_common()
        dates: Sequence[tuple[str | None, str]] = self.dates or [(None, "")]
        (first, first_shown), (last, last_shown) = dates[0], dates[-1]
        return PhraseRow(
            group=group[0] if by else None,
            group_name=group[1] if by else None,
            leads=True,
            phrase=phrase,
            times=self.times,
            quoted=sum(quoted for _, quoted in self.uses.values()),
            reports=len(self.ids),
            topics=tuple(ident for (ident, _), _ in topics),
            topic_names=tuple(name for (_, name), _ in topics),
            topic_times=tuple(times for _, times in topics),
            speakers=tuple(self.speakers),
            speaker_names=tuple(self.speakers.values()),
            voiced_by=tuple(self.voiced),
            voiced_names=tuple(self.voiced.values()),
            chains=tuple(self.chains),
            first=first,
            last=last,
            first_shown=first_shown,
            last_shown=last_shown,
            ids=tuple(self.ids),
            sources=tuple(self.sources),
            source_names=tuple(self.sources.values()),
            cells={ident: times for (ident, _), times in self.cells.items()},
        )
