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
from alliance_archive.edit import records
from alliance_archive.store import history, transaction
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
        assert str(refused.value).endswith("+# Mine.")
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


@pytest.mark.parametrize(
    "intent",
    [
        '{"command": "x", "moves": [["../outside.yaml", "0", null]], "back": false}',
        '{"command": "x", "moves": [["/outside.yaml", "0", null]]}',
        '{"command": "x", "moves": [[".git/hooks/pre-commit", "0", null]]}',
        '{"command": "x", "moves": [["hook.yaml", "0", null]]}',  # a link to a hook
        '{"command": "x", "moves": [["new.yaml", "intent.json", null]]}',
        '{"command": "x", "moves": [["new.yaml", "../../outside.yaml", null]]}',
        '{"command": "x", "moves": [["new.yaml", "1", null]]}',  # a link to a secret
        '{"command": "x", "moves": [["new\\u0000.yaml", "0", null]]}',
        '{"command": "x", "moves": [[7, "0", null]]}',
        '{"command": 7, "moves": []}',
        '{"command": "x", "moves": [], "kept": 7}',
        '{"command": "x", "moves": [], "forgotten": 7}',
        '["x"]',
        "[" * 100_000,
        "",
    ],
)
def test_an_intent_from_elsewhere_writes_nothing(root: Path, run: Run, intent: str) -> None:
    stage = root / ".alliance-archive.change"
    (root / ".git" / "hooks").mkdir(parents=True)
    (root / "hook.yaml").symlink_to(".git/hooks/pre-push")
    stage.mkdir()
    (stage / "0").write_text("evil")
    (stage / "1").symlink_to("/etc/hostname")
    (stage / "intent.json").write_text(intent)
    before = sorted(root.parent.rglob("*"))
    done = run("--archive", root, "topics")
    assert (done.code, done.out, done.err) == (
        1,
        "",
        f"alliance-archive: {stage} does not hold a change that can be finished; nothing was "
        "written. If no other command is running, delete that folder\n",
    )
    assert [path for path in sorted(root.parent.rglob("*")) if path.suffix != ".lock"] == before


@pytest.mark.skipif("not hasattr(os, 'mkfifo')")
def test_a_pipe_in_place_of_an_intent_stops_nobody(root: Path, run: Run) -> None:
    stage = root / ".alliance-archive.change"
    stage.mkdir()
    os.mkfifo(stage / "intent.json")
    assert run("--archive", root, "topics", "--count").code == 0
    with Archive.open(root) as archive:
        write(archive, NEW, "import topics.csv")
    assert not stage.exists()


def test_what_others_have_come_to_refer_to_is_not_taken_back(root: Path) -> None:
    later = "meetings:\n  - {id: later, name: Later, date: 2099, kind: bilateral, about: []}\n"
    later = later.replace("about: []", "participants: [ida-o]")
    with Archive.open(root) as archive:
        records.rename(archive, "ida-orlova", "ida-o").write()
        (root / "later.yaml").write_text(later)
        before = contents(root)
        with pytest.raises(AddsErrors, match="unknown-reference: unknown participant “ida-o”"):
            undo(archive)
        assert contents(root) == before
        (root / "later.yaml").unlink()
        undo(archive).write()
    assert contents(root) == RECORDS


def test_errors_that_a_change_has_fixed_come_back_with_undo(root: Path) -> None:
    (root / "topics.yaml").write_text("topics:\n  - {id: straits}\n")
    before = contents(root)
    with Archive.open(root) as archive:
        write(archive, {"topics.yaml": TOPICS}, "test")
        undo(archive).write()
    assert contents(root) == before


def test_a_kept_change_that_is_damaged_is_not_taken_back(root: Path) -> None:
    with Archive.open(root) as archive:
        write(archive, NEW, "import topics.csv")
        (entry,) = Path(os.environ["XDG_STATE_HOME"]).rglob("*.change")
        entry.write_bytes(entry.read_bytes()[:-9])
        with pytest.raises(CannotUndo, match=r"cannot read what “import topics\.csv” has changed"):
            undo(archive)
    assert contents(root) == RECORDS | NEW


def test_a_change_that_cannot_be_kept_says_so_afterward(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Archive.open(root) as archive:
        change = plan(archive, NEW, "test")
        assert change.unkept is None
        monkeypatch.setattr(history, "sync", fail)
        change.write()
        assert change.unkept == "the state folder cannot be written to"


def fail(_path: str) -> None:
    raise OSError(28, "No space left on device")


def test_an_edit_of_another_process_while_this_one_plans_is_not_lost(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = root / "people.yaml"
    theirs = path.read_text().replace("Ida Orlova", "Ida M. Orlova")
    assert theirs != path.read_text()
    read = records.new_values

    def meanwhile(*arguments: object) -> object:
        path.write_text(theirs)
        return read(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(records, "new_values", meanwhile)
    with Archive.open(root) as archive:
        with pytest.raises(ChangedMeanwhile, match=r"people\.yaml has changed meanwhile"):
            records.set_fields(archive, ["ida-orlova"], ["note=Seen."]).write()
        assert path.read_text() == theirs


def test_a_text_outside_goes_along_with_a_rename_that_was_interrupted(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "wire.txt").write_text("Said.")

    def kill(*_: object) -> None:
        raise SystemExit

    with monkeypatch.context() as patched, Archive.open(root) as archive:
        patched.setattr(transaction, "_move", kill)
        with pytest.raises(SystemExit):
            records.rename(archive, "wire", "wire-2021", texts).write()
    with Archive.open(root) as archive:
        assert archive.get("wire-2021").id == "wire-2021"
        assert os.listdir(texts) == ["wire-2021.txt"]
        undo(archive).write()
        assert os.listdir(texts) == ["wire.txt"]
    assert contents(root) == RECORDS
