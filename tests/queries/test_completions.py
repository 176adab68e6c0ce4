"""Names are completed by their id, or by the beginning of any of their words."""

from __future__ import annotations

import pytest

from alliance_archive import Archive
from alliance_archive.queries.completions import (
    candidates_of_any_kind,
    candidates_of_kind,
    country_candidates,
)
from tests.conftest import SHIPPED, Write


@pytest.fixture(scope="module")
def archive() -> Archive:
    return Archive.open(SHIPPED)


@pytest.mark.parametrize(
    ("kind", "begun", "candidates"),
    [
        ("participant", "jim-m", [("jim-mattis", "Jim Mattis")]),
        ("participant", "SECRETARY", [("jim-mattis", "Jim Mattis")]),
        ("participant", "attis", []),
        ("meeting", "seoul", [("seoul-2017-10-28", "49th US–ROK Security Consultative Meeting")]),
        ("topic", "weapons", [("north-korea-weapons", "North Korea's weapons programs")]),
        (
            "source",
            "",
            [
                ("pentagon-2017-10-23", "Pentagon, 2017-10-23"),
                ("yonhap-2017-10-23", "Yonhap, 2017-10-23"),
            ],
        ),
        ("statement", "yonhap-2017-10-23-11", [("yonhap-2017-10-23-11", "indirect, 2017-10-23")]),
    ],
)
def test_named(archive: Archive, kind: str, begun: str, candidates: list[tuple[str, str]]) -> None:
    assert candidates_of_kind(archive.connection, kind, begun) == candidates


def test_anything_and_everything(archive: Archive) -> None:
    assert [
        candidate.value for candidate in candidates_of_any_kind(archive.connection, "asean")
    ] == [
        "asean",
        "philippines-2017-10",
        "us-asean-2017-10",
    ]
    assert len(candidates_of_any_kind(archive.connection, "")) == 10 + 6 + 9 + 2 + 14


def test_countries(archive: Archive) -> None:
    assert country_candidates(archive.connection, "") == [
        ("JP", "Japan"),
        ("KR", "South Korea"),
        ("US", "United States"),
    ]
    assert country_candidates(archive.connection, "k") == [("KR", "South Korea")]
    assert country_candidates(archive.connection, "united") == [("US", "United States")]


def test_a_country_without_its_state_has_no_name(write: Write) -> None:
    root = write({"a.yaml": "participants: [{id: a, name: A, kind: person, country: NO}]\n"})
    assert country_candidates(Archive.open(root).connection, "no") == [("NO", "")]
