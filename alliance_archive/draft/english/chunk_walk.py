"""One sentence's chunks, and the noun phrases that reach over several of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .chunks import Chunk
from .tokens import Token

SKIPPED = frozenset({"RB", "TIME", "PAREN"})


class ChunkWalk:
    """Chunks of a sentence, with lookups that walk outward from a chunk."""

    def __init__(self, tokens: Sequence[Token], chunks: Sequence[Chunk]) -> None:
        self.tokens = tokens
        self.chunks = chunks

    def kind(self, index: int) -> str:
        """Return the kind of a chunk; empty beyond either end."""
        return self.chunks[index].kind if 0 <= index < len(self.chunks) else ""

    def low(self, index: int) -> str:
        """Return the lower-cased head of a chunk."""
        return self.tokens[self.chunks[index].head].low if 0 <= index < len(self.chunks) else ""

    def noun_phrases(self) -> Iterator[tuple[int, Sequence[Token]]]:
        """Yield the index and tokens of each chunk that is a noun phrase."""
        for index, chunk in enumerate(self.chunks):
            if chunk.kind == "NP":
                yield index, self.tokens[chunk.first : chunk.last]

    def chunk_tokens(self, index: int) -> Sequence[Token]:
        """Return the tokens of a chunk."""
        chunk = self.chunks[index]
        return self.tokens[chunk.first : chunk.last]

    def skip(self, index: int) -> int:
        """Return the first chunk from `index` on that is no adverb, time or parenthesis."""
        while self.kind(index) in SKIPPED:
            index += 1
        return index

    def skip_left(self, index: int) -> int:
        """Return the same towards the left; -1 when there is none."""
        while index >= 0 and self.kind(index) in SKIPPED:
            index -= 1
        return index

    def chain_start(self, start: int) -> int:
        """Return the first noun phrase of a chain "the leader of the party in the north"."""
        while (
            start >= 2 and self.kind(start - 1) == "IN" and self.kind(start - 2) in ("NP", "PAREN")
        ):
            step = start - 2
            while step > 0 and self.kind(step) == "PAREN":
                step -= 1
            if self.kind(step) != "NP":
                break
            start = step
        return start

    def conjuncts_left(self, first: int) -> int:
        """Extend a noun phrase over "A, B and" to its left, unless these close a clause."""
        leftmost = first
        while leftmost >= 2:
            joiner = self.kind(leftmost - 1)
            if joiner == "CC" and self.low(leftmost - 1) in ("and", "or", "nor", "&"):
                position = leftmost - 2 if self.kind(leftmost - 2) != "," else leftmost - 3
            elif joiner == "," and leftmost != first:
                position = leftmost - 2
            else:
                break
            while position > 0 and self.kind(position) == "PAREN":
                position -= 1
            if self.kind(position) != "NP":
                break
            start = self.chain_start(position)
            if self.kind(start - 1) in ("IN", "VG", "GER", "INF", "PART"):
                break
            leftmost = start
        return leftmost

    def noun_phrase_after(self, index: int) -> tuple[int, int] | None:
        """Return the noun phrase that starts at `index`, with what hangs on it or is joined."""
        if self.kind(index) != "NP":
            return None
        last = index + 1
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
        return index, last

    def clause_follows(self, index: int) -> bool:
        """Return whether a noun phrase and its verb start at `index`."""
        while self.kind(index) in ("RB", "TIME"):
            index += 1
        phrase = self.noun_phrase_after(index)
        if phrase is None:
            return False
        verb = phrase[1]
        while self.kind(verb) in SKIPPED:
            verb += 1
        return self.kind(verb) == "VG"
