"""The people of a text: full names with office and country, found again by family name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from ...model.records import Participant
from .clauses import Clauses
from .gazetteer import (
    INITIAL,
    SPOKEN_BY_OFFICE,
    at_home,
    body_in,
    capitals,
    country_in,
    domains_of,
    family_name,
    person_word,
    same_office,
    state_called,
    states,
    title_base,
)
from .lexicon import members, sex_by_word, table, verb_forms, words
from .naming import SUFFIXES, TAN, Naming, owner_in, read_name
from .sentences import Token

ENDS_APPOSITION = frozenset([",", "IN", ".", "PAREN", "REL", ""])
ABSTRACT = ("tion", "tions", "ness", "ment", "ments", "ity", "ism", "ans", "ials", "ists")
REPORTED = re.compile(r" (?:has |had |first )?reported\b")
WORD_EDGE = re.compile(r"\b")
PRESS = re.compile(r"\b[Tt]he (?:newspaper|paper|daily|weekly|magazine|agency|broadcaster)\b")
FULL_NAME = re.compile(r"(?:[A-Z][\w.’'-]*|of|for|and)(?: (?:[A-Z][\w.’'-]*|of|for|and))+$")
LONGEST_BODY = 80  # code points of a name before its letters in brackets
# Who hold the same office elsewhere: her colleague, her opposite number.
PEERS = frozenset(["counterpart", "colleague", "number"])
FAMILY_FIRST = frozenset(["CN", "KR", "KP", "TW", "VN", "HU", "KH", "SG"])


@dataclass(slots=True, eq=False)
class Person:
    """Someone a text names; first is the offset of the first mention in full."""

    name: str
    family: str
    first: int
    offices: list[tuple[str, ...]] = field(default_factory=list)
    country: str = ""
    organization: str = ""
    sex: str = ""
    known: str = ""
    votes: str = ""  # m or w for each pronoun that can only mean this person

    @property
    def label(self) -> str:
        """The archive's id, else the name."""
        return self.known or self.name

    def may_be(self, sex: str) -> bool:
        """Return whether a pronoun of that sex can mean this person."""
        return self.sex in ("", sex)

    def holds(self, sought: Sequence[str]) -> bool:
        """Return whether one of the offices is the one asked for."""
        return any(same_office(sought, office) for office in self.offices)

    def holds_just(self, sought: Sequence[str]) -> bool:
        """Return whether one is of just that field: not a foreign minister for transport."""
        field = {word.lower() for word in sought[:-1]}
        held = [office for office in self.offices if same_office(sought, office)]
        fields = [({word.lower() for word in o[:-1]}, domains_of(o)) for o in held]
        return any(not field or not own or field & (own | domains) for own, domains in fields)

    @property
    def speaks_for_others(self) -> bool:
        """Whether somebody is a spokesperson."""
        words_of = (word for office in self.offices for word in office)
        return any(title_base(w) in SPOKEN_BY_OFFICE or w.lower() == "press" for w in words_of)


class Cast:
    """The people a text names, in order."""

    def __init__(self, known: Sequence[Participant] = (), text: str = "") -> None:
        self.text = text
        self.people: list[Person] = []
        self.by_name: dict[str, list[Person]] = {}
        self.by_word: dict[str, list[Person]] = {}
        self.alone: dict[str, int] = {}  # how often a word is a whole noun phrase
        # Offset, title and person of “the spokeswoman, NAME”, after “a spokeswoman” without a name.
        self.introduced: list[tuple[int, str, Person]] = []
        self.foretold: dict[int, Person] = {}  # whom the next sentence names, by a title's offset
        self.titled: dict[str, set[str]] = {}  # the sexes of Mr. X and Mrs. X, by their name
        self.placed: set[str] = set()  # names after "in"
        self.shared: list[tuple[str, Person]] = []  # Máire and Seosamh Quilty
        self.apposed: set[int] = set()  # who are people by the words beside: NAME, her colleague
        self.likened: set[int] = set()  # whose office is only that of “his counterpart, NAME”
        self.guests: set[int] = set()  # his guest, NAME
        self.known = [entry for entry in known if entry.kind == "person"]
        self.bodies = [entry for entry in known if entry.kind != "person"]

    @property
    def known_words(self) -> frozenset[str]:
        """The family names of the archive's people, and the words of their full names."""
        names = (e.name.split() for e in self.known)
        return frozenset(w for name in names for w in name if w[:1].isupper())

    def read(self, clauses: Clauses) -> None:
        """Add the people named in full in a sentence, with the office before or in apposition."""
        for index, tokens in clauses.noun_phrases():
            if len(tokens) == 1 or (len(tokens) == 2 and tokens[1].tag == "POS"):
                self.alone[tokens[0].text] = self.alone.get(tokens[0].text, 0) + 1
                continue
            naming = clauses.full_name(index)
            if naming is None and (owner := owner_in(tokens)):
                naming = read_name(owner)
            if naming is None:
                continue
            if _is_full(naming.name) or (len(naming.name) > 1 and naming.office):
                person = self.enter(naming)
                self._offices_before(person, naming, clauses, index)
                self._apposition(person, clauses, index)
                self._note_shared(person, naming, clauses, index)
                placed = naming is clauses.full_name(index) and not naming.office
                if placed and clauses.lows[index - 1] in members("placing"):
                    self.placed.add(person.name)
            elif naming.office:
                self.titled.setdefault(_key(naming.name[0]), set()).update(sexes_of(naming.office))
                namesakes = self.by_word.get(_key(naming.name[0]), ())
                if len(namesakes) == 1:
                    self.give_office(namesakes[0], naming.office, alone=True)

    def _note_shared(self, person: Person, naming: Naming, clauses: Clauses, index: int) -> None:
        """Remember who shares a family name: two relatives, Máire and Seosamh Quilty."""
        first = index - 2
        if clauses.lows[index - 1] != "and" or naming.office or clauses.kinds[first] != "NP":
            return
        row = clauses.kinds[first - 1] == "," and clauses.kinds[first - 2] == "NP"
        several = row and clauses.chunk_tokens(first - 2)[-1].tag == "NNS"
        given = clauses.chunk_tokens(first)
        if several and len(given) == 1 and given[0].tag == "NNP":
            self.shared.append((given[0].text, person))

    def _offices_before(self, person: Person, naming: Naming, clauses: Clauses, index: int) -> None:
        """Add the office before a name, or before the name it is joined to, and its country."""
        self.give_office(person, naming.office)
        if not any(map(title_base, naming.office)):
            self.give_office(person, _shared_office(clauses, index))
        state = (
            naming.office and clauses.lows[index + 1] == "of" and clauses.kinds[index + 2] == "NP"
        )
        if state:
            of = [token.text for token in clauses.chunk_tokens(index + 2)]
            person.country = person.country or country_in(of)[0]

    def _predicate(self, clauses: Clauses, index: int) -> None:
        """Add an office that somebody is said to have: NAME, who has been the agency's envoy."""
        tokens, verb = clauses.chunk_tokens(index), index - 1
        definite = tokens[0].low == "the" or any(token.tag == "POS" for token in tokens)
        if (
            not definite
            or clauses.kinds[verb] != "VG"
            or clauses.chunk_tokens(verb)[-1].tag != "BE"
        ):
            return
        subject = clauses.subject(verb)
        holder = subject[0] if subject else -1
        if clauses.kinds[holder] == "REL":
            holder = clauses.skip_left(holder - 1, (",",))
        naming = clauses.naming(holder)
        people = self._candidates(naming) if naming is not None else []
        if len(people) == 1:
            owned = max((n + 1 for n, t in enumerate(tokens) if t.tag == "POS"), default=0)
            self.give_office(people[0], [t.text for t in tokens[owned:] if t.tag != "DT"])

    def settle(self) -> None:
        """Drop places, and join names of one person: Al Farid and Faisal Al Farid, Joe R. Roe."""
        self._drop_things()
        for given, relative in self.shared:
            once = self.alone.get(given) == 1 and _key(given) not in self.by_word
            if once and relative in self.people:
                start = self.text.find(given)
                sibling = Person(f"{given} {relative.family}", relative.family, start)
                self._add(sibling, (given, relative.family))
        for family, sexes in self.titled.items():
            namesakes = [p for p in self.people if _key(p.family) == family]
            if len(namesakes) == len(sexes) == 1 and namesakes[0].may_be(sex := next(iter(sexes))):
                namesakes[0].sex = sex
        fuller = sorted(self.people, key=lambda person: -len(person.name))
        for person in reversed(fuller):
            longer = (p for p in fuller if len(p.name) > len(person.name))
            same = [p for p in longer if _is_short_for(person.name, p)]
            if same and not (person.known and same[0].known):
                self._drop(person)
                self.by_name[person.name] = same
                if len(same) == 1:
                    self._join(same[0], person)

    def _drop_things(self) -> None:
        for person in list(self.people):
            person.family = self._family(person)
            thing = person.name in self.placed or _is_thing(person.name.split())
            thing = thing or self.is_outlet(person.name)
            if thing and not self._is_person(person):
                self._drop(person)

    def is_outlet(self, name: str) -> bool:
        """Return whether the text tells of a paper of that name: Il Sole; NAME reported Monday."""
        first = name.split()[0]
        if first in words("articles") or first in words("given_names"):
            return first in words("articles")
        for end in self._ends_of(name):
            start = end - len(name)
            if REPORTED.match(self.text, end) and WORD_EDGE.match(self.text, start):
                return True
            source = self.text.endswith(("according to ", "According to "), 0, start)
            if source and WORD_EDGE.match(self.text, end) and PRESS.search(self.text, end):
                return True
        return False

    def tell_sexes(self) -> None:
        """Give a sex to those whom pronouns mean, if all or nearly all agree."""
        for person in self.people:
            women, men = person.votes.count("w"), person.votes.count("m")
            if not person.sex and max(women, men) >= 2 and max(women, men) >= 4 * min(women, men):
                person.sex = "w" if women > men else "m"
        for family in (name for name, sexes in self.titled.items() if len(sexes) > 1):
            couple = [p for p in self.people if _key(p.family) == family]
            told = [p.sex for p in couple if p.sex]
            if len(couple) == 2 and len(told) == 1:  # Mr. Roe and Ms. Roe: the other one
                next(p for p in couple if not p.sex).sex = "w" if told == ["m"] else "m"

    def relatives(self, person: Person, sex: str) -> list[Person]:
        """Return who alone has the family name of a person, if of that sex; nobody if two have."""
        namesakes = [p for p in self.people if p is not person and p.family == person.family]
        return namesakes if [p.sex for p in namesakes] == [sex] else []

    def _family(self, person: Person) -> str:
        """Return the family name: the word that the text uses alone, where names have it first."""
        words_of = person.name.split()
        if len(words_of) != 2 or person.known:
            return person.family
        first, last = (word in self.alone for word in words_of)
        eastern = person.country in FAMILY_FIRST and words_of[0] in words("family_first")
        if not last and person.country in FAMILY_FIRST and (first or eastern):
            return words_of[0]  # Wei Liang of China
        return words_of[1] if last and not first else person.family  # Kim Wells

    def _is_person(self, person: Person) -> bool:
        known = person.offices or person.sex or person.known or id(person) in self.apposed
        return bool(known) or person.family in self.alone

    def _drop(self, person: Person) -> None:
        self.people.remove(person)
        del self.by_name[person.name]
        for people in self.by_word.values():
            if person in people:
                people.remove(person)

    def _join(self, person: Person, alias: Person) -> None:
        person.first = min(person.first, alias.first)
        person.offices += [office for office in alias.offices if office not in person.offices]
        person.country = person.country or alias.country
        person.organization = person.organization or alias.organization
        person.sex = person.sex or alias.sex

    def read_alone(self, clauses: Clauses) -> None:
        """Add the people who have only an office and a surname: Mr. Mori, President Dragan."""
        for index, tokens in clauses.noun_phrases():
            naming = clauses.full_name(index)
            if naming is None and title_base(tokens[-1].text):
                self._predicate(clauses, index)
            elif naming is None or self._candidates(naming):
                continue
            elif naming.office or len(naming.name) == 1:
                if naming.office and naming.office[-1].lower() in sex_by_word("kin"):
                    continue  # her brother Nigel: a given name
                person = self.enter(naming)
                self.give_office(person, naming.office)
                if not naming.office:  # the Indonesian minister, Sudarwati, said
                    self._apposition(person, clauses, index)

    def enter(self, naming: Naming) -> Person:
        """Return who has that name in full; somebody new if nobody has."""
        name = " ".join(naming.name)
        if name not in self.by_name:
            person = Person(name, family_name(naming.name), naming.start)
            entry = _named_so(self.known, name)
            if entry is not None:
                person.known, person.country = entry.id, entry.country or ""
                person.family = entry.family_name or person.family
            self._add(person, naming.name)
        return self.by_name[name][0]

    def _add(self, person: Person, name: Sequence[str]) -> None:
        self.people.append(person)
        self.by_name[person.name] = [person]
        for word in name:
            self.by_word.setdefault(_key(word), []).append(person)

    def give_office(self, person: Person, office: Sequence[str], alone: bool = False) -> None:
        """Add an office; one before a surname alone may be that of another of the name."""
        if not office or office[0].lower() == "late":
            return  # the late senator, NAME, says nothing more
        told = _told_by_office(tuple(office))
        if not alone:
            person.sex = person.sex or told.sex
        person.country = person.country or told.country
        person.organization = person.organization or told.organization
        if told.title and told.title not in person.offices:
            person.offices.append(told.title)

    def _apposition(self, person: Person, clauses: Clauses, index: int) -> None:
        """Add an office in apposition to a name: NAME, a spokeswoman; his counterpart, NAME."""
        for neighbor in (index + 2, index - 2):
            if kin_sex := apposed_kin(clauses, index, neighbor):
                person.sex = person.sex or kin_sex
            office = _apposed_office(clauses, index, neighbor)
            apposed = _is_apposed(clauses, index, neighbor)
            if apposed and is_peer(clauses.chunk_tokens(neighbor)):
                self._like_counterpart(person, clauses, index)
                peer = clauses.chunk_tokens(neighbor)
                office = [token.text for token in peer if token.tag not in ("DT", "PRPS")]
            if apposed and clauses.lows[neighbor] in PEERS | members("visitors"):
                self.apposed.add(id(person))
            if apposed and clauses.lows[neighbor] in members("visitors"):
                self.guests.add(id(person))
            if office and (owner := owner_in(clauses.chunk_tokens(neighbor))):
                person.country = person.country or country_in([t.text for t in owner])[0]
            if not office:
                self._office_of(person, clauses, neighbor if neighbor < index else -1)
                continue
            if neighbor < index and clauses.firsts[neighbor] == "the":
                start = clauses.tokens[clauses.chunks[neighbor].first].start
                self.introduced.append((start, title_base(office[-1]), person))
            ahead = clauses.kinds[neighbor + 1], clauses.kinds[neighbor + 2]
            if neighbor > index and ahead == ("IN", "NP"):
                body = clauses.chunk_tokens(neighbor + 2)
                self._of_body(person, [token.text for token in body])
            self.give_office(person, office)

    def _office_of(self, person: Person, clauses: Clauses, field: int) -> None:
        """Add an office with what it is of, before a name: Avel's secretary of state, NAME."""
        holder = clauses.chain_start(field)
        while holder + 2 < field and not title_base(clauses.chunk_tokens(holder)[-1].text):
            holder += 2  # his letter to the president of Norvania, NAME
        linked = clauses.lows[holder + 1] in ("of", "from", "for", "at")
        if holder < 0 or holder == field or not linked or clauses.kinds[field + 1] != ",":
            return
        tokens = clauses.chunk_tokens(holder) if clauses.kinds[holder] == "NP" else ()
        owned = next((n + 1 for n, t in enumerate(tokens) if t.tag == "POS"), 0)
        told = tokens[0].low if tokens else ""
        definite = told in ("the", "its", "their", "his", "her", "a", "an")
        if definite and is_peer(tokens):
            self._like_counterpart(person, clauses, field + 2)
        if (owned or definite) and title_base(tokens[-1].text):
            of = [token.text for token in clauses.chunk_tokens(field)]
            self._of_body(person, [t.text for t in tokens[:owned]] or of)
            of = ["of", *of] if of[-1].lower() in members("fields") else []
            self.give_office(person, [*(token.text for token in tokens[owned or 1 :]), *of])

    def _like_counterpart(self, person: Person, clauses: Clauses, index: int) -> None:
        """Give the office of whoever the sentence named before: his Polish counterpart, NAME."""
        for earlier in range(index - 1, -1, -1):
            naming = clauses.full_name(earlier)
            namesakes = self.by_name.get(" ".join(naming.name), ()) if naming is not None else ()
            namesake = namesakes[0] if namesakes else person
            if namesake is not person:
                if not any(office in namesake.offices for office in person.offices):
                    self.likened.add(id(person))
                person.offices += [
                    title for title in namesake.offices if title not in person.offices
                ]
                return

    def _of_body(self, person: Person, text_words: Sequence[str]) -> None:
        body, code, _ = body_in(text_words)
        person.organization = person.organization or body
        person.country = person.country or code or country_in(text_words)[0]

    def find(self, naming: Naming, offset: int) -> list[Person]:
        """Return the people whom a name may mean: in full, else by a word of an earlier name."""
        pool = self._candidates(naming)
        earlier = [person for person in pool if person.first <= offset]
        earlier = earlier or self._middle_named(naming, offset) or pool
        if pool and not self._may_be(naming, pool):
            return []  # Mr. Roe, where the text names Mrs. Roe in full
        if len(earlier) > 1 and naming.office:
            earlier = _with_office(earlier, naming.office)
        return earlier or self._from_archive(naming, offset)

    def _middle_named(self, naming: Naming, offset: int) -> list[Person]:
        """Return those named before whose first family name it is: Peña, of Marcela Peña Mora."""
        word = _key(naming.name[0]) if len(naming.name) == 1 else ""
        bearers = (p for p in self.by_word.get(word, ()) if p.first <= offset)
        return [p for p in bearers if word in map(_key, p.name.split()[1:-1])]

    def _may_be(self, naming: Naming, people: Sequence[Person]) -> bool:
        """Return whether no title such as Mr. tells that another of the name is meant."""
        if len(naming.name) > 1 or len(sexes := sexes_of(naming.office)) != 1:
            return True
        both = len(self.titled.get(_key(naming.name[0]), ())) > 1
        both = both and len(people) == 1
        (sex,) = sexes
        return any(p.sex == sex or (not p.sex and p.may_be(sex) and not both) for p in people)

    def _candidates(self, naming: Naming) -> list[Person]:
        """Return the people with the name: in full, by family name, by any word of the name."""
        name = " ".join(naming.name)
        if name in self.by_name:
            return self.by_name[name]
        full = " " in without_particles(name)
        family = family_name(naming.name) if full else name
        namesakes = self.by_word.get(_key(family.split()[-1]), [])
        if name != family:
            given = naming.name[0]
            ending = [p for p in namesakes if _key(p.name).endswith(f" {_key(name)}")]
            wholly = [p for p in namesakes if p.name.split()[0] == given or p.name == family]
            return ending or [person for person in wholly if family in (person.family, person.name)]
        pool = [person for person in namesakes if _key(person.family) == _key(family)]
        bare = "" if pool or not namesakes else without_particles(name)
        pool = pool or [p for p in namesakes if without_particles(p.family) == bare]
        if pool or len(without_particles(name).split()) > 1:
            return pool
        return namesakes  # de la Torre, of de la Torre y Ugarte

    def _from_archive(self, naming: Naming, offset: int) -> list[Person]:
        """Return the people of the archive with that family name, added to the cast."""
        surname = " ".join(naming.name)
        entries = [
            e for e in self.known if surname in (e.family_name or e.name.split()[-1], e.name)
        ]
        people = []
        for entry in entries:
            country = entry.country or ""
            person = Person(entry.name, entry.family_name or surname, offset, country=country)
            person.known = entry.id
            self._add(person, surname.split()[-1:])
            people.append(person)
        if len(people) == 1:
            self.give_office(people[0], naming.office)
        return people if len(people) < 2 else _with_office(people, naming.office)

    def capital(self, name: str) -> str:
        """Return the state whose capital speaks; empty if the text names a body there."""
        code = capitals().get(name.lower().removeprefix("the "))
        if not code or any(body in self.text for body in at_home(name)):
            return ""
        return state_called(self.text, code)

    def _ends_of(self, name: str) -> Iterator[int]:
        """Yield the offset after each place where the text has these letters."""
        start = self.text.find(name)
        while start >= 0:
            yield (end := start + len(name))
            start = self.text.find(name, end)

    def body(self, name: str) -> Participant | None:
        """Return the archive's organization or state so named."""
        return _named_so(self.bodies, name.casefold().removeprefix("the "))

    def body_label(self, name: str) -> str:
        """Return its id, else its name: of a state one for all, for initials the whole."""
        at = self.text.find(f" ({name})") if name.isupper() else -1
        if at > 0 and (whole := FULL_NAME.search(self.text, max(0, at - LONGEST_BODY), at)):
            name = whole[0].removeprefix("The ")  # the Korean Central News Agency (KCNA)
            owner, _, owned = name.replace("’", "'").partition("'s ")
            name = owned if owned and country_in(owner.split())[0] else name
        entry = self.body(name)
        if entry is None and (code := states().get(tuple(name.lower().split()))):
            entry = next((e for e in self.bodies if e.kind == "state" and e.country == code), None)
            name = state_called(self.text, code)
        return entry.id if entry is not None else name


def _named_so(entries: Sequence[Participant], name: str) -> Participant | None:
    """Return the first entry of the archive with a name, whatever its case."""
    folded = name.casefold()
    for entry in entries:
        if folded in {name_given.casefold() for name_given in (entry.name, *entry.other_names)}:
            return entry
    return None


def is_peer(tokens: Sequence[Token]) -> bool:
    """Return whether somebody holds the same office elsewhere; a colleague may be one at home."""
    abroad = tokens[-1].low != "colleague" or bool(country_in([token.text for token in tokens])[0])
    return tokens[-1].low in PEERS and abroad


class Office(NamedTuple):
    """What the words before a name tell of a person; no title if they are not an office."""

    sex: str
    country: str
    organization: str
    title: tuple[str, ...]


@lru_cache(4096)
def _told_by_office(office: tuple[str, ...]) -> Office:
    singular = title_base(office[-1])
    if singular not in ("", office[-1].lower()):
        office = (*office[:-1], singular.title())  # Ministers A and B
    sexes = sexes_of(office)
    code, state_range = country_in(office)
    body, body_code, body_range = body_in(office)
    named = {*range(*state_range), *range(*body_range)}
    kept = [word for index, word in enumerate(office) if index not in named]
    address = members("honorifics", "styles", "second-styles") | {TAN}
    kept = [word for word in kept if word.lower() not in address]
    titled = any(title_base(word) == word.lower() for word in kept)
    held = titled and kept[-1].lower() not in members("no-offices") | sex_by_word("kin").keys()
    domain = [body] if body and domains_of([body]) else []
    title = (*domain, *kept) if held else ()
    return Office(sexes.pop() if len(sexes) == 1 else "", code or body_code, body, title)


def sexes_of(office: Sequence[str]) -> set[str]:
    """Return the sexes that the words of an office tell: Mrs., spokesman."""
    return {(person_word(word) or ("", ""))[1] for word in office} - {""}


@lru_cache(4096)
def _key(name: str) -> str:
    """Return a name as it is compared: De la Vega is de la Vega, O’Malley is O'Malley."""
    return name.replace("’", "'").casefold()


@lru_cache(4096)
def without_particles(family: str) -> str:
    """Return a family name as it is compared, without “von und zu” before it."""
    *before, last = _key(family).split()
    return " ".join([*(w for w in before if w not in members("name-particles")), last])


def _with_office(people: Sequence[Person], office: Sequence[str]) -> list[Person]:
    """Return those who hold the office and are not of another sex: Mrs. Roe; else all."""
    sexes = sexes_of(office)
    own = [p for p in people if not sexes or p.sex in ("", *sexes)]
    return [person for person in own if person.holds(office)] or own or list(people)


def _is_thing(name: Sequence[str]) -> bool:
    """Return whether words with capitals, of which the text says nothing more, name a thing."""
    if name[0] in words("given_names") or name[0] in words("family_first"):
        return False
    last = name[-1].lower()
    singular = last.removesuffix("s")
    nouns = words("nouns"), words("noun_verbs"), table("cue_nouns")
    noun = any(last in listed or singular in listed for listed in nouns)
    if noun or last in words("adjectives") or last.endswith(ABSTRACT):
        return True
    form = verb_forms().get(last)
    return form is not None and not form.features.startswith("d")


def _is_full(name: Sequence[str]) -> bool:
    """Return whether a name has a given name and a family name; Al in Al Thani is neither."""
    given = name[0] in words("given_names") and name[0] != "Al"  # Ben Cole; Rahul Das
    particles = members("name-particles")
    return given or any(word.lower() not in particles for word in name[:-1])


def _is_short_for(name: str, person: Person) -> bool:
    """Return whether a name is the person's family name, or lacks only what is in the middle."""
    if _key(name) == _key(person.family) or _key(person.name).endswith(f" {_key(name)}"):
        return True
    short, whole = name.split(), person.name.split()
    if short[0].lower() in members("styles") and short[1:] == whole[: len(short) - 1]:
        return True  # Ratu Jone
    if INITIAL.fullmatch(short[0]) and len(short) == len(whole) == 2:
        return short[0][0] == whole[0][0] and short[1] == whole[1]  # E. Anu
    if whole[len(short) :][:1] and whole[len(short)].lower() in members("patronymics"):
        return whole[: len(short)] == short  # Abdul Rahman bin Haji Latif
    if members("patronymics") & {word.lower() for word in short[1:-1]}:
        return whole[: len(short)] == short  # Sultan bin Obaid Al Mazrouei
    if short[-1].rstrip(".") not in SUFFIXES and whole[-1].rstrip(".") in SUFFIXES:
        return False
    inner = len(short) < len(whole) and (short[0], short[-1]) == (whole[0], whole[-1])
    return inner and len(short) > 1 and set(short) <= set(whole)


def apposed_kin(clauses: Clauses, index: int, neighbor: int) -> str:
    """Return the sex that a word for family tells beside a name: his wife, NAME; empty if none."""
    if not _is_apposed(clauses, index, neighbor):
        return ""
    return sex_by_word("kin").get(clauses.chunk_tokens(neighbor)[-1].low, "")


def _is_apposed(clauses: Clauses, index: int, neighbor: int) -> bool:
    """Return whether a noun phrase is beside another, a comma between: not: NAME, whose sister."""
    if clauses.kinds[(index + neighbor) // 2] != "," or clauses.kinds[neighbor] != "NP":
        return False
    return clauses.firsts[max(index, neighbor)] != "whose"


def _shared_office(clauses: Clauses, index: int) -> Sequence[str]:
    """Return the office of B in “Ministers A and B”; empty if A has none in the plural."""
    if clauses.kinds[index - 1] != "CC" or clauses.lows[index - 1] != "and":
        return ()
    naming = clauses.full_name(index - 2)
    office = naming.office if naming is not None else ()
    if naming is not None and not any(map(title_base, office)):
        office = tuple(_apposed_office(clauses, index - 2, index - 4))
    return office if office and title_base(office[-1]) not in ("", office[-1].lower()) else ()


def _apposed_office(clauses: Clauses, index: int, neighbor: int) -> list[str]:
    """Return the words of an office between a comma and a name; empty if they are not an office."""
    if not _is_apposed(clauses, index, neighbor):
        return []
    tokens = clauses.chunk_tokens(neighbor)
    title = title_base(tokens[-1].text)
    if title != tokens[-1].low and tokens[-1].text[:1].isupper():
        return []  # In the Lords, NAME
    if not title or any(token.tag == "CC" for token in tokens):
        return []
    if neighbor > index and clauses.kinds[neighbor + 1] not in ENDS_APPOSITION:
        return []
    owned = max((i + 1 for i, token in enumerate(tokens) if token.tag == "POS"), default=0)
    office = [t.text for t in tokens[owned:] if t.tag not in ("DT", "PRPS", "CD")]
    first, last = country_in(office)[1] if title != tokens[-1].low else (0, 0)
    return office[:first] + office[last:]  # the Danish and Swedish ministers, A and B
