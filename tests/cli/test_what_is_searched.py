"""What a search looks at, and what it says of what it found."""

from __future__ import annotations

import shlex

import pytest

from tests.conftest import Run, Write

RECORDS = """\
participants:
  - {id: ash, name: Robin Ash, kind: person, country: US}
  - {id: de-vries, name: De Vries, kind: person, family_name: Vries}
  - {id: pieter-de-vries, name: Pieter de Vries, kind: person, family_name: Vries}
topics:
  - {id: arms, name: Weapons programs, other_names: [CVID]}
meetings:
  - {id: round, name: Trilateral round, kind: trilateral, date: 2024-05-01}
  - {id: next, name: Autumn round, other_names: [SCM], kind: bilateral, date: 2024-10-01, status: planned}
"""
WIRE = """\
source: {id: wire, publisher: Example Wire, date: 2024-05-01, kind: article}
statements:
  - id: wire-1
    form: mixed
    attributed_to: [ash]
    cue: condemned
    summary: Called the launch a “grave threat”.
    quotes: [{exact: grave threat, start: 3, end: 15}]
    anchor: {start: 0, end: 20}
    meeting: round
    topics: [arms]
  - id: wire-2
    form: indirect
    attributed_to: [ash]
    as_given: The trilateral envoy
    document: joint statement
    summary: Expects more threats.
    anchor: {start: 30, end: 40}
    about: [next]
  - id: wire-3
    form: indirect
    attributed_to: [pieter-de-vries]
    summary: Spoke of a trilateral pact.
    anchor: {start: 50, end: 60}
"""


@pytest.fixture(autouse=True)
def archive(write: Write) -> None:
    write({"records.yaml": RECORDS, "wire.yaml": WIRE})


@pytest.mark.parametrize(
    ("command", "numbers", "message"),
    [
        ("who condemn", "1", ""),
        ("who threat", "1 2", ""),
        ("who threats --in words", "1 2", ""),
        ('who "threats"', "1 2", ""),
        ("who '\"threats\"'", "2", ""),
        ("who threat --quoted", "1", ""),
        (
            "who condemned --in words",
            "",
            "no statement matches “condemned”; without --in, 1 statement does",
        ),
        (
            "who CVID",
            "1",
            "no statement has these words; 1 has a topic, meeting, document or speaker so named",
        ),
        (
            "who cvid launch",
            "1",
            "no statement has these words; 1 has a topic, meeting, document or speaker so named",
        ),
        (
            "who SCM",
            "2",
            "no statement has these words; 1 has a topic, meeting, document or speaker so named",
        ),
        (
            "who joint",
            "2",
            "no statement has these words; 1 has a topic, meeting, document or speaker so named",
        ),
        ("who trilateral", "3", "2 more at meetings or on topics so named: --in all"),
        ("who trilateral --in all", "1 2 3", ""),
        (
            "who trilateral --speaker ash",
            "1 2",
            "no statement has these words; 2 have a topic, meeting, document or speaker so named",
        ),
        (
            "said ash trilateral",
            "1 2",
            "no statement has these words; 2 have a topic, meeting, document or speaker so named",
        ),
        # without the marks, words that are close, and those that only look so
        (
            "who '\"launched threat\"'",
            "",
            'no statement matches "launched threat"; without quotation marks, 1 statement does',
        ),
        (
            "who “launched threat”",
            "",
            "no statement matches “launched threat”; without quotation marks, 1 statement does",
        ),
        ("who grave-lanch", "", "no statement matches “grave-lanch”"),
        ("who lunches", "", "no statement matches “lunches”"),
        ("who lanch", "", "no statement matches “lanch”; did you mean launch?"),
        ("who tril", "", "no statement matches “tril”; did you mean trilateral?"),
        ("who launch --speaker vries-x", "", "no participant called “vries-x” in the archive"),
    ],
)
def test_what_a_search_finds(run: Run, command: str, numbers: str, message: str) -> None:

    done = run(*shlex.split(command), "--fields", "id", "--format", "tsv", "--sort", "id")
    ids = done.out.split()[1:]
    assert (" ".join(ident.removeprefix("wire-") for ident in ids), done.err) == (
        numbers,
        f"alliance-archive: {message}\n" if message else "",
    )


def test_the_table_says_by_what_a_statement_was_found(run: Run) -> None:
    assert (
        run("who", "round", COLUMNS="80").out
        == """\
Who                   Words                                ID, form, date
───────────────────────────────────────────────────────────────────────────────
Robin Ash             Called the launch a “grave threat”.  wire-1
                      [meeting: Trilateral round]          partial quote
                                                           2024-05-01

Robin Ash             Expects more threats.                wire-2
in a joint statement  [meeting: Autumn round]              paraphrase
about: Autumn round                                        2024-05-01 (article)
"""
    )


def test_a_whole_name_decides_and_the_others_are_named(run: Run) -> None:
    done = run("said", "De Vries", "--count")
    assert (done.out, done.err) == (
        "0\n",
        "alliance-archive: also Pieter de Vries: pieter-de-vries\n",
    )
    assert run("said", "de-vries", "--count").err == ""
    done = run("said", "vries")
    assert (done.code, done.err) == (
        2,
        "alliance-archive: “vries” matches more than one participant; use one of these ids:\n"
        "  de-vries         De Vries\n"
        "  pieter-de-vries  Pieter de Vries\n",
    )
    assert run("said", "Vries, Pieter de", "--count").out == "1\n"
