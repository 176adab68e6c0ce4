"""The record classes are those of the table of fields."""

from __future__ import annotations

from inspect import signature
from typing import Any

import pytest

from alliance_archive.model.fields import KINDS, Field
from alliance_archive.model.records import CLASSES, Anchor, Fingerprint, Membership, Place, Quote

NESTED = {
    ("participant", "memberships"): Membership,
    ("meeting", "place"): Place,
    ("source", "text"): Fingerprint,
    ("statement", "quotes"): Quote,
    ("statement", "anchor"): Anchor,
}


def declared(cls: type[Any]) -> dict[str, bool]:
    """Return the fields of a class, and whether each is required."""
    return {
        argument.name: argument.default is argument.empty
        for argument in signature(cls).parameters.values()
        if argument.name not in ("origin", "source")  # the place in the file, and the file's source
    }


def in_table(table: tuple[Field, ...]) -> dict[str, bool]:
    return {field.name: field.required for field in table}


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_class_has_the_fields_of_the_table(kind: str) -> None:
    assert declared(CLASSES[kind]) == in_table(KINDS[kind].fields)


@pytest.mark.parametrize("nested", NESTED, ids=str)
def test_the_class_of_a_nested_value_has_them_too(nested: tuple[str, str]) -> None:
    kind, name = nested
    assert declared(NESTED[nested]) == in_table(KINDS[kind].field(name).fields)


def test_references_are_to_kinds_of_records() -> None:
    for kind in KINDS.values():
        for field in kind.references():
            assert field.refers_to in KINDS
