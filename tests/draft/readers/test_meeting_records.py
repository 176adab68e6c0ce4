"""What a readout or joint statement becomes: records with the document's own sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from alliance_archive import Archive
from alliance_archive.draft import add, draft
from alliance_archive.model.records import Membership

READOUT = """\
Readout of Secretary of Defense Corrad's Call With Polish Defense Minister Wolan
Release No: NR-11-31
June 15, 2031

Pentagon Press Secretary Ann Stanton provided the following readout:

Secretary of Defense Alan Corrad spoke today with Polish Minister of Defense Jan Wolan. \
They reaffirmed that the straits stay open. The Secretary thanked the Minister.
"""
JOINT = """\
Joint Statement

Oslo, 15 June 2031

Defense Minister Jan Wolan of Poland, Defense Minister Ida Lund of Norway and Defense Minister \
Kofi Boateng of Ghana met in Oslo.

The three Ministers condemned the attack. Both Ministers called for calm. The four sides agreed to \
meet. Norway pledged two ships.
"""
DRAFTED = """\
statements:
  - id: pentagon-2031-06-15-01
    form: direct
    attributed_to: [alan-corrad, jan-wolan]
    voiced_by: [ann-stanton]
    as_given: They
    document: readout
    cue: reaffirmed
    quotes:
      - {exact: They reaffirmed that the straits stay open., start: 275, end: 318}
    anchor: {start: 291, end: 318}
    meeting: united-states-poland-2031-06-15
    resolution: {by: pronoun}
    status: draft

  - id: pentagon-2031-06-15-02
    form: direct
    attributed_to: [alan-corrad]
    voiced_by: [ann-stanton]
    as_given: The Secretary
    document: readout
    cue: thanked
    quotes:
      - {exact: The Secretary thanked the Minister., start: 319, end: 354}
    anchor: {start: 341, end: 354}
    meeting: united-states-poland-2031-06-15
    resolution: {by: title}
    status: draft

# New to the archive, as the text names them:
participants:
  - id: alan-corrad
    name: Alan Corrad
    kind: person
    family_name: Corrad
    country: US
    memberships:
      - {role: Secretary of Defense, organization: United States, country: US}

  - id: jan-wolan
    name: Jan Wolan
    kind: person
    family_name: Wolan
    country: PL
    memberships:
      - {role: Minister of Defense, organization: Poland, country: PL}

  - id: ann-stanton
    name: Ann Stanton
    kind: person
    family_name: Stanton
    country: US
    memberships:
      - {role: Press Secretary, organization: Pentagon, country: US}

  - id: pentagon
    name: Pentagon
    kind: organization
    country: US

meetings:
  - id: united-states-poland-2031-06-15
    name: United States–Poland talks
    date: 2031-06-15
    kind: bilateral
    participants: [alan-corrad, jan-wolan]
    note: Drafted from pentagon-2031-06-15.
"""
PEOPLE = """\
participants:
  - id: ida-orlova
    name: Ida Orlova
    kind: person
    family_name: Orlova
    country: US
    memberships:
      - {role: Secretary of Defense, organization: Department of Defense, country: US, since: 2030}
  - id: james-hale
    name: James Hale
    kind: person
    family_name: Hale
    country: US
    memberships:
      - {role: Secretary of Defense, organization: Department of Defense, country: US, until: 2028-12}
"""


def test_a_readout_names_the_spokesperson_and_its_sentences_are_the_words() -> None:
    _, _, records = draft(READOUT).yaml.partition("\n\n")
    assert records == DRAFTED


def archive_with(people: str, folder: Path) -> Archive:
    (folder / "archive.yaml").write_text("archive: {title: Test}\n", encoding="utf-8")
    (folder / "participants.yaml").write_text(people, encoding="utf-8")
    return Archive.open(folder)


@pytest.mark.parametrize(
    ("year", "secretary"), [("2031", ("ida-orlova",)), ("2028", ("james-hale",)), ("2029", ())]
)
def test_a_title_alone_is_whoever_held_the_office_on_that_day(
    year: str, secretary: tuple[str, ...], tmp_path: Path
) -> None:
    text = READOUT.replace("Secretary of Defense Alan Corrad", "The Secretary")
    text = text.replace("Secretary of Defense Corrad's", "the Secretary's").replace("2031", year)
    with archive_with(PEOPLE, tmp_path) as archive:
        whose = [statement.attributed_to for statement in draft(text, archive).statements]
    assert whose == [(*secretary, "jan-wolan") if secretary else (), secretary]


def test_a_joint_statement_has_parties_and_their_states_publish_it() -> None:
    source = draft(JOINT).source
    assert source is not None
    assert (source.kind, source.publisher, source.date) == (
        "joint-statement",
        "Poland, Norway and Ghana",
        "2031-06-15",
    )
    assert source.parties == ("jan-wolan", "ida-lund", "kofi-boateng")


def test_a_group_is_all_of_its_members_or_nobody() -> None:
    whose = {s.as_given: s.attributed_to for s in draft(JOINT).statements}
    assert whose == {
        "The three Ministers": ("jan-wolan", "ida-lund", "kofi-boateng"),
        "Both Ministers": (),
        "The four sides": (),
        "Norway": ("norway",),
    }


UNION = """\
Joint Statement

Oslo, 15 June 2031

High Representative of the European Union Nadia Brandl and Defense Minister Jan Wolan of Poland \
met in Oslo. The two sides agreed to share charts.
"""


def test_a_union_is_an_organization_and_not_a_country(tmp_path: Path) -> None:
    with archive_with(PEOPLE, tmp_path) as archive:
        drafted = draft(UNION, archive)
        add(archive, drafted)
        brandl = next(person for person in drafted.participants if person.id == "nadia-brandl")
        assert archive.problems() == []
    assert (brandl.country, brandl.memberships) == (
        None,
        (Membership("High Representative", "European Union", None),),
    )
