"""The README's ways to other programs, run as they stand there, where those programs are."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.benchmarks.generate import Plan, generate
from tests.conftest import SHIPPED, Run
from tests.interop import program_path

SECTION = (
    (SHIPPED.parent / "README.md")
    .read_text(encoding="utf-8")
    .partition("## Growing past one machine\n")[2]
    .partition("\n## ")[0]
)
BLOCKS = re.findall(r"```(sh|py)\n(.*?)```\n", SECTION, re.DOTALL)
EXPORTS, DATASETTE, DUCKDB, POSTGRESQL, MILLION = (text for _, text in BLOCKS)


@pytest.fixture
def exported(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for line in EXPORTS.splitlines():
        assert run(*line.split()[1:]) == (0, "", "")
    return tmp_path


@pytest.mark.interop("datasette")
def test_datasette(exported: Path) -> None:
    program = Path(sys.executable).with_name("datasette")
    # What would serve it, asked for one page of it instead.
    get = ["--get", "/archive/statements.json?_search=linchpin&_shape=array"]
    done = subprocess.run(
        [program, *DATASETTE.split()[1:], *get], capture_output=True, text=True, check=True
    )
    assert done.stdout.count('"yonhap-2017-10-23-0') >= 2


@pytest.mark.interop("duckdb")
def test_duckdb(exported: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", DUCKDB], capture_output=True, text=True, check=True
    )
    assert re.search(r"│ +12 │", done.stdout)


def test_a_large_archive(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make, *exports = MILLION.splitlines()
    assert make == "python -m tests.benchmarks.generate million --sources 10000 --statements 100"
    generate(tmp_path / "million", Plan(3, 100))
    monkeypatch.chdir(tmp_path)
    for line in exports:
        assert run(*line.split()[1:]) == (0, "", "")
    with contextlib.closing(sqlite3.connect("archive.sqlite")) as database:
        assert database.execute("SELECT count(*) FROM statements").fetchone() == (300,)
    assert Path("archive-csv/statements.csv").read_text(encoding="utf-8").count("\n") == 301


@pytest.fixture
def server() -> Iterator[dict[str, str]]:
    """A PostgreSQL of the test's own, reached by a socket in its folder."""
    # Not below pytest's folder: each run of pytest closes that to other users again.
    with tempfile.TemporaryDirectory(prefix="pg-") as folder:
        yield from served(folder)


def served(folder: str) -> Iterator[dict[str, str]]:
    root = os.geteuid() == 0
    # It will not run as root.
    user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if root else []
    if root:
        shutil.chown(folder, "postgres", "postgres")
    pg_ctl = [*user, program_path("pg_ctl"), "-s", "-w", "-D", f"{folder}/data"]
    options = f"-k {folder} -c listen_addresses='' -c fsync=off"
    initdb = [
        *user,
        program_path("initdb"),
        "-D",
        f"{folder}/data",
        "-U",
        "archivist",
        "-A",
        "trust",
        "-N",
    ]
    subprocess.run(initdb, check=True, capture_output=True, cwd="/")
    subprocess.run([*pg_ctl, "-l", f"{folder}/log", "-o", options, "start"], check=True, cwd="/")
    try:
        yield {"PGHOST": folder, "PGUSER": "archivist"}
    finally:
        subprocess.run([*pg_ctl, "-m", "immediate", "stop"], check=True, cwd="/")


@pytest.mark.interop("initdb", "psql", "sqlite3")
def test_postgresql(server: dict[str, str], exported: Path) -> None:
    done = subprocess.run(
        ["bash", "-e", "-c", POSTGRESQL],
        capture_output=True, text=True, check=True, env=os.environ | server,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == (
        " statements \n------------\n         12\n(1 row)\n\n",
        "",
    )
    query = "SELECT count(*) FROM information_schema.table_constraints WHERE constraint_type = "
    keys = subprocess.run(
        ["psql", "archive", "-At", "-c", f"{query}'FOREIGN KEY'"],
        capture_output=True, text=True, check=True, env=os.environ | server,
    )  # fmt: skip
    assert int(keys.stdout) > 10
