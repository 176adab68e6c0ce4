"""`open`: the editor is run with the file and line of the record."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest

from alliance_archive.cli.commands.open import line_arguments
from tests.conftest import Run, Write

PEOPLE = """\
participants:
  - {id: kim, name: 김민지, kind: person, country: KR}
  - id: mori
    name: Aya Mori
    kind: person
"""
FILE = "/a b/people.yaml"


@pytest.mark.parametrize(
    ("program", "arguments"),
    [
        ("vim", ["+3", FILE]),
        ("/usr/bin/nvim", ["+3", FILE]),
        ("nano", ["+3", FILE]),
        ("emacsclient", ["+3", FILE]),
        ("code", ["-g", f"{FILE}:3"]),
        ("code.cmd", ["-g", f"{FILE}:3"]),
        ("subl", [f"{FILE}:3"]),
        ("hx", [f"{FILE}:3"]),
        ("kate", ["--line", "3", FILE]),
        ("my-editor", [FILE]),
    ],
)
def test_how_editors_are_told_the_line(program: str, arguments: list[str]) -> None:
    assert line_arguments(program, Path(FILE), 3) == arguments


@pytest.fixture
def gvim(tmp_path: Path, write: Write) -> Path:
    """A graphical editor that records its arguments and exits with 3."""
    write({"archive.yaml": "archive:\n", "sub folder/people.yaml": PEOPLE})
    path = tmp_path / "gvim"
    log = shlex.quote(str(tmp_path / "told"))
    path.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {log}\nexit 3\n')
    path.chmod(0o755)
    return path


@pytest.mark.skipif(sys.platform == "win32", reason="the editor is a shell script")
@pytest.mark.parametrize("name", ["mori", "aya"])
def test_the_editor_is_run(run: Run, gvim: Path, tmp_path: Path, name: str) -> None:
    done = run("open", name, EDITOR="false", VISUAL=f"{shlex.quote(str(gvim))} --wait 'a b'")
    assert done == (3, "", "")
    path = tmp_path / "archive" / "sub folder" / "people.yaml"
    assert (tmp_path / "told").read_text().splitlines() == ["--wait", "a b", "+3", str(path)]


def test_no_editor(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    done = run("open", "mattis", EDITOR="/no/such-editor")
    assert done.code == 2
    assert done.err == (
        "alliance-archive: cannot run the editor /no/such-editor: No such file or directory. "
        "Set EDITOR to another one\n"
    )
    done = run("open", "mattis", EDITOR="'vim")
    assert done.err.startswith("alliance-archive: EDITOR is not a command: “'vim” (")
    assert run("open", "nobody", EDITOR="code").code == 2
    monkeypatch.setenv("PATH", "")
    done = run("open", "mattis")
    assert done == (
        2,
        "",
        "alliance-archive: no editor found: set EDITOR to one, for example EDITOR=nano\n",
    )


@pytest.mark.parametrize("editor", ["vim", "/usr/bin/nano -w"])
def test_without_a_terminal_the_file_and_line_are_printed(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch, editor: str
) -> None:
    monkeypatch.chdir(write({"archive.yaml": "archive:\n", "people.yaml": PEOPLE}))
    assert run("open", "mori", VISUAL=editor) == (
        2,
        "people.yaml:3\n",
        f"alliance-archive: {editor.split()[0]} needs a terminal; "
        "the record's file and line are printed instead\n",
    )
