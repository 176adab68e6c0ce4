"""`remove`: take records out of the archive."""

from __future__ import annotations

from typing import Any

import click

from ...edit.records import remove as removed
from ...render.cells import counted
from ..completers import any_record
from ..confirm import REMOVE, alone, carry_out, editing_options
from ..listing import open_archive
from ..session import Command


@click.command(cls=Command)
@click.argument("names", metavar="ID...", nargs=-1, required=True, shell_complete=any_record)
@click.option("--force", is_flag=True, help="Also take them out of lists of other records.")
@editing_options
def remove(names: tuple[str, ...], force: bool, **options: Any) -> int:
    """Remove the records ID; a source goes with its statements.

    \b
    alliance-archive remove yonhap-2017-10-23-07
    alliance-archive remove un-resolutions --force

    A record that others refer to stays, and they are listed. --force takes it out of lists, such as
    a meeting's participants or a statement's topics, but never out of whom a statement is
    attributed to or made via: its words would be credited to the rest, or to nobody.
    """
    archive = open_archive()
    with alone(archive, **options):
        change = removed(archive, names, force=force)
        what = counted(change.removed, "record")
        if others := change.records - change.removed:
            ids = "its id" if change.removed == 1 else "their ids"
            what += f", and {ids} in {counted(others, 'other record')},"
        return carry_out(change, what, REMOVE, **options)
