"""What a label names: “SECRETARY HALE”, “Q (Reuters)”, “NHK, Tanabe”, “Moderator | Zane Ozola”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..english.gazetteer import country_in
from ..english.lexicon import closed_class, words
from .names import (
    LABELS,
    NO_LABELS,
    OUTLET_WORDS,
    PARTICLES,
    is_name,
    is_office_alone,
    is_outlet,
    is_whole_name,
    split_office,
)

QUESTION, ANSWER, UNNAMED, SPEAKER = "question", "answer", "unnamed", "speaker"
LONGEST = 110  # code points of a label
_PARTS = re.compile(r"\s*[,;/|]\s*|\s+[-–—]+\s+|\s*(?P<open>[(\[<])\s*|\s*(?P<close>[)\]>])\s*")
_FROM_WHOM = re.compile(r"(?i)(?<=\w) (?:from|by|of) (?:the )?(?!floor|audience|public)")
_NUMBER = re.compile(r"(?i)#?\d{1,2}|n[o°º]\.?|one|two|three|four|[ivx]{1,3}|[A-Z]")
_INITIAL = re.compile(r"([A-Z])\d{1,2}")  # J2 is a journalist
_INTERPRETED = re.compile(r"(?i)\b(?:interpret|translat|simultaneous)")
_IN_ENGLISH = re.compile(r"(?i)\W*(?:speaking |speaks |continues )?in english\b")
_GOES_ON = re.compile(r"(?i)\W*(?:continu|cont[’']?d)")
_SAME = re.compile(r"(?i)\W*(?:the )?(?:same\b|follow(?:ing|s)?[- ]?up)")
_REMARK = re.compile(
    r"(?i)\W*(?:in\b|speaking|speaks|continu|cont[’']?d|off[- ]?mi[ck]|inaudible|via\b|as\b"
    r"|through\b|(?:from|on) (?:the )?\w+$|by (?:video|phone|telephone)|laugh|applause|cross[- ]?talk"
    r"|\d{1,2}[:.]\d\d|simultaneous|pause|same\b|follow[- ]?up)"
)


class Label(NamedTuple):
    """A label in a text; from offset `end` on, the words of the turn follow.

    `written` is what names the speaker, without remark and colon; `office` and `name` are its
    parts, `outlet` whom a reporter works for. `interpreter` says whether the words are those of
    one; None where the label does not say. `sure` are those that are labels wherever they stand.
    `same` asks again.
    """

    start: int
    end: int
    written: str
    role: str
    office: str = ""
    name: str = ""
    outlet: str = ""
    interpreter: bool | None = None
    sure: bool = True
    goes_on: bool = False
    same: bool = False
    shape: str = ":"


class Part(NamedTuple):
    """What a part of a label says: a role, an office and a name, or an outlet.

    `mark` is what stands before it: a comma, a slash, a bracket.
    """

    written: str
    mark: str = ""
    role: str = ""
    office: str = ""
    name: str = ""
    outlet: bool = False

    @property
    def bracketed(self) -> bool:
        """Whether it stands in brackets."""
        return self.mark in ("(", "[", "<")


def read_label(words_before: str) -> Label | None:
    """Return what the words before a colon name, if they are the label of a speaker.

    Its parts may stand in any order and between any marks: role, office, name, outlet, remark.
    """
    if not 1 <= len(words_before.strip()) <= LONGEST:
        return None
    label = Label(0, 0, "", SPEAKER)
    parts: list[Part] = []
    for written, mark in _split(words_before):
        bracketed = mark in "([<" and mark != ""
        if (bracketed or parts) and (_REMARK.match(written) or _INTERPRETED.search(written)):
            label = remarked(label, written)
            continue
        part = _read_part(written, mark)
        if part is None and not bracketed and not (parts and parts[0].role == QUESTION):
            return None
        if part is None and not bracketed and any(map(str.islower, written.split())):
            return None  # a sentence up to its colon
        parts.append(part or Part(written, mark))
    if not parts or parts[0].bracketed:
        return None
    first = parts[0].written
    if (
        len(parts) == 1
        and parts[0].outlet
        and " " not in first
        and first.casefold() not in OUTLET_WORDS
    ):
        parts = [Part(first, name=first)]  # HALE is a name, not an acronym
    written = ", ".join(part.written for part in parts if not part.bracketed)
    return _joined(label._replace(written=written), parts)


def _split(words_before: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of a label, each with the mark before it; within brackets, the bracket."""
    begun, mark, bracket = 0, "", ""
    line = words_before.strip(" *_#-–—\t\xa0")
    for match in [*_PARTS.finditer(line), None]:
        part = " ".join(line[begun : match.start() if match else len(line)].split()).strip("*_ ")
        part = part if part[-2:-1].isupper() or len(part.split()) < 2 else part.rstrip(".")
        for n, piece in enumerate(_FROM_WHOM.split(part, maxsplit=1) if _role(part) else [part]):
            if piece.strip(".:"):
                yield piece.strip(":"), mark if n == 0 else ","
        if match:
            bracket = match["open"] or ("" if match["close"] else bracket)
            begun, mark = match.end(), bracket or match.group().strip() or ","


def remarked(label: Label, remark: str) -> Label:
    """Return a label with what a remark beside it says of how its words are spoken."""
    if _INTERPRETED.search(remark):
        return label._replace(interpreter=True)
    if _IN_ENGLISH.match(remark):
        return label._replace(interpreter=False)
    if _SAME.match(remark):
        return label._replace(same=True)
    return label._replace(goes_on=label.goes_on or bool(_GOES_ON.match(remark)))


def is_remark(bracket: str) -> bool:
    """Return whether a bracket says how words are spoken or when, and not whose they are."""
    return bool(
        _INTERPRETED.search(bracket)
        or _GOES_ON.match(bracket)
        or _SAME.match(bracket)
        or re.match(r"\W*\d{1,2}:\d\d", bracket)
    )


def _role(part: str) -> str:
    """Return the role that words of a closed list give: “UNIDENTIFIED REPORTER 2”, “Q1”, “A”."""
    tokens = part.rstrip(".").split()
    if not tokens or not part[:1].isupper():
        return ""
    if numbered := _INITIAL.fullmatch(part):
        return {"Q": QUESTION, "R": QUESTION, "J": QUESTION, "A": ANSWER}.get(numbered[1], UNNAMED)
    roles, senior = [], False
    for token in (token.lower().strip(".") for token in tokens):
        role = next((role for role in (QUESTION, ANSWER, UNNAMED) if token in LABELS[role]), "")
        if role and (token != "a" or len(tokens) == 1 or tokens[1:2] and tokens[1].isdigit()):
            roles.append(role)
        elif token in ("from", "by", "of") and roles and roles[-1] == QUESTION:
            return QUESTION
        elif token == "senior":
            senior = True
        elif not (
            token in LABELS["of-roles"] or (_NUMBER.fullmatch(token.upper()) and roles) or senior
        ):
            return ""
    return roles[-1] if roles else ""


def _read_part(written: str, mark: str) -> Part | None:
    """Return what a part of a label says; None if it says nothing of the kind."""
    if role := _role(written):
        return Part(written, mark, role)
    tokens = written.split()
    if re.search(r"[:：?!]", written):
        return None
    for n in range(len(tokens) - 1, 0, -1):
        rest = " ".join(tokens[n:])
        if (
            (role := _role(" ".join(tokens[:n])))
            and is_name(rest)
            and split_office(rest)[1] == rest
        ):
            return Part(written, mark, role, name=rest)  # Question Ehlers, Chair Weferling
    lowered = tokens[0].casefold().strip(".")
    if lowered in NO_LABELS or LABELS["no-office"] & {token.casefold() for token in tokens}:
        return None
    if is_outlet(written):
        return Part(written, mark, outlet=True)
    office, name = split_office(written)
    if mark and not _is_small(tokens) and (_is_office(tokens) or country_in(tokens)[0]):
        return Part(written, mark, office=written)
    if mark == "/" and not office:
        return Part(written, mark, outlet=True)
    if name and not is_name(name):
        return None
    if not name and not is_office_alone(written):
        return None
    return Part(written, mark, "", office, name)


def _is_office(tokens: Sequence[str]) -> bool:
    """Return whether words are an office of some body: “Director-General of the Consular Bureau”."""
    small = next((n for n, token in enumerate(tokens) if token.lower() in ("of", "for")), 0)
    return bool(small) and bool(split_office(" ".join(tokens[:small]))[0])


def _is_small(tokens: Sequence[str]) -> bool:
    return any(
        word.islower() and word not in PARTICLES | {"of", "the", "and", "for"} for word in tokens
    )


def _joined(label: Label, parts: Sequence[Part]) -> Label | None:
    """Return the label that the parts make together."""
    role = next((part.role for part in parts if part.role), "")
    people = [part for part in parts if part.name and not part.outlet]
    outlets = [part for part in parts if part.outlet]
    offices = [part.office for part in parts if part.office]
    if role == QUESTION:
        named = [part._replace(role="") for part in parts if part.role and part.name]
        if named:
            return label._replace(role=QUESTION, name=named[0].name)
        return _who_asks(label, [part for part in parts if part.role != QUESTION])
    if role:
        person = next((p for p in people if p.office or p.role or is_whole_name(p.name)), Part(""))
        label = label._replace(role=role, name=person.name, office="; ".join(offices))
        named = role == UNNAMED and person.name and not person.bracketed
        return label._replace(role=SPEAKER, office=parts[0].written) if named else label
    if parts[0].bracketed is False and not people and not offices and not outlets:
        return None
    return _speaker(label, people, outlets, "; ".join(offices))


def _who_asks(label: Label, parts: Sequence[Part]) -> Label:
    """Return a question's label with the reporter's name and outlet, as far as it has them."""
    outlets = [part for part in parts if part.outlet]
    named = [part for part in parts if part.name and not part.outlet]
    whole = [part for part in named if is_whole_name(part.name)]
    rest = [part for part in parts if part.role != UNNAMED]
    label = label._replace(role=QUESTION)
    if not rest:
        return label
    known = [part for part in named if part.name.split()[0] in _GIVEN()]
    person = (
        whole[0] if len(whole) == 1 and len(rest) > 1
        else named[0] if len(named) == 1 and (outlets or known)
        else whole[0] if len(rest) == 1 and whole and (known or label.written != parts[0].written) and known
        else None
    )  # fmt: skip
    outlet = ", ".join(part.written for part in rest if part is not person)
    return label._replace(name=person.name if person else "", outlet=outlet)


def _GIVEN() -> frozenset[str]:
    return words("given_names") | words("family_first")


def _speaker(
    label: Label, people: Sequence[Part], outlets: Sequence[Part], office: str
) -> Label | None:
    """Return the label of whom an office or a name means, or of somebody who asks for an outlet."""
    whole = [part for part in people if is_whole_name(part.name)]
    outlet = ", ".join(part.written for part in outlets)
    if outlets and len(people) <= 1:
        name = people[0].name if people else ""
        if office and name and outlets[-1].bracketed and outlet.isupper():
            return label._replace(office=office, name=name, outlet=outlet)  # of a ministry
        return label._replace(role=QUESTION, name=name, outlet=outlet, sure=bool(name))
    if len(people) == 2:
        first, second = people
        asks = len(whole) == 1 and whole[0] is first
        if (first.office or asks) and second.bracketed and not second.office:
            return label._replace(office=office, name=first.name, outlet=second.written)
        asks = asks or second.mark == "/"
        outlet = second.written if asks else label.written
        name = first.name if asks else ""
        return (
            None
            if second.office
            else label._replace(role=QUESTION, name=name, outlet=outlet, sure=asks)
        )
    if len(people) > 2:
        return None
    name = people[0].name if people else ""
    if not office and set(name.casefold().split()) & closed_class().keys() - PARTICLES:
        return None
    upper = label.written == label.written.upper()
    sure = bool(office) and (bool(name) or upper or label.written[:1].isupper())
    return label._replace(office=office, name=name, outlet=outlet, sure=sure)
