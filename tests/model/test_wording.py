"""Attributions and documents in running text."""

from __future__ import annotations

import pytest

from alliance_archive.model.attribution import chain, nobody_named
from alliance_archive.model.wording import in_document


@pytest.mark.parametrize(
    ("document", "phrase"),
    [
        ("joint press statement", "in a joint press statement"),
        ("interview", "in an interview"),
        ("opening remarks", "in opening remarks"),
        ("the Charlevoix communiqué", "in the Charlevoix communiqué"),
        ("press kit", "in a press kit"),
        ("ASEAN statement", "in an ASEAN statement"),
        ("U.S. statement", "in a U.S. statement"),
        ("UN resolution", "in a UN resolution"),
        ("unilateral declaration", "in a unilateral declaration"),
        ("unofficial text", "in an unofficial text"),
    ],
)
def test_a_document_gets_its_article(document: str, phrase: str) -> None:
    assert in_document(document) == phrase


def test_a_chain_names_whoever_passed_the_words_on() -> None:
    assert chain(("Jim Mattis",), ("Dana White",), None) == "Jim Mattis, via Dana White"
    assert chain((), ("Dana White",), "They") == "Unattributed (“They”), via Dana White"


def test_words_of_nobody_are_unattributed() -> None:
    assert (nobody_named("They"), nobody_named(None)) == ("unattributed (“They”)", "unattributed")
