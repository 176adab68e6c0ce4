"""Any name is found or refused with a message."""

from __future__ import annotations

import contextlib
import io
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_archive import AmbiguousName, Archive, Filter, UnknownName
from alliance_archive.cli import main
from tests.conftest import Write
from tests.strategies import ArchiveRecords, archives, on_disk


@given(archives(), st.text(max_size=30))
def test_any_name_is_found_or_refused_with_a_message(records: ArchiveRecords, name: str) -> None:
    with on_disk(records) as archive, contextlib.redirect_stderr(io.StringIO()) as err:
        code = main(["said", "--archive", str(archive.root), "--count", "--", name])
        assert code in (0, 2)
        assert "Traceback" not in err.getvalue()


def test_a_part_of_any_number_of_names_matches_all_of_them(write: Write) -> None:
    people = (f"  - {{id: p{n}, name: Person {n}, kind: person}}\n" for n in range(1000))
    with Archive.open(write({"people.yaml": "participants:\n" + "".join(people)})) as archive:
        # What SQLite allows by default before its version 3.32; most builds allow 32766.
        archive.connection.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 999)
        with pytest.raises(AmbiguousName) as raised:
            archive.resolve("participant", "perso")
    assert len(raised.value.candidates) == 1000


OFFICES = """\
participants:
  - id: ash
    name: Robin Ash
    kind: person
    country: KR
    memberships:
      - {role: Defense Minister, organization: South Korea, since: 2015-02, until: 2017-06}
  - id: birch
    name: Jo Birch
    kind: person
    country: KR
    memberships:
      - {role: Defense Minister, organization: South Korea, since: 2017-06}
  - id: cedar
    name: Kit Cedar
    kind: person
    country: US
    memberships:
      - {role: Secretary of Defense, organization: United States}
  - id: dogwood
    name: Lee Dogwood
    kind: person
    country: US
    memberships:
      - {role: chief spokesperson, organization: Pentagon}
      - {role: Deputy Assistant Secretary of Defense, organization: Pentagon, until: 2016}
"""


@pytest.mark.parametrize(
    ("office", "holder"),
    [
        ("US Secretary of Defense", "cedar"),
        ("secretary of defense", "cedar"),
        ("American defense secretary", "cedar"),
        ("the Pentagon's chief spokesperson", "dogwood"),
        ("Pentagon spokesperson", "dogwood"),
        ("deputy assistant secretary of defense", "dogwood"),
    ],
)
def test_an_office_means_its_only_holder(write: Write, office: str, holder: str) -> None:
    with Archive.open(write({"people.yaml": OFFICES})) as archive:
        assert archive.resolve("participant", office) == holder


def test_an_office_with_several_holders_lists_them_with_their_dates(write: Write) -> None:
    archive = Archive.open(write({"people.yaml": OFFICES}))
    with archive, pytest.raises(AmbiguousName) as raised:
        archive.resolve("participant", "South Korean Defense Minister")
    assert raised.value.candidates == (
        ("ash", "Robin Ash, Defense Minister, South Korea (2015-02–2017-06)"),
        ("birch", "Jo Birch, Defense Minister, South Korea (2017-06–)"),
    )


@pytest.mark.parametrize(
    "name",
    ["North Korean Defense Minister", "Korean Foreign Minister", "defense", "Japan minister"],
)
def test_an_office_that_nobody_held_is_unknown(write: Write, name: str) -> None:
    archive = Archive.open(write({"people.yaml": OFFICES}))
    with archive, pytest.raises(UnknownName):
        archive.resolve("participant", name)


OTHERS = """\
participants:
  - {id: elm, name: Al Elm, kind: person, country: US, memberships: [{role: Vice President, organization: United States}]}
  - {id: fir, name: Bo Fir, kind: person, country: US, memberships: [{role: Deputy Secretary of Defense, organization: United States}]}
  - {id: gum, name: Cy Gum, kind: person, country: GB, memberships: [{role: spokesman for the Prime Minister, organization: United Kingdom}]}
  - {id: hay, name: Di Hay, kind: person, country: KP, memberships: [{role: Defense Minister, organization: North Korea}]}
  - {id: ivy, name: Ed Ivy, kind: person, country: SS, memberships: [{role: Defense Minister, organization: South Sudan}]}
  - {id: oak, name: Flo Oak, kind: person, country: PG, memberships: [{role: Foreign Minister, organization: Papua New Guinea}]}
"""


@pytest.mark.parametrize(
    "name",
    [
        "US President", "President", "Secretary of Defense", "US Defense Secretary",
        "British Prime Minister", "Prime Minister", "Republic of Korea Defense Minister",
        "South Korean Defense Minister", "Sudan's Defense Minister", "Guinea Foreign Minister",
    ],
)  # fmt: skip
def test_no_other_office_is_taken_for_it(write: Write, name: str) -> None:
    archive = Archive.open(write({"people.yaml": OTHERS}))
    with archive, pytest.raises(UnknownName):
        archive.resolve("participant", name)


RIVALS = """\
participants:
  - {id: inada, name: Tomomi Inada, kind: person, country: JP, memberships: [{role: Defense Minister, organization: Japan}]}
  - {id: song, name: Song Young-moo, kind: person, country: KR, memberships: [{role: Minister of National Defense, organization: South Korea}]}
  - {id: julie, name: Julie Bishop, kind: person}
  - {id: doe, name: John Doe, kind: person, memberships: [{role: Bishop, organization: Church}]}
"""


@pytest.mark.parametrize(
    ("name", "ids"), [("Defense Minister", ["inada", "song"]), ("Bishop", ["doe", "julie"])]
)
def test_whoever_a_name_may_mean_is_listed(write: Write, name: str, ids: list[str]) -> None:
    archive = Archive.open(write({"people.yaml": RIVALS}))
    with archive, pytest.raises(AmbiguousName) as raised:
        archive.resolve("participant", name)
    assert [ident for ident, _ in raised.value.candidates] == ids


def test_a_country_goes_by_its_name_where_no_state_is_recorded(write: Write) -> None:
    root = write({"people.yaml": OFFICES})
    with Archive.open(root) as archive:
        assert archive.count(Filter(country=("South Korea",))) == 0
        with pytest.raises(UnknownName):
            archive.count(Filter(country=("Japan",)))
