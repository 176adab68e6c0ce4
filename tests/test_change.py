"""Changes of an archive's files: all or none, checked before, and taken back."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import pytest

from alliance_archive import Archive
from alliance_archive.change import (
    AddsErrors,
    CannotUndo,
    ChangedMeanwhile,
    changes,
    plan,
    undo,
    write,
)
from alliance_archive.store import transaction
from alliance_archive.store.lock import locked
from tests.conftest import Run
from tests.edit_cases import RECORDS, contents, put_archive

TOPICS = "topics:\n  - {id: straits, name: Straits}\n"
NEW = {"topics.yaml": TOPICS, "people.yaml": RECORDS["people.yaml"] + "# Seen.\n"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    put_archive(tmp_path / "mine", RECORDS)
    return tmp_path / "mine"


def test_several_files_are_written_and_taken_back(root: Path) -> None:
    before = contents(root)
    with Archive.open(root) as archive:
        change = write(archive, NEW, "import topics.csv")
        assert (change.paths, change.unkept) == (["topics.yaml", "people.yaml"], None)
        assert contents(root) == before | NEW
        assert [(entry.command, entry.paths) for entry in changes(archive)] == [
            ("import topics.csv", ("topics.yaml", "people.yaml"))
        ]
        undo(archive).write()
        assert contents(root) == before
        assert changes(archive) == []
        with pytest.raises(CannotUndo, match="no changes to take back"):
            undo(archive)


def test_the_last_two_are_taken_back_together(root: Path) -> None:
    before = contents(root)
    with Archive.open(root) as archive:
        write(archive, {"topics.yaml": TOPICS}, "one")
        write(archive, {"topics.yaml": TOPICS + "# Two.\n", "archive.yaml": None}, "two")
        undo(archive, 2).write()
        assert contents(root) == before
        with pytest.raises(CannotUndo, match="no changes to take back"):
            undo(archive)


def test_a_diff_shows_what_would_change(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root.parent)
    with Archive.open(root) as archive:
        change = plan(archive, {"topics.yaml": TOPICS, "archive.yaml": None}, "test")
    assert change.diff() == (
        "--- /dev/null\n+++ mine/topics.yaml\n@@ -0,0 +1,2 @@\n"
        "+topics:\n+  - {id: straits, name: Straits}\n"
        "--- mine/archive.yaml\n+++ /dev/null\n@@ -1,2 +0,0 @@\n-archive:\n-  title: Mine\n"
    )
    assert contents(root) == RECORDS


def test_a_change_that_would_add_an_error_is_refused(root: Path) -> None:
    people = RECORDS["people.yaml"].replace("jan-wolan", "jan-volan")
    twice = RECORDS["sources/wire.yaml"].replace("wire-2", "ida-orlova")
    topics = "topics:\n  - {id: straits}\n"
    with Archive.open(root) as archive:
        for texts, message in (
            ({"people.yaml": people}, "unknown-reference: unknown participant “jan-wolan”"),
            ({"sources/wire.yaml": twice}, "duplicate-id: id “ida-orlova” is also used at people"),
            ({"topics.yaml": topics}, "topics.yaml:2:5: missing-field: the required field “name”"),
            ({"topics.yaml": "topics: ["}, "yaml-syntax"),
        ):
            with pytest.raises(AddsErrors, match=message):
                plan(archive, texts, "test")
    assert contents(root) == RECORDS


def test_an_error_that_is_there_already_is_not_added(root: Path) -> None:
    path = root / "topics.yaml"
    path.write_text("topics:\n  - {id: straits}\n")
    with Archive.open(root) as archive:
        write(archive, {"topics.yaml": "# Topics.\ntopics:\n  - {id: straits}\n"}, "test")
    assert path.read_text().startswith("# Topics.")


def test_a_file_that_changed_after_planning_is_left(root: Path) -> None:
    with Archive.open(root) as archive:
        change = plan(archive, NEW, "test")
        (root / "topics.yaml").write_text("topics: []\n")
        with pytest.raises(ChangedMeanwhile, match=r"topics\.yaml has changed meanwhile"):
            change.write()
    assert contents(root) == RECORDS | {"topics.yaml": "topics: []\n"}


def test_what_was_edited_since_is_not_taken_back(root: Path) -> None:
    with Archive.open(root) as archive:
        write(archive, NEW, "import topics.csv")
        (root / "topics.yaml").write_text(TOPICS + "# Mine.\n")
        with pytest.raises(CannotUndo, match=r"has changed since “import topics\.csv”") as refused:
            undo(archive)
        assert str(refused.value).endswith("+# Mine.\n")
        assert len(changes(archive)) == 1


def test_no_state_folder_means_no_undo(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "/dev/null")
    with Archive.open(root) as archive:
        change = write(archive, NEW, "test")
        assert change.unkept == "/dev/null is not writable"
        assert changes(archive) == []
    assert contents(root) == RECORDS | NEW


def interrupted(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Change the archive, and be killed after the first of two files."""

    def kill(source: str, target: Path) -> None:
        os.replace(source, target)
        raise SystemExit

    with monkeypatch.context() as patched, Archive.open(root) as archive:
        patched.setattr(transaction, "_move", kill)
        with pytest.raises(SystemExit):
            write(archive, NEW, "import topics.csv")
    assert contents(root) == RECORDS | {"topics.yaml": TOPICS}


def test_the_next_look_up_finishes_a_change(
    root: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupted(root, monkeypatch)
    done = run("--archive", root, "show", "straits", "--format", "json")
    assert done.code == 0
    assert done.err == (
        "alliance-archive: finished a change that was interrupted: import topics.csv\n"
    )
    assert contents(root) == RECORDS | NEW
    assert not (root / ".alliance-archive.change").exists()
    with Archive.open(root) as archive:
        undo(archive).write()
    assert contents(root) == RECORDS


def test_an_edit_made_after_an_interruption_is_kept(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupted(root, monkeypatch)
    (root / "people.yaml").write_text(RECORDS["people.yaml"] + "# Mine.\n")
    told: list[str] = []
    Archive.open(root, on_recovery=told.append).close()
    assert told == [
        "finished a change that was interrupted: import topics.csv; "
        "changed since, and left as it is: people.yaml"
    ]
    assert (root / "people.yaml").read_text().endswith("# Mine.\n")


def test_a_look_up_waits_a_second_for_a_change_under_way(
    root: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupted(root, monkeypatch)
    held, free = threading.Event(), threading.Event()

    def hold() -> None:
        with locked(root):
            held.set()
            free.wait(30)

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait(30)
    begun = time.monotonic()
    done = run("--archive", root, "topics", "--format", "csv", "--fields", "id")
    waited = time.monotonic() - begun
    free.set()
    holder.join()
    assert (done.code, done.out) == (0, "id\r\nradar\r\ndrills\r\nseas\r\nstraits\r\n")
    assert "alliance-archive: a change of the archive is under way" in done.err
    assert 0.9 < waited < 10


@pytest.mark.skipif("os.geteuid() == 0")
def test_a_look_up_that_cannot_write_says_so(
    root: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupted(root, monkeypatch)
    root.chmod(0o555)
    done = run("--archive", root, "topics")
    root.chmod(0o755)
    assert (done.code, done.out) == (1, "")
    assert "a change was interrupted (import topics.csv), and cannot be finished" in done.err


def test_an_intent_from_elsewhere_reaches_no_file_outside(root: Path, run: Run) -> None:
    stage = root / ".alliance-archive.change"
    stage.mkdir()
    (stage / "0").write_text("evil")
    (stage / "intent.json").write_text(
        '{"command": "x", "moves": [["../outside.yaml", "0", null]], "back": false}'
    )
    done = run("--archive", root, "topics")
    assert done.code == 1
    assert "leads out of the archive" in done.err
    assert not (root.parent / "outside.yaml").exists()
