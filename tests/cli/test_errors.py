"""What goes wrong is said in one message, with the right exit code, and leaves nothing half done."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Run, Write

TWO_ALLIANCES = """\
“alliance” matches more than one topic; use one of these ids:
  us-japan-alliance  US–Japan alliance
  us-rok-alliance    US–South Korea alliance"""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["said", "matis"],
            "no participant called “matis” in the archive; did you mean jim-mattis?",
        ),
        (["said", "Zebedee"], "no participant called “Zebedee” in the archive"),
        (
            ["statements", "--topic", "alliance"],
            TWO_ALLIANCES,
        ),
        (
            ["statements", "--topic", "pressure", "--topic", "alliance"],
            TWO_ALLIANCES,
        ),
        (
            ["statements", "--country", "Jpan"],
            "no country called “Jpan” in the archive; did you mean japan or JP?",
        ),
        (
            ["statements", "--country", "pentagon"],
            "no country called “pentagon” in the archive; did you mean JP or KR or US?",
        ),
        (
            ["statements", "--since", "2017-13"],
            "“2017-13” is not a date: write 2017, 2017-10 or 2017-10-23",
        ),
        (
            ["statements", "--until", "23.10.2017"],
            "“23.10.2017” is not a date: write 2017, 2017-10 or 2017-10-23",
        ),
        (
            ["topics", "--fields", "id,nam"],
            "no field called “nam”: did you mean name? "
            "the fields are id, name, kind, members, broader, statements, note",
        ),
        (
            ["show", "yonhap-2017-10-23-2"],
            "no record called “yonhap-2017-10-23-2” in the archive; did you mean yonhap-2017-10-23?",
        ),
        (
            ["export", "-o", "x.xlsx"],
            "x.xlsx: no format goes by the ending .xlsx; name one with --format, or end the file in "
            ".csv, .tsv, .tab, .json, .jsonl, .ndjson, .md, .markdown, .yaml, .yml, .txt, "
            ".jsonld, .sqlite, .sqlite3, .db",
        ),
        (["export", "--excel", "--json"], "--excel is for CSV, not for json"),
        (
            ["export", "-o", "/nowhere/x.csv"],
            "cannot write /nowhere/x.csv: No such file or directory",
        ),
        (["who", "a", "--archive", "/nowhere"], "no archive: /nowhere does not exist"),
        (["who", "a", "--archive", "pyproject.toml"], "no archive: pyproject.toml is not a folder"),
        (
            ["who", "a", "--archive", "tests"],
            "tests is not an archive: it contains no archive.yaml, and no records directly or in "
            "sources/. To create one there: alliance-archive init tests",
        ),
    ],
)
def test_requests_that_cannot_be_met(run: Run, arguments: list[str], message: str) -> None:
    assert run(*arguments) == (2, "", f"alliance-archive: {message}\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["whoo", "a"], "Error: No such command “whoo”. Did you mean who?\n"),
        (["who"], "'WORDS...'"),
        (
            ["statements", "--form", "quoted"],
            "'quoted' is not one of 'direct', 'mixed', 'indirect'",
        ),
        (["statements", "--limit", "-1"], "'--limit': -1"),
    ],
)
def test_usage(run: Run, arguments: list[str], message: str) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert message in done.err.splitlines(keepends=True)[-1]


def test_finding_nothing_is_not_an_error(run: Run) -> None:
    assert run("who", "zebra") == (0, "", "alliance-archive: nothing matches\n")


def test_a_file_that_does_not_parse_is_named_and_the_rest_answers(run: Run, write: Write) -> None:
    root = write(
        {
            "good.yaml": "topics: [{id: peace, name: Peace}]\n",
            "bad.yaml": "topics:\n  - {id: war, name: War\n",
        }
    )
    done = run("topics", "--fields", "id")
    assert (done.code, done.out) == (1, "ID\npeace\n")
    assert done.err == (
        f"alliance-archive: {root}/bad.yaml:2:5: yaml-syntax: this bracket is never closed: "
        "add the missing }\n"
        "alliance-archive: 1 file left out because of errors (see: check)\n"
    )


def test_an_unwritable_output_leaves_what_was_there(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "x.csv"
    target.write_text("what was there")
    done = run("export", "--fields", "id,nonsense", "-o", target)
    assert done.code == 2
    done = run("export", "--match", "linchpin", "--since", "x", "-o", target)
    assert done.code == 2
    assert target.read_text() == "what was there"
    assert list(tmp_path.glob(".x.csv*")) == []


def shell(command: str) -> subprocess.CompletedProcess[str]:
    program = f"{sys.executable} -m alliance_archive"
    return subprocess.run(
        ["bash", "-c", command.replace("ALLIANCE", program)],
        capture_output=True, text=True, timeout=60, env=os.environ, check=False,
    )  # fmt: skip


def test_a_closed_pipe_ends_it_quietly() -> None:
    done = shell("set -o pipefail; ALLIANCE export --long | head -n 1 > /dev/null")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_said() -> None:
    for command in ("ALLIANCE export > /dev/full", "ALLIANCE who linchpin > /dev/full"):
        done = shell(command)
        assert done.returncode == 1
        assert done.stderr == (
            "alliance-archive: cannot write the output: No space left on device\n"
        )
    done = shell("ALLIANCE export -o /dev/full")
    assert done.returncode == 2
    assert done.stderr == "alliance-archive: cannot write /dev/full: No space left on device\n"
