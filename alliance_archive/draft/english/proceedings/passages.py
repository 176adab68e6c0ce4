"""The passages of a document: headings, numbered paragraphs, bullets under their lead-in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...extraction import Span
from ...quotations import find_quotations
from ..gazetteer import is_name, title_base
from ..sentences import Sentence, find_sentences

NUMBER = re.compile(
    r"\s*(?:\d{1,2}/\d{1,2}(?=\s)|[(\[]?(?:\d{1,2}(?:\.\d{1,2})*|[ivxIVX]{1,5}|[a-zA-Z])[.)\]:](?=\s)|\d{1,2}(?:\.\d{1,2})*(?=\s+[A-Z“])"
    r"|(?:FIRST|SECOND|THIRD|FOURTH|FIFTH|SIXTH|SEVENTH|EIGHTH|NINTH|TENTH)[.:](?=\s))\s*"
)
BULLET = re.compile(r"\s*(?:[•●▪◦‣∙·*–—□○◎ㅇ◇◆■▶►※-]|o(?=\s\s))\s+")
ENDS = re.compile(r"[.!?:;,…](?: (?:and|or)\b)?[\"”’')\]]*\s*$|[”\"]\s*$")
MARKS = '“”„"'
NEW_LINE = re.compile(
    r"(?<!\bof)(?<!\bthe)(?<!\band)(?<!\bbetween)(?<!\bwith)(?<!,)(?<![ \t])[ \t]*\n\s*(?=[^\sa-z])"
)  # ends a line that does not go on in the next
LONGEST_HEADING = 140  # code points
LONGEST_SIGNER = 5  # words of a name, and one


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph without its number or bullet; heading, bullet and capitals say what it is."""

    span: Span
    sentences: tuple[Sentence, ...]
    heading: bool = False
    bullet: bool = False
    numbered: bool = False


def passages_of(text: str, paragraphs: Sequence[Span], *, joint: bool = False) -> list[Passage]:
    """Return the passages of paragraphs, split into sentences.

    What a joint statement has in quotation marks as a whole is its text, not a quotation.
    """
    spans = [_unnumbered(text, paragraph) for paragraph in paragraphs]
    quotations = find_quotations(text, spans, is_name)
    if joint:
        whole = [
            s
            for s in spans
            if not any(s.start == q.outer.start < q.outer.end < s.end - 1 for q in quotations)
        ]
        quotations = [q for q in quotations if not any(s.start == q.outer.start for s in whole)]
        spans = [_unquoted(text, span) if span in whole else span for span in spans]
    sentences = find_sentences(text, spans, quotations)
    passages = []
    for number, (paragraph, span) in enumerate(zip(paragraphs, spans, strict=True)):
        words = text[span.start : span.end]
        heading = len(words) <= LONGEST_HEADING and not ENDS.search(words)
        bullet = bool(BULLET.match(text[paragraph.start : paragraph.end]))
        lower = words[:1].islower()
        own = tuple(sentence for sentence in sentences if sentence.paragraph == number)
        listed = bullet or (lower and span.start > paragraph.start)
        heading = heading and not listed and not lower
        passages.append(Passage(span, own, heading, listed, span.start > paragraph.start))
    return passages


def in_lines(text: str, paragraphs: Sequence[Span], first: int) -> tuple[list[Span], int]:
    """Return paragraphs, with head and signatures split into lines, and the body's first number.

    A line goes on in the next if that begins in lower case, or after “of”, “and” and the like.
    """
    head = [line for paragraph in paragraphs[:first] for line in _lines(text, paragraph)]
    foot = _lines(text, paragraphs[-1]) if len(paragraphs) > first else []
    if not all(may_be_signer(text[line.start : line.end]) for line in foot):
        foot = list(paragraphs[first:][-1:])
    return [*head, *paragraphs[first:-1], *foot], len(head)


def _lines(text: str, paragraph: Span) -> list[Span]:
    breaks = list(NEW_LINE.finditer(text, paragraph.start, paragraph.end))
    starts = [paragraph.start, *(line.end() for line in breaks)]
    ends = [*(line.start() for line in breaks), paragraph.end]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True)]


def may_be_signer(line: str) -> bool:
    """Return whether a line may be the name of one who signs, with an office after a comma."""
    name, comma, _ = line.partition(",")
    parts = name.split()
    capitals = all(part[0].isupper() and (comma or not title_base(part)) for part in parts)
    return 1 < len(parts) < LONGEST_SIGNER and capitals and not ENDS.search(line)


def _unquoted(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    start += text[start] in MARKS
    return Span(start, end - (text[end - 1] in MARKS)) if end > start + 1 else span


def _unnumbered(text: str, paragraph: Span) -> Span:
    start = paragraph.start
    for pattern in (NUMBER, BULLET, NUMBER):
        match = pattern.match(text, start, paragraph.end)
        if match and match.end() < paragraph.end:
            start = match.end()
    return Span(start, paragraph.end)
