"""What is reported by its source: according to X; in X's view; in a survey by X; in a headline."""

from __future__ import annotations

from .clauses import Clauses, Range
from .cues import CueCandidate, SpeechRelation, relate, with_name
from .nouns import owner_of
from .openings import starts_clause
from .preposed import relate_next

LONGEST_READING = 12  # chunks within which “as reported by Y” names Y


def source(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of a source: according to X, words / words, in X's view."""
    if cue.base in ("if", "to"):
        return _if_believed(clauses, cue)
    if cue.base == "with words":
        return _with_words(clauses, cue)
    if cue.base == "for":
        thinker = with_name(clauses, clauses.noun_phrase_after(cue.chunk + 1) or (0, 1))
        return relate_next(clauses, cue, thinker, thinker[1])
    relation = _before_clause(clauses, cue) or _source(clauses, cue)
    if relation is not None and cue.base == "in words":
        relation.speaker = owner_of(clauses, cue.chunk + 1, clauses.chunks[cue.chunk + 1].last)
    return relation


def _with_words(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of “with the words “…”, X left” and “X left with the words “…””."""
    quote = cue.chunk + 2
    named = clauses.noun_phrase_after(quote + 1 + (clauses.kinds[quote + 1] == ","))
    verbs = [verb for verb in clauses.of_kind("VG") if verb < cue.chunk]
    speaker = clauses.subject(verbs[-1]) if verbs else named
    if speaker is None or not clauses.is_somebody(speaker[0]):
        return None
    speaker = with_name(clauses, speaker)
    return relate(clauses, cue, "quote", speaker, (quote, quote + 1))


def _before_clause(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of “in X's view it was late”, without a comma."""
    phrase = clauses.noun_phrase_after(cue.chunk + 1) if cue.base == "in words" else None
    follows = phrase is not None and clauses.clause_follows(phrase[1])
    return relate_next(clauses, cue, phrase, phrase[1] - 1) if phrase and follows else None


def _source(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    phrase = clauses.noun_phrase_after(cue.chunk + 1)
    if phrase is None:
        return None
    phrase = with_name(clauses, phrase)
    chunks = {"in the words of": 3, "in words": 1}.get(cue.base, 2)
    left = clauses.skip_left(cue.chunk - chunks, ("RB",))
    joined = clauses.kinds[left - (clauses.kinds[left] == ",")] == "CC"
    follows = clauses.kinds[phrase[1] + 1] == "VG" or clauses.clause_follows(phrase[1] + 1)
    if joined and clauses.kinds[phrase[1]] == "," and follows:
        return relate_next(clauses, cue, phrase, phrase[1])
    opening = left - (clauses.kinds[left] == ",")
    if clauses.lows[opening] == "that" and clauses.kinds[opening - 1] == "VG":
        return _source_told(clauses, cue, phrase, opening - 1)
    if left < 0 or (left == 0 and clauses.kinds[left] in ("CC", "CS", "Q")):
        return _source_ahead(clauses, cue, phrase)
    left -= clauses.kinds[left] == "," and left > 0
    comma = phrase[1]
    shut = clauses.next_word(",", comma)
    if shut and clauses.lows[shut + 1] == "that":
        return None  # told her, according to X, that…
    told = any(clauses.kinds[index] in ("VG", "Q", "INF") for index in range(left + 1))
    if not told and clauses.kinds[comma] == "," and starts_clause(clauses, comma + 1):
        return relate_next(clauses, cue, phrase, comma)  # on Friday, according to X, words
    if not told and clauses.kinds[comma] == "," and clauses.kinds[comma + 1] == "VG":
        if {"q", "s"} & clauses.frames(comma + 1):
            return None  # A, according to X, said…
        relation = relate(clauses, cue, "source-last", phrase, (0, left + 1), "before")
        end = clauses.next_word(".", comma) or len(clauses.chunks)
        relation.tail = clauses.token_range((comma + 1, end))
        return relation
    start = left
    while start > 0 and clauses.kinds[start - 1] != ";":
        start -= 1
    start = min(clauses.skip(start, ("CC", ",", "RB")), left)
    return relate(clauses, cue, "source-last", phrase, (start, left + 1), "before")


def _if_believed(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of “words, if X is to be believed” and “to hear X tell it, words”."""
    speaker, end = (cue.chunk + 1, cue.chunk + 2), cue.chunk + 4
    if cue.chunk == 0:
        return relate_next(clauses, cue, speaker, end if clauses.kinds[end] == "," else None)
    left = clauses.skip_left(cue.chunk - 1, (",",))
    start = next((n + 1 for n in range(left, -1, -1) if clauses.kinds[n] in (";", ".")), 0)
    relation = relate(clauses, cue, "source-last", speaker, (start, left + 1), "before")
    if clauses.kinds[end] == "," and clauses.kinds[end + 1] == "VG":
        stop = clauses.next_word(".", end) or len(clauses.chunks)
        relation.tail = clauses.token_range((end + 1, stop))
    return relation


def _source_ahead(clauses: Clauses, cue: CueCandidate, phrase: Range) -> SpeechRelation | None:
    """Return the relation of the words after their source: according to X, as reported by Y, …"""
    comma = clauses.next_word(",", phrase[1])
    if comma is None:
        return None
    passed = clauses.lows[comma + 1] == "as"
    by = clauses.next_word("by", comma + 2, LONGEST_READING) if passed else None
    reporter = clauses.noun_phrase_after(by + 1) if by else None
    if reporter is not None:
        reporter = with_name(clauses, reporter)
        comma = clauses.next_word(",", reporter[1])
    elif clauses.kinds[comma + 1] == "REL":  # according to X, who runs the port, words
        shuts = (i for i in range(comma + 2, len(clauses.chunks)) if clauses.kinds[i] == ",")
        comma = next((i for i in shuts if clauses.clause_follows(i + 1)), comma)
    relation = relate_next(clauses, cue, phrase, comma)
    if relation is not None and reporter is not None:
        relation.quoted_by = clauses.token_range(reporter)
    return relation


def _source_told(
    clauses: Clauses, cue: CueCandidate, phrase: Range, verb: int
) -> SpeechRelation | None:
    """Return the relation of Y's words in “X said that, according to Y, it was late”."""
    relation = relate_next(clauses, cue, phrase, clauses.next_word(",", phrase[1]))
    reporter = clauses.subject(verb)
    if relation is None or reporter is None or not clauses.is_person(phrase[0]):
        return None
    relation.quoted_by = clauses.token_range(reporter)
    return relation


def poll(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of a poll: in a survey by X, words."""
    phrase = clauses.noun_phrase_after(cue.chunk + 1)
    if phrase is None or clauses.kinds[phrase[1]] not in (",", "PART"):
        return None
    comma = clauses.next_word(",", phrase[1])
    if comma is None or not clauses.clause_follows(comma + 1):
        return None
    return relate_next(clauses, cue, phrase, comma)


def headline(clauses: Clauses, cue: CueCandidate) -> SpeechRelation | None:
    """Return the relation of a headline: Fleet to sail: minister."""
    if clauses.noun_phrase_after(cue.chunk + 1) != (cue.chunk + 1, len(clauses.chunks)):
        return None
    start = 1 if clauses.kinds[0] == "PAREN" else 0
    if cue.chunk - start < 3:
        return None
    speaker = cue.chunk + 1, len(clauses.chunks)
    return relate(clauses, cue, "headline", speaker, (start, cue.chunk), "before")
