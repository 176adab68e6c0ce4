"""What a label names: “SECRETARY HALE”, “Q (Reuters)”, “NHK, Tanabe”, “Moderator | Zane Ozola”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ..english.gazetteer import country_in, title_base
from ..english.lexicon import table, words
from .names import (
    LABELS,
    NO_LABELS,
    OUTLET_WORDS,
    PARTICLES,
    is_name,
    is_office_alone,
    is_outlet,
    is_whole_name,
    says_something,
    split_office,
)

QUESTION, ANSWER, UNNAMED, SPEAKER = "question", "answer", "unnamed", "speaker"
LONGEST = 110  # code points of a label
_MARKS = re.compile(r"\s*[,;/|]\s*|\s+[-–—]+\s+|\s*(?P<open>[(\[<])\s*|\s*(?P<close>[)\]>])\s*")
_FIRST = re.compile(r"\W*(?:[a-z]{1,4}[ -]){0,2}[^\W\d_a-z]")
_BRACKETS = ("(", "[", "<")
_FROM_WHOM = re.compile(r"(?i)(?<=\w) (?:from|by|of) (?:the )?(?!floor|audience|public)")
_BODIES = table("proceedings")["bodies"] | words("organizations")
_NUMBER = re.compile(r"(?i)#?\d{1,2}|one|two|three|four|[ivx]{1,3}|[A-Z]")
_INITIAL = re.compile(r"([A-Z])\d{1,2}")
_OF_INITIAL = {"Q": QUESTION, "R": QUESTION, "J": QUESTION, "A": ANSWER}  # J2 is a journalist
_INTERPRETED = re.compile(r"(?i).*\b(?:interpret|translat|simultaneous)")
_IN_ENGLISH = re.compile(r"(?i)\W*(?:speaking |speaks |continues )?in english\b")
_GOES_ON = re.compile(r"(?i)\W*(?:continu|cont[’']?d)")
_SAME = re.compile(r"(?i)\W*(?:the )?(?:same\b|follow(?:ing|s)?[- ]?up)")
_TIMED = re.compile(r"\W*\d{1,2}[:.]\d\d")
_SHORT = re.compile(r"\b(?:A/S|U/S|HR/VP)(?= |$)")
_IN_FULL = {"A/S": "Assistant Secretary", "U/S": "Under Secretary", "HR/VP": "HRVP"}
_MANNER = re.compile(
    r"(?i)\W*(?:in|speaking|speaks|off[- ]?mi[ck]|inaudible|via|as|through|laughs?|applause|pause"
    r"|cross[- ]?talk|(?:from|on) (?:the )?\w+$|by (?:video|phone|telephone))\b"
)


class Label(NamedTuple):
    """A label in a text; from offset `end` on, the words of the turn follow.

    `written` is what names the speaker, without remark and colon; `office` and `name` are its
    parts, `outlet` whom a reporter works for. `interpreter` says whether the words are those of
    one; None where the label does not say. `sure` are those that are labels wherever they stand,
    `shape` is how the label is set off, and `same` says that who asked last asks again.
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

    `mark` is what comes before it: a comma, a slash, a bracket.
    """

    written: str
    mark: str = ""
    role: str = ""
    office: str = ""
    name: str = ""
    outlet: bool = False


@lru_cache(4096)
def read_label(words_before: str) -> Label | None:
    """Return what the words before a colon name, if they are the label of a speaker.

    Its parts may come in any order, between any marks: role, office, name, outlet, remark. Whoever
    puts a question to an office asks: “Ann Holm (North) to the Minister of Defense”.
    """
    asker, put, office = words_before.partition(" to the ")
    asking = read_label(asker) if put and is_office_alone(office.strip(" *_")) else None
    if asking and (asking.role == QUESTION or (asking.name and not says_something(asking.office))):
        return asking._replace(role=QUESTION, sure=True)
    if len(words_before.strip()) > LONGEST or not _FIRST.match(words_before):
        return None
    label = Label(0, 0, "", SPEAKER)
    parts: list[Part] = []
    for written, mark in _split(_SHORT.sub(lambda short: _IN_FULL[short[0]], words_before)):
        if mark and (is_remark(written) or _MANNER.match(written)):
            label = remarked(label, written)
            continue
        small = mark == "," and written.islower() and len(written.split()) < 3
        part = _read_part(written.title() if small else written, mark)  # Ann Holm, spokesperson
        asked_for = bool(parts) and parts[0].role == QUESTION and not is_sentence(written)
        if part is None and mark not in _BRACKETS and not asked_for:
            return None
        parts.append((part or Part(written, mark))._replace(written=written))
    while len(parts) > 1 and parts[0].mark in _BRACKETS:
        parts.pop(0)  # (Recording) Minister Holm
    if not parts or parts[0].mark in _BRACKETS:
        return None
    first = parts[0].written
    if (
        len(parts) == 1
        and parts[0].outlet
        and first.isalpha()
        and first.lower() not in OUTLET_WORDS
    ):
        parts = [Part(first, name=first)]  # HALE is a name, not an acronym
    written = ", ".join(part.written for part in parts if part.mark not in _BRACKETS)
    for short in _SHORT.findall(words_before):
        written = written.replace(_IN_FULL[short], short)
    return _joined(label._replace(written=written), parts)


def _split(words_before: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of a label, each with the mark before it; within brackets, the bracket."""
    begun, mark, bracket = 0, "", ""
    line = words_before.strip(" *_#-–—\t\xa0")
    for match in [*_MARKS.finditer(line), None]:
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
    if _INTERPRETED.match(remark) or _IN_ENGLISH.match(remark):
        return label._replace(interpreter=bool(_INTERPRETED.match(remark)))
    again, on = bool(_SAME.match(remark)), bool(_GOES_ON.match(remark))
    return label._replace(same=label.same or again, goes_on=label.goes_on or on)


def is_remark(bracket: str) -> bool:
    """Return whether a bracket says how words are spoken or when, and not whose they are."""
    return any(form.match(bracket) for form in (_INTERPRETED, _GOES_ON, _SAME, _TIMED))


def _role(part: str) -> str:
    """Return the role that words of a closed list give: “UNIDENTIFIED REPORTER 2”, “Q1”, “A”."""
    if not part[:1].isupper():
        return ""
    if numbered := _INITIAL.fullmatch(part):
        return _OF_INITIAL.get(numbered[1], UNNAMED)
    role, lowered = "", [word.strip(".") for word in part.lower().split()]
    for n, word in enumerate(lowered):
        own = next((role for role in (QUESTION, ANSWER, UNNAMED) if word in LABELS[role]), "")
        if own and (word != "a" or all(map(str.isdigit, lowered[1:]))):
            unknown = word == "speaker" and lowered[0] in ("unidentified", "unknown")
            role = QUESTION if unknown else own
        elif word in ("from", "by", "of") and role == QUESTION:
            return role
        elif word not in LABELS["of-roles"] and not (
            "senior" in lowered[:n] or (role and _NUMBER.fullmatch(word))
        ):
            return ""
    return role


def _read_part(written: str, mark: str) -> Part | None:
    """Return what a part of a label says; None if it says nothing of the kind."""
    if role := _role(written):
        return Part(written, mark, role)
    tokens = written.split()
    lowered = {token.casefold() for token in tokens}
    if re.search(r"[:：?!]|^[QA] ", written) or tokens[0].casefold().strip(".") in NO_LABELS:
        return None
    if re.match(r"Q\d{1,3} ", written) and _role(" ".join(tokens[1:])):
        return Part(" ".join(tokens[1:]), mark, QUESTION)  # Q12 Chair
    if role_and_name := _role_and_name(tokens):
        return Part(written, mark, role_and_name[0], name=role_and_name[1])
    field, _, and_field = written.partition(" and ")
    two = not re.search("(?i) (?:for|of) ", field) or any(map(title_base, and_field.split()))
    no_office = LABELS["no-office"] & lowered - (set() if two else {"and"})
    if no_office and not (no_office == {"relations"} and any(map(title_base, field.split()))):
        return None  # but Secretary for Public Relations
    office, name = split_office(written)
    if is_outlet(written) or (mark == "/" and not office):
        return Part(written, mark, outlet=True)
    if mark and not is_sentence(written) and (_is_of_body(tokens) or country_in(tokens)[0]):
        return Part(written, mark, office=written)
    at_work = {tokens[0].casefold(), tokens[-1].casefold()} & _BODIES
    if mark and at_work and not title_base(tokens[-1].casefold()):
        office = name = ""  # Marine Institute, but not Government Spokesperson
    elif (name and not is_name(name)) or not (name or is_office_alone(written)):
        return None
    return Part(written, mark, "", office, name)


def _role_and_name(tokens: Sequence[str]) -> tuple[str, str] | None:
    """Return what words before a name make of its bearer, and the name: Question Ehlers."""
    for n in range(len(tokens) - 1, 0, -1) if tokens[-1].casefold() not in _BODIES else ():
        role, rest = _role(" ".join(tokens[:n])), " ".join(tokens[n:])
        if role and n + len(tokens[0]) > 2 and is_name(rest) and not split_office(rest)[0]:
            return role, rest
    return None


def _is_of_body(tokens: Sequence[str]) -> bool:
    """Return whether words are an office of some body: “Head of the Consular Bureau”."""
    small = next((n for n, token in enumerate(tokens) if token.lower() in ("of", "for")), 0)
    return bool(split_office(" ".join(tokens[:small]))[0])


def is_sentence(written: str) -> bool:
    """Return whether words have small ones that names and offices have not."""
    small = PARTICLES | {"of", "the", "and", "for"}
    return any(word.islower() and word not in small for word in written.split())


def _joined(label: Label, parts: Sequence[Part]) -> Label | None:
    """Return the label that the parts make together."""
    role = next((part.role for part in parts if part.role), "")
    people = [part for part in parts if part.name and not part.outlet]
    outlets = [part for part in parts if part.outlet or part.name.isupper()]
    office = "; ".join(part.office for part in parts if part.office)
    if role == QUESTION:
        return _who_asks(label, [p for p in parts if p.role != QUESTION or p.name])
    if role:
        person = next((p for p in people if p.office or p.role or is_whole_name(p.name)), Part(""))
        if role == UNNAMED and person.name and person.mark not in _BRACKETS:
            own = next(part.written for part in parts if part.role)
            return label._replace(office=own, name=person.name)  # HOST, JANE DOE
        outlet = next((part.written for part in outlets), "")  # A (JCS)
        return label._replace(role=role, office=office, name=person.name, outlet=outlet)
    outlets = [part for part in outlets if part.outlet]
    return _speaker(label, people, outlets, office) if people or office or outlets else None


def _who_asks(label: Label, parts: Sequence[Part]) -> Label:
    """Return a question's label with the reporter's name and outlet, as far as it has them."""
    outlets = [part for part in parts if part.outlet]
    named = [part for part in parts if part.name and not part.outlet]
    whole = [part for part in named if is_whole_name(part.name)]
    given = words("given_names") | words("family_first")
    if len(whole) > 1:  # the other one is an outlet’s
        whole = [part for part in whole if part.name.split()[0] in given]
    clear = whole if len(whole) == 1 and len(parts) > 1 else named
    sure = clear and (
        outlets or clear is whole or clear[0].role or clear[0].name.split()[0] in given
    )
    person = clear[0] if sure and len(clear) == 1 else None
    outlet = ", ".join(part.written for part in parts if part is not person and not part.role)
    return label._replace(role=QUESTION, name=person.name if person else "", outlet=outlet)


def _speaker(
    label: Label, people: Sequence[Part], outlets: Sequence[Part], office: str
) -> Label | None:
    """Return the label of whom an office or a name means, or of somebody who asks for an outlet."""
    name = people[0].name if people else ""
    outlet = ", ".join(part.written for part in outlets)
    label = label._replace(office=office, name=name, outlet=outlet, sure=bool(office))
    if len(people) == 2:
        return _of_two(label, *people)
    if outlets:
        return label._replace(role=QUESTION, office="", sure=bool(name))
    return label if len(people) < 3 else None


def _of_two(label: Label, first: Part, second: Part) -> Label | None:
    """Return the label of a name beside what may be a name or an outlet: “Ann Holm (Panorama)”."""
    clear = is_whole_name(first.name) and not is_whole_name(second.name)
    beside = second.mark in _BRACKETS and (first.office or clear)
    if second.office or (first.office and not beside):
        return None
    if beside:
        return label._replace(outlet=second.written)
    named = clear or second.mark == "/"
    name, outlet = (first.name, second.written) if named else ("", label.written)
    return label._replace(role=QUESTION, name=name, outlet=outlet, sure=named)
