"""`summary`: the archive at a glance."""

from __future__ import annotations

from typing import Any

import click

from ...reports.summary import SORTS
from ...reports.summary import summary as tallies_of
from ...reports.summary_view import SUMMARY, charts, headline
from ..listing import opened
from ..options import listing_options, split
from ..output import canvas, colour, emit, left_out, text


@click.command()
@listing_options(list(SORTS))
def summary(**options: Any) -> int:
    """The archive at a glance: how much, from when to when, in whose words, by whom, on what.

    \b
    alliance-archive summary
    alliance-archive summary --speaker mattis        his part of it
    alliance-archive summary --topic "north korea" --since 2017
    alliance-archive summary --limit 25              longer charts
    alliance-archive summary --json | jq '.[] | select(.section == "speaker")'
    alliance-archive summary -o summary.csv

    Whoever shares a statement is counted with it, so that shares come to more than all. Drafts are
    counted as drafts only, unless --status asks for them. Quotations are unverifiable where the
    archive has no fingerprint of the source's text. --limit bounds each chart; the other formats
    hold every row.
    """
    wanted, how = split(options)
    found = opened()
    tallies = tallies_of(found, wanted, sort=how.sort or "-count")
    size = canvas(how)
    if how.only_count:
        click.echo(tallies[0].number)
    elif size is None:
        emit(SUMMARY, tallies, how)
    else:
        from ...render.bars import charts as drawn

        made = drawn(*headline(tallies), charts(tallies, how.limit), size, colour(how))
        text(made, how)
    return left_out(found)
