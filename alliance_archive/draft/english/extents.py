"""Where reported words end: at a new clause, at a cue that joins the first."""

from __future__ import annotations

from .clauses import ADVERBIAL, NOMINATIVE, Clauses
from .cues import DASHES, Content, CueCandidate
from .lexicon import members, table, verb_frames, words
from .openings import opener, starts_clause

ENDS = frozenset({".", "?", "!", ";", ")"})
MAY_STOP = frozenset({",", "CC", "IN", "CS", "WRB", "GER", "NP", "TIME"})
REOPENS = frozenset({"CS", "REL", "WRB", ",", "CC", "Q", ":"})
NARROW = frozenset({"object", "preposition", "gerund", "as"})
NO_LIMIT = 99
CARRYING = frozenset({"in", "via", "through"})
LONGEST_PARENTHESIS = 29  # chunks between two dashes


def content_end(clauses: Clauses, cue: CueCandidate, frame: str, start: int) -> int:
    """Return the first chunk beyond the reported words that start at chunk `start`."""
    total = len(clauses.chunks)
    position = total if frame == "colon" else start
    awaited = _in_subordinate(clauses, cue)
    verbs = _verbs_allowed(clauses, cue, frame)
    while position < total:
        kind = clauses.kinds[position]
        opens = frame == "that" and position == start + 1  # that, according to X, …
        may_stop = position > start and kind in MAY_STOP and not opens
        if kind in ENDS or (may_stop and _stops(clauses, cue, frame, position, awaited)):
            return position
        if kind in DASHES and position > start:
            shut = clauses.next_word(kind, position + 1, LONGEST_PARENTHESIS)
            if shut is None and not (frame not in NARROW and _goes_on(clauses, position + 1)):
                return position
            position = (shut or position) + 1
            continue
        verbs = max(verbs, 1) if kind in REOPENS else verbs
        verbs += kind == "NP" and _contact_relative(clauses, position)
        if position > start and _finite(clauses, position):
            verbs -= 1
            if verbs < 0:
                return position
            verbs += clauses.reports(position)
        position += 1
    return total


def _goes_on(clauses: Clauses, index: int) -> bool:
    """Return whether what follows a dash belongs to the words before: it will rain – if we go."""
    joined = clauses.kinds[index] == "CC" and clauses.kinds[index + 1] in ("CS", "WRB")
    return joined or clauses.lows[index] in members("conditions")


def _verbs_allowed(clauses: Clauses, cue: CueCandidate, frame: str) -> int:
    """Return how many finite verbs the words hold before something has to reopen them."""
    if frame in NARROW or frame == "infinitive":
        return int(_warns(clauses, cue))
    return 1 if clauses.in_relative(cue.chunk) else NO_LIMIT


def carries(clauses: Clauses, index: int) -> bool:
    """Return whether a phrase tells how words came: in a joint statement, via a post."""
    if clauses.kinds[index] != "IN" or clauses.lows[index] not in CARRYING:
        return False
    return clauses.lows[index + 1] in words("documents") | members("vehicles")


def _warns(clauses: Clauses, cue: CueCandidate) -> bool:
    """Return whether the words may hold a clause of time: warned against leaving before…"""
    return "@against" in cue.frames and clauses.kinds[cue.chunk + 2] == "GER"


def _finite(clauses: Clauses, index: int) -> bool:
    chunk = clauses.chunks[index]
    return chunk.kind == "VG" and clauses.tokens[chunk.first].tag != "VB"


def _stops(clauses: Clauses, cue: CueCandidate, frame: str, index: int, awaited: bool) -> bool:
    kind = clauses.kinds[index]
    if kind in (",", "CC", "NP") and clauses.repeated_verb(index + (kind != "NP")):
        return True  # A called it “slow,” B “late”
    if kind == ",":
        if awaited and opener(clauses, index + 1, loose=True) == "clause":
            return True
        return _comma_ends(clauses, cue, frame, index)
    if kind == "CC":
        subject = clauses.lows[index - 1] in NOMINATIVE  # said he and X had spoken
        return not subject and _conjunction_ends(clauses, cue, frame, index)
    carried = frame in NARROW and carries(clauses, index)  # called it “slow” in a letter
    if clauses.kinds[index - 1] == "Q" and (carried or _speaks_anew(clauses, cue, index)):
        return True
    if kind in ("IN", "CS", "WRB"):
        return _adverb_ends(clauses, cue, frame, index)
    if clauses.kinds[index - 1] == "Q" and kind in ("GER", "NP"):
        comma = clauses.tokens[clauses.chunks[index - 1].last - 1].text[-2:-1] == ","
        new = kind == "NP" and comma and opener(clauses, index) == "clause"
        source = clauses.lows[index] == "according"
        return new or (kind == "GER" and (source or bool(clauses.frames(index))))
    if kind != "TIME" or frame not in NARROW:
        return False
    due = clauses.firsts[index] in members("due")  # answers by Friday
    due = due or clauses.kinds[index - 1] == "IN"  # rice for thirty days
    return not due and clauses.kinds[index + 1] in ("", ".", ",", "CC")


def _adverb_ends(clauses: Clauses, cue: CueCandidate, frame: str, index: int) -> bool:
    """Return whether what tells when, where or why is said of the speaker, not in the words."""
    word = clauses.lows[index]
    due = word in ("before", "after", "until", "during")
    ruled = due and cue.base in members("prospects") and not starts_clause(clauses, index + 1)
    if due and (ruled or _warns(clauses, cue)):
        return False  # ruled out any change before the vote
    if frame not in NARROW or (
        clauses.kinds[index] != "IN" and _within_object(clauses, cue, index)
    ):
        return False
    if _is_occasion(clauses, index):
        # Threats made, or claims that he made, in a speech: whoever made them gave it.
        return {"VG", "PART"}.isdisjoint(clauses.kinds[cue.chunk + 1 : index])
    if word not in members("adverbial") or clauses.kinds[index - 1] == "GER":
        return False
    return word != "by" or clauses.kinds[index + 1] == "GER"


def _within_object(clauses: Clauses, cue: CueCandidate, index: int) -> bool:
    """Return whether a clause is part of what is reported: times when…; a claim that, if…"""
    if clauses.kinds[index] == "WRB" and clauses.lows[index - 1] in members("moments"):
        return True
    return any(
        clauses.lows[step] == "that" for step in clauses.of_kind("CS") if cue.chunk < step < index
    )


def _is_occasion(clauses: Clauses, index: int) -> bool:
    """Return whether a phrase tells where somebody spoke: in an interview, at a rally."""
    if clauses.kinds[index] != "IN" or clauses.lows[index] not in ("in", "at", "during", "on"):
        return False
    indefinite = clauses.firsts[index + 1] in ("a", "an")
    return indefinite and clauses.lows[index + 1] in members("occasions")


def _speaks_anew(clauses: Clauses, cue: CueCandidate, index: int) -> bool:
    """Return whether what follows a quotation tells what else is said, or by whom."""
    if clauses.kinds[index] == "CS" and contrasts(clauses, cue, index):
        return True  # “slow,” while Y told…
    adding = clauses.kinds[index + 1] == "GER" and bool(clauses.frames(index + 1))
    return adding and clauses.lows[index] in (
        "before",
        "after",
        "while",
    )  # “No” before adding that…


def _contact_relative(clauses: Clauses, index: int) -> bool:
    """Return whether two noun phrases and a verb follow each other: the attacks they have aired."""
    if clauses.kinds[index + 1] != "NP":
        return False
    first = clauses.tokens[clauses.chunks[index + 1].first]
    return clauses.kinds[index + 2] == "VG" and first.tag in ("PRP", "DT", "PRPS", "NNP", "NNS")


def _in_subordinate(clauses: Clauses, cue: CueCandidate) -> bool:
    """Return whether the main clause is still to come: noting that…, X…; while X said that…, Y…"""
    if clauses.kinds[0] not in ("CS", "IN", "WRB", "GER") or cue.chunk >= 12:
        return False
    commas = [index for index in clauses.of_kind(",") if index < cue.chunk]
    # told by her counterpart, NAME, that…
    return all(clauses.full_name(i + 1) or clauses.full_name(i - 1) for i in commas)


def _comma_ends(clauses: Clauses, cue: CueCandidate, frame: str, comma: int) -> bool:
    following = clauses.skip(comma + 1, ("RB",))
    kind = clauses.kinds[following]
    if kind == "GER":
        reports = clauses.frames(following) or clauses.lows[following] == "according"
        listed = clauses.kinds[following + 1] in (",", "CC") and not reports  # hiding, delaying and
        listed = listed and _joins_gerund(clauses, cue, following)
        return (frame in NARROW and not listed) or bool(reports)
    comment = kind == "NP" and clauses.lows[following] in members("comments")
    comment = comment or _is_aside(clauses, following)
    if kind == "IN" and clauses.lows[following] == "in":  # …, in response to the worries
        comment = clauses.lows[following + 1] in members("comments", "messages")
    if frame in NARROW and not comment:
        return _comma_ends_object(clauses, cue, comma, following)
    if kind == "CC":
        return _conjunction_ends(clauses, cue, frame, following)
    subject = clauses.subject(cue.chunk)
    inside = subject is not None and clauses.kinds[subject[0] - 1] == "REL"
    if kind == "VG" and (inside or clauses.in_relative(cue.chunk)):
        return True
    if comment:
        return True  # …, a swipe at his rival
    if kind in ("NP", "VG"):
        return _parenthetical(clauses, following)
    if kind == "TIME" and clauses.lows[following + 1] in ("after", "before"):
        verb = _verb_of(clauses, following + 2)  # …, a day after X had said…
        return verb is not None and clauses.reports(verb)
    return _new_clause(clauses, cue, frame, following)


def _comma_ends_object(clauses: Clauses, cue: CueCandidate, comma: int, following: int) -> bool:
    kind = clauses.kinds[following]
    so_that = clauses.lows[following] == "so" and clauses.lows[following + 1] == "that"
    if so_that or clauses.lows[following] in ("including", "like", "of", "such"):
        return False  # proposed a code, so that nobody has to wait
    deeds = kind == "CC" and clauses.kinds[following + 1] == "GER"  # of hiding, and losing, it
    if _verb_awaited(clauses, cue, comma) or (deeds and _joins_gerund(clauses, cue, following)):
        return False
    return kind != "NP" or opener(clauses, following) == "clause"


def _verb_awaited(clauses: Clauses, cue: CueCandidate, comma: int) -> bool:
    """Return whether the verb of a clause is to come: a charge that the articles, …, were wrong."""
    opened = [step for step in clauses.of_kind("CS") if cue.chunk < step < comma]
    if not opened or clauses.lows[opened[-1]] != "that":
        return False
    return "VG" not in clauses.kinds[opened[-1] : comma]


def _is_aside(clauses: Clauses, noun: int) -> bool:
    """Return whether somebody else speaks of what is reported: …, a figure that X disputed."""
    if clauses.kinds[noun] != "NP" or clauses.lows[noun] not in members("asides"):
        return False
    start = clauses.skip(noun + 1, ("REL", "CS"))
    if clauses.kinds[start] == "PART":
        return clauses.lows[start + 1] == "by"
    verb = _verb_of(clauses, start)
    told = members("refusals", "denials")
    return verb is not None and (clauses.base(verb) in told or bool(clauses.frames(verb)))


def _new_clause(clauses: Clauses, cue: CueCandidate, frame: str, start: int) -> bool:
    """Return whether a clause of its own starts: …, while others say…; …, to which he replied…"""
    if contrasts(clauses, cue, start):
        return True
    if frame == "infinitive" and clauses.lows[start] == "after":
        return clauses.clause_follows(start + 1)  # urged her to go, after a ship had sunk
    if clauses.kinds[start] == "IN" and clauses.kinds[start + 1] == "REL":
        start += 1
    if clauses.kinds[start] != "REL":
        return False
    return frame == "infinitive" or _cue_in_relative(clauses, start)


def contrasts(clauses: Clauses, cue: CueCandidate, start: int) -> bool:
    """Return whether somebody else is reported from here on: …, while others say…"""
    if clauses.lows[start] not in ("while", "although", "though", "whereas"):
        return False
    verb = _verb_of(clauses, start + 1)
    if verb is None:
        return False
    pronoun = clauses.tokens[clauses.chunks[start + 1].first].tag == "PRP"
    speech = "q" in clauses.frames(verb) and (not pronoun or clauses.tense(verb) == "present")
    return speech or _joins_cue(clauses, cue, verb)


def _verb_of(clauses: Clauses, start: int) -> int | None:
    """Return the verb of the subject that starts at `start`, an apposition stepped over."""
    phrase = clauses.noun_phrase_after(start)
    if phrase is None:
        return None
    position = clauses.skip(phrase[1])
    if clauses.kinds[position] == ",":
        shut = clauses.next_word(",", position + 1, 7)
        position = clauses.skip((shut or position) + 1)
    return position if clauses.kinds[position] == "VG" else None


def _cue_in_relative(clauses: Clauses, relative: int) -> bool:
    """Return whether a relative clause reports by itself: …, which she called…"""
    phrase = clauses.noun_phrase_after(relative + 1)
    if phrase is None or clauses.kinds[phrase[1]] != "VG":
        return False
    return "q" in clauses.frames(phrase[1])


def _parenthetical(clauses: Clauses, start: int) -> bool:
    """Return whether a reporting clause is between commas: …, he said, …"""
    inverted = clauses.kinds[start] == "VG"
    verb = start if inverted else start + 1
    if clauses.kinds[verb] != "VG" or "q" not in clauses.frames(verb):
        return False
    if inverted and clauses.is_perfect(verb):
        return False  # her predecessor, NAME, had called the wall “slow”
    following = clauses.skip(verb + 1)
    if not inverted and opener(clauses, following) in ("that", "clause"):
        return True  # …, Y said that…
    if inverted and clauses.kinds[following] == "NP":
        following += 1
    return clauses.kinds[following] in ("", ",", ".", "Q")


def _conjunction_ends(clauses: Clauses, cue: CueCandidate, frame: str, conjunction: int) -> bool:
    following = clauses.skip(conjunction + 1, ADVERBIAL)
    kind = clauses.kinds[following]
    if kind == "VG":
        said = "t" in table("cue_adjectives").get(clauses.lows[following + 1], ())
        if said and opener(clauses, following + 2) == "that":
            return True  # conceded that it was late, but was adamant that…
        return _verb_ends(clauses, cue, frame, following)
    if frame in NARROW or frame == "infinitive":
        doing = kind == "GER" and not _joins_gerund(clauses, cue, following)
        return opener(clauses, following) == "clause" or doing
    verb = _verb_of(clauses, following)
    if verb is not None and _joins_cue(clauses, cue, verb):
        return True
    named = clauses.kinds[conjunction - 1] == "," and clauses.naming(following) is not None
    if verb is not None and named and {"t", "q"} & clauses.frames(verb):
        return True  # …, and Wolan later allowed that…
    but = clauses.lows[conjunction] == "but" and clauses.kinds[conjunction - 1] == ","
    return but and opener(clauses, following) == "clause"


def _joins_gerund(clauses: Clauses, cue: CueCandidate, doing: int) -> bool:
    """Return whether a gerund goes on a list in the words: accused him of hiding it and lying."""
    earlier = any(clauses.kinds[index] == "GER" for index in range(cue.chunk + 1, doing))
    going_on = clauses.tokens[clauses.chunks[cue.chunk].head].tag == "VBG"  # is accusing A of…
    return earlier and not (going_on and clauses.frames(doing))


def _verb_ends(clauses: Clauses, cue: CueCandidate, frame: str, verb: int) -> bool:
    """Return whether a verb after "and" is joined to the cue: promised to go and left."""
    if frame == "infinitive" and clauses.tokens[clauses.chunks[verb].first].tag == "VB":
        return False
    if frame in NARROW or frame in ("infinitive", "quote"):
        return True
    if frame == "question" and "but" in (clauses.lows[verb - 1], clauses.lows[verb - 2]):
        return bool({"t", "q"} & clauses.frames(verb))  # did not say why, but hinted that…
    inside = [v for v in clauses.of_kind("VG") if cue.chunk < v < verb]
    now = bool(inside) and all(clauses.tense(v) == "present" for v in inside)
    if now and clauses.tense(cue.chunk) == clauses.tense(verb) == "past" and clauses.frames(verb):
        return True  # said the offer stands but ruled out…
    own = clauses.kinds[cue.chunk] != "VG" or not {"c", "t"} & clauses.frames(verb)
    own = own or clauses.subject(verb) == clauses.subject(cue.chunk)
    return own and _joins_cue(clauses, cue, verb)


def _joins_cue(clauses: Clauses, cue: CueCandidate, verb: int) -> bool:
    """Return whether a verb after "and" is a reporting verb joined to the cue, not reported."""
    base = clauses.base(verb)
    speech = "q" in verb_frames(base) and base not in members("mental")
    speech = (speech or base in members("expressive")) and not clauses.chunks[verb].passive
    if clauses.is_perfect(verb) and not clauses.is_perfect(cue.chunk):
        speech = speech and clauses.subject(verb) == clauses.subject(cue.chunk)
    return speech and clauses.tense(cue.chunk) in ("", clauses.tense(verb))


def finish(clauses: Clauses, cue: CueCandidate, frame: str, start: int) -> Content | None:
    """Return the content from chunk `start` to where its frame ends."""
    start = clauses.skip(start, (",", ":"))
    last = content_end(clauses, cue, frame, start)
    noun = last == start + 2 and clauses.kinds[start + 1] == "NP"  # who holds that post
    if last <= start or (frame == "that" and (noun or last < start + 2)):
        return None
    return Content(frame, (start, last))
