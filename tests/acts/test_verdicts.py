"""What two reports are to each other, and what differs."""

from __future__ import annotations

import pytest

from tests.acts.compared import Quoted, verdict

CASES: list[tuple[Quoted, Quoted, str, str]] = [
    ("force is the answer", "I do not believe that force is the answer.", "cropped", "negation"),
    ("20 dead", "at least 20 dead", "cropped", "number"),
    ("500 sailors", "no more than 500 sailors", "cropped", "number"),
    ("20 sailors", "20 sailors or more", "cropped", "number"),
    ("sail at dawn", "We may sail at dawn", "cropped", "modal"),
    ("we will sail", "Perhaps we will sail", "cropped", "modal"),
    ("the ports are open", "Nobody knows whether the ports are open", "cropped", "negation modal"),
    ("we row home", "We do not fish, and we row home", "cropped", ""),
    ("we row home", "They are not here because we row home", "cropped", ""),
    ("the keel", "The pact will remain the keel of the fleet", "cropped", "modal"),
    ("keel", "This alliance is the keel of the archipelago", "cropped", ""),
    (("row", "the strait"), "we row slowly across the strait", "cropped", ""),
    ("We row … across the strait", "We row slowly across the strait", "elided", ""),
    ("… across the strait", "We row slowly across the strait", "elided", ""),
    ("We … row to war", "We never row to war", "elided", "negation"),
    ("[The Corvians] row home", "They row home", "elided", ""),
    ("They row home [from Ilmen]", "They row home", "elided", ""),
    ("row slowly across the strait", "We row slowly across", "overlap", ""),
    ("We row slowly", "We row quickly", "differs", "word"),
    ("We row slowly across the strait", "We row across the strait", "differs", "word"),
    ("We saw 20 boats off Ilmen", "We saw 30 boats off Ilmen", "differs", "number"),
    ("We saw one boat", "We saw two boats", "differs", "number"),
    ("We do not row home", "We row home", "differs", "negation"),
    ("He does not row home", "He rows home", "differs", "negation"),
    ("We will row home", "We might row home", "differs", "modal"),
    ("We sail to Ilmen today", "We sail to Ferrol today", "differs", "name"),
    ("the last resort", "a last resort", "differs", "word"),
    ("We will row 20 boats to Ilmen", "We may row 30 boats to Ferrol", "differs", "number modal name"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two", "expected", "changes"), CASES)
def test_a_verdict_both_ways(one: Quoted, two: Quoted, expected: str, changes: str) -> None:
    assert verdict(one, two) == verdict(two, one) == (expected, tuple(changes.split()))
