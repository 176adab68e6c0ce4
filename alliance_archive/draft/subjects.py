"""What a drafted statement is about: the meeting it may come from, the topics its words name."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Sequence
from itertools import permutations, product

from ..model.attribution import meeting_days
from ..model.dates import day_span
from ..model.records import Meeting, Participant, Topic
from ..text.folding import key, words

REPORTED_WITHIN = datetime.timedelta(days=2)  # an article is on what happened since the day before


def fitting_meeting(
    date: str, people: Collection[str], meetings: Iterable[Meeting]
) -> Meeting | None:
    """Return the one meeting of those days that had just these people, else that they all were at.

    None where no meeting or more than one fits. `date` is the source's, ISO 8601.
    """
    if not people:
        return None
    near = [
        meeting
        for meeting in meetings
        if meeting.status == "held" and _of_those_days(meeting, date)
    ]
    same = [meeting for meeting in near if set(meeting.participants) == set(people)]
    there = same or [meeting for meeting in near if set(people) <= set(meeting.participants)]
    return there[0] if len(there) == 1 else None


def _of_those_days(meeting: Meeting, date: str) -> bool:
    first, last = day_span(date)
    began, ended = meeting_days(meeting)
    since = datetime.date.fromisoformat(first)
    if since - datetime.date.min > REPORTED_WITHIN:
        since -= REPORTED_WITHIN
    return began <= last and ended >= since.isoformat()


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
    """Return the names, padded; an alliance of two goes by its members' too: US-ROK alliance."""
    names = [topic.name]
    if topic.kind == "alliance" and len(topic.members) == 2:
        for both in permutations(states.get(code, []) for code in topic.members):
            names += [f"{first} {second} alliance" for first, second in product(*both)]
    return [f" {name} " for name in dict.fromkeys(map(key, names)) if name]
