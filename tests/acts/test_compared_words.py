"""Which spellings are the same words, both ways, and which are not."""

from __future__ import annotations

import pytest

from alliance_archive.acts.verdicts import compare_words
from alliance_archive.acts.words import words_of
from tests.acts.compared import verdict

SAME = [
    ("It's the keel of the fleet.", "it’s the keel of the fleet"),
    ("We do not sail — ever", "We don’t sail -- ever"),
    ("They cannot row", "They can't row"),
    ("We'll sail, and we've sailed", "We will sail, and we have sailed"),
    ("It has been foggy", "It's been foggy"),
    ("Corvia is going to sail", "Corvia's going to sail"),
    ("The U.S. fleet and the U.N. flag", "The US fleet and the UN flag"),
    ("the U.S.-Norrland pact", "the US-Norrland pact"),
    ("twenty-five ships", "25 ships"),
    ("one hundred and five men", "105 men"),
    ("a thousand lamps", "1,000 lamps"),
    ("$5 million", "five million dollars"),
    ("the forty-ninth lamp", "the 49th lamp"),
    ("12 percent", "twelve per cent"),
    ("defense cooperation", "defence co-operation"),
    ("the organization recognizes labor", "the organisation recognises labour"),
    ("the theater of our neighbors", "the theatre of our neighbours"),
    ("Mr. Brandt sails on Oct. 4", "Mr Brandt sails on October 4"),
    ("all [sic] hands", "all hands"),
    ("“Sail!” he said", "'Sail', he said"),
]
DIFFERENT = [
    ("join us", "join the US"),
    ("the last resort", "a last resort"),
    ("Corvia's fleet", "Corvia fleet"),
    ("10² ships", "102 ships"),
    ("four ships", "for ships"),
    ("1,000 lamps", "10,000 lamps"),
]


@pytest.mark.parametrize(("one", "two"), SAME)
def test_the_same_words_both_ways(one: str, two: str) -> None:
    assert verdict(one, two) == verdict(two, one) == ("same", ())


@pytest.mark.parametrize(("one", "two"), DIFFERENT)
def test_other_words_both_ways(one: str, two: str) -> None:
    assert verdict(one, two)[0] == verdict(two, one)[0] != "same"


def test_an_empty_quotation_is_not_compared() -> None:
    assert compare_words(words_of(("…",)), words_of(("sail",)), lambda _: 9.0)[:2] == (
        "differs",
        ("word",),
    )
