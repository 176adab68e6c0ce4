"""Whom a sentence mentions, by name, description or pronoun, and whom it tells of together."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from .cast import Person
from .clauses import Clauses
from .gazetteer import person_word
from .lexicon import members
from .sentences import Token

COMPANY = frozenset({"with", "to", "alongside", "between"})


@dataclass(slots=True, eq=False)
class Trace:
    """A mention of one person, by chunk and offset; person is None where it is not known who.

    sex is what the words tell; role is subject, object or oblique (after a preposition).
    """

    chunk: int
    offset: int
    person: Person | None
    sex: str
    role: str
    pronoun: bool = False
    others: tuple[Person, ...] = ()

    def meant(self, sex: str) -> Person | None:
        """Return whom it means, else the only one of that sex whom it can mean."""
        able = [p for p in self.others if p.sex in ("", sex)]
        return self.person or (able[0] if len(able) == 1 < len(self.others) else None)

    def fits(self, sex: str) -> bool:
        """Return whether a pronoun of that sex can mean it."""
        known = self.sex or (self.person.sex if self.person else "")
        votes = self.person.votes if self.person and not known and self.chunk < 0 else ""
        return known in ("", sex) and votes.count(sex) >= len(votes) / 2


def role_of(clauses: Clauses, index: int) -> str:
    """Return whether a noun phrase is a subject, an object, or hangs on a preposition."""
    left = clauses.skip_left(index - 1)
    preceding = clauses.kind(left)
    if clauses.chunk_tokens(index)[0].low == "whose":
        return "subject"
    if preceding == "," and clauses.kind(left - 1) == "NP":
        before = clauses.chunk_tokens(left - 1)[-1]
        if person_word(before.text) and before.tag != "NNP":
            return role_of(clauses, left - 1)  # the governor's wife, NAME,
    if preceding in ("IN", "TO"):
        return "oblique"
    following = clauses.kind(clauses.skip(index + 1))
    if following == "VG" or left < 0:
        return "subject"
    if following in (",", "CC") and preceding in (",", "CC", "CS", "Q", ";"):
        return "subject" if preceding in ("CS", ";") else "object"
    if preceding == "VG" and clauses.kind(left - 1) in ("Q", ","):
        return "subject"  # “…,” said X
    return "object"


def is_plural(noun: Token) -> bool:
    """Return whether a noun means several people, who are not named: voters, allies."""
    return _means_several(noun.low, noun.tag in ("NNS", "NNP"))


@lru_cache(4096)
def _means_several(noun: str, plural: bool) -> bool:
    word = person_word(noun)
    if (word is not None and word[2]) or noun in members("collectives"):
        return True
    return plural and noun.endswith(("ans", "ers", "ists", "ors", "crats"))


def together(
    clauses: Clauses, people: Mapping[int, Person], described: Collection[int]
) -> Iterator[tuple[int, tuple[Person, ...]]]:
    """Yield offset and members of each group that the sentence itself makes.

    People are joined by "and", or one meets or speaks with the other. `people` are those of the
    chunks; in the chunks of `described` somebody is meant who is not known.
    """
    rows = dict(_rows(clauses, people, described))
    for end, row in rows.values():
        if len(row) > 1:
            yield clauses.tokens[clauses.chunks[end].first].start, row
    for index in clauses.encounters():
        met = _met(clauses, index, rows)
        if len(met) > 1:
            yield clauses.tokens[clauses.chunks[index].last - 1].end, met


def _rows(
    clauses: Clauses, people: Mapping[int, Person], described: Collection[int]
) -> Iterator[tuple[int, tuple[int, tuple[Person, ...]]]]:
    """Yield, by the chunk of the first, the chunk of the last and all people joined by "and"."""
    reached = -1
    for index, person in sorted(people.items()):
        if index <= reached:
            continue
        row, position, joined = [person], index, False
        while (step := _next_in_row(clauses, position, people, described)) is not None:
            position, adds, conjunction = step
            joined = joined or conjunction
            if adds is None:
                continue
            row.append(adds)
        distinct = tuple({id(p): p for p in row}.values())
        yield index, (position, distinct if joined else (person,))
        reached = position if joined else index


def _next_in_row(
    clauses: Clauses, position: int, people: Mapping[int, Person], described: Collection[int]
) -> tuple[int, Person | None, bool] | None:
    """Return the next chunk of a row, whom it adds, and whether after "and"; None at its end."""
    mark = clauses.skip(position + 1, ("PAREN",))
    if clauses.kind(mark) == "IN" and clauses.kind(mark + 1) == "NP" and mark + 1 not in people:
        return mark + 1, None, False  # A, the minister of trade, and B
    following = mark + 1
    if clauses.kind(mark) == "," and clauses.kind(following) == "CC":
        mark, following = following, following + 1
    conjunction = clauses.kind(mark) == "CC" and clauses.low(mark) in ("and", "nor")
    if not conjunction and clauses.kind(mark) != ",":
        return None
    if following in people:
        return following, people[following], conjunction
    if following in described:
        named = following + (4 if clauses.kind(following + 1) == "IN" else 2)
        if clauses.kind(named - 1) == "," and named in people and conjunction:
            return named, people[named], True  # A and her counterpart, B
        if not conjunction:
            return following, None, False  # A, the minister, and B
    return None


def _met(
    clauses: Clauses,
    index: int,
    rows: Mapping[int, tuple[int, tuple[Person, ...]]],
) -> tuple[Person, ...]:
    """Return who met or spoke with whom, by a verb (met, spoke with) or a noun (talks with)."""
    kind = clauses.kind(index)
    verb = kind != "NP"
    position = clauses.skip(index + 1)
    placing = {"at", *members("placing")}
    while not verb and clauses.kind(position) == "IN" and clauses.low(position) in placing:
        position = clauses.skip(position + 2)  # talks at a hotel near the airport with
    company = clauses.kind(position) in ("IN", "TO") and clauses.low(position) in COMPANY
    if not company and (not verb or clauses.base(index) in members("needs-with")):
        return ()
    other = _people_at(clauses, position + company, rows)
    if not other:
        return ()
    holder = index if verb and kind == "VG" else _verb_left(clauses, index)
    subject = clauses.subject(holder) if holder is not None else None
    first = [rows[i][1] for i in range(*subject) if i in rows] if subject else []
    one = first[0] if first else ()
    return tuple({id(p): p for p in (*one, *other)}.values()) if one else ()


def _verb_left(clauses: Clauses, index: int) -> int | None:
    return next((i for i in range(index - 1, -1, -1) if clauses.kind(i) == "VG"), None)


def _people_at(
    clauses: Clauses,
    position: int,
    rows: Mapping[int, tuple[int, tuple[Person, ...]]],
) -> tuple[Person, ...]:
    """Return the people named at a chunk, or in apposition: his counterpart, NAME."""
    if position in rows:
        return rows[position][1]
    apposed = position + 2
    named = clauses.kind(position) == "NP" and clauses.kind(position + 1) == ","
    return rows[apposed][1] if named and apposed in rows else ()
