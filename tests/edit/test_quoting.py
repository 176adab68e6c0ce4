"""A reviewer's summary matches the statement's quotations, however the reviewer punctuates."""

from __future__ import annotations

import pytest

from alliance_archive.edit.quoting import own_quotes, with_quotes
from alliance_archive.model.records import Anchor, Quote, Source, Statement


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Called it “overdue”.", "Called it “overdue”."),
        ('Called it "overdue".', "Called it “overdue”."),
        # American usage; the archive's own period is outside.
        ('Called it "overdue."', "Called it “overdue”."),
        ("Called it “overdue,” and left.", "Called it “overdue”, and left."),
        # The period of an abbreviation is quoted; another one is the reviewer's.
        ("Stood with “the U.S.”", "Stood with “the U.S.”"),
        ('Stood with "the U.S.".', "Stood with “the U.S.”."),
        # Where punctuation follows the marks, that inside goes.
        ('Called it "overdue,".', "Called it “overdue”."),
        ("Called it “overdue.”, and left.", "Called it “overdue”, and left."),
        ('Called it "overdue.,"', "Called it “overdue”."),
        # Both kinds of marks in one summary.
        ('Called it "overdue", and “the U.S.” late.', "Called it “overdue”, and “the U.S.” late."),
        # Other words are left for the reviewer to correct.
        ('Called it "much overdue."', 'Called it "much overdue."'),
        ("Called it “late.”", "Called it “late.”"),
        ("Called it overdue.", "Called it overdue."),
    ],
)
def test_a_summary_as_it_is_typed_and_written(typed: str, written: str) -> None:
    assert with_quotes(typed, [Quote("overdue", 0, 7), Quote("the U.S.", 20, 28)]) == written


@pytest.mark.parametrize(
    ("form", "language", "quote", "own"),
    [
        ("mixed", None, Quote("overdue,", 5, 13), Quote("overdue", 5, 12)),
        ("mixed", "en", Quote("overdue.", 5, 13), Quote("overdue", 5, 12)),
        ("direct", "en", Quote("It is overdue.", 5, 19), Quote("It is overdue.", 5, 19)),
        ("direct", "en", Quote("It is overdue,", 5, 19), Quote("It is overdue", 5, 18)),
        ("mixed", "de", Quote("überfällig.", 5, 16), Quote("überfällig.", 5, 16)),
    ],
)
def test_a_quotation_ends_before_the_articles_mark(
    form: str, language: str | None, quote: Quote, own: Quote
) -> None:
    statement = Statement("s-1", form, (), Anchor(0, 20), quotes=(quote,))
    source = Source("s", "P", "2021", "article", language=language)
    assert own_quotes(statement, source) == (own,)
