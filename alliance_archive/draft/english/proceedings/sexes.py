"""Who is a man and who a woman, as far as the words of a document's acts tell."""

from __future__ import annotations

from collections.abc import Sequence

from ..sentences import Token
from .acts import Clause
from .course import Meant
from .names import reference_at
from .resolution import Course

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
    if owned and direct:
        meant.people[0].sex = "w" if owned in ("her", "she") else "m"


def _owner_of_counterpart(tokens: Sequence[Token]) -> str:
    """Return the pronoun of “held a call with his Danish counterpart”."""
    for index, token in enumerate(tokens):
        near = {other.low for other in tokens[index + 1 : index + 5]}
        if token.low in ("his", "her") and near & {"counterpart", "counterparts"}:
            return token.low
    return ""


def _learn_praised(course: Course, tokens: Sequence[Token], clause: Clause) -> None:
    """Learn from “congratulated Minister Wolan on his election” that Wolan is a man."""
    praised = reference_at(tokens, clause.verb.last) if clause.verb.base in PRAISE else None
    if praised is None or praised.kind not in ("person", "title"):
        return
    people = course.meaning(praised).people
    owner = next((t.low for t in tokens[praised.last + 1 : praised.last + 3]), "")
    if len(people) == 1 and owner in ("his", "her") and not people[0].sex:
        people[0].sex = "m" if owner == "his" else "w"
