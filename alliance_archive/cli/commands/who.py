"""`who`: search all statements for words."""

from __future__ import annotations

import click

from ...archive import SORTS
from ...queries.filter import Filter
from ..listing import list_statements, note_name, open_archive
from ..options import Output, listing_options, narrowed, search_of
from ..session import Command


@click.command(cls=Command)
@click.argument("words", nargs=-1, required=True)
@listing_options(SORTS)
def who(words: tuple[str, ...], query: Filter, output: Output) -> int:
    """Search summaries, quotations and verbs; show who said what contains all WORDS.

    \b
    alliance-archive who linchpin
    alliance-archive who weapons programs           both words
    alliance-archive who "maximum pressure"         this phrase
    alliance-archive who 'nuc*' --country KR        words that begin with nuc
    alliance-archive who linchpin --format csv | head

    Words find their other forms: threat finds threats, reaffirm finds reaffirmed. Where no
    statement contains them all, topics, meetings and documents are searched too. Case, accents and
    the kinds of quotation marks and hyphens do not matter.
    """
    query = narrowed(query, match=search_of(words))
    archive = open_archive()

    def suggestion() -> str:
        from ..hints import suggest_speaker  # here, because most look-ups find something

        return suggest_speaker(archive, query, words)

    code = list_statements(archive, query, output, if_empty=suggestion)
    note_name(archive, query, words)
    return code
