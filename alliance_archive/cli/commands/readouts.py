"""`readouts`: show who reports what of one meeting."""

from __future__ import annotations

import click

from ...queries.filter import Filter
from ...reports import readouts as report
from ..completers import names_of
from ..listing import open_archive, show_rows
from ..options import Output, listing_options
from ..session import Command


@click.command(cls=Command)
@click.argument("name", metavar="MEETING", shell_complete=names_of("meeting"))
@listing_options(["topic"], acts=False)
def readouts(name: str, query: Filter, output: Output) -> int:
    """Show what each source reports of MEETING, act by act, and what it leaves out.

    \b
    alliance-archive readouts us-rok-2017-10-23
    alliance-archive readouts trilateral --format csv
    alliance-archive readouts philippines --source pentagon --source yonhap

    A row is an act, a column a source: a government's readout, an outlet's article. Quoted words
    that the first report of the act does not have are in {+ +}, words that only that has in [- -].
    – stands for what a source leaves out, ? where it still has drafts that nobody has reviewed.
    """
    archive = open_archive()
    meeting = archive.resolve("meeting", name)
    table = report.readouts(archive, meeting, query, limit=output.limit)
    acts = table.acts[::-1] if output.sort == "-topic" else table.acts
    return show_rows(
        archive,
        query,
        output,
        report.readouts_view(table.sources),
        acts,
        if_empty=lambda: f"no statement made at {archive.meeting_names((meeting,))[0]} matches",
        noun="act",
        ids=report.acts_of(acts),
    )
