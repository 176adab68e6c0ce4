"""Names of records that are close to one that no record has."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from difflib import SequenceMatcher

from ..text.folding import key, may_mean


def nearest_ids(connection: sqlite3.Connection, kinds: Iterable[str], name: str) -> list[str]:
    """Return the ids of records whose names are closest to a name, best first.

    Every word of the name must be close to a word of the name suggested: “North Korea” never
    suggests South Korea, nor “Kim” Jim.
    """
    searched = key(name).split()
    ratios: dict[str, float] = {}
    for kind in kinds:
        sql = (
            f"SELECT n.key, r.id FROM name n JOIN {kind} r ON r.pk = n.record"
            " WHERE n.kind = ? AND r.sound"
        )
        for name_key, ident in connection.execute(sql, (kind,)):
            if ratio := _closeness(searched, name_key.split()):
                ratios[ident] = max(ratio, ratios.get(ident, 0.0))
    best = sorted(ratios, key=lambda ident: (-ratios[ident], ident))[:_SUGGESTED]
    # A poor guess next to a good one only distracts, so the others must come close to the best.
    return [ident for ident in best if ratios[ident] > ratios[best[0]] - 0.1]


_SUGGESTED = 3


def _closeness(searched: list[str], name: list[str]) -> float:
    """Return how close the words searched for are to those of a name, 0 if one is not close."""
    total = 0.0
    for word in searched:
        close = [other for other in name if other[0] == word[0] and may_mean(word, other)]
        if not close:
            return 0.0
        total += max(SequenceMatcher(None, other, word).ratio() for other in close)
    return total / len(searched) if searched else 0.0
