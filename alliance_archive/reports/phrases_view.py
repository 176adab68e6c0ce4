"""What `phrases` shows: phrases with their uses, the matrix, and the concordance."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from textwrap import fill

from ..render.columns import Column
from ..render.shapes import Context
from .dimensions import Value
from .lexicon import Use
from .phrases import PhraseRow
from .statements import STATEMENT_FIELDS
from .view import WIDE, View, field

# Beyond these a terminal's cell says how many more there are; other formats have them all.
_SHOWN = 4
_ACROSS_NARROW, _ACROSS_WIDE = 4, 9
_HEADER = 11


_FIELDS = (
    field("phrase"),
    field("times", number=True, whole=True),
    field("quoted", number=True, whole=True),
    field("topics"),
    field("topic_names", "Of"),
    field("topic_times"),
    field("speakers"),
    field("speaker_names", "Who"),
    field("voiced_by"),
    field("voiced_names", "Voiced by"),
    field("first", whole=True),
    field("last", whole=True),
    field("ids", "IDs"),
)
_COLUMNS = {column.key: column for column in _FIELDS}
_GROUPS = (field("group", whole=True), field("group_name"))


def _said(row: PhraseRow) -> str:
    """The phrase, in “ ” where none of its uses is the archive's own wording."""
    return f"“{row.phrase}”" if row.quoted == row.times else row.phrase


def few(parts: Sequence[str]) -> list[str]:
    """The first of a cell's lines, and how many more there are."""
    if len(parts) <= _SHOWN + 1:
        return list(parts)
    return [*parts[:_SHOWN], f"and {len(parts) - _SHOWN} more"]


def _topics(row: PhraseRow) -> list[str]:
    if len(row.topics) == 1:
        return list(row.topic_names)
    counted = zip(row.topic_names, row.topic_times, strict=True)
    return [f"{name} ×{times}" if times > 1 else name for name, times in counted]


def _people(row: PhraseRow) -> str:
    return "\n".join(few(row.speaker_names or ["not said who"]))


def _who(row: PhraseRow) -> str:
    voiced = [f"voiced by {name}" for name in few(row.voiced_names)]
    return "\n".join((_people(row), *voiced))


def span(first: str | None, last: str | None) -> str:
    """Two dates as one text; one when they are the same."""
    return f"{first} – {last}" if first and last and first != last else first or last or ""


def _dates(row: PhraseRow) -> str:
    return span(row.first, row.last)


def _reference(row: PhraseRow) -> str:
    return "\n".join((_dates(row), *few(row.ids)))


def _counted(row: PhraseRow) -> str:
    return str(row.times) if row.quoted in (0, row.times) else f"{row.times}\n{row.quoted} quoted"


_PHRASE = Column("said", "Phrase", _said, quoted=True)
_OF = Column("of", "Of", lambda row: "\n".join(few(_topics(row))))
_TIMES = Column("counted", "#", _counted, number=True, side=True)
_PHRASE_OF = Column(
    "said_of",
    "Phrase, of",
    lambda row: "\n".join((_said(row), *few(_topics(row)))),
    quoted=True,
    side=True,
)
_GROUP = Column("led", "", lambda row: row.group_name if row.leads else "")
_BARE = Column("bare_ids", "IDs", lambda row: "\n".join(few(row.ids)), whole=True)


def phrases_view(by: str | None, across: tuple[Value, ...], *, whole: bool) -> View:
    """The view of phrases grouped `by` a dimension and counted `across` the values of another.

    `whole` is for what no terminal bounds: no cell leaves anything out.
    """
    groups = _GROUPS if by else ()
    cells = tuple(_cell(ident, name) for ident, name in across)
    fields = (*groups, *_FIELDS, *cells)
    if whole:
        shown = (*groups[1:], *_FIELDS[:2], *cells) if cells else _plain(by)
        return View(fields, shown, shown)
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
        wide=(*first, _PHRASE, *_wide(by)),
    )


def _plain(by: str | None) -> tuple[Column, ...]:
    left_out = ("quoted", "topics", "topic_times", "speakers", "voiced_by")
    shown = tuple(column for column in _FIELDS if column.key not in left_out)
    return (*_GROUPS[1:], *shown) if by else shown


def _narrow(by: str | None) -> tuple[Column, ...]:
    reference = Column("reference", "First – last, IDs", _reference, side=True, whole=True)
    phrase = _PHRASE if by in ("topic", "alliance") else _PHRASE_OF
    who = () if by == "speaker" else (Column("people", "Who", _people),)
    return (phrase, _TIMES, *who, reference)


def _wide(by: str | None) -> tuple[Column, ...]:
    of = () if by in ("topic", "alliance") else (_OF,)
    who = Column("who", "Who", _people if by == "speaker" else _who)
    return (_TIMES, *of, who, Column("span", "First – last", _dates, whole=True), _BARE)


def _cell(ident: str, name: str) -> Column:
    # An id holds no underscore, so this one is no other column's key.
    key = f"{ident}_" if ident in _COLUMNS or not ident else ident
    return Column(key, name, lambda row: row.cells.get(ident, 0), number=True)


def _matrix(across: tuple[Value, ...], most: int) -> tuple[Column, ...]:
    """As many columns as a terminal holds, the others as one; no number where there is no use."""
    shown = across if len(across) <= most + 1 else across[:most]
    rest = [ident for ident, _ in across[len(shown) :]]

    def dotted(idents: list[str]) -> Callable[[PhraseRow], str]:
        return lambda row: str(sum(row.cells.get(ident, 0) for ident in idents) or "·")

    columns = [
        Column(ident, fill(name, _HEADER, break_long_words=False), dotted([ident]), number=True)
        for ident, name in shown
    ]
    if rest:
        columns.append(Column("others", f"{len(rest)} others", dotted(rest), number=True))
    return tuple(columns)


def _of_statement(key: str) -> Column:
    column = next(each for each in STATEMENT_FIELDS if each.key == key)
    value = column.value
    assert value is not None
    return column._replace(value=lambda row: value(row.statement))


_KWIC = (
    field("phrase"),
    field("left", number=True),
    field("words"),
    field("right"),
    field("quoted"),
    *(
        _of_statement(key)
        for key in (
            "id",
            "date",
            "attributed_to",
            "attributed_names",
            "voiced_by",
            "voiced_names",
            "form",
            "meeting",
            "topics",
            "topic_names",
            "source",
        )
    ),
)
_KWIC_COLUMN = {column.key: column for column in _KWIC}
_KWIC_SHOWN = tuple(
    _KWIC_COLUMN[key] for key in ("left", "words", "right", "attributed_names", "date", "id")
)
CONCORDANCE = View(_KWIC, _KWIC_SHOWN, _KWIC_SHOWN)


def contexts(uses: list[Use], width: int, searched: bool) -> Iterator[Context]:
    """The lines of a drawn concordance, with dates and speakers where there is room for them."""
    for use in uses:
        row = use.statement
        people = row.attributed_names[0] if row.attributed_names else "not said who"
        others = f" +{len(row.attributed_names) - 1}" if len(row.attributed_names) > 1 else ""
        before = (row.date or "", people + others) if width >= WIDE else ()
        heading = use.phrase if searched else f"“{use.phrase}”"
        yield Context(heading, use.left, use.words, use.right, use.quoted, before, row.id, row)
