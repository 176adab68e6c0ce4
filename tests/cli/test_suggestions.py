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
        ("who zebra", "nothing matches"),
        ("who Mara", "nothing matches; “Mara” is a name (see: said mara-voss)"),
        ("who voss mara", "nothing matches"),
        ("who mara voss", "nothing matches; “mara voss” is a name (see: said mara-voss)"),
        ("who voss", "nothing matches; “voss” is a name (see: said voss)"),
        ("who mar*", "nothing matches"),
        # a state whose people are on record
        ("said america", "nothing by America itself; 1 statement by its people (see: statements --country US)"),
        ("said america treaty", "nothing by America itself; 1 statement by its people (see: statements --country US --match treaty)"),
        ("said america zebra", "nothing matches"),
        ("said atlantis", "nothing matches"),
        ("said joe", "nothing matches"),
        # drafts
        ("who pact", "nothing but 1 draft matches (see: --status draft)"),
        ("statements --topic peace", "nothing but 1 draft matches (see: --status draft)"),
        ("timeline --topic peace", "nothing but 1 draft matches (see: --status draft)"),
        ("topics --match pact", "nothing but 1 draft matches (see: --status draft)"),
        ("phrases --word pact", "nothing but 1 draft matches (see: --status draft)"),
        ("phrases --word pact --kwic", "nothing but 1 draft matches (see: --status draft)"),
        ("export --match pact --format table", "nothing but 1 draft matches (see: --status draft)"),
        ("who treaty --status draft", "nothing matches"),
    ],
)  # fmt: skip
def test_an_empty_answer_says_what_to_do_next(
    run: Run, write: Write, command: str, message: str
) -> None:
    write({"records.yaml": RECORDS, "wire.yaml": WIRE})
    assert run(*command.split()) == (0, "", f"alliance-archive: {message}\n")
    assert run(*command.split(), "-q") == (0, "", "")


def test_what_a_suggestion_says_works(run: Run, write: Write) -> None:
    write({"records.yaml": RECORDS, "wire.yaml": WIRE})
    table = "ID\nwire-1\n"
    for command in ("said mara-voss", "statements --country US --match treaty"):
        assert run(*command.split(), "--fields", "id") == (0, table, "")


def test_records_left_out(run: Run, write: Write) -> None:
    write({"records.yaml": "topics: [{id: peace}, {id: war, name: War}]\n"})
    done = run("topics", "--fields", "id")
    message = "alliance-archive: 1 record left out because of errors (see: check)\n"
    assert done == (1, "ID\nwar\n", message)
