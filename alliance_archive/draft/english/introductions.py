"""Titles without a name, whose holder the next sentences name: An aide said… X told…"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .cast import PEERS, Cast, Person
from .clauses import Clauses
from .gazetteer import SPOKEN_BY_OFFICE, country_in, title_base
from .lexicon import members
from .mentions import NUMBERS
from .naming import Naming

NAMED_WITHIN = 2  # sentences after a title alone in which its holder may be named
APPOSITION = re.compile(r",\s+([^,]+)")
ONE_OF = re.compile(r",(?: \d+,)? an? | (?:of|from|at) ")


UNNAMED = frozenset(["anonymity", "anonymously", "unnamed", "named", "identified", "authorized"])


class Introductions:
    """Who speaks by a title alone, sentence by sentence, and who is named soon after."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self._awaited: tuple[int, int, Sequence[str]] | None = None  # sentences left, offset, title
        self._told: list[tuple[int, Sequence[str], Person]] = []

    def read(self, clauses: Clauses) -> None:
        """Note who speaks in a sentence by a title alone, and who is named after such a one."""
        first = clauses.full_name(0)  # NAME came under fire: whoever was described, or another
        if first and self._awaited and 0 not in clauses.speakers() and clauses.kinds[1] == "VG":
            if not first.office:
                self._told += [
                    (self._awaited[1], self._awaited[2], p) for p in self._entered(first)
                ]
            self._awaited = None
        for subject in clauses.speakers():
            tokens, naming = clauses.chunk_tokens(subject), clauses.full_name(subject)
            head = tokens[-1].low
            verb = clauses.skip(subject + 1)
            added = clauses.kinds[verb] == "VG" and clauses.base(verb) == "add"  # NAME added
            if naming and self._awaited:
                _, offset, awaited = self._awaited
                rank = title_base(naming.office[-1]) if naming.office else ""
                # A spokesman said… Col. NAME said; the host's president said… President NAME
                ranked = rank in members("ranks") and title_base(awaited[-1]) in SPOKEN_BY_OFFICE
                same = added or ranked or (len(naming.office) == 1 and rank == awaited[-1].lower())
                if same or not _titles(naming.office):
                    told = offset, () if same else awaited
                    self._told += [(*told, person) for person in self._entered(naming)]
            alone = (
                naming is None and title_base(head) == head and head not in members("no-offices")
            )
            alone = alone and any(token.tag in ("DT", "PRPS", "POS") for token in tokens)
            alone = alone and tokens[0].low not in NUMBERS and head != "official"  # may be anybody
            alone = alone and not any(token.low in UNNAMED for token in clauses.tokens)
            # “The minister” is who was named before, unless nobody was.
            if alone and not (tokens[0].low == "the" and any(p.offices for p in self.cast.people)):
                office = [token.text for token in tokens if token.tag not in ("DT", "PRPS")]
                self._awaited = NAMED_WITHIN, tokens[0].start, office
            elif tokens[-1].tag != "PRP" and head not in PEERS:
                self._awaited = None
        left = self._awaited[0] if self._awaited else 0
        self._awaited = (left - 1, *self._awaited[1:]) if self._awaited and left else None

    def _entered(self, naming: Naming) -> list[Person]:
        """Return whoever is named there for the first time."""
        people = self.cast.by_name.get(" ".join(naming.name), ())
        return [person for person in people if person.first == naming.start]

    def settle(self) -> None:
        """Tell the cast whom the titles meant, unless something else is said of those named."""
        for offset, title, person in self._told:
            code = country_in(title)[0]
            fits = not (title and person.offices) or person.holds(title)
            fits = fits or _speaks_there(self.cast.text, person, title)
            fits = fits and ("" in (person.country, code) or person.country == code)
            # NAME, a spokesman for…, and NAME of… are others.
            other = ONE_OF.match(self.cast.text, person.first + len(person.name))
            if person in self.cast.people and fits and not other:
                self.cast.foretold[offset] = person
                self.cast.give_office(person, title)


def _titles(office: Sequence[str]) -> bool:
    """Return whether the words before a name are more than Mr. or Sir."""
    return not {word.lower() for word in office} <= members("honorifics")


def _speaks_there(text: str, person: Person, title: Sequence[str]) -> bool:
    """Return whether a name has the title's body in apposition: NAME, spokesman for the navy."""
    apposition = APPOSITION.match(text, person.first + len(person.name))
    told = re.findall(r"\w+", apposition[1].lower()) if apposition else ()
    return {word.lower() for word in title} <= set(told)
