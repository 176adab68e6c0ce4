"""`said`: what one participant said, and in which capacity."""

from __future__ import annotations

from functools import partial

import click

from ...archive import SORTS
from ...queries.filter import Filter
from ...reports.statements import said_view
from ..listing import list_statements, open_archive, suggest_country
from ..options import Output, listing_options, names_of, narrowed, search_of


@click.command()
@click.argument("participant", shell_complete=names_of("participant"))
@click.argument("words", nargs=-1)
@listing_options(SORTS)
def said(participant: str, words: tuple[str, ...], query: Filter, output: Output) -> int:
    """What PARTICIPANT said, or is reported to have said; with WORDS, only what holds them.

    \b
    alliance-archive said mattis
    alliance-archive said "the Pentagon chief spokesperson"
    alliance-archive said song --verbatim            only with quoted words
    alliance-archive said onodera pressure
    alliance-archive said white --json

    The capacity is “attributed” when it is their statement or act, with whom and voiced by whom,
    and “voiced” when they uttered it for others. Words in “ ” are verbatim; the rest is the
    archive's own wording. PARTICIPANT is an id, a name, another name, or a part of one.
    """
    archive = open_archive()
    speaker = archive.resolve("participant", participant)
    query = narrowed(query, speaker=(speaker,), match=search_of(words))
    suggestion = partial(suggest_country, archive, query, speaker)
    return list_statements(archive, query, output, said_view(speaker), suggestion)
