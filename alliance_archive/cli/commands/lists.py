"""`meetings`, `participants`, `sources` and `topics`: the lists, with counts of statements."""

from __future__ import annotations

import click

from ...queries.filter import Filter
from ...render.cells import counted
from ...reports.lists import LISTINGS, SORTS, listing, named_by_drafts
from ..listing import open_archive, show_rows
from ..options import Output, listing_options
from ..output import note


def _list(kind: str, query: Filter, output: Output) -> int:
    archive = open_archive()
    rows = listing(archive, kind, query, sort=output.sort, limit=output.limit)
    code = show_rows(archive, query, output, LISTINGS[kind].view, rows, marked=True)
    if not query.status and (count := named_by_drafts(archive, kind)):
        verb = "is" if count == 1 else "are"
        note(
            f"{counted(count, kind)} {verb} named only by drafts and not shown. "
            "To include them: --status draft"
        )
    return code


@click.command()
@listing_options(SORTS)
def meetings(query: Filter, output: Output) -> int:
    """The meetings, by date, and how many statements each has.

    \b
    alliance-archive meetings
    alliance-archive meetings --since 2017-10-24     still to come then
    alliance-archive meetings --speaker onodera      where he is on record
    alliance-archive meetings --fields date,name,names -o meetings.csv

    --meeting, --since and --until choose meetings, the other filters those with such statements.
    Statements made at meetings beside a conference are counted for the conference too.
    """
    return _list("meeting", query, output)


@click.command()
@listing_options(SORTS)
def participants(query: Filter, output: Output) -> int:
    """The people, organizations and states, those with most statements first.

    \b
    alliance-archive participants
    alliance-archive participants --country KR
    alliance-archive participants --match linchpin   who has to do with the word
    alliance-archive participants --sort name --json

    --speaker and --country choose participants, the other filters those with such statements.
    """
    return _list("participant", query, output)


@click.command()
@listing_options(SORTS)
def sources(query: Filter, output: Output) -> int:
    """The sources, by date, and how many statements each has.

    \b
    alliance-archive sources
    alliance-archive sources --speaker white         those that quote her
    alliance-archive sources --format csv

    --source, --since and --until choose sources, the other filters those with such statements.
    """
    return _list("source", query, output)


@click.command()
@listing_options(SORTS)
def topics(query: Filter, output: Output) -> int:
    """The topics and alliances, and how many statements are on each or on its narrower topics.

    \b
    alliance-archive topics
    alliance-archive topics --topic "north korea"    with its narrower topics
    alliance-archive topics --speaker onodera        what he spoke on

    --topic chooses topics, the other filters those with such statements.
    """
    return _list("topic", query, output)
