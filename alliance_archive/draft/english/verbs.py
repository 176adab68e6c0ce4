"""What a verb reports, and of whom: X said that…; X, asked to…; X was said to…"""

from __future__ import annotations

from dataclasses import replace

from .clauses import Clauses, Range
from .contents import TOLD, content_after, past_adjuncts
from .cues import CueCandidate, SpeechRelation, relate, with_name
from .extents import content_end
from .gazetteer import person_word
from .lexicon import members
from .openings import opener
from .preposed import preposed_content
from .retold import BY_REACH, reader_of, retold, told_by

AFTER_CALLED = frozenset({"", ".", ",", "TIME", "CC", "IN", "INF"})


def verb(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of a verb: X said that…; X, asked to…; X was said to…"""
    kind = clauses.kinds[cue.chunk]
    if relation := retold(clauses, cue):
        return relation
    if kind in ("GER", "INF") and "a" in cue.frames and clauses.is_undergone(cue.chunk):
        return told_by(clauses, cue)
    if clauses.chunks[cue.chunk].passive:
        return _passive(clauses, cue)
    if relation := _described(clauses, cue):
        return relation
    if kind == "PART" or _names_only(clauses, cue) or _calls_up(clauses, cue):
        return None
    if "h" in cue.frames:
        return _hedged(clauses, cue) if kind == "VG" else None
    if relation := preposed_content(clauses, cue):
        return relation
    content = content_after(clauses, cue)
    if content is None:
        return None
    bare = kind in ("GER", "INF")
    subject = clauses.governor(cue.chunk) if bare else clauses.subject(cue.chunk)
    relation = relate(clauses, cue, content.frame, subject, content.chunks)
    relation.embedded = _embedded(clauses, cue, subject)
    aside = relation.embedded or (kind == "GER" and clauses.kinds[cue.chunk - 1] != ",")
    if cue.base == "wonder" and aside:
        return None  # wondering aloud why it was late, X left
    reader = reader_of(clauses, subject) if relation.embedded and subject else None
    relation.quoted_by = clauses.token_range(reader) if reader else None
    return relation


def _described(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of “the plan, described by X as “slow”” and “…, called “slow” by X”."""
    quote = cue.chunk + 1 if clauses.kinds[cue.chunk + 1] == "Q" else None
    by = cue.chunk + 1 if quote is None else quote + 1
    agent = clauses.noun_phrase_after(by + 1) if clauses.lows[by] == "by" else None
    described = clauses.kinds[cue.chunk] == "PART" or (
        quote and clauses.kinds[cue.chunk - 1] == ","
    )
    judges = "s" in cue.frames or cue.base in members("judging")
    if agent is None or not described or not judges:
        return None
    agent = with_name(clauses, agent)
    if quote is not None:
        return relate(clauses, cue, "quote", agent, (quote, by))
    if clauses.lows[agent[1]] != "as" or clauses.kinds[agent[1] + 1] != "Q":
        return None
    return relate(clauses, cue, "as", agent, (agent[1], agent[1] + 2))


def _embedded(clauses: Clauses, cue: CueCandidate, subject: Range | None) -> bool:
    """Return whether the cue is in a relative clause: a suit alleging…, the man who said…"""
    if clauses.kinds[cue.chunk] == "GER":
        return clauses.kinds[cue.chunk - 1] == "NP"
    if subject is None or clauses.kinds[cue.chunk] != "VG":
        return False
    return clauses.is_relative(subject[0]) or clauses.kinds[subject[0] - 1] == "REL"


def _hedged(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of a verb that only seems: X seems to be Y; it appears that Y."""
    subject = clauses.subject(cue.chunk)
    start = cue.chunk + 1
    kind = opener(clauses, start)
    if subject is None or kind not in ("that", "infinitive", "clause"):
        return None
    impersonal = clauses.lows[subject[0]] == "it" and kind != "infinitive"
    first = start if impersonal else subject[0]
    return relate(clauses, cue, "passive", None, (first, content_end(clauses, cue, kind, start)))


def _names_only(clauses: Clauses, cue: CueCandidate) -> bool:
    """Return whether the verb gives a name and reports no speech: a book called "…"."""
    custom = clauses.tense(cue.chunk) == "present" and clauses.lows[cue.chunk - 2] == "what"
    if cue.base == "call" and custom and clauses.naming(cue.chunk - 1) is None:
        return True  # what locals call the “long flood”
    if cue.base not in ("call", "name", "dub") or clauses.kinds[cue.chunk + 1] != "Q":
        return False
    first = clauses.tokens[clauses.chunks[cue.chunk - 1].first]
    indefinite = clauses.kinds[cue.chunk - 1] == "NP" and first.low in ("a", "an")
    return indefinite and clauses.kinds[cue.chunk] == "VG"


def _calls_up(clauses: Clauses, cue: CueCandidate) -> bool:
    """Return whether somebody is called, and is called nothing: called Minister Ingrid Falk."""
    if cue.base != "call" or clauses.kinds[whom := cue.chunk + 1] != "NP":
        return False
    last = clauses.chunk_tokens(whom)[-1]
    person = clauses.naming(whom) or last.tag == "OBJ" or person_word(last.text)
    return bool(person) and clauses.kinds[whom + 1] in AFTER_CALLED


def _passive(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of a passive: X is expected to…; it was announced that…; praised by Y."""
    subject = clauses.subject(cue.chunk)
    if subject is None:
        return None
    start = cue.chunk + 1
    if clauses.lows[subject[0]] == "it":
        start = past_adjuncts(clauses, cue, start)  # it was said in the corridors that…
    by = clauses.next_word("by", start, BY_REACH)
    agent = clauses.noun_phrase_after(by + 1) if by is not None else None
    agent = with_name(clauses, agent) if agent else None  # was told by its envoy, NAME, that…
    kind = opener(clauses, start)
    if kind == "infinitive" and (
        cue.base == "allow"
        or clauses.is_relative(subject[0])
        or ("a" in cue.frames and _who(clauses, subject))
    ):
        return None  # who had been told to leave
    if kind == "infinitive" or (clauses.lows[start] == "as" and cue.base != "ask"):
        end = content_end(clauses, cue, "infinitive", start)
        return relate(clauses, cue, "passive", agent, (subject[0], end))
    if kind == "that" and clauses.lows[subject[0]] == "it":
        end = content_end(clauses, cue, "that", start)
        return relate(clauses, cue, "passive", None, (start, end))
    if agent is not None and "a" in cue.frames:  # he was told by X that…
        named = clauses.kinds[agent[1]] == "," and agent[1] - agent[0] > 2  # by X, NAME, on Friday
        content = content_after(clauses, replace(cue, chunk=agent[1] - (not named)))
        if content is not None and content.frame in TOLD:
            return relate(clauses, cue, content.frame, agent, content.chunks)
    if agent is not None:
        told = clauses.kinds[agent[1]] == "INF" and clauses.base(agent[1]) in members("speech")
        return None if told else relate(clauses, cue, "by", agent, subject, "before")
    linked = clauses.kinds[start] == "IN" and clauses.lows[start] in members("passive-links")
    if linked and cue.base != "tell":
        end = content_end(clauses, cue, "object", start)
        return relate(clauses, cue, "passive", None, (subject[0], end))
    return None


def _who(clauses: Clauses, subject: Range) -> bool:
    return clauses.lows[subject[0]] == "who" or clauses.lows[subject[0] - 1] == "when"
