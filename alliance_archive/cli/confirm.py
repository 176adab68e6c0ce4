"""A change shown, confirmed on the terminal, and written."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import click

from ..archive import Archive
from ..change import Change
from ..errors import ArchiveError
from ..render.cells import counted, pictured
from .boundary import fitted, write
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


CHANGE = ("change", "changed")
REMOVE = ("remove", "removed")
TAKE_BACK = ("take back", "took back")


def carry_out(
    change: Change,
    what: str,
    verb: tuple[str, str] = CHANGE,
    *,
    dry_run: bool = False,
    yes: bool = False,
    no_color: bool = False,
    no_pager: bool = False,
) -> int:
    """Show a change, ask whether to write it, and write it; return the exit code.

    `what` says what changes, such as "3 records", and `verb` what is done to it, now and in the
    past. Raises NotConfirmed.
    """
    if not dry_run:
        change.archive.refuse_example()
    if not change.replacements:
        note("nothing to change")
        return 0
    output = Output(no_color=no_color, no_pager=no_pager)
    what = f"{what} in {counted(len(change.paths), 'file')}"
    now, past = verb
    if dry_run:
        show_text(_drawn(change.diff(), color(output)), output)
        note(f"this would {now} {what}; nothing was written")
        return 0
    if not yes:
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            raise NotConfirmed(
                f"this would {now} {what}; nothing was written. "
                "To see the change: --dry-run. To write it: --yes"
            )
        show_text(_drawn(change.diff(), color(output)), output)
    warn_unkept(foreseen := change.unkept)
    if not (yes or _confirmed(f"{now.capitalize()} {what}? [y/N] ")):
        note("nothing was written")
        return 0
    change.write()
    if not foreseen:
        warn_unkept(change.unkept)
    final = change.unkept or verb == TAKE_BACK
    back = "" if final else f". To take it back: {change.archive.command} undo"
    note(f"{past} {what}{back}")
    return 0


def alone(
    archive: Archive, *, dry_run: bool, yes: bool, **_: object
) -> AbstractContextManager[None]:
    """Keep other edits waiting from planning to writing, if nobody is asked in between."""
    return archive.editing() if yes and not dry_run else nullcontext()


def warn_unkept(reason: str | None) -> None:
    """Say that what is about to change, or has changed, cannot be taken back, if it cannot."""
    if reason:
        note(f"undo will not be able to take this back: {reason}")


def warn_if_nothing_is_kept() -> None:
    """Say that no change can be taken back, if the state folder cannot be written to."""
    from ..store.history import why_not_kept

    warn_unkept(why_not_kept())


def _confirmed(question: str) -> bool:
    write(fitted(question, sys.stdout))
    try:
        return input().strip().casefold() in ("y", "yes")
    except EOFError:
        write("\n")
        return False


def _drawn(diff: str, colored: bool) -> str:
    """Return a diff as a terminal shows it."""
    drawing = ""
    for line in diff.splitlines():
        styled = pictured(line)
        if colored and line.startswith(("--- ", "+++ ")):
            styled = click.style(styled, bold=True)
        elif colored and line[:1] in _COLORS:
            styled = click.style(styled, fg=_COLORS[line[:1]])
        drawing += f"{styled}\n"
    return drawing
