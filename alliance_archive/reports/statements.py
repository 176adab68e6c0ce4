"""The columns of statements: in general, for one participant, and one row per person."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import Any

from ..model.countries import country_name
from ..model.fields import STATEMENT
from ..model.wording import FORM_LABELS, Segment, in_document, segments
from ..queries.rows import StatementRow
from ..render.columns import LIST_SEPARATOR, Column, View, field


def segments_of(row: StatementRow) -> tuple[Segment, ...]:
    """Return a statement's words in pieces: its quotations, and what is between them."""
    return segments(row.words, row.exacts)


def date_shown(row: StatementRow) -> str:
    """Return a statement's date; if only its source's is known, with the kind of source."""
    if row.date_from != "source":
        return row.date or ""
    return f"{row.date} ({(row.source_kind or 'source').replace('-', ' ')})"


def _quotes(row: StatementRow) -> list[dict[str, Any]]:
    from ..model.records import plain

    return [plain(quote) for quote in row.quotes]


_PUBLISHED: tuple[Column, ...] = (
    field("id", "ID", whole=True, linked=True),
    field("date", whole=True, shown=date_shown),
    field("date_from"),
    field("attributed_to"),
    field("attributed_names", "Attributed to"),
    field("voiced_by"),
    field("voiced_names", "Via"),
    field("as_given", "Named in the source as"),
    field("document"),
    field("cue", "Verb"),
    field("form", shown=lambda row: FORM_LABELS[row.form], whole=True),
    field("words", segments=segments_of),
    field("summary"),
    Column("quotes", "Quotes", _quotes, lambda row: LIST_SEPARATOR.join(row.exacts)),
    Column("quote_offsets", "Quote offsets", None, lambda row: LIST_SEPARATOR.join(row.offsets)),
    Column(
        "anchor",
        "Passage",
        lambda row: {"start": row.anchor_start, "end": row.anchor_end},
        lambda row: f"{row.anchor_start}-{row.anchor_end}",
    ),
    field("meeting"),
    field("meeting_name", "Meeting"),
    field("topics"),
    field("topic_names", "Topics"),
    field("source", whole=True),
    field("publisher"),
    field("source_date", whole=True),
    field("status"),
    field("note"),
)
# In their published order, which users' programs rely on; new fields follow.
STATEMENT_FIELDS = (
    *_PUBLISHED,
    *(
        field(declared.name)
        for declared in STATEMENT.fields
        if declared.name not in {column.key for column in _PUBLISHED}
    ),
    field("date_start", whole=True),
    field("date_end", whole=True),
)
STATEMENT_COLUMNS = {column.key: column for column in STATEMENT_FIELDS}


_NARROW = 22  # cells of a line beside the words


def who_line(row: StatementRow) -> str:
    """Return whom a statement is attributed to, and via whom it came, in one line."""
    from ..model.attribution import chain

    return chain(row.attributed_names, row.voiced_names, row.as_given)


def _speakers(row: StatementRow) -> str:
    # Imported here because only tables need it: it loads datetime, without which CSV starts faster.
    from ..model.attribution import nobody_named

    names = row.attributed_names or (nobody_named(row.as_given),)
    return "\n".join((*names, *_vehicle(row)))


def _vehicle(row: StatementRow) -> Iterator[str]:
    """Yield lines for those via whom a statement came, its document, the meetings it is about."""
    for name in row.voiced_names:
        yield f"via {name}"
    if row.document:
        yield from _narrow(in_document(row.document))
    for line in _mentioned(row):
        yield from _narrow(line)


def _narrow(line: str) -> list[str]:
    """Return a line wrapped: rich would rather squeeze the words than the column beside them."""
    from textwrap import wrap

    return wrap(line, _NARROW, subsequent_indent="  ")


def _mentioned(row: StatementRow) -> Iterator[str]:
    """Yield a line for each meeting that a statement speaks of."""
    for name in row.about_names:
        yield f"about: {name}"


def _meeting(row: StatementRow) -> str:
    made_at = (row.meeting_name,) if row.meeting_name else ()
    return "\n".join((*made_at, *_mentioned(row)))


def _reference(row: StatementRow) -> str:
    return "\n".join((row.id, FORM_LABELS[row.form], *_narrow(date_shown(row))))


STATEMENTS = View(
    fields=STATEMENT_FIELDS,
    narrow=(
        Column("who", "Who", _speakers),
        STATEMENT_COLUMNS["words"],
        Column("reference", "ID, form, date", _reference, whole=True, side=True, linked=True),
    ),
    wide=(
        STATEMENT_COLUMNS["date"],
        STATEMENT_COLUMNS["attributed_names"],
        STATEMENT_COLUMNS["voiced_names"],
        STATEMENT_COLUMNS["form"],
        STATEMENT_COLUMNS["words"],
        Column("meeting_shown", "Meeting", _meeting),
        STATEMENT_COLUMNS["id"],
    ),
)


def said_view(ident: str) -> View:
    """Return the view of one participant's statements, with their capacity in each first.

    A table shows it in words where it tells something: with whom, via whom, or on whose act.
    """

    def capacity(row: StatementRow) -> str:
        return "attributed" if ident in row.attributed_to else "voiced"

    def others(row: StatementRow) -> str:
        if ident not in row.attributed_to:
            unnamed = f"“{row.as_given}”" if row.as_given else "others"
            first, *more = row.attributed_names or (unnamed,)
            return "\n".join((f"on {first}", *(f"and {name}" for name in more)))
        pairs = zip(row.attributed_to, row.attributed_names, strict=True)
        partners = (f"with {name}" for person, name in pairs if person != ident)
        return "\n".join((*partners, *_vehicle(row)))

    return View(
        fields=(Column("capacity", "Capacity", capacity), *STATEMENT_FIELDS),
        narrow=(Column("others", "With, via, on", others), *STATEMENTS.narrow[1:]),
        wide=STATEMENTS.wide,
    )


_OF_STATEMENT = {
    key: column.of(attrgetter("statement")) for key, column in STATEMENT_COLUMNS.items()
}
_ID, _DATE, _WORDS = (_OF_STATEMENT[key] for key in ("id", "date", "words"))
_LINK = (
    *map(field, ("capacity", "participant", "name", "role")),
    field("country", shown=lambda row: row.country and country_name(row.country)),
)
LONG = View(
    fields=(
        *(_ID, _DATE, *_LINK),
        *(column for key, column in _OF_STATEMENT.items() if key not in ("id", "date")),
    ),
    narrow=(_LINK[0], _LINK[2], _WORDS, _ID),
    wide=(_DATE, *_LINK, _WORDS, _ID),
)
"""The view of LongRow: a statement for each person in its attribution."""
