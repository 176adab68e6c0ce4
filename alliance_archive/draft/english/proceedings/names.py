"""Who is named in formal prose: people by office and name, groups, sides, states, bodies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..sentences import Token
from .collectives import NUMBERS, body_reference, collective_at, counted_at, side_at
from .officers import MAJESTIES, OWNERS, officer_at, person_named
from .offices import office_at
from .personal_names import name_at
from .polities import state_at
from .references import OTHER, VISITING, WRITES, Reference
from .rows import counterparts_of_states
from .vocabulary import NAMED, SHORT, head_of, is_short, listed, low_at

SHORT_TITLES = {"h.h.": "Highness", "h.r.h.": "Highness", "h.m.": "Majesty"}
DEFINITE = frozenset({"the", "both", "all", "each", "these", "those", "our"})


def reference_at(tokens: Sequence[Token], index: int) -> Reference | None:
    """Return whoever the words from a token on mean; None if they mean nobody."""
    low = low_at(tokens, index)
    if low in ("he", "she", "it", "they", "we") or (low == "i" and tokens[index].tag == WRITES):
        return Reference("pronoun", index, index + 1, (low,))
    if low == "h.e." and low_at(tokens, index + 1) == "the":  # HE the Minister
        inner = reference_at(tokens, index + 1)
        return replace(inner, first=index) if inner else None
    if low == "neither":
        return _neither(tokens, index)
    if low in SHORT_TITLES and name_at(tokens, index + 1) == index + 1:  # H.H. underscored
        return Reference("title", index, index + 1, office=(SHORT_TITLES[low],))
    start = index
    definite = low in DEFINITE or low in OWNERS or low in NUMBERS or _is_owner(tokens, index)
    owner, count, index = _past_articles(tokens, start)
    visiting = definite and low_at(tokens, index) == "visiting"
    whose = low_at(tokens, start) == "the" and low_at(tokens, start + 2) in ("'s", "’s")
    whose = whose and not head_of(low_at(tokens, start + 1))
    if whose and office_at(tokens, start + 3)[0]:  # the Center's Director
        index = start + 3
    ours = [token.low for token in tokens[start : start + 3]]
    if ours[:2] == ["our", "country"] and ours[2:] in (["'s"], ["’s"]):
        index = start + 3
    while definite and low_at(tokens, index) in listed("vague"):
        index += 1
    reference = (
        _called(tokens, start, index)
        or _others(tokens, start, index, count, owner)
        or collective_at(tokens, start, index, count)
        or officer_at(tokens, start, index, count, owner, definite)
        or body_reference(tokens, start)
        or side_at(tokens, start, index)
        or counted_at(tokens, start, index, count)
    )
    if visiting and reference is not None and reference.kind == "group":
        return replace(reference, owner=VISITING)
    return reference


def _neither(tokens: Sequence[Token], index: int) -> Reference | None:
    """Return all, each of whom denies something: Neither side accepts this; neither of us …"""
    following, word = low_at(tokens, index + 1), low_at(tokens, index + 2)
    if following == "of" and word in ("us", "them"):
        return Reference("pronoun", index, index + 3, ("we" if word == "us" else "they",))
    kinds = {"side": "sides", "party": "sides", "delegation": "sides", "country": "states"}
    kind = kinds.get(following, "")
    return Reference(kind, index, index + 2, office=(following,), count=2) if kind else None


def _is_owner(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a state is named whose something follows: Norvania's Minister."""
    code, end = state_at(tokens, index)
    return bool(code) and low_at(tokens, end) in ("'s", "’s")


def _past_articles(tokens: Sequence[Token], index: int) -> tuple[str, int | None, int]:
    """Return the owner and the number of “both of her”, “the other two”, and where they end."""
    start, count = index, None
    owner = low_at(tokens, index) if low_at(tokens, index) in OWNERS else ""
    if head_of(low_at(tokens, index + 1)) in MAJESTIES:
        return "", None, index  # His Majesty
    while (low := low_at(tokens, index)) in DEFINITE | OWNERS | NUMBERS.keys() | {"of", OTHER}:
        if low == "of" and index == start:
            break
        count = NUMBERS.get(low, count)
        owner = OTHER if low == OTHER and index > start else low if low in OWNERS else owner
        index += 1
    return owner, count, index


def _called(tokens: Sequence[Token], start: int, index: int) -> Reference | None:
    """Return a person by a name that the text has told, or an office by its initials: SND."""
    named = end = index + is_short(tokens[index].text) if index < len(tokens) else index
    while end < len(tokens) and tokens[end].tag == NAMED:
        end += 1
    if end > named and (index == start or named > index):
        return replace(person_named(tokens, named, named, end, (), ""), first=start)
    if index < len(tokens) and tokens[index].tag == SHORT:
        return Reference("title", start, index + 1, office=tuple(tokens[index].base.split()))
    return None


def _others(
    tokens: Sequence[Token], start: int, index: int, count: int | None, owner: str
) -> Reference | None:
    """Return “the other Ministers”, “both of her counterparts”, “his Polish and Finnish ones”."""
    if owner == OTHER and low_at(tokens, start) in DEFINITE:
        others = collective_at(tokens, start, index, count)
        return replace(others, owner=OTHER) if others else None
    if owner not in OWNERS:
        told = index > start or _is_owner(tokens, start)
        return counterparts_of_states(tokens, start, index, "") if told else None
    if low_at(tokens, index) in ("counterparts", "colleagues"):
        return Reference("group", start, index + 1, office=(OTHER,), count=count, owner=owner)
    return counterparts_of_states(tokens, start, index, owner)
