"""People and bodies a draft names and the archive does not know: proposed participants."""

from __future__ import annotations

from collections.abc import Sequence

from .cast import Cast, Person, is_state
from ..extraction import Attribution, Proposal
from .gazetteer import body_in, country_in, states


def propose(attributions: Sequence[Attribution], cast: Cast) -> tuple[Proposal, ...]:
    """Proposals in the order of first naming, with what the text tells of office and country."""
    known = {entry.id for entry in (*cast.known, *cast.bodies)}
    by_label = {person.label: person for person in cast.people}
    out: dict[str, Proposal] = {}
    for attribution in attributions:
        for mention in (*attribution.attributed_to, *attribution.voiced_by):
            for label in mention.resolved:
                if label in known or label in out:
                    continue
                person = by_label.get(label)
                if person is not None:
                    out[label] = _person(person)
                elif mention.kind in ("organization", "state"):
                    out[label] = _body(label, mention.kind)
                elif mention.kind == "person":
                    out[label] = Proposal(label, family_name=label.split()[-1])
    return tuple(out.values())


def _person(person: Person) -> Proposal:
    office = max(person.offices, key=len, default=())
    return Proposal(
        person.name, "person", person.family, " ".join(office), person.country, person.organization
    )


def _body(name: str, kind: str) -> Proposal:
    if kind == "state" or is_state(name):
        return Proposal(name, "state", country=states().get(tuple(name.lower().split()), ""))
    parts = name.replace("'s", "").replace("’s", "").split()
    _, code, _ = body_in(parts)
    return Proposal(name, "organization", country=code or country_in(parts)[0])
