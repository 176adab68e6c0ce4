"""An answer without rows is whole in every format: what reads the format reads nothing from it."""

from __future__ import annotations

import csv
import io
import json
import shlex
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from alliance_archive.cli.options import FORMATS
from tests.conftest import Run, Write

pytestmark = pytest.mark.usefixtures("harbor")
NOTHING = [
    "who zebra",
    "said voss zebra",
    "statements --match zebra",
    "meetings --match zebra",
    "participants --match zebra",
    "sources --match zebra",
    "topics --match zebra",
    "timeline --match zebra",
    "phrases --match zebra",
    "phrases --kwic --word zebra",
    "phrases --across topics --match zebra",
    "compare voss arai --match zebra",
    "verify --match zebra",
    "export --match zebra",
    "export --long --match zebra",
    "sql 'SELECT id, words FROM statements WHERE 0'",
]


def rows_of_markdown(text: str) -> list[str]:
    header, rule, *rows = text.splitlines()
    assert header.count("|") == rule.count("|") > 1
    return rows


def rows_of_csv(text: str) -> list[dict[str, str]]:
    assert text.endswith("\r\n")
    return list(csv.DictReader(io.StringIO(text, newline="")))


# What reads each format, and what it reads without rows.
READERS: dict[str, tuple[Callable[[str], Any], Any]] = {
    "table": (str, ""),
    "csv": (rows_of_csv, []),
    "tsv": (lambda text: list(csv.DictReader(io.StringIO(text), dialect="excel-tab")), []),
    "json": (json.loads, []),
    "jsonl": (str, ""),
    "markdown": (rows_of_markdown, []),
    "yaml": (yaml.safe_load, []),
}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("command", NOTHING)
def test_no_rows_in_every_format(run: Run, tmp_path: Path, command: str, form: str) -> None:
    words = shlex.split(command)
    read, nothing = READERS[form]
    done = run(*words, "--format", form)
    assert done.code == 0
    assert done.err.startswith("alliance-archive: no ")
    assert read(done.out) == nothing
    target = tmp_path / "answer"
    target.write_text("of an earlier run")
    assert run(*words, "--format", form, "-o", target) == (0, "", done.err)
    assert target.read_bytes().decode() == done.out


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "csv"])
def test_no_problems_in_every_format(run: Run, write: Write, form: str) -> None:
    write({"records.yaml": "topics: []\n", "wire.yaml": "topics: []\n"})
    empty = {"json": "[]\n", "csv": "path,line,column,code,severity,message\r\n"}
    done = run("check", "--format", form)
    assert (done.code, done.out) == (0, empty.get(form, ""))


def test_an_archive_without_statements(run: Run, tmp_path: Path) -> None:
    nothing = ("--match", "zebra")
    assert run("export", *nothing, "--excel").out.startswith("\ufeffid,date,")
    linked = json.loads(run("export", *nothing, "--format", "jsonld").out)
    assert "Statement" not in {node.get("@type") for node in linked["@graph"]}
    assert run("export", *nothing, "-o", tmp_path / "x.sqlite").code == 0
    database = sqlite3.connect(tmp_path / "x.sqlite")
    assert database.execute("SELECT count(*) FROM statements").fetchone() == (0,)
    database.close()
    assert run("export", *nothing, "--datapackage", tmp_path / "x").code == 0
    assert len((tmp_path / "x" / "statements.csv").read_text().splitlines()) == 1
