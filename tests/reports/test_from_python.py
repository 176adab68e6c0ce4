"""Every report of the command line can be called from Python."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from alliance_archive import Archive, Filter, listing
from alliance_archive.reports import compare, concordance, phrases, summary, timeline
from alliance_archive.reports.card import card
from tests.conftest import Write
from tests.example import FILES

ARAI = Filter(speaker=("arai",))


@pytest.fixture
def archive(write: Write) -> Iterator[Archive]:
    with Archive.open(write(FILES)) as archive:
        yield archive


def test_lists(archive: Archive) -> None:
    rows = listing(archive, "meeting", ARAI)
    assert [(row.record.id, row.statements) for row in rows] == [("harbor", 2), ("harbor-three", 2)]


def test_timeline(archive: Archive) -> None:
    entries = timeline.timeline(archive, ARAI)
    steps = [(step.depth, step.statement and step.statement.id) for step in timeline.steps(entries)]
    assert steps == [(0, None), (1, "wire-3"), (1, "wire-4")]
    assert timeline.draw(entries, 80, color=False).startswith("2024-05-31  Friday\n● Harbor")


def test_phrases(archive: Archive) -> None:
    rows = phrases.phrases(archive, Filter(), by="speaker", sort="phrase").rows
    assert [(row.group, row.phrase, row.times) for row in rows if row.group == "arai"] == [
        ("arai", "free and open", 1)
    ]


def test_concordance(archive: Archive) -> None:
    uses = concordance.concordance(archive, Filter(), words=("anchor",))
    assert [(use.statement.id, use.quoted) for use in uses] == [
        ("wire-1", True),
        ("wire-2", True),
        ("wire-3", False),
    ]
    assert concordance.draw(uses, 80, color=False, quoted=False).startswith("anchor  3 uses\n")


def test_compare(archive: Archive) -> None:
    comparison = compare.compare(archive, "voss", "arai", limit=1)
    assert (comparison.counts, comparison.common) == ((3, 2), 1)
    assert [row.ids for row in comparison.rows] == [("wire-4",)]
    assert compare.draw(comparison, 80, color=False).startswith("Mara Voss")


def test_summary(archive: Archive) -> None:
    tallies = summary.summary(archive, ARAI)
    assert (tallies[0].total, tallies[0].first, tallies[0].last) == (2, "2024-06-02", "2024-06-02")
    assert summary.draw(tallies, 80, color=False).startswith("2 statements, 2024-06-02\n")


def test_card(archive: Archive) -> None:
    record = card(archive, archive.get("wire-1"))
    assert record.title == "wire-1  partial quote"
    assert [text for text, verbatim in record.words if verbatim] == ["“anchor”"]
