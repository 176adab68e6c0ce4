"""`import`: corrections from a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import click

from ...archive import Archive
from ...edit.spreadsheet.conflicts import OURS, THEIRS
from ...edit.spreadsheet.corrections import import_sheet
from ...edit.spreadsheet.derived import PlainExport
from ...edit.spreadsheet.sheet import read_sheet
from ...errors import ArchiveError
from ...queries.filter import EVERYTHING, Filter
from ...reports.statements import STATEMENT_COLUMNS
from ..confirm import carry_out, editing_options
from ..listing import open_archive
from ..options import filter_options
from ..output import note
from ..session import Command
from ..usage import FILE, FOLDER


@click.command("import", cls=Command)
@click.argument("file", type=FILE, metavar="FILE|-")
@click.option("--theirs", is_flag=True, help="In a conflict, take the file's values.")
@click.option("--ours", is_flag=True, help="In a conflict, keep the archive's values.")
@click.option("--remove-missing", is_flag=True, help="Remove the records that the file lacks.")
@click.option("--texts", type=FOLDER, metavar="DIR", help="Look for the sources' texts in DIR.")
@editing_options
@filter_options
def import_(
    file: str,
    theirs: bool,
    ours: bool,
    remove_missing: bool,
    texts: str | None,
    query: Filter,
    **options: Any,
) -> int:
    """Import corrections from a spreadsheet.

    \b
    alliance-archive export --editable -o edit.csv
    alliance-archive import edit.csv --dry-run      show what would change
    alliance-archive import edit.csv                show it, ask, and write it
    alliance-archive import edit.csv --ours         keep the archive's values

    Only cells that were changed in the file change the archive; an emptied cell drops the value, a
    missing column or row changes nothing. A row without an id becomes a draft of its source. The
    source's text must contain new and edited quotes. If a record has changed in the archive too,
    its row is a conflict.

    Everything is checked first. One fault, and nothing is written: each is told with its row and
    column. `undo` takes an import back.

    --remove-missing removes the statements that the file lacks, of those that the filters choose:
    give the same filters as to export.
    """
    if query != EVERYTHING and not remove_missing:
        raise ArchiveError("filters say what --remove-missing removes: add it, or leave them out")
    if theirs and ours:
        raise ArchiveError("--theirs cannot be combined with --ours")
    archive = open_archive(lookup=False)
    sheet = read_sheet(file)
    brought = import_sheet(
        archive,
        sheet,
        plain_export={"statement": PlainExport(tuple(STATEMENT_COLUMNS), _plain_cells(archive))},
        prefer=THEIRS if theirs else OURS if ours else None,
        remove_missing=query if remove_missing else None,
        texts=texts,
    )
    note(f"{sheet.name}: {brought.counts}")
    return carry_out(brought.change, brought.what, **options)


def _plain_cells(archive: Archive) -> Callable[[str], Mapping[str, str]]:
    """Return the function that returns the cells of a statement in a plain export."""

    def cells(ident: str) -> Mapping[str, str]:
        row = archive.row(ident)
        return {key: column.text(row) for key, column in STATEMENT_COLUMNS.items()}

    return cells
