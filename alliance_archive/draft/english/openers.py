"""How reported words may open: with "that", a question word, a quotation, a clause of their own."""

from __future__ import annotations

from .chunk_walk import Phrases

INSIDE_SUBJECT = frozenset(
    {"NP", "IN", "INF", "PART", "GER", "RB", "TIME", "PAREN", "ADJ", "CC", "Q"}
)
QUESTIONS = frozenset({"whether", "if", "what", "who", "which", "whom"})
REACH = 14  # chunks within which the verb of a long subject is looked for


def opener(clauses: Phrases, at: int, loose: bool = False) -> str:
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


def starts_clause(clauses: Phrases, at: int, loose: bool = False) -> bool:
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


def _verb_after_comma(clauses: Phrases, place: int) -> bool:
    """X, an apposition, verb; they, too, verb."""
    if clauses.kind(place + 1) not in ("REL", "NP", "PART", "RB", "GER"):
        return False
    for step in range(place + 1, min(place + REACH, len(clauses.chunks))):
        if clauses.kind(step) == ",":
            return clauses.kind(step + 1) == "VG"
    return False


def verbs_ahead(clauses: Phrases, place: int) -> int:
    """How many finite verbs follow before the subject must have ended."""
    verbs = 0
    for step in range(place, min(place + REACH, len(clauses.chunks))):
        kind = clauses.kind(step)
        verbs += kind == "VG"
        if kind not in INSIDE_SUBJECT and kind not in ("REL", "VG"):
            break
    return verbs
