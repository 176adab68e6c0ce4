"""The statements of a document that records a meeting: each sentence in which somebody acts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ...extraction import Attribution, Cue, Mention, Occasion, Span
from ..cast import Person
from ..lexicon import phrases, verb_forms, verb_frames
from ..sentences import Sentence, Token
from .acts import (
    DASHES,
    Clause,
    Verb,
    begins_with_act,
    clauses_of,
    coordinated,
    follows_act,
    is_loud,
    is_several,
    subjects_at,
    verb_after,
    verb_at,
)
from .cast import people_in, references_in, states_in
from .course import NOBODY, Meant
from .meetings import DELIVERED, JOINED, MEETING, RECEIVED, meeting_in, note_meeting
from .names import Reference
from .offices import listed, low_at, name_at
from .passages import Passage
from .resolution import Course
from .roster import Roster
from .sexes import is_object, learn_sex, other_of_two
from .signed import Signed
from .spoken import Spoken, spoken_in, teller_in

IMPERSONAL = re.compile(
    r"(?:(?!It )[A-Z][^,;:.“]{0,80}, )?(?:[Ii]t (?:was|has been|is) (?:\w+ )?(agreed|decided)\b"
    r"|(?:[Ff]ull |[Tt]here was (?:\w+ )?)?(?:[Aa]greement|[Cc]onsensus)"
    r"(?: (?:was|has been) (?:\w+ )?(?:reached|found))?(?= (?:that|on|to) ))"
)
NOTED = re.compile(  # by nobody who is named
    r"(?:(?!It )[A-Z][^,;:.“]{0,80}, )?[Ii]t (?:was|has been) (?:\w+ )?"
    r"(?:noted|stressed|underlined|emphasi[sz]ed|pointed out|recalled|recogni[sz]ed|observed"
    r"|acknowledged|suggested|proposed|reaffirmed|reiterated|confirmed|announced|said)(?= that )"
)
TOPICAL = re.compile(
    r"\bexchange of views (?:on|about)\b|^(?:a|an) \w+ discussion on\b|^(?:the|an) opportunity to\b"
)
TALKS_WITH = re.compile(
    r"(?:In [A-Z][^,.]{2,40}, )?(?:[Hh]er |[Hh]is |[Tt]he )?"
    r"(?:[Tt]alks|[Mm]eetings?|[Dd]iscussions|[Cc]onversations?|[Cc]onsultations) with "
)
CLOSING = re.compile(r"\s+[/(\[*–-]+\s?(?i:ends?)\s?[/)\]*–-]+\Z")  # of a release: /END/
GOES_ON = frozenset({"add", "continue"})  # what the last speaker does
REPLIES = frozenset({"reply", "respond", "answer", "concur", "accept"})
ACCEPTS = frozenset({"welcome", "agree", "appreciate", "support", "endorse"})
SOME = frozenset({"some", "several", "many", "most", "other", "others"})
EXCHANGED = frozenset(
    {"view", "views", "opinion", "opinions", "assessments", "perspectives", "ideas"}
)
LONGEST_HEARER = 8  # tokens of “her interlocutor, the President of Norvania,” before “that”
LONGEST_EXCHANGE = 9  # tokens of “an in-depth and friendly exchange of views on”
FURTHEST = 3  # tokens to the noun of “several of the delegations”
POINTING = frozenset({"this", "that", "these", "it", "him", "her", "do", ".", ",", ""})


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
        clauses = clauses_of(tokens)
        if _impersonal(self.text, sentence.start) and not follows_act(clauses):
            clauses = []
        teller = teller_in(tokens)
        self.teller = self.course.meaning(teller.who) if teller else NOBODY
        kept = []
        for clause in clauses:
            meant = self._subject(tokens, clause)
            own = self._named_in(tokens, clause)
            if len(meant.people) == 1:
                other = other_of_two(self.course, tokens, clause, meant.people[0])
                own += [other] if other and other not in own else []
            met_before = tokens[clause.verb.first].low == "had" and clause.verb.base != "have"
            if not self.course.joint and not (met_before and self.course.group):
                note_meeting(self.course, self.text, tokens, clause, meant)
                self._add_meeting(sentence, clause)
            self.course.note(meant, own, is_several(clause.subjects))
            self._tell(tokens, clause)
            verb = act_of(tokens, clause)
            if verb is not None and self._takes_part(clause.subjects, meant, verb):
                kept.append((clause, verb, meant))
        self.course.before += self.teller.people  # he may be either
        for number, (clause, verb, meant) in enumerate(kept):
            self._add(sentence, clause, verb, meant, first=number == 0, whole=len(clauses) == 1)
        if not clauses:
            self._without_act(sentence)
        self._note_chairs(tokens)
        named = people_in(self.roster, tokens)
        for clause in clauses:
            named += self._named_in(tokens, clause)
        self.course.here += named
        self.course.section += named

    def _note_chairs(self, tokens: Sequence[Token]) -> None:
        """Remember who chairs what a sentence tells of: a working group co-chaired by A and B."""
        for index, token in enumerate(tokens):
            if token.low in ("chaired", "co-chaired") and low_at(tokens, index + 1) == "by":
                after = [r for r in references_in(tokens) if r.first > index]
                chairs = self.course.chairs = people_in(self.roster, tokens, after) if after else []
                self.roster.chairs = self.roster.chairs or chairs

    def _tell(self, tokens: Sequence[Token], clause: Clause) -> None:
        """Remember all whom a clause names, one by one or as a group; states, if no others."""
        if clause.subjects[0].kind == "ordinal":
            return  # the former …; the latter …
        first = clause.first if clause.first > clause.subjects[0].first else 0
        plain = [r for r in references_in(tokens) if first <= r.first < clause.last]
        people = [r for r in plain if r.kind in ("person", "title", "group")]
        states = [r for r in plain if r.kind == "state"]
        told: list[Meant] = []
        for reference in people or states:
            meant = self.course.meaning(reference)
            told += [meant] if not meant or meant not in told else []
        self.course.told = told
        counted = () if self.course.joint else [r for r in plain if r.kind == "states" and r.count]
        several = (*(r for r in plain if r.kind == "group"), *counted)
        groups = (self.course.meaning(r) for r in several)
        self.course.groups_told = [meant for meant in groups if len(meant.people) != 1]

    def _subject(self, tokens: Sequence[Token], clause: Clause) -> Meant:
        """Return whom the subjects of a clause mean; a pronoun, nobody named after its verb."""
        references = references_in(tokens)
        beside = [r for r in references if clause.verb.last <= r.first < clause.last]
        if follows_act([clause]):  # Minister A was assured by her guest
            whose = [r for r in references if r.last == clause.verb.first]
            self.course.single = next(iter(self.course.named(whose)), self.course.single)
        if low_at(tokens, clause.first - 1) == "whom" and clause.subjects[0].kind == "pronoun":
            return self.course.meaning(references[0])  # received B, with whom she discussed
        if clause.subjects[0].kind == "pronoun":
            earlier = [r for r in references if r.last <= clause.subjects[0].first]
            self.course.before += self.course.named(earlier)
        row = clause.subjects
        if row[0].kind == "pronoun" and clause.verb.base in GOES_ON:
            row = (replace(row[0], owner="added"), *row[1:])
        meant = self.course.subject(row, beside)
        if row[0].name == ("they",) and (told := _told_before(tokens, references, row[0])):
            meant = self.course.meaning(told)
        if [r.name for r in clause.subjects] in ([("he",)], [("she",)]):
            turned = _in_turn(tokens, clause)
            if turned or _reacts(tokens, clause.verb):
                other = self.course.reacting(clause.subjects[0].name[0], turned=turned)
                meant = meant if other is None else other
        if clause.subjects[0].name == ("we",) and clause.verb.tense != "past":
            meant = meant if self.course.joint else NOBODY  # we, the Government, will
        learn_sex(self.course, tokens, clause, meant)
        if len(meant.people) == 1:
            self.course.single = meant.people[0]  # whose counterpart is met
        return meant

    def _without_act(self, sentence: Sentence) -> None:
        """Read a sentence in which nobody acts: It was agreed …; X was received by Y."""
        if match := _impersonal(self.text, sentence.start):
            cue = Cue(match.group(), match.start(), match.end())
            span = self._span(sentence.start, sentence.end)
            content = next((t.start for t in sentence.tokens if t.start >= cue.end), span.start)
            self._append(span, cue, self._agreed_by(cue), content=content)
        elif verb := _act_of_some(sentence.tokens):
            span = self._span(sentence.start, sentence.end)
            content = sentence.tokens[verb.last].start
            self._append(span, self._cue(sentence.tokens, verb), (), content=content)
        self.course.last = NOBODY
        named = people_in(self.roster, sentence.tokens)
        self._note_subject(sentence.tokens, named)
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
        told = self._told_of(tokens, first, teller.people[0]) if alone else None
        return self._mentions(tokens, *told) if told else None

    def _cue(self, tokens: Sequence[Token], verb: Verb | None) -> Cue | None:
        if verb is None:
            return None
        start, end = tokens[verb.first].start, tokens[verb.last - 1].end
        return Cue(self.text[start:end], start, end)

    def _named_in(self, tokens: Sequence[Token], clause: Clause) -> list[Person]:
        """Return whom a clause names or calls by an office; owners (the President's) apart."""
        people: dict[int, Person] = {}
        for reference in references_in(tokens):
            owner = reference.last < len(tokens) and tokens[reference.last].low in ("'s", "’s")
            if clause.first <= reference.first < clause.last and not owner:
                for person in self.course.meaning(reference).people:
                    if reference.kind in ("person", "title"):
                        people.setdefault(id(person), person)
        return list(people.values())

    def _note_subject(self, tokens: Sequence[Token], named: Sequence[Person]) -> None:
        """Remember whom a sentence without an act is about: She was in Port Avel."""
        row, _ = subjects_at(tokens, 0)
        first = references_in(tokens)[:1]
        row = row or [r for r in first if verb_at(tokens, r.last, False) or _is_or_was(tokens, r)]
        meant = self.course.subject(row) if row else NOBODY
        if len(meant.people) == 1:
            self.course.single = person = meant.people[0]
            if not person.sex and row[0].name in (("he",), ("she",)):
                person.sex = "m" if row[0].name == ("he",) else "w"
        elif any(r.kind == "title" for r in references_in(tokens)):
            self.course.single = None  # it was about somebody else
        elif _is_of_stranger(tokens):
            self.course.single, self.course.stranger = None, True
        self.course.before = list(named)

    def _takes_part(self, row: Sequence[Reference], meant: Meant, verb: Verb) -> bool:
        """Return whether the subjects are of the meeting: no third state, nobody's description."""
        says = verb.base in listed("stance")
        tells = verb_frames(verb.base) or verb.tense == "future"
        home = self.roster.home
        placed = self.course.joint or home is None or self.roster.state_of(home)
        guests = [r for r in row if r.name != ("delegation",)]  # of an observer
        guests = [r for r in guests if r.country not in self.allowed]
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
        after = clause.subjects[-1].last if follows_act([clause]) else verb.last
        words = any(token.text[0].isalnum() for token in tokens[after : clause.last])
        after += low_at(tokens, after) == ","  # concurred, both as neighbors and as friends, in …
        content = tokens[after].start if words and after < len(tokens) else start
        via: tuple[Mention, ...] = ()
        if relayed := self._relayed(tokens, clause, verb, meant):
            mentions, via = self._mentions(tokens, *relayed), mentions
        elif (teller := teller_in(tokens)) and teller.start <= clause.subjects[0].first:
            via = self._mentions(tokens, [teller.who], self.teller) if self.teller else ()
            start = subject if via else start
            end = teller.words_end or end
        cue = self._cue(tokens, verb)
        self._append(self._span(start, end), cue, mentions, content=content, via=via)

    def _relayed(
        self, tokens: Sequence[Token], clause: Clause, verb: Verb, meant: Meant
    ) -> tuple[Sequence[Reference], Meant] | None:
        """Return whom somebody else tells of: told her that the Minister, A, had asked for time."""
        if verb.base not in listed("relays") or len(meant.people) != 1:
            return None
        if verb.base in ("quote", "cite"):
            return self._quoted(tokens, verb, meant.people[0])
        near = range(verb.last, min(verb.last + LONGEST_HEARER, clause.last))
        that = next((n + 1 for n in near if tokens[n].low == "that"), None)
        if that is None and "c" not in verb_frames(verb.base):
            return None  # briefed his colleagues on the talks
        return self._told_of(tokens, that or verb.last, meant.people[0])

    def _quoted(
        self, tokens: Sequence[Token], verb: Verb, teller: Person
    ) -> tuple[Sequence[Reference], Meant] | None:
        """Return who is quoted: quoted the Minister as saying that …"""
        row, end = subjects_at(tokens, verb.last)
        says = low_at(tokens, end) == "as" and low_at(tokens, end + 1).endswith("ing")
        others = self.course.subject(row) if row and says else NOBODY
        return (row, others) if others and teller not in others.people else None

    def _told_of(
        self, tokens: Sequence[Token], start: int, teller: Person
    ) -> tuple[Sequence[Reference], Meant] | None:
        """Return who said what somebody now tells, from a token on; others than the teller."""
        row, end = subjects_at(tokens, start)
        own = not row or row[0].kind in ("pronoun", "body")  # her state's Parliament
        said = None if own else verb_after(tokens, end, row)
        if said is None or not (said.kind == "act" or _has_topic(tokens, said)):
            return None
        says = said.base in {*listed("stance"), "speak"} or "c" in verb_frames(said.base)
        others = self.course.subject(row)
        side = self.roster.state_of(teller) or self.roster.issuer_state
        own = teller in others.people or side in others.states
        had = low_at(tokens, said.first) == "had"
        past = said.tense != "future" and (not others.states or (had and side))
        return (row, others) if says and past and not own else None

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
        span = self._span(passage.sentences[0].start, passage.sentences[-1].end)
        self._append(span, cue, self._mentions(lead[2], clause.subjects, meant))


def _is_or_was(tokens: Sequence[Token], reference: Reference) -> bool:
    """Return whether a sentence is about somebody: At a dialogue, the Minister was asked …"""
    return low_at(tokens, reference.last) in listed("be")


def _impersonal(text: str, start: int) -> re.Match[str] | None:
    """Return the words that tell of an act without who acts: It was agreed; It was noted that."""
    return IMPERSONAL.match(text, start) or NOTED.match(text, start)


def _way(row: Sequence[Reference], meant: Meant) -> str:
    """Return how subjects were resolved, in the terms of Mention.by."""
    kinds = {reference.kind for reference in row}
    if not meant or kinds <= {"person", "state", "body"}:
        return "name"
    if "pronoun" in kinds:
        return "party" if {r.name for r in row} == {("we",)} else "pronoun"
    return "title" if kinds <= {"person", "title", "state"} else "group"


def _act_of_some(tokens: Sequence[Token]) -> Verb | None:
    """Return the act of some whom the text does not name: Several delegations asked that …"""
    end = next((n for n, token in enumerate(tokens) if token.low.endswith("s")), FURTHEST)
    verb = verb_at(tokens, end + 1, True) if tokens[0].low in SOME and end < FURTHEST else None
    if verb is None or verb.kind != "act" or verb.last >= len(tokens):
        return None
    return verb if verb_frames(verb.base) or verb.base in listed("stance") else None


def _whole(reference: Reference) -> bool:
    """Return whether a body is named so that it needs no other words: not the Alliance."""
    known = reference.country.lower() in listed("ministries")
    return reference.kind != "body" or known or " " in reference.country


def _is_of_stranger(tokens: Sequence[Token]) -> bool:
    """Return whether a sentence begins with a name that was not read, which does something."""
    end = name_at(tokens, 0)
    return end > 1 and not states_in(tokens[:end]) and verb_at(tokens, end, False) is not None


def _told_before(
    tokens: Sequence[Token], references: Sequence[Reference], they: Reference
) -> Reference | None:
    """Return of whom a sentence told first what was done: The Ministers were asked …; they …"""
    first = next((r for r in references if r.kind == "group" and r.last < they.first), None)
    passive = first is not None and low_at(tokens, first.last) in listed("be")
    return first if first and passive and first.first == 0 else None


def _in_turn(tokens: Sequence[Token], clause: Clause) -> bool:
    """Return whether the other's turn has come: he in turn; for her part, she."""
    pronoun = clause.subjects[0]
    beside = {t.low for t in (*tokens[: pronoun.first], *tokens[pronoun.last : clause.verb.first])}
    return bool(beside & {"turn", "part"}) and bool(beside & {"in", "for", "on"})


def _reacts(tokens: Sequence[Token], verb: Verb) -> bool:
    """Return whether somebody answers what another has said: replied that; welcomed this."""
    after = next(
        (token.low for token in tokens[verb.last :] if token.low not in ("to", "with")), ""
    )
    pointing = after in POINTING and (after != "her" or is_object(tokens, verb))  # not her hosts
    act = after == "the" and any(
        t.low in listed("speech") for t in tokens[verb.last : verb.last + 3]
    )
    return verb.base in REPLIES or (verb.base in ACCEPTS and (pointing or act))


def act_of(tokens: Sequence[Token], clause: Clause) -> Verb | None:
    """Return the verb of the act that a clause tells of; None for the course of the meeting."""
    alone = clause.verb.base == "exchange" and not is_several(clause.subjects)
    if clause.verb.kind != "stay" or (_has_topic(tokens, clause.verb) and not alone):
        return clause.verb
    return coordinated(tokens, clause.verb, clause.last)


def _has_topic(tokens: Sequence[Token], verb: Verb) -> bool:
    """Return whether those who meet speak of something: discussed X; exchanged views on X."""
    if verb.tense == "future":
        return False
    if verb.base in ("talk", "speak", "go"):
        return low_at(tokens, verb.last) in (("over",) if verb.base == "go" else ("about", "of"))
    ahead = " ".join(token.low for token in tokens[verb.last : verb.last + LONGEST_EXCHANGE])
    if verb.base in ("have", "hold"):
        return bool(TOPICAL.search(ahead))
    if verb.base not in ("discuss", "exchange"):
        return False
    exchanged = [token.low for token in tokens[verb.last : verb.last + 4]]
    return verb.base == "discuss" or bool(EXCHANGED & set(exchanged))
