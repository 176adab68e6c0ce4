"""Groups, sides, states and bodies as formal prose writes them: the two countries' delegations."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ..sentences import Token
from .offices import body_at, past_charge
from .personal_names import name_at
from .polities import state_at
from .references import OTHER, Reference
from .rows import LONGEST_OF, listed_after, row_of_states
from .vocabulary import TOGETHER, head_of, is_capital, listed, low_at

NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
SIDES = frozenset({"side", "delegation", "party", "government", "administration"})


def body_reference(tokens: Sequence[Token], start: int) -> Reference | None:
    """Return a ministry or agency, whose name is in the place of a state's code."""
    first = start + (low_at(tokens, start) == "the")
    end = body_at(tokens, first)
    name = " ".join(token.text for token in tokens[first:end])
    return Reference("body", start, end, country=name) if end > first else None


def collective_at(
    tokens: Sequence[Token], start: int, index: int, count: int | None
) -> Reference | None:
    """Return “both sides”, “the two countries”, “the leaders”, “Ministers”."""
    noun = low_at(tokens, index)
    capital = is_capital(tokens, index)
    if noun in ("men", "women") and not count:
        return None
    whole = low_at(tokens, index + 1) not in ("of", "for") and not is_capital(tokens, index + 1)
    together = index < len(tokens) and tokens[index].tag == TOGETHER and whole
    if together and (index > start or capital) and not (count and head_of(noun)):
        return Reference("sides", start, index + 1, office=(tokens[index].text,), count=count)
    for kind in ("states", "sides", "group"):
        joined = kind == "group" and low_at(tokens, start - 1) == "and"  # and ministers
        if noun in listed(kind) and (index > start or joined or (capital and kind != "states")):
            named = name_at(tokens, index + 1) > index + 1
            if kind == "group" and (headed := _headed(tokens, index + 1)):
                if field := _field_headed({t.low for t in tokens[index + 1 : headed]}):
                    return Reference(kind, start, headed, (), (field, "Ministers"), count=count)
                own = low_at(tokens, headed - 1) in listed("agencies")
                office = (tokens[index].text, *(["of"] if own else []))
                listed_ = low_at(tokens, headed) == ","
                row = listed_after(tokens, headed, office[:1]) if listed_ else []
                last, parts = (row[-1].last, tuple(row)) if len(row) > 1 else (headed, ())
                return Reference(kind, start, last, office=office, count=count, parts=parts)
            if kind == "group" and (bodies := _bodies_headed(tokens, index + 1)):
                office, of = (tokens[index].text,), tuple(body.country for body in bodies)
                return Reference(kind, start, bodies[-1].last, of, office, count=len(bodies))
            named = named or low_at(tokens, index + 1) == "general"  # Secretaries General
            named = named or past_charge(tokens, index + 1) > index + 1
            if kind == "group" and (named or low_at(tokens, index + 1) in ("of", "for", "from")):
                return None
            if sides := _sides_of_states(tokens, start, index, kind, count):
                return sides
            office = (tokens[index].text,) if kind != "states" else ()
            return Reference(kind, start, index + 1, office=office, count=count)
    return None


def _sides_of_states(
    tokens: Sequence[Token], start: int, index: int, kind: str, count: int | None
) -> Reference | None:
    """Return “the delegations of Norvania and Poland”, “the two countries' delegations”."""
    if kind == "sides" and low_at(tokens, index + 1) == "of":
        code, past = state_at(tokens, index + 2)
        codes, past = row_of_states(tokens, past, code)
        office = (tokens[index].text,)
        return Reference(kind, start, past, office=office, count=count) if codes[1:] else None
    owned = kind == "states" and low_at(tokens, index + 1) in ("'", "’")
    if not owned or low_at(tokens, index + 2) not in listed("sides"):
        return None
    return Reference("sides", start, index + 3, office=(tokens[index + 2].text,), count=count)


def _field_headed(words: set[str]) -> str:
    """Return the field of “Heads of the foreign policy departments”; empty if they are others."""
    offices = {"departments", "ministries"} & words
    fields = {"Foreign": {"foreign", "diplomatic"}, "Defense": {"defense", "defence", "military"}}
    return next((name for name, some in fields.items() if offices and some & words), "")


def _bodies_headed(tokens: Sequence[Token], of: int) -> list[Reference]:
    """Return the bodies of “Heads of the Lake Guard, the River Guard and …”; none of fewer."""
    bodies: list[Reference] = []
    position = of + 1
    while low_at(tokens, of) == "of" and (body := body_reference(tokens, position)):
        bodies.append(body)
        position = body.last + (low_at(tokens, body.last) == ",")
        position += low_at(tokens, position) == "and"
    return bodies if len(bodies) > 1 else []


def _headed(tokens: Sequence[Token], of: int) -> int:
    """Return the end of “of delegation”, “of the maritime authorities”; 0 without one."""
    end = of + 1 if low_at(tokens, of) == "of" else len(tokens)
    while end < min(of + LONGEST_OF, len(tokens)) and tokens[end].text[:1].islower():
        end += 1
        more = low_at(tokens, end) in ("and", "or") and low_at(tokens, end + 1) == "government"
        if not more and low_at(tokens, end - 1) in listed("headed") | listed("agencies"):
            return end
    return 0


def side_at(tokens: Sequence[Token], start: int, index: int) -> Reference | None:
    """Return a state, its side or delegation, or its government."""
    whole = low_at(tokens, index) in SIDES and low_at(tokens, index + 1) == "of"
    if whole and (side := state_at(tokens, index + 2))[0]:
        name = (low_at(tokens, index),)
        return Reference("state", start, side[1], name, country=side[0])
    code, end = state_at(
        tokens, index if index == start or low_at(tokens, index - 1) != "the" else index - 1
    )
    if not code:
        return None
    if low_at(tokens, end) in SIDES:
        return Reference("state", start, end + 1, ("side",), country=code)
    if low_at(tokens, end) in ("'s", "’s", "-", "–"):
        return None
    adjective = tokens[end - 1].low not in _state_words() and len(code) == 2
    if adjective and not tokens[end - 1].text.isupper():
        return None
    return Reference("state", start, end, country=code)


@cache
def _state_words() -> frozenset[str]:
    """Return the last words of the names of states, without the adjectives."""
    from ..gazetteer import state_names

    return frozenset(name[-1] for name in state_names())


def counted_at(
    tokens: Sequence[Token], start: int, index: int, count: int | None
) -> Reference | None:
    """Return “the two”, “both”, “all three”, when no noun follows; “the latter”."""
    if low_at(tokens, index) in ("latter", "former") and index > start:
        return Reference("ordinal", start, index + 1, (tokens[index].low,))
    index += low_at(tokens, index - 1) == "of" and low_at(tokens, index) in ("us", "them")
    if count is not None and {low_at(tokens, index - step) for step in (1, 3)} & NUMBERS.keys():
        owner = OTHER if OTHER in (token.low for token in tokens[start:index]) else ""
        return Reference("counted", start, index, count=count, owner=owner)
    return None
