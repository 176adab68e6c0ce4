"""Work grows with the length of a text, whatever is repeated in it."""

from __future__ import annotations

import sys
import time

import pytest

from alliance_archive.draft import read

ENGLISH = (
    "The minister met with the ambassador in Seoul, and they agreed that it is important to go "
    "on. They said that they will work with each other.\n\n"
)
TRANSCRIPT = f"MR. KIM: {ENGLISH}QUESTION: What did he say?\n\nMR. KIM: He said yes.\n\n"


@pytest.mark.parametrize("kind", ["readout", "joint-statement"])
@pytest.mark.parametrize(
    "unit",
    [
        'he said "yes ',
        "``It is what they said to the others in the '' ",
        "“he said that ‘she said that it is so in the ",
    ],
)
def test_a_sentence_of_many_quotations(kind: str, unit: str) -> None:
    def calls(times: int) -> int:
        count = 0

        def profile(*_: object) -> None:
            nonlocal count
            count += 1

        text = ENGLISH + unit * times
        sys.setprofile(profile)
        try:
            read(text, kind=kind)
        finally:
            sys.setprofile(None)
        return count

    read(ENGLISH + unit, kind=kind)  # what is read once, such as the word lists, does not count
    assert calls(400) < 12 * calls(50)


# Seconds at these lengths; if it grew with their square, minutes.
@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("readout", f"{ENGLISH}He said{' ' * 60_000}that."),
        ("joint-statement", f"{ENGLISH}He said{' ' * 60_000}that."),
        ("transcript", TRANSCRIPT + "a" * 120_000),
        ("article", ENGLISH + 'he said "yes ' * 20_000),
        ("transcript", TRANSCRIPT + 'he said "yes ' * 8_000),
    ],
)
def test_a_long_run(kind: str, text: str) -> None:
    start = time.process_time()
    read(text, kind=kind)
    assert time.process_time() - start < 20
