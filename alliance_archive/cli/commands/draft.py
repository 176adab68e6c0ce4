"""`draft`: draft records from documents."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import click

from ...archive import Archive
from ...atomic import descriptor_of
from ...documents import read_document
from ...draft import Draft, read
from ...draft import add as add_draft
from ...draft import draft as draft_records
from ...draft.batch import file_many, find_documents
from ...draft.extraction import Extraction, machine_view, notes_on
from ...draft.filing import Filing
from ...draft.readers import AUTO, NOT_ENGLISH
from ...errors import ArchiveError, shell_word
from ...model.dates import typed_date
from ...model.fields import SOURCE_KINDS
from ...render.cells import counted
from ...verify.texts import read_text, store_folder, texts_folder
from ..boundary import tell
from ..completers import names_of
from ..confirm import warn_if_nothing_is_kept
from ..listing import NO_ARCHIVE, open_archive
from ..options import Output, format_option
from ..output import note, progress, stream
from ..session import Command
from ..usage import DATE, FILE, FOLDER, WHOLE_NUMBER, OneOf, either, today


@click.command(cls=Command)
@click.argument("files", type=FILE, nargs=-1, required=True, metavar="FILE…|DIRECTORY|-")
@click.option("--publisher", metavar="NAME", help="Default: the agency named in the text.")
@click.option(
    "--date", metavar="DATE", type=DATE, help="Date of publication. Default: the date in the text."
)
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
@click.option(
    "--texts", type=FOLDER, metavar="DIR", help="With --add, write the text to DIR, as ID.txt."
)
@click.option(
    "--jobs",
    type=WHOLE_NUMBER,
    metavar="N",
    help="Processes that read several files. Default: one per processor.",
)
@click.option("--no-known", is_flag=True, help="Do not look for the archive's people in the text.")
@format_option(("yaml", "json"), "yaml", "output_format")
def draft(
    files: tuple[str, ...],
    output: str | None,
    add: bool,
    texts: str | None,
    jobs: int | None,
    no_known: bool,
    output_format: str | None,
    **options: Any,
) -> int:
    """Draft a record of who says what from an article: plain text, a page, a PDF or DOCX.

    \b
    alliance-archive draft article.txt --date 2021-10-04
    alliance-archive draft article.txt --date 2021-10-04 -o draft.yaml
    alliance-archive draft article.txt --publisher "Daily Example" --add
    alliance-archive draft page.html --add
    alliance-archive draft saved-pages --add        every document in the folder
    alliance-archive draft article.txt --format json | jq length

    The record holds the source with the fingerprint of its text, a draft statement for each
    attribution found, and the people not yet in the archive, whom --add appends to
    participants.yaml. Summaries are for you to write: the reported words are in a comment beside
    each, and `review` asks for them one at a time. A text that is already in the archive is not
    added again. Searches leave out the statements of a source that another one --replaces.
    --format json gives the offsets of speaker, verb, quoted and reported words.

    Offsets count in the text, so --add also writes that: to --texts, else ALLIANCE_ARCHIVE_TEXTS,
    else texts/ in the archive. Several files are added in the order of their paths, without
    questions; of a directory, the .txt, .html, .mhtml, .pdf and .docx at any depth. What could not
    be drafted is listed with its reason, and a rerun skips what has been added.

    It reads English only, by rules. A quotation ends before the comma, or in a partial quote the
    period, that American usage puts inside the closing mark.
    """
    if add and (output or no_known or output_format == "json"):
        raise ArchiveError("--add cannot be combined with -o, --no-known or --format json")
    if options["replaces"] and no_known:
        raise ArchiveError("--replaces cannot be combined with --no-known")
    if not add and (texts or jobs is not None):
        raise ArchiveError(f"{'--texts' if texts else '--jobs'} needs --add")
    if len(files) > 1 or os.path.isdir(files[0]):
        return _draft_many(files, add, texts, jobs, options)
    file = files[0]
    name = "standard input" if file == "-" else file
    document = read_document(read_text(file), name)
    archive = None if no_known else open_archive(lookup=False, if_bundled=NO_ARCHIVE)
    if archive and archive.location.bundled and not add:
        archive = None  # the people of the example are not the user's
    if output_format == "json":
        extraction = read(document.text, archive, kind=options["kind"], name=name)
        _write_json(document.text, extraction, name, output)
        return 0
    with ExitStack() as stack:
        if archive and add:
            # What is written must fit the archive as it is then.
            stack.enter_context(archive.editing())
            archive.refresh()
            warn_if_nothing_is_kept()
        drafted = draft_records(document, archive, name=name, ask=_asked(file), **options)
        if drafted.source is None:
            raise ArchiveError(" ".join(drafted.notes))
        if archive and add:
            on_its_own = options["id"] is not None
            path = add_draft(archive, drafted, texts=texts, on_its_own=on_its_own)
            tell(archive.display_path(path))
            _note(drafted, options["kind"])
            _note_review(archive, drafted, file, texts)
            return 0
    with stream(Output(file=output)) as target:
        target.write(drafted.yaml)
    _note(drafted, options["kind"])
    return 0


def _write_json(text: str, extraction: Extraction, name: str, output: str | None) -> None:
    if extraction.other_language:
        raise ArchiveError(f"{name}: {NOT_ENGLISH}")
    with stream(Output(file=output)) as target:
        json.dump(machine_view(text, extraction), target, ensure_ascii=False)
        target.write("\n")
    for message in notes_on(text, extraction):
        note(message)


def _asked(file: str) -> Callable[[str, str], str] | None:
    """Return the function that asks on the terminal for what a text lacks; None off a terminal."""
    if descriptor_of(file) is not None or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return None
    return _ask


def _ask(field: str, pattern: str) -> str:
    """Return what a person types on the terminal; ask again if it is not a valid date.

    `pattern` shows how to write the answer.
    """
    question = f"{field.capitalize()} ({pattern})" if pattern else field.capitalize()
    while True:
        answer = str(click.prompt(question, err=True)).strip()
        try:
            if field == "date":
                answer = typed_date(answer, today())
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


def _note_review(archive: Archive, drafted: Draft, file: str, texts: str | None) -> None:
    """Tell the command that reviews what was added, with the folder of its text."""
    if not (drafted.source and drafted.statements):
        return
    command = f"{archive.command} review {drafted.source.id}"
    folder = store_folder(texts, archive.root)
    if folder is None and descriptor_of(file) is None and os.path.isfile(file):
        folder = Path(file).parent
    default_folder = texts_folder(None, archive.root)
    if folder and not (
        default_folder and os.path.realpath(default_folder) == os.path.realpath(folder)
    ):
        command += f" --texts {shell_word(folder)}"
    note(f"to review them: {command}")


def _draft_many(
    files: Sequence[str], add: bool, texts: str | None, jobs: int | None, options: Mapping[str, Any]
) -> int:
    """Add the drafts of several files, tell what became of them, and return the exit code."""
    if not add:
        raise ArchiveError("several files are drafted only with --add")
    if alone := next((name for name in ("id", "title", "replaces") if options[name]), None):
        raise ArchiveError(f"--{alone} is for one file")
    archive = open_archive(lookup=False, if_bundled=NO_ARCHIVE)
    archive.refuse_example()
    warn_if_nothing_is_kept()
    paths, others = find_documents(files)
    filing = file_many(
        archive,
        paths,
        jobs=jobs,
        texts=texts,
        progress=progress("drafting"),
        **{name: options[name] for name in ("kind", "publisher", "date")},
    )
    _tell_filing(filing, len(paths), others)
    if filing.filed:
        texts_option = f" --texts {shell_word(texts)}" if texts else ""
        note(f"to review them: {archive.command} review{texts_option}")
    return 1 if filing.failures else 0


def _tell_filing(filing: Filing, files: int, others: int) -> None:
    """Tell what became of the files, and list those that failed and the new participants."""
    to_write = filing.summaries
    summaries = f" ({to_write:,} need{'s' * (to_write == 1)} a summary)" if to_write else ""
    statements = counted(filing.statements, "statement")
    tell(f"{filing.filed:,} of {counted(files, 'file')} added: {statements}{summaries}")
    if filing.known:
        tell(f"{counted(filing.known, 'text')} already in the archive")
    if others:
        tell(f"{counted(others, 'other file')} in the folders, not read")
    pairs = (f"{path}: the same as {ident}" for path, ident in filing.same)
    _tell_list(("the same document as another, by the words",) * 2, pairs)
    _tell_list(("not drafted",) * 2, (failure.reason for failure in filing.failures))
    for singular, plural, new in (
        ("new participant", "new participants", filing.participants),
        ("new meeting", "new meetings", filing.meetings),
    ):
        _tell_list((singular, plural), (f"{ident}: {name}" for ident, name in new.items()))


def _tell_list(headings: tuple[str, str], lines: Iterable[str]) -> None:
    """Tell the lines below the heading for one of them, or for several; nothing without lines."""
    if entries := [f"  {line}" for line in lines]:
        tell(f"{len(entries):,} {headings[len(entries) > 1]}:")
        for entry in entries:
            tell(entry)
