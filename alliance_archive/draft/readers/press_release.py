"""A press release in English: who says what, with publisher and date from its head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...model.records import Participant
from ..extraction import Extraction
from ..head import read_head
from .article import read_article


def read_press_release(text: str, known: Sequence[Participant] = ()) -> Extraction:
    """Return what a press release says; offsets count in the text exactly as given."""
    extraction = read_article(text, known)
    if extraction.other_language:
        return extraction
    head = read_head(text)
    return replace(
        extraction,
        publisher=extraction.publisher or head.publisher,
        date=head.date or extraction.date,
        title=head.title,
    )
