"""`said`: show what one participant said, and in which capacity."""

from __future__ import annotations

import click

from ...archive import SORTS
from ...queries.filter import Filter
from ...queries.names import leading_name
from ...reports.statements import said_view
from ..completers import names_of
from ..listing import list_statements, note_namesakes, open_archive
from ..options import Output, listing_options, narrowed, search_of
from ..output import note
from ..session import Command


@click.command(cls=Command)
@click.argument("participant", shell_complete=names_of("participant"))
@click.argument("words", nargs=-1)
@listing_options(SORTS)
def said(participant: str, words: tuple[str, ...], query: Filter, output: Output) -> int:
    """Show what PARTICIPANT said or is reported to have said.

    \b
    alliance-archive said mattis
    alliance-archive said "the Pentagon chief spokesperson"
    alliance-archive said song --verbatim           only with quoted words
    alliance-archive said onodera pressure          only with this word
    alliance-archive said white --json

    PARTICIPANT is an id, a name, part of a name or an office; a whole name needs no quotation
    marks. Where they reported what others did or said, the table says whom they reported; where
    somebody else is quoted on them, it says via whom. Words in “ ” are the source's quotations; the
    rest is the archive's summary.
    """
    archive = open_archive()
    name = leading_name(archive.connection, (participant, *words)) if words else participant
    speaker = archive.resolve("participant", name)
    note_namesakes(archive, (name,))
    searched = words[len(name.split(" ")) - len(participant.split(" ")) :]
    query = narrowed(query, speaker=(speaker,), match=search_of(searched))

    def suggestion() -> str:
        from ..hints import suggest_speaker_of  # here, because most look-ups find something

        return suggest_speaker_of(archive, query, speaker)

    code = list_statements(archive, query, output, said_view(speaker), suggestion)
    sql = "SELECT country FROM participant WHERE id = ? AND kind = 'state' AND country IS NOT NULL"
    for (country,) in archive.connection.execute(sql, (speaker,)):
        from ..hints import note_of_people

        if archive.count(query) and (more := note_of_people(archive, query, country)):
            note(more)
    return code
