"""`meetings`, `participants`, `sources`, `topics`: list records with their counts of statements."""

from __future__ import annotations

import click

from ...queries.filter import EVERYTHING, Filter
from ...render.cells import counted
from ...reports.lists import LISTINGS, SORTS, listing, named_by_drafts
from ..listing import open_archive, show_rows
from ..options import Output, listing_options
from ..output import note
from ..usage import Command


def _list(kind: str, query: Filter, output: Output) -> int:
    archive = open_archive()
    rows = listing(archive, kind, query, sort=output.sort, limit=output.limit)
    drafted = 0 if query.status else named_by_drafts(archive, kind)
    none = f"no {kind} in the archive" if not (drafted or archive.empty) else ""
    if_empty = (lambda: none) if query == EVERYTHING else None
    view = LISTINGS[kind].view
    code = show_rows(archive, query, output, view, rows, if_empty=if_empty, marked=True, noun=kind)
    if drafted:
        are, them = ("is", "it") if drafted == 1 else ("are", "them")
        note(
            f"{counted(drafted, kind)} {are} named only by drafts and not shown. "
            f"To include {them}: --status draft"
        )
    return code


@click.command(cls=Command)
@listing_options(SORTS)
def meetings(query: Filter, output: Output) -> int:
    """List meetings by date, with how many statements each has.

    \b
    alliance-archive meetings
    alliance-archive meetings --since 2017-10-24     still to come on that day
    alliance-archive meetings --speaker onodera      where he is on record
    alliance-archive meetings --fields date,name,names -o meetings.csv

    --meeting, --since and --until choose meetings; the other filters keep those with matching
    statements. Statements made on a conference's sidelines count for the conference too.
    """
    return _list("meeting", query, output)


@click.command(cls=Command)
@listing_options(SORTS)
def participants(query: Filter, output: Output) -> int:
    """List people, organizations and states, those with most statements first.

    \b
    alliance-archive participants
    alliance-archive participants --country KR
    alliance-archive participants --match linchpin   who used the word
    alliance-archive participants --sort name --json

    --speaker and --country choose participants; the other filters keep those with matching
    statements.
    """
    return _list("participant", query, output)


@click.command(cls=Command)
@listing_options(SORTS)
def sources(query: Filter, output: Output) -> int:
    """List sources by date, with how many statements each has.

    \b
    alliance-archive sources
    alliance-archive sources --speaker white         those that quote her
    alliance-archive sources --format csv

    --source, --since and --until choose sources; the other filters keep those with matching
    statements.
    """
    return _list("source", query, output)


@click.command(cls=Command)
@listing_options(SORTS)
def topics(query: Filter, output: Output) -> int:
    """List topics and alliances, with how many statements each has.

    \b
    alliance-archive topics
    alliance-archive topics --topic "north korea"    with its narrower topics
    alliance-archive topics --speaker onodera        what he spoke about

    A statement counts for its topic and for all broader ones, here as in `summary`. --topic
    chooses topics; the other filters keep those with matching statements.
    """
    return _list("topic", query, output)
