"""The steps that every listing takes: open, query, render."""

from __future__ import annotations

import click

from ..queries.archive import Archive
from ..queries.filter import Filter
from ..views import STATEMENTS, View
from .options import Output
from .output import emit, left_out


def opened(archive: str | None) -> Archive:
    """The archive of the command's --archive, else of the program's."""
    return Archive.open(archive or click.get_current_context().find_root().obj)


def list_statements(archive: Archive, wanted: Filter, how: Output, view: View = STATEMENTS) -> int:
    """Show the statements of a filter, or count them; the exit code."""
    if how.count:
        click.echo(archive.count(wanted))
    else:
        rows = archive.statements(wanted, sort=how.sort or "date", limit=how.limit)
        emit(view, rows, how)
    return left_out(archive)
