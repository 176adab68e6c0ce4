"""As many statements of invented documents are credited rightly as before, and no more wrongly."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.scores import FOLDER, score

# file: how many are right, and wrong. Fix the rules, not the documents: see `python -m tests.scores`.
BARS = {
    "1.txt": (306, 1),
    "2.txt": (294, 3),
    "3.txt": (285, 1),
    "4.txt": (280, 5),
    "5.txt": (282, 2),
    "6.txt": (261, 2),
    "7.txt": (271, 3),
    "8.txt": (260, 1),
    "9.txt": (251, 3),
    "10.txt": (246, 4),
    "11.txt": (267, 2),
    "12.txt": (267, 2),
    "13.txt": (259, 2),
    "14.txt": (290, 4),
    "15.txt": (300, 2),
    "16.txt": (269, 2),
    "17.txt": (290, 3),
    "18.txt": (275, 3),
    "19.txt": (280, 1),
    "20.txt": (278, 3),
    "21.txt": (182, 1),
    "22.txt": (95, 1),
    "23.txt": (62, 0),
    "24.txt": (68, 1),
    "25.txt": (129, 0),
    "26.txt": (144, 0),
    "27.txt": (147, 0),
    "28.txt": (199, 6),
    "29.txt": (209, 4),
    "30.txt": (129, 2),
    "31.txt": (128, 1),
    "32.txt": (218, 3),
}


@pytest.mark.parametrize("file", BARS)
def test_drafts_are_as_right_as_they_were(file: str) -> None:
    counts, misses = score([FOLDER / file])
    total = sum(counts.values(), Counter[str]())
    right, wrong = BARS[file]
    assert total["right"] >= right, "\n".join(misses)
    assert total["wrong"] <= wrong, "\n".join(misses)
