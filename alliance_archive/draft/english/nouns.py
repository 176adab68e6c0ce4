"""What a noun or an adjective reports: his claim that…; X was confident that…"""

from __future__ import annotations

from dataclasses import replace

from .clauses import ADVERBIAL, Clauses, Range
from .contents import after_insertion
from .cues import Content, CueCandidate, SpeechRelation, relate, with_name
from .extents import finish
from .lexicon import members
from .openings import opener


def noun(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of a noun: his claim that…; the refusal of X to…; X voiced hope that…"""
    owner = owner_of(clauses, cue.chunk, cue.first)
    phrase = None if owner else _possessor(clauses, cue)
    content = _governed(clauses, cue, phrase)
    if content is None:
        return None
    verb = None if owner or phrase else _light_verb(clauses, cue)
    if verb is not None:
        finite = clauses.kinds[verb] == "VG"
        phrase = clauses.subject(verb) if finite else clauses.governor(verb)
        cue = replace(cue, first=clauses.chunks[verb].first)
    reporter = None if verb else _relayer(clauses, cue, owner)
    if reporter is not None and clauses.kinds[cue.chunk - 1] == "VG":  # X relayed Y's assurance
        cue = replace(cue, first=clauses.chunks[cue.chunk - 1].first)
    relation = relate(clauses, cue, "noun-" + content.frame, phrase, content.chunks)
    relation.speaker = owner or relation.speaker
    relation.quoted_by = reporter
    return relation


def _relayer(clauses: Clauses, cue: CueCandidate, owner: Range | None) -> Range | None:
    """Return who passes on what somebody else has said: X relayed Y's assurance that…"""
    verb = cue.chunk - 1
    if clauses.kinds[verb] == "NP" and clauses.kinds[verb - 1] == "IN":
        verb -= 2  # relayed to the council an assurance by Y that…
    others = owner is not None and (
        owner[1] - owner[0] > 1 or clauses.tokens[owner[0]].tag != "PRPS"
    )
    others = others or clauses.lows[cue.chunk + 1] in ("of", "from", "by")
    passes = clauses.kinds[verb] == "VG" and clauses.base(verb) in members("relaying")
    subject = clauses.subject(verb) if passes and others else None
    return clauses.token_range(subject) if subject else None


def _governed(clauses: Clauses, cue: CueCandidate, possessor: Range | None) -> Content | None:
    start = possessor[1] if possessor else cue.chunk + 1
    start += clauses.kinds[start] == ","
    kind = opener(clauses, start)
    if (kind == "that" and "t" in cue.frames) or (kind == "infinitive" and "i" in cue.frames):
        return finish(clauses, cue, kind, start)
    start = cue.chunk + 1
    if clauses.kinds[start] == "IN" and "@" + clauses.lows[start] in cue.frames:
        return finish(clauses, cue, "preposition", start + 1)
    return None


def _possessor(clauses: Clauses, cue: CueCandidate) -> Range | None:
    """Return the refusal of X to…"""
    start = cue.chunk + 1
    if clauses.kinds[start] != "IN" or clauses.lows[start] not in ("of", "by", "from"):
        return None
    phrase = clauses.noun_phrase_after(start + 1)
    phrase = with_name(clauses, phrase) if phrase else None
    if phrase is None:
        return None
    apposed = clauses.kinds[phrase[1]] == clauses.kinds[phrase[1] - 2] == ","
    return phrase if opener(clauses, phrase[1] + apposed) in ("that", "infinitive") else None


def owner_of(clauses: Clauses, chunk: int, end: int) -> Range | None:
    """Return the tokens of the owner before `end`: his claim, the minister's refusal."""
    first = clauses.chunks[chunk].first
    for index in range(end - 1, first - 1, -1):
        tag = clauses.tokens[index].tag
        if tag == "POS":
            return first, index
        if tag == "PRPS":
            return index, index + 1
    return None


def _light_verb(clauses: Clauses, cue: CueCandidate) -> int | None:
    """Return the chunk of a verb that only carries the noun: expressed hope, has no plans."""
    verb = clauses.skip_left(cue.chunk - 1, ("RB", "ADJ"))
    if clauses.lows[verb] == "of" and clauses.chunk_tokens(verb - 1)[-1].tag == "BE":
        return verb - 1  # was of the view that…
    if clauses.kinds[verb] not in ("VG", "GER", "INF"):
        return None
    # "has" has a base form only if the tagger took it for a main verb.
    has = clauses.tokens[clauses.chunks[verb].head].tag == "HV"
    base = clauses.base(verb) or clauses.lows[verb]
    return verb if has or base in members("light-verbs") else None


def adjective(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of an adjective: X was confident that…; it is unclear whether…"""
    start = clauses.skip(cue.chunk + 1, ADVERBIAL)
    if clauses.lows[start] in ("with", "to"):  # was clear with us that…; to us, in writing, that…
        told = [start + 2, *after_insertion(clauses, start + 2)]
        start = next((n for n in told if opener(clauses, n) == "that"), start)
    kind = opener(clauses, start)
    frame = {"infinitive": "i", "that": "t", "question": "t", "clause": "t"}.get(kind)
    content: Content | None = None
    if frame in cue.frames:
        content = finish(clauses, cue, kind, start)
    elif clauses.kinds[start] == "IN" and "@" + clauses.lows[start] in cue.frames:
        content = finish(clauses, cue, "preposition", start + 1)
    if content is None:
        return None
    verb = cue.chunk if clauses.chunks[cue.chunk].first == cue.first else cue.chunk - 1
    while verb > 0 and clauses.kinds[verb] != "VG":
        verb -= 1
    subject = clauses.subject(verb)
    if subject is not None and clauses.lows[subject[0]] == "it" and content.frame != "infinitive":
        return relate(clauses, cue, "passive", None, content.chunks)
    return relate(clauses, cue, "adj-" + content.frame, subject, content.chunks)
