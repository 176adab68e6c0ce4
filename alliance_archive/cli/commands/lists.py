"""`meetings`, `participants`, `sources` and `topics`: the lists, with counts of statements."""

from __future__ import annotations

from typing import Any

import click

from ...reports.listings import SORTS, listing
from ...reports.lists import LISTINGS
from ..hints import nothing
from ..listing import opened
from ..marks import marks
from ..options import listing_options, split
from ..output import emit, left_out


def _list(kind: str, options: dict[str, Any]) -> int:
    wanted, how = split(options)
    found = opened()
    rows = listing(found, kind, wanted, sort=how.sort, limit=how.limit)
    if how.only_count:
        click.echo(len(rows))
    else:
        emit(
            LISTINGS[kind],
            rows,
            how,
            empty=lambda: nothing(found, wanted),
            marks=marks(found, wanted, how),
        )
    return left_out(found)


@click.command()
@listing_options(list(SORTS))
def meetings(**options: Any) -> int:
    """The meetings, by date, and how many statements each has.

    \b
    alliance-archive meetings
    alliance-archive meetings --since 2017-10-24     still to come then
    alliance-archive meetings --speaker onodera      where he is on record
    alliance-archive meetings --fields date,name,names -o meetings.csv

    --meeting, --since and --until choose meetings, the other filters those with such statements.
    Statements made at meetings beside a conference are counted for the conference too.
    """
    return _list("meeting", options)


@click.command()
@listing_options(list(SORTS))
def participants(**options: Any) -> int:
    """The people, organizations and states, those with most statements first.

    \b
    alliance-archive participants
    alliance-archive participants --country KR
    alliance-archive participants --match linchpin   who has to do with the word
    alliance-archive participants --sort name --json

    --speaker and --country choose participants, the other filters those with such statements.
    """
    return _list("participant", options)


@click.command()
@listing_options(list(SORTS))
def sources(**options: Any) -> int:
    """The sources, by date, and how many statements each has.

    \b
    alliance-archive sources
    alliance-archive sources --speaker white         those that quote her
    alliance-archive sources --format csv

    --source, --since and --until choose sources, the other filters those with such statements.
    """
    return _list("source", options)


@click.command()
@listing_options(list(SORTS))
def topics(**options: Any) -> int:
    """The topics and alliances, and how many statements are on each or on its narrower topics.

    \b
    alliance-archive topics
    alliance-archive topics --topic "north korea"    with its narrower topics
    alliance-archive topics --speaker onodera        what he spoke on

    --topic chooses topics, the other filters those with such statements.
    """
    return _list("topic", options)
