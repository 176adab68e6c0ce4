"""The exports that hold more than statements: each is read by the tool that it is made for."""

from __future__ import annotations

import csv
import json
import sqlite3
import subprocess
import sys
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from alliance_archive import Archive
from alliance_archive.export import write_database, write_datapackage
from alliance_archive.index.views import RELATIONS
from tests.conftest import SHIPPED, Run, Write

RECORDS = """\
participants:
  - id: kim
    name: 김민지
    kind: person
    family_name: 김
    other_names: ["Kim, Min-ji", 김 장관]
    country: KR
    memberships:
      - {role: Minister, organization: Ministry, country: KR, since: 2021-03}
    identifiers: {wikidata: Q0}
    note: "Says \\"yes\\",\\nthen no."
  - {id: ministry, name: Ministry, kind: organization, country: KR}
  - {id: japan, name: Japan, kind: state, country: JP}
meetings:
  - {id: summit, name: Summit, other_names: [Summit of Steel], date: 2021-03, kind: conference, status: planned}
  - id: talks
    name: Talks
    date: 2021-03-30
    end_date: 2021-04-02
    kind: bilateral
    place: {name: Seoul, country: KR}
    participants: [kim, japan]
    part_of: summit
topics:
  - {id: steel, name: Steel, broader: trade}
  - {id: trade, name: Trade, kind: alliance, members: [KR, JP]}
"""
PAPER = """\
source:
  id: daily
  publisher: Daily
  date: 2021-04-03
  kind: article
  url: https://daily.example/1
  language: ko
  text: {sha256: SHA, length: 90}
statements:
  - id: daily-1
    form: mixed
    attributed_to: [japan, kim]
    voiced_by: [kim]
    summary: Steel is “철강은 국력” to both.
    quotes: [{exact: 철강은 국력, start: 10, end: 16}]
    anchor: {start: 9, end: 30}
    topics: [trade, steel]
    meeting: talks
  - id: daily-2
    form: direct
    attributed_to: [ministry]
    quotes: [{exact: We, start: 40, end: 42}, {exact: go on., start: 50, end: 56}]
    anchor: {start: 40, end: 60}
  - id: daily-3
    form: indirect
    attributed_to: []
    summary: More will be said.
    anchor: {start: 70, end: 80}
    status: draft
""".replace("SHA", "a" * 64)
FRICTIONLESS = [sys.executable, "-W", "ignore", "-m", "frictionless"]
TABLES = [relation.name for relation in RELATIONS]


@pytest.fixture
def root(write: Write) -> Path:
    return write({"records.yaml": RECORDS, "daily.yaml": PAPER})


def csv_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_data_package(run: Run, root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    assert run("export", "--datapackage", folder) == (0, "", "")
    names = [f"{name}.csv" for name in TABLES]
    assert sorted(path.name for path in folder.iterdir()) == sorted([*names, "datapackage.json"])
    assert (folder / "attributions.csv").read_bytes().decode() == (
        "statement,participant,capacity,position,role\r\n"
        "daily-1,japan,attributed,1,\r\n"
        'daily-1,kim,attributed,2,"Minister, Ministry"\r\n'
        'daily-1,kim,voiced,1,"Minister, Ministry"\r\n'
        "daily-2,ministry,attributed,1,\r\n"
    )
    first, second = csv_rows(folder / "statements.csv")
    assert first["words"] == "Steel is “철강은 국력” to both."
    assert (first["date"], first["first_day"], first["last_day"]) == (
        "2021-03-30/2021-04-02",
        "2021-03-30",
        "2021-04-02",
    )
    assert second["words"] == "“We” … “go on.”"
    assert csv_rows(folder / "participants.csv")[1]["note"] == 'Says "yes",\nthen no.'
    described = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert [resource["name"] for resource in described["resources"]] == TABLES
    meetings = described["resources"][TABLES.index("meetings")]["schema"]
    assert meetings["primaryKey"] == ["id"]
    assert meetings["foreignKeys"] == [
        {"fields": ["part_of"], "reference": {"resource": "", "fields": ["id"]}}
    ]


def frictionless_errors(folder: Path) -> list[list[Any]]:
    """What the validator says, in its own process, because it does not tolerate strict warnings."""
    report = subprocess.run(
        [*FRICTIONLESS, "validate", "datapackage.json", "--json"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    said = json.loads(report.stdout)
    errors = [error["type"] for task in said["tasks"] for error in task["errors"]]
    errors += [error["type"] for error in said["errors"]]
    assert said["valid"] is not bool(errors)
    return errors


@pytest.mark.interop("frictionless")
@pytest.mark.parametrize("shipped", [True, False])
def test_frictionless_finds_the_package_valid(
    run: Run, root: Path, tmp_path: Path, shipped: bool
) -> None:
    folder = tmp_path / "out"
    chosen = ["--archive", SHIPPED] if shipped else ["--status", "reviewed", "--status", "draft"]
    assert run("export", "--datapackage", folder, *chosen).code == 0
    assert frictionless_errors(folder) == []
    if shipped:
        return
    # The validator does check: it finds a dangling reference, and a file that was changed.
    links = folder / "statement_topics.csv"
    links.write_text(links.read_text(encoding="utf-8").replace("steel", "stone"), encoding="utf-8")
    assert "foreign-key" in frictionless_errors(folder) or "hash-count" in frictionless_errors(
        folder
    )


def test_filters_choose_statements_and_their_links(run: Run, root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    assert run("export", "--datapackage", folder, "--speaker", "ministry").code == 0
    assert [row["id"] for row in csv_rows(folder / "statements.csv")] == ["daily-2"]
    assert [row["statement"] for row in csv_rows(folder / "quotes.csv")] == ["daily-2", "daily-2"]
    assert csv_rows(folder / "statement_topics.csv") == []
    assert len(csv_rows(folder / "participants.csv")) == 3
    done = run("export", "--datapackage", folder, "--match", "nothing")
    assert done == (0, "", "alliance-archive: no statement matches “nothing”\n")
    assert csv_rows(folder / "statements.csv") == []


DIALOGUE = """\
source: {id: talk, publisher: P, date: 2021-04-04, kind: transcript}
statements:
  - {id: talk-1, form: indirect, attributed_to: [kim], summary: Asked., anchor: {start: 0, end: 5},
     turn: question}
  - {id: talk-2, form: indirect, attributed_to: [japan], summary: Answered.,
     anchor: {start: 6, end: 9}, turn: answer, in_reply_to: talk-1}
"""


def test_an_answer_without_its_question(run: Run, write: Write, tmp_path: Path) -> None:
    write({"records.yaml": RECORDS, "talk.yaml": DIALOGUE})
    for turns, replies in (((), [(None,), ("talk-1",)]), (("--turn", "answer"), [(None,)])):
        connection = exported_database(run, tmp_path / "x.sqlite", *turns)
        asked = "SELECT in_reply_to FROM statements ORDER BY id"
        assert connection.execute(asked).fetchall() == replies
        connection.close()
        assert run("export", "--datapackage", tmp_path / "out", *turns).code == 0
        rows = csv_rows(tmp_path / "out" / "statements.csv")
        assert [(row["in_reply_to"] or None,) for row in rows] == replies


def test_a_folder_of_other_files_is_not_changed(run: Run, root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    assert run("export", "--datapackage", folder).code == 0
    assert run("export", "--datapackage", f"{folder}/").code == 0
    (folder / "mine.txt").write_text("mine")
    done = run("export", "--datapackage", folder)
    assert (done.code, done.out) == (2, "")
    assert "contains files that this program did not write; nothing was changed" in done.err
    assert (folder / "mine.txt").read_text() == "mine"
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "datapackage.json").write_text('{"name": "theirs"}')
    assert run("export", "--datapackage", theirs).code == 2
    file = tmp_path / "file"
    file.write_text("x")
    assert "it is not a folder" in run("export", "--datapackage", file).err
    assert "cannot write" in run("export", "--datapackage", tmp_path / "none" / "out").err
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == []


def test_a_failed_export_leaves_nothing(
    run: Run, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    assert run("topics").code == 0  # the index now exists
    monkeypatch.setattr("alliance_archive.atomic.os.fsync", full)
    entries = sorted(tmp_path.iterdir())
    for target in (["--datapackage", tmp_path / "out"], ["-o", tmp_path / "x.sqlite"]):
        done = run("export", *target)
        assert (done.code, done.out) == (2, "")
        assert "No space left on device" in done.err
    assert sorted(tmp_path.iterdir()) == entries


def exported_database(run: Run, path: Path, *arguments: object) -> sqlite3.Connection:
    assert run("export", "-o", path, *arguments) == (0, "", "")
    return sqlite3.connect(path)


def test_database(run: Run, root: Path, tmp_path: Path) -> None:
    connection = exported_database(run, tmp_path / "x.sqlite")
    try:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        sql = "SELECT id, words, meeting, first_day, anchor_start FROM statements"
        assert connection.execute(sql).fetchall() == [
            ("daily-1", "Steel is “철강은 국력” to both.", "talks", "2021-03-30", 9),
            ("daily-2", "“We” … “go on.”", None, "2021-04-03", 40),
        ]
        keys = {row[2:5] for row in connection.execute("PRAGMA foreign_key_list (attributions)")}
        assert keys == {("statements", "statement", "id"), ("participants", "participant", "id")}
        matches = connection.execute(
            "SELECT id FROM statements WHERE rowid IN"
            " (SELECT rowid FROM statements_fts WHERE statements_fts MATCH '철강*')"
        )
        assert matches.fetchall() == [("daily-1",)]
        connection.execute("PRAGMA foreign_keys = 1")
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("INSERT INTO statement_topics VALUES ('daily-1', 'stone', 3)")
    finally:
        connection.close()


def test_a_database_of_an_index_that_could_not_be_saved(root: Path, tmp_path: Path) -> None:
    with Archive.open(root) as opened:
        opened.connection.execute("BEGIN IMMEDIATE")
        opened.connection.execute("UPDATE topic SET name = 'Tin' WHERE id = 'steel'")
        assert write_database(opened, tmp_path / "x.sqlite") == 2
    connection = sqlite3.connect(tmp_path / "x.sqlite")
    assert connection.execute("SELECT name FROM topics").fetchall() == [("Tin",), ("Trade",)]
    connection.close()


@pytest.mark.interop("datasette")
def test_datasette_opens_the_database(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    exported_database(run, path).close()
    said = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "datasette", "inspect", path],
        capture_output=True,
        text=True,
        check=True,
    )
    tables = json.loads(said.stdout)["archive"]["tables"]
    counts = {name: tables[name]["count"] for name in TABLES}
    assert (counts["statements"], counts["quotes"], counts["attributions"]) == (14, 9, 34)
    probe = "import datasette.utils as u, sqlite3, sys; c = sqlite3.connect(sys.argv[1]);"
    probe += "print(u.detect_fts(c, 'statements'), u.detect_primary_keys(c, 'statements'))"
    said = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", probe, path],
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout == "statements_fts ['id']\n"


def test_a_reference_to_a_faulty_record_leads_nowhere(
    run: Run, write: Write, tmp_path: Path
) -> None:
    faulty = RECORDS.replace("kind: bilateral", "kind: bilatral")
    write({"records.yaml": faulty, "daily.yaml": PAPER})
    done = run("export", "-o", tmp_path / "x.sqlite")
    assert (done.code, done.err) == (
        1,
        "alliance-archive: 1 record left out because of errors. To see them: alliance-archive check\n",
    )
    connection = sqlite3.connect(tmp_path / "x.sqlite")
    assert connection.execute("SELECT id, meeting FROM statements").fetchone() == ("daily-1", None)
    connection.close()


def test_jsonld(run: Run, root: Path, tmp_path: Path) -> None:
    assert run("export", "-o", tmp_path / "x.jsonld") == (0, "", "")
    document = json.loads((tmp_path / "x.jsonld").read_text(encoding="utf-8"))
    assert json.loads(run("export", "--format", "jsonld").out) == document
    nodes = {node["id"]: node for node in document["@graph"]}
    assert nodes["#daily-1"] == {
        "id": "#daily-1",
        "type": "Claim",
        "creator": ["#kim"],
        "mentions": ["#japan", "#kim"],
        "about": ["#trade", "#steel", "#talks"],
        "creativeWorkStatus": "reviewed",
        "text": "Steel is “철강은 국력” to both.",
        "appearance": "#daily",
        "hasPart": [
            {
                "id": "#daily-1.quote-1",
                "type": "Quotation",
                "text": "철강은 국력",
                "creator": ["#kim"],
                "spokenByCharacter": ["#kim"],
                "inLanguage": "ko",
            }
        ],
    }
    assert nodes["#daily-1.words-1"] == {
        "id": "#daily-1.words-1",
        "type": "Annotation",
        "motivation": "identifying",
        "body": "#daily-1.quote-1",
        "target": {
            "type": "SpecificResource",
            "source": "#daily",
            "selector": [
                {"type": "TextQuoteSelector", "exact": "철강은 국력"},
                {"type": "TextPositionSelector", "start": 10, "end": 16},
            ],
        },
    }
    assert nodes["#daily-2"] == {
        "id": "#daily-2",
        "type": "Quotation",
        "creator": ["#ministry"],
        "creativeWorkStatus": "reviewed",
        "text": "We … go on.",
        "spokenByCharacter": ["#ministry"],
        "inLanguage": "ko",
        "isPartOf": "#daily",
    }


def test_jsonld_of_what_was_said_at_a_meeting(run: Run, write: Write) -> None:
    paper = """\
source: {id: daily, publisher: Daily, date: 2021-04-03, kind: article}
statements:
  - id: daily-1
    form: indirect
    attributed_to: [kim]
    summary: Called for more steel.
    anchor: {start: 9, end: 30}
    meeting: talks
    about: [summit]
    topics: [steel]
"""
    write({"records.yaml": RECORDS, "daily.yaml": paper})
    nodes = json.loads(run("export", "--format", "jsonld").out)["@graph"]
    records = {node["id"]: node for node in nodes}
    assert records["#summit"]["alternateName"] == ["Summit of Steel"]
    assert records["#daily-1"] == {
        "id": "#daily-1",
        "type": "Claim",
        "creator": ["#kim"],
        "about": ["#steel", "#summit"],
        "recordedAt": "#talks",
        "temporalCoverage": "2021-03-30/2021-04-02",
        "creativeWorkStatus": "reviewed",
        "text": "Called for more steel.",
        "appearance": "#daily",
    }


def no_loader(url: str, _options: object) -> Any:
    raise AssertionError(f"{url} is asked for: the context has to stand in the document")


@pytest.mark.interop("pyld")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("shipped", [True, False])
def test_a_jsonld_processor_understands_every_term(run: Run, root: Path, shipped: bool) -> None:
    from pyld import jsonld

    chosen = ["--archive", SHIPPED] if shipped else []
    document = json.loads(run("export", "--format", "jsonld", *chosen).out)
    base = "https://archive.example/x"
    options = {"base": base, "documentLoader": no_loader}
    expanded = jsonld.expand(document, options)
    assert len(expanded) == len(document["@graph"])
    again = jsonld.compact(expanded, document["@context"], {**options, "compactArrays": True})
    terms = {key for node in document["@graph"] for key in node}
    assert {key for node in again["@graph"] for key in node} == terms
    quads = jsonld.to_rdf(document, {**options, "format": "application/n-quads"})
    ident = "daily-1" if not shipped else "yonhap-2017-10-23-04"
    schema, oa = "https://schema.org/", "http://www.w3.org/ns/oa#"
    assert (
        f"<{base}#{ident}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{schema}Claim> ."
        in quads
    )
    assert f"<{base}#{ident}.anchor> <{oa}hasBody> <{base}#{ident}> ." in quads
    assert f"<{oa}motivatedBy> <{oa}describing> ." in quads
    assert '"9"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger>' in quads or shipped


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--format", "sqlite"], "a database needs a file: add -o FILE.sqlite"),
        (
            ["-o", "x.db", "--fields", "id"],
            "--fields works only with rows of statements, not with sqlite",
        ),
        (
            ["-o", "x.jsonld", "--limit", "0"],
            "--limit works only with rows of statements, not with jsonld",
        ),
        (
            ["--datapackage", "x", "--json"],
            "--datapackage cannot be combined with -o, --format or --json",
        ),
    ],
)
def test_options_that_cannot_be_combined(run: Run, arguments: list[str], message: str) -> None:
    assert run("export", *arguments) == (2, "", f"alliance-archive: {message}\n")


def test_memory_does_not_grow_with_rows(write: Write, tmp_path: Path) -> None:
    def peak(count: int) -> int:
        statements = "".join(
            f"  - {{id: s-{n}, form: indirect, attributed_to: [kim], summary: Words {n}.,"
            f" anchor: {{start: {n}, end: {n + 1}}}, topics: [trade]}}\n"
            for n in range(count)
        )
        source = "source: {id: s, publisher: P, date: 2021, kind: article}\nstatements:\n"
        root = write({"records.yaml": RECORDS, "s.yaml": source + statements})
        with Archive.open(root) as opened:
            tracemalloc.start()
            try:
                write_datapackage(opened, tmp_path / str(count))
                return tracemalloc.get_traced_memory()[1]
            finally:
                tracemalloc.stop()

    # The rows of the tables together are some 10 MB; a stream holds a buffer's worth of them.
    assert peak(6000) < 2_000_000
