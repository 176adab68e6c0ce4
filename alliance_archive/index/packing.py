"""How lists of ids and quotations are packed into one cell of the index.

Separate from `storage` because a look-up unpacks cells without loading the record classes.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from ..render.columns import LIST_SEPARATOR, joined_once

# Between two quotations. It cannot occur in one: control characters are errors in every text.
UNIT_SEPARATOR = "\x1f"


@lru_cache(8192)
def split_ids(cell: str) -> tuple[str, ...]:
    """Return the ids of a joined list; cached, because the same lists recur in row after row."""
    return tuple(cell.split(LIST_SEPARATOR)) if cell else ()


def join_ids(ids: Iterable[str]) -> str:
    """Return a list of ids as a CSV cell shows it."""
    return LIST_SEPARATOR.join(ids)


def join_quotes(quotes: Iterable[tuple[str, int, int]]) -> str:
    """Return quotations as one text, each as `start-end exact`."""
    return UNIT_SEPARATOR.join([f"{start}-{end} {exact}" for exact, start, end in quotes])


def exacts_of(cell: str) -> list[str]:
    """Return the words of a cell's quotations."""
    return [part.partition(" ")[2] for part in cell.split(UNIT_SEPARATOR)] if cell else []


def starts_of(cell: str) -> list[str]:
    """Return the starts of a cell's quotations."""
    return [part.partition("-")[0] for part in cell.split(UNIT_SEPARATOR)] if cell else []


def ends_of(cell: str) -> list[str]:
    """Return the ends of a cell's quotations."""
    offsets = [part.partition(" ")[0] for part in cell.split(UNIT_SEPARATOR)] if cell else ()
    return [offset.partition("-")[2] for offset in offsets]


def exacts_text(cell: str) -> str:
    """Return the words of a cell's quotations as a CSV cell shows them."""
    # Nearly always one quotation, as in the two functions below.
    if UNIT_SEPARATOR in cell or '"' in cell or LIST_SEPARATOR in cell:
        return joined_once(exacts_of(cell))
    return cell.partition(" ")[2]


def starts_text(cell: str) -> str:
    """Return the starts of a cell's quotations as a CSV cell shows them."""
    if UNIT_SEPARATOR in cell:
        return LIST_SEPARATOR.join(starts_of(cell))
    return cell.partition("-")[0]


def ends_text(cell: str) -> str:
    """Return the ends of a cell's quotations as a CSV cell shows them."""
    if UNIT_SEPARATOR in cell:
        return LIST_SEPARATOR.join(ends_of(cell))
    return cell.partition(" ")[0].partition("-")[2]


def split_quotes(cell: str) -> list[tuple[str, int, int]]:
    """Return the quotations of a cell, each with its start and end in code points."""
    quotes = []
    for part in cell.split(UNIT_SEPARATOR) if cell else ():
        offsets, _, exact = part.partition(" ")
        start, _, end = offsets.partition("-")
        quotes.append((exact, int(start), int(end)))
    return quotes
