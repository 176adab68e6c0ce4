"""`init`: a new archive."""

from __future__ import annotations

from pathlib import Path

import click

from ...archive import Archive
from ..app import session_options
from ..output import note


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@session_options
def init(folder: Path) -> int:
    """Begin an archive in DIR, with commented examples; what is there is never overwritten.

    \b
    alliance-archive init archive
    alliance-archive --archive archive check
    export ALLIANCE_ARCHIVE=$PWD/archive

    If DIR is an archive already, only its schema.json is renewed, where it is another version's.
    """
    written = Archive.create(folder)
    for path in written:
        click.echo(path)
    if not written:
        note(f"{folder} is an archive, and its schema.json is current; nothing was written")
    return 0
