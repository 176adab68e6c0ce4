"""`index`: the cache that makes look-ups quick."""

from __future__ import annotations

import os

import click

from ...index.opening import index_path, open_index
from ...store.locate import locate
from ..output import progress
from ..session import session, session_options


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
    ours = session()
    root = locate(ours.archive)
    opened = open_index(root, cached=not ours.no_index, rebuild=rebuild, progress=progress())
    path = opened.path or index_path(os.path.realpath(root)) or "nowhere"
    counts = opened.connection.execute(
        "SELECT (SELECT count(*) FROM file), (SELECT count(*) FROM statement)"
    ).fetchone()
    size = f"{os.path.getsize(opened.path):,} bytes" if opened.path else "none"
    opened.connection.close()
    click.echo(f"archive     {root}\nindex       {path}\nsize        {size}")
    click.echo(f"state       {opened.state}\nfiles       {counts[0]}\nstatements  {counts[1]}")
    return 0
