"""Quoted words end before the comma or period that American usage puts inside the marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
        *[
            (f"met a {word}", f"met a {word}", f"met a {word}")
            for word in ("Mr.", "Dr.", "Gen.", "Sen.", "Lt. Col.")
        ],
        ("North vs.", "North vs.", "North vs."),
        ("in Oct.", "in Oct.", "in Oct."),
        ("200 km approx.", "200 km approx.", "200 km approx."),
        ("President George W.", "President George W.", "President George W."),
        # A letter that does not name a person has no period of its own.
        ("plan B.", "plan B.", "plan B"),
        ("Plan B.", "Plan B.", "Plan B"),
        ("vitamin C.", "vitamin C.", "vitamin C"),
        ("got an A.", "got an A.", "got an A"),
        # Several marks are left out like one.
        ("peace,,", "peace", "peace"),
        ("peace.,", "peace.", "peace"),
        ("peace,.", "peace,.", "peace"),
        ("peace , , ", "peace", "peace"),
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
        (",,", ",,", ",,"),
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


@given(
    st.lists(st.sampled_from([*",. .’”?…", "peace", "Mr", "B", "Kim", "etc", "U.S", " "])).map(
        "".join
    ),
    st.sampled_from(["direct", "mixed"]),
)
def test_nothing_is_left_to_leave_out(exact: str, form: str) -> None:
    words = quoted_words(exact, form)
    assert exact.startswith(words)
    assert quoted_words(words, form) == words
