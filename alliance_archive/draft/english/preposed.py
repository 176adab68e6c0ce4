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
from .cues import Cue
from .extents import content_end

STARTS = frozenset(";:.?!–—(") | {"--", "-"}
AS_REACH = 10  # chunks within which the comma of "As X said," follows


def content_before(clauses: Clauses, cue: Cue) -> Relation | None:
    """Words, X said. / Words, said X. / Words, X said, more words."""
    if "q" not in cue.frames or clauses.kind(cue.at) != "VG":
        return None
    inverted = _inverted(clauses, cue, clauses.skip_left(cue.at - 1))
    if inverted is not None:
        return inverted
    subject = clauses.subject(cue.at)
    if subject is None:
        return None
    edge = subject[0] - 1
    while clauses.kind(edge) in ("RB", "TIME"):
        edge -= 1
    free = clauses.kind(cue.at + 1) in ("", ",", ".", "IN", "TIME")
    if edge >= 0 and free and clauses.low(edge) == "as":
        return _as_said(clauses, cue, subject, edge)
    if edge >= 0 and _may_precede(clauses, cue, edge):
        return _preposed(clauses, cue, subject, edge, cue.at + 1)
    return None


def _may_precede(clauses: Clauses, cue: Cue, edge: int) -> bool:
    """A quotation may stand before any verb of speech, other words where nothing follows."""
    if clauses.kind(edge) == "Q":
        return True
    if clauses.kind(edge) != "," or edge == 0 or "r" not in cue.frames:
        return False
    return clauses.kind(edge - 1) == "Q" or _nothing_after(clauses, cue)


def _nothing_after(clauses: Clauses, cue: Cue) -> bool:
    """Nothing that the verb reports follows it: at most the one it is said to."""
    content = content_after(clauses, cue)
    if content is None:
        return True
    addressed = "a" in cue.frames and content.frame == "object"
    return addressed and content.last >= len(clauses.chunks) - 1


def _as_said(clauses: Clauses, cue: Cue, subject: Range, edge: int) -> Relation | None:
    """As X noted, words. / Words, as X noted."""
    found = None
    if edge > 1 and clauses.kind(edge - 1) == ",":
        found = _preposed(clauses, cue, subject, edge - 1, len(clauses.chunks))
    if found is not None:
        return found
    reach = range(cue.at, min(cue.at + AS_REACH, len(clauses.chunks)))
    comma = next((place for place in reach if clauses.kind(place) == ","), None)
    if comma is None or (edge > 1 and clauses.kind(edge - 1) != ","):
        return None
    content = finish(clauses, cue, "clause", comma + 1)
    return relate_content(clauses, cue, subject, content, "source-first")


def _inverted(clauses: Clauses, cue: Cue, left: int) -> Relation | None:
    """Words, said X."""
    phrase = clauses.noun_phrase_after(clauses.skip(cue.at + 1))
    if phrase is None or clauses.kind(left) not in ("Q", ","):
        return None
    if clauses.kind(left) == ",":
        takes_object = "o" in cue.frames and cue.base != "write"
        if "r" not in cue.frames or takes_object or left == 0:
            return None
        if clauses.kind(clauses.skip(phrase[1])) in ("VG", "CS"):
            return None
    return _preposed(clauses, cue, phrase, left, phrase[1])


def _preposed(clauses: Clauses, cue: Cue, speaker: Range, edge: int, after: int) -> Relation | None:
    """The content from the start of its clause to `edge`; what goes on after joins it."""
    last = edge + 1 if clauses.kind(edge) == "Q" else edge
    start = last
    while start > 0 and clauses.kind(start - 1) not in STARTS:
        start -= 1
    while start < last and clauses.kind(start) in ("CC", ","):
        start += 1
    if start >= last:
        return None
    kinds = {clauses.kind(at) for at in range(start, last)}
    out = relate(clauses, cue, "before", speaker, (start, last), "before")
    if "Q" not in kinds:
        out.tail = _tail(clauses, cue, after, "VG" in kinds)
        if "VG" not in kinds and out.tail is None:
            return None
    return out


def _tail(clauses: Clauses, cue: Cue, after: int, verbs: bool) -> Range | None:
    """Sometimes, they say, it means…: the words that go on after a cue between commas."""
    after = clauses.skip(after)
    if clauses.kind(after) != "," or after + 1 >= len(clauses.chunks):
        return None
    if verbs and clauses.kind(after + 1) not in ("CS", "CC", "IN", "REL"):
        return None
    end = content_end(clauses, cue, "clause", after + 1)
    return token_range(clauses, (after + 1, end)) if end > after + 1 else None
