"""Whom “they”, “the two leaders” and “the ministers of A and B” mean."""

from __future__ import annotations

from collections.abc import Sequence

from .cast import Person
from .gazetteer import country_in, title_base
from .memory import NOBODY, Choice, Memory
from .mentions import countries
from .sentences import Token

BACK_GROUP = 4  # sentences looked back for the people "they" means
HOST = [("host",)]
LOOSE = frozenset({"diplomat", "official"})  # titles that hold for many offices
MINISTER, SECRETARY = ("minister",), ("secretary",)


class Groups(Memory):
    """Resolves mentions of several people."""

    def they(self, offset: int, count: int | None, office: Sequence[str], sex: str = "") -> Choice:
        """Return the people last named together, of the number and office that the text gives.

        Without number and office, nobody if others are mentioned beside them.
        """
        bare = count is None and not office
        for group_sentence, group_offset, people in reversed(self.groups[-12:]):
            far = self.sentence - group_sentence > BACK_GROUP
            if group_offset >= offset or (far and not (count and self._only(people))):
                continue
            if not people and not office:
                return NOBODY
            if bare and self._others_since(group_sentence, offset):
                return Choice((), people)
            if people and _fits(people, count, office, sex):
                strangers = not (office or (count or 0) > 2) and (
                    self._strangers_since(group_sentence, people, sex)
                    or group_sentence in self.company
                )
                return Choice((), people) if strangers else Choice(people)
        if count is not None and office:
            pairs = {frozenset(pair): pair for pair in self.pairs if _may_hold(pair, office)}
            if count == 2 and len(pairs) == 1:
                return Choice(next(iter(pairs.values())))
            maybe = (pair for pair in self.colleagues if _may_hold(pair, office))
            if count == 2 and not all(person.holds(office) for pair in maybe for person in pair):
                return NOBODY
            holders = [p for p in self.cast.people if p.holds(office) and p.first < offset]
            if title_base(office[-1]) in LOOSE:  # not a minister and an envoy
                holders = [p for p in holders if not (p.holds(MINISTER) or p.holds(SECRETARY))]
            return Choice(tuple(holders)) if len(holders) == count else NOBODY
        return NOBODY

    def _only(self, people: Sequence[Person]) -> bool:
        """Return whether the text tells of no other people of that number together."""
        return all(not g or len(g) != len(people) or {*g} == {*people} for _, _, g in self.groups)

    def _others_since(self, first: int, offset: int) -> bool:
        """Return whether several people who are not named are mentioned in these sentences."""
        reach = range(first, self.sentence + 1)
        return any(start < offset for number in reach for start in self.plurals.get(number, ()))

    def _strangers_since(self, first: int, people: Sequence[Person], sex: str) -> bool:
        """Return whether anybody else of that sex is mentioned between there and here."""
        between = (self.traces.get(n, ()) for n in range(first + 1, self.sentence))
        strangers = (t for traces in between for t in traces if t.person not in people)
        return any(not sex or t.fits(sex) for t in strangers)

    def officers(self, offset: int, office: Sequence[str], all_: Sequence[Token]) -> Choice:
        """Return one holder of the office from each state named: the defense chiefs of A and B."""
        codes = countries([token.text for token in all_])
        if len(codes) < 2:
            definite = all_[0].low in ("the", "these", "those")
            return self.they(offset, None, office) if definite else NOBODY
        plain = [w for w in office if w.lower() not in ("the", "and") and not country_in([w])[0]]
        return self.officers_of(codes, plain)

    def officers_of(self, codes: Sequence[str], office: Sequence[str]) -> Choice:
        """Return the one of each state, who may be named later: A and B, their ministers said."""
        chosen: list[Person] = []
        for code in codes:
            able = [p for p in self.cast.people if p.offices in ([], HOST) or p.holds_just(office)]
            own = [p for p in able if p.country == code]
            own = own or [p for p in able if p.offices and not p.country]
            chosen += own if len(own) == 1 else ()
        if len(set(chosen)) != len(codes):
            return NOBODY
        for person in chosen:
            self.cast.give_office(person, () if person.holds(office) else office)
        return Choice(tuple(chosen))


def _may_hold(pair: Sequence[Person], office: Sequence[str]) -> bool:
    """Return whether one of the two holds an office, and the other does or has none."""
    held = [person.holds(office) for person in pair]
    free = [not person.offices or person.offices == HOST for person in pair]
    return any(held) and all(map(any, zip(held, free, strict=True)))


def _fits(people: Sequence[Person], count: int | None, office: Sequence[str], sex: str) -> bool:
    """Return whether they have the number, office and sex that the text gives, if it gives any."""
    if count is not None and len(people) != count:
        return False
    if sex and any(person.sex not in ("", sex) for person in people):
        return False
    return not office or all(person.holds(office) for person in people)
