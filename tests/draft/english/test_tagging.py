from __future__ import annotations

import pytest

from alliance_archive.draft.english.sentences import tokenize
from alliance_archive.draft.english.tagging import tag


def tagged(text: str) -> str:
    tokens = tokenize(text)
    tag(tokens)
    return " ".join(token.tag for token in tokens)


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("The poll shows wide support", "DT NN VBZ JJ NN"),
        ("They support the plan", "PRP VB DT NN"),
        ("Democrats support the plan", "NNP VB DT NN"),
        ("her support for it", "PRPS NN IN PRP"),
        ("Orlova said that the talks failed", "NNP VBD CS DT NNS VBD"),
        ("the plan that was dropped", "DT NN WP BE VBN"),
        ("he called that report false", "PRP VBD DT NN JJ"),
        ("Weiss's aides would like to leave", "NNP POS NNS MD VB TO VB"),
        ("the ministers' joint plan", "DT NNS POS JJ NN"),
        ("it's clear", "PRP BE JJ"),
        ("a separate statement", "DT JJ NN"),
        ("they infringe on rights", "PRP VB IN NNS"),
        ("Sharp said", "NNP VBD"),
        ("both stressed it", "DT VBD PRP"),
    ],
)
def test_tags(text: str, tags: str) -> None:
    assert tagged(text) == tags
