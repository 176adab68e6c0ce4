"""What changed between two states of an archive, record by record and field by field."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from functools import cache
from typing import Any, NamedTuple

from ..model.fields import ARCHIVE, KINDS
from ..model.records import Source, Statement, plain
from ..text.differences import word_diff
from .parse import State
from .states import ArchiveState
from .write import inline

ADDED, REMOVED, RENAMED, CHANGED = CHANGES = ("added", "removed", "renamed", "changed")
Key = tuple[str, str, int]
"""A record's kind and id, and which of several with that id it is."""
_LONGEST = 20_000  # characters of two texts that are compared word by word


class FieldChange(NamedTuple):
    """A field before and after, in plain data, None where it is missing; objects by their parts.

    It `follows` if it differs only in ids of records that were renamed.
    """

    field: str
    old: Any
    new: Any
    follows: bool = False

    @property
    def marked(self) -> str:
        """Both values in one text: [-what is gone-] {+what is new+}."""
        return f"{self.field}: {marked(self.old, self.new)}"


class RecordChange(NamedTuple):
    """A record that was added, removed, renamed or changed, with what differs in its fields.

    `former` is its id before; `path` is its file, that before for a record that is gone.
    `followers` counts the records that differ only in its id.
    """

    change: str
    kind: str
    id: str
    former: str | None
    label: str
    path: str
    fields: tuple[FieldChange, ...]
    followers: int = 0


class StateComparison(NamedTuple):
    """The changes between two states, in order, and what could not be compared.

    `unread` are the paths of files that could not be read, `partial` the ids of records with
    errors.
    """

    changes: tuple[RecordChange, ...]
    unread: frozenset[str]
    partial: frozenset[str]


def compare(old: ArchiveState, new: ArchiveState) -> StateComparison:
    """Compare two states of an archive. Raises ArchiveError if git cannot read one."""
    differing = [
        path for path in {**old.files, **new.files} if old.files.get(path) != new.files.get(path)
    ]
    old_records = _Records(old, differing, new.files)
    new_records = _Records(new, differing, old.files)
    unread = old_records.unread | new_records.unread
    partial = old_records.partial | new_records.partial
    for records in (old_records, new_records):
        records.leave_out(unread, partial)
    renamed = _renamed(old_records.records, new_records.records)
    names = {former[1]: key[1] for key, former in renamed.items()}
    gone = old_records.records.keys() - new_records.records.keys() - set(renamed.values())
    changes = [_whole(REMOVED, key, old_records) for key in gone]
    for key, record in new_records.records.items():
        former = renamed.get(key, key)
        if former not in old_records.records:
            changes.append(_whole(ADDED, key, new_records))
        elif former != key or old_records.records[key] != record:
            fields = tuple(_fields(old_records.records[former], record, names))
            change, was = (CHANGED, None) if former == key else (RENAMED, former[1])
            label = _label(record)
            changes.append(
                RecordChange(change, *key[:2], was, label, new_records.paths[key], fields)
            )
    order = [*KINDS, ARCHIVE.name]
    changes.sort(key=lambda change: (order.index(change.kind), change.id, change.change))
    return StateComparison(tuple(changes), frozenset(unread), frozenset(partial))


class _Records:
    """The records of some files of a state, and where they are; `others` are the other's files."""

    def __init__(self, state: ArchiveState, paths: Iterable[str], others: Iterable[str]) -> None:
        self.records: dict[Key, Any] = {}
        self.paths: dict[Key, str] = {}
        self.unread = {
            refused.path
            for refused in state.unread
            if refused.code not in ("copy", "submodule") or _has_files(refused.path, others)
        }
        self.partial: set[str] = set()
        self._count: Counter[tuple[str, str]] = Counter()
        for file in state.parsed(sorted(path for path in paths if path in state.files)):
            if file.unread:
                self.unread.add(file.path)
            if file.mark:
                self._add(ARCHIVE.name, ARCHIVE.name, file.mark, file.path)
            for record, soundness in file.records:
                if soundness == State.PARTIAL:
                    self.partial.add(record.id)
                else:
                    self._add(record.KIND, record.id, record, file.path)

    def _add(self, kind: str, ident: str, record: Any, path: str) -> None:
        key = (kind, ident, self._count[kind, ident])
        self._count[kind, ident] += 1
        self.records[key], self.paths[key] = record, path

    def leave_out(self, unread: Iterable[str], partial: Iterable[str]) -> None:
        """Leave out what one of the two states may have although it cannot be read there."""
        folders = tuple(f"{path}/" for path in unread)
        files, idents = set(unread), set(partial)
        for key, path in self.paths.items():
            if path in files or path.startswith(folders) or key[1] in idents:
                del self.records[key]


def _has_files(folder: str, paths: Iterable[str]) -> bool:
    return any(path.startswith(f"{folder}/") for path in paths)


def _renamed(old_records: Mapping[Key, Any], new_records: Mapping[Key, Any]) -> dict[Key, Key]:
    """Return for each renamed record its key before: by its former ids, else by its content."""
    gone = {key: record for key, record in old_records.items() if key not in new_records}
    fresh = {key: record for key, record in new_records.items() if key not in old_records}
    renamed: dict[Key, Key] = {}
    for key, record in fresh.items():
        for former in getattr(record, "former_ids", ()):
            if gone.pop((key[0], former, 0), None):
                renamed[key] = (key[0], former, 0)
    # Again until nothing is found: a record may refer to another one that was renamed.
    while gone:
        names = {former[1]: key[1] for key, former in renamed.items()}
        by_content = {_content(key, record, names): key for key, record in gone.items()}
        same_content = {}
        for key, record in fresh.items():
            if key not in renamed and (was := by_content.pop(_content(key, record, {}), None)):
                same_content[key] = was
                del gone[was]
        if not same_content:
            break
        renamed |= same_content
    return renamed


def _content(key: Key, record: Any, names: Mapping[str, str]) -> str:
    """Return all that a record contains but its ids, with other ids as they are now."""
    values = {
        name: _now(key[0], name, value, names)
        for name, value in _parts(record).items()
        if name not in ("id", "former_ids")
    }
    return json.dumps([key[0], values], sort_keys=True)


def _now(kind: str, name: str, value: Any, names: Mapping[str, str]) -> Any:
    """Return a field's value with the ids that renamed records now have."""
    if not names or name not in _references(kind):
        return value
    return [names.get(i, i) for i in value] if isinstance(value, list) else names.get(value, value)


@cache
def _references(kind: str) -> frozenset[str]:
    """Return the fields of a kind that contain ids of records."""
    if kind == ARCHIVE.name:
        return frozenset()
    nested = {
        f"{f.name}.{part.name}" for f in KINDS[kind].fields for part in f.fields if part.refers_to
    }
    return frozenset({"source", *(f.name for f in KINDS[kind].references()), *nested})


def _fields(old: Any, new: Any, names: Mapping[str, str]) -> Iterator[FieldChange]:
    """Yield the fields that differ between two records, in their order."""
    kind = getattr(new or old, "KIND", ARCHIVE.name)
    old_parts, new_parts = _parts(old), _parts(new)
    for name in dict.fromkeys((*old_parts, *new_parts)):
        was, now = old_parts.get(name), new_parts.get(name)
        if was != now and name != "id":
            yield FieldChange(name, was, now, _now(kind, name, was, names) == now)


def _parts(record: Any) -> dict[str, Any]:
    """Return a record's fields as plain data, those of objects as place.country."""
    parts: dict[str, Any] = {}
    for name, value in plain(record).items() if record else ():
        if isinstance(value, dict):
            parts |= {f"{name}.{inner}": part for inner, part in value.items()}
        elif value is not False:  # an archive's mark; nowhere else is a flag
            parts[name] = value
    return parts


def _whole(change: str, key: Key, records: _Records) -> RecordChange:
    """Return the change of a record that only one state has."""
    record = records.records[key]
    old, new = (None, record) if change == ADDED else (record, None)
    fields = tuple(_fields(old, new, {}))
    return RecordChange(change, *key[:2], None, _label(record), records.paths[key], fields)


def _label(record: Any) -> str:
    """Return what people call a record: its words or its name; a source by what it is."""
    if isinstance(record, Source):
        return ", ".join(filter(None, (record.publisher, record.date, record.title)))
    return record.words if isinstance(record, Statement) else str(getattr(record, "name", ""))


def marked(old: Any, new: Any) -> str:
    """Return two values in one text: [-what is gone-] {+what is new+}."""
    if old and new and isinstance(old, list) and isinstance(new, list):
        return "; ".join(_entries(old, new))
    if isinstance(old, str) and isinstance(new, str) and len(old) + len(new) <= _LONGEST:
        return word_diff(old, new)
    gone = [f"[-{as_text(old)}-]"] if old is not None else []
    return " ".join(gone + ([f"{{+{as_text(new)}+}}"] if new is not None else []))


def as_text(value: Any) -> str:
    """Return a value in one line: a list's entries joined, an object as YAML."""
    if isinstance(value, list) and value:
        return "; ".join(map(as_text, value))
    return value if isinstance(value, str) else inline("", value)


def _entries(old: list[Any], new: list[Any]) -> Iterator[str]:
    """Yield the entries of two lists in order, those that only one has with marks."""
    texts = (list(map(as_text, old)), list(map(as_text, new)))
    for tag, a, b, c, d in SequenceMatcher(None, *texts, False).get_opcodes():
        if tag == "equal":
            yield from texts[0][a:b]
        elif b - a == d - c and isinstance(old[a], dict):  # the same quotations, with other words
            yield from map(marked, texts[0][a:b], texts[1][c:d])
        else:
            yield from (f"[-{text}-]" for text in texts[0][a:b])
            yield from (f"{{+{text}+}}" for text in texts[1][c:d])
