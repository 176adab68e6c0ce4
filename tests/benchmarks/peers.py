"""Other programs that answer the same questions from the same data, and how to get them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import venv
from pathlib import Path

from .bench import Bench
from .measure import Command

_PACKAGES = {"recsel": "recutils", "rg": "ripgrep"}
_FIELDS = "id,date,form,attributed_to,words,topics,source,status"
LOAD = """
import sys, yaml
from pathlib import Path
for path in sorted(Path(sys.argv[1]).rglob("*.yaml")):
    with path.open("rb") as stream:
        yaml.load(stream, Loader=yaml.CSafeLoader)
"""
"""PyYAML alone over the files of a folder."""


def debian(program: str) -> str | None:
    """Return a program of a Debian package, installed if possible; else None."""
    if path := shutil.which(program):
        return path
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        line = ["apt-get", "install", "--yes", "--quiet", _PACKAGES[program]]
        subprocess.run(line, capture_output=True, check=False)
    return shutil.which(program)


def sqlite_utils(work: Path) -> str | None:
    """Return sqlite-utils from its own virtual environment; None if it cannot be installed."""
    if path := shutil.which("sqlite-utils"):
        return path
    folder = work / "peers"
    script = folder / "bin" / "sqlite-utils"
    if not script.exists():
        venv.create(folder, with_pip=True)
        line = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", "sqlite-utils"]
        subprocess.run(line, capture_output=True, check=False)
    return str(script) if script.exists() else None


def rows(bench: Bench, size: int) -> Path:
    """Return the statements of an archive, one object per line, as the program exports them."""
    path = bench.settings.work / f"rows-{size}-{bench.settings.seed}.jsonl"
    if not path.exists():
        line = ("export", "--fields", _FIELDS, "-o", str(path))
        bench.program(*line, archive=bench.archive(size)).run()
    return path


def rec_file(bench: Bench, size: int) -> Path:
    """Return the same statements as a file of GNU recutils: a field for each person and topic."""
    path = rows(bench, size).with_suffix(".rec")
    if path.exists():
        return path
    partial = path.with_suffix(".partial")
    with (
        rows(bench, size).open(encoding="utf-8") as source,
        partial.open("w", encoding="utf-8") as target,
    ):
        target.write("%rec: Statement\n")
        for line in source:
            target.write(f"\n{_record(json.loads(line))}")
    partial.rename(path)
    return path


def _record(row: dict[str, object]) -> str:
    lines = []
    for key, value in row.items():
        for item in value if isinstance(value, list) else [value]:
            text = str(item or "").replace("\n", "\n+ ")
            lines.append(f"{key.title()}: {text}\n")
    return "".join(lines)


def recsel(program: str, path: Path, person: str) -> Command:
    """Return the command that prints the ids of what is attributed to a person."""
    condition = f"Attributed_To = '{person}'"
    return Command((program, "-t", "Statement", "-e", condition, "-P", "Id", str(path)))


def ripgrep(program: str, folder: Path, word: str) -> Command:
    """Return the command that counts the lines of each file that contain a word."""
    return Command((program, "--ignore-case", "--count", word, str(folder)))


def database(bench: Bench, program: str, size: int) -> Path:
    """Return a database of sqlite-utils with the same statements and a full-text index."""
    path = rows(bench, size).with_suffix(".db")
    if not path.exists():
        partial = path.with_suffix(".partial-db")
        partial.unlink(missing_ok=True)
        with rows(bench, size).open("rb") as source:
            line = [program, "insert", str(partial), "statement", "-", "--nl", "--pk", "id"]
            subprocess.run(line, stdin=source, check=True, capture_output=True)
        line = [program, "enable-fts", str(partial), "statement", "words"]
        subprocess.run(line, check=True, capture_output=True)
        partial.rename(path)
    return path


def search(program: str, path: Path, word: str) -> Command:
    """Return the command that finds the first fifty statements with a word."""
    return Command((program, "search", str(path), "statement", word, "--limit", "50", "--csv"))
