"""`draft` on a transcript: the whole record beside it, and what cannot be read as one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run, Write

TRANSCRIPT = """\
Press Conference by Minister of Defence Elina Ozola

Port Avel, March 14, 2031

MINISTER OZOLA (through translator): Good morning. The two ships sail in June.

(Laughter.)

They stay for a year.

Q: Ann Holm, Daily Example. Will they, Minister?

MINISTER OZOLA: They will. Mr. Berg said that "one ship is enough," and he is wrong.

MINISTER OZOLA: Yes.
"""
RECORD = """\
source:
  id: minister-of-defence-2031-03-14
  publisher: Minister of Defence
  date: 2031-03-14
  kind: transcript
  title: Press Conference by Minister of Defence Elina Ozola
  language: en
  text:
    sha256: 22e8c86632993e2c6a55a77e73bd942787784e9e0e4306edda980ab036aff0a9
    length: 352

statements:
  - id: minister-of-defence-2031-03-14-01
    form: direct
    attributed_to: [elina-ozola]
    as_given: MINISTER OZOLA
    document: press conference
    quotes:
      - {exact: Good morning. The two ships sail in June., start: 117, end: 158}
    anchor: {start: 117, end: 158}
    turn: remarks
    translated: {by: interpreter}
    status: draft

  - id: minister-of-defence-2031-03-14-02
    form: direct
    attributed_to: [elina-ozola]
    as_given: MINISTER OZOLA
    document: press conference
    quotes:
      - {exact: They stay for a year., start: 173, end: 194}
    anchor: {start: 173, end: 194}
    turn: remarks
    translated: {by: interpreter}
    status: draft

  - id: minister-of-defence-2031-03-14-03
    form: direct
    attributed_to: [ann-holm]
    as_given: Q
    document: press conference
    quotes:
      - {exact: "Ann Holm, Daily Example. Will they, Minister?", start: 199, end: 244}
    anchor: {start: 199, end: 244}
    turn: question
    status: draft

  - id: minister-of-defence-2031-03-14-04
    form: direct
    attributed_to: [elina-ozola]
    as_given: MINISTER OZOLA
    document: press conference
    quotes:
      - exact: 'They will. Mr. Berg said that "one ship is enough," and he is wrong.'
        start: 262
        end: 330
    anchor: {start: 262, end: 330}
    turn: answer
    in_reply_to: minister-of-defence-2031-03-14-03
    status: draft

  - id: minister-of-defence-2031-03-14-05
    form: mixed
    attributed_to: [berg]
    voiced_by: [elina-ozola]
    as_given: Mr. Berg
    cue: said
    summary:  # that "one ship is enough," and he is wrong
    quotes:
      - {exact: one ship is enough, start: 293, end: 311}
    anchor: {start: 287, end: 329}
    status: draft

  - id: minister-of-defence-2031-03-14-06
    form: direct
    attributed_to: [elina-ozola]
    as_given: MINISTER OZOLA
    document: press conference
    quotes:
      - {exact: Yes., start: 348, end: 352}
    anchor: {start: 348, end: 352}
    turn: answer
    in_reply_to: minister-of-defence-2031-03-14-03
    status: draft

# New to the archive, as the text names them:
participants:
  - id: elina-ozola
    name: Elina Ozola
    kind: person
    family_name: Ozola
    note: Minister of Defence; the text gives no country or organization.

  - id: ann-holm
    name: Ann Holm
    kind: person
    family_name: Holm

  - id: berg
    name: Berg
    kind: person
"""


@pytest.fixture
def file(write: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = write({"archive.yaml": "archive: {title: Talks}\n"})
    monkeypatch.chdir(root.parent)
    return root.parent / "talk.txt"


def test_a_transcript(run: Run, file: Path) -> None:
    file.write_text(TRANSCRIPT)
    done = run("draft", "talk.txt", "--no-known")
    assert (done.out, done.err) == (
        RECORD,
        "alliance-archive: talk.txt: line 15: “MINISTER OZOLA” comes twice in a row: a question "
        "may be missing before it\n"
        "alliance-archive: read as a transcript; for another kind: --kind KIND\n"
        "alliance-archive: 6 statements (1 needs a summary), 3 new participants\n",
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            TRANSCRIPT.replace("Q: ", "").replace("MINISTER OZOLA", "").replace(":", ""),
            "has no labels of speakers, such as “Q:” or “SECRETARY EXAMPLE:”: add them, or draft "
            "it as another kind: --kind article",
        ),
        (
            TRANSCRIPT.replace("OZOLA: They will", "OZOLA They will"),
            "has “MINISTER OZOLA” in line 13 where a label is expected, so its words would be "
            "somebody else's: write “MINISTER OZOLA:”",
        ),
        ("", "is empty: nothing to draft from"),
        (
            "Q:\nA:\n",
            "has no labels of speakers, such as “Q:” or “SECRETARY EXAMPLE:”: add them, or draft "
            "it as another kind: --kind article",
        ),
    ],
)
def test_what_is_not_a_transcript_is_refused(run: Run, file: Path, text: str, message: str) -> None:
    file.write_text(text)
    done = run("draft", "talk.txt", "-o", "out.yaml")
    assert (done.code, done.out, done.err) == (2, "", f"alliance-archive: talk.txt {message}\n")
    assert not (file.parent / "out.yaml").exists()


def test_a_transcript_in_another_language_is_refused(run: Run, file: Path) -> None:
    file.write_text(
        "Conférence de presse, 14 mars 2031\n\nM. OZOLA : Nous avons convenu ce matin que les deux "
        "services vont partager leur image radar.\n\nQ : Et qui va payer ?\n\nM. OZOLA : Nous.\n"
    )
    done = run("draft", "talk.txt", "--kind", "transcript")
    assert (done.code, done.out, done.err) == (
        2,
        "",
        "alliance-archive: talk.txt: not in English, so nothing was drafted\n",
    )


def test_what_is_added_passes_the_check_and_is_looked_up(run: Run, file: Path) -> None:
    file.write_text(TRANSCRIPT)
    archive = next(path for path in file.parent.iterdir() if path.is_dir())
    assert run("--archive", archive, "draft", "talk.txt", "--add").code == 0
    assert run("--archive", archive, "check").code == 0
    done = run(
        *("--archive", archive, "statements", "--status", "draft", "--turn", "question"),
        *("--fields", "attributed_names,words", "--format", "csv"),
    )
    assert done.out == (
        'attributed_names,words\r\nAnn Holm,"“Ann Holm, Daily Example. Will they, Minister?”"\r\n'
    )
    assert run("--archive", archive, "verify", "--status", "draft", "--texts", ".").code == 0
