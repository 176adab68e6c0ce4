"""The archive as relations: the views of `sql`, and the tables of the exports.

They are derived from the table of fields: a relation for each kind of record, and one for each of
its lists. They contain only sound records. A reference to a record with an error is NULL, or its
row in a link table is missing, so foreign keys are always valid; the lists of ids in `statements`
have every id as it was written. Types are those of Frictionless Table Schema 1.0.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..model import fields
from ..model.fields import MEETING, PARTICIPANT, SOURCE, STATEMENT, TOPIC, Field, Kind
from .schema import DATED, SELECTED

_DATE = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
_PATTERNS = {fields.DATE: _DATE, fields.COUNTRY: "[A-Z]{2}", fields.SHA256: "[0-9a-f]{64}"}


class Attribute(NamedTuple):
    """A column of a relation: its SQL on a row of the relation's source, and its values.

    `refers` is the relation whose `id` it contains; `pattern` is a regular expression for the
    whole value.
    """

    name: str
    sql: str
    about: str
    type: str = "string"
    required: bool = False
    choices: tuple[str, ...] = ()
    pattern: str | None = None
    refers: str | None = None


class Relation(NamedTuple):
    """A relation: its FROM and WHERE (`source`), its key, and its columns.

    `{chosen}` in the source is replaced by a further condition on the row `s` of a statement, and
    `{referred}` in a column by one on the row `r` of a statement to which that refers.
    """

    name: str
    about: str
    source: str
    key: tuple[str, ...]
    attributes: tuple[Attribute, ...]

    def select(self, chosen: str = "") -> str:
        """Return the SELECT of its rows, in any order.

        `chosen` is a query for the keys of statements: those of others, and of what refers to them,
        are left out.
        """
        among = f"AND {{}}.pk IN ({chosen})" if chosen else ""
        columns = ", ".join(f"{attribute.sql} AS {attribute.name}" for attribute in self.attributes)
        select = f"SELECT {columns} FROM {self.source}"
        return select.format(chosen=among.format("s"), referred=among.format("r"))


def _relation_of(kind: str) -> str:
    return f"{kind}s"


def _reference(name: str, kind: str, sql: str, about: str, required: bool = True) -> Attribute:
    return Attribute(name, sql, about, required=required, refers=_relation_of(kind))


def _sound(kind: str, column: str) -> str:
    """Return SQL for the id in a column if a sound record has it, else NULL."""
    referred = " {referred}" if kind == "statement" else ""
    return f"(SELECT r.id FROM {kind} r WHERE r.id = {column} AND r.sound{referred})"


def _value(field: Field, name: str, sql: str) -> Attribute:
    """Return the column of a field that has one value."""
    if field.refers_to:
        return _reference(name, field.refers_to, _sound(field.refers_to, sql), field.about, False)
    kind = "integer" if field.type == fields.NUMBER else "string"
    required = field.required or field.default is not None
    pattern = _PATTERNS.get(field.type)
    return Attribute(name, sql, field.about, kind, required, field.choices, pattern)


_ORDER = {
    "meeting": "id name kind status date end_date first_day last_day place country part_of note",
    "statement": "id source form words summary attributed_to voiced_by as_given document cue"
    " meeting date date_from first_day last_day topics anchor_start anchor_end status note",
}
_DAYS = {
    "meeting": ("The first day that it may fall on.", "The last day that it may fall on."),
    "source": ("The first day of that date.", "The last day of that date."),
}


def _ordered(kind: Kind, attributes: list[Attribute]) -> tuple[Attribute, ...]:
    """Return the columns in the published order that users rely on; new ones go before the note."""
    names = _ORDER.get(kind.name, "").split()
    rank = {name: position for position, name in enumerate(names)}
    last = rank.get("note", 0) - 0.5
    return tuple(sorted(attributes, key=lambda column: rank.get(column.name, last) if rank else 0))


def _record_relation(kind: Kind) -> Relation:
    """Return the relation of participants, meetings, topics or sources."""
    attributes: list[Attribute] = []
    for field in kind.fields:
        if field.type in fields.LISTS or field.type == fields.MAPPING:
            continue
        if field.type == fields.OBJECT:
            for part in field.fields:
                name = field.name if part.name == "name" else part.name
                sql = f"json_extract(s.record, '$.{field.name}.{part.name}')"
                # A required part of an optional value may be missing with it.
                attributes.append(_value(part._replace(required=False), name, sql))
            continue
        selected = field.name == "id" or field.name in SELECTED[kind.name]
        sql = f"s.{field.name}" if selected else f"json_extract(s.record, '$.{field.name}')"
        attributes.append(_value(field, field.name, sql))
        if kind.name in DATED and field.name == "date":
            first, last = _DAYS[kind.name]
            attributes.append(Attribute("first_day", "s.first_day", first, "date", True))
            attributes.append(Attribute("last_day", "s.last_day", last, "date", True))
    name, source = _relation_of(kind.name), f"{kind.name} s WHERE s.sound"
    return Relation(name, kind.about, source, ("id",), _ordered(kind, attributes))


_POSITION = Attribute(
    "position", "j.key + 1", "Its position in the list, from 1.", "integer", required=True
)
_LIST_NAMES = {
    ("participant", "other_names"): "participant_names",
    ("participant", "memberships"): "memberships",
    ("meeting", "other_names"): "meeting_names",
    ("topic", "other_names"): "topic_names",
}
_OWNERS = {("topic", "members"): "The alliance."}


def _list_relations(kind: Kind) -> Iterator[Relation]:
    """Yield a relation for each list of a kind of record."""
    for field in kind.fields:
        if field.type not in (*fields.LISTS, fields.MAPPING):
            continue
        about = _OWNERS.get((kind.name, field.name), f"The {kind.name}.")
        owner = _reference(kind.name, kind.name, "s.id", about)
        name = _LIST_NAMES.get((kind.name, field.name), f"{kind.name}_{field.name}")
        source = f"{kind.name} s, json_each(s.record, '$.{field.name}') j"
        key, columns = (kind.name, "position"), [owner, _POSITION]
        if field.type == fields.MAPPING:
            key = (kind.name, "scheme")
            columns = [
                owner,
                Attribute("scheme", "j.key", "The database, such as wikidata.", required=True),
                Attribute("value", "j.value", "The identifier.", required=True),
            ]
        elif field.type == fields.OBJECTS:
            columns += [
                _value(part, part.name, f"json_extract(j.value, '$.{part.name}')")
                for part in field.fields
            ]
        elif field.refers_to:
            source += f" JOIN {field.refers_to} p ON p.id = j.value AND p.sound"
            columns.append(_reference(field.refers_to, field.refers_to, "p.id", field.entry))
        else:
            entry = "country" if field.type == fields.COUNTRIES else "name"
            pattern = _PATTERNS.get(entry)
            columns.append(Attribute(entry, "j.value", field.entry, required=True, pattern=pattern))
        yield Relation(name, field.about, f"{source} WHERE s.sound", key, tuple(columns))


def _statement_attributes() -> Iterator[Attribute]:
    """Yield the columns of statements: their fields, and what is derived for them."""
    for field in STATEMENT.fields:
        if field.name in fields.OF_DRAFTS:
            continue
        if field.type == fields.OBJECT:
            for part in field.fields:
                name = f"{field.name}_{part.name}"
                yield _value(part._replace(required=field.required), name, f"s.{name}")
        elif field.type == fields.IDS:
            about = f"{field.about} Ids joined by '; '."
            yield Attribute(field.name, f"nullif(s.{field.name}, '')", about)
        elif field.type not in fields.LISTS and field.name != "date":
            yield _value(field, field.name, f"s.{field.name}")
    yield _reference("source", "source", "s.source", "The source that reports it.")
    yield Attribute("words", "s.words", "The statement as it is shown; quoted words are verbatim.")
    yield Attribute(
        "folded",
        # Where FTS5 keeps the first column of `words`, which takes five times as long to answer.
        "(SELECT w.c0 FROM words_content w WHERE w.id = s.pk)",
        "The words as searches compare them: without case, accents and marks.",
    )
    yield Attribute(
        "date",
        "s.date",
        "When it was made: a day, month or year, or an interval with a slash.",
        pattern=f"{_DATE}(/{_DATE})?",
    )
    bases = ("statement", "meeting", "source")
    yield Attribute("date_from", "s.date_from", "What that date is taken from.", choices=bases)
    yield Attribute("first_day", "s.first_day", "The first day that it may be.", "date")
    yield Attribute("last_day", "s.last_day", "The last day that it may be.", "date")


_OF_STATEMENT = _reference("statement", "statement", "s.id", "The statement.")
_QUOTES = STATEMENT.field("quotes")
# A cell of quotations, split by SQL alone: json_quote() writes the separator (index.packing) as
# \u001f, which no quotation can contain; replaced by '","' it turns the text into a JSON array.
_EACH_QUOTE = "json_each('[' || replace(json_quote(s.quotes), '\\u001f', '\",\"') || ']') j"
_QUOTE_SQL = {
    "exact": "substr(j.value, instr(j.value, ' ') + 1)",
    "start": "CAST(j.value AS INTEGER)",
    "end": "CAST(substr(j.value, instr(j.value, '-') + 1) AS INTEGER)",
}
_STATEMENTS = (
    Relation(
        "statements",
        STATEMENT.about,
        "statement s WHERE s.sound {chosen}",
        ("id",),
        _ordered(STATEMENT, list(_statement_attributes())),
    ),
    Relation(
        "attributions",
        "Who made a statement, and in which capacity.",
        "attribution a JOIN statement s ON s.pk = a.statement"
        " JOIN participant p ON p.id = a.participant AND p.sound"
        " LEFT JOIN role r ON r.participant = a.participant"
        " AND r.first_day = s.first_day AND r.last_day = s.last_day WHERE s.sound {chosen}",
        ("statement", "participant", "capacity"),
        (
            _OF_STATEMENT,
            _reference("participant", "participant", "a.participant", "The participant."),
            Attribute(
                "capacity",
                "a.capacity",
                "Attributed to them, or said by them on behalf of others.",
                required=True,
                choices=("attributed", "voiced"),
            ),
            _POSITION._replace(
                sql="a.position", about="Their position among those of that capacity, from 1."
            ),
            Attribute("role", "r.role", "The office they held on that day."),
        ),
    ),
    Relation(
        "quotes",
        _QUOTES.about,
        f"statement s, {_EACH_QUOTE} WHERE s.quotes <> '' AND s.sound {{chosen}}",
        ("statement", "position"),
        (
            _OF_STATEMENT,
            _POSITION,
            *(
                # start_offset, end_offset: END is a keyword of SQL.
                _value(
                    part,
                    part.name if part.type == fields.EXACT else f"{part.name}_offset",
                    _QUOTE_SQL[part.name],
                )
                for part in _QUOTES.fields
            ),
        ),
    ),
    Relation(
        "statement_topics",
        "What a statement is about.",
        "statement_topic t JOIN statement s ON s.pk = t.statement"
        " JOIN topic r ON r.id = t.topic AND r.sound WHERE s.sound {chosen}",
        ("statement", "topic"),
        (
            _OF_STATEMENT,
            _reference("topic", "topic", "t.topic", "The topic."),
            _POSITION._replace(sql="t.position"),
        ),
    ),
    Relation(
        "statement_about",
        "The meetings that a statement speaks of.",
        "mention t JOIN statement s ON s.pk = t.statement"
        " JOIN meeting r ON r.id = t.meeting AND r.sound WHERE s.sound {chosen}",
        ("statement", "meeting"),
        (
            _OF_STATEMENT,
            _reference("meeting", "meeting", "t.meeting", "The meeting."),
            _POSITION._replace(sql="t.position"),
        ),
    ),
)
# Each relation comes after those that it refers to, so that foreign keys can be created in order.
RELATIONS = (
    *(
        relation
        for kind in (PARTICIPANT, MEETING, TOPIC, SOURCE)
        for relation in (_record_relation(kind), *_list_relations(kind))
    ),
    *_STATEMENTS,
)
