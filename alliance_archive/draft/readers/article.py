"""An article in English: what frames it taken off, then who says what in the rest."""

from __future__ import annotations

from collections.abc import Sequence

from ..english import is_english, who_says_what
from ..english.furniture import date_line, dateline, is_furniture, publisher
from ..english.gazetteer import is_name
from ..extraction import Extraction, KnownName
from ..quotations import find_quotations
from ..refusals import refusal
from ..spans import Span, find_paragraphs


def read_article(text: str, known: Sequence[KnownName] = ()) -> Extraction:
    """Return what an article says; offsets are into the text exactly as given.

    `known` are the archive's participants, whose ids then stand for their names.
    """
    reason = refusal(text) or (None if is_english(text) else "language")
    if reason is not None:
        return Extraction(refused=reason)
    paragraphs = find_paragraphs(text)
    city, agency, day, body_start = dateline(text, paragraphs)
    paragraphs = [_from(body_start, paragraph) for paragraph in paragraphs]
    furniture = {n for n, paragraph in enumerate(paragraphs) if is_furniture(text, paragraph)}
    quotations = find_quotations(text, paragraphs, is_name)
    attributions, people = who_says_what(text, paragraphs, quotations, furniture, known)
    return Extraction(
        attributions,
        people,
        city,
        publisher(text) or agency,
        date_line(text, paragraphs) or day,
    )


def _from(start: int, paragraph: Span) -> Span:
    """Return the paragraph without what stands before an offset in it."""
    return Span(start, paragraph.end) if paragraph.start < start <= paragraph.end else paragraph
