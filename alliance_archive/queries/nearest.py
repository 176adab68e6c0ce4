"""Names that no sound record has: what is close to them, and whether one with an error has them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from ..text.folding import nearest_names


def nearest_ids(connection: sqlite3.Connection, kinds: Iterable[str], name: str) -> list[str]:
    """Return the ids of records whose names or ids are closest to a name, best first."""
    sql = (
        "SELECT n.key, r.id FROM name n JOIN {0} r ON r.pk = n.record"
        " WHERE n.kind = '{0}' AND r.sound UNION ALL SELECT id, id FROM {0} WHERE sound"
    )
    names = (pair for kind in kinds for pair in connection.execute(sql.format(kind)))
    return nearest_names(name, names)


def is_left_out(connection: sqlite3.Connection, kinds: Iterable[str], name: str) -> bool:
    """Return whether a name is that of a record of these kinds that has an error, or part of it.

    Whether a sound record has it too is for the caller to know.
    """
    from .names import PART, candidates

    fits = (candidates(connection, kind, name) for kind in kinds)
    return any(fit.left_out and fit.rank <= PART for fit in fits)
