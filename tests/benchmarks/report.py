"""Rows of the benchmark's table, and the table in Markdown."""

from __future__ import annotations

import datetime
import os
import platform
import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .measure import CommandFailed, Ratio

_HEADER = "| case | statements | measured | bar | met |\n|---|---:|---|---|---|"


class Row(NamedTuple):
    """A case: how many statements its archive has (None: the shipped one), and the result.

    `met` is None where nothing was asked or measured.
    """

    case: str
    size: int | None
    measured: str
    bar: str = "–"
    met: bool | None = None

    @classmethod
    def of_ratio(cls, case: str, size: int | None, ratio: Ratio, bar: float | None) -> Row:
        """Return the row of a ratio of times."""
        pairs = f"{ratio.pairs} pair{'s' * (ratio.pairs != 1)}"
        spread = f"{_digits(ratio.least)}–{_digits(ratio.greatest)}, {pairs}"
        seconds = f"{_digits(ratio.measured)} s to {_digits(ratio.baseline)} s"
        measured = f"{_digits(ratio.median)} × ({spread}; {seconds})"
        return cls(case, size, measured, *at_most(ratio.median, bar, "×"))

    @classmethod
    def missing(cls, case: str, size: int | None) -> Row:
        """Return the row of something that the program does not do yet."""
        return cls(case, size, "not there yet")

    @classmethod
    def absent(cls, peer: str, size: int) -> Row:
        """Return the row of a peer that could not be installed."""
        return cls(f"against {peer}", size, "skipped: not installed, and it could not be")

    @classmethod
    def failed(cls, case: str, size: int | None, error: CommandFailed) -> Row:
        """Return the row of a command that ended with an error."""
        return cls(case, size, f"failed: {error}", met=False)

    def line(self) -> str:
        """Return the row in Markdown."""
        size = "shipped" if self.size is None else f"{self.size:,}"
        met = {True: "yes", False: "no", None: "–"}[self.met]
        cells = (self.case, size, self.measured.replace("|", "\\|"), self.bar, met)
        return f"| {' | '.join(cells)} |"


def at_most(value: float, bar: float | None, unit: str) -> tuple[str, bool | None]:
    """Return the bar as it is shown, and whether it is met."""
    return ("–", None) if bar is None else (f"at most {bar:g} {unit}", value <= bar)


def at_least(value: float, bar: float | None, unit: str) -> tuple[str, bool | None]:
    """Return the same for a bar that must be reached."""
    return ("–", None) if bar is None else (f"at least {bar:,g} {unit}", value >= bar)


def megabytes(size: float) -> str:
    """Return a number of bytes for people to read."""
    return f"{size / 2**20:.1f} MB"


def table_lines(rows: Iterable[Row]) -> Iterator[str]:
    """Yield the lines of the table, each as soon as its row is ready."""
    yield _HEADER
    for row in rows:
        yield row.line()


def conditions(runs: int, day: datetime.date) -> str:
    """Return a line that says where and when it was measured."""
    return (
        f"{day.isoformat()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()},"
        f" Python {platform.python_version()}, SQLite {sqlite3.sqlite_version};"
        f" medians of up to {runs} paired runs, with the least and the greatest.\n"
    )


def _digits(value: float) -> str:
    """Return a number in three digits, which is more than such measurements justify."""
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"
