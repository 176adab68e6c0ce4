"""Columns, used for rows that contain a row of their own kind."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from alliance_archive.render.columns import Column, field


class Inner(NamedTuple):
    names: tuple[str, ...]


class Outer(NamedTuple):
    inner: Inner | None


NAMES = Column(
    "names",
    "Names",
    lambda row: row.names,
    lambda row: " and ".join(row.names),
    segments=lambda row: ((name, True) for name in row.names),
)


@pytest.mark.parametrize(
    ("row", "value", "text", "segments"),
    [
        (
            Outer(Inner(("Kim", "Voss"))),
            ("Kim", "Voss"),
            "Kim and Voss",
            [("Kim", True), ("Voss", True)],
        ),
        (Outer(None), None, "", []),
    ],
)
def test_a_column_of_an_inner_row(
    row: Outer, value: object, text: str, segments: list[tuple[str, bool]]
) -> None:
    column = NAMES.of(lambda outer: outer.inner)
    assert column.value
    assert column.segments
    assert (column.value(row), column.text(row), list(column.segments(row))) == (
        value,
        text,
        segments,
    )


def test_a_column_gets_nothing_that_it_did_not_have() -> None:
    column = Column("names", "Names", None, lambda row: "x").of(lambda outer: outer.inner)
    assert (column.value, column.segments) == (None, None)
    assert field("inner.names").of(lambda outer: outer).flat is None


def test_a_column_has_the_last_name_of_its_path() -> None:
    assert field("inner.family_names")[:2] == ("family_names", "Family names")
