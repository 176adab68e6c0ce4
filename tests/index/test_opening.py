"""The index matches the files, whatever happened to either."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from alliance_archive import Archive, Filter, listing
from alliance_archive.index import opening
from alliance_archive.index.cache import copy_of
from alliance_archive.index.changes import compare_files, store_notes, stored_notes
from alliance_archive.index.intact import file_sum, note_status
from alliance_archive.index.opening import index_path, open_index
from alliance_archive.index.refresh import fill
from alliance_archive.reports.lists import LISTINGS
from tests.conftest import Run

PEOPLE = "participants:\n  - {id: kim, name: Kim, kind: person}\n  - {id: lee, name: Lee, kind: person}\n"


def source_file(serial: int, words: str = "so it is", who: str = "kim") -> str:
    return (
        f"source: {{id: s{serial}, publisher: P, date: 2017-10-{serial + 1:02}, kind: article}}\n"
        f"statements:\n  - {{id: s{serial}-1, form: indirect, attributed_to: [{who}], "
        f"summary: {words}, anchor: {{start: 0, end: 9}}}}\n"
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / "people.yaml").write_text(PEOPLE)
    for serial in range(3):
        (folder / f"s{serial}.yaml").write_text(source_file(serial))
    return folder


def words(root: Path) -> list[str]:
    return [row.words for row in opened(root).statements()]


def opened(root: Path) -> Archive:
    archive = Archive.open(root)
    assert everything(archive) == everything(Archive.open(root, cached=False))
    return archive


def everything(archive: Archive) -> list[object]:
    """Return all that an archive answers, except where its index is."""
    query = Filter(status=("reviewed", "draft"))
    return [
        list(archive.statements(query)),
        [row.id for row in archive.statements(Filter(match=("so",)), limit=5)],
        *(listing(archive, kind) for kind in LISTINGS),
        archive.problems(),
        archive.left_out(),
        archive.counts(),
    ]


def settled(root: Path) -> Archive:
    """The archive, after its files' times are old enough to be trusted."""
    old = time.time() - 100
    for path in root.rglob("*.yaml"):
        os.utime(path, (old, old))
    opened(root)
    with pytest.MonkeyPatch.context() as later:
        hour = time.time_ns() + 3600 * 10**9
        later.setattr(time, "time_ns", lambda: hour)
        archive = opened(root)
    assert {len(note) for note in stored_notes(archive.connection).values()} == {4}
    assert opened(root).opened.state == "up to date"
    return archive


def file_of(root: Path) -> Path:
    path = index_path(os.path.realpath(root))
    assert path is not None
    return Path(path)


def test_a_second_look_reads_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert opened(root).opened.state == "rebuilt"
    settled(root)
    monkeypatch.setattr("alliance_archive.store.read.read_bytes", lambda *_: pytest.fail("read"))
    assert Archive.open(root).opened.state == "up to date"


def edit(root: Path) -> None:
    (root / "s1.yaml").write_text(source_file(1, "so it was"))


def edit_in_place(root: Path) -> None:
    with (root / "s1.yaml").open("r+") as stream:
        stream.write(source_file(1, "so it ız"))


def add(root: Path) -> None:
    (root / "new.yaml").write_text(source_file(7, "so new"))


def remove(root: Path) -> None:
    (root / "s1.yaml").unlink()


def rename(root: Path) -> None:
    (root / "s1.yaml").rename(root / "renamed.yaml")


def into_a_folder(root: Path) -> None:
    (root / "deep").mkdir()
    (root / "s1.yaml").rename(root / "deep" / "s1.yaml")


def touch(root: Path) -> None:
    os.utime(root / "s1.yaml")


def break_it(root: Path) -> None:
    (root / "s1.yaml").write_text("source: {")


def take_a_name_away(root: Path) -> None:
    (root / "people.yaml").write_text(PEOPLE.replace("kim", "kin"))


def take_an_id_twice(root: Path) -> None:
    (root / "twice.yaml").write_text(source_file(1, "so twice"))


def make_a_draft(root: Path) -> None:
    draft = source_file(1, who="lee").replace("anchor", "status: draft, anchor")
    (root / "s1.yaml").write_text(draft)


def make_a_fault(root: Path) -> None:
    (root / "s1.yaml").write_text(source_file(1).replace("indirect", "quoted"))


def same_size_and_times(root: Path) -> None:
    """Change words to others of the same length and restore the times: only ctime differs."""
    path = root / "s1.yaml"
    old_status = path.stat()
    path.write_text(source_file(1, "so is it"))
    os.utime(path, ns=(old_status.st_atime_ns, old_status.st_mtime_ns))
    assert path.stat().st_size == old_status.st_size


def an_old_copy_put_back(root: Path) -> None:
    copy = root.parent / "copy.yaml"
    shutil.copy2(root / "s1.yaml", copy)
    edit(root)
    opened(root)
    shutil.move(copy, root / "s1.yaml")


CHANGES = [edit, edit_in_place, add, remove, rename, into_a_folder, touch, break_it, take_a_name_away,
           take_an_id_twice, make_a_draft, make_a_fault, same_size_and_times,
           an_old_copy_put_back]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
@pytest.mark.parametrize("old", [True, False], ids=["old files", "files of this moment"])
def test_no_answer_is_stale(root: Path, change: Callable[[Path], None], old: bool) -> None:
    if old:
        settled(root)
    else:
        opened(root)
    change(root)
    # `opened` compares every answer with that of the files themselves.
    assert opened(root).opened.state == "updated"
    assert opened(root).opened.state == "up to date"


def test_a_change_within_the_clocks_resolution(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the same times, size and inode, the content is compared."""
    opened(root)
    path = root / "s1.yaml"
    old_status = path.stat()
    path.write_text(source_file(1, "so is it"))
    os.utime(path, ns=(old_status.st_atime_ns, old_status.st_mtime_ns))
    connection = sqlite3.connect(file_of(root))
    with connection:
        notes = stored_notes(connection)
        size, _mtime, _ctime, inode, digest = notes["s1.yaml"]
        times = (path.stat().st_mtime_ns, path.stat().st_ctime_ns)
        store_notes(connection, notes | {"s1.yaml": (size, *times, inode, digest)})
    connection.close()
    note_status(str(file_of(root)), lambda: file_sum(str(file_of(root))))
    assert Archive.open(root).opened.state == "updated"
    assert "so is it" in words(root)


def git(root: Path, *arguments: str) -> None:
    command = ["git", "-c", "user.name=n", "-c", "user.email=e", "-c", "commit.gpgsign=false"]
    subprocess.run([*command, *arguments], cwd=root, check=True, capture_output=True)


def test_switching_branches_and_pulling(root: Path, tmp_path: Path) -> None:
    git(root, "init", "-q", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "one")
    git(root, "switch", "-q", "-c", "other")
    edit(root)
    add(root)
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "two")
    on_branch = words(root)
    git(root, "switch", "-q", "main")
    on_main = words(root)
    assert on_main == ["so it is", "so it is", "so it is"]
    git(root, "switch", "-q", "other")
    assert words(root) == on_branch != on_main
    subprocess.run(["git", "clone", "-q", "-b", "main", root, tmp_path / "clone"], check=True)
    assert words(tmp_path / "clone") == on_main
    git(tmp_path / "clone", "pull", "-q", "origin", "other")
    assert words(tmp_path / "clone") == on_branch


def alter(path: Path, sql: str) -> None:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(sql)


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"not a database" * 1000),
        lambda path: path.write_bytes(path.read_bytes()[:5000]),
        lambda path: path.write_bytes(path.read_bytes()[:4096] + os.urandom(path.stat().st_size)),
        lambda path: alter(path, "DROP TABLE statement"),
        lambda path: alter(path, "UPDATE meta SET value = 0"),
        lambda path: alter(path, "PRAGMA user_version = 1"),
        lambda path: path.unlink() or path.mkdir(),
        lambda path: path.with_name(path.name + "-journal").write_bytes(os.urandom(4096)),
    ],
    ids=["empty", "text", "cut off", "noise", "a table less", "older", "none", "folder", "journal"],
)
def test_a_broken_index(root: Path, run: Run, damage: Callable[[Path], Any]) -> None:
    opened(root)
    damage(file_of(root))
    done = run("--archive", root, "who", "so", "--fields", "id", "--format", "tsv")
    assert (done.code, done.out) == (0, "id\ns0-1\ns1-1\ns2-1\n")


@pytest.mark.parametrize("home", ["file", "nowhere/at/all"])
def test_without_a_cache_folder(root: Path, tmp_path: Path, home: str, run: Run) -> None:
    (tmp_path / "file").write_text("")
    done = run(
        "-v", "--archive", root, "statements", "--count", XDG_CACHE_HOME=str(tmp_path / home)
    )
    assert (done.code, done.out) == (0, "3\n")
    said = "in memory: cannot use the cache: " if home == "file" else "index: rebuilt"
    assert said in done.err


def test_a_read_only_cache(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settled(root)
    path = file_of(root)
    real = sqlite3.connect

    def read_only(name: Any, **more: Any) -> sqlite3.Connection:
        if name == ":memory:":
            return real(name, **more)
        if not os.path.exists(name):
            raise sqlite3.OperationalError("unable to open database file")
        return real(f"file:{name}?mode=ro", uri=True, **more)

    monkeypatch.setattr(sqlite3, "connect", read_only)
    assert Archive.open(root).opened.state == "up to date"
    edit(root)
    archive = Archive.open(root)
    assert archive.opened.state == "updated in memory (index busy)"
    assert "so it was" in [row.words for row in archive.statements()]
    assert path.exists()


def test_a_full_disk(root: Path, tmp_path: Path) -> None:
    limited = (
        "import resource, signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))\n"
        "from alliance_archive.cli import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    command = [sys.executable, "-c", limited, "-v", "--archive", root, "statements", "--count"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "3\n")
    assert "in memory: cannot use the cache" in done.stderr
    assert list((tmp_path / "cache").rglob("*.tmp")) == []


def look_up(root: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "alliance_archive", "--archive", root, "who", "so", "--count"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_many_at_once(root: Path) -> None:
    for serial in range(3, 30):
        (root / f"s{serial}.yaml").write_text(source_file(serial))
    assert {process.communicate()[0] for process in [look_up(root) for _ in range(6)]} == {"30\n"}
    edit(root)
    (root / "s2.yaml").unlink()
    assert {process.communicate()[0] for process in [look_up(root) for _ in range(6)]} == {"29\n"}
    opened(root)


def test_killed_at_any_moment(root: Path) -> None:
    for serial in range(3, 60):
        (root / f"s{serial}.yaml").write_text(source_file(serial))
    for attempt in range(12):
        (root / "s1.yaml").write_text(source_file(1, f"so it is {attempt}"))
        if attempt == 6:
            file_of(root).unlink(missing_ok=True)
        process = look_up(root)
        time.sleep(0.05 + attempt * 0.02)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert f"so it is {attempt}" in words(root)


def states(root: Path) -> tuple[str, list[str]]:
    """Open the index without waiting; return its state, and the words in it."""
    opened = open_index(str(root), patience=0)
    with contextlib.closing(opened.connection) as connection:
        return opened.state, [row[0] for row in connection.execute("SELECT words FROM statement")]


def test_a_reader_paused_in_a_pipe_is_not_waited_for(root: Path) -> None:
    opened(root)
    with contextlib.closing(sqlite3.connect(file_of(root), isolation_level=None)) as reader:
        rows = reader.execute("SELECT words FROM statement")
        rows.fetchone()
        edit(root)
        assert states(root) == (
            "updated in memory (index busy)",
            ["so it is", "so it is", "so it was"],
        )
        assert len(rows.fetchall()) == 2
    assert states(root)[0] == "updated"


@pytest.mark.parametrize(
    ("lock", "state"),
    [
        ("IMMEDIATE", "updated in memory (index busy)"),
        ("EXCLUSIVE", "rebuilt in memory (index busy)"),
    ],
)
def test_a_stopped_process_that_has_the_index_locked_is_not_waited_for(
    root: Path, lock: str, state: str
) -> None:
    opened(root)
    with contextlib.closing(sqlite3.connect(file_of(root), isolation_level=None)) as writer:
        writer.execute(f"BEGIN {lock}")
        edit(root)
        assert (states(root)[0], sorted(states(root)[1])) == (
            state,
            ["so it is", "so it is", "so it was"],
        )
        assert list(file_of(root).parent.glob("*.tmp")) == []
        writer.execute("ROLLBACK")
    assert states(root)[0] == "updated"


def test_a_rebuilt_index_is_still_the_same_file(root: Path) -> None:
    """A process that reads the old index would otherwise apply the journal of the new one to it."""
    first = opened(root)
    inode = file_of(root).stat().st_ino
    Archive.open(root, rebuild=True)
    assert file_of(root).stat().st_ino == inode
    with contextlib.closing(sqlite3.connect(file_of(root), isolation_level=None)) as writer:
        writer.execute("PRAGMA cache_spill = 1")
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE statement SET words = 'unfinished'")
        assert [row.words for row in first.statements()] == ["so it is"] * 3
        writer.execute("ROLLBACK")


def test_files_are_compared_with_the_index_of_one_moment(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled(root)
    archive = Archive.open(root)

    class Interrupted:
        """A connection, between whose queries another process updates the index."""

        in_transaction = False

        def execute(self, sql: str) -> sqlite3.Cursor:
            if "file_sum" in sql:
                edit(root)
                assert Archive.open(root).opened.state in (
                    "updated",
                    "updated in memory (index busy)",
                )
            return archive.connection.execute(sql)

    changes = compare_files(Interrupted(), str(root))  # type: ignore[arg-type]
    assert [path for path, _ in changes.fresh] == ["s1.yaml"]


def test_a_journal_of_a_deleted_index_is_not_applied_to_the_next(
    root: Path, tmp_path: Path
) -> None:
    opened(root)
    path, kept = file_of(root), tmp_path / "kept"
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("PRAGMA cache_size = 1")
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE statement SET words = 'unfinished'")
        writer.execute("CREATE TABLE other AS SELECT zeroblob(100000)")
        shutil.copy(f"{path}-journal", kept)
        writer.execute("ROLLBACK")
    path.unlink()
    shutil.move(kept, f"{path}-journal")
    edit(root)
    assert opened(root).opened.state == "rebuilt"


def test_a_locked_index_is_not_copied_forever(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_WAIT", 50)
    archive = opened(root)
    with contextlib.closing(sqlite3.connect(file_of(root), isolation_level=None)) as writer:
        writer.execute("BEGIN EXCLUSIVE")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            copy_of(archive.connection, patience=0)
    with contextlib.closing(copy_of(archive.connection, patience=0)) as copy:
        assert copy.execute("SELECT count(*) FROM statement").fetchone() == (3,)


def test_an_index_that_is_locked_in_the_middle_of_a_run(
    root: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_WAIT", 50)
    expected = run("--archive", root, "index", "--check")
    real = Archive.check_index

    def locked(archive: Archive, *arguments: Any) -> list[str]:
        if archive.opened.path is None:
            return real(archive, *arguments)
        with contextlib.closing(sqlite3.connect(file_of(root), isolation_level=None)) as writer:
            writer.execute("BEGIN EXCLUSIVE")
            return real(archive, *arguments)

    monkeypatch.setattr(Archive, "check_index", locked)
    done = run("--archive", root, "index", "--check")
    assert done.err == (
        "alliance-archive: the index is in use by another process; reading the files instead\n"
    )
    assert done.code == expected.code == 0


def test_a_reader_in_the_middle_does_not_hinder_the_next(root: Path) -> None:
    first = opened(root)
    rows = first.statements()
    next(rows)
    edit(root)
    assert "so it was" in words(root)
    assert len(list(rows)) == 2


def test_the_index_command(root: Path, run: Run) -> None:
    done = run("--archive", root, "index")
    path = file_of(root)
    assert done.out == (
        f"archive     {root}\nindex       {path}\nsize        {path.stat().st_size:,} bytes\n"
        "state       rebuilt\nfiles       4\nstatements  3\n"
    )
    assert "state       rebuilt\n" in run("--archive", root, "index", "--rebuild").out
    assert (
        "state       in memory: not cached\n" in run("--archive", root, "index", "--no-index").out
    )


class Edits(RuleBasedStateMachine):
    """Random edits of an archive; after each the index matches the files."""

    expected: ClassVar[dict[frozenset[tuple[str, bytes]], list[object]]] = {}

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        (self.folder / "archive.yaml").write_text("archive:\n")
        (self.folder / "people.yaml").write_text(PEOPLE)

    @rule(
        serial=st.integers(0, 4),
        words=st.sampled_from(["so it is", "so", "no"]),
        who=st.sampled_from(["kim", "lee", "jo", "BAD"]),
    )
    def write(self, serial: int, words: str, who: str) -> None:
        (self.folder / f"f{serial}.yaml").write_text(source_file(serial, words, who))

    @rule(original=st.integers(0, 4), duplicate=st.integers(0, 4))
    def copy(self, original: int, duplicate: int) -> None:
        path = self.folder / f"f{original}.yaml"
        if path.exists() and original != duplicate:
            shutil.copy2(path, self.folder / f"f{duplicate}.yaml")

    @rule(serial=st.integers(0, 4))
    def unlink(self, serial: int) -> None:
        (self.folder / f"f{serial}.yaml").unlink(missing_ok=True)

    @rule(text=st.sampled_from([PEOPLE, PEOPLE.replace("kim", "jo"), "participants: [", "", "topics: [{id: lee, name: L}]\n",
                                PEOPLE + "meetings: [{id: m, name: M, kind: bilateral, date: 2017-10-01, status: planned}]\n"]))  # fmt: skip
    def people(self, text: str) -> None:
        (self.folder / "people.yaml").write_text(text)

    @rule()
    def open(self) -> None:
        Archive.open(self.folder)

    @invariant()
    def agrees(self) -> None:
        if not hasattr(self, "folder"):
            return
        # Many steps lead to the same files, so what these say is asked once.
        files = frozenset((path.name, path.read_bytes()) for path in self.folder.iterdir())
        if files not in self.expected:
            self.expected[files] = everything(Archive.open(self.folder, cached=False))
        assert everything(Archive.open(self.folder)) == self.expected[files]

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            shutil.rmtree(self.folder)


TestEdits = Edits.TestCase


def test_two_processes_of_one_id_do_not_take_each_others_half_built_index(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "getpid", lambda: 1)
    inner: list[list[str]] = []

    def in_the_middle(done: int, _total: int) -> None:
        if done == 1:
            inner.append(states(root)[1])

    outer = open_index(str(root), progress=in_the_middle)
    with contextlib.closing(outer.connection) as connection:
        rows = [row[0] for row in connection.execute("SELECT words FROM statement")]
    assert inner == [rows] == [["so it is"] * 3]


def test_a_replaced_source_is_missed_when_its_file_is_deleted(root: Path) -> None:
    correction = source_file(3).replace("kind: article", "kind: article, replaces: s2")
    (root / "s3.yaml").write_text(correction)
    assert opened(root).problems() == []
    (root / "s2.yaml").unlink()
    assert [problem.code for problem in opened(root).problems()] == ["unknown-reference"]


def test_a_suggested_id_is_one_of_the_files_as_they_are_now(root: Path) -> None:
    reply = source_file(3).replace("summary:", "in_reply_to: talks-1, summary:")
    (root / "s3.yaml").write_text(reply)
    assert "talks" not in opened(root).problems()[0].message.partition(": ")[2]
    (root / "s2.yaml").write_text(source_file(2).replace("id: s2-1", "id: talks-2"))
    assert "use talks-2" in opened(root).problems()[0].message


NAMED_BY_ONE = """source: {{id: s0, publisher: P, date: 2017-10-01, kind: article{issuer}}}
statements:
  - id: s0-1
    form: indirect
    attributed_to: [kim]
    summary: so it is
    anchor: {{start: 0, end: 9}}
    {link}
    status: {status}
"""


@pytest.mark.parametrize(
    ("link", "without_drafts"),
    [
        ("meeting: talks", ["lee", "visit"]),
        ("meeting: visit", ["lee", "talks"]),
        ("about: [visit]", ["lee", "talks"]),
    ],
)
def test_lists_follow_what_a_changed_file_names(
    root: Path, link: str, without_drafts: list[str]
) -> None:
    """Whom and what only drafts name is not listed, whatever named them before."""
    (root / "meetings.yaml").write_text(
        "meetings:\n"
        "  - {id: talks, name: Talks, date: 2017-10, kind: bilateral, participants: [lee]}\n"
        "  - {id: visit, name: Visit, date: 2017-12, kind: bilateral, status: planned,"
        " participants: [lee]}\n"
    )
    for serial in (1, 2):
        (root / f"s{serial}.yaml").unlink()

    def listed(status: str, issuer: str = "") -> list[str]:
        text = NAMED_BY_ONE.format(status=status, link=link, issuer=issuer)
        (root / "s0.yaml").write_text(text)
        archive = opened(root)
        kinds = ("participant", "meeting")
        return sorted(row.record.id for kind in kinds for row in listing(archive, kind))

    everyone = ["kim", "lee", "talks", "visit"]
    assert listed("reviewed") == everyone
    assert listed("draft") == without_drafts
    assert listed("draft", ", issued_by: [kim]") == sorted([*without_drafts, "kim"])
    assert listed("draft") == without_drafts
    assert listed("reviewed", ", parties: [lee]") == everyone


def test_the_work_for_errors_grows_with_their_number(tmp_path: Path) -> None:
    work = []
    for size in (1000, 2000):
        statement = "  - {{id: w-{}, form: indirect, attributed_to: [nobody], summary: S., {}}}\n"
        statements = "".join(statement.format(n, "anchor: {start: 0, end: 9}") for n in range(size))
        source = "source: {id: w, publisher: W, date: 2024-06-03, kind: article}\nstatements:\n"
        (tmp_path / "w.yaml").write_text(source + statements)
        looks: list[None] = []
        with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
            connection.set_progress_handler(lambda looks=looks: looks.append(None), 1000)
            fill(connection, str(tmp_path))
            connection.set_progress_handler(None, 0)
            errors = "SELECT count(*) FROM statement WHERE NOT sound"
            assert connection.execute(errors).fetchone() == (size,)
        work.append(len(looks))
    assert work[1] < 3 * work[0]
