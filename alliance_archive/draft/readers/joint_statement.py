"""A joint statement in English: the parties from its head, then what they state together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...model.records import Participant
from ..english import is_english
from ..english.proceedings import read_proceedings
from ..extraction import Extraction, Span
from ..head import is_body, iso_day, read_head, row_of
from ..quotations import find_paragraphs

VEHICLE = re.compile(
    r"\bjoint (?:press |media |vision )?(?:statement|communiqu[eé]|declaration|release)\b"
    r"|\b(?:communiqu[eé]|declaration|statement)\b",
    re.I,
)
DONE = re.compile(r"^\W*(?:done|signed|adopted|issued|agreed)\b.*", re.I | re.M)
LONGEST_TITLE = 20  # words of a line that ends with a comma or dash
LONGEST_HEAD = 12  # paragraphs
# Parties by themselves, and why they act: Norway and Poland, / Recalling their treaty, / decide …
RECITALS = re.compile(
    r"^[A-Z][^\n.]*,\n+(?!\w+(?<=cern|gard|clud|llow)ing|during)"
    r"(?:\w+ing|Aware|Conscious|Convinced|Mindful)\b[^\n]*[,;]\s*$",
    re.M,
)
# What an office says before the text: The text below was signed in Avel.
FRAME = re.compile(r"^(?=.*\b(?:text|following|below)\b).*\b(?:signed|issued|released|adopted)\b")
SENTENCE = re.compile(r"[.:;][”\")\]]*\s*$|^We,.*,\s*$", re.S)


def read_joint_statement(text: str, known: Sequence[Participant] = ()) -> Extraction:
    """Return what a joint statement says; offsets count in the text exactly as given."""
    if not is_english(text):
        return Extraction(other_language=True)
    paragraphs = find_paragraphs(text)
    first = body_start(text, paragraphs)
    head = read_head(text, paragraphs[first].start if paragraphs else 0)
    day = head.date or settled_day(text)
    reading = read_proceedings(
        text,
        paragraphs,
        known,
        joint=True,
        document=vehicle(text, paragraphs[: first + 1]),
        first=first,
        day=day or "",
    )
    return Extraction(
        reading.attributions,
        reading.people,
        publisher=_publisher(head.publisher, reading.states)
        or row_of([mention.text for mention in reading.parties]),
        date=day,
        title=head.title,
        leftover=reading.leftover,
        occasions=reading.occasions,
        parties=reading.parties,
    )


def _publisher(named: str | None, states: Sequence[str]) -> str | None:
    """Return the body of the letterhead, else the parties' states: “Ghana, Kenya and Norway”."""
    return named if (named and is_body(named)) or len(states) < 2 else row_of(states)


def settled_day(text: str) -> str | None:
    """Return the day on which a document says that it was signed, else the first in its text."""
    signed = (iso_day(text[match.start() : match.end()]) for match in DONE.finditer(text))
    return next(filter(None, (*signed, *map(iso_day, text.splitlines()))), None)


def body_start(text: str, paragraphs: Sequence[Span]) -> int:
    """Return the number of the first paragraph that is a sentence, after title and date."""
    for number, paragraph in enumerate(paragraphs[:LONGEST_HEAD]):
        words = text[paragraph.start : paragraph.end]
        size = len(words.split())
        note = words[:1] + words[-1:] == "[]"
        if words.startswith(("We, the under", "The undersigned")):
            return number
        if RECITALS.match(text, paragraph.start):
            return number
        if FRAME.match(words) and _is_title(text, paragraphs[number + 1 : number + 2]):
            continue
        if (
            not note
            and size > 7
            and (SENTENCE.search(words) or (size > LONGEST_TITLE and words[-1] in ",–—"))
        ):
            return number
    return 0


def _is_title(text: str, below: Sequence[Span]) -> bool:
    """Return whether what follows is a title: DECLARATION OF INTENT / concerning air defense."""
    words = text[below[0].start : below[0].end] if below else ""
    return bool(VEHICLE.search(words)) and not SENTENCE.search(words)


def vehicle(text: str, head: Sequence[Span]) -> str:
    """Return what the document calls itself: joint statement, joint communiqué."""
    for paragraph in head:
        match = VEHICLE.search(text, paragraph.start, paragraph.end)
        if match:
            return match.group().lower()
    return "joint statement"
