"""`init`: a new archive."""

from __future__ import annotations

import click

from ...archive import Archive
from ..app import session_options
from ..output import note

_NEXT = """\
  {0} draft article.txt --add    # an article's plain text becomes a record
  {0} review                     # accept or correct its statements one by one
  {0} check                      # find every problem in the files"""


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path())
@session_options
def init(folder: str) -> int:
    """Begin an archive in DIR, with commented examples; what is there is never overwritten.

    \b
    alliance-archive init my-archive
    alliance-archive --archive my-archive check
    alliance-archive init .                          in the working directory

    From then on it is found in its folder, in every folder within it, and in the one above it. If
    DIR is an archive already, only the mark archive.yaml is added, if it has none, and
    schema.json renewed, where it is another version's.
    """
    written = Archive.create(folder)
    for path in written:
        click.echo(path)
    if not written:
        note(f"{folder} is an archive, and its schema.json is current; nothing was written")
    else:
        with Archive.open(folder) as archive:
            note(f"{archive.label} is an archive. Next:\n{_NEXT.format(archive.command)}")
    return 0
