"""The draft of our own article beside the record of it that was reviewed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from alliance_archive.model.records import Statement
from alliance_archive.store.parse import parse
from tests.conftest import SHIPPED, Run

NAME = "yonhap-2017-10-23"


def statements(data: bytes) -> list[Statement]:
    read = parse("x.yaml", data).records
    return [each.record for each in read if isinstance(each.record, Statement)]


def quoted(statement: Statement) -> list[tuple[object, ...]]:
    chain = (frozenset(statement.attributed_to), statement.voiced_by, statement.document)
    return [(quote, *chain) for quote in statement.quotes]


@pytest.fixture
def drafted(run: Run) -> list[Statement]:
    path = Path(os.environ.get("ALLIANCE_ARCHIVE_TEXTS", "")) / f"{NAME}.txt"
    if not path.is_file():
        pytest.skip(f"ALLIANCE_ARCHIVE_TEXTS holds no {NAME}.txt")
    done = run("draft", path, "--date", "2017-10-23")
    assert done.err == (
        f"alliance-archive: the archive has this very text already: {NAME}\n"
        "alliance-archive: 12 statements, 8 to be summed up; no people new\n"
    )
    return statements(done.out.encode())


@pytest.fixture
def reviewed() -> list[Statement]:
    return statements((SHIPPED / "sources" / f"{NAME}.yaml").read_bytes())


def test_every_quotation_with_the_right_people(
    drafted: list[Statement], reviewed: list[Statement]
) -> None:
    assert [each for one in drafted for each in quoted(one)] == [
        each for one in reviewed for each in quoted(one)
    ]


def test_every_statement_found_and_none_invented(
    drafted: list[Statement], reviewed: list[Statement]
) -> None:
    for ours, theirs in zip(drafted, reviewed, strict=True):
        together = min(ours.anchor.end, theirs.anchor.end) - max(
            ours.anchor.start, theirs.anchor.start
        )
        assert together > 0.9 * (theirs.anchor.end - theirs.anchor.start)
        assert ours.form == theirs.form
        assert set(ours.attributed_to) == set(theirs.attributed_to)
        assert ours.voiced_by == theirs.voiced_by
        assert ours.as_given == theirs.as_given
        assert theirs.cue in (ours.cue, f"{ours.cue} on")
        # No wrong meeting; a minister who speaks alone is not tied to one.
        assert ours.meeting in (theirs.meeting, None)
