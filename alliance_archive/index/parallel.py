"""Many files read at once, by several processes if that is quicker, and returned in order.

The workers are plain processes that run `serve`, not those of multiprocessing: they need no shared
memory, never import the caller's main module again, and are safe in a program with threads. Files
that a worker fails to deliver are read by this process, so a dead worker costs only time.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import BinaryIO

from ..store.read import read_records
from ..store.scan import FileEntry
from .storage import FileRows, rows_of

SHARE = 2**20
"""Bytes of YAML that take longer to read than a process takes to start."""
_MOST = 4  # with more, this process could not store the rows as fast as they come
_AHEAD = 2**20  # bytes of rows that a worker may be ahead: the largest pipe of an ordinary user
_RUN = f"""import pickle, sys
sys.path[:] = pickle.load(sys.stdin.buffer)
from {__name__} import serve
serve(sys.stdin.buffer, sys.stdout.buffer)
"""


@contextmanager
def gc_paused() -> Iterator[None]:
    """Pause the garbage collector, which would search millions of rows and find no cycles."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def read_many(root: str, files: Sequence[FileEntry]) -> Generator[FileRows, None, None]:
    """Yield the rows of each file, in order. Files that no worker delivers are read here."""
    processes = min(_processors(), _MOST, sum(file.size for file in files) // SHARE)
    shares = _shares(files, processes)
    with ExitStack() as stack:
        workers = [_Worker(root, [files[position].path for position in share]) for share in shares]
        for worker in workers:
            stack.callback(worker.end)
        pairs = zip(workers, shares, strict=True)
        reader = {position: worker for worker, share in pairs for position in share}
        for position, file in enumerate(files):
            rows = reader[position].next() if reader else None
            yield rows or rows_of(read_records(root, file.path))


def _processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _shares(files: Sequence[FileEntry], count: int) -> list[list[int]]:
    """Return the positions of the files that each worker reads; [] if one process is enough.

    A frozen program has no interpreter that could be started.
    """
    if count < 2 or getattr(sys, "frozen", False) or not sys.executable:
        return []
    shares: list[list[int]] = [[] for _ in range(count)]
    loads = [0] * count
    for position, file in enumerate(files):
        # To the worker with the fewest bytes so far: the rows are read in the order of the files,
        # so all workers should proceed at the same pace.
        least = loads.index(min(loads))
        shares[least].append(position)
        loads[least] += file.size
    return shares


class _Worker:
    """A process that reads files and sends their rows, until a failure."""

    def __init__(self, root: str, paths: list[str]) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        try:
            self._process = subprocess.Popen(  # noqa: S603 – this program, nothing from outside
                # Isolated from the user's environment (PYTHONPATH, usercustomize), but with the
                # same encoding of file names. sys.path is sent instead.
                [sys.executable, "-I", "-S", "-B", f"-Xutf8={sys.flags.utf8_mode}", "-c", _RUN],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                pipesize=_AHEAD,
            )
            assert self._process.stdin is not None
            self._process.stdin.write(pickle.dumps(sys.path) + pickle.dumps((root, paths)))
            self._process.stdin.flush()
        except OSError:
            self.end()

    def next(self) -> FileRows | None:
        """Return the rows of the next file; None if the process has failed."""
        if self._process is None:
            return None
        assert self._process.stdout is not None
        try:
            rows: FileRows = pickle.load(self._process.stdout)  # noqa: S301 – from our own process
        except (EOFError, OSError, pickle.UnpicklingError):
            self.end()
            return None
        return rows

    def end(self) -> None:
        """Kill the process, whatever it is doing."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None


def serve(source: BinaryIO, target: BinaryIO) -> None:
    """Run a worker: receive the paths, and send the rows of each file in order."""
    # A terminal sends Ctrl-C to every process. The main process handles it and kills this one,
    # which would otherwise print a traceback.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()
    root, paths = pickle.load(source)  # noqa: S301 – from the process that started this one
    for path in paths:
        pickle.dump(rows_of(read_records(root, path)), target, pickle.HIGHEST_PROTOCOL)
    target.flush()
