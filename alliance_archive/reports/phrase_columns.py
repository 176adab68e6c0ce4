"""The columns of phrases: who uses them, on what, how often, in a list or a matrix."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter
from textwrap import fill

from ..render.columns import Column, View, chosen, field
from .acts import acts_shown
from .dimensions import Value, date_span
from .phrases import PhraseRow

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
