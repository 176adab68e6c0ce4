"""A change shown, confirmed on the terminal, and written."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import Any

import click

from ..change import Change
from ..errors import ArchiveError
from ..render.cells import counted, pictured
from .boundary import write
from .options import NO_COLOR, NO_PAGER, Output
from .output import color, note, show_text

_COLORS = {"+": "green", "-": "red", "@": "cyan"}


class NotConfirmed(ArchiveError):
    """A change that nobody can confirm, because there is no terminal."""


def editing_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options --dry-run and --yes."""
    for option in (
        NO_PAGER,
        NO_COLOR,
        click.option("-y", "--yes", is_flag=True, help="Write without asking."),
        click.option("-n", "--dry-run", is_flag=True, help="Show the changes, write nothing."),
    ):
        command = option(command)
    return command


def carry_out(
    change: Change,
    what: str,
    *,
    dry_run: bool = False,
    yes: bool = False,
    no_color: bool = False,
    no_pager: bool = False,
) -> int:
    """Show a change, ask whether to write it, and write it; return the exit code.

    `what` says what changes, such as "3 records". Raises NotConfirmed.
    """
    if not change.replacements:
        note("nothing to change")
        return 0
    output = Output(no_color=no_color, no_pager=no_pager)
    files = counted(len(change.paths), "file")
    if dry_run:
        show_text(_drawn(change.diff(), color(output)), output)
        note(f"{what} in {files} would change; nothing was written")
        return 0
    if not yes:
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            raise NotConfirmed(
                f"{what} in {files} would change; nothing was written. "
                "To write it: --yes. To see it: --dry-run"
            )
        show_text(_drawn(change.diff(), color(output)), output)
        warn_unkept(change)
        if not _confirmed(f"Change {what} in {files}? [y/N] "):
            note("nothing was written")
            return 0
    else:
        warn_unkept(change)
    change.write()
    back = "" if change.unkept else f". To take it back: {change.archive.command} undo"
    note(f"{what} in {files} changed{back}")
    return 0


def warn_unkept(change: Change) -> None:
    """Say that a change cannot be taken back, if it cannot."""
    if change.unkept:
        note(f"undo will not be able to take this back: {change.unkept}")


def _confirmed(question: str) -> bool:
    write(question)
    try:
        return input().strip().casefold() in ("y", "yes")
    except EOFError:
        write("\n")
        return False


def _drawn(diff: str, colored: bool) -> str:
    """Return a diff as a terminal shows it."""
    return "".join(_lines(diff.splitlines(keepends=False), colored))


def _lines(lines: Iterable[str], colored: bool) -> Iterable[str]:
    for line in lines:
        shown = pictured(line)
        if colored and line.startswith(("--- ", "+++ ")):
            shown = click.style(shown, bold=True)
        elif colored and line[:1] in _COLORS:
            shown = click.style(shown, fg=_COLORS[line[:1]])
        yield f"{shown}\n"
