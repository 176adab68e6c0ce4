"""`sql`: read-only SQL over the archive's relations."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import Any

import click

from ...errors import ArchiveError
from ...index.views import RELATIONS
from ...queries.sql import Answer, BadQuery, Desk
from ...render.columns import Column
from ...reports.view import View
from ..listing import opened
from ..options import Output, output_options
from ..output import emit, left_out

MOST_IN_A_TABLE = 100_000


@click.command()
@click.argument("query", required=False)
@click.option("--schema", is_flag=True, help="The views and their columns, and what they mean.")
@click.option(
    "--timeout",
    type=click.FloatRange(min=0),
    default=10,
    metavar="SECONDS",
    help="How long a query may take; 0 for no bound. Default: 10.",
)
@output_options
def sql(query: str | None, schema: bool, timeout: float, **options: Any) -> int:
    """The answer to a SELECT in SQLite's SQL; without QUERY, a prompt, or what is piped in.

    \b
    alliance-archive sql --schema                    what there is to ask
    alliance-archive sql "SELECT words FROM statements WHERE form = 'direct'"
    alliance-archive sql "SELECT name, count(*) AS said
        FROM attributions JOIN participants ON id = participant
        WHERE capacity = 'voiced' GROUP BY participant ORDER BY said DESC"
    alliance-archive sql -o quotes.csv 'SELECT * FROM quotes'
    echo 'SELECT * FROM topics' | alliance-archive sql --json

    It only reads, one statement at a time, and only the views; drafts are in them, see their
    status. Bytes are shown in hexadecimal. Records with errors are in no view.
    """
    how = Output(**options)
    if schema:
        emit(of_columns(SCHEMA), _schema(), how)
        return 0
    found = opened()
    if query is None and not (sys.stdin.isatty() and sys.stdout.isatty()):
        query = _piped()
    with Desk(found, timeout) as desk:
        if query is None:
            from .sql_prompt import prompt

            prompt(desk, lambda answer: show(answer, how))
        else:
            show(desk.ask(query), how)
    return left_out(found)


def show(answer: Answer, how: Output) -> None:
    """Write the rows of an answer in the format asked for."""
    form = how.chosen("table")
    emit(of_columns(answer.columns), _bounded(answer) if form == "table" else answer, how, form)


def of_columns(names: Iterable[str]) -> View:
    """A view of tuples, whose columns go by these names."""

    def column(position: int, name: str) -> Column:
        return Column(name, name, lambda row: row[position])

    columns = tuple(column(position, name) for position, name in enumerate(names))
    return View(columns, columns, columns)


def _bounded(rows: Iterable[Any]) -> Iterator[Any]:
    # A table is sized to all its cells, so it holds them all; other formats are written row by row.
    for number, row in enumerate(rows):
        if number == MOST_IN_A_TABLE:
            raise BadQuery(
                f"more than {MOST_IN_A_TABLE:,} rows are too many for a table: "
                "add a LIMIT, or take --format csv"
            )
        yield row


def _piped() -> str:
    try:
        return sys.stdin.read()
    except UnicodeDecodeError as error:
        raise ArchiveError("the query is not UTF-8") from error


SCHEMA = ("view", "column", "type", "key", "meaning")


def _schema() -> Iterator[tuple[str, ...]]:
    for relation in RELATIONS:
        yield relation.name, "", "", "", relation.about
        for each in relation.attributes:
            key = "key" if each.name in relation.key else ""
            refers = f"→ {each.refers}.id" if each.refers else ""
            choices = f" One of {', '.join(each.choices)}." if each.choices else ""
            kind = "integer" if each.type == "integer" else "text"
            yield (
                relation.name,
                each.name,
                kind,
                " ".join(part for part in (key, refers) if part),
                each.about + choices,
            )
