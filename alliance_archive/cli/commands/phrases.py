"""`phrases`: the diplomatic lexicon."""

from __future__ import annotations

from typing import Any

import click

from ...archive import Archive
from ...errors import ArchiveError
from ...queries.filter import Filter
from ...reports.dimensions import DIMENSIONS
from ...reports.phrases import SORTS, concordance
from ...reports.phrases import phrases as lexicon
from ...reports.phrases_view import CONCORDANCE, contexts, phrases_view
from ..hints import nothing
from ..listing import opened
from ..marks import marks
from ..options import Output, listing_options, split, words_of
from ..output import canvas, colour, emit, left_out, note, text

PLURALS = {
    "speakers": "speaker",
    "countries": "country",
    "topics": "topic",
    "alliances": "alliance",
    "years": "year",
}


@click.command()
@click.option("--word", metavar="W", multiple=True, help="Look for W in all words, quoted or not.")
@click.option("--by", type=click.Choice(DIMENSIONS), help="A row for each phrase of each of them.")
@click.option("--across", type=click.Choice(tuple(PLURALS)), help="A matrix: a column for each.")
@click.option("--kwic", is_flag=True, help="Every use in its context, aligned at the word.")
@listing_options(list(SORTS))
def phrases(
    word: tuple[str, ...],
    by: str | None,
    across: str | None,
    kwic: bool,
    **options: Any,
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
    searches = tuple(words_of((each,))[0] for each in word)
    wanted, how = split(options, Filter(match=searches))
    found = opened()
    if kwic:
        if by or across:
            raise ArchiveError("--kwic shows each use once: it does not go with --by or --across")
        _concordance(found, wanted, searches, how)
    else:
        _table(found, wanted, searches, how, by, PLURALS[across] if across else None)
    return left_out(found)


def _table(
    archive: Archive,
    wanted: Filter,
    words: tuple[str, ...],
    how: Output,
    by: str | None,
    across: str | None,
) -> None:
    sort = how.sort or "-times"
    made = lexicon(archive, wanted, words=words, by=by, across=across, sort=sort, limit=how.limit)
    if how.only_count:
        click.echo(len(made.rows))
    else:
        view = phrases_view(by, made.across, whole=canvas(how) is None)
        emit(view, made.rows, how, empty=lambda: nothing(archive, wanted))


def _concordance(archive: Archive, wanted: Filter, words: tuple[str, ...], how: Output) -> None:
    uses = concordance(archive, wanted, words=words, sort=how.sort or "-times", limit=how.limit)
    size = canvas(how)
    if how.only_count:
        click.echo(len(uses))
    elif size is None:
        emit(CONCORDANCE, uses, how, empty=lambda: nothing(archive, wanted))
    elif uses:
        from ...render.concordance import concordance as drawn

        made = contexts(uses, size, bool(words))
        text(drawn(made, size, colour(how), marks(archive, wanted, how)), how)
    else:
        note(nothing(archive, wanted))
