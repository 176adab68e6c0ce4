"""The people whom a reviewer may name: those of the file, and those of the archive."""

from __future__ import annotations

from ..archive import Archive
from ..errors import AmbiguousName, UnknownName, UnknownPerson
from ..model.records import Participant, Statement
from ..text.folding import key, words
from .source_file import SourceFile


class NameLookup:
    """Finds people by name and completes names."""

    def __init__(self, archive: Archive, file: SourceFile) -> None:
        self._archive = archive
        self._file = file
        self._in_archive: list[Participant] = archive.records("participant")

    def ids(self, answer: str) -> list[str]:
        """Return the ids of the people named, separated by commas.

        Raises UnknownName or AmbiguousName.
        """
        names = (name.strip() for name in answer.split(","))
        return list(dict.fromkeys(self._id(name) for name in names if name))

    def _id(self, name: str) -> str:
        people = self._file.participants
        fitting = [
            person.id for person in people if name == person.id or key(name) == key(person.name)
        ]
        fitting = fitting or [
            person.id for person in people if key(name) == key(person.family_name or "")
        ]
        try:
            return fitting[0] if fitting else self._archive.resolve("participant", name)
        except UnknownName as error:
            begun = [person for person in people if f" {key(name)}" in f" {key(person.name)}"]
            if len(begun) > 1:
                pairs = [(person.id, person.name) for person in begun]
                raise AmbiguousName("participant", name, pairs) from None
            if begun:
                return begun[0].id
            raise UnknownPerson(name, error.nearest) from None

    def beginning(self, typed: str) -> list[str]:
        """Return the names in which a word begins with what was typed, whatever its case."""
        start = " ".join(words(typed))
        people = {person.id: person.name for person in reversed(self._everybody())}
        return sorted(
            name for name in people.values() if f" {start}" in f" {' '.join(words(name))}"
        )

    def name(self, ident: str) -> str:
        """Return the name that goes with an id."""
        names = (person.name for person in self._everybody() if person.id == ident)
        return next(names, ident)

    def unknown(self, statement: Statement) -> list[str]:
        """Return a message for each id in the statement that no record has."""
        in_file = {person.id for person in self._file.participants}
        ids = [*statement.attributed_to, *statement.voiced_by, *statement.topics]
        ids += [statement.meeting] if statement.meeting else []
        return [
            f"no record has the id “{ident}”"
            for ident in dict.fromkeys(ids)
            if ident not in in_file and not self._archive.has(ident)
        ]

    def _everybody(self) -> list[Participant]:
        """Return the people of the file, then those of the archive."""
        return [*self._file.participants, *self._in_archive]
