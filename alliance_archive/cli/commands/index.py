"""`index`: show or rebuild the cache that makes look-ups fast."""

from __future__ import annotations

import click

from ...archive import Archive
from ..app import session, session_options
from ..options import Output
from ..output import progress, stream
from ..usage import Command


@click.command(cls=Command)
@click.option("--rebuild", is_flag=True, help="Rebuild the index from the files.")
@session_options
def index(rebuild: bool) -> int:
    """Update the index, and show its location, size and state.

    \b
    alliance-archive index
    alliance-archive index --rebuild

    The index makes look-ups fast. It is made from the YAML files and compared with them at every
    run, so it may be deleted at any time. With --no-index, any command reads the files instead.
    """
    chosen = session()
    cached = not chosen.no_index
    with Archive.open(
        chosen.archive, cached=cached, rebuild=rebuild, progress=progress()
    ) as archive:
        status = archive.index_status()
    size = "none" if status.size is None else f"{status.size:,} bytes"
    with stream(Output(), text=True) as target:
        target.write(f"archive     {archive.root}\nindex       {status.path or 'none'}\n")
        target.write(f"size        {size}\nstate       {status.state}\n")
        target.write(f"files       {status.files}\nstatements  {status.statements}\n")
    return 0
