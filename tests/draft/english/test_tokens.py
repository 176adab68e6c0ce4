from __future__ import annotations

import pytest

from alliance_archive.draft.english.sentences import tokenize


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gen. Weiss met Mr. Aarden.", ["Gen.", "Weiss", "met", "Mr.", "Aarden", "."]),
        ("the U.S. envoy", ["the", "U.S.", "envoy"]),
        ("Sae-rim's plan isn't new", ["Sae-rim", "'s", "plan", "isn't", "new"]),
        ("No, it rose 3.5% to $1,200", ["No", ",", "it", "rose", "3.5%", "to", "$1,200"]),
        ("''Yes,'' he said -- twice", ["''", "Yes", ",", "''", "he", "said", "--", "twice"]),
        ("a 54-person team at corrad.com", ["a", "54-person", "team", "at", "corrad.com"]),
        ("", []),
    ],
)
def test_tokenize(text: str, expected: list[str]) -> None:
    tokens = tokenize(text)
    assert [token.text for token in tokens] == expected
    assert all(text[token.start : token.end] == token.text for token in tokens)
