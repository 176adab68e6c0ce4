"""`sql`: it answers, only reads, and stays within its limits."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from alliance_archive import Archive, Filter
from alliance_archive.index.views import RELATIONS
from alliance_archive.queries.sql import BadQuery, ReadOnlySession, read_only_session
from tests.conftest import SHIPPED, Run, Write

RECORDS = """\
participants:
  - id: kim
    name: 김민지
    kind: person
    country: KR
    memberships:
      - {role: Deputy, organization: Ministry, until: 2020}
      - {role: Minister, organization: Ministry, since: 2021-03}
  - {id: mori, name: Aya Mori, kind: person, country: JP}
topics:
  - {id: trade, name: Trade}
  - {id: steel, name: Steel, broader: trade}
"""
PAPER = """\
source: {id: daily, publisher: Daily, date: 2021-04-03, kind: article}
statements:
  - id: daily-1
    form: mixed
    attributed_to: [mori, kim]
    voiced_by: [kim]
    summary: Steel is “철강은 국력” to both.
    quotes: [{exact: 철강은 국력, start: 10, end: 16}]
    anchor: {start: 9, end: 30}
    topics: [trade, steel]
    date: 2021-03
  - id: daily-2
    form: indirect
    attributed_to: []
    summary: More will be said.
    anchor: {start: 40, end: 50}
    status: draft
"""
FAULTY = """\
source: {id: other, publisher: Other, date: 2021-04-03, kind: article}
statements:
  - {id: other-1, form: indirect, attributed_to: [nobody], summary: X., anchor: {start: 0, end: 9}}
"""
ENDLESS = "WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT max(n) FROM r"


@pytest.fixture
def root(write: Write) -> Path:
    return write({"records.yaml": RECORDS, "daily.yaml": PAPER})


def test_a_table(run: Run, root: Path) -> None:
    query = "SELECT statement, name, capacity, position, role FROM attributions JOIN participants"
    done = run("sql", f"{query} ON participants.id = participant ORDER BY capacity, position")
    assert done == (
        0,
        """\
statement  name      capacity    position  role
daily-1    Aya Mori  attributed  1
daily-1    김민지    attributed  2         Minister, Ministry
daily-1    김민지    voiced      1         Minister, Ministry
""",
        "",
    )


def test_every_format(run: Run, root: Path, tmp_path: Path) -> None:
    query = (
        "SELECT id, words, note, 1.5 AS n, x'00ff' AS b, 9e999 AS big, id FROM statements LIMIT 1"
    )
    row = {
        "id": "daily-1",
        "words": "Steel is “철강은 국력” to both.",
        "note": None,
        "n": 1.5,
        "b": "00ff",
        "big": "inf",
        "id_2": "daily-1",
    }
    assert json.loads(run("sql", query, "--json").out) == [row]
    assert json.loads(run("sql", query, "--format", "jsonl").out) == row
    assert list(csv.DictReader(io.StringIO(run("sql", query, "--format", "csv").out))) == [
        {key: "" if value is None else str(value) for key, value in row.items()}
    ]
    assert run("sql", query, "-o", tmp_path / "x.md").code == 0
    assert "| daily-1 | Steel is “철강은 국력” to both. |" in (tmp_path / "x.md").read_text()
    assert run("sql", query, "--format", "yaml").out.startswith("- id: daily-1\n")


def test_drafts_are_in_it_and_faulty_records_are_not(run: Run, write: Write) -> None:
    write({"records.yaml": RECORDS, "daily.yaml": PAPER, "other.yaml": FAULTY})
    done = run("sql", "SELECT id, status FROM statements", "--format", "csv")
    assert done == (
        1,
        "id,status\r\ndaily-1,reviewed\r\ndaily-2,draft\r\n",
        "alliance-archive: 1 record left out because of errors. To see them: alliance-archive check\n",
    )


def test_nothing_found(run: Run) -> None:
    done = run("sql", "SELECT id FROM statements WHERE 0", "--format", "csv")
    assert done == (0, "id\r\n", "alliance-archive: no rows\n")


def test_the_query_is_read_from_a_pipe(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("SELECT count(*) AS n\nFROM statements;\n"))
    assert run("sql", "--json").out == '[\n  {\n    "n": 14\n  }\n]\n'


def test_the_schema_is_that_of_the_views(run: Run) -> None:
    rows = json.loads(run("sql", "--schema", "--json").out)
    described = [(row["view"], row["column"]) for row in rows if row["column"]]
    columns = [
        (relation.name, column["name"])
        for relation in RELATIONS
        for column in json.loads(run("sql", f"PRAGMA table_info({relation.name})", "--json").out)
    ]
    assert described == columns
    assert all(row["meaning"] for row in rows)


def test_the_views_say_what_the_archive_says(run: Run) -> None:
    archive = Archive.open(SHIPPED)
    rows = json.loads(run("sql", "SELECT * FROM statements ORDER BY id", "--json").out)
    expected = list(archive.statements(Filter(status=("reviewed", "draft")), sort="id"))
    assert [row["words"] for row in rows] == [row.words for row in expected]
    assert [row["date"] for row in rows] == [row.date for row in expected]
    links = json.loads(run("sql", "SELECT * FROM attributions", "--json").out)
    by_link = {(r["statement"], r["participant"], r["capacity"]): r["role"] for r in links}
    long = list(archive.long())
    assert by_link == {(r.statement.id, r.participant, r.capacity): r.role for r in long}
    for link in links:
        row = archive.row(link["statement"])
        people = row.voiced_by if link["capacity"] == "voiced" else row.attributed_to
        assert people[link["position"] - 1] == link["participant"]


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("", "QUERY is empty (see: alliance-archive sql --help)"),
        (" ", "the query is empty: write a SELECT; sql --schema lists the views"),
        (
            "/* nothing */",
            "the query returns no rows: write a SELECT; sql --schema lists the views",
        ),
        ("SELECT 1; SELECT 2", "only one query at a time: delete what follows the first ;"),
        ("SELECT ?", "placeholders such as ? or :name are not allowed: write the value itself"),
        (
            "INSERT INTO statement (id) VALUES (1)",
            "only queries that read are allowed: write a SELECT",
        ),
        ("CREATE TEMP TABLE x (y)", "only queries that read are allowed: write a SELECT"),
        ("DROP VIEW topics", "only queries that read are allowed: write a SELECT"),
        ("ATTACH 'x.db' AS x", "only queries that read are allowed: write a SELECT"),
        ("VACUUM INTO 'x.db'", "only queries that read are allowed: write a SELECT"),
        ("VACUUM", "only queries that read are allowed: write a SELECT"),
        (
            "INSERT INTO words (words) VALUES ('rebuild')",
            "only queries that read are allowed: write a SELECT",
        ),
        ("PRAGMA user_version = 7", "only queries that read are allowed: write a SELECT"),
        ("BEGIN", "the query returns no rows: write a SELECT; sql --schema lists the views"),
        (
            "PRAGMA query_only = 0",
            "the query returns no rows: write a SELECT; sql --schema lists the views",
        ),
        (
            "PRAGMA writable_schema = 1",
            "the query returns no rows: write a SELECT; sql --schema lists the views",
        ),
        ("SELECT load_extension('x')", "loading SQLite extensions is not allowed"),
        (
            "SELECT randomblob(1e9)",
            "the query is larger than 256 KiB, or a value is larger than 1 MiB",
        ),
        (
            "SELECT zeroblob(1e9)",
            "the query is larger than 256 KiB, or a value is larger than 1 MiB",
        ),
        (
            f"SELECT '{'x' * 2**18}'",
            "the query is larger than 256 KiB, or a value is larger than 1 MiB",
        ),
        (
            "WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n FROM r",
            "more than 100,000 rows are too many for a table: add a LIMIT, or use --format csv",
        ),
    ],
)
def test_refusals(run: Run, query: str, message: str) -> None:
    assert run("sql", query) == (2, "", f"alliance-archive: {message}\n")


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELEC 1", 'SQL error: near "SELEC"'),
        ("DELETE FROM topics", "SQL error: cannot modify topics"),
        ("UPDATE sqlite_master SET name = 'x'", "sqlite_master"),
    ],
)
def test_other_errors_are_reported_in_the_words_of_sqlite(
    run: Run, query: str, message: str
) -> None:
    done = run("sql", query)
    assert (done.code, done.out) == (2, "")
    assert message in done.err


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT * FROM statemnts", "no view called “statemnts”; did you mean statements?"),
        (
            "SELECT * FROM zzz9",
            "no view called “zzz9”; the views are participants, participant_names, memberships, "
            "participant_identifiers, participant_former_ids, meetings, meeting_names, "
            "meeting_participants, meeting_former_ids, topics, "
            "topic_names, topic_members, topic_former_ids, sources, source_issued_by, "
            "source_parties, source_former_ids, statements, attributions, quotes, "
            "statement_topics, statement_about",
        ),
        ("SELECT s.wrds FROM statements s", "no column called “s.wrds”; did you mean words?"),
        (
            "SELECT zzz9 FROM quotes",
            "no column called “zzz9”; sql --schema lists the columns of each view",
        ),
        ("SELECT sprintf9(1)", "no function called sprintf9 in SQLite"),
    ],
)
def test_an_unknown_name_suggests_others(run: Run, query: str, message: str) -> None:
    assert run("sql", query) == (2, "", f"alliance-archive: {message}\n")


@pytest.mark.parametrize("cached", [True, False])
@pytest.mark.parametrize(
    "query",
    [
        "VACUUM INTO 'x.db'",
        "ATTACH 'x.db' AS x",
        "INSERT INTO statement (id) VALUES (1)",
        "DELETE FROM words",
        "CREATE TABLE x (y)",
        "PRAGMA user_version = 7",
        "PRAGMA journal_mode = WAL",
        "PRAGMA optimize",
        "BEGIN EXCLUSIVE",
    ],
)
def test_no_query_writes_a_file(
    run: Run,
    root: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    query: str,
    cached: bool,
) -> None:
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    count = (
        "SELECT (SELECT count(*) FROM statement), (SELECT count(*) FROM words), name FROM topics"
    )
    state = run("sql", count), sorted(tmp_path.rglob("*"))
    run("sql", query, *([] if cached else ["--no-index"]))
    assert (run("sql", count), sorted(tmp_path.rglob("*"))) == state


def test_a_pragma_opens_nothing_for_the_next_query(root: Path) -> None:
    for cached in (True, False):
        with (
            Archive.open(root, cached=cached) as opened,
            read_only_session(opened.connection) as session,
        ):
            with pytest.raises(BadQuery, match="the query returns no rows"):
                session.ask("PRAGMA query_only = 0")
            for query in ("CREATE TEMP TABLE x (y)", "DELETE FROM statement", "DROP VIEW topics"):
                with pytest.raises(BadQuery, match="only queries that read are allowed"):
                    session.ask(query)
            assert list(session.ask("SELECT count(*) FROM topics")) == [(2,)]


def test_an_index_that_could_not_be_saved_answers_from_its_transaction(root: Path) -> None:
    with Archive.open(root) as opened:
        opened.connection.execute("BEGIN IMMEDIATE")
        opened.connection.execute("UPDATE topic SET name = 'Tin' WHERE id = 'steel'")
        with read_only_session(opened.connection) as session:
            assert list(session.ask("SELECT name FROM topics")) == [("Trade",), ("Tin",)]
        assert opened.connection.in_transaction


@pytest.mark.parametrize("table", ["statement", "sqlite_master", "words", "files"])
def test_other_tables_may_be_read(run: Run, table: str) -> None:
    assert run("sql", f"SELECT count(*) AS n FROM {table}").code == 0


def test_a_with_clause_may_use_any_name(run: Run) -> None:
    query = "WITH t AS (SELECT id FROM statements) SELECT count(*) AS n FROM t"
    assert run("sql", query, "--format", "csv").out == "n\r\n14\r\n"


BLOATED = """WITH RECURSIVE r (n, b) AS (SELECT 1, 'x' UNION SELECT n + 1, randomblob(1000000) FROM r)
    SELECT max(n) FROM r"""


@pytest.mark.parametrize("query", [ENDLESS, BLOATED])
def test_the_time_is_limited(run: Run, monkeypatch: pytest.MonkeyPatch, query: str) -> None:
    # On a busy machine, interrupting may take longer, and this process is not to be ended.
    monkeypatch.setitem(read_only_session.__wrapped__.__kwdefaults__, "grace", 3600)  # type: ignore[attr-defined]
    assert run("sql", "--timeout", "0.2", query) == (
        2,
        "",
        "alliance-archive: the query took longer than 0.2 seconds and was stopped: "
        "narrow it down, or allow more time with --timeout\n",
    )


# A single call of instr() that takes minutes and never looks at the clock.
STUCK = """WITH RECURSIVE r (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM r LIMIT 9)
    SELECT n, iif(n < 9, 0, instr(replace(hex(zeroblob(500000)), '00', 'a'),
        replace(hex(zeroblob(250000)), '00', 'a') || 'b')) AS found FROM r"""
WITHOUT_GRACE = """import sys
from alliance_archive.cli import main
from alliance_archive.queries.sql import read_only_session
read_only_session.__wrapped__.__kwdefaults__["grace"] = 0
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize("to_file", [False, True], ids=["stdout", "file"])
def test_a_call_that_cannot_be_interrupted_ends_the_process(tmp_path: Path, to_file: bool) -> None:
    target = ["-o", str(tmp_path / "x.csv")] if to_file else ["--format", "csv"]
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_GRACE, "sql", "--timeout", "0.2", STUCK, *target],
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (
        2,
        "alliance-archive: the query took longer than 0.2 seconds and was stopped: "
        "narrow it down, or allow more time with --timeout\n",
    )
    assert [path for path in tmp_path.iterdir() if path.is_file()] == []


def test_only_a_query_that_is_stuck_is_called_so() -> None:
    stuck: list[BadQuery] = []
    with (
        Archive.open(SHIPPED) as opened,
        read_only_session(opened.connection, 60, on_stuck=stuck.append, grace=0) as session,
    ):
        assert list(session.ask("SELECT 1")) == [(1,)]
    assert stuck == []


def test_ctrl_c_stops_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def pressed(_session: ReadOnlySession) -> bool:
        os.kill(os.getpid(), signal.SIGINT)
        return False

    # What SQLite calls now and then while it works: only there can Python notice the signal.
    monkeypatch.setattr(ReadOnlySession, "_out_of_time", pressed)
    done = run("sql", "--timeout", "0", ENDLESS)
    assert (done.code, done.out) == (130, "")


def test_a_file_appears_whole_or_not_at_all(run: Run, tmp_path: Path) -> None:
    endless = ENDLESS.replace("max(n)", "n")
    done = run("sql", "--timeout", "0.2", "-o", tmp_path / "x.csv", endless)
    assert done.code == 2
    assert list(tmp_path.glob("*.csv")) == []


class TerminalInput(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_on_a_terminal_a_query_is_needed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", TerminalInput())
    done = run("sql")
    assert done == (
        2,
        "",
        "alliance-archive: sql needs a query, such as 'SELECT words FROM statements'. "
        "To see the views: alliance-archive sql --schema\n",
    )
