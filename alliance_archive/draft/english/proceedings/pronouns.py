"""Whom a pronoun means: he, she, they, we; the former and the latter."""

from __future__ import annotations

from collections.abc import Sequence

from ..cast import Person
from .course import NOBODY, Meant, Meetings
from .vocabulary import head_of

FEMALE = frozenset({"she", "her"})


class Pronouns(Meetings):
    """Whom pronouns mean, from who acted last and who meets."""

    __slots__ = ()

    def _pronoun(self, word: str, apart: Sequence[Person], *, teller: bool = False) -> Meant:
        if word == "i":
            return Meant((self.roster.home,)) if self.roster.home else NOBODY
        if word == "we":
            met = tuple(self.group) if len(self.group) > 1 else ()
            return Meant(met) if self.roster.home else self._all()
        if word == "they":
            return self._they()
        if word == "it":
            alone = len(self.last.states) == 1 and not self.last.people
            return self.last if alone else NOBODY
        return NOBODY if self.stranger else self._he_or_she(word, apart, teller=teller)

    def _he_or_she(self, word: str, apart: Sequence[Person], *, teller: bool) -> Meant:
        """Return the last who acted, if certain; else the only other who can be meant."""
        sex = "w" if word in FEMALE else "m"
        person = None if self.single in apart else self.single
        if teller and person is not None and person.sex in ("", sex):
            return Meant((person,))
        if person is not None and person.sex in ("", sex) and self._certain(person, sex, apart):
            return Meant((person,))
        told = person is not None and person.sex not in ("", sex)
        fits = ("", sex) if told else (sex,)
        acted = [p for p in self.actors if p is not person and p not in apart and p.sex in fits]
        if len(acted) == 1 and acted[0] not in self.pool():
            return Meant((acted[0],))  # who gave an account, before the visitor asked
        around = [p for p in self._around() if p is not person and p not in apart]
        others = [p for p in around if p.sex == sex]
        if person is not None and not person.sex and others:
            return NOBODY  # a visitor, whose sex is not told, or the one of the parties
        if not others and person is not None and person.sex not in ("", sex):
            others = [p for p in around if not p.sex]  # the other of a man and a woman
        return Meant((others[0],)) if len(others) == 1 else NOBODY

    def reacting(self, word: str, *, turned: bool = False) -> Meant | None:
        """Return the only other person who can have reacted to the last one; NOBODY if it is open.

        None if the pronoun may mean the last one, unless it is the other's turn.
        """
        sex = "w" if word in FEMALE else "m"
        if self.single is None or (self.single.sex == sex and not turned):
            return None
        two = turned and self.single in self.pool()
        for near in (() if two else (*self.before, *self.here), self.pool()):
            people = {id(p): p for p in near if p is not self.single and p.sex in ("", sex)}
            told = [p for p in people.values() if p.sex] if len(people) > 1 else people.values()
            if people:
                return Meant(tuple(told)) if len(told) == 1 else NOBODY
        return NOBODY

    def _around(self) -> list[Person]:
        near = {id(person): person for person in (*self.before, *self.pool()) or self.here}
        return list(near.values())

    def _certain(self, person: Person, sex: str, apart: Sequence[Person]) -> bool:
        """Return whether nobody else of the sentence before can be meant."""
        together = self.last.people[1:] and self.last.people  # A and B asked C; he agreed
        others = (p for p in self.before if p is not person and p not in (*apart, *together))
        return person.sex == sex or not any(p.sex in ("", sex) for p in others)

    def _all(self) -> Meant:
        if self.roster.parties:
            return Meant(tuple(self.roster.parties))
        return Meant(states=tuple(self.roster.states)) if len(self.roster.states) > 1 else NOBODY

    def _they(self) -> Meant:
        if self.open_plural:
            return NOBODY
        if len(self.actors) == 2 and self._apart():
            return Meant(tuple(self.actors))
        same = {id(p) for p in self.actors} == {id(p) for p in self.plural.people}
        if not same and 1 < len(self.actors) < len(self.pool()) and self.last.people[1:] == ():
            return NOBODY  # some who acted one by one, or all
        if self.plural:
            return self.plural
        if len(self.groups_told) == 1 and self.groups_told[0]:
            return self.groups_told[0]  # He appealed to the Ministers. They replied …
        if self.joint:
            two = len(self.roster.parties or self.roster.states) == 2
            return self._all() if two and self.last else NOBODY
        all_acted = bool(self.group) and all(person in self.actors for person in self.group)
        return Meant(tuple(self.group)) if all_acted or len(self.group) == 2 else NOBODY

    def _apart(self) -> bool:
        """Return whether the two who acted do not meet, or alone share a title."""
        if any(person not in self.pool() for person in self.actors):
            return True
        rest = [person for person in self.pool() if person not in self.actors]
        first, second = (_heads(person) for person in self.actors)
        return bool(rest and first & second) and not any(first & _heads(p) for p in rest)

    def _ordinal(self, word: str) -> Meant:
        """Return the second or the first of the two whom the sentence before names."""
        two = self.told
        if len(two) == 1:  # the two Ministers, in the order in which they were named before
            named = list({id(p): p for p in self.here if p in two[0].people}.values())
            two = [Meant((person,)) for person in named] if len(two[0].people) == 2 else []
        near = next((near for near in (self.actors, self.pair) if len(near) == 2), [])
        if len(two) != 2 and len(self.states_acted) == 2 and not self.last.people:
            two = [Meant(states=(code,)) for code in self.states_acted]
        two = two if len(two) == 2 else [Meant((person,)) for person in near]
        return two[1 if word == "latter" else 0] if len(two) == 2 and all(two) else NOBODY


def _heads(person: Person) -> set[str]:
    """Return the titles in somebody's offices: minister, secretary."""
    return {head_of(word) for office in person.offices for word in office} - {""}
