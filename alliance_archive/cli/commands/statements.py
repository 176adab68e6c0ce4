"""`statements`: every statement, by the filters."""

from __future__ import annotations

import click

from ...archive import SORTS
from ...queries.filter import Filter
from ..listing import list_statements, open_archive
from ..options import Output, listing_options


@click.command()
@listing_options(SORTS)
def statements(query: Filter, output: Output) -> int:
    """Every statement, or those that pass all the filters.

    \b
    alliance-archive statements --meeting trilateral
    alliance-archive statements --speaker mattis --topic "north korea" --form mixed
    alliance-archive statements --country JP --country KR --verbatim
    alliance-archive statements --since 2017-10 --until 2017-12 --sort -date
    alliance-archive statements --fields date,attributed_names,words -o said.md

    The same filter given twice takes either; different filters must all hold. Names are ids,
    names, other names, or parts of them.
    """
    return list_statements(open_archive(), query, output)
