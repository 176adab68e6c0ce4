"""`index`: show or rebuild the cache that makes look-ups fast."""

from __future__ import annotations

import click

from ..options import Output
from ..output import note, progress, stream
from ..session import Command, session


@click.command(cls=Command)
@click.option("--rebuild", is_flag=True, help="Rebuild the index from the files.")
@click.option("--check", is_flag=True, help="Compare the index with the files in every detail.")
def index(rebuild: bool, check: bool) -> int:
    """Update the index, and show its location, size and state.

    \b
    alliance-archive index
    alliance-archive index --rebuild
    alliance-archive index --check                  takes as long as a rebuild

    The index makes look-ups fast. It is made from the YAML files and compared with them at every
    run, so it may be deleted at any time. With --no-index, any command reads the files instead.
    An index that another program or the disk has changed is rebuilt. In one of more than 4 MB, a
    look-up checks only the rows that it shows; --check checks all, rebuilds an index that is
    damaged, and exits with 1.
    """
    run = session()
    damaged: list[str] = []
    with run.open(rebuild=rebuild, progress=progress()) as archive:
        status = archive.index_status()
        if check:
            damaged = archive.check_index(progress())
    if damaged:
        note(f"the index is damaged ({', '.join(damaged)}); rebuilding it")
        with run.open(rebuild=True, progress=progress()) as archive:
            status = archive.index_status()
    size = "none" if status.size is None else f"{status.size:,} bytes"
    with stream(Output(), text=True) as target:
        target.write(f"archive     {archive.root}\nindex       {status.path or 'none'}\n")
        target.write(f"size        {size}\nstate       {status.state}\n")
        target.write(f"files       {status.files}\nstatements  {status.statements}\n")
        if check:
            target.write(f"check       {'was damaged' if damaged else 'as the files have it'}\n")
    return 1 if damaged else 0
