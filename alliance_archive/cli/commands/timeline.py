"""`timeline`: show meetings in order, each with its statements."""

from __future__ import annotations

from functools import partial

import click

from ...queries.filter import Filter
from ...reports import timeline as report
from ...reports.lists import doubts_of, listing
from ..listing import note_doubts, open_archive, show_rows
from ..options import Output, listing_options
from ..session import Command
from ..usage import OneOf, today


@click.command(cls=Command)
@click.option(
    "--per",
    type=OneOf(report.GRAINS),
    metavar="PERIOD",
    help="Group by day, month or year. Default: depends on the span.",
)
@listing_options(["date"])
def timeline(per: str | None, query: Filter, output: Output) -> int:
    """Show meetings in order, each with its statements; planned ones are marked.

    \b
    alliance-archive timeline
    alliance-archive timeline --since 2017-10-23     from that day on
    alliance-archive timeline --speaker onodera      where he was and what he said
    alliance-archive timeline --topic "north korea" --per month
    alliance-archive timeline --sort -date           the latest first
    alliance-archive timeline --json                 statements nested in meetings
    alliance-archive timeline -o timeline.csv        one row per statement

    Meetings are listed below the conference on whose sidelines they were held. Statements
    without a meeting are listed by date and source. --since and --until choose meetings as well;
    the other filters leave out meetings without matching statements. For --limit and --count, a
    meeting and those on its sidelines count as one.
    """
    archive = open_archive()
    sort = output.sort or "date"
    by_act = output.of_acts()
    entries = report.timeline(
        archive, query, grain=per, sort=sort, limit=output.limit, today=today(), by_act=by_act
    )
    if output.chosen_format("table") in ("json", "jsonl", "yaml"):
        code = show_rows(archive, query, output, report.NESTED, entries)
    else:
        code = show_rows(
            archive,
            query,
            output,
            report.STEPS,
            report.steps(entries),
            draw=partial(report.draw, entries, by_act=by_act),
            count=lambda: len(entries),
        )
    if query.since or query.until:
        note_doubts(doubts_of(listing(archive, "meeting", query)), "meeting")
    return code
