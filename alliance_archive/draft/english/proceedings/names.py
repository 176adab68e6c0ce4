"""Who is named in formal prose: people by office and name, groups, sides, states, bodies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from ..lexicon import verb_forms
from ..sentences import Token
from .offices import (
    NAMED,
    SHORT,
    TOGETHER,
    body_at,
    head_of,
    is_capital,
    is_plural,
    is_short,
    listed,
    low_at,
    name_at,
    office_at,
    past_charge,
    past_honors,
    state_at,
)

NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
LONGEST_OF = 6  # words in lower case after an office
GUESTS = frozenset({"guest", "visitor", "caller", "interlocutor"})
HOSTS = GUESTS | {"host", "colleague", "co-chair"}
THE = "the"  # the owner of “the guest”, who is the home side's
SIDES = frozenset({"side", "delegation", "party", "government", "administration"})
MAJESTIES = frozenset({"majesty", "highness", "holiness", "excellency"})
HEADED = {"mission": ("Ambassador",), "diplomacy": ("Foreign", "Minister")}  # the Head of …
SHORT_TITLES = {"h.h.": "Highness", "h.r.h.": "Highness", "h.m.": "Majesty"}
ENDS = frozenset({",", "and", ".", ";", "", ")", "(", "–", "—", ":"})  # of an apposition
OUR = "our"  # the owner of “our President”, who is of the home side
OTHER = "other"  # the owner of “the other Ministers”
VISITING = "visiting"  # the owner of “the visiting Ministers”: all but the host
DEFINITE = frozenset({"the", "both", "all", "each", "these", "those", "our"})
OWNERS = frozenset({"his", "her", "their", "my"})
WRITES = "writes"  # the tag of the “I” of a document's author


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that mean somebody: tokens [first, last) of a sentence.

    kind is person (a name), title, group, states, sides, state, body, pronoun, ordinal (the latter)
    or counted (both). name holds the codes of the states of a group, if they are told; office the
    words of the office; count the number that the text gives; owner “his” of his counterpart.
    """

    kind: str
    first: int
    last: int
    name: tuple[str, ...] = ()
    office: tuple[str, ...] = ()
    country: str = ""
    count: int | None = None
    owner: str = ""
    parts: tuple[Reference, ...] = ()


def reference_at(tokens: Sequence[Token], index: int) -> Reference | None:
    """Return whoever the words from a token on mean; None if they mean nobody."""
    low = low_at(tokens, index)
    if low in ("he", "she", "it", "they", "we") or (low == "i" and tokens[index].tag == WRITES):
        return Reference("pronoun", index, index + 1, (low,))
    if low in SHORT_TITLES and name_at(tokens, index + 1) == index + 1:  # H.H. underscored
        return Reference("title", index, index + 1, office=(SHORT_TITLES[low],))
    start = index
    definite = low in DEFINITE or low in OWNERS or low in NUMBERS or _is_owner(tokens, index)
    owner, count, index = _past_articles(tokens, start)
    visiting = definite and low_at(tokens, index) == "visiting"
    while definite and low_at(tokens, index) in listed("vague"):
        index += 1
    reference = (
        _called(tokens, start, index)
        or _others(tokens, start, index, count, owner)
        or _collective(tokens, start, index, count)
        or _officer(tokens, start, index, count, owner, definite)
        or _body(tokens, start)
        or _side(tokens, start, index)
        or _counted(tokens, start, index, count)
    )
    if visiting and reference is not None and reference.kind == "group":
        return replace(reference, owner=VISITING)
    return reference


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
        return replace(_person(tokens, named, named, end, (), ""), first=start)
    if index < len(tokens) and tokens[index].tag == SHORT:
        return Reference("title", start, index + 1, office=tuple(tokens[index].base.split()))
    return None


def _others(
    tokens: Sequence[Token], start: int, index: int, count: int | None, owner: str
) -> Reference | None:
    """Return “the other Ministers”, “both of her counterparts”, “his Polish and Finnish ones”."""
    if owner == OTHER and low_at(tokens, start) in DEFINITE:
        others = _collective(tokens, start, index, count)
        return replace(others, owner=OTHER) if others else None
    if owner not in OWNERS:
        told = index > start or _is_owner(tokens, start)
        return _counterparts(tokens, start, index, "") if told else None
    if low_at(tokens, index) in ("counterparts", "colleagues"):
        code, end = state_at(tokens, index + 2)
        if row := _names_between(tokens, end, code, ("counterparts",)):
            return Reference("group", start, row[-1].last, count=len(row), parts=tuple(row))
    if low_at(tokens, index) in ("counterparts", "colleagues"):
        return Reference("group", start, index + 1, office=(OTHER,), count=count, owner=owner)
    return _counterparts(tokens, start, index, owner)


def _body(tokens: Sequence[Token], start: int) -> Reference | None:
    """Return a ministry or agency, whose name is in the place of a state's code."""
    first = start + (low_at(tokens, start) == "the")
    end = body_at(tokens, first)
    name = " ".join(token.text for token in tokens[first:end])
    return Reference("body", start, end, country=name) if end > first else None


def _collective(
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
                row = _listed_after(tokens, headed, office[:1]) if listed_ else []
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
        codes, past = _row_of_states(tokens, past, code)
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
    while low_at(tokens, of) == "of" and (body := _body(tokens, position)):
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


def _officer(
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
        return _officers(tokens, start, end, office, country, count, definite)
    named = name_at(tokens, end)
    if named > end:
        person = _person(tokens, start, end, named, office, country)
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
    """Return the person of “Minister of State at the Ministry of Trade Dr. NAME”.

    Or of “Minister in charge of agriculture of Norvania, NAME,”.
    """
    if (charge := past_charge(tokens, end)) > end:
        code, comma = state_at(tokens, charge + 1)
        return _name_in_commas(tokens, start, comma, office, code)
    if low_at(tokens, end) not in ("at", "in") or low_at(tokens, end + 1) != "the":
        return None
    first = end + 3
    while low_at(tokens, first) in listed("fields") | {"of", "for", "and", "the"}:
        first += 1
    body = tokens[end:first]
    while low_at(tokens, first).rstrip(".") in listed("honorifics"):
        first += 1
    last = name_at(tokens, first)
    if last < first + 2 or low_at(tokens, end + 2) not in listed("ministries"):
        return None
    return _person(tokens, start, first, last, (*office, *(token.text for token in body)), "")


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
    named = name_at(tokens, index + 1)
    if named > index + 2:  # her colleague Jan Wolan
        return _person(tokens, start, index + 1, named, (tokens[index].text,), "")
    end = index + 1 + (guest and bool(head_of(low_at(tokens, index + 1))))  # the guest Minister
    return Reference("title", start, end, name, office, owner=owner or THE)


def _person(
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
    code, end = state_at(tokens, last + 1) if low_at(tokens, last) == "for" else ("", last)
    if code and low_at(tokens, end) in (",", "and", ".", ";"):
        country, last = country or code, end  # Minister A for Norvania and …
    if low_at(tokens, last) in ("of", "from"):
        code, end = state_at(tokens, last + 1)
        body = _body_named(tokens, last + 1 + (low_at(tokens, last + 1) == "the"))
        country, last = (
            country or code,
            max(last, end if code else 0, body if body > end + 1 else 0),
        )
    return Reference("person", start, last, words, office, country)


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
    if apart and low_at(tokens, past_honors(tokens, last)) not in ENDS:
        return None
    office = office or (*(token.text for token in tokens[index:end]), "counterpart")
    person = _person(tokens, start, first, last, office, country or code)
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
    titles = {word.lower().rstrip(".") for word in second} - {"the"}
    titles -= {"president", "minister", "premier", "king"} if office[0].lower() == "head" else set()
    if several or titles - listed("honorifics") - listed("ranks") - {"tan"}:  # Admiral Tan Sri A
        return None
    last = name_at(tokens, first)
    if last < first + 2 and not (last > first and titles & listed("honorifics")):
        return None
    if low_at(tokens, past_honors(tokens, last)) not in ENDS:
        return None
    person = _person(tokens, start, first, last, (*office, *second), country)
    return replace(person, last=person.last + 1) if _closes(tokens, person.last) else person


def _closes(tokens: Sequence[Token], comma: int) -> bool:
    """Return whether a comma ends the apposition and is not one of a list: …, Jan Wolan, said."""
    following = tokens[comma + 1] if comma + 1 < len(tokens) else None
    if low_at(tokens, comma) != "," or following is None:
        return False
    return following.text[:1].islower() and following.low not in ("and", "the", "who", "which")


def _officers(
    tokens: Sequence[Token],
    start: int,
    end: int,
    office: tuple[str, ...],
    country: str,
    count: int | None,
    definite: bool,
) -> Reference | None:
    """Return “the Foreign Ministers”; with the names that follow, if any do."""
    codes, past = _row_of_states(tokens, end, country)
    if len(codes) > 1:
        row = tuple(_names_after(tokens, past, codes, office))
        last = row[-1].last if row else past
        of = tuple(codes)
        return Reference("group", start, last, of, office, count=len(codes), parts=row)
    if country and len(row := tuple(_names_between(tokens, end, country, office))) > 1:
        return Reference("group", start, row[-1].last, office=office, count=len(row), parts=row)
    rest = end
    topic = low_at(tokens, end) == "on"  # of the Committee on Roads
    while rest < min(end + LONGEST_OF, len(tokens)) and (
        tokens[rest].text[:1].islower() or (topic and is_capital(tokens, rest))
    ):
        rest += 1  # of the three houses
    if rest > end and low_at(tokens, end) in ("of", "on") and low_at(tokens, rest) == ",":
        end = rest
    parts = _listed_after(tokens, end, office)
    if len(parts) > 1:
        last = parts[-1].last
        return Reference("group", start, last, office=office, count=count, parts=tuple(parts))
    if definite or is_capital(tokens, start):
        return Reference("group", start, end, office=office, country=country, count=count)
    return None


def _listed_after(tokens: Sequence[Token], end: int, office: tuple[str, ...]) -> list[Reference]:
    """Return the people named in a row after their office: the Ministers, A, B and Admiral C."""
    parts: list[Reference] = []
    position = end + (low_at(tokens, end) == ",")
    while position < len(tokens):
        own, state, past, several = office_at(tokens, position)
        named = name_at(tokens, past)
        short = not own and position > end and low_at(tokens, end) == "," and named - past < 2
        if several or named == past or short:
            break
        words = tuple(token.text for token in tokens[past:named] if token.tag != "Q")
        code, end_of_state = state_at(tokens, named + 1)
        if code and low_at(tokens, named) in ("of", "from", "("):  # Ministers A of Norvania and B
            state, named = state or code, end_of_state + (low_at(tokens, named) == "(")
        parts.append(Reference("person", position, named, words, (*office, *own), state))
        position = named
        ahead = position + (low_at(tokens, position) == ",")
        ahead += low_at(tokens, ahead) == "and"
        if ahead == position:
            break
        position = ahead
    return parts


def _row_of_states(tokens: Sequence[Token], index: int, country: str) -> tuple[list[str], int]:
    """Return the states of “Ministers of Finland, Denmark and Iceland”, and where they end."""
    codes = [country] if country else []
    while codes:
        ahead = index + (low_at(tokens, index) == ",")
        ahead += low_at(tokens, ahead) == "and"
        code, end = state_at(tokens, ahead)
        if not code or ahead == index or low_at(tokens, end) in ("'s", "’s"):
            break
        codes.append(code)
        index = end
    return codes, index


def _names_after(
    tokens: Sequence[Token], index: int, codes: Sequence[str], office: tuple[str, ...]
) -> list[Reference]:
    """Return the people named in a row after the states of their offices, if one for each."""
    one = singular(office)
    row: list[Reference] = []
    for code in codes:
        index += low_at(tokens, index) in (",", "–", "—")
        index += low_at(tokens, index) == "and"
        while low_at(tokens, index).rstrip(".") in listed("honorifics") | {"h.e"}:
            index += 1
        end = name_at(tokens, index)
        if end < index + 2:
            return []
        name = tuple(token.text for token in tokens[index:end] if token.tag != "Q")
        row.append(Reference("person", index, end, name, one, code))
        index = end
    return row


def _names_between(
    tokens: Sequence[Token], index: int, code: str, office: tuple[str, ...]
) -> list[Reference]:
    """Return the people named after each state: Ministers of A, NAME, of B, NAME, and C (NAME)."""
    row: list[Reference] = []
    while code and low_at(tokens, index) in (",", "("):
        own, _, first, several = office_at(tokens, index + 1)
        end = name_at(tokens, first)
        if several or end < first + 2:
            break
        name = tuple(token.text for token in tokens[first:end] if token.tag != "Q")
        row.append(Reference("person", index + 1, end, name, (*singular(office), *own), code))
        end += low_at(tokens, end) == ")"
        ahead = end + (low_at(tokens, end) == ",")
        ahead += low_at(tokens, ahead) in ("and", ";")
        ahead += low_at(tokens, ahead) == "of"
        code, index = state_at(tokens, ahead) if ahead > end else ("", end)
    return row


def singular(office: tuple[str, ...]) -> tuple[str, ...]:
    """Return the singular of a plural office: Chief of Staff for Chiefs of Staff."""
    return tuple(head_of(w).capitalize() if is_plural(w) and head_of(w) else w for w in office)


def _counterparts(tokens: Sequence[Token], start: int, index: int, owner: str) -> Reference | None:
    """Return “his Finnish and Polish colleagues”, “the Finnish and Polish Ministers”: one each."""
    codes: list[str] = []
    each = False
    while (found := state_at(tokens, index))[0]:
        codes.append(found[0])
        index = found[1]
        while low_at(tokens, index) in (",", "and", "'s", "’s"):
            index += 1
        apart = len(codes) == 1 and low_at(tokens, index) == "the"  # the Kyrgyz and the Tajik one
        each, index = each or apart, index + apart
    if len(codes) > 1 and low_at(tokens, index) in ("side", "sides"):
        return Reference("sides", start, index + 1, office=("sides",), count=len(codes))
    office, _, end, several = office_at(tokens, index)
    several = several or (each and bool(office))
    if owner and low_at(tokens, index) in ("colleagues", "counterparts"):
        office, end, several = ("counterparts",), index + 1, True
    if len(codes) < 2 or not several:
        return None
    one = singular(office)
    parts = tuple(
        Reference("title", start, end, office=one, country=code, owner=owner) for code in codes
    )
    return Reference("group", start, end, office=office, parts=parts)


def _side(tokens: Sequence[Token], start: int, index: int) -> Reference | None:
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


def _counted(
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
