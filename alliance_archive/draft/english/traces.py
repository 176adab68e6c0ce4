"""Whom a sentence mentions, by name, description or pronoun, and whom it tells of together."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from .cast import Person, apposed_kin, sexes_of
from .clauses import Clauses
from .gazetteer import body_in, person_word
from .lexicon import members, words
from .naming import Naming, owner_in, read_name, single_name
from .sentences import Token

COMPANY = frozenset({"with", "to", "alongside", "between"})
MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
PERSONAL = MALE | FEMALE


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
        able = [] if self.person else [p for p in self.others if p.may_be(sex)]
        return self.person or (able[0] if len(able) == 1 < len(self.others) else None)

    def fits(self, sex: str) -> bool:
        """Return whether a pronoun of that sex can mean it."""
        if not self.sex and self.person and not self.person.may_be(sex):
            return False
        known = self.sex or (self.person.sex if self.person else "")
        votes = self.person.votes if self.person and not known and self.chunk < 0 else ""
        return known in ("", sex) and votes.count(sex) >= len(votes) / 2


class Clue(NamedTuple):
    """What the words of a noun phrase alone tell of a person, whoever is meant.

    kind is pronoun, them, owner, name, plural, description or designation; the tokens are those
    that mean the person. `somebody` says whether it is a person, known or not.
    """

    kind: str
    chunk: int
    tokens: Sequence[Token]
    naming: Naming | None = None
    role: str = "oblique"
    sex: str = ""
    somebody: bool = True


def clues_of(clauses: Clauses) -> Sequence[Clue]:
    """Return the clues of a sentence in order, read once."""
    if clauses.clues is None:
        clauses.clues = list(_clues(clauses))
    return clauses.clues


def _clues(clauses: Clauses) -> Iterator[Clue]:
    for index, tokens in clauses.noun_phrases():
        first, alone = tokens[0], len(tokens) == 1
        if first.low == "according":
            continue  # with a capital it looks like a name
        if first.low in PERSONAL:
            sex = "w" if first.low in FEMALE else "m"
            role = role_of(clauses, index) if alone else "oblique"
            yield Clue("pronoun", index, tokens, None, role, sex)
        if alone and first.tag in ("PRP", "OBJ", "PRPS"):
            if first.low == "them":
                yield Clue("them", index, tokens)
            continue
        if not alone and (owner := owner_in((*tokens, tokens[-1]))):
            word = person_word(owner[-1].text)
            naming = read_name(owner) or single_name(owner)
            yield Clue("owner", index, owner, naming, somebody=word is not None and not word[2])
        naming = clauses.naming(index)
        if naming is not None:
            yield _name_clue(clauses, index, tokens, naming)
        elif (clue := _noun_clue(clauses, index, tokens)) is not None:
            yield clue


def _name_clue(clauses: Clauses, index: int, tokens: Sequence[Token], naming: Naming) -> Clue:
    role = role_of(clauses, index)
    sexes, kin_sex = sexes_of(naming.office), apposed_kin(clauses, index, index - 2)
    stranger = role == "subject" and len(naming.name) == 1 and not is_body(naming.name)
    sex = sexes.pop() if len(sexes) == 1 else kin_sex
    return Clue("name", index, tokens, naming, role, sex, bool(kin_sex) or stranger)


def _noun_clue(clauses: Clauses, index: int, tokens: Sequence[Token]) -> Clue | None:
    last = tokens[-1]
    if last.low in members("press") and role_of(clauses, index) != "subject":
        return None  # told reporters
    if is_plural(last):
        row = tokens[0].low == "the" and _is_named_beside(clauses, index)  # the envoys, A and B
        return None if row else Clue("plural", index, tokens)
    shaken = last.low == "head" and tokens[0].low in PERSONAL and clauses.lows[index + 1] != "of"
    if shaken and len(tokens) == 2:
        return None  # shook her head
    if clauses.lows[index - 1] == "as" and tokens[0].tag not in ("DT", "PRPS"):
        return None  # who doubles as envoy
    if word := person_word(last.text):
        beside = _is_named_beside(clauses, index)
        role = role_of(clauses, index)
        return None if beside else Clue("description", index, tokens, None, role, word[1])
    if tokens[0].tag in ("DT", "PRPS") and (len(tokens) == 2 or last.low in members("fellows")):
        return Clue("designation", index, tokens, None, role_of(clauses, index))
    return None


def _is_named_beside(clauses: Clauses, index: int) -> bool:
    """Return whether a name follows an office or a kin word, or “is” is before it."""
    end = (clauses.noun_phrase_after(index) or (index, index + 1))[1]
    if clauses.kinds[end] == "," and clauses.naming(end + 1) is not None:
        return True
    verb = clauses.kinds[index - 1] == "VG"
    return verb and clauses.tokens[clauses.chunks[index - 1].head].tag == "BE"  # I am a patient man


def is_body(name: Sequence[str]) -> bool:
    """Return whether words that may be a name are those of a body."""
    return bool(body_in(name)[0]) or any(word.lower() in words("organizations") for word in name)


def role_of(clauses: Clauses, index: int) -> str:
    """Return whether a noun phrase is a subject, an object, or hangs on a preposition."""
    left = clauses.skip_left(index - 1)
    preceding = clauses.kinds[left]
    if clauses.firsts[index] == "whose":
        return "subject"
    if preceding == "," and clauses.kinds[index + 1] != "VG" and clauses.kinds[left - 1] == "NP":
        before = clauses.chunk_tokens(left - 1)[-1]
        if person_word(before.text) and before.tag != "NNP":
            return role_of(clauses, left - 1)  # the governor's wife, NAME,
    if preceding in ("IN", "TO"):
        return "oblique"
    following = clauses.kinds[clauses.skip(index + 1)]
    if following == "VG" or left < 0:
        return "subject"
    if following in (",", "CC") and preceding in (",", "CC", "CS", "Q", ";"):
        return "subject" if preceding in ("CS", ";") else "object"
    if preceding == "VG" and clauses.kinds[left - 1] in ("Q", ","):
        return "subject"  # “…,” said X
    return "object"


def is_plural(noun: Token) -> bool:
    """Return whether a noun means several people, who are not named: voters, allies."""
    return _means_several(noun.low, noun.tag in ("NNS", "NNP"))


@lru_cache(16384)
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
    if clauses.kinds[mark] == "IN" and clauses.kinds[mark + 1] == "NP" and mark + 1 not in people:
        return mark + 1, None, False  # A, the minister of trade, and B
    following = mark + 1
    if clauses.kinds[mark] == "," and clauses.kinds[following] == "CC":
        mark, following = following, following + 1
    conjunction = clauses.kinds[mark] == "CC" and clauses.lows[mark] in ("and", "nor")
    if not conjunction and clauses.kinds[mark] != ",":
        return None
    if following in people:
        return following, people[following], conjunction
    if following in described:
        named = following + (4 if clauses.kinds[following + 1] == "IN" else 2)
        if clauses.kinds[named - 1] == "," and named in people and conjunction:
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
    kind = clauses.kinds[index]
    verb = kind != "NP"
    position = clauses.skip(index + 1)
    placing = {"at", *members("placing")}
    while not verb and clauses.kinds[position] == "IN" and clauses.lows[position] in placing:
        position = clauses.skip(position + 2)  # talks at a hotel near the airport with
    company = clauses.kinds[position] in ("IN", "TO") and clauses.lows[position] in COMPANY
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
    return next((i for i in range(index - 1, -1, -1) if clauses.kinds[i] == "VG"), None)


def _people_at(
    clauses: Clauses,
    position: int,
    rows: Mapping[int, tuple[int, tuple[Person, ...]]],
) -> tuple[Person, ...]:
    """Return the people named at a chunk, or in apposition: his counterpart, NAME."""
    if position in rows:
        return rows[position][1]
    apposed = position + 2
    named = clauses.kinds[position] == "NP" and clauses.kinds[position + 1] == ","
    return rows[apposed][1] if named and apposed in rows else ()
