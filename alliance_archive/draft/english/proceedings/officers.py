"""One person by office and name, by office alone, or beside another: her Polish colleague."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..lexicon import verb_forms
from ..sentences import Token
from .collectives import SIDES
from .offices import body_at, office_at
from .personal_names import name_at, past_honors
from .polities import state_at
from .references import OUR, THE, VISITING, Reference
from .rows import LONGEST_OF, officers_at
from .vocabulary import head_of, is_capital, is_short, listed, low_at

GUESTS = frozenset({"guest", "visitor", "caller", "interlocutor"})
HOSTS = GUESTS | {"host", "colleague", "co-chair"}
MAJESTIES = frozenset({"majesty", "highness", "holiness", "excellency"})
HEADED = {"mission": ("Ambassador",), "diplomacy": ("Foreign", "Minister")}  # the Head of …
APPOSITION_ENDS = frozenset({",", "and", ".", ";", "", ")", "(", "–", "—", ":"})
OWNERS = frozenset({"his", "her", "its", "their", "my"})


def officer_at(
    tokens: Sequence[Token], start: int, index: int, count: int | None, owner: str, definite: bool
) -> Reference | None:
    """Return a person by office and name, by office alone, or several by their offices."""
    if owner in OWNERS and (person := _colleague(tokens, start, index)):
        return person
    if other := _other_of_two(tokens, start, index, owner):
        return other
    office, country, end, plural = office_at(tokens, index)
    ours = low_at(tokens, start) == OUR
    if not office or (ours and plural):
        return None
    if plural:
        return officers_at(tokens, start, end, office, country, count, definite)
    named = name_at(tokens, end)
    of_body = named == end + 1 and low_at(tokens, end - 1) in listed("bodies")
    if of_body and (held := _name_in_commas(tokens, start, named, office, country)):
        return held  # the Commander of Maritime Forces Atlantic, Admiral Jan Wolan
    if named > end:
        person = person_named(tokens, start, end, named, office, country)
        parted = any(token.low == "," for token in tokens[start:end])
        closes = parted and _closes(tokens, person.last)  # The Head of X, General A, said
        return replace(person, last=person.last + 1) if closes else person
    apposed = _name_in_commas(tokens, start, _comma_after(tokens, end), office, country)
    if apposed := apposed or _of_ministry(tokens, start, end, office):
        return apposed
    near = [token.low for token in tokens[end : end + 4]] if low_at(tokens, index) == "head" else []
    for body in (word for word in near if word in HEADED):
        office, country = HEADED[body], country or state_at(tokens, end + 1)[0]
        end += near.index(body) + 1
    titled = head_of(office[-1]) in MAJESTIES and len(office) > 1
    honorific = not titled and all(
        word.lower().rstrip(".") in listed("honorifics") for word in office
    )
    small = ("of", "for", "to", "the", "and", "from")
    alone = len(office) > 1 and all(word[:1].isupper() or word in small for word in office)
    alone = alone and low_at(tokens, start - 1) not in (",", "and")  # not in apposition
    pair = _in_pair(tokens, start, end)
    if honorific or not (definite or alone or titled or pair or _acts_bare(tokens, start, end)):
        return None
    owner = OUR if ours else VISITING if low_at(tokens, index - 1) == "visiting" else owner
    return Reference("title", start, end, office=office, country=country, owner=owner)


def _of_ministry(
    tokens: Sequence[Token], start: int, end: int, office: tuple[str, ...]
) -> Reference | None:
    """Return the person of “Minister of State at the Ministry of Trade Dr. NAME”."""
    if low_at(tokens, end) not in ("at", "in") or low_at(tokens, end + 1) != "the":
        return None
    first = end + 3
    while low_at(tokens, first) in listed("fields") | {"of", "for", "and", "the"}:
        first += 1
    body = tokens[end:first]
    apart = low_at(tokens, first) == ","
    first += apart
    while low_at(tokens, first).rstrip(".") in listed("honorifics"):
        first += 1
    last = name_at(tokens, first)
    if last < first + 2 or low_at(tokens, end + 2) not in listed("ministries"):
        return None
    office = (*office, *(token.text for token in body))
    person = person_named(tokens, start, first, last, office, "")
    closes = apart and _closes(tokens, person.last)
    return replace(person, last=person.last + 1) if closes else person


def _acts_bare(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Return whether a title without an article acts: On 4 July, Minister expressed his thanks."""
    before, form = low_at(tokens, start - 1), verb_forms().get(low_at(tokens, end))
    acts = form is not None and bool({"d", "z"} & set(form.features))
    acts = acts or low_at(tokens, end) in ("has", "had", "was", "is", "will", "also")
    return before in ("", ",") and is_capital(tokens, start) and acts


def _in_pair(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Return whether a title is one of two at the beginning: Minister and Ambassador agreed."""
    one, _, first, _ = office_at(tokens, 0)
    other, _, past, _ = office_at(tokens, first + 1)
    pair = bool(one and other) and low_at(tokens, first) == "and" and name_at(tokens, past) == past
    return pair and (start, end) in ((0, first), (first + 1, past))


def _other_of_two(tokens: Sequence[Token], start: int, index: int, owner: str) -> Reference | None:
    """Return “her Polish colleague”, “his guest”, “the visitor”, “the host minister”."""
    code, end = state_at(tokens, index) if owner in OWNERS else ("", index)
    office = ("counterpart",)
    if code and low_at(tokens, end) == "colleague":
        return Reference("title", start, end + 1, office=office, country=code, owner=owner)
    code, end = state_at(tokens, index) if low_at(tokens, start) == "the" else ("", index)
    if code and low_at(tokens, end) == "authority":  # the Norvanian authority, for her part, said
        return Reference("title", start, end + 1, office=("dignitary",), country=code)
    if low_at(tokens, index - 1) == "the" and low_at(tokens, index) == "host":
        end = index + 1 + bool(head_of(low_at(tokens, index + 1)))
        return Reference("title", start, end, office=office, owner="host")
    if low_at(tokens, index - 1) == "visiting" and low_at(tokens, index) in SIDES:
        return Reference("title", start, index + 1, office=("dignitary",), owner=VISITING)
    guest = low_at(tokens, start) == "the" and low_at(tokens, index) in GUESTS
    name = (low_at(tokens, index),)
    if not (owner and low_at(tokens, index) in HOSTS) and not guest:
        return None
    end = index + 1 + (guest and bool(head_of(low_at(tokens, index + 1))))  # the guest Minister
    return Reference("title", start, end, name, office, owner=owner or THE)


def person_named(
    tokens: Sequence[Token],
    start: int,
    first: int,
    last: int,
    office: tuple[str, ...],
    country: str,
) -> Reference:
    """Return the person whose name is tokens [first, last); of what state, if that follows."""
    words = tuple(token.text for token in tokens[first:last] if token.tag != "Q")
    last = past_honors(tokens, last)
    last = _past_unit(tokens, last)
    if low_at(tokens, last) in ("of", "from"):
        code, end = state_at(tokens, last + 1)
        body = _body_named(tokens, last + 1 + (low_at(tokens, last + 1) == "the"))
        country, last = (
            country or code,
            max(last, end if code else 0, body if body > end + 1 else 0),
        )
    return Reference("person", start, last, words, office, country)


def _past_unit(tokens: Sequence[Token], index: int) -> int:
    """Return the end of a unit in no list, before a verb: of the training directorate hoped."""
    end = index + 2 if (low_at(tokens, index), low_at(tokens, index + 1)) == ("of", "the") else 0
    while 0 < end < min(index + LONGEST_OF, len(tokens)) and tokens[end].text.islower():
        form = verb_forms().get(tokens[end].low)
        if form is not None and "d" in form.features and end > index + 2:
            return end
        end += 1
    return index


def _body_named(tokens: Sequence[Token], index: int) -> int:
    """Return the end of a body after a name: of the Coast Guard; all capitals before a verb."""
    end = index
    while is_capital(tokens, end) and tokens[end].tag == "word":
        end += 1
    verb = verb_forms().get(low_at(tokens, end))
    return end if verb and "d" in verb.features else body_at(tokens, index)


def _colleague(tokens: Sequence[Token], start: int, index: int) -> Reference | None:
    """Return the person of “his Polish colleague, Minister Wolan,”."""
    code, end = state_at(tokens, index)
    if low_at(tokens, end) not in ("colleague", "counterpart", "interlocutor"):
        return None
    comma = end + 1
    if low_at(tokens, comma) in ("from", "of") and state_at(tokens, comma + 1)[0]:
        code, comma = state_at(tokens, comma + 1)  # her colleague from Poland, NAME
    apart = low_at(tokens, comma) == ","
    office, country, first, several = office_at(tokens, comma + apart)
    last = name_at(tokens, first)
    if several or last < first + (1 if office else 2):
        return None
    if apart and low_at(tokens, past_honors(tokens, last)) not in APPOSITION_ENDS:
        return None
    office = office or (*(token.text for token in tokens[index:end]), "counterpart")
    person = person_named(tokens, start, first, last, office, country or code)
    closes = apart and _closes(tokens, person.last)
    return replace(person, last=person.last + 1) if closes else person


def _comma_after(tokens: Sequence[Token], index: int) -> int:
    """Return the next comma, before which only a phrase is: The head of the border agency, A, …"""
    for position in range(index, min(index + LONGEST_OF, len(tokens))):
        form = verb_forms().get(tokens[position].low)
        if tokens[position].low == "," or (form and {"d", "z"} & set(form.features)):
            return position
    return index


def _name_in_commas(
    tokens: Sequence[Token], start: int, comma: int, office: tuple[str, ...], country: str
) -> Reference | None:
    """Return the person of “the Chief of Defense, General Jan Wolan,”: an office, then its name."""
    if low_at(tokens, comma) != ",":
        return None
    second, _, first, several = office_at(tokens, comma + 1)
    titles = {word.lower().rstrip(".") for word in second if not is_short(word)} - {"the"}
    titles -= {"president", "minister", "premier", "king"} if office[0].lower() == "head" else set()
    if several or titles - listed("honorifics") - listed("ranks") - {"tan"}:  # Admiral Tan Sri A
        return None
    last = name_at(tokens, first)
    if last < first + 2 and not (last > first and titles & listed("honorifics")):
        return None
    if low_at(tokens, past_honors(tokens, last)) not in APPOSITION_ENDS:
        return None
    person = person_named(tokens, start, first, last, (*office, *second), country)
    return replace(person, last=person.last + 1) if _closes(tokens, person.last) else person


def _closes(tokens: Sequence[Token], comma: int) -> bool:
    """Return whether a comma ends the apposition and is not one of a list: …, Jan Wolan, said."""
    following = tokens[comma + 1] if comma + 1 < len(tokens) else None
    if low_at(tokens, comma) != "," or following is None:
        return False
    return following.text[:1].islower() and following.low not in ("and", "the", "who", "which")
