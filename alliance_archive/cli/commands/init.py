"""`init`: create an archive."""

from __future__ import annotations

import click

from ...archive import Archive
from ..boundary import tell
from ..output import note
from ..session import Command
from ..usage import FOLDER

_NEXT = """\
  {0} draft article.txt --add    # draft a record from an article
  {0} review                     # accept or correct its drafts
  {0} check                      # find every problem in the files"""


@click.command(cls=Command)
@click.argument("folder", metavar="DIR", type=FOLDER)
def init(folder: str) -> int:
    """Create an archive in DIR, with commented examples; existing files are kept.

    \b
    alliance-archive init my-archive
    alliance-archive --archive my-archive check
    alliance-archive init .                         in the working directory

    From then on the archive is found from its folder, from any folder in it, and from the folder
    above it. If DIR is an archive already, archive.yaml is added if it is missing, and
    schema.json is renewed if it is from another version.
    """
    written = Archive.create(folder)
    for path in written:
        tell(str(path))
    if not written:
        note(f"{folder} is already an archive and up to date; nothing was written")
    else:
        with Archive.open(folder) as archive:
            note(f"{archive.label} is ready. Next:\n{_NEXT.format(archive.command)}")
    return 0
