"""What a clause tells of: an act of those who meet, or only how the meeting went."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..lexicon import verb_frames
from ..sentences import Token
from .clauses import Clause
from .subjects import is_several
from .verbs import Verb, coordinated, has_topic, verb_at
from .vocabulary import listed

IMPERSONAL = re.compile(
    r"(?:(?!It )[A-Z][^,;:.“]{0,80}, )?(?:[Ii]t (?:was|has been|is) (?:\w+ )?(agreed|decided)\b"
    r"|(?:[Ff]ull |[Tt]here was (?:\w+ )?)?(?:[Aa]greement|[Cc]onsensus)"
    r"(?: (?:was|has been) (?:\w+ )?(?:reached|found))?(?= (?:that|on|to) )"
    r"|[Ii]t (?:is|was) our (?:\w+ )?(?:view|hope|belief|conviction|intention)(?= that)"
    r"|[Ii]t was (?:considered|deemed|found) (?:expedient|necessary|appropriate|useful|important)\b"
    r"|[Vv]iews were (?:\w+ )?exchanged\b(?= (?:on|about) )"
    r"|(?:[A-Z]\w+ )?(?:[Cc]oncern|[Ss]atisfaction|[Aa]ppreciation|[Gg]ratitude|[Hh]ope|[Rr]egret)"
    r" was (?:\w+ )?(?:expressed|voiced)\b)"
)
NOTED = re.compile(  # by nobody who is named
    r"(?:(?!It )[A-Z][^,;:.“]{0,80}, )?[Ii]t (?:was|has been) (?:\w+ )?"
    r"(?:noted|stressed|underlined|emphasi[sz]ed|pointed out|recalled|recogni[sz]ed|observed"
    r"|acknowledged|suggested|proposed|reaffirmed|reiterated|confirmed|announced|said)(?= that )"
)
SOME = frozenset({"some", "several", "many", "most", "other", "others"})
FURTHEST = 3  # tokens to the noun of “several of the delegations”


def impersonal(text: str, start: int) -> re.Match[str] | None:
    """Return the words that tell of an act without who acts: It was agreed; It was noted that."""
    return IMPERSONAL.match(text, start) or NOTED.match(text, start)


def act_of_some(tokens: Sequence[Token]) -> Verb | None:
    """Return the act of some whom the text does not name: Several delegations asked that …"""
    starts = (0, *(n for n in range(1, len(tokens)) if tokens[n - 1].low == ","))
    start = next((n for n in starts if tokens[n].low in SOME), len(tokens))
    ends = range(start, min(start + FURTHEST, len(tokens)))
    end = next((n for n in ends if tokens[n].low.endswith("s")), None)
    verb = verb_at(tokens, end + 1, True) if end is not None else None
    if verb is None or verb.kind != "act" or verb.last >= len(tokens):
        return None
    return verb if verb_frames(verb.base) or verb.base in listed("stance") else None


def act_of(tokens: Sequence[Token], clause: Clause) -> Verb | None:
    """Return the verb of the act that a clause tells of; None for the course of the meeting."""
    if _is_journey(tokens, clause):
        return None
    alone = clause.verb.base == "exchange" and not is_several(clause.subjects)
    if clause.verb.kind != "stay" or (has_topic(tokens, clause.verb) and not alone):
        return clause.verb
    return coordinated(tokens, clause.verb, clause.last)


def _is_journey(tokens: Sequence[Token], clause: Clause) -> bool:
    """Return whether one person will only be somewhere: The Minister will travel to Oslo."""
    first, verb = clause.subjects[0], clause.verb
    alone = len(clause.subjects) == 1 and first.kind in ("person", "title")
    acts = any(token.low in ("has", "have") for token in tokens[verb.last : clause.last])
    return alone and verb.tense == "future" and verb.base in listed("journeys") and not acts
