"""A press release in English: who says what, and who issued it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...model.records import Participant
from ..extraction import Extraction
from ..head import read_head
from .article import read_article
from .readout import body_named, new_bodies


def read_press_release(text: str, known: Sequence[Participant] = ()) -> Extraction:
    """Return what a press release says; offsets count in the text exactly as given."""
    extraction = read_article(text, known)
    if extraction.other_language:
        return extraction
    head = read_head(text)
    issuer = body_named(head.publisher or "", known)
    return replace(
        extraction,
        publisher=extraction.publisher or head.publisher,
        date=head.date or extraction.date,
        title=head.title,
        people=(*extraction.people, *new_bodies(issuer)),
        issued_by=(issuer,) if issuer else (),
    )
