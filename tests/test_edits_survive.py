"""However an edit ends, the archive is whole, nothing is lost, and a second try succeeds."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from tests.edit_cases import EDITS, Edit, contents, put_archive, put_articles
from tests.faults import FaultyRun, FaultyRuns

LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
FAULTS = {"disk full": errno.ENOSPC} | ({"disk broken": errno.EIO} if LONG else {})
pytestmark = pytest.mark.skipif("not hasattr(__import__('os'), 'fork')")


class Bench:
    """An archive that is put back before each run of its edit."""

    def __init__(self, edit: Edit, folder: Path, runs: FaultyRuns) -> None:
        self.edit, self.folder, self.runs = edit, folder, runs
        self.root = folder / "mine"
        put_articles(folder)
        run = self.fresh()
        assert run.code == 0, run.err
        self.calls = run.calls
        self.after = contents(self.root)
        assert self.after != self.before

    def fresh(self, **fault: int) -> FaultyRun:
        """Run the edit on the restored archive."""
        shutil.rmtree(self.root, ignore_errors=True)
        put_archive(self.root, self.edit.files)
        self.before = contents(self.root)
        return self.again(**fault)

    def again(self, **fault: int) -> FaultyRun:
        return self.runs.run(list(self.edit.arguments), self.edit.typed, **fault)

    def whole(self) -> None:
        """Compare the archive, as the next command leaves it, with before and after the edit."""
        if (self.root / "archive.yaml").exists() or self.edit.files:
            check = self.runs.run(["--archive", "mine", "check"])
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


@pytest.fixture(params=EDITS)
def bench(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Bench]:
    monkeypatch.delenv("ALLIANCE_ARCHIVE")
    with FaultyRuns({}, tmp_path) as runs:
        yield Bench(EDITS[request.param], tmp_path, runs)


def test_killed_at_every_call_that_writes(bench: Bench) -> None:
    for call in count(1):
        run = bench.fresh(kill_at=call)
        bench.whole()
        bench.succeeds_now()
        if run.code == 0:  # it has made fewer calls
            break
        assert run.code == -9
    assert call > 5


@pytest.mark.parametrize("error", FAULTS.values(), ids=FAULTS)
def test_failing_from_every_call_on(bench: Bench, error: int) -> None:
    for call in range(1, bench.calls + 1):
        run = bench.fresh(fail_from=call, error=error)
        assert "Traceback" not in run.err
        if contents(bench.root) != bench.after:
            assert run.code == 2 or "cannot write" in run.out, (call, run)
        bench.whole()
        bench.succeeds_now()


def test_in_a_folder_that_may_not_be_written_to(bench: Bench) -> None:
    run = bench.fresh(fail_from=1, error=errno.EACCES)
    assert "Permission denied" in run.out + run.err
    assert contents(bench.root) == bench.before
    bench.succeeds_now()


def test_taken_back(bench: Bench) -> None:
    assert bench.fresh().code == 0
    if bench.edit.arguments[0] == "init":
        pytest.skip("init is not taken back")
    undone = bench.runs.run(["--archive", "mine", "undo", "--yes"])
    assert (undone.code, contents(bench.root)) == (0, bench.before), undone.err
