"""`draft` on texts in the style of news agencies: the article, and the whole record beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run, Write
from tests.corrad import ARCHIVE, ARTICLE

RECORD = """\
source:
  id: corrad-2021-10-04
  publisher: Corrad
  date: 2021-10-04
  kind: article
  dateline: PORT AVEL
  language: en
  text:
    sha256: 2e9188c4588b4ed220e59591ece29d1111a40193f3d3107b5d861be06dd9927e
    length: 595

statements:
  - id: corrad-2021-10-04-01
    form: mixed
    attributed_to: [ida-orlova, jan-wolan]
    as_given: The defense chiefs of Norway and Poland
    cue: reaffirmed
    summary:  # that their two navies remain "a single watch" over the northern straits
    quotes:
      - {exact: a single watch, start: 124, end: 138}
    anchor: {start: 94, end: 165}
    meeting: norway-poland-2021
    resolution: {by: group}
    status: draft

  - id: corrad-2021-10-04-02
    form: direct
    attributed_to: [ida-orlova]
    as_given: Orlova
    cue: told
    quotes:
      - {exact: We have agreed on a common picture of the sea, start: 294, end: 339}
      - {exact: "What one radar sees, the other will know.", start: 366, end: 407}
    anchor: {start: 293, end: 408}
    meeting: norway-poland-2021
    topics: [radar]
    status: draft

  - id: corrad-2021-10-04-03
    form: indirect
    attributed_to: [ida-orlova, jan-wolan]
    as_given: They
    cue: vowed
    summary:  # to hold a joint exercise every spring
    anchor: {start: 421, end: 458}
    meeting: norway-poland-2021
    topics: [drills]
    resolution: {by: pronoun}
    status: draft

  - id: corrad-2021-10-04-04
    form: indirect
    attributed_to: [ida-orlova, jan-wolan]
    as_given: They
    cue: urged
    summary:  # other coastal states to take part
    anchor: {start: 469, end: 502}
    meeting: norway-poland-2021
    resolution: {by: pronoun}
    status: draft

  - id: corrad-2021-10-04-05
    form: mixed
    attributed_to: [jan-wolan]
    as_given: Wolan
    document: statement from his ministry
    cue: called
    summary:  # the plan "long overdue,"
    quotes:
      - {exact: long overdue, start: 528, end: 540}
    anchor: {start: 518, end: 542}
    meeting: norway-poland-2021
    status: draft
"""

# Only paraphrases: every summary must still be written.
PARAPHRASE = """\
HARBOR CITY (Meridian News) -- Foreign Minister Aiko Tanabe said Tuesday that Japan would send engineers to the canal, a week after floods cut the crossing.

She stressed that the work must begin before the rains.

The minister also urged the canal states to open their records, and promised to publish Japan's own.

Deputy Prime Minister Lars Brandt of Denmark welcomed the offer. Brandt added that Copenhagen was ready to lend pumps.

A spokesperson for the Canal Authority declined to comment.

2021-11-09
"""
PARAPHRASE_RECORD = """\
source:
  id: meridian-news-2021-11-09
  publisher: Meridian News
  date: 2021-11-09
  kind: article
  dateline: HARBOR CITY
  language: en
  text:
    sha256: 0d34eab7cfffd278d09c3edb850479679051aae53206de9ff2c774f07644d7eb
    length: 508

statements:
  - id: meridian-news-2021-11-09-01
    form: indirect
    attributed_to: [aiko-tanabe]
    as_given: Foreign Minister Aiko Tanabe
    cue: said
    summary:  # that Japan would send engineers to the canal, a week after floods cut the crossing
    anchor: {start: 73, end: 155}
    status: draft

  - id: meridian-news-2021-11-09-02
    form: indirect
    attributed_to: [aiko-tanabe]
    as_given: She
    cue: stressed
    summary:  # that the work must begin before the rains
    anchor: {start: 171, end: 212}
    resolution: {by: pronoun}
    status: draft

  - id: meridian-news-2021-11-09-03
    form: indirect
    attributed_to: [aiko-tanabe]
    as_given: The minister
    cue: urged
    summary:  # the canal states to open their records
    anchor: {start: 239, end: 277}
    resolution: {by: title}
    status: draft

  - id: meridian-news-2021-11-09-04
    form: indirect
    attributed_to: [aiko-tanabe]
    as_given: The minister
    cue: promised
    summary:  # to publish Japan's own
    anchor: {start: 292, end: 314}
    resolution: {by: title}
    status: draft

  - id: meridian-news-2021-11-09-05
    form: indirect
    attributed_to: [lars-brandt]
    as_given: Deputy Prime Minister Lars Brandt of Denmark
    cue: welcomed
    summary:  # the offer
    anchor: {start: 371, end: 380}
    status: draft

  - id: meridian-news-2021-11-09-06
    form: indirect
    attributed_to: [lars-brandt]
    as_given: Brandt
    cue: added
    summary:  # that Copenhagen was ready to lend pumps
    anchor: {start: 395, end: 434}
    status: draft

# New to the archive, as the text names them:
participants:
  - id: aiko-tanabe
    name: Aiko Tanabe
    kind: person
    family_name: Tanabe
    note: Foreign Minister; the text gives no country or organization.

  - id: lars-brandt
    name: Lars Brandt
    kind: person
    family_name: Brandt
    country: DK
    memberships:
      - {role: Deputy Prime Minister, organization: Denmark, country: DK}
"""

# A spokesperson for others, a joint statement, and a quotation of two paragraphs.
VOICED = """\
Ostermark Press
March 3, 2022

"Secretary Hale and Minister Seo affirmed that the pact is the backbone of order in the region," Pentagon spokeswoman Ruth Adeyemi said in a statement.

Hale later condemned the launch "in the plainest words" and pledged, together with South Korean Defense Minister Seo Ha-jin, to answer any attack.

“The ministers noted with concern the ‘gray fleet’ near the islands,” a joint statement said. “They concurred that no state may close the strait.

“Nor will they be hurried,” it added.
"""
VOICED_RECORD = """\
source:
  id: ostermark-press-2022-03-03
  publisher: Ostermark Press
  date: 2022-03-03
  kind: press-release
  title: 'What the ministers said: a "gray fleet"'
  language: en
  text:
    sha256: 3b4f78423adc36a5b98e735461c4fea46e95a58d1ff10724550698af7a70b7fa
    length: 516

statements:
  - id: ostermark-press-2022-03-03-01
    form: direct
    attributed_to: [hale, seo-ha-jin]
    voiced_by: [ruth-adeyemi]
    as_given: Pentagon spokeswoman Ruth Adeyemi
    document: statement
    cue: said
    quotes:
      - exact: "Secretary Hale and Minister Seo affirmed that the pact is the backbone of order in
          the region"
        start: 32
        end: 125
    anchor: {start: 31, end: 127}
    status: draft

  - id: ostermark-press-2022-03-03-02
    form: mixed
    attributed_to: [hale]
    as_given: Hale
    cue: condemned
    summary:  # the launch "in the plainest words"
    quotes:
      - {exact: in the plainest words, start: 217, end: 238}
    anchor: {start: 205, end: 239}
    status: draft

  - id: ostermark-press-2022-03-03-03
    form: direct
    attributed_to: []
    as_given: a joint statement
    document: joint statement
    cue: said
    quotes:
      - exact: "The ministers noted with concern the ‘gray fleet’ near the islands"
        start: 333
        end: 399
      - {exact: They concurred that no state may close the strait., start: 427, end: 477}
    anchor: {start: 332, end: 477}
    status: draft

  - id: ostermark-press-2022-03-03-04
    form: direct
    attributed_to: []
    as_given: it
    cue: added
    quotes:
      - {exact: Nor will they be hurried, start: 480, end: 504}
    anchor: {start: 479, end: 506}
    status: draft

# New to the archive, as the text names them:
participants:
  - id: hale
    name: Hale
    kind: person

  - id: seo-ha-jin
    name: Seo Ha-jin
    kind: person
    family_name: Seo
    country: KR
    memberships:
      - {role: Defense Minister, organization: South Korea, country: KR}

  - id: ruth-adeyemi
    name: Ruth Adeyemi
    kind: person
    family_name: Adeyemi
    country: US
    memberships:
      - {role: spokeswoman, organization: Pentagon, country: US}
"""


@pytest.fixture
def article(tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The article as a file in the working directory, beside an archive with its people."""
    write({"a.yaml": ARCHIVE})
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_people_whom_the_archive_knows(run: Run, article: Path) -> None:
    assert run("draft", "article.txt") == (
        0,
        RECORD,
        (
            "alliance-archive: read as an article; for another kind: --kind KIND\n"
            "alliance-archive: 5 statements (4 need a summary), no new participants\n"
        ),
    )


def test_only_paraphrase(run: Run, article: Path) -> None:
    article.write_text(PARAPHRASE, encoding="utf-8")
    assert run("draft", "article.txt") == (
        0,
        PARAPHRASE_RECORD,
        (
            "alliance-archive: read as an article; for another kind: --kind KIND\n"
            "alliance-archive: 6 statements (6 need a summary), 2 new participants\n"
        ),
    )


def test_said_for_others(run: Run, article: Path) -> None:
    article.write_text(VOICED, encoding="utf-8")
    done = run(
        "draft", "article.txt", "--publisher", "Ostermark Press", "--date", "2022-03-03",
        "--title", 'What the ministers said: a "gray fleet"', "--kind", "press-release",
    )  # fmt: skip
    assert done == (
        0,
        VOICED_RECORD,
        "alliance-archive: 4 statements (1 needs a summary), 3 new participants\n",
    )


@pytest.mark.parametrize("text", [ARTICLE, PARAPHRASE, VOICED])
def test_an_added_draft_is_sound(run: Run, article: Path, text: str) -> None:
    article.write_text(text, encoding="utf-8")
    added = run("draft", "article.txt", "--publisher", "Wire", "--date", "2021-10-05", "--add")
    assert (added.code, added.out) == (0, "archive/sources/wire-2021-10-05.yaml\n")
    done = run("check", "--strict")
    assert (done.code, done.out) == (0, "")
    assert run("statements", "--count").out == "0\n"
    drafts = run("statements", "--count", "--status", "draft").out.strip()
    assert done.err.endswith(f"; {drafts} drafts to review\n")
    texts = article.parent / "texts"
    texts.mkdir()
    (texts / "wire-2021-10-05.txt").write_text(text, encoding="utf-8")
    done = run("verify", "--status", "draft", "--texts", texts)
    assert done.code == 0
    assert "the text matches the recorded fingerprint" in done.err


def test_one_draft_to_review(run: Run, article: Path) -> None:
    article.write_text("Minister Ida Orlova said it is over.", encoding="utf-8")
    run("draft", "article.txt", "--publisher", "Wire", "--date", "2021", "--add")
    assert run("check").err == (
        "alliance-archive: archive: no problems; "
        "1 statement, 1 source, 3 topics, 1 meeting, 4 participants; 1 draft to review\n"
    )
    assert run("check", "--format", "json").out == "[]\n"


def test_adding_never_overwrites(run: Run, article: Path, tmp_path: Path) -> None:
    there = tmp_path / "archive" / "sources" / "corrad-2021-10-04.yaml"
    there.parent.mkdir()
    there.write_text("# mine\n")
    done = run("draft", "article.txt", "--add")
    assert done == (
        2,
        "",
        f"alliance-archive: {tmp_path}/archive/sources/corrad-2021-10-04.yaml already exists; "
        "nothing was written\n",
    )
    assert there.read_text() == "# mine\n"


def test_the_same_text_again_is_not_added(run: Run, article: Path, tmp_path: Path) -> None:
    run("draft", "article.txt", "--add")
    files = {path: path.read_bytes() for path in tmp_path.rglob("*.yaml")}
    for more in ([], ["--id", "again"], ["--replaces", "corrad"]):
        assert run("draft", "article.txt", "--add", *more) == (
            1,
            "",
            "alliance-archive: this text is already in the archive: corrad-2021-10-04; "
            "nothing was written\n",
        )
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.yaml")} == files
    done = run("draft", "article.txt")
    assert (done.code, done.err.splitlines()[0]) == (
        0,
        "alliance-archive: this text is already in the archive: corrad-2021-10-04",
    )


def test_a_corrected_edition_replaces_the_earlier_one(run: Run, article: Path) -> None:
    run("draft", "article.txt", "--add")
    article.write_text(ARTICLE.replace("every spring", "every autumn"), encoding="utf-8")
    done = run("draft", "article.txt", "--add", "--replaces", "corrad")
    assert done == (
        0,
        "archive/sources/corrad-2021-10-04-b.yaml\n",
        "alliance-archive: read as an article; for another kind: --kind KIND\n"
        "alliance-archive: 5 statements (4 need a summary), no new participants\n"
        "alliance-archive: to review them: alliance-archive review corrad-2021-10-04-b --texts .\n",
    )
    corrected = Path("archive/sources/corrad-2021-10-04-b.yaml").read_text(encoding="utf-8")
    assert "  language: en\n  replaces: corrad-2021-10-04\n  text:\n" in corrected
    drafts = ("statements", "--status", "draft", "--fields", "id", "--format", "csv")
    assert run(*drafts).out.split() == ["id", *(f"corrad-2021-10-04-b-0{n}" for n in range(1, 6))]
    assert run(*drafts, "--replaced", "--count").out == "10\n"
    assert run("check").err.endswith("; 5 drafts to review\n")
    # The earlier edition, deleted or no longer replaced, is treated like any other.
    path = Path("archive/sources/corrad-2021-10-04-b.yaml")
    path.write_text(corrected.replace("  replaces: corrad-2021-10-04\n", ""), encoding="utf-8")
    assert run(*drafts, "--count").out == "10\n"


def test_reviewed_statements_of_a_replaced_source_are_noted(run: Run, write: Write) -> None:
    statement = (
        "statements:\n  - {{id: {0}-1, form: indirect, attributed_to: [ida-orlova], "
        "summary: The straits stay open., anchor: {{start: 0, end: 9}}}}\n"
    )
    source = "source: {{id: {0}, publisher: Wire, date: 2021-10-04, kind: article{1}}}\n"
    write({"a.yaml": ARCHIVE, "old.yaml": source.format("old", "") + statement.format("old")})
    assert run("who", "straits", "--fields", "id").out == "ID\nold-1\n"
    write({"new.yaml": source.format("new", ", replaces: old") + "statements: []\n"})
    assert run("who", "straits") == (
        0,
        "",
        "alliance-archive: no statement of a current source matches; 1 of a replaced one does. "
        "To see it: --replaced\n",
    )
    assert run("who", "straits", "--replaced", "--fields", "id").out == "ID\nold-1\n"
    assert run("show", "old-1").code == 0
    assert "Replaces" in run("show", "new").out


PEOPLE = """\
# People, with their own remarks.
participants:
  - {id: ida-orlova, name: Ida Orlova, kind: person, family_name: Orlova, country: "NO"}  # minister
  # Poland's:
  - {id: poland, name: Poland, kind: state, country: PL}

# The end.
"""


def test_new_people_are_added_after_the_others(run: Run, article: Path, write: Write) -> None:
    Path("archive/a.yaml").unlink()
    write({"participants.yaml": PEOPLE})
    done = run("draft", "article.txt", "--add")
    assert done == (
        0,
        "archive/sources/corrad-2021-10-04.yaml\n",
        "alliance-archive: read as an article; for another kind: --kind KIND\n"
        "alliance-archive: 5 statements (4 need a summary), 1 new participant, 1 new meeting\n"
        "alliance-archive: to review them: alliance-archive review corrad-2021-10-04 --texts .\n",
    )
    assert (
        Path("archive/participants.yaml").read_text(encoding="utf-8")
        == PEOPLE
        + """\
  - id: jan-wolan
    name: Jan Wolan
    kind: person
    family_name: Wolan
    country: PL
    memberships:
      - {role: Defense Minister, organization: Poland, country: PL}
"""
    )
    source = Path("archive/sources/corrad-2021-10-04.yaml")
    assert "participants:" not in source.read_text(encoding="utf-8")
    # Deleting a source deletes nobody.
    source.unlink()
    assert run("show", "jan-wolan").code == 0


def test_a_planned_meeting_that_only_drafts_are_about_is_left_out_of_lists(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(
        "GRAZ, June 3, 2031 (Alpwire) -- Austrian Chancellor Ruth Keller said she would meet "
        "Portuguese Foreign Minister Ana Prado in Lisbon on Friday.\n",
        encoding="utf-8",
    )
    run("init", "mine")
    monkeypatch.setenv("ALLIANCE_ARCHIVE", "mine")
    run("draft", "a.txt", "--add")
    assert run("meetings").err == (
        "alliance-archive: 1 meeting is named only by drafts and not shown. "
        "To include it: --status draft\n"
    )
    assert run(
        "meetings", "--status", "draft", "--fields", "id,meeting_status", "--format", "csv"
    ).out == ("id,meeting_status\r\naustria-portugal-2031-06-06,planned\r\n")


def test_a_meeting_that_a_reviewed_statement_is_about_is_listed(run: Run, write: Write) -> None:
    write(
        {
            "records.yaml": """\
participants:
  - {id: ana-prado, name: Ana Prado, kind: person}
meetings:
  - {id: lisbon, name: Lisbon talks, kind: bilateral, date: 2031-06-06}
""",
            "alpwire.yaml": """\
source: {id: alpwire, publisher: Alpwire, kind: article, date: 2031-06-07}
statements:
  - id: promise
    form: indirect
    attributed_to: [ana-prado]
    summary: Promised to go on.
    about: [lisbon]
    anchor: {start: 10, end: 30}
  - id: welcome
    status: draft
    form: indirect
    attributed_to: [ana-prado]
    summary: Welcomed her guests.
    meeting: lisbon
    anchor: {start: 50, end: 70}
""",
        }
    )
    assert run("meetings", "--fields", "id", "--format", "csv") == (0, "id\r\nlisbon\r\n", "")


def test_people_whom_only_drafts_name_are_left_out_of_lists(
    run: Run, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("init", "mine")
    monkeypatch.setenv("ALLIANCE_ARCHIVE", "mine")
    run("draft", "article.txt", "--add")
    assert run("participants") == (
        0,
        "",
        "alliance-archive: 2 participants are named only by drafts and not shown. "
        "To include them: --status draft\n",
    )
    assert run("participants", "--status", "draft", "--fields", "id").out.split() == [
        "ID",
        "ida-orlova",
        "jan-wolan",
    ]
    source = Path("mine/sources/corrad-2021-10-04.yaml")
    text = source.read_text(encoding="utf-8")
    head, _, rest = text.partition("    status: draft\n")
    source.write_text(head.replace("summary:  #", "summary: “a single watch”  #") + rest, "utf-8")
    assert run("participants", "--fields", "id").out.split() == ["ID", "ida-orlova", "jan-wolan"]


def test_a_new_archive_gets_the_line_for_editors(run: Run, article: Path, tmp_path: Path) -> None:
    run("init", "new")
    run("--archive", "new", "draft", "article.txt", "--add")
    record = (tmp_path / "new" / "sources" / "corrad-2021-10-04.yaml").read_text()
    assert record.splitlines()[:2] == ["# yaml-language-server: $schema=../schema.json", "source:"]


def test_to_a_file(run: Run, article: Path, tmp_path: Path) -> None:
    assert run("draft", "article.txt", "-o", "draft.yaml").out == ""
    assert (tmp_path / "draft.yaml").read_text(encoding="utf-8") == RECORD


def test_without_the_archives_people(run: Run, article: Path) -> None:
    done = run("draft", "article.txt", "--no-known", ALLIANCE_ARCHIVE="nowhere")
    assert (
        done.out.partition("participants:\n")[2]
        == """\
  - id: ida-orlova
    name: Ida Orlova
    kind: person
    family_name: Orlova
    country: "NO"
    memberships:
      - {role: Defense Minister, organization: Norway, country: "NO"}

  - id: jan-wolan
    name: Jan Wolan
    kind: person
    family_name: Wolan
    country: PL
    memberships:
      - {role: Defense Minister, organization: Poland, country: PL}

meetings:
  - id: norway-poland-2021-10-04
    name: Norway–Poland talks
    date: 2021-10-04
    kind: bilateral
    participants: [ida-orlova, jan-wolan]
    note: Drafted from corrad-2021-10-04.
"""
    )


def test_json_for_other_programs(run: Run, article: Path) -> None:
    text = "\r\n  Orlova said she was “done.”\r\n"
    article.write_bytes(text.encode())
    done = run("draft", "article.txt", "--format", "json")
    assert (done.code, done.err) == (0, "")
    # Offsets are into the text as given, its line ends counted.
    assert json.loads(done.out) == [
        {
            "quotes": [{"exact": "done", "start": 25, "end": 29}],
            "cue": {"text": "said", "start": 11, "end": 15},
            "content": {"start": 16, "end": 31},
            "speakers": [{"text": "Orlova", "start": 4, "end": 10}],
        }
    ]


REFUSED = [
    (b"", 2, "is empty: nothing to draft from"),
    (b" \n", 2, "is empty: nothing to draft from"),
    (b"\0\1\2\3" * 9, 2, "is not text: save the article as .txt, .html, .pdf or .docx first"),
    (b"\x89PNG\n\xe2\xe3", 2, "is not text: save the article as .txt, .html, .pdf or .docx first"),
    ("Orlova said".encode("utf-16"), 2, "is UTF-16: save it as UTF-8"),
    ("Orlova said é".encode("latin-1"), 2, "is not valid UTF-8 (bad byte at offset 12): save it as UTF-8"),
    (b"<body><p>Orlova said it is over.</p><p>She left.</p></body>", 2,
     "has tags like a page: save the page as .html, or its text as the browser shows it"),
    (b"Minister Ida Orlova said it. " * 360_000, 2,
     "is too long for one article: draft one article at a time"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "code", "message"), REFUSED, ids=range(len(REFUSED)))
@pytest.mark.parametrize("form", ["yaml", "json"])
def test_files_that_are_not_articles(
    run: Run, article: Path, form: str, data: bytes, code: int, message: str
) -> None:
    article.write_bytes(data)
    done = run("draft", "article.txt", "--format", form, "-o", "out")
    assert done == (code, "", f"alliance-archive: article.txt {message}\n")
    assert not (article.parent / "out").exists()


def test_words_that_are_only_signed_have_no_cue(run: Run, article: Path) -> None:
    article.write_text("“We sail at noon.” (Ida Orlova, defense minister)", encoding="utf-8")
    (drafted,) = json.loads(run("draft", "article.txt", "--format", "json").out)
    assert (drafted["cue"], drafted["speakers"][0]["text"]) == (None, "Ida Orlova")


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_another_language(run: Run, article: Path, form: str) -> None:
    article.write_text("Le ministre a dit que tout ira bien et que la flotte reste ici.")
    assert run("draft", "article.txt", "--format", form) == (
        2,
        "",
        "alliance-archive: article.txt: not in English, so nothing was drafted\n",
    )


@pytest.mark.parametrize(
    ("dateline", "message"),
    [
        ("AVEL, Oct. 3 (Corrad)", "the date in the text, October 3, has no year: add "
         "--date YYYY-10-03"),
        ("AVEL, Oct. 3", "no publisher found in the text, and the date in the text, October 3, "
         "has no year: add --publisher NAME and --date YYYY-10-03"),
        *((f"AVEL, {day} (Corrad)", f"the date in the text, {day}, is not valid: add "
           "--date YYYY-MM-DD")
          for day in ("Feb. 30, 2021", "Feb. 30", "Jan. 1, 9999", "Jan. 1, 0001", "1 May ２０２１")),
        ("AVEL, Feb. 30", "no publisher found in the text, and the date in the text, Feb. 30, "
         "is not valid: add --publisher NAME and --date YYYY-MM-DD"),
    ],
)  # fmt: skip
def test_a_date_without_its_year_or_that_is_not_one(
    run: Run, article: Path, dateline: str, message: str
) -> None:
    article.write_text(f"{dateline} -- Minister Ida Orlova said it was over.", encoding="utf-8")
    assert run("draft", "article.txt") == (2, "", f"alliance-archive: {message}\n")
    assert run("draft", "article.txt", "--publisher", "W", "--date", "2031-10-03").code == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "no publisher and no date found in the text: add --publisher NAME and "
             "--date YYYY-MM-DD"),
        (["--date", "2021"], "no publisher found in the text: add --publisher NAME"),
        (["--publisher", "W"], "no date found in the text: add --date YYYY-MM-DD"),
        (["--publisher", "W", "--date", "May"],
         "“May” is not a date: write it like 2017, 2017-10, 2017-10-23, Oct 2017, 23 Oct 2017, today or yesterday"),
        (["--publisher", "W", "--date", "2021", "--id", "A b"],
         "invalid id “A b”: use a–z, 0–9 and hyphens, such as kim-1"),
        (["--publisher", "W", "--date", "2021", "--id", "radar"],
         "the id radar is already taken: choose another with --id"),
        (["--add", "--no-known"], "--add cannot be combined with -o, --no-known or --format json"),
    ],
)  # fmt: skip
def test_requests_that_cannot_be_met(
    run: Run, article: Path, arguments: list[str], message: str
) -> None:
    article.write_text("Orlova said it is over.")
    assert run("draft", "article.txt", *arguments) == (2, "", f"alliance-archive: {message}\n")


def test_a_file_that_is_not_there(run: Run) -> None:
    assert run("draft", "no.txt") == (2, "", "alliance-archive: no.txt does not exist\n")


def test_a_text_in_which_nobody_speaks(run: Run, article: Path) -> None:
    article.write_text("The sea was calm, and the ships lay in the harbor of the town.")
    done = run("draft", "article.txt", "--publisher", "W", "--date", "2021")
    assert done.out.endswith("\nstatements: []\n")
    assert done.err == (
        "alliance-archive: read as an article; for another kind: --kind KIND\n"
        "alliance-archive: 0 statements, no new participants\n"
    )


def test_a_folder_that_leads_out_of_the_archive_is_not_written_to(
    run: Run, article: Path, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "archive" / "sources").symlink_to(tmp_path / "elsewhere")
    assert run("draft", "article.txt", "--add") == (
        2,
        "",
        f"alliance-archive: {tmp_path}/archive/sources/corrad-2021-10-04.yaml leads out of the "
        "archive through a symbolic link; nothing was written. "
        "Replace the link with the folder itself\n",
    )
    assert list((tmp_path / "elsewhere").iterdir()) == []


LEFTOVER = """\
Fleet to stay, minister vows

By Ada Brekke

Norwegian Defense Minister Ida Orlova said the “iron rule” would hold. Two banners were seen.

“A very long harbor song about the sea and the ships,” and nothing else.

"We will stay, Orlova said.

The envoy of Poland, Jan Wolan, met Envoy Piotr Wolan. Wolan said it was late.
"""


def test_what_is_left_over_is_told(run: Run, article: Path) -> None:
    article.write_text(LEFTOVER, encoding="utf-8")
    done = run("draft", "article.txt", "--no-known", "--publisher", "Wire", "--date", "2021-10-05")
    assert done.err == (
        "alliance-archive: 1 quotation in no statement:\n"
        "  line 7: “A very long harbor song about the sea a…”\n"
        "alliance-archive: 1 quotation mark without a counterpart: line 9\n"
        "alliance-archive: read as an article; for another kind: --kind KIND\n"
        "alliance-archive: 3 statements (3 need a summary), 3 new participants\n"
    )
    as_json = run("draft", "article.txt", "--no-known", "--format", "json")
    assert as_json.err == done.err[: done.err.index("alliance-archive: read as")]


def test_headline_and_byline_are_kept(run: Run, article: Path) -> None:
    article.write_text(LEFTOVER, encoding="utf-8")
    done = run("draft", "article.txt", "--no-known", "--publisher", "Wire", "--date", "2021-10-05")
    assert "  title: Fleet to stay, minister vows\n" in done.out
    assert "  author: Ada Brekke\n" in done.out


def test_a_name_that_fits_two_names_both(run: Run, article: Path) -> None:
    article.write_text(LEFTOVER, encoding="utf-8")
    done = run("draft", "article.txt", "--no-known", "--publisher", "Wire", "--date", "2021-10-05")
    assert done.out.partition("  - id: wire-2021-10-05-03\n")[2].partition("\n\n")[0] == (
        "    form: indirect\n"
        "    attributed_to: []\n"
        "    as_given: Wolan\n"
        "    cue: said\n"
        "    summary:  # it was late\n"
        "    anchor: {start: 309, end: 320}\n"
        "    resolution: {by: name, or: [jan-wolan, piotr-wolan]}\n"
        "    status: draft"
    )
