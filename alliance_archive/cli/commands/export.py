"""`export`: statements for other programs."""

from __future__ import annotations

import click

from ...archive import SORTS, Archive
from ...errors import ArchiveError
from ...queries.filter import Filter
from ...reports.statements import LONG, STATEMENTS
from ..listing import nothing, open_archive, show_rows
from ..options import FORMATS, Output, listing_options
from ..output import left_out, note, stream

_WHOLE = ("jsonld", "sqlite")
_ENDINGS = {"jsonld": "jsonld", "sqlite": "sqlite", "sqlite3": "sqlite", "db": "sqlite"}


@click.command()
@listing_options(SORTS, (*FORMATS, *_WHOLE))
@click.option("--long", is_flag=True, help="A row for each statement and person.")
@click.option("--excel", is_flag=True, help="CSV for spreadsheets: BOM, formulas defused.")
@click.option("--datapackage", metavar="DIR", help="CSV files and datapackage.json in a folder.")
def export(long: bool, excel: bool, datapackage: str | None, query: Filter, output: Output) -> int:
    """Statements as CSV, or in another format, by the same filters as `statements`.

    \b
    alliance-archive export > statements.csv
    alliance-archive export --long -o x.csv          a row for each person, with their capacity
    alliance-archive export --speaker white -o white.json
    alliance-archive export --excel -o for-excel.csv
    alliance-archive export --fields id,date,words | sqlite3 x.db '.import --csv /dev/stdin said'
    alliance-archive export -o archive.sqlite        the whole archive as tables, for Datasette
    alliance-archive export -o archive.jsonld        as linked data
    alliance-archive export --datapackage archive    as a folder of CSV files, with their types

    CSV is RFC 4180 in UTF-8, lists joined by "; ". A file appears whole or not at all. --excel
    puts an apostrophe before cells that a spreadsheet would run as a formula, and so alters them.

    SQLite, JSON-LD and the data package (Frictionless) hold the participants, meetings, topics and
    sources too, all of them; the filters choose statements. A folder is replaced only when it is
    an earlier data package.
    """
    form = _format(output, datapackage)
    if excel and form != "csv":
        raise ArchiveError(f"--excel is for CSV, not for {form}")
    archive = open_archive()
    if form in ("datapackage", *_WHOLE):
        _refuse_row_options(form, output, long)
        _write_whole(archive, query, form, datapackage or output.file)
        return left_out(archive)
    rows_of = archive.long if long else archive.statements
    rows = rows_of(query, sort=output.sort or "date", limit=output.limit)
    view = LONG if long else STATEMENTS
    form = "excel" if excel else form
    return show_rows(archive, query, output, view, rows, form=form, marked=True)


def _write_whole(archive: Archive, query: Filter, form: str, target: str | None) -> None:
    """Write the statements of a filter, and all that they refer to, to a file or folder."""
    from ...export import write_database, write_datapackage, write_jsonld

    if form == "jsonld":
        with stream(Output(file=target)) as file:
            write_jsonld(archive, file, query)
        return
    if target is None or target == "-":
        raise ArchiveError("a database is a file: name it with -o FILE.sqlite")
    write = write_database if form == "sqlite" else write_datapackage
    if not write(archive, target.rstrip("/") or target, query):
        note(nothing(archive, query))


def _format(output: Output, datapackage: str | None) -> str:
    if not datapackage:
        return output.chosen_format("csv", _ENDINGS)
    if output.file or output.format or output.as_json:
        raise ArchiveError("--datapackage is a format of its own: leave -o and --format out")
    return "datapackage"


def _refuse_row_options(form: str, output: Output, long: bool) -> None:
    options = {
        "long": long,
        "fields": output.fields,
        "count": output.only_count,
        "sort": output.sort,
        "limit": output.limit is not None,
    }
    for name, value in options.items():
        if value:
            raise ArchiveError(f"--{name} is for rows of statements, not for {form}")
