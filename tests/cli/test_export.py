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


FIELDS = "id,attributed_names,words,quotes,quote_starts,quote_ends"
ROWS = [
    ["id", "attributed_names", "words", "quotes", "quote_starts", "quote_ends"],
    [
        "s-1",
        "한민구; 小野寺 五典",
        '=1+1, he said, is “동맹은 "철통"이다”\nand more; so be it',
        '"동맹은 ""철통""이다"',
        "10",
        "20",
    ],
    ["s-2", "", "@home", "", "", ""],
]


def test_csv_is_rfc_4180(run: Run, tricky: Path) -> None:
    done = run("export", "--fields", FIELDS)
    assert done.out == (
        "id,attributed_names,words,quotes,quote_starts,quote_ends\r\n"
        's-1,한민구; 小野寺 五典,"=1+1, he said, is “동맹은 ""철통""이다”\nand more; so be it",'
        '"""동맹은 """"철통""""이다""",10,20\r\n'
        "s-2,,@home,,,\r\n"
    )
    assert list(csv.reader(io.StringIO(done.out, newline=""))) == ROWS


@pytest.mark.parametrize("command", [["export"], ["statements"], ["export", "--format", "sqlite"]])
def test_no_file_of_the_archive_is_replaced(run: Run, tricky: Path, command: list[str]) -> None:
    file = next(tricky.rglob("people.yaml"))
    done = run("--archive", tricky, *command, "-o", file)
    assert done == (
        2, "", f"alliance-archive: {file} is a file of the archive: choose another name\n"
    )  # fmt: skip
    assert file.read_text() == TRICKY


def test_a_search_without_a_word_finds_nothing_among_drafts(run: Run, write: Write) -> None:
    write(
        {
            "people.yaml": TRICKY,
            "s.yaml": TRICKY_SOURCE.replace("s-2\n", "s-2\n    status: draft\n"),
        }
    )
    done = run("who", "?")
    assert done == (0, "", "alliance-archive: no statement matches “?”\n")


def test_a_limit_may_be_any_number(run: Run, tricky: Path) -> None:
    assert run("export", "--fields", "id", "--limit", "9" * 30).out == "id\r\ns-1\r\ns-2\r\n"


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
    columns = "/".join(f"{n}/2" for n in range(1, 7))
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
pentagon-2017-10-23-01,attributed,jim-mattis,Jim Mattis,"Defense Secretary, United States",US
pentagon-2017-10-23-01,attributed,song-young-moo,Song Young-moo,"Defense Minister, South Korea",KR
pentagon-2017-10-23-01,voiced,dana-white,Dana White,"chief spokesperson, Pentagon",US
yonhap-2017-10-23-01,attributed,song-young-moo,Song Young-moo,"Defense Minister, South Korea",KR
yonhap-2017-10-23-01,attributed,jim-mattis,Jim Mattis,"Defense Secretary, United States",US
yonhap-2017-10-23-02,attributed,jim-mattis,Jim Mattis,"Defense Secretary, United States",US
yonhap-2017-10-23-02,attributed,song-young-moo,Song Young-moo,"Defense Minister, South Korea",KR
yonhap-2017-10-23-02,voiced,dana-white,Dana White,"chief spokesperson, Pentagon",US
"""
    )
    assert run("export", "--long", "--count").out == "34\n"


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
        "id,date,attributed_names,voiced_names,words,form,role,country,cue,document,as_given,"
        "meeting_name,meeting_date,meeting_place,topic_names,publisher,source_title,source_url,"
        "source_date,summary,quotes,note,status,date_from,date_start,date_end,attributed_to,"
        "voiced_by,meeting,about,topics,source,act,reports,turn,in_reply_to,translated_by,"
        "anchor_start,anchor_end,quote_starts,quote_ends,not_act\r\n"
    )


def test_long_names_each_person_before_all_of_them(run: Run) -> None:
    assert run("export", "--long", "--limit", "0").out == (
        "id,date,capacity,name,attributed_names,voiced_names,words,form,role,country,cue,"
        "document,as_given,meeting_name,meeting_date,meeting_place,topic_names,publisher,"
        "source_title,source_url,source_date,summary,quotes,note,status,date_from,date_start,"
        "date_end,participant,attributed_to,voiced_by,meeting,about,topics,source,act,reports,"
        "turn,in_reply_to,translated_by,anchor_start,anchor_end,quote_starts,quote_ends,not_act\r\n"
    )


MOVED_ON = """\
participants:
  - id: kim
    name: Kim
    kind: person
    country: KR
    memberships:
      - {role: Minister, organization: Seoul, until: 2017-09}
      - {role: Envoy, organization: UN, country: US, since: 2017-10-02}
  - {id: lee, name: Lee, kind: person, country: KR}
  - {id: un, name: UN, kind: organization}
source: {id: s, publisher: Daily, date: 2018, kind: article}
statements:
  - {id: s-1, form: indirect, attributed_to: [lee, kim, un], summary: A., anchor: {start: 0, end: 1}, date: 2017-09-30}
  - {id: s-2, form: indirect, attributed_to: [kim], summary: B., anchor: {start: 0, end: 1}, date: 2017-10-01}
  - {id: s-3, form: indirect, attributed_to: [un], voiced_by: [kim], summary: C., anchor: {start: 0, end: 1}, date: 2017-10}
  - {id: s-4, form: indirect, attributed_to: [kim], summary: D., anchor: {start: 0, end: 1}}
"""


def test_role_and_country_are_those_of_the_day(run: Run, write: Write) -> None:
    write({"x.yaml": MOVED_ON})
    fields = ("--fields", "id,role,country", "--sort", "id")
    assert run("export", *fields).out == (
        "id,role,country\r\n"
        's-1,"; Minister, Seoul; ",KR; KR; \r\n'
        "s-2,,KR\r\n"
        "s-3,,\r\n"
        's-4,"Envoy, UN",US\r\n'
    )
    assert run("export", "--long", *fields, "--speaker", "kim").out == (
        "id,role,country\r\n"
        "s-1,,KR\r\n"
        's-1,"Minister, Seoul",KR\r\n'
        "s-1,,\r\n"
        "s-2,,KR\r\n"
        "s-3,,\r\n"
        's-3,"Envoy, UN",US\r\n'
        's-4,"Envoy, UN",US\r\n'
    )
    assert run("statements", *fields, "--format", "markdown", "--limit", "1").out == (
        "| ID | Role | Country |\n| --- | --- | --- |\n"
        "| s-1 | ; Minister, Seoul;  | South Korea; South Korea;  |\n"
    )


def test_no_offset_of_two_quotations_is_taken_for_a_date(run: Run, write: Write) -> None:
    quotes = 'quotes: [{exact: "no; no", start: 3, end: 9}, {exact: yes, start: 12, end: 15}]'
    statement = "{id: s-1, form: mixed, attributed_to: [], summary: “no; no” “yes”, " + quotes
    source = "source: {id: s, publisher: Daily, date: 2018, kind: article}\nstatements:\n"
    write({"x.yaml": f"{source}  - {statement}, anchor: {{start: 3, end: 15}}}}\n"})
    fields = ("--fields", "quotes,quote_starts,quote_ends,anchor_start,anchor_end,anchor")
    assert run("export", *fields).out == (
        "quotes,quote_starts,quote_ends,anchor_start,anchor_end,anchor\r\n"
        '"""no; no""; yes",3; 12,9; 15,3,15,3; 15\r\n'
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


def test_what_was_written_to_a_file_is_counted(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    assert run("export", "--source", "pentagon", "-o", file).err == (
        f"alliance-archive: 2 statements written to {file}\n"
    )
    assert run("export", "--source", "pentagon", "-o", file, "-q").err == ""
