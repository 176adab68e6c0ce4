"""Whom a group means: the two Ministers, both sides, the leaders; all of its members or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..cast import Person
from ..gazetteer import domains_of
from .course import NOBODY, Meant, Meetings
from .references import OTHER, VISITING, Reference
from .roster import GENERIC, fields_of, is_union, leads, may_be_called
from .vocabulary import head_of, listed

OF_FIELD = frozenset({"leader", "head", "principal", "official"})  # who may lead a field
PRESENT = frozenset({"participants", "members", "delegates"})


class Groups(Meetings):
    """Whom groups mean, from who meets and how many the text counts."""

    __slots__ = ()

    def _group(self, reference: Reference) -> Meant:
        if reference.kind == "states":
            states = self.roster.states if self.joint else self._group_states()
            if reference.count:
                alone = [code for code in states if not is_union(code)]
                states = alone if reference.count == len(alone) else states
            if reference.count == len(self.plural.states) and not self.plural.people:
                return self.plural
            return Meant(states=tuple(states)) if _counts(reference, states) else NOBODY
        if reference.kind == "sides":
            return self._sides(reference)
        if reference.owner == VISITING:
            return _all_of(reference, self._far())
        if reference.office == (OTHER,):
            return self._counterparts(reference)
        named = list(dict.fromkeys(self.before))
        outside = not any(person in self.pool() for person in named)
        if reference.kind == "counted" and not self.last and outside:
            return _all_of(reference, named) or self._officers(reference)
        two = reference.count == len(self.told) == 2
        if reference.kind == "counted" and self.groups_told and two:
            group = self.groups_told[-1]  # A informed the Presidents. Both thanked him.
            return group if len(group.people) == 2 and len(self.last.people) == 1 else NOBODY
        return self._officers(reference)

    def _far(self) -> list[Person]:
        """Return those who meet and are not of the state in which they meet; none if unknown."""
        homes = [(self.roster.state_of(person), person) for person in self.pool()]
        known = self.roster.host and all(state for state, _ in homes)
        return [person for state, person in homes if state != self.roster.host] if known else []

    def _counterparts(self, reference: Reference) -> Meant:
        """Return “both of her counterparts”, “their colleagues”: all but those who acted last."""
        own = (
            [self.single]
            if reference.owner != "their"
            else self.last.people[1:] and self.last.people
        )
        pool = self.pool()
        others = [person for person in pool if all(person is not one for one in own)]
        whole = len(others) + len(own) == len(pool) and reference.count in (None, len(others))
        return Meant(tuple(others)) if own and whole and len(others) > 1 else NOBODY

    def _group_states(self) -> list[str]:
        codes = list(dict.fromkeys(person.country for person in self.group if person.country))
        return codes if len(codes) > 1 else self.roster.states

    def _sides(self, reference: Reference) -> Meant:
        people = self.pool()
        some = [person for person in people if self.roster.state_of(person) in reference.name]
        if some and {self.roster.state_of(person) for person in some} == set(reference.name):
            return Meant(tuple(some))  # the Polish and Finnish sides, of three
        if self.roster.of_chairs and reference.office[0].lower() in PRESENT:
            return NOBODY  # all whom the chairs tell of
        if reference.owner == OTHER:
            return self._officers(replace(reference, office=()))  # the other two sides
        if not people and self.groups and not self.joint:
            return NOBODY  # those who meet now are not read
        if not people:
            states = self.roster.states
            meant = _counts(reference, states) and reference.office[0].lower() != "interlocutors"
            return Meant(states=tuple(states)) if meant else NOBODY
        codes = {person.country for person in people if person.country}
        sides = len(codes) if len(codes) > 1 and all(p.country for p in people) else None
        fits = reference.count in (None, sides, len(people), len(self.roster.titled)) or (
            sides is None and reference.count == len(self.roster.states)
        )
        whole = {id(p): p for p in (*people, *(() if self.joint else self.joined))}
        return Meant(tuple(whole.values())) if fits and len(people) > 1 else NOBODY

    def _officers(self, reference: Reference) -> Meant:
        """Return “the two Ministers”, “the Foreign Ministers”, “the Chiefs of Defense”."""
        called = self._called(reference) if reference.office else None
        if called is not None:
            return called
        fitting = self._fitting(reference, self.pool())
        if reference.owner == OTHER:
            fitting = [p for p in fitting if p not in self.last.people]
            fitting = [p for p in fitting if p.country not in self.last.states]
            return _all_of(reference, fitting) if self.last else NOBODY
        if near := self._near(reference, fitting) if reference.count else ():
            return Meant(tuple(near))
        if len(fitting) < 2 and reference.office:
            fitting = self._elsewhere(reference)
        for group in reversed(self.groups if reference.count else []):
            if reference.count == len(group) and reference.count != len(fitting):
                fitting = self._fitting(reference, group) or fitting
        if not self.joint and 0 < len(fitting) < (reference.count or 0) == len(self.group):
            fitting = self.group  # a Prime Minister and one with another title
        return _all_of(reference, fitting) or self._states_of(reference)

    def _elsewhere(self, reference: Reference) -> list[Person]:
        """Return those of an office who do not meet; none where only some are named."""
        office = reference.office
        named_so = len(office) > 1 or head_of(office[-1]) == "chief"
        fitting = self._fitting(reference, self.roster.people if named_so else self.before)
        some = self.joint and not self.pool() and len(fitting) < len(self.roster.states)
        return [] if some else fitting

    def _called(self, reference: Reference) -> Meant | None:
        """Return the Co-Chairs, the heads of the agencies, the two women; None for other words.

        A word without a number means whom it meant before.
        """
        word = reference.office[0].lower()
        if head_of(reference.office[-1]) in ("co-chair", "chair"):
            named = [self.chairs, self.roster.chairs]
            named = named[::-1] if reference.office[-1][0].isupper() else named
            two = self.pool() if self.joint and len(self.pool()) == 2 else []
            two = self.before if self.here else two or self.before
            return _all_of(reference, named[0] or named[1] or two)
        if reference.office[-1:] == ("of",):
            called = [p for p in self.roster.people if word in (o[0].lower() for o in p.offices)]
            return _all_of(reference, called) or self._states_of(reference)
        others = [] if self.joint else [p for p in self.pool() if p is not self.roster.home]
        if word == "counterparts" and len(others) == reference.count:
            return Meant(tuple(others))
        if word in ("guests", "visitors"):
            if far := self._far():
                return _all_of(reference, far)
            return _all_of(reference, [p for p in self.pool() if p not in self.last.people])
        return None

    def _near(self, reference: Reference, fitting: Sequence[Person]) -> list[Person]:
        """Return “the two Ministers” who acted, or were named, just before; none if all are meant.

        Others than those who meet may have acted; of those who meet, some may be named alone.
        """
        office = reference.office
        outside = any(person not in self.pool() for person in self.actors)
        aside = set(map(id, self.pair)) == set(map(id, self.last.people))
        all_hold = [all(p.holds(office) for p in some) for some in (fitting, self.pair)]
        complete = self.joint and reference.count == len(fitting) and not aside
        complete = complete or (self.joint and bool(fitting) and all_hold == [True, False])
        some = reference.count is not None and reference.count < len(fitting)
        pool = self.pool()
        exact = [person for person in pool if office and may_be_called(person, office)]
        if not outside and len(exact) == reference.count:
            return exact  # the two chiefs, not the Minister and a chief who acted
        lately = [
            [p for p in dict.fromkeys(near) if p in pool] for near in (self.here, self.earlier)
        ]
        title = office and head_of(office[-1]) in ("minister", "secretary", "chief")
        fits = not title or all(may_be_called(person, office) for person in self.actors)
        several = [
            self.actors if outside and fits else [],
            self.acted_before if any(p not in pool for p in self.acted_before) else [],
            lately[0] if some else [],
            [] if complete else self.pair,
            lately[1] if some else [],
        ]
        counted = (near for near in several if len(near) == reference.count or near in lately)
        named = (self._fitting(reference, near) for near in counted)
        return next((people for people in named if len(people) == reference.count), [])

    def _states_of(self, reference: Reference) -> Meant:
        """Return the states of ministers whom a joint statement does not name."""
        if (
            self.joint
            and not self.roster.parties
            and not reference.country
            and _counts(reference, self.roster.states)
        ):
            return Meant(states=tuple(self.roster.states))
        return NOBODY

    def _fitting(self, reference: Reference, pool: Sequence[Person]) -> list[Person]:
        fitting = list(pool)
        if reference.country:
            fitting = [person for person in fitting if person.country == reference.country]
        office = reference.office
        placed = [p for p in fitting if self.roster.state_of(p) in reference.name]
        if not office or (placed and len(placed) == reference.count):
            return placed or fitting
        if office[0].lower() == "heads":  # of State and Government
            office = ("leaders",)
        head, whole = head_of(office[-1]), self.joint and len(fitting) == len(self.pool())
        fitting = [p for p in fitting if head != "minister" or not _is_no_minister(p)]
        if whole and head in self.roster.all_called and not domains_of(office):
            return fitting  # the Chiefs, whom only the title calls so
        if head in OF_FIELD and (fields := domains_of(office)):  # the two defense principals
            return [person for person in fitting if fields & fields_of(person)]
        if head == "leader" and (led := self._leaders(reference, fitting)) is not None:
            return led
        called = [person for person in fitting if may_be_called(person, office)]
        heads = {head_of(word) for word in office} - {""}
        of_state = bool(reference.country) and heads <= GENERIC and not domains_of(office)
        if of_state or (len(office) == 1 and head_of(office[-1]) in GENERIC):
            return self._generic(reference, fitting, called)
        fields = domains_of(office)
        apart = any(fields and own and not fields & own for own in map(fields_of, fitting))
        if whole and not called and head in self.roster.called:
            return [] if apart else fitting  # not the Trade Ministers
        alike = [p for p in fitting if p in called or p.holds(office)]  # a Secretary of Defense
        better = reference.count == len(alike) if reference.count else len(called) == 1
        return alike if better and len(alike) > 1 else called

    def _leaders(self, reference: Reference, fitting: list[Person]) -> list[Person] | None:
        """Return “the leaders”, of states or governments; None where all may be called so."""
        led = [person for person in fitting if leads(person)]
        if sum(map(leads, self.roster.people)) > 1 and (not led or reference.count == len(led)):
            return led
        # A Prime Minister, his Minister and the host.
        return [] if not self.joint and 0 < len(led) < len(fitting) > 2 else None

    def _generic(
        self, reference: Reference, fitting: list[Person], called: list[Person]
    ) -> list[Person]:
        """Return “the Ministers”: all, even if only some are called so, but for better ones."""
        office, count = reference.office, reference.count
        groups = [g for g in (called, *self.groups) if len(g) == count and not self.joint]
        if any(all(may_be_called(person, office) for person in group) for group in groups):
            return called  # a Minister and a Secretary met, two Ministers before
        parted = head_of(office[-1]) == "secretary" or "secretary" in self.roster.groups
        if parted and 1 < len(called) < len(fitting):
            return called  # of Secretaries and Ministers
        some = called or any(not person.offices for person in fitting)
        some = some or head_of(office[-1]) not in ("minister", "secretary", "chief")
        heads = [{head_of(word) for held in p.offices for word in held} for p in fitting]
        mixed = {head_of(office[-1]) in own for own in heads} == {True, False}
        unclear = mixed and len(fitting) > 2 and not count and not self.joint
        return fitting if some and not unclear else []


def _is_no_minister(person: Person) -> bool:
    """Return whether somebody is a soldier or a Secretary General: Chief of Defense General."""
    heads = {head_of(word) for office in person.offices for word in office} - {""}
    soldier = heads <= {*listed("ranks"), "commandant"} - {"ambassador"}
    return bool(heads) and (soldier or heads in ({"secretary", "general"}, {"secretary-general"}))


def _all_of(reference: Reference, people: Sequence[Person]) -> Meant:
    """Return people, if they are several and as many as the text says."""
    whole = len(people) > 1 and reference.count in (None, len(people))
    return Meant(tuple(people)) if whole else NOBODY


def _counts(reference: Reference, states: Sequence[str]) -> bool:
    return len(states) > 1 and reference.count in (None, len(states))
