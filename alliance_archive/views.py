"""What each listing shows: a tuple of columns, and which of them a table of some width takes."""

from __future__ import annotations

from typing import Any, NamedTuple

from .errors import BadField
from .folding import nearest
from .queries.rows import Listed, StatementRow
from .records import plain
from .render.columns import JOINT, Column

FORM_LABELS = {"direct": "verbatim", "mixed": "partly verbatim", "indirect": "paraphrase"}
WIDE = 150


class View(NamedTuple):
    """A listing's columns: `fields` are all, in the order of CSV and JSON.

    `narrow` is for terminals of less than WIDE cells, `wide` for others, and for plain tables.
    """

    fields: tuple[Column, ...]
    narrow: tuple[Column, ...]
    wide: tuple[Column, ...]

    def chosen(self, names: str) -> tuple[Column, ...]:
        """The columns of a list of keys parted by commas. Raises BadField."""
        known = {column.key: column for column in self.fields}
        found = []
        for name in (part.strip() for part in names.split(",")):
            if name not in known:
                raise BadField(name, list(known), next(iter(nearest(name, known, 1)), None))
            found.append(known[name])
        return tuple(found)


def _field(name: str, header: str | None = None, **hints: Any) -> Column:
    label = header or name.replace("_", " ").capitalize()
    return Column(name, label, lambda row: getattr(row, name), **hints)


STATEMENT_FIELDS: tuple[Column, ...] = (
    _field("id", "ID", whole=True),
    _field("date", whole=True),
    _field("date_from"),
    _field("attributed_to"),
    _field("attributed_names", "Attributed to"),
    _field("voiced_by"),
    _field("voiced_names", "Voiced by"),
    _field("as_given"),
    _field("document"),
    _field("cue"),
    _field("form"),
    _field("words", quoted=True),
    _field("summary"),
    Column(
        "quotes",
        "Quotes",
        lambda row: [plain(quote) for quote in row.quotes],
        lambda row: row.exacts,
    ),
    Column("quote_offsets", "Quote offsets", None, lambda row: row.offsets),
    Column(
        "anchor",
        "Anchor",
        lambda row: {"start": row.anchor_start, "end": row.anchor_end},
        lambda row: f"{row.anchor_start}-{row.anchor_end}",
    ),
    _field("meeting"),
    _field("meeting_name", "Meeting"),
    _field("topics"),
    _field("topic_names", "Topics"),
    _field("source", whole=True),
    _field("publisher"),
    _field("source_date", whole=True),
    _field("status"),
    _field("note"),
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
_REFERENCE = Column("reference", "ID, form, date", _reference, whole=True, side=True)
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
    return Column(name, header, lambda row: getattr(row, name))


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


def _record(name: str, header: str | None = None, **hints: Any) -> Column:
    label = header or name.replace("_", " ").capitalize()
    return Column(name, label, lambda row: getattr(row.record, name), **hints)


def _plainly(name: str, flat: Any, header: str | None = None) -> Column:
    """A column of nested records: dicts in JSON, and as one text what `flat` makes of the row."""
    label = header or name.replace("_", " ").capitalize()
    return Column(name, label, lambda row: plain(row.record).get(name), flat)


def _roles(row: Listed) -> str:
    return JOINT.join(f"{held.role}, {held.organization}" for held in row.record.memberships)


def _place(row: Listed) -> str:
    place = row.record.place
    return ", ".join(part for part in (place.name, place.country) if part) if place else ""


def _fingerprint(row: Listed) -> str:
    return row.record.text.sha256 if row.record.text else ""


def _identifiers(row: Listed) -> str:
    return JOINT.join(f"{scheme}: {value}" for scheme, value in row.record.identifiers.items())


_COUNT = _field("statements", number=True, whole=True)
_ID = _record("id", "ID", whole=True)
_PARTICIPANT = {
    column.key: column
    for column in (
        _ID,
        _record("name"),
        _record("kind"),
        _record("family_name"),
        _record("other_names"),
        _record("country"),
        _plainly("memberships", _roles, "Roles"),
        _plainly("identifiers", _identifiers),
        _COUNT,
        _field("attributed", number=True, whole=True),
        _field("voiced", number=True, whole=True),
        _record("note"),
    )
}
_MEETING = {
    column.key: column
    for column in (
        _ID,
        _record("name"),
        _record("date", whole=True),
        _record("end_date", whole=True),
        _record("kind"),
        _record("status"),
        _plainly("place", _place),
        _record("participants"),
        _field("names", "Participants"),
        _record("part_of"),
        _COUNT,
        _record("note"),
    )
}
_SOURCE = {
    column.key: column
    for column in (
        _ID,
        _record("publisher"),
        _record("date", whole=True),
        _record("kind"),
        _record("title"),
        _record("author"),
        _record("url", "URL"),
        _record("dateline"),
        _record("language"),
        _plainly("text", _fingerprint, "SHA-256"),
        _COUNT,
        _record("note"),
    )
}
_TOPIC = {
    column.key: column
    for column in (
        _ID,
        _record("name"),
        _record("kind"),
        _record("members"),
        _record("broader"),
        _COUNT,
        _record("note"),
    )
}


def _view(columns: dict[str, Column], narrow: str, wide: str) -> View:
    return View(
        tuple(columns.values()),
        tuple((columns | _NARROW)[key] for key in narrow.split()),
        tuple(columns[key] for key in wide.split()),
    )


def _named(row: Listed) -> str:
    planned = " (planned)" if row.record.status == "planned" else ""
    return "\n".join([row.record.name + planned, *row.names])


_PROBLEM = tuple(_field(name) for name in ("path", "line", "column", "code", "severity", "message"))
PROBLEMS = View(_PROBLEM, _PROBLEM, _PROBLEM)


def _of_claim(name: str, header: str, **hints: Any) -> Column:
    return Column(name, header, lambda row: getattr(row.claim, name), **hints)


def _now(row: Any) -> str:
    """The new offsets, where a quotation stands elsewhere."""
    moved = row.start is not None and (row.start, row.end) != (row.claim.start, row.claim.end)
    return f"{row.start}-{row.end}" if moved else ""


def _held(row: Any) -> str:
    """What is shown of a claim: the difference if there is one, else its words."""
    quoted = f"“{row.claim.exact}”" if row.claim.exact else ""
    if row.verdict == "altered":
        return str(row.detail)
    return " ".join(part for part in (quoted, f"({row.detail})" if row.detail else "") if part)


_VERDICT = _field("verdict", whole=True)
_CLAIM = (_of_claim("statement", "Statement", whole=True), _of_claim("part", "Part", whole=True))
_PLACE = Column(
    "place", "Place", None, lambda row: f"{row.claim.start}-{row.claim.end}", whole=True
)
_NOW = Column("now", "Now at", None, _now, whole=True)
_HELD = Column("held", "Words", None, _held, quoted=True)
VERIFIED = View(
    fields=(
        _VERDICT,
        *_CLAIM,
        _of_claim("start", "Start", number=True),
        _of_claim("end", "End", number=True),
        Column("new_start", "New start", lambda row: row.start, number=True),
        Column("new_end", "New end", lambda row: row.end, number=True),
        _of_claim("exact", "Exact"),
        _field("detail"),
    ),
    narrow=(
        _VERDICT,
        Column(
            "claim",
            "Statement, part, place",
            None,
            lambda row: "\n".join(
                part
                for part in (
                    row.claim.statement,
                    f"{row.claim.part} {row.claim.start}-{row.claim.end}",
                    f"now {_now(row)}" if _now(row) else "",
                )
                if part
            ),
            whole=True,
            side=True,
        ),
        _HELD,
    ),
    wide=(_VERDICT, *_CLAIM, _PLACE, _NOW, _HELD),
)
_NARROW = {
    "few": _COUNT._replace(header="#"),
    "named": Column("named", "Meeting, participants", _named, side=True),
}
LISTINGS = {
    "participant": _view(
        _PARTICIPANT,
        "name memberships few id",
        "name kind country memberships other_names statements attributed voiced id",
    ),
    "meeting": _view(
        _MEETING,
        "date named few id",
        "date name kind status place names statements id part_of",
    ),
    "source": _view(
        _SOURCE,
        "date publisher title few id",
        "date publisher title kind dateline language statements id",
    ),
    "topic": _view(_TOPIC, "name kind few id", "name kind members broader statements id note"),
}
