"""The people of a text: full names with office and country, found again by family name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ...model.records import Participant
from .clauses import Clauses
from .gazetteer import (
    body_in,
    country_in,
    domains_of,
    family_name,
    same_office,
    state_names,
    states,
    title_base,
    titles,
)
from .lexicon import members, words
from .sentences import Token

NAME_WORD = re.compile(r"[^\W\d_]\.?(?:[^\W\d_]|[-'’.])*$")
LONGEST_NAME = 4  # words
NO_OFFICES = frozenset(["mr.", "mrs.", "ms.", "miss", "counterpart"])
ENDS_APPOSITION = frozenset([",", "IN", ".", "PAREN", "REL", ""])
NOT_NAMES = frozenset(["january", "february", "march", "april", "may", "june", "july", "august"])


@dataclass(slots=True)
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

    @property
    def label(self) -> str:
        """The archive's id, else the name."""
        return self.known or self.name

    def holds(self, sought: Sequence[str]) -> bool:
        """Return whether one of the offices is the one asked for."""
        return any(same_office(sought, office) for office in self.offices)


class Naming(NamedTuple):
    """A noun phrase read as a name: words of the office before it and of the name."""

    office: tuple[str, ...]
    name: tuple[str, ...]
    start: int
    end: int


def read_name(tokens: Sequence[Token]) -> Naming | None:
    """Return office and name in the tokens of one noun phrase; None if it names nobody."""
    start = max((i + 1 for i, t in enumerate(tokens) if t.tag in ("DT", "PRPS")), default=0)
    kept = [token for token in tokens[start:] if token.tag not in ("Q", "PAREN")]
    name_start = _past_office(kept)
    tail = kept[name_start:]
    while tail and tail[-1].tag == "POS":
        tail = tail[:-1]
    if not tail or len(tail) > LONGEST_NAME or not all(map(_is_name_word, tail)):
        return None
    office = tuple(token.text for token in kept[:name_start] if token.tag != "POS")
    name = tuple(token.text for token in tail)
    if not _may_be_name(name, bool(office)):
        return None
    return Naming(office, name, tail[0].start, tail[-1].end)


def _past_office(tokens: Sequence[Token]) -> int:
    """Return where the name starts: after the last title, and "of Defense" where that follows."""
    index = max((i + 1 for i, t in enumerate(tokens) if title_base(t.text)), default=0)
    if [token.low for token in tokens[index : index + 1]] == ["of"]:
        index += 1
        while index < len(tokens) and tokens[index].low in members("fields"):
            index += 1
    return index


def _is_name_word(token: Token) -> bool:
    if token.tag == "NNP":
        return True
    capital = token.text[:1].isupper() and bool(NAME_WORD.match(token.text))
    return capital and token.tag in ("NN", "JJ")


def _may_be_name(name: Sequence[str], titled: bool) -> bool:
    lowered = [word.lower() for word in name]
    if any(word in NOT_NAMES or word in words("organizations") for word in lowered):
        return False
    if any(not word[:1].isupper() or (word.isupper() and len(word) > 2) for word in name):
        return False
    elsewhere = tuple(lowered) in states() or country_in(name)[0] or body_in(name)[0]
    return not elsewhere and (titled or len(name) > 1)


class Cast:
    """The people a text names, in order."""

    def __init__(self, known: Sequence[Participant] = ()) -> None:
        self.people: list[Person] = []
        self.by_name: dict[str, Person] = {}
        self.by_word: dict[str, list[Person]] = {}
        self.known = [entry for entry in known if entry.kind == "person"]
        self.bodies = [entry for entry in known if entry.kind != "person"]

    def read(self, clauses: Clauses) -> None:
        """Add the people named in full in a sentence, with the office before or in apposition."""
        for index, tokens in clauses.noun_phrases():
            naming = read_name(tokens)
            if naming is None:
                continue
            if len(naming.name) > 1:
                person = self._enter(naming)
                self._office(person, naming.office)
                self._apposition(person, clauses, index)
            elif naming.office:
                for person in self.by_word.get(naming.name[0], ())[-1:]:
                    self._office(person, naming.office)

    def read_alone(self, clauses: Clauses) -> None:
        """Add the people who have only an office and a surname: Mr. Mori, President Dragan."""
        for _, tokens in clauses.noun_phrases():
            naming = read_name(tokens)
            if naming is not None and naming.office and naming.name[0] not in self.by_word:
                self._office(self._enter(naming), naming.office)

    def _enter(self, naming: Naming) -> Person:
        name = " ".join(naming.name)
        if name not in self.by_name:
            person = Person(name, family_name(naming.name), naming.start)
            entry = _named_so(self.known, name)
            if entry is not None:
                person.known, person.country = entry.id, entry.country or ""
                person.family = entry.family_name or person.family
            self._add(person, naming.name)
        return self.by_name[name]

    def _add(self, person: Person, name: Sequence[str]) -> None:
        self.people.append(person)
        self.by_name[person.name] = person
        for word in name:
            self.by_word.setdefault(word, []).append(person)

    def _office(self, person: Person, office: Sequence[str]) -> None:
        if not office:
            return
        sexes = {titles().get(title_base(word), "") for word in office} - {""}
        person.sex = person.sex or (sexes.pop() if len(sexes) == 1 else "")
        code, state_range = country_in(office)
        body, body_code, body_range = body_in(office)
        person.country = person.country or code or body_code
        person.organization = person.organization or body
        named = {*range(*state_range), *range(*body_range)}
        kept = [word for index, word in enumerate(office) if index not in named]
        if kept and kept[-1].lower() not in NO_OFFICES:
            domain = [body] if body and domains_of([body]) else []
            title = (*domain, *kept)
            if title not in person.offices:
                person.offices.append(title)

    def _apposition(self, person: Person, clauses: Clauses, index: int) -> None:
        """Add an office in apposition to a name: NAME, a spokeswoman; his counterpart, NAME."""
        for neighbor in (index + 2, index - 2):
            office = _apposed_office(clauses, index, neighbor)
            if not office:
                continue
            if title_base(office[-1]) == "counterpart":
                self._like_counterpart(person, clauses, index)
            ahead = clauses.kind(neighbor + 1), clauses.kind(neighbor + 2)
            if neighbor > index and ahead == ("IN", "NP"):
                body = clauses.chunk_tokens(neighbor + 2)
                self._of_body(person, [token.text for token in body])
            self._office(person, office)

    def _like_counterpart(self, person: Person, clauses: Clauses, index: int) -> None:
        """Give the office of whoever the sentence named before: his Polish counterpart, NAME."""
        for chunk in reversed(clauses.chunks[:index]):
            naming = read_name(clauses.tokens[chunk.first : chunk.last])
            namesake = self.by_name.get(" ".join(naming.name)) if naming is not None else None
            if namesake is not None and namesake is not person:
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
        exact = self.by_name.get(" ".join(naming.name))
        if exact is not None:
            return [exact]
        surname = naming.name[-1]
        namesakes = self.by_word.get(surname, [])
        pool = [person for person in namesakes if person.family == surname] or namesakes
        earlier = [person for person in pool if person.first <= offset] or pool
        if len(earlier) > 1 and naming.office:
            earlier = [person for person in earlier if person.holds(naming.office)] or earlier
        return earlier or self._from_archive(naming, offset)

    def _from_archive(self, naming: Naming, offset: int) -> list[Person]:
        """Return the one person of the archive with that family name, added to the cast."""
        surname = naming.name[-1]
        entries = [e for e in self.known if surname == (e.family_name or e.name.split()[-1])]
        if len(entries) != 1:
            return []
        entry = entries[0]
        country = entry.country or ""
        person = Person(entry.name, surname, offset, country=country, known=entry.id)
        self._add(person, [surname])
        self._office(person, naming.office)
        return [person]

    def body(self, name: str) -> Participant | None:
        """Return the archive's organization or state so named."""
        return _named_so(self.bodies, name.casefold().removeprefix("the "))

    def body_label(self, name: str) -> str:
        """Return its id, else the name."""
        entry = self.body(name)
        return entry.id if entry is not None else name


def _named_so(entries: Sequence[Participant], name: str) -> Participant | None:
    """Return the first entry of the archive with a name, whatever its case."""
    folded = name.casefold()
    for entry in entries:
        if folded in {name_given.casefold() for name_given in (entry.name, *entry.other_names)}:
            return entry
    return None


def _apposed_office(clauses: Clauses, index: int, neighbor: int) -> list[str]:
    """Return the words of an office between a comma and a name; empty if they are not an office."""
    if clauses.kind((index + neighbor) // 2) != "," or clauses.kind(neighbor) != "NP":
        return []
    tokens = clauses.chunk_tokens(neighbor)
    if not title_base(tokens[-1].text) or any(token.tag == "CC" for token in tokens):
        return []
    if neighbor > index and clauses.kind(neighbor + 1) not in ENDS_APPOSITION:
        return []
    owned = max((i + 1 for i, token in enumerate(tokens) if token.tag == "POS"), default=0)
    return [token.text for token in tokens[owned:] if token.tag not in ("DT", "PRPS")]


def is_state(text: str) -> bool:
    """Return whether the words are a state's name."""
    return tuple(text.lower().removeprefix("the ").split()) in state_names()
