"""A summary's quotation marks are told from its apostrophes."""

from __future__ import annotations

import pytest

from alliance_archive.text.quotation_marks import fragments, has_quotation_mark


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('Said "we will win" and left.', ['"we will win"']),
        ("Said “we will win” and left.", ["“we will win”"]),
        ("Said „we will win“ and left.", ["„we will win“"]),
        ("Said «we will win» and left.", ["«we will win»"]),
        ("Said »we will win« and left.", ["»we will win«"]),
        ("Said ‹we will win› and left.", ["‹we will win›"]),
        ("Said 「we will win」 and left.", ["「we will win」"]),
        ("Said 『we will win』 and left.", ["『we will win』"]),
        ("Said ＂we will win＂ and left.", ["＂we will win＂"]),
        ("Said 'we will win' and left.", ["'we will win'"]),
        ("Called the talks ‘soon,’ not now.", ["‘soon,’"]),
        ("Said ``we will win'' and left.", ["``we will win''"]),
        ("Said '90 percent of you will die' and left.", ["'90 percent of you will die'"]),
        ("Called Korea's plan 'bad' and the ministers' plan 'worse'.", ["'bad'", "'worse'"]),
        # A mark without its counterpart.
        ("Said “we will win.", []),
        ('Said we will win" and left.', []),
    ],
)
def test_quotation_marks_of_any_kind(text: str, found: list[str]) -> None:
    assert fragments(text) == found
    assert has_quotation_mark(text)


@pytest.mark.parametrize(
    "text",
    [
        "Praised Korea's and the ministers' work.",
        "Praised Korea’s and the ministers’ work.",
        "Recalled the ’90s, and the allies’ talks in the '80s.",
        "Recalled the ‘90s ministers’ talks.",
        "Called rock 'n' roll, rock ’n’ roll and rock ‘n’ roll Wolan's own.",
        "Said that 'tis the ministers' duty and that they don't rush 'em.",
        "Praised the U.S.' and the Joneses' aid, and the states' of the '70s.",
        "Said that it’s the class of ’08’s turn.",
        "Met at 5 o'clock at 38° 5′ N.",
        "",
    ],
)
def test_apostrophes(text: str) -> None:
    assert fragments(text) == []
    assert not has_quotation_mark(text)


def test_a_hostile_text_is_searched_once() -> None:
    assert not has_quotation_mark(" 'a" * 300_000)
    assert fragments(" 'a" * 300_000) == []
