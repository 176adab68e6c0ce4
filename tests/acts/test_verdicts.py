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
    ("90 boats", "up to 90 boats", "cropped", "number"),
    ("90 boats", "at most 90 boats", "cropped", "number"),
    ("90 boats", "as few as 90 boats", "cropped", "number"),
    ("90 boats", "in excess of 90 boats", "cropped", "number"),
    ("90 boats", "We put up 90 boats", "cropped", ""),
    ("We saw at least 20 boats", "We saw 20 boats", "differs", "number"),
    ("We saw 20 or more boats", "We saw 20 boats", "differs", "number"),
    ("We saw at least 20 boats", "We saw at most 20 boats", "differs", "number"),
    ("We saw at least 20 boats", "We saw more than 30 boats", "differs", "number"),
    ("We saw at least 20 boats", "We saw 20 gray boats", "differs", "number word"),
    ("we row home", "We do not fish as we row home", "cropped", ""),
    ("20 of us rowed", "Not all rowed, but about 20 of us rowed", "cropped", "number"),
    ("No one rows home", "Everyone rows home", "differs", "negation"),
    ("We row without fear", "We row with fear", "differs", "negation"),
    ("We have no boats", "We have some boats", "differs", "negation"),
    ("Nobody rows home", "Everybody rows home", "differs", "negation"),
    ("We never row home", "We always row home", "differs", "negation"),
    ("Neither he nor she rowed", "Both he and she rowed", "differs", "negation"),
    ("Not he but she rowed with us", "He and she rowed for us", "differs", "negation word"),
    ("同盟の要である", "日本と米国は同盟の要である。", "cropped", ""),
    ("同盟の要である", "日本は同盟の要である", "cropped", ""),
    ("We keep the cease-fire", "We keep the ceasefire", "same", ""),
    ("a counter-terrorism drill", "a counterterrorism drill", "same", ""),
    ("We re-open the port", "We reopen the port", "same", ""),
    ("It may be late", "It maybe late", "differs", "modal word"),
    ("We will row 20 boats to Ilmen", "We may row 30 boats to Ferrol", "differs", "number modal name"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two", "expected", "changes"), CASES)
def test_a_verdict_both_ways(one: Quoted, two: Quoted, expected: str, changes: str) -> None:
    assert verdict(one, two) == verdict(two, one) == (expected, tuple(changes.split()))
