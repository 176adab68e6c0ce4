"""Who does what in a sentence: the subject of a verb group, among the chunks before and after."""

from __future__ import annotations

from collections.abc import Sequence

from .chunk_walk import ChunkWalk
from .chunks import Chunk
from .lexicon import members, table
from .tokens import Token

TENSES = {"VBD": "past", "VBZ": "present", "VB": "present"}


class Clauses(ChunkWalk):
    """Phrases that know which of them are subjects of which verbs."""

    def __init__(self, tokens: Sequence[Token], chunks: Sequence[Chunk]) -> None:
        super().__init__(tokens, chunks)
        self._subjects: dict[int, tuple[int, int] | None] = {}

    def subject(self, at: int) -> tuple[int, int] | None:
        """The chunks [first, last) that are the subject of the verb group at `at`."""
        if at not in self._subjects:
            self._subjects[at] = None  # what asks for itself finds nothing
            self._subjects[at] = self._find_subject(at)
        return self._subjects[at]

    def _find_subject(self, at: int) -> tuple[int, int] | None:
        place = self.skip_left(at - 1)
        if self.kind(place) == "ADJ" and self.kind(place - 1) == "NP":
            place -= 1
        kind = self.kind(place)
        if kind == "REL":
            return place, place + 1
        if kind == "NP":
            return self._noun_phrase_before(place, at)
        if kind in (",", "-", "–", "—", "--"):
            return self._before_comma(place)
        if kind == "CC":
            return self._shared(place, at)
        if kind in ("VG", "PART", "ADJ", "INF", "GER"):
            return self._shared(place + 1, at)
        if kind == "Q" and self.kind(place - 1) in ("NP", "IN", "ADJ") and place > 2:
            return self._before_comma(place) if self._title(place) else None
        return None

    def _title(self, place: int) -> bool:
        """A short quotation with a comma inside that ends an apposition: star of "Name," said."""
        quoted = self.tokens[self.chunks[place].first].text
        return len(quoted) < 60 and quoted.rstrip("\"”’'").endswith(",")

    def _noun_phrase_before(self, place: int, at: int) -> tuple[int, int] | None:
        first = self.chain_start(place)
        before = self.skip_left(first - 1)
        if self.kind(before) == "IN":
            return self._inside_phrase(before, place)
        if self.kind(before) == "PART" and self.kind(before - 1) in ("NP", "PAREN"):
            return self.chain_start(before - 1), place + 1
        if self.kind(before) == "VG" and self.in_relative(before):
            holder = self.skip_left(self.subject(before)[0] - 1)  # type: ignore[index]
            if self.kind(holder) == "NP" and self.skip_left(before - 1) == holder + 1:
                return self.chain_start(holder), place + 1
        return self.conjuncts_left(first), place + 1

    def _inside_phrase(self, before: int, place: int) -> tuple[int, int] | None:
        """The noun phrase belongs to a preposition: look for what that hangs on."""
        left = self.skip_left(before - 1)
        if self.kind(left) in ("PART", "VG", "GER", "ADJ", "INF"):
            holder = self.skip_left(left - 1)
            if self.kind(holder) == "NP":
                return self.chain_start(holder), place + 1
            if self.kind(holder) == "REL" and self.kind(holder - 1) == "NP":
                return self.chain_start(holder - 1), place + 1
            return self.subject(left)
        if self.kind(left) == ",":
            return self._before_comma(left)
        return place, place + 1

    def _before_comma(self, comma: int) -> tuple[int, int] | None:
        """X, an apposition or relative clause, SAID: the noun phrase before the first comma."""
        mark = self.kind(comma) if self.kind(comma) != "Q" else ","
        for place in range(comma - 1, 0, -1):
            if self.kind(place) != mark:
                continue
            inner = self.kind(place + 1)
            holder = place - 1
            while holder > 0 and self.kind(holder) in ("PAREN", "TIME"):
                holder -= 1
            if self.kind(holder) != "NP" or inner in ("CC", "CS", "VG"):
                if inner == "CC":
                    return self._shared(place + 1, comma + 1)
                continue
            if (
                holder > 1
                and self.tokens[self.chunks[holder].first].tag == "CD"
                and self.kind(holder - 1) == ","
            ):
                continue
            finite = any(self.kind(at) == "VG" for at in range(place + 1, comma))
            if finite and inner not in ("REL", "IN", "WRB"):
                continue
            first = self.chain_start(holder)
            if self.kind(first - 1) == "IN" and self.kind(first - 2) == ",":
                continue
            if self.kind(first - 1) == "IN" and self.kind(first - 2) == "":
                return place + 1, comma
            return self.conjuncts_left(first), comma
        return self._shared(comma, comma + 1)

    def _shared(self, place: int, at: int) -> tuple[int, int] | None:
        """A verb joined to an earlier one has its subject; one of the same tense is preferred."""
        wanted = self.tense(at)
        speech = "q" in table("cue_verbs").get(self.tokens[self.chunks[at].head].base, frozenset())
        best: tuple[int, int] | None = None
        score = -1
        for left in range(place - 1, max(-1, place - 60), -1):
            if self.kind(left) != "VG":
                continue
            worth = 2 * (self.tense(left) == wanted or wanted == "")
            worth += speech and self.reports(left)
            if worth <= score:
                continue
            found = self.subject(left)
            if found is not None:
                best, score = found, worth
        return best

    def in_relative(self, at: int) -> bool:
        """Whether the verb group's subject is a relative pronoun."""
        found = self.subject(at) if self.kind(at) == "VG" else None
        return found is not None and self.kind(found[0]) == "REL"

    def tense(self, at: int) -> str:
        """past, present or modal for a verb group; empty otherwise."""
        if not 0 <= at < len(self.chunks) or self.kind(at) != "VG":
            return ""
        first = self.tokens[self.chunks[at].first]
        if first.tag in TENSES:
            return TENSES[first.tag]
        if first.low in ("was", "were", "had", "did", "didn't", "didn’t"):
            return "past"
        return "modal" if first.tag == "MD" else "present"

    def governor(self, at: int) -> tuple[int, int] | None:
        """The subject that a form without one takes: the main clause's after a comma."""
        place = self.skip_left(at - 1)
        if self.kind(place) == "CC" and self.kind(at) == "GER":
            for left in range(place - 1, max(-1, place - 40), -1):
                if self.kind(left) == "GER" and self.kind(left - 1) in (",", "NP", "-"):
                    return self.governor(left)
        if self.kind(place) == "NP":
            found = self._noun_phrase_governs(place, at)
            if found is not None:
                return found
        if place < 0 or (place == 0 and self.kind(0) in ("CS", "IN")):
            return self._main_clause_after(at)
        return self._verb_governs(place, at)

    def _noun_phrase_governs(self, place: int, at: int) -> tuple[int, int] | None:
        """A letter saying…; for news accounts to portray…; but released a statement saying…"""
        first = self.chain_start(place)
        before = self.low(first - 1) if first else ""
        if self.kind(at) == "INF":
            return (first, place + 1) if before == "for" else None
        vehicle = self.low(first) in members("vehicles")
        if self.kind(first - 1) == "VG" and vehicle:
            return self.subject(first - 1) or (first, place + 1)
        if self.kind(first - 1) != "IN" or before == "with" or vehicle:
            return first, place + 1
        return None

    def _verb_governs(self, place: int, at: int) -> tuple[int, int] | None:
        verbs = [left for left in range(max(0, at - 80), at) if self.kind(left) == "VG"]
        if self.kind(place) == "," or (self.kind(place) == "Q" and self._title(place)):
            verbs = [left for left in verbs if not self._subordinate(left)] or verbs
        found = (self.subject(left) for left in reversed(verbs))
        return next((subject for subject in found if subject is not None), None)

    def _main_clause_after(self, at: int) -> tuple[int, int] | None:
        """Noting that…, X…: the subject of the clause after the comma."""
        for right in range(at + 1, min(len(self.chunks), at + 60)):
            if self.kind(right) == "," and self.clause_follows(right + 1):
                return self.noun_phrase_after(right + 1)
        return None

    def _subordinate(self, verb: int) -> bool:
        """Whether a relative pronoun, "that" or a reporting verb before it governs the verb."""
        for left in range(verb - 1, -1, -1):
            kind = self.kind(left)
            if kind in ("REL", "CS", "WRB"):
                return not (
                    self.kind(left - 1) == "," and kind != "REL" and self.low(left) != "that"
                )
            if kind == "VG":
                return self.reports(left)
            if kind in (",", ";", "CC", "Q"):
                return False
        return False

    def reports(self, verb: int) -> bool:
        """Whether the verb group's verb may govern a clause."""
        token = self.tokens[self.chunks[verb].head]
        return "c" in table("cue_verbs").get(token.base, frozenset())
