"""`summary`: the archive at a glance."""

from __future__ import annotations

import click

from ...queries.filter import Filter
from ...reports import summary as report
from ..listing import open_archive, show_rows
from ..options import Output, listing_options


@click.command()
@listing_options(report.SORTS)
def summary(query: Filter, output: Output) -> int:
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
    archive = open_archive()
    tallies = report.summary(archive, query, sort=output.sort or "-count")
    return show_rows(
        archive,
        query,
        output,
        report.SUMMARY,
        tallies,
        draw=lambda width, colour, _marks: report.draw(tallies, width, colour, output.limit),
        count=lambda: tallies[0].total,
    )
