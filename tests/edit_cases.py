"""The commands that edit an archive, each as a user would run it: a table for the tests of edits.

To test a new command that edits, add a line to EDITS.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tests.corrad import ARCHIVE, ARTICLE

MARK = "archive:\n  title: Mine\n"
TEXT = """\
PORT AVEL, Oct. 5, 2021 (Corrad) -- Norwegian Defense Minister Ida Orlova and Danish Defense Minister Lars Holm agreed Tuesday to share what their radars see.

"The straits stay open to all," Danish Defense Ministry spokeswoman Eva Dahl said in a statement.
"""
DRAFT = """\
source:
  id: wire
  publisher: Wire
  date: 2021-10-04
  kind: article

statements:
  - id: wire-1
    form: indirect
    attributed_to: [ida-orlova]
    summary:  # that the straits stay open
    anchor: {start: 0, end: 10}
    status: draft

  # Looked at twice.
  - id: wire-2
    form: indirect
    attributed_to: [jan-wolan]
    summary: Said so too.
    anchor: {start: 20, end: 30}
    status: draft
"""
SHEET = """\
id,source,summary,anchor_start,anchor_end
wire-2,wire,Said it too.,20,30
,wire,Said nothing.,40,50
"""
RECORDS = {"archive.yaml": MARK, "people.yaml": ARCHIVE, "sources/wire.yaml": DRAFT}
_QUOTED = """\
source: {{id: {0}, publisher: {0}, date: 2021-10-05, kind: article}}

statements:
  - id: {0}-1
    form: direct
    attributed_to: [ida-orlova]
    quotes:
      - {{exact: "What one radar sees, the other will know", start: 1, end: 41}}  # all of it
    anchor: {{start: 0, end: 42}}
    meeting: norway-poland-2021
"""
LINKED = {
    "archive.yaml": MARK,
    "people.yaml": ARCHIVE,
    "sources/echo.yaml": _QUOTED.format("echo"),
    "sources/wire.yaml": _QUOTED.format("wire"),
}


class Edit(NamedTuple):
    """A command that edits: the archive's files before it, its arguments, and what is typed.

    It is run beside the archive, which is called `mine`, and beside article.txt and text.txt.
    """

    files: Mapping[str, str]
    arguments: tuple[str, ...]
    typed: str = ""


EDITS: dict[str, Edit] = {
    "draft --add": Edit(RECORDS, ("draft", "text.txt", "--add")),
    "draft --add, with people before": Edit(
        {"archive.yaml": MARK, "participants.yaml": ARCHIVE.partition("meetings:")[0]},
        ("draft", "text.txt", "--add"),
    ),
    "the first draft --add": Edit({"archive.yaml": MARK}, ("draft", "article.txt", "--add")),
    "review, accept with a summary": Edit(
        RECORDS, ("review", "wire"), "a\nSaid the straits were open.\nq\n"
    ),
    "review, correct the speaker": Edit(RECORDS, ("review", "wire"), "s\nJan Wolan\nq\n"),
    "review, drop": Edit(RECORDS, ("review", "wire"), "d\nq\n"),
    "import, a cell and a draft": Edit(RECORDS, ("import", "edit.csv", "--theirs", "--yes")),
    "set": Edit(RECORDS, ("set", "wire-1", "attributed_to+=Jan Wolan", "--yes")),
    "rename": Edit(RECORDS, ("rename", "ida-orlova", "ida-o", "--yes")),
    "rename of a source": Edit(RECORDS, ("rename", "wire", "wire-2021", "--yes")),
    "merge": Edit(RECORDS, ("merge", "ida-orlova", "jan-wolan", "--prefer", "keep", "--yes")),
    "corroborate --link": Edit(LINKED, ("corroborate", "--link", "--yes")),
    "remove": Edit(RECORDS, ("remove", "wire", "--yes")),
    "init": Edit({}, ("init", "mine")),
    "init of an unmarked archive": Edit({"people.yaml": ARCHIVE}, ("init", "mine")),
}


def put_articles(folder: Path) -> None:
    """Write the articles, and the spreadsheet, that the edits add into a folder."""
    (folder / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "text.txt").write_text(TEXT, encoding="utf-8")
    (folder / "edit.csv").write_text(SHEET, encoding="utf-8")


def put_archive(root: Path, files: Mapping[str, str]) -> None:
    """Write the files of an archive."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def contents(root: Path) -> dict[str, str]:
    """Return the files of an archive by their paths, except hidden ones, which no look-up reads."""
    return {
        str(path.relative_to(root)): path.read_text(encoding="utf-8")
        for path in root.rglob("*")
        if path.is_file()
        and not any(
            part.startswith(".") and part != ".gitignore" for part in path.relative_to(root).parts
        )
    }
