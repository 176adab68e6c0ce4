"""A function of many items computed by several processes, its results returned in order.

The workers are plain processes that run `serve`, not those of multiprocessing: they need no shared
memory, never import the caller's main module again, and are safe in a program with threads. What a
worker fails to deliver is computed by this process, so a dead worker costs only time.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import ExitStack
from typing import Any, BinaryIO, TypeVar

Setup = TypeVar("Setup")
Item = TypeVar("Item")
Result = TypeVar("Result")
_AHEAD = 2**20  # bytes of results that a worker may be ahead: an ordinary user's largest pipe
_RUN = f"""import pickle, sys
sys.path[:] = pickle.load(sys.stdin.buffer)
from {__name__} import serve
serve(sys.stdin.buffer, sys.stdout.buffer)
"""


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_order(
    function: Callable[[Setup, Item], Result],
    setup: Setup,
    items: Sequence[Item],
    sizes: Sequence[int],
    processes: int,
    *,
    collect: bool = True,
) -> Generator[Result, None, None]:
    """Yield function(setup, item) for each item, in order; here, if one process is enough.

    `function` is a module's, and `sizes` tell how long each item takes compared with others. The
    workers have no garbage collector unless `collect` is true. None is without an item.
    """
    shares = _shares(sizes, min(processes, len(items)))
    with ExitStack() as stack:
        workers = [
            _Worker((function, setup, [items[position] for position in share], collect))
            for share in shares
        ]
        for worker in workers:
            stack.callback(worker.end)
        pairs = zip(workers, shares, strict=True)
        computed_by = {position: worker for worker, share in pairs for position in share}
        for position, item in enumerate(items):
            results = computed_by[position].next() if computed_by else []
            yield results[0] if results else function(setup, item)


def _shares(sizes: Sequence[int], count: int) -> list[list[int]]:
    """Return the positions of the items of each worker; [] if one process is enough.

    A frozen program has no interpreter that could be started.
    """
    if count < 2 or getattr(sys, "frozen", False) or not sys.executable:
        return []
    shares: list[list[int]] = [[] for _ in range(count)]
    loads = [0] * count
    for position, size in enumerate(sizes):
        # To the worker with the least so far: the results are read in the order of the items, so
        # all workers should proceed at the same pace.
        least = loads.index(min(loads))
        shares[least].append(position)
        loads[least] += size
    return shares


class _Worker:
    """A process that computes and sends results, until a failure."""

    def __init__(self, task: tuple[Any, ...]) -> None:
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
            self._process.stdin.write(pickle.dumps(sys.path) + pickle.dumps(task))
            self._process.stdin.flush()
        except OSError:
            self.end()

    def next(self) -> list[Any]:
        """Return the next result, in a list; [] if the process has failed."""
        if self._process is None:
            return []
        assert self._process.stdout is not None
        try:
            return [pickle.load(self._process.stdout)]  # noqa: S301 – from our own process
        except (EOFError, OSError, pickle.UnpicklingError):
            self.end()
            return []

    def end(self) -> None:
        """Kill the process, whatever it is doing."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None


def serve(source: BinaryIO, target: BinaryIO) -> None:
    """Run a worker: receive the items, and send the result of each in order."""
    # A terminal sends Ctrl-C to every process. The main process handles it and kills this one,
    # which would otherwise print a traceback.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    function, setup, items, collect = pickle.load(source)  # noqa: S301 – from our own process
    if not collect:
        gc.disable()
    for item in items:
        pickle.dump(function(setup, item), target, pickle.HIGHEST_PROTOCOL)
        target.flush()
