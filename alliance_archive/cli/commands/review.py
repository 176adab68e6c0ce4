"""`review`: a person goes through the drafts of a source, one by one."""

from __future__ import annotations

import os
from pathlib import Path

import click

from ...archive import Archive
from ...edit.review import SourceFile, Walk
from ...errors import ArchiveError
from ...model.records import Source
from ...queries.filter import Filter
from ...text.normalise import fingerprint, normalise
from ...verify.texts import read_text, texts_folder
from ..complete import of_kind
from ..listing import opened
from ..options import Output
from ..output import colour, note, width
from ..session import session_options


@click.command()
@click.argument("what", metavar="[SOURCE|FILE]", required=False, shell_complete=of_kind("source"))
@click.option("--texts", metavar="DIR", help="The folder of the texts, as <source id>.txt.")
@click.option("--no-color", is_flag=True, help="No colour, as with NO_COLOR.")
@session_options
def review(what: str | None, texts: str | None, no_color: bool) -> int:
    """Go through the drafts of a source, one by one: accept, correct, edit or drop.

    \b
    alliance-archive review                        every draft of the archive
    alliance-archive review yonhap                 those of one source
    alliance-archive review draft.yaml             those of a file that `draft -o` wrote
    alliance-archive review --texts ~/articles     with the passage, its speaker and cue marked

    Each decision is written at once, and only the statement's own lines change. Leave when you
    like; the next review goes on with the drafts that are left.
    """
    from ...edit.name_lookup import Names
    from ..review_loop import Left, Reviewer

    archive = opened()
    folder = texts_folder(texts)
    how = Output(no_color=no_color)
    paths = _paths(archive, what)
    seen = False
    for path in paths:
        file = SourceFile(path)
        walk = Walk(file)
        if not walk.ids:
            continue
        seen = True
        assert file.source is not None
        note(f"{archive_path(path)}: {_drafts(walk.left)} to review")
        text = _text(folder, file.source)
        reviewer = Reviewer(walk, Names(archive, file), text, width(how) or 80, colour(how))
        try:
            reviewer.run()
        except Left:
            note(f"{_drafts(walk.left)} left in {archive_path(path)}")
            return 0
        note(f"{archive_path(path)}: gone through, {_drafts(walk.left)} left")
    if not seen:
        note("no drafts to review")
    return 0


def _drafts(count: int) -> str:
    return f"{count or 'no'} draft{'s' * (count != 1)}"


def archive_path(path: Path) -> str:
    """A path as it is best shown: from the working directory where it lies below it."""
    here = os.path.relpath(path)
    return str(path) if here.startswith("..") else here


def _paths(archive: Archive, what: str | None) -> list[Path]:
    """The files to go through. Raises UnknownName or AmbiguousName."""
    if what and os.path.isfile(what):
        return [Path(what)]
    if what and what.endswith((".yaml", ".yml")):
        raise ArchiveError(f"{what} does not exist")
    if what:
        sources = [archive.resolve("source", what)]
    else:
        rows = archive.statements(Filter(status=("draft",)), sort="source")
        sources = list(dict.fromkeys(row.source for row in rows))
    origins = (archive.get(ident).origin for ident in sources)
    return [Path(archive.root) / each.path for each in origins if each]


def _text(folder: Path | None, source: Source) -> str | None:
    """The source's text, if it is at hand and the one that was fingerprinted."""
    data = read_text(folder / f"{source.id}.txt") if folder else None
    if data is None:
        where = f" in {folder}" if folder else "; name its folder with --texts DIR"
        note(f"{source.id}: no text at hand{where}")
        return None
    try:
        text = normalise(data)
    except UnicodeDecodeError:
        note(f"{folder}/{source.id}.txt is not UTF-8: going without it")
        return None
    if source.text and source.text != fingerprint(text):
        note(f"{source.id}: another text than was fingerprinted: going without it")
        return None
    return text
