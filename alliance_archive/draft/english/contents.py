"""What follows a verb: the reported words, by the frames that it allows."""

from __future__ import annotations

from collections.abc import Iterator

from .clauses import Clauses, Range
from .cues import Content, CueCandidate
from .extents import finish
from .lexicon import members, verb_forms
from .openings import REACH, opener, starts_clause, verbs_ahead

ALLOWED = {
    "that": frozenset("tca"),
    "question": frozenset("tcwa"),
    "quote": frozenset("qctosa"),
    "infinitive": frozenset("ip"),
    "colon": frozenset("cta"),
    "clause": frozenset("ca"),
}
AFTER_ADDRESSEE = frozenset({"himself", "herself", "themselves", "here", "there"})
LEADS = frozenset({"CS", "WRB"})  # chunks that open a clause before the main one
LONGEST_INSERTION = 10  # chunks between the commas of "said, without giving details, that"
TOLD = frozenset({"that", "clause", "quote", "question", "infinitive"})


def content_after(clauses: Clauses, cue: CueCandidate) -> Content | None:
    """Return the reported words after a verb cue, by the frames the verb allows."""
    start = cue.chunk + 1
    if clauses.kinds[start] == clauses.kinds[start + 2] == "," and clauses.kinds[start + 1] == "RB":
        start += 3  # rejected, however, the claim
    loose = "c" in cue.frames and not {"o", "s"} & cue.frames
    for position in _starts(clauses, cue, start):
        kind = opener(clauses, position, loose)
        when = clauses.lows[position] in ("when", "where") and "c" in cue.frames
        relative = clauses.kinds[position] == "REL" and clauses.kinds[position - 1] == ","
        asked = kind == "question" and clauses.kinds[position + 1] == ","  # asked when, X said…
        if kind == "question" and (when or relative or asked):
            continue
        if kind and ALLOWED[kind] & cue.frames:
            # urged them to go: whoever is urged is part of what is urged, unless merely told
            whole = kind == "infinitive" and "p" in cue.frames and "a" not in cue.frames
            begin = clauses.skip(start) if whole else position
            if kind == "infinitive" and clauses.lows[begin - 1] in ("not", "never"):
                begin -= 1
            return finish(clauses, cue, kind, begin)
    phrase = clauses.noun_phrase_after(clauses.skip(start)) if "a" in cue.frames else None
    if phrase and "@" + clauses.lows[phrase[1]] in cue.frames:  # warned Avel against it
        return finish(clauses, cue, "preposition", _past_particle(clauses, phrase[1]))
    return _phrase(clauses, cue, clauses.skip(start))


def _starts(clauses: Clauses, cue: CueCandidate, start: int) -> Iterator[int]:
    """Yield where reported words may start: at once, after an addressee, after adjuncts."""
    first = clauses.skip(start)
    if clauses.lows[first] in ("late", "early") and clauses.kinds[first + 1] == "TIME":
        first = start = clauses.skip(first + 2)  # said late on Friday X had left
    if clauses.kinds[first] in ("IN", "RB") and clauses.lows[first] == "out":
        yield first + 1  # pointed out that
        return
    yield first
    phrase = clauses.noun_phrase_after(first) if {"a", "p"} & cue.frames else None
    if phrase is not None:
        told = phrase[1]
        if told < len(clauses.chunks) and clauses.firsts[told] in AFTER_ADDRESSEE:
            told += 1
        whole, short = clauses.skip(told), clauses.skip(first + 1)
        yield short
        if short != whole:
            yield whole
        yield past_adjuncts(clauses, cue, told)
        if clauses.kinds[whole] == "," and opener(clauses, whole + 1) in ("that", "quote"):
            yield whole + 1
        elif clauses.kinds[whole] == ",":
            yield from after_insertion(clauses, whole)
    beyond = past_adjuncts(clauses, cue, start)
    if beyond != first:
        yield beyond
    if clauses.kinds[beyond] == "," and not _is_condition(clauses, cue, beyond):
        yield from after_insertion(clauses, beyond)
        yield beyond + 1


def _is_condition(clauses: Clauses, cue: CueCandidate, comma: int) -> bool:
    """Return whether a verb is in a clause before what somebody says: If Norway agrees, X said…"""
    phrase = clauses.noun_phrase_after(comma + 1)
    verb = clauses.skip(phrase[1]) if phrase else comma
    told = clauses.kinds[verb] == "VG" and "q" in clauses.frames(verb)
    first, second = clauses.kinds[0], clauses.kinds[1]
    led = first in LEADS or (first not in ("NP", "Q") and second in LEADS)  # now that; even if
    return told and led and "," not in clauses.kinds[: cue.chunk]


def after_insertion(clauses: Clauses, comma: int) -> list[int]:
    """Return where words may start after an insertion: she said, without giving details, that…"""
    shut = clauses.next_word(",", comma + 2, LONGEST_INSERTION)
    if shut is None or opener(clauses, shut + 1) not in ("that", "quote"):
        return []
    return [shut, shut + 1]


def past_adjuncts(clauses: Clauses, cue: CueCandidate, start: int) -> int:
    """Step over "in a statement", "on Monday", "at a rally in Ohio" before reported words."""
    position = clauses.skip(start)
    for _ in range(4):
        word = clauses.lows[position]
        adjunct = clauses.kinds[position] == "IN" and word in members("adjuncts")
        phrase = clauses.noun_phrase_after(position + 1) if adjunct else None
        pressed = word == "when" and clauses.base(position + 1) in members("questioned")
        if pressed or (adjunct and clauses.kinds[position + 1] == "TIME"):
            position = clauses.skip(position + 2)  # over the weekend; adding when pressed that…
            continue
        if clauses.lows[position + 1] in ("least", "length", "first", "last"):
            position = clauses.skip(position + 2)  # at least, at length, at last
            continue
        if adjunct and word == "in" and clauses.kinds[position + 1] == "ADJ":
            position = clauses.skip(position + 2)  # told him in private that…
            continue
        if phrase is None:
            break
        beyond = _past_publishing(clauses, phrase)
        if "@" + word in cue.frames and opener(clauses, beyond) not in ("that", "quote"):
            break  # asked for the lists to be opened
        position = clauses.skip(beyond)
    return position


def _past_publishing(clauses: Clauses, phrase: Range) -> int:
    """Return the chunk after a letter “seen by X” and an article “published on Friday”."""
    issued = phrase[1]
    issues = members("issuing") | {"carry", "see", "date"}
    if clauses.kinds[issued] not in ("PART", "VG") or clauses.base(issued) not in issues:
        return issued
    placed = clauses.noun_phrase_after(issued + 2) if clauses.kinds[issued + 1] == "IN" else None
    return placed[1] if placed else clauses.skip(issued + 1)


def _phrase(clauses: Clauses, cue: CueCandidate, start: int) -> Content | None:
    """Return a noun phrase, a gerund or a prepositional object as what is reported."""
    with_pride = clauses.lows[start] == "with" and clauses.lows[start + 1] in members("manner")
    start += 2 * (with_pride and "o" in cue.frames)
    kind = clauses.kinds[start]
    more = kind == "ADJ" and clauses.lows[start] in ("more", "less", "fewer")
    noun = kind == "NP" or (more and clauses.kinds[start + 1] == "NP")
    if noun and _takes_object(clauses, cue, start):
        return finish(clauses, cue, "object", start)
    if kind == "GER" and {"g", "o"} & cue.frames:
        return finish(clauses, cue, "gerund", start)
    if kind in ("IN", "RB", "CS") and "@" + clauses.lows[start] in cue.frames:
        return finish(clauses, cue, "preposition", _past_particle(clauses, start))
    if kind in ("IN", "CS") and clauses.lows[start] == "as" and "s" in cue.frames:
        return finish(clauses, cue, "as", start)
    if {"r", "c"} <= cue.frames and kind in ("CS", "IN", "GER"):
        content = finish(clauses, cue, "clause", start)
        if content is not None and _clause_within(clauses, content.chunks):
            return content
    return _anything_said(clauses, cue, start)


def _takes_object(clauses: Clauses, cue: CueCandidate, start: int) -> bool:
    """Return whether an object is what is reported; of some verbs only before "as": NAME as…"""
    as_ahead = "s" in cue.frames and clauses.next_word("as", start + 1, 7) is not None
    return as_ahead or "o" in cue.frames


def _past_particle(clauses: Clauses, start: int) -> int:
    """Return where the object starts: after "on", and after "out against" as a whole."""
    particle = clauses.lows[start] in members("particles")
    return start + 2 if particle and clauses.kinds[start + 1] == "IN" else start + 1


def _clause_within(clauses: Clauses, content: Range) -> bool:
    reach = range(content[0] + 1, min(content[0] + REACH, content[1]))
    return any(starts_clause(clauses, step) for step in reach)


def _anything_said(clauses: Clauses, cue: CueCandidate, start: int) -> Content | None:
    """Return what follows "say", whatever its form: which he said had failed; said no."""
    if "c" not in cue.frames or clauses.kinds[cue.chunk] != "VG":
        return None
    relative = clauses.kinds[cue.chunk - 2] == "REL" or clauses.lows[cue.chunk - 2] == "that"
    if clauses.kinds[start] == "VG" and relative:
        return finish(clauses, cue, "clause", start)
    if clauses.lows[start] in ("yes", "no") and clauses.kinds[start + 1] in ("", ".", ","):
        return finish(clauses, cue, "object", start)
    if cue.base in ("say", "add") and clauses.kinds[start] in ("NP", "ADJ"):
        first = clauses.chunks[start].first
        nouns = (t for t in clauses.tokens[first:] if t.tag == "NNS" and t.low in verb_forms())
        if verbs_ahead(clauses, start) or next(nouns, None):  # said the bank holds
            return finish(clauses, cue, "clause", start)
    return None
