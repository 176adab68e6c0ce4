"""Who is named in a sentence of formal prose, in order, each with office and state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from ..gazetteer import states
from ..lexicon import closed_class, phrases, verb_forms, words
from ..sentences import Token
from .collectives import SIDES
from .names import reference_at
from .officers import APPOSITION_ENDS
from .offices import office_at
from .personal_names import name_at, past_honors
from .polities import past_city, state_at, state_beside
from .references import Reference
from .vocabulary import head_of, is_short, listed, low_at

MEETS = frozenset({"meet", "receive", "hold", "host", "speak"})
LISTING = frozenset({"–", "—", "-", ":"})  # between a state and who came from it
DELEGATIONS = frozenset({"delegation", "side", "team", "mission"})
LONGEST_FIELD = 7  # tokens of “(Energy and Natural Resources)”
LONGEST_SIDE = 14  # tokens of “a delegation of the Senate of Norvania, ” before “led by”


def references_in(tokens: Sequence[Token]) -> list[Reference]:
    """Return everyone whom a sentence names, by office or by name, in order."""
    return list(_references(tuple(tokens), tuple([token.tag for token in tokens])))


@lru_cache(maxsize=2000)  # asked again and again for each sentence of a document
def _references(tokens: Sequence[Token], _tags: Sequence[str]) -> list[Reference]:
    """Return those named in a sentence whose tokens have these tags."""
    found: list[Reference] = []
    index = 0
    while index < len(tokens):
        index = past_city(tokens, index)
        if index == len(tokens):
            break
        reference = (
            _named_before_office(tokens, index)
            or _named_after_we(tokens, index)
            or _beside_state(tokens, index)
            or reference_at(tokens, index)
            or _before_meeting(tokens, index)
        )
        if reference is None or (reference.kind == "counted" and not reference.count):
            index += 1
            continue
        own = [_with_apposition(tokens, part) for part in reference.parts or (reference,)]
        found += [part for part, _ in own]
        index = max(reference.last, index + 1, own[-1][1])
    return found


def _named_before_office(tokens: Sequence[Token], index: int) -> Reference | None:
    """Return a name that has no office before it but one after: Jan Wolan, Minister of Defense."""
    if (
        not tokens[index].text[:1].isupper()
        or office_at(tokens, index)[0]
        or state_at(tokens, index)[0]
    ):
        return None
    if index and tokens[index - 1].text[:1].isupper() and tokens[index - 1].tag == "word":
        return None
    if low_at(tokens, index - 1) == "the":
        return None  # in the Botanic Garden, the Minister said
    end = name_at(tokens, index)
    if end - index < 2:
        return None
    comma = past_honors(tokens, end)
    if comma >= len(tokens) or tokens[comma].low not in (",", "(", "–", "—", "-"):
        return None
    after = comma + 1
    while after < len(tokens) and tokens[after].low in ("the", "a", "senior"):
        after += 1
    office, country, past, plural = office_at(tokens, after)
    if tokens[comma].low == "(" and not office:
        office, past = _field_in_brackets(tokens, comma)
    if not office or plural or name_at(tokens, past) > past:
        return None
    name = tuple(token.text for token in tokens[index:end] if token.tag != "Q")
    country = country or state_beside(tokens, past)
    if not country and past < len(tokens) and tokens[past].low in ("in", "at"):
        country = next(iter(states_in(_clause(tokens, past))), "")  # in the Ministry of … of Norway
    return Reference("person", index, end, name, office, country)


def _field_in_brackets(tokens: Sequence[Token], opening: int) -> tuple[tuple[str, ...], int]:
    """Return the office that only its field tells, and its end: Jan Wolan (Foreign Affairs)."""
    ahead = range(opening + 1, min(opening + LONGEST_FIELD, len(tokens)))
    shut = next((n for n in ahead if tokens[n].low == ")"), opening + 1)
    field = tokens[opening + 1 : shut]
    known = all(token.low in listed("fields") | {"and"} for token in field)
    return (("Minister", "of", *(t.text for t in field)), shut) if field and known else ((), shut)


def _before_meeting(tokens: Sequence[Token], index: int) -> Reference | None:
    """Return a name without an office that opens with whom it met: Jan Wolan received A."""
    if low_at(tokens, index - 1) not in ("", ",") or is_short(tokens[index].text):
        return None
    end = name_at(tokens, index)
    form = verb_forms().get(low_at(tokens, end))
    meets = form is not None and "d" in form.features and form.base in MEETS
    meets = meets or low_at(tokens, end) == "had"
    plain = all(token.text.isalpha() or "-" in token.text for token in tokens[index:end])
    bodies = {token.low for token in tokens[index:end]} & words("organizations")
    if not (meets and plain) or bodies or end - index not in (2, 3):
        return None
    return Reference("person", index, end, tuple(token.text for token in tokens[index:end]))


def _named_after_we(tokens: Sequence[Token], index: int) -> Reference | None:
    """Return a name without an office in a row that tells who “we” are: We, A, B and C, met.

    Its office may be one that is not known: We, A, Doge of X; B, Taoiseach of Y; …
    """
    before = tokens[1:index]
    if not before or tokens[0].low != "we":
        return None
    row = all(token.low in (",", "and") or token.text[:1].isupper() for token in before)
    row = row and before[-1].low in (",", "and")
    part = ";" in (before[-1].low, before[-1].low == "and" and low_at(tokens, index - 2))
    end = name_at(tokens, index)
    part = part and low_at(tokens, end) == ","
    if not (row or part) or end - index < 2:
        return None
    if office_at(tokens, index)[0] or state_at(tokens, index)[0]:
        return None
    return Reference("person", index, end, tuple(token.text for token in tokens[index:end]))


def _clause(tokens: Sequence[Token], index: int) -> Sequence[Token]:
    end = next((n for n in range(index, len(tokens)) if tokens[n].low == ","), len(tokens))
    return (
        tokens[index:end] if any(t.low in listed("ministries") for t in tokens[index:end]) else ()
    )


def _beside_state(tokens: Sequence[Token], index: int) -> Reference | None:
    """Return a person told by a state: Jan Wolan (Poland), or for Poland; Poland – Jan Wolan."""
    code, bracket = state_at(tokens, index)
    lists = low_at(tokens, index - 1) in ("", ":", ";", "for")
    if code and lists and low_at(tokens, bracket) in LISTING:
        office, _, start, several = office_at(tokens, bracket + 1)
        end = name_at(tokens, start)
        end -= low_at(tokens, end - 1) == "for"  # the next who signs
        ended = low_at(tokens, end) in (",", "(", ";", "", "for")
        listed_ = end > start + 1 and ended and not several
        name = tuple(token.text for token in tokens[start:end] if token.tag != "Q")
        return Reference("person", index, end, name, office, code) if listed_ else None
    if code and low_at(tokens, 0) == "for" and index < LONGEST_SIDE // 2:
        return _signer(tokens, index, bracket, code)
    start = bracket + 1 if code else index
    while low_at(tokens, start).rstrip(".") in listed("honorifics"):
        start += 1
    end = name_at(tokens, start)
    shut = end if code else bracket
    if not code:
        bracket = end + (index == 0 and low_at(tokens, end) == ",")  # Jan Wolan, for Poland
        code, shut = state_at(tokens, bracket + 1)
    before, after = low_at(tokens, bracket), low_at(tokens, shut)
    beside = (before, after) == ("(", ")") or (before == "for" and after in APPOSITION_ENDS - {":"})
    if not code or not beside or end < start + 2 or head_of(tokens[start].text):
        return None
    name = tuple(token.text for token in tokens[start:end] if token.tag != "Q")
    return Reference("person", index, shut + (before == "("), name, country=code)


def _signer(tokens: Sequence[Token], index: int, end: int, code: str) -> Reference | None:
    """Return who signs for a state, with the office below: For the Polish side / A / Minister."""
    start = end + (low_at(tokens, end) in SIDES)
    last = name_at(tokens, start)
    office, _, past, several = office_at(tokens, last)
    if several or not office or last < start + 2:
        return None
    name = tuple(token.text for token in tokens[start:last] if token.tag != "Q")
    return Reference("person", index, past, name, office, code)


def _with_apposition(tokens: Sequence[Token], reference: Reference) -> tuple[Reference, int]:
    """Return a named person with the office after the name, and its end: Dr. Wolan, Minister."""
    end = reference.last
    if reference.kind != "person":
        return reference, end
    comma = past_honors(tokens, reference.last)
    bracket = comma + 1 < len(tokens) and tokens[comma].low == "("
    if bracket and not reference.country and (code := state_beside(tokens, comma)):
        return replace(reference, country=code), end
    before = range(reference.first, reference.last)
    name = next(n for n in before if tokens[n].text == reference.name[0])
    in_commas = any(token.low == "," for token in tokens[reference.first : name])
    honorific = all(w.lower().rstrip(".") in listed("honorifics") for w in reference.office)
    signs = honorific and comma < len(tokens) and bool(head_of(tokens[comma].text))  # no comma
    if not signs and (low_at(tokens, comma) not in (",", "(") or in_commas):
        return reference, end
    after = comma + (not signs)
    after += low_at(tokens, after) == "the"
    office, country, past, plural = office_at(tokens, after)
    if not office or plural or name_at(tokens, past) > past:
        return reference, end
    if _acts_after(tokens, reference.first, past):
        return reference, end
    country = country or state_beside(tokens, past)
    same = [word.lower() for word in reference.office] == [word.lower() for word in office]
    both = office if same else (*reference.office, *office)
    if low_at(tokens, past) == ",":  # Minister of Waters of Norvania, Chair of the Council;
        more, _, end, several = office_at(tokens, past + 1)
        if more and not several and low_at(tokens, end) in (";", ".", ",", ""):
            both, past = (*both, "and", *more), end
    return replace(reference, office=both, country=reference.country or country), past


def _acts_after(tokens: Sequence[Token], first: int, past: int) -> bool:
    """Return whether the office acts, after a phrase: In her talks with Mr. A, the Head said."""
    before = low_at(tokens, first - 1)  # or: Welcoming Mr. A, the Head said
    fronted = closed_class().get(before) in ("IN", "TO") or before.endswith("ing")
    acts = past + (low_at(tokens, past) in listed("adverbs"))
    form = verb_forms().get(low_at(tokens, acts))
    return fronted and form is not None and "d" in form.features


def states_in(tokens: Sequence[Token]) -> list[str]:
    """Return the codes of the states that a heading or a list names, compounds taken apart."""
    codes: list[str] = []
    index = 0
    while index < len(tokens):
        code, end = state_at(tokens, index)
        if code:
            codes.append(code)
            index = end
            continue
        first, dash, rest = tokens[index].text.rpartition("-")
        before = [_compound(part) for part in first.lower().split("-")] if dash else []
        token = replace(tokens[index], text=rest, low=rest.lower())
        code, end = state_at([token, *tokens[index + 1 :]], 0) if all(before) else ("", 0)
        codes += [*before, code] if before and code else []
        index += max(end, 1)
    return list(dict.fromkeys(codes))


def _compound(part: str) -> str:
    """Return the code of the state, or the union, that is part of a compound: GCC-Norway."""
    return states().get((part,), "") or phrases("unions").get(part, "")
