"""A statement is changed in its own lines: the file before, the edit, and what differs afterward."""

from __future__ import annotations

import difflib

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from alliance_archive.model.records import Statement
from alliance_archive.store.edit import (
    CannotEdit,
    entry_source,
    new_errors,
    parsed,
    remove,
    replace_entry,
    replacement,
    restore,
    set_fields,
)
from alliance_archive.store.write import draft_yaml
from tests.strategies import TEXT, ArchiveRecords, archives

FILE = """\
# yaml-language-server: $schema=../schema.json
source: {id: s, publisher: P, date: 2021, kind: article}   # mine

statements:

  # the first
  - id: s-01
    form: mixed
    attributed_to: [kim]   # sure?
    as_given: He
    # not “said”
    cue: vowed
    summary:  # that it is "long
              # overdue"
    quotes:
      - {exact: long, start: 3, end: 7}
    anchor: {start: 0, end: 90}
    status: draft
    # a last word

  # the second
  - form: indirect
    id: s-02
    attributed_to: []
    summary:
    anchor: {start: 91, end: 99}
    status: draft

# people
participants:
- {id: kim, name: Kim, kind: person}
- {id: lee, name: Lee, kind: person}
"""


def changed_lines(old: str, new: str) -> str:
    both = old.splitlines(keepends=True), new.splitlines(keepends=True)
    lines = list(difflib.unified_diff(*both, n=0))[2:]
    return "".join(line for line in lines if not line.startswith("@@"))


def test_fields_change_in_their_own_lines() -> None:
    edited = set_fields(FILE, "s-01", {"summary": "It has been “long”.", "status": None, "attributed_to": ["kim", "lee"], "voiced_by": ["lee"], "topics": None})  # fmt: skip
    assert (
        changed_lines(FILE, edited)
        == """\
-    attributed_to: [kim]   # sure?
+    attributed_to: [kim, lee]   # sure?
+    voiced_by: [lee]
-    summary:  # that it is "long
-              # overdue"
+    summary: It has been “long”.
-    status: draft
"""
    )


def test_a_field_on_the_line_of_the_dash() -> None:
    edited = set_fields(FILE, "s-02", {"attributed_to": ["kim"]})
    assert (
        changed_lines(FILE, edited)
        == """\
-    attributed_to: []
+    attributed_to: [kim]
"""
    )
    first = FILE.replace("  - form: indirect\n", "  - status: draft\n    form: indirect\n").replace(
        "end: 99}\n    status: draft\n", "end: 99}\n"
    )
    assert (
        changed_lines(first, set_fields(first, "s-02", {"status": None, "summary": "Wants more."}))
        == """\
-  - status: draft
-    form: indirect
+  - form: indirect
-    summary:
+    summary: Wants more.
"""
    )


def test_a_statement_on_one_line_stays_on_it() -> None:
    flow = "source: {id: s, publisher: P, date: 2021, kind: article}\nstatements:\n  - {id: s-01, form: indirect, attributed_to: [a], anchor: {start: 0, end: 9}, status: draft}"
    assert (
        set_fields(flow, "s-01", {"status": None, "summary": "Yes: it is."})
        == """\
source: {id: s, publisher: P, date: 2021, kind: article}
statements:
  - {id: s-01, form: indirect, attributed_to: [a], summary: "Yes: it is.", anchor: {start: 0, end: 9}}"""
    )


def test_statements_in_a_list_of_one_line_are_left_alone() -> None:
    flow = "source: {id: s, publisher: P, date: 2021, kind: article}\nstatements: [{id: s-01, form: indirect, attributed_to: [a], anchor: {start: 0, end: 9}, status: draft}]\n"
    with pytest.raises(CannotEdit, match="To edit it in its file: alliance-archive open s-01"):
        set_fields(flow, "s-01", {"attributed_to": ["b"]})
    with pytest.raises(CannotEdit):
        set_fields(FILE, "s-03", {"status": None})


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_line_ends_and_a_byte_order_mark_stay(end: str) -> None:
    text = "\ufeff" + FILE.replace("\n", end)
    edited = set_fields(text, "s-01", {"summary": "It has been “long”.", "status": None})
    assert edited.startswith("\ufeff# yaml")
    assert edited.count(end) == edited.count("\n") == FILE.count("\n") - 2


def test_a_statement_deleted_and_put_back() -> None:
    last = remove(FILE, "s-02")
    assert (
        changed_lines(FILE, last)
        == """\
-  - form: indirect
-    id: s-02
-    attributed_to: []
-    summary:
-    anchor: {start: 91, end: 99}
-    status: draft
"""
    )
    lines = FILE[FILE.index("  - form") : FILE.index("\n# people")]
    assert remove(restore(last, "s-02", lines, "s-01"), "s-02") == last
    none = remove(last, "s-01")
    assert [type(entry.record).__name__ for entry in parsed(none).records] == [
        "Source", "Participant", "Participant",
    ]  # fmt: skip
    first = FILE[FILE.index("  - id: s-01") : FILE.index("\n  # the second")]
    assert [entry.record for entry in parsed(restore(none, "s-01", first, None)).records] == [
        entry.record for entry in parsed(last).records
    ]


def test_edited_by_hand() -> None:
    lines = entry_source(FILE, "s-02")
    assert (
        lines
        == """\
form: indirect
id: s-02
attributed_to: []
summary:
anchor: {start: 91, end: 99}
status: draft
"""
    )
    assert replace_entry(FILE, "s-02", lines) == FILE
    edited = replace_entry(FILE, "s-02", lines.replace("[]", "[kim]") + "# mine\n")
    assert (
        changed_lines(FILE, edited)
        == """\
-    attributed_to: []
+    attributed_to: [kim]
+    # mine
"""
    )
    new = replacement(FILE, edited, "s-02")
    assert isinstance(new, Statement)
    assert new.attributed_to == ("kim",)
    assert new_errors(FILE, edited, "s-02") == []


@pytest.mark.parametrize(
    ("old", "new", "errors"),
    [
        ("[]", "[K]", ["line 3: invalid id “K”: use a–z, 0–9 and hyphens, such as k"]),
        ("form: indirect", "form: spoken", ["line 1: form must be direct, mixed or indirect, not “spoken”"]),
        ("end: 99", "end: 9", ["line 5: the passage must end after it begins: start is 91, end 9"]),
    ],
)  # fmt: skip
def test_errors_have_the_line_in_the_statement(old: str, new: str, errors: list[str]) -> None:
    edited = replace_entry(FILE, "s-02", entry_source(FILE, "s-02").replace(old, new))
    assert new_errors(FILE, edited, "s-02") == errors


def test_only_a_single_statement_can_be_replaced() -> None:
    edited = FILE.replace(
        "# people",
        "  - {id: s-03, form: indirect, attributed_to: [], anchor: {start: 0, end: 1}, status: draft}\n# people",
    )
    assert replacement(FILE, edited, "s-02") is None
    assert replacement(FILE, FILE.replace("name: Lee", "name: Li"), "s-02") is None


def test_a_mistake_in_the_yaml_has_the_line_in_the_statement_too() -> None:
    broken = replace_entry(FILE, "s-02", entry_source(FILE, "s-02").replace("[]", "["))
    assert new_errors(FILE, broken, "s-02") == [
        "line 3: this bracket is never closed: add the missing ]"
    ]


@given(archives(), TEXT, st.data())
def test_any_statement_of_any_file(
    archive: ArchiveRecords, words: str, data: st.DataObject
) -> None:
    source = archive.sources[0]
    statements = [entry for entry in archive.statements if entry.source == source.id]
    assume(statements)
    text = draft_yaml(
        source,
        statements,
        dict.fromkeys((entry.id for entry in statements), words),
        archive.participants,
    )
    chosen = data.draw(st.sampled_from(statements))
    later = set_fields(text, chosen.id, {"note": words, "attributed_to": [], "topics": None})
    expected = chosen._replace(note=words.strip(), attributed_to=(), topics=())
    assert [entry.record for entry in parsed(later).records] == [
        source,
        *(expected if entry is chosen else entry for entry in statements),
        *archive.participants,
    ]
    gone = remove(text, chosen.id)
    assert [entry.record for entry in parsed(gone).records] == [
        source, *(entry for entry in statements if entry is not chosen), *archive.participants,
    ]  # fmt: skip
    assert replace_entry(text, chosen.id, entry_source(text, chosen.id)) == text


def test_records_of_other_kinds_change_in_the_same_way() -> None:
    text = """\
participants:
  # ours
  - id: kim
    name: Kim
    kind: person
    country: US   # wrong
meetings:
  - {id: talks, name: Talks, date: 2021, kind: bilateral}
"""
    membership = {"role": "Minister", "organization": "South Korea"}
    with_country = set_fields(text, "kim", {"country": "KR", "memberships": [membership]})
    assert (
        changed_lines(text, with_country)
        == """\
-    country: US   # wrong
+    country: KR   # wrong
+    memberships:
+      - {role: Minister, organization: South Korea}
"""
    )
    assert (
        changed_lines(text, set_fields(text, "talks", {"place": {"name": "Seoul"}}))
        == """\
-  - {id: talks, name: Talks, date: 2021, kind: bilateral}
+  - {id: talks, name: Talks, date: 2021, kind: bilateral, place: {name: Seoul}}
"""
    )
    with pytest.raises(CannotEdit):
        set_fields(text, "kim", {"name": None})
