"""Messages that say what to do next."""

from __future__ import annotations

import pytest

from tests.conftest import Run, Write

RECORDS = """\
participants:
  - {id: mara-voss, name: Mara Voss, kind: person, country: US}
  - {id: joe-voss, name: Joe Voss, kind: person}
  - {id: america, name: America, kind: state, country: US}
  - {id: atlantis, name: Atlantis, kind: state}
topics:
  - {id: peace, name: Peace}
"""
WIRE = """\
source: {id: wire, publisher: Wire, date: 2024-06-03, kind: article}
statements:
  - {id: wire-1, form: indirect, attributed_to: [mara-voss], summary: Expects a treaty., anchor: {start: 0, end: 9}}
  - {id: wire-2, form: indirect, attributed_to: [], summary: A pact is near., anchor: {start: 9, end: 19}, status: draft, topics: [peace]}
"""


@pytest.mark.parametrize(
    ("command", "message"),
    [
        # words that are somebody's name
        ("who zebra", "no statement matches “zebra”"),
        ("who Mara", "no statement matches “Mara”. “Mara” is a name; to see what they said: alliance-archive said mara-voss"),
        ("who voss mara", "no statement matches “voss mara”. “voss mara” is a name; to see what they said: alliance-archive said mara-voss"),
        ("who mara voss", "no statement matches “mara voss”. “mara voss” is a name; to see what they said: alliance-archive said mara-voss"),
        ("who voss", "no statement matches “voss”. “voss” is a name; to see what they said: alliance-archive said voss"),
        ("who mar*", "no statement matches “mar*”"),
        # filters
        ("who zebra --country US", "no statement matches “zebra” and these filters"),
        ("statements --match zebra --match gnu", "no statement matches “zebra” or “gnu”"),
        ("statements --since 2025", "no statement matches these filters"),
        ("meetings", "no meeting in the archive"),
        ("topics --match zebra", "no topic matches “zebra”"),
        # participants, and states whose people are on record
        ("said america", "no statement attributed to America itself; 1 by its people: alliance-archive statements --country US"),
        ("said america treaty", "no statement attributed to America itself; 1 by its people: alliance-archive statements --country US --match treaty"),
        ("said america zebra", "no statement by or via America matches “zebra”"),
        ("said atlantis", "no statement by or via Atlantis in the archive"),
        ("said joe", "no statement by or via Joe Voss in the archive"),
        # drafts
        ("who pact", "no reviewed statement matches; 1 draft does. To see it: --status draft"),
        ("statements --topic peace", "no reviewed statement matches; 1 draft does. To see it: --status draft"),
        ("timeline --topic peace", "no reviewed statement matches; 1 draft does. To see it: --status draft"),
        ("topics --match pact", "no reviewed statement matches; 1 draft does. To see it: --status draft"),
        ("phrases --word pact", "no reviewed statement matches; 1 draft does. To see it: --status draft"),
        ("phrases --word pact --kwic", "no reviewed statement matches; 1 draft does. To see it: --status draft"),
        ("export --match pact --format table", "no reviewed statement matches; 1 draft does. To see it: --status draft"),
        ("who treaty --status draft", "no statement matches “treaty” and these filters; without --status, 1 statement does"),
        ("who treaty --since 2025 --country us", "no statement matches “treaty” and these filters; without --since, 1 statement does"),
        ("who treaty --since 2025 --form full", "no statement matches “treaty” and these filters; without the other filters, 1 statement does"),
        ("who treaty --quoted", "no statement matches “treaty” and these filters; without --quoted, 1 statement does"),
        ("said mara --since 2025", "no statement by or via Mara Voss matches these filters; without --since, 1 statement does"),
        ("statements --country us --form full", "no statement matches these filters; without --form, 1 statement does"),
        ("topics --country us --topic peace --since 2025", "no topic matches these filters"),
        ('who "peace treaty"', 'no statement matches "peace treaty"'),
    ],
)  # fmt: skip
def test_an_empty_answer_says_what_to_do_next(
    run: Run, write: Write, command: str, message: str
) -> None:
    write({"records.yaml": RECORDS, "wire.yaml": WIRE})
    assert run(*command.split()) == (0, "", f"alliance-archive: {message}\n")
    assert run(*command.split(), "-q") == (0, "", "")


def test_drafts_that_match_too_are_counted(run: Run, write: Write) -> None:
    write({"records.yaml": RECORDS, "wire.yaml": WIRE})
    assert run("statements", "--fields", "id") == (
        0,
        "ID\nwire-1\n",
        "alliance-archive: 1 statement is a draft and not shown. To see it: --status draft\n",
    )
    assert run("statements", "--fields", "id", "--status", "draft") == (0, "ID\nwire-2\n", "")
    write({"wire.yaml": WIRE.replace("summary: Expects", "status: draft, summary: Expects")})
    assert run("statements").err == (
        "alliance-archive: no reviewed statement matches; 2 drafts do. To see them: --status draft\n"
    )


def test_a_suggested_command_works(run: Run, write: Write) -> None:
    write({"records.yaml": RECORDS, "wire.yaml": WIRE})
    table = "ID\nwire-1\n"
    for command in ("said mara-voss", "statements --country US --match treaty"):
        assert run(*command.split(), "--fields", "id") == (0, table, "")


def test_records_left_out(run: Run, write: Write) -> None:
    write({"records.yaml": "topics: [{id: peace}, {id: war, name: War}]\n"})
    done = run("topics", "--fields", "id")
    message = "alliance-archive: 1 record left out because of errors. To see them: alliance-archive check\n"
    assert done == (1, "ID\nwar\n", message)


def test_a_suggestion_never_offers_south_korea_for_north_korea(run: Run, write: Write) -> None:
    korea = "participants: [{id: south-korea, name: South Korea, kind: state, country: KR}]\n"
    wire = WIRE.replace("mara-voss", "north-korea").replace("topics: [peace]", "note: A draft.")
    write({"records.yaml": korea, "wire.yaml": wire})
    for command in ("show", "cite", "open", "said", "compare south-korea"):
        done = run(*command.split(), "north-korea")
        kind = "participant" if command == "said" else "record"
        assert done.err == f"alliance-archive: no {kind} called “north-korea” in the archive\n"
    assert "unknown participant “north-korea”: add it to records.yaml\n" in run("check").out


NAMESAKES = """\
participants:
  - {id: vries, name: De Vries, kind: person}
  - {id: pieter, name: Pieter de Vries, kind: person}
"""


@pytest.mark.parametrize(
    "command",
    [
        *("said", "show", "compare america", "statements --speaker", "export --attributed-to"),
        *("timeline --speaker", "phrases --speaker", "summary --speaker", "verify --speaker"),
        *("participants --speaker", "meetings --voiced-by", "export --format jsonld --speaker"),
    ],
)
def test_whom_else_a_whole_name_matches_is_told_once(run: Run, write: Write, command: str) -> None:
    america = "  - {id: america, name: America, kind: state, country: US}\n"
    write({"names.yaml": NAMESAKES + america, "wire.yaml": WIRE.replace("mara-voss", "vries")})
    err = run(*command.split(), "de vries").err
    assert err.count("alliance-archive: also Pieter de Vries: pieter\n") == 1


def test_who_uttered_words_is_suggested_for_whose_they_are(run: Run) -> None:
    assert run("statements", "--attributed-to", "white").err == (
        "alliance-archive: no statement matches these filters; "
        "with --voiced-by instead, 5 statements do\n"
    )
    assert run("statements", "--form", "paraphrase", "--verbatim").err == (
        "alliance-archive: no statement matches these filters; "
        "without --form, 9 statements do; without --verbatim, 5 statements do\n"
    )
    assert run("show", "YONHAP-2017-10-23-02").out.startswith("yonhap-2017-10-23-02  full quote\n")
