"""From an article's plain text to attributions: who said what, in which words, where.

sentences → mentions → quotations and cues → attributions → resolution, by rules and word lists.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from .attributions import find_attributions
from .cast import Cast, KnownName
from .chunks import chunk
from .clauses import Clauses
from ..extraction import Attribution, Cue, Extraction, Mention, Proposal
from .furniture import date_line, dateline, is_furniture, publisher
from .lexicon import closed_class, verb_forms
from .people import propose
from ..quotations import find_quotations
from .resolution import Resolver
from .sentences import find_paragraphs, find_sentences
from ..spans import Span
from .voices import resolve
from ..machine_view import machine_view

__all__ = [
    "Attribution", "Cue", "Extraction", "KnownName", "Mention", "Proposal", "Span",
    "extract", "machine_view", "refusal",
]  # fmt: skip

LONGEST = 1_500_000  # code points: longer than any article, short enough for memory
SAMPLE = 3000  # words looked at to tell the language
ENOUGH_ENGLISH = 0.15  # share of English function words; news English has some 0.4
FEW_WORDS = 60  # below this the share of function words tells little
ENOUGH_LISTED = 0.25  # share of words that the lists of English know, for short texts
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
TAGS = re.compile(
    r"<(?:!doctype|html|head|body|div|p|span|br|table|script|meta|a\s)[^<>]{0,300}>", re.I
)
FUNCTION_TAGS = frozenset({"DT", "PRP", "PRPS", "OBJ", "IN", "CC", "BE", "HV", "MD", "TO", "CS"})


def extract(text: str, known: Sequence[KnownName] = ()) -> Extraction:
    """Read an article; offsets in the result are into the text exactly as given.

    known are the archive's participants, whose ids then stand for their names.
    """
    reason = refusal(text)
    if reason is not None:
        return Extraction(refused=reason)
    paragraphs = find_paragraphs(text)
    place, agency, day, start = dateline(text, paragraphs)
    paragraphs = [_after(start, paragraph) for paragraph in paragraphs]
    quotations = find_quotations(text, paragraphs)
    sentences = find_sentences(text, paragraphs, quotations)
    clauses = [Clauses(sentence.tokens, chunk(sentence.tokens)) for sentence in sentences]
    cast = Cast(known)
    for item in clauses:
        cast.read(item)
    for item in clauses:
        cast.read_alone(item)
    silent = {n for n, paragraph in enumerate(paragraphs) if is_furniture(text, paragraph)}
    spoken = [n for n, sentence in enumerate(sentences) if sentence.paragraph not in silent]
    heard = [clauses[n] for n in spoken]
    found = find_attributions([sentences[n] for n in spoken], heard)
    attributions = tuple(resolve(text, heard, found, Resolver(text, heard, cast)))
    return Extraction(
        attributions,
        propose(attributions, cast),
        place,
        publisher(text) or agency,
        date_line(text, paragraphs) or day,
    )


def refusal(text: str) -> str | None:
    """Why nothing is sought in a text: empty, binary, html, too long or not English."""
    if not text.strip():
        return "empty"
    if "\0" in text[:100_000] or _unprintable(text[:4000]) > 0.1:
        return "binary"
    if len(text) > LONGEST:
        return "too long"
    head = text[:20_000]
    if len(TAGS.findall(head)) > max(2, len(head) / 1000):
        return "html"
    return None if _english(text) else "language"


def _unprintable(sample: str) -> float:
    odd = sum(1 for c in sample if not c.isprintable() and c not in "\n\r\t\xa0\u200b\ufeff\xad")
    return odd / max(1, len(sample))


def _english(text: str) -> bool:
    found = [match.group().lower() for match in islice(WORD.finditer(text), SAMPLE)]
    known = closed_class()
    function = sum(1 for word in found if known.get(word) in FUNCTION_TAGS)
    if found and len(found) < FEW_WORDS:
        listed = sum(1 for word in found if word in known or word in verb_forms())
        return listed >= ENOUGH_LISTED * len(found)
    return bool(found) and function >= ENOUGH_ENGLISH * len(found)


def _after(start: int, paragraph: Span) -> Span:
    return Span(start, paragraph.end) if paragraph.start < start <= paragraph.end else paragraph
