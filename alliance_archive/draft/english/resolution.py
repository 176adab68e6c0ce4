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
        """All three defense chiefs: a group named by its number and office."""
        for chunk in clauses.chunks:
            tokens = clauses.tokens[chunk.first : chunk.last]
            count = next((NUMBERS[t.low] for t in tokens if t.low in NUMBERS), None)
            if chunk.kind == "NP" and count and title_base(tokens[-1].text):
                people = self._they(
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

    def mentions(
        self, sentence_number: int, clauses: Clauses, span: Span
    ) -> list[tuple[Mention, list[Person]]]:
        """The mentions within a speaker's span, one for each of several joined by "and"."""
        parts, edge = mention_parts(clauses, span)
        if edge is not None:
            apposed = self._named_after(clauses, edge, span, parts)
            if apposed is not None:
                return [apposed]
        return self._parts(sentence_number, clauses, parts, span)

    def _parts(
        self, sentence_number: int, clauses: Clauses, parts: Sequence[Sequence[int]], span: Span
    ) -> list[tuple[Mention, list[Person]]]:
        mentions = [self._part(sentence_number, clauses, part, span) for part in parts if part]
        return mentions or [self._plain(span)]

    def _named_after(
        self, clauses: Clauses, comma: int, span: Span, parts: Sequence[Sequence[int]]
    ) -> tuple[Mention, list[Person]] | None:
        """The Polish minister, Jan Wolan: the name in apposition is the one meant."""
        if len(parts) > 1 or clauses.kind(comma) != "," or clauses.kind(comma + 1) != "NP":
            return None
        title_chunk = clauses.chunks[parts[0][0]]
        if not title_base(clauses.tokens[title_chunk.last - 1].text):
            return None
        name_chunk = clauses.chunks[comma + 1]
        naming = read_name(clauses.tokens[name_chunk.first : name_chunk.last])
        people = self.cast.find(naming, naming.start) if naming is not None else []
        if naming is None or len(people) != 1 or naming.end > span.end:
            return None
        start = clauses.tokens[title_chunk.first].start
        label = (people[0].label,)
        return Mention(self.text[start : naming.end], start, naming.end, "person", label), people

    def _plain(self, span: Span) -> tuple[Mention, list[Person]]:
        return Mention(self.text[span.start : span.end], span.start, span.end, "other"), []

    def _part(
        self, sentence_number: int, clauses: Clauses, part: Sequence[int], span: Span
    ) -> tuple[Mention, list[Person]]:
        tokens = [
            token
            for index in part
            for token in clauses.tokens[clauses.chunks[index].first : clauses.chunks[index].last]
            if token.start >= span.start and token.end <= span.end
        ]
        if not tokens:
            return self._plain(span)
        head = clauses.chunks[part[0]]
        head_tokens = [t for t in clauses.tokens[head.first : head.last] if t in tokens] or tokens
        kind, people, resolved = self._resolve(
            sentence_number, clauses, part[0], head_tokens, tokens
        )
        if people:
            resolved = tuple(person.label for person in people)
        start, end = tokens[0].start, tokens[-1].end
        return Mention(self.text[start:end], start, end, kind, resolved), people

    def _resolve(
        self,
        sentence_number: int,
        clauses: Clauses,
        index: int,
        head: Sequence[Token],
        all_: Sequence[Token],
    ) -> tuple[str, list[Person], tuple[str, ...]]:
        """Kind, people and other names of one noun phrase (head) with what hangs on it (all_)."""
        first_word = head[0].low
        offset = head[0].start
        if len(all_) > len(head) and is_state(whole := self._bare(all_)):
            return "state", [], (self.cast.body_label(whole),)
        if len(head) == 1 and (first_word in MALE or first_word in FEMALE):
            return "pronoun", self._he_or_she(sentence_number, offset, first_word in FEMALE), ()
        if len(head) == 1 and first_word in PLURAL:
            return "pronoun", self._they(sentence_number, offset, None, ()), ()
        if len(head) == 1 and first_word in ("who", "which", "that") and index > 0:
            return self._antecedent(sentence_number, clauses, index)
        if len(head) == 1 and head[0].tag in ("PRP", "OBJ", "PRPS"):
            return "pronoun", [], ()
        entry = self.cast.body(" ".join(t.text for t in head))
        if entry is not None:
            return entry.kind, [], (entry.id,)
        naming = read_name(head) or single_name(head)
        if naming is not None:
            people = self.cast.find(naming, offset)
            if people or naming.office:
                name = () if people else (" ".join(naming.name),)
                return "person", people if len(people) == 1 else [], name
            if not body_in(naming.name)[0] and first_word not in words("organizations"):
                return "other", [], (" ".join(naming.name),)
        return self._described(sentence_number, offset, head, all_)

    def _described(
        self, sentence_number: int, offset: int, head: Sequence[Token], all_: Sequence[Token]
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
            return (
                "group",
                self._they(sentence_number, offset, count, text_words if office else ()),
                (),
            )
        if office and title_base(head[-1].text):
            if plural:
                return "group", self._officers(sentence_number, offset, text_words, all_), ()
            definite = head[0].low in ("the", "this", "that")
            return (
                "person",
                self._officer(sentence_number, offset, text_words) if definite else [],
                (),
            )
        body, _, _ = body_in(text_words)
        if body or last in words("organizations"):
            name = body or plain
            proper = body or any(t.tag == "NNP" for t in head)
            return "organization", [], (self.cast.body_label(name),) if proper else ()
        if head[-1].tag == "NNS" or head[0].low in ("some", "many", "several", "most", "others"):
            return "group", [], ()
        return "other", [], ()

    def _bare(self, tokens: Sequence[Token]) -> str:
        """Return the words from the first that is no determiner."""
        bare = [token for token in tokens if token.tag != "DT"] or list(tokens)
        return self.text[bare[0].start : bare[-1].end]

    def _antecedent(
        self, sentence_number: int, clauses: Clauses, pronoun: int
    ) -> tuple[str, list[Person], tuple[str, ...]]:
        position = pronoun - 1
        while position >= 0 and clauses.kind(position) in (",", "PAREN", "TIME"):
            position -= 1
        if clauses.kind(position) != "NP":
            return "other", [], ()
        position = clauses.chain_start(position)
        chunk = clauses.chunks[position]
        tokens = clauses.tokens[chunk.first : chunk.last]
        if len(tokens) == 1 and tokens[0].tag in ("PRP", "OBJ"):
            return "pronoun", [], ()
        return self._resolve(sentence_number, clauses, position, tokens, tokens)

    def _he_or_she(self, sentence_number: int, offset: int, female: bool) -> list[Person]:
        """The one person of the nearest sentence that names any; the last speaker who goes on."""
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

    def _they(
        self, sentence_number: int, offset: int, count: int | None, office: Sequence[str]
    ) -> list[Person]:
        """The people last named or meant together: so many, in that office, where the text says."""
        for group_sentence, group_offset, people in reversed(self.groups[-12:]):
            if group_offset >= offset or sentence_number - group_sentence > BACK_GROUP:
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
        self, sentence_number: int, offset: int, office: Sequence[str], all_: Sequence[Token]
    ) -> list[Person]:
        """The defense chiefs of A and B: one holder of the office from each state named."""
        codes = countries([token.text for token in all_])
        if len(codes) > 1:
            officers = []
            for code in codes:
                holders = [p for p in self.cast.people if p.country == code and p.holds(office)]
                if len(holders) != 1:
                    return []
                officers += holders
            return officers
        return self._they(sentence_number, offset, None, office)

    def _officer(self, sentence_number: int, offset: int, office: Sequence[str]) -> list[Person]:
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
            for o, p in self.present.get(sentence_number - back, ())
            if o < offset and p in holders
        }
        return list(near.values()) if len(near) == 1 else []
