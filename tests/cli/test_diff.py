"""`diff`: two states of an archive, record by record."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from alliance_archive.model.records import plain
from alliance_archive.reports.diff import Difference, diff
from alliance_archive.store.record_changes import REMOVED, RENAMED
from tests.conftest import Run
from tests.example import RECORDS
from tests.strategies import ArchiveRecords, archives, on_disk

AS_SOMEBODY = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "A"), ("EMAIL", "a@example.org"))
}


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-C", folder, *arguments],
        env={**os.environ, **AS_SOMEBODY, "GIT_CONFIG_GLOBAL": os.devnull},
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return done.stdout


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "x")


@pytest.fixture
def history(harbor: Path) -> Path:
    """The archive of tests.example, committed."""
    git(harbor, "init", "-q")
    commit(harbor)
    return harbor


def edit(root: Path, name: str, *changes: tuple[str, str]) -> None:
    path = root / name
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


CHANGES = [
    ("an “anchor” of trade", "an anchor of trade"),
    ("Will hold drills together", "Will hold joint drills"),
    ("[drills, sea-lanes]", "[sea-lanes, korea-us]"),
    ("start: 165, end: 180", "start: 165, end: 182"),
]


def test_changes_since_the_last_commit(run: Run, history: Path) -> None:
    edit(history, "wire.yaml", *CHANGES[1:])
    edit(
        history, "records.yaml",
        ("{id: joe-bell, name: Joe Bell, kind: person, country: US}",
         "{id: joe-bell, name: Joseph Bell, kind: person}"),
        ("place: {name: Busan, country: KR}", "place: {name: Ulsan, country: KR}"),
        ("  - {id: drills", "  - {id: mines, name: Sea mines, kind: issue}\n  - {id: drills"),
    )  # fmt: skip
    done = run("diff", COLUMNS="80")
    assert (
        done.out
        == """\
Change   Record       Differences
───────────────────────────────────────────────────────────────────────
changed  joe-bell     name: [-Joe-] {+Joseph+} Bell
         participant  country: [-US-]

changed  harbor       place.name: [-Busan-] {+Ulsan+}
         meeting

added    mines        Sea mines
         topic

changed  wire-4       summary: Will hold {+joint+} drills [-together-].
         statement    topics: [-drills-]; sea-lanes; {+korea-us+}

changed  wire-5       anchor.end: [-180-] {+182+}
         statement
"""
    )
    assert (done.code, done.err) == (0, "")


def test_nothing_differs(run: Run, history: Path) -> None:
    done = run("diff")
    assert (done.code, done.out) == (0, "")
    assert done.err == ("alliance-archive: no record differs between HEAD and the working state\n")


def test_order_files_comments_and_line_breaks_are_not_compared(run: Run, history: Path) -> None:
    people, _, rest = RECORDS.partition("topics:\n")
    lines = people.splitlines()
    (history / "records.yaml").write_text("topics:\n" + rest, encoding="utf-8")
    (history / "people.yaml").write_text(
        "\n".join([lines[0], "  # The other way around.", *reversed(lines[1:])]) + "\n"
    )
    edit(
        history, "wire.yaml",
        ("summary: Will hold drills together.", "summary: >-\n      Will hold drills\n      together."),
    )  # fmt: skip
    assert run("diff").out == ""


def test_a_rename_is_one_change_and_its_references_follow(run: Run, history: Path) -> None:
    for name in ("records.yaml", "wire.yaml"):
        edit(history, name, ("mara-voss", "m-voss"))
    assert (
        run("diff", COLUMNS="80").out
        == """\
Change   Record         Differences
─────────────────────────────────────────────────────────
renamed  m-voss         6 records that refer to it follow
         was mara-voss
         participant
"""
    )
    rows = list(csv.DictReader(io.StringIO(run("diff", "--format", "csv").out)))
    assert [(row["change"], row["id"], row["field"]) for row in rows] == [
        ("renamed", "m-voss", ""),
        ("changed", "harbor-three", "participants"),
        ("changed", "harbor-two", "participants"),
        ("changed", "next", "participants"),
        ("changed", "wire-1", "attributed_to"),
        ("changed", "wire-2", "attributed_to"),
        ("changed", "wire-4", "attributed_to"),
    ]


def test_a_renamed_source_and_its_statements(run: Run, history: Path) -> None:
    edit(history, "wire.yaml", ("id: wire", "id: cable"))
    os.rename(history / "wire.yaml", history / "cable.yaml")
    rows = json.loads(run("diff", "--json").out)
    assert {(row["change"], row["former_id"], row["id"]) for row in rows} == {
        ("renamed", "wire", "cable"),
        *(("renamed", f"wire-{n}", f"cable-{n}") for n in range(1, 7)),
    }


def cells(run: Run, *arguments: str) -> list[tuple[str, ...]]:
    """Return change, id, field, old and new of each row of CSV."""
    rows = csv.DictReader(io.StringIO(run("diff", *arguments, "--format", "csv").out))
    keys = ("change", "id", "field", "old", "new")
    return [tuple(row[key] for key in keys) for row in rows]


def test_two_revisions_or_one_against_the_working_state(run: Run, history: Path) -> None:
    edit(history, "wire.yaml", CHANGES[1])
    commit(history)
    edit(history, "wire.yaml", CHANGES[3])
    summary = (
        "changed",
        "wire-4",
        "summary",
        "Will hold drills together.",
        "Will hold joint drills.",
    )
    anchor = ("changed", "wire-5", "anchor.end", "180", "182")
    assert cells(run, "HEAD~", "HEAD") == [summary]
    assert cells(run, "HEAD") == [anchor]
    assert cells(run, "HEAD~") == [summary, anchor]
    assert run("diff", "HEAD~", "--stat", "--format", "csv").out == (
        "kind,added,removed,renamed,changed\r\nstatement,0,0,0,2\r\n"
    )


def test_a_folder_wins_over_a_revision(
    run: Run, history: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(history, "HEAD", ignore=shutil.ignore_patterns(".git"))
    edit(tmp_path / "HEAD", "wire.yaml", CHANGES[3])
    assert cells(run, "HEAD") == [("changed", "wire-5", "anchor.end", "182", "180")]
    assert cells(run, "HEAD", "HEAD") == []


def test_what_is_not_there(run: Run, history: Path, tmp_path: Path) -> None:
    done = run("diff", "v9")
    assert (done.code, done.err) == (
        2,
        "alliance-archive: no revision or folder called “v9”: name a commit, a branch or a folder\n",
    )
    shutil.rmtree(history / ".git")
    done = run("diff")
    assert (done.code, done.err) == (
        2,
        f"alliance-archive: {history} is not in a git repository: name the folder to compare with, "
        "such as a copy: alliance-archive diff FOLDER\n",
    )


def test_revisions_that_git_does_not_have(run: Run, harbor: Path, tmp_path: Path) -> None:
    def said(*arguments: str) -> str:
        done = run("diff", *arguments)
        assert (done.code, done.out) == (2, "")
        return done.err.removeprefix("alliance-archive: ").rstrip("\n")

    git(harbor, "init", "-q")
    missing = "no revision or folder called “{}”: {}"
    advice = "the repository has no commits yet. To compare with a folder: diff FOLDER"
    assert said() == missing.format("HEAD", advice)
    commit(harbor)
    git(harbor, "commit", "-q", "--allow-empty", "-m", "x")
    ends = "for two states, alliance-archive diff HEAD~1 HEAD"
    assert said("HEAD~1..") == missing.format("HEAD~1..", ends)
    assert said("HEAD~1...HEAD") == missing.format("HEAD~1...HEAD", ends)
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{harbor}", str(clone))
    advice = "this clone is shallow. For the older commits: git fetch --unshallow"
    assert said("HEAD~1", "--archive", str(clone)) == missing.format("HEAD~1", advice)
    (clone / "may").mkdir()
    (clone / "may" / "archive.yaml").write_text("archive: {title: May}\n")
    assert said("--archive", str(clone / "may")) == (
        "HEAD does not contain may: commit it, or name a later revision"
    )


def test_the_records_of_a_submodule_are_not_added(run: Run, history: Path, tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "more.yaml").write_text("topics:\n  - {id: more, name: More}\n")
    git(inner, "init", "-q")
    commit(inner)
    allow = ("-c", "protocol.file.allow=always")
    git(history, *allow, "submodule", "add", "-q", str(inner), "inner")
    git(history, "commit", "-q", "-m", "x")
    done = run("diff")
    assert (done.code, done.out, done.err.splitlines()[1]) == (
        1,
        "",
        "alliance-archive: inner cannot be read in one of the two states: its records are not "
        "compared",
    )
    (history / "inner" / "more.yaml").unlink()
    assert run("diff").code == 0


def test_git_remembers_only_so_long(run: Run, history: Path) -> None:
    done = run("diff", "@{5.years.ago}")
    assert done.err.startswith("alliance-archive: git remembers HEAD only since ")


def test_a_file_with_a_typing_error_removes_nothing(run: Run, history: Path) -> None:
    edit(history, "wire.yaml", ("source:", "source: ["))
    done = run("diff")
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        "alliance-archive: no record differs between HEAD and the working state\n"
        "alliance-archive: wire.yaml cannot be read in one of the two states: its records are "
        "not compared\n"
    )


def test_nothing_of_a_strangers_repository_runs(
    run: Run, history: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trap = tmp_path / "trap"
    command = f"touch {trap}"
    (history / ".gitattributes").write_text("*.yaml filter=evil diff=evil\n")
    commit(history)
    for key in ("filter.evil.smudge", "filter.evil.clean", "diff.evil.textconv",
                "diff.evil.command", "core.fsmonitor", "core.pager", "core.sshCommand",
                "diff.external", "alias.cat-file", "core.askPass"):  # fmt: skip
        git(history, "config", key, command)
    # A promised object that is missing would be fetched, by a program that the remote names.
    git(history, "config", "core.repositoryFormatVersion", "1")
    git(history, "config", "extensions.partialClone", "evil")
    git(history, "config", "remote.evil.promisor", "true")
    git(history, "config", "remote.evil.url", f"ext::sh -c {command}")
    git(history, "config", "protocol.ext.allow", "always")
    hooks = history / ".git" / "hooks"
    for hook in ("post-checkout", "reference-transaction", "post-index-change"):
        (hooks / hook).write_text(f"#!/bin/sh\n{command}\n")
        (hooks / hook).chmod(0o755)
    (history / "git").write_text(f"#!/bin/sh\n{command}\n")
    (history / "git").chmod(0o755)
    trap.unlink(missing_ok=True)
    monkeypatch.chdir(history)
    monkeypatch.setenv("PATH", f"{os.environ['PATH']}{os.pathsep}.")
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", command)
    edit(history, "wire.yaml", CHANGES[3])
    assert run("diff", "--stat", "--format", "csv").out.endswith("statement,0,0,0,1\r\n")
    blob = git(history, "rev-parse", "HEAD:wire.yaml").strip()
    (history / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    done = run("diff")
    assert (done.code, done.out) == (2, "")
    assert done.err == (f"alliance-archive: git cannot read the object {blob}: run git fsck\n")
    assert not trap.exists()


def test_a_marked_folder_and_hidden_files_are_not_of_the_archive(run: Run, history: Path) -> None:
    (history / "other").mkdir()
    (history / "other" / "archive.yaml").write_text("archive: {title: Other}\n")
    (history / "other" / "x.yaml").write_text("topics: [{id: x, name: X}]\n")
    (history / ".old.yaml").write_text("topics: [{id: y, name: Y}]\n")
    (history / "linked.yaml").symlink_to("other/x.yaml")
    commit(history)
    assert run("diff").out == ""
    (history / "linked.yaml").unlink()
    assert cells(run) == [("removed", "x", "name", "X", "")]


def applied(records: dict[tuple[str, str], dict[str, Any]], difference: Difference) -> Any:
    """Return the records after the changes that `diff` tells of."""
    records = {key: dict(values) for key, values in records.items()}
    for change in difference.changes:
        key = (change.kind, change.id)
        former = (change.kind, change.former or change.id)
        values = records.pop(former, {"id": change.id})
        for part in change.fields:
            name, _, inner = part.field.partition(".")
            holder = values.setdefault(name, {}) if inner else values
            if part.new is None:
                del holder[inner or name]
            else:
                holder[inner or name] = part.new
            if inner and not holder:
                del values[name]
        if change.change == RENAMED:
            values["id"] = change.id
        if change.change != REMOVED:
            records[key] = values
    return records


def by_key(archive: ArchiveRecords) -> dict[tuple[str, str], dict[str, Any]]:
    return {(r.KIND, r.id): plain(r) for group in archive for r in group}


@given(archives(), archives())
def test_applying_the_difference_gives_the_other_state(
    old: ArchiveRecords, new: ArchiveRecords
) -> None:
    with on_disk(old) as before, on_disk(new) as after:
        difference = diff(after, str(before.root))
        assert diff(after, str(after.root)).changes == ()
    assert applied(by_key(old), difference) == by_key(new)
