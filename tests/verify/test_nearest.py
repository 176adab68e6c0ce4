"""An altered quotation is compared with the passage where it was recorded, if several are alike."""

from __future__ import annotations

import pytest

from alliance_archive.text.differences import Words

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
