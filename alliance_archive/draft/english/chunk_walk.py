"""One sentence's chunks, and the noun phrases that reach over several of them."""

from __future__ import annotations

from collections.abc import Sequence

from .chunks import Chunk
from .tokens import Token

SKIPPED = frozenset({"RB", "TIME", "PAREN"})


class ChunkWalk:
    """Chunks of a sentence, with lookups that walk outward from a chunk."""

    def __init__(self, tokens: Sequence[Token], chunks: Sequence[Chunk]) -> None:
        self.tokens = tokens
        self.chunks = chunks

    def kind(self, at: int) -> str:
        """The kind of a chunk; empty beyond either end."""
        return self.chunks[at].kind if 0 <= at < len(self.chunks) else ""

    def low(self, at: int) -> str:
        """The lower-cased head of a chunk."""
        return self.tokens[self.chunks[at].head].low if 0 <= at < len(self.chunks) else ""

    def skip(self, at: int) -> int:
        """The first chunk from `at` on that is no adverb, time or parenthesis."""
        while self.kind(at) in SKIPPED:
            at += 1
        return at

    def skip_left(self, at: int) -> int:
        """The same towards the left; -1 when there is none."""
        while at >= 0 and self.kind(at) in SKIPPED:
            at -= 1
        return at

    def chain_start(self, place: int) -> int:
        """The first noun phrase of a chain "the leader of the party in the north"."""
        while (
            place >= 2 and self.kind(place - 1) == "IN" and self.kind(place - 2) in ("NP", "PAREN")
        ):
            step = place - 2
            while step > 0 and self.kind(step) == "PAREN":
                step -= 1
            if self.kind(step) != "NP":
                break
            place = step
        return place

    def conjuncts_left(self, first: int) -> int:
        """Extend a noun phrase over "A, B and" to its left, unless these close a clause."""
        at = first
        while at >= 2:
            joiner = self.kind(at - 1)
            if joiner == "CC" and self.low(at - 1) in ("and", "or", "nor", "&"):
                place = at - 2 if self.kind(at - 2) != "," else at - 3
            elif joiner == "," and at != first:
                place = at - 2
            else:
                break
            while place > 0 and self.kind(place) == "PAREN":
                place -= 1
            if self.kind(place) != "NP":
                break
            start = self.chain_start(place)
            if self.kind(start - 1) in ("IN", "VG", "GER", "INF", "PART"):
                break
            at = start
        return at

    def noun_phrase_after(self, at: int) -> tuple[int, int] | None:
        """The noun phrase that starts at `at`, its prepositional chain and conjuncts included."""
        if self.kind(at) != "NP":
            return None
        last = at + 1
        while last < len(self.chunks):
            if self.kind(last) == "PAREN":
                last += 1
            elif (self.kind(last) == "IN" and self.kind(last + 1) == "NP") or (
                self.kind(last) == "CC"
                and self.low(last) in ("and", "or")
                and self.kind(last + 1) == "NP"
                and self.kind(last + 2) != "VG"
            ):
                last += 2
            else:
                break
        return at, last

    def clause_follows(self, at: int) -> bool:
        """Whether a noun phrase and its verb start at `at`."""
        while self.kind(at) in ("RB", "TIME"):
            at += 1
        phrase = self.noun_phrase_after(at)
        if phrase is None:
            return False
        after = phrase[1]
        while self.kind(after) in SKIPPED:
            after += 1
        return self.kind(after) == "VG"
