"""Reported words that stand before their cue: Words, X said. Words, said X. As X said, words."""

from __future__ import annotations

from .clauses import Clauses
from .contents import (
    Range,
    Relation,
    content_after,
    finish,
    relate,
    relate_content,
    token_range,
)
from .cues import CueCandidate
from .extents import content_end

STARTS = frozenset(";:.?!–—(") | {"--", "-"}
AS_REACH = 10  # chunks within which the comma of "As X said," follows


def content_before(clauses: Clauses, cue: CueCandidate) -> Relation | None:
    """Return words that stand before their cue: words, X said; words, said X."""
    if "q" not in cue.frames or clauses.kind(cue.chunk) != "VG":
        return None
    inverted = _inverted(clauses, cue, clauses.skip_left(cue.chunk - 1))
    if inverted is not None:
        return inverted
    subject = clauses.subject(cue.chunk)
    if subject is None:
        return None
    edge = subject[0] - 1
    while clauses.kind(edge) in ("RB", "TIME"):
        edge -= 1
    free = clauses.kind(cue.chunk + 1) in ("", ",", ".", "IN", "TIME")
    if edge >= 0 and free and clauses.low(edge) == "as":
        return _as_said(clauses, cue, subject, edge)
    if edge >= 0 and _may_precede(clauses, cue, edge):
        return _preposed(clauses, cue, subject, edge, cue.chunk + 1)
    return None


def _may_precede(clauses: Clauses, cue: CueCandidate, edge: int) -> bool:
    """Return whether words may stand before: a quotation, others where nothing follows."""
    if clauses.kind(edge) == "Q":
        return True
    if clauses.kind(edge) != "," or edge == 0 or "r" not in cue.frames:
        return False
    return clauses.kind(edge - 1) == "Q" or _nothing_after(clauses, cue)


def _nothing_after(clauses: Clauses, cue: CueCandidate) -> bool:
    """Return whether what the verb reports does not follow it: at most the one it is said to."""
    content = content_after(clauses, cue)
    if content is None:
        return True
    addressed = "a" in cue.frames and content.frame == "object"
    return addressed and content.last >= len(clauses.chunks) - 1


def _as_said(clauses: Clauses, cue: CueCandidate, subject: Range, edge: int) -> Relation | None:
    """Return the relation of "as X noted, words" or "words, as X noted"."""
    preposed = None
    if edge > 1 and clauses.kind(edge - 1) == ",":
        preposed = _preposed(clauses, cue, subject, edge - 1, len(clauses.chunks))
    if preposed is not None:
        return preposed
    reach = range(cue.chunk, min(cue.chunk + AS_REACH, len(clauses.chunks)))
    comma = next((index for index in reach if clauses.kind(index) == ","), None)
    if comma is None or (edge > 1 and clauses.kind(edge - 1) != ","):
        return None
    content = finish(clauses, cue, "clause", comma + 1)
    return relate_content(clauses, cue, subject, content, "source-first")


def _inverted(clauses: Clauses, cue: CueCandidate, left: int) -> Relation | None:
    """Return the relation of "words, said X"."""
    phrase = clauses.noun_phrase_after(clauses.skip(cue.chunk + 1))
    if phrase is None or clauses.kind(left) not in ("Q", ","):
        return None
    if clauses.kind(left) == ",":
        takes_object = "o" in cue.frames and cue.base != "write"
        if "r" not in cue.frames or takes_object or left == 0:
            return None
        if clauses.kind(clauses.skip(phrase[1])) in ("VG", "CS"):
            return None
    return _preposed(clauses, cue, phrase, left, phrase[1])


def _preposed(
    clauses: Clauses, cue: CueCandidate, speaker: Range, edge: int, rest: int
) -> Relation | None:
    """Return the content from the start of its clause to `edge`; what goes on after joins it."""
    last = edge + 1 if clauses.kind(edge) == "Q" else edge
    start = last
    while start > 0 and clauses.kind(start - 1) not in STARTS:
        start -= 1
    while start < last and clauses.kind(start) in ("CC", ","):
        start += 1
    if start >= last:
        return None
    kinds = {clauses.kind(index) for index in range(start, last)}
    relation = relate(clauses, cue, "before", speaker, (start, last), "before")
    if "Q" not in kinds:
        relation.tail = _tail(clauses, cue, rest, "VG" in kinds)
        if "VG" not in kinds and relation.tail is None:
            return None
    return relation


def _tail(clauses: Clauses, cue: CueCandidate, rest: int, verbs: bool) -> Range | None:
    """Return the words that go on after a cue between commas: sometimes, they say, it means…"""
    rest = clauses.skip(rest)
    if clauses.kind(rest) != "," or rest + 1 >= len(clauses.chunks):
        return None
    if verbs and clauses.kind(rest + 1) not in ("CS", "CC", "IN", "REL"):
        return None
    end = content_end(clauses, cue, "clause", rest + 1)
    return token_range(clauses, (rest + 1, end)) if end > rest + 1 else None
