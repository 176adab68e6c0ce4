"""A readout in English: who provided it, then what it says that others said and did."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...model.records import Participant
from ..english import is_english
from ..english.cast import Person
from ..english.gazetteer import body_in, country_in
from ..english.lexicon import phrases
from ..english.proceedings import named_in, offices_of, proposal_of, read_proceedings
from ..english.proceedings.passages import may_be_signer
from ..english.proceedings.vocabulary import head_of
from ..extraction import Extraction, Mention, Proposal
from ..head import is_body, read_head
from ..quotations import find_paragraphs
from .joint_statement import body_start, settled_day
from .prefaces import LINES, SIGNED_HEAD, SPEAKS, Preface, find_preface

FORMAL = frozenset({"the", "of", "republic", "kingdom", "state", "government", "sultanate"})
ARTICLE = re.compile(r"^(?:The|the|An?) ")
BODY = re.compile(
    r"(?:The )?(?:(?:[A-Z\d][\w.’'-]*|of|the|for|and|to|on)\s+)*?"
    r"(?:Office|Ministry|Department|Embassy|Secretariat|Mission|Bureau|Chancellery|Cabinet"
    r"|Headquarters|Command|Presidency|Directorate|Division|Section|Delegation|Commission|House|Palace"
    r"|Pentagon|Kremlin|Downing Street|Agency|Bank|Authority"
    r"|press (?:office|service|department)|media office)"
    r"(?:\s+(?:of|for)(?:\s+(?:of|for|in|the|and|to|[A-Z][\w.’'-]*)(?=\W))*)?"
    r"(?:(?<=Embassy|Mission), (?:[A-Z]\w+|of|the| )+\b)?"  # Norvanian Embassy, Kingdom of Tonga
)


def read_readout(text: str, known: Sequence[Participant] = ()) -> Extraction:
    """Return what a readout says; offsets count in the text exactly as given."""
    if not is_english(text):
        return Extraction(other_language=True)
    paragraphs = find_paragraphs(text)
    first = body_start(text, paragraphs)
    preface = find_preface(text, paragraphs, first)
    voice: tuple[Mention, ...] = ()
    new: tuple[Proposal, ...] = ()
    organization = ""
    if preface is not None:
        voice, new, organization = _voice(text, preface, known)
        paragraphs, first = list(preface.paragraphs), preface.first
    start = paragraphs[first].start if first < len(paragraphs) else None
    head = read_head(text, start)
    issuer = body_named(organization or head.publisher or "", known)
    reading = read_proceedings(
        text,
        paragraphs,
        known,
        joint=False,
        document="readout",
        first=first,
        day=head.date or "",
        issuer_state=_state_of(issuer) or _state_above(text[:start]),
        voice=voice,
    )
    if issuer is not None and not any(issuer.resolved == mention.resolved for mention in voice):
        new += new_bodies(issuer)
    return Extraction(
        reading.attributions,
        (*reading.people, *new),
        publisher=_publisher(head.publisher, issuer) or reading.office,
        date=head.date or settled_day(text),
        title=head.title,
        leftover=reading.leftover,
        occasions=reading.occasions,
        issued_by=(issuer,) if issuer else (),
    )


def _voice(
    text: str, preface: Preface, known: Sequence[Participant]
) -> tuple[tuple[Mention, ...], tuple[Proposal, ...], str]:
    """Return the spokesperson or body that a preface names, whoever is new, and the body."""
    people = named_in(LINES.sub(", ", preface.who), known)
    name = _body_in(preface.who)
    people = people or ([] if name else _above(text, preface, known))
    if people := _above_office(preface.who, known, people) or people:
        person = next((p for p in people if SPEAKS.search(offices_of(p))), people[-1])
        word = person.name.split()[-1]
        at = max(text.find(word, preface.start), preface.start)
        mention = Mention(person.name, at, at + len(word), "person", (person.label,))
        proposal = () if person.known else (proposal_of(person),)
        return (mention,), proposal, person.organization or (name if " " in name else "")
    body = body_named(name, known)
    if body is None:
        return (), (), ""
    at = preface.start + preface.who.find(name)
    mention = Mention(name, at, at + len(name), "organization", body.resolved)
    return (mention,), () if body.resolved != (name,) else (Proposal(name, "organization"),), name


def _above(text: str, preface: Preface, known: Sequence[Participant]) -> list[Person]:
    """Return the spokesperson whom the head names, if the preface only says “The Spokesperson”."""
    lines = text[: preface.start].splitlines() if SPEAKS.search(preface.who) else ()
    named = (named_in(line, known) for line in lines if SPEAKS.search(line))
    return next(filter(None, named), [])


def _above_office(
    signature: str, known: Sequence[Participant], people: Sequence[Person]
) -> list[Person]:
    """Return who signs in the line above an office in no list: Jan Wolan / TOWN CLERK."""
    name, _, office = signature.strip().partition("\n")
    read = any(person.name == name for person in people)
    if read or not office or is_body(name) or not may_be_signer(name):
        return []
    signer = named_in(f"Mr. {name}", known)
    for person in signer:
        person.offices = [tuple(office.partition("\n")[0].split())]
    return signer


def _publisher(named: str | None, issuer: Mention | None) -> str | None:
    """Return the body of the letterhead, else the one that issued it, else the office there."""
    return named if (named and body_named(named, ())) or not issuer else issuer.text


def new_bodies(body: Mention | None) -> tuple[Proposal, ...]:
    """Return the proposal of a body that is not in the archive."""
    named = body.resolved if body else ()
    return tuple(
        Proposal(name, "organization", country=country_of(name))
        for name in named
        if body and name == body.text
    )


def country_of(body: str) -> str:
    """Return the code of the country that the name of a body tells: the Pentagon, … of Norway."""
    parts = body.split()
    return body_in(parts)[1] or country_in(parts)[0]


def _state_of(body: Mention | None) -> str:
    """Return the union that a body is, else the code of its state."""
    name = body.text if body else ""
    return phrases("unions").get(" ".join(name.lower().split()), "") or country_of(name)


def _state_above(head: str) -> str:
    """Return the code of the state that a line of the head names: Republic of Senegal."""
    for line in head.splitlines()[:SIGNED_HEAD]:
        words = line.split()
        code, (start, end) = country_in(words)
        rest = {word.lower() for word in words[:start] + words[end:]}
        if code and rest <= FORMAL:
            return code
    return ""


def _body_in(words: str) -> str:
    """Return the body that a few words name, without an office in it: the Adviser of the …"""
    match = BODY.search(words + " ")
    name = ARTICLE.sub("", (match.group() if match else words).strip())
    office, of, rest = name.partition(" of ")
    if of and head_of(office.rsplit(" ")[-1]) and not BODY.fullmatch(office):
        return _body_in(rest)
    return name if match or (is_body(name) and not name.isupper()) else ""


def body_named(name: str, known: Sequence[Participant]) -> Mention | None:
    """Return the archive's body of a name, else the name; None for an office."""
    folded = name.casefold()
    for entry in known:
        if entry.kind != "person" and folded in map(str.casefold, (entry.name, *entry.other_names)):
            return Mention(name, 0, 0, "organization", (entry.id,))
    whole = bool(name) and bool(_body_in(name))
    return Mention(name, 0, 0, "organization", (name,)) if whole else None
