"""What becomes of a quotation that is not exactly where it was recorded."""

from __future__ import annotations

import pytest

from alliance_archive.text.differences import Words
from alliance_archive.verify import Claim, check_claims
from alliance_archive.verify.texts import SourceText

TEXT = "They met at the naval base. Ash called the pact a backbone of the north, and the sea calm."


@pytest.mark.parametrize(
    ("recorded", "diff"),
    [
        (TEXT.index("a backbone"), "[-the-] {+a+} backbone"),
        (TEXT.index("the sea"), "the [-backbone-] {+sea+}"),
    ],
)
def test_the_nearest_of_several_passages(recorded: int, diff: str) -> None:
    passage = Words(TEXT).nearest("the backbone", recorded)
    assert passage is not None
    assert passage.diff == diff


@pytest.mark.parametrize(
    ("exact", "text", "verdict"),
    [
        ("we can", "She said “we can’t win.”", "altered"),
        ("we can't", "She said “we can't win.”", "verbatim"),
        ("we can", "She said “we can” and left.", "verbatim"),
        ("the alliance", "She called “the alliance's heart” so.", "verbatim"),
        ("nuclear", "“a nonnuclear north”", "altered"),
        ("동맹", "“한미동맹은 철통”", "verbatim"),
    ],
)
def test_words_that_are_cut_are_altered(exact: str, text: str, verdict: str) -> None:
    start = text.index(exact)
    claim = Claim("s-1", "quotation", exact, start, start + len(exact))
    (finding,) = check_claims([claim], SourceText(text, None))
    assert finding.verdict == verdict
