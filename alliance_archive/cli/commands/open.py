"""`open`: open a record in the user's editor, at its line."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import click

from ...errors import ArchiveError
from ..boundary import tell
from ..completers import any_record
from ..listing import open_archive
from ..session import Command

# Editors that wait for keys from a terminal, even where there is none.
_IN_TERMINALS = (
    *("vi", "vim", "nvim", "view", "ex", "nano", "pico", "kak", "joe", "jed", "mg", "ne"),
    *("micro", "mcedit", "hx", "helix"),
)
# How an editor is told the line, by the name of its program; others are given only the path.
_COLON = ("subl", "hx", "helix", "zed", "zeditor")
_PLUS = (*set(_IN_TERMINALS).difference(_COLON), "gvim", "emacs", "emacsclient", "gedit")
_GOTO = ("code", "code-insiders", "codium", "vscodium", "cursor", "windsurf")
_LINE_OPTION = {"kate": "--line", "kwrite": "--line", "mate": "--line", "notepad++": "-n"}
_DEFAULTS = ("vi", "nano", "notepad")


class NoEditor(ArchiveError):
    """No editor can be run."""


@click.command("open", cls=Command)
@click.argument("name", metavar="ID", shell_complete=any_record)
def open_(name: str) -> int:
    """Open the record ID in your editor: VISUAL, or else EDITOR.

    \b
    alliance-archive open yonhap-2017-10-23-02
    EDITOR='code --wait' alliance-archive open mattis

    vi, vim, nvim, nano, emacs, kak, micro, code, subl, hx, zed, kate and others like them open
    it at the record's line; any other editor is given the file. Without a terminal, an editor
    that needs one is not started: the file and line are printed instead, and the exit code is 2.
    """
    archive = open_archive()
    if archive.location.bundled:
        archive.refuse_example()
    origin = archive.find(name).origin
    assert origin is not None
    program, *options = editor()
    if _name(program) in _IN_TERMINALS and not (sys.stdin.isatty() and sys.stdout.isatty()):
        tell(f"{archive.display_path(origin.path)}:{origin.line}")
        raise NoEditor(
            f"{program} needs a terminal; the record's file and line are printed instead"
        )
    path = Path(os.path.abspath(os.path.join(archive.root, origin.path)))
    command = [program, *options, *line_arguments(program, path, origin.line)]
    try:
        return subprocess.run(command, check=False).returncode  # noqa: S603 - the user's own editor
    except OSError as error:
        raise NoEditor(
            f"cannot run the editor {program}: {error.strerror}. Set EDITOR to another one"
        ) from error


def chosen_editor() -> tuple[str, str] | None:
    """Return the command of the editor that the user has set, after the variable that has it."""
    pairs = ((name, os.environ.get(name, "").strip()) for name in ("VISUAL", "EDITOR"))
    return next(((name, command) for name, command in pairs if command), None)


def editor() -> list[str]:
    """Return the editor's program and options. Raises NoEditor."""
    if chosen := chosen_editor():
        variable, command = chosen
        try:
            return shlex.split(command, posix=os.name != "nt")
        except ValueError as error:
            raise NoEditor(f"{variable} is not a command: “{command}” ({error})") from error
    for program in _DEFAULTS:
        if shutil.which(program):
            return [program]
    raise NoEditor("no editor found: set EDITOR to one, for example EDITOR=nano")


def line_arguments(program: str, path: Path, line: int) -> list[str]:
    """Return the arguments that open a file at a line, from 1, in an editor's own syntax."""
    name = _name(program)
    if name in _PLUS:
        return [f"+{line}", str(path)]
    if name in _COLON:
        return [f"{path}:{line}"]
    if name in _GOTO:
        return ["-g", f"{path}:{line}"]
    if name in _LINE_OPTION:
        return [_LINE_OPTION[name], str(line), str(path)]
    return [str(path)]


def _name(program: str) -> str:
    return Path(program).name.lower().removesuffix(".exe").removesuffix(".cmd")
