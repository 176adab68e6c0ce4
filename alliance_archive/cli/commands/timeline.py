"""`timeline`: meetings in order, each with its statements."""

from __future__ import annotations

from typing import Any

import click

from ...reports.timeline import GRAINS, steps
from ...reports.timeline import timeline as entries_of
from ...reports.timeline_view import NESTED, STEPS, sections
from ..hints import nothing
from ..listing import opened
from ..marks import marks
from ..options import listing_options, split
from ..output import canvas, colour, emit, left_out, note, text


@click.command()
@click.option("--per", type=click.Choice(tuple(GRAINS)), help="Default: as the span needs.")
@listing_options(["date"])
def timeline(per: str | None, **options: Any) -> int:
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
    wanted, how = split(options)
    found = opened()
    entries = entries_of(found, wanted, grain=per, sort=how.sort or "date", limit=how.limit)
    size = canvas(how)

    def empty() -> str:
        return nothing(found, wanted)

    if how.only_count:
        click.echo(len(entries))
    elif how.chosen("table") in ("json", "jsonl", "yaml"):
        emit(NESTED, entries, how, empty=empty)
    elif size is None:
        emit(STEPS, steps(entries), how, empty=empty)
    elif entries:
        from ...render.outline import outline

        text(outline(sections(entries), size, colour(how), marks(found, wanted, how)), how)
    else:
        note(empty())
    return left_out(found)
