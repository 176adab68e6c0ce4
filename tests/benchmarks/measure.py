"""Measure the time and the memory of commands by pairs of runs.

A machine is never as fast twice; two commands run one after the other mostly are. So the ratio of
each pair is taken, and of the ratios the median.
"""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

_WINDOW = {"COLUMNS": "120", "LINES": "40", "TERM": "xterm-256color"}
# As installed, with byte code: an editable install must write that once.
_DROPPED = {*_WINDOW, "PYTHONDONTWRITEBYTECODE"}
# Between us and the command, since a command's peak starts with that of what it was forked from.
_PEAK = """
import os, sys
child = os.fork()
if not child:
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(null, stream)
    os.execvpe(sys.argv[1], sys.argv[1:], os.environ)
_, status, usage = os.wait4(child, 0)
print(usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024))
sys.exit(os.waitstatus_to_exitcode(status))
"""


class Command(NamedTuple):
    """A command line; in a terminal if it should see one as its output.

    `prepare` is done before each run and is not measured.
    """

    line: tuple[str, ...]
    terminal: bool = False
    environment: Mapping[str, str] = {}
    folder: Path | None = None
    prepare: Callable[[], object] | None = None

    def run(self) -> float:
        """Return the seconds that one run takes. Raises CommandFailed."""
        if self.prepare:
            self.prepare()
        started = time.perf_counter()
        code, errors = self._in_terminal() if self.terminal else self._piped()
        seconds = time.perf_counter() - started
        if code:
            raise CommandFailed(self.line, code, errors)
        return seconds

    def peak(self) -> int:
        """Return the peak memory of one run in bytes. Raises CommandFailed."""
        if self.prepare:
            self.prepare()
        line = (sys.executable, "-I", "-S", "-c", _PEAK, *self.line)
        done = subprocess.run(
            line, env=self.variables(), cwd=self.folder, capture_output=True, text=True
        )
        if done.returncode:
            raise CommandFailed(self.line, done.returncode, done.stderr)
        return int(done.stdout)

    def variables(self) -> dict[str, str]:
        """Return the environment it runs in."""
        kept = {name: value for name, value in os.environ.items() if name not in _DROPPED}
        return kept | (_WINDOW if self.terminal else {}) | dict(self.environment)

    def _piped(self) -> tuple[int, str]:
        done = subprocess.run(
            self.line,
            env=self.variables(),
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        return done.returncode, done.stderr

    def _in_terminal(self) -> tuple[int, str]:
        screen, terminal = pty.openpty()
        with subprocess.Popen(
            self.line,
            env=self.variables(),
            cwd=self.folder,
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
            start_new_session=True,
        ) as process:
            os.close(terminal)
            output = _drain(screen)
            os.close(screen)
        return process.returncode, output


def _drain(descriptor: int) -> str:
    """Return all that a terminal receives, until the other side is closed."""
    parts = []
    while True:
        try:
            part = os.read(descriptor, 65536)
        except OSError:  # how Linux reports the end
            part = b""
        if not part:
            return b"".join(parts).decode("utf-8", "replace")
        parts.append(part)


class CommandFailed(Exception):
    """A command ended with a code other than 0."""

    def __init__(self, line: Sequence[str], code: int, errors: str) -> None:
        self.code = code
        last = errors.strip().splitlines()[-1:] or ["no message"]
        super().__init__(f"{Path(line[0]).name} ended with {code}: {last[0]}")


class Ratio(NamedTuple):
    """The result of pairs of runs: the median of their ratios, the least and the greatest.

    `measured` and `baseline` are the medians of each side, in seconds.
    """

    median: float
    least: float
    greatest: float
    measured: float
    baseline: float
    pairs: int


def ratio(pairs: Sequence[tuple[float, float]]) -> Ratio:
    """Return the ratio of pairs of measurements, measured to baseline."""
    ratios = [measured / baseline for measured, baseline in pairs]
    return Ratio(
        median(ratios),
        min(ratios),
        max(ratios),
        median(measured for measured, _ in pairs),
        median(baseline for _, baseline in pairs),
        len(pairs),
    )


def compare(measured: Command, baseline: Command, runs: int, patience: float) -> Ratio:
    """Run both in turn, in the opposite order every other time.

    At least one pair is run; none begins after `patience` seconds. With more
    than one, a first pair fills the caches of the system and is not counted.
    """
    started = time.perf_counter()
    pairs: list[tuple[float, float]] = []
    first: tuple[float, float] | None = None
    while len(pairs) < runs and (not pairs or time.perf_counter() - started < patience):
        if len(pairs) % 2:
            second = baseline.run()
            pair = (measured.run(), second)
        else:
            pair = (measured.run(), baseline.run())
        if first is None and runs > 1 and time.perf_counter() - started < patience / 2:
            first = pair
            continue
        pairs.append(pair)
    return ratio(pairs)
