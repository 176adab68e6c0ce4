"""As many statements of invented documents are credited rightly as before, and no more wrongly."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.scores import FOLDER, score

# file: how many are right, and wrong. Fix the rules, not the documents: see `python -m tests.scores`.
BARS = {
    "1.txt": (297, 1),
    "2.txt": (294, 3),
    "3.txt": (284, 1),
    "4.txt": (278, 5),
    "5.txt": (279, 2),
    "6.txt": (251, 2),
    "7.txt": (267, 3),
    "8.txt": (256, 2),
    "9.txt": (249, 3),
    "10.txt": (242, 4),
    "11.txt": (265, 2),
    "12.txt": (265, 3),
    "13.txt": (253, 2),
    "14.txt": (282, 4),
    "15.txt": (293, 2),
    "16.txt": (260, 3),
}


@pytest.mark.parametrize("file", BARS)
def test_drafts_are_as_right_as_they_were(file: str) -> None:
    counts, misses = score([FOLDER / file])
    total = sum(counts.values(), Counter[str]())
    right, wrong = BARS[file]
    assert total["right"] >= right, "\n".join(misses)
    assert total["wrong"] <= wrong, "\n".join(misses)
