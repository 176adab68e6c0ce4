"""`show` quotes the sentence of the source where its text is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run, Write

TEXT = """\
Talks went on. Minister Kim called the pact an “anchor” of peace
in the region. No date was given.
"""
SOURCE = """\
participants: [{id: kim, name: Kim, kind: person}]
source:
  {id: s, publisher: Daily, title: Pact holds, date: 2018, kind: article, url: "https://example.org/a"}
statements:
  - id: s-1
    form: mixed
    attributed_to: [kim]
    summary: Called the pact an “anchor”.
    quotes: [{exact: anchor, start: 48, end: 54}]
    anchor: {start: 35, end: 55}
"""


@pytest.fixture(autouse=True)
def no_other_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ALLIANCE_ARCHIVE_TEXTS", raising=False)


def test_the_sentence_is_shown_with_the_passage_marked(
    run: Run, write: Write, tmp_path: Path
) -> None:
    root = write({"x.yaml": SOURCE})
    (tmp_path / "s.txt").write_text(TEXT)
    assert run("show", "s-1", "--texts", tmp_path, COLUMNS="80").out.startswith(
        "s-1  partial quote\n"
        "\n"
        "  Called the pact an “anchor”.\n"
        "\n"
        "Attributed to  Kim\n"
        "Date           2018 (the date of the source)\n"
        "Source         Daily, 2018\n"
        "               “Pact holds”\n"
        "               https://example.org/a\n"
        "Passage        characters 35–55 of the source's text\n"
        "Quoted words   48–54  “anchor”\n"
        "In the source  Minister Kim called «the pact an “anchor”» of peace in the\n"
        "               region.\n"
        "File           "
    )
    assert "In the source" not in run("show", "s-1").out
    (root / "texts").mkdir()
    (root / "texts" / "s.txt").write_text(TEXT)
    assert "«the pact an “anchor”»" in run("show", "s-1").out


def test_a_text_that_was_asked_for_and_is_not_there_is_named(
    run: Run, write: Write, tmp_path: Path
) -> None:
    write({"x.yaml": SOURCE})
    assert run("show", "s-1").err == ""
    assert run("show", "s-1", "--texts", tmp_path).err == (
        "alliance-archive: passages are not shown: s: its record has no “text:”, and "
        f"{tmp_path}/s.txt does not exist\n"
    )


def test_a_spreadsheet_is_told_to_take_csv(run: Run) -> None:
    done = run("statements", "-o", "talks.xlsx")
    assert (done.code, done.err) == (
        2,
        "alliance-archive: cannot write talks.xlsx: write CSV, which spreadsheets open: "
        "alliance-archive export --excel -o talks.csv\n",
    )


DOCUMENT = """\
participants: [{id: kim, name: Kim, kind: person}]
source: {id: s, publisher: Ministry, date: 2018, kind: readout}
statements:
  - id: s-1
    form: direct
    attributed_to: [kim]
    document: readout
    quotes: [{exact: Minister Kim called the pact an anchor., start: 15, end: 54}]
    anchor: {start: 35, end: 54}
"""


def test_in_a_document_the_passage_is_what_follows_the_verb(
    run: Run, write: Write, tmp_path: Path
) -> None:
    write({"x.yaml": DOCUMENT})
    (tmp_path / "s.txt").write_text("Talks went on. Minister Kim called the pact an anchor.\n")
    assert run("check").code == 0
    shown = run("show", "s-1", "--texts", tmp_path, COLUMNS="80").out
    assert "In the source  Minister Kim called «the pact an anchor.»\n" in shown
