"""What a record of a meeting has told so far: who met, who acted, who was named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..cast import Person
from .roster import Roster


@dataclass(frozen=True, slots=True)
class Meant:
    """The people and states (by their codes) that words mean; neither where they leave it open."""

    people: tuple[Person, ...] = ()
    states: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.people or self.states)


NOBODY = Meant()


@dataclass(slots=True)
class Meetings:
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
    acted_before: list[Person] = field(default_factory=list)  # alone, in the paragraph before
    states_acted: list[str] = field(default_factory=list)  # codes, alone in this paragraph
    section: list[Person] = field(default_factory=list)  # named since the last heading
    joined: list[Person] = field(default_factory=list)  # who came to those who meet
    main: list[Person] = field(default_factory=list)  # who meets, while some of them act alone
    open_plural: bool = False  # whether the last several who acted are not known
    stranger: bool = False  # whether the last subject was a name that was not read
    both_sexes: bool = False  # whether the text has both he and she

    def new_paragraph(self) -> None:
        """Forget the several who acted, unless they were all; those who acted aside have left."""
        self.group, self.main = self.main or self.group, []
        self.earlier, self.here = self.here, []
        self.acted_before, self.actors, self.states_acted = self.actors, [], []
        self.chairs = []
        if set(map(id, self.plural.people)) != set(map(id, self.pool())):
            self.plural = NOBODY
            self.open_plural = False

    def meet(self, people: list[Person], *, aside: bool = False) -> None:
        """Remember who meets now; a pair is “the two” until others are named together.

        Those who only act together do so aside: in the next paragraph the others meet again.
        """
        self.main = (self.main or self.group) if aside else []
        if not aside:
            self.joined, self.acted_before = [], []
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

    def note(self, meant: Meant, named: Sequence[Person], several: bool) -> None:
        """Remember whom a clause had as subject and whom it named.

        An unknown one may be whom “he” means in the next clause: then the last known one is not.
        """
        self.last = meant
        self.stranger = not meant and (self.stranger or not several)
        if not meant and not several:
            self.single = None
        if several:
            self.open_plural = not meant
        if len(meant.people) == 1 and not meant.states:
            self.single = meant.people[0]
            self.actors += [] if self.single in self.actors else meant.people
        elif len(meant.people) + len(meant.states) > 1:
            self.plural, self.actors = meant, []
            others = [person for person in named if person not in meant.people]
            told = self.single if self.single and self.single.sex else None
            self.single = others[0] if len(others) == 1 else told  # whom they heard
        if len(meant.states) == 1 and not meant.people:
            self.states_acted += [c for c in meant.states if c not in self.states_acted]
        if len(meant.people) == 2:
            self.pair = list(meant.people)
        self.before = list(named)
