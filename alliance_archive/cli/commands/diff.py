"""`diff`: what changed between two states of the archive."""

from __future__ import annotations

import click

from ...reports import diff as report
from ..listing import open_archive
from ..options import TABLES, Output, output_options
from ..output import emit, note
from ..session import Command
from ..usage import FOLDER


@click.command(cls=Command)
@click.argument("old", required=False, type=FOLDER, metavar="[REV|DIR]")
@click.argument("new", required=False, type=FOLDER, metavar="[REV|DIR]")
@click.option("--stat", is_flag=True, help="Only count the records that changed.")
@output_options
def diff(old: str | None, new: str | None, stat: bool, output: Output) -> int:
    """Show what changed between two states of the archive, record by record.

    \b
    alliance-archive diff                       since the last commit
    alliance-archive diff @{last.week}          since this time last week
    alliance-archive diff v1 v2                 between two revisions in git
    alliance-archive diff copy-of-may           since a copy in a folder
    alliance-archive diff HEAD~5 --stat         only counts
    alliance-archive diff --format csv          a row per changed field

    Without arguments, HEAD is compared with the working state, the files as they are now; with one
    argument, that state is. A folder wins over a revision of the same name. Git's objects are read
    directly: nothing is checked out.

    [-Words-] are gone, {+words+} are new. Order of records, files, comments and line breaks
    are not compared. Records that only follow the rename of another one are counted with it; data
    formats list them all. The exit code is 1 if a file of either state cannot be read.
    """
    archive = open_archive(lookup=False)
    difference = report.diff(archive, old, new)
    for message in difference.notes:
        note(message)
    if not difference.changes:
        note(f"no record differs between {difference.old} and {difference.new}")
    if stat:
        emit(report.COUNTS, difference.counts, output, if_empty=None)
    elif output.chosen_format("table") in TABLES:
        emit(report.RECORDS, difference.shown, output, if_empty=None)
    else:
        emit(report.FIELDS, difference.rows, output, if_empty=None)
    for path in difference.unread:
        note(f"{path} cannot be read in one of the two states: its records are not compared")
    return 1 if difference.unread else 0
