"""What `set` is told, FIELD=VALUE, FIELD+=VALUE and the like, read by the types of the fields."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from ..archive import Archive
from ..errors import ArchiveError, BadDate
from ..model.countries import country_code
from ..model.dates import typed_date
from ..model.fields import (
    COUNTRIES,
    COUNTRY,
    DATE,
    IDS,
    KINDS,
    LISTS,
    MAPPING,
    OBJECT,
    OBJECTS,
    Field,
)
from ..model.records import Record, plain
from ..store.values import typed_value

_FORM = re.compile(r"([A-Za-z_]+)((?:\.[^=.+]+)*?)([+-]?=)(.*)", re.DOTALL)
_SPLIT = frozenset((IDS, COUNTRIES))


class CannotSet(ArchiveError):
    """A field that a record does not have, or that is not changed in this way."""


class Assignment(NamedTuple):
    """A change of one field: its name, the parts below it, one of = += -=, and the value typed."""

    name: str
    parts: tuple[str, ...]
    operator: str
    text: str

    def __str__(self) -> str:
        return ".".join((self.name, *self.parts)) + self.operator + self.text


def read_assignment(typed: str) -> Assignment | None:
    """Return what an argument assigns; None if it is not an assignment."""
    match = _FORM.fullmatch(typed)
    if not match:
        return None
    name, parts, operator, text = match.groups()
    return Assignment(name, tuple(parts.split(".")[1:]), operator, text.strip())


def new_values(
    archive: Archive, record: Record, assignments: Sequence[Assignment]
) -> dict[str, Any]:
    """Return the fields of a record that assignments change, as plain data; None to delete one.

    Raises CannotSet, BadFieldValue, UnknownName or AmbiguousName.
    """
    values = plain(record)
    changed: dict[str, Any] = {}
    for assignment in assignments:
        field = _field(record.KIND, assignment.name)
        old = changed.get(field.name, values.get(field.name))
        new = _assigned(archive, field, assignment, assignment.parts, old)
        if new in (None, [], {}):
            if field.required and field.name != "attributed_to":
                raise CannotSet(f"{field.name} is required and cannot be dropped")
            new = [] if field.required else None
        _refuse_unfinished(field, new)
        changed[field.name] = None if new == field.default else new
    return changed


def _refuse_unfinished(field: Field, value: Any) -> None:
    """Raise CannotSet if a value with parts lacks one that is required."""
    required = [part.name for part in field.fields if part.required]
    for entry in value if isinstance(value, list) else [value]:
        missing = [name for name in required if isinstance(entry, dict) and name not in entry]
        if missing:
            raise CannotSet(f"{field.name} needs {' and '.join(missing)}")


def _field(kind: str, name: str) -> Field:
    names = [field.name for field in KINDS[kind].fields]
    if name == "id":
        raise CannotSet("an id is changed by: alliance-archive rename OLD NEW")
    if name not in names:
        from ..text.folding import nearest

        close = nearest(name, names, 1)
        hint = f"did you mean {close[0]}?" if close else f"its fields are {', '.join(names)}"
        raise CannotSet(f"a {kind} has no field “{name}”: {hint}")
    return KINDS[kind].field(name)


def _assigned(
    archive: Archive, field: Field, assignment: Assignment, parts: Sequence[str], old: Any
) -> Any:
    """Return what a field, or a part of it, becomes."""
    if parts:
        inner = _part(field, parts[0])
        below = dict(old or {})
        value = _assigned(archive, inner, assignment, parts[1:], below.get(parts[0]))
        below[parts[0]] = value
        return {name: part for name, part in below.items() if part not in (None, [], {})}
    if not assignment.text:
        if assignment.operator != "=":
            raise CannotSet(f"{assignment} needs a value")
        return None
    if assignment.operator == "=":
        read = _entries if field.type in LISTS else _one
        return read(archive, field, assignment.text)
    if field.type not in LISTS:
        raise CannotSet(f"{field.name} is not a list: write {field.name}=VALUE")
    current = list(old or [])
    if field.type == OBJECTS and assignment.operator == "-=":
        # Some of its parts are enough to name an entry.
        typed = typed_value(Field(field.name, MAPPING, ""), assignment.text)
        return [entry for entry in current if not _means(typed, entry)]
    if assignment.operator == "-=" and assignment.text in current:
        return [entry for entry in current if entry != assignment.text]  # though it is in no file
    entries = _entries(archive, field, assignment.text)
    if assignment.operator == "+=":
        return current + [entry for entry in entries if entry not in current]
    return [entry for entry in current if not any(_means(typed, entry) for typed in entries)]


def _part(field: Field, name: str) -> Field:
    if field.type == MAPPING:
        return Field(name, "text", "")
    for part in field.fields if field.type == OBJECT else ():
        if part.name == name:
            return part
    hint = "it has no parts"
    if field.type == OBJECT:
        hint = f"its parts are {', '.join(part.name for part in field.fields)}"
    elif field.type == OBJECTS:
        hint = f"it is a list; to add an entry: {field.name}+='{_example(field)}'"
    raise CannotSet(f"{field.name} has no part “{name}”: {hint}")


def _entries(archive: Archive, field: Field, text: str) -> list[Any]:
    """Return the entries that a text lists: between commas for ids and countries, or in [ ]."""
    if text.startswith("["):
        if field.type == IDS:
            return _entries(archive, field, text.strip("[] "))
        return list(typed_value(field, text))
    parts = text.split(",") if field.type in _SPLIT else [text]
    entries = [_one(archive, field, part.strip(), entry=True) for part in parts]
    return entries if field.type == OBJECTS else list(dict.fromkeys(entries))


def _one(archive: Archive, field: Field, text: str, *, entry: bool = False) -> Any:
    if field.refers_to == "statement":
        return archive.get(text).id
    if field.refers_to:
        return archive.resolve(field.refers_to, text)
    if field.type == DATE:
        with suppress(BadDate):  # typed_value says which field it is of
            text = typed_date(text, datetime.date.today().isoformat())
    if field.type in (COUNTRY, COUNTRIES):
        text = country_code(text) or text
    if entry and field.type == OBJECTS and not text.startswith("{"):
        raise CannotSet(f"{field.name}: write an entry as {_example(field)}")
    if field.type == OBJECT and not text.startswith("{"):
        raise CannotSet(f"{field.name}: write it as {_example(field)}")
    return typed_value(field, text, entry)


def _example(field: Field) -> str:
    return "{" + ", ".join(f"{part.name}: …" for part in field.fields) + "}"


def _means(typed: Any, entry: Any) -> bool:
    """Return whether an entry of a list is the one typed, or has all its parts."""
    if isinstance(typed, dict) and isinstance(entry, dict):
        return typed.items() <= entry.items()
    return bool(typed == entry)
