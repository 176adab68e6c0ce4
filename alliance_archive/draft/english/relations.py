"""Cues to relations: each class of cue has its reader; that of verbs stands here.

Reported words may stand before the verb: Words, X said. Words, said X. As X said, words.
"""

from __future__ import annotations

from collections.abc import Callable

from .clauses import Clauses
from .contents import (
    Range,
    SpeechRelation,
    content_after,
    finish,
    relate,
    relate_content,
    token_range,
)
from .cues import CueCandidate, find_cues
from .extents import content_end, opener
from .lexicon import members
from .nominal import adjective, colon, noun, poll, source

WITHOUT_SPEAKER = frozenset({"passive", "question", "quote", "noun-that", "colon"})
STARTS = frozenset(";:.?!–—(") | {"--", "-"}
AS_REACH = 10  # chunks within which the comma of "As X said," follows
BY_REACH = 8  # chunks within which the "by" of a passive stands


def find_relations(clauses: Clauses) -> list[SpeechRelation]:
    """Return all relations of one sentence."""
    relations: list[SpeechRelation] = []
    for cue in find_cues(clauses):
        relation = READERS[cue.kind](clauses, cue)
        if relation is not None and (relation.speaker or relation.frame in WITHOUT_SPEAKER):
            relations.append(relation)
    carried = {relation.cue.first for relation in relations if relation.cue.kind == "noun"}
    return [r for r in relations if r.cue.kind != "verb" or r.cue.first not in carried]


def verb(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of a verb: X said that…; X, asked to…; X was said to…"""
    kind = clauses.kind(cue.chunk)
    if clauses.chunks[cue.chunk].passive:
        return _passive(clauses, cue)
    if kind == "PART" or _names_only(clauses, cue):
        return None
    if "h" in cue.frames:
        return _hedged(clauses, cue) if kind == "VG" else None
    preposed = _preposed_content(clauses, cue)
    if preposed is not None:
        return preposed
    content = content_after(clauses, cue)
    if content is None:
        return None
    bare = kind in ("GER", "INF")
    subject = clauses.governor(cue.chunk) if bare else clauses.subject(cue.chunk)
    relation = relate_content(clauses, cue, subject, content)
    if relation is not None:
        relation.embedded = _embedded(clauses, cue, subject)
    return relation


def _embedded(clauses: Clauses, cue: CueCandidate, subject: Range | None) -> bool:
    """Return whether the cue stands in a relative clause: a suit alleging…, the man who said…"""
    if clauses.kind(cue.chunk) == "GER":
        return clauses.kind(cue.chunk - 1) == "NP"
    if subject is None or clauses.kind(cue.chunk) != "VG":
        return False
    return "REL" in (clauses.kind(subject[0]), clauses.kind(subject[0] - 1))


def _hedged(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of a verb that only seems: X seems to be Y; it appears that Y."""
    subject = clauses.subject(cue.chunk)
    start = cue.chunk + 1
    kind = opener(clauses, start)
    if subject is None or kind not in ("that", "infinitive", "clause"):
        return None
    impersonal = clauses.low(subject[0]) == "it" and kind != "infinitive"
    first = start if impersonal else subject[0]
    return relate(clauses, cue, "passive", None, (first, content_end(clauses, cue, kind, start)))


def _names_only(clauses: Clauses, cue: CueCandidate) -> bool:
    """Return whether the verb gives a name and reports no speech: a book called "…"."""
    if cue.base == "call" and clauses.low(cue.chunk - 1) == "so":
        return True
    if cue.base not in ("call", "name", "dub") or clauses.kind(cue.chunk + 1) != "Q":
        return False
    first = clauses.tokens[clauses.chunks[cue.chunk - 1].first]
    indefinite = clauses.kind(cue.chunk - 1) == "NP" and first.low in ("a", "an")
    return indefinite and clauses.kind(cue.chunk) == "VG"


def _passive(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of a passive: X is expected to…; it was announced that…; praised by Y."""
    subject = clauses.subject(cue.chunk)
    if subject is None:
        return None
    start = cue.chunk + 1
    agent = _agent(clauses, start)
    kind = opener(clauses, start)
    if kind == "infinitive" or clauses.low(start) == "as":
        end = content_end(clauses, cue, "infinitive", start)
        return relate(clauses, cue, "passive", agent, (subject[0], end))
    if kind == "that" and clauses.low(subject[0]) == "it":
        end = content_end(clauses, cue, "that", start)
        return relate(clauses, cue, "passive", None, (start, end))
    if agent is not None:
        return relate(clauses, cue, "by", agent, subject, "before")
    if clauses.kind(start) == "IN" and clauses.low(start) in members("passive-links"):
        end = content_end(clauses, cue, "object", start)
        return relate(clauses, cue, "passive", None, (subject[0], end))
    return None


def _agent(clauses: Clauses, start: int) -> Range | None:
    reach = range(start, min(start + BY_REACH, len(clauses.chunks)))
    by = next((index for index in reach if clauses.low(index) == "by"), None)
    return clauses.noun_phrase_after(by + 1) if by is not None else None


def _preposed_content(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
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


def _as_said(
    clauses: Clauses, cue: CueCandidate, subject: Range, edge: int
) -> SpeechRelation | None:
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


def _inverted(clauses: Clauses, cue: CueCandidate, left: int) -> SpeechRelation | None:
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
) -> SpeechRelation | None:
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


READERS: dict[str, Callable[[Clauses, CueCandidate], SpeechRelation | None]] = {
    "verb": verb,
    "noun": noun,
    "adjective": adjective,
    "source": source,
    "colon": colon,
    "poll": poll,
}
