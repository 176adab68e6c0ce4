"""`meetings`, `participants`, `sources`, `topics`: list records with their counts of statements."""

from __future__ import annotations

import click

from ...queries.filter import EVERYTHING, Filter
from ...render.cells import counted
from ...reports.lists import LISTINGS, SORTS, counted_ids, doubts_of, listing, named_by_drafts
from ..listing import certain_first, note_undated, open_archive, show_rows
from ..options import Output, listing_options
from ..output import note
from ..session import Command
from ..usage import today


def _list(kind: str, query: Filter, output: Output, planned: bool = False) -> int:
    archive = open_archive()
    rows = listing(
        archive,
        kind,
        query,
        planned=planned,
        sort=output.sort,
        limit=output.limit,
        certain_first=certain_first(output),
        today=today(),
        by_report=output.by_report,
    )
    drafted = 0 if query.status else named_by_drafts(archive, kind)
    noun = f"planned {kind}" if planned else kind
    none = f"no {noun} in the archive" if not (drafted or archive.empty) else ""
    dated = "since" in LISTINGS[kind].own
    code = show_rows(
        archive,
        query,
        output,
        LISTINGS[kind].view,
        rows,
        if_empty=(lambda: none) if query == EVERYTHING else None,
        marked=True,
        noun=noun,
        doubts=doubts_of(rows) if dated else None,
        ids=None if dated else counted_ids(archive, kind),
    )
    if dated:
        note_undated(query, lambda query: len(listing(archive, kind, query, planned=planned)))
    if drafted:
        are, them = ("is", "it") if drafted == 1 else ("are", "them")
        note(
            f"{counted(drafted, kind)} {are} named only by drafts and not shown. "
            f"To include {them}: --status draft"
        )
    return code


@click.command(cls=Command)
@listing_options(SORTS)
@click.option("--planned", is_flag=True, help="Only meetings that are planned.")
def meetings(planned: bool, query: Filter, output: Output) -> int:
    """List meetings by date, with how many statements each has.

    \b
    alliance-archive meetings
    alliance-archive meetings --planned              not yet recorded as held
    alliance-archive meetings --speaker onodera      where he is on record
    alliance-archive meetings --fields date,name,names -o meetings.csv

    --meeting, --since, --until and --on choose meetings; the other filters keep those with matching
    statements. Statements made on a conference's sidelines count for the conference too.
    """
    return _list("meeting", query, output, planned)


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

    --source, --since, --until and --on choose sources; the other filters keep those with matching
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
