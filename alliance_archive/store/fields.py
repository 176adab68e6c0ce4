"""The format's fields: how each value is read from its node, and its JSON Schema.

One table a record, read by the parser and by the schema alike, so that the two cannot differ.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final, NamedTuple

from yaml.events import ScalarEvent

from ..errors import BadDate
from ..model import records
from ..model import wording as values
from ..model.countries import CODES as COUNTRIES
from ..model.dates import day_span
from ..text.folding import nearest
from .nodes import Mapping, Node, Report, Sequence

INVALID: Final = object()
"""Stands for a value whose problem is reported."""

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# C0 but tab and line feed, DEL, C1 and surrogates: never text, and a terminal would obey them.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_NUMBER = re.compile("0|[1-9][0-9]{0,8}")
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class Reader(NamedTuple):
    """How a kind of value is read (INVALID after a report), and what JSON Schema says of it."""

    read: Callable[[Node, Report], Any]
    schema: dict[str, Any]


class Field(NamedTuple):
    """One key of a record."""

    reader: Reader
    required: bool = False


Fields = dict[str, Field]


def scalar(node: Node, report: Report) -> Any:
    """The text of a scalar as it was written, or INVALID."""
    if type(node) is not ScalarEvent:
        what = "a list" if isinstance(node, Sequence) else "a mapping"
        report(node, "wrong-type", f"{what} where text belongs")
        return INVALID
    value: str = node.value
    if not value:
        report(node, "empty-value", "nothing is written here: give a value or drop the key")
        return INVALID
    # Neither controls nor marks of direction count as printable, so most texts need no search.
    if value.isprintable():
        return value
    if found := _CONTROL.search(value):
        code = f"U+{ord(found[0]):04X}"
        report(node, "control-character", f"the text holds a control character, {code}")
        return INVALID
    if found := _BIDI.search(value):
        code = f"U+{ord(found[0]):04X}"
        report(node, "bidi-control", f"the text holds an invisible direction mark, {code}")
    return value


def _text(node: Node, report: Report) -> Any:
    value = scalar(node, report)
    if value is INVALID:
        return INVALID
    if not (value := value.strip()):
        report(node, "empty-value", "only white space is written here")
        return INVALID
    return value


def _matching(pattern: str, code: str, message: str) -> Reader:
    # Most ids stand in a file many times.
    fits = lru_cache(4096)(re.compile(pattern).fullmatch)

    def read(node: Node, report: Report) -> Any:
        value = scalar(node, report)
        if value is INVALID or fits(value):
            return value
        report(node, code, f"“{value}” {message}")
        return INVALID

    return Reader(read, {"type": "string", "pattern": f"^{pattern}$"})


def _choice(values: tuple[str, ...]) -> Reader:
    def read(node: Node, report: Report) -> Any:
        value = scalar(node, report)
        if value is INVALID or value in values:
            return value
        close = nearest(value, values, 1)
        hint = f"did you mean {close[0]}?" if close else f"one of {', '.join(values)}"
        report(node, "bad-value", f"“{value}” is not known here: {hint}")
        return INVALID

    return Reader(read, {"enum": list(values)})


def _date(node: Node, report: Report) -> Any:
    value = scalar(node, report)
    if value is INVALID:
        return INVALID
    try:
        day_span(value)
    except BadDate as error:
        report(node, "bad-date", str(error))
        return INVALID
    return value


def _country(node: Node, report: Report) -> Any:
    value = scalar(node, report)
    if value is INVALID or value in COUNTRIES:
        return value
    report(node, "bad-country", f"“{value}” is no ISO 3166-1 alpha-2 code, such as KR")
    return INVALID


def _number(node: Node, report: Report) -> Any:
    value = scalar(node, report)
    if value is INVALID:
        return INVALID
    if _NUMBER.fullmatch(value):
        return int(value)
    report(node, "bad-number", f"“{value}” is not a count of characters, such as 120")
    return INVALID


def _list_of(reader: Reader) -> Reader:
    read_one = reader.read

    def read(node: Node, report: Report) -> Any:
        if not isinstance(node, Sequence):
            report(node, "wrong-type", "a list belongs here: [a, b], or [] for none")
            return INVALID
        values = tuple([read_one(item, report) for item in node.items])
        return INVALID if INVALID in values else values

    return Reader(read, {"type": "array", "items": reader.schema})


def _mapping_of(reader: Reader) -> Reader:
    def read(node: Node, report: Report) -> Any:
        if not isinstance(node, Mapping):
            report(node, "wrong-type", "a mapping belongs here: {scheme: value}")
            return INVALID
        values = {key: reader.read(value, report) for key, (_, value) in node.items.items()}
        return INVALID if INVALID in values.values() else values

    return Reader(read, {"type": "object", "additionalProperties": reader.schema})


def _object_of(cls: type[Any], fields: Fields) -> Reader:
    def read(node: Node, report: Report) -> Any:
        values, whole = read_fields(fields, node, report)
        return cls(**values) if whole else INVALID

    return Reader(read, object_schema(fields))


def read_fields(fields: Fields, node: Node, report: Report) -> tuple[dict[str, Any], bool]:
    """The values of a mapping's fields, and whether none is missing, wrong or unknown."""
    if not isinstance(node, Mapping):
        report(node, "wrong-type", "a mapping of fields belongs here")
        return {}, False
    values: dict[str, Any] = {}
    whole = True
    for name, (key, value) in node.items.items():
        field = fields.get(name)
        if field is None:
            close = nearest(name, fields, 1)
            hint = f"did you mean {close[0]}?" if close else f"known are {', '.join(fields)}"
            report(key, "unknown-key", f"“{name}” is no field of this record: {hint}")
            whole = False
            continue
        reader, required = field
        if not required and left_empty(value):
            continue
        found = reader.read(value, report)
        if found is INVALID:
            whole = False
        else:
            values[name] = found
    for name, (_, required) in fields.items():
        if required and name not in node.items:
            report(node, "missing-field", f"“{name}” is missing")
            whole = False
    return values, whole


def left_empty(node: Node) -> bool:
    """Whether nothing stands behind the key: how a draft shows what is still to be written."""
    return type(node) is ScalarEvent and node.value == "" and node.implicit[0]


def object_schema(fields: Fields) -> dict[str, Any]:
    """The JSON Schema of a mapping with these fields and no others."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [name for name, field in fields.items() if field.required],
        "properties": {name: _property(field) for name, field in fields.items()},
    }


def _property(field: Field) -> dict[str, Any]:
    # A key that may be missing may also be left empty.
    schema = field.reader.schema
    return schema if field.required else {"anyOf": [schema, {"type": "null"}]}


# An editor types plain values before the schema sees them: 1984 may be a title, 2017 a date.
_SCALAR = {"type": ["string", "number", "boolean"], "minLength": 1}
TEXT = Reader(_text, _SCALAR)
EXACT = Reader(scalar, _SCALAR)
ID = _matching(SLUG.pattern, "bad-id", "is no id: lower-case letters a–z and digits, parted by -")
DATE = Reader(
    _date,
    {
        "anyOf": [
            {"type": "string", "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"},
            {"type": "integer", "minimum": 1000, "maximum": 9999},
        ]
    },
)
COUNTRY = Reader(_country, {"enum": sorted(COUNTRIES)})
NUMBER = Reader(_number, {"type": "integer", "minimum": 0})
SHA256 = _matching("[0-9a-f]{64}", "bad-fingerprint", "is no SHA-256 in hexadecimal")
URL = _matching(r"https?://[^\s]+", "bad-url", "is no http or https address")
LANGUAGE = _matching(
    "[a-z]{2,3}(-[A-Za-z0-9]{1,8})*", "bad-language", "is no BCP 47 language tag, such as en"
)
IDS, TEXTS = _list_of(ID), _list_of(TEXT)

_MEMBERSHIP: Fields = {
    "role": Field(TEXT, required=True),
    "organization": Field(TEXT, required=True),
    "country": Field(COUNTRY),
    "since": Field(DATE),
    "until": Field(DATE),
}
_OFFSETS: Fields = {"start": Field(NUMBER, required=True), "end": Field(NUMBER, required=True)}

PARTICIPANT: Fields = {
    "id": Field(ID, required=True),
    "name": Field(TEXT, required=True),
    "kind": Field(_choice(values.PARTICIPANT_KINDS), required=True),
    "family_name": Field(TEXT),
    "other_names": Field(TEXTS),
    "country": Field(COUNTRY),
    "memberships": Field(_list_of(_object_of(records.Membership, _MEMBERSHIP))),
    "identifiers": Field(_mapping_of(TEXT)),
    "note": Field(TEXT),
}
MEETING: Fields = {
    "id": Field(ID, required=True),
    "name": Field(TEXT, required=True),
    "date": Field(DATE, required=True),
    "end_date": Field(DATE),
    "kind": Field(_choice(values.MEETING_KINDS), required=True),
    "status": Field(_choice(values.MEETING_STATUSES)),
    "place": Field(_object_of(records.Place, {"name": Field(TEXT), "country": Field(COUNTRY)})),
    "participants": Field(IDS),
    "part_of": Field(ID),
    "note": Field(TEXT),
}
TOPIC: Fields = {
    "id": Field(ID, required=True),
    "name": Field(TEXT, required=True),
    "kind": Field(_choice(values.TOPIC_KINDS)),
    "members": Field(_list_of(COUNTRY)),
    "broader": Field(ID),
    "note": Field(TEXT),
}
SOURCE: Fields = {
    "id": Field(ID, required=True),
    "publisher": Field(TEXT, required=True),
    "date": Field(DATE, required=True),
    "kind": Field(_choice(values.SOURCE_KINDS), required=True),
    "title": Field(TEXT),
    "author": Field(TEXT),
    "url": Field(URL),
    "dateline": Field(TEXT),
    "language": Field(LANGUAGE),
    "text": Field(
        _object_of(
            records.Fingerprint,
            {"sha256": Field(SHA256, required=True), "length": Field(NUMBER, required=True)},
        )
    ),
    "note": Field(TEXT),
}
STATEMENT: Fields = {
    "id": Field(ID, required=True),
    "form": Field(_choice(values.FORMS), required=True),
    "attributed_to": Field(IDS, required=True),
    "voiced_by": Field(IDS),
    "as_given": Field(TEXT),
    "document": Field(TEXT),
    "cue": Field(TEXT),
    "summary": Field(TEXT),
    "quotes": Field(
        _list_of(_object_of(records.Quote, {"exact": Field(EXACT, required=True), **_OFFSETS}))
    ),
    "anchor": Field(_object_of(records.Anchor, _OFFSETS), required=True),
    "meeting": Field(ID),
    "date": Field(DATE),
    "topics": Field(IDS),
    "status": Field(_choice(values.STATUSES)),
    "note": Field(TEXT),
}
