"""Our own article: read, drafted, and compared with its reviewed record."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from alliance_archive.draft.extraction import Mention
from alliance_archive.draft.readers.article import read_article
from alliance_archive.model.records import Statement
from alliance_archive.store.parse import parse
from tests.conftest import SHIPPED, TEXTS, Run

NAME = "yonhap-2017-10-23"
SONG, MATTIS, ONODERA, WHITE = "Song Young-moo", "Jim Mattis", "Itsunori Onodera", "Dana White"

# cue, attributed to, via, document, how the quotations begin
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


@pytest.fixture
def article() -> Path:
    path = Path(TEXTS or "") / f"{NAME}.txt"
    if not path.is_file():
        pytest.skip(f"ALLIANCE_ARCHIVE_TEXTS holds no {NAME}.txt")
    return path


@pytest.fixture
def drafted(run: Run, article: Path) -> list[Statement]:
    done = run("draft", article, "--date", "2017-10-23")
    assert done.err == (
        f"alliance-archive: this text is already in the archive: {NAME}\n"
        "alliance-archive: read as an article; for another kind: --kind KIND\n"
        "alliance-archive: 12 statements (8 need a summary), no new participants\n"
    )
    return statements(done.out.encode())


@pytest.fixture
def reviewed() -> list[Statement]:
    return statements((SHIPPED / "sources" / f"{NAME}.yaml").read_bytes())


def statements(data: bytes) -> list[Statement]:
    records = [parsed.record for parsed in parse("x.yaml", data).records]
    return [record for record in records if isinstance(record, Statement)]


def quoted(statement: Statement) -> list[tuple[object, ...]]:
    chain = (frozenset(statement.attributed_to), statement.voiced_by, statement.document)
    return [(quote, *chain) for quote in statement.quotes]


def names(mentions: Iterable[Mention]) -> set[str]:
    return {name for mention in mentions for name in mention.resolved}


def test_every_statement_is_read_and_none_invented(article: Path) -> None:
    text = article.read_text(encoding="utf-8")
    rows = [
        (
            attribution.cue and attribution.cue.text,
            names(attribution.attributed_to),
            names(attribution.voiced_by),
            attribution.document,
            [text[quote.start : quote.end] for quote in attribution.quotes],
        )
        for attribution in read_article(text).attributions
    ]
    assert [row[:4] for row in rows] == [row[:4] for row in STATEMENTS]
    for row, expected in zip(rows, STATEMENTS, strict=True):
        assert len(row[4]) == len(expected[4])
        for quote, start in zip(row[4], expected[4], strict=True):
            assert quote.startswith(start)


def test_people_dateline_and_agency(article: Path) -> None:
    extraction = read_article(article.read_text(encoding="utf-8"))
    assert (extraction.dateline, extraction.publisher) == ("WASHINGTON", "Yonhap")
    assert {(person.name, person.office, person.country) for person in extraction.people} == {
        (SONG, "Defense Minister", "KR"),
        (MATTIS, "Defense Secretary", "US"),
        (ONODERA, "Defense Minister", "JP"),
        (WHITE, "Pentagon chief spokesperson", "US"),
    }


def test_every_quotation_with_the_right_people(
    drafted: list[Statement], reviewed: list[Statement]
) -> None:
    assert [row for statement in drafted for row in quoted(statement)] == [
        row for statement in reviewed for row in quoted(statement)
    ]


def test_every_statement_is_drafted_as_it_was_reviewed(
    drafted: list[Statement], reviewed: list[Statement]
) -> None:
    for draft, record in zip(drafted, reviewed, strict=True):
        start = max(draft.anchor.start, record.anchor.start)
        shared = min(draft.anchor.end, record.anchor.end) - start
        assert shared > 0.9 * (record.anchor.end - record.anchor.start)
        assert draft.form == record.form
        assert set(draft.attributed_to) == set(record.attributed_to)
        assert draft.voiced_by == record.voiced_by
        assert draft.as_given == record.as_given
        assert record.cue in (draft.cue, f"{draft.cue} on")
        # No wrong meeting; a minister who speaks alone is not tied to one.
        assert draft.meeting in (record.meeting, None)
