"""`export`: what other programs read back."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import subprocess
from pathlib import Path

import pytest

from alliance_archive import Archive
from tests.conftest import Run, Write

TRICKY = """\
participants:
  - {id: han, name: 한민구, kind: person, other_names: [Han Min-koo], country: KR}
  - {id: ono, name: 小野寺 五典, kind: person, country: JP}
"""
TRICKY_SOURCE = """\
source: {id: s, publisher: "Daily, \\"The\\"", date: 2017-10, kind: article}
statements:
  - id: s-1
    form: mixed
    attributed_to: [han, ono]
    voiced_by: [han]
    summary: "=1+1, he said, is “동맹은 \\"철통\\"이다”\\nand more; so be it"
    quotes: [{exact: '동맹은 "철통"이다', start: 10, end: 20}]
    anchor: {start: 0, end: 40}
  - id: s-2
    form: indirect
    attributed_to: []
    summary: "@home"
    anchor: {start: 50, end: 60}
"""


@pytest.fixture
def tricky(write: Write) -> Path:
    return write({"people.yaml": TRICKY, "s.yaml": TRICKY_SOURCE})


FIELDS = "id,attributed_names,words,quotes,quote_offsets"
ROWS = [
    ["id", "attributed_names", "words", "quotes", "quote_offsets"],
    [
        "s-1",
        "한민구; 小野寺 五典",
        '=1+1, he said, is “동맹은 "철통"이다”\nand more; so be it',
        '동맹은 "철통"이다',
        "10-20",
    ],
    ["s-2", "", "@home", "", ""],
]


def test_csv_is_rfc_4180(run: Run, tricky: Path) -> None:
    done = run("export", "--fields", FIELDS)
    assert done.out == (
        "id,attributed_names,words,quotes,quote_offsets\r\n"
        's-1,한민구; 小野寺 五典,"=1+1, he said, is “동맹은 ""철통""이다”\nand more; so be it",'
        '"동맹은 ""철통""이다",10-20\r\n'
        "s-2,,@home,,\r\n"
    )
    assert list(csv.reader(io.StringIO(done.out, newline=""))) == ROWS


@pytest.mark.interop("sqlite3")
def test_sqlite_imports_the_same_rows(run: Run, tricky: Path, tmp_path: Path) -> None:
    target, base = tmp_path / "x.csv", tmp_path / "x.db"
    run("export", "--fields", FIELDS, "-o", target)
    subprocess.run(["sqlite3", base, f".import --csv {target} said"], check=True, timeout=60)
    with sqlite3.connect(base) as connection:
        assert [list(row) for row in connection.execute("SELECT * FROM said")] == ROWS[1:]
    connection.close()


@pytest.mark.interop("soffice")
def test_libreoffice_reads_the_same_rows(run: Run, tricky: Path, tmp_path: Path) -> None:
    target = tmp_path / "x.csv"
    run("export", "--fields", FIELDS, "-o", target)
    # Filter tokens: comma, quote, UTF-8, from line 1, all columns as text (44,34,76,1,…/2).
    columns = "/".join(f"{n}/2" for n in range(1, 6))
    subprocess.run(
        [
            "soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
            f"--infilter=Text - txt - csv (StarCalc):44,34,76,1,{columns}",
            "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false",
            "--outdir", tmp_path / "seen", target,
        ],
        check=True, timeout=120, capture_output=True,
    )  # fmt: skip
    with (tmp_path / "seen" / "x.csv").open(newline="", encoding="utf-8-sig") as stream:
        assert list(csv.reader(stream)) == ROWS


def test_long_has_a_row_for_each_person_and_capacity(run: Run) -> None:
    done = run("export", "--long", "--fields", "id,capacity,participant,name,role,country",
               "--match", "linchpin")  # fmt: skip
    assert (
        done.out.replace("\r", "")
        == """\
id,capacity,participant,name,role,country
yonhap-2017-10-23-01,attributed,song-young-moo,Song Young-moo,"Defense Minister, South Korea",KR
yonhap-2017-10-23-01,attributed,jim-mattis,Jim Mattis,"Defense Secretary, United States",US
yonhap-2017-10-23-02,attributed,jim-mattis,Jim Mattis,"Defense Secretary, United States",US
yonhap-2017-10-23-02,attributed,song-young-moo,Song Young-moo,"Defense Minister, South Korea",KR
yonhap-2017-10-23-02,voiced,dana-white,Dana White,"chief spokesperson, Pentagon",US
"""
    )
    assert run("export", "--long", "--count").out == "28\n"


def test_long_keeps_a_statement_of_nobody(run: Run, tricky: Path) -> None:
    done = run("export", "--long", "--fields", "id,capacity,name", "--format", "tsv")
    assert done.out.splitlines()[1:] == [
        "s-1\tattributed\t한민구",
        "s-1\tattributed\t小野寺 五典",
        "s-1\tvoiced\t한민구",
        "s-2\t\t",
    ]


def test_excel_defuses_formulas_and_says_so_by_a_mark(run: Run, tricky: Path) -> None:
    done = run("export", "--excel", "--fields", "id,words")
    assert done.out == (
        "\ufeffid,words\r\n"
        's-1,"\'=1+1, he said, is “동맹은 ""철통""이다”\nand more; so be it"\r\n'
        "s-2,'@home\r\n"
    )


def test_every_link_of_the_chain_is_a_column(run: Run) -> None:
    assert run("export", "--limit", "0").out == (
        "id,date,date_from,attributed_to,attributed_names,voiced_by,voiced_names,as_given,document,"
        "cue,form,words,summary,quotes,quote_offsets,anchor,meeting,meeting_name,topics,"
        "topic_names,source,publisher,source_date,status,note,about,in_reply_to,date_start,"
        "date_end\r\n"
    )


@pytest.mark.parametrize(
    ("ending", "beginning"),
    [
        ("csv", "id,words\r\n"),
        ("tsv", "id\twords\n"),
        ("json", '[\n  {\n    "id": "s-1",\n'),
        ("jsonl", '{"id": "s-1", "words"'),
        ("md", "| ID | Words |\n| --- | --- |\n"),
        ("yaml", "- id: s-1\n  words:"),
        ("txt", "ID   Words\ns-1  =1+1, he said, is “동맹은"),
    ],
)
def test_the_ending_gives_the_format(
    run: Run, tricky: Path, tmp_path: Path, ending: str, beginning: str
) -> None:
    target = tmp_path / f"x.{ending}"
    done = run("statements", "--fields", "id,words", "-o", target)
    assert (done.code, done.out, done.err) == (0, "", "")
    assert target.read_bytes().decode().startswith(beginning)


def test_json_of_nothing_is_an_empty_list(run: Run) -> None:
    assert json.loads(run("export", "--match", "zzz", "--json").out) == []


def test_markdown_shows_a_text_as_it_is(run: Run, write: Write) -> None:
    write({"t.yaml": "topics: [{id: a, name: 'a|b <i> *c* [d](e)\n\n f'}]\n"})
    assert run("topics", "--fields", "name", "--format", "markdown").out == (
        "| Name |\n| --- |\n| a\\|b \\<i\\> \\*c\\* \\[d\\](e)<br>f |\n"
    )


def test_rows_of_the_csv_are_the_rows_of_the_api(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("export").out, newline="")))
    cells = [(row["id"], row["words"], row["attributed_to"].split("; ")) for row in rows]
    assert cells == [
        (row.id, row.words, list(row.attributed_to)) for row in Archive.open().statements()
    ]
