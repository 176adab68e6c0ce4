"""A readout in English: who provided it, then what it says that others said and did."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ...model.records import Participant
from ..english import is_english
from ..english.gazetteer import body_in, country_in
from ..english.proceedings import named_in, offices_of, proposal_of, read_proceedings
from ..extraction import Extraction, Mention, Proposal, Span
from ..head import read_head
from ..quotations import find_paragraphs
from .joint_statement import body_start

VEHICLES = r"(?:read-?out|statement|summary|account|information|remarks|comments?|note|details)"
PROVIDED = re.compile(
    r",?\s*(?:(?:has|have|had|today|also)\s+)?"
    r"(?:provided|issued|released|gave|offered|shared|published|made|put out|said)\s+"
    rf"(?:(?:the|this|a)\s+)?(?:following|below)(?:\s+[\w-]+)?(?:\s+{VEHICLES})?\b"
)
PROVIDED_BY = re.compile(
    rf"\b(?:following|above|below|this|the)\s+(?:[\w-]+\s+)?{VEHICLES}\b[^.:]{{0,40}}?\b"
    r"(?:provided|issued|released|given|shared|published|put out)[^.:]{0,30}?\bby\s+",
    re.I,
)
ATTRIBUTABLE = re.compile(r"\battribut(?:able|ed|ion)\b(?:\s+\w+)?\s*(?:to|:)\s*", re.I)
SIGNED = re.compile(
    rf"^\W*(?:(?:{VEHICLES})\s+)?(?:provided|issued|released|given|attributed)?\s*(?:by|from)\s*:?\s+",
    re.I,
)
SPOKEN = re.compile(r"\b(?:said|says|stated|told reporters)\b[^.]{0,60}:\s*$")
SPEAKS = re.compile(
    r"\b(?:spokes(?:person|man|woman)|press secretary|press officer|communications director)\b",
    re.I,
)
CONTACT = re.compile(
    r"\b(?:contact|further information|enquiries|inquiries|tel|phone)\b|@|\+\d", re.I
)
HEAD = 14  # paragraphs in which the preface is looked for
FOOT = 5  # paragraphs from the end
LONGEST = 420  # code points of a preface
BODY = re.compile(
    r"(?:The )?(?:(?:[A-Z][\w.’'-]*|of|the|for|and|to|on)\s+)*?"
    r"(?:Office|Ministry|Department|Embassy|Secretariat|Mission|Bureau|Chancellery|Cabinet|Headquarters|Command|Delegation|Commission|House|Palace|Pentagon|Kremlin)"
    r"(?:\s+(?:of|for|the|and|to|[A-Z][\w.’'-]*)(?=\W))*"
)


class Preface(NamedTuple):
    """Who provides the readout, and the paragraph that says so; rest is where the words go on."""

    paragraph: int
    who: str
    start: int
    rest: int


def read_readout(text: str, known: Sequence[Participant] = ()) -> Extraction:
    """Return what a readout says; offsets count in the text exactly as given."""
    if not is_english(text):
        return Extraction(other_language=True)
    paragraphs = find_paragraphs(text)
    preface = find_preface(text, paragraphs)
    first = body_start(text, paragraphs)
    voice: tuple[Mention, ...] = ()
    new: tuple[Proposal, ...] = ()
    organization = ""
    if preface is not None:
        voice, new, organization = _voice(text, preface, known)
        paragraphs, first = _without(text, paragraphs, preface, first)
    head = read_head(text, paragraphs[first].start if first < len(paragraphs) else None)
    issuer = _body(organization or head.publisher or "", known)
    reading = read_proceedings(
        text,
        paragraphs,
        known,
        joint=False,
        document="readout",
        first=first,
        day=head.date or "",
        issuer_state=_state_of(issuer),
        voice=voice,
    )
    if issuer is not None and not any(issuer.resolved == mention.resolved for mention in voice):
        new += tuple(
            Proposal(name, "organization") for name in issuer.resolved if name == issuer.text
        )
    return Extraction(
        reading.attributions,
        (*reading.people, *new),
        publisher=head.publisher,
        date=head.date,
        title=head.title,
        issued_by=(issuer,) if issuer else (),
    )


def find_preface(text: str, paragraphs: Sequence[Span]) -> Preface | None:
    """Return who provides the readout, as its head or its foot says."""
    numbers = [*range(min(HEAD, len(paragraphs)))]
    numbers += [n for n in range(len(paragraphs) - FOOT, len(paragraphs)) if n >= HEAD]
    for number in numbers:
        start, end = paragraphs[number].start, paragraphs[number].end
        words = text[start : min(end, start + LONGEST)]
        if match := PROVIDED.search(words):
            return Preface(
                number, words[: match.start()], start, _rest(text, start + match.end(), end)
            )
        if match := ATTRIBUTABLE.search(words) or PROVIDED_BY.search(words):
            who = re.split(r":|\n", words[match.end() :])[0]
            at = start + match.end()
            return Preface(number, who, at, _rest(text, at, end))
        if (match := SPOKEN.search(words)) and SPEAKS.search(words):
            return Preface(number, words[: match.start()], start, end)
    for number in (
        *range(len(paragraphs) - 1, max(-1, len(paragraphs) - FOOT), -1),
        *range(min(6, len(paragraphs))),
    ):
        start, end = paragraphs[number].start, paragraphs[number].end
        words = text[start:end]
        match = SIGNED.match(words)
        if CONTACT.search(words):
            continue
        signed = SPEAKS.search(words) and len(words) < 120 and not re.search(r"[.:]\s*$", words)
        if len(words) < 160 and (match or signed):
            at = start + (match.end() if match else 0)
            return Preface(number, text[at:end], at, end)
    return None


def _rest(text: str, start: int, end: int) -> int:
    """Return where the readout goes on in the paragraph of its preface, after the colon."""
    colon = text.find(":", start, end)
    return colon + 1 if colon >= 0 and text[colon + 1 : end].strip() else end


def _without(
    text: str, paragraphs: Sequence[Span], preface: Preface, first: int
) -> tuple[list[Span], int]:
    """Return the paragraphs without the preface, and the number of the body's first."""
    kept = list(paragraphs)
    number = preface.paragraph
    if number >= len(paragraphs) - FOOT and number > first:
        return kept[:number], first
    rest = preface.rest
    while rest < paragraphs[number].end and text[rest].isspace():
        rest += 1
    if rest < paragraphs[number].end:
        kept[number] = Span(rest, paragraphs[number].end)
        return kept, number
    del kept[number]
    return kept, max(number, 0) if number <= first or number < HEAD else first


def _voice(
    text: str, preface: Preface, known: Sequence[Participant]
) -> tuple[tuple[Mention, ...], tuple[Proposal, ...], str]:
    """Return the spokesperson or body that a preface names, whoever is new, and the body."""
    people = named_in(preface.who, known)
    if people:
        person = next((p for p in people if SPEAKS.search(offices_of(p))), people[-1])
        word = person.name.split()[-1]
        at = max(text.find(word, preface.start), preface.start)
        mention = Mention(person.name, at, at + len(word), "person", (person.label,))
        proposal = () if person.known else (proposal_of(person),)
        return (mention,), proposal, person.organization or _body_in(preface.who)
    name = _body_in(preface.who)
    body = _body(name, known)
    if body is None:
        return (), (), ""
    at = preface.start + preface.who.find(name)
    mention = Mention(name, at, at + len(name), "organization", body.resolved)
    return (mention,), () if body.resolved != (name,) else (Proposal(name, "organization"),), name


def _state_of(body: Mention | None) -> str:
    """Return the code of the state that the name of a body tells: the Pentagon, … of Norway."""
    parts = body.text.split() if body else []
    return body_in(parts)[1] or country_in(parts)[0]


def _body_in(words: str) -> str:
    match = BODY.search(words + " ")
    return match.group().strip().removeprefix("The ").removeprefix("the ") if match else ""


def _body(name: str, known: Sequence[Participant]) -> Mention | None:
    """Return the archive's body of a name, else the name; None for an office."""
    folded = name.casefold()
    for entry in known:
        if entry.kind != "person" and folded in map(str.casefold, (entry.name, *entry.other_names)):
            return Mention(name, 0, 0, "organization", (entry.id,))
    whole = bool(name) and (bool(_body_in(name)) or bool(body_in(name.split())[0]))
    return Mention(name, 0, 0, "organization", (name,)) if whole else None
