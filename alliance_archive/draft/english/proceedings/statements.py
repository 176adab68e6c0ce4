"""The statements of a document that records a meeting: each sentence in which somebody acts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ...extraction import Attribution, Cue, Mention, Occasion, Span
from ..cast import Person
from ..lexicon import phrases, verb_forms, verb_frames
from ..sentences import Sentence, Token
from .acts import NOTED, act_of, act_of_some, impersonal
from .cast import people_in
from .clauses import Clause, begins_with_act, clauses_of, follows_act, is_loud
from .course import NOBODY, Meant
from .meetings import DELIVERED, JOINED, MEETING, RECEIVED, meeting_in, note_meeting
from .passages import Passage
from .references import Reference
from .relays import relayed, reported_from, told_of
from .resolution import Course
from .roster import Roster
from .sexes import other_of_two
from .signed import Signed
from .spoken import Spoken, spoken_in, teller_in
from .subjects import is_several
from .telling import named_in_clause, note_chairs, note_subject, note_told, subject_of
from .verbs import Verb, verb_at
from .vocabulary import DASHES, listed, low_at

TALKS_WITH = re.compile(
    r"(?:In [A-Z][^,.]{2,40}, )?(?:[Hh]er |[Hh]is |[Tt]he )?"
    r"(?:[Tt]alks|[Mm]eetings?|[Dd]iscussions|[Cc]onversations?|[Cc]onsultations) with "
)
NEXT = re.compile(
    r"(?:At|In|During) (?:the|a|her|his|their) (?:second|third|other|next|separate|following|last)"
    r" (?:meeting|talks|conversation|call)\b(?! with)"
)
CLOSING = re.compile(r"(?<!\s)\s+[/(\[*–-]+\s?(?i:ends?)\s?[/)\]*–-]+\Z")  # of a release: /END/


@dataclass(slots=True)
class Statements:
    """The statements of a document, read sentence by sentence, and whom they name."""

    text: str
    roster: Roster
    course: Course
    document: str
    voice: tuple[Mention, ...]
    attributions: list[Attribution] = field(default_factory=list)
    labels: dict[str, Person | str] = field(default_factory=dict)
    allowed: set[str] = field(default_factory=set)  # codes of the states that take part
    leftover: list[Span] = field(default_factory=list)  # quotations that nobody signed
    occasions: list[Occasion] = field(default_factory=list)
    introduces: bool = False  # whether bullets follow the passage
    teller: Meant = NOBODY  # according to whom the sentence is
    speaker: tuple[Mention, ...] = ()  # of the last quotation, while others may go on from it

    def passage(self, passage: Passage, lead: tuple[Clause, Meant, Sequence[Token]] | None) -> None:
        """Read a passage; a bullet goes on from its lead-in."""
        if lead is not None:
            self._bullet(passage, lead)
            return
        self.course.new_paragraph()
        self.speaker = ()
        for sentence in passage.sentences[self._dashed(passage) :]:
            self.sentence(sentence)

    def _dashed(self, passage: Passage) -> int:
        """Add what a dash sets off, up to whose words it is; return the number of its sentences.

        – We have too few. Together we have more, says Minister Holm.
        """
        for number, sentence in enumerate(passage.sentences if passage.bullet else ()):
            spoken = spoken_in(sentence)
            if spoken and not spoken[0].mark and spoken[0].words.end < sentence.end:
                words = Span(passage.span.start, spoken[0].words.end)
                self._say(sentence.tokens, [spoken[0]._replace(words=words)])
                return number + 1
        return 0

    def recital(
        self, passage: Passage, preamble: tuple[Clause, Meant, Sequence[Token]] | None
    ) -> None:
        """Read what a recital says of its parties: Recalling their meeting; Convinced that …"""
        first = passage.sentences[0].tokens
        opens = next((n for n, t in enumerate(first) if not t.low.endswith("ly")), 0)
        form, low = verb_forms().get(first[opens].low), first[opens].low
        says = form is not None and "g" in form.features and form.base in listed("stance")
        if preamble is None or not (says or low in listed("stative")) or len(first) < 2:
            self.passage(passage, None)
            return
        clause, meant, tokens = preamble
        span = self._span(passage.sentences[0].start, passage.sentences[-1].end)
        mentions = self._mentions(tokens, clause.subjects, meant)
        start, end = first[0].start, first[opens].end
        cue = Cue(self.text[start:end], start, end)
        content = first[min(opens + 1, len(first) - 1)].start
        self._append(span, cue, mentions, content=content)

    def quotation(self, signed: Signed) -> None:
        """Read a quotation that stands alone: its signer's, or nobody's that is known."""
        attribution = signed.attribution(self.text, self.document)
        if attribution is None and self.speaker:
            self._append(signed.words, None, self.speaker, signed.mark)
        elif attribution is None or signed.person is None:
            self.leftover.append(signed.words)
        else:
            self.labels[signed.person.label] = signed.person
            self.attributions.append(attribution)

    def sentence(self, sentence: Sentence) -> None:
        """Read a sentence: a statement for each of its clauses that tells of an act."""
        tokens = sentence.tokens
        spoken = spoken_in(sentence)
        told = bool(spoken) and teller_in(tokens) is not None  # according to the two ministers
        quoted = all(one.mark and one.row for one in spoken)
        if spoken and (told or quoted or not self.course.joint):
            self._say(tokens, spoken)
            return
        self._meet_next(sentence)
        clauses = clauses_of(tokens)
        if impersonal(self.text, sentence.start) and not follows_act(clauses):
            clauses = []
        teller = teller_in(tokens)
        self.teller = self.course.meaning(teller.who) if teller else NOBODY
        kept = []
        for clause in clauses:
            meant = subject_of(self.course, tokens, clause)
            own = named_in_clause(self.course, tokens, clause)
            if len(meant.people) == 1:
                other = other_of_two(self.course, tokens, clause, meant.people[0])
                own += [other] if other and other not in own else []
            met_before = tokens[clause.verb.first].low == "had" and clause.verb.base != "have"
            if not self.course.joint and not (met_before and self.course.group):
                note_meeting(self.course, self.text, tokens, clause, meant)
                self._add_meeting(sentence, clause)
            self.course.note(meant, own, is_several(clause.subjects))
            note_told(self.course, tokens, clause)
            verb = None if self._meets_again(tokens, clause) else act_of(tokens, clause)
            if verb is not None and self._takes_part(clause.subjects, meant, verb):
                kept.append((clause, verb, meant))
        self.course.before += self.teller.people  # he may be either
        for number, (clause, verb, meant) in enumerate(kept):
            self._add(sentence, clause, verb, meant, first=number == 0, whole=len(clauses) == 1)
        if not clauses:
            self._without_act(sentence)
        note_chairs(self.course, tokens)
        named = people_in(self.roster, tokens)
        for clause in clauses:
            named += named_in_clause(self.course, tokens, clause)
        self.course.here += named
        self.course.section += named

    def _meet_next(self, sentence: Sentence) -> None:
        """Take note of another meeting: At the second meeting, Ms Holm shared …"""
        home = self.roster.home
        if self.course.joint or home is None or not NEXT.match(self.text, sentence.start):
            return
        others = [p for p in people_in(self.roster, sentence.tokens) if p is not home]
        self.course.leave()
        if len(others) == 1:
            self.course.meet([home, *others])

    def _without_act(self, sentence: Sentence) -> None:
        """Read a sentence in which nobody acts: It was agreed …; X was received by Y."""
        if match := impersonal(self.text, sentence.start):
            cue = Cue(match.group(), match.start(), match.end())
            span = self._span(sentence.start, sentence.end)
            content = next((t.start for t in sentence.tokens if t.start >= cue.end), span.start)
            self._append(span, cue, self._agreed_by(cue), content=content)
        elif verb := act_of_some(sentence.tokens):
            span = self._span(sentence.start, sentence.end)
            content = sentence.tokens[verb.last].start
            self._append(span, self._cue(sentence.tokens, verb), (), content=content)
        self.course.last = NOBODY
        named = people_in(self.roster, sentence.tokens)
        note_subject(self.course, sentence.tokens, named)
        visitor = self.course.single
        if self.course.group and JOINED.search(self.text, sentence.start, sentence.end):
            self.course.meet(list(dict.fromkeys((*self.course.group, *named))))
        if visitor and RECEIVED.search(self.text, sentence.start, sentence.end):
            self.course.meet([visitor, *(person for person in named if person is not visitor)])
        home = self.roster.home
        if home and named and home not in named and TALKS_WITH.match(self.text, sentence.start):
            self.course.meet([home, *named])  # In Oslo, talks with Minister A focused on ports
        if home and named and DELIVERED.search(self.text, sentence.start, sentence.end):
            self.course.meet([home, *(person for person in named if person is not home)])
        if len(named) == 2 and not self.course.group and not self.course.joint:
            self.course.meet(named)  # how they met was not understood

    def _agreed_by(self, cue: Cue) -> tuple[Mention, ...]:
        """Return all who meet for “It was agreed”, unless only some of them act; not by others."""
        pool = self.course.pool()
        if NOTED.match(self.text, cue.start):
            return ()
        some = self.course.plural.people or pool
        whole = len(some) == len(pool) > 1 and not self.course.main
        if not whole or self.text.startswith(" by ", cue.end):
            return ()
        meant = Meant(tuple(pool))
        return (Mention(cue.text, cue.start, cue.end, "group", self._label(meant), "party"),)

    def _say(self, tokens: Sequence[Token], spoken: Sequence[Spoken]) -> None:
        """Add quotations as their speaker's; those without one go on from the last."""
        for words, mark, row, verb in spoken:
            if verb is not None:
                meant = self.course.subject(row)
                self.course.note(meant, list(meant.people), is_several(row))
                self.speaker = self._mentions(tokens, row, meant)
            if self.speaker:
                comma = self.text[words.end - 1] == ","  # the document's, not the speaker's
                words = Span(words.start, words.end - comma)
                said = self._told_by(tokens, words.start, meant) if verb and not mark else None
                who, via = (said, self.speaker) if said else (self.speaker, ())
                self._append(words, self._cue(tokens, verb), who, mark, via=via)
            else:
                self.leftover.append(words)

    def _told_by(
        self, tokens: Sequence[Token], start: int, teller: Meant
    ) -> tuple[Mention, ...] | None:
        """Return who did what whoever is named after it tells: The guest had agreed, A said."""
        first = next(n for n, token in enumerate(tokens) if token.start >= start)
        alone = len(teller.people) == 1
        told = told_of(self.course, tokens, first, teller.people[0]) if alone else None
        return self._mentions(tokens, *told) if told else None

    def _cue(self, tokens: Sequence[Token], verb: Verb | None) -> Cue | None:
        if verb is None:
            return None
        start, end = tokens[verb.first].start, tokens[verb.last - 1].end
        return Cue(self.text[start:end], start, end)

    def _meets_again(self, tokens: Sequence[Token], clause: Clause) -> bool:
        """Return whether a readout only tells of the next meeting: They will meet again in Oslo."""
        again = clause.verb.base == "meet" and low_at(tokens, clause.verb.last) == "again"
        return again and clause.verb.tense == "future" and not self.course.joint

    def _takes_part(self, row: Sequence[Reference], meant: Meant, verb: Verb) -> bool:
        """Return whether the subjects are of the meeting: no third state, nobody's description."""
        says = verb.base in listed("stance")
        tells = verb_frames(verb.base) or verb.tense == "future"
        home = self.roster.home
        placed = self.course.joint or home is None or self.roster.state_of(home)
        guests = [r for r in row if r.name != ("delegation",)]  # of an observer
        guests = [r for r in guests if r.country not in self.allowed]
        tells = tells or (verb.base in listed("stative") and not placed)
        third = (r for r in guests if not tells or not _whole(r) or (r.kind == "state" and placed))
        states = {code for reference in third for code in self.course.meaning(reference).states}
        of_union = bool(self.allowed & set(phrases("unions").values()))  # its members, too
        if states - self.allowed and not of_union:
            return False
        vague = any(r.kind in ("states", "counted", "ordinal") for r in row)
        it = row[0].name == ("it",)
        journey = verb.tense == "future" and verb.base in listed("journeys")
        return (says or not it) if meant else not (vague or it or journey)

    def mention(self, person: Person) -> Mention:
        """Return somebody as a party or as one of those who met, to be proposed if new."""
        self.labels[person.label] = person
        end = person.first + len(person.name)
        return Mention(person.name, person.first, end, "person", (person.label,))

    def _add_meeting(self, sentence: Sentence, clause: Clause) -> None:
        """Add the meeting that a clause tells of, if those who meet now are told there."""
        meets = clause.verb.kind == "stay" and MEETING.search(
            self.text, sentence.start, sentence.end
        )
        if meets and len(self.course.group) > 1:
            who = [self.mention(person) for person in self.course.group]
            self.occasions.append(meeting_in(self.text, sentence, who))

    def _add(
        self,
        sentence: Sentence,
        clause: Clause,
        verb: Verb,
        meant: Meant,
        *,
        first: bool,
        whole: bool,
    ) -> None:
        tokens = sentence.tokens
        subject = tokens[clause.subjects[0].first].start
        start = (
            sentence.start
            if first and clause.first <= clause.subjects[0].first
            else tokens[clause.first].start
        )
        if not whole and not first:
            start = max(subject, start)  # and, together with X, called for …
        end = sentence.end if clause.last == len(tokens) else tokens[clause.last - 1].end
        if clause.first > 0 and tokens[clause.first - 1].low in {":", *DASHES}:
            start = subject
        if self._is_lead_in(sentence):
            return
        mentions = () if verb.kind == "told" else self._mentions(tokens, clause.subjects, meant)
        passive = follows_act([clause])
        after = clause.subjects[-1].last if passive else verb.last
        words = any(token.text[0].isalnum() for token in tokens[after : clause.last])
        after += low_at(tokens, after) == ","  # concurred, both as neighbors and as friends, in …
        content = tokens[after].start if words and after < len(tokens) else start
        told = low_at(tokens, after) in ("that", "for", "over", "to")
        if passive and tokens[0].low not in ("it", "this") and not told:
            content = start  # The transfer of arms was condemned by the Ministers
        via: tuple[Mention, ...] = ()
        if others := relayed(self.course, tokens, clause, verb, meant):
            said = reported_from(tokens, verb, clause.last)
            content = tokens[said].start if said else content
            mentions, via = self._mentions(tokens, *others), mentions
        elif (teller := teller_in(tokens)) and teller.start <= clause.subjects[0].first:
            via = self._mentions(tokens, [teller.who], self.teller) if self.teller else ()
            start = subject if via else start
            end = teller.words_end or end
        cue = self._cue(tokens, verb)
        self._append(self._span(start, end), cue, mentions, content=content, via=via)

    def _is_lead_in(self, sentence: Sentence) -> bool:
        words = self.text[sentence.start : sentence.end]
        return words.rstrip().endswith(":") and self.introduces

    def _mentions(
        self, tokens: Sequence[Token], row: Sequence[Reference], meant: Meant
    ) -> tuple[Mention, ...]:
        last = row[-1].last - (tokens[row[-1].last - 1].low == ",")
        start, end = tokens[row[0].first].start, tokens[last - 1].end
        kind = "person" if all(r.kind in ("person", "title") for r in row) else "group"
        kind = "state" if all(r.kind == "state" for r in row) else kind
        return (
            Mention(self.text[start:end], start, end, kind, self._label(meant), _way(row, meant)),
        )

    def _label(self, meant: Meant) -> tuple[str, ...]:
        labels = []
        for person in meant.people:
            self.labels[person.label] = person
            labels.append(person.label)
        for code in meant.states:
            label = self.roster.label(code)
            self.labels[label] = code
            labels.append(label)
        return tuple(labels)

    def _span(self, start: int, end: int) -> Span:
        while end > start and self.text[end - 1] in " \t\n,;":
            end -= 1
        for joiner in (" and", " while", " but", ";", ","):
            if self.text[start:end].endswith(joiner):
                end -= len(joiner)
        if closing := CLOSING.search(self.text, start, end):
            end = closing.start()
        return Span(start, end)

    def _append(
        self,
        span: Span,
        cue: Cue | None,
        mentions: tuple[Mention, ...],
        mark: str = "",
        content: int = 0,
        via: tuple[Mention, ...] = (),
    ) -> None:
        """Add a statement with the words of a span; what it reports begins at `content`."""
        reported = Span(content, span.end) if span.start < content < span.end else span
        self.attributions.append(
            Attribution(
                form="direct",
                cue=cue,
                speakers=mentions,
                attributed_to=mentions,
                as_given=mentions[0].text if mentions else None,
                quotes=(span,),
                content=None,
                anchor=reported,
                marks=(mark,),
                voiced_by=(*via, *self.voice),
                document=self.document,
            )
        )

    def _bullet(self, passage: Passage, lead: tuple[Clause, Meant, Sequence[Token]]) -> None:
        """Add a bullet as its lead-in's statement, unless it is a sentence of its own."""
        clause, meant, tokens = lead
        first = passage.sentences[0].tokens
        goes_on = not clause.verb.base and (begins_with_act(first) or is_loud(first))
        if not goes_on and any(clauses_of(sentence.tokens) for sentence in passage.sentences):
            for sentence in passage.sentences:
                self.sentence(sentence)
            return
        verb = act_of(tokens, clause) or clause.verb
        if not verb.base and passage.sentences[0].tokens:  # We, the Ministers, – deplore …
            tokens = passage.sentences[0].tokens
            verb = verb_at(tokens, 0, plural=True) or Verb(0, 1, "", "present", "act")
        cue = self._cue(tokens, verb)
        own = (n for n, s in enumerate(passage.sentences) if n and clauses_of(s.tokens))
        after = next(own, len(passage.sentences))  # 1. Reaffirmed … They recalled …
        span = self._span(passage.sentences[0].start, passage.sentences[after - 1].end)
        self._append(span, cue, self._mentions(lead[2], clause.subjects, meant))
        if is_several(clause.subjects):
            self.course.note(meant, [], several=True)
        for sentence in passage.sentences[after:]:
            self.sentence(sentence)


def _way(row: Sequence[Reference], meant: Meant) -> str:
    """Return how subjects were resolved, in the terms of Mention.by."""
    kinds = {reference.kind for reference in row}
    if not meant or kinds <= {"person", "state", "body"}:
        return "name"
    if "pronoun" in kinds:
        return "party" if {r.name for r in row} == {("we",)} else "pronoun"
    return "title" if kinds <= {"person", "title", "state"} else "group"


def _whole(reference: Reference) -> bool:
    """Return whether a body is named so that it needs no other words: not the Alliance."""
    known = reference.country.lower() in listed("ministries")
    return reference.kind != "body" or known or " " in reference.country
