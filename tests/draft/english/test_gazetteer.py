from __future__ import annotations

import pytest

from alliance_archive.draft.english.gazetteer import (
    body_in,
    country_in,
    family_name,
    same_office,
    title_base,
)


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Yun Sae-rim", "Yun"),
        ("Itsuki Onda", "Onda"),
        ("Li Wanrong", "Li"),
        ("Anna Li", "Li"),
        ("Paul Hale Jr.", "Hale"),
        ("Ida Maria Orlova", "Orlova"),
    ],
)
def test_family_name(name: str, family: str) -> None:
    assert family_name(name.split()) == family


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("the South Korean envoy", "KR"),
        ("US Defense Secretary", "US"),
        ("told us all", ""),
        ("the Norwegian fleet", "NO"),
        ("the fleet", ""),
    ],
)
def test_country(words: str, code: str) -> None:
    assert country_in(words.split())[0] == code


def test_body() -> None:
    assert body_in(["a", "White", "House", "aide"])[:2] == ("White House", "US")


@pytest.mark.parametrize(
    ("word", "base"),
    [("ministers", "minister"), ("Chairmen", "chairman"), ("deputies", "deputy"), ("table", "")],
)
def test_title(word: str, base: str) -> None:
    assert title_base(word) == base


@pytest.mark.parametrize(
    ("sought", "office", "same"),
    [
        ("the defense chief", "Defense Minister", True),
        ("the Pentagon chief", "Defense Secretary", True),
        ("the foreign minister", "Defense Minister", False),
        ("the minister", "Foreign Minister", True),
        ("the defense chief", "Pentagon chief spokesperson", False),
        ("the leader", "President", True),
        ("the envoy", "President", False),
    ],
)
def test_same_office(sought: str, office: str, same: bool) -> None:
    assert same_office(sought.split(), office.split()) is same
