"""Names as people type them: unquoted, with titles, initials, articles and British spelling."""

from __future__ import annotations

import shlex

import pytest

from tests.conftest import Run, Write

RECORDS = """\
participants:
  - {id: song, name: Song Young-moo, kind: person, family_name: Song, country: KR, memberships: [{role: Defense Minister, organization: South Korea, country: KR}]}
  - {id: ash, name: Robin Ash, kind: person, family_name: Ash, country: US, memberships: [{role: Defense Secretary, organization: United States, country: US}]}
  - {id: white, name: Dana White, kind: person, family_name: White, country: US, memberships: [{role: chief spokesperson, organization: Pentagon, country: US}]}
  - {id: kim-min-ji, name: Kim Min-ji, kind: person, family_name: Kim, country: KR, memberships: [{role: envoy, organization: South Korea, until: "2015"}, {role: Foreign Minister, organization: South Korea, since: "2016"}]}
  - {id: ann-kimball, name: Ann Kimball, kind: person, country: US}
  - {id: de-vries, name: De Vries, kind: person, family_name: Vries}
  - {id: asean, name: Association of Southeast Asian Nations, kind: organization, other_names: [ASEAN]}
  - {id: ministry, name: Ministry of National Defense, kind: organization, other_names: [South Korean Ministry of National Defense], country: KR}
  - {id: pentagon, name: Pentagon, kind: organization, country: US}
  - {id: us, name: United States, kind: state, country: US}
  - {id: rok, name: South Korea, kind: state, country: KR}
topics:
  - {id: arms, name: Weapons programs, other_names: [denuclearization]}
  - {id: un, name: UN Security Council resolutions}
meetings:
  - {id: round, name: Autumn conference, kind: conference, date: 2024-05-01, place: {name: Clark, country: PH}}
  - {id: talks, name: Trilateral talks, kind: trilateral, date: 2024-05-01, place: {name: Clark, country: PH}, part_of: round}
  - {id: dinner, name: Dinner, kind: bilateral, date: 2024-05-02, place: {name: Oslo, country: "NO"}}
  - {id: lunch, name: Lunch, kind: bilateral, date: 2024-05-02, place: {name: Oslo, country: "NO"}}
"""
WIRE = """\
source: {id: wire, publisher: Wire, date: 2024-05-02, kind: article}
statements:
  - {id: s1, form: indirect, attributed_to: [song], summary: Promised a young alliance., anchor: {start: 0, end: 9}, meeting: talks, topics: [arms]}
  - {id: s2, form: indirect, attributed_to: [ash], voiced_by: [white], summary: Named white lies., anchor: {start: 9, end: 19}, meeting: dinner, topics: [un]}
  - {id: s3, form: indirect, attributed_to: [kim-min-ji], summary: Praised ASEAN., anchor: {start: 19, end: 29}}
  - {id: s4, form: indirect, attributed_to: [asean], summary: Met., anchor: {start: 29, end: 39}}
  - {id: s5, form: indirect, attributed_to: [ministry], summary: Denied it., anchor: {start: 39, end: 49}}
  - {id: s6, form: indirect, attributed_to: [us], summary: Agreed., anchor: {start: 49, end: 59}}
  - {id: s7, form: indirect, attributed_to: [pentagon], summary: Waited., anchor: {start: 59, end: 69}}
  - {id: s8, form: indirect, attributed_to: [de-vries], summary: Left., anchor: {start: 69, end: 79}}
  - {id: s9, form: indirect, attributed_to: [ann-kimball], summary: Stayed., anchor: {start: 79, end: 89}}
"""


@pytest.fixture(autouse=True)
def archive(write: Write) -> None:
    write({"records.yaml": RECORDS, "wire.yaml": WIRE})


OF_US = "4 statements by or via its people: alliance-archive statements --country US"


@pytest.mark.parametrize(
    ("command", "ids", "message"),
    [
        # a whole name without quotation marks; what follows is searched for
        ("said Song Young-moo", "s1", ""),
        ("said Young-moo Song", "s1", ""),
        ("said Song, Young-moo alliance", "s1", ""),
        ("said song young", "s1", ""),
        ("said song lies", "", "no statement by or via Song Young-moo matches “lies”; without the other filters, 1 statement does"),
        ("said Kim Min-ji", "s3", ""),
        ("said De Vries", "s8", ""),
        ("said the US defense secretary", "s2", ""),
        ("said Pentagon chief spokesperson lies", "s2", ""),
        ("said ash white", "s2", ""),
        # articles; a part of a name begins a word
        ("said 'the Pentagon'", "s7", ""),
        ("said the Pentagon", "s7", ""),
        ("said A Pentagon", "s7", ""),
        ("said the", "", "no participant called “the” in the archive"),
        ("said a", "", "no participant called “a” in the archive"),
        ("said hit", "", "no participant called “hit” in the archive"),
        ("said state", "s6", f"“state” is taken for United States: us\nalliance-archive: {OF_US}"),
        ("said whi", "s2", "“whi” is taken for Dana White: white"),
        ("said young", "s1", ""),
        # one or two letters
        ("said 'N. Korea'", "", "no participant called “N. Korea” in the archive"),
        ("said 'N Korea'", "", "no participant called “N Korea” in the archive"),
        ("said 'R. Ash'", "s2", ""),
        ("said 'S. Young-moo'", "", "no participant called “S. Young-moo” in the archive"),
        ("said As", "", "no participant called “As” in the archive; did you mean ash?"),
        # bodies and offices that other countries have too
        ("said 'ministry of defense'", "s5", "“ministry of defense” is taken for Ministry of National Defense, South Korea: ministry"),
        ("said 'Ministry of National Defence'", "s5", ""),
        ("said 'Japanese ministry of defense'", "", "no participant called “Japanese ministry of defense” in the archive"),
        ("said 'defense secretary'", "s2", "“defense secretary” is taken for Robin Ash, Defense Secretary, United States: ash"),
        # British spelling
        ("said 'the US defence secretary'", "s2", ""),
        ("said 'South Korean defence minister'", "s1", ""),
        ("statements --topic denuclearisation", "s1", ""),
        ("statements --topic 'weapons programmes'", "s1", ""),
        # countries
        ("said USA", "s6", OF_US),
        ("said U.S.", "s6", OF_US),
        ("said american", "s6", OF_US),
        ("statements --country american", "s2 s6 s7 s9", ""),
        ("statements --country 'u.s.'", "s2 s6 s7 s9", ""),
        # titles and what offices are called
        ("said 'Gen. Ash'", "s2", ""),
        ("said Mr. Ash", "s2", ""),
        ("said Ms. White", "s2", ""),
        ("said 'Defence Minister Song'", "s1", ""),
        ("said 'US Defense Secretary Robin Ash'", "s2", ""),
        ("said 'Pentagon spokeswoman'", "s2", ""),
        ("said 'US defense chief'", "s2", ""),
        ("said SecDef", "s2", "“SecDef” is taken for Robin Ash, Defense Secretary, United States: ash"),
        ("said 'Mr. Nobody'", "", "no participant called “Mr. Nobody” in the archive"),
        ("said 'Ash and Song'", "", "no participant called “Ash and Song” in the archive; did you mean --speaker ash --speaker song?"),
        # abbreviations with stops, and places
        ("statements --topic 'U.N. Security Council'", "s2", ""),
        ("who 'u.n. security council'", "s2", "no statement has these words; 1 has a topic, meeting, document or speaker so named"),
        ("statements --meeting Clark", "s1", ""),
        ("statements --meeting 'Clark, Philippines'", "s1", ""),
        ("who Philippines", "s1", "no statement has these words; 1 has a topic, meeting, document or speaker so named"),
        # who somebody is, though the words are found as well
        ("who white", "s2", "“white” is also a name; to see what they said: alliance-archive said white"),
        ("who ASEAN", "s3", "“ASEAN” is also a name; to see what they said: alliance-archive said asean"),
        ("who lies", "s2", ""),
    ],
)  # fmt: skip
def test_a_name_as_typed(run: Run, command: str, ids: str, message: str) -> None:
    done = run(*shlex.split(command), "--fields", "id", "--format", "tsv", "--sort", "id")
    assert (" ".join(done.out.split()[1:]), done.err) == (
        ids,
        f"alliance-archive: {message}\n" if message else "",
    )


@pytest.mark.parametrize(
    ("command", "err"),
    [
        (
            "said kim",
            "“kim” matches more than one participant; use one of these ids:\n"
            "  kim-min-ji   Kim Min-ji, Foreign Minister, South Korea (2016–)\n"
            "  ann-kimball  Ann Kimball\n",
        ),
        (
            "said defence chief",
            "“defence chief” matches more than one participant; use one of these ids:\n"
            "  ash   Robin Ash, Defense Secretary, United States\n"
            "  song  Song Young-moo, Defense Minister, South Korea\n",
        ),
        (
            "statements --meeting Oslo",
            "“Oslo” matches more than one meeting; use one of these ids:\n"
            "  dinner  Dinner\n"
            "  lunch   Lunch\n",
        ),
    ],
)
def test_several_are_listed_with_their_latest_office(run: Run, command: str, err: str) -> None:
    assert run(*command.split()) == (2, "", f"alliance-archive: {err}")
