"""`draft`: a document's plain text turned into a record to review."""

from __future__ import annotations

import json
import os
import shlex
from contextlib import ExitStack
from typing import Any

import click

from ...archive import Archive
from ...draft import add as add_draft
from ...draft import draft as draft_records
from ...draft import read
from ...draft.extraction import machine_view
from ...draft.readers import NOT_ENGLISH, decode
from ...errors import ArchiveError
from ...model.fields import SOURCE_KINDS
from ...verify.texts import read_text, texts_folder
from ..app import session_options
from ..listing import NO_ARCHIVE, open_archive
from ..options import Output, names_of
from ..output import note, stream
from ..usage import Command


@click.command(cls=Command)
@click.argument("file", metavar="FILE|-")
@click.option("--publisher", metavar="NAME", help="Default: the (Agency) that the text names.")
@click.option(
    "--date", metavar="DATE", help="The day of publication. Default: that of a date line."
)
@click.option("--id", metavar="ID", help="Default: made of publisher and date.")
@click.option("--title", metavar="TEXT", help="The headline.")
@click.option(
    "--replaces",
    metavar="ID",
    shell_complete=names_of("source"),
    help="The source of which this is a corrected edition.",
)
@click.option("--kind", type=click.Choice(SOURCE_KINDS), default="article", show_default=True)
@click.option("-o", "--output", metavar="FILE", help="Write there.")
@click.option("--add", is_flag=True, help="Write into the archive, as sources/ID.yaml.")
@click.option("--no-known", is_flag=True, help="Do not look for the archive's people in the text.")
@click.option("--format", "output_format", type=click.Choice(("yaml", "json")), default="yaml")
@session_options
def draft(
    file: str, output: str | None, add: bool, no_known: bool, output_format: str, **told: Any
) -> int:
    """Who says what in an article: its plain text turned into a record to review.

    \b
    alliance-archive draft article.txt --date 2021-10-04
    alliance-archive draft article.txt --date 2021-10-04 -o draft.yaml
    alliance-archive draft article.txt --date 2021-10-04 --publisher "Daily Example" --add
    alliance-archive draft article.txt --format json | jq length

    The record holds the source with the fingerprint of its text, a statement for each attribution
    found, and at the end the people whom the archive does not know; --add puts those behind the
    others in participants.yaml. Summaries are left to be written, with the reported words in a
    comment beside them; `review` leads through them. A text that the archive has already is not
    added again. The statements of a source that another one --replaces are left out of look-ups.
    --format json gives the mention of the speaker, the cue and the reported words as offsets.

    It reads English, by rules. Nothing is found in a text of another language.
    """
    if add and (output or no_known or output_format == "json"):
        raise ArchiveError("--add goes without -o, --no-known and --format json")
    if told["replaces"] and no_known:
        raise ArchiveError("--replaces goes without --no-known")
    name = "what was given" if file == "-" else file
    text = decode(read_text(file), name)
    archive = None if no_known else open_archive(lookup=False, if_bundled=NO_ARCHIVE)
    if archive and archive.location.bundled and not add:
        archive = None  # the people of the example are not the user's
    if output_format == "json":
        extraction = read(text, archive, kind=told["kind"], name=name)
        if extraction.other_language:
            note(f"{name}: {NOT_ENGLISH}")
        with stream(Output(file=output)) as target:
            json.dump(machine_view(text, extraction), target, ensure_ascii=False)
            target.write("\n")
        return 0
    with ExitStack() as stack:
        if archive and add:
            # What is written must fit the archive as it is then.
            stack.enter_context(archive.editing())
            archive.refresh()
        drafted = draft_records(text, archive, name=name, **told)
        if drafted.source and archive and add:
            path = archive.display_path(add_draft(archive, drafted))
            with stream(Output()) as target:
                target.write(f"{path}\n")
            note(drafted.counts)
            note(f"to go through them: {_review_command(archive, drafted.source.id, file)}")
            return 0
    for message in drafted.notes:
        note(message)
    if drafted.source:
        with stream(Output(file=output)) as target:
            target.write(drafted.yaml)
        note(drafted.counts)
    return 0


def _review_command(archive: Archive, source: str, file: str) -> str:
    """Return the command that reviews what was added, beside its text."""
    command = f"{archive.command} review {source}"
    if file == "-":
        return command
    folder = os.path.dirname(file) or "."
    at_hand = texts_folder(None, archive.root)
    if at_hand and os.path.realpath(at_hand) == os.path.realpath(folder):
        return command
    return f"{command} --texts {shlex.quote(folder)}"
