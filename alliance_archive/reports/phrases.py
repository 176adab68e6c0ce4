"""Quoted phrases: which are used, by whom, on what, since when."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from textwrap import fill
from typing import Any, NamedTuple

from ..archive import Archive
from ..model.attribution import NOBODY, chain
from ..queries.filter import EVERYTHING, Filter
from ..queries.rows import StatementRow
from ..render.columns import Column, View, chosen, field
from .acts import acts_shown
from .concordance import counts_of, finder
from .dimensions import Value, date_span, dimension
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


# The most entries in a cell on a terminal, which then says how many more there are; and the most
# columns of a matrix. Other formats have all.
_SHOWN = 4
_ACROSS_NARROW, _ACROSS_WIDE = 4, 9
_HEADER = 11  # cells of a column's header

_FIELDS = (
    field("phrase"),
    field("times", numeric=True, whole=True),
    field("quoted", numeric=True, whole=True),
    field("reports", numeric=True, whole=True),
    field("topics"),
    field("topic_names", "Of"),
    field("topic_times"),
    field("speakers"),
    field("speaker_names", "Who"),
    field("voiced_by"),
    field("voiced_names", "Via"),
    field("first", whole=True, shown=attrgetter("first_shown")),
    field("last", whole=True, shown=attrgetter("last_shown")),
    field("ids", "IDs"),
    field("sources"),
    field("source_names", "Sources"),
)
_PLAIN = chosen(
    _FIELDS,
    "phrase times reports topic_names speaker_names voiced_names first last ids source_names",
)
_GROUPS = (field("group", whole=True), field("group_name"))


def _phrase(row: PhraseRow) -> Iterator[tuple[str, bool]]:
    """Yield the phrase, in “ ” if all its uses are quoted."""
    quoted = row.quoted == row.times
    yield f"“{row.phrase}”" if quoted else row.phrase, quoted


def _phrase_of(row: PhraseRow) -> Iterator[tuple[str, bool]]:
    yield from _phrase(row)
    if topics := _few(_topics(row)):
        yield "\n".join(("\non " + topics[0], *topics[1:])), False


def _few(parts: Sequence[str]) -> list[str]:
    """Return a cell's first lines, and how many more there are."""
    if len(parts) <= _SHOWN + 1:
        return list(parts)
    return [*parts[:_SHOWN], f"and {len(parts) - _SHOWN} more"]


def _topics(row: PhraseRow) -> list[str]:
    if len(row.topics) == 1:
        return list(row.topic_names)
    counts = zip(row.topic_names, row.topic_times, strict=True)
    return [f"{name} ×{times}" if times > 1 else name for name, times in counts]


def _dates(row: PhraseRow) -> str:
    return date_span(row.first_shown, row.last_shown)


def _reference(row: PhraseRow) -> str:
    return "\n".join((_dates(row), *_few(row.ids)))


def _counted(row: PhraseRow) -> str:
    times = str(row.times)
    if row.reports > row.times:
        times = acts_shown(row.times, row.reports, len(row.sources))
    return times if row.quoted in (0, row.times) else f"{times}\n{row.quoted} quoted"


_PHRASE = Column("said", "Phrase", None, segments=_phrase)
_PHRASE_OF = Column("said_of", "Phrase and topics", None, segments=_phrase_of, side=True)
_OF = Column("of", "Topics", lambda row: "\n".join(_few(_topics(row))))
_TIMES = Column("counted", "Uses", _counted, numeric=True, side=True)
_WHO = Column("who", "Who", lambda row: "\n".join(_few(row.chains)))
_GROUP = Column("led", "", lambda row: row.group_name if row.leads else "")
_SOURCES = Column("from", "Sources", lambda row: "\n".join(_few(row.source_names)))
_IDS = Column("bare_ids", "IDs", lambda row: "\n".join(_few(row.ids)), whole=True)


def phrases_view(by: str | None, across: tuple[Value, ...], *, whole: bool) -> View:
    """Return the view of phrases grouped `by` one dimension and counted `across` another.

    With `whole`, for output of any width, no cell leaves anything out.
    """
    groups = _GROUPS if by else ()
    cells = tuple(_cell(ident, name) for ident, name in across)
    fields = (*groups, *_FIELDS, *cells)
    if whole:
        columns = (*groups[1:], *(_FIELDS[:2] if cells else _PLAIN), *cells)
        return View(fields, columns, columns)
    first = (_GROUP._replace(header=(by or "").capitalize()),) if by else ()
    if cells:
        matrix = (*first, _PHRASE, _TIMES)
        return View(
            fields,
            (*matrix, *_matrix(across, _ACROSS_NARROW - len(first))),
            (*matrix, *_matrix(across, _ACROSS_WIDE)),
        )
    return View(
        fields,
        narrow=(*first, *_narrow(by)),
        medium=(*first, *_narrow(by, _SOURCES)),
        wide=(*first, _PHRASE, *_wide(by)),
    )


def _narrow(by: str | None, *more: Column) -> tuple[Column, ...]:
    reference = Column("reference", "First – last, IDs", _reference, side=True, whole=True)
    phrase = _PHRASE if by in ("topic", "alliance") else _PHRASE_OF
    return (phrase, _TIMES, _WHO, *more, reference)


def _wide(by: str | None) -> tuple[Column, ...]:
    of = () if by in ("topic", "alliance") else (_OF,)
    return (_TIMES, *of, _WHO, Column("span", "First – last", _dates, whole=True), _SOURCES, _IDS)


def _cell(ident: str, name: str) -> Column:
    # Ids contain no underscore, so a key that ends in one cannot clash with another column's.
    clashes = not ident or any(column.key == ident for column in _FIELDS)
    key = f"{ident}_" if clashes else ident
    return Column(key, name, lambda row: row.cells.get(ident, 0), numeric=True)


def _matrix(across: tuple[Value, ...], most: int) -> tuple[Column, ...]:
    """Return as many columns as a terminal has room for, and the rest as one; · stands for 0."""
    first = across if len(across) <= most + 1 else across[:most]
    rest = [ident for ident, _ in across[len(first) :]]

    def dotted(idents: list[str]) -> Callable[[PhraseRow], str]:
        return lambda row: str(sum(row.cells.get(ident, 0) for ident in idents) or "·")

    columns = [
        Column(ident, fill(name, _HEADER, break_long_words=False), dotted([ident]), numeric=True)
        for ident, name in first
    ]
    if rest:
        columns.append(Column("others", f"{len(rest)} others", dotted(rest), numeric=True))
    return tuple(columns)
