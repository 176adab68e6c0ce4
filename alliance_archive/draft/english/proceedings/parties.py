"""Whose document it is: the parties of a joint statement, the sides of a readout."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..cast import Person
from ..lexicon import table, words
from ..sentences import Sentence, Token
from .acts import clauses_of, open_subjects, subjects_at
from .cast import DEFINED, mark_parties, people_in, references_in, share_states, states_in
from .meetings import JOINED
from .names import Reference, singular
from .offices import NAMED, head_of, is_plural, listed, low_at, name_at, office_at, state_at
from .passages import Passage
from .roster import Roster

LONGEST_OPENING = 14  # passages
LONGEST_OFFICE = 16  # tokens from an office to the states that it is of
LONGEST_FOOT = 16  # passages with signatures
SUBMEETING = re.compile(
    r"""\b(?:presided\ over|[Mm]ilitary\ [Cc]ommittee|[Ww]orking\ [Gg]roup|[Ss]enior\ [Oo]fficials?
    |[Cc]hiefs?\ of\ (?:[Ss]taff|[Dd]efen[cs]e|the\ Joint)|[Pp]rior\ to\ the
    |called\ on\b|[Cc]ourtesy\ call|[Oo]n\ the\ eve\ of\ the\ (?:meeting|talks)
    |[Pp]reparatory|preceded\ by|[Oo]fficials\b|[Dd]eputies\b|under\ the\ chairmanship
    |(?:previous|preceding)\ day|took\ part\ in\ the\ \w+\ (?:session|part)
    |[Aa]lso\ (?:attended|present|in\ attendance)|[Oo]pened\ the|inaugurated
    |signed\ (?:an?|the|two)\b|as\ (?:an\ )?observers?)""",
    re.X,
)
AMERICAN = ("Secretary of State", "Secretary of Defense")
CHAIRED = re.compile(
    r"\b(?:co-?)?(?:chair|host|preside)(?:s|ed)\b|\bco-?chair(?:s|\w*ship)\b", re.IGNORECASE
)
# Whoever is named after these words does not take part.
ASIDE = re.compile(
    r"""\b(?:courtesy\ call|called\ on|in\ the\ presence\ of|on\ behalf\ of|the\ late|named\ after
    |(?:[Bb]uilding|[Ff]ollowing)\ (?:up\ )?on\ the|[Rr]ecalling\ the
    |(?:received|accompanied|joined|issued|moderated|facilitated)\ by|succeed(?:ed|ing)
    |(?:declaration|statement|agreement)s?\ (?:that|of|by|between))\b""",
    re.X,
)
SUBJECT = frozenset(
    {"on", "about", "regarding", "concerning", "condemning", "against", "following"}
)
UNREAD = 8  # tokens after the last name in which the last of a row may be
ACTING = frozenset({"group", "sides", "counted", "pronoun", "states"})


def find_parties(
    roster: Roster, titles: Sequence[Sequence[Token]], body: Sequence[Passage]
) -> None:
    """Set the roster's parties and their states: whom the opening, the title or signatures name.

    Where somebody of the row was not read, or the states tell that more met, no one is a party.
    """
    opening = _opening([passage for passage in body if not passage.heading])
    named: list[Person] = []
    _share_offices(roster, body)
    title = " ".join(map(_words, titles)).lower()
    for sentence in opening:
        guests = len(_of(named)) == 1 and _all_placed(named)  # one delegation, so far
        named += _parties_in(roster, sentence, title, known=len(named) > 1, guests=guests)
        if CHAIRED.search(_words(sentence.tokens)) and not roster.chairs:
            roster.chairs = _once(named)
    unread = any(_unread(s.tokens) for s in opening if _parties_in(roster, s, title))
    parties = _once(named)
    if len(parties) < 2:
        both = _once([*(p for tokens in titles for p in people_in(roster, tokens)), *parties])
        parties = both if len(both) > 1 else parties
    for person in parties:
        person.country = person.country or ("US" if is_american(person) else "")
    roster.titled = next(filter(None, (states_in(_of_parties(tokens)) for tokens in titles)), [])
    lines = [*(sentence.tokens for sentence in opening), *titles]
    bodies = _listed_bodies(lines) if len(parties) < 2 else []
    if bodies:
        mark_parties((s.tokens for passage in body for s in passage.sentences), listed("agencies"))
    told = (_listed_states(sentence.tokens) for sentence in opening)
    codes = bodies or next((codes for pairs in told for _, codes in pairs), [])
    for tokens in titles:
        codes = codes if len(codes) > 1 else states_in(_of_parties(tokens))
    _place_others(parties, codes)
    if len(parties) > 1 and len(codes) > 1:
        share_states(parties, codes)
        if len(parties) < len(codes) or (_all_placed(parties) and set(_of(parties)) < set(codes)):
            parties = []  # some of them only: the states stand for all
    if unread or len(parties) < 2:
        parties = _signatories(roster, body, codes)
    own = _of(parties)
    roster.parties = parties
    _note_called(roster, lines, own)
    roster.states = own if parties and _all_placed(parties) and len(own) > 1 else codes


def _place_others(parties: Sequence[Person], codes: Sequence[str]) -> None:
    """Give the second of two states to those without one, if the others are all of the first."""
    own = _of(parties)
    if len(codes) == 2 and len(own) == 1 and own[0] in codes:
        for person in parties:
            person.country = person.country or codes[codes[0] == own[0]]


def _note_called(roster: Roster, lines: Sequence[Sequence[Token]], own: Sequence[str]) -> None:
    """Remember what title and opening call the parties: the Speakers of the houses of A and B."""
    roster.called = {head_of(t.text) for tokens in lines for t in tokens if is_plural(t.text)}
    pairs = [pair for tokens in lines for pair in _listed_states(tokens)]
    each = len(own) == len(roster.parties)
    roster.all_called = {head for head, states in pairs if each and set(states) == set(own)} - {""}


def name_called(roster: Roster, titles: Sequence[Sequence[Token]]) -> None:
    """Give those of a state what the title calls them: Meetings with Ministers of A and B."""
    for head, codes in (pair for tokens in titles for pair in _listed_states(tokens)):
        for code in codes if head else ():
            own = [person for person in roster.people if person.country == code]
            for person in own if len(own) == 1 else ():
                person.offices.append((head.capitalize(),))


def _share_offices(roster: Roster, body: Sequence[Passage]) -> None:
    """Give the office of a lead-in to those listed below: These Chiefs of Staff attended:"""
    office: tuple[str, ...] = ()
    for passage in body[:LONGEST_OPENING]:
        tokens = [token for sentence in passage.sentences for token in sentence.tokens]
        if tokens and tokens[-1].low == ":":
            groups = [r.office for r in references_in(tokens) if r.kind == "group" and r.office]
            office = singular(groups[-1]) if groups else ()
        elif not passage.bullet:
            office = ()
        for person in people_in(roster, tokens) if passage.bullet and office else ():
            person.offices.append(office)


def _once(people: Sequence[Person]) -> list[Person]:
    return list({id(person): person for person in people}.values())


def _of(parties: Sequence[Person]) -> list[str]:
    return list(dict.fromkeys(person.country for person in parties if person.country))


def _all_placed(parties: Sequence[Person]) -> bool:
    return all(person.country for person in parties)


def _signatories(roster: Roster, body: Sequence[Passage], codes: Sequence[str]) -> list[Person]:
    """Return those who signed, one for each state: A, Minister of X; For the Republic of X: B."""
    signed: list[Person] = []
    for passage in reversed(body[-LONGEST_FOOT:]):
        tokens = [token for sentence in passage.sentences for token in sentence.tokens]
        own = _signing_for(roster, tokens) or people_in(roster, tokens)
        if not passage.heading and not (tokens and tokens[0].low == "for"):
            break
        signed = [*own, *signed]
    signed, own_states = _once(signed), _of(signed)
    each = len(signed) > 1 and len(own_states) == len(signed)
    return signed if each and set(codes) <= set(own_states) else []


def _signing_for(roster: Roster, tokens: Sequence[Token]) -> list[Person]:
    """Return the people named after “For the Republic of X:”, entered if they are new."""
    found = []
    for index, token in enumerate(tokens):
        code, colon = state_at(tokens, index + 1) if token.low == "for" else ("", 0)
        if not code or colon >= len(tokens) or tokens[colon].low != ":":
            continue
        office, _, first, _ = office_at(tokens, colon + 1)
        end = name_at(tokens, first)
        while end > first + 1 and tokens[end - 1].low == "for":
            end -= 1
        name = tuple(token.text for token in tokens[first:end])
        if len(name) > 1:
            reference = Reference("person", first, end, name, office, code)
            found.append(roster.enter(reference, tokens[first].start))
    return [person for person in found if person is not None]


def is_american(person: Person) -> bool:
    """Return whether somebody's office needs no state beside it: the Secretary of State."""
    return any(" ".join(office).endswith(AMERICAN) for office in person.offices)


def _of_parties(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the words of a title that may name the parties: not those after “on the situation”."""
    lows = [token.low for token in tokens]
    if "between" in lows:
        return tokens[lows.index("between") :]
    subject = next((n for n, low in enumerate(lows) if low in SUBJECT), len(tokens))
    return tokens[:subject]


def _opening(body: Sequence[Passage]) -> list[Sentence]:
    """Return the sentences before the parties first act together, without those on sub-meetings."""
    opening: list[Sentence] = []
    for passage in body[:LONGEST_OPENING]:
        for sentence in passage.sentences:
            clauses = clauses_of(sentence.tokens)
            acts = bool(clauses) and clauses[0].verb.kind == "act"
            if not clauses and (row := open_subjects(sentence.tokens)) and _together(row):
                return opening or [sentence]  # The Ministers:
            known = sum(_people_named(s.tokens) for s in opening) > 1
            if acts and known and not _together(clauses[0].subjects):
                return opening  # one of them speaks
            if acts and _together(clauses[0].subjects):
                introduces = _names_some(sentence.tokens[: clauses[0].verb.first])
                introduces = introduces and not any(_names_some(o.tokens, 2) for o in opening)
                we = clauses[0].subjects[0].name == ("we",) and clauses[0].verb.first > 3
                return [*opening, sentence] if introduces or we or not opening else opening
            opening.append(sentence)
            if DEFINED.search(_words(sentence.tokens)):
                return opening
    return opening


def _names_some(tokens: Sequence[Token], least: int = 1) -> bool:
    return _people_named(tokens) >= least


def _people_named(tokens: Sequence[Token]) -> int:
    return sum(reference.kind == "person" for reference in references_in(tokens))


def _together(subjects: Sequence[Reference]) -> bool:
    return len(subjects) > 1 or subjects[0].kind in ACTING


def _parties_in(
    roster: Roster, sentence: Sentence, title: str, known: bool = False, guests: bool = False
) -> list[Person]:
    """Return the parties whom a sentence names; none of a sub-meeting, once parties are known."""
    line = _words(sentence.tokens)
    sub = any(_one(match[0]) not in _one(title) for match in SUBMEETING.finditer(line))
    represents = " represented " in line and not states_in(sentence.tokens)
    if known and (represents or JOINED.search(line)):
        return []  # The Forum was represented by its Commissioner
    if sub and (known or not re.search(r"\bled\b|\bhereinafter\b", line)):
        return []
    people: list[Person] = []
    for reference in references_in(sentence.tokens):
        before = _words(sentence.tokens[max(0, reference.first - 6) : reference.first])
        before = before.replace("was received by", "") if guests else before  # their hosts
        if low_at(sentence.tokens, reference.last) in ("'s", "’s"):
            continue  # since Minister Wolan's journey
        if reference.kind == "person" and not ASIDE.search(_clause_before(before)):
            people += people_in(roster, sentence.tokens, [reference])
        elif reference.kind == "person":
            return people
    return people


def _one(words: str) -> str:
    return words.lower().replace("chiefs", "chief")


def _unread(tokens: Sequence[Token]) -> bool:
    """Return whether a row of names has one that was not read: A, the Doge Jan Wolan, and B met."""
    references = references_in(tokens)
    people = [reference for reference in references if reference.kind == "person"]
    held = {n for reference in references for n in range(reference.first, reference.last)}
    end = max((reference.last for reference in people), default=0) + UNREAD
    index = 0
    while index < min(end, len(tokens)):
        last = index
        while last < len(tokens) and last not in held and _may_name(tokens[last]):
            last += 1
        if last - index > 1 and _in_row(tokens, index, last):
            return True
        index = max(last, index) + 1
    return False


def _may_name(token: Token) -> bool:
    word = token.low
    known = word in table("proceedings")["no-names"] or word in words("organizations")
    known = known or word in table("proceedings")["fields"] or bool(head_of(token.text))
    return token.tag in ("word", NAMED) and token.text[:1].isupper() and not known


def _in_row(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether words are between the commas or the “and” of a row, and name no state."""
    before = tokens[first - 1].low if first else ","
    after = tokens[last].low if last < len(tokens) else ""
    ends = {",", "and", ";", "(", "–", "—"}
    return before in ends and after in {*ends, "of"} and not states_in(tokens[first:last])


def _clause_before(line: str) -> str:
    return line.rpartition(";")[2]


def _words(tokens: Sequence[Token]) -> str:
    return " ".join(token.text for token in tokens)


def _listed_states(tokens: Sequence[Token]) -> Iterator[tuple[str, list[str]]]:
    """Yield the office and the states of “the Ministers of A, B and C”, “leaders of A and B”."""
    for index, token in enumerate(tokens[:-2]):
        if not (is_plural(token.text) or token.low in listed("representing")):
            continue
        near = range(index + 1, min(index + LONGEST_OFFICE, len(tokens)))
        for of in (i for i in near if tokens[i].low in ("of", "from", "between")):
            codes = _states_from(tokens, of + 1)
            if len(codes) > 1:
                yield head_of(token.text), codes


def _listed_bodies(lines: Iterable[Sequence[Token]]) -> list[str]:
    """Return the bodies that the first line names side by side: agencies that are the parties."""
    for tokens in lines:
        for index in range(len(tokens)):
            row, _ = subjects_at(tokens, index)
            if len(row) > 1 and {reference.kind for reference in row} == {"body"}:
                return [reference.country for reference in row]
    return []


def _states_from(tokens: Sequence[Token], index: int) -> list[str]:
    """Return the states of a row that starts at a token; none if it has others, too."""
    codes: list[str] = []
    while index < len(tokens):
        code, end = state_at(tokens, index)
        if not code:  # the High Representative of the European Union
            _, code, end, _ = office_at(tokens, index + (tokens[index].low == "the"))
        if not code:
            break
        codes.append(code)
        index = end
        while index < len(tokens) and tokens[index].low in (",", "and", "&"):
            index += 1
    joined = index < len(tokens) and tokens[index - 1].low in ("and", "&")
    others = joined and (not tokens[index].text[:1].islower() or tokens[index].low == "the")
    return [] if others else codes
