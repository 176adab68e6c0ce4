"""`export`: statements for other programs."""

from __future__ import annotations

from typing import Any

import click

from ...archive import SORTS
from ...errors import ArchiveError
from ...reports.statements import LONG, STATEMENTS
from ..hints import nothing
from ..listing import opened
from ..marks import marks
from ..options import FORMATS, Output, listing_options, split
from ..output import emit, left_out

_WHOLE = ("jsonld", "sqlite")
_ENDINGS = {"jsonld": "jsonld", "sqlite": "sqlite", "sqlite3": "sqlite", "db": "sqlite"}


@click.command()
@listing_options(list(SORTS), (*FORMATS, *_WHOLE))
@click.option("--long", is_flag=True, help="A row for each statement and person.")
@click.option("--excel", is_flag=True, help="CSV for spreadsheets: BOM, formulas defused.")
@click.option("--datapackage", metavar="DIR", help="CSV files and datapackage.json in a folder.")
def export(long: bool, excel: bool, datapackage: str | None, **options: Any) -> int:
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
    wanted, how = split(options)
    form = _form(how, datapackage)
    if excel and form != "csv":
        raise ArchiveError(f"--excel is for CSV, not for {form}")
    found = opened()
    if form in ("datapackage", *_WHOLE):
        from .export_whole import write

        _only_filters(form, how, long)
        write(found, wanted, form, datapackage or how.output)
        return left_out(found)
    rows_of = found.long if long else found.statements
    rows = rows_of(wanted, sort=how.sort or "date", limit=how.limit)
    if how.only_count:
        click.echo(sum(1 for _ in rows))
    else:
        emit(
            LONG if long else STATEMENTS,
            rows,
            how,
            "excel" if excel else form,
            empty=lambda: nothing(found, wanted),
            marks=marks(found, wanted, how),
        )
    return left_out(found)


def _form(how: Output, datapackage: str | None) -> str:
    if not datapackage:
        return how.chosen("csv", _ENDINGS)
    if how.output or how.format or how.as_json:
        raise ArchiveError("--datapackage is a format of its own: leave -o and --format out")
    return "datapackage"


def _only_filters(form: str, how: Output, long: bool) -> None:
    given = {"long": long, "fields": how.fields, "count": how.only_count, "sort": how.sort}
    given["limit"] = how.limit is not None
    for name, value in given.items():
        if value:
            raise ArchiveError(f"--{name} is for rows of statements, not for {form}")
