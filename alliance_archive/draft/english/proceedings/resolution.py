"""Whom the subjects of a meeting's record mean, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..cast import Person
from .course import NOBODY, Meant
from .groups import Groups
from .pronouns import Pronouns
from .references import Reference
from .roster import QUALIFIERS
from .titles import Titles
from .vocabulary import head_of, is_plural

SINGULAR = (("he",), ("she",), ("i",))


class Course(Pronouns, Titles, Groups):
    """The course of a record: what its references mean where it has come to."""

    __slots__ = ()

    def meaning(self, reference: Reference, beside: Sequence[Reference] = ()) -> Meant:
        """Return whom one reference means: a pronoun, nobody who is named beside it."""
        if reference.kind == "person":
            found = self.roster.named(reference.name, reference.office)
            return Meant(tuple(found)) if len(found) == 1 else NOBODY
        if reference.kind in ("state", "body"):
            return Meant(states=(self.roster.body(reference.country),))
        if reference.kind == "pronoun":
            teller = bool(reference.owner)  # according to her: the last who told something
            return self._pronoun(reference.name[0], self.named(beside), teller=teller)
        if reference.kind == "ordinal":
            return self._ordinal(reference.name[0])
        if reference.parts:
            return self._row(reference)
        return self._of_office(reference) or self._of_office(_foreign_minister(reference))

    def _of_office(self, reference: Reference) -> Meant:
        return self._title(reference) if reference.kind == "title" else self._group(reference)

    def _row(self, reference: Reference) -> Meant:
        people = [person for part in reference.parts for person in self.meaning(part).people]
        complete = len(people) == len(reference.parts) and reference.count in (None, len(people))
        return Meant(tuple(people)) if complete else NOBODY

    def named(self, references: Sequence[Reference]) -> list[Person]:
        """Return the people whom names and titles mean."""
        plain = (r for r in references if r.kind in ("person", "title") and not r.owner)
        named = (self.meaning(reference) for reference in plain)
        return [person for meant in named for person in meant.people]

    def subject(self, row: Sequence[Reference], beside: Sequence[Reference] = ()) -> Meant:
        """Return whom a row of references means: all of them, or nobody."""
        meanings, single = [], self.single
        for reference in row:
            if reference.kind == "pronoun":
                self.single = single  # his colleague and he
            meanings.append(self.meaning(reference, beside))
            if len(meanings[-1].people) == 1 and len(row) > 1:
                self.single = meanings[-1].people[0]  # whose counterparts are named beside
        self.single = single
        if not all(meanings):
            return NOBODY
        people = {id(person): person for meant in meanings for person in meant.people}
        states = dict.fromkeys(code for meant in meanings for code in meant.states)
        alone = sum(len(meant.people) for meant in meanings)
        singles = all(r.kind in ("person", "title") or r.name[:1] in SINGULAR for r in row)
        if singles and alone != len(people):
            return NOBODY  # “the Secretary and the Minister” cannot be the same person
        if len(row) == 1 and self._may_be_all(row[0], list(people.values())):
            return NOBODY
        return Meant(tuple(people.values()), tuple(states))

    def _may_be_all(self, group: Reference, people: Sequence[Person]) -> bool:
        """Return whether “the Vice Ministers” may be all: the others are deputies, too."""
        deputies = QUALIFIERS - {"prime"}
        office = {word.lower() for word in group.office}
        if not self.joint or len(people) < 2 or group.count or not office & deputies:
            return False
        rest = [p for p in self.pool() if p not in people]
        others = ({word.lower() for held in p.offices for word in held} for p in rest)
        return bool(rest) and all(words & deputies for words in others)


def _foreign_minister(reference: Reference) -> Reference:
    """Return a Chancellor, where nobody is one, as a Foreign Minister: so in Latin America."""
    last = reference.office[-1] if reference.office else ""
    if head_of(last) != "chancellor":
        return reference
    return replace(reference, office=("Foreign", "Ministers" if is_plural(last) else "Minister"))
