"""A press release in English: who says what, and who issued it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...model.records import Participant
from ..english.gazetteer import country_in
from ..english.proceedings import signed_quotations
from ..extraction import Attribution, Extraction, Mention, Proposal
from ..head import read_head
from ..quotations import find_paragraphs
from .article import read_article
from .readout import body_named, new_bodies


def read_press_release(text: str, known: Sequence[Participant] = ()) -> Extraction:
    """Return what a press release says; offsets count in the text exactly as given."""
    extraction = read_article(text, known)
    if extraction.other_language:
        return extraction
    head = read_head(text)
    signed, signers = signed_quotations(text, find_paragraphs(text), known, "press release")
    own = [a for a in extraction.attributions if not any(_within(a, s) for s in signed)]
    names = {person.name for person in extraction.people}
    issuer = _as_called(body_named(head.publisher or "", known), extraction.people, known)
    return replace(
        extraction,
        publisher=extraction.publisher or head.publisher,
        date=head.date or extraction.date,
        title=head.title,
        people=(
            *extraction.people,
            *(signer for signer in signers if signer.name not in names),
            *new_bodies(issuer),
        ),
        attributions=tuple(sorted([*own, *signed], key=lambda a: a.anchor.start)),
        leftover=tuple(
            q for q in extraction.leftover if not any(q.overlaps(s.anchor) for s in signed)
        ),
        issued_by=(issuer,) if issuer else (),
    )


def _as_called(
    issuer: Mention | None, people: Sequence[Proposal], known: Sequence[Participant]
) -> Mention | None:
    """Return the issuer under the name that text or archive has: the Danish Ministry of …"""
    bodies = [(p.name, p.name) for p in people if p.kind == "organization"]
    bodies += [(p.name, p.id) for p in known if p.kind == "organization"]
    for name, label in bodies if issuer else ():
        if issuer and _folded(name) == _folded(issuer.text):
            return replace(issuer, text=name, resolved=(label,))
    return issuer


def _folded(body: str) -> tuple[str, ...]:
    """Return the country of a body, and the other words of its name, in one order."""
    words = [word for word in body.split() if word.lower() not in ("of", "the")]
    code, (start, end) = country_in(words)
    return code, *(word.lower() for word in words[:start] + words[end:])


def _within(attribution: Attribution, signed: Attribution) -> bool:
    return any(quote.overlaps(signed.anchor) for quote in attribution.quotes)
