"""How reported words open: with “that”, a question, a quotation, a clause of their own."""

from __future__ import annotations

from .clauses import Clauses
from .lexicon import table

INSIDE_SUBJECT = frozenset(
    {"NP", "IN", "INF", "PART", "GER", "RB", "TIME", "PAREN", "ADJ", "CC", "Q"}
)
QUESTIONS = frozenset({"whether", "if", "what", "who", "which", "whom", "whose"})
REACH = 14  # chunks within which the verb of a long subject is looked for


def opener(clauses: Clauses, index: int, loose: bool = False) -> str:
    """Return how a chunk opens reported words: that, question, quote, infinitive, clause."""
    kind, word = clauses.kinds[index], clauses.lows[index]
    if kind == "Q" or (kind in (",", ":") and clauses.kinds[index + 1] == "Q"):
        return "quote"
    if kind == ":":
        return "colon"
    if kind == "CS" and word == "that":
        return "that"
    if kind == "WRB" or (kind in ("CS", "REL") and word in QUESTIONS):
        return "question"
    if kind == "INF" or (kind == "RB" and clauses.kinds[index + 1] == "INF"):
        return "infinitive"
    return "clause" if starts_clause(clauses, index, loose) else ""


def starts_clause(clauses: Clauses, index: int, loose: bool = False) -> bool:
    """Return whether a subject and its finite verb start here; loose allows infinitives between."""
    while clauses.kinds[index] in ("RB", "ADJ") and clauses.kinds[index + 1] in ("NP", "ADJ", "RB"):
        index += 1
    doing = clauses.kinds[index] == "GER"
    phrase = clauses.noun_phrase_after(index + doing) or ((index, index + 1) if doing else None)
    if phrase is None:
        return False
    position = clauses.skip(phrase[1])
    kind = clauses.kinds[position]
    if doing:
        return kind == "VG" and loose  # said funding is needed
    if kind == "VG":
        return True
    if kind == "Q":
        return loose or clauses.lows[index] in (
            "he",
            "she",
            "it",
            "they",
            "i",
            "we",
            "you",
            "there",
        )
    if kind == ",":
        return _verb_after_comma(clauses, position) or _verb_after_list(clauses, position)
    claim = clauses.lows[position - 1].removesuffix("s")
    claimed = clauses.lows[position] == "that" and claim in table("cue_nouns")
    if claimed or kind in ("REL", "PART") or loose:  # his claim that it is late is false
        ahead = verbs_ahead(clauses, position + claimed)
        return ahead >= (2 if claimed or kind == "REL" else 1)
    return False


def _verb_after_comma(clauses: Clauses, comma: int) -> bool:
    """Return whether a verb follows an insertion: X, an apposition, verb; they, too, verb."""
    if clauses.kinds[comma + 1] not in ("REL", "NP", "PART", "RB", "GER"):
        return False
    shut = clauses.next_word(",", comma + 1, REACH - 1)
    if shut is None:
        return False
    quoted = clauses.kinds[shut + 1] == "Q"  # X, an apposition, “knew nothing”
    lower = quoted and clauses.tokens[clauses.chunks[shut + 1].first].text[1:2].islower()
    return lower or clauses.kinds[shut + 1] == "VG"


def _verb_after_list(clauses: Clauses, comma: int) -> bool:
    """Return whether a verb follows a list that is its subject: the ships, the crews and X left."""
    position, joined = comma, False
    while clauses.kinds[position] in (",", "CC") and not joined:
        joined = clauses.lows[position] == "and"
        phrase = clauses.noun_phrase_after(position + 1)
        if phrase is None:
            return False
        position = phrase[1]
    return joined and clauses.kinds[clauses.skip(position)] == "VG"


def verbs_ahead(clauses: Clauses, start: int) -> int:
    """Return how many finite verbs follow before the subject must have ended."""
    verbs = 0
    for step in range(start, min(start + REACH, len(clauses.chunks))):
        kind = clauses.kinds[step]
        verbs += kind == "VG"
        if kind not in INSIDE_SUBJECT and kind not in ("REL", "VG"):
            break
    return verbs
