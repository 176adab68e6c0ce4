"""A source file that is edited: read, changed a statement at a time, and read again."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..archive import Archive
from ..atomic import whole_file
from ..change import write
from ..errors import ArchiveError
from ..model.fields import KINDS
from ..model.records import Meeting, Participant, Source, Statement, Topic
from ..model.wording import DRAFTED
from ..store import edit
from ..store.append import appended, with_records
from ..store.init import modeline
from ..store.lock import locked_file
from ..store.parse import MAX_BYTES
from ..store.read import read_bytes
from ..store.scan import inside
from ..text.slugs import numbered_id

_PROPOSED = ("participant", "meeting")


class ChangedUnderneath(ArchiveError):
    """The file has changed since it was read; it was read again, and nothing was written."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{path} has changed; nothing was written, and the file was read again")


class SourceFile:
    """A source file as it was last read, changed a statement at a time."""

    def __init__(self, path: str | os.PathLike[str], archive: Archive | None = None) -> None:
        """Read the file. Raises ArchiveError when it cannot be read or holds no source.

        With the archive that contains it, edits hold the archive's lock.
        """
        self.path = Path(path)
        self._archive = archive if archive and archive.holds(path) else None
        self.data = b""
        self.text = ""
        self.load()

    def load(self) -> None:
        """Read the file again. Raises ArchiveError."""
        try:
            data = read_bytes(self.path, MAX_BYTES)
            text = (data or b"").decode()
        except OSError as error:
            raise ArchiveError(f"cannot read {self.path}: {error.strerror}") from None
        except UnicodeDecodeError:
            raise ArchiveError(f"{self.path} is not UTF-8") from None
        self.data, self.text = data or b"", text
        self._parsed = edit.parsed(text)
        if self._parsed.unread:
            raise ArchiveError(str(self._parsed.problems[0]._replace(path=str(self.path))))
        if self.source is None:
            raise ArchiveError(f"{self.path} has no source")

    @property
    def source(self) -> Source | None:
        """The file's source."""
        return next((record for record in self._records() if isinstance(record, Source)), None)

    @property
    def statements(self) -> list[Statement]:
        """Its statements, in their order."""
        return [record for record in self._records() if isinstance(record, Statement)]

    def proposed(self, kind: str) -> list[Any]:
        """Return the participants or meetings that are proposed in it."""
        return [record for record in self._records() if kind == record.KIND and kind in _PROPOSED]

    def statement(self, ident: str) -> Statement | None:
        """Return the statement of an id; None if the file holds none."""
        return next((statement for statement in self.statements if statement.id == ident), None)

    def next_id(self) -> str:
        """Return the id for another statement, numbered as drafts are."""
        assert self.source is not None
        idents = [statement.id for statement in self.statements]
        if self._archive:
            self._archive.refresh()
        is_taken = self._archive.has if self._archive else idents.__contains__
        return numbered_id(self.source.id, idents, is_taken)

    def edit(self, change: Callable[[str], str], ident: str | None = None, done: str = "") -> None:
        """Write the file with its text changed, while nobody else does.

        `done` says what the change does, in the list of `undo`.
        What others have changed meanwhile stays, as long as the statement of `ident` is as it was
        read; without one nothing may have changed. Raises ChangedUnderneath, CannotEdit or
        CannotWrite; the file is then as it was.
        """
        with self._archive.editing() if self._archive else locked_file(self.path):
            self._read_again(ident)
            changed = change(self.text)
            if self._archive:
                name = self._archive.path_of(self.path)
                command = ": ".join(filter(None, (f"review {ident or self.path.name}", done)))
                write(self._archive, {name: changed}, command)
            else:
                with whole_file(self.path) as stream:
                    stream.write(changed)
            self.load()

    def add(self, record: Participant | Meeting | Topic) -> str:
        """Add a record to the archive's file for records of its kind; return its path there.

        A file that is in no archive gets the record itself. Raises CannotAppend or CannotWrite.
        """
        if self._archive is None:
            self.edit(lambda text: appended(text, [record], self.path))
            return str(self.path)
        root, name = self._archive.root, f"{KINDS[record.KIND].section}.yaml"
        with self._archive.editing():
            text = with_records(root, name, [record], modeline(root, name))
            write(self._archive, {name: text}, f"review: add {record.id}")
        self._archive.refresh()
        return self._archive.display_path(name)

    def take_out(self, ident: str) -> Meeting | None:
        """Delete a meeting that `draft` proposed and no record names any longer, and return it.

        None if it is another, or still named. Raises CannotEdit or CannotWrite.
        """
        in_file = [meeting for meeting in self.proposed("meeting") if meeting.id == ident]
        if self._archive:
            self._archive.refresh()
        archived = (meeting for meeting in self._archived("meeting") if meeting.id == ident)
        meeting: Meeting | None = in_file[0] if in_file else next(archived, None)
        if meeting is None or not (meeting.note or "").startswith(DRAFTED) or self._is_named(ident):
            return None
        if in_file or self._archive is None:
            self.edit(lambda text: edit.remove(text, ident))
            return meeting
        with self._archive.editing():
            assert meeting.origin is not None
            path = inside(self._archive.root, meeting.origin.path)
            text = (read_bytes(path, MAX_BYTES) or b"").decode()
            changed = {meeting.origin.path: edit.remove(text, ident)}
            write(self._archive, changed, f"review: delete {ident}")
        self._archive.refresh()
        return meeting

    def _archived(self, kind: str) -> list[Any]:
        return self._archive.records(kind) if self._archive else []

    def _is_named(self, ident: str) -> bool:
        """Return whether a statement or a meeting names the meeting, here or in the archive."""
        statements = [*self.statements, *self._archived("statement")]
        return any(ident == s.meeting or ident in s.about for s in statements) or any(
            meeting.part_of == ident for meeting in self._archived("meeting")
        )

    def _read_again(self, ident: str | None) -> None:
        try:
            now = read_bytes(self.path, MAX_BYTES)
        except OSError:
            now = None
        if now == self.data:
            return
        entry = edit.entry_lines(self.text, ident) if ident else None
        self.load()
        is_there = ident and self.statement(ident)
        if not is_there or edit.entry_lines(self.text, ident or "") != entry:
            raise ChangedUnderneath(self.path)

    def _records(self) -> list[Any]:
        return [parsed.record for parsed in self._parsed.records]
