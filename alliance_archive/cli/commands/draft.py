"""`draft`: a document's plain text turned into a record to review."""

from __future__ import annotations

import json
from contextlib import ExitStack
from typing import Any

import click

from ...draft import add as add_draft
from ...draft import draft as draft_records
from ...draft import read
from ...draft.extraction import machine_view
from ...draft.readers import NOT_ENGLISH, decode
from ...errors import ArchiveError
from ...model.fields import SOURCE_KINDS
from ...verify.texts import read_text
from ..app import session_options
from ..listing import open_archive
from ..options import Output
from ..output import note, stream


@click.command()
@click.argument("file", metavar="FILE|-")
@click.option("--publisher", metavar="NAME", help="Default: the (Agency) that the text names.")
@click.option(
    "--date", metavar="DATE", help="The day of publication. Default: that of a date line."
)
@click.option("--id", metavar="ID", help="Default: made of publisher and date.")
@click.option("--title", metavar="TEXT", help="The headline.")
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
    found, and at the end the people whom the archive does not know. Summaries are left to be
    written, with the reported words in a comment beside them; `review` leads through them.
    --format json gives the mention of the speaker, the cue and the reported words as offsets.

    It reads English, by rules. Nothing is found in a text of another language.
    """
    if add and (output or no_known or output_format == "json"):
        raise ArchiveError("--add goes without -o, --no-known and --format json")
    name = "what was given" if file == "-" else file
    text = decode(read_text(file), name)
    archive = None if no_known else open_archive(lookup=False)
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
        for message in drafted.notes:
            note(message)
        if drafted.source is None:
            return 0
        if archive and add:
            click.echo(archive.display_path(add_draft(archive, drafted)))
    if not add:
        with stream(Output(file=output)) as target:
            target.write(drafted.yaml)
    note(drafted.counts)
    return 0
