"""Several processes, one process and the pure loader make the same index."""

from __future__ import annotations

import gc
import io
import os
import pickle
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from alliance_archive import processes
from alliance_archive.index import parallel
from alliance_archive.index.packing import UNIT_SEPARATOR, join_quotes, split_quotes
from alliance_archive.index.refresh import fill
from alliance_archive.index.storage import FileRows, rows_of
from alliance_archive.store import nodes
from alliance_archive.store.read import read_records
from alliance_archive.store.scan import is_refusal, scan
from tests.benchmarks.generate import Plan, generate
from tests.conftest import SHIPPED
from tests.problem_cases import CASES

Dump = dict[str, list[tuple[Any, ...]]]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A generated archive that also has a file for every problem, and an unreadable one."""
    folder = tmp_path_factory.mktemp("archive")
    generate(folder, Plan(sources=7, statements=20, seed=3))
    shutil.copytree(SHIPPED, folder / "shipped", ignore=shutil.ignore_patterns("*.json"))
    (folder / "sources" / "twice.yaml").write_text("topics: [{id: linchpin}, {id: a-b}, {id: a-b}]")
    (folder / "sources" / "torn.yaml").write_text("topics: [")
    (folder / "sources" / "empty.yaml").write_text("")
    for position, (_, text, _) in enumerate(CASES):
        data = text if isinstance(text, bytes) else text.encode()
        (folder / f"faulty-{position:02}.yaml").write_bytes(data)
    return str(folder)


def files_of(root: str) -> dict[str, int]:
    """Return the sizes of an archive's files by their paths, in order."""
    return {path: found[0] for path, found in scan(root) if not is_refusal(found)}


def dump(root: str) -> Dump:
    """Return every table of a new index, except the times of the files."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    fill(connection, root)
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {
        name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for (name,) in names
    }


@pytest.fixture
def several(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "SHARE", 1)
    monkeypatch.setattr(processes, "processors", lambda: 3)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    workers = []
    real = subprocess.Popen

    def start(*arguments: Any, **more: Any) -> subprocess.Popen[bytes]:
        workers.append(real(*arguments, **more))
        return workers[-1]

    monkeypatch.setattr(subprocess, "Popen", start)
    return workers


def test_several_processes_make_the_same_index(
    root: str, started: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = dump(root)
    assert not started
    assert len(alone["statement"]) > 140
    assert len(alone["problem"]) > 50
    monkeypatch.setattr(parallel, "SHARE", 1)
    monkeypatch.setattr(processes, "processors", lambda: 3)
    assert dump(root) == alone
    assert len(started) == 3
    assert all(process.returncode is not None for process in started)


HALF = """import os, pickle, sys
sys.path[:] = pickle.load(sys.stdin.buffer)
function, root, paths, _ = pickle.load(sys.stdin.buffer)
for path in paths[:2]:
    pickle.dump(function(root, path), sys.stdout.buffer)
sys.stdout.buffer.write(b"\\x80\\x05\\x95")
"""


@pytest.mark.parametrize("run", ["raise SystemExit(1)", HALF, "import os; os.abort()"])
def test_files_of_a_dead_worker_are_read_in_the_main_process(
    root: str, several: None, monkeypatch: pytest.MonkeyPatch, run: str
) -> None:
    monkeypatch.setattr(processes, "_RUN", run)
    files = files_of(root)
    expected = [
        rows_of(read_records(root, path), 1 + number * parallel.KEYS)
        for number, path in enumerate(files)
    ]
    assert list(parallel.read_many(root, files, 1)) == expected


@pytest.mark.parametrize(
    ("where", "name", "value"),
    [(sys, "executable", "/nowhere/python"), (sys, "executable", ""), (sys, "frozen", True)],
)
def test_without_workers_everything_is_read_in_the_main_process(
    root: str, several: None, monkeypatch: pytest.MonkeyPatch, where: Any, name: str, value: object
) -> None:
    monkeypatch.setattr(where, name, value, raising=False)
    files = files_of(root)
    assert [rows.path for rows in parallel.read_many(root, files, 1)] == list(files)


def test_stopping_early_leaves_no_process(
    root: str, several: None, started: list[subprocess.Popen[bytes]]
) -> None:
    reading = parallel.read_many(root, files_of(root), 1)
    next(reading)
    assert [process.poll() for process in started].count(None) > 0
    reading.close()
    assert all(process.returncode is not None for process in started)


def test_a_worker_ignores_ctrl_c_and_sends_rows_in_order(root: str) -> None:
    paths = [(path, 7) for path in files_of(root)]
    output, handler = io.BytesIO(), signal.getsignal(signal.SIGINT)
    try:
        processes.serve(io.BytesIO(pickle.dumps((parallel._rows, root, paths, False))), output)
        assert signal.getsignal(signal.SIGINT) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, handler)
        gc.enable()
    output.seek(0)
    rows: list[FileRows] = [pickle.load(output) for _ in paths]
    assert rows == [rows_of(read_records(root, path), first) for path, first in paths]


def test_workers_share_the_bytes_evenly() -> None:
    assert processes._shares((9, 1, 2, 5, 3), 2) == [[0], [1, 2, 3, 4]]
    assert processes._shares((9, 1, 2, 5, 3), 1) == []


def test_no_worker_is_without_an_item(monkeypatch: pytest.MonkeyPatch) -> None:
    tasks = []

    class Idle:
        def __init__(self, task: tuple[Any, ...]) -> None:
            tasks.append(task)

        def next(self) -> list[Any]:
            return []

        def end(self) -> None:
            pass

    monkeypatch.setattr(processes, "_Worker", Idle)
    results = processes.in_order(pow, 2, [3, 4, 5], [1, 1, 1], 1000)
    assert list(results) == [8, 16, 32]
    assert len(tasks) == 3


def test_one_processor_is_assumed_if_none_can_be_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert processes.processors() == 1


def test_the_garbage_collector_is_turned_on_again() -> None:
    with parallel.gc_paused():
        assert not gc.isenabled()
        with parallel.gc_paused():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_pure_loader_reads_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    generate(tmp_path, Plan(sources=3, statements=12, seed=5))
    folders = [str(tmp_path), str(SHIPPED)]
    paths = [(folder, path) for folder in folders for path in files_of(folder)]

    def read() -> list[object]:
        parsed = [read_records(*path) for path in paths]
        origins = [[read.record.origin for read in file.records] for file in parsed]
        return [(file.records, file.problems, file.unread, file.mark) for file in parsed] + origins

    quick = read()
    monkeypatch.setattr(nodes, "LOADER", yaml.SafeLoader)
    assert read() == quick


@given(st.lists(st.tuples(st.text(), st.integers(0), st.integers(0)), max_size=3))
def test_quotations_survive_being_packed(quotes: list[tuple[str, int, int]]) -> None:
    assume(not any(UNIT_SEPARATOR in exact for exact, _, _ in quotes))
    assert split_quotes(join_quotes(quotes)) == quotes
