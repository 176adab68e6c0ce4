"""The diplomatic lexicon: which phrases are used, of what, by whom, since when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from ..archive import Archive
from ..queries.filter import EVERYTHING, Filter
from ..queries.rows import StatementRow
from .dimensions import Value, dimension
from .lexicon import Finder, Use, counted, quoted_phrases, searched_words, uses


class PhraseRow(NamedTuple):
    """A phrase and its uses, in the archive or in one group of its statements.

    `group` and `group_name` are None where nothing is grouped, `leads` is set on a group's first
    row. `quoted` of the `times` stand between quotation marks. People, topics and ids stand in
    the order of their first use; `topic_times` beside the topics. `first` and `last` are dates
    as the archive has them. `cells` counts the uses by the ids of what the matrix goes across.
    """

    group: str | None
    group_name: str | None
    leads: bool
    phrase: str
    times: int
    quoted: int
    topics: tuple[str, ...]
    topic_names: tuple[str, ...]
    topic_times: tuple[int, ...]
    speakers: tuple[str, ...]
    speaker_names: tuple[str, ...]
    voiced_by: tuple[str, ...]
    voiced_names: tuple[str, ...]
    first: str | None
    last: str | None
    ids: tuple[str, ...]
    cells: dict[str, int]


class Lexicon(NamedTuple):
    """Rows, and the values (id, name) that a matrix goes across, those used most first."""

    rows: list[PhraseRow]
    across: tuple[Value, ...]


SORTS: dict[str, Callable[[PhraseRow], Any]] = {
    "times": lambda row: row.times,
    "phrase": lambda row: row.phrase.casefold(),
    "first": lambda row: row.first or "",
    "last": lambda row: row.last or "",
}

_USE_SORTS: dict[str, Callable[[list[Use]], Any]] = {
    "times": len,
    "phrase": lambda found: found[0].phrase.casefold(),
    "first": lambda found: found[0].statement.date or "",
    "last": lambda found: found[-1].statement.date or "",
}


def phrases(
    archive: Archive,
    wanted: Filter = EVERYTHING,
    *,
    words: tuple[str, ...] = (),
    by: str | None = None,
    across: str | None = None,
    sort: str = "-times",
    limit: int | None = None,
) -> Lexicon:
    """The phrases that the statements of a filter use, or the `words` looked for in them.

    A phrase is what some paraphrase of the archive quotes; it is used wherever quoted words hold
    it. `by` and `across` are names of DIMENSIONS; `sort` is a key of SORTS, with - for descending.
    """
    find = _finder(archive, wanted, words)
    groups = dimension(archive, by) if by else _ungrouped
    cells = dimension(archive, across) if across else _ungrouped
    found: dict[tuple[Value, str], _Tally] = {}
    for row in archive.statements(wanted):
        for phrase, times in counted(row, find, bool(words)).items():
            for group in groups(row):
                key = (group, phrase)
                found.setdefault(key, _Tally()).add(row, times, cells(row))
    rows = [tally.row(by, group, phrase) for (group, phrase), tally in found.items()]
    rows = _ordered(rows, sort)[:limit]
    return Lexicon(rows, _across(found.values(), across) if across else ())


def concordance(
    archive: Archive,
    wanted: Filter = EVERYTHING,
    *,
    words: tuple[str, ...] = (),
    sort: str = "-times",
    limit: int | None = None,
) -> list[Use]:
    """Each use of the same phrases in its context, phrase by phrase, a phrase's uses by date."""
    find = _finder(archive, wanted, words)
    found: dict[str, list[Use]] = {}
    for row in archive.statements(wanted):
        # Most statements have no use, and words are counted sooner than they are placed.
        if not counted(row, find, bool(words)):
            continue
        for use in uses(row, find, bool(words)):
            found.setdefault(use.phrase, []).append(use)
    ordered = sorted(found.values(), key=lambda each: each[0].phrase.casefold())
    ordered.sort(key=_USE_SORTS[sort.removeprefix("-")], reverse=sort.startswith("-"))
    return [use for each in ordered for use in each][:limit]


def _finder(archive: Archive, wanted: Filter, words: tuple[str, ...]) -> Finder:
    return searched_words(words) if words else quoted_phrases(archive, wanted.status)


def _ungrouped(_row: StatementRow) -> tuple[Value, ...]:
    return (("", ""),)


def _ordered(rows: list[PhraseRow], sort: str) -> list[PhraseRow]:
    """By group, those without one last; within it by the key, then by use and first date."""
    rows.sort(key=lambda row: (-row.times, row.first or "", row.phrase.casefold()))
    rows.sort(key=SORTS[sort.removeprefix("-")], reverse=sort.startswith("-"))
    rows.sort(key=lambda row: (not row.group, row.group_name or "", row.group or ""))
    return list(_led(rows))


def _led(rows: Iterable[PhraseRow]) -> Iterator[PhraseRow]:
    before: object = None
    for row in rows:
        yield row._replace(leads=row.group != before)
        before = row.group


def _across(tallies: Iterable[_Tally], name: str) -> tuple[Value, ...]:
    total: Counter[Value] = Counter()
    for tally in tallies:
        total.update(tally.cells)
    if name == "year":
        return tuple(sorted(total, key=lambda value: (not value[0], value)))
    return tuple(sorted(total, key=lambda value: (not value[0], -total[value], value)))


class _Tally:
    """What is gathered of one phrase, statement by statement, in the order of their dates."""

    def __init__(self) -> None:
        self.times = self.quoted = 0
        self.topics: Counter[Value] = Counter()
        self.speakers: dict[str, str] = {}
        self.voiced: dict[str, str] = {}
        self.dates: list[str] = []
        self.ids: list[str] = []
        self.cells: Counter[Value] = Counter()

    def add(self, row: StatementRow, found: tuple[int, int], cells: tuple[Value, ...]) -> None:
        times, quoted = found
        self.times += times
        self.quoted += quoted
        for topic in zip(row.topics, row.topic_names, strict=True):
            self.topics[topic] += times
        self.speakers.update(zip(row.attributed_to, row.attributed_names, strict=True))
        self.voiced.update(zip(row.voiced_by, row.voiced_names, strict=True))
        if row.date:
            self.dates = [*self.dates[:1], row.date]
        self.ids.append(row.id)
        for cell in cells:
            self.cells[cell] += times

    def row(self, by: str | None, group: Value, phrase: str) -> PhraseRow:
        topics = self.topics.most_common()
        return PhraseRow(
            group=group[0] if by else None,
            group_name=group[1] if by else None,
            leads=True,
            phrase=phrase,
            times=self.times,
            quoted=self.quoted,
            topics=tuple(ident for (ident, _), _ in topics),
            topic_names=tuple(name for (_, name), _ in topics),
            topic_times=tuple(times for _, times in topics),
            speakers=tuple(self.speakers),
            speaker_names=tuple(self.speakers.values()),
            voiced_by=tuple(self.voiced),
            voiced_names=tuple(self.voiced.values()),
            first=self.dates[0] if self.dates else None,
            last=self.dates[-1] if self.dates else None,
            ids=tuple(self.ids),
            cells={ident: times for (ident, _), times in self.cells.items()},
        )
