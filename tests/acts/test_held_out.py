"""How well reports of one act are found and judged, on a set with known changes and traps."""

from __future__ import annotations

import pytest

from alliance_archive.acts.evidence import Pair
from tests.acts.held_out import HeldOut, made, measured, pairs_of


@pytest.fixture(scope="module")
def held_out() -> HeldOut:
    return made(11)


def test_the_measures(held_out: HeldOut) -> None:
    measures = measured([held_out])
    assert measures.precision >= 0.99
    assert all(count <= 5 for count in measures.false_by_trap.values())
    assert measures.recall_long >= 0.98
    assert measures.recall_short >= 0.9
    assert measures.exact >= 0.98
    assert measures.false_same == 0


def test_a_reprint_changes_no_verdict() -> None:
    before = made(12, acts=30)
    source = next(name for name in before.files if name.startswith("sources/outlet-0"))
    reprint = before.files[source].replace("outlet-0", "reprint")
    after = before._replace(files=before.files | {source.replace("outlet-0", "reprint"): reprint})

    def verdicts(held_out: HeldOut) -> dict[tuple[str, str], tuple[object, ...]]:
        def key(pair: Pair) -> tuple[str, str]:
            return min(pair.first, pair.second), max(pair.first, pair.second)

        return {
            key(pair): (pair.verdict, pair.changes, pair.speakers)
            for pair in pairs_of(held_out)
            if "reprint" not in pair.first + pair.second
        }

    assert verdicts(after) == verdicts(before)
