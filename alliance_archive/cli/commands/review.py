"""`review`: review drafts one at a time."""

from __future__ import annotations

import os
from pathlib import Path

import click

from ...edit.name_lookup import NameLookup
from ...edit.review import sessions
from ...verify.texts import matching_text, texts_folder
from ..completers import source_or_file
from ..confirm import warn_if_nothing_is_kept
from ..listing import open_archive
from ..options import NO_COLOR, Output
from ..output import color, note, width
from ..review_loop import Quit, Reviewer
from ..session import Command
from ..usage import FILE, FOLDER


@click.command(cls=Command)
@click.argument(
    "name", metavar="[SOURCE|FILE|ID]", required=False, type=FILE, shell_complete=source_or_file
)
@click.option("--texts", type=FOLDER, metavar="DIR", help="Look for the sources' texts in DIR.")
@NO_COLOR
def review(name: str | None, texts: str | None, no_color: bool) -> int:
    """Review drafts one at a time: accept, correct, edit or drop each.

    \b
    alliance-archive review                        every draft in the archive
    alliance-archive review yonhap                 the drafts of one source
    alliance-archive review draft.yaml             the drafts in one file
    alliance-archive review yonhap-2017-10-23-03   a statement, draft or not
    alliance-archive review --texts ~/articles     show each passage in its text

    With the source's text, the passage is shown with its speaker and verb marked. Each decision is
    saved at once, and only the statement's own lines change. Quit any time: the next review resumes
    with the drafts that are left. A source without drafts offers to add a statement.

    A summary must contain the quoted words exactly, in quotation marks. The comma, or in a partial
    quote the period, before the closing mark is left out: it is the article's.
    """
    archive = open_archive()
    folder = texts_folder(texts, archive.root)
    output = Output(no_color=no_color)
    any_files = False
    for session in sessions(archive, name):
        file, path = session.file, session.file.path
        if archive.holds(path):
            archive.refuse_example()
            if not any_files:
                warn_if_nothing_is_kept()
        any_files = True
        assert file.source is not None
        if session.only is None:
            note(f"{_display_path(path)}: {_drafts(session.left)} to review")
        text, why_none, _ = matching_text(folder, file.source, _display_path(Path(archive.root)))
        if why_none:
            note(why_none)
        lookup = NameLookup(archive, file)
        try:
            Reviewer(session, lookup, text, width(output) or 80, color(output)).run()
        except Quit:
            note(f"{_drafts(session.left)} left in {_display_path(path)}")
            return 0
        if session.ids:
            note(f"{_display_path(path)}: done, {_drafts(session.left)} left")
    if not any_files:
        note("no drafts to review")
    return 0


def _drafts(count: int) -> str:
    return f"{count or 'no'} draft{'s' * (count != 1)}"


def _display_path(path: Path) -> str:
    """Return a path relative to the working directory if it is inside that, else as it is."""
    relative = os.path.relpath(path)
    return str(path) if relative.split(os.sep)[0] == os.pardir else relative
