"""How reported words open, and where they end: at a new clause, a cue that joins the first."""

from __future__ import annotations

from .chunk_walk import ChunkWalk
from .clauses import Clauses
from .cues import Cue, verb_base
from .lexicon import members, table

ENDS = frozenset({".", "?", "!", ";", ")"})
DASHES = frozenset({"-", "–", "—", "--"})
REOPENS = frozenset({"CS", "REL", "WRB", ",", "CC", "Q", ":"})
NARROW = frozenset({"object", "preposition", "gerund", "as"})
NO_LIMIT = 99
INSIDE_SUBJECT = frozenset(
    {"NP", "IN", "INF", "PART", "GER", "RB", "TIME", "PAREN", "ADJ", "CC", "Q"}
)
QUESTIONS = frozenset({"whether", "if", "what", "who", "which", "whom"})
REACH = 14  # chunks within which the verb of a long subject is looked for


def opener(clauses: ChunkWalk, at: int, loose: bool = False) -> str:
    """How the chunk at `at` opens reported words: that, question, quote, infinitive, clause."""
    kind, low = clauses.kind(at), clauses.low(at)
    if kind == "Q" or (kind in (",", ":") and clauses.kind(at + 1) == "Q"):
        return "quote"
    if kind == ":":
        return "colon"
    if kind == "CS" and low == "that":
        return "that"
    if kind == "WRB" or (kind in ("CS", "REL") and low in QUESTIONS):
        return "question"
    if kind == "INF" or (kind == "RB" and clauses.kind(at + 1) == "INF"):
        return "infinitive"
    return "clause" if starts_clause(clauses, at, loose) else ""


def starts_clause(clauses: ChunkWalk, at: int, loose: bool = False) -> bool:
    """Whether a subject and its finite verb start at `at`; loose allows infinitives between."""
    while clauses.kind(at) in ("RB", "ADJ") and clauses.kind(at + 1) in ("NP", "ADJ", "RB"):
        at += 1
    phrase = clauses.noun_phrase_after(at)
    if phrase is None:
        return False
    place = clauses.skip(phrase[1])
    kind = clauses.kind(place)
    if kind == "VG":
        return True
    if kind == "Q":
        return loose or clauses.low(at) in ("he", "she", "it", "they", "i", "we", "you", "there")
    if kind == ",":
        return _verb_after_comma(clauses, place)
    if kind in ("REL", "PART") or loose:
        return verbs_ahead(clauses, place) >= (2 if kind == "REL" else 1)
    return False


def _verb_after_comma(clauses: ChunkWalk, place: int) -> bool:
    """X, an apposition, verb; they, too, verb."""
    if clauses.kind(place + 1) not in ("REL", "NP", "PART", "RB", "GER"):
        return False
    for step in range(place + 1, min(place + REACH, len(clauses.chunks))):
        if clauses.kind(step) == ",":
            return clauses.kind(step + 1) == "VG"
    return False


def verbs_ahead(clauses: ChunkWalk, place: int) -> int:
    """How many finite verbs follow before the subject must have ended."""
    verbs = 0
    for step in range(place, min(place + REACH, len(clauses.chunks))):
        kind = clauses.kind(step)
        verbs += kind == "VG"
        if kind not in INSIDE_SUBJECT and kind not in ("REL", "VG"):
            break
    return verbs


def content_end(clauses: Clauses, cue: Cue, frame: str, at: int) -> int:
    """The first chunk beyond the reported words that start at chunk `at`."""
    total = len(clauses.chunks)
    if frame == "colon":
        return total
    awaited = _in_subordinate(clauses, cue)
    place = at
    verbs = _verbs_allowed(clauses, cue, frame)
    while place < total:
        kind = clauses.kind(place)
        if kind in ENDS or (place > at and _stops(clauses, cue, frame, place, awaited)):
            return place
        if kind in DASHES and place > at:
            shut = _closing_dash(clauses, place)
            if shut is None:
                return place
            place = shut + 1
            continue
        verbs = max(verbs, 1) if kind in REOPENS else verbs
        verbs += _contact_relative(clauses, place)
        if place > at and _finite(clauses, place):
            verbs -= 1
            if verbs < 0:
                return place
            verbs += clauses.reports(place)
        place += 1
    return total


def _verbs_allowed(clauses: Clauses, cue: Cue, frame: str) -> int:
    """Finite verbs an object or infinitive holds before something has to reopen it."""
    if frame in NARROW or frame == "infinitive":
        return 0
    return 1 if clauses.in_relative(cue.at) else NO_LIMIT


def _finite(clauses: Clauses, place: int) -> bool:
    chunk = clauses.chunks[place]
    return chunk.kind == "VG" and clauses.tokens[chunk.first].tag != "VB"


def _stops(clauses: Clauses, cue: Cue, frame: str, place: int, awaited: bool) -> bool:
    kind = clauses.kind(place)
    if kind == ",":
        if awaited and opener(clauses, place + 1, loose=True) == "clause":
            return True
        return _comma_ends(clauses, cue, frame, place)
    if kind == "CC":
        return _conjunction_ends(clauses, cue, frame, place)
    if kind in ("IN", "CS") and frame in NARROW and clauses.low(place) in members("adverbial"):
        return clauses.low(place) != "by" or clauses.kind(place + 1) == "GER"
    if kind == "GER" and clauses.kind(place - 1) == "Q":
        return verb_base(clauses, place) in table("cue_verbs")
    return kind == "TIME" and frame in NARROW and clauses.kind(place + 1) in ("", ".", ",", "CC")


def _contact_relative(clauses: Clauses, place: int) -> bool:
    """The attacks they have aired: two noun phrases and a verb with nothing between."""
    if clauses.kind(place) != "NP" or clauses.kind(place + 1) != "NP":
        return False
    first = clauses.tokens[clauses.chunks[place + 1].first]
    return clauses.kind(place + 2) == "VG" and first.tag in ("PRP", "DT", "PRPS", "NNP", "NNS")


def _closing_dash(clauses: Clauses, place: int) -> int | None:
    """The dash that closes a parenthesis opened at `place`."""
    mark = clauses.kind(place)
    for shut in range(place + 1, min(place + 30, len(clauses.chunks))):
        if clauses.kind(shut) == mark:
            return shut
    return None


def _in_subordinate(clauses: Clauses, cue: Cue) -> bool:
    """Noting that…, X…; While X said that…, Y…: the main clause is still to come."""
    if clauses.kind(0) not in ("CS", "IN", "WRB", "GER"):
        return False
    return cue.at < 12 and not any(clauses.kind(p) == "," for p in range(cue.at))


def _comma_ends(clauses: Clauses, cue: Cue, frame: str, place: int) -> bool:
    after = place + 1
    while clauses.kind(after) == "RB":
        after += 1
    kind = clauses.kind(after)
    if kind == "GER":
        word = verb_base(clauses, after)
        return frame in NARROW or word in table("cue_verbs") or clauses.low(after) == "according"
    if frame in NARROW:
        if kind == "IN" and clauses.low(after) in ("including", "like", "such"):
            return False
        return kind != "NP" or opener(clauses, after) == "clause"
    if kind == "CC":
        return _conjunction_ends(clauses, cue, frame, after)
    if kind == "VG" and clauses.in_relative(cue.at):
        return True
    if kind in ("NP", "VG"):
        return _parenthetical(clauses, after)
    return _new_clause(clauses, cue, frame, after)


def _new_clause(clauses: Clauses, cue: Cue, frame: str, after: int) -> bool:
    """…, while others say…; …, which she called…; …, to which he replied…"""
    kind, low = clauses.kind(after), clauses.low(after)
    if kind == "CS" and low in ("while", "although", "though", "whereas"):
        verb = _verb_of(clauses, after + 1)
        return verb is not None and _joins_cue(clauses, cue, verb)
    if kind == "IN" and clauses.kind(after + 1) == "REL":
        after += 1
    if clauses.kind(after) != "REL":
        return False
    return frame == "infinitive" or _cue_in_relative(clauses, after)


def _verb_of(clauses: Clauses, at: int) -> int | None:
    """The verb of the subject that starts at `at`, an apposition stepped over."""
    phrase = clauses.noun_phrase_after(at)
    if phrase is None:
        return None
    place = clauses.skip(phrase[1])
    if clauses.kind(place) == ",":
        reach = range(place + 1, min(place + 8, len(clauses.chunks)))
        shut = next((step for step in reach if clauses.kind(step) == ","), place)
        place = clauses.skip(shut + 1)
    return place if clauses.kind(place) == "VG" else None


def _cue_in_relative(clauses: Clauses, relative: int) -> bool:
    """…, which she called…: a relative clause that reports by itself."""
    phrase = clauses.noun_phrase_after(relative + 1)
    if phrase is None or clauses.kind(phrase[1]) != "VG":
        return False
    return "q" in table("cue_verbs").get(verb_base(clauses, phrase[1]), frozenset())


def _parenthetical(clauses: Clauses, at: int) -> bool:
    """…, he said, …: a reporting clause set between commas."""
    verb = at + 1
    if clauses.kind(at) == "VG":
        verb = at
    elif clauses.kind(verb) != "VG":
        return False
    if "q" not in table("cue_verbs").get(verb_base(clauses, verb), frozenset()):
        return False
    after = clauses.skip(verb + 1)
    if clauses.kind(at) == "VG" and clauses.kind(after) == "NP":
        after += 1
    return clauses.kind(after) in ("", ",", ".", "Q")


def _conjunction_ends(clauses: Clauses, cue: Cue, frame: str, place: int) -> bool:
    after = place + 1
    while clauses.kind(after) in ("RB", "TIME"):
        after += 1
    kind = clauses.kind(after)
    if kind == "VG":
        if frame == "infinitive" and clauses.tokens[clauses.chunks[after].first].tag == "VB":
            return False
        if frame in NARROW or frame == "infinitive" or frame == "quote":
            return True
        return _joins_cue(clauses, cue, after)
    if frame in NARROW or frame == "infinitive":
        return opener(clauses, after) == "clause" or kind == "GER"
    phrase = clauses.noun_phrase_after(after)
    if (
        phrase is not None
        and clauses.kind(phrase[1]) == "VG"
        and _joins_cue(clauses, cue, phrase[1])
    ):
        return True
    return (
        clauses.low(place) == "but"
        and clauses.kind(place - 1) == ","
        and opener(clauses, after) == "clause"
    )


def _joins_cue(clauses: Clauses, cue: Cue, verb: int) -> bool:
    """Whether a verb after "and" is a reporting verb beside the cue rather than reported."""
    base = verb_base(clauses, verb)
    speech = "q" in table("cue_verbs").get(base, frozenset()) and base not in members("mental")
    speech = speech or base in members("expressive")
    return speech and clauses.tense(cue.at) in ("", clauses.tense(verb))
