"""`statements`: list statements by the filters."""

from __future__ import annotations

import click

from ...archive import SORTS
from ...queries.filter import Filter
from ..listing import list_statements, open_archive
from ..options import Output, listing_options
from ..session import Command


@click.command(cls=Command)
@listing_options(SORTS)
def statements(query: Filter, output: Output) -> int:
    """List statements, all or those that pass the filters.

    \b
    alliance-archive statements --meeting trilateral
    alliance-archive statements --speaker mattis --form paraphrase
    alliance-archive statements --country JP --country KR --verbatim
    alliance-archive statements --since 2017-10 --until 2017-12 --sort -date
    alliance-archive statements --fields date,attributed_names,words -o said.md

    A filter given twice accepts either value; different filters must all match. NAME is an id, a
    name or part of a name.
    """
    return list_statements(open_archive(), query, output)
