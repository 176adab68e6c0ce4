"""However an edit ends, the archive is whole, nothing is lost, and a second try succeeds."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from alliance_archive.index.changes import compare_files
from tests.edit_cases import EDITS, Edit, contents, put_archive, put_articles
from tests.faults import Call, FaultyRun, FaultyRuns

LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
FAULTS = {"disk full": errno.ENOSPC} | ({"disk broken": errno.EIO} if LONG else {})
CHECK = ["--archive", "mine", "check"]
pytestmark = pytest.mark.skipif("not hasattr(__import__('os'), 'fork')")


class Bench:
    """An archive that is put back before each run of its edit."""

    def __init__(self, edit: Edit, folder: Path, runs: FaultyRuns) -> None:
        self.edit, self.folder, self.runs = edit, folder, runs
        self.root = folder / "mine"
        self.sound: set[str] = set()
        put_articles(folder)
        run = self.fresh()
        assert run.code == 0, run.err
        self.after = contents(self.root)
        assert self.after != self.before

    def put_back(self) -> None:
        """Write the archive as it is before the edit, and forget what could be undone."""
        shutil.rmtree(self.root, ignore_errors=True)
        put_archive(self.root, self.edit.files)
        for entry in (self.folder / "state").glob("alliance-archive/undo/*/*"):
            entry.unlink()
        self.before = contents(self.root)

    def fresh(self, **fault: int) -> FaultyRun:
        """Run the edit on the restored archive."""
        self.put_back()
        return self.again(**fault)

    def calls(self) -> list[Call]:
        """Return the calls of the edit that write. The runs after this one start sooner."""
        self.put_back()
        assert self.runs.warm_up(self.folder, list(self.edit.arguments), self.edit.typed) == 0
        assert self.runs.warm_up(self.folder, CHECK) == 0
        return self.fresh(watched=True).calls

    def again(self, **fault: int) -> FaultyRun:
        return self.runs.run(self.folder, list(self.edit.arguments), self.edit.typed, **fault)

    def recovers(self) -> None:
        """Look for the archive whole, and edit it again, once for each state in which it is left."""
        state = self.state()
        if state not in self.sound:
            self.whole()
            self.succeeds_now()
            self.sound.add(state)

    def state(self) -> str:
        """Return all that the next command can read: every file, and how the index differs."""
        every = [path for path in sorted(self.folder.rglob("*")) if path.is_file()]
        cached, kept = self.folder / "cache", self.folder / "state"
        texts = [(path, path.read_bytes()) for path in every if cached not in path.parents]
        texts = [(path, b"" if kept in path.parents else text) for path, text in texts]
        return repr((texts, [self.indexed(path) for path in every if path.suffix == ".sqlite"]))

    def indexed(self, path: Path) -> str:
        """Return how the archive's files differ from those in the index."""
        with contextlib.closing(sqlite3.connect(path)) as connection:
            changes = compare_files(connection, str(self.root))
        return repr((changes.stale, [path for path, _ in changes.fresh], changes.settled))

    def whole(self) -> None:
        """Compare the archive, as the next command leaves it, with before and after the edit."""
        if (self.root / "archive.yaml").exists() or self.edit.files:
            check = self.runs.run(self.folder, CHECK)
            assert (check.code, check.out) == (0, ""), check.err
        found = contents(self.root)
        if self.edit.arguments[0] != "init":
            assert found in (self.before, self.after)
        for name, text in found.items():
            assert text in (self.before.get(name), self.after.get(name)), name

    def succeeds_now(self) -> None:
        if contents(self.root) != self.after:
            run = self.again()
            assert (run.code, contents(self.root)) == (0, self.after), run.err


@pytest.fixture(scope="module")
def runs() -> Iterator[FaultyRuns]:
    with FaultyRuns() as started:
        yield started


@pytest.fixture(params=EDITS)
def bench(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    runs: FaultyRuns,
) -> Bench:
    monkeypatch.delenv("ALLIANCE_ARCHIVE")
    return Bench(EDITS[request.param], tmp_path, runs)


def test_killed_at_every_call_that_writes(bench: Bench) -> None:
    # Before a call that finds the same files as another one, a kill leaves the same files.
    first_of = {call.disk: number for number, call in reversed([*enumerate(bench.calls(), 1)])}
    assert len(first_of) > 5
    for number in first_of.values():
        assert bench.fresh(kill_at=number).code == -9
        bench.recovers()


@pytest.mark.parametrize("error", FAULTS.values(), ids=FAULTS)
def test_failing_from_every_call_on(bench: Bench, error: int) -> None:
    # A call that needs no space does not fail: the next one that does is the first to fail.
    needing = [number for number, call in enumerate(bench.calls(), 1) if call.needs_space]
    for number in needing:
        run = bench.fresh(fail_from=number, error=error)
        assert "Traceback" not in run.err
        if contents(bench.root) != bench.after:
            assert run.code == 2 or "cannot write" in run.out, (number, run)
        bench.recovers()


def test_in_a_folder_that_may_not_be_written_to(bench: Bench) -> None:
    run = bench.fresh(fail_from=1, error=errno.EACCES)
    assert "Permission denied" in run.out + run.err
    assert contents(bench.root) == bench.before
    bench.succeeds_now()


def test_taken_back(bench: Bench) -> None:
    assert bench.fresh().code == 0
    if bench.edit.arguments[0] == "init":
        pytest.skip("init is not taken back")
    undone = bench.runs.run(bench.folder, ["--archive", "mine", "undo", "--yes"])
    assert (undone.code, contents(bench.root)) == (0, bench.before), undone.err
