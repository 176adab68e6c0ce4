"""Which statements of a text are put at the meeting that it reports, and which are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from alliance_archive.archive import Archive
from alliance_archive.draft import draft
from tests.conftest import Run, Write

MET = (
    "GRAZ, June 4, 2031 (Alpwire) -- Portuguese Foreign Minister Ana Prado met Austrian Chancellor "
    "Ruth Keller in Graz on Wednesday.\n\n"
)

ELSEWHERE = f"""\
{MET}Keller told reporters after the talks that the dam was "full."

On Monday, Prado said in Lisbon that it was "half empty." "I measured it," she said.

Last year, Keller called the dam "a trap."

At a Senate hearing in 2030, Prado said the plan was "alive."

Prado, who took office in March, said the turbines were "old but honest."
"""


def test_what_was_said_elsewhere_is_not_put_at_the_meeting(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(ELSEWHERE, encoding="utf-8")
    run("init", "mine")
    monkeypatch.setenv("ALLIANCE_ARCHIVE", "mine")
    run("draft", "a.txt", "--add")
    columns = ("--fields", "attributed_names,quotes,meeting", "--format", "csv")
    assert run("statements", "--status", "draft", "--sort", "source", *columns).out == (
        "attributed_names,quotes,meeting\r\n"
        "Ruth Keller,full,portugal-austria-2031-06-04\r\n"
        "Ana Prado,half empty,\r\n"
        "Ana Prado,I measured it,\r\n"
        "Ruth Keller,a trap,\r\n"
        "Ana Prado,alive,\r\n"
        "Ana Prado,old but honest,portugal-austria-2031-06-04\r\n"
    )


# A sentence after the one in which the two met: whether it is put at their meeting.
SENTENCES = {
    'Prado said the dam was "full."': True,
    'Prado told a joint news conference that the dam was "full."': True,
    'Prado said on Wednesday that the dam was "full."': True,
    'Speaking to reporters in Graz, Prado said the dam was "full."': True,
    'Prado, who visited Lisbon last month, said the dam was "full."': True,
    'Prado said the dam had been "full" in March.': True,
    '"The dam was full last year," Prado said.': True,
    'Prado called the dam "a trap."': True,
    'Prado said Keller had promised her that the dam was "full."': True,
    'Prado said in Portuguese that the dam was "full."': True,
    'Prado said Tuesday the dam was "full."': False,
    'Prado said in Lisbon that the dam was "full."': False,
    'Prado said in Spain that the dam was "full."': False,
    '"The dam is full," Prado said in Lisbon on Monday.': False,
    'Prado, speaking in Lisbon, said the dam was "full."': False,
    'A day earlier, Prado said that the dam was "full."': False,
    'Earlier this month, Prado said that the dam was "full."': False,
    'Two years ago, Prado said that the dam was "full."': False,
    'Before the talks, Prado said that the dam was "full."': False,
    'Before leaving Graz, Prado told reporters that the dam was "full."': False,
    'In an interview with Alpwire, Prado said the dam was "full."': False,
    'Prado told parliament that the dam was "full."': False,
    'Prado told Keller by phone that the dam was "full."': False,
    'Prado said on X that the dam was "full."': False,
    'Prado tweeted that the dam was "full."': False,
    'Prado wrote that the dam was "full."': False,
    'Prado called the dam "a trap" last year.': False,
    'Prado called the dam "a trap" in 2028.': False,
    'In 2028, Prado had called the dam "a trap."': False,
    'Prado, who said in March that the dam was "full," smiled.': False,
    'Prado has repeatedly called the dam "a trap."': False,
    'Prado will tell lawmakers that the dam is "full," a spokesman said.': False,
}


@pytest.mark.parametrize(("sentence", "there"), SENTENCES.items(), ids=SENTENCES)
def test_a_sentence_tells_when_and_where(sentence: str, there: bool) -> None:
    statements = draft(MET + sentence).statements
    assert statements
    at = {statement.meeting for statement in statements if statement.attributed_to}
    assert at == ({"portugal-austria-2031-06-04"} if there else {None})


GRAZ = """\
participants:
  - {id: ana-prado, name: Ana Prado, kind: person, family_name: Prado, country: PT}
  - {id: ruth-keller, name: Ruth Keller, kind: person, family_name: Keller, country: AT}
meetings:
  - {id: graz, name: Danube meeting, other_names: [DM-2], date: 2031-06-04, kind: bilateral,
     participants: [ana-prado, ruth-keller]}
"""
# A text of June 6, and the meeting of June 4 at which its statement is put.
LATER = {
    "Ana Prado said on Friday that the dam was full.": None,
    '"The dam is full," said Ana Prado.': None,
    'Ana Prado met Ruth Keller. "The dam is full," Prado said.': "graz",
    'After her talks with Ruth Keller, Ana Prado said: "The dam is full."': "graz",
    'Ana Prado met Ruth Keller on Wednesday. "The dam is full," Prado said.': "graz",
    'The DM-2 ended late. "The dam is full," said Ana Prado.': "graz",
    "Ana Prado said on Wednesday that the dam was full.": "graz",
    "Ana Prado said on Thursday that the dam was full after the Danube meeting.": None,
}


@pytest.mark.parametrize(("text", "meeting"), LATER.items(), ids=LATER)
def test_a_text_of_another_day_must_tell_of_the_meeting(
    write: Write, text: str, meeting: str | None
) -> None:
    archive = Archive.open(write({"a.yaml": GRAZ}))
    drafted = draft(text, archive, publisher="Wire", date="2031-06-06")
    assert [statement.meeting for statement in drafted.statements] == [meeting]


def test_a_press_release_is_not_put_at_a_meeting_of_two_days_before(
    run: Run, write: Write, tmp_path: Path
) -> None:
    write({"a.yaml": GRAZ})
    (tmp_path / "a.txt").write_text(
        "FOR IMMEDIATE RELEASE\nJune 6, 2031\n\nMinistry of Foreign Affairs\n\n"
        "Lisbon announced today that the dam is full.\n\n"
        '"This sends a clear signal," said Foreign Minister Ana Prado.\n',
        encoding="utf-8",
    )
    assert "meeting" not in run("draft", tmp_path / "a.txt").out
