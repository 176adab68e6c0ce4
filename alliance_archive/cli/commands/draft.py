"""`draft`: draft a record from a document's plain text."""

from __future__ import annotations

import json
import os
import shlex
import sys
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

import click

from ...archive import Archive
from ...atomic import descriptor_of
from ...draft import Draft, read
from ...draft import add as add_draft
from ...draft import draft as draft_records
from ...draft.extraction import Extraction, machine_view, notes_on
from ...draft.readers import AUTO, NOT_ENGLISH, decode
from ...errors import ArchiveError
from ...model.dates import day_span
from ...model.fields import SOURCE_KINDS
from ...verify.texts import read_text, texts_folder
from ..app import session_options
from ..boundary import tell
from ..listing import NO_ARCHIVE, open_archive
from ..options import Output, format_option, names_of
from ..output import note, stream
from ..usage import FILE, Command, OneOf, either


@click.command(cls=Command)
@click.argument("file", type=FILE, metavar="FILE|-")
@click.option("--publisher", metavar="NAME", help="Default: the agency named in the text.")
@click.option("--date", metavar="DATE", help="Date of publication. Default: the date in the text.")
@click.option("--id", metavar="ID", help="Id of the source. Default: PUBLISHER-DATE.")
@click.option("--title", metavar="TEXT", help="Headline.")
@click.option(
    "--replaces",
    metavar="ID",
    shell_complete=names_of("source"),
    help="Source that this corrected edition replaces.",
)
@click.option(
    "--kind",
    type=OneOf((AUTO, *SOURCE_KINDS)),
    default=AUTO,
    metavar="KIND",
    help=f"{either((AUTO, *SOURCE_KINDS))}. Default: auto, by the text's form.",
)
@click.option(
    "-o", "--output", type=FILE, metavar="FILE", help="Write to FILE instead of the terminal."
)
@click.option("--add", is_flag=True, help="Add to the archive, as sources/ID.yaml.")
@click.option("--no-known", is_flag=True, help="Do not look for the archive's people in the text.")
@format_option(("yaml", "json"), "yaml", "output_format")
@session_options
def draft(
    file: str, output: str | None, add: bool, no_known: bool, output_format: str | None, **told: Any
) -> int:
    """Draft a record of who says what from an article's plain text.

    \b
    alliance-archive draft article.txt --date 2021-10-04
    alliance-archive draft article.txt --date 2021-10-04 -o draft.yaml
    alliance-archive draft article.txt --publisher "Daily Example" --add
    alliance-archive draft article.txt --format json | jq length

    The record holds the source with the fingerprint of its text, a draft statement for each
    attribution found, and the people not yet in the archive, whom --add appends to
    participants.yaml. Summaries are for you to write: the reported words are in a comment beside
    each, and `review` asks for them one at a time. A text that is already in the archive is not
    added again. Searches leave out the statements of a source that another one --replaces.
    --format json gives the offsets of speaker, verb, quoted and reported words.

    It reads English only, by rules. A quotation ends before the comma, or in a partial quote the
    period, that American usage puts inside the closing mark.
    """
    if add and (output or no_known or output_format == "json"):
        raise ArchiveError("--add cannot be combined with -o, --no-known or --format json")
    if told["replaces"] and no_known:
        raise ArchiveError("--replaces cannot be combined with --no-known")
    name = "standard input" if file == "-" else file
    text = decode(read_text(file), name)
    archive = None if no_known else open_archive(lookup=False, if_bundled=NO_ARCHIVE)
    if archive and archive.location.bundled and not add:
        archive = None  # the people of the example are not the user's
    if output_format == "json":
        extraction = read(text, archive, kind=told["kind"], name=name)
        _write_json(text, extraction, name, output)
        return 0
    with ExitStack() as stack:
        if archive and add:
            # What is written must fit the archive as it is then.
            stack.enter_context(archive.editing())
            archive.refresh()
        drafted = draft_records(text, archive, name=name, ask=_asked(file), **told)
        if drafted.source is None:
            raise ArchiveError(" ".join(drafted.notes))
        if archive and add:
            path = archive.display_path(add_draft(archive, drafted))
            tell(path)
            _note(drafted, told["kind"])
            note(f"to review them: {_review_command(archive, drafted.source.id, file)}")
            return 0
    with stream(Output(file=output)) as target:
        target.write(drafted.yaml)
    _note(drafted, told["kind"])
    return 0


def _write_json(text: str, extraction: Extraction, name: str, output: str | None) -> None:
    if extraction.other_language:
        raise ArchiveError(f"{name}: {NOT_ENGLISH}")
    with stream(Output(file=output)) as target:
        json.dump(machine_view(text, extraction), target, ensure_ascii=False)
        target.write("\n")
    for message in notes_on(text, extraction):
        note(message)


_QUESTIONS = {"publisher": "Publisher", "date": "Date (YYYY-MM-DD)"}


def _asked(file: str) -> Callable[[str], str] | None:
    """Return the function that asks on the terminal for what a text lacks; None off a terminal."""
    if descriptor_of(file) is not None or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return None
    return _ask


def _ask(field: str) -> str:
    """Return what a person types on the terminal; asks again after what is not a date."""
    while True:
        answer = str(click.prompt(_QUESTIONS[field], err=True)).strip()
        try:
            if field == "date":
                day_span(answer)
        except ArchiveError as error:
            note(str(error))
        else:
            return answer


def _note(drafted: Draft, kind: str) -> None:
    """Tell what was drafted, what was left over, and as what the text was read."""
    for message in drafted.notes:
        note(message)
    if kind == AUTO and drafted.source:
        name = drafted.source.kind.replace("-", " ")
        note(f"read as {'an' if name == 'article' else 'a'} {name}; for another kind: --kind KIND")
    note(drafted.counts)


def _review_command(archive: Archive, source: str, file: str) -> str:
    """Return the command that reviews what was added, with the folder of its text."""
    command = f"{archive.command} review {source}"
    if descriptor_of(file) is not None or not os.path.isfile(file):
        return command
    folder = os.path.dirname(file) or "."
    texts = texts_folder(None, archive.root)
    if texts and os.path.realpath(texts) == os.path.realpath(folder):
        return command
    return f"{command} --texts {shlex.quote(folder)}"
