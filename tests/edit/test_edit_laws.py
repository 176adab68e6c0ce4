"""The laws of edits, on any archive: what is set is read, what is renamed comes back."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from hypothesis import assume, given
from hypothesis import strategies as st

from alliance_archive import Archive
from alliance_archive.change import AddsErrors, Change, undo
from alliance_archive.edit.records import merge, remove, rename, set_fields
from alliance_archive.model.fields import KINDS
from alliance_archive.model.records import Statement, plain
from tests.edit_cases import contents
from tests.strategies import TEXT, ArchiveRecords, archives, on_disk


@contextmanager
def opened(records: ArchiveRecords) -> Iterator[tuple[Archive, Path]]:
    """Open an archive, with a state folder of its own."""
    with (
        tempfile.TemporaryDirectory() as state,
        patch.dict(os.environ, {"XDG_STATE_HOME": state, "XDG_CACHE_HOME": state}),
        on_disk(records) as archive,
    ):
        yield archive, Path(archive.root)


def everything(archive: Archive) -> dict[str, dict[str, object]]:
    archive.refresh()
    return {record.id: plain(record) for kind in KINDS for record in archive.records(kind)}


def ids(records: ArchiveRecords) -> list[str]:
    every = (records.participants, records.meetings, records.topics, records.sources)
    return [record.id for of_kind in (*every, records.statements) for record in of_kind]


def taken_back(archive: Archive, root: Path, before: dict[str, str]) -> None:
    archive.refresh()
    undo(archive).write()
    assert contents(root) == before


@given(archives(), TEXT, st.data())
def test_what_is_set_is_read_and_nothing_else_differs(
    records: ArchiveRecords, text: str, data: st.DataObject
) -> None:
    ident = data.draw(st.sampled_from(ids(records)))
    assume(text.strip())
    with opened(records) as (archive, root):
        before, files = everything(archive), contents(root)
        assume(ident in before and before[ident].get("note") != text.strip())
        set_fields(archive, [ident], [f"note={text}"]).write()
        after = everything(archive)
        assert after.pop(ident) == {**before.pop(ident), "note": text.strip()}
        assert after == before
        taken_back(archive, root, files)


@given(archives(), st.data())
def test_lists_of_ids_are_set_and_taken_apart(records: ArchiveRecords, data: st.DataObject) -> None:
    assume(records.statements)
    ident = data.draw(st.sampled_from(records.statements)).id
    people = [person.id for person in records.participants]
    chosen = data.draw(st.lists(st.sampled_from(people), unique=True))
    operator = data.draw(st.sampled_from(("=", "+=", "-=")))
    assume(chosen or operator == "=")
    with opened(records) as (archive, root):
        before, files = everything(archive), contents(root)
        assume(ident in before)
        old = archive.get(ident)
        assert isinstance(old, Statement)
        change = set_fields(archive, [ident], [f"attributed_to{operator}{','.join(chosen)}"])
        change.write()
        archive.refresh()
        new = archive.get(ident)
        assert isinstance(new, Statement)
        expected = {
            "=": chosen,
            "+=": [*old.attributed_to, *(one for one in chosen if one not in old.attributed_to)],
            "-=": [one for one in old.attributed_to if one not in chosen],
        }[operator]
        assert list(new.attributed_to) == expected
        if change.replacements:
            taken_back(archive, root, files)


@given(archives(), st.data())
def test_renamed_there_and_back_it_has_the_same_bytes(
    records: ArchiveRecords, data: st.DataObject
) -> None:
    ident = data.draw(st.sampled_from(ids(records)))
    with opened(records) as (archive, root):
        before, files = everything(archive), contents(root)
        assume(ident in before)
        rename(archive, ident, "another-id").write()
        archive.refresh()
        assert archive.get(ident).id == "another-id"
        assert len(everything(archive)) == len(before)
        assert archive.problems() == [
            problem for problem in archive.problems() if problem.severity != "error"
        ]
        rename(archive, "another-id", ident).write()
        assert contents(root) == files
        archive.refresh()
        undo(archive, 2).write()
        assert contents(root) == files


@given(archives(), st.data())
def test_a_merge_loses_no_reference(records: ArchiveRecords, data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(("participants", "topics", "meetings")))
    of_kind = [record.id for record in getattr(records, kind)]
    assume(len(of_kind) > 1)
    keep, other = data.draw(st.permutations(of_kind))[:2]
    with opened(records) as (archive, root):
        before, files = everything(archive), contents(root)
        assume({keep, other} <= before.keys())
        decide = data.draw(st.booleans())
        try:
            change: Change = merge(
                archive, keep, [other], lambda conflict: conflict.kept if decide else conflict.other
            )
        except AddsErrors as refused:  # of dates that do not fit, or of circles
            codes = {problem.code for problem in refused.problems}
            assert codes <= {"date-outside-meeting", "meeting-cycle", "topic-cycle", "date-order"}
            return
        change.write()
        after = everything(archive)
        assert archive.get(other).id == keep
        for ident, values in before.items():
            if ident in (keep, other):
                continue
            for name in ("attributed_to", "voiced_by", "topics", "participants"):
                old = values.get(name, [])
                assert isinstance(old, list)
                merged = list(dict.fromkeys(keep if one == other else one for one in old))
                assert after[ident].get(name, []) == merged
            for name in ("meeting", "part_of", "broader"):
                old_id = values.get(name)
                assert after[ident].get(name) == (keep if old_id == other else old_id)
        taken_back(archive, root, files)


@given(archives(), st.data())
def test_what_is_removed_comes_back(records: ArchiveRecords, data: st.DataObject) -> None:
    ident = data.draw(st.sampled_from([one.id for one in (*records.sources, *records.statements)]))
    with opened(records) as (archive, root):
        before, files = everything(archive), contents(root)
        assume(ident in before)
        remove(archive, [ident]).write()
        after = everything(archive)
        assert ident not in after
        gone = before.keys() - after.keys()
        assert all(one == ident or before[one].get("source") == ident for one in gone)
        taken_back(archive, root, files)
