"""Every command, whatever its streams, its surroundings and its arguments are like.

A new command joins by itself: what it needs is taken from the names of its arguments. Commands run
in processes of their own; the quick profile runs a part of the table, HYPOTHESIS_PROFILE=long all.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import click
import pytest
from rich.cells import cell_len

from alliance_archive.cli.app import cli, main
from alliance_archive.cli.options import FORMATS
from alliance_archive.cli.usage import PathName
from tests.conftest import Run

LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
EACH = 1 if LONG else 6  # every so many cases of the table run
# An argument's name in the help, and what is given for it.
GIVEN = {
    "PARTICIPANT": "voss",
    "WORDS": "anchor",
    "ID": "wire-1",
    "A": "mara-voss",
    "B": "arai",
    "FILE|-": "article.txt",
    "DIR": "new",
    "SHELL": "bash",
    "OLD": "mara-voss",
    "NEW": "mara-foss",
    "KEEP": "mara-voss",
    "OTHER": "arai",
    "N": "1",
}
# What commands are given although they can do without it.
ALSO = {
    "diff": ["archive"],
    "sql": ["SELECT id, words FROM statements"],
    "draft": ["--publisher", "Wire", "--date", "2024-06-03", "--no-known"],
}
ARTICLE = "PORT AVEL, June 3 (Wire) -- Minister Ida Orlova said: “The straits stay open.”\n"


def commands() -> dict[str, click.Command]:
    """Return the program's commands by their names."""
    context = click.Context(cli)
    named = {name: cli.get_command(context, name) for name in cli.list_commands(context)}
    return {name: command for name, command in named.items() if command}


COMMANDS = commands()


def line_of(name: str) -> list[str]:
    """Return a command line that a command can carry out."""
    arguments = (param for param in COMMANDS[name].params if isinstance(param, click.Argument))
    names = [
        (param.metavar or (param.name or "").upper()).rstrip(".")
        for param in arguments
        if param.required
    ]
    return [name, *(GIVEN.get(given, "anchor") for given in names), *ALSO.get(name, [])]


class Door(NamedTuple):
    """What is odd about a run: the streams, in the shell's words, and the surroundings."""

    streams: str = ""
    environment: dict[str, str | None] = {}  # noqa: RUF012 - a default is not changed
    folder: str = "."


FULL = "cannot write the output: No space left on device"
CLOSED = "cannot write the output: it is closed"
NO_FOLDER = "the working folder no longer exists: change to another one"
IN_ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
DOORS = {
    "stdout closed": Door(">&-"),
    "stdin closed": Door("<&-"),
    "stderr closed": Door("2>&-"),
    "all closed": Door("<&- >&- 2>&-"),
    "stdout full": Door("> /dev/full"),
    "stderr full": Door("2> /dev/full"),
    "no reader": Door(),  # see closed_pipe
    "a terminal in Latin-1": Door(environment={"PYTHONIOENCODING": "latin-1"}),
    "a terminal in ASCII": Door(environment=dict(IN_ASCII)),
    "a terminal in UTF-16": Door(environment={"PYTHONIOENCODING": "utf-16"}),
    "no HOME": Door(environment={"HOME": None, "XDG_CACHE_HOME": None}),
    "no cache": Door(environment={"XDG_CACHE_HOME": "article.txt/cache"}),
    "no folder": Door(folder="gone"),
}
NOTE = "alliance-archive: this terminal is not UTF-8"
DATA = ("export", "draft")  # what these write is for other programs
# Commands whose lines are long anywhere: they print names of files, or what a program reads.
WIDE = ("cite", "completion", "check", "draft", "index", "init", "sql", "export", "review")
CASES = [(name, door) for name in COMMANDS for door in DOORS]


class Finished(NamedTuple):
    code: int
    out: bytes
    err: str


def finished(folder: Path, line: list[str], door: str = "") -> Finished:
    """Run a command line through a door, in a folder with an article."""
    streams, changed, working = DOORS.get(door, Door())
    environment = {**os.environ, "COLUMNS": "80", "EDITOR": "true", **changed}
    script = f'cd {working} || exit 99; [ {working} = . ] || rmdir ../{working}; "$@" {streams}'
    (folder / "gone").mkdir(exist_ok=True)
    arguments = [sys.executable, "-m", "alliance_archive", *line]
    reader, writer = os.pipe()
    if door == "no reader":
        os.close(reader)
    process = subprocess.Popen(
        ["sh", "-c", script, "sh", *arguments],
        cwd=folder,
        env={name: value for name, value in environment.items() if value is not None},
        stdin=subprocess.DEVNULL,
        stdout=writer if door == "no reader" else subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    out, err = process.communicate(timeout=60)
    os.close(writer)
    if door != "no reader":
        os.close(reader)
    code = process.returncode
    encoding = sys.getdefaultencoding() if "UTF-16" not in door else "utf-16"
    return Finished(code, out or b"", err.decode(encoding, "replace"))


@pytest.fixture
def folder(tmp_path: Path, harbor: Path) -> Path:
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize(("name", "door"), CASES[::EACH])
def test_through_every_door(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch, name: str, door: str
) -> None:
    line = line_of(name)
    with monkeypatch.context() as changed:
        changed.chdir(folder)
        changed.setattr("sys.stdin", io.StringIO())
        usual = run(*line, COLUMNS="80", EDITOR="true")
    if name == "init":
        line = ["init", "newer"]
    through = finished(folder, line, door)
    assert "Traceback" not in through.err
    assert "Exception ignored" not in through.err
    if door in ("stdout closed", "all closed"):
        assert through.code == 1
        assert through.err == ("" if door == "all closed" else f"alliance-archive: {CLOSED}\n")
    elif door == "stdout full" and usual.out:
        assert through.code == 1
        assert through.err.endswith(f"alliance-archive: {FULL}\n")
    elif door == "no reader" and usual.out:
        assert through.code == 0
    elif door == "no folder" and through.code == 2 != usual.code:
        assert NO_FOLDER in through.err or "article.txt does not exist" in through.err
    else:
        assert through.code == usual.code


@pytest.mark.skipif(sys.platform == "win32", reason="names of files are text here")
def test_names_of_files_and_words_in_the_c_locale(folder: Path) -> None:
    names = "topics: [{id: sete, name: Sète}]\n"
    (folder / "archive" / "thèmes.yaml").write_text(names, encoding="utf-8")
    done = finished(folder, ["show", "Sète"], "a terminal in ASCII")
    assert (done.code, done.out.decode("ascii")) == (
        0,
        "S\\xe8te\n"
        "\n"
        "ID          sete\n"
        "Statements  0 (see: alliance-archive statements --topic sete)\n"
        "File        archive/th\\xe8mes.yaml:1\n",
    )


class Terminals:
    """Streams like those of terminals in an encoding, and what has been written to them."""

    def __init__(self, encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
        self.out, self.err = io.BytesIO(), io.BytesIO()
        self.streams = [io.TextIOWrapper(out, encoding=encoding) for out in (self.out, self.err)]
        monkeypatch.setattr(sys, "stdout", self.streams[0])
        monkeypatch.setattr(sys, "stderr", self.streams[1])


@pytest.mark.parametrize("name", COMMANDS)
def test_text_for_a_terminal_that_is_not_utf_8(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setenv("EDITOR", "true")
    monkeypatch.setattr("sys.stdin", io.StringIO())
    monkeypatch.setenv("COLUMNS", "80")
    usual = run(*line_of(name))
    run("init", "newer")
    for encoding in ("latin-1", "ascii", "cp1252", "euc-kr"):
        with monkeypatch.context() as changed:
            terminals = Terminals(encoding, changed)
            code = main(["init", f"in-{encoding}"] if name == "init" else line_of(name))
        out = terminals.out.getvalue().decode("utf-8" if name in DATA else encoding)
        err = terminals.err.getvalue().decode(encoding)
        assert code == usual.code, encoding
        assert out.count("?") == usual.out.count("?"), encoding
        assert err.count("?") == usual.err.count("?"), encoding
        assert err.count("this terminal is not UTF-8") == int("\\u" in out + err.split(NOTE)[0])
        assert max(map(len, out.splitlines()), default=0) <= 80 or name in WIDE, encoding


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in WIDE])
def test_no_line_is_wider_than_20_columns(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setenv("EDITOR", "true")
    monkeypatch.setattr("sys.stdin", io.StringIO())
    lines = run(*line_of(name), COLUMNS="20").out.splitlines()
    # Commands in the list of topics are as wide as they are.
    lines = [line for line in lines if "alliance-archive" not in line]
    assert max(map(cell_len, lines), default=0) <= 20


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "table"])
def test_data_are_utf_8_whatever_the_terminal_is(
    harbor: Path, run: Run, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    for name in (name for name in COMMANDS if offers(name, "--format", form)):
        line = [*line_of(name), "--format", form]
        usual = run(*line)
        for encoding in ("latin-1", "ascii", "utf-16"):
            with monkeypatch.context() as changed:
                terminals = Terminals(encoding, changed)
                code = main(line)
            assert (code, terminals.out.getvalue().decode()) == (usual.code, usual.out), encoding


def offers(name: str, option: str, choice: str) -> bool:
    """Return whether a command has an option with this choice."""
    return any(
        option in param.opts and choice in getattr(param.type, "choices", ())
        for param in COMMANDS[name].params
    )


VALUES = [
    (name, param)
    for name, command in COMMANDS.items()
    for param in command.params
    if not (isinstance(param, click.Option) and (param.is_flag or param.count))
]


def line_with(name: str, param: click.Parameter, value: str) -> list[str]:
    """Return a command line in which an option or argument has a value."""
    if isinstance(param, click.Option):
        return [*line_of(name), f"{max(param.opts, key=len)}={value}"]
    arguments = [each for each in COMMANDS[name].params if isinstance(each, click.Argument)]
    position = 1 + arguments.index(param)
    line = line_of(name)
    return [*line[:position], value, *line[position + 1 :]]


@pytest.mark.parametrize(("name", "param"), VALUES, ids=lambda value: getattr(value, "name", value))
def test_values_that_are_not_text_or_empty(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch, name: str, param: click.Parameter
) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    not_utf_8 = run(*line_with(name, param, "caf\udce9"))
    if isinstance(param.type, PathName):
        assert not_utf_8.code in (0, 1, 2)
    else:
        assert not_utf_8.code == 2
        assert not_utf_8.out == ""
        assert "caf⟨U+DCE9⟩" in not_utf_8.err
    empty = run(*line_with(name, param, ""))
    assert (empty.code, empty.out) == (2, "")
    assert empty.err.count("\n") == 1
