"""`said`: what one participant said, and in which capacity."""

from __future__ import annotations

from typing import Any

import click

from ...archive import SORTS
from ...queries.filter import Filter
from ...reports.statements import said_view
from ..complete import of_kind
from ..hints import not_itself
from ..listing import list_statements, opened
from ..options import listing_options, split, words_of


@click.command()
@click.argument("participant", shell_complete=of_kind("participant"))
@click.argument("words", nargs=-1)
@listing_options(list(SORTS))
def said(participant: str, words: tuple[str, ...], **options: Any) -> int:
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
    found = opened()
    ident = found.resolve("participant", participant)
    wanted, how = split(options, Filter(speaker=(ident,), match=words_of(words)))
    view = said_view(ident)
    return list_statements(found, wanted, how, view, lambda: not_itself(found, wanted, ident))
