"""The records that a reviewer may name: people of the file, and everything in the archive."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain
from typing import Any

from ..archive import Archive
from ..errors import AmbiguousName, UnknownName
from ..model.records import Meeting, Membership, Participant, Place, Statement, Topic
from ..text.folding import key, words
from ..text.slugs import free_id, slug
from .source_file import SourceFile


class NameLookup:
    """Finds records by name, completes names, and adds records."""

    def __init__(self, archive: Archive, file: SourceFile) -> None:
        self._archive = archive
        self._file = file
        self._in_archive: dict[str, list[Any]] = {}

    def ids(self, answer: str, kind: str = "participant") -> list[str]:
        """Return the ids of the records of a kind that are named, separated by commas.

        Raises UnknownName or AmbiguousName.
        """
        names = (name.strip() for name in answer.split(","))
        return list(dict.fromkeys(self._id(name, kind) for name in names if name))

    def _id(self, name: str, kind: str) -> str:
        people = self._file.proposed(kind)
        fitting: list[str] = [
            person.id for person in people if name == person.id or key(name) == key(person.name)
        ]
        fitting = fitting or [
            person.id
            for person in people
            if kind == "participant" and key(name) == key(person.family_name or "")
        ]
        try:
            return fitting[0] if fitting else self._archive.resolve(kind, name)
        except UnknownName:
            begun = [person for person in people if f" {key(name)}" in f" {key(person.name)}"]
            if len(begun) > 1:
                pairs = [(person.id, person.name) for person in begun]
                raise AmbiguousName(kind, name, pairs) from None
            if begun:
                return str(begun[0].id)
            raise

    def beginning(self, kind: str) -> Callable[[str], list[str]]:
        """Return the completer of a kind's names, by the beginning of a word, whatever its case."""

        def names(typed: str) -> list[str]:
            start = " ".join(words(typed))
            by_id = {record.id: record.name for record in reversed(self._records(kind))}
            return sorted(
                name for name in by_id.values() if f" {start}" in f" {' '.join(words(name))}"
            )

        return names

    def names(self, idents: Sequence[str]) -> str:
        """Return the names that go with ids, separated by commas."""
        kinds = ("participant", "meeting", "topic")
        records = chain.from_iterable(self._records(kind) for kind in kinds)
        by_id = {record.id: record.name for record in reversed([*records])} if idents else {}
        return ", ".join(by_id.get(ident, ident) for ident in idents)

    def meeting(self, ident: str) -> Meeting | None:
        """Return the meeting with an id; None if there is none."""
        meetings = self._records("meeting")
        return next((meeting for meeting in meetings if meeting.id == ident), None)

    def forget(self) -> None:
        """Read the archive's records again when they are next asked for."""
        self._in_archive.clear()

    def unknown(self, statement: Statement) -> list[str]:
        """Return a message for each id in the statement that no record has."""
        ids = [*statement.attributed_to, *statement.voiced_by, *statement.topics]
        ids += [*([statement.meeting] if statement.meeting else []), *statement.about]
        ids += statement.resolution.or_ if statement.resolution else ()
        return [f"no record has the id “{ident}”" for ident in ids if not self._taken(ident)]

    def new_person(
        self, name: str, kind: str, family_name: str, country: str, office: str, body: str
    ) -> Participant:
        """Return a new participant; what is empty is not known.

        `country` is a code, and `body` the organization or country in which the office is held.
        """
        code = country or None
        note = f"{office}; its organization is not known." if office and not body else None
        return Participant(
            id=free_id(slug(name) or kind, self._taken),
            name=name,
            kind=kind,
            family_name=family_name if family_name not in ("", name) else None,
            country=code,
            memberships=(Membership(office, body, code),) if office and body else (),
            note=note,
        )

    def new_meeting(
        self, name: str, date: str, kind: str, people: Sequence[str], place: str, country: str
    ) -> Meeting:
        """Return a new meeting of the participants with these ids; `country` is a code."""
        where = Place(place or None, country or None) if place or country else None
        ident = free_id(slug(name) or "meeting", self._taken)
        return Meeting(ident, name, date, kind, place=where, participants=tuple(people))

    def years_from_source(self, date: str) -> int:
        """Return how many calendar years a date is after the source's; negative if before it."""
        assert self._file.source is not None
        return int(date[:4]) - int(self._file.source.date[:4])

    def new_topic(self, name: str, kind: str) -> Topic:
        """Return a new topic of one of TOPIC_KINDS."""
        return Topic(free_id(slug(name) or "topic", self._taken), name, kind=kind)

    def add(self, record: Participant | Meeting | Topic) -> str:
        """Add a record to the archive and return the path of the file that it is in.

        Raises CannotAppend or CannotWrite.
        """
        path = self._file.add(record)
        self.forget()
        return path

    def _taken(self, ident: str) -> bool:
        in_file = (*self._file.proposed("participant"), *self._file.proposed("meeting"))
        return any(ident == record.id for record in in_file) or self._archive.has(ident)

    def _records(self, kind: str) -> list[Any]:
        """Return the records of the file, then those of the archive."""
        in_file = self._file.proposed(kind)
        if kind not in self._in_archive:
            self._in_archive[kind] = self._archive.records(kind)
        return [*in_file, *self._in_archive[kind]]
