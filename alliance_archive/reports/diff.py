"""`diff`: what changed between two states of an archive, record by record."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Any, NamedTuple

from ..archive import Archive
from ..index.parallel import gc_paused
from ..model.fields import ARCHIVE, KINDS
from ..render.cells import counted
from ..render.columns import Column, View, field, joined
from ..store.locate import locate
from ..store.record_changes import (
    ADDED,
    CHANGED,
    CHANGES,
    REMOVED,
    FieldChange,
    RecordChange,
    as_text,
    compare,
)
from ..store.states import ArchiveState, folder_state, revision_state

WORKING = "the working state"


class ChangeRow(NamedTuple):
    """A field of a changed record, for programs; a record without a changed field has one row."""

    record: RecordChange
    field: FieldChange


class Difference(NamedTuple):
    """The changes between two states, and messages on what could not be compared."""

    old: str
    new: str
    changes: tuple[RecordChange, ...]
    notes: tuple[str, ...]
    unread: tuple[str, ...]

    @property
    def rows(self) -> Iterator[ChangeRow]:
        """Every change of a field, in order."""
        for change in self.changes:
            parts = change.fields or (FieldChange("", None, None),)
            yield from (ChangeRow(change, part) for part in parts)

    @property
    def shown(self) -> Iterator[RecordChange]:
        """The changes without the records that only follow a rename, which it counts."""
        followers: Counter[str] = Counter()
        for change in filter(_only_follows, self.changes):
            followers.update({ident for part in change.fields for ident in _ids(part.old)})
        for change in self.changes:
            if not _only_follows(change):
                yield change._replace(followers=followers[change.former or ""])

    @property
    def counts(self) -> list[ChangeCount]:
        """How many records of each kind were added, removed, renamed and changed."""
        pairs = Counter((change.kind, change.change) for change in self.changes)
        kinds = [kind for kind in (*KINDS, ARCHIVE.name) if any(k == kind for k, _ in pairs)]
        return [ChangeCount(kind, *(pairs[kind, change] for change in CHANGES)) for kind in kinds]


class ChangeCount(NamedTuple):
    """How many records of a kind changed, and how."""

    kind: str
    added: int
    removed: int
    renamed: int
    changed: int


@gc_paused()
def diff(archive: Archive, old: str | None = None, new: str | None = None) -> Difference:
    """Compare two states of an archive: revisions of its repository, or folders.

    A folder wins over a revision of the same name. `new` is by default the working state, `old`
    then HEAD. Raises ArchiveError for a state that does not exist.
    """
    root = os.path.realpath(archive.root)
    old_state = _state(root, old or "HEAD", may_be_folder=old is not None)
    new_state = _state(root, new, may_be_folder=True) if new else folder_state(root, WORKING)
    changes, unread, partial = compare(old_state, new_state)
    notes = [state.note for state in (old_state, new_state) if state.note]
    if partial:
        are = "is" if len(partial) == 1 else "are"
        notes.append(f"{counted(len(partial), 'record')} with errors {are} left out")
    return Difference(
        old_state.label, new_state.label, changes, tuple(notes), tuple(sorted(unread))
    )


def _state(root: str, name: str, *, may_be_folder: bool) -> ArchiveState:
    if may_be_folder and os.path.isdir(os.path.abspath(name)):
        folder = locate(name).root
        return folder_state(os.path.realpath(folder), name)
    return revision_state(root, name)


def _only_follows(change: RecordChange) -> bool:
    return change.change == CHANGED and all(part.follows for part in change.fields)


def _ids(value: Any) -> Iterable[str]:
    return value if isinstance(value, list) else (value,)


def _differences(change: RecordChange) -> str:
    lines = [part.marked for part in change.fields if not part.follows]
    if change.change in (ADDED, REMOVED):
        lines = [change.label]
    if change.followers:
        lines.append(f"{counted(change.followers, 'record')} that refer to it follow")
    return "\n".join(lines)


def _record(change: RecordChange) -> str:
    was = change.former and f"was {change.former}"
    return "\n".join(filter(None, (change.id, was, change.kind)))


def _value(of: str) -> dict[str, Any]:
    """Return how a column shows the old or the new value: as data, and flat."""
    get = attrgetter(f"field.{of}")

    def value(row: ChangeRow) -> Any:
        return tuple(get(row)) if isinstance(get(row), list) else get(row)

    def flat(row: ChangeRow) -> str:
        entries = get(row)
        if isinstance(entries, list):
            return joined(tuple(map(as_text, entries)))
        return "" if entries is None else as_text(entries)

    return {"value": value, "flat": flat}


_CHANGE = field("change", whole=True)
_DIFFERENCES = Column("differences", "Differences", _differences)
FIELDS = View(
    fields=(
        field("record.change"),
        field("record.kind"),
        field("record.id"),
        field("record.former", "Former id")._replace(key="former_id"),
        field("field.field"),
        Column("old", "Old", **_value("old")),
        Column("new", "New", **_value("new")),
        field("record.path"),
    ),
    narrow=(),
    wide=(),
)
"""The view of ChangeRow: a line for each field."""
RECORDS = View(
    fields=FIELDS.fields,
    narrow=(_CHANGE, Column("record", "Record", _record, whole=True, side=True), _DIFFERENCES),
    wide=(
        _CHANGE,
        field("kind", whole=True),
        field("id", "ID", whole=True),
        field("former", "Former id", whole=True),
        _DIFFERENCES,
    ),
)
"""The view of RecordChange, for people."""
_COUNTS = tuple(map(field, ("kind", *CHANGES)))
COUNTS = View(_COUNTS, _COUNTS, _COUNTS)
"""The view of ChangeCount."""
