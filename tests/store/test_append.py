"""Records added to a file: below the others, in the same style, with nothing else changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from alliance_archive.model.records import Meeting, Participant
from alliance_archive.store.append import CannotAppend, appended, with_records

KIM = Participant("kim", "Kim", "person")
LEE = Participant("lee", "Lee", "person", country="KR")
ADDED = """\
  - id: kim
    name: Kim
    kind: person

  - id: lee
    name: Lee
    kind: person
    country: KR
"""
CASES = {
    "an empty file": ("", "participants:\n" + ADDED),
    "comments alone": ("# ours\n", "# ours\nparticipants:\n" + ADDED),
    "an empty section": ("participants:\n#  - id: x\n", "participants:\n#  - id: x\n" + ADDED),
    "an empty list": ("participants: []  # none yet\n", "participants:  # none yet\n" + ADDED),
    "no such section": (
        "topics:\n  - {id: a, name: A}\n",
        "topics:\n  - {id: a, name: A}\n\nparticipants:\n" + ADDED,
    ),
    "one of several lines": (
        "participants:\n  - id: a\n    name: A\n    kind: person",
        "participants:\n  - id: a\n    name: A\n    kind: person\n\n" + ADDED,
    ),
    "a line each, further left": (
        "participants:\n- {id: a, name: A, kind: person}\n- {id: b, name: B, kind: person}\n",
        "participants:\n- {id: a, name: A, kind: person}\n- {id: b, name: B, kind: person}\n"
        "- id: kim\n  name: Kim\n  kind: person\n- id: lee\n  name: Lee\n  kind: person\n  country: KR\n",
    ),
    "before another section": (
        "participants:\n  - id: a\n    name: A\n    kind: person\n\n# next\ntopics: []\n",
        "participants:\n  - id: a\n    name: A\n    kind: person\n\n" + ADDED + "\n# next\ntopics: []\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_below_the_others(case: str) -> None:
    text, expected = CASES[case]
    assert appended(text, [KIM, LEE]) == expected
    dos = text.replace("\n", "\r\n")
    if "\n" in text:
        assert appended(dos, [KIM, LEE]) == expected.replace("\n", "\r\n")


@pytest.mark.parametrize(
    "text",
    ["participants: [{id: a, name: A, kind: person}]\n", "participants: {}\n", "participants: [\n",
     "participants: ~\n", "- a\n", "{participants: []}\n",
     "participants:\n  -\n    id: a\n    name: A\n    kind: person\n"],
)  # fmt: skip
def test_a_file_that_cannot_be_extended_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "participants.yaml"
    path.write_text(text)
    with pytest.raises(CannotAppend, match=r"cannot add to participants: in .*participants\.yaml"):
        with_records(str(tmp_path), "participants.yaml", [KIM])
    assert path.read_text() == text


def test_a_missing_file_begins_with_its_head(tmp_path: Path) -> None:
    talks = Meeting("talks", "Talks", "2020-02", "bilateral", participants=("kim",))
    assert with_records(str(tmp_path), "meetings.yaml", [talks], "# head\n") == (
        "# head\nmeetings:\n  - id: talks\n    name: Talks\n    date: 2020-02\n"
        "    kind: bilateral\n    participants: [kim]\n"
    )
