"""Changes of records collected, wherever they are, and turned into a change of files."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Any

from ..archive import Archive
from ..change import Change, ChangedMeanwhile, plan
from ..errors import ArchiveError
from ..index.changes import compare_files
from ..index.parallel import gc_paused
from ..index.references import Referrer, reference_fields, referring
from ..index.storage import records
from ..model.fields import ID, KINDS
from ..model.records import Record, plain
from ..store import edit
from ..store.parse import Parsed
from ..store.scan import inside
from ..store.transaction import text_of


class UnreadFile(ArchiveError):
    """A file that cannot be read and may refer to a record that changes."""

    exit_code = 1

    def __init__(self, path: str, command: str) -> None:
        super().__init__(
            f"{path} cannot be read and may refer to it; nothing was written. "
            f"Correct that file first: {command} check"
        )


class Revision:
    """New values of records, by file, and records and files that go."""

    def __init__(self, archive: Archive) -> None:
        archive.refresh()
        self.archive = archive
        self._values: dict[str, dict[str, dict[str, Any]]] = {}
        self._removed: dict[str, list[str]] = {}
        self._moved: dict[str, str | None] = {}

    def __len__(self) -> int:
        """Return the number of records that change or go."""
        changed = {(path, ident) for path, values in self._values.items() for ident in values}
        gone = {(path, ident) for path, idents in self._removed.items() for ident in idents}
        return len(changed | gone)

    def set(self, record: Record, values: Mapping[str, Any]) -> None:
        """Set fields of a record to plain data, or delete them where None."""
        old = plain(record)
        changed = {name: value for name, value in values.items() if value != old.get(name)}
        if changed:
            of_file = self._values.setdefault(_path(record), {})
            of_file.setdefault(record.id, {}).update(changed)

    def remove(self, record: Record) -> None:
        """Remove a record from its file."""
        self._removed.setdefault(_path(record), []).append(record.id)

    def move(self, path: str, new: str | None) -> None:
        """Give a file another path, or delete it."""
        self._moved[path] = new

    def referring(self, kind: str, ident: str) -> list[Referrer]:
        """Return the records that refer to a record. Raises UnreadFile."""
        sql = "SELECT path FROM unread ORDER BY path LIMIT 1"
        for (path,) in self.archive.connection.execute(sql):
            raise UnreadFile(self.archive.display_path(path), self.archive.command)
        return referring(self.archive.connection, kind, ident)

    def redirect(self, kind: str, idents: Mapping[str, str | None]) -> None:
        """Put other ids in place of those of a kind, wherever they are referred to.

        An id is taken out of lists where it is None, and where the other is there already.
        """
        referrers = {referrer for ident in idents for referrer in self.referring(kind, ident)}
        connection, of_file = self.archive.connection, "id = ? AND path = ?"
        for referrer in sorted(referrers):
            if referrer.ident in self._removed.get(referrer.path, ()):
                continue
            for record in records(
                connection, referrer.kind, of_file, referrer.ident, referrer.path
            ):
                self._redirect(record, kind, idents)

    def _redirect(self, record: Record, kind: str, idents: Mapping[str, str | None]) -> None:
        values = plain(record)
        pending = self._values.get(_path(record), {}).get(record.id, {})
        changed: dict[str, Any] = {}
        for field, part in reference_fields(KINDS[record.KIND]):
            if (part or field).refers_to != kind or field.name not in values:
                continue
            # What is set already is what refers now.
            value = pending.get(field.name, values[field.name])
            if part is None:
                new = redirected(value, idents)
                changed[field.name] = new if new or field.required else None
            elif isinstance(value, dict) and part.name in value:
                new = {**value, part.name: redirected(value[part.name], idents)}
                if not new[part.name]:
                    del new[part.name]
                changed[field.name] = new
            if part is None and field.type == ID and changed[field.name] == record.id:
                changed[field.name] = None  # it would refer to itself
        self.set(record, changed)

    @gc_paused()
    def plan(self, command: str) -> Change:
        """Return the change of files. Raises CannotEdit, AddsErrors or ChangedMeanwhile."""
        texts: dict[str, str | None] = {}
        parsed: dict[str, Parsed] = {}
        for path in {**self._values, **self._removed, **self._moved}:
            target = self._moved.get(path, path)
            if target != path:
                texts[path] = None
            if target is None:
                continue
            text = text_of(inside(self.archive.root, path)) or ""
            for ident in self._removed.get(path, ()):
                text = edit.without(text, ident)
            if values := self._values.get(path):
                text, parsed[target] = edit.changed_records(text, values, target)
            texts[target] = text
        change = plan(self.archive, texts, command, parsed)
        self._refuse_changed()
        change.records = len(self)
        change.removed = sum(map(len, self._removed.values()))
        return change

    def _refuse_changed(self) -> None:
        """Raise ChangedMeanwhile if values and texts may not be of the same files."""
        changes = compare_files(self.archive.connection, os.path.realpath(self.archive.root))
        for path in (*changes.stale, *(path for path, _ in changes.fresh)):
            raise ChangedMeanwhile(self.archive.display_path(path))


def redirected(value: Any, idents: Mapping[str, str | None]) -> Any:
    """Return an id or a list of ids with others in place of some, and doubles left out."""
    if not isinstance(value, list):
        return idents.get(value, value)
    new = [idents.get(ident, ident) for ident in value]
    return list(dict.fromkeys(ident for ident in new if ident is not None))


def _path(record: Record) -> str:
    assert record.origin is not None
    return record.origin.path


def listed(idents: Sequence[str], most: int = 20) -> str:
    """Return the first ids as lines of a message, and how many more there are."""
    lines = [f"  {ident}" for ident in idents[:most]]
    if len(idents) > most:
        lines.append(f"  and {len(idents) - most} more")
    return "\n".join(lines)
