"""Each error is one message, with the right exit code, and leaves nothing half done."""

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
            "no country called “Jpan” in the archive; did you mean japan?",
        ),
        (
            ["statements", "--country", "pentagon"],
            "no country called “pentagon” in the archive; did you mean JP or KR or US?",
        ),
        (
            ["statements", "--since", "2017-13"],
            "“2017-13” is not a date: months are 01 to 12",
        ),
        (
            ["statements", "--on", "Feb. 30, 2024"],
            "“Feb. 30, 2024” is not a date: February 2024 has 29 days",
        ),
        (
            ["statements", "--until", "23.10.2017"],
            "“23.10.2017” is not a date: day and month could be swapped: write October 23, 2017",
        ),
        (
            ["statements", "--since", ""],
            "“” is not a date: write it like 2017, 2017-10, 2017-10-23, Oct 2017, 23 Oct 2017, "
            "today or yesterday",
        ),
        (
            ["meetings", "--since", "Nov 2017", "--until", "Oct 2017"],
            "since 2017-11 is after until 2017-10: swap the two dates",
        ),
        (
            ["topics", "--fields", "id,nam"],
            "no field called “nam”: did you mean name? "
            "the fields are id, name, other_names, kind, members, broader, former_ids, statements, reports, sources, note",
        ),
        (
            ["show", "yonhap-2017-10-23-2"],
            "no record called “yonhap-2017-10-23-2” in the archive; did you mean yonhap-2017-10-23-02?",
        ),
        (
            ["export", "-o", "x.doc"],
            "cannot write x.doc: .doc is not the ending of a format. Name one with --format, or "
            "end the file in .csv, .tsv, .tab, .json, .jsonl, .ndjson, .md, .markdown, .yaml, "
            ".yml, .txt, .jsonld, .sqlite, .sqlite3 or .db",
        ),
        (["export", "--excel", "--json"], "--excel works only with CSV, not with json"),
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
    ("command", "message"),
    [
        # commands
        ("whoo a", "no command “whoo”; did you mean who? (see: alliance-archive --help)"),
        ("search a", "no command “search”; did you mean who? (see: alliance-archive --help)"),
        (
            "xyzzy",
            "no command “xyzzy”; did you mean alliance-archive said xyzzy or alliance-archive who xyzzy? (see: alliance-archive --help)",
        ),
        ("help find", "no help on “find”; did you mean who? (see: alliance-archive help)"),
        (
            "meetings --kind bilateral",
            "meetings has no option --kind (see: alliance-archive meetings --help)",
        ),
        ("statements --meeting bilateral", "no meeting called “bilateral” in the archive"),
        (
            "show 01",
            "no record called “01” in the archive; did you mean pentagon-2017-10-23-01 or yonhap-2017-10-23-01?",
        ),
        (
            "show linchpin",
            "no record called “linchpin” in the archive. 3 statements have the words: alliance-archive who linchpin",
        ),
        # options
        (
            "said mattis --lmit 3",
            "said has no option --lmit; did you mean --limit? (see: alliance-archive said --help)",
        ),
        ("who a -x", "who has no option -x (see: alliance-archive who --help)"),
        ("--json who a", "--json goes after the command (see: alliance-archive --help)"),
        (
            "--arcive x who a",
            "alliance-archive has no option --arcive; did you mean --archive? "
            "(see: alliance-archive --help)",
        ),
        ("who a --limit", "--limit needs a value: --limit N"),
        ("who a -o", "-o needs a value: -o FILE"),
        ("--archive", "--archive needs a value: --archive DIR"),
        ("who a --json=yes", "--json takes no value"),
        # arguments
        ("who", "who needs WORDS (see: alliance-archive who --help)"),
        ("compare", "compare needs A and B (see: alliance-archive compare --help)"),
        ("compare japan", "compare needs B (see: alliance-archive compare --help)"),
        (
            "compare japan us kr",
            "compare takes only A and B, not “kr” (see: alliance-archive compare --help)",
        ),
        (
            "summary a b",
            "summary takes no arguments, not “a” “b” (see: alliance-archive summary --help)",
        ),
        ("completion tcsh", "SHELL must be bash, zsh or fish, not “tcsh”"),
        # values
        (
            "statements --form verbatim",
            "--form must be direct, mixed or indirect (or full, partial, paraphrase), "
            "not “verbatim”",
        ),
        ("topics --status held", "--status must be reviewed or draft, not “held”"),
        (
            "export --format xlsx",
            "--format must be table, csv, tsv, json, jsonl, markdown, yaml, jsonld or sqlite, "
            "not “xlsx”",
        ),
        (
            "topics --sort size",
            "--sort must be id, name, date or statements (-id for descending), not “size”",
        ),
        ("statements --limit x", "--limit takes a whole number, 0 or more, not “x”"),
        ("statements --limit -1", "--limit takes a whole number, 0 or more, not “-1”"),
        ("sql --timeout soon", "--timeout takes a number of seconds, not “soon”"),
        ("sql --timeout inf", "--timeout takes a number of seconds, not “inf”"),
    ],
)
def test_command_lines_that_cannot_be_used(run: Run, command: str, message: str) -> None:
    assert run(*command.split()) == (2, "", f"alliance-archive: {message}\n")


@pytest.mark.parametrize(
    ("form", "count"),
    [
        ("direct", "4"), ("full", "4"), ("Full quote", "4"),
        ("mixed", "4"), ("partial", "4"), ("partial quote", "4"),
        ("indirect", "4"), ("paraphrase", "4"),
    ],
)  # fmt: skip
def test_a_form_has_the_words_of_the_yaml_and_of_the_tables(
    run: Run, form: str, count: str
) -> None:
    assert run("statements", "--form", form, "--count") == (0, f"{count}\n", "")


def test_finding_nothing_is_not_an_error(run: Run) -> None:
    assert run("who", "zebra") == (0, "", "alliance-archive: no statement matches “zebra”\n")


def test_an_invalid_file_is_named_and_the_rest_is_shown(run: Run, write: Write) -> None:
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
        "alliance-archive: 1 file left out because of errors. To see them: alliance-archive check\n"
    )


def test_an_output_that_cannot_be_written_leaves_the_old_file(run: Run, tmp_path: Path) -> None:
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
def test_a_full_disk_is_reported() -> None:
    for command in ("ALLIANCE export > /dev/full", "ALLIANCE who linchpin > /dev/full"):
        done = shell(command)
        assert done.returncode == 1
        assert done.stderr == (
            "alliance-archive: cannot write the output: No space left on device\n"
        )
    done = shell("ALLIANCE export -o /dev/full")
    assert done.returncode == 2
    assert done.stderr == "alliance-archive: cannot write /dev/full: No space left on device\n"


@pytest.mark.parametrize(
    "command", ["said", "show", "cite", "statements --topic", "meetings --country"]
)
def test_a_name_that_is_not_text_is_unknown(run: Run, command: str) -> None:
    done = run(*command.split(), "\udcff")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("alliance-archive: no ")
    assert "⟨U+DCFF⟩" in done.err


def test_a_limit_of_zero_is_not_a_failed_search(run: Run) -> None:
    assert run("statements", "--limit", "0") == (0, "", "")


def test_output_that_is_closed() -> None:
    program = [sys.executable, "-m", "alliance_archive", "statements"]
    done = subprocess.run(
        ["sh", "-c", '"$@" >&-', "sh", *program], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (
        1,
        "alliance-archive: cannot write the output: it is closed\n",
    )
