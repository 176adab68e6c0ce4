"""Typical typing errors in YAML, and what the program says, with every parser."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from alliance_archive.store import nodes
from alliance_archive.store.parse import parse

PARSERS = [yaml.SafeLoader, pytest.param(nodes.LOADER, id="libyaml")]
RECORD = "topics:\n  - id: a\n    name: A\n"
NO_COLON = "write key: value, or indent the line further if it belongs to the value above"
DEEPER = (
    "which already has a value: begin both in the same column, or put that value in quotation marks"
)
UNALIGNED = "wrong indentation: all fields of a record begin in the same column, and so do all dashes of a list"
COMMENT = "a # after a space begins a comment: put a value that contains it in quotation marks"
# The text typed below the topic, or instead of it, and the message.
MISTAKES = {
    # colons
    "a colon in a value": (
        RECORD + "    note: Talks: round two\n",
        '4:16: a colon within a value: put the value in quotation marks: note: "Talks: round two"',
    ),
    "a colon in a long value": (
        RECORD + f"    note: Talks: {'on and ' * 9}on\n",
        "4:16: a colon within a value: put the value in quotation marks",
    ),
    "a colon in a value in braces": (
        "topics: [{id: a, name: Talks: round two}]\n",
        "1:29: a second colon: put a value that contains a colon in quotation marks, "
        "or separate two fields by a comma",
    ),
    "no colon": (RECORD + "    note so\n", f"4:5: no colon after “note so”: {NO_COLON}"),
    "no colon above a list": (
        "participants:\n  - id: a\n    memberships\n      - role: R\n",
        f"3:5: no colon after “memberships”: {NO_COLON}",
    ),
    "no space after a colon": (
        RECORD + "    note:so it is\n",
        "4:5: no space after the colon: write note: so it is",
    ),
    "no space after the first colon": (
        "topics:\n  - id:a\n    name: A\n",
        "2:5: no space after the colon: write id: a",
    ),
    "no space after a dash": (
        "topics:\n  -id: a\n   name: A\n",
        "2:3: no space after the dash: write a dash, a space and then the key",
    ),
    # quotation marks
    "a quotation mark that is not closed": (
        RECORD + '    note: "so\n    kind: issue\n',
        '4:11: this quotation mark is never closed: add " at the end of the value',
    ),
    "an apostrophe at the beginning": (
        RECORD + "    note: 'Tis so\n",
        "4:11: this quotation mark is never closed: add ' at the end of the value",
    ),
    "a quotation mark closed by the next one": (
        RECORD + '    note: "so\n    kind: "issue"\n',
        '4:11: this quotation mark is closed only in line 5: add the missing "',
    ),
    "quotation marks in quotation marks": (
        RECORD + '    note: "The "linchpin" of peace"\n',
        "4:17: text after the closing quotation mark: put the whole value in single quotes, "
        "or write “ ” inside it",
    ),
    "an apostrophe in single quotes": (
        RECORD + "    note: 'Korea's weapons'\n",
        "4:18: text after the closing quotation mark: put the whole value in double quotes, "
        "or write ’ for the apostrophe",
    ),
    "a backslash": (
        RECORD + '    note: "\\u12"\n',
        "4:14: a backslash in double quotes begins a code such as \\n: write \\\\ for a backslash, "
        "or put the value in single quotes",
    ),
    # indentation
    "a tab": (RECORD + "\tnote: so\n", "4:1: a tab in the indentation: use spaces"),
    "indented too far": (
        RECORD + "     note: so\n",
        f"4:10: indented further than “name” in line 3, {DEEPER}",
    ),
    "indented too far below a long value": (
        RECORD + "    note: so\n      it is,\n       kind: issue\n",
        f"6:12: indented further than “note” in line 4, {DEEPER}",
    ),
    "not indented far enough": (RECORD + "   note: so\n", f"4:4: {UNALIGNED}"),
    "a dash further left than the others": (RECORD + " - id: b\n", f"4:2: {UNALIGNED}"),
    # brackets and commas
    "a bracket that is not closed": (
        RECORD + "    members: [KR, US\n    note: so\n",
        "4:14: this bracket is never closed: add the missing ]",
    ),
    "a brace that is not closed": (
        "topics:\n  - {id: a, name: A\n  - {id: b, name: B}\n",
        "2:5: this bracket is never closed: add the missing }",
    ),
    "a bracket open at the end": (
        "topics: [{id: a, name: A},",
        "1:9: this bracket is never closed: add the missing ]",
    ),
    "a bracket too many": (RECORD + "    members: [KR]]\n", "4:18: one ] too many: delete it"),
    "text after a bracket": (
        RECORD + "    note: [sic] so\n",
        "4:17: text after the closing bracket: put the whole value in quotation marks",
    ),
    "a comma too few": (
        "topics:\n  - {id: a, name: A}\n  - {id: b, members: [KR, {} US]}\n",
        "3:30: a comma is missing before this",
    ),
    "a comma too many": ("topics: [{id: a,, name: A}]\n", "1:17: one comma too many: delete it"),
    # the first character of a value
    **{
        f"a value that begins with {character}": (
            RECORD + f"    note: {character}so\n",
            f"4:11: a value cannot begin with “{character.strip()}”: put it in quotation marks",
        )
        for character in ("@", "`", "%", "> ", "| ", "& ", "* ", "? ", ": ", ", ")
    },
    "a value that begins with a dash": (
        RECORD + "    note: - so\n",
        "4:11: a value cannot begin with “- ”: put it in quotation marks, "
        "or begin the list on the next line",
    ),
    "a # in a value of two lines": (
        RECORD + "    note: priority #1\n      of the talks\n",
        f"4:20: {COMMENT}",
    ),
    "a # in brackets": (RECORD + "    other_names: [Team #1, A]\n", f"4:24: {COMMENT}"),
}  # fmt: skip


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_explained_where_it_was_made(
    monkeypatch: pytest.MonkeyPatch, parser: Any, mistake: str
) -> None:
    monkeypatch.setattr(nodes, "LOADER", parser)
    text, said = MISTAKES[mistake]
    assert last_problem(text) == said.replace(": ", ": yaml-syntax: ", 1)


@pytest.mark.parametrize("text", ["%TAG x\ntopics:\n", "topics: []\n...\nso\n"])
def test_a_rare_mistake_is_reported_in_the_words_of_the_parser(text: str) -> None:
    assert "yaml-syntax: the file is not valid YAML (" in last_problem(text)


def test_text_that_looks_like_a_mistake_is_read() -> None:
    text = RECORD + "    note: \"Talks: [round] 'two' @ noon, 100%\"\n    kind: issue # so: it is\n"
    assert parse("x.yaml", text.encode()).problems == []


def last_problem(text: str) -> str:
    problem = parse("x.yaml", text.encode()).problems[-1]
    return f"{problem.line}:{problem.column}: {problem.code}: {problem.message}"
