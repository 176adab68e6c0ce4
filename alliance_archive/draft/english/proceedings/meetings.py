"""The meeting that a readout or a joint statement records: who met, on which day, and where."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...extraction import NO_DAY, Mention, Occasion, Span
from ..cast import Person
from ..gazetteer import capitals, country_in
from ..occasions import DAY, REMOTE, WEEKDAYS, day_of
from ..sentences import Sentence, Token
from .cast import people_in
from .clauses import Clause
from .course import NOBODY, Meant
from .mentions import references_in
from .references import Reference
from .resolution import Course
from .verbs import coordinated
from .vocabulary import MONTH_NAMES

MEETING = re.compile(
    r"\b(?:me(?:e)?ts?|[Mm]eetings?|spoke|speaks|[Tt]alks?|calls?|called|[Cc]onference|conversation|discussions?|visit\w*"
    r"|hosted|hosts|receive[ds]|audience|credentials|Credence|telegram|sent a (?:letter|message)"
    r"|welcomed|[Cc]onsultations|[Dd]ialogue|lunch|dinner|breakfast|traveled)\b"
)
RECEIVED = re.compile(
    r"\bwas (?:later |then )?(?:received|hosted|welcomed|greeted)(?: in audience)? by\b"
)
LOGISTICS = frozenset(
    {"meet", "speak", "talk", "confer", "call", "hold", "visit", "welcome", "receive", "host"}
)
JOINED = re.compile(r"\b(?:was|were) (?:later |then |also )?joined\b[^,;]{0,60}? by\b")
ATTENDED = re.compile(r"\b(?:joined|accompanied|attended|represented) by\b")
JOINS = frozenset({"join", "attend", "accompany"})
# Before a name: In her talks with Minister A, …; With Minister A, she discussed …
TALKS = re.compile(
    r"(?:(?:in|during|at|over|after|following) [\w ,-]{0,50}?|together |along |jointly )?\bwith "
)
# What is received from somebody who is not there.
LETTER = re.compile(r"\breceive[sd]\b[^.;]{0,60}?\b(?:message|letter|note|report) ")
DELIVERED = re.compile(
    r"\b(?:message|letter|note)\b.*"
    r"\b(?:was|were) (?:delivered|handed|conveyed|brought|carried)\b.* by\b"
)
TODAY = re.compile(r"\bthis (?:morning|afternoon|evening)\b|\btonight\b")
CALL = re.compile(r"\b(?:calls?|called|by video|virtually)\b")
PLACE = re.compile(
    r"\b(?:in|at) (?P<name>[A-Z][\w'’.-]+(?: (?:[A-Z][\w'’-]+|de|del|da))*)"
    r"(?:, (?P<state>(?:the )?[A-Z]\w+(?: [A-Z]\w+)*))?"
)


def meeting_in(text: str, sentence: Sentence, who: Sequence[Mention]) -> Occasion:
    """Return the meeting of those named, as a sentence tells of it."""
    words = text[sentence.start : sentence.end]
    found = DAY.search(words)
    day = day_of(found) if found else (None, "", 0) if TODAY.search(words) else NO_DAY
    place, country = _place(words)
    remote = bool(REMOTE.search(words) or CALL.search(words)) and not place
    return Occasion(
        tuple(who), Span(sentence.start, sentence.end), day, place, country, remote=remote
    )


def _place(words: str) -> tuple[str, str]:
    """Return the city named after “in” or “at” with its country's code; both empty if none is."""
    for match in PLACE.finditer(words):
        name = match["name"].removesuffix(".")
        code = country_in((match["state"] or "").removeprefix("the ").split())[0]
        code = code or capitals().get(name.lower(), "")
        other = name.split()[0].lower()
        dated = other in WEEKDAYS or other in MONTH_NAMES
        if not dated and (code or not country_in(name.split())[0]):
            return name, code
    return "", ""


def note_meeting(
    course: Course, text: str, tokens: Sequence[Token], clause: Clause, meant: Meant
) -> None:
    """Remember who meets: the subject and those whom it met, or several who act together."""
    fronted = tokens[: clause.subjects[0].first]
    beside: list[Person] = []  # together with whom
    if len(meant.people) == 1 and TALKS.match(" ".join(token.low for token in fronted)):
        beside = [p for p in people_in(course.roster, fronted) if p is not meant.people[0]]
        if beside:
            course.meet([meant.people[0], *beside])
    if len(meant.people) > 1:
        known = {id(person) for person in course.group}
        aside = clause.verb.kind != "stay" or clause.verb.tense == "future"
        outside = any(id(person) not in known for person in meant.people)
        if clause.verb.base in JOINS and course.group:
            course.joined += meant.people
        elif outside or clause.verb.kind == "stay":
            course.meet(
                [*meant.people, *_others_met(course, text, tokens, clause, meant)], aside=aside
            )
    elif (
        meant.people
        and clause.verb.kind == "stay"
        and not LETTER.search(text, tokens[clause.first].start, tokens[-1].end)
        and (clause.verb.base in LOGISTICS or not course.group)
    ):
        group = {id(person): person for person in (*meant.people, *beside)}
        for reference in _met(text, tokens, clause):
            for person in course.meaning(reference).people:
                group.setdefault(id(person), person)
        if len(group) > 1:
            course.meet(list(group.values()))
            course.plural = NOBODY
            course.open_plural = False


def _others_met(
    course: Course, text: str, tokens: Sequence[Token], clause: Clause, meant: Meant
) -> list[Person]:
    """Return whom several met: Minister A and General B met with Minister C and General D."""
    if clause.verb.kind != "stay" or clause.verb.base not in LOGISTICS:
        return []
    met = (p for r in _met(text, tokens, clause) for p in course.meaning(r).people)
    return list({id(p): p for p in met if p not in meant.people}.values())


def _met(text: str, tokens: Sequence[Token], clause: Clause) -> list[Reference]:
    """Return those whom a subject met, without who only joined them."""
    words = text[tokens[clause.verb.first].start : tokens[-1].end]
    stop = ATTENDED.search(words)
    edge = tokens[clause.verb.first].start + (stop.start() if stop else len(words))
    if act := coordinated(tokens, clause.verb, clause.last):
        edge = min(edge, tokens[act.first].start)  # met A and thanked B
    return [
        reference
        for reference in references_in(tokens)
        if reference.kind in ("person", "title")
        and reference.first >= clause.verb.last
        and tokens[reference.first].start < edge
    ]
