"""`export`: statements for other programs."""

from __future__ import annotations

from typing import Any

import click

from ..errors import ArchiveError
from ..queries.archive import SORTS
from ..views.statements import LONG, STATEMENTS
from .options import listing_options, split
from .output import emit, left_out
from .run import opened


@click.command()
@listing_options(list(SORTS))
@click.option("--long", is_flag=True, help="A row for each statement and person.")
@click.option("--excel", is_flag=True, help="CSV for spreadsheets: BOM, formulas defused.")
def export(long: bool, excel: bool, **options: Any) -> int:
    """Statements as CSV, or in another format, by the same filters as `statements`.

    \b
    alliance-archive export > statements.csv
    alliance-archive export --long -o x.csv          a row for each person, with their capacity
    alliance-archive export --speaker white -o white.json
    alliance-archive export --excel -o for-excel.csv
    alliance-archive export --fields id,date,words | sqlite3 x.db '.import --csv /dev/stdin said'

    CSV is RFC 4180 in UTF-8, lists joined by "; ". A file appears whole or not at all. --excel
    puts an apostrophe before cells that a spreadsheet would run as a formula, and so alters them.
    """
    wanted, how = split(options)
    form = how.chosen("csv")
    if excel and form != "csv":
        raise ArchiveError(f"--excel is for CSV, not for {form}")
    found = opened()
    rows_of = found.long if long else found.statements
    rows = rows_of(wanted, sort=how.sort or "date", limit=how.limit)
    if how.only_count:
        click.echo(sum(1 for _ in rows))
    else:
        emit(LONG if long else STATEMENTS, rows, how, "excel" if excel else form)
    return left_out(found)
