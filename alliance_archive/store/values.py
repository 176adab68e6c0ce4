"""How a value of each type is read from its YAML node, and its JSON Schema.

The types are those of `model.fields`. One table serves the parser and the schema, so that an editor
that validates by the schema accepts what the parser accepts.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any, Final, NamedTuple

from yaml.events import ScalarEvent

from ..errors import ArchiveError, BadDate, BadId
from ..model import fields, records
from ..model.countries import CODES as COUNTRIES
from ..model.countries import countries
from ..model.dates import day_span
from ..model.fields import Field, Kind
from ..text.folding import nearest
from ..text.invisible import beyond_ascii, direction_mark, has_invisible, unwanted
from ..text.marks import MOST_MARKS, TooManyMarks, marks_at
from .nodes import Items, Mapping, Node, Report, Sequence, Unreadable
from .syntax import short

_FILL_IN = "write one, or delete the key if it is optional"
INVALID: Final = object()
"""Returned instead of a value whose problem has been reported."""
_REMEMBERED = 4096  # values of each type in memory

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# C0 except tab and line feed, DEL, C1 and surrogates: never text, and a terminal would obey them.
_CONTROL = "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]"


class ValueReader(NamedTuple):
    """How a type of value is read (INVALID after a report), and its JSON Schema."""

    read: Callable[[Node, Report], Any]
    schema: dict[str, Any]


def scalar_text(node: Node, report: Report) -> Any:
    """Return the text of a scalar as it was written, or INVALID."""
    if type(node) is not ScalarEvent:
        shape = "a list" if isinstance(node, Sequence) else "a mapping"
        advice = "put text that contains a colon or begins with [ or { in quotation marks"
        report(node, "wrong-type", f"expected text, not {shape}: {advice}")
        return INVALID
    value: str = node.value
    # Nearly all values: a first build takes this way often.
    if value and value.isascii() and value.isprintable():
        return value
    if not value:
        report(node, "empty-value", f"the value is missing: {_FILL_IN}")
        return INVALID
    rest = beyond_ascii(value)
    if value.isprintable() and len(rest) <= MOST_MARKS and not has_invisible(rest):
        return value
    start = marks_at(value)
    if start is not None:
        report(node, "combining-marks", str(TooManyMarks(value, start)))
        return INVALID
    if not value.isprintable() and (control := re.search(_CONTROL, value)):
        code = f"U+{ord(control[0]):04X}"
        message = f"the text contains the control character {code}: delete it"
        report(node, "control-character", message)
        return INVALID
    _report_invisible(node, value, report)
    return value


def _report_invisible(node: Any, value: str, report: Report) -> None:
    """Report the characters of a value that nobody sees."""
    if not has_invisible(value):
        return
    if mark := direction_mark(value):
        code = f"U+{ord(mark):04X}"
        message = f"the text contains the invisible direction mark {code}: delete it if unintended"
        report(node, "bidi-control", message)
    if invisible := unwanted(value):
        codes = list(dict.fromkeys(f"U+{ord(character):04X}" for _, character in invisible))
        words_before = value[: invisible[0][0]].split()[-1:]
        position = f"after “{short(words_before[0])}”" if words_before else "at its beginning"
        noun, them = ("character", "it") if len(invisible) == 1 else ("characters", "them")
        message = (
            f"the text contains the invisible {noun} {', '.join(codes)} {position}: "
            f"delete {them} if unintended"
        )
        report(node, "invisible-character", message)


def _text(node: Node, report: Report) -> Any:
    value = scalar_text(node, report)
    if value is INVALID:
        return INVALID
    if not (value := value.strip()):
        report(node, "empty-value", f"the value is only white space: {_FILL_IN}")
        return INVALID
    return value


def _fitting(
    fits: Callable[[str], object],
    code: str,
    explain: Callable[[str], object],
    schema: dict[str, Any],
    convert: Callable[[str], Any] | None = None,
) -> ValueReader:
    """Return the reader of values that fit; `explain` gives the message for others."""
    values_by_text: dict[str, Any] = {}

    def read(node: Node, report: Report) -> Any:
        # Nearly all values of a file occur in it many times.
        if type(node) is ScalarEvent:
            value = values_by_text.get(node.value, INVALID)
            if value is not INVALID:
                return value
        text = scalar_text(node, report)
        if text is INVALID:
            return INVALID
        if not fits(text):
            report(node, code, str(explain(text)))
            return INVALID
        value = convert(text) if convert else text
        # Invisible characters in others are reported each time that they occur.
        if text.isascii():
            if len(values_by_text) == _REMEMBERED:
                values_by_text.clear()
            values_by_text[text] = value
        return value

    return ValueReader(read, schema)


def _matching(pattern: str, code: str, explain: Callable[[str], object]) -> ValueReader:
    """Return the reader of values that match a pattern; `explain` gives the message for others."""
    schema = {"type": "string", "pattern": f"^{pattern}$"}
    return _fitting(re.compile(pattern).fullmatch, code, explain, schema)


def _choice(field: Field) -> ValueReader:
    *others, last = field.choices
    explain = f"{field.name} must be {', '.join(others)} or {last}, not “{{}}”".format
    return _fitting(field.choices.__contains__, "bad-value", explain, {"enum": list(field.choices)})


def _why_no_date(text: str) -> BadDate | None:
    try:
        day_span(text)
    except BadDate as error:
        return error
    return None


def _why_no_country(value: str) -> str:
    codes = [
        code for code, country in countries().items() if value in (code.lower(), *country.names)
    ]
    advice = f"write {codes[0]}" if codes else "use an ISO 3166-1 alpha-2 code, such as KR"
    return f"unknown country code “{value}”: {advice}"


def _list_of(reader: ValueReader) -> ValueReader:
    read_one = reader.read

    def read(node: Node, report: Report) -> Any:
        if not isinstance(node, Sequence):
            report(node, "wrong-type", "expected a list: [a, b], or [] for none")
            return INVALID
        values = tuple([read_one(item, report) for item in node.items])
        return INVALID if INVALID in values else values

    return ValueReader(read, {"type": "array", "items": reader.schema})


def _mapping_of(reader: ValueReader) -> ValueReader:
    def read(node: Node, report: Report) -> Any:
        if not isinstance(node, Mapping):
            report(node, "wrong-type", "expected a mapping: {scheme: value}")
            return INVALID
        for name, (key, _) in node.items.items():
            _report_invisible(key, name, report)
        values = {key: reader.read(value, report) for key, (_, value) in node.items.items()}
        return INVALID if INVALID in values.values() else values

    return ValueReader(read, {"type": "object", "additionalProperties": reader.schema})


def _object_of(cls: type[Any], nested: tuple[Field, ...]) -> ValueReader:
    readers = readers_of(nested)

    def read(node: Node, report: Report) -> Any:
        values, whole = read_fields(readers, node, report)
        return cls(**values) if whole else INVALID

    return ValueReader(read, object_schema(nested))


class Readers(NamedTuple):
    """For each field the function that reads it and its attribute; and which are required."""

    by_name: dict[str, tuple[Callable[[Node, Report], Any], str]]
    required: tuple[str, ...]


def readers_of(nested: tuple[Field, ...]) -> Readers:
    """Return the readers of some fields."""
    by_name = {f.name: (_reader_of(f).read, records.argument(f.name)) for f in nested}
    return Readers(by_name, tuple([field.name for field in nested if field.required]))


@cache
def readers(kind: Kind) -> Readers:
    """Return the readers of a kind's fields."""
    return readers_of(kind.fields)


def _reader_of(field: Field) -> ValueReader:
    if field.type == fields.CHOICE:
        return _choice(field)
    if field.type in (fields.OBJECT, fields.OBJECTS):
        reader = _object_of(records.NESTED[field.name], field.fields)
        return _list_of(reader) if field.type == fields.OBJECTS else reader
    return _READERS[field.type]


def read_fields(readers: Readers, node: Node, report: Report) -> tuple[dict[str, Any], bool]:
    """Return the values of a mapping's fields by attribute, and whether all are in order.

    That is if all are valid and known, and none that is required is missing.
    """
    if not isinstance(node, Mapping):
        report(node, "wrong-type", "expected fields, each written as key: value")
        return {}, False
    values: dict[str, Any] = {}
    whole = True
    by_name, required = readers
    items = node.items
    for name, (key, value_node) in items.items():
        reader = by_name.get(name)
        if reader is None:
            _report_invisible(key, name, report)
            close = nearest(name, by_name, 1)
            hint = f"did you mean {close[0]}?" if close else f"use one of {', '.join(by_name)}"
            report(key, "unknown-key", f"unknown field “{name}”: {hint}")
            whole = False
            continue
        read, attribute = reader
        if name not in required and left_empty(value_node):
            continue
        value = read(value_node, report)
        if value is INVALID:
            whole = False
        else:
            values[attribute] = value
    for name in required:
        if name not in items:
            report(node, "missing-field", f"the required field “{name}” is missing")
            whole = False
    return values, whole


def typed_value(field: Field, text: str, is_entry: bool = False) -> Any:
    """Return the value that a text means in a field, as plain data. Raises BadFieldValue.

    Mappings and lists are written as in YAML, such as {role: Minister, organization: Norway}; with
    `is_entry`, the text is one entry of a list.
    """
    reader = _reader_of(field._replace(type=_ENTRIES[field.type]) if is_entry else field)
    structured = text.startswith(("{", "[")) and field.type in _STRUCTURED
    messages: list[str] = []
    report = lambda _node, _code, message: messages.append(message)  # noqa: E731
    node: Node = ScalarEvent(None, None, (True, False), text, None, None)
    if structured:
        try:
            nodes = [item.node for item in Items(f"value: [{text}]".encode(), report) if item.node]
        except Unreadable:
            raise BadFieldValue(field, text, messages) from None
        node = nodes[0]
    value = reader.read(node, report)
    if value is INVALID or messages:
        raise BadFieldValue(field, text, messages)
    return records.plain_value(value)


_STRUCTURED = fields.LISTS | {fields.OBJECT, fields.MAPPING}
_ENTRIES = {
    fields.IDS: fields.ID,
    fields.TEXTS: fields.TEXT,
    fields.COUNTRIES: fields.COUNTRY,
    fields.OBJECTS: fields.OBJECT,
}


class BadFieldValue(ArchiveError):
    """A value that a field cannot have."""

    def __init__(self, field: Field, text: str, messages: list[str]) -> None:
        super().__init__(f"{field.name}: {'; '.join(messages) or f'cannot be “{text}”'}")


def left_empty(node: Node) -> bool:
    """Return whether a key has no value, as in a draft where a person still has to write it."""
    return type(node) is ScalarEvent and not node.value and node.implicit[0]


def object_schema(properties: tuple[Field, ...]) -> dict[str, Any]:
    """Return the JSON Schema of a mapping with these fields and no others."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [field.name for field in properties if field.required],
        "properties": {field.name: _property(field) for field in properties},
    }


def _property(field: Field) -> dict[str, Any]:
    # An optional key may be left empty: a draft lists keys that still have to be filled in.
    schema = _reader_of(field).schema
    schema = schema if field.required else {"anyOf": [schema, {"type": "null"}]}
    return {"description": field.about, **schema}


# An editor turns plain values into numbers before the schema sees them: a title may be the number
# 1984, and the date 2017 arrives as an integer.
_SCALAR = {"type": ["string", "number", "boolean"], "minLength": 1}
_ID = _matching(SLUG.pattern, "bad-id", BadId)
_TEXT = ValueReader(_text, _SCALAR)
_COUNTRY = _fitting(
    COUNTRIES.__contains__, "bad-country", _why_no_country, {"enum": sorted(COUNTRIES)}
)
_READERS = {
    fields.ID: _ID,
    fields.IDS: _list_of(_ID),
    fields.TEXT: _TEXT,
    fields.TEXTS: _list_of(_TEXT),
    fields.MAPPING: _mapping_of(_TEXT),
    fields.EXACT: ValueReader(scalar_text, _SCALAR),
    fields.DATE: _fitting(
        lambda text: _why_no_date(text) is None,
        "bad-date",
        _why_no_date,
        {
            "anyOf": [
                {"type": "string", "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"},
                {"type": "integer", "minimum": 1000, "maximum": 9999},
            ]
        },
    ),
    fields.COUNTRY: _COUNTRY,
    fields.COUNTRIES: _list_of(_COUNTRY),
    fields.FLAG: _fitting(
        ("true", "false").__contains__,
        "bad-value",
        "expected true or false, not “{}”".format,
        {"type": "boolean"},
        "true".__eq__,
    ),
    fields.NUMBER: _fitting(
        re.compile("0|[1-9][0-9]{0,8}").fullmatch,
        "bad-number",
        "invalid number “{}”: write a whole number, such as 120".format,
        {"type": "integer", "minimum": 0},
        int,
    ),
    fields.SHA256: _matching(
        "[0-9a-f]{64}",
        "bad-fingerprint",
        "invalid SHA-256 “{}”: copy it from alliance-archive verify --fingerprint FILE".format,
    ),
    fields.URL: _matching(
        r"https?://[^\s]+",
        "bad-url",
        "invalid address “{}”: begin it with http:// or https://, without spaces".format,
    ),
    fields.LANGUAGE: _matching(
        "[a-z]{2,3}(-[A-Za-z0-9]{1,8})*",
        "bad-language",
        "invalid language “{}”: use a BCP 47 tag, such as en or ko".format,
    ),
}
