"""The examples for other programs on the page `databases` work where those are installed."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from alliance_archive import Archive, Filter
from tests.benchmarks import vocabulary
from tests.benchmarks.generate import Plan, generate
from tests.conftest import Run
from tests.help_pages import calls, examples, sections
from tests.interop import program_path

PAGE = sections("databases")


def code(heading: str) -> str:
    """Return the examples below a heading that are not calls of the program itself."""
    return "\n".join(block for block in examples(PAGE[heading]) if not calls(f"    {block}"))


@pytest.fixture
def exported(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for call in calls(PAGE["Files for other programs"]):
        assert run(*call.split(), "-q") == (0, "", "")
    return tmp_path


def test_sql(run: Run) -> None:
    first, second = calls(PAGE["SQL, without any other program"])
    assert run(*shlex.split(first)).out.count("\n") == 6
    assert "attributions" in run(*second.split()).out


def python(program: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.mark.interop("pandas")
def test_pandas(exported: Path) -> None:
    assert re.search(r"Dana White +voiced +5\n", python(code("pandas")))
    printed = python(f"{code('pandas')}\nprint(len(people), len(statements))")
    assert printed.endswith("34 14\n")


@pytest.mark.interop("Rscript")
def test_r(exported: Path) -> None:
    done = subprocess.run(
        ["Rscript", "-e", code("R") + "cat(nrow(statements), statements$words[[1]])"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert re.search(r"Dana White +0 +5\n", done.stdout)
    assert done.stdout.endswith(
        "14 “Secretary Mattis and Minister Song reaffirmed the U.S.-ROK alliance is the linchpin of"
        " peace and security in the Asia-Pacific region.”"
    )


@pytest.mark.interop("datasette")
def test_datasette(exported: Path) -> None:
    program = Path(sys.executable).with_name("datasette")
    # Instead of serving the database, it returns one page.
    get = ["--get", "/archive/statements.json?_search=linchpin&_shape=array"]
    done = subprocess.run(
        [program, *code("Datasette").split()[1:], *get], capture_output=True, text=True, check=True
    )
    assert done.stdout.count('"yonhap-2017-10-23-0') >= 2


@pytest.mark.interop("duckdb")
def test_duckdb(exported: Path) -> None:
    assert re.search(r"│ mixed +│ +4 │", python(code("DuckDB")))


def test_python() -> None:
    with contextlib.redirect_stdout(io.StringIO()) as output:
        exec(code("Python, without an export"), {})
    first, *_, count, readout, article = output.getvalue().splitlines()
    assert first.startswith("2017-10-23 Jim Mattis “Secretary Mattis emphasized ")
    assert (count, readout.rpartition(" ")[2], article) == ("3", "2", "Yonhap 11")


def test_a_large_archive(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    generate(tmp_path / "large", Plan(3, 100))
    monkeypatch.chdir(tmp_path)
    drafts_too = ("--archive", "large", "--status", "reviewed", "--status", "draft")
    assert run("export", *drafts_too, "-o", "archive.sqlite") == (0, "", "")
    assert run("export", *drafts_too, "--datapackage", "archive-csv") == (0, "", "")
    with contextlib.closing(sqlite3.connect("archive.sqlite")) as database:
        assert database.execute("SELECT count(*) FROM statements").fetchone() == (300,)
    assert Path("archive-csv/statements.csv").read_text(encoding="utf-8").count("\n") == 301


@pytest.fixture
def server() -> Iterator[dict[str, str]]:
    """A PostgreSQL server for the test, with a socket in its own folder."""
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


COUNT = 'psql archive -c "SELECT count(*) AS statements FROM statements"'


@pytest.mark.interop("initdb", "psql", "sqlite3")
def test_postgresql(server: dict[str, str], exported: Path) -> None:
    done = subprocess.run(
        ["bash", "-e", "-c", code("PostgreSQL") + COUNT],
        capture_output=True, text=True, check=True, env=os.environ | server,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == (
        " statements \n------------\n         14\n(1 row)\n\n",
        "",
    )
    query = "SELECT count(*) FROM information_schema.table_constraints WHERE constraint_type = "
    keys = subprocess.run(
        ["psql", "archive", "-At", "-c", f"{query}'FOREIGN KEY'"],
        capture_output=True, text=True, check=True, env=os.environ | server,
    )  # fmt: skip
    assert int(keys.stdout) > 10


@pytest.mark.interop("duckdb", "initdb", "psql", "sqlite3")
def test_databases_answer_as_the_program_does(
    server: dict[str, str], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of 100,000 statements, by speaker, by words in three scripts, by topic and date."""
    import duckdb

    generate(tmp_path / "large", Plan(1000, 100))
    monkeypatch.chdir(tmp_path)
    export = ("--archive", "large", "export")
    assert run(*export, "--datapackage", "archive-csv") == (0, "", "")
    # Only the tables are taken from it.
    assert run(*export, "--source", "source-00000", "-o", "archive.sqlite") == (0, "", "")
    done = subprocess.run(
        ["bash", "-e", "-c", code("PostgreSQL")],
        capture_output=True, text=True, check=True, env=os.environ | server,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("", "")
    speaker, words, topic, view = examples(PAGE["Look-ups in these databases"])
    speaker = speaker.replace("jim-mattis", (person := vocabulary.person(2).ident))
    topic = topic.replace("2017", "2009")
    with Archive.open("large") as archive, duckdb.connect() as duck:
        for table in ("statements", "attributions", "topics", "statement_topics"):
            duck.execute(view.replace("statements", table))
        for query, sql in (
            (Filter(speaker=(person,)), speaker),
            (Filter(match=('"linchpin"',), within="words"), words),
            (Filter(match=('"São"',), within="words"), words.replace("linchpin", "sao")),
            (Filter(match=('"동맹"',), within="words"), words.replace("linchpin", "동 맹")),
            (Filter(topic=("north-korea",), since="2009-10", until="2009-10"), topic),
        ):
            ids = sorted(row.id for row in archive.statements(query))
            assert len(ids) > 10
            assert sorted(row[0] for row in duck.execute(sql).fetchall()) == ids
            answer = subprocess.run(
                ["psql", "archive", "-At", "-c", sql],
                capture_output=True, text=True, check=True, env=os.environ | server,
            )  # fmt: skip
            assert sorted(answer.stdout.split()) == ids
