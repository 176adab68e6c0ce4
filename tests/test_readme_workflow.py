"""The README's way from an article's text to a reviewed record."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import Run, Write

TEXT = "SEOUL -- The alliance is “ironclad,” Minister Kim said on Monday.\n"
PEOPLE = "participants: [{id: kim, name: Kim Example, kind: person}]\n"
SOURCE = """\
source:
  id: daily
  publisher: The Daily Example
  date: 2020-02-03
  kind: article
  TEXT
statements:
  - id: daily-1
    form: mixed
    attributed_to: [kim]
    summary: Called the alliance “ironclad”.
    quotes: [{exact: ironclad, start: START, end: END}]
    anchor: {start: 9, end: 64}
    status: draft
"""


def test_from_text_to_reviewed_record(run: Run, write: Write, tmp_path: Path) -> None:
    article = tmp_path / "articles" / "daily.txt"
    article.parent.mkdir()
    article.write_text(TEXT, encoding="utf-8")
    verify = ["verify", "--texts", article.parent, "--fields", "verdict,part,new_start,new_end"]

    def record(start: int, status: str = "draft") -> None:
        text = SOURCE.replace("TEXT", run("verify", "--fingerprint", article).out.rstrip())
        text = text.replace("  sha256", "    sha256").replace("  length", "    length")
        text = text.replace("START", str(start)).replace("END", str(start + 8))
        write({"people.yaml": PEOPLE, "daily.yaml": text.replace("draft", status)})

    record(9)  # first, where the passage begins
    done = run("check")
    assert (done.code, done.out) == (0, "")
    done = run(*verify, "--status", "draft")
    assert done.code == 1
    assert done.out == (
        "Verdict   Part       New start  New end\n"
        "moved     quotation         26       34\n"
        "in place  passage            9       64\n"
    )
    record(26)
    assert run("statements", "--count").out == "0\n"
    assert run("statements", "--count", "--status", "draft").out == "1\n"
    done = run(*verify, "--status", "draft")
    assert (done.code, done.out.count("verbatim"), done.out.count("in place")) == (0, 1, 1)
    record(26, "reviewed")
    assert run("who", "ironclad", "--fields", "id").out == "ID\ndaily-1\n"
