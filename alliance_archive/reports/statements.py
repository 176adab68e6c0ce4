"""The columns of statements: by themselves, of one participant, and person by person."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import Any

from ..model.fields import STATEMENT
from ..model.wording import FORM_LABELS, Segment, in_document, segments
from ..queries.rows import StatementRow
from ..render.columns import LIST_SEPARATOR, Column, View, field


def segments_of(row: StatementRow) -> tuple[Segment, ...]:
    """Return a statement's words in pieces, its quotations apart."""
    return segments(row.words, row.exacts)


def _quotes(row: StatementRow) -> list[dict[str, Any]]:
    from ..model.records import plain

    return [plain(quote) for quote in row.quotes]


_PUBLISHED: tuple[Column, ...] = (
    field("id", "ID", whole=True, linked=True),
    field("date", whole=True),
    field("date_from"),
    field("attributed_to"),
    field("attributed_names", "Attributed to"),
    field("voiced_by"),
    field("voiced_names", "Via"),
    field("as_given"),
    field("document"),
    field("cue"),
    field("form"),
    field("words", segments=segments_of),
    field("summary"),
    Column("quotes", "Quotes", _quotes, lambda row: LIST_SEPARATOR.join(row.exacts)),
    Column("quote_offsets", "Quote offsets", None, lambda row: LIST_SEPARATOR.join(row.offsets)),
    Column(
        "anchor",
        "Anchor",
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
# In their published order, which users' programs rely on; a new field comes after them.
STATEMENT_FIELDS = (
    *_PUBLISHED,
    *(
        field(declared.name)
        for declared in STATEMENT.fields
        if declared.name not in {column.key for column in _PUBLISHED}
    ),
)
STATEMENT_COLUMNS = {column.key: column for column in STATEMENT_FIELDS}


def _form_label(row: StatementRow) -> str:
    return FORM_LABELS[row.form]


def who_line(row: StatementRow) -> str:
    """Return whose statement it is, and who voiced it, in one line."""
    from ..model.attribution import chain

    return chain(row.attributed_names, row.voiced_names, row.as_given)


def _speakers(row: StatementRow) -> str:
    # Imported here because only tables need it: it loads datetime, without which CSV starts faster.
    from ..model.attribution import nobody_named

    names = row.attributed_names or (nobody_named(row.as_given),)
    return "\n".join((*names, *_vehicle(row)))


def _vehicle(row: StatementRow) -> Iterator[str]:
    """Yield a line for each who voiced a statement, and one for its document."""
    for name in row.voiced_names:
        yield f"via {name}"
    if row.document:
        yield in_document(row.document)
    yield from _mentioned(row)


def _mentioned(row: StatementRow) -> Iterator[str]:
    """Yield a line for each meeting that a statement speaks of."""
    for name in row.about_names:
        yield f"about: {name}"


def _meeting(row: StatementRow) -> str:
    made_at = (row.meeting_name,) if row.meeting_name else ()
    return "\n".join((*made_at, *_mentioned(row)))


def _reference(row: StatementRow) -> str:
    return "\n".join((row.id, _form_label(row), row.date or ""))


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
        Column("form_label", "Form", _form_label, whole=True),
        STATEMENT_COLUMNS["words"],
        Column("meeting_shown", "Meeting", _meeting),
        STATEMENT_COLUMNS["id"],
    ),
)


def said_view(ident: str) -> View:
    """Return the view of one participant's statements, with their capacity in each first."""

    def capacity(row: StatementRow) -> str:
        return "attributed" if ident in row.attributed_to else "voiced"

    def part(row: StatementRow) -> str:
        if ident not in row.attributed_to:
            return "\n".join(["voiced", *(f"for {name}" for name in row.attributed_names)])
        pairs = zip(row.attributed_to, row.attributed_names, strict=True)
        partners = (f"with {name}" for person, name in pairs if person != ident)
        return "\n".join(("attributed", *partners, *_vehicle(row)))

    first = Column("capacity", "Capacity", capacity)
    return View(
        fields=(first, *STATEMENT_FIELDS),
        narrow=(Column("part", "Capacity", part, side=True), *STATEMENTS.narrow[1:]),
        wide=(first, *STATEMENTS.wide),
    )


_OF_STATEMENT = {
    key: column.of(attrgetter("statement")) for key, column in STATEMENT_COLUMNS.items()
}
_ID, _DATE, _WORDS = (_OF_STATEMENT[key] for key in ("id", "date", "words"))
_LINK = tuple(map(field, ("capacity", "participant", "name", "role", "country")))
LONG = View(
    fields=(
        *(_ID, _DATE, *_LINK),
        *(column for key, column in _OF_STATEMENT.items() if key not in ("id", "date")),
    ),
    narrow=(_LINK[0], _LINK[2], _WORDS, _ID),
    wide=(_DATE, *_LINK, _WORDS, _ID),
)
"""The view of LongRow: a statement for each person in its attribution."""
