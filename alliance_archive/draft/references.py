"""The records that a draft refers to: people, known or new, the meeting, the topics."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import permutations, product

from ..model.countries import countries
from ..model.records import Membership, Participant, Topic
from ..text.folding import key, words
from ..text.slugs import free_id, slug
from .extraction import Mention, Proposal

_POSSESSIVE = re.compile(r"['’]s(?= )")  # Norway's Ministry of Defense: norway-ministry-of-defense
# What somebody is in relation to somebody else, which is not an office.
_NO_OFFICES = ("counterpart", "host", "guest", "colleague")


def new_participants(
    people: Iterable[Proposal],
    taken: Callable[[str], bool],
    state_name: Callable[[str], str | None] = lambda _: None,
) -> dict[str, Participant]:
    """Return a participant for each person proposed, by the name that the text gives.

    `taken` says whether the archive has an id already; `state_name` gives the archive's own
    name for the state of a country code.
    """
    participants: dict[str, Participant] = {}
    ids: set[str] = set()
    for person in people:
        name = " ".join(person.name.split())
        if not name or person.name in participants:
            continue
        base = slug(_POSSESSIVE.sub("", name)) or person.kind
        ident = free_id(base, lambda candidate: candidate in ids or taken(candidate))
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
        note=f"{role}; the text gives no country or organization." if role and not body else None,
    )


def _usual_name(code: str) -> str | None:
    country = countries().get(code)
    return country.names[0] if country else None


def ids_of(
    mentions: Iterable[Mention], in_archive: Collection[str], new: Mapping[str, str]
) -> tuple[str, ...]:
    """Return the ids of the people mentioned; none where the text leaves it open."""
    labels = [label for mention in mentions for label in mention.resolved]
    ids = {label: label for label in labels if label in in_archive}
    ids |= {label: new[label] for label in labels if label in new}
    return tuple(dict.fromkeys(ids[label] for label in labels if label in ids))


class Subjects:
    """The archive's topics, to be found in passages by their names."""

    def __init__(self, topics: Sequence[Topic], participants: Iterable[Participant]) -> None:
        states: dict[str, list[str]] = {}
        for person in participants:
            if person.kind == "state" and person.country:
                states.setdefault(person.country, []).extend((person.name, *person.other_names))
        self._broader = {topic.id: topic.broader for topic in topics}
        self._names = [(topic.id, _names(topic, states)) for topic in topics]

    def of(self, passage: str) -> tuple[str, ...]:
        """Return the ids of the topics whose names occur in the passage, the narrowest only."""
        text = f" {' '.join(words(passage))} "
        topics = [ident for ident, names in self._names if any(name in text for name in names)]
        above = {topic_id for ident in topics for topic_id in self._above(ident)}
        return tuple(ident for ident in topics if ident not in above)

    def _above(self, ident: str) -> set[str]:
        above: set[str] = set()
        broader = self._broader.get(ident)
        while broader and broader not in above:
            above.add(broader)
            broader = self._broader.get(broader)
        return above - {ident}


def _names(topic: Topic, states: dict[str, list[str]]) -> list[str]:
    """Return the names, padded; for an alliance of two also by its members: US-ROK alliance."""
    names = [topic.name]
    if topic.kind == "alliance" and len(topic.members) == 2:
        for both in permutations(states.get(code, []) for code in topic.members):
            names += [f"{first} {second} alliance" for first, second in product(*both)]
    return [f" {name} " for name in dict.fromkeys(map(key, names)) if name]
