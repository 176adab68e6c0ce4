"""`phrases`: list quoted phrases."""

from __future__ import annotations

from functools import partial

import click

from ...errors import ArchiveError
from ...queries.filter import Filter
from ...reports import concordance
from ...reports import phrases as report
from ...reports.dimensions import DIMENSIONS
from ...reports.phrase_columns import phrases_view
from ..listing import open_archive, show_rows
from ..options import Output, listing_options, narrowed, search_of
from ..output import canvas
from ..session import Command
from ..usage import OneOf, either

_BY_PLURAL = {dimension.plural: name for name, dimension in DIMENSIONS.items()}


@click.command(cls=Command)
@click.option("--word", metavar="W", multiple=True, help="Search for W, quoted or not.")
@click.option(
    "--by", type=OneOf(DIMENSIONS), metavar="GROUP", help=f"Group by {either([*DIMENSIONS])}."
)
@click.option(
    "--across",
    type=OneOf(_BY_PLURAL),
    metavar="GROUPS",
    help=f"Count uses in columns by {either([*_BY_PLURAL])}.",
)
@click.option("--kwic", is_flag=True, help="Show every use in its context, aligned at the word.")
@listing_options(report.SORTS)
def phrases(
    word: tuple[str, ...],
    by: str | None,
    across: str | None,
    kwic: bool,
    query: Filter,
    output: Output,
) -> int:
    """List quoted phrases: by whom, on what, how often and since when.

    \b
    alliance-archive phrases
    alliance-archive phrases --by alliance          each alliance's own words
    alliance-archive phrases --speaker mattis --since 2017-10
    alliance-archive phrases --across topics        how often on each topic
    alliance-archive phrases --kwic                 each use in its context
    alliance-archive phrases --word threat --word pressure --by country
    alliance-archive phrases --word "maximum pressure" --kwic
    alliance-archive phrases --by year -o phrases.csv

    A phrase is what a partial quote puts in quotation marks. Every use of it in quoted words
    counts, including in full quotes. --word searches for words instead, as `who` does, in summaries
    too, and says how many uses are quoted. With --by, a use counts for each speaker (or
    spokesperson), country or topic of its statement.
    """
    words = tuple(search_of((phrase,))[0] for phrase in word)
    query = narrowed(query, match=words)
    archive = open_archive()
    sort = output.sort or "-times"
    if kwic:
        if by or across:
            raise ArchiveError("--kwic cannot be combined with --by or --across")
        uses = concordance.concordance(
            archive, query, words=words, sort=sort, limit=output.limit, by_act=output.of_acts()
        )
        draw = partial(concordance.draw, uses, quoted=not words)
        ids = (use.statement.id for use in uses)
        return show_rows(
            archive, query, output, concordance.CONCORDANCE, uses, draw=draw, noun="phrase", ids=ids
        )
    lexicon = report.phrases(
        archive,
        query,
        words=words,
        by=by,
        across=_BY_PLURAL.get(across or ""),
        sort=sort,
        limit=output.limit,
        by_report=output.by_report,
    )
    view = phrases_view(by, lexicon.across, whole=canvas(output) is None)
    ids = (ident for row in lexicon.rows for ident in row.ids)
    return show_rows(archive, query, output, view, lexicon.rows, noun="phrase", ids=ids)
