"""Who is a man and who a woman, as far as the words of a document's acts tell."""

from __future__ import annotations

from collections.abc import Sequence

from ..cast import Person
from ..lexicon import closed_class
from ..sentences import Token
from .clauses import Clause
from .course import Meant
from .names import reference_at
from .resolution import Course
from .verbs import Verb
from .vocabulary import low_at

# After these verbs “his” or “her” is the subject's.
OWN = frozenset(
    {"express", "convey", "reaffirm", "reiterate", "voice", "offer", "extend", "renew", "restate"}
)
PRAISE = frozenset({"congratulate", "thank", "commend", "praise", "applaud"})


def learn_sex(course: Course, tokens: Sequence[Token], clause: Clause, meant: Meant) -> None:
    """Learn from “expressed her condolences” that the subject is a woman."""
    _learn_praised(course, tokens, clause)
    if len(meant.people) != 1:
        return
    _learn_object(course, tokens, clause, meant.people[0])
    if meant.people[0].sex:
        return
    pronoun = next((r.name[0] for r in clause.subjects if r.kind == "pronoun"), "")
    fronted = tokens[: clause.subjects[0].first]
    if len(fronted) > 3 and fronted[1].low in ("his", "her"):
        pronoun = pronoun or fronted[1].low
    after = tokens[clause.verb.last : clause.verb.last + 4]
    own = (token.low for token in after if token.low in ("his", "her"))
    owned = next(own, pronoun) if clause.verb.base in OWN else pronoun
    owned = owned or _owner_of_counterpart(tokens[clause.verb.last : clause.last])
    direct = bool(after) and not any(token.text[:1].isupper() for token in after[:1])
    if owned and (direct or owned == pronoun):
        meant.people[0].sex = "w" if owned in ("her", "she") else "m"


def _owner_of_counterpart(tokens: Sequence[Token]) -> str:
    """Return the pronoun of “held a call with his Danish counterpart”."""
    for index, token in enumerate(tokens):
        near = {other.low for other in tokens[index + 1 : index + 5]}
        if token.low in ("his", "her") and near & {"counterpart", "counterparts"}:
            return token.low
    return ""


def _learn_object(course: Course, tokens: Sequence[Token], clause: Clause, subject: Person) -> None:
    """Learn from “Minister Wolan thanked her” that the other of two who meet is a woman."""
    other = other_of_two(course, tokens, clause, subject)
    if other is not None and not other.sex:
        other.sex = "w" if low_at(tokens, clause.verb.last) == "her" else "m"


def other_of_two(
    course: Course, tokens: Sequence[Token], clause: Clause, subject: Person
) -> Person | None:
    """Return whom him or her means, after the one of two who meet: Minister Wolan thanked her."""
    pool = course.pool()
    others = [person for person in pool if person is not subject]
    two = len(pool) == 2 and len(others) == 1
    return others[0] if two and is_object(tokens, clause.verb) else None


def tell_of_two(people: Sequence[Person], both_sexes: bool) -> None:
    """Learn who is the man where a text has he and she, names two people, and one is a woman."""
    told = [person for person in people if person.sex]
    if both_sexes and len(people) == 2 and len(told) == 1:
        other = people[0] if told[0] is people[1] else people[1]
        other.sex = "m" if told[0].sex == "w" else "w"


def is_object(tokens: Sequence[Token], verb: Verb) -> bool:
    """Return whether a verb's object is him or her: thanked her for it; not: thanked her hosts."""
    word, following = low_at(tokens, verb.last), low_at(tokens, verb.last + 1)
    noun = following.isalpha() and not following.endswith("ly") and following not in closed_class()
    return word == "him" or (word == "her" and not noun)


def _learn_praised(course: Course, tokens: Sequence[Token], clause: Clause) -> None:
    """Learn from “congratulated Minister Wolan on his election” that Wolan is a man."""
    praised = reference_at(tokens, clause.verb.last) if clause.verb.base in PRAISE else None
    if praised is None or praised.kind not in ("person", "title"):
        return
    people = course.meaning(praised).people
    owner = next((t.low for t in tokens[praised.last + 1 : praised.last + 3]), "")
    if len(people) == 1 and owner in ("his", "her") and not people[0].sex:
        people[0].sex = "m" if owner == "his" else "w"
