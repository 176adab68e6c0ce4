"""`python -m tests.benchmarks`: measure the cases and print them as a Markdown table."""

from __future__ import annotations

import argparse
import datetime
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from . import cases, report
from .bench import Bench, Settings


def _sizes(text: str) -> list[int]:
    return [int(part.replace("_", "")) for part in text.split(",") if part]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument(
        "--sizes", type=_sizes, default=[1_000, 10_000, 100_000, 1_000_000], metavar="N,N"
    )
    parser.add_argument("--runs", type=int, default=9, help="pairs of each case, at most")
    parser.add_argument(
        "--patience",
        type=float,
        default=120,
        metavar="SECONDS",
        help="begin no further pair of a case after so long",
    )
    parser.add_argument("--peers", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--work", type=Path, help="where archives and indexes are kept for re-use")
    parser.add_argument("--out", type=Path, metavar="FILE.md", help="write the table there too")
    return parser


def _rows(bench: Bench, sizes: list[int]) -> Iterator[report.Row]:
    yield from cases.startup(bench)
    yield from cases.drafting(bench)
    for size in sizes:
        yield from cases.of_size(bench, size)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    options = _parser().parse_args()
    work = options.work or Path(tempfile.gettempdir()) / "alliance-archive-benchmark"
    bench = Bench(
        Settings(work.resolve(), options.runs, options.patience, options.peers, options.seed)
    )
    lines = [report.conditions(options.runs, datetime.date.today())]
    _say(lines[0])
    for line in report.table_lines(_rows(bench, options.sizes)):
        lines.append(line)
        _say(line)
        if options.out:
            options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


main()
