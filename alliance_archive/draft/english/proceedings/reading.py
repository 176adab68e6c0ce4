"""A record of a meeting read to the end: its statements, whose they are, and who is new."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ....model.records import Participant
from ...extraction import Attribution, Mention, Occasion, Proposal, Span
from ..cast import Person
from ..gazetteer import capitals
from ..occasions import reported
from ..sentences import Sentence, Token
from .cast import people_in, proposed_office, roster_of
from .clauses import Clause, begins_with_act, clauses_of, is_loud, open_subjects
from .course import NOBODY, Meant
from .meetings import MEETING, RECEIVED, meeting_in
from .mentions import references_in, states_in
from .parties import find_parties, name_called
from .passages import Passage, in_lines, passages_of
from .polities import past_city
from .references import WRITES, Reference
from .resolution import Course
from .roster import Roster, is_union
from .sexes import tell_of_two
from .signed import signed_in
from .statements import Statements
from .verbs import Verb
from .vocabulary import head_of, listed

BODIES = frozenset({"body", "group"})  # references that name bodies
LONGEST_HEAD = 400  # code points between the first sentence and “From: … and NAME MP”
OPENING = 6  # paragraphs in which a readout tells who met whom
HOSTS = frozenset({"receive", "host"})
AT_MEETING = re.compile(  # In her meeting with Minister A, …
    r"(?:[Ii]n|[Aa]t|[Dd]uring) (?:his|her|their|the) (?:\w+ ){0,2}"
    r"(?:meetings?|talks|conversation|discussions|call) with (?:the |H\.?E\.? )?[A-Z]"
)
WITH_THEM = frozenset({"her", "him"})  # with whom there were talks
FORMULA = frozenset(  # Hereby: / Have agreed as follows:
    {":", "hereby", "do", "have", "therefore", "thus", "now", "accordingly", "as", "follows", "on"}
    | {"the", "following", "declare", "declared", "agree", "agreed", "adopt", "adopted", "resolve"}
)
CHAIRED = re.compile(r"\bchairs? ?['’](?: ?s)? (?:\w+ )?(?:statement|summary|conclusions)\b")
LEAD_IN = re.compile(r"[:–—-]\s*$|\b(?:to|that|on)\s*$|^We,.*,\s*$", re.S)


@dataclass(frozen=True, slots=True)
class Reading:
    """Statements in order, the people and states that are new, and the parties."""

    attributions: tuple[Attribution, ...]
    people: tuple[Proposal, ...]
    parties: tuple[Mention, ...]
    states: tuple[str, ...]  # names of the parties' states
    leftover: tuple[Span, ...]  # quotations in no statement
    office: str = ""  # of the first person that a readout tells of
    occasions: tuple[Occasion, ...] = ()


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
    paragraphs, first = in_lines(text, paragraphs, first)
    passages = passages_of(text, paragraphs, joint=joint)
    roster = roster_of(passages, known)
    roster.day, roster.issuer_state, roster.text = day, issuer_state, text
    titles = [sentence.tokens for passage in passages[:first] for sentence in passage.sentences]
    body = passages[first:]
    titles += [s.tokens for p in body[:2] if p.heading for s in p.sentences]
    if joint:
        roster.of_chairs = any(CHAIRED.search(" ".join(t.low for t in line)) for line in titles)
        find_parties(roster, titles, body)
    else:
        roster.states = list(dict.fromkeys(code for tokens in titles for code in states_in(tokens)))
    name_called(roster, [tokens for tokens in titles if tokens[-1].low != "."])
    roster.host = _host(roster, [*titles, *(s.tokens for p in body[:2] for s in p.sentences)])
    first_sentences = [s.tokens for p in body if not p.heading for s in p.sentences[:1]][:1]
    told = {token.low for tokens in (*titles, *first_sentences) for token in tokens}
    roster.organs = [word.capitalize() for word in told & listed("organs")]
    allowed = {*roster.states, *roster.titled, *roster.organs, issuer_state} | {
        p.country for p in (roster.parties if joint else roster.people)
    }
    if joint and not (roster.parties and all(person.country for person in roster.parties)):
        allowed |= {code for tokens in first_sentences for code in states_in(tokens)}
        named = [r for tokens in first_sentences for r in references_in(tokens)]
        allowed |= {body for r in named for body in (*r.name, r.country) if r.kind in BODIES}
    if roster.of_chairs:  # they tell of all who took part
        allowed |= {
            code for p in body[:OPENING] for s in p.sentences for code in states_in(s.tokens)
        }
    if not joint:
        allowed |= {code for tokens in first_sentences for code in states_in(tokens)}
        voices = {label for mention in voice for label in mention.resolved}
        roster.voices = [person for person in roster.people if person.label in voices]
        _set_home(roster, body)
        _name_office(roster.home, titles[:1])
        writers = people_in(roster, [token for tokens in titles for token in tokens])
        if _mark_writer(body):
            roster.home = writers[0] if writers else None
    reader = Statements(text, roster, Course(roster, joint), document, voice, allowed=allowed)
    both_sexes = _both_sexes(text)
    # Twice: “her condolences” further down may tell that somebody named earlier is a woman.
    for _ in range(2):
        reader.attributions.clear()
        reader.leftover.clear()
        reader.occasions.clear()
        _read_body(reader, body, joint, both_sexes=both_sexes)
        tell_of_two([p for p in roster.people if p not in roster.voices], both_sexes)
    parties = tuple(reader.mention(person) for person in roster.parties) or tuple(
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
        tuple(reader.attributions),
        _proposals(reader),
        parties,
        tuple(map(roster.called_in, roster.states)),
        tuple(reader.leftover),
        " ".join(proposed_office(_longest(roster.home))) if roster.home else "",
        reported(text, reader.occasions, reader.attributions),
    )


def _host(roster: Roster, lines: Sequence[Sequence[Token]]) -> str:
    """Return the code of the state whose capital title and opening name first, or of who invited.

    Or of who received the others.
    """
    places = {person.country for person in roster.people} | {*roster.states}
    for tokens in lines:
        for index in range(len(tokens)):
            end = max(past_city(tokens, index), index + 1)
            code = capitals().get(" ".join(token.low for token in tokens[index:end]), "")
            if code and code in places:
                return code
    for tokens in lines:
        lows = [token.low for token in tokens]
        inviting = [n for n, low in enumerate(lows) if low == "invitation"]
        hosts = [r for r in references_in(tokens) if inviting and r.first > inviting[0]]
        receives = (c for c in clauses_of(tokens) if c.verb.base in HOSTS)
        hosts += [r for clause in receives for r in clause.subjects]
        if people := people_in(roster, tokens, hosts) if hosts else []:
            return people[0].country
    return ""


def _add_meeting(reader: Statements, body: Sequence[Passage], parties: Sequence[Mention]) -> None:
    """Add the meeting of the parties, with day and place of the first sentence that tells of it."""
    for sentence in (sentence for passage in body[:OPENING] for sentence in passage.sentences):
        if MEETING.search(reader.text, sentence.start, sentence.end):
            reader.occasions.append(meeting_in(reader.text, sentence, parties))
            return


def _read_body(reader: Statements, body: Sequence[Passage], joint: bool, both_sexes: bool) -> None:
    """Read the passages of the body, from its beginning."""
    reader.course = Course(reader.roster, joint, both_sexes=both_sexes)
    lead: tuple[Clause, Meant, Sequence[Token]] | None = None
    preamble: tuple[Clause, Meant, Sequence[Token]] | None = None
    itemized = False  # whether the numbered passages below go on from their lead-in
    signed = dict(signed_in(reader.text, reader.roster, body))
    for index, passage in enumerate(body):
        if index in signed:
            reader.quotation(signed[index])
            continue
        if (lead or preamble) and _is_formula(passage):
            lead, itemized = lead or preamble, True
            continue
        if passage.heading and (lead := _headed_lead(reader, passage, body[index + 1 :])):
            continue
        if passage.heading:
            _note_heading(reader, passage)
            continue
        stative = lead is None and preamble is not None and _is_stative(passage)
        if stative or _is_recital(reader, passage):
            reader.recital(passage, preamble)
            continue
        after = passage.numbered or reader.text[passage.span.start].islower()
        if lead is None and preamble is not None and after and _goes_on(passage):
            lead, itemized = preamble, True  # We, A and B, / 1. Reaffirm …; The Ministers, / agree
        itemized = itemized and passage.numbered
        listed = passage.bullet or (lead is not None and (itemized or _goes_on(passage)))
        rest = (p for p in body[index + 1 :] if not (_is_recital(reader, p) or _is_formula(p)))
        below = next(rest, None)
        following = below is not None and (below.bullet or _goes_on(below))
        items = _numbered_below(reader, passage, body[index + 1 : index + 2])
        reader.introduces = following or items or index + 1 in signed
        if not listed:
            lead = None
        reader.passage(passage, lead)
        preamble = _preamble_of(reader, passage) or (preamble if _is_open(passage) else None)
        if (following or items) and not listed and passage.sentences:
            lead = _lead_of(reader, passage.sentences[-1])
            itemized = items


def _numbered_below(reader: Statements, passage: Passage, below: Sequence[Passage]) -> bool:
    """Return whether a numbered list follows: The Heads agreed on these measures: 1. A cell …"""
    ends = reader.text[passage.span.start : passage.span.end].rstrip().endswith(":")
    return ends and not passage.numbered and bool(below) and below[0].numbered


def tells_of_meeting(text: str, paragraphs: Sequence[Span], first: int) -> bool:
    """Return whether the paragraphs from `first` on begin with who met whom."""
    paragraphs, first = in_lines(text, paragraphs, first)
    passages = passages_of(text, paragraphs[: first + OPENING])
    if not roster_of(passages, ()).people:
        return False
    for sentence in (sentence for passage in passages[first:] for sentence in passage.sentences):
        if AT_MEETING.match(text, sentence.start):
            return True
        received = RECEIVED.search(text, sentence.start, sentence.end) is not None
        if received or any(clause.verb.kind == "stay" for clause in clauses_of(sentence.tokens)):
            met = [r for r in references_in(sentence.tokens) if r.kind in ("person", "title")]
            with_them = WITH_THEM & {token.low for token in sentence.tokens}
            if len(met) > 1 or (met and with_them):
                return bool(MEETING.search(text, sentence.start, sentence.end))
    return False


def _is_recital(reader: Statements, passage: Passage) -> bool:
    """Return whether a passage only tells why, between the subjects and the verb: Mindful of …,"""
    if passage.bullet or passage.numbered or passage.heading or len(passage.sentences) != 1:
        return False
    tokens = passage.sentences[0].tokens
    ends = reader.text[passage.span.start : passage.span.end].rstrip().endswith((",", ";"))
    return ends and not clauses_of(tokens) and not open_subjects(tokens) and not _goes_on(passage)


def _is_formula(passage: Passage) -> bool:
    """Return whether a line only leads in what its parties do: Hereby:"""
    tokens = [token for sentence in passage.sentences for token in sentence.tokens]
    capitals = all(token.text.isupper() for token in tokens if token.low != ":")
    colon = tokens[-1].low == ":" and tokens[0].low != ":"
    if colon and capitals and not passage.heading:
        return True  # DO HEREBY DECLARE TO:
    return (colon or capitals) and FORMULA.issuperset(token.low for token in tokens)


def _is_stative(passage: Passage) -> bool:
    """Return whether a passage only tells what its parties think: Convinced that ports matter,"""
    tokens = passage.sentences[0].tokens if len(passage.sentences) == 1 else []
    return len(tokens) > 1 and tokens[0].low in listed("stative") and tokens[-1].low in ",;"


def _is_open(passage: Passage) -> bool:
    """Return whether the sentence goes on below a passage: …; / A, Minister of Ports, and"""
    return bool(passage.sentences) and passage.sentences[-1].tokens[-1].low in (";", ",", "and")


def _preamble_of(
    reader: Statements, passage: Passage
) -> tuple[Clause, Meant, Sequence[Token]] | None:
    """Return those whose recitals follow a passage that ends with a comma: A and B, met in Oslo,"""
    sentence = passage.sentences[-1] if passage.sentences else None
    if sentence is None or sentence.tokens[-1].low not in (",", ";"):
        return None
    clauses = clauses_of(sentence.tokens)
    if clauses and clauses[-1].verb.kind == "stay":
        return clauses[-1], reader.course.last, sentence.tokens
    return None if clauses else _open_lead(reader, sentence)


def _goes_on(passage: Passage) -> bool:
    """Return whether a passage begins with a verb whose subjects are in the lead-in above it."""
    if len(passage.sentences) != 1 or passage.heading:
        return False
    tokens = passage.sentences[0].tokens
    leads = [token.low for token in tokens[-2:]] == ["following", ":"]
    leads = leads or (tokens[-1].low == ":" and bool(open_subjects(tokens)))
    recalls = is_loud(tokens) and tokens[-1].low == ";"
    return (begins_with_act(tokens) or recalls) and not leads


def named_in(words: str, known: Sequence[Participant]) -> list[Person]:
    """Return the people whom a few words name, with their offices."""
    return roster_of(passages_of(words, [Span(0, len(words))]), known).people


def _lead_of(
    reader: Statements, sentence: Sentence
) -> tuple[Clause, Meant, Sequence[Token]] | None:
    """Return the clause that bullets go on from: “The Ministers agreed to:”, “The Ministers:”."""
    if not LEAD_IN.search(reader.text[sentence.start : sentence.end]):
        return None
    clauses = clauses_of(sentence.tokens)
    gathered = clauses and clauses[-1].verb.kind == "stay" and sentence.tokens[-1].low == ","
    if clauses and not gathered:  # We, the Ministers, gathered in Oslo, / declare …
        return clauses[-1], reader.course.last, sentence.tokens
    return _open_lead(reader, sentence)


def _headed_lead(
    reader: Statements, passage: Passage, rest: Sequence[Passage]
) -> tuple[Clause, Meant, Sequence[Token]] | None:
    """Return the subjects that a line tells without a colon: The Meeting / (a) endorsed …"""
    if len(passage.sentences) != 1 or not (rest and rest[0].bullet and rest[0].sentences):
        return None
    acts = begins_with_act(rest[0].sentences[0].tokens)
    return _open_lead(reader, passage.sentences[0]) if acts else None


def _open_lead(
    reader: Statements, sentence: Sentence
) -> tuple[Clause, Meant, Sequence[Token]] | None:
    row = open_subjects(sentence.tokens)
    if not row:
        return None
    verb = Verb(row[0].first, row[-1].last, "", "past", "act")
    meant, parties = reader.course.subject(row), reader.roster.parties
    named = people_in(reader.roster, sentence.tokens)
    if reader.course.joint and meant and len(named) == len(parties) > len(meant.people):
        meant = Meant(tuple(parties))  # A; B; and C, gathered in Oslo,
    return Clause(0, len(sentence.tokens), tuple(row), verb), meant, sentence.tokens


def _set_home(roster: Roster, body: Sequence[Passage]) -> None:
    """Set on whose side a readout is: the first person of its first sentence."""
    for passage in body:
        for sentence in passage.sentences if not passage.heading else ():
            clauses = clauses_of(sentence.tokens)
            row = clauses[0].subjects if clauses else ()
            meant = _first_of(roster, row[0], sentence.tokens) if row else NOBODY
            untold = all(reference.kind == "state" for reference in row)
            people = meant.people or (people_in(roster, sentence.tokens) if untold else ())
            if not people and row and row[0].kind == "title" and not row[0].country:
                roster.unnamed = row[0].office
            if people or not untold:
                roster.home = people[0] if people else None
                return


def _name_office(home: Person | None, letterhead: Sequence[Sequence[Token]]) -> None:
    """Give whom a readout names without an office that of its letterhead: Office of the Premier."""
    heads = {head for tokens in letterhead for t in tokens if (head := head_of(t.text))}
    if home and not home.offices and len(heads) == 1:
        home.offices.append((heads.pop().capitalize(),))


def _mark_writer(body: Sequence[Passage]) -> bool:
    """Tag each “I” of the author, who signs in the head; return whether there is one."""
    tokens = [t for passage in body for s in passage.sentences for t in s.tokens]
    own = [token for token in tokens if token.text == "I"]
    for token in own:
        token.tag = WRITES
    return bool(own)


def _first_of(roster: Roster, subject: Reference, tokens: Sequence[Token]) -> Meant:
    """Return whom the first subject means: of a title, nobody who is named in the sentence after.

    If nobody else is called so, it is the one whom the head names without an office.
    """
    meant = Course(roster, joint=False).subject([subject])
    if subject.kind != "title" or subject.country:
        return meant
    named = [r for r in references_in(tokens) if r.first >= subject.last]
    met = people_in(roster, tokens, [r for r in named if r.kind == "person"] or named)
    codes = {r.country for r in named if r.country}
    others = [
        person
        for person in roster.officers(subject.office, "", roster.people)
        if person not in met
        and person.country not in codes
        and not (roster.issuer_state and person.country not in ("", roster.issuer_state))
    ]
    if not others and (not meant or meant.people[0] in met or meant.people[0].country):
        head = tokens[0].start + LONGEST_HEAD
        above = (p for p in roster.people if not p.offices and p.first < head)
        others = [person for person in above if person not in roster.voices]
        for person in others if len(others) == 1 else ():
            person.offices.append(subject.office)
    return Meant(tuple(others)) if len(others) == 1 else NOBODY if others or met else meant


def _note_heading(reader: Statements, passage: Passage) -> None:
    """Take from a heading with whom the talks below it were: Talks with Minister X."""
    reader.course.section = []
    named = [
        person
        for sentence in passage.sentences
        for person in people_in(reader.roster, sentence.tokens)
    ]
    home, joint = reader.roster.home, reader.course.joint
    if not named and not joint:  # Meeting with Norvania
        codes = {code for sentence in passage.sentences for code in states_in(sentence.tokens)}
        named = [p for p in reader.course.met if p.country in codes]
    heading = reader.text[passage.span.start : passage.span.end]
    stop = heading in reader.text[: passage.span.start]  # of the journey that the title tells of
    if not named and not joint and (stop or (reader.course.met and MEETING.search(heading))):
        reader.course.leave()
    if named and home is not None and not joint:
        reader.course.meet([home, *(person for person in named if person is not home)])
        reader.course.plural = NOBODY
        reader.course.single = None


def _both_sexes(text: str) -> bool:
    words = {
        word.lower() for word in re.findall(r"\b(?:[Hh]e|[Hh]is|[Hh]im|[Ss]he|[Hh]ers?)\b", text)
    }
    return bool(words & {"he", "his", "him"}) and bool(words & {"she", "her", "hers"})


def _proposals(reader: Statements) -> tuple[Proposal, ...]:
    """Return the people and states that are named in statements and not in the archive."""
    in_archive = {entry.id for entry in reader.roster.known}
    _give_state(reader.roster)
    return tuple(
        proposal_of(who) if isinstance(who, Person) else _polity(label, who)
        for label, who in reader.labels.items()
        if label not in in_archive
    )


def _give_state(roster: Roster) -> None:
    """Give the person on whose side a readout is the issuer's state, if all others have another."""
    others = [p.country for p in roster.people if p is not roster.home and p not in roster.voices]
    if roster.home and others and all(code not in ("", roster.issuer_state) for code in others):
        roster.home.country = roster.state_of(roster.home)


def proposal_of(person: Person) -> Proposal:
    """Return someone who is not in the archive, with the longest of the offices."""
    office = proposed_office(_longest(person))
    union = person.country if is_union(person.country) else ""
    return Proposal(
        person.name,
        "person",
        person.family,
        " ".join(office),
        "" if union else person.country,
        person.organization or union,
    )


def _longest(person: Person) -> tuple[str, ...]:
    return max(person.offices, key=len, default=())


def offices_of(person: Person) -> str:
    """Return all that somebody is called."""
    return "; ".join(" ".join(office) for office in person.offices)


def _polity(label: str, code: str) -> Proposal:
    union = is_union(code)
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
