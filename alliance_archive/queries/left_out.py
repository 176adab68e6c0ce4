"""Names that only records with an error have; look-ups leave these out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable


def is_left_out(connection: sqlite3.Connection, kinds: Iterable[str], name: str) -> bool:
    """Return whether a record of these kinds that has an error has the id, or whole words of it.

    Whether a sound record has them too is for the caller to know.
    """
    from ..text.folding import key
    from .names import is_text

    if not is_text(name):
        return False
    folded = key(name)
    for kind in kinds:
        if connection.execute(
            f"SELECT 1 FROM {kind} WHERE id = ? AND NOT sound", (name,)
        ).fetchone():
            return True
        names = connection.execute(
            f"SELECT n.key FROM name n JOIN {kind} r ON r.pk = n.record"
            " WHERE n.kind = ? AND NOT r.sound",
            (kind,),
        )
        if folded and any(f" {folded} " in f" {name_key} " for (name_key,) in names):
            return True
    return False
