"""Cues to relations: each class of cue has its reader."""

from __future__ import annotations

from collections.abc import Callable

from .clauses import Clauses
from .contents import Range, Relation, content_after, relate, relate_content
from .cues import CueCandidate, find_cues
from .extents import content_end, opener
from .lexicon import members
from .nominal import adjective, colon, noun, poll, source
from .preposed import content_before

WITHOUT_SPEAKER = frozenset({"passive", "question", "quote", "noun-that", "colon"})
BY_REACH = 8  # chunks within which the "by" of a passive stands


def find_relations(clauses: Clauses) -> list[Relation]:
    """Return all relations of one sentence."""
    relations: list[Relation] = []
    for cue in find_cues(clauses):
        relation = READERS[cue.kind](clauses, cue)
        if relation is not None and (relation.speaker or relation.frame in WITHOUT_SPEAKER):
            relations.append(relation)
    carried = {relation.cue.first for relation in relations if relation.cue.kind == "noun"}
    return [r for r in relations if r.cue.kind != "verb" or r.cue.first not in carried]


def verb(clauses: Clauses, cue: CueCandidate) -> Relation | None:
    """Return the relation of a verb: X said that…; X, asked to…; X was said to…"""
    kind = clauses.kind(cue.chunk)
    if clauses.chunks[cue.chunk].passive:
        return _passive(clauses, cue)
    if kind == "PART" or _names_only(clauses, cue):
        return None
    if "h" in cue.frames:
        return _hedged(clauses, cue) if kind == "VG" else None
    preposed = content_before(clauses, cue)
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


def _hedged(clauses: Clauses, cue: CueCandidate) -> Relation | None:
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


def _passive(clauses: Clauses, cue: CueCandidate) -> Relation | None:
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


READERS: dict[str, Callable[[Clauses, CueCandidate], Relation | None]] = {
    "verb": verb,
    "noun": noun,
    "adjective": adjective,
    "source": source,
    "colon": colon,
    "poll": poll,
}
