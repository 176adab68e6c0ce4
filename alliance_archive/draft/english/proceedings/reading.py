"""A record of a meeting read to the end: its statements, whose they are, and who is new."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ....model.records import Participant
from ...extraction import Attribution, Cue, Mention, Occasion, Proposal, Span
from ..cast import Person
from ..lexicon import closed_class
from ..occasions import reported
from ..sentences import Sentence, Token
from .acts import (
    DASHES,
    Clause,
    Verb,
    begins_with_act,
    clauses_of,
    coordinated,
    is_several,
    open_subjects,
    subjects_at,
    verb_at,
)
from .cast import people_in, proposed_office, references_in, roster_of, states_in
from .names import Reference, reference_at
from .meetings import meeting_in
from .parties import find_parties, is_american
from .passages import Passage, passages_of
from .resolution import NOBODY, Course, Meant
from .roster import LONGEST_CODE, Roster
from .signed import Signed, signed_in
from .spoken import Spoken, spoken_in

MEETING = re.compile(
    r"\b(?:me(?:e)?ts?|meetings?|spoke|speaks|talks?|calls?|called|conversation|discussions?|visit\w*"
    r"|hosted|hosts|receive[ds]|welcomed|consultations|dialogue|lunch|dinner|breakfast|traveled)\b"
)
OPENING = 6  # paragraphs in which a readout tells who met whom
LOGISTICS = frozenset(
    {"meet", "speak", "talk", "confer", "call", "hold", "visit", "welcome", "receive", "host"}
)
# After these verbs “his” or “her” is the subject's.
OWN = frozenset(
    {"express", "convey", "reaffirm", "reiterate", "voice", "offer", "extend", "renew", "restate"}
)
ATTENDED = re.compile(r"\b(?:joined|accompanied|attended|represented) by\b")
JOINS = frozenset({"join", "attend", "accompany"})
IMPERSONAL = re.compile(r"It (?:was|has been|is) (?:also |further )?(agreed|decided)\b")
INTRODUCTION = 30  # code points before the subject: longer than “At the same time, ”
RECEIVED = re.compile(r"\bwas (?:later |then )?(?:received|hosted|welcomed|greeted) by\b")
PRAISE = frozenset({"congratulate", "thank", "commend", "praise", "applaud"})
LEAD_IN = re.compile(r"[:–—-]\s*$|\b(?:to|that|on)\s*$|^We,.*,\s*$", re.S)


@dataclass(frozen=True, slots=True)
class Reading:
    """Statements in order, the people and states that are new, and the parties."""

    attributions: tuple[Attribution, ...]
    people: tuple[Proposal, ...]
    parties: tuple[Mention, ...]
    states: tuple[str, ...]  # codes of the parties' states
    leftover: tuple[Span, ...]  # quotations in no statement
    office: str = ""  # of the first person that a readout tells of
    occasions: tuple[Occasion, ...] = ()


@dataclass(slots=True)
class _Reader:
    text: str
    roster: Roster
    course: Course
    document: str
    voice: tuple[Mention, ...]
    found: list[Attribution] = field(default_factory=list)
    labels: dict[str, Person | str] = field(default_factory=dict)
    allowed: set[str] = field(default_factory=set)  # codes of the states that take part
    leftover: list[Span] = field(default_factory=list)  # quotations that nobody signed
    occasions: list[Occasion] = field(default_factory=list)
    introduces: bool = False  # whether bullets follow the passage
    speaker: tuple[Mention, ...] = ()  # of the last quotation, while others may go on from it

    def passage(self, passage: Passage, lead: tuple[Clause, Meant, Sequence[Token]] | None) -> None:
        """Read a passage; a bullet goes on from its lead-in."""
        if lead is not None:
            self._bullet(passage, lead)
            return
        self.course.new_paragraph()
        self.speaker = ()
        for sentence in passage.sentences:
            self.sentence(sentence)

    def quotation(self, signed: Signed) -> None:
        """Read a quotation that stands alone: its signer's, or nobody's that is known."""
        attribution = signed.attribution(self.text, self.document)
        if attribution is None and self.speaker:
            self._append(signed.words, None, self.speaker, signed.mark)
        elif attribution is None or signed.person is None:
            self.leftover.append(signed.words)
        else:
            self.labels[signed.person.label] = signed.person
            self.found.append(attribution)

    def sentence(self, sentence: Sentence) -> None:
        """Read a sentence: a statement for each of its clauses that tells of an act."""
        tokens = sentence.tokens
        if spoken := [] if self.course.joint else spoken_in(sentence):
            self._say(tokens, spoken)
            return
        clauses = clauses_of(tokens)
        named = people_in(self.roster, tokens)
        acts = [(clause, _act(tokens, clause)) for clause in clauses]
        kept = []
        for clause, verb in acts:
            beside = [r for r in references_in(tokens) if clause.verb.last <= r.first < clause.last]
            earlier = (r for r in references_in(tokens) if r.last <= clause.subjects[0].first)
            if clause.subjects[0].kind == "pronoun":
                self.course.before += people_in(self.roster, tokens, list(earlier))
            meant = self.course.subject(clause.subjects, beside)
            self._learn_sex(tokens, clause, meant)
            if len(meant.people) == 1:
                self.course.single = meant.people[0]  # whose counterpart is met
            own = self._named_in(tokens, clause)
            if not self.course.joint:
                self._note_meeting(tokens, clause, meant)
                self._add_meeting(sentence, clause)
            self.course.note(meant, own, is_several(clause.subjects))
            if verb is not None and self._takes_part(clause.subjects, verb, meant):
                kept.append((clause, verb, meant))
        for number, (clause, verb, meant) in enumerate(kept):
            self._add(sentence, clause, verb, meant, first=number == 0, whole=len(clauses) == 1)
        if not clauses and (match := IMPERSONAL.match(self.text, sentence.start)):
            cue = Cue(match.group(), match.start(), match.end())
            self._append(self._span(sentence.start, sentence.end), cue, ())
        if not clauses:
            self._note_subject(tokens, named)
            if self.course.single and RECEIVED.search(self.text, sentence.start, sentence.end):
                hosts = [person for person in named if person is not self.course.single]
                self.course.meet([self.course.single, *hosts])
            if len(named) == 2 and not self.course.group and not self.course.joint:
                self.course.meet(named)  # how they met was not understood

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
                self._append(words, self._cue(tokens, verb), self.speaker, mark)
            else:
                self.leftover.append(words)

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
        meant = self.course.subject(row) if row else NOBODY
        if len(meant.people) == 1:
            self.course.single = meant.people[0]
        elif any(reference.kind == "title" for reference in references_in(tokens)):
            self.course.single = None  # it was about somebody else
        self.course.before = list(named)

    def _takes_part(self, row: Sequence[Reference], verb: Verb, meant: Meant) -> bool:
        """Return whether the subjects are of the meeting: no third state, nobody's description."""
        states = {reference.country for reference in row if reference.kind in ("state", "body")}
        of_union = any(len(code) > LONGEST_CODE for code in self.allowed)  # its members, too
        if states - self.allowed - self._unnamed_home() and not of_union:
            return False
        vague = any(reference.kind in ("states", "counted", "ordinal") for reference in row)
        return bool(meant) or not vague

    def _unnamed_home(self) -> set[str]:
        """Return the United States for a Secretary of State or Defense whose state is not named."""
        home = self.roster.home
        return {"US"} if home is not None and not home.country and is_american(home) else set()

    def _learn_sex(self, tokens: Sequence[Token], clause: Clause, meant: Meant) -> None:
        """Learn from “expressed her condolences” that the subject is a woman."""
        self._learn_praised(tokens, clause)
        if len(meant.people) != 1:
            return
        self._learn_other(tokens[clause.verb.last : clause.verb.last + 2], meant.people[0])
        if meant.people[0].sex:
            return
        pronoun = next((r.name[0] for r in clause.subjects if r.kind == "pronoun"), "")
        fronted = tokens[: clause.subjects[0].first]
        if len(fronted) > 3 and fronted[1].low in ("his", "her"):
            pronoun = pronoun or fronted[1].low
        after = tokens[clause.verb.last : clause.verb.last + 4]
        own = (token.low for token in after if token.low in ("his", "her"))
        owned = next(own, pronoun) if clause.verb.base in OWN else pronoun
        direct = bool(after) and not any(token.text[:1].isupper() for token in after[:1])
        if owned and direct:
            meant.people[0].sex = "w" if owned in ("her", "she") else "m"

    def _learn_praised(self, tokens: Sequence[Token], clause: Clause) -> None:
        """Learn from “congratulated Minister Wolan on his election” that Wolan is a man."""
        praised = reference_at(tokens, clause.verb.last) if clause.verb.base in PRAISE else None
        if praised is None or praised.kind not in ("person", "title"):
            return
        people = self.course.meaning(praised).people
        owner = next((t.low for t in tokens[praised.last + 1 : praised.last + 3]), "")
        if len(people) == 1 and owner in ("his", "her") and not people[0].sex:
            people[0].sex = "m" if owner == "his" else "w"

    def _learn_other(self, after: Sequence[Token], subject: Person) -> None:
        """Learn from “informed her of it” that the other of two who meet is a woman."""
        group = self.course.pool()
        if len(group) != 2 or len(after) < 2 or after[0].low not in ("him", "her"):
            return
        object_ = after[0].low == "him" or closed_class().get(after[1].low) in ("IN", "CS", "TO")
        others = [person for person in group if person is not subject]
        if object_ and len(others) == 1 and not others[0].sex:
            others[0].sex = "m" if after[0].low == "him" else "w"

    def _note_meeting(self, tokens: Sequence[Token], clause: Clause, meant: Meant) -> None:
        """Remember who meets: the subject and those whom it met, or several who act together."""
        if len(meant.people) > 1:
            known = {id(person) for person in self.course.group}
            outside = any(id(person) not in known for person in meant.people)
            if clause.verb.base in JOINS and self.course.group:
                self.course.joined += meant.people
            elif outside or clause.verb.kind == "stay":
                self.course.meet(list(meant.people), aside=clause.verb.kind != "stay")
        elif (
            meant.people
            and clause.verb.kind == "stay"
            and (clause.verb.base in LOGISTICS or not self.course.group)
        ):
            group = {id(meant.people[0]): meant.people[0]}
            for reference in self._met(tokens, clause):
                for person in self.course.meaning(reference).people:
                    group.setdefault(id(person), person)
            if len(group) > 1:
                self.course.meet(list(group.values()))
                self.course.plural = NOBODY
                self.course.open_plural = False

    def _add_meeting(self, sentence: Sentence, clause: Clause) -> None:
        """Add the meeting that a clause tells of, if those who meet now are told there."""
        meets = clause.verb.kind == "stay" and MEETING.search(
            self.text, sentence.start, sentence.end
        )
        if meets and len(self.course.group) > 1:
            who = [_party(self, person) for person in self.course.group]
            self.occasions.append(meeting_in(self.text, sentence, who))

    def _met(self, tokens: Sequence[Token], clause: Clause) -> list[Reference]:
        """Return those whom a subject met, without who only joined them."""
        words = self.text[tokens[clause.verb.first].start : tokens[-1].end]
        stop = ATTENDED.search(words)
        edge = tokens[clause.verb.first].start + (stop.start() if stop else len(words))
        return [
            reference
            for reference in references_in(tokens)
            if reference.kind in ("person", "title")
            and reference.first >= clause.verb.last
            and tokens[reference.first].start < edge
        ]

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
            start = subject
        end = sentence.end if clause.last == len(tokens) else tokens[clause.last - 1].end
        said = end - tokens[min(verb.last, len(tokens) - 1)].start
        labeled = clause.first > 0 and tokens[clause.first - 1].low in {":", *DASHES}
        introduced = subject - start >= INTRODUCTION and 2 * said < end - start
        if labeled or introduced:
            start = subject  # a long introduction is not what was said
        if self._is_lead_in(sentence, verb):
            return
        cue = self._cue(tokens, verb)
        row = clause.subjects
        if verb.kind == "told":
            self._append(self._span(start, end), cue, ())
            return
        self._append(self._span(start, end), cue, self._mentions(tokens, row, meant))

    def _is_lead_in(self, sentence: Sentence, verb: Verb) -> bool:
        words = self.text[sentence.start : sentence.end]
        return words.rstrip().endswith(":") and self.introduces

    def _mentions(
        self, tokens: Sequence[Token], row: Sequence[Reference], meant: Meant
    ) -> tuple[Mention, ...]:
        start, end = tokens[row[0].first].start, tokens[row[-1].last - 1].end
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
        return Span(start, end)

    def _append(
        self, span: Span, cue: Cue | None, mentions: tuple[Mention, ...], mark: str = ""
    ) -> None:
        self.found.append(
            Attribution(
                form="direct",
                cue=cue,
                speakers=mentions,
                attributed_to=mentions,
                as_given=mentions[0].text if mentions else None,
                quotes=(span,),
                content=None,
                anchor=span,
                marks=(mark,),
                voiced_by=self.voice,
                document=self.document,
            )
        )

    def _bullet(self, passage: Passage, lead: tuple[Clause, Meant, Sequence[Token]]) -> None:
        """Add a bullet as its lead-in's statement, unless it is a sentence of its own."""
        clause, meant, tokens = lead
        if any(clauses_of(sentence.tokens) for sentence in passage.sentences):
            for sentence in passage.sentences:
                self.sentence(sentence)
            return
        verb = _act(tokens, clause) or clause.verb
        if not verb.base and passage.sentences[0].tokens:  # We, the Ministers, – deplore …
            tokens = passage.sentences[0].tokens
            verb = verb_at(tokens, 0, plural=True) or Verb(0, 1, "", "present", "act")
        cue = self._cue(tokens, verb)
        span = self._span(passage.sentences[0].start, passage.sentences[-1].end)
        self._append(span, cue, self._mentions(lead[2], clause.subjects, meant))


def _way(row: Sequence[Reference], meant: Meant) -> str:
    """Return how subjects were resolved, in the terms of Mention.by."""
    kinds = {reference.kind for reference in row}
    if not meant or kinds <= {"person", "state", "body"}:
        return "name"
    if "pronoun" in kinds:
        return "party" if {r.name for r in row} == {("we",)} else "pronoun"
    return "title" if kinds <= {"person", "title", "state"} else "group"


def _act(tokens: Sequence[Token], clause: Clause) -> Verb | None:
    """Return the verb of the act that a clause tells of; None for the course of the meeting."""
    if clause.verb.kind != "stay":
        return clause.verb
    return coordinated(tokens, clause.verb, clause.last)


def read_proceedings(
    text: str,
    paragraphs: Sequence[Span],
    known: Sequence[Participant],
    *,
    joint: bool,
    document: str,
    first: int = 0,
    day: str = "",
    issuer_state: str = "",
    voice: tuple[Mention, ...] = (),
) -> Reading:
    """Return the statements of a document; the body begins at the paragraph `first`."""
    passages = passages_of(text, paragraphs)
    roster = roster_of(passages, known)
    roster.day, roster.issuer_state = day, issuer_state
    titles = [sentence.tokens for passage in passages[:first] for sentence in passage.sentences]
    body = passages[first:]
    titles += [s.tokens for p in body[:2] if p.heading for s in p.sentences]
    if joint:
        find_parties(roster, titles, body)
    else:
        roster.states = list(dict.fromkeys(code for tokens in titles for code in states_in(tokens)))
    allowed = {*roster.states, *roster.titled, issuer_state} | {
        p.country for p in (roster.parties if joint else roster.people)
    }
    if not joint:
        voices = {label for mention in voice for label in mention.resolved}
        roster.voices = [person for person in roster.people if person.label in voices]
        _set_home(roster, body)
    reader = _Reader(text, roster, Course(roster, joint), document, voice, allowed=allowed)
    _read_body(reader, body, joint, both_sexes=_both_sexes(text))
    # Again, now that “her condolences” further down has told who is a woman.
    reader.found.clear()
    reader.leftover.clear()
    reader.occasions.clear()
    _read_body(reader, body, joint, both_sexes=_both_sexes(text))
    parties = tuple(_party(reader, person) for person in roster.parties) or tuple(
        Mention(label, 0, 0, "state", (label,))
        for label in map(roster.label, roster.states if joint else ())
    )
    if joint:
        _add_meeting(reader, body, parties)
    for mention in parties:
        for label in mention.resolved:
            reader.labels.setdefault(
                label, next((c for c in roster.states if roster.label(c) == label), "")
            )
    return Reading(
        tuple(reader.found),
        _proposals(reader),
        parties,
        tuple(roster.states),
        tuple(reader.leftover),
        " ".join(max(home.offices, key=len, default=())) if (home := roster.home) else "",
        reported(text, reader.occasions, reader.found),
    )


def _add_meeting(reader: _Reader, body: Sequence[Passage], parties: Sequence[Mention]) -> None:
    """Add the meeting of the parties, which the first sentence that tells of one gives its day."""
    for sentence in (sentence for passage in body[:OPENING] for sentence in passage.sentences):
        if MEETING.search(reader.text, sentence.start, sentence.end):
            reader.occasions.append(meeting_in(reader.text, sentence, parties))
            return


def _read_body(reader: _Reader, body: Sequence[Passage], joint: bool, both_sexes: bool) -> None:
    """Read the passages of the body, from its beginning."""
    reader.course = Course(reader.roster, joint, both_sexes=both_sexes)
    lead: tuple[Clause, Meant, Sequence[Token]] | None = None
    signed = dict(signed_in(reader.text, reader.roster, body))
    for index, passage in enumerate(body):
        if index in signed:
            reader.quotation(signed[index])
            continue
        if passage.heading:
            _note_heading(reader, passage)
            continue
        listed = passage.bullet or (lead is not None and _goes_on(passage))
        following = index + 1 < len(body) and (body[index + 1].bullet or _goes_on(body[index + 1]))
        reader.introduces = following
        if not listed:
            lead = None
        reader.passage(passage, lead)
        if following and not listed and passage.sentences:
            lead = _lead_of(reader, passage.sentences[-1])


def tells_of_meeting(text: str, paragraphs: Sequence[Span], first: int) -> bool:
    """Return whether the paragraphs from `first` on begin with who met whom."""
    passages = passages_of(text, paragraphs[: first + OPENING])
    if len(roster_of(passages, ()).people) < 2:
        return False
    for sentence in (sentence for passage in passages[first:] for sentence in passage.sentences):
        if any(clause.verb.kind == "stay" for clause in clauses_of(sentence.tokens)):
            return bool(MEETING.search(text, sentence.start, sentence.end))
    return False


def _goes_on(passage: Passage) -> bool:
    """Return whether a passage begins with a verb whose subjects are in the lead-in above it."""
    sentences = passage.sentences
    return len(sentences) == 1 and not passage.heading and begins_with_act(sentences[0].tokens)


def named_in(words: str, known: Sequence[Participant]) -> list[Person]:
    """Return the people whom a few words name, with their offices."""
    return roster_of(passages_of(words, [Span(0, len(words))]), known).people


def _party(reader: _Reader, person: Person) -> Mention:
    reader.labels[person.label] = person
    return Mention(
        person.name, person.first, person.first + len(person.name), "person", (person.label,)
    )


def _lead_of(reader: _Reader, sentence: Sentence) -> tuple[Clause, Meant, Sequence[Token]] | None:
    """Return the clause that bullets go on from: “The Ministers agreed to:”, “The Ministers:”."""
    if not LEAD_IN.search(reader.text[sentence.start : sentence.end]):
        return None
    clauses = clauses_of(sentence.tokens)
    if clauses:
        return clauses[-1], reader.course.last, sentence.tokens
    row = open_subjects(sentence.tokens)
    if not row:
        return None
    verb = Verb(row[0].first, row[-1].last, "", "past", "act")
    return (
        Clause(0, len(sentence.tokens), tuple(row), verb),
        reader.course.subject(row),
        sentence.tokens,
    )


def _set_home(roster: Roster, body: Sequence[Passage]) -> None:
    """Set on whose side a readout is: the first person of its first sentence."""
    for passage in body:
        for sentence in passage.sentences if not passage.heading else ():
            clauses = clauses_of(sentence.tokens)
            row = clauses[0].subjects if clauses else ()
            meant = _first_of(roster, row[0], sentence.tokens) if row else NOBODY
            untold = all(reference.kind == "state" for reference in row)
            people = meant.people or (people_in(roster, sentence.tokens) if untold else ())
            if people or not untold:
                roster.home = people[0] if people else None
                return


def _first_of(roster: Roster, subject: Reference, tokens: Sequence[Token]) -> Meant:
    """Return whom the first subject means: one of several Presidents who is not of a state met."""
    meant = Course(roster, joint=False).subject([subject])
    if meant or subject.kind != "title":
        return meant
    met = {r.country for r in references_in(tokens) if r.country} - {subject.country}
    holders = roster.officers(subject.office, subject.country, roster.people)
    others = [person for person in holders if person.country not in met]
    return Meant(tuple(others)) if len(others) == 1 else NOBODY


def _note_heading(reader: _Reader, passage: Passage) -> None:
    """Take from a heading with whom the talks below it were: Talks with Minister X."""
    named = [
        person
        for sentence in passage.sentences
        for person in people_in(reader.roster, sentence.tokens)
    ]
    home = reader.roster.home
    if named and home is not None and not reader.course.joint:
        reader.course.meet([home, *(person for person in named if person is not home)])
        reader.course.plural = NOBODY
        reader.course.single = None


def _both_sexes(text: str) -> bool:
    words = {
        word.lower() for word in re.findall(r"\b(?:[Hh]e|[Hh]is|[Hh]im|[Ss]he|[Hh]ers?)\b", text)
    }
    return bool(words & {"he", "his", "him"}) and bool(words & {"she", "her", "hers"})


def _proposals(reader: _Reader) -> tuple[Proposal, ...]:
    """Return the people and states that are named in statements and not in the archive."""
    in_archive = {entry.id for entry in reader.roster.known}
    return tuple(
        proposal_of(who) if isinstance(who, Person) else _polity(label, who)
        for label, who in reader.labels.items()
        if label not in in_archive
    )


def proposal_of(person: Person) -> Proposal:
    """Return someone who is not in the archive, with the longest of the offices."""
    office = proposed_office(max(person.offices, key=len, default=()))
    name, family = person.name, person.family
    return Proposal(name, "person", family, " ".join(office), person.country, person.organization)


def offices_of(person: Person) -> str:
    """Return all that somebody is called."""
    return "; ".join(" ".join(office) for office in person.offices)


def _polity(label: str, code: str) -> Proposal:
    union = len(code) > LONGEST_CODE
    return Proposal(label, "organization" if union else "state", country="" if union else code)


def signed_quotations(
    text: str, paragraphs: Sequence[Span], known: Sequence[Participant], document: str
) -> tuple[list[Attribution], list[Proposal]]:
    """Return the quotations that stand alone with their signature, and those who are new."""
    passages = passages_of(text, paragraphs)
    found = [signed for _, signed in signed_in(text, roster_of(passages, known), passages)]
    attributions = [signed.attribution(text, document) for signed in found]
    people = {s.person.label: s.person for s in found if s.person and not s.person.known}
    return [a for a in attributions if a], [proposal_of(person) for person in people.values()]
