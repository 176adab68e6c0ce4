"""Transcripts in the layouts of many offices, in invented words: who speaks each paragraph.

layouts.txt has a transcript below each ====, and below its ---- a line for each paragraph that is
spoken: q(uestion), a(nswer) or r(emarks), and the speaker, ? where that is open.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from alliance_archive.draft.readers import kind_of
from alliance_archive.draft.readers.transcript import read_transcript

LAYOUTS = {
    name.strip(): parts
    for name, _, parts in (
        layout.partition("\n")
        for layout in Path(__file__).with_name("layouts.txt").read_text("utf-8").split("==== ")[1:]
    )
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_paragraph_has_its_speaker(layout: str) -> None:
    text, _, expected = LAYOUTS[layout].partition("\n----\n")
    assert kind_of(text) == "transcript"
    turns = [
        f"{attribution.turn[0]} {(*attribution.attributed_to[0].resolved,)[0]}"
        if attribution.attributed_to
        else f"{attribution.turn[0]} ?"
        for attribution in read_transcript(text).attributions
        if attribution.turn
    ]
    assert turns == expected.splitlines()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_publisher_and_date_are_in_the_heading(layout: str) -> None:
    text = LAYOUTS[layout].partition("\n----\n")[0]
    extraction = read_transcript(text)
    assert extraction.publisher
    assert extraction.date
