"""What reports: verbs, nouns and adjectives of the lists, "according to", colons."""

from __future__ import annotations

from dataclasses import dataclass

from .clauses import Clauses
from .lexicon import members, table, verb_forms


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word: its chunk, its tokens [first, last), base form, frames and class.

    kind is verb, noun, adjective, source ("according to") or colon.
    """

    kind: str
    at: int
    first: int
    last: int
    base: str
    frames: frozenset[str]


def find_cues(clauses: Clauses) -> list[Cue]:
    """All cues of one sentence, in order."""
    out: list[Cue] = []
    for at, chunk in enumerate(clauses.chunks):
        cue: Cue | None = None
        if chunk.kind in ("VG", "GER", "INF", "PART"):
            cue = _verb(clauses, at) or _adjective_after(clauses, at)
        elif chunk.kind == "NP":
            cue = _noun(clauses, at)
        elif chunk.kind == ":":
            cue = Cue("colon", at, chunk.first, chunk.last, ":", frozenset({"q"}))
        if cue is None:
            cue = _source_phrase(clauses, at) or _poll_phrase(clauses, at)
        if cue is not None:
            out.append(cue)
    return out


def _verb(clauses: Clauses, at: int) -> Cue | None:
    chunk = clauses.chunks[at]
    base = verb_base(clauses, at)
    frames = table("cue_verbs").get(base)
    if base == "put" and clauses.low(at + 1) == "it":
        frames = frozenset({"q", "r", "a"})
    if chunk.kind == "INF" and _governed(clauses, at):
        return None
    if chunk.kind == "GER" and clauses.low(at - 1) == "as" and at:
        return None
    if frames is None or (chunk.kind == "GER" and _according(clauses, at)):
        return None
    return Cue("verb", at, chunk.first, chunk.last, base, frames)


def _governed(clauses: Clauses, at: int) -> bool:
    """Declined to say: the verb before reports, and what it reports starts here."""
    left = at - 1
    while clauses.kind(left) in ("RB", "TIME"):
        left -= 1
    if clauses.kind(left) not in ("VG", "GER", "INF"):
        return False
    return "i" in table("cue_verbs").get(verb_base(clauses, left), frozenset())


def verb_base(clauses: Clauses, at: int) -> str:
    """The base form of a verb group's main verb; empty for an auxiliary alone."""
    token = clauses.tokens[clauses.chunks[at].head]
    if token.base:
        return token.base
    form = verb_forms().get(token.low)
    return form.base if form and token.tag.startswith("VB") else ""


def _according(clauses: Clauses, at: int) -> bool:
    return clauses.low(at) == "according"


def _adjective_after(clauses: Clauses, at: int) -> Cue | None:
    """Was confident that; is worried about; feels sure."""
    chunk = clauses.chunks[at]
    head = clauses.tokens[chunk.head]
    frames = table("cue_adjectives").get(head.low)
    if frames and chunk.passive:
        return Cue("adjective", at, chunk.first, chunk.last, head.low, frames)
    if head.base == "make":
        return _made_clear(clauses, at)
    if (head.base or head.low) not in members("linking") and head.tag != "BE":
        return None
    place = at + 1
    while clauses.kind(place) == "RB":
        place += 1
    if clauses.kind(place) not in ("ADJ", "PART", "VG", "JJ"):
        return None
    word = clauses.low(place)
    frames = table("cue_adjectives").get(word)
    if frames is None:
        return None
    return Cue("adjective", place, chunk.first, clauses.chunks[place].last, word, frames)


def _made_clear(clauses: Clauses, at: int) -> Cue | None:
    """Made clear that…, made it plain that…"""
    place = at + 2 if clauses.low(at + 1) == "it" else at + 1
    if clauses.low(place) not in ("clear", "plain", "known", "explicit"):
        return None
    first, last = clauses.chunks[at].first, clauses.chunks[place].last
    return Cue("adjective", place, first, last, "make clear", frozenset({"t"}))


def _noun(clauses: Clauses, at: int) -> Cue | None:
    chunk = clauses.chunks[at]
    token = clauses.tokens[chunk.last - 1]
    if token.tag not in ("NN", "NNS"):
        return None
    nouns = table("cue_nouns")
    word = token.low
    frames = nouns.get(word) or nouns.get(word[:-1] if word.endswith("s") else "")
    if frames is None and word.endswith("ies"):
        word = word[:-3] + "y"
        frames = nouns.get(word)
    if frames is None:
        return None
    return Cue("noun", at, chunk.last - 1, chunk.last, word, frames)


def _poll_phrase(clauses: Clauses, at: int) -> Cue | None:
    """In a poll: a survey that opens the sentence is the source of what follows."""
    chunk = clauses.chunks[at]
    first = clauses.tokens[chunk.first]
    if at > 1 or first.low != "in" or clauses.low(at + 1) not in members("polls"):
        return None
    return Cue("poll", at, chunk.first, chunk.last, "in", frozenset())


def _source_phrase(clauses: Clauses, at: int) -> Cue | None:
    """According to NAME."""
    chunk = clauses.chunks[at]
    first = clauses.tokens[chunk.first]
    if first.low == "according" and clauses.kind(at + 1) in ("IN", "TO"):
        last = clauses.chunks[at + 1].last
        return Cue("source", at + 1, chunk.first, last, "according to", frozenset())
    return None
