"""The columns of statements: by themselves, of one participant, and person by person."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

from ..queries.rows import StatementRow
from ..render.columns import JOINT, Column
from .view import View, field

FORM_LABELS = {"direct": "verbatim", "mixed": "partly verbatim", "indirect": "paraphrase"}


def _quotes(row: StatementRow) -> list[dict[str, Any]]:
    from ..model.records import plain

    return [plain(quote) for quote in row.quotes]


STATEMENT_FIELDS: tuple[Column, ...] = (
    field("id", "ID", whole=True, linked=True),
    field("date", whole=True),
    field("date_from"),
    field("attributed_to"),
    field("attributed_names", "Attributed to"),
    field("voiced_by"),
    field("voiced_names", "Voiced by"),
    field("as_given"),
    field("document"),
    field("cue"),
    field("form"),
    field("words", quoted=True),
    field("summary"),
    Column(
        "quotes",
        "Quotes",
        _quotes,
        lambda row: JOINT.join(row.exacts),
    ),
    Column("quote_offsets", "Quote offsets", None, lambda row: JOINT.join(row.offsets)),
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
_STATEMENT = {column.key: column for column in STATEMENT_FIELDS}


def _form_label(row: StatementRow) -> str:
    return FORM_LABELS[row.form]


def _chain(row: StatementRow) -> str:
    lines = list(row.attributed_names) or [f"not said who ({row.as_given or 'unnamed'})"]
    lines += [f"voiced by {name}" for name in row.voiced_names]
    return "\n".join([*lines, *([f"in: {row.document}"] if row.document else [])])


def _reference(row: StatementRow) -> str:
    return "\n".join((row.id, _form_label(row), row.date or ""))


_WHO = Column("who", "Who", _chain)
_REFERENCE = Column("reference", "ID, form, date", _reference, whole=True, side=True, linked=True)
_FORM = Column("form_label", "Form", _form_label, whole=True)
STATEMENTS = View(
    fields=STATEMENT_FIELDS,
    narrow=(_WHO, _STATEMENT["words"], _REFERENCE),
    wide=(
        _STATEMENT["date"],
        _STATEMENT["attributed_names"],
        _STATEMENT["voiced_names"],
        _FORM,
        _STATEMENT["words"],
        _STATEMENT["meeting_name"],
        _STATEMENT["id"],
    ),
)


def said_view(ident: str) -> View:
    """The view of what one participant said, their capacity in each statement first."""

    def capacity(row: StatementRow) -> str:
        return "attributed" if ident in row.attributed_to else "voiced"

    def part(row: StatementRow) -> str:
        if ident not in row.attributed_to:
            return "\n".join(["voiced", *(f"for {name}" for name in row.attributed_names)])
        pairs = zip(row.attributed_to, row.attributed_names, strict=True)
        lines = ["attributed", *(f"with {name}" for other, name in pairs if other != ident)]
        lines += [f"voiced by {name}" for name in row.voiced_names]
        return "\n".join([*lines, *([f"in: {row.document}"] if row.document else [])])

    first = Column("capacity", "Capacity", capacity)
    return View(
        fields=(first, *STATEMENT_FIELDS),
        narrow=(Column("part", "Capacity", part, side=True), *STATEMENTS.narrow[1:]),
        wide=(first, *STATEMENTS.wide),
    )


def _of_statement(column: Column) -> Column:
    value, flat = column.value, column.flat
    return column._replace(
        value=(lambda row: value(row.statement)) if value else None,
        flat=(lambda row: flat(row.statement)) if flat else None,
    )


def _of_link(name: str, header: str) -> Column:
    return Column(name, header, attrgetter(name))


_LONG_FIRST = tuple(_of_statement(_STATEMENT[key]) for key in ("id", "date"))
_LINK = (
    _of_link("capacity", "Capacity"),
    _of_link("participant", "Participant"),
    _of_link("name", "Name"),
    _of_link("role", "Role"),
    _of_link("country", "Country"),
)
_LONG_FIELDS = (
    *_LONG_FIRST,
    *_LINK,
    *(_of_statement(column) for column in STATEMENT_FIELDS if column.key not in ("id", "date")),
)
_LONG_WORDS = _of_statement(_STATEMENT["words"])
LONG = View(
    fields=_LONG_FIELDS,
    narrow=(_LINK[0], _LINK[2], _LONG_WORDS, _LONG_FIRST[0]),
    wide=(_LONG_FIRST[1], *_LINK, _LONG_WORDS, _LONG_FIRST[0]),
)
