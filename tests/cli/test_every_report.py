"""What `phrases`, `timeline`, `summary` and `compare` have in common: formats, help, errors."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
from pathlib import Path

import pytest

from alliance_archive.cli.options import FORMATS
from tests.conftest import Run, Write
from tests.example import FILES

COMMANDS = [
    ("phrases",),
    ("phrases", "--kwic"),
    ("phrases", "--across", "topics", "--by", "speaker"),
    ("phrases", "--word", "anchor"),
    ("timeline",),
    ("summary",),
    ("compare", "voss", "kim"),
    ("readouts", "harbor-three"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("form", FORMATS)
def test_every_format(run: Run, write: Write, command: tuple[str, ...], form: str) -> None:
    write(FILES)
    done = run(*command, "--format", form)
    assert (done.code, done.err) == (0, "")
    assert "\x1b" not in done.out
    if form == "csv":
        lengths = {len(row) for row in csv.reader(io.StringIO(done.out))}
        assert len(lengths) == 1
    if form == "json":
        assert json.loads(done.out)
    if form == "jsonl":
        assert [json.loads(line) for line in done.out.splitlines()]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("width", [20, 47, 80, 139, 160, 240])
def test_no_line_is_wider_than_the_terminal(
    run: Run, write: Write, command: tuple[str, ...], width: int
) -> None:
    from rich.cells import cell_len

    write(FILES)
    done = run(*command, COLUMNS=str(width))
    assert done.code == 0
    assert max(map(cell_len, done.out.splitlines())) <= width


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_to_a_file_whole_and_plain(
    run: Run, write: Write, command: tuple[str, ...], tmp_path: Path
) -> None:
    write(FILES)
    target = tmp_path / "out.txt"
    done = run(*command, "-o", target, COLUMNS="40")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert target.read_text(encoding="utf-8") == run(*command).out


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_wrong_filter_is_an_error_of_use(
    run: Run, write: Write, command: tuple[str, ...]
) -> None:
    write(FILES)
    for wrong, message in (
        (("--speaker", "Vosss"), "no participant called “Vosss”"),
        (("--since", "soon"), "“soon” is not a date"),
        (("--fields", "nonsense"), "no field called “nonsense”"),
    ):
        done = run(*command, *wrong)
        assert (done.code, done.out) == (2, "")
        assert message in done.err


@pytest.mark.parametrize("name", ["phrases", "timeline", "summary", "compare"])
def test_the_examples_of_the_help(
    run: Run, name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    lines = re.findall(r"^  alliance-archive (.*)$", run(name, "--help").out, re.MULTILINE)
    assert len(lines) >= 5
    for line in lines:
        command = re.split(r"\s{3,}| \| ", line)[0]
        done = run(*shlex.split(command), COLUMNS="80")
        assert done.code == 0, command
        assert not done.err or "may be outside: dated only by the source" in done.err, command


def test_faulty_records_are_reported(run: Run, write: Write) -> None:
    write(FILES | {"faulty.yaml": "topics:\n  - {id: x, name: X, wrong: y}\n"})
    for command in COMMANDS:
        done = run(*command)
        assert done.code == 1
        assert "left out because of errors" in done.err


def test_markup_is_shown_as_written(run: Run, write: Write) -> None:
    bracketed = FILES["wire.yaml"].replace("Will hold drills", "Will [sic] hold [/b] drills")
    write(FILES | {"wire.yaml": bracketed})
    for command in ("timeline", "compare voss kim", "phrases --kwic --word sic"):
        assert "[sic] hold [/b] drills" in run(*command.split(), COLUMNS="160").out


def test_long_names_are_side_by_side(run: Run, write: Write) -> None:
    long = FILES["records.yaml"].replace("Talks of two", f"Talks of two {'and more ' * 9}")
    write(FILES | {"records.yaml": long})
    lines = run("compare", "harbor-two", "harbor-three", COLUMNS="80").out.splitlines()
    assert [line[39] for line in lines[:4]] == ["│", "│", "│", "│"]


@pytest.fixture
def many(write: Write) -> None:
    """Twelve people, each with their own phrase on their own topic, and one phrase by all."""
    letters = "abcdefghijkl"
    people = "".join(
        f"  - {{id: p-{letter}, name: Person {letter}, kind: person}}\n" for letter in letters
    )
    topics = "".join(f"  - {{id: t-{letter}, name: Topic {letter}}}\n" for letter in letters)
    statements = "".join(
        f"""\
  - id: s-{letter}
    form: mixed
    attributed_to: [p-{letter}, p-{"b" if letter == "a" else "a"}]
    summary: Of “pact” and “own {letter}”.
    quotes: [{{exact: pact, start: 1, end: 5}}, {{exact: own {letter}, start: 7, end: 12}}]
    anchor: {{start: 0, end: 20}}
    topics: [t-{letter}]
"""
        for letter in letters
    )
    source = "source: {id: w, publisher: Wire, date: 2024-06-03, kind: article}\n"
    write(
        {
            "a.yaml": f"participants:\n{people}topics:\n{topics}",
            "b.yaml": f"{source}statements:\n{statements}",
        }
    )


def test_a_terminal_is_told_how_many_more_there_are(run: Run, many: None) -> None:
    assert (
        run("phrases", "--limit", "1", COLUMNS="80").out
        == """\
Phrase and topics  Uses  Who         First – last, IDs
─────────────────────────────────────────────────────────
“pact”               12  Person a    2024-06-03 (article)
on Topic a               Person b    s-a
Topic b                  Person c    s-b
Topic c                  Person d    s-c
Topic d                  and 8 more  s-d
and 8 more                           and 8 more
"""
    )
    assert (
        run("phrases", "--limit", "2", "--across", "topics", COLUMNS="80").out
        == """\
Phrase   Uses  Topic a  Topic b  Topic c  Topic d  8 others
───────────────────────────────────────────────────────────
“pact”     12        1        1        1        1         8
“own a”     1        1        ·        ·        ·         ·
"""
    )
    assert "and 2 more" in run("summary", COLUMNS="80").out
    compared = run("compare", "p-a", "p-b", COLUMNS="80").out
    assert "“own j”" in compared
    assert "and 2 more" in compared


def test_a_pipe_gets_everything(run: Run, many: None) -> None:
    assert "s-l" in run("phrases", "--limit", "1").out
    assert "t-l" in run("phrases", "--across", "topics", "--format", "csv").out
    assert "Person l" in run("summary").out
