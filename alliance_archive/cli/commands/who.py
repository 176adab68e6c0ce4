"""`who`: full-text search."""

from __future__ import annotations

from typing import Any

import click

from ...archive import SORTS
from ...queries.filter import Filter
from ..hints import nobody
from ..listing import list_statements, opened
from ..options import listing_options, split, words_of


@click.command()
@click.argument("words", nargs=-1, required=True)
@listing_options(list(SORTS))
def who(words: tuple[str, ...], **options: Any) -> int:
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
    wanted, how = split(options, Filter(match=words_of(words)))
    found = opened()
    return list_statements(found, wanted, how, empty=lambda: nobody(found, wanted, words))
