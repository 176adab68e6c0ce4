"""`sql`: answer read-only SQL over the archive's views."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from typing import Any

import click

from ...errors import ArchiveError
from ...queries.sql import Answer, BadQuery, ViewColumn, describe_views, read_only_session
from ...render.columns import Column, View
from ..app import PROGRAM
from ..listing import open_archive
from ..options import Output, output_options
from ..output import emit, left_out, show_text, stream, width
from ..session import Command
from ..usage import SECONDS

MOST_IN_A_TABLE = 100_000


@click.command(cls=Command)
@click.argument("query", required=False)
@click.option("--schema", is_flag=True, help="Describe the views and their columns.")
@click.option(
    "--timeout",
    type=SECONDS,
    default=10,
    metavar="SECONDS",
    help="Stop a query after this time; 0 = no limit. Default: 10.",
)
@output_options
def sql(query: str | None, schema: bool, timeout: float, output: Output) -> int:
    """Answer QUERY, a SELECT in SQLite's SQL; without it, read one from a pipe.

    \b
    alliance-archive sql --schema                   the views and their columns
    alliance-archive sql "SELECT words FROM statements WHERE form = 'direct'"
    alliance-archive sql "SELECT name, count(*) AS said
        FROM attributions JOIN participants ON id = participant
        WHERE capacity = 'voiced' GROUP BY participant ORDER BY said DESC"
    alliance-archive sql -o quotes.csv 'SELECT * FROM quotes'
    echo 'SELECT * FROM topics' | alliance-archive sql --json

    It runs one query at a time, which can only read. The views keep their names and columns; all
    other tables belong to the index and may change with any version. The views include drafts (see
    their status) and leave out records with errors. Bytes are shown in hexadecimal.
    """
    if schema:
        if output.chosen_format("table") == "table":
            from ...reports.schema import draw

            if output.file:
                with stream(output, text=True) as target:
                    target.write(draw(None))
            else:
                show_text(draw(width(output)), output)
        else:
            emit(_view_of(ViewColumn._fields), describe_views(), output)
        return 0
    query = _piped() if query is None else query
    archive = open_archive()
    with read_only_session(archive.connection, timeout, on_stuck=_end) as session:
        _show(session.ask(query), output)
    return left_out(archive)


def _end(error: BadQuery) -> None:
    """Print the error and end the process, whose main thread is inside SQLite."""
    from ...atomic import remove_unfinished

    click.echo(f"{PROGRAM}: {error}", err=True)
    remove_unfinished()
    os._exit(error.exit_code)


def _show(answer: Answer, output: Output) -> None:
    form = output.chosen_format("table")
    rows = _bounded(answer) if form == "table" else answer
    emit(_view_of(answer.columns), rows, output, form)


def _view_of(names: Iterable[str]) -> View:
    """Return a view of tuples, with columns of these names."""

    def column(position: int, name: str) -> Column:
        return Column(name, name, lambda row: row[position])

    columns = tuple(column(position, name) for position, name in enumerate(names))
    return View(columns, columns, columns)


def _bounded(rows: Iterable[Any]) -> Iterator[Any]:
    # A table is sized to all its cells, so it holds them all; other formats are written row by row.
    for count, row in enumerate(rows):
        if count == MOST_IN_A_TABLE:
            raise BadQuery(
                f"more than {MOST_IN_A_TABLE:,} rows are too many for a table: "
                "add a LIMIT, or use --format csv"
            )
        yield row


def _piped() -> str:
    if sys.stdin.isatty():
        raise ArchiveError(
            "sql needs a query, such as 'SELECT words FROM statements'. "
            "To see the views: alliance-archive sql --schema"
        )
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="strict")
    try:
        return sys.stdin.read()
    except UnicodeDecodeError as error:
        raise ArchiveError("the query is not UTF-8") from error
