"""The people of a draft: those whom the archive knows by their ids, the others as new records."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..model.countries import countries
from ..model.records import Membership, Participant
from ..text.folding import words
from .extraction import Mention, Proposal

# What somebody is called in relation to another, and holds no office by.
_NO_OFFICES = ("counterpart", "host", "guest", "colleague")


def slug(text: str) -> str:
    """Return the text as an id, without accents; empty when none of it is in the Latin script."""
    return "-".join(word for word in words(text) if word.isascii())


def free_id(ident: str, taken: Callable[[str], bool]) -> str:
    """Return the id, or the first like it that nothing has: kim, kim-b, … kim-z, kim-27."""
    if not taken(ident):
        return ident
    letters = (f"{ident}-{letter}" for letter in "bcdefghijklmnopqrstuvwxyz")
    for candidate in letters:
        if not taken(candidate):
            return candidate
    suffix = 27
    while taken(f"{ident}-{suffix}"):
        suffix += 1
    return f"{ident}-{suffix}"


def new_participants(
    people: Iterable[Proposal],
    taken: Callable[[str], bool],
    state_name: Callable[[str], str | None] = lambda _: None,
) -> dict[str, Participant]:
    """Return a participant for each person proposed, by the name that the text gives.

    `taken` tells whether the archive has an id already; `state_name` gives the archive's own
    name for the state of a country code.
    """
    participants: dict[str, Participant] = {}
    ids: set[str] = set()
    for person in people:
        name = " ".join(person.name.split())
        if not name or person.name in participants:
            continue
        ident = free_id(
            slug(name) or person.kind, lambda candidate: candidate in ids or taken(candidate)
        )
        ids.add(ident)
        participants[person.name] = _participant(ident, name, person, state_name)
    return participants


def _participant(
    ident: str, name: str, person: Proposal, state_name: Callable[[str], str | None]
) -> Participant:
    code = person.country or None
    # The office is held in the body that the text names, else in the country.
    body = person.organization or (code and (state_name(code) or _usual_name(code)))
    role = "" if person.office in _NO_OFFICES else person.office
    role = role.removeprefix(person.organization).strip() or role
    return Participant(
        id=ident,
        name=name,
        kind=person.kind,
        family_name=person.family_name if person.family_name not in ("", name) else None,
        country=code,
        memberships=(Membership(role, body, code),) if role and body else (),
        note=f"{role}; the text does not say of what." if role and not body else None,
    )


def _usual_name(code: str) -> str | None:
    country = countries().get(code)
    return country.names[0] if country else None


def ids_of(
    mentions: Iterable[Mention], in_archive: Callable[[str], bool], new: dict[str, Participant]
) -> tuple[str, ...]:
    """Return the ids of those whom the mentions mean; none where the text leaves it open."""
    ids: list[str] = []
    for mention in mentions:
        for label in mention.resolved:
            if label in new:
                ids.append(new[label].id)
            elif in_archive(label):
                ids.append(label)
    return tuple(dict.fromkeys(ids))
