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
