"""Mentions to people: names, offices, pronouns and groups, left open when two would do."""

from __future__ import annotations

from collections.abc import Sequence

from ..extraction import Mention
from ..spans import Span
from .cast import Cast, Person, is_state, read_name
from .clauses import Clauses
from .gazetteer import body_in, country_in, title_base
from .lexicon import words
from .mentions import NUMBERS, bare_count, countries, mention_parts, single_name
from .tokens import Token

MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
PLURAL = frozenset({"they", "them", "their", "themselves"})
BACK = 3  # sentences looked back for the person a pronoun means
BACK_GROUP = 6  # sentences looked back for the people "they" means


class Resolver:
    """Resolves mentions in reading order; what was resolved last is what pronouns mean."""

    def __init__(self, text: str, sentences: Sequence[Clauses], cast: Cast) -> None:
        self.text = text
        self.sentences = sentences
        self.cast = cast
        self.groups: list[tuple[int, int, tuple[Person, ...]]] = []
        self.speakers: dict[int, list[Person]] = {}
        self.present: dict[int, list[tuple[int, Person]]] = {}

    def note_people(self, number: int, clauses: Clauses, leave_out: Sequence[Span]) -> None:
        """Remember whom a sentence names outside the spans left out: a group when several."""
        found: list[tuple[int, Person]] = []
        for chunk in clauses.chunks:
            if chunk.kind != "NP":
                continue
            tokens = clauses.tokens[chunk.first : chunk.last]
            naming = read_name(tokens) or single_name(tokens)
            if naming is None or any(span.holds(naming.start) for span in leave_out):
                continue
            people = self.cast.find(naming, naming.start)
            if len(people) == 1 and people[0] not in [p for _, p in found]:
                found.append((naming.start, people[0]))
        self.present[number] = found
        if len(found) > 1:
            self.note_group(number, found[-1][0], tuple(p for _, p in found))
        self._note_counted(number, clauses)

    def _note_counted(self, number: int, clauses: Clauses) -> None:
        """All three defense chiefs: a group named by its number and office."""
        for chunk in clauses.chunks:
            tokens = clauses.tokens[chunk.first : chunk.last]
            count = next((NUMBERS[t.low] for t in tokens if t.low in NUMBERS), None)
            if chunk.kind == "NP" and count and title_base(tokens[-1].text):
                people = self._they(number, tokens[0].start, count, [t.text for t in tokens])
                self.note_group(number, tokens[-1].end, tuple(people))

    def note_group(self, number: int, offset: int, people: tuple[Person, ...]) -> None:
        """Remember people named or meant together."""
        if len(people) > 1:
            self.groups.append((number, offset, people))

    def note_open_group(self, number: int, offset: int) -> None:
        """Remember that several were named whom the text leaves open."""
        self.groups.append((number, offset, ()))

    def note_speaker(self, number: int, people: Sequence[Person]) -> None:
        """Remember who spoke."""
        if len(people) == 1:
            self.speakers.setdefault(number, []).append(people[0])

    def mentions(
        self, number: int, clauses: Clauses, span: Span
    ) -> list[tuple[Mention, list[Person]]]:
        """The mentions within a speaker's span, one for each of several joined by "and"."""
        parts, edge = mention_parts(clauses, span)
        if edge is not None:
            named = self._named_after(clauses, edge, span, parts)
            if named is not None:
                return [named]
        return self._parts(number, clauses, parts, span)

    def _parts(
        self, number: int, clauses: Clauses, parts: Sequence[Sequence[int]], span: Span
    ) -> list[tuple[Mention, list[Person]]]:
        out = [self._part(number, clauses, part, span) for part in parts if part]
        return out or [self._plain(span)]

    def _named_after(
        self, clauses: Clauses, comma: int, span: Span, parts: Sequence[Sequence[int]]
    ) -> tuple[Mention, list[Person]] | None:
        """The Polish minister, Jan Wolan: the name in apposition is the one meant."""
        if len(parts) > 1 or clauses.kind(comma) != "," or clauses.kind(comma + 1) != "NP":
            return None
        before = clauses.chunks[parts[0][0]]
        if not title_base(clauses.tokens[before.last - 1].text):
            return None
        after = clauses.chunks[comma + 1]
        naming = read_name(clauses.tokens[after.first : after.last])
        people = self.cast.find(naming, naming.start) if naming is not None else []
        if naming is None or len(people) != 1 or naming.end > span.end:
            return None
        start = clauses.tokens[before.first].start
        label = (people[0].label,)
        return Mention(self.text[start : naming.end], start, naming.end, "person", label), people

    def _plain(self, span: Span) -> tuple[Mention, list[Person]]:
        return Mention(self.text[span.start : span.end], span.start, span.end, "other"), []

    def _part(
        self, number: int, clauses: Clauses, part: Sequence[int], span: Span
    ) -> tuple[Mention, list[Person]]:
        tokens = [
            token
            for at in part
            for token in clauses.tokens[clauses.chunks[at].first : clauses.chunks[at].last]
            if token.start >= span.start and token.end <= span.end
        ]
        if not tokens:
            return self._plain(span)
        head = clauses.chunks[part[0]]
        head_tokens = [t for t in clauses.tokens[head.first : head.last] if t in tokens] or tokens
        kind, people, resolved = self._resolve(number, clauses, part[0], head_tokens, tokens)
        if people:
            resolved = tuple(person.label for person in people)
        start, end = tokens[0].start, tokens[-1].end
        return Mention(self.text[start:end], start, end, kind, resolved), people

    def _resolve(
        self, number: int, clauses: Clauses, at: int, head: Sequence[Token], all_: Sequence[Token]
    ) -> tuple[str, list[Person], tuple[str, ...]]:
        """Kind, people and other names of one noun phrase (head) with what hangs on it (all_)."""
        low = head[0].low
        offset = head[0].start
        if len(all_) > len(head) and is_state(whole := self._bare(all_)):
            return "state", [], (self.cast.body_label(whole),)
        if len(head) == 1 and (low in MALE or low in FEMALE):
            return "pronoun", self._he_or_she(number, offset, low in FEMALE), ()
        if len(head) == 1 and low in PLURAL:
            return "pronoun", self._they(number, offset, None, ()), ()
        if len(head) == 1 and low in ("who", "which", "that") and at > 0:
            return self._antecedent(number, clauses, at)
        if len(head) == 1 and head[0].tag in ("PRP", "OBJ", "PRPS"):
            return "pronoun", [], ()
        entry = self.cast.body(" ".join(t.text for t in head))
        if entry is not None:
            return entry.kind, [], (entry.id,)
        naming = read_name(head) or single_name(head)
        if naming is not None:
            found = self.cast.find(naming, offset)
            if found or naming.office:
                name = () if found else (" ".join(naming.name),)
                return "person", found if len(found) == 1 else [], name
            if not body_in(naming.name)[0] and low not in words("organizations"):
                return "other", [], (" ".join(naming.name),)
        return self._described(number, offset, head, all_)

    def _described(
        self, number: int, offset: int, head: Sequence[Token], all_: Sequence[Token]
    ) -> tuple[str, list[Person], tuple[str, ...]]:
        text_words = [token.text for token in head]
        plain = self._bare(head)
        last = head[-1].low
        if is_state(plain):
            return "state", [], (self.cast.body_label(plain),)
        if last in words("documents") or (last.endswith("s") and last[:-1] in words("documents")):
            return "document", [], ()
        count = NUMBERS.get(next((t.low for t in head if t.low in NUMBERS), ""))
        office = [word for word in text_words if title_base(word)]
        plural = (
            bool(office)
            and office[-1].lower().endswith(("s", "men"))
            and title_base(office[-1]) != office[-1].lower()
        )
        if count is not None and (plural or (not office and bare_count(head))):
            return "group", self._they(number, offset, count, text_words if office else ()), ()
        if office and title_base(head[-1].text):
            if plural:
                return "group", self._officers(number, offset, text_words, all_), ()
            definite = head[0].low in ("the", "this", "that")
            return "person", self._officer(number, offset, text_words) if definite else [], ()
        body, _, _ = body_in(text_words)
        if body or last in words("organizations"):
            name = body or plain
            named = body or any(t.tag == "NNP" for t in head)
            return "organization", [], (self.cast.body_label(name),) if named else ()
        if head[-1].tag == "NNS" or head[0].low in ("some", "many", "several", "most", "others"):
            return "group", [], ()
        return "other", [], ()

    def _bare(self, tokens: Sequence[Token]) -> str:
        """Return the words from the first that is no determiner."""
        bare = [token for token in tokens if token.tag != "DT"] or list(tokens)
        return self.text[bare[0].start : bare[-1].end]

    def _antecedent(
        self, number: int, clauses: Clauses, at: int
    ) -> tuple[str, list[Person], tuple[str, ...]]:
        place = at - 1
        while place >= 0 and clauses.kind(place) in (",", "PAREN", "TIME"):
            place -= 1
        if clauses.kind(place) != "NP":
            return "other", [], ()
        place = clauses.chain_start(place)
        chunk = clauses.chunks[place]
        tokens = clauses.tokens[chunk.first : chunk.last]
        if len(tokens) == 1 and tokens[0].tag in ("PRP", "OBJ"):
            return "pronoun", [], ()
        return self._resolve(number, clauses, place, tokens, tokens)

    def _he_or_she(self, number: int, offset: int, female: bool) -> list[Person]:
        """The one person of the nearest sentence that names any; the last speaker who goes on."""
        barred = "m" if female else "w"
        for back in range(BACK + 1):
            here = [
                p for o, p in self.present.get(number - back, ()) if o < offset and p.sex != barred
            ]
            spoke = [p for p in self.speakers.get(number - back, ()) if p.sex != barred]
            candidates = {id(p): p for p in (*here, *spoke)}
            if len(candidates) == 1:
                return list(candidates.values())
            if candidates:
                return []
        return []

    def _they(
        self, number: int, offset: int, count: int | None, office: Sequence[str]
    ) -> list[Person]:
        """The people last named or meant together: so many, in that office, where the text says."""
        for where, at, people in reversed(self.groups[-12:]):
            if at >= offset or number - where > BACK_GROUP:
                continue
            if not people and count is None and not office:
                return []
            if not people or (count is not None and len(people) != count):
                continue
            if office and not all(person.holds(office) for person in people):
                continue
            return list(people)
        if count is not None and office:
            holders = [p for p in self.cast.people if p.holds(office) and p.first < offset]
            return holders if len(holders) == count else []
        return []

    def _officers(
        self, number: int, offset: int, office: Sequence[str], all_: Sequence[Token]
    ) -> list[Person]:
        """The defense chiefs of A and B: one holder of the office from each state named."""
        codes = countries([token.text for token in all_])
        if len(codes) > 1:
            found = []
            for code in codes:
                holders = [p for p in self.cast.people if p.country == code and p.holds(office)]
                if len(holders) != 1:
                    return []
                found += holders
            return found
        return self._they(number, offset, None, office)

    def _officer(self, number: int, offset: int, office: Sequence[str]) -> list[Person]:
        """The minister, the Pentagon chief: the one holder named before."""
        code = country_in(office)[0] or body_in(office)[1]
        holders = [p for p in self.cast.people if p.first < offset and p.holds(office)]
        if code:
            holders = [p for p in holders if p.country in (code, "")] or holders
        if len(holders) < 2:
            return holders
        near = {
            id(p): p
            for back in range(BACK)
            for o, p in self.present.get(number - back, ())
            if o < offset and p in holders
        }
        return list(near.values()) if len(near) == 1 else []
