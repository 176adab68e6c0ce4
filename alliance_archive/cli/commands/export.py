"""`export`: write statements for other programs."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Any

import click

from ...archive import SORTS, Archive
from ...atomic import descriptor_of
from ...errors import ArchiveError
from ...queries.filter import EVERYTHING, Filter
from ...render.cells import counted
from ...reports.statements import STATEMENTS, acts_view, long_view
from ..listing import note_doubts, note_namesakes_of, open_archive, show_rows, spare
from ..options import FORMATS, Output, listing_options
from ..output import left_out, note, stream
from ..session import Command
from ..usage import FOLDER, OneOf, either

_WHOLE = ("jsonld", "sqlite")
_EDITABLE = ("csv", "tsv", "json", "jsonl")
_KINDS = {f"{kind}s": kind for kind in ("statement", "participant", "meeting", "topic", "source")}
_ENDINGS = {"jsonld": "jsonld", "sqlite": "sqlite", "sqlite3": "sqlite", "db": "sqlite"}


@click.command(cls=Command)
@listing_options(SORTS, (*FORMATS, *_WHOLE), "csv")
@click.option("--long", is_flag=True, help="Write one row per statement and person.")
@click.option("--editable", is_flag=True, help="Write what can be corrected and imported.")
@click.option(
    "--kind",
    type=OneOf(tuple(_KINDS)),
    metavar="KIND",
    help=f"With --editable: {either(tuple(_KINDS))}. Default: statements.",
)
@click.option("--overwrite", is_flag=True, help="With --editable: replace the file of -o.")
@click.option("--excel", is_flag=True, help="Write CSV for Excel: with a BOM, formulas defused.")
@click.option(
    "--datapackage",
    type=FOLDER,
    metavar="DIR",
    help="Write a folder of CSV files with their types.",
)
def export(
    long: bool,
    editable: bool,
    kind: str | None,
    overwrite: bool,
    excel: bool,
    datapackage: str | None,
    query: Filter,
    output: Output,
) -> int:
    """Export statements as CSV or in another format, or the whole archive.

    \b
    alliance-archive export > statements.csv
    alliance-archive export --long -o x.csv         one row per person, for pandas
    alliance-archive export --speaker white -o white.json
    alliance-archive export --excel -o for-excel.csv
    alliance-archive export --fields id,date,words -o words.csv
    alliance-archive export --editable -o edit.csv
    alliance-archive export --editable --kind participants -o people.csv
    alliance-archive export -o archive.sqlite       the whole archive as tables
    alliance-archive export -o archive.jsonld       all of it as linked data
    alliance-archive export --datapackage archive   all of it as CSV files

    CSV is RFC 4180 in UTF-8, with lists joined by "; ". A file appears whole or not at all.
    --excel puts an apostrophe before cells that a spreadsheet would run as formulas, and so
    changes these cells.

    --editable writes the columns that import reads back, and `base`, by which it knows what was
    changed. Its file is never replaced, as it may have been corrected; other files are.

    SQLite, JSON-LD and the data package (Frictionless) contain all participants, meetings, topics
    and sources; the filters choose the statements. An existing folder is replaced only if it is
    an earlier data package.
    """
    form = _format(output, datapackage)
    if excel and form != "csv":
        raise ArchiveError(f"--excel works only with CSV, not with {form}")
    if not editable and (kind or overwrite):
        raise ArchiveError(f"--{'kind' if kind else 'overwrite'} works only with --editable")
    if editable:
        if long or form not in _EDITABLE:
            raise ArchiveError(f"--editable writes {either(_EDITABLE)}, without --long")
        _refuse_to_replace(output, overwrite)
    archive = open_archive()
    if editable:
        form = "excel" if excel else form
        return _write_editable(archive, _KINDS[kind or "statements"], query, output, form)
    if form in ("datapackage", *_WHOLE):
        _refuse_row_options(form, output, long)
        _write_whole(archive, query, form, datapackage or output.file)
        return left_out(archive)
    rows_of = archive.long if long else archive.statements
    by_act = output._replace(only_count=False).of_acts("csv")
    rows = rows_of(query, sort=output.sort or "date", limit=output.limit, by_act=by_act)
    view = long_view() if long else STATEMENTS
    form = "excel" if excel else form
    if by_act and not long:
        view = acts_view(view)
    tally = Tally(rows)
    code = show_rows(archive, query, output, view, tally, form=form, marked=True)
    _note_written(tally.count, "row" if long else "statement", output)
    return code


class Tally:
    """Rows that are counted as they are written."""

    def __init__(self, rows: Iterable[Any]) -> None:
        self._rows, self.count = rows, 0

    def __iter__(self) -> Iterator[Any]:
        for row in self._rows:
            self.count += 1
            yield row


def _note_written(count: int, noun: str, output: Output) -> None:
    """Say how much went into a file, which else would tell nothing."""
    file = output.file
    if count and file and descriptor_of(file) is None and os.path.isfile(file):
        note(f"{counted(count, noun)} written to {output.file}")


def _refuse_to_replace(output: Output, overwrite: bool) -> None:
    file = output.file
    if file and not overwrite and descriptor_of(file) is None and os.path.isfile(file):
        raise ArchiveError(
            f"{file} already exists and may have been corrected: import it first, "
            "choose another name, or add --overwrite"
        )


def _write_editable(archive: Archive, kind: str, query: Filter, output: Output, form: str) -> int:
    """Write the rows of statements, or of the other records that a filter leaves."""
    from ...export.editable import editable, editable_view, rows_of

    rows: Iterable[Any]
    if kind == "statement":
        rows = editable(archive, kind, query, sort=output.sort or "date", limit=output.limit)
    elif query == EVERYTHING and output.sort is None and output.limit is None:
        rows = editable(archive, kind)
    else:
        from ...reports.lists import listing

        entries = listing(archive, kind, query, sort=output.sort, limit=output.limit)
        rows = rows_of(kind, [entry.record for entry in entries])
    tally = Tally(rows)
    code = show_rows(archive, query, output, editable_view(kind), tally, form=form)
    _note_written(tally.count, kind, output)
    return code


def _write_whole(archive: Archive, query: Filter, form: str, target: str | None) -> None:
    """Write the statements of a filter, and all that they refer to, to a file or folder."""
    spare(archive, target)
    note_namesakes_of(archive, query)
    from ...export import write_database, write_datapackage, write_jsonld
    from ..hints import nothing

    if form == "jsonld":
        with stream(Output(file=target)) as file:
            write_jsonld(archive, file, query)
        note_doubts(archive.uncertain(query))
        return
    if target is None or descriptor_of(target) is not None:
        raise ArchiveError("a database needs a file: add -o FILE.sqlite")
    write = write_database if form == "sqlite" else write_datapackage
    written = write(archive, target.rstrip("/") or target, query)
    if not written and (message := nothing(archive, query)):
        note(message)
    note_doubts(archive.uncertain(query))


def _format(output: Output, datapackage: str | None) -> str:
    if not datapackage:
        return output.chosen_format("csv", _ENDINGS)
    if output.file or output.format or output.as_json:
        raise ArchiveError("--datapackage cannot be combined with -o, --format or --json")
    return "datapackage"


def _refuse_row_options(form: str, output: Output, long: bool) -> None:
    options = {
        "long": long,
        "fields": output.fields,
        "count": output.only_count,
        "sort": output.sort,
        "limit": output.limit is not None,
        "by-act": output.by_act,
        "by-report": output.by_report,
    }
    for name, value in options.items():
        if value:
            raise ArchiveError(f"--{name} works only with rows of statements, not with {form}")
