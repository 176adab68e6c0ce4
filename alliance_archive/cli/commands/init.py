"""`init`: a new archive."""

from __future__ import annotations

from pathlib import Path

import click

from ...store.init import create
from ..session import session_options


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@session_options
def init(folder: Path) -> int:
    """Begin an archive in DIR, with commented examples; what is there is never overwritten.

    \b
    alliance-archive init archive
    alliance-archive --archive archive check
    export ALLIANCE_ARCHIVE=$PWD/archive
    """
    for path in create(folder):
        click.echo(path)
    return 0
