"""Whose document it is: the parties of a joint statement, the sides of a readout."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from ..cast import Person
from ..lexicon import table, words
from ..sentences import Sentence, Token
from .cast import mark_parties, parties_called, people_in, share_states
from .clauses import GATHERING, clauses_of, open_subjects
from .meetings import JOINED
from .mentions import references_in, states_in
from .offices import office_at
from .passages import Passage
from .personal_names import name_at
from .polities import state_at
from .references import Reference
from .roster import GENERIC, Roster, may_be_called
from .rows import singular
from .subjects import subjects_at
from .vocabulary import DASHES, NAMED, head_of, is_plural, listed, low_at

LONGEST_OPENING = 14  # passages
LONGEST_OFFICE = 16  # tokens from an office to the states that it is of
LONGEST_FOOT = 16  # passages with signatures
# Of whom a sentence so tells met apart, or did not take part: no parties, once some are known.
SUBMEETING = re.compile(
    r"""\b(?:[Oo]fficials\b|[Cc]hiefs?\ of\ (?:[Ss]taff|[Dd]efen[cs]e|the\ Joint)|[Pp]reparatory
    |(?:took\ part\ in|joined)\ the\ (?:\w+\ )?(?:working\ )?session
    |[Aa]lso\ (?:attended|present|in\ attendance|took\ part|taking\ part)
    |as\ (?:an?\ )?(?:\w+\ )?(?:[Oo]bserver|[Gg]uest|[Pp]artner)s?\b)""",
    re.X,
)
CHAIRED = re.compile(
    r"\b(?:co-?)?(?:chair|host|preside)(?:s|ed)\b|\b(?:co-?)?chair(?:s|\w*ship)\b|\bin the chair\b",
    re.IGNORECASE,
)
# Whoever is named after these words does not take part.
ASIDE = re.compile(
    r"""\b(?:courtesy\ call|called\ on|in\ the\ presence\ of|on\ behalf\ of|[Oo]bservers?
    |(?:results?|reports?|briefings?|recommendations?)\ (?:from|by)
    |(?:mandate|instructions?|guidance)\ (?:of|from|given\ by)
    |(?:received|accompanied|assisted|supported|joined|issued|moderated|facilitated)\ by)\b""",
    re.X,
)
SUBJECT = frozenset(
    {"on", "about", "regarding", "concerning", "condemning", "against", "following"}
)
UNREAD = 8  # tokens after the last name in which the last of a row may be
DATELINE = 10  # tokens in which a dash ends “Oslo, 3 March 2031 –”
ACTING = frozenset({"group", "sides", "counted", "pronoun", "states"})


def find_parties(
    roster: Roster, titles: Sequence[Sequence[Token]], body: Sequence[Passage]
) -> None:
    """Set the roster's parties and their states: those of whom most that the text tells is true.

    Where somebody of the row was not read, or the states tell that more met, no one is a party.
    """
    opening = _opening([passage for passage in body if not passage.heading])
    lines = [*(sentence.tokens for sentence in opening), *titles]
    roster.titled = next(filter(None, (states_in(_of_parties(tokens)) for tokens in titles)), [])
    named = _named_in_opening(roster, titles, opening)
    codes = _states_told(titles, opening)
    bodies = _listed_bodies(lines) if len(named) < 2 else []
    if bodies:
        mark_parties((s.tokens for passage in body for s in passage.sentences), listed("agencies"))
        codes = bodies
    told = _told_of(body)
    roster.groups = told.heads
    rows = [(s.tokens, _once(_parties_in(roster, s.tokens))) for s in opening]
    groups = (r for s in opening for r in references_in(s.tokens) if r.office == ("Heads",))
    heads = next((len(group.name) for group in groups), 0)
    several = [_signatories(roster, body, codes, heads), _listed_people(roster, titles)]
    if not any(row and _unread(tokens) for tokens, row in rows):
        ends = [[n + 1 for n, p in enumerate(named) if p in row] for _, row in rows]
        until = [named[: max(end)] for end in ends if end]  # without guests named later
        several = [named, *until, _once([*roster.chairs, *named]), *several]
    fits = [(_agreement(people, codes, told), people) for people in several if len(people) > 1]
    best = max((fit for fit, _ in fits), default=-1)
    ties = [people for fit, people in fits if fit == best >= 0]
    parties = min(ties, key=lambda people: _without_guests(people, told), default=[])
    if not parties and roster.of_chairs and len(roster.chairs) > 1:
        parties = roster.chairs
    own = _of(parties)
    share_states(parties, own)
    roster.parties = parties
    _note_called(roster, lines, own, told)
    roster.states = own if parties and _all_placed(parties) and len(own) > 1 else codes


@dataclass(slots=True)
class Told:
    """What sentences call those who act together: head nouns (minister), counts from three up."""

    heads: set[str] = field(default_factory=set)
    counts: set[int] = field(default_factory=set)
    alone: set[str] = field(default_factory=set)  # families of those who act alone


def _told_of(body: Sequence[Passage]) -> Told:
    """Return what the sentences of the body call those who act together."""
    told = Told()
    sentences = (sentence for passage in body for sentence in passage.sentences)
    for clause in (clause for s in sentences for clause in clauses_of(s.tokens)):
        first = clause.subjects[0]
        if first.kind == "person" and len(clause.subjects) == 1 and clause.verb.kind == "act":
            told.alone.add(first.name[-1])
        if len(clause.subjects) > 1 or first.owner or first.parts or first.country:
            continue
        if first.kind in ("group", "counted") and (first.count or 0) > 2:
            told.counts.add(first.count or 0)
        if first.kind == "group" and (first.count or 0) != 2:
            told.heads.add(
                head_of(first.office[0]) if first.office[-1] == "of" else head_of(first.office[-1])
            )
    return told


def _agreement(people: Sequence[Person], codes: Sequence[str], told: Told) -> int:
    """Return how much that the text tells is true of all these people, less what is not.

    Some people of the states told, or people of others, are never all of the parties.
    """
    fit = 0
    if len(codes) > 1:
        share_states(people, codes)
        own = set(_of(people))
        if len(people) < len(codes) or (_all_placed(people) and own < set(codes)):
            return -1
        even = _all_placed(people) or not len(people) % len(codes)
        fit += 2 if even and own == set(codes) else 0
    if told.counts:
        fit += 1 if len(people) == max(told.counts) else -1
    heads = told.heads - GENERIC
    return max(fit, 0) + any(all(may_be_called(p, (head,)) for p in people) for head in heads)


def _without_guests(people: Sequence[Person], told: Told) -> tuple[int, bool, int, bool, int]:
    """Return what orders sets that agree alike: all states, evenly, all who act, no others."""
    sizes = {sum(person.country == code for person in people) for code in _of(people)}
    called = (any(may_be_called(person, (head,)) for head in told.heads) for person in people)
    acting = sum(so or p.family in told.alone for p, so in zip(people, called, strict=True))
    few = len(people) if told.heads else -len(people)  # “the sides” may be everybody
    return -len(_of(people)), len(sizes) > 1, -acting, acting < len(people), few


def _named_in_opening(
    roster: Roster, titles: Sequence[Sequence[Token]], opening: Sequence[Sentence]
) -> list[Person]:
    """Return those whom the opening names as taking part, else those of the title."""
    named: list[Person] = []
    for sentence in opening:
        guests = len(_of(named)) == 1 and _all_placed(named)  # one delegation, so far
        named += _parties_in(roster, sentence.tokens, known=len(named) > 1, guests=guests)
        chaired = CHAIRED.search(_words(sentence.tokens))
        if chaired and not roster.chairs:
            words = [token.low for token in sentence.tokens]
            until = words.index("attended") if "attended" in words else len(words)
            chairs = people_in(roster, sentence.tokens[:until])  # chaired by A and attended by B
            roster.chairs = chairs or _once(named)
    if len(_once(named)) < 2:
        named = [*(p for tokens in titles for p in _parties_in(roster, tokens)), *named]
    return _once(named)


def _states_told(titles: Sequence[Sequence[Token]], opening: Sequence[Sentence]) -> list[str]:
    """Return the states of “the Ministers of A, B and C” in the opening, else of the title."""
    rows = [codes for sentence in opening for _, codes in _listed_states(sentence.tokens)]
    rows += [states_in(_of_parties(tokens)) for tokens in titles]
    return next((codes for codes in rows if len(codes) > 1), rows[-1] if rows else [])


def _note_called(
    roster: Roster, lines: Sequence[Sequence[Token]], own: Sequence[str], told: Told
) -> None:
    """Remember what title and opening call the parties: the Speakers of the houses of A and B.

    All of them are called what nothing else is beside it: Speakers, one of whom is a President.
    """
    roster.called = {head_of(t.text) for tokens in lines for t in tokens if is_plural(t.text)}
    pairs = [pair for tokens in lines for pair in _listed_states(tokens)]
    each = len(own) == len(roster.parties)
    roster.all_called = {head for head, states in pairs if each and set(states) == set(own)}
    alone = roster.called & told.heads
    roster.all_called |= alone if len(alone) == 1 else set()
    roster.all_called.discard("")


def name_called(roster: Roster, titles: Sequence[Sequence[Token]]) -> None:
    """Give those of a state what the title calls them: Meetings with Ministers of A and B."""
    for head, codes in (pair for tokens in titles for pair in _listed_states(tokens)):
        for code in codes if head else ():
            own = [p for p in roster.parties or roster.people if p.country == code]
            for person in own if len(own) == 1 else ():
                person.offices.append((head.capitalize(),))


def _once(people: Sequence[Person]) -> list[Person]:
    return list({id(person): person for person in people}.values())


def _of(parties: Sequence[Person]) -> list[str]:
    return list(dict.fromkeys(person.country for person in parties if person.country))


def _all_placed(parties: Sequence[Person]) -> bool:
    return all(person.country for person in parties)


def _signatories(
    roster: Roster, body: Sequence[Passage], codes: Sequence[str], heads: int
) -> list[Person]:
    """Return those who signed, one for each state: A, Minister of X; For the Republic of X: B.

    Or one for each of the bodies whose heads are told to have met.
    """
    lines: list[list[Token]] = []
    for passage in reversed(body[-LONGEST_FOOT:]):
        tokens = [token for sentence in passage.sentences for token in sentence.tokens]
        if not passage.heading and not (tokens and tokens[0].low == "for"):
            break
        lines.insert(0, tokens)
    office = _office_of_all(s.tokens for passage in body for s in passage.sentences)
    if len(lines) == len(codes) > 1 and all(map(_is_name, lines)):
        return [_signer(roster, tokens, office) for tokens in lines]
    signed = _once([person for tokens in lines for person in people_in(roster, tokens)])
    own_states = _of(signed)
    each = len(signed) > 1 and len(own_states) == len(signed)
    each = each and set(codes) <= set(own_states)
    for person in signed if each and office else ():
        person.offices = person.offices or [office]
    return signed if each or 1 < len(signed) == heads else []


def _office_of_all(lines: Iterable[Sequence[Token]]) -> tuple[str, ...]:
    """Return the office of each of a group of several states: the Prime Ministers of A and B."""
    groups = (r for tokens in lines for r in references_in(tokens) if r.kind == "group")
    return next((singular(group.office) for group in groups if len(group.name) > 1), ())


def _listed_people(roster: Roster, titles: Sequence[Sequence[Token]]) -> list[Person]:
    """Return those whom lines of the head name, each with a state: NAME (Norvania)."""
    office = _office_of_all(titles)
    people: list[Person | None] = []
    for tokens in titles:
        end = name_at(tokens, 0)
        code = state_at(tokens, end + 1)[0] if low_at(tokens, end) == "(" else ""
        if end > 1 and code:
            name = tuple(token.text for token in tokens[:end])
            entry = Reference("person", 0, end, name, office, code)
            people.append(roster.enter(entry, tokens[0].start))
    return [person for person in people if person]


def _is_name(tokens: Sequence[Token]) -> bool:
    return len(tokens) > 1 and name_at(tokens, 0) == len(tokens) and not states_in(tokens)


def _signer(roster: Roster, tokens: Sequence[Token], office: tuple[str, ...]) -> Person:
    """Return who signs by name alone, with the office of all."""
    name = tuple(token.text for token in tokens)
    person = roster.enter(Reference("person", 0, len(name), name, office), tokens[0].start)
    return person or Person(" ".join(name), name[-1], tokens[0].start, [office])


def _of_parties(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the words of a title that may name the parties: not those after “on the situation”."""
    lows = [token.low for token in tokens]
    for dash in (n for n, low in enumerate(lows) if low in DASHES and n):  # Norvania–Avel Committee
        start = next((n for n in range(dash) if state_at(tokens, n)[1] == dash), dash)
        if start < dash and (end := state_at(tokens, dash + 1)[1]) > dash + 1:
            return tokens[start:end] if low_at(tokens, end) not in DASHES else tokens[start:]
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
                return opening or [sentence, *_undersigned(body), *_recitals(body)]
            known = sum(map(_people_in, opening)) > 1
            if acts and known and not _together(clauses[0].subjects):
                return opening  # one of them speaks
            if acts and _together(clauses[0].subjects):
                introduces = _names_some(sentence.tokens[: clauses[0].verb.first])
                introduces = introduces and not any(_names_some(o.tokens, 2) for o in opening)
                we = clauses[0].subjects[0].name == ("we",) and clauses[0].verb.first > 3
                return [*opening, sentence] if introduces or we or not opening else opening
            opening.append(sentence)
            if parties_called(sentence.tokens) and sum(map(_people_in, opening)) > 1:
                return opening
    return opening


def _undersigned(body: Sequence[Passage]) -> list[Sentence]:
    """Return the lines below “We, the undersigned,” each of which names one of them."""
    lines = (sentence for passage in body[1:] for sentence in passage.sentences)
    return list(takewhile(_people_in, lines))


def _recitals(body: Sequence[Passage]) -> list[Sentence]:
    """Return the recital that tells who gathered: Gathered in Avel at the invitation of …"""
    after = (s for passage in body[1:LONGEST_OPENING] for s in passage.sentences)
    gathered = (s for s in after if s.tokens[0].low in GATHERING)
    return list(gathered)[:1]


def _names_some(tokens: Sequence[Token], least: int = 1) -> bool:
    return _people_named(tokens) >= least


def _people_in(sentence: Sentence) -> int:
    return _people_named(sentence.tokens)


def _people_named(tokens: Sequence[Token]) -> int:
    return sum(reference.kind == "person" for reference in references_in(tokens))


def _together(subjects: Sequence[Reference]) -> bool:
    return len(subjects) > 1 or subjects[0].kind in ACTING


def _parties_in(
    roster: Roster,
    tokens: Sequence[Token],
    known: bool = False,
    guests: bool = False,
) -> list[Person]:
    """Return the parties whom a sentence names; none of a sub-meeting, once parties are known."""
    line = _words(tokens)
    represents = " represented " in line and not states_in(tokens)
    if known and (represents or JOINED.search(line) or SUBMEETING.search(line)):
        return []  # The Forum was represented by its Commissioner
    people: list[Person] = []
    for reference in references_in(tokens):
        before = _words(tokens[max(0, reference.first - 6) : reference.first])
        if guests or len(people) == 1:  # their hosts
            before = before.replace("was received by", "")
        if low_at(tokens, reference.last) in ("'s", "’s"):
            continue  # since Minister Wolan's journey
        if reference.kind == "person" and not ASIDE.search(_clause_before(before)):
            people += people_in(roster, tokens, [reference])
        elif reference.kind == "person":
            return people
    return people


def _unread(tokens: Sequence[Token]) -> bool:
    """Return whether a row of names has one that was not read: A, the Doge Jan Wolan, and B met."""
    references = references_in(tokens)
    people = [reference for reference in references if reference.kind == "person"]
    held = {n for reference in references for n in range(reference.first, reference.last)}
    end = max((reference.last for reference in people), default=0) + UNREAD
    index = next((n + 1 for n, t in enumerate(tokens[:DATELINE]) if t.low in ("–", "—")), 0)
    while index < min(end, len(tokens)):
        last = index
        while last < len(tokens) and last not in held and _may_name(tokens[last]):
            last += 1
        office = index - 2 in held and low_at(tokens, last) == "of"  # A, Doge of Avel
        before = tokens[index - 1].low if index else ","
        if last - index > 1 and not office and before in {",", "and", ";", "(", "–", "—"}:
            return True
        index = max(last, index) + 1
    return False


def _may_name(token: Token) -> bool:
    word = token.low
    known = word in table("proceedings")["no-names"] or word in words("organizations")
    known = known or word in table("proceedings")["fields"] or bool(head_of(token.text))
    return token.tag in ("word", NAMED) and token.text[:1].isupper() and not known


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
            if low_at(tokens, index - 1) == "of" and low_at(tokens, index - 2) in listed("group"):
                return []  # the heads of agencies are people
            row, _ = subjects_at(tokens, index)
            if len(row) > 1 and {reference.kind for reference in row} == {"body"}:
                return [reference.country for reference in row]
    return []


def _states_from(tokens: Sequence[Token], index: int) -> list[str]:
    """Return the states of a row that starts at a token; none if it has others, too."""
    codes: list[str] = []
    while index < len(tokens):
        ahead = [token.low for token in tokens[index : index + 4]]
        members = ahead[0] == "the" and ahead[1:2] == ["member"] and ahead[3:] == ["of"]
        code, end = state_at(tokens, index + 4 if members else index)
        if not code:  # the High Representative of the European Union
            _, code, end, _ = office_at(tokens, index + (tokens[index].low == "the"))
        if not code:
            break
        codes += [code] if code not in codes else []
        if low_at(tokens, end) == "(":  # of the Union (hereinafter “the EU”) and Norvania
            end = next((n + 1 for n in range(end, len(tokens)) if tokens[n].low == ")"), end)
        index = end
        while index < len(tokens) and tokens[index].low in (",", "and", "&"):
            index += 1
    joined = index < len(tokens) and tokens[index - 1].low in ("and", "&")
    others = joined and (not tokens[index].text[:1].islower() or tokens[index].low == "the")
    return [] if others else codes
