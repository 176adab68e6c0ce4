"""`review`: a person goes through the drafts of a source, one by one."""

from __future__ import annotations

import os
from pathlib import Path

import click

from ...edit.name_lookup import NameLookup
from ...edit.passage import text_at_hand
from ...edit.review import ReviewSession, SourceFile, files_to_review
from ...verify.texts import texts_folder
from ..app import session_options
from ..listing import open_archive
from ..options import Output, names_of
from ..output import colour, note, width
from ..review_loop import Left, Reviewer
from ..usage import Command


@click.command(cls=Command)
@click.argument("name", metavar="[SOURCE|FILE]", required=False, shell_complete=names_of("source"))
@click.option("--texts", metavar="DIR", help="The folder of the sources' texts.")
@click.option("--no-color", is_flag=True, help="No colour, as with NO_COLOR.")
@session_options
def review(name: str | None, texts: str | None, no_color: bool) -> int:
    """Go through the drafts of a source, one by one: accept, correct, edit or drop.

    \b
    alliance-archive review                        every draft of the archive
    alliance-archive review yonhap                 those of one source
    alliance-archive review draft.yaml             those of a file that `draft -o` wrote
    alliance-archive review --texts ~/articles     with the passage, its speaker and cue marked

    Each decision is written at once, and only the statement's own lines change. Leave when you
    like; the next review goes on with the drafts that are left.
    """
    archive = open_archive()
    folder = texts_folder(texts, archive.root)
    output = Output(no_color=no_color)
    any_drafts = False
    for path in files_to_review(archive, name):
        file = SourceFile(path, archive)
        session = ReviewSession(file)
        if not session.ids:
            continue
        any_drafts = True
        if archive.holds(path):
            archive.refuse_example()
        assert file.source is not None
        note(f"{_display_path(path)}: {_drafts(session.left)} to review")
        text, why_none = text_at_hand(folder, file.source, _display_path(Path(archive.root)))
        if why_none:
            note(why_none)
        lookup = NameLookup(archive, file)
        try:
            Reviewer(session, lookup, text, width(output) or 80, colour(output)).run()
        except Left:
            note(f"{_drafts(session.left)} left in {_display_path(path)}")
            return 0
        note(f"{_display_path(path)}: gone through, {_drafts(session.left)} left")
    if not any_drafts:
        note("no drafts to review")
    return 0


def _drafts(count: int) -> str:
    return f"{count or 'no'} draft{'s' * (count != 1)}"


def _display_path(path: Path) -> str:
    """Return a path from the working directory where it lies below it, else as it is."""
    relative = os.path.relpath(path)
    return str(path) if relative.split(os.sep)[0] == os.pardir else relative
