"""The file of a draft, as a person would write it, parses to the records it was written from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_archive.model.records import (
    Anchor,
    Fingerprint,
    Participant,
    Quote,
    Source,
    Statement,
)
from alliance_archive.store.parse import parse
from alliance_archive.store.write import comment, draft_yaml, field_lines, folded, scalar, to_yaml
from tests.strategies import ArchiveRecords, archives

LONG = "words that go on until the line is full, and then some more of them: " * 3


def test_a_file() -> None:
    source = Source(
        "s", "A & B", "2021", "article", title="No", text=Fingerprint("a" * 64, 900), language="en"
    )
    statements = [
        Statement("s-01", "mixed", ("kim", "lee"), Anchor(0, 90), quotes=(Quote("No: 1", 3, 8),),
                  as_given="“They”", cue="said", status="draft"),
        Statement("s-02", "indirect", (), Anchor(91, 99), note=LONG.strip(), topics=("a", "b")),
        Statement("s-03", "direct", ("kim",), Anchor(100, 899),
                  quotes=(Quote('One "line"\nand more', 101, 120),), status="draft"),
    ]  # fmt: skip
    reported = {"s-01": "that\n# all: 'is' \x07 well\u202e", "s-02": LONG}
    assert (
        draft_yaml(source, statements, reported, [Participant("kim", "Kim", "person")])
        == """\
source:
  id: s
  publisher: A & B
  date: 2021
  kind: article
  title: "No"
  language: en
  text:
    sha256: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
    length: 900

statements:
  - id: s-01
    form: mixed
    attributed_to: [kim, lee]
    as_given: "“They”"
    cue: said
    summary:  # that # all: 'is' well
    quotes:
      - {exact: "No: 1", start: 3, end: 8}
    anchor: {start: 0, end: 90}
    status: draft

  - id: s-02
    form: indirect
    attributed_to: []
    summary:  # words that go on until the line is full, and then some more of them: words that go
              # on until the line is full, and then some more of them: words that go on until the
              # line is full, and then some more of them:
    anchor: {start: 91, end: 99}
    topics: [a, b]
    note: "words that go on until the line is full, and then some more of them: words that go on
      until the line is full, and then some more of them: words that go on until the line is full,
      and then some more of them:"

  - id: s-03
    form: direct
    attributed_to: [kim]
    quotes:
      - {exact: "One \\"line\\"\\nand more", start: 101, end: 120}
    anchor: {start: 100, end: 899}
    status: draft

# New to the archive, as the text names them:
participants:
  - id: kim
    name: Kim
    kind: person
"""
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Song Young-moo", "Song Young-moo"),
        ("U.S. Defense Secretary", "U.S. Defense Secretary"),
        ("NO", '"NO"'),
        ("2017-10", '"2017-10"'),
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
        ("- a", '"- a"'),
        ("12:30", '"12:30"'),
        ("1_000", '"1_000"'),
        (".inf", '".inf"'),
        ('a \\"b', '"a \\\\\\"b"'),
        ("lin\u200bchpin \ufe0f", '"lin\\u200Bchpin \\uFE0F"'),
        ("two  blanks", '"two  blanks"'),
        ("it's", "it's"),
        ('a "b"', "'a \"b\"'"),
        ("a\u2028b\x85", '"a\\u2028b\\x85"'),
        ("\U000e0001", '"\\U000E0001"'),
    ],
)
def test_scalars(text: str, written: str) -> None:
    assert scalar(text) == written


@pytest.mark.parametrize(
    "name", ["id", "country", "language", "meeting", "sha256", "title", "topics"]
)
@pytest.mark.parametrize(
    ("value", "quoted"),
    [
        *((word, True) for word in ("NO", "no", "y", "N", "on", "Off", "yes", "null", "true")),
        *((number, True) for number in ("012", "2017", "1e3", "1e-3", "0x1F", "0b1", "0o17")),
        ("2017-10-23", True),
        ("KR", False),
        ("kim-no", False),
        ("one-1e3", False),
    ],
)
def test_other_programs_read_a_text_as_text(name: str, value: str, quoted: bool) -> None:
    import yaml

    written = [value] if name == "topics" else value
    (line,) = field_lines(name, written, 0)
    assert ('"' in line) == quoted
    assert yaml.safe_load(line) == {name: written}


@pytest.mark.parametrize("name", ["date", "end_date", "since", "until"])
@pytest.mark.parametrize("value", ["2017", "2017-10", "2017-10-23"])
def test_dates_are_not_quoted(name: str, value: str) -> None:
    assert field_lines(name, value, 2) == [f"  {name}: {value}"]


def test_no_line_ends_in_a_hyphen() -> None:
    text = f"{'word ' * 17}with two- and three-sided talks"
    assert folded(text, 9, 4).split("\n")[0].endswith(" with")


def test_a_comment_stays_a_comment_whatever_it_contains() -> None:
    assert comment("a\r\nb: \u2028- c\x00\x85#d", 90) == ["# a b: - c #d"]
    assert comment("", 0) == []


@given(st.text(min_size=1, max_size=300), st.integers(0, 90))
def test_any_text_comes_back(text: str, column: int) -> None:
    import yaml

    text_written = f"{'k' * column}k: {folded(text, column + 3, 4)}\nnext: 1"
    if any(0xD800 <= ord(character) < 0xE000 for character in text):
        return
    loaded = yaml.load(text_written, yaml.BaseLoader)
    assert loaded == {"k" * column + "k": text, "next": "1"}


@given(archives(), st.text(max_size=200))
def test_any_records_come_back(archive: ArchiveRecords, words: str) -> None:
    for source in archive.sources:
        statements = [record for record in archive.statements if record.source == source.id]
        reported = dict.fromkeys([record.id for record in statements], words)
        text = draft_yaml(source, statements, reported, archive.participants)
        parsed = parse("x.yaml", text.encode())
        assert [problem for problem in parsed.problems if problem.severity == "error"] == []
        assert [record.record for record in parsed.records] == [
            source,
            *statements,
            *archive.participants,
        ]
        unwritten = [
            record._replace(summary=None, status="draft") if record.form != "direct" else record
            for record in statements
        ]
        text = draft_yaml(source, unwritten, reported, ())
        parsed = parse("x.yaml", text.encode())
        assert [problem for problem in parsed.problems if problem.severity == "error"] == []
        assert [record.record for record in parsed.records] == [source, *unwritten]


def test_rows_with_dates_bare_and_lists_in_a_line() -> None:
    rows = [
        {"id": "daily-1", "date": "2017-10-23", "country": "NO", "year": "2017", "meeting": None,
         "attributed_to": (), "topics": ("a", "b"), "share": 0.5, "count(*)": 3, "held": True,
         "quotes": ({"exact": "It is: so", "start": 1, "end": 10},), "note": ""},
        {"id": "no", "words": LONG.strip()},
        {"id": None},
    ]  # fmt: skip
    assert (
        to_yaml(rows)
        == """\
- id: daily-1
  date: 2017-10-23
  country: "NO"
  year: "2017"
  attributed_to: []
  topics: [a, b]
  share: 0.5
  "count(*)": 3
  held: true
  quotes:
    - {exact: "It is: so", start: 1, end: 10}
  note: ""
- id: "no"
  words: "words that go on until the line is full, and then some more of them: words that go on
    until the line is full, and then some more of them: words that go on until the line is full, and
    then some more of them:"
- {}
"""
    )


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXT
KEYS = st.sampled_from(("id", "form", "country", "kind", "text", "no")) | TEXT.filter(bool)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4)
        | st.dictionaries(KEYS, inner, min_size=1, max_size=4)
    ),
    max_leaves=8,
)


def without_none(data: object) -> object:
    if isinstance(data, dict):
        return {key: without_none(value) for key, value in data.items() if value is not None}
    return [without_none(value) for value in data] if isinstance(data, list) else data


@given(st.lists(st.dictionaries(KEYS, VALUES, max_size=5), max_size=4))
def test_any_rows_come_back_to_other_programs(rows: list[dict[str, object]]) -> None:
    import yaml

    assert (yaml.safe_load(to_yaml(rows)) or []) == without_none(rows)


def test_only_dates_are_bare_in_fields_for_dates() -> None:
    data = {"date": "2017-10", "since": "012", "until": "NO", "end_date": "2017"}
    assert to_yaml(data) == 'date: 2017-10\nsince: "012"\nuntil: "NO"\nend_date: 2017\n'
