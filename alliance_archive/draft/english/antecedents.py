"""Whom a text has named up to a point: the people that pronouns, numbers and offices mean."""

from __future__ import annotations

from collections.abc import Sequence

from ..spans import Span
from .cast import Cast, Person, read_name
from .clauses import Clauses
from .gazetteer import body_in, country_in, title_base
from .mentions import NUMBERS, countries, single_name
from .tokens import Token

BACK = 3  # sentences looked back for the person a pronoun means
BACK_GROUP = 6  # sentences looked back for the people "they" means


class Antecedents:
    """The people named and meant, in reading order; those resolved last are what pronouns mean."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.groups: list[tuple[int, int, tuple[Person, ...]]] = []
        self.speakers: dict[int, list[Person]] = {}
        self.present: dict[int, list[tuple[int, Person]]] = {}

    def note_people(
        self, sentence_number: int, clauses: Clauses, leave_out: Sequence[Span]
    ) -> None:
        """Remember whom a sentence names outside the spans left out: a group when several."""
        named_people: list[tuple[int, Person]] = []
        for chunk in clauses.chunks:
            if chunk.kind != "NP":
                continue
            tokens = clauses.tokens[chunk.first : chunk.last]
            naming = read_name(tokens) or single_name(tokens)
            if naming is None or any(span.holds(naming.start) for span in leave_out):
                continue
            people = self.cast.find(naming, naming.start)
            if len(people) == 1 and people[0] not in [p for _, p in named_people]:
                named_people.append((naming.start, people[0]))
        self.present[sentence_number] = named_people
        if len(named_people) > 1:
            self.note_group(sentence_number, named_people[-1][0], tuple(p for _, p in named_people))
        self._note_counted(sentence_number, clauses)

    def _note_counted(self, sentence_number: int, clauses: Clauses) -> None:
        """Remember a group named by its number and office: all three defense chiefs."""
        for chunk in clauses.chunks:
            tokens = clauses.tokens[chunk.first : chunk.last]
            count = next((NUMBERS[t.low] for t in tokens if t.low in NUMBERS), None)
            if chunk.kind == "NP" and count and title_base(tokens[-1].text):
                people = self.they(
                    sentence_number, tokens[0].start, count, [t.text for t in tokens]
                )
                self.note_group(sentence_number, tokens[-1].end, tuple(people))

    def note_group(self, sentence_number: int, offset: int, people: tuple[Person, ...]) -> None:
        """Remember people named or meant together."""
        if len(people) > 1:
            self.groups.append((sentence_number, offset, people))

    def note_open_group(self, sentence_number: int, offset: int) -> None:
        """Remember that several were named whom the text leaves open."""
        self.groups.append((sentence_number, offset, ()))

    def note_speaker(self, sentence_number: int, people: Sequence[Person]) -> None:
        """Remember who spoke."""
        if len(people) == 1:
            self.speakers.setdefault(sentence_number, []).append(people[0])

    def he_or_she(self, sentence_number: int, offset: int, female: bool) -> list[Person]:
        """Return the one person of the nearest sentence that names any, or who spoke in it."""
        barred = "m" if female else "w"
        for back in range(BACK + 1):
            named_people = [
                p
                for o, p in self.present.get(sentence_number - back, ())
                if o < offset and p.sex != barred
            ]
            spoke = [p for p in self.speakers.get(sentence_number - back, ()) if p.sex != barred]
            candidates = {id(p): p for p in (*named_people, *spoke)}
            if len(candidates) == 1:
                return list(candidates.values())
            if candidates:
                return []
        return []

    def they(
        self, sentence_number: int, offset: int, count: int | None, office: Sequence[str]
    ) -> list[Person]:
        """Return the people last named together: so many, in that office, where the text says."""
        for group_sentence, group_offset, people in reversed(self.groups[-12:]):
            if group_offset >= offset or sentence_number - group_sentence > BACK_GROUP:
                continue
            if not people and count is None and not office:
                return []
            if people and _fits(people, count, office):
                return list(people)
        if count is not None and office:
            holders = [p for p in self.cast.people if p.holds(office) and p.first < offset]
            return holders if len(holders) == count else []
        return []

    def officers(
        self, sentence_number: int, offset: int, office: Sequence[str], all_: Sequence[Token]
    ) -> list[Person]:
        """Return one holder of the office from each state named: the defense chiefs of A and B."""
        codes = countries([token.text for token in all_])
        if len(codes) > 1:
            holders_named = []
            for code in codes:
                holders = [p for p in self.cast.people if p.country == code and p.holds(office)]
                if len(holders) != 1:
                    return []
                holders_named += holders
            return holders_named
        return self.they(sentence_number, offset, None, office)

    def officer(self, sentence_number: int, offset: int, office: Sequence[str]) -> list[Person]:
        """Return the one holder named before: the minister, the Pentagon chief."""
        code = country_in(office)[0] or body_in(office)[1]
        holders = [p for p in self.cast.people if p.first < offset and p.holds(office)]
        if code:
            holders = [p for p in holders if p.country in (code, "")] or holders
        if len(holders) < 2:
            return holders
        near = {
            id(p): p
            for back in range(BACK)
            for o, p in self.present.get(sentence_number - back, ())
            if o < offset and p in holders
        }
        return list(near.values()) if len(near) == 1 else []


def _fits(people: Sequence[Person], count: int | None, office: Sequence[str]) -> bool:
    """Return whether they are so many, and all in the office, where the text says."""
    if count is not None and len(people) != count:
        return False
    return not office or all(person.holds(office) for person in people)
