"""Our own article against the reviewed record: people, capacities and words between quotation marks."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from alliance_archive.draft.readers.article import read_article

SONG, MATTIS, ONODERA, WHITE = "Song Young-moo", "Jim Mattis", "Itsunori Onodera", "Dana White"

# cue, attributed to, voiced by, document, how the quotations begin
STATEMENTS = [
    ("reaffirmed", {SONG, MATTIS}, set(), None, ["linchpin"]),
    ("said", {SONG, MATTIS}, {WHITE}, "statement", ["Secretary Mattis and Minister Song"]),
    ("agreed", {SONG, MATTIS}, set(), None, []),
    ("said", {MATTIS}, {WHITE}, "separate statement", ["cornerstone"]),
    ("condemned", {MATTIS, ONODERA}, set(), None, ["in the strongest terms"]),
    ("vowed", {MATTIS, ONODERA}, set(), None, ["deter and respond to threats"]),
    ("called", {SONG, MATTIS, ONODERA}, set(), None, []),
    ("agreed", {SONG, MATTIS, ONODERA}, set(), None, []),
    ("said", {SONG, MATTIS, ONODERA}, set(), "joint press statement", ["The three Ministers pledged"]),
    ("said", {SONG, MATTIS, ONODERA}, set(), "joint press statement", ["The three Ministers committed"]),
    ("highlighted", {MATTIS}, set(), None, []),
    ("said", {MATTIS}, {WHITE}, None, ["Secretary Mattis emphasized"]),
]  # fmt: skip


def article() -> str:
    folder = os.environ.get("ALLIANCE_ARCHIVE_TEXTS", "")
    path = Path(folder) / "yonhap-2017-10-23.txt"
    if not folder or not path.is_file():
        pytest.skip("ALLIANCE_ARCHIVE_TEXTS holds no yonhap-2017-10-23.txt")
    return path.read_text(encoding="utf-8")


def names(mentions):
    return {name for mention in mentions for name in mention.resolved}


def test_every_statement_and_none_invented():
    text = article()
    found = [
        (
            a.cue.text,
            names(a.attributed_to),
            names(a.voiced_by),
            a.document,
            [text[q.start : q.end] for q in a.quotes],
        )
        for a in read_article(text).attributions
    ]
    assert [row[:4] for row in found] == [row[:4] for row in STATEMENTS]
    for row, expected in zip(found, STATEMENTS, strict=True):
        assert len(row[4]) == len(expected[4])
        for quote, start in zip(row[4], expected[4], strict=True):
            assert quote.startswith(start)


def test_people_and_furniture():
    found = read_article(article())
    assert (found.dateline, found.publisher) == ("WASHINGTON", "Yonhap")
    assert {(p.name, p.office, p.country) for p in found.people} == {
        (SONG, "Defense Minister", "KR"),
        (MATTIS, "Defense Secretary", "US"),
        (ONODERA, "Defense Minister", "JP"),
        (WHITE, "Pentagon chief spokesperson", "US"),
    }
