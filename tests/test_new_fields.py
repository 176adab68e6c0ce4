"""A field that is declared in the table is read, checked, shown, listed and exported."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from alliance_archive.edit.review import ReviewSession, SourceFile
from tests.conftest import Run, Write

PEOPLE = """\
participants:
  - {id: kim, name: Kim Example, kind: person}
  - {id: ministry, name: Ministry of Defense, kind: organization}
"""
RELEASE = """\
source:
  id: ministry-2021-03-04
  publisher: Ministry of Defense
  date: 2021-03-04
  kind: press-release
  issued_by: [ministry]
statements:
  - id: ministry-2021-03-04-01
    form: indirect
    attributed_to: [kim]
    summary: Asked whether the talks would go on.
    anchor: {start: 0, end: 40}
  - id: ministry-2021-03-04-02
    form: direct
    attributed_to: [kim]
    quotes:
      - {exact: They will., start: 50, end: 60}
    anchor: {start: 50, end: 60}
    in_reply_to: ministry-2021-03-04-01
"""


@pytest.fixture
def root(write: Write) -> Path:
    return write({"people.yaml": PEOPLE, "release.yaml": RELEASE})


def test_a_source_names_the_body_that_issued_it(run: Run, root: Path) -> None:
    path = root / "release.yaml"
    assert run("show", "ministry-2021-03-04").out == (
        "Ministry of Defense, 2021-03-04\n\n"
        "ID          ministry-2021-03-04\n"
        "Publisher   Ministry of Defense\n"
        "Date        2021-03-04\n"
        "Kind        press-release\n"
        "Issued by   Ministry of Defense\n"
        "Statements  2 (see: alliance-archive statements --source ministry-2021-03-04)\n"
        f"File        {path}:2\n"
    )
    assert run("sources", "--fields", "id,issued_by", "--format", "csv").out == (
        "id,issued_by\r\nministry-2021-03-04,ministry\r\n"
    )
    query = "SELECT source, position, participant FROM source_issued_by"
    assert run("sql", query, "--format", "csv").out == (
        "source,position,participant\r\nministry-2021-03-04,1,ministry\r\n"
    )


def test_who_issued_a_source_is_in_the_archive(run: Run, root: Path) -> None:
    release = root / "release.yaml"
    release.write_text(RELEASE.replace("[ministry]", "[minstry]"))
    done = run("check")
    assert (done.code, done.out) == (
        1,
        f"{release}:6:15: unknown-reference: unknown participant “minstry”: "
        "add it to people.yaml, or use ministry\n"
        "     6 |   issued_by: [minstry]\n"
        "       |               ^\n",
    )


def test_an_answer_names_its_question(run: Run, root: Path) -> None:
    answer = "ministry-2021-03-04-02"
    assert run("show", answer).out == (
        "ministry-2021-03-04-02  full quote\n\n"
        "  “They will.”\n\n"
        "Attributed to  Kim Example\n"
        "Date           2021-03-04 (the date of the source)\n"
        "Source         Ministry of Defense, 2021-03-04\n"
        "Passage        characters 50–60 of the source's text\n"
        "Quoted words   50–60  “They will.”\n"
        "In reply to    ministry-2021-03-04-01\n"
        f"File           {root / 'release.yaml'}:13\n"
    )
    assert run("export", "--fields", "id,in_reply_to").out == (
        "id,in_reply_to\r\n"
        "ministry-2021-03-04-01,\r\n"
        "ministry-2021-03-04-02,ministry-2021-03-04-01\r\n"
    )
    query = f"SELECT in_reply_to FROM statements WHERE id = '{answer}'"
    assert run("sql", query, "--format", "csv").out == "in_reply_to\r\nministry-2021-03-04-01\r\n"


def test_a_question_is_missed_when_another_file_loses_it(run: Run, root: Path) -> None:
    release = root / "release.yaml"
    next_day = RELEASE.replace("ministry-2021-03-04-0", "ministry-2021-03-05-0").replace(
        "id: ministry-2021-03-04\n", "id: ministry-2021-03-05\n"
    )
    second = root / "second.yaml"
    second.write_text(next_day.replace("to: ministry-2021-03-05-01", "to: ministry-2021-03-04-01"))
    assert run("check").code == 0
    release.write_text(RELEASE[: RELEASE.index("statements:")])
    done = run("check")
    assert (done.code, done.out.partition("\n")[0]) == (
        1,
        f"{second}:19:18: unknown-reference: unknown statement “ministry-2021-03-04-01”: "
        "add it below its source, or use one of: ministry-2021-03-05-01, ministry-2021-03-05-02",
    )
    release.write_text(RELEASE)
    assert run("check").code == 0


TALKS = """\
meetings:
  - id: spring
    name: Spring talks
    date: 2021-03-04
    kind: bilateral
  - id: autumn
    name: 12th Annual Defense Dialogue
    other_names: [ADD, the dialogue]
    date: 2021-10-02
    kind: bilateral
    status: planned
"""
ANNOUNCEMENT = """\
source:
  id: wire
  publisher: Example Wire
  date: 2021-03-04
  date_basis: inferred
  kind: article
statements:
  - id: wire-1
    form: indirect
    attributed_to: [kim]
    summary: Announced the next round.
    anchor: {start: 0, end: 40}
    meeting: spring
    about: [autumn]
  - id: wire-2
    form: indirect
    attributed_to: [kim]
    summary: Opened the dialogue.
    anchor: {start: 50, end: 60}
    meeting: autumn
"""


@pytest.fixture
def talks(write: Write) -> Path:
    return write({"people.yaml": PEOPLE, "talks.yaml": TALKS, "wire.yaml": ANNOUNCEMENT})


def test_a_meeting_is_announced_in_a_statement_made_elsewhere(run: Run, talks: Path) -> None:
    assert run("show", "ADD").out == (
        "12th Annual Defense Dialogue\n\n"
        "ID            autumn\n"
        "Also called   ADD\n"
        "              the dialogue\n"
        "Date          2021-10-02\n"
        "Kind          bilateral\n"
        "Status        planned, date passed\n"
        "Statements    1 (see: alliance-archive statements --meeting autumn)\n"
        "Announced in  wire-1 (Kim Example)\n"
        f"File          {talks / 'talks.yaml'}:6\n"
    )
    assert run("meetings", "--fields", "id,statements,mentioned_in", "--format", "csv").out == (
        "id,statements,mentioned_in\r\nspring,1,\r\nautumn,1,wire-1\r\n"
    )


def test_meeting_takes_what_was_said_there_and_what_speaks_of_it(run: Run, talks: Path) -> None:
    done = run(
        "statements", "--meeting", "autumn", "--fields", "id,meeting,about", "--format", "csv"
    )
    assert (done.out, done.err) == (
        "id,meeting,about\r\nwire-1,spring,autumn\r\nwire-2,autumn,\r\n",
        "alliance-archive: 1 statement made elsewhere, about the meeting\n",
    )
    query = "SELECT statement, meeting FROM statement_about"
    assert run("sql", query, "--format", "csv").out == "statement,meeting\r\nwire-1,autumn\r\n"


def test_a_meeting_that_is_spoken_of_is_in_the_archive(run: Run, talks: Path) -> None:
    path = talks / "wire.yaml"
    path.write_text(ANNOUNCEMENT.replace("about: [autumn]", "about: [automn]"))
    done = run("check")
    assert done.code == 1
    assert f"{path}:14:13: unknown-reference: " in done.out


def test_an_inferred_date_says_so(run: Run, talks: Path) -> None:
    assert run("show", "wire").out == (
        "Example Wire, 2021-03-04\n\n"
        "ID          wire\n"
        "Publisher   Example Wire\n"
        "Date        2021-03-04 (inferred)\n"
        "Kind        article\n"
        "Statements  2 (see: alliance-archive statements --source wire)\n"
        f"File        {talks / 'wire.yaml'}:2\n"
    )
    assert run("sources", "--fields", "id,date_basis", "--format", "csv").out == (
        "id,date_basis\r\nwire,inferred\r\n"
    )


DRAFT = """\
source: {id: wire, publisher: Example Wire, date: 2021-03-04, kind: article}
statements:
  - id: wire-1
    form: direct
    attributed_to: [kim]
    as_given: He
    quotes:
      - {exact: They will., start: 50, end: 60}
    anchor: {start: 50, end: 60}
    resolution: {by: pronoun, or: [ministry]}
    status: draft
"""


@pytest.fixture
def draft(write: Write) -> Path:
    return write({"people.yaml": PEOPLE, "wire.yaml": DRAFT}) / "wire.yaml"


def test_a_draft_says_how_its_speaker_was_found(run: Run, draft: Path) -> None:
    assert run("check").code == 0
    shown = json.loads(run("show", "wire-1", "--json").out)
    assert shown["resolution"] == {"by": "pronoun", "or": ["ministry"]}
    assert (
        "resolution: {by: pronoun, or: [ministry]}" in run("show", "wire-1", "--format", "yaml").out
    )
    assert "resolution" not in run("export", "--status", "draft").out


def test_a_resolution_says_by_what(run: Run, draft: Path) -> None:
    draft.write_text(DRAFT.replace("by: pronoun, ", ""))
    assert run("check").out.startswith(f"{draft}:10:17: missing-field: ")


def test_accepting_a_draft_settles_its_speaker(draft: Path) -> None:
    ReviewSession(SourceFile(draft)).accept()
    accepted = DRAFT.replace("    resolution: {by: pronoun, or: [ministry]}\n", "")
    assert draft.read_text() == accepted.replace("    status: draft\n", "")


BRIEFING = """\
source:
  id: briefing
  publisher: Ministry of Defense
  date: 2021-03-05
  kind: transcript
  parties: [kim, ministry]
  via: Example Wire
statements:
  - id: briefing-1
    form: direct
    attributed_to: []
    quotes:
      - {exact: Will they go on?, start: 0, end: 16}
    anchor: {start: 0, end: 16}
    turn: question
  - id: briefing-2
    form: direct
    attributed_to: [kim]
    quotes:
      - {exact: They go on as planned., start: 20, end: 42}
    anchor: {start: 20, end: 42}
    turn: answer
    in_reply_to: briefing-1
    translated: {by: interpreter}
"""


@pytest.fixture
def briefing(write: Write) -> Path:
    return write({"people.yaml": PEOPLE, "briefing.yaml": BRIEFING})


def test_words_of_an_interpreter_are_not_shown_as_the_speakers(run: Run, briefing: Path) -> None:
    assert run("show", "briefing-2").out == (
        "briefing-2  interpreted quote\n\n"
        "  “They go on as planned.”\n\n"
        "Attributed to  Kim Example\n"
        "Turn           answer\n"
        "Translated     by interpreter\n"
        "Date           2021-03-05 (the date of the source)\n"
        "Source         Ministry of Defense, 2021-03-05\n"
        "Passage        characters 20–42 of the source's text\n"
        "Quoted words   20–42  “They go on as planned.”\n"
        "In reply to    briefing-1\n"
        f"File           {briefing / 'briefing.yaml'}:16\n"
    )
    assert run("cite", "briefing-2").out == (
        "Kim Example (as interpreted): “They go on as planned.” Quoted in [transcript, no title "
        "recorded], Ministry of Defense, March 5, 2021. The interpreter's words, quoted in full.\n"
    )
    assert run("statements", "--verbatim", "--count").out == "1\n"
    assert run("phrases", "planned").out == ""
    assert run("timeline", "--fields", "id,turn,translated_by", "--format", "csv").out == (
        "id,turn,translated_by\r\nbriefing-1,question,\r\nbriefing-2,answer,interpreter\r\n"
    )
    assert "  Kim Example (answer, as interpreted)  " in run("timeline").out


def test_turns_are_told_apart(run: Run, briefing: Path) -> None:
    fields = ("--fields", "id,turn,translated_by", "--format", "csv")
    assert run("statements", "--turn", "answer", *fields).out == (
        "id,turn,translated_by\r\nbriefing-2,answer,interpreter\r\n"
    )
    assert run("statements", "--fields", "id,turn,translated", "--format", "jsonl").out == (
        '{"id": "briefing-1", "turn": "question", "translated": null}\n'
        '{"id": "briefing-2", "turn": "answer", "translated": {"by": "interpreter"}}\n'
    )
    assert run("statements", "--turn", "reply").code == 2
    query = "SELECT id, turn, translated_by FROM statements WHERE turn = 'answer'"
    assert run("sql", query, "--format", "csv").out == (
        "id,turn,translated_by\r\nbriefing-2,answer,interpreter\r\n"
    )


def test_words_of_an_interpreter_are_verified_as_such(
    run: Run, briefing: Path, tmp_path: Path
) -> None:
    texts = tmp_path / "words"
    texts.mkdir()
    (texts / "briefing.txt").write_text("Will they go on? -- They go on as planned.\n")
    done = run("verify", "--texts", str(texts), "--fields", "verdict,part", "--format", "csv")
    assert done.out == (
        "verdict,part\r\nverbatim,quotation\r\nverbatim (interpreted),quotation\r\n"
        "in place,passage\r\nin place,passage\r\n"
    )


def test_a_source_names_its_parties_and_its_agency(run: Run, briefing: Path) -> None:
    assert run("sources", "--fields", "id,parties,via", "--format", "csv").out == (
        "id,parties,via\r\nbriefing,kim; ministry,Example Wire\r\n"
    )
    query = "SELECT source, position, participant FROM source_parties"
    assert run("sql", query, "--format", "csv").out == (
        "source,position,participant\r\nbriefing,1,kim\r\nbriefing,2,ministry\r\n"
    )


@pytest.mark.parametrize(
    ("line", "wrong", "message"),
    [
        (
            "turn: question",
            "turn: reply",
            "bad-value: turn must be question, answer or remarks, not “reply”",
        ),
        ("{by: interpreter}", "{}", "missing-field: the required field “by” is missing"),
        (
            "parties: [kim,",
            "parties: [kin,",
            "unknown-reference: unknown participant “kin”: add it to people.yaml, or use kim",
        ),
    ],
)
def test_turns_and_parties_are_checked(
    run: Run, briefing: Path, line: str, wrong: str, message: str
) -> None:
    (briefing / "briefing.yaml").write_text(BRIEFING.replace(line, wrong))
    done = run("check")
    assert done.code == 1
    assert message in done.out
