"""What a sentence tells of a meeting's course: whom its subjects mean, whom it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..cast import Person
from ..sentences import Token
from .cast import people_in
from .clauses import WITH, Clause, follows_act
from .course import NOBODY, Meant
from .mentions import references_in, states_in
from .personal_names import name_at
from .references import Reference
from .resolution import Course
from .sexes import is_object, learn_sex
from .subjects import subjects_at
from .verbs import Verb, verb_at
from .vocabulary import listed, low_at

GOES_ON = frozenset({"add", "continue"})  # what the last speaker does
REPLIES = frozenset({"reply", "respond", "answer", "concur", "accept"})
ACCEPTS = frozenset({"welcome", "agree", "appreciate", "support", "endorse"})
POINTING = frozenset({"this", "that", "these", "it", "him", "her", "do", ".", ",", ""})


def note_chairs(course: Course, tokens: Sequence[Token]) -> None:
    """Remember who chairs what a sentence tells of: a working group co-chaired by A and B."""
    for index, token in enumerate(tokens):
        if token.low in ("chaired", "co-chaired") and low_at(tokens, index + 1) == "by":
            after = [r for r in references_in(tokens) if r.first > index]
            chairs = course.chairs = people_in(course.roster, tokens, after) if after else []
            course.roster.chairs = course.roster.chairs or chairs


def note_told(course: Course, tokens: Sequence[Token], clause: Clause) -> None:
    """Remember all whom a clause names, one by one or as a group; states, if no others."""
    if clause.subjects[0].kind == "ordinal":
        return  # the former …; the latter …
    first = clause.first if clause.first > clause.subjects[0].first else 0
    plain = [r for r in references_in(tokens) if first <= r.first < clause.last]
    people = [r for r in plain if r.kind in ("person", "title", "group")]
    states = [r for r in plain if r.kind == "state"]
    told: list[Meant] = []
    for reference in people or states:
        meant = course.meaning(reference)
        told += [meant] if not meant or meant not in told else []
    course.told = told
    counted = () if course.joint else [r for r in plain if r.kind == "states" and r.count]
    several = (*(r for r in plain if r.kind == "group"), *counted)
    groups = (course.meaning(r) for r in several)
    course.groups_told = [meant for meant in groups if len(meant.people) != 1]


def subject_of(course: Course, tokens: Sequence[Token], clause: Clause) -> Meant:
    """Return whom the subjects of a clause mean; a pronoun, nobody named after its verb."""
    references = references_in(tokens)
    beside = [r for r in references if clause.verb.last <= r.first < clause.last]
    if follows_act([clause]):  # Minister A was assured by her guest
        whose = [r for r in references if r.last == clause.verb.first]
        course.single = next(iter(course.named(whose)), course.single)
    if low_at(tokens, clause.first - 1) == "whom" and clause.subjects[0].kind == "pronoun":
        return course.meaning(references[0])  # received B, with whom she discussed
    if clause.subjects[0].kind == "pronoun":
        earlier = [r for r in references if r.last <= clause.subjects[0].first]
        together = low_at(tokens, 0) in WITH  # with A, she met B
        beside += earlier if together else []
        course.before += [] if together else course.named(earlier)
    row = clause.subjects
    if row[0].kind == "pronoun" and clause.verb.base in GOES_ON:
        row = (replace(row[0], owner="added"), *row[1:])
    meant = course.subject(row, beside)
    if row[0].name == ("they",) and (told := _told_before(tokens, references, row[0])):
        meant = course.meaning(told)
    if [r.name for r in row] in ([("he",)], [("she",)]):
        meant = _unless_other(course, tokens, clause, meant)
    if clause.subjects[0].name == ("we",) and clause.verb.tense != "past":
        meant = meant if course.joint else NOBODY  # we, the Government, will
    learn_sex(course, tokens, clause, meant)
    if len(meant.people) == 1:
        course.single = meant.people[0]  # whose counterpart is met
    return meant


def _unless_other(course: Course, tokens: Sequence[Token], clause: Clause, meant: Meant) -> Meant:
    """Return whom he or she means: the other, whose turn it is or who reacts, else who it was."""
    turned = _in_turn(tokens, clause)
    if not (turned or _reacts(tokens, clause.verb)):
        return meant
    other = course.reacting(clause.subjects[0].name[0], turned=turned)
    return meant if other is None else other


def named_in_clause(course: Course, tokens: Sequence[Token], clause: Clause) -> list[Person]:
    """Return whom a clause names or calls by an office; owners (the President's) apart."""
    people: dict[int, Person] = {}
    for reference in references_in(tokens):
        owner = reference.last < len(tokens) and tokens[reference.last].low in ("'s", "’s")
        if clause.first <= reference.first < clause.last and not owner:
            for person in course.meaning(reference).people:
                if reference.kind in ("person", "title"):
                    people.setdefault(id(person), person)
    return list(people.values())


def note_subject(course: Course, tokens: Sequence[Token], named: Sequence[Person]) -> None:
    """Remember whom a sentence without an act is about: She was in Port Avel."""
    row, _ = subjects_at(tokens, 0)
    first = references_in(tokens)[:1]
    row = row or [r for r in first if verb_at(tokens, r.last, False) or _is_or_was(tokens, r)]
    meant = course.subject(row) if row else NOBODY
    if len(meant.people) == 1:
        course.single = person = meant.people[0]
        if not person.sex and row[0].name in (("he",), ("she",)):
            person.sex = "m" if row[0].name == ("he",) else "w"
    elif any(r.kind == "title" for r in references_in(tokens)):
        course.single = None  # it was about somebody else
    elif _is_of_stranger(tokens):
        course.single, course.stranger = None, True
    course.before = list(named)


def _is_or_was(tokens: Sequence[Token], reference: Reference) -> bool:
    """Return whether a sentence is about somebody: At a dialogue, the Minister was asked …"""
    return low_at(tokens, reference.last) in listed("be")


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


def _is_of_stranger(tokens: Sequence[Token]) -> bool:
    """Return whether a sentence begins with a name that was not read, which does something."""
    end = name_at(tokens, 0)
    return end > 1 and not states_in(tokens[:end]) and verb_at(tokens, end, False) is not None
