"""Run the program until it is killed, or out of space, at the n-th call that writes.

A server with a single thread forks for every run, so that hundreds of runs take seconds:

    with FaultyRuns(environment) as runs:
        runs.run(["draft", "article.txt", "--add"], kill_at=3)

The calls counted are those of `os` by which files are made, filled, renamed or removed, and the
writes of files opened for writing; SQLite's own are not among them.
"""

from __future__ import annotations

import builtins
import errno
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


class FaultyRun(NamedTuple):
    """The result of a run: its exit code, -9 for a kill; what it printed; and the calls it made."""

    code: int
    out: str
    err: str
    calls: int


class FaultyRuns:
    """A server that runs the program with a fault."""

    def __init__(self, environment: dict[str, str], folder: Path) -> None:
        self._environment = {**os.environ, **environment}
        self._folder = folder

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            env=self._environment | {"PYTHONPATH": str(Path(__file__).parent.parent)},
            cwd=self._folder, text=True,
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
        arguments: list[str],
        typed: str = "",
        *,
        kill_at: int = 0,
        fail_from: int = 0,
        error: int = errno.ENOSPC,
    ) -> FaultyRun:
        """Run a command line, killed before its n-th call or failing from there on; 0 for never."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        job = {"arguments": arguments, "typed": typed, "kill_at": kill_at,
               "fail_from": fail_from, "error": error}  # fmt: skip
        self._process.stdin.write(json.dumps(job) + "\n")
        self._process.stdin.flush()
        return FaultyRun(*json.loads(self._process.stdout.readline()))


class _Shim:
    """A layer around the calls that write, which counts them and lets one of them fail."""

    def __init__(self, log: int, kill_at: int, fail_from: int, error: int) -> None:
        self.log, self.kill_at, self.fail_from, self.error = log, kill_at, fail_from, error
        self.calls = 0
        self._write = os.write

    def before(self, needs_space: bool, half: Callable[[], object] = lambda: None) -> None:
        """Count a call; `half` does half of it."""
        self.calls += 1
        self._write(self.log, b".")
        if self.calls == self.kill_at:
            half()
            os.kill(os.getpid(), signal.SIGKILL)
        if self.fail_from and self.calls >= self.fail_from and needs_space:
            half()
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


def _child(job: dict[str, Any], out: int, err: int, log: int) -> NoReturn:
    from alliance_archive.cli import main

    code = 70
    try:
        os.dup2(out, 1)
        os.dup2(err, 2)
        sys.stdin = io.StringIO(job["typed"])
        sys.stdout = io.TextIOWrapper(io.FileIO(1, "w"), encoding="utf-8", write_through=True)
        sys.stderr = io.TextIOWrapper(io.FileIO(2, "w"), encoding="utf-8", write_through=True)
        sys.argv = ["alliance-archive", *job["arguments"]]
        _Shim(log, job["kill_at"], job["fail_from"], job["error"]).install()
        code = main(job["arguments"])
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def _serve() -> None:
    import alliance_archive.cli
    import alliance_archive.cli.commands.draft
    import alliance_archive.cli.commands.init
    import alliance_archive.cli.commands.merge
    import alliance_archive.cli.commands.remove
    import alliance_archive.cli.commands.rename
    import alliance_archive.cli.commands.review
    import alliance_archive.cli.commands.set  # noqa: F401

    for line in sys.stdin:
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err, \
                tempfile.TemporaryFile() as log:  # fmt: skip
            if not (pid := os.fork()):
                _child(json.loads(line), out.fileno(), err.fileno(), log.fileno())
            _, status = os.waitpid(pid, 0)
            texts = []
            for stream in (out, err, log):
                stream.seek(0)
                texts.append(stream.read().decode())
            code = os.waitstatus_to_exitcode(status)
            print(json.dumps([code, *texts[:2], len(texts[2])]), flush=True)  # noqa: T201


if __name__ == "__main__":
    _serve()
