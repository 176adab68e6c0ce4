"""With every command, -q leaves only results and errors, and -v adds the state of the index."""

from __future__ import annotations

from pathlib import Path

import pytest

from alliance_archive.cli.app import COMMANDS
from tests.conftest import Run, Write

ARGUMENTS = {
    "who": ["treaty"],
    "said": ["voss"],
    "show": ["voss"],
    "compare": ["voss", "kim"],
    "cite": ["wire-1"],
    "open": ["voss"],
    "sql": ["SELECT 1 AS one"],
    "init": ["new"],
    "completion": ["bash"],
    "readouts": ["talks"],
    "set": ["voss", "note=Minister.", "--yes"],
    "rename": ["voss", "mara-voss", "--yes"],
    "merge": ["voss", "kim", "--yes"],
    "remove": ["tides", "--yes"],
    "import": ["edit.csv", "--yes"],
    "diff": ["archive"],
    "undo": ["--list"],
    "draft": ["text.txt", "--publisher", "Wire", "--date", "2024-06-03"],
}
WITHOUT_ARCHIVE = ("init", "completion", "help")
RECORDS = """\
participants:
  - {id: voss, name: Mara Voss, kind: person}
  - {id: kim, name: Kim Seo-yeon, kind: person}
  - {id: broken}
topics:
  - {id: tides, name: Tides}
meetings:
  - {id: talks, name: Talks, date: 2024-06-03, kind: bilateral, participants: [voss, kim]}
source: {id: wire, publisher: Wire, date: 2024-06-03, kind: article}
statements:
  - {id: wire-1, form: indirect, attributed_to: [voss], summary: Expects a treaty., anchor: {start: 0, end: 9}}
"""


@pytest.fixture
def surroundings(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write({"records.yaml": RECORDS}).parent)
    monkeypatch.setenv("EDITOR", "true")
    Path("edit.csv").write_text("id,name\nvoss,Mara Voss\n")
    Path("text.txt").write_text("The treaty will hold, Mara Voss said on Monday in the town.\n")


@pytest.mark.usefixtures("surroundings")
@pytest.mark.parametrize("command", COMMANDS)
def test_quiet(run: Run, command: str) -> None:
    for arguments in ([command, *ARGUMENTS.get(command, []), "-q"], ["-q", command, "--help"]):
        done = run(*arguments)
        assert done.code in (0, 1)
        assert done.err == ""


@pytest.mark.usefixtures("surroundings")
@pytest.mark.parametrize("command", COMMANDS)
def test_verbose(run: Run, command: str) -> None:
    done = run("-v", command, *ARGUMENTS.get(command, []))
    said = "state       rebuilt" if command == "index" else "alliance-archive: index: rebuilt"
    assert (said in done.out + done.err) is (command not in WITHOUT_ARCHIVE)


@pytest.mark.usefixtures("surroundings")
def test_errors_are_printed_all_the_same(run: Run) -> None:
    done = run("said", "nobody", "-q")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("alliance-archive: no participant called “nobody”")
