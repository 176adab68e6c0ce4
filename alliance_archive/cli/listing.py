"""The steps that every listing takes: open, query, render."""

from __future__ import annotations

from collections.abc import Callable

import click

from ..archive import Archive
from ..queries.filter import Filter
from ..reports.statements import STATEMENTS
from ..reports.view import View
from .hints import nothing
from .marks import marks
from .options import Output
from .output import detail, emit, left_out, progress
from .session import session


def opened() -> Archive:
    """The archive of the session, its index brought up to date."""
    ours = session()
    archive = Archive.open(ours.archive, cached=not ours.no_index, progress=progress())
    click.get_current_context().call_on_close(archive.close)
    detail(f"index: {archive.opened.state}")
    return archive


def list_statements(
    archive: Archive,
    wanted: Filter,
    how: Output,
    view: View = STATEMENTS,
    empty: Callable[[], str] | None = None,
) -> int:
    """Show the statements of a filter, or count them; the exit code."""
    if how.only_count:
        click.echo(archive.count(wanted))
    else:
        rows = archive.statements(wanted, sort=how.sort or "date", limit=how.limit)
        empty = empty or (lambda: nothing(archive, wanted))
        emit(view, rows, how, empty=empty, marks=marks(archive, wanted, how))
    return left_out(archive)
