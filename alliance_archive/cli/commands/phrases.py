"""`phrases`: the diplomatic lexicon."""

from __future__ import annotations

from functools import partial

import click

from ...errors import ArchiveError
from ...queries.filter import Filter
from ...reports import concordance
from ...reports import phrases as report
from ...reports.dimensions import DIMENSIONS
from ..listing import open_archive, show_rows
from ..options import Output, listing_options, narrowed, search_of
from ..output import canvas

_BY_PLURAL = {dimension.plural: name for name, dimension in DIMENSIONS.items()}


@click.command()
@click.option("--word", metavar="W", multiple=True, help="Look for W in all words, quoted or not.")
@click.option(
    "--by", type=click.Choice(tuple(DIMENSIONS)), help="A row for each phrase of each of them."
)
@click.option("--across", type=click.Choice(tuple(_BY_PLURAL)), help="A matrix: a column for each.")
@click.option("--kwic", is_flag=True, help="Every use in its context, aligned at the word.")
@listing_options(report.SORTS)
def phrases(
    word: tuple[str, ...],
    by: str | None,
    across: str | None,
    kwic: bool,
    query: Filter,
    output: Output,
) -> int:
    """The phrases that are quoted: of what, by whom, how often, since when.

    \b
    alliance-archive phrases
    alliance-archive phrases --by alliance           each alliance's own words
    alliance-archive phrases --speaker mattis --since 2017-10
    alliance-archive phrases --across topics         phrases down, topics across, uses counted
    alliance-archive phrases --kwic                  each use in its context
    alliance-archive phrases --word threat --word pressure --by country
    alliance-archive phrases --word "maximum pressure" --kwic
    alliance-archive phrases --by year -o phrases.csv

    A phrase is what a paraphrase quotes. It counts wherever quoted words hold it, in longer
    quotations too, which are no phrases themselves. --word looks for words in the archive's
    wording as well, by the rules of `who`, and tells how many of the uses are quoted. With --by,
    a use counts for each speaker (in either capacity), country or topic of its statement.
    """
    words = tuple(search_of((phrase,))[0] for phrase in word)
    query = narrowed(query, match=words)
    archive = open_archive()
    sort = output.sort or "-times"
    if kwic:
        if by or across:
            raise ArchiveError("--kwic shows each use once: it does not go with --by or --across")
        uses = concordance.concordance(archive, query, words=words, sort=sort, limit=output.limit)
        draw = partial(concordance.draw, uses, quoted=not words)
        return show_rows(archive, query, output, concordance.CONCORDANCE, uses, draw=draw)
    lexicon = report.phrases(
        archive,
        query,
        words=words,
        by=by,
        across=_BY_PLURAL.get(across or ""),
        sort=sort,
        limit=output.limit,
    )
    view = report.phrases_view(by, lexicon.across, whole=canvas(output) is None)
    return show_rows(archive, query, output, view, lexicon.rows)
