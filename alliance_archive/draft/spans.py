"""The plain value types of a draft; offsets count Unicode code points in the text as given."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

LINE = re.compile(r"[^\n]+")
ENDS_LINE = re.compile(r"[.!?:;…\"”’')\]>]\s*$")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """text[start:end]."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Return whether the two share a code point."""
        return min(self.end, other.end) > max(self.start, other.start)

    def holds(self, offset: int) -> bool:
        """Return whether the offset lies inside."""
        return self.start <= offset < self.end


def hull(pieces: Sequence[Span]) -> Span:
    """Return all from the first to the last piece where little stands between, else the longest."""
    whole = Span(min(piece.start for piece in pieces), max(piece.end for piece in pieces))
    if sum(piece.end - piece.start for piece in pieces) > 0.5 * (whole.end - whole.start):
        return whole
    return max(pieces, key=lambda piece: piece.end - piece.start)


def find_paragraphs(text: str) -> list[Span]:
    """Return lines as paragraphs; in hard-wrapped text, what stands between empty lines."""
    spans = [Span(m.start(), m.end()) for m in LINE.finditer(text) if not m.group().isspace()]
    wrapped = _wrapped(text, spans)
    paragraphs: list[Span] = []
    for span in spans:
        next_line = paragraphs and "\n" not in text[paragraphs[-1].end + 1 : span.start]
        if next_line and (wrapped or _goes_on(text, paragraphs[-1], span)):
            paragraphs[-1] = Span(paragraphs[-1].start, span.end)
        else:
            paragraphs.append(span)
    return paragraphs


def _goes_on(text: str, previous: Span, span: Span) -> bool:
    """Return whether a line is broken within its sentence: it goes on in lower case."""
    return text[span.start].islower() and not ENDS_LINE.search(
        text[max(previous.start, previous.end - 9) : previous.end]
    )


def _wrapped(text: str, spans: Sequence[Span]) -> bool:
    """Return whether most lines that are followed by another end in the middle of a sentence."""
    inner = [
        span
        for span, following in itertools.pairwise(spans)
        if text[span.end : following.start].count("\n") == 1
    ]
    broken = sum(
        1 for span in inner if not ENDS_LINE.search(text[max(span.start, span.end - 9) : span.end])
    )
    return len(inner) >= 3 and broken > 0.6 * len(inner)
