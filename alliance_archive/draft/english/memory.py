"""What a reader of a text remembers: who was named, meant and heard up to a point."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..extraction import Span
from .cast import Cast, Person
from .traces import Trace

BACK = 3  # sentences looked back for the person a pronoun means


class Choice(NamedTuple):
    """Whom a mention means, nobody if the text leaves it open, and who else it could be."""

    people: tuple[Person, ...] = ()
    others: tuple[Person, ...] = ()


NOBODY = Choice()


class Memory:
    """The people named and meant, in reading order; those resolved last are what pronouns mean."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.sentence = 0  # the number of the sentence that is read
        self.groups: list[tuple[int, int, tuple[Person, ...]]] = []
        self.speakers: dict[int, list[tuple[Person, Span]]] = {}
        self.traces: dict[int, list[Trace]] = {}
        self.plurals: dict[int, list[int]] = {}  # offsets of people who are not named
        self.reported: Sequence[Span] = ()  # the words before “…, X said” of the sentence
        self.company: set[int] = set()  # sentences in which others are “them”: A and B joined them
        self.pronouns: dict[int, Choice] = {}
        self.principals: dict[int, Person] = {}  # whom “his spokesman, NAME” speaks for
        self.represented: dict[
            int, Person
        ] = {}  # whose office, aide or lawyer speaks in a sentence
        self.pairs: list[tuple[Person, Person]] = []  # X and his counterpart, guest or host
        self.colleagues: list[tuple[Person, Person]] = []  # X and his colleague, of any office
        self.hosted: list[tuple[int, Person, Person]] = []  # in which sentence who received whom
        self.strangers: dict[str, int] = {}  # the sentence of the last “an official”, by the title
        self.asking: set[int] = set()  # sentences in which somebody asks a question
        self.asserting: dict[int, Person | None] = {}  # who last asserted something in a sentence

    def _leave(
        self, chunk: int, offset: int, people: Sequence[Person], sex: str, role: str = "oblique"
    ) -> None:
        """Remember that somebody is mentioned, who is one of these people."""
        person = people[0] if len(people) == 1 else None
        trace = Trace(chunk, offset, person, sex, role, False, tuple(people))
        self.traces[self.sentence].append(trace)

    def note_group(self, offset: int, people: Sequence[Person]) -> None:
        """Remember people named or meant together."""
        if len(people) > 1:
            self.groups.append((self.sentence, offset, tuple(people)))

    def note_known(self, offset: int) -> None:
        """Remember that those mentioned there are known."""
        plurals = self.plurals.get(self.sentence, [])
        if offset in plurals:
            plurals.remove(offset)

    def note_open_group(self, offset: int) -> None:
        """Remember that several people are meant whom the text does not identify."""
        self.groups.append((self.sentence, offset, ()))

    def note_speaker(
        self,
        people: Sequence[Person],
        reported: Span,
        asserts: bool = False,
        asks: bool = False,
    ) -> None:
        """Remember who spoke, and where what is reported stands; `asserts` if in a whole clause."""
        if asks:
            self.asking.add(self.sentence)
        if len(people) == 1:
            self.asserting[self.sentence] = people[0] if asserts else None
            self.speakers.setdefault(self.sentence, []).append((people[0], reported))
