"""The people whom a reviewer may name: those of the file, and those of the archive."""

from __future__ import annotations

from ..archive import Archive
from ..errors import AmbiguousName, UnknownName
from ..model.records import Participant, Statement
from ..text.folding import key, words
from .review import SourceFile


class Names:
    """Finds people by name, and ends names that are begun."""

    def __init__(self, archive: Archive, file: SourceFile) -> None:
        self._archive = archive
        self._file = file
        self._known: list[Participant] = archive.records("participant")

    def ids(self, said: str) -> list[str]:
        """The ids of the people named, parted by commas. Raises UnknownName or AmbiguousName."""
        return list(
            dict.fromkeys(self._id(name.strip()) for name in said.split(",") if name.strip())
        )

    def _id(self, name: str) -> str:
        own = self._file.participants
        fits = [each.id for each in own if name == each.id or key(name) == key(each.name)]
        fits = fits or [each.id for each in own if key(name) == key(each.family_name or "")]
        try:
            return fits[0] if fits else self._archive.resolve("participant", name)
        except UnknownName:
            part = [each for each in own if f" {key(name)}" in f" {key(each.name)}"]
            if len(part) > 1:
                pairs = [(each.id, each.name) for each in part]
                raise AmbiguousName("participant", name, pairs) from None
            if part:
                return part[0].id
            raise

    def beginning(self, begun: str) -> list[str]:
        """The names of which a word begins with what was typed, whatever its case and accents."""
        wanted = " ".join(words(begun))
        people = {each.id: each.name for each in (*self._known, *self._file.participants)}
        return sorted(
            name for name in people.values() if f" {wanted}" in f" {' '.join(words(name))}"
        )

    def named(self, ident: str) -> str:
        """The name that goes with an id."""
        for each in (*self._file.participants, *self._known):
            if each.id == ident:
                return each.name
        return ident

    def unknown(self, statement: Statement) -> list[str]:
        """What the statement refers to and nothing is called."""
        own = {each.id for each in self._file.participants}
        named = [*statement.attributed_to, *statement.voiced_by, *statement.topics]
        named += [statement.meeting] if statement.meeting else []
        return [
            f"no record has the id “{each}”"
            for each in dict.fromkeys(named)
            if each not in own and not self._archive.has(each)
        ]
