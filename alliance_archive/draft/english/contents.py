"""What is reported after a cue, by the frames that it allows; who, cue and words as a relation."""

from __future__ import annotations

from dataclasses import dataclass

from .clauses import Clauses
from .cues import Cue
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
class Relation:
    """Token ranges [first, last) in one sentence; speaker is None when nobody is named.

    position tells whether the content stands before or after the cue; tail is what goes on after
    a cue set between commas; embedded whether the cue stands in a relative clause.
    """

    cue: Cue
    frame: str
    speaker: Range | None
    content: Range
    position: str = "after"
    tail: Range | None = None
    embedded: bool = False


def _past_adjuncts(clauses: Clauses, at: int) -> int:
    """Step over "in a statement", "on Monday", "at a rally in Ohio" before reported words."""
    place = clauses.skip(at)
    for _ in range(4):
        if clauses.kind(place) == "IN" and clauses.low(place) in members("adjuncts"):
            phrase = clauses.noun_phrase_after(place + 1)
            if phrase is None:
                return place
            place = clauses.skip(phrase[1])
        else:
            break
    return place


def content_after(clauses: Clauses, cue: Cue) -> Content | None:
    """The reported words after a verb cue, by the frames the verb allows."""
    at = cue.at + 1
    loose = "c" in cue.frames and not {"o", "s"} & cue.frames
    for place in _starts(clauses, cue, at):
        kind = opener(clauses, place, loose)
        if kind == "question" and clauses.low(place) in ("when", "where") and "c" in cue.frames:
            continue
        if kind and ALLOWED[kind] & cue.frames:
            # urged them to go: whoever is urged is part of what is urged, unless merely told
            whole = kind == "infinitive" and "p" in cue.frames and "a" not in cue.frames
            return finish(clauses, cue, kind, clauses.skip(at) if whole else place)
    return _phrase(clauses, cue, clauses.skip(at))


def _starts(clauses: Clauses, cue: Cue, at: int) -> list[int]:
    """Where reported words may start: at once, after an addressee, after adjuncts."""
    first = clauses.skip(at)
    out = [first]
    phrase = clauses.noun_phrase_after(first) if {"a", "p"} & cue.frames else None
    if phrase is not None:
        whole, short = clauses.skip(phrase[1]), clauses.skip(first + 1)
        out += [short, whole] if short != whole else [whole]
        out.append(_past_adjuncts(clauses, phrase[1]))
        if clauses.kind(whole) == "," and opener(clauses, whole + 1) in ("that", "quote"):
            out.append(whole + 1)
    beyond = _past_adjuncts(clauses, at)
    if beyond != first:
        out.append(beyond)
    if clauses.kind(beyond) == ",":
        out += [beyond + 1, *_after_insertion(clauses, beyond)]
    return out


def _after_insertion(clauses: Clauses, comma: int) -> list[int]:
    """She said, without giving details, that…"""
    for shut in range(comma + 2, min(comma + TITLE_LENGTH, len(clauses.chunks))):
        if clauses.kind(shut) == ",":
            return [shut, shut + 1] if opener(clauses, shut + 1) in ("that", "quote") else []
    return []


def _phrase(clauses: Clauses, cue: Cue, at: int) -> Content | None:
    """A noun phrase, a gerund or a prepositional object as what is reported."""
    if clauses.low(at) == "with" and clauses.low(at + 1) in members("manner") and "o" in cue.frames:
        at += 2
    kind = clauses.kind(at)
    if kind == "NP" and ("o" in cue.frames or ("s" in cue.frames and _as_ahead(clauses, at))):
        return finish(clauses, cue, "object", at)
    if kind == "GER" and {"g", "o"} & cue.frames:
        return finish(clauses, cue, "gerund", at)
    if kind in ("IN", "RB", "CS") and "@" + clauses.low(at) in cue.frames:
        after = at + 1
        particle = kind == "RB" or clauses.low(at) in members("particles")
        if clauses.kind(after) == "IN" and particle:
            after += 1
        return finish(clauses, cue, "preposition", after)
    if kind in ("IN", "CS") and clauses.low(at) == "as" and "s" in cue.frames:
        return finish(clauses, cue, "as", at)
    if {"r", "c"} <= cue.frames and kind in ("CS", "IN", "GER") and _clause_ahead(clauses, at):
        return finish(clauses, cue, "clause", at)
    return _anything_said(clauses, cue, at)


def _clause_ahead(clauses: Clauses, at: int) -> bool:
    reach = range(at + 1, min(at + REACH, len(clauses.chunks)))
    return any(starts_clause(clauses, step) for step in reach)


def _anything_said(clauses: Clauses, cue: Cue, at: int) -> Content | None:
    """What follows "say", however it is built; which he said had failed; said no."""
    if "c" not in cue.frames or clauses.kind(cue.at) != "VG":
        return None
    if clauses.kind(at) == "VG" and clauses.kind(cue.at - 2) == "REL":
        return finish(clauses, cue, "clause", at)
    if clauses.low(at) in ("yes", "no") and clauses.kind(at + 1) in ("", ".", ","):
        return finish(clauses, cue, "object", at)
    if cue.base == "say" and clauses.kind(at) in ("NP", "ADJ") and verbs_ahead(clauses, at):
        return finish(clauses, cue, "clause", at)
    return None


def _as_ahead(clauses: Clauses, at: int) -> bool:
    """NAME as something: verbs that only then report."""
    return any(clauses.low(p) == "as" for p in range(at + 1, min(at + 8, len(clauses.chunks))))


def finish(clauses: Clauses, cue: Cue, frame: str, at: int) -> Content | None:
    """The content from chunk `at` to where its frame ends."""
    while clauses.kind(at) in (",", ":") and at < len(clauses.chunks):
        at += 1
    last = content_end(clauses, cue, frame, at)
    if last <= at or (frame == "that" and last < at + 2):
        return None
    return Content(frame, at, last)


def token_range(clauses: Clauses, chunks: Range | None) -> Range | None:
    """The tokens of a range of chunks."""
    if chunks is None:
        return None
    return clauses.chunks[chunks[0]].first, clauses.chunks[chunks[1] - 1].last


def relate(
    clauses: Clauses,
    cue: Cue,
    frame: str,
    speaker: Range | None,
    content: Range,
    position: str = "after",
) -> Relation:
    """A relation from ranges of chunks."""
    tokens = token_range(clauses, content)
    assert tokens is not None
    return Relation(cue, frame, token_range(clauses, speaker), tokens, position)


def relate_content(
    clauses: Clauses, cue: Cue, speaker: Range | None, content: Content | None, frame: str = ""
) -> Relation | None:
    """A relation whose content follows its cue; None when there is no content."""
    if content is None:
        return None
    return relate(clauses, cue, frame or content.frame, speaker, (content.first, content.last))
