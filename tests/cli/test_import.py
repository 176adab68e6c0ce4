"""`export --editable` and `import`: corrections made in a spreadsheet come home."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alliance_archive import Archive
from alliance_archive.edit.spreadsheet.corrections import import_sheet
from alliance_archive.edit.spreadsheet.sheet import read_sheet
from alliance_archive.export import editable, editable_view
from alliance_archive.model.records import plain
from alliance_archive.render.delimited import write_csv
from alliance_archive.render.formats import write_json
from tests.conftest import Done, Run
from tests.example import RECORDS, STATEMENTS
from tests.strategies import ArchiveRecords, archives, on_disk

Rows = list[dict[str, str]]
TEXT = (
    "Minister Voss called it the anchor. “The alliance is the anchor of all we do,” Bell said. "
    "Arai wants the sea lanes free and open. They will hold drills.\n"
)


def exported(run: Run, *arguments: str) -> Rows:
    done = run("export", "--editable", "--sort", "id", *arguments)
    return list(csv.DictReader(io.StringIO(done.out)))


def people(run: Run) -> Rows:
    done = run("export", "--editable", "--kind", "participants")
    return list(csv.DictReader(io.StringIO(done.out)))


def saved(path: Path, rows: Rows, **dialect: Any) -> Path:
    encoding = dialect.pop("encoding", "utf-8")
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, list(rows[0]), **dialect)
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(stream.getvalue().encode(encoding))
    return path


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return tmp_path / "edit.csv"


@pytest.fixture
def bring(run: Run, sheet: Path, harbor: Path) -> Callable[..., Done]:
    """Save rows as a file and import it."""

    def call(rows: Rows, *arguments: str, **dialect: Any) -> Done:
        return run("import", saved(sheet, rows, **dialect), *(arguments or ("--yes",)))

    return call


def test_the_columns_that_can_come_back(run: Run, harbor: Path) -> None:
    done = run("export", "--editable", "--match", "닻")
    header, row = list(csv.reader(io.StringIO(done.out)))
    assert header == [
        "id",
        "source",
        "form",
        "attributed_to",
        "voiced_by",
        "as_given",
        "document",
        "cue",
        "summary",
        "quotes",
        "quote_starts",
        "quote_ends",
        "anchor_start",
        "anchor_end",
        "meeting",
        "about",
        "date",
        "topics",
        "act",
        "not_act",
        "turn",
        "in_reply_to",
        "translated_by",
        "status",
        "note",
        "base",
    ]
    assert row[:-1] == [
        *("wire-5", "wire", "mixed", "kim-seo-yeon", "", "", "", "", "The “닻” holds.", "닻"),
        *("170", "171", "165", "180", "", "", "2024-06-03", "", "", "", "", "", "", "reviewed", ""),
    ]
    assert re.fullmatch(r"base( [0-9a-f]{1,8}){25}", row[-1])


def test_other_records(run: Run, harbor: Path) -> None:
    assert people(run)[0] | {"base": ""} == {
        "id": "america", "name": "America", "kind": "state", "family_name": "",
        "other_names": "", "country": "US", "memberships": "", "identifiers": "", "note": "",
        "base": "",
    }  # fmt: skip
    done = run("export", "--editable", "--kind", "meetings", "--format", "json")
    assert json.loads(done.out)[1]["place_country"] is None
    assert json.loads(done.out)[0]["place_country"] == "KR"


def test_an_edited_file_is_never_replaced(run: Run, harbor: Path, sheet: Path) -> None:
    assert run("export", "--editable", "-o", sheet).code == 0
    sheet.write_text("edited")
    done = run("export", "--editable", "-o", sheet)
    assert (done.code, sheet.read_text()) == (2, "edited")
    assert done.err == (
        f"alliance-archive: {sheet} already exists and may have been corrected: import it first, "
        "choose another name, or add --overwrite\n"
    )
    assert run("export", "--editable", "--overwrite", "-o", sheet).code == 0
    assert sheet.read_text() != "edited"


def test_corrected_cells_come_home(run: Run, harbor: Path, bring: Callable[..., Done]) -> None:
    rows = exported(run)
    rows[0]["summary"] = "Called the alliance the “anchor” of peace and order."
    rows[1]["topics"] = "Joint drills; sea-lanes"
    rows[2]["meeting"] = ""
    done = bring(rows)
    assert (done.code, done.out) == (0, "")
    name = str(harbor.parent / "edit.csv")
    assert done.err == (
        f"alliance-archive: {name}: 2 rows unchanged, 3 cells in 3 records changed\n"
        "alliance-archive: changed 3 records in 1 file. To take it back: alliance-archive undo\n"
    )
    assert (harbor / "wire.yaml").read_text() == STATEMENTS.replace(
        "of peace.", "of peace and order."
    ).replace(
        "    meeting: harbor-two\n    topics: [korea-us]\n  - id: wire-3",
        "    meeting: harbor-two\n    topics: [drills, sea-lanes]\n  - id: wire-3",
    ).replace("    meeting: harbor-three\n    topics: [sea-lanes]\n", "    topics: [sea-lanes]\n")
    assert run("undo", "--yes").code == 0
    assert (harbor / "wire.yaml").read_text() == STATEMENTS


def test_names_are_corrected_too(run: Run, harbor: Path, bring: Callable[..., Done]) -> None:
    rows = people(run)
    rows[2]["name"] = "Joseph Bell"
    rows[2]["memberships"] = "{role: spokesman, organization: Navy}"
    rows[2]["identifiers"] = "wikidata: Q1"
    assert bring(rows).code == 0
    assert (harbor / "records.yaml").read_text() == RECORDS.replace(
        "{id: joe-bell, name: Joe Bell, kind: person, country: US}",
        "{id: joe-bell, name: Joseph Bell, kind: person, country: US, memberships: [{role: "
        "spokesman, organization: Navy}], identifiers: {wikidata: Q1}}",
    )


def test_every_fault_has_its_row_and_column(
    run: Run, harbor: Path, bring: Callable[..., Done]
) -> None:
    rows = exported(run)
    rows[0]["form"] = "verbatim"
    rows[1]["attributed_to"] = "nobody"
    rows[1]["date"] = "June"
    rows[2]["summary"] = "Wants “open” lanes."
    rows[3]["anchor_start"] = "x"
    rows[3]["anchor_end"] = ""
    rows[4] |= {"anchor_end": "y", "quote_ends": "z"}
    before = (harbor / "wire.yaml").read_bytes()
    done = bring(rows)
    assert (done.code, done.out) == (1, "")
    assert done.err.splitlines()[1:] == [
        "row 2, column C (form): form must be direct, mixed or indirect, not “verbatim”",
        "row 3, column D (attributed_to): no participant called “nobody” in the archive",
        "row 3, column Q (date): “June” is not a date: write 2017, 2017-10 or 2017-10-23",
        "row 4, column I (summary): the words in “ ” in the summary must be exactly "
        "“free and open”, not “open”",
        "row 5, column M (anchor_start): invalid number “x”: write a whole number, such as 120",
        "row 5, column N (anchor_end): the required field “end” is missing",
        "row 6, column L (quote_ends): invalid number “z”: write a whole number, such as 120",
        "row 6, column N (anchor_end): invalid number “y”: write a whole number, such as 120",
    ]
    assert (harbor / "wire.yaml").read_bytes() == before


def test_a_change_that_check_would_refuse(
    run: Run, harbor: Path, bring: Callable[..., Done]
) -> None:
    rows = exported(run)
    rows[3]["in_reply_to"] = "wire-99"
    done = bring(rows)
    assert done.code == 1
    assert "wire-99" in done.err


CONFLICT = """\
alliance-archive: {}: 1 conflict; nothing was written:
row 2, wire-1, summary: changed in both
  archive: Called it the “anchor” of Asia.
  file:    Called it the “anchor” of order.
row 2, wire-1, meeting: changed in the file
  archive: harbor-two
  file:    (empty)
to take the file's values: --theirs; to keep the archive's: --ours
"""


def test_a_conflict(run: Run, harbor: Path, bring: Callable[..., Done], sheet: Path) -> None:
    rows = exported(run)
    rows[0] |= {"summary": "Called it the “anchor” of order.", "meeting": ""}
    text = STATEMENTS.replace(
        "Called the alliance the “anchor” of peace", "Called it the “anchor” of Asia"
    )
    (harbor / "wire.yaml").write_text(text)
    done = bring(rows)
    assert (done.code, done.err) == (1, CONFLICT.format(sheet))
    without = text.replace(
        "    meeting: harbor-two\n    topics: [korea-us]\n  - id: wire-2",
        "    topics: [korea-us]\n  - id: wire-2",
    )
    assert bring(rows, "--ours", "--yes").code == 0
    assert (harbor / "wire.yaml").read_text() == without
    (harbor / "wire.yaml").write_text(text)
    assert bring(rows, "--theirs", "--yes").code == 0
    assert (harbor / "wire.yaml").read_text() == without.replace("of Asia", "of order")
    assert bring(rows, "--theirs", "--ours").code == 2


def test_what_only_the_archive_changed_stays(
    run: Run, harbor: Path, bring: Callable[..., Done]
) -> None:
    rows = exported(run)
    rows[2]["cue"] = "wants"
    text = STATEMENTS.replace("Will hold drills together", "Will hold joint drills")
    (harbor / "wire.yaml").write_text(text)
    assert bring(rows).code == 0
    assert (harbor / "wire.yaml").read_text() == text.replace(
        "    summary: Wants", "    cue: wants\n    summary: Wants"
    )


def test_a_plain_export_has_nothing_to_tell_who_changed_a_cell(
    run: Run, harbor: Path, sheet: Path
) -> None:
    rows = list(csv.DictReader(io.StringIO(run("export", "--sort", "id").out)))
    assert run("import", saved(sheet, rows)).err.endswith("nothing to change\n")
    rows[0]["cue"] = "called"
    done = run("import", saved(sheet, rows), "--yes")
    assert (done.code, done.err.splitlines()[1]) == (
        1,
        "row 2, wire-1, cue: differs; the file has no base, which would tell where it was changed",
    )
    assert run("import", sheet, "--theirs", "--dry-run").out.count("+    cue: called\n") == 1
    rows[0] |= {"cue": "", "words": "x"}
    rows[1]["attributed_names"] = "Mara"
    rows[2]["date"] = "2024-06-01"
    assert run("import", saved(sheet, rows)).err.splitlines()[1:] == [
        "row 2, column E (words): this column is derived from others: edit summary, or quotes",
        "row 3, column C (attributed_names): this column is derived from others: edit "
        "attributed_to",
        "row 4, column B (date): this column is derived from others: edit date in export "
        "--editable, where it is the record's own",
    ]


def test_missing_columns_and_rows_change_nothing(
    run: Run, harbor: Path, bring: Callable[..., Done]
) -> None:
    rows = [{"id": row["id"], "cue": "x", "base": row["base"]} for row in exported(run)[3:4]]
    assert bring(rows).code == 0
    assert (harbor / "wire.yaml").read_text() == STATEMENTS.replace(
        "    as_given: They\n", "    as_given: They\n    cue: x\n"
    )


def test_remove_missing(run: Run, harbor: Path, bring: Callable[..., Done]) -> None:
    rows = exported(run)
    assert bring(rows[:4], "--remove-missing", "--yes").code == 0
    before, _, after = STATEMENTS.partition("  - id: wire-5")
    assert (harbor / "wire.yaml").read_text() == before + "  - id: wire-6" + after.partition(
        "  - id: wire-6"
    )[2]


NEW = {
    "id": "",
    "source": "wire",
    "quotes": "free and open",
    "summary": "Wants lanes “free and open”.",
}


def test_a_row_without_an_id_is_a_draft(
    run: Run, harbor: Path, sheet: Path, tmp_path: Path
) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "wire.txt").write_text(TEXT)
    saved(sheet, [NEW | {"attributed_to": "Arai"}])
    done = run("import", sheet, "--texts", tmp_path / "texts", "--yes")
    assert done.code == 0
    start = TEXT.index("free and open")
    anchor = TEXT.index("Arai"), TEXT.index(" They will")
    assert (harbor / "wire.yaml").read_text() == STATEMENTS + (
        "  - id: wire-07\n"
        "    form: mixed\n"
        "    attributed_to: [arai]\n"
        "    summary: Wants lanes “free and open”.\n"
        "    quotes:\n"
        f"      - {{exact: free and open, start: {start}, end: {start + 13}}}\n"
        f"    anchor: {{start: {anchor[0]}, end: {anchor[1]}}}\n"
        "    status: draft\n"
    )
    saved(sheet, [NEW | {"quotes": "the"}, NEW | {"quotes": "nothing"}, NEW | {"source": "x"}])
    assert run("import", sheet, "--texts", tmp_path / "texts").err.splitlines()[1:] == [
        "row 2, column C (quotes): “the” is several times in the text of wire: copy more of it, or "
        "give quote_starts, quote_ends, anchor_start and anchor_end",
        "row 3, column C (quotes): “nothing” is not in the text of wire: copy more of it, or give "
        "quote_starts, quote_ends, anchor_start and anchor_end",
        "row 4, column B (source): no source called “x” in the archive",
    ]


SAVED_BY_PROGRAMS = {
    "Excel, UTF-8": {"encoding": "utf-8-sig"},
    "Excel, German": {"encoding": "utf-8-sig", "delimiter": ";"},
    "Excel, Unicode text": {"encoding": "utf-16", "delimiter": "\t"},
    "LibreOffice": {"lineterminator": "\n"},
    "everything quoted": {"quoting": csv.QUOTE_ALL},
}


@pytest.mark.parametrize("dialect", SAVED_BY_PROGRAMS.values(), ids=SAVED_BY_PROGRAMS)
def test_as_programs_save_it(
    run: Run, harbor: Path, bring: Callable[..., Done], dialect: dict[str, Any]
) -> None:
    rows = exported(run)
    assert bring(rows, **dialect).err.endswith("nothing to change\n")


def test_as_a_spreadsheet_mangles_it(run: Run, harbor: Path, bring: Callable[..., Done]) -> None:
    rows = exported(run)
    rows[0]["summary"] = f"'{rows[0]['summary']}"
    assert "row 2" not in bring(rows, "--dry-run").err
    rows = exported(run)
    rows[4]["date"] = "45446"  # what Excel makes of 2024-06-03
    assert bring(rows).err.endswith("nothing to change\n")
    for date, dates in {  # ambiguous, or another day
        "6/3/2024": "2024-06-03 or 2024-03-06",
        "03.06.2024": "2024-03-06 or 2024-06-03",
        "45447": "2024-06-04",
        "13/6/2024": "2024-06-13",
    }.items():
        rows[4]["date"] = date
        assert bring(rows).err.endswith(
            f"row 6, column Q (date): “{date}” may mean {dates}: write the date so\n"
        )
    rows = exported(run)
    rows += [dict.fromkeys(rows[0], ""), dict.fromkeys(rows[0], " ")]
    assert bring(rows).err.endswith("nothing to change\n")


def test_what_is_refused_as_a_whole(
    run: Run, harbor: Path, bring: Callable[..., Done], sheet: Path
) -> None:
    rows = exported(run)
    saved(sheet, rows)
    data = sheet.read_bytes()
    for changed, message in (
        (data.replace("“".encode(), b"\x93"), "row 2: a character is not in UTF-8: save the file again with the character set UTF-8"),
        (data.replace(b"id,", b"name,", 1), "row 1: no column “id”: the first row must name the columns, as export writes them"),
        (data.replace(b",cue,", b",form,", 1), "row 1: column H is called “form”, as is an earlier one"),
        (data.replace(b",cue,", b",cues,", 1), "row 1, column H (cues): no column of statements is called “cues”: did you mean cue?"),
        (data + b"wire-1,wire\r\n", "row 7: it has 2 cells, but the first row has 26"),
    ):  # fmt: skip
        sheet.write_bytes(changed)
        done = run("import", sheet, "--yes")
        assert (done.code, done.err.splitlines()[1]) == (1, message)


def test_columns_sorted_on_their_own(run: Run, harbor: Path, bring: Callable[..., Done]) -> None:
    rows = exported(run)
    rows[0]["base"], rows[1]["base"] = rows[1]["base"], rows[0]["base"]
    rows[0]["cue"] = "x"
    assert bring(rows).err.splitlines()[1] == (
        "row 2, column Z (base): it belongs to another row: sort whole rows, never one column"
    )


def test_characters_that_a_character_set_lacks(run: Run, harbor: Path, sheet: Path) -> None:
    rows = people(run)
    for row in rows:
        for key, cell in row.items():
            row[key] = cell.encode("ascii", "replace").decode()
    assert run("import", saved(sheet, rows)).err.splitlines()[1:] == [
        "row 3, column B (name): the characters 新井健二 are lost: save the file again in UTF-8",
        "row 5, column B (name): the characters 김서연 are lost: save the file again in UTF-8",
    ]


MISREAD = "its characters were misread: open the export as UTF-8, or export with --excel"
COMPUTED = "“{}” is what a formula gave: restore the text; export with --excel prevents it"
DAMAGED = {
    "opened as Windows text": ("김서연".encode().decode("latin-1"), MISREAD),
    "opened as Mac text": ("김서연".encode().decode("mac_roman"), MISREAD),
    "lost": ("???", "the characters 김서연 are lost: save the file again in UTF-8"),
    "replaced": ("\ufffd", "characters are lost: save the file again in UTF-8"),
    "run as a formula": ("#NAME?", COMPUTED.format("#NAME?")),
    "run by LibreOffice": ("Err:508", COMPUTED.format("Err:508")),
}


@pytest.mark.parametrize(("name", "message"), DAMAGED.values(), ids=DAMAGED)
def test_a_cell_that_a_program_has_damaged(
    run: Run, harbor: Path, bring: Callable[..., Done], name: str, message: str
) -> None:
    rows = people(run)
    rows[3]["name"] = name
    assert bring(rows).err.splitlines()[1:] == [f"row 5, column B (name): {message}"]


def test_a_long_cell_comes_home_and_a_cut_one_does_not(
    run: Run, harbor: Path, bring: Callable[..., Done]
) -> None:
    rows = people(run)
    rows[0]["note"] = "word " * 40_000 + "end"
    assert bring(rows).code == 0
    rows = people(run)
    rows[0]["note"] = rows[0]["note"][:32_767]
    assert bring(rows).err.splitlines()[1:] == [
        "row 2, column I (note): its text was cut off after 32767 characters: leave this column out"
    ]


def test_every_row_of_a_wrong_length(run: Run, harbor: Path, sheet: Path) -> None:
    rows = exported(run)
    rows[0]["form"] = "verbatim"
    saved(sheet, rows)
    sheet.write_bytes(sheet.read_bytes() + b"wire-1,wire\r\nwire-2\r\n,wire\r\n")
    assert run("import", sheet).err.splitlines()[1:] == [
        "row 2, column C (form): form must be direct, mixed or indirect, not “verbatim”",
        "row 7: it has 2 cells, but the first row has 26",
        "row 8: it has 1 cells, but the first row has 26",
        "row 9, column J (quotes): a new statement needs quotes, or anchor_start and anchor_end",
    ]


def test_the_separator_that_excel_is_told(run: Run, harbor: Path, sheet: Path) -> None:
    saved(sheet, exported(run), delimiter="|")
    sheet.write_bytes(b"sep=|\r\n" + sheet.read_bytes())
    assert run("import", sheet).err.endswith("nothing to change\n")


def test_values_of_other_types_in_json(run: Run, harbor: Path, tmp_path: Path) -> None:
    done = run("export", "--editable", "--sort", "id", "--format", "json")
    rows = json.loads(done.out)
    rows[0]["quotes"] = [{"exact": "anchor"}, "x"]
    rows[1]["quotes"] = [{"exact": ["x"], "start": 1, "end": 2}]
    rows[2]["base"] = [{"a": 1}]
    rows[3]["topics"] = [["drills"]]
    rows[4]["cue"] = True
    path = tmp_path / "edit.json"
    path.write_text(json.dumps(rows))
    lines = run("import", path).err.splitlines()[1:]
    assert [re.sub(r", column \w+ \((.*?)\)", r", \1", line) for line in lines] == [
        "row 1, quotes: expected objects with exact, start and end, or only texts",
        "row 2, quotes: expected text, not a list",
        "row 3, base: expected text or a list of texts",
        "row 4, topics: expected text, not a list",
        "row 5, cue: expected text, not true: put it in quotation marks",
    ]


def test_faults_and_conflicts_are_told_together(
    run: Run, harbor: Path, bring: Callable[..., Done]
) -> None:
    rows = exported(run)
    rows[0] |= {"base": "", "cue": "said"}
    rows[1]["form"] = "verbatim"
    rows[2] |= {"base": "", "date": "soon"}
    assert bring(rows).err.splitlines()[1:] == [
        "row 3, column C (form): form must be direct, mixed or indirect, not “verbatim”",
        "row 4, column Q (date): “soon” is not a date: write 2017, 2017-10 or 2017-10-23",
        "in other cells, the file and the archive disagree:",
        "row 2, wire-1, cue: differs; the file has no base, which would tell where it was changed",
        "  archive: (empty)",
        "  file:    said",
        "row 4, wire-3, date: differs; the file has no base, which would tell where it was changed",
        "  archive: (empty)",
        "  file:    soon",
        "to take the file's values: --theirs; to keep the archive's: --ours",
    ]


def test_an_editable_export_that_has_lost_its_base(
    run: Run, harbor: Path, bring: Callable[..., Done]
) -> None:
    rows = exported(run)
    for row in rows:
        del row["base"]
    assert bring(rows).err.endswith("nothing to change\n")


def test_what_only_the_whole_archive_shows_has_its_row_and_column(
    run: Run, harbor: Path, bring: Callable[..., Done]
) -> None:
    rows = exported(run)
    rows[3] |= {"in_reply_to": "wire-99", "cue": "said"}
    rows[4]["not_act"] = "wire-98"
    unknown = "add it below its source, or use one of: wire-1, wire-2, wire-3"
    assert bring(rows).err.splitlines()[1:] == [
        f"row 5, column V (in_reply_to): unknown statement “wire-99”: {unknown}",
        f"row 6, column T (not_act): unknown statement “wire-98”: {unknown}",
    ]


def test_what_remove_missing_refuses(run: Run, harbor: Path, bring: Callable[..., Done]) -> None:
    remove = ("--remove-missing", "--yes")
    empty = [dict.fromkeys(row, "") for row in exported(run)[:1]]
    assert bring(empty, *remove).err.splitlines()[1:] == [
        "the file: it has no row with an id, so that every record would be removed"
    ]
    assert bring(people(run)[:3], *remove, "--country", "KR").err.splitlines()[1:] == [
        "the file: filters choose statements, and this file has participants"
    ]


@pytest.fixture
def text(harbor: Path) -> str:
    """The text of the source, stored where its quotations are."""
    text = f"{'':10}anchor of peace, {'':14}The alliance is the anchor of all we do, as pillar.\n"
    (harbor / "texts").mkdir()
    (harbor / "texts" / "wire.txt").write_text(text.replace(" ", "\N{NO-BREAK SPACE}", 10))
    return text


def test_quoted_words_come_home_only_as_the_text_has_them(
    run: Run, harbor: Path, bring: Callable[..., Done], text: str
) -> None:
    rows = exported(run)
    rows[0] |= {"quotes": "anchor of peace", "summary": "Called it the “anchor of peace”."}
    assert bring(rows, "--dry-run").code == 0
    for change, message in (
        ({"quotes": "Anchor"}, "J (quotes): “Anchor” is not in the text of wire: copy more of it, or give quote_starts, quote_ends, anchor_start and anchor_end"),
        ({"quotes": "pillar"}, "J (quotes): the quotation at 85–91 is outside the passage, which is 0–30"),
        ({"quote_starts": "9", "quote_ends": "15"}, "K (quote_starts): “anchor” is not at 9–15 in the text of wire"),
    ):  # fmt: skip
        rows = exported(run)
        rows[0] |= change
        rows[0]["summary"] = f"Called it the “{rows[0]['quotes']}” of peace."
        assert bring(rows).err.splitlines()[1:] == [f"row 2, column {message}"]


def test_quoted_words_are_not_changed_without_the_text(
    run: Run, harbor: Path, bring: Callable[..., Done]
) -> None:
    rows = exported(run)
    rows[0] |= {"quotes": "Anchor", "summary": "Called the alliance the “Anchor” of peace."}
    done = bring(rows)
    assert done.err.splitlines()[1].startswith(
        "row 2, column J (quotes): the quotation cannot be looked for: "
    )


def test_a_new_row_is_imported_once(run: Run, harbor: Path, sheet: Path, tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "wire.txt").write_text(TEXT)
    arguments = ("import", sheet, "--texts", tmp_path / "texts", "--yes")
    saved(sheet, [NEW, NEW])
    assert run(*arguments).err.splitlines()[1:] == [
        "row 3, column C (quotes): row 2 has the same words: delete one of the rows"
    ]
    saved(sheet, [NEW])
    assert run(*arguments).code == 0
    assert run(*arguments).err.endswith("nothing to change\n")
    saved(sheet, [NEW | {"attributed_to": "Arai"}])
    assert run(*arguments).err.splitlines()[1:] == [
        "row 2, column C (quotes): wire-07 has these words: write that id into the row, or delete "
        "the row"
    ]


@pytest.mark.interop("soffice")
def test_corrected_in_libreoffice(run: Run, harbor: Path, sheet: Path, tmp_path: Path) -> None:
    run("export", "--editable", "-o", sheet)
    converted(tmp_path, sheet, "ods")
    book = tmp_path / "edit.ods"
    corrected(book, "Will hold drills together.", "Will hold joint drills.")
    sheet.unlink()
    converted(tmp_path, book, "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false")
    assert sheet.read_bytes()[:10] != b"id,source,"
    done = run("import", sheet, "--yes")
    assert done.code == 0
    assert (harbor / "wire.yaml").read_text() == STATEMENTS.replace(
        "Will hold drills together.", "Will hold joint drills."
    )


def converted(folder: Path, file: Path, form: str) -> None:
    """Open a file in LibreOffice, with a spreadsheet's usual guesses at its cells, and save it."""
    subprocess.run(
        [
            "soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
            *(["--infilter=Text - txt - csv (StarCalc):44,34,76,1"] if file.suffix == ".csv" else []),
            "--convert-to", form, "--outdir", folder, file,
        ],
        check=True, timeout=120, capture_output=True,
    )  # fmt: skip


def corrected(book: Path, old: str, new: str) -> None:
    """Change a cell's text in a spreadsheet's file."""
    with zipfile.ZipFile(book) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old.encode() in parts["content.xml"]
    parts["content.xml"] = parts["content.xml"].replace(old.encode(), new.encode())
    with zipfile.ZipFile(book, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


KINDS = ("statement", "participant", "meeting", "topic", "source")


def rows_of(archive: Archive, kind: str) -> list[list[str]]:
    """Return an editable export of a kind as CSV: the header and the rows."""
    stream = io.StringIO(newline="")
    write_csv(editable_view(kind).fields, editable(archive, kind), stream)
    return list(csv.reader(io.StringIO(stream.getvalue(), newline="")))


def home(archive: Archive, rows: list[list[str]], folder: Path) -> Any:
    path = folder / "edit.csv"
    with path.open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows(rows)
    return import_sheet(archive, read_sheet(str(path)))


@given(archives(), st.sampled_from(KINDS), st.randoms())
@settings(max_examples=30)
def test_what_is_exported_changes_nothing_in_any_order(
    tmp_path_factory: pytest.TempPathFactory, records: ArchiveRecords, kind: str, random: Any
) -> None:
    with on_disk(records) as archive:
        rows = rows_of(archive, kind)
        order = list(range(len(rows[0])))
        random.shuffle(order)
        header, *body = [[row[place] for place in order] for row in rows]
        random.shuffle(body)
        folder = tmp_path_factory.mktemp("csv")
        brought = home(archive, [header, *body], folder)
        assert (brought.unchanged, brought.cells, brought.change.paths) == (len(body), (), [])
        with (folder / "edit.json").open("w", encoding="utf-8") as stream:
            write_json(editable_view(kind).fields, editable(archive, kind), stream)
        brought = import_sheet(archive, read_sheet(str(folder / "edit.json")))
        assert (brought.unchanged, brought.change.paths) == (len(body), [])


@given(archives(), st.data())
@settings(max_examples=30)
def test_a_changed_cell_comes_home_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, records: ArchiveRecords, data: st.DataObject
) -> None:
    with on_disk(records) as archive:
        kind = data.draw(st.sampled_from(("participant", "topic", "meeting", "source")))
        rows = rows_of(archive, kind)
        if len(rows) < 2:
            return
        row = data.draw(st.integers(1, len(rows) - 1))
        column = {"source": "title"}.get(kind, "name")
        rows[row][rows[0].index(column)] = "Somebody else’s: “new”"
        before = {(r.KIND, r.id): plain(r) for group in records for r in group}
        brought = home(archive, rows, tmp_path_factory.mktemp("csv"))
        brought.change.write()
        changed = before[kind, rows[row][0]]
        changed[column] = "Somebody else’s: “new”"
        with Archive.open(archive.root, cached=False) as after:
            now = {(r.KIND, r.id): plain(r) for k in KINDS for r in after.records(k)}
        assert now == {key: values for key, values in before.items() if key in now}
        assert now[kind, rows[row][0]] == changed


def test_a_record_that_cannot_be_changed_in_its_file_has_its_row(
    run: Run, harbor: Path, bring: Callable[..., Done]
) -> None:
    rows = people(run)
    path = harbor / "records.yaml"
    begin, end = RECORDS.partition("topics:")[::2]
    entries = re.findall("{.*}", begin)
    path.write_text(f"participants: [{', '.join(entries)}]\ntopics:{end}")
    rows[3]["name"] = "Kim Seo-yeon"
    assert bring(rows).err.splitlines()[1:] == [
        "row 5: kim-seo-yeon (records.yaml:1) is written in a way that cannot be changed here. "
        "To edit it in its file: alliance-archive open kim-seo-yeon"
    ]


def test_ids_that_the_archive_lacks_or_that_are_of_other_records(
    run: Run, harbor: Path, bring: Callable[..., Done]
) -> None:
    rows = exported(run)
    rows[3]["id"] = "arai"
    rows[4]["id"] = "wire-9"
    assert bring(rows).err.splitlines()[1:] == [
        "row 5, column A (id): arai is a participant, not a statement",
        "row 6, column A (id): no statement has the id “wire-9”: for a new draft, leave the id "
        "empty",
    ]
