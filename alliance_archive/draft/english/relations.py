"""Cues to relations: each class of cue has its reader."""

from __future__ import annotations

from collections.abc import Callable

from .clauses import Clauses
from .contents import Range, Relation, content_after, relate, relate_content
from .cues import Cue, find_cues
from .extents import content_end, opener
from .lexicon import members
from .nominal import adjective, colon, noun, poll, source
from .preposed import content_before

WITHOUT_SPEAKER = frozenset({"passive", "question", "quote", "noun-that", "colon"})
BY_REACH = 8  # chunks within which the "by" of a passive stands


def find_relations(clauses: Clauses) -> list[Relation]:
    """All relations of one sentence."""
    out: list[Relation] = []
    for cue in find_cues(clauses):
        found = READERS[cue.kind](clauses, cue)
        if found is not None and (found.speaker or found.frame in WITHOUT_SPEAKER):
            out.append(found)
    carried = {found.cue.first for found in out if found.cue.kind == "noun"}
    return [r for r in out if r.cue.kind != "verb" or r.cue.first not in carried]


def verb(clauses: Clauses, cue: Cue) -> Relation | None:
    """X said that…; X, asked to…; X was said to…"""
    kind = clauses.kind(cue.at)
    if clauses.chunks[cue.at].passive:
        return _passive(clauses, cue)
    if kind == "PART" or _names_only(clauses, cue):
        return None
    if "h" in cue.frames:
        return _hedged(clauses, cue) if kind == "VG" else None
    before = content_before(clauses, cue)
    if before is not None:
        return before
    content = content_after(clauses, cue)
    if content is None:
        return None
    bare = kind in ("GER", "INF")
    subject = clauses.governor(cue.at) if bare else clauses.subject(cue.at)
    out = relate_content(clauses, cue, subject, content)
    if out is not None:
        out.embedded = _embedded(clauses, cue, subject)
    return out


def _embedded(clauses: Clauses, cue: Cue, subject: Range | None) -> bool:
    """A suit alleging that…, the man who said that…, the plan that she says…"""
    if clauses.kind(cue.at) == "GER":
        return clauses.kind(cue.at - 1) == "NP"
    if subject is None or clauses.kind(cue.at) != "VG":
        return False
    return "REL" in (clauses.kind(subject[0]), clauses.kind(subject[0] - 1))


def _hedged(clauses: Clauses, cue: Cue) -> Relation | None:
    """X seems to be Y; it appears that Y."""
    subject = clauses.subject(cue.at)
    at = cue.at + 1
    kind = opener(clauses, at)
    if subject is None or kind not in ("that", "infinitive", "clause"):
        return None
    impersonal = clauses.low(subject[0]) == "it" and kind != "infinitive"
    first = at if impersonal else subject[0]
    return relate(clauses, cue, "passive", None, (first, content_end(clauses, cue, kind, at)))


def _names_only(clauses: Clauses, cue: Cue) -> bool:
    """A book called "…", a so called "…": a name, not speech."""
    if cue.base == "call" and clauses.low(cue.at - 1) == "so":
        return True
    if cue.base not in ("call", "name", "dub") or clauses.kind(cue.at + 1) != "Q":
        return False
    first = clauses.tokens[clauses.chunks[cue.at - 1].first]
    indefinite = clauses.kind(cue.at - 1) == "NP" and first.low in ("a", "an")
    return indefinite and clauses.kind(cue.at) == "VG"


def _passive(clauses: Clauses, cue: Cue) -> Relation | None:
    """X is expected to…; it was announced that…; X was praised by Y; X was charged with…"""
    subject = clauses.subject(cue.at)
    if subject is None:
        return None
    at = cue.at + 1
    agent = _agent(clauses, at)
    kind = opener(clauses, at)
    if kind == "infinitive" or clauses.low(at) == "as":
        end = content_end(clauses, cue, "infinitive", at)
        return relate(clauses, cue, "passive", agent, (subject[0], end))
    if kind == "that" and clauses.low(subject[0]) == "it":
        end = content_end(clauses, cue, "that", at)
        return relate(clauses, cue, "passive", None, (at, end))
    if agent is not None:
        return relate(clauses, cue, "by", agent, subject, "before")
    if clauses.kind(at) == "IN" and clauses.low(at) in members("passive-links"):
        end = content_end(clauses, cue, "object", at)
        return relate(clauses, cue, "passive", None, (subject[0], end))
    return None


def _agent(clauses: Clauses, at: int) -> Range | None:
    reach = range(at, min(at + BY_REACH, len(clauses.chunks)))
    by = next((place for place in reach if clauses.low(place) == "by"), None)
    return clauses.noun_phrase_after(by + 1) if by is not None else None


READERS: dict[str, Callable[[Clauses, Cue], Relation | None]] = {
    "verb": verb,
    "noun": noun,
    "adjective": adjective,
    "source": source,
    "colon": colon,
    "poll": poll,
}
