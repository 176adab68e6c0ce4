"""Messages and questions on a terminal: their lines are broken at blanks, never inside a word."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.terminal import typed

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals here")


def test_a_message(harbor: Path) -> None:
    code, shown = typed(harbor, "statements", "--form", "paraphrase", answers="", COLUMNS="60")
    assert code == 0
    assert (
        shown
        == """\
Who        Words                       ID, form, date
─────────────────────────────────────────────────────
Mara Voss  Will hold drills together.  wire-4
김서연                                 paraphrase
新井健二                               2024-06-02
alliance-archive: 1 statement is a draft and not shown. To
  see it: --status draft
"""
    )


def test_the_questions_of_a_review(harbor: Path) -> None:
    code, shown = typed(harbor, "review", answers="q\n", COLUMNS="78", INPUTRC="/dev/null")
    assert code == 0
    assert (
        shown
        == """\
q
alliance-archive: wire.yaml: 1 draft to review
alliance-archive: passages are not shown: wire: its record has no “text:”, and
  ./texts/wire.txt does not exist

1 of 1  wire-6  paraphrase

  id: wire-6
  form: indirect
  attributed_to: []
  as_given: officials
  summary: Expect more.
  anchor: {start: 190, end: 200}
  status: draft

a accept  s speaker  o other  v via  g named as  c verb  m meeting  t topics
w summary  e edit  n next  d drop  + add  b back  q quit  ? help
> q
alliance-archive: 1 draft left in wire.yaml
"""
    )
