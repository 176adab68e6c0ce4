"""Whom the subjects of a meeting's record mean, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..cast import Person
from ..gazetteer import domains_of
from .names import OTHER, THE, VISITING, Reference
from .offices import head_of
from .roster import GENERIC, Roster, is_union, may_be_called

CHAIRS = (["chair"], ["chairman"], ["chairwoman"], ["chairperson"])
LEADERS = frozenset({"president", "premier", "chancellor", "king", "queen", "emir", "sultan"})
SEXES = {"women": "w", "men": "m", "her": "w", "his": "m"}
FEMALE = frozenset({"she", "her"})


@dataclass(frozen=True, slots=True)
class Meant:
    """The people and states (by their codes) that words mean; neither where they leave it open."""

    people: tuple[Person, ...] = ()
    states: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.people or self.states)


NOBODY = Meant()


@dataclass(slots=True)
class Course:
    """What was said so far: who acted last, who met, whom the sentence before named."""

    roster: Roster
    joint: bool
    group: list[Person] = field(default_factory=list)  # who meets now
    groups: list[list[Person]] = field(default_factory=list)  # all who met so far
    last: Meant = NOBODY  # the last subject
    single: Person | None = None  # the last subject that was one person
    plural: Meant = NOBODY  # the last subject that was several, in this paragraph
    pair: list[Person] = field(default_factory=list)  # those named together last
    before: list[Person] = field(default_factory=list)  # whom the sentence before names
    told: list[Meant] = field(default_factory=list)  # all whom the clause before names, in order
    groups_told: list[Meant] = field(default_factory=list)  # those of them who are groups
    here: list[Person] = field(default_factory=list)  # whom this paragraph names so far
    earlier: list[Person] = field(default_factory=list)  # whom the paragraph before names
    chairs: list[Person] = field(default_factory=list)  # of what this paragraph tells of
    actors: list[Person] = field(default_factory=list)  # who acted alone in this paragraph
    section: list[Person] = field(
        default_factory=list
    )  # whom the text since the last heading names
    joined: list[Person] = field(default_factory=list)  # who came to those who meet
    main: list[Person] = field(default_factory=list)  # who meets, while some of them act alone
    open_plural: bool = False  # whether the last several who acted are not known
    both_sexes: bool = False  # whether the text has both he and she

    def new_paragraph(self) -> None:
        """Forget the several who acted, unless they were all; those who acted aside have left."""
        self.group, self.main = self.main or self.group, []
        self.earlier, self.here = self.here, []
        self.chairs, self.actors = [], []
        if set(map(id, self.plural.people)) != set(map(id, self.pool())):
            self.plural = NOBODY
            self.open_plural = False

    def meet(self, people: list[Person], *, aside: bool = False) -> None:
        """Remember who meets now; a pair is “the two” until others are named together.

        Those who only act together do so aside: in the next paragraph the others meet again.
        """
        self.main = (self.main or self.group) if aside else []
        if not aside:
            self.joined = []
        self.group, self.actors = people, []
        self.pair = people if len(people) == 2 else []
        self.groups.append(people)

    def leave(self) -> None:
        """Forget who met: they were elsewhere."""
        self.group, self.main, self.pair, self.before = [], [], [], []
        self.plural, self.single, self.earlier = NOBODY, None, []

    @property
    def met(self) -> list[Person]:
        """All who met so far, each once."""
        return list({id(person): person for group in self.groups for person in group}.values())

    def pool(self) -> list[Person]:
        """Return those whom “the Ministers” and “both sides” are taken from."""
        return self.roster.parties if self.joint else self.group

    def meaning(self, reference: Reference, beside: Sequence[Reference] = ()) -> Meant:
        """Return whom one reference means: a pronoun, nobody who is named beside it."""
        if reference.kind == "person":
            found = self.roster.named(reference.name, reference.office)
            return Meant(tuple(found)) if len(found) == 1 else NOBODY
        if reference.kind in ("state", "body"):
            return Meant(states=(self.roster.body(reference.country),))
        if reference.kind == "pronoun":
            return self._pronoun(reference.name[0], self._named(beside))
        if reference.kind == "title":
            return self._title(reference)
        if reference.kind == "ordinal":
            return self._ordinal(reference.name[0])
        if reference.parts:
            return self._row(reference)
        return self._group(reference)

    def _ordinal(self, word: str) -> Meant:
        """Return the second or the first of the two whom the sentence before names."""
        two = self.told
        if len(two) == 1:  # the two Ministers, in the order in which they were named before
            named = list({id(p): p for p in self.here if p in two[0].people}.values())
            two = [Meant((person,)) for person in named] if len(two[0].people) == 2 else []
        if len(two) != 2 and len(self.actors) == 2:
            two = [Meant((person,)) for person in self.actors]
        return two[1 if word == "latter" else 0] if len(two) == 2 and all(two) else NOBODY

    def _row(self, reference: Reference) -> Meant:
        people = [person for part in reference.parts for person in self.meaning(part).people]
        complete = len(people) == len(reference.parts) and reference.count in (None, len(people))
        return Meant(tuple(people)) if complete else NOBODY

    def _named(self, references: Sequence[Reference]) -> list[Person]:
        plain = (r for r in references if r.kind in ("person", "title") and not r.owner)
        named = (self.meaning(reference) for reference in plain)
        return [person for meant in named for person in meant.people]

    def subject(self, row: Sequence[Reference], beside: Sequence[Reference] = ()) -> Meant:
        """Return whom a row of references means: all of them, or nobody."""
        meanings, single = [], self.single
        for reference in row:
            meanings.append(self.meaning(reference, beside))
            if len(meanings[-1].people) == 1 and len(row) > 1:
                self.single = meanings[-1].people[0]  # whose counterparts are named beside
        self.single = single
        if not all(meanings):
            return self._each(row)
        people = {id(person): person for meant in meanings for person in meant.people}
        states = dict.fromkeys(code for meant in meanings for code in meant.states)
        alone = sum(len(meant.people) for meant in meanings)
        singles = all(r.kind in ("person", "title") for r in row)
        if singles and alone != len(people):
            return NOBODY  # “the Secretary and the Minister” cannot be the same person
        return Meant(tuple(people.values()), tuple(states))

    def _each(self, row: Sequence[Reference]) -> Meant:
        """Return all who meet, if an office of a row is of each: the Minister and the Head."""
        pool, titles_ = self.pool(), [r for r in row if r.kind == "title" and not r.owner]
        if len(pool) != len(titles_) or len(pool) != len(row) or len(pool) < 2:
            return NOBODY
        held = [[p for p in pool if may_be_called(p, reference.office)] for reference in titles_]
        known = {id(person) for people in held for person in people}
        return Meant(tuple(pool)) if all(held) and len(known) == len(pool) else NOBODY

    def note(self, meant: Meant, named: Sequence[Person], several: bool) -> None:
        """Remember whom a clause had as subject and whom it named.

        An unknown one may be whom “he” means in the next clause: then the last known one is not.
        """
        self.last = meant
        if not meant and not several:
            self.single = None
        if several:
            self.open_plural = not meant
        if len(meant.people) == 1 and not meant.states:
            self.single = meant.people[0]
            self.actors += [] if self.single in self.actors else meant.people
        elif len(meant.people) + len(meant.states) > 1:
            self.plural, self.actors = meant, []
        if len(meant.people) == 2:
            self.pair = list(meant.people)
        self.before = list(named)

    def _pronoun(self, word: str, apart: Sequence[Person]) -> Meant:
        if word == "we":
            return self._all()
        if word == "they":
            return self._they()
        if word == "it":
            alone = len(self.last.states) == 1 and not self.last.people
            return self.last if alone else NOBODY
        sex = "w" if word in FEMALE else "m"
        person = None if self.single in apart else self.single
        if person is not None and person.sex in ("", sex) and self._certain(person, sex, apart):
            return Meant((person,))
        around = [p for p in self._around() if p is not person and p not in apart]
        others = [p for p in around if p.sex == sex]
        if person is not None and not person.sex and person not in self.pool() and others:
            return NOBODY  # a visitor, whose sex is not told, or the one of the parties
        if not others and person is not None and person.sex not in ("", sex):
            others = [p for p in around if not p.sex]  # the other of a man and a woman
        return Meant((others[0],)) if len(others) == 1 else NOBODY

    def reacting(self, word: str) -> Meant | None:
        """Return the only other person who can have reacted to the last one; NOBODY if it is open.

        None if the pronoun may mean the last one.
        """
        sex = "w" if word in FEMALE else "m"
        if self.single is None or self.single.sex == sex:
            return None
        for near in ((*self.before, *self.here), self.pool()):
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
        if person.sex == sex or not self.both_sexes:
            return True
        others = (p for p in self.before if p is not person and p not in apart)
        return not any(p.sex in ("", sex) for p in others)

    def _all(self) -> Meant:
        if self.roster.parties:
            return Meant(tuple(self.roster.parties))
        return Meant(states=tuple(self.roster.states)) if len(self.roster.states) > 1 else NOBODY

    def _they(self) -> Meant:
        if self.open_plural:
            return NOBODY
        if len(self.actors) == 2 and any(p not in self.pool() for p in self.actors):
            return Meant(tuple(self.actors))
        if self.plural:
            return self.plural
        if len(self.groups_told) == 1 and self.groups_told[0]:
            return self.groups_told[0]  # He appealed to the Ministers. They replied …
        if self.joint:
            two = len(self.roster.parties or self.roster.states) == 2
            return self._all() if two and self.last else NOBODY
        return Meant(tuple(self.group)) if len(self.group) == 2 else NOBODY

    def _title(self, reference: Reference) -> Meant:
        heads = [head_of(word) for word in reference.office]
        if heads and heads[-1] == "counterpart":
            return self._counterpart(reference)
        if reference.owner:
            return NOBODY  # his spokesman
        if heads[-1:] == ["excellency"]:
            return self._excellency(SEXES.get(reference.office[0].lower(), ""))
        pool = [
            p for p in self.roster.people if not any(p is voice for voice in self.roster.voices)
        ]
        found = self.roster.officers(reference.office, reference.country, pool)
        if reference.office == self.roster.unnamed and not reference.country:
            found = []
        home = [] if self.joint or self.roster.home is None else [self.roster.home]
        exact = [p for p in found if any(_same(reference.office, o) for o in p.offices)]
        met = all(any(p is other for other in self.pool()) for p in found)
        near = () if met else (self.here, self.section)  # of two who meet either may be meant
        for likely in (self.pool(), exact, home, self.before, *near):
            if len(found) > 1:
                found = [p for p in found if any(p is other for other in likely)] or found
        if not found and reference.country:
            found = self._of_state(reference, pool)
        if not found and heads in CHAIRS and len(reference.office) == 1:
            found = self.roster.chairs if len(self.roster.chairs) == 1 else []
        if not found and (reference.office[0].lower(), reference.country) == ("head", ""):
            found = home  # the Head of State
        if not found:
            held = self.roster.holder(reference.office, reference.country)
            found = [held] if held else []
        return Meant((found[0],)) if len(found) == 1 else NOBODY

    def _of_state(self, reference: Reference, pool: Sequence[Person]) -> list[Person]:
        """Return those who may be of a state: of its office, or “the Polish leader” of who meet."""
        office = reference.office
        found = [p for p in pool if not p.country and may_be_called(p, office)]
        placed = [(self.roster.state_of(person), person) for person in self.pool()]
        placed = placed if head_of(office[-1]) in GENERIC else []
        own = [person for state, person in placed if state == reference.country]
        return found or own or [person for state, person in placed if not state]

    def _excellency(self, sex: str) -> Meant:
        """Return “Her Excellency”: the woman of those who meet, or who may be one."""
        likely = [person for person in self.pool() if person.sex == sex]
        likely = likely or [person for person in self.pool() if not person.sex]
        return Meant(tuple(likely)) if sex and len(likely) == 1 else NOBODY

    def _counterpart(self, reference: Reference) -> Meant:
        owner = self.roster.home if reference.owner == THE else self.single
        sex = {"her": "w", "his": "m"}.get(reference.owner, "")
        if owner is None or (sex and owner.sex not in ("", sex)):
            near = self.pair if owner is None and len(self.pair) == 2 else self.pool()
            same = [person for person in near if sex and person.sex == sex]
            owner = same[0] if len(same) == 1 else None
        if reference.owner in ("", "their") or owner is None:
            return NOBODY
        around = (*self.pool(), *self.before, *self.pair) or self.roster.people
        if owner in self.pair:
            around = self.pair
        elif self.pool() and owner not in self.pool():
            around = self.before
        pool = {id(p): p for p in around}
        others = [p for p in pool.values() if p is not owner]
        if reference.country:
            placed = [p for p in others if self.roster.state_of(p) == reference.country]
            others = placed or [p for p in others if owner in self.pair and not p.country]
        if len(others) > 1:
            others = [
                p for p in others if any(may_be_called(p, office) for office in owner.offices)
            ]
        return Meant((others[0],)) if len(others) == 1 else NOBODY

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
            own = reference.office == ("Commission",) and not self.joint  # not those who met
            return Meant(states=reference.office) if own else self._sides(reference)
        if reference.owner == VISITING:
            return NOBODY
        if reference.office == (OTHER,):
            return self._counterparts(reference)
        if reference.kind == "counted" and self.groups_told and len(self.told) == 2:
            both = self._group_told(reference)
            if reference.count == 2 or both:
                return both
        if secretaries := self._secretaries(reference):
            return Meant(tuple(secretaries))
        return self._officers(reference)

    def _group_told(self, reference: Reference) -> Meant:
        """Return “Both” after “The Secretary assured the two Ministers …”: those two."""
        several = self.groups_told[-1].people
        single = [p for meant in self.told if len(meant.people) == 1 for p in meant.people]
        apart = not any(person in several for person in single)
        return Meant(several) if apart and len(several) == reference.count else NOBODY

    def _counterparts(self, reference: Reference) -> Meant:
        """Return “both of her counterparts”: all but the one who acted last."""
        pool = self.pool()
        if not any(person is self.single for person in pool):
            with_single = (g for g in reversed(self.groups) if self.single in g)
            pool = next(with_single, pool)
        others = [person for person in pool if person is not self.single]
        whole = len(others) < len(pool) and reference.count in (None, len(others))
        return Meant(tuple(others)) if whole and len(others) > 1 else NOBODY

    def _group_states(self) -> list[str]:
        codes = list(dict.fromkeys(person.country for person in self.group if person.country))
        return codes if len(codes) > 1 else self.roster.states

    def _sides(self, reference: Reference) -> Meant:
        people = self.pool()
        if reference.owner == OTHER:  # the other two sides
            own = {*self.last.states, *(person.country for person in self.last.people)}
            rest = [person for person in people if person.country not in own]
            fits = self.last and all(p.country for p in people) and reference.count == len(rest)
            return Meant(tuple(rest)) if fits else NOBODY
        if not people:
            states = self.roster.states
            return Meant(states=tuple(states)) if _counts(reference, states) else NOBODY
        codes = {person.country for person in people if person.country}
        sides = len(codes) if len(codes) > 1 and all(p.country for p in people) else None
        fits = reference.count in (None, sides, len(people), len(self.roster.titled)) or (
            sides is None and reference.count == len(self.roster.states)
        )
        whole = {id(p): p for p in (*people, *(() if self.joint else self.joined))}
        return Meant(tuple(whole.values())) if fits and len(people) > 1 else NOBODY

    def _officers(self, reference: Reference) -> Meant:
        """Return “the two Ministers”, “the Foreign Ministers”, “the Chiefs of Defense”."""
        if reference.office and head_of(reference.office[-1]) in ("co-chair", "chair"):
            return _all_of(reference, self.chairs or self.roster.chairs or self.before)
        if reference.office[-1:] == ("of",):  # the heads of the agencies: those who are named so
            word = reference.office[0].lower()
            called = [p for p in self.roster.people if word in (o[0].lower() for o in p.offices)]
            return _all_of(reference, called) or self._states_of(reference)
        if sex := SEXES.get(" ".join(reference.office).lower()):
            return _all_of(reference, [person for person in self.pool() if person.sex == sex])
        fitting = self._fitting(reference, self.pool())
        if reference.owner == OTHER:
            fitting = [p for p in fitting if p not in self.last.people]
            fitting = [p for p in fitting if p.country not in self.last.states]
            return _all_of(reference, fitting) if self.last else NOBODY
        if near := self._near(reference, fitting) if reference.count else ():
            return Meant(tuple(near))
        if len(fitting) < 2 and reference.office:
            named_so = len(reference.office) > 1 or head_of(reference.office[-1]) == "chief"
            fitting = self._fitting(reference, self.roster.people if named_so else self.before)
        for group in reversed(self.groups if reference.count else []):
            if reference.count == len(group) and reference.count != len(fitting):
                fitting = self._fitting(reference, group)
        if len(fitting) == 1 and not self.joint and reference.count == len(self.group):
            fitting = self.group  # a Prime Minister and one with another title
        return _all_of(reference, fitting) or self._states_of(reference)

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
        lately = [
            [p for p in dict.fromkeys(near) if p in pool] for near in (self.here, self.earlier)
        ]
        title = office and head_of(office[-1]) in ("minister", "secretary", "chief")
        fits = not title or any(may_be_called(person, office) for person in self.actors)
        several = [
            self.actors if outside and fits else [],
            lately[0] if some else [],
            [] if complete else self.pair,
            lately[1] if some else [],
        ]
        counted = (near for near in several if len(near) == reference.count or near in lately)
        named = (self._fitting(reference, near) for near in counted)
        return next((people for people in named if len(people) == reference.count), [])

    def _secretaries(self, reference: Reference) -> list[Person]:
        """Return the Secretaries among parties who are Secretaries and Ministers."""
        if not self.joint or [w.lower() for w in reference.office] != ["secretaries"]:
            return []
        heads = [
            {head_of(word) for office in p.offices for word in office} & {"secretary", "minister"}
            for p in self.pool()
        ]
        found = [p for p, own in zip(self.pool(), heads, strict=True) if own == {"secretary"}]
        mixed = {"minister"} in heads and all(len(own) == 1 for own in heads)
        return found if mixed and len(found) > 1 else []

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

    def _mixed(self, people: Sequence[Person], office: Sequence[str]) -> bool:
        """Return whether only some have just that title: a Minister and a Secretary."""
        heads = {head_of(office[-1]), "counterpart"}
        exact = [any(heads & set(map(head_of, held)) for held in p.offices) for p in people]
        others = [p for p in self.roster.people if p not in people and may_be_called(p, office)]
        return any(exact) and not all(exact) and (len(people) > 2 or bool(others))

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
        if whole and head in self.roster.all_called:
            return fitting  # the Chiefs, whom only the title calls so
        if head == "leader" and sum(map(_leads, self.roster.people)) > 1:
            led = [person for person in fitting if _leads(person)]
            if not led or reference.count == len(led):
                return led
        called = [person for person in fitting if may_be_called(person, office)]
        heads = {head_of(word) for word in office} - {""}
        of_state = bool(reference.country) and heads <= GENERIC and not domains_of(office)
        if of_state or (len(office) == 1 and head_of(office[-1]) in GENERIC):
            return self._generic(reference, fitting, called)
        if whole and not called and head in self.roster.called:
            return fitting
        alike = [person for person in fitting if person.holds(office)]  # a Secretary of Defense
        return alike if reference.count == len(alike) != len(called) else called

    def _generic(
        self, reference: Reference, fitting: list[Person], called: list[Person]
    ) -> list[Person]:
        """Return “the Ministers”: all, even if only some are called so, but for better ones."""
        office, count = reference.office, reference.count
        groups = [g for g in (called, *self.groups) if len(g) == count and not self.joint]
        if any(all(may_be_called(person, office) for person in group) for group in groups):
            return called  # a Minister and a Secretary met, two Ministers before
        mixed = not self.joint and count is None and self._mixed(fitting, office)
        some = called or any(not person.offices for person in fitting)
        some = some or head_of(office[-1]) not in ("minister", "secretary", "chief")
        return fitting if some and not mixed else []


def _leads(person: Person) -> bool:
    """Return whether somebody leads a state or its government."""
    offices = [[word.lower() for word in office] for office in person.offices]
    return any("prime" in office or head_of(office[0]) in LEADERS for office in offices)


def _same(sought: Sequence[str], office: Sequence[str]) -> bool:
    """Return whether an office begins as the one sought: Chief of Staff of the Armed Forces."""
    return [word.lower() for word in sought] == [word.lower() for word in office[: len(sought)]]


def _all_of(reference: Reference, people: Sequence[Person]) -> Meant:
    """Return people, if they are several and as many as the text says."""
    whole = len(people) > 1 and reference.count in (None, len(people))
    return Meant(tuple(people)) if whole else NOBODY


def _counts(reference: Reference, states: Sequence[str]) -> bool:
    return len(states) > 1 and reference.count in (None, len(states))
