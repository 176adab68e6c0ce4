"""Whom a text has named up to a point: the people that pronouns, numbers and offices mean.

At the end, words that name people: split into a mention for each, and what they say of number.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..extraction import Span
from .cast import Cast, Naming, Person, is_state, read_name
from .clauses import Clauses
from .gazetteer import body_in, country_in, states, title_base
from .sentences import Token

BACK = 3  # sentences looked back for the person a pronoun means
BACK_GROUP = 6  # sentences looked back for the people "they" means

NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6}


class Antecedents:
    """The people named and meant, in reading order; those resolved last are what pronouns mean."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.sentence = 0  # the number of the sentence that is read
        self.groups: list[tuple[int, int, tuple[Person, ...]]] = []
        self.speakers: dict[int, list[Person]] = {}
        self.present: dict[int, list[tuple[int, Person]]] = {}

    def note_people(self, number: int, clauses: Clauses, leave_out: Sequence[Span]) -> None:
        """Go on to a sentence, and remember whom it names outside the spans left out."""
        self.sentence = number
        named_people: list[tuple[int, Person]] = []
        for _, tokens in clauses.noun_phrases():
            naming = read_name(tokens) or single_name(tokens)
            if naming is None or any(span.holds(naming.start) for span in leave_out):
                continue
            people = self.cast.find(naming, naming.start)
            if len(people) == 1 and people[0] not in [p for _, p in named_people]:
                named_people.append((naming.start, people[0]))
        self.present[self.sentence] = named_people
        if len(named_people) > 1:
            self.note_group(named_people[-1][0], tuple(p for _, p in named_people))
        self._note_counted(clauses)

    def _note_counted(self, clauses: Clauses) -> None:
        """Remember a group named by its number and office: all three defense chiefs."""
        for _, tokens in clauses.noun_phrases():
            count = next((NUMBERS[t.low] for t in tokens if t.low in NUMBERS), None)
            if count and title_base(tokens[-1].text):
                people = self.they(tokens[0].start, count, [t.text for t in tokens])
                self.note_group(tokens[-1].end, people)

    def note_group(self, offset: int, people: Sequence[Person]) -> None:
        """Remember people named or meant together."""
        if len(people) > 1:
            self.groups.append((self.sentence, offset, tuple(people)))

    def note_open_group(self, offset: int) -> None:
        """Remember that several people are meant whom the text does not identify."""
        self.groups.append((self.sentence, offset, ()))

    def note_speaker(self, people: Sequence[Person]) -> None:
        """Remember who spoke."""
        if len(people) == 1:
            self.speakers.setdefault(self.sentence, []).append(people[0])

    def he_or_she(self, offset: int, female: bool) -> list[Person]:
        """Return the one person of the nearest sentence that names any, or who spoke in it."""
        barred = "m" if female else "w"
        for back in range(BACK + 1):
            spoke = self.speakers.get(self.sentence - back, ())
            people = [p for p in (*self._named_in(back, offset), *spoke) if p.sex != barred]
            candidates = {id(person): person for person in people}
            if candidates:
                return list(candidates.values()) if len(candidates) == 1 else []
        return []

    def _named_in(self, back: int, offset: int) -> list[Person]:
        """Return the people named in the sentence that many sentences back, before an offset."""
        return [p for start, p in self.present.get(self.sentence - back, ()) if start < offset]

    def they(self, offset: int, count: int | None, office: Sequence[str]) -> list[Person]:
        """Return the people last named together, of the number and office that the text gives."""
        for group_sentence, group_offset, people in reversed(self.groups[-12:]):
            if group_offset >= offset or self.sentence - group_sentence > BACK_GROUP:
                continue
            if not people and count is None and not office:
                return []
            if people and _fits(people, count, office):
                return list(people)
        if count is not None and office:
            holders = [p for p in self.cast.people if p.holds(office) and p.first < offset]
            return holders if len(holders) == count else []
        return []

    def officers(self, offset: int, office: Sequence[str], all_: Sequence[Token]) -> list[Person]:
        """Return one holder of the office from each state named: the defense chiefs of A and B."""
        codes = countries([token.text for token in all_])
        if len(codes) < 2:
            return self.they(offset, None, office)
        holders = [p for p in self.cast.people if p.country in codes and p.holds(office)]
        held_in = [person.country for person in holders]
        if sorted(held_in) != sorted(codes):
            return []
        return sorted(holders, key=lambda person: codes.index(person.country))

    def officer(self, offset: int, office: Sequence[str]) -> list[Person]:
        """Return the one holder named before: the minister, the Pentagon chief."""
        code = country_in(office)[0] or body_in(office)[1]
        holders = [p for p in self.cast.people if p.first < offset and p.holds(office)]
        if code:
            holders = [p for p in holders if p.country in (code, "")] or holders
        if len(holders) < 2:
            return holders
        recent = (p for back in range(BACK) for p in self._named_in(back, offset) if p in holders)
        near = {id(person): person for person in recent}
        return list(near.values()) if len(near) == 1 else []


def _fits(people: Sequence[Person], count: int | None, office: Sequence[str]) -> bool:
    """Return whether they have the number and the office that the text gives, if it gives any."""
    if count is not None and len(people) != count:
        return False
    return not office or all(person.holds(office) for person in people)


def mention_parts(clauses: Clauses, span: Span) -> tuple[list[list[int]], int | None]:
    """Return the chunks of each mention in the span, and that at which an apposition starts."""
    parts: list[list[int]] = [[]]
    for index, chunk in enumerate(clauses.chunks):
        first, last = clauses.tokens[chunk.first].start, clauses.tokens[chunk.last - 1].end
        if last <= span.start or first >= span.end:
            continue
        joined = chunk.kind == "CC" and not (
            _of_several(clauses, parts[-1], index) or _in_a_name(clauses, parts[-1], index)
        )
        splits = joined or (chunk.kind == "," and _listed(clauses, index, span))
        if splits and parts[-1]:
            parts.append([])
        elif chunk.kind in (",", "REL", "PART", "Q") and parts[-1]:
            return parts, index
        elif not splits:
            parts[-1].append(index)
    return parts, None


def single_name(tokens: Sequence[Token]) -> Naming | None:
    """Return a surname alone; None if it is anything else."""
    kept = [t for t in tokens if t.tag not in ("POS", "DT")]
    if len(kept) != 1 or not kept[0].text[:1].isupper() or kept[0].tag != "NNP":
        return None
    if (kept[0].low,) in states():
        return None
    return Naming((), (kept[0].text,), kept[0].start, kept[0].end)


def bare_count(tokens: Sequence[Token]) -> bool:
    """Return whether it only counts people named before: the two, both; not two people."""
    allowed = {"the", "all", "of", "men", "women", "them", *NUMBERS}
    definite = tokens[0].low in ("the", "all", "both")
    return definite and all(token.low in allowed for token in tokens)


def _listed(clauses: Clauses, comma: int, span: Span) -> bool:
    """Return whether a comma belongs to a list "A, B and C" rather than to an apposition."""
    for later in range(comma + 1, min(comma + 8, len(clauses.chunks))):
        if clauses.tokens[clauses.chunks[later].first].start >= span.end:
            return False
        if clauses.kind(later) == "CC":
            return True
        if clauses.kind(later) in ("REL", "VG"):
            return False
    return False


def _of_several(clauses: Clauses, part: Sequence[int], conjunction: int) -> bool:
    """Return whether the "and" joins what hangs on the first noun: the chiefs of A and B."""
    if len(part) < 3 or clauses.low(part[1]) != "of" or clauses.kind(conjunction + 1) != "NP":
        return False
    head = clauses.tokens[clauses.chunks[part[0]].last - 1]
    name = [token.text for token in clauses.chunk_tokens(conjunction + 1)]
    return head.low.endswith("s") and bool(country_in(name)[0])


def _in_a_name(clauses: Clauses, part: Sequence[int], index: int) -> bool:
    """Return whether the "and" is part of a state's name: Antigua and Barbuda."""
    if not part or index + 1 >= len(clauses.chunks):
        return False
    first, last = clauses.chunks[part[0]].first, clauses.chunks[index + 1].last
    return is_state(" ".join(token.low for token in clauses.tokens[first:last]))


def countries(text_words: Sequence[str]) -> list[str]:
    """Return the ISO codes of all states named, in order."""
    codes: list[str] = []
    rest = list(text_words)
    while rest:
        code, (_, end) = country_in(rest)
        codes += [code] if code else []
        rest = rest[end:] if code else []
    return list(dict.fromkeys(codes))
