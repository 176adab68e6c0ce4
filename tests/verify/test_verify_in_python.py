"""verify() from Python: a verdict on each claim, and a note on each text."""

from __future__ import annotations

from pathlib import Path

import pytest

from alliance_archive.archive import Archive
from alliance_archive.errors import ArchiveError
from alliance_archive.queries.filter import Filter
from alliance_archive.text.normalize import fingerprint, normalize
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
        ("daily-1", "passage", "in place"),
        ("daily-2", "passage", "in place"),
    ]
    assert verification.findings[0].detail == "It will [-not-] hold"
    assert verification.notes == ("daily: no fingerprint is recorded to compare the text with",)
    assert verification.counts == "2 quotations: 1 altered, 1 verbatim; 2 passages: 2 in place"
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
    assert (verification.checked, verification.folder, verification.missing) == ((), None, ())
    assert verification.notes == (
        "daily: 2 quotations and 2 passages not checked: its record has no “text:”, "
        f"and {archive.root}/texts/daily.txt does not exist",
    )
    with pytest.raises(ArchiveError, match="the folder of texts nowhere does not exist"):
        verify(archive, texts="nowhere")


def test_a_text_is_found_in_the_archive_by_name_or_by_fingerprint(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ALLIANCE_ARCHIVE_TEXTS", raising=False)
    identity = fingerprint(normalize(TEXT))
    mark = f"text: {{sha256: {identity.sha256}, length: {identity.length}}}"
    root = write({"daily.yaml": FILE.replace("kind: article", f"kind: article, {mark}")})
    texts = root / "texts"
    texts.mkdir()
    (texts / "daily.txt").write_text(TEXT, encoding="utf-8")
    (texts / "binary.txt").write_bytes(b"\xff\xfe")
    archive = Archive.open(root)
    there = ("daily: the text matches the recorded fingerprint",)
    assert verify(archive).notes == there
    (texts / "daily.txt").rename(texts / "as saved.txt")
    assert verify(archive).notes == there
    (texts / "as saved.txt").unlink()
    verification = verify(archive, texts=texts)
    assert verification.missing == ("daily",)
    assert verification.notes == (
        "daily: 2 quotations and 2 passages not checked: no text found at "
        f"{texts}/daily.txt, and no other .txt there has its fingerprint. "
        "If one of them is this text, changed since: give it that name",
    )
    texts.joinpath("binary.txt").unlink()
    texts.rmdir()
    assert verify(archive).notes == (
        "daily: 2 quotations and 2 passages not checked: no text found. "
        f"Save it as {root}/texts/daily.txt, or name its folder with --texts DIR",
    )
