"""Whom a title alone means: the Prime Minister, the Polish leader, her counterpart."""

from __future__ import annotations

from collections.abc import Sequence

from ..cast import PEERS, Person
from ..gazetteer import domains_of
from .course import NOBODY, Meant, Meetings
from .references import OUR, THE, VISITING, Reference
from .roster import GENERIC, fields_of, leads, may_be_called, parts_of
from .vocabulary import head_of

CHAIRS = (["chair"], ["chairman"], ["chairwoman"], ["chairperson"])
SEXES = {"women": "w", "men": "m", "her": "w", "his": "m"}


class Titles(Meetings):
    """Whom titles mean, from who holds them and who meets."""

    __slots__ = ()

    def _title(self, reference: Reference) -> Meant:
        heads = [head_of(word) for word in reference.office]
        home = [] if self.joint or self.roster.home is None else [self.roster.home]
        if (owned := self._owned(reference, heads[-1:], home)) is not None:
            return owned
        pool = self._nameable()
        found = self._holders(reference, pool)
        exact = [p for p in found if any(_same(reference.office, o) for o in p.offices)]
        if len(found) > 1 and reference.office[0].lower() in ("his", "her"):
            return NOBODY  # His Excellency the Minister, of two
        if home and home[0] in found:  # the Minister, not the Deputy Minister of the other side
            found = [p for p in found if p is home[0] or not _is_deputy(p)]
        met = all(any(p is other for other in self.pool()) for p in found)
        near = () if met else (self.here, self.section)  # of two who meet either may be meant
        for likely in (self.pool(), exact, home, self.before, *near):
            if len(found) > 1:
                found = [p for p in found if any(p is other for other in likely)] or found
        if not found and reference.country:
            found = self._of_state(reference, pool)
        if not found and heads in CHAIRS and len(reference.office) == 1:
            found = self.roster.chairs if len(self.roster.chairs) == 1 else []
        found = found or self._at_home(reference, home)
        return Meant((found[0],)) if len(found) == 1 else NOBODY

    def _owned(self, reference: Reference, head: list[str], home: Sequence[Person]) -> Meant | None:
        """Return “our Minister”, “the visiting Minister”, a counterpart; None for other titles."""
        if head == ["counterpart"]:
            return self._counterpart(reference)
        if reference.owner == OUR:
            any_of_them = head[0] in GENERIC
            return Meant(
                tuple(p for p in home if any_of_them or may_be_called(p, reference.office))
            )
        if reference.owner == VISITING:
            several = len(self._holders(reference, self._nameable())) > 1
            return self._guest(self.pool()) or (NOBODY if several else None)
        if reference.owner:
            return NOBODY  # his spokesman
        excellency = head == ["excellency"]
        return self._excellency(SEXES.get(reference.office[0].lower(), "")) if excellency else None

    def _at_home(self, reference: Reference, home: list[Person]) -> list[Person]:
        """Return the Head of State, the Defense Chief, or who held the office on that day."""
        office = reference.office
        leading = [person for person in self.pool() if leads(person)]
        if code := "Head" in office and office[-1] in ("State", "Government") and reference.country:
            return [person for person in leading if self.roster.state_of(person) == code]
        if (office[0].lower(), reference.country) == ("head", ""):
            return leading if len(leading) == 1 else home
        fields = domains_of(office) if head_of(office[-1]) == "chief" else frozenset()
        if own := [p for p in home if fields & fields_of(p)]:
            return own
        held = self.roster.holder(office, reference.country)
        return [held] if held else []

    def _nameable(self) -> list[Person]:
        """Return all whom the text may tell of: not who provided it."""
        return [p for p in self.roster.people if all(p is not v for v in self.roster.voices)]

    def _holders(self, reference: Reference, pool: Sequence[Person]) -> list[Person]:
        """Return who holds an office; none if it is of the one whom a readout does not name."""
        if reference.office == self.roster.unnamed and not reference.country:
            return []
        return self.roster.officers(reference.office, reference.country, pool)

    def _of_state(self, reference: Reference, pool: Sequence[Person]) -> list[Person]:
        """Return those who may be of a state: of its office, or “the Polish leader” of who meet."""
        office = reference.office
        peers = [p for p in pool if p.country == reference.country and _is_peer(p)]
        if len(peers) == 1:
            return peers  # her Polish counterpart, NAME; the Polish Minister
        may_be = [p for p in pool if self.roster.state_of(p) in ("", reference.country)]
        found = [p for p in may_be if not p.country and may_be_called(p, office)]
        placed = [(self.roster.state_of(person), person) for person in self.pool()]
        heads = {head_of(word) for word in office}
        chairs = self.joint and heads & {"chair", "co-chair"}
        placed = placed if chairs or heads & GENERIC else []
        own = [person for state, person in placed if state == reference.country]
        return found or own or [person for state, person in placed if not state]

    def _excellency(self, sex: str) -> Meant:
        """Return “Her Excellency”: the woman of those who meet, or who may be one."""
        likely = [person for person in self.pool() if person.sex == sex]
        likely = likely or [person for person in self.pool() if not person.sex]
        return Meant(tuple(likely)) if sex and len(likely) == 1 else NOBODY

    def _counterpart(self, reference: Reference) -> Meant:
        """Return “her Polish colleague”, “his guest”, “the visitor”, “the host”."""
        if reference.owner == "host" and (host := self._the_host()):
            return host
        if reference.owner == THE and reference.name in (("guest",), ("visitor",)):
            near = self.pool() if self.joint or self.roster.home is None else [self.roster.home]
            if guest := self._guest(near):
                return guest
        owner = self._owner(reference.owner)
        if reference.owner and reference.country:
            return self._counterpart_of(owner, reference.country)
        if owner is None or reference.owner in ("", "their"):
            return NOBODY
        around = [*self.pool(), *self.before, *self.pair] or self.roster.people
        if owner in self.pair:
            around = self.pair
        elif self.pool() and owner not in self.pool():
            around = self.before
        return self._equal(owner, around)

    def _owner(self, owner: str) -> Person | None:
        """Return whose counterpart is meant: of “her”, the only woman; None of “their”."""
        person = self.roster.home if owner in (THE, "my") else self.single
        sex = {"her": "w", "his": "m"}.get(owner, "")
        if person is None or (sex and person.sex not in ("", sex)):
            near = self.pair if person is None and len(self.pair) == 2 else self.pool()
            same = [other for other in near if sex and other.sex == sex]
            person = same[0] if len(same) == 1 else None
        return None if owner == "their" else person

    def _the_host(self) -> Meant:
        """Return the only one of the state in which they meet, else of no state that is told."""
        homes = [(self.roster.state_of(p), p) for p in self.pool()]
        hosts = [p for state, p in homes if state == self.roster.host]
        hosts = hosts or [p for state, p in homes if not state]
        return Meant((hosts[0],)) if len(hosts) == 1 else NOBODY

    def _guest(self, people: Sequence[Person]) -> Meant:
        """Return the only one of some people who is not of the state in which they meet."""
        homes = {p.label: self.roster.state_of(p) for p in people}
        far = [p for p in people if homes[p.label] not in ("", self.roster.host)]
        known = self.roster.host and len(far) == 1 and all(homes.values())
        return Meant((far[0],)) if known else NOBODY

    def _counterpart_of(self, owner: Person | None, country: str) -> Meant:
        """Return “her Polish colleague”: of those nearest, one whose state is not told."""
        if owner is None:
            placed = [p for p in self.pool() if self.roster.state_of(p) == country]
            return Meant(tuple(placed)) if len(placed) == 1 else NOBODY
        near = [group for group in (self.pair, self.here) if owner in group]
        for group in (*near, self.pool(), self.before, self.roster.people):
            placed = [p for p in group if self.roster.state_of(p) == country]
            unplaced = [p for p in group if not p.country and p is not owner and group in near]
            if found := self._equal(owner, placed) or self._equal(owner, unplaced):
                return found
        return NOBODY

    def _equal(self, owner: Person, people: Sequence[Person]) -> Meant:
        """Return the only other person, or the only one with the title or field of the owner."""
        others = list({id(p): p for p in people if p is not owner}.values())
        fields = fields_of(owner)
        if len(others) > 1:
            equal = [p for p in others if any(may_be_called(p, o) for o in owner.offices)]
            others = equal or others
        if len(others) > 1:
            others = [p for p in others if fields & fields_of(p)]
        return Meant((others[0],)) if len(others) == 1 else NOBODY


def _is_deputy(person: Person) -> bool:
    """Return whether each office of a person is a deputy's."""
    return all({"deputy", "vice"} & {w.lower() for w in office} for office in person.offices)


def _is_peer(person: Person) -> bool:
    """Return whether the text gives a person no office but a counterpart's."""
    return bool(person.offices) and all(o[-1].lower() in PEERS for o in person.offices)


def _same(sought: Sequence[str], office: Sequence[str]) -> bool:
    """Return whether an office begins or ends as the one sought: Chief of Staff of the Forces."""
    words, held = (tuple(word.lower() for word in some) for some in (sought, office))
    delegate = len(words) == 1 and held[1:2] == ("delegate",)  # not simply “the Minister”
    second = parts_of(held)[1:] if held[:1] == ("deputy",) else ()  # Deputy Prime Minister and …
    also = any(part[: len(words)] == words for part in second)
    return also or (words in (held[: len(words)], held[-len(words) :]) and not delegate)
