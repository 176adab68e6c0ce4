"""verify() from Python: a verdict on each claim, and a note on each text."""

from __future__ import annotations

from pathlib import Path

import pytest

from alliance_archive.archive import Archive
from alliance_archive.errors import ArchiveError
from alliance_archive.queries.filter import Filter
from alliance_archive.text.normalise import fingerprint, normalise
from alliance_archive.verify import verify
from tests.conftest import Write

TEXT = "The alliance is “ironclad,” he said. It will hold, he added.\n"
FILE = """\
source: {id: daily, publisher: The Daily Example, date: 2020-02-03, kind: article}
statements:
  - id: daily-1
    form: mixed
    attributed_to: []
    summary: The alliance is “ironclad”.
    quotes: [{exact: ironclad, start: 17, end: 25}]
    anchor: {start: 0, end: 26}
  - id: daily-2
    form: direct
    attributed_to: []
    quotes: [{exact: It will not hold, start: 37, end: 53}]
    anchor: {start: 37, end: 53}
"""


@pytest.fixture
def archive(write: Write) -> Archive:
    return Archive.open(write({"daily.yaml": FILE}))


def test_each_claim_gravest_first(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "daily.txt").write_text(TEXT, encoding="utf-8")
    verification = verify(archive, texts=tmp_path)
    rows = [(row.claim.statement, row.claim.part, row.verdict) for row in verification.findings]
    assert rows == [
        ("daily-2", "quotation", "altered"),
        ("daily-1", "quotation", "verbatim"),
        ("daily-1", "passage", "verbatim"),
        ("daily-2", "passage", "verbatim"),
    ]
    assert verification.findings[0].detail == "It will [-not-] hold {+,+}"
    assert verification.notes == ("daily: the archive has no fingerprint to hold the text against",)
    assert verification.counts == "4 checked: 1 altered, 3 verbatim"
    assert verification.failed


def test_only_what_a_filter_lets_through(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "daily.txt").write_text(TEXT, encoding="utf-8")
    verification = verify(archive, Filter(match=("ironclad",)), tmp_path)
    assert {row.claim.statement for row in verification.findings} == {"daily-1"}
    assert not verification.failed


def test_nothing_is_proven_without_the_text(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ALLIANCE_ARCHIVE_TEXTS", raising=False)
    verification = verify(archive)
    assert {row.verdict for row in verification.findings} == {"unverified"}
    assert (verification.folder, verification.notes) == (
        None,
        (
            f"daily: no text: put it into {archive.root}/texts as daily.txt, "
            "or name its folder with --texts DIR",
        ),
    )
    with pytest.raises(ArchiveError, match="no texts: nowhere is not a folder"):
        verify(archive, texts="nowhere")


def test_a_text_is_found_in_the_archive_by_name_or_by_fingerprint(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ALLIANCE_ARCHIVE_TEXTS", raising=False)
    identity = fingerprint(normalise(TEXT))
    mark = f"text: {{sha256: {identity.sha256}, length: {identity.length}}}"
    root = write({"daily.yaml": FILE.replace("kind: article", f"kind: article, {mark}")})
    texts = root / "texts"
    texts.mkdir()
    (texts / "daily.txt").write_text(TEXT, encoding="utf-8")
    (texts / "binary.txt").write_bytes(b"\xff\xfe")
    archive = Archive.open(root)
    there = ("daily: the text is the one that was fingerprinted",)
    assert verify(archive).notes == there
    (texts / "daily.txt").rename(texts / "as saved.txt")
    assert verify(archive).notes == there
    (texts / "as saved.txt").unlink()
    assert verify(archive, texts=texts).notes == (
        f"daily: no text: neither {texts}/daily.txt nor another .txt there with its fingerprint",
    )
