"""The prompt of `sql`: queries over several lines, with a history and completion."""

from __future__ import annotations

import contextlib
import os
import re
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from ...errors import ArchiveError
from ...index.views import RELATIONS
from ...queries.sql import Answer, Desk
from ...render.visible import visible
from ..output import note
from ..session import session

_KEYWORDS = (
    "AND AS ASC BETWEEN BY CASE COUNT DESC DISTINCT ELSE END EXISTS FROM GROUP HAVING IN IS JOIN"
    " LEFT LIKE LIMIT NOT NULL OFFSET ON OR ORDER SELECT THEN UNION VALUES WHEN WHERE WITH"
)
_COMMANDS = (".help", ".quit", ".schema")
_HELP = """\
A query ends with ; and may go over several lines. Tab completes views, columns and keywords.
.schema lists the views and columns, .schema VIEW those of one; .quit or Ctrl-D leaves.
Ctrl-C stops a query, or drops the lines typed so far."""
_HISTORY_LINES = 1000


def prompt(desk: Desk, show: Callable[[Answer], None]) -> None:
    """Ask for queries and show their answers until the input ends."""
    if not session().quiet:
        click.echo("Read-only SQL. .help says more, .quit leaves.", err=True)
    with _line_editing():
        lines: list[str] = []
        while True:
            try:
                line = input("   ...> " if lines else "sql> ")
            except EOFError:
                click.echo(err=True)
                return
            except KeyboardInterrupt:
                click.echo(err=True)
                lines = []
                continue
            if not lines and line.startswith("."):
                if not _command(line.split()):
                    return
                continue
            lines += [line] if lines or line.strip() else []
            if lines and sqlite3.complete_statement("\n".join(lines)):
                _answer(desk, "\n".join(lines), show)
                lines = []


def _answer(desk: Desk, query: str, show: Callable[[Answer], None]) -> None:
    try:
        show(desk.ask(query))
    except ArchiveError as error:
        click.echo(f"alliance-archive: {visible(str(error))}", err=True)
    except KeyboardInterrupt:
        note("stopped")


def _command(words: list[str]) -> bool:
    """Do what a line with a dot says; whether to go on."""
    if words[0] in (".quit", ".exit"):
        return False
    if words[0] == ".schema":
        for relation in RELATIONS:
            if words[1:] in ([], [relation.name]):
                columns = ", ".join(each.name for each in relation.attributes)
                click.echo(f"{relation.name} ({columns})\n    {relation.about}")
    else:
        click.echo(_HELP)
    return True


def candidates(text: str) -> list[str]:
    """What a word begun at the prompt may become; columns of a view as view.column."""
    if "." in text[1:]:
        view = text.partition(".")[0]
        known = [f"{r.name}.{a.name}" for r in RELATIONS if r.name == view for a in r.attributes]
    else:
        columns = (each.name for relation in RELATIONS for each in relation.attributes)
        keywords = _KEYWORDS.split()
        if text.islower():
            keywords = [word.lower() for word in keywords]
        known = [*(r.name for r in RELATIONS), *columns, *keywords, *_COMMANDS]
    return sorted({word for word in known if text and word.startswith(text)})


def history_file() -> Path:
    """Where the queries typed are kept: below XDG_STATE_HOME, by default ~/.local/state."""
    state = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(state) / "alliance-archive" / "sql_history"


@contextlib.contextmanager
def _line_editing() -> Iterator[None]:
    try:
        import readline
    except ImportError:  # Windows has none; the prompt works without
        yield
        return
    path = history_file()
    readline.set_completer(lambda text, state: [*candidates(text), None][state])
    readline.set_completer_delims(re.sub(r"[.\w]", "", readline.get_completer_delims()))
    # macOS has libedit in readline's place, which is told otherwise.
    libedit = "libedit" in (readline.__doc__ or "")
    readline.parse_and_bind("bind ^I rl_complete" if libedit else "tab: complete")
    with contextlib.suppress(OSError):
        readline.read_history_file(path)
    try:
        yield
    finally:
        readline.set_completer(None)
        readline.set_history_length(_HISTORY_LINES)
        with contextlib.suppress(OSError):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.touch(mode=0o600)
            readline.write_history_file(path)
