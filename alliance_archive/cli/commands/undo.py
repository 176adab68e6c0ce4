"""`undo`: take back the last changes."""

from __future__ import annotations

from typing import Any

import click

from ...change import changes
from ...change import undo as undone
from ...render.cells import counted
from ..boundary import tell
from ..confirm import TAKE_BACK, alone, carry_out, editing_options
from ..listing import open_archive
from ..output import note
from ..session import Command
from ..usage import BadUsage


@click.command(cls=Command)
@click.argument("count", metavar="[N]", default="1")
@click.option("--list", "listing", is_flag=True, help="List the changes that can be taken back.")
@editing_options
def undo(count: str, listing: bool, **options: Any) -> int:
    """Take back the last change of the archive, or the last N, all or none.

    \b
    alliance-archive undo --list
    alliance-archive undo 2 --dry-run
    alliance-archive undo

    The list has the newest change first; N takes back that one and all newer ones.
    Changes of set, rename, merge, remove, import, review, draft --add and corroborate --link are
    kept, the newest 100 and at most 50 MB, in your state folder, with or without git. A file that
    has been edited since is not overwritten: the difference is shown instead.
    """
    archive = open_archive()
    if listing:
        for number, entry in enumerate(changes(archive), 1):
            when = entry.when[:16].replace("T", " ")
            tell(f"{number:3}  {when}  {entry.command}")
            for path in entry.paths:
                tell(f"{'':23}{archive.display_path(path)}")
        if not changes(archive):
            note("no changes to take back")
        return 0
    if not (count.isascii() and count.isdigit() and int(count)):
        raise BadUsage(f"N must be a whole number, 1 or more, not “{count}”")
    with alone(archive, **options):
        change = undone(archive, int(count))
        return carry_out(change, counted(int(count), "change"), TAKE_BACK, **options)
