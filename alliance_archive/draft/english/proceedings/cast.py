"""Everyone whom a document names, with the offices and states that it gives them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from ....model.records import Participant
from ..cast import Person
from ..gazetteer import country_in, domains_of, states
from ..lexicon import closed_class, phrases, verb_forms, words
from ..sentences import Token
from .collectives import SIDES
from .names import reference_at
from .officers import APPOSITION_ENDS
from .offices import office_at
from .passages import Passage
from .personal_names import is_initial, name_at, past_honors
from .polities import past_city, state_at, state_beside
from .references import Reference
from .roster import Roster, written
from .vocabulary import NAMED, SHORT, TOGETHER, head_of, is_capital, is_short, listed, low_at

MEETS = frozenset({"meet", "receive", "hold", "host", "speak"})
LISTING = frozenset({"–", "—", "-", ":"})  # between a state and who came from it
DELEGATIONS = frozenset({"delegation", "side", "team", "mission"})
LONGEST_FIELD = 7  # tokens of “(Energy and Natural Resources)”
LONGEST_SIDE = 14  # tokens of “a delegation of the Senate of Norvania, ” before “led by”
# What all parties are called from then on: (hereinafter “the Participants”), (together, the banks).
DEFINED = re.compile(
    r"\( (?:(?:hereinafter|hereafter|together|collectively|jointly)\b[^()]*?|[“\"]?the |[“\"])"
    r"(?P<term>\b[\w-]+s)[”\"]? \)",
    re.I,
)


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


def roster_of(passages: Sequence[Passage], known: Sequence[Participant]) -> Roster:
    """Return everyone whom the passages name: those named in full first."""
    roster = Roster(known)
    sentences = [sentence.tokens for passage in passages for sentence in passage.sentences]
    named = [
        (reference, tokens[reference.first].start)
        for tokens in sentences
        if not _all_capitals(tokens)
        for reference in references_in(tokens)
        if reference.kind == "person"
    ]
    alone = [(reference, offset) for reference, offset in named if _is_short_name(reference.name)]
    for reference, offset in named:
        if not _is_short_name(reference.name):
            _enter_in_full(roster, reference, offset)
    for reference, offset in alone:
        roster.enter(reference, offset)
    _settle_families(roster, alone)
    _settle_given(roster, [token for tokens in sentences for token in tokens])
    for tokens in sentences:
        _complete_with_given(roster, tokens)
    called = parties_called(token for tokens in sentences for token in tokens)
    if called and called not in listed("group"):
        mark_parties(sentences, {called})
    for tokens in sentences:
        _place_leaders(roster, tokens)
        _place_sides(roster, tokens)
        _place_counterparts(roster, tokens)
        _mark_names(roster, tokens)
    return roster


def parties_called(tokens: Iterable[Token]) -> str:
    """Return the word that a text sets for all parties: (hereinafter “the Participants”)."""
    called = DEFINED.search(" ".join(token.text for token in tokens))
    term = called["term"].lower() if called else ""
    return "" if head_of(term) in ("chair", "co-chair") else term  # others may take part


def mark_parties(sentences: Iterable[Sequence[Token]], terms: Container[str]) -> None:
    """Tag the words of sentences that mean all parties: the agencies."""
    for token in (token for tokens in sentences for token in tokens if token.low in terms):
        token.tag = TOGETHER


def _is_short_name(name: Sequence[str]) -> bool:
    """Return whether a name is only a family's: Wolan, J. Wolan."""
    return len(name) == 1 or (is_initial(name[0]) and not name[2:])


def _place_leaders(roster: Roster, tokens: Sequence[Token]) -> None:
    """Learn whose they are: The delegation of Norvania, led by Minister A and including B, met …"""
    led = False
    for index, token in enumerate(tokens):
        by = low_at(tokens, index + 1) == "by"
        again = token.low in DELEGATIONS and led  # led by A, and the Polish one by B
        if not by or not (again or token.low in ("led", "headed")):
            continue
        led = True
        side = tokens[max(0, index - LONGEST_SIDE) : index + again]
        delegation = any(t.low in DELEGATIONS for t in side)
        codes = states_in(side)
        ends = (n for n in range(index + 1, len(tokens)) if tokens[n].low in {",", *DELEGATIONS})
        end = next(ends, len(tokens))
        row = [r for r in references_in(tokens) if index < r.first < end]
        for person in people_in(roster, tokens, row) if row and codes and delegation else ():
            person.country = person.country or codes[-1]


def _place_sides(roster: Roster, tokens: Sequence[Token]) -> None:
    """Learn whose they are: on the Polish side, by A and B; on the Norvanian side by C."""
    sides: list[tuple[int, str]] = []
    for index in range(2, len(tokens)):
        before = low_at(tokens, index - 2), low_at(tokens, index - 1)
        beside = before in (("on", "the"), ("from", "the"))
        code, end = state_at(tokens, index) if beside else ("", index)
        if code and low_at(tokens, end) == "side":
            sides.append((end, code))
    listed_ = low_at(tokens, 0) == "from"  # the Polish side – by A
    for reference in references_in(tokens) if len(sides) > 1 or listed_ else ():
        whose = [code for end, code in sides if end < reference.first]
        for person in people_in(roster, tokens, [reference]) if whose else ():
            person.country = person.country or whose[-1]


def _place_counterparts(roster: Roster, tokens: Sequence[Token]) -> None:
    """Learn whose they are: hosted their counterparts from Norvania (NVN), Minister A and B."""
    for index, token in enumerate(tokens):
        from_state = token.low == "counterparts" and low_at(tokens, index + 1) in ("from", "of")
        code, end = state_at(tokens, index + 2) if from_state else ("", index)
        row = [r for r in references_in(tokens) if r.first >= end] if code else []
        for person in people_in(roster, tokens, row) if row else ():
            person.country = person.country or code


def _complete_with_given(roster: Roster, tokens: Sequence[Token]) -> None:
    """Complete a family name from where no office is before it: with Ada Wolan, the adviser.

    Or an initial: A. Wolan of Ada Wolan.
    """
    families = {person.name: person for person in roster.people if " " not in person.name}
    initials = {p.family: p for p in roster.people if is_initial(p.name.split()[0])}
    for index, token in enumerate(tokens[1:], 1):
        person, given = families.get(token.text), tokens[index - 1].text
        short = initials.get(token.text)
        if short and not is_initial(given) and given.startswith(short.name.split()[0].rstrip(".")):
            short.name = f"{given} {token.text}"
        plain = is_capital(tokens, index - 1) and given.replace("-", "").isalpha()
        plain = plain and not head_of(given) and not state_at(tokens, index - 1)[0]
        plain = plain and given.lower() not in listed("honorifics") | listed("modifiers")
        if (
            person
            and plain
            and index > 1
            and tokens[index - 2].text.islower()
            and low_at(tokens, index + 1) == ","
        ):
            person.name = f"{given} {token.text}"


def _enter_in_full(roster: Roster, reference: Reference, offset: int) -> None:
    """Enter a whole name; the word in capitals is the family name: MORI Takako."""
    person = roster.enter(reference, offset)
    first, last = reference.name[0], reference.name[-1]
    if person and len(first) > 3 and first.isupper() and not last.isupper():
        person.family = person.name.split()[0]


def _mark_names(roster: Roster, tokens: Sequence[Token]) -> None:
    """Tag the words of a sentence that are the name of someone known, so that Wolan can be read."""
    called = {person.family: person for person in roster.people}
    names = {tuple(person.name.split()) for person in roster.people}
    whole = {name[start:] for name in names for start in range(max(1, len(name) - 1))}
    whole |= {tuple(person.family.split()) for person in roster.people}
    whole |= {(f"{p.name[:n]}.", *p.family.split()) for p in roster.people for n in (1, 2)}
    longest = max(map(len, whole), default=0)
    initials = _initials(roster.people)
    for index, token in enumerate(tokens):
        particle = token.low in words("particles")
        if token.tag == NAMED or not (token.text[:1].isupper() or particle):
            continue
        short = initials.get(token.text.replace("/", ""), "")
        before_name = short == token.text and is_capital(tokens, index + 1)  # EAM Menon
        if short and token.text.isupper() and not before_name:
            token.tag, token.base = SHORT, short
            continue
        for size in range(longest, 0, -1):
            run = tuple(written(t.text) for t in tokens[index : index + size])
            if (size > 1 and run in whole) or (
                size == 1
                and token.text in called
                and _alone(tokens, index, called[token.text].offices)
            ):
                for marked in tokens[index : index + size]:
                    marked.tag = NAMED
                break


def _initials(people: Sequence[Person]) -> dict[str, str]:
    """Return the offices that the text may write short, by their initials: SND, HR/VP."""
    offices = [proposed_office(office) for person in people for office in person.offices]
    named = {" ".join(office): re.split("[-/ ]", " ".join(office)) for office in offices}
    found = {word: word for office in offices for word in office if head_of(word)}  # EAM Menon
    for office, all_parts in named.items():
        starts = (n for n, part in enumerate(all_parts) if not n or head_of(part))
        for parts in (all_parts[start:] for start in starts):
            of = next((n for n, part in enumerate(parts) if part in ("of", "for")), None)
            for some in (parts[:of], parts):
                found["".join(part[0] for part in some if part[:1].isupper())] = office
            found["".join(part[:1] for part in parts).upper()] = office  # COAS
    return {short: office for short, office in found.items() if is_short(short)}


def proposed_office(office: Sequence[str]) -> list[str]:
    """Return the words of an office without its state, which is told beside it."""
    words = list(office)
    _, (start, end) = country_in(words)
    del words[start:end]
    return [word for word in words if word not in ("'s", "’s", ",")]


def _alone(tokens: Sequence[Token], index: int, offices: Sequence[tuple[str, ...]]) -> bool:
    """Return whether no other capital is beside a family name: Wolan, not the Wolan Report.

    What is of the office may be: Head Wolan.
    """
    own = {word for office in offices for word in office}
    opens = index == 1 and tokens[0].low in closed_class()  # In Wolan's view
    beside = [tokens[i] for i in (index - 1, index + 1) if opens <= i < len(tokens)]
    plain = tokens[index].text not in ("President", "Minister", "Secretary")
    capitals = [t for t in beside if t.text[:1].isupper() and t.tag in ("word", NAMED)]
    return plain and all(t.text in own or is_short(t.text) for t in capitals)


def _settle_families(roster: Roster, alone: Sequence[tuple[Reference, int]]) -> None:
    """Take for the family name the word that the text uses alone: Minister Mori of Mori Takako."""
    for reference, _ in alone:
        found = roster.named(reference.name, reference.office)
        if len(found) == 1 and reference.name[-1] in found[0].name.split():
            found[0].family = reference.name[-1]


def _settle_given(roster: Roster, tokens: Sequence[Token]) -> None:
    """Take for the name by which a text calls somebody the first one, if it uses no other alone."""
    lone: dict[str, int] = {}
    for index, token in enumerate(tokens):
        beside = is_capital(tokens, index + 1) or is_capital(tokens, index - 1)
        lone[token.text] = lone.get(token.text, 0) + (not beside and index > 0)
    for person in roster.people:
        given, *rest = person.name.split()
        single = sum(given in other.name.split() for other in roster.people) == 1
        if rest and single and lone.get(given, 0) and not any(map(lone.get, rest)):
            person.family = given


def _all_capitals(tokens: Sequence[Token]) -> bool:
    words = [token.text for token in tokens if token.text.isalpha() and len(token.text) > 3]
    return bool(words) and all(word.isupper() for word in words)


def people_in(
    roster: Roster, tokens: Sequence[Token], references: Iterable[Reference] = ()
) -> list[Person]:
    """Return the people whom a sentence names by name, in order."""
    people: dict[int, Person] = {}
    for reference in references or references_in(tokens):
        if reference.kind == "person":
            found = roster.named(reference.name, reference.office)
            if len(found) == 1:
                people.setdefault(id(found[0]), found[0])
    return list(people.values())


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


def share_states(parties: Sequence[Person], codes: Sequence[str]) -> None:
    """Give states to parties who have none, where the order of their offices tells whose they are.

    All of one state come first. Where some states are told, those after or before are of the same,
    if all states then have as many: A, Minister of Trade of Norvania, and B, Minister of Ports.
    """
    size, rest = divmod(len(parties), len(codes)) if len(codes) > 1 else (0, 1)
    if rest or size < 2:
        return
    fields = [frozenset().union(*map(domains_of, person.offices)) for person in parties]
    blocks = [set(fields[n * size : (n + 1) * size]) for n in range(len(codes))]
    told = [person.country for person in parties]
    if any(told):
        untold = [code for code in codes if code not in told]
        ways = (_carried(told, untold), _carried(told[::-1], untold)[::-1])
        shares = [way for way in ways if all(way.count(code) == size for code in codes)]
        told, shared = shares[0] if shares else told, bool(shares)
    else:
        told = [codes[number // size] for number in range(len(parties))]
        shared = all(block == blocks[0] for block in blocks) and len(blocks[0]) == size
    for person, country in zip(parties, told, strict=True) if shared else ():
        person.country = country


def _carried(told: Sequence[str], untold: Sequence[str]) -> list[str]:
    """Return the states of a row, each carried on to those after it; the first may be untold."""
    carried: list[str] = []
    for country in told:
        before = carried[-1] if carried else untold[0] if len(untold) == 1 else ""
        carried.append(country or before)
    return carried
