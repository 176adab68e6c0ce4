"""The arithmetic of the pairs, on made-up numbers, and the rows of the table."""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from . import measure
from .bench import Bench, Settings
from .floors import floor
from .measure import Command, CommandFailed, Ratio, compare, ratio
from .report import Row, at_least, at_most


def test_median_is_of_the_ratios_of_pairs_not_of_the_times() -> None:
    # The machine slowed down after the first pair: the medians alone, 3 to 2, would say 1.5.
    result = ratio([(1.0, 1.0), (3.0, 2.0), (4.0, 4.0)])
    assert result == Ratio(1.0, 1.0, 1.5, 3.0, 2.0, 3)


def test_even_number_of_pairs_takes_the_mean_of_the_middle_ones() -> None:
    assert ratio([(1.0, 1.0), (2.0, 1.0), (3.0, 1.0), (9.0, 1.0)]).median == 2.5


class FakeCommand:
    """A command that notes its runs and takes the seconds it is told to."""

    def __init__(self, name: str, seconds: list[float], order: list[str]) -> None:
        self.name, self.seconds, self.order = name, iter(seconds), order

    def run(self) -> float:
        self.order.append(self.name)
        return next(self.seconds)


def test_pairs_alternate_and_the_first_is_not_counted() -> None:
    order: list[str] = []
    measured = FakeCommand("a", [99.0, 2.0, 4.0, 6.0], order)
    baseline = FakeCommand("b", [1.0, 1.0, 1.0, 2.0], order)
    result = compare(measured, baseline, runs=3, patience=1000)
    assert order == list("ab" + "ab" + "ba" + "ab")
    assert (result.median, result.least, result.greatest, result.pairs) == (3.0, 2.0, 4.0, 3)


def test_one_pair_is_measured_however_little_patience_there_is() -> None:
    order: list[str] = []
    result = compare(
        FakeCommand("a", [6.0], order), FakeCommand("b", [2.0], order), runs=9, patience=0
    )
    assert (result.median, result.pairs) == (3.0, 1)


def test_the_peak_is_that_of_the_command() -> None:
    ballast = bytearray(64 * 2**20)
    small = Command((sys.executable, "-c", "pass")).peak()
    large = Command((sys.executable, "-c", f"x = bytearray({len(ballast)})")).peak()
    assert small < 64 * 2**20
    assert 60 * 2**20 < large - small < 70 * 2**20


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="no pseudo-terminals here")
def test_the_command_sees_a_terminal() -> None:
    ask = "import os, sys; sys.exit(not (sys.stdout.isatty() and os.get_terminal_size(0)))"
    assert Command((sys.executable, "-c", ask), terminal=True).run() > 0
    with pytest.raises(CommandFailed, match="ended with 1"):
        Command((sys.executable, "-c", ask)).run()


def test_what_is_done_before_a_run_is_not_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([10.0, 11.5])
    monkeypatch.setattr(measure.time, "perf_counter", lambda: next(clock))
    done: list[int] = []
    command = Command((sys.executable, "-c", "pass"), prepare=lambda: done.append(1))
    assert (command.run(), done) == (1.5, [1])


def test_a_floor_is_measured_in_a_work_folder_used_before(tmp_path: Path) -> None:
    for name in ("whole-1000-0.sqlite", "copy.sqlite"):
        with closing(sqlite3.connect(tmp_path / name)) as connection:
            connection.execute("CREATE TABLE participants (id)")
    bench = Bench(Settings(tmp_path, runs=1, patience=1, peers=False, seed=0))
    assert floor(bench, 1000, "sqlite").run() > 0


def test_bars() -> None:
    assert at_most(1.5, 1.5, "×") == ("at most 1.5 ×", True)
    assert at_most(1.6, 1.5, "×") == ("at most 1.5 ×", False)
    assert at_most(99, None, "×") == ("–", None)
    assert at_least(99_999, 100_000, "rows") == ("at least 100,000 rows", False)


def test_rows_in_markdown() -> None:
    result = ratio([(0.3, 0.2), (0.5, 0.25)])
    assert Row.of_ratio("a look-up", 1000, result, 2.0).line() == (
        "| a look-up | 1,000 | 1.75 × (1.5–2, 2 pairs; 0.4 s to 0.225 s) | at most 2 × | yes |"
    )
    assert Row.missing("check", None).line() == "| check | shipped | not there yet | – | – |"
