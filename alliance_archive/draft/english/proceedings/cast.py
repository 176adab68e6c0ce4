"""Everyone whom a document names, with the offices and states that it gives them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence

from ....model.records import Participant
from ..cast import Person
from ..gazetteer import country_in, domains_of
from ..lexicon import closed_class, words
from ..sentences import Token
from .mentions import DELEGATIONS, LONGEST_SIDE, references_in, states_in
from .passages import Passage
from .personal_names import is_initial
from .polities import state_at
from .references import Reference
from .roster import Roster, written
from .vocabulary import NAMED, SHORT, TOGETHER, head_of, is_capital, is_short, listed, low_at

# What all parties are called from then on: (hereinafter “the Participants”), (together, the banks).
DEFINED = re.compile(
    r"\( (?:(?:hereinafter|hereafter|together|collectively|jointly)\b[^()]*?|[“\"]?the |[“\"])"
    r"(?P<term>\b[\w-]+s)[”\"]? \)",
    re.I,
)


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
