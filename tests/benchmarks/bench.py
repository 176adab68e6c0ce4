"""What the cases share: the archives, the program's command lines, and where its index goes."""

from __future__ import annotations

import functools
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from . import generate
from .generate import Plan, World
from .measure import Command, Ratio, compare

PER_SOURCE = 100


class Settings(NamedTuple):
    """The options of the benchmark."""

    work: Path
    runs: int
    patience: float
    peers: bool
    seed: int


class Bench:
    """Commands to be measured, over archives that are made once and kept in the work folder."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.cache = settings.work / "cache"
        self.elsewhere = settings.work / "elsewhere"
        self.elsewhere.mkdir(parents=True, exist_ok=True)
        self._warm: set[Path | None] = set()

    def archive(self, size: int) -> Path:
        """Return the folder of the archive of that many statements, made unless it exists."""
        plan = self.plan(size)
        folder = self.settings.work / f"archive-{size}-{self.settings.seed}"
        if not (folder / "complete").exists():
            shutil.rmtree(folder, ignore_errors=True)
            generate.generate(folder, plan)
            (folder / "complete").touch()
        return folder

    def plan(self, size: int) -> Plan:
        """Return the plan of the archive of that many statements."""
        return Plan(max(1, size // PER_SOURCE), min(size, PER_SOURCE), self.settings.seed)

    @functools.lru_cache(1)  # noqa: B019 - one bench lives as long as the process
    def world(self, size: int) -> World:
        """Return what the sources of the archive of that many statements share."""
        return generate.world(self.plan(size))

    def program(
        self,
        *arguments: str,
        archive: Path | None = None,
        cache: Path | None = None,
        terminal: bool = False,
        prepare: Callable[[], object] | None = None,
    ) -> Command:
        """Return a command of the program on an archive, by default the shipped one, with its cache."""
        where = ("--archive", str(archive)) if archive else ()
        environment = {
            "XDG_CACHE_HOME": str(cache or self.cache),
            "XDG_STATE_HOME": str(self.settings.work / "state"),
            "ALLIANCE_ARCHIVE": "",
        }
        line = (*_script(), *where, *arguments)
        return Command(line, terminal, environment, self.elsewhere, prepare)

    def python(self, code: str, *arguments: str, terminal: bool = False) -> Command:
        """Return a command of the interpreter that the program runs in."""
        return Command((sys.executable, "-c", code, *arguments), terminal, {}, self.elsewhere)

    def warm(self, archive: Path | None) -> None:
        """Make sure that an archive has a fresh index, if the program has indexes."""
        if archive not in self._warm:
            self.program("statements", "--limit", "1", "--format", "csv", archive=archive).run()
            self._warm.add(archive)

    def compare(self, measured: Command, baseline: Command) -> Ratio:
        """Return the ratio of two commands' times."""
        return compare(measured, baseline, self.settings.runs, self.settings.patience)

    def can(self, command: str) -> bool:
        """Return whether the program has a command of this name."""
        return command in _commands()

    def answer(self, command: Command) -> str:
        """Return what a command prints."""
        done = subprocess.run(
            command.line,
            env=command.variables(),
            cwd=command.folder,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    @contextmanager
    def changing(self, size: int) -> Iterator[Callable[[], object]]:
        """Yield a function that changes one source of an archive, which is restored afterward."""
        folder = self.archive(size)
        world = self.world(size)
        path = folder / "sources" / f"{generate.source_id(0)}.yaml"
        editions = iter(range(1, 10**6))

        def change(edition: int | None = None) -> None:
            chosen = next(editions) if edition is None else edition
            path.write_text("".join(generate.source(world, 0, chosen)), "utf-8", newline="\n")

        try:
            yield change
        finally:
            change(0)
            self._warm.discard(folder)


@functools.cache
def _script() -> tuple[str, ...]:
    """Return the installed console script, else the module."""
    script = Path(sys.executable).with_name("alliance-archive")
    return (str(script),) if script.exists() else (sys.executable, "-m", "alliance_archive")


@functools.cache
def _commands() -> frozenset[str]:
    help_page = subprocess.run([*_script(), "--help"], capture_output=True, text=True, check=True)
    return frozenset(re.findall(r"(?m)^  ([a-z]+)  ", help_page.stdout))
