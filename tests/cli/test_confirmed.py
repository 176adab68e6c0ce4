"""Changes confirmed on a terminal: what is shown, what is asked, and what the answers do."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.conftest import Run, Write
from tests.edit_cases import contents
from tests.terminal import typed

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals here")

PEOPLE = """\
participants:
  - {id: kim, name: Kim Example, kind: person, country: KR}
  - {id: gim, name: Gim Example, kind: person, country: KP}
"""
MERGED = """\
participants:
  - {id: kim, name: Kim Example, kind: person, other_names: [Gim Example], country: KP, \
former_ids: [gim]}
"""


@pytest.fixture
def root(write: Write) -> Path:
    return write({"people.yaml": PEOPLE})


def test_the_change_is_shown_and_written_after_a_yes(root: Path, run: Run) -> None:
    code, shown = typed(root, "set", "kim", "country=JP", answers="y\n")
    assert code == 0
    assert "-  - {id: kim, name: Kim Example, kind: person, country: KR}\n" in shown
    assert "+  - {id: kim, name: Kim Example, kind: person, country: JP}\n" in shown
    assert "Change 1 record in 1 file? [y/N] " in shown
    assert "changed 1 record in 1 file. To take it back: " in shown
    assert contents(root) == {"people.yaml": PEOPLE.replace("KR", "JP")}
    code, shown = typed(root, "undo", answers="yes\n")
    assert "Take back 1 change in 1 file? [y/N] " in shown
    assert (code, contents(root)) == (0, {"people.yaml": PEOPLE})


@pytest.mark.parametrize("answers", ["n\n", "\n", "what\n", "\x04"])
def test_without_a_yes_nothing_is_written(root: Path, answers: str) -> None:
    code, shown = typed(root, "remove", "gim", answers=answers)
    assert "Remove 1 record in 1 file? [y/N] " in shown
    assert shown.endswith("alliance-archive: nothing was written\n")
    assert (code, contents(root)) == (0, {"people.yaml": PEOPLE})


def test_merge_asks_which_value_to_keep_until_it_is_told(root: Path) -> None:
    code, shown = typed(root, "merge", "kim", "gim", answers="3\n2\ny\n")
    assert "country:\n  1  KR\n  2  KP\n" in shown
    assert shown.count("Keep which? [1/2] ") == 2
    assert "Change 2 records in 1 file? [y/N] " in shown
    assert (code, contents(root)) == (0, {"people.yaml": MERGED})


@pytest.mark.parametrize("answers", ["\x04", "2\n\n"])
def test_merge_without_an_answer_writes_nothing(root: Path, answers: str) -> None:
    typed(root, "merge", "kim", "gim", answers=answers)
    assert contents(root) == {"people.yaml": PEOPLE}


def test_that_it_cannot_be_taken_back_is_said_before_it_is_confirmed(root: Path) -> None:
    state = {"XDG_STATE_HOME": "/dev/null", "COLUMNS": "100"}
    _, shown = typed(root, "set", "kim", "country=JP", answers="n\n", **state)
    warning = "undo will not be able to take this back: /dev/null is not writable\n"
    assert shown.index(warning) < shown.index("Change 1 record")


def test_draft_and_review_say_that_they_cannot_be_taken_back(write: Write, run: Run) -> None:
    root = write({"archive.yaml": "archive:\n  title: Test\n"})
    (root / "text.txt").write_text(
        "PORT AVEL, March 4, 2021 (Corrad) -- Norwegian Defense Minister Ida Orlova said on "
        "Thursday that the straits were open.\n"
    )
    warning = (
        "alliance-archive: undo will not be able to take this back: /dev/null is not writable\n"
    )
    for arguments in (("draft", root / "text.txt", "--add"), ("review",)):
        done = run("--archive", root, *arguments, XDG_STATE_HOME="/dev/null")
        assert done.err.startswith(warning), arguments
