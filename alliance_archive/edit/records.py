"""Records changed, renamed, merged and removed, with every reference to them.

    from alliance_archive.edit.records import rename

    change = rename(archive, "kim-1", "kim-2")
    print(change.diff())
    change.write()

Each function returns the change, checked but not written; `alliance_archive.change.undo` takes it
back once it is.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from ..archive import Archive
from ..change import Change
from ..errors import ArchiveError, BadId
from ..index.references import reference_fields
from ..model.fields import KINDS, LISTS
from ..model.records import Record, Source, Statement, plain
from ..queries.filter import Filter
from ..store.values import SLUG
from .assignments import Assignment, CannotSet, new_values, read_assignment
from .revision import Revision, listed

MERGED = ("participant", "meeting", "topic")
_SPEAKERS = ("attributed_to", "voiced_by")


class StillReferredTo(ArchiveError):
    """A record that is not removed, because others refer to it."""

    exit_code = 1


class Undecided(ArchiveError):
    """Records that differ in fields of which only one value can be kept."""


class Conflict(NamedTuple):
    """A field in which two records that are merged differ."""

    field: str
    kept: Any
    other: Any


def set_fields(
    archive: Archive,
    names: Sequence[str] = (),
    assignments: Sequence[str] = (),
    query: Filter | None = None,
) -> Change:
    """Return the change that sets fields of some records, or of all statements of a filter.

    `assignments` are FIELD=VALUE, FIELD+=VALUE, FIELD-=VALUE or FIELD=, see `edit.assignments`.
    Raises CannotSet, BadFieldValue, CannotEdit, AddsErrors, UnknownName or AmbiguousName.
    """
    read = [_read(assignment) for assignment in assignments]
    revision = Revision(archive)
    chosen: list[Record] = [archive.find(name) for name in names]
    if query is not None:
        if any(assignment.name == "status" for assignment in read):
            raise CannotSet("status is set by id only; drafts are accepted in: review")
        chosen += [archive.get(row.id) for row in archive.statements(query)]
    for record in {record.id: record for record in chosen}.values():
        revision.set(record, new_values(archive, record, read))
    words = [*(names or [f"{len(chosen)} statements"]), *assignments]
    return revision.plan(" ".join(["set", *words]))


def _read(typed: str) -> Assignment:
    assignment = read_assignment(typed)
    if assignment is None:
        raise CannotSet(f"“{typed}” is not an assignment: write FIELD=VALUE")
    return assignment


def rename(archive: Archive, old: str, new: str, texts: Path | None = None) -> Change:
    """Return the change that gives a record, and every reference to it, another id.

    The old id goes to `former_ids`. Of a source, its file and the ids of its statements that begin
    with its id are renamed too, and with a folder of `texts` its text. Raises BadId, CannotEdit,
    UnknownName, or ArchiveError if the id is taken.
    """
    if not SLUG.fullmatch(new):
        raise BadId(new)
    revision = Revision(archive)
    record = archive.find(old)
    old = record.id
    source = record if isinstance(record, Source) else None
    renamed: list[tuple[Record, str]] = [(record, new)]
    if source:
        renamed += [
            (statement, new + statement.id.removeprefix(old))
            for statement in _statements_of(archive, source)
            if statement.id.startswith(f"{old}-")
        ]
    for record, ident in renamed:
        if ident != record.id and archive.has(ident):
            raise ArchiveError(f"the id {ident} is already taken: choose another, or merge the two")
    for record, ident in renamed:
        former = [former_id for former_id in record.former_ids if former_id != ident]
        former += [record.id] if ident not in record.former_ids and ident != record.id else []
        revision.set(record, {"id": ident, "former_ids": former or None})
    for kind in KINDS:
        if idents := {record.id: ident for record, ident in renamed if kind == record.KIND}:
            revision.redirect(kind, idents)
    moved = _files_renamed(archive, source, new, texts) if source else []
    outside = []
    for path, target in moved:
        if os.path.isabs(path):
            outside.append((path, target))
        else:
            revision.move(path, target)
    change = revision.plan(f"rename {old} {new}")
    change.moved = tuple(outside)
    return change


def _statements_of(archive: Archive, source: Source) -> Iterable[Statement]:
    from ..index.storage import records

    return records(archive.connection, "statement", "source = ?", source.id)


def _files_renamed(
    archive: Archive, source: Source, new: str, texts: Path | None
) -> list[tuple[str, str]]:
    """Return the old and new paths of a source's file and text, absolute outside the archive."""
    moved = []
    assert source.origin is not None
    folder, name = posixpath.split(source.origin.path)
    if name == f"{source.id}.yaml":
        moved.append((source.origin.path, posixpath.join(folder, f"{new}.yaml")))
    if texts is not None and (texts / f"{source.id}.txt").is_file():
        pair = [os.path.realpath(texts / f"{ident}.txt") for ident in (source.id, new)]
        if archive.holds(pair[0]):
            pair = [archive.path_of(path) for path in pair]
        moved.append((pair[0], pair[1]))
    for _, target in moved:
        path = os.path.join(archive.root, target)
        if os.path.lexists(path):
            raise ArchiveError(f"{path} already exists; nothing was written")
    return moved


def merge(
    archive: Archive,
    keep: str,
    others: Sequence[str],
    decide: Callable[[Conflict], Any] | None = None,
) -> Change:
    """Return the change that merges records of one kind into the one to keep.

    Names, memberships, identifiers and notes are united, and references redirected. `decide`
    returns which value to keep where two records differ. Raises Undecided if there are such fields
    and nobody to decide, UnknownName, AmbiguousName, CannotEdit, or ArchiveError for records that
    cannot be merged.
    """
    revision = Revision(archive)
    kept = archive.find(keep)
    merged = [archive.find(name) for name in others]
    for record in merged:
        if kept.KIND not in MERGED or record.KIND != kept.KIND:
            raise ArchiveError(
                f"cannot merge {record.id} (a {record.KIND}) into {kept.id} (a {kept.KIND}): "
                "merge participants, meetings or topics with their like"
            )
        if record.id == kept.id:
            raise ArchiveError(f"{record.id} cannot be merged into itself")
    values = plain(kept)
    idents: dict[str, str | None] = {record.id: kept.id for record in merged}
    conflicts: list[Conflict] = []
    for record in merged:
        _unite(values, plain(record), kept.KIND, idents, conflicts, decide)
        revision.remove(record)
    if conflicts:
        lines = [f"  {field}: {mine} or {theirs}" for field, mine, theirs in conflicts]
        raise Undecided(
            "\n".join(["they differ in these fields; nothing was written:", *lines])
            + "\nTo choose: --prefer keep or --prefer other"
        )
    revision.set(kept, {name: values.get(name) for name in {**plain(kept), **values}})
    revision.redirect(kept.KIND, idents)
    return revision.plan(f"merge {kept.id} {' '.join(record.id for record in merged)}")


def _unite(
    values: dict[str, Any],
    merged: dict[str, Any],
    kind: str,
    idents: dict[str, str | None],
    conflicts: list[Conflict],
    decide: Callable[[Conflict], Any] | None,
) -> None:
    """Add the values of a merged record to those of the one that is kept."""
    names = [merged["name"], *merged.get("other_names", [])]
    _add(values, "other_names", [name for name in names if name != values["name"]])
    _add(values, "former_ids", [merged["id"], *merged.get("former_ids", [])])
    references = {field.name for field, part in reference_fields(KINDS[kind]) if part is None}
    for field in KINDS[kind].fields:
        name, theirs = field.name, merged.get(field.name)
        if name in ("id", "name", "other_names", "former_ids") or theirs is None:
            continue
        mine = values.get(name)
        if field.type in LISTS:
            _add(values, name, theirs)
        elif mine is None:
            values[name] = theirs
        elif name == "note":
            values[name] = mine if theirs in mine else f"{mine} {theirs}"
        elif isinstance(theirs, dict):
            inner = dict(mine)
            for part, value in theirs.items():
                conflict = Conflict(f"{name}.{part}", inner.get(part, value), value)
                inner[part] = _chosen(conflict, conflicts, decide)
            values[name] = inner
        elif name in references and idents.get(theirs, theirs) == idents.get(mine, mine):
            pass
        else:
            values[name] = _chosen(Conflict(name, mine, theirs), conflicts, decide)
        # What is kept does not belong to itself.
        if name in references and idents.get(values[name], values[name]) == values["id"]:
            del values[name]


def _add(values: dict[str, Any], name: str, entries: Sequence[Any]) -> None:
    united = list(values.get(name, []))
    for entry in entries:
        if entry not in united:
            united.append(entry)
    if united:
        values[name] = united


def _chosen(
    conflict: Conflict, conflicts: list[Conflict], decide: Callable[[Conflict], Any] | None
) -> Any:
    if conflict.kept == conflict.other:
        return conflict.kept
    if decide:
        return decide(conflict)
    conflicts.append(conflict)
    return conflict.kept


def remove(archive: Archive, names: Sequence[str], *, force: bool = False) -> Change:
    """Return the change that removes records; a source goes with its statements.

    With `force` they are also taken out of lists of others, but never out of the attribution of a
    statement. Raises StillReferredTo, UnknownName, AmbiguousName or CannotEdit.
    """
    revision = Revision(archive)
    gone = {record.id: record for record in map(archive.find, names)}
    for source in [record for record in gone.values() if isinstance(record, Source)]:
        gone |= {statement.id: statement for statement in _statements_of(archive, source)}
    _refuse_referred_to(revision, gone, force)
    for record in gone.values():
        revision.remove(record)
        if isinstance(record, Source):
            assert record.origin is not None
            if _alone(archive, record.origin.path):
                revision.move(record.origin.path, None)
    for kind in KINDS:
        idents = dict.fromkeys(record.id for record in gone.values() if kind == record.KIND)
        if force and idents:
            revision.redirect(kind, idents)
    return revision.plan(f"remove {' '.join(names)}")


def _alone(archive: Archive, path: str) -> bool:
    """Return whether a file has only a source and its statements."""
    return not any(
        archive.connection.execute(f"SELECT 1 FROM {kind} WHERE path = ?", (path,)).fetchone()
        for kind in ("participant", "meeting", "topic")
    )


def _refuse_referred_to(revision: Revision, gone: dict[str, Record], force: bool) -> None:
    """Raise StillReferredTo if records that stay refer to one that goes."""
    references: set[str] = set()
    can_be_forced = False
    for record in gone.values():
        for referrer in revision.referring(record.KIND, record.id):
            if referrer.ident in gone:
                continue
            for name in _fields_of(revision.archive.connection, referrer, record):
                field = KINDS[referrer.kind].field(name.split(".")[0])
                is_listed = field.type in LISTS or "." in name
                is_freed = is_listed and name not in _SPEAKERS
                can_be_forced = can_be_forced or is_freed
                if not force or not is_freed:
                    references.add(f"{referrer.ident} ({name}: {record.id})")
    if not references:
        return
    lines = listed(sorted(references))
    if force or not can_be_forced:
        message = f"nothing was removed; change or remove these first:\n{lines}"
    else:
        message = (
            f"nothing was removed, because these refer to what would go:\n{lines}\n"
            "To take it out of lists of topics, participants and meetings too: --force"
        )
    raise StillReferredTo(message)


def _fields_of(connection: Any, referrer: Any, record: Record) -> list[str]:
    """Return the fields in which a record refers to another."""
    from ..index.storage import records

    names = []
    for referring in records(connection, referrer.kind, "id = ?", referrer.ident):
        values = plain(referring)
        for field, part in reference_fields(KINDS[referrer.kind]):
            value = values.get(field.name)
            if part is not None and isinstance(value, dict):
                value = value.get(part.name)
            if (part or field).refers_to != record.KIND or value is None:
                continue
            if record.id == value or (isinstance(value, list) and record.id in value):
                names.append(f"{field.name}.{part.name}" if part else field.name)
    return names
