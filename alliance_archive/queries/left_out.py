"""Names that only records with an error have; look-ups leave these out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable


def is_left_out(connection: sqlite3.Connection, kinds: Iterable[str], name: str) -> bool:
    """Return whether a name is that of a record of these kinds that has an error, or part of it.

    Whether a sound record has it too is for the caller to know.
    """
    from .names import PART, candidates

    fits = (candidates(connection, kind, name) for kind in kinds)
    return any(fit.left_out and fit.rank <= PART for fit in fits)
