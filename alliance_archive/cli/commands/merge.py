"""`merge`: make one record of several that mean the same."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import click

from ...edit.records import Conflict
from ...edit.records import merge as merged
from ...render.cells import counted, visible
from ..boundary import write
from ..completers import any_record
from ..confirm import carry_out, editing_options
from ..listing import open_archive
from ..session import Command
from ..usage import OneOf


@click.command(cls=Command)
@click.argument("keep", metavar="KEEP", shell_complete=any_record)
@click.argument("others", metavar="OTHER...", nargs=-1, required=True, shell_complete=any_record)
@click.option(
    "--prefer",
    type=OneOf(("keep", "other")),
    metavar="keep|other",
    help="Whose value to keep where they differ.",
)
@editing_options
def merge(keep: str, others: tuple[str, ...], prefer: str | None, **options: Any) -> int:
    """Merge each OTHER into KEEP: participants, meetings or topics.

    \b
    alliance-archive merge north-korea north-korea-weapons
    alliance-archive merge jim-mattis dana-white --prefer keep

    Names, memberships, identifiers and notes are united, references redirected, and the ids of the
    others go to `former_ids`. Where country, kind, dates and the like differ, you are asked, unless
    --prefer says which to keep; without an answer nothing is written.
    """
    archive = open_archive()
    change = merged(archive, keep, others, _decision(prefer))
    return carry_out(change, counted(change.records, "record"), **options)


def _decision(prefer: str | None) -> Callable[[Conflict], Any] | None:
    if prefer:
        return lambda conflict: conflict.kept if prefer == "keep" else conflict.other
    return _asked if sys.stdin.isatty() and sys.stdout.isatty() else None


def _asked(conflict: Conflict) -> Any:
    """Return the value that the user chooses. Raises Abort without an answer."""
    write(visible(f"{conflict.field}:\n  1  {conflict.kept}\n  2  {conflict.other}\n"))
    while True:
        write("Keep which? [1/2] ")
        try:
            answer = input().strip()
        except EOFError:
            raise click.Abort from None
        if answer in ("1", "2"):
            return conflict.kept if answer == "1" else conflict.other
