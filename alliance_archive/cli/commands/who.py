"""`who`: full-text search."""

from __future__ import annotations

from functools import partial

import click

from ...archive import SORTS
from ...queries.filter import Filter
from ..listing import list_statements, open_archive, suggest_speaker
from ..options import Output, listing_options, narrowed, search_of


@click.command()
@click.argument("words", nargs=-1, required=True)
@listing_options(SORTS)
def who(words: tuple[str, ...], query: Filter, output: Output) -> int:
    """Who said it: the statements whose summary or quotations hold all the WORDS.

    \b
    alliance-archive who linchpin
    alliance-archive who weapons programs            both words
    alliance-archive who "maximum pressure"          the phrase as it stands
    alliance-archive who 'nuc*' --country KR         any word that begins so
    alliance-archive who linchpin --format csv | head

    Case, accents, and the kinds of quotes and hyphens make no difference. Words of four letters
    and more also find longer ones that begin with them: threat finds threats.
    """
    query = narrowed(query, match=search_of(words))
    archive = open_archive()
    suggestion = partial(suggest_speaker, archive, query, words)
    return list_statements(archive, query, output, if_empty=suggestion)
