"""`index`: the cache that makes look-ups quick."""

from __future__ import annotations

import click

from ...archive import Archive
from ..app import session, session_options
from ..options import Output
from ..output import progress, stream


@click.command()
@click.option("--rebuild", is_flag=True, help="Make it anew from the files.")
@session_options
def index(rebuild: bool) -> int:
    """Where the archive's index is, its size and its state; brought up to date on the way.

    \b
    alliance-archive index
    alliance-archive index --rebuild

    The YAML files are the only truth: the index is made from them, held against them at every
    run, and may be deleted at any time. --no-index, before or behind any command, does without.
    """
    chosen = session()
    cached = not chosen.no_index
    with Archive.open(
        chosen.archive, cached=cached, rebuild=rebuild, progress=progress()
    ) as archive:
        status = archive.index_status()
    size = "none" if status.size is None else f"{status.size:,} bytes"
    with stream(Output()) as target:
        target.write(f"archive     {archive.root}\nindex       {status.path or 'nowhere'}\n")
        target.write(f"size        {size}\nstate       {status.state}\n")
        target.write(f"files       {status.files}\nstatements  {status.statements}\n")
    return 0
