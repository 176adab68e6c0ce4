"""A long task shows a bar on stderr, which disappears at the end."""

from __future__ import annotations

import pytest

from alliance_archive.render import progress


def test_a_short_task_shows_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    advance = progress.bar("reading", patience=3600)
    for done in range(1, 4):
        advance(done, 3)
    assert capsys.readouterr() == ("", "")


def test_a_long_task_shows_a_bar(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    advance = progress.bar("reading", patience=-1)
    for done in range(1, 4):
        advance(done, 3)
    output = capsys.readouterr()
    assert output.out == ""
    assert "reading" in output.err


def test_a_bar_of_files_shows_count_rate_and_the_current_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "120")
    advance = progress.bar("drafting", patience=-1)
    advance(0, 3, "saved/[b]/a-very-long-name-of-a-page\x1b.html")
    advance(3, 3, "")
    output = capsys.readouterr().err
    assert "drafting" in output
    assert "0/3" in output
    assert "/s" in output
    assert "3/3" in output
    assert "…ery-long-name-of-a-page␛.html" in output
