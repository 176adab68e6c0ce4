"""`timeline`: meetings in order, each with its statements."""

from __future__ import annotations

from functools import partial

import click

from ...queries.filter import Filter
from ...reports import timeline as report
from ..listing import open_archive, show_rows
from ..options import Output, listing_options


@click.command()
@click.option("--per", type=click.Choice(tuple(report.GRAINS)), help="Default: as the span needs.")
@listing_options(["date"])
def timeline(per: str | None, query: Filter, output: Output) -> int:
    """The meetings in order, each with its statements in a line, the planned ones marked.

    \b
    alliance-archive timeline
    alliance-archive timeline --since 2017-10-23     from that day on
    alliance-archive timeline --speaker onodera      where he was, and what he said there
    alliance-archive timeline --topic "north korea" --per month
    alliance-archive timeline --sort -date           the latest first
    alliance-archive timeline --json                 meetings nested, statements within them
    alliance-archive timeline -o timeline.csv        a row for each statement

    Meetings stand below the conference that they were held beside. Statements that name no
    meeting stand by themselves, by date and source. --since and --until choose meetings, too; the
    other filters leave out meetings without such statements. JSON, JSON Lines and YAML keep the
    nesting. For --limit and --count, a meeting counts with all that stood beside it.
    """
    archive = open_archive()
    sort = output.sort or "date"
    entries = report.timeline(archive, query, grain=per, sort=sort, limit=output.limit)
    if output.chosen_format("table") in ("json", "jsonl", "yaml"):
        return show_rows(archive, query, output, report.NESTED, entries)
    return show_rows(
        archive,
        query,
        output,
        report.STEPS,
        report.steps(entries),
        draw=partial(report.draw, entries),
        count=lambda: len(entries),
    )
