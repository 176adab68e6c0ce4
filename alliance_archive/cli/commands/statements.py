"""`statements`: every statement, by the filters."""

from __future__ import annotations

from typing import Any

import click

from ...archive import SORTS
from ..listing import list_statements, opened
from ..options import listing_options, split


@click.command()
@listing_options(list(SORTS))
def statements(**options: Any) -> int:
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
    wanted, how = split(options)
    return list_statements(opened(), wanted, how)
