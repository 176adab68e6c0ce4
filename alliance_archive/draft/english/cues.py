"""What reports: verbs, nouns and adjectives of the lists, "according to", colons."""

from __future__ import annotations

from dataclasses import dataclass

from .clauses import Clauses, Range
from .lexicon import members, table, verb_forms, verb_frames


@dataclass(frozen=True, slots=True)
class CueCandidate:
    """A reporting word: its chunk, its tokens [first, last), base form, frames and class.

    kind is verb, noun, adjective, source ("according to") or colon.
    """

    kind: str
    chunk: int
    first: int
    last: int
    base: str
    frames: frozenset[str]


@dataclass(frozen=True, slots=True)
class Content:
    """Chunks [first, last) of the reported words and how the cue governs them."""

    frame: str
    first: int
    last: int


@dataclass(slots=True)
class SpeechRelation:
    """Token ranges [first, last) in one sentence; speaker is None when nobody is named.

    position tells whether the content stands before or after the cue; tail is what goes on after
    a cue set between commas; embedded whether the cue stands in a relative clause.
    """

    cue: CueCandidate
    frame: str
    speaker: Range | None
    content: Range
    position: str = "after"
    tail: Range | None = None
    embedded: bool = False


def find_cues(clauses: Clauses) -> list[CueCandidate]:
    """Return all cues of one sentence, in order."""
    cues: list[CueCandidate] = []
    for index, chunk in enumerate(clauses.chunks):
        cue: CueCandidate | None = None
        if chunk.kind in ("VG", "GER", "INF", "PART"):
            cue = _verb(clauses, index) or _adjective_after(clauses, index)
        elif chunk.kind == "NP":
            cue = _noun(clauses, index)
        elif chunk.kind == ":":
            cue = CueCandidate("colon", index, chunk.first, chunk.last, ":", frozenset({"q"}))
        if cue is None:
            cue = _source_phrase(clauses, index) or _poll_phrase(clauses, index)
        if cue is not None:
            cues.append(cue)
    return cues


def _verb(clauses: Clauses, index: int) -> CueCandidate | None:
    chunk = clauses.chunks[index]
    base = verb_base(clauses, index)
    frames = table("cue_verbs").get(base)
    if base == "put" and clauses.low(index + 1) == "it":
        frames = frozenset({"q", "r", "a"})
    if chunk.kind == "INF" and _governed(clauses, index):
        return None
    if chunk.kind == "GER" and clauses.low(index - 1) == "as" and index:
        return None
    if frames is None or (chunk.kind == "GER" and _according(clauses, index)):
        return None
    return CueCandidate("verb", index, chunk.first, chunk.last, base, frames)


def _governed(clauses: Clauses, index: int) -> bool:
    """Return whether the verb before reports, and this starts its content: declined to say."""
    left = index - 1
    while clauses.kind(left) in ("RB", "TIME"):
        left -= 1
    if clauses.kind(left) not in ("VG", "GER", "INF"):
        return False
    return "i" in verb_frames(verb_base(clauses, left))


def verb_base(clauses: Clauses, index: int) -> str:
    """Return the base form of a verb group's main verb; empty for an auxiliary alone."""
    token = clauses.tokens[clauses.chunks[index].head]
    if token.base:
        return token.base
    form = verb_forms().get(token.low)
    return form.base if form and token.tag.startswith("VB") else ""


def _according(clauses: Clauses, index: int) -> bool:
    return clauses.low(index) == "according"


def _adjective_after(clauses: Clauses, index: int) -> CueCandidate | None:
    """Return an adjective as cue: was confident that; is worried about; feels sure."""
    chunk = clauses.chunks[index]
    head = clauses.tokens[chunk.head]
    frames = table("cue_adjectives").get(head.low)
    if frames and chunk.passive:
        return CueCandidate("adjective", index, chunk.first, chunk.last, head.low, frames)
    if head.base == "make":
        return _made_clear(clauses, index)
    if (head.base or head.low) not in members("linking") and head.tag != "BE":
        return None
    position = index + 1
    while clauses.kind(position) == "RB":
        position += 1
    if clauses.kind(position) not in ("ADJ", "PART", "VG", "JJ"):
        return None
    word = clauses.low(position)
    frames = table("cue_adjectives").get(word)
    if frames is None:
        return None
    return CueCandidate(
        "adjective", position, chunk.first, clauses.chunks[position].last, word, frames
    )


def _made_clear(clauses: Clauses, index: int) -> CueCandidate | None:
    """Return the cue of "made clear that", "made it plain that"."""
    position = index + 2 if clauses.low(index + 1) == "it" else index + 1
    if clauses.low(position) not in ("clear", "plain", "known", "explicit"):
        return None
    first, last = clauses.chunks[index].first, clauses.chunks[position].last
    return CueCandidate("adjective", position, first, last, "make clear", frozenset({"t"}))


def _noun(clauses: Clauses, index: int) -> CueCandidate | None:
    chunk = clauses.chunks[index]
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
    return CueCandidate("noun", index, chunk.last - 1, chunk.last, word, frames)


def _poll_phrase(clauses: Clauses, index: int) -> CueCandidate | None:
    """Return the cue of a survey that opens the sentence, the source of what follows: in a poll."""
    chunk = clauses.chunks[index]
    first = clauses.tokens[chunk.first]
    if index > 1 or first.low != "in" or clauses.low(index + 1) not in members("polls"):
        return None
    return CueCandidate("poll", index, chunk.first, chunk.last, "in", frozenset())


def _source_phrase(clauses: Clauses, index: int) -> CueCandidate | None:
    """Return the cue "according to"."""
    chunk = clauses.chunks[index]
    first = clauses.tokens[chunk.first]
    if first.low == "according" and clauses.kind(index + 1) in ("IN", "TO"):
        last = clauses.chunks[index + 1].last
        return CueCandidate("source", index + 1, chunk.first, last, "according to", frozenset())
    return None


def relate(
    clauses: Clauses,
    cue: CueCandidate,
    frame: str,
    speaker: Range | None,
    content: Range,
    position: str = "after",
) -> SpeechRelation:
    """Return a relation from ranges of chunks."""
    speaker = clauses.token_range(speaker) if speaker else None
    return SpeechRelation(cue, frame, speaker, clauses.token_range(content), position)


def relate_content(
    clauses: Clauses,
    cue: CueCandidate,
    speaker: Range | None,
    content: Content | None,
    frame: str = "",
) -> SpeechRelation | None:
    """Return a relation whose content follows its cue; None when there is no content."""
    if content is None:
        return None
    return relate(clauses, cue, frame or content.frame, speaker, (content.first, content.last))
