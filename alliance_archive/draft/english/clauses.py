"""Who does what in a sentence: its chunks, phrases of several of them, subjects of verb groups."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from ..extraction import Span
from .chunks import Chunk, chunk
from .gazetteer import title_base
from .lexicon import members, verb_frames, words
from .naming import Naming, introduced_name, read_name, single_name
from .sentences import Token
from .tagging import tag

if TYPE_CHECKING:
    from .cues import SpeechRelation
    from .traces import Clue

Range = tuple[int, int]
ADVERBIAL = frozenset({"RB", "TIME"})
GOVERNORS = frozenset({"IN", "VG", "GER", "INF", "PART"})
BEYOND = [""] * 16
BULLETS = frozenset("•●▪◦‣·*")
ANYWHERE = 999  # chunks: more than any sentence has
BESIDE_NAME = frozenset({"Q", "CS", ",", ".", ""})  # after a name that repeats a verb
ANSWERS = frozenset({"voice", "voices", "retort", "word", "cry", "shout"})
NOMINATIVE = frozenset({"he", "she", "they", "i", "we"})
UNGOVERNED = frozenset({"he", "she", "both"})  # after a verb: not its object, but a subject
# Between a subject and its verb: they both, she herself.
FLOATING = frozenset({"each", "both", "all", "himself", "herself", "themselves"})
SKIPPED = frozenset({"RB", "TIME", "PAREN"})
TENSES = {"VBD": "past", "MD": "modal"}


class Clauses:
    """Chunks of a sentence, and which phrases among them are subjects of which verbs."""

    def __init__(self, tokens: Sequence[Token], chunks: Sequence[Chunk]) -> None:
        self.tokens = tokens
        self.chunks = chunks
        # The kind of each chunk, and its head and first word in lower case. Beyond the end some are
        # empty, which negative indices reach, too: nothing looks farther than four chunks beyond.
        self.kinds = [piece.kind for piece in chunks] + BEYOND
        self.lows = [tokens[piece.head].low for piece in chunks] + BEYOND
        self.firsts = [tokens[piece.first].low for piece in chunks] + BEYOND
        self.relations: list[SpeechRelation] | None = None  # once they have been found
        self.clues: list[Clue] | None = None  # once they have been read
        self._subjects: dict[int, Range | None] = {}
        self._by_kind: dict[str, list[int]] = {}
        for index, piece in enumerate(chunks):
            if (kind := piece.kind) in self._by_kind:
                self._by_kind[kind].append(index)
            else:
                self._by_kind[kind] = [index]
        self._nouns = [(i, tokens[chunks[i].first : chunks[i].last]) for i in self.of_kind("NP")]
        self._full_names: dict[int, Naming] = {}
        self._namings: dict[int, Naming] = {}
        for index, noun in self._nouns:
            if len(noun) > 1 and (naming := read_name(noun)):
                self._full_names[index] = self._namings[index] = naming
            elif naming := single_name(noun):
                self._namings[index] = naming
                titled = title_base(naming.name[-1])
                if self.kinds[index + 1] == "," and not titled and self.is_introduced(index):
                    self._full_names[index] = naming  # the Indonesian minister, Sudarwati, said
            elif (
                self.kinds[index + 1] == ","
                and self.is_introduced(index)
                and (naming := introduced_name(noun))
            ):
                self._full_names[index] = self._namings[index] = naming

    def is_introduced(self, index: int) -> bool:
        """Return whether an office is beside a name: NAME, the envoy; Peru's envoy, NAME, said."""
        if self.kinds[index - 1] == "IN":
            return False
        before = self.kinds[index - 1] == "," and self.kinds[index - 2] == "NP"
        holder = self.chain_start(index - 2) if before else index + 2
        office = self.chunk_tokens(holder) if self.kinds[holder] == "NP" else ()
        if not office:
            return False
        definite = office[0].tag in ("DT", "PRPS") or any(t.tag == "POS" for t in office)
        last = office[-1].low
        titled = definite and (title_base(last) == last or last in members("visitors"))
        return titled and (before or self.kinds[index + 3] in (",", "IN"))

    @property
    def bulleted(self) -> bool:
        """Whether the sentence is an item of a list."""
        return self.kinds[0] in BULLETS

    def of_kind(self, *kinds: str) -> Sequence[int]:
        """Return the index of each chunk of these kinds, in order."""
        if len(kinds) == 1:
            return self._by_kind.get(kinds[0], ())
        return sorted(index for kind in kinds for index in self._by_kind.get(kind, ()))

    def noun_phrases(self) -> Sequence[tuple[int, Sequence[Token]]]:
        """Return the index and tokens of each chunk that is a noun phrase."""
        return self._nouns

    def encounters(self) -> Iterator[int]:
        """Yield the index of each chunk that tells of a meeting: met, is talking, talks."""
        verbs, nouns = members("reciprocal"), members("encounters")
        for index, piece in enumerate(self.chunks):
            if piece.kind == "NP":
                if self.tokens[piece.head].low in nouns:
                    yield index
            elif piece.kind in ("VG", "GER") and self.base(index) in verbs:
                yield index

    def speakers(self) -> Iterator[int]:
        """Yield the first chunk of whoever says something: the subject of each verb of speech."""
        for index in self.of_kind("VG"):
            piece = self.chunks[index]
            base, finite = self.tokens[piece.head].base, self.tokens[piece.first].tag != "VB"
            if piece.passive and base not in members("quoting"):
                continue
            if not finite or "q" not in verb_frames(base) or base in members("mental"):
                continue
            subject = self.subject(index)
            inverted = self.kinds[self.skip_left(index - 1)] in ("Q", ",")
            if inverted and self.is_person(index + 1) and not self.clause_follows(index + 1):
                yield index + 1
            elif subject is not None and self.kinds[subject[0]] == "NP":
                yield subject[0]
        source = self.next_word("according", 0)
        if source is not None and self.kinds[source + 2] == "NP":
            yield source + 2

    def naming(self, index: int) -> Naming | None:
        """Return whom a chunk names, in full or by a surname alone; None if it names nobody."""
        return self._namings.get(index)

    def full_name(self, index: int) -> Naming | None:
        """Return whom a chunk names with office or given name; None if it names nobody so."""
        return self._full_names.get(index)

    def is_undergone(self, verb: int) -> bool:
        """Return whether a gerund or an infinitive is a passive: having been told; to be told."""
        tokens = self.chunk_tokens(verb)
        return tokens[-1].tag == "VBN" and any(token.tag == "BE" for token in tokens[:-1])

    def is_inserted(self, noun: int) -> bool:
        """Return whether a noun phrase and its verb are between commas, after another."""
        return noun > 1 and self.kinds[noun - 2 : noun + 3] == ["NP", ",", "NP", "VG", ","]

    def chunk_tokens(self, index: int) -> Sequence[Token]:
        """Return the tokens of a chunk."""
        return self.tokens[self.chunks[index].first : self.chunks[index].last]

    def span(self, tokens: Range) -> Span:
        """Return where a range of tokens is, in code points of the text."""
        return Span(self.tokens[tokens[0]].start, self.tokens[tokens[1] - 1].end)

    def token_range(self, chunks: Range) -> Range:
        """Return the tokens of a range of chunks."""
        return self.chunks[chunks[0]].first, self.chunks[chunks[1] - 1].last

    def skip(self, index: int, kinds: Collection[str] = SKIPPED) -> int:
        """Return the first chunk from `index` on that is not of these kinds."""
        while 0 <= index < len(self.kinds) and self.kinds[index] in kinds:
            index += 1
        return index

    def skip_left(self, index: int, kinds: Collection[str] = SKIPPED) -> int:
        """Return the same to the left; -1 if there is none."""
        while 0 <= index < len(self.kinds) and self.kinds[index] in kinds:
            index -= 1
        return index

    def next_word(self, word: str, start: int, reach: int = ANYWHERE) -> int | None:
        """Return the next chunk, of `reach` from `start` on, that a word or mark heads."""
        within = self.lows[start : start + reach]
        return start + within.index(word) if word in within else None

    def chain_start(self, start: int) -> int:
        """Return the first noun phrase of a chain "the leader of the party in the north"."""
        while self.kinds[start - 1] == "IN":
            holder = self.skip_left(start - 2, ("PAREN",))
            if self.kinds[holder] != "NP":
                break
            start = holder
        return start

    def conjuncts_left(self, first: int) -> int:
        """Extend a noun phrase over "A, B and" to its left, unless these close a clause."""
        leftmost = first
        while leftmost >= 2:
            joiner = self.kinds[leftmost - 1]
            if joiner == "CC" and self.lows[leftmost - 1] in ("and", "or", "nor", "&"):
                position = leftmost - 2 if self.kinds[leftmost - 2] != "," else leftmost - 3
            elif joiner == "," and leftmost != first:
                position = leftmost - 2
            else:
                break
            position = self.skip_left(position, ("PAREN",))
            start = self.chain_start(position)
            governed = self.kinds[start - 1] in GOVERNORS
            free = self.kinds[position] == "NP" and self.firsts[start] in UNGOVERNED
            if self.kinds[position] != "NP" or (governed and not free):
                break
            leftmost = start
        return leftmost

    def is_person(self, noun: int) -> bool:
        """Return whether a noun phrase names somebody, or tells of one by an office."""
        return self.kinds[noun] == "NP" and bool(
            self.naming(noun) or title_base(self.chunk_tokens(noun)[-1].text)
        )

    def is_somebody(self, noun: int) -> bool:
        """Return whether a noun phrase is a person, or a pronoun that is a subject."""
        return self.is_person(noun) or self.lows[noun] in NOMINATIVE

    def noun_phrase_after(self, index: int) -> Range | None:
        """Return the noun phrase that starts at `index`, with what hangs on it or is joined."""
        if self.kinds[index] != "NP":
            return None
        last = index + 1
        while (kind := self.kinds[last]) in ("IN", "CC", "PAREN"):
            if kind == "PAREN":
                last += 1
                continue
            if self.kinds[last + 1] != "NP" or (kind == "CC" and not self._joins(index, last)):
                break
            last += 2
        return index, last

    def _joins(self, noun: int, conjunction: int) -> bool:
        """Return whether "and" joins noun phrases: A and B met; not: A came and B left."""
        whole = self.kinds[conjunction + 2] != "VG" or self.lows[noun] in NOMINATIVE
        return whole and self.lows[conjunction] in ("and", "or")

    def clause_follows(self, index: int) -> bool:
        """Return whether a noun phrase and its verb start at `index`."""
        phrase = self.noun_phrase_after(self.skip(index, ADVERBIAL))
        if phrase is None:
            return False
        verb = self.skip(phrase[1])
        if self.kinds[verb] == "CC" and self.kinds[verb + 1] == "NP":
            verb = self.skip(verb + 2)  # A and B met
        return self.kinds[verb] == "VG"

    def presents(self, verb: int) -> bool:
        """Return whether a quotation is told to be what somebody said: “No,” was X's answer."""
        told = members("messages") | {"all", "how", "what"}
        if self.kinds[verb - 1] != "Q" or not self.kinds[verb + 1]:
            return False
        if self.base(verb) == "come":  # “No,” came the answer from X
            answer = self.lows[verb + 1] in ANSWERS | members("messages")
            return answer and self.lows[verb + 2] == "from"
        is_alone = [token.tag for token in self.chunk_tokens(verb)] == ["BE"]
        return is_alone and any(token.low in told for token in self.chunk_tokens(verb + 1))

    def is_apposed(self, noun: int) -> bool:
        """Return whether somebody is named there with more about him between commas."""
        return self.full_name(noun) is not None and self.kinds[noun + 1] == ","

    def repeated_verb(self, noun: int) -> int | None:
        """Return the verb that a name repeats: A called it “…,” B “…”; A said that…, B that…"""
        if self.kinds[noun + 1] not in BESIDE_NAME or self.naming(noun) is None:
            return None
        if self.lows[noun - 1] == "by" and self.kinds[noun - 2] == "CC":
            return self._described_before(noun)
        if self.kinds[noun - 1] == "CC" and self.naming(noun - 2):
            return None  # the “pact” pleased A and B “enormously”
        comma = self.kinds[noun + 1] == "," and self.kinds[noun - 1] == "CC"  # and B, “…”
        quoted, that = self.kinds[noun + 1 + comma] == "Q", self.lows[noun + 1] == "that"
        if not (quoted or that) or self.kinds[noun - 1] not in (",", ";", "CC", "Q"):
            return None
        able = {"q"} if quoted else {"t", "c", "a"}
        verbs = (verb for verb in self.of_kind("VG") if verb < noun and able & self.frames(verb))
        told = next((verb for verb in verbs if self.subject(verb)), None)
        return told if told and (that or "Q" in self.kinds[told:noun]) else None

    def _described_before(self, noun: int) -> int | None:
        """Return the verb in “described by A as “…” and by B as “…””."""
        if self.lows[noun + 1] != "as" or self.kinds[noun + 2] != "Q":
            return None
        verbs = (verb for verb in self.of_kind("PART", "VG") if verb < noun)
        described = (v for v in verbs if self.lows[v + 1] == "by" and "s" in self.frames(v))
        return next(described, None)

    def subject(self, verb: int) -> Range | None:
        """Return the chunks [first, last) that are the subject of the verb group at `verb`."""
        if verb not in self._subjects:
            self._subjects[verb] = None  # a verb that depends on itself has no subject
            self._subjects[verb] = self._find_subject(verb)
        return self._subjects[verb]

    def _find_subject(self, verb: int) -> Range | None:
        position = self.skip_left(verb - 1)
        kind = self.kinds[position]
        if kind == "NP" and self.base(position - 1) == "let" and self.tense(verb) == "present":
            return self.subject(position - 1)  # let him know
        if kind == "REL":
            return position, position + 1
        if kind == "NP":
            return self._noun_phrase_before(position)
        if kind in (",", "-", "–", "—", "--"):
            return self._before_comma(position)
        if kind == "CC":
            return self._shared(position, verb)
        held = self.skip_left(position, ("INF",))
        inner = self.subject(held) if self.kinds[held] == "VG" else None
        holder = inner[0] - 1 - (self.kinds[inner[0] - 1] == "REL") if inner else -1
        if self.kinds[holder] == "NP":  # a man she knew SAID; a man whom she declined to name SAID
            return self._noun_phrase_before(holder)
        if kind in ("VG", "PART", "ADJ", "INF", "GER"):
            return self._shared(position + 1, verb)
        if kind == "Q" and self._title(position):
            return self._before_comma(position)
        return None

    def _title(self, position: int) -> bool:
        """Return whether a short quotation ends an apposition: star of "Name," said."""
        quoted = self.tokens[self.chunks[position].first].text
        return len(quoted) < 60 and quoted.rstrip("\"”’'").endswith(",")

    def _noun_phrase_before(self, position: int) -> Range | None:
        if self.lows[position] in FLOATING and self.kinds[position - 1] == "NP":
            position -= 1  # A and B each said
        first = self.chain_start(position)
        preceding = self.skip_left(first - 1)
        kind = self.kinds[preceding]
        if kind == "IN":
            return self._inside_phrase(preceding, position)
        if self.in_relative(preceding):
            holder = self.skip_left(self.subject(preceding)[0] - 1)  # type: ignore[index]
            if self.kinds[holder] == "NP" and self.skip_left(preceding - 1) == holder + 1:
                return self.chain_start(holder), position + 1
        return self.conjuncts_left(first), position + 1

    def _inside_phrase(self, preposition: int, position: int) -> Range | None:
        """Return the subject where a preposition owns the noun phrase: that of what it hangs on."""
        left = self.skip_left(preposition - 1)
        if self.kinds[left] == ",":
            told = self.lows[preposition] in ("after", "before")
            if told and any(self.kinds[index] == "VG" for index in range(left)):
                return position, position + 1  # A spoke, a day after B had said
            return self._before_comma(left)
        if self.kinds[left] not in ("PART", "VG", "GER", "ADJ", "INF"):
            return position, position + 1
        holder = self.skip_left(left - 1)
        if self.kinds[holder] == "REL" and self.kinds[holder - 1] == "NP":
            holder -= 1
        if self.kinds[holder] == "NP":
            return self.chain_start(holder), position + 1
        return self.subject(left)

    def _before_comma(self, comma: int) -> Range | None:
        """Return the noun phrase before the first comma of an insertion: X, a doctor, SAID."""
        mark = self.kinds[comma] if self.kinds[comma] != "Q" else ","
        for position in range(comma - 1, 0, -1):
            if self.kinds[position] != mark:
                continue
            if self.kinds[position + 1] == "CC":
                continue  # X, who was late and who was asked, said
            holder = self.skip_left(position - 1, ("PAREN", "TIME"))
            acted = "VG" in self.kinds[position + 1 : comma]
            whose = self.kinds[holder] == "NP" and self.is_relative(holder) and acted
            if whose or not self._holds_apposition(holder, position, comma):
                continue  # X, whose aide, Y, had left, SAID
            first = self.chain_start(holder)
            lead = self.kinds[first - 2] if self.kinds[first - 1] == "IN" else None
            if lead == "," or (self.kinds[first - 1] == "VG" and self.in_relative(first - 1)):
                continue  # X, who works in Rome, Italy, SAID
            apposed = self.kinds[first - 1] == "," and self.kinds[first - 3] in ("", ",", "CS")
            if apposed and self.full_name(first - 2) and self.kinds[first] == "NP" and lead != "":
                first -= 2  # NAME, the minister, who was late, SAID
            elif self.kinds[first - 3 : first] == ["CC", "NP", ","]:
                first -= 2  # NAME and her counterpart, NAME, who are late, SAID
            elif self.kinds[first - 1] == "," and self._is_told(position + 1, comma):
                first = self.chain_start(first - 2)  # the minister, NAME, she said, HAD PROMISED
            return (position + 1 if lead == "" else self.conjuncts_left(first)), comma
        return self._shared(comma, comma + 1)

    def _holds_apposition(self, holder: int, opening: int, closing: int) -> bool:
        """Return whether the words between two commas belong to the noun phrase before them."""
        inner = self.kinds[opening + 1]
        if self.is_relative(opening + 1):
            inner = "REL"
        inside = [i for i in range(opening + 1, closing) if self.kinds[i] != "RB"]
        if self.kinds[holder] == "NP" and [self.kinds[i] for i in inside] == ["VG"]:
            return not self.frames(inside[0])  # X, visibly annoyed, SAID
        if self.kinds[holder] != "NP" or inner in ("CS", "VG"):
            return False
        number = self.tokens[self.chunks[holder].first].tag == "CD"
        if holder > 1 and number and self.kinds[holder - 1] == ",":
            return False  # the year of a date
        verbs = [index for index in range(opening + 1, closing) if self.kinds[index] == "VG"]
        first = self.chain_start(holder)
        if self.kinds[first - 1] == "GER" and self.kinds[first - 2] == ",":
            return False  # X, quoting the envoy, NAME, SAID
        if self.kinds[first - 1] == "," and (self.full_name(first) or self.full_name(first - 2)):
            first = self.chain_start(first - 2)
        starts = self.kinds[first - 1] in ("", "CS")
        if starts and inner == "NP" and len(verbs) == 1 and "q" in self.frames(verbs[0]):
            return self._is_told(opening + 1, closing)  # X, she said, had promised…
        main = [verb for verb in verbs if not self.in_relative(verb)]
        return not main or inner in ("REL", "IN", "WRB", "PART", "GER")

    def _is_told(self, start: int, end: int) -> bool:
        """Return whether an insertion is somebody and a verb of speech: she said."""
        verb = next((index for index in range(start, end) if self.kinds[index] == "VG"), start)
        told = "q" in self.frames(verb) and not self.is_relative(start)  # who is not related to her
        return told and self.subject(verb) == (start, verb)

    def _shared(self, start: int, verb: int) -> Range | None:
        """Return the subject of an earlier verb that this is joined to, best of the same tense."""
        tense = self.tense(verb)
        base = self.tokens[self.chunks[verb].head].base
        speech = "q" in verb_frames(base) or base in members("refusals")
        best: Range | None = None
        score, opened = -1, self.kinds[0] in ("PART", "GER", "CS", "WRB")
        for left in range(start - 1, max(-1, start - 60), -1):
            if self.kinds[left] != "VG":
                continue
            worth = 2 * (self.tense(left) == tense or tense == "")
            worth += speech and self.reports(left)
            # X said Y had called, and had added that…: what had been is joined to what had been
            worth += 2 * (self.is_perfect(verb) and self.is_perfect(left))
            subject = self.subject(left)
            if speech and subject is not None and self.kinds[subject[0]] == "NP":
                body = self.lows[subject[0]] in words("organizations")
                speaks = body or self.is_somebody(subject[0])
                worth -= not speaks  # refused to say if the loan was late, but did say…
            if best is None and subject is not None and self._tells_of_somebody(subject):
                # X said that Y had called and praised it: Y, unless the verb may tell what X said
                joined = self.kinds[start] == "CC" and self.kinds[start - 1] != ","
                joined = joined and self.is_perfect(left)
                # Y had rung her and proposed that…
                rang = self.base(left) in members("contacting") and self.kinds[left + 1] == "NP"
                worth += 4 * (joined and (rang or not self.reports(verb)))
            if subject is not None and self.kinds[start - 1] == ",":
                opener = self.lows[subject[0] - 1]
                aside = (
                    self.kinds[subject[0]] == "REL" and opener == ","
                )  # X, who had left, and said
                worth -= aside or opener == "that" or opener in members("adverbial")
            if worth <= score:
                continue
            if subject is not None:
                best, score = subject, worth
            if subject is not None and opened and self.kinds[subject[0] - 1] == ",":
                break  # Told that A had left, B nodded and said…
        return best

    def _tells_of_somebody(self, subject: Range) -> bool:
        """Return whether a subject is a person, or has one in apposition: her guest, NAME."""
        last = subject[1] - 1 - (self.kinds[subject[1] - 1] == ",")
        return self.is_somebody(subject[0]) or self.is_apposed(last)

    def is_perfect(self, verb: int) -> bool:
        """Return whether a verb group tells what had been done by then."""
        piece = self.chunks[verb]
        return self.tokens[piece.first].low == "had" and piece.head > piece.first

    def is_relative(self, index: int) -> bool:
        """Return whether a relative clause starts with this phrase: who; whose deputy."""
        kind = self.kinds[index]
        first = self.tokens[self.chunks[index].first] if kind == "NP" else None
        return kind == "REL" or (first is not None and first.low == "whose")

    def next_verb(self, verb: int) -> int | None:
        """Return the next verb group after one; None if there is none."""
        return next((index for index in self.of_kind("VG") if index > verb), None)

    def in_relative(self, verb: int) -> bool:
        """Return whether the verb group's subject is a relative pronoun, or “whose” something."""
        subject = self.subject(verb) if self.kinds[verb] == "VG" else None
        return subject is not None and self.is_relative(subject[0])

    def tense(self, verb: int) -> str:
        """Return past, present or modal for a verb group; empty otherwise."""
        if self.kinds[verb] != "VG":
            return ""
        first = self.tokens[self.chunks[verb].first]
        if first.low in ("was", "were", "had", "did", "didn't", "didn’t"):
            return "past"
        return TENSES.get(first.tag, "present")

    def governor(self, index: int) -> Range | None:
        """Return the subject of a form without one of its own: the main clause's after a comma."""
        position = self.skip_left(index - 1)
        if self.kinds[position] == "CC" and self.kinds[index] == "GER":
            for left in range(position - 1, max(-1, position - 40), -1):
                if self.kinds[left] == "GER" and self.kinds[left - 1] in (",", "NP", "-"):
                    return self.governor(left)
        if self.kinds[position] == "NP":
            noun_phrase = self._noun_phrase_governs(position, index)
            if noun_phrase is not None:
                return noun_phrase
        if position < 0 or (position == 0 and self.kinds[0] in ("CS", "IN")):
            return self._main_clause_after(index)
        if shown := self._shown(position):
            return shown
        return self._faulted(position) or self._verb_governs(position, index)

    def _shown(self, comma: int) -> Range | None:
        """Return whom a text has saying something: A cable has the envoy, NAME, complaining…"""
        named = comma - 1
        if (
            self.kinds[comma] != ","
            or self.full_name(named) is None
            or self.kinds[comma - 2] != ","
        ):
            return None
        first = self.chain_start(comma - 3)
        verb = self.chunks[first - 1] if self.kinds[first - 1] == "VG" else None
        has = verb is not None and self.tokens[verb.head].tag == "HV"
        return (first, comma) if has else None

    def _faulted(self, preposition: int) -> Range | None:
        """Return who is blamed or thanked for saying something, or is to resign for it."""
        link = self.lows[preposition]
        if link not in ("for", "of"):
            return None
        forms = (i for i in range(preposition - 1, 0, -1) if self.kinds[i] in ("VG", "GER", "INF"))
        verb = next(forms, 0)
        if self.kinds[verb] == "INF":
            return self.governor(verb)
        faults = self.base(verb) in members("accusing" if link == "of" else "faulting")
        return (
            self.noun_phrase_after(verb + 1) if faults and not self.chunks[verb].passive else None
        )

    def _noun_phrase_governs(self, position: int, index: int) -> Range | None:
        """Return the noun phrase, or its verb's subject: a letter saying…; issued a note saying…"""
        first = self.chain_start(position)
        preceding = self.lows[first - 1] if first else ""
        if self.kinds[index] == "INF":
            return (first, position + 1) if preceding == "for" else None
        vehicle = self.lows[first] in members("vehicles")
        if self.kinds[first - 1] == "VG" and vehicle:
            return self.subject(first - 1) or (first, position + 1)
        if self.kinds[first - 1] != "IN" or preceding == "with" or vehicle:
            return first, position + 1
        return None

    def _verb_governs(self, position: int, index: int) -> Range | None:
        verbs = [left for left in range(max(0, index - 80), index) if self.kinds[left] == "VG"]
        own = self.subject(verbs[-1]) if verbs else None
        if own and self.kinds[own[0] - 1] == "REL" and self.kinds[own[0] - 2] == ",":
            return own  # he paid two billion, which X called “a lot,” blaming Y
        if self.kinds[position] == "," or (self.kinds[position] == "Q" and self._title(position)):
            verbs = [left for left in verbs if not self._subordinate(left)] or verbs
        subjects = (self.subject(left) for left in reversed(verbs))
        told = self.kinds[position] == "," and self.kinds[index] == "GER" and self.reports(index)
        inverted = self._inverted(verbs[-1]) if told and verbs else None
        return inverted or next((subject for subject in subjects if subject is not None), None)

    def _inverted(self, verb: int) -> Range | None:
        """Return who spoke in “…,” said X, the minister, NAME included."""
        phrase = self.noun_phrase_after(self.skip(verb + 1))
        if phrase is None or self.kinds[self.skip_left(verb - 1)] != "Q" or not self.reports(verb):
            return None
        named = self.kinds[phrase[1]] == "," and self.full_name(phrase[1] + 1)
        return phrase[0], phrase[1] + (2 if named else 0)

    def _main_clause_after(self, index: int) -> Range | None:
        """Return the subject of the clause after the comma: noting that…, X…"""
        for right in range(index + 1, min(len(self.chunks), index + 60)):
            if self.ends_in_comma(right) and self.clause_follows(right + 1):
                return self.noun_phrase_after(right + 1)
            office = self.noun_phrase_after(right + 1) if self.kinds[right] == "," else None
            named = office[1] + 1 if office and self.kinds[office[1]] == "," else right
            if office and self.is_apposed(named) and self.kinds[named + 2] == "VG":
                return office[0], named + 1  # told that…, the minister, NAME, said
        return None

    def _subordinate(self, verb: int) -> bool:
        """Return whether a relative pronoun, "that" or a reporting verb governs the verb."""
        for left in range(verb - 1, -1, -1):
            kind = self.kinds[left]
            if kind == "REL" or self.lows[left] == "that":
                return True
            if kind in ("CS", "WRB"):
                return self.kinds[left - 1] != ","
            if kind == "VG":
                return self.reports(left)
            if kind in (",", ";", "CC", "Q"):
                return False
        return False

    def ends_in_comma(self, index: int) -> bool:
        """Return whether a chunk is a comma, or a quotation with one at its end: “slow,”."""
        last = self.tokens[self.chunks[index].last - 1].text
        return last == "," or (self.kinds[index] == "Q" and last[-2:-1] == ",")

    def reports(self, verb: int) -> bool:
        """Return whether the verb group's verb may govern a clause."""
        return "c" in verb_frames(self.tokens[self.chunks[verb].head].base)

    def base(self, index: int) -> str:
        """Return the base form of a verb group's main verb; empty for an auxiliary alone.

        Empty, too, beyond either end of the sentence.
        """
        if not 0 <= index < len(self.chunks):
            return ""
        token = self.tokens[self.chunks[index].head]
        return token.base if token.tag[:2] == "VB" else ""

    def frames(self, index: int) -> frozenset[str]:
        """Return the frames in which a verb group reports; empty when it does not."""
        return verb_frames(self.base(index))


def read_clauses(
    tokens: Sequence[Token], title_case: bool = False, names: Collection[str] = frozenset()
) -> Clauses:
    """Return the clauses of one sentence, whose tokens are tagged on the way.

    `names` are words that are names wherever they stand with a capital.
    """
    tag(tokens, title_case, names)
    return Clauses(tokens, chunk(tokens))
