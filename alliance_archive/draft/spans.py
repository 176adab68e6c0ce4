"""The plain value types of a draft; offsets count Unicode code points in the text as given."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """text[start:end]."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point."""
        return min(self.end, other.end) > max(self.start, other.start)

    def holds(self, offset: int) -> bool:
        """Whether the offset lies inside."""
        return self.start <= offset < self.end
