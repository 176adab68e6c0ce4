"""Whom somebody tells of: the spokesman said that the Minister had agreed; quoted her as saying."""

from __future__ import annotations

from collections.abc import Sequence

from ..cast import Person
from ..lexicon import verb_frames
from ..sentences import Token
from .clauses import Clause
from .course import NOBODY, Meant
from .references import Reference
from .resolution import Course
from .subjects import subjects_at, verb_after
from .verbs import Verb, has_topic
from .vocabulary import listed, low_at

LONGEST_HEARER = 8  # tokens of “her interlocutor, the President of Norvania,” before “that”


def relayed(
    course: Course, tokens: Sequence[Token], clause: Clause, verb: Verb, meant: Meant
) -> tuple[Sequence[Reference], Meant] | None:
    """Return whom somebody else tells of: told her that the Minister, A, had asked for time."""
    if verb.base not in listed("relays") or len(meant.people) != 1:
        return None
    if verb.base in ("quote", "cite"):
        return _quoted(course, tokens, verb, meant.people[0])
    near = range(verb.last, min(verb.last + LONGEST_HEARER, clause.last))
    that = next((n + 1 for n in near if tokens[n].low == "that"), None)
    if that is None and "c" not in verb_frames(verb.base):
        return None  # briefed his colleagues on the talks
    return told_of(course, tokens, that or verb.last, meant.people[0])


def _quoted(
    course: Course, tokens: Sequence[Token], verb: Verb, teller: Person
) -> tuple[Sequence[Reference], Meant] | None:
    """Return who is quoted: quoted the Minister as saying that …"""
    row, end = subjects_at(tokens, verb.last)
    says = low_at(tokens, end) == "as" and low_at(tokens, end + 1).endswith("ing")
    others = course.subject(row) if row and says else NOBODY
    return (row, others) if others and teller not in others.people else None


def told_of(
    course: Course, tokens: Sequence[Token], start: int, teller: Person
) -> tuple[Sequence[Reference], Meant] | None:
    """Return who said what somebody now tells, from a token on; others than the teller."""
    row, end = subjects_at(tokens, start)
    own = not row or row[0].kind in ("pronoun", "body")  # her state's Parliament
    said = None if own else verb_after(tokens, end, row)
    if said is None or not (said.kind == "act" or has_topic(tokens, said)):
        return None
    says = said.base in {*listed("stance"), "speak"} or "c" in verb_frames(said.base)
    others = course.subject(row)
    side = course.roster.state_of(teller) or course.roster.issuer_state
    own = teller in others.people or side in others.states
    had = low_at(tokens, said.first) == "had"
    past = said.tense != "future" and (not others.states or (had and side))
    return (row, others) if says and past and not own else None


def reported_from(tokens: Sequence[Token], verb: Verb, end: int) -> int:
    """Return where what somebody is quoted as saying begins: quoted him as having said that …"""
    if verb.base not in ("quote", "cite"):
        return 0
    that = (n + 1 for n in range(verb.last, end) if tokens[n].low == "that")
    return next(that, 0)
