"""What is reported after a cue, by the frames that it allows; who, cue and words as a relation."""

from __future__ import annotations

from dataclasses import dataclass

from .clauses import Clauses
from .cues import CueCandidate
from .extents import REACH, content_end, opener, starts_clause, verbs_ahead
from .lexicon import members

ALLOWED = {
    "that": frozenset("tca"),
    "question": frozenset("tcwa"),
    "quote": frozenset("qctosa"),
    "infinitive": frozenset("ip"),
    "colon": frozenset("qcta"),
    "clause": frozenset("ca"),
}
Range = tuple[int, int]
TITLE_LENGTH = 9  # chunks between the commas of "said, without giving details, that"


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


def _past_adjuncts(clauses: Clauses, start: int) -> int:
    """Step over "in a statement", "on Monday", "at a rally in Ohio" before reported words."""
    position = clauses.skip(start)
    for _ in range(4):
        if clauses.kind(position) == "IN" and clauses.low(position) in members("adjuncts"):
            phrase = clauses.noun_phrase_after(position + 1)
            if phrase is None:
                return position
            position = clauses.skip(phrase[1])
        else:
            break
    return position


def content_after(clauses: Clauses, cue: CueCandidate) -> Content | None:
    """Return the reported words after a verb cue, by the frames the verb allows."""
    start = cue.chunk + 1
    loose = "c" in cue.frames and not {"o", "s"} & cue.frames
    for position in _starts(clauses, cue, start):
        kind = opener(clauses, position, loose)
        if kind == "question" and clauses.low(position) in ("when", "where") and "c" in cue.frames:
            continue
        if kind and ALLOWED[kind] & cue.frames:
            # urged them to go: whoever is urged is part of what is urged, unless merely told
            whole = kind == "infinitive" and "p" in cue.frames and "a" not in cue.frames
            return finish(clauses, cue, kind, clauses.skip(start) if whole else position)
    return _phrase(clauses, cue, clauses.skip(start))


def _starts(clauses: Clauses, cue: CueCandidate, start: int) -> list[int]:
    """Return where reported words may start: at once, after an addressee, after adjuncts."""
    first = clauses.skip(start)
    starts = [first]
    phrase = clauses.noun_phrase_after(first) if {"a", "p"} & cue.frames else None
    if phrase is not None:
        whole, short = clauses.skip(phrase[1]), clauses.skip(first + 1)
        starts += [short, whole] if short != whole else [whole]
        starts.append(_past_adjuncts(clauses, phrase[1]))
        if clauses.kind(whole) == "," and opener(clauses, whole + 1) in ("that", "quote"):
            starts.append(whole + 1)
    beyond = _past_adjuncts(clauses, start)
    if beyond != first:
        starts.append(beyond)
    if clauses.kind(beyond) == ",":
        starts += [beyond + 1, *_after_insertion(clauses, beyond)]
    return starts


def _after_insertion(clauses: Clauses, comma: int) -> list[int]:
    """Return where words may start after an insertion: she said, without giving details, that…"""
    for shut in range(comma + 2, min(comma + TITLE_LENGTH, len(clauses.chunks))):
        if clauses.kind(shut) == ",":
            return [shut, shut + 1] if opener(clauses, shut + 1) in ("that", "quote") else []
    return []


def _phrase(clauses: Clauses, cue: CueCandidate, start: int) -> Content | None:
    """Return a noun phrase, a gerund or a prepositional object as what is reported."""
    if _with_manner(clauses, start) and "o" in cue.frames:
        start += 2
    kind = clauses.kind(start)
    if kind == "NP" and _takes_object(clauses, cue, start):
        return finish(clauses, cue, "object", start)
    if kind == "GER" and {"g", "o"} & cue.frames:
        return finish(clauses, cue, "gerund", start)
    if kind in ("IN", "RB", "CS") and "@" + clauses.low(start) in cue.frames:
        return finish(clauses, cue, "preposition", _past_particle(clauses, start))
    if kind in ("IN", "CS") and clauses.low(start) == "as" and "s" in cue.frames:
        return finish(clauses, cue, "as", start)
    if {"r", "c"} <= cue.frames and kind in ("CS", "IN", "GER") and _clause_ahead(clauses, start):
        return finish(clauses, cue, "clause", start)
    return _anything_said(clauses, cue, start)


def _takes_object(clauses: Clauses, cue: CueCandidate, start: int) -> bool:
    return "o" in cue.frames or ("s" in cue.frames and _as_ahead(clauses, start))


def _with_manner(clauses: Clauses, start: int) -> bool:
    """Return whether the chunks are "with pride", "with regret"."""
    return clauses.low(start) == "with" and clauses.low(start + 1) in members("manner")


def _past_particle(clauses: Clauses, start: int) -> int:
    """Return where the object starts: behind "on", and behind "out against" as a whole."""
    particle = clauses.kind(start) == "RB" or clauses.low(start) in members("particles")
    return start + 2 if particle and clauses.kind(start + 1) == "IN" else start + 1


def _clause_ahead(clauses: Clauses, start: int) -> bool:
    reach = range(start + 1, min(start + REACH, len(clauses.chunks)))
    return any(starts_clause(clauses, step) for step in reach)


def _anything_said(clauses: Clauses, cue: CueCandidate, start: int) -> Content | None:
    """Return what follows "say", however it is built; which he said had failed; said no."""
    if "c" not in cue.frames or clauses.kind(cue.chunk) != "VG":
        return None
    if clauses.kind(start) == "VG" and clauses.kind(cue.chunk - 2) == "REL":
        return finish(clauses, cue, "clause", start)
    if clauses.low(start) in ("yes", "no") and clauses.kind(start + 1) in ("", ".", ","):
        return finish(clauses, cue, "object", start)
    if cue.base == "say" and clauses.kind(start) in ("NP", "ADJ") and verbs_ahead(clauses, start):
        return finish(clauses, cue, "clause", start)
    return None


def _as_ahead(clauses: Clauses, start: int) -> bool:
    """Return whether "as" follows, with which some verbs report: NAME as something."""
    return any(
        clauses.low(p) == "as" for p in range(start + 1, min(start + 8, len(clauses.chunks)))
    )


def finish(clauses: Clauses, cue: CueCandidate, frame: str, start: int) -> Content | None:
    """Return the content from chunk `start` to where its frame ends."""
    while clauses.kind(start) in (",", ":") and start < len(clauses.chunks):
        start += 1
    last = content_end(clauses, cue, frame, start)
    if last <= start or (frame == "that" and last < start + 2):
        return None
    return Content(frame, start, last)


def token_range(clauses: Clauses, chunks: Range | None) -> Range | None:
    """Return the tokens of a range of chunks."""
    if chunks is None:
        return None
    return clauses.chunks[chunks[0]].first, clauses.chunks[chunks[1] - 1].last


def relate(
    clauses: Clauses,
    cue: CueCandidate,
    frame: str,
    speaker: Range | None,
    content: Range,
    position: str = "after",
) -> SpeechRelation:
    """Return a relation from ranges of chunks."""
    tokens = token_range(clauses, content)
    assert tokens is not None
    return SpeechRelation(cue, frame, token_range(clauses, speaker), tokens, position)


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
