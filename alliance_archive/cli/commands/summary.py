"""`summary`: count statements."""

from __future__ import annotations

import click

from ...queries.filter import EVERYTHING, Filter
from ...reports import summary as report
from ..hints import nothing
from ..listing import open_archive, show_rows
from ..options import Output, listing_options
from ..output import note
from ..session import Command


@click.command(cls=Command)
@listing_options(report.SORTS)
def summary(query: Filter, output: Output) -> int:
    """Count statements by form, speaker, country, topic and year.

    \b
    alliance-archive summary
    alliance-archive summary --speaker mattis        only what he said
    alliance-archive summary --topic "north korea" --since 2017
    alliance-archive summary --limit 25              longer charts
    alliance-archive summary --json | jq '.[] | select(.section == "topic")'
    alliance-archive summary -o summary.csv

    A shared statement counts for each of its speakers and countries, and a statement counts for its
    topics and all broader ones, so shares can add up to more than 100%. Drafts are left out unless
    --status asks for them; one line counts them. Quotations without a fingerprint are from sources
    whose text the archive cannot identify. --limit applies to each chart; data formats have every
    row.
    """
    archive = open_archive()
    tallies = report.summary(
        archive, query, sort=output.sort or "-count", by_report=output.by_report
    )
    if query != EVERYTHING and not tallies[0].total and not archive.empty:
        note(nothing(archive, query))
    return show_rows(
        archive,
        query,
        output,
        report.SUMMARY,
        tallies,
        draw=lambda width, color, _marks: report.draw(tallies, width, color, output.limit),
        count=lambda: tallies[0].total,
    )
