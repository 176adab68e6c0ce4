"""`compare`: show two sides side by side."""

from __future__ import annotations

from functools import partial

import click

from ...archive import Archive
from ...queries.filter import Filter
from ...reports import compare as report
from ..completers import any_record
from ..listing import note_namesakes, open_archive, show_rows
from ..options import Output, listing_options
from ..session import Command


@click.command(cls=Command)
@click.argument("first", metavar="A", shell_complete=any_record)
@click.argument("second", metavar="B", shell_complete=any_record)
@listing_options(["shared", "subject"])
def compare(first: str, second: str, query: Filter, output: Output) -> int:
    """Show side by side what A and B said on the same subjects.

    \b
    alliance-archive compare mattis onodera         two people
    alliance-archive compare japan "south korea"    countries: all their people
    alliance-archive compare us-rok-alliance us-japan-alliance
    alliance-archive compare trilateral us-rok-2017-10-23
    alliance-archive compare mattis song --topic "north korea"
    alliance-archive compare pentagon-2017-10-23 yonhap-2017-10-23
    alliance-archive compare mattis onodera -o both.csv

    A and B are participants, countries, topics, meetings or sources: their id, name or part of a
    name. Subjects that both addressed come first; statements by both run across both columns. When
    two topics are compared, the subjects are people. Two sources are compared act by act, as
    readouts does. In CSV and JSON, each row is a phrase, or a
    statement on one subject, and `side` says whose it is: an id, or “both”.
    """
    archive = open_archive()
    left, right = report.sides(archive, first, second)
    if left.kind == right.kind == "source":
        return _sources(archive, (left.id, right.id), query, output)
    sort = output.sort or "shared"
    comparison = report.compare(
        archive,
        first,
        second,
        query,
        sort=sort,
        limit=output.limit,
        by_act=output.of_acts(),
        by_report=output.by_report,
    )
    sides = {first: comparison.first, second: comparison.second}
    note_namesakes(archive, [name for name, side in sides.items() if side.kind == "participant"])
    draw, rows = partial(report.draw, comparison), comparison.rows
    return show_rows(archive, query, output, report.COMPARED, rows, draw=draw, ids=report.ids(rows))


def _sources(archive: Archive, ids: tuple[str, str], query: Filter, output: Output) -> int:
    """Show two sources act by act."""
    from ...reports import readouts as table

    sort = output.sort or "shared"
    readouts = table.of_two(archive, ids, query, sort=sort, limit=output.limit)
    view, act_ids = table.readouts_view(readouts.sources), table.acts_of(readouts.acts)
    return show_rows(archive, query, output, view, readouts.acts, noun="act", ids=act_ids)
