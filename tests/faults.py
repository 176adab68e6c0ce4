"""Run the program until it is killed, or out of space, at the n-th call that writes.

A server with a single thread forks for every run, after it has run the command itself once, so
that hundreds of runs take seconds:

    with FaultyRuns() as runs:
        runs.warm_up(folder, ["draft", "article.txt", "--add"])
        runs.run(folder, ["draft", "article.txt", "--add"], kill_at=3)

The calls counted are those of `os` by which files are made, filled, renamed or removed, and the
writes of files opened for writing; SQLite's own are not among them.
"""

from __future__ import annotations

import builtins
import errno
import gc
import hashlib
import io
import json
import os
import signal
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, NoReturn, Self

# The calls of os that write, and whether they need space.
NEEDS_SPACE = {
    "open": True,
    "write": True,
    "pwrite": True,
    "mkdir": True,
    "link": True,
    "symlink": True,
    "rename": True,
    "replace": True,
    "fsync": True,
    "ftruncate": False,
    "chmod": False,
    "unlink": False,
    "rmdir": False,
}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Call(NamedTuple):
    """A call that writes: whether it needs space, and a digest of the folder before it.

    Where the digests of two calls of a run are equal, a kill before either leaves the same files.
    """

    needs_space: bool
    disk: str


class FaultyRun(NamedTuple):
    """The result of a run: its exit code, -9 for a kill; what it printed; and the calls it made."""

    code: int
    out: str
    err: str
    calls: list[Call]


class _Job(NamedTuple):
    """A run to make; `kill_at` and `fail_from` are the numbers of calls, 0 for never."""

    folder: str
    environment: dict[str, str]
    arguments: list[str]
    typed: str
    kill_at: int = 0
    fail_from: int = 0
    error: int = 0
    watched: bool = False
    warm_up: bool = False


class FaultyRuns:
    """A server that runs the program with a fault, in the environment of whoever asks."""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            cwd=Path(__file__).parent.parent, text=True,
        )  # fmt: skip
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(30)
        assert self._process.stdout is not None
        self._process.stdout.close()

    def run(
        self,
        folder: Path,
        arguments: list[str],
        typed: str = "",
        *,
        kill_at: int = 0,
        fail_from: int = 0,
        error: int = errno.ENOSPC,
        watched: bool = False,
    ) -> FaultyRun:
        """Run a command line in a folder, killed before its n-th call or failing from there on.

        Its calls are returned only if it is watched.
        """
        code, out, err, calls = self._answer(
            _Job(str(folder), {**os.environ}, arguments, typed, kill_at, fail_from, error, watched)
        )
        return FaultyRun(code, out, err, [Call(*call) for call in calls])

    def warm_up(self, folder: Path, arguments: list[str], typed: str = "") -> int:
        """Run a command line in the server, which later runs start from; return its exit code."""
        code: int = self._answer(_Job(str(folder), {**os.environ}, arguments, typed, warm_up=True))
        return code

    def _answer(self, job: _Job) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(job) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())


class _Shim:
    """A layer around the calls that write, which counts them and lets one of them fail."""

    def __init__(self, log: int | None, kill_at: int, fail_from: int, error: int) -> None:
        self.log, self.kill_at, self.fail_from, self.error = log, kill_at, fail_from, error
        self.calls = 0
        self._write = os.write

    def before(self, needs_space: bool, half: Callable[[], object] | None = None) -> None:
        """Count a call; `half` does half of it."""
        self.calls += 1
        if self.log is not None:
            disk = f"half of call {self.calls}" if half else _digest(Path())
            self._write(self.log, json.dumps(Call(needs_space, disk)).encode() + b"\n")
        killed = self.calls == self.kill_at
        failing = self.fail_from and self.calls >= self.fail_from and needs_space
        if half and (killed or failing):
            half()
        if killed:
            os.kill(os.getpid(), signal.SIGKILL)
        if failing:
            raise OSError(self.error, os.strerror(self.error))

    def install(self) -> None:
        for name, needs_space in NEEDS_SPACE.items():
            setattr(os, name, self._wrapped(getattr(os, name), name, needs_space))
        plain_open = builtins.open
        shim = self

        class Counted(io.FileIO):
            def write(self, data: Any, /) -> int:
                part = bytes(data)
                shim.before(True, lambda: io.FileIO.write(self, part[: len(part) // 2]))
                return io.FileIO.write(self, data)

        def opened(file: Any, mode: str = "r", *arguments: Any, **options: Any) -> Any:
            if not set(mode) & set("wxa") or "b" in mode or isinstance(file, int):
                return plain_open(file, mode, *arguments, **options)
            raw = Counted(file, mode.replace("t", ""))
            encoding, newline = options.get("encoding"), options.get("newline")
            return io.TextIOWrapper(io.BufferedWriter(raw), encoding=encoding, newline=newline)

        builtins.open = opened  # type: ignore[assignment]

    def _wrapped(
        self, call: Callable[..., Any], name: str, needs_space: bool
    ) -> Callable[..., Any]:
        def counted(*arguments: Any, **options: Any) -> Any:
            flags = (
                arguments[1] if name == "open" and len(arguments) > 1 else options.get("flags", 0)
            )
            if name != "open" or flags & _WRITING:
                self.before(needs_space)
            return call(*arguments, **options)

        return counted


def _digest(folder: Path) -> str:
    """Return a digest of the files below a folder: their content, and their times and inodes."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        status = path.lstat()
        times = (status.st_mtime_ns, status.st_ctime_ns) if path.is_file() else ()
        content = path.read_bytes() if path.is_file() else b""
        digest.update(repr((path, status.st_mode, status.st_ino, times, content)).encode())
    return digest.hexdigest()


def _main(job: _Job, out: int, err: int) -> int:
    """Run a command line with streams of its own."""
    from alliance_archive.cli import main

    os.chdir(job.folder)
    os.environ.clear()
    os.environ.update(job.environment)
    sys.stdin = io.StringIO(job.typed)
    sys.stdout = io.TextIOWrapper(io.FileIO(out, "w"), encoding="utf-8", write_through=True)
    sys.stderr = io.TextIOWrapper(io.FileIO(err, "w"), encoding="utf-8", write_through=True)
    sys.argv = ["alliance-archive", *job.arguments]
    return main(job.arguments)


def _warm_up(job: _Job) -> int:
    """Run a command line here, so that what it imports and compiles is there for each fork."""
    streams = sys.stdin, sys.stdout, sys.stderr
    try:
        return _main(job, os.open(os.devnull, os.O_WRONLY), os.open(os.devnull, os.O_WRONLY))
    finally:
        sys.stdin, sys.stdout, sys.stderr = streams
        gc.collect()
        gc.freeze()


def _forked(job: _Job) -> FaultyRun:
    """Run a command line in a fork of this process."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err, \
            tempfile.TemporaryFile() as log:  # fmt: skip
        if not (pid := os.fork()):
            _child(job, out.fileno(), err.fileno(), log.fileno())
        _, status = os.waitpid(pid, 0)
        texts = []
        for stream in (out, err, log):
            stream.seek(0)
            texts.append(stream.read().decode())
        calls = [Call(*json.loads(line)) for line in texts[2].splitlines()]
        return FaultyRun(os.waitstatus_to_exitcode(status), texts[0], texts[1], calls)


def _child(job: _Job, out: int, err: int, log: int) -> NoReturn:
    code = 70
    try:
        os.dup2(out, 1)
        os.dup2(err, 2)
        _Shim(log if job.watched else None, job.kill_at, job.fail_from, job.error).install()
        code = _main(job, 1, 2)
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def _serve() -> None:
    for line in sys.stdin:
        job = _Job(*json.loads(line))
        print(json.dumps(_warm_up(job) if job.warm_up else _forked(job)), flush=True)  # noqa: T201


if __name__ == "__main__":
    _serve()
