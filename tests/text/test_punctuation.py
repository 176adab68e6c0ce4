"""Quoted words end before the comma or period that American usage puts inside the marks."""

from __future__ import annotations

import pytest

from alliance_archive.text.punctuation import quoted_words


@pytest.mark.parametrize(
    ("exact", "full_quote", "partial_quote"),
    [
        # The comma before “she said” may replace a period; the quotation ends before it.
        ("We stand with Norway,", "We stand with Norway", "We stand with Norway"),
        ("long overdue, ", "long overdue", "long overdue"),
        # A full quote keeps its period; a partial quote has none of its own.
        ("We agree.", "We agree.", "We agree"),
        ("one. Two.", "one. Two.", "one. Two"),
        # An abbreviation keeps its own, also before a comma.
        ("the pact with the U.S.", "the pact with the U.S.", "the pact with the U.S."),
        ("the pact with the U.S.,", "the pact with the U.S.", "the pact with the U.S."),
        ("until 5 a.m.", "until 5 a.m.", "until 5 a.m."),
        ("a Ph.D.", "a Ph.D.", "a Ph.D."),
        ("John Hale Jr.", "John Hale Jr.", "John Hale Jr."),
        ("the Corrad Corp.", "the Corrad Corp.", "the Corrad Corp."),
        ("ships, planes, etc.", "ships, planes, etc.", "ships, planes, etc."),
        ("back in Fairfax, Va.", "back in Fairfax, Va.", "back in Fairfax, Va."),
        ("a certain Mr. K.", "a certain Mr. K.", "a certain Mr. K."),
        # These only look like abbreviations.
        ("he and I.", "he and I.", "he and I"),
        ("the Shangri-La.", "the Shangri-La.", "the Shangri-La"),
        ("number 5.", "number 5.", "number 5"),
        # Other marks are inside only if they are the speaker's.
        ("Why?", "Why?", "Why?"),
        ("Never!", "Never!", "Never!"),
        ("Why?,", "Why?", "Why?"),
        ("we wait;", "we wait;", "we wait;"),
        ("we —", "we —", "we —"),
        ("we wait…", "we wait…", "we wait…"),
        ("we wait...", "we wait...", "we wait..."),
        ("we wait . . .", "we wait . . .", "we wait . . ."),
        ("we wait...,", "we wait...", "we wait..."),
        # Inside nested marks or brackets it cannot go without them.
        ("maximum ‘pressure,’", "maximum ‘pressure,’", "maximum ‘pressure,’"),
        ("maximum 'pressure.'", "maximum 'pressure.'", "maximum 'pressure.'"),
        ("pressure (on the North.)", "pressure (on the North.)", "pressure (on the North.)"),
        # A quotation is never made empty.
        (",", ",", ","),
        (".", ".", "."),
        ("", "", ""),
    ],
)
def test_the_articles_mark_is_left_out(exact: str, full_quote: str, partial_quote: str) -> None:
    assert quoted_words(exact, "direct") == full_quote
    assert quoted_words(exact, "mixed") == partial_quote


def test_only_english_texts_put_them_inside() -> None:
    assert quoted_words("Wir bleiben.", "mixed", "de") == "Wir bleiben."
    assert quoted_words("私たちは残る。", "mixed", "ja") == "私たちは残る。"
    assert quoted_words("We stay.", "mixed", "en-US") == "We stay"
    assert quoted_words("We stay.", "mixed", None) == "We stay"
