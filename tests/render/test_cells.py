"""Texts cut and counted for a terminal's cells."""

from __future__ import annotations

import pytest

from alliance_archive.render.cells import counted, shorten


@pytest.mark.parametrize(
    ("text", "width", "beginning", "end"),
    [
        ("peace and trade", 15, "peace and trade", "peace and trade"),
        # between words, where one is near
        ("peace and trade", 12, "peace and…", "…and trade"),
        ("peace and trade", 10, "peace and…", "…trade"),
        # within a word that is too long to go with what is cut off
        ("counterproliferation", 8, "counter…", "…eration"),
        # two cells a character
        ("한미동맹", 5, "한미…", "…동맹"),
        ("한미동맹", 0, "", ""),
    ],
)
def test_a_text_is_cut_at_either_end(text: str, width: int, beginning: str, end: str) -> None:
    assert (shorten(text, width), shorten(text, width, end=True)) == (beginning, end)


def test_a_long_text_is_measured_a_few_times_only(monkeypatch: pytest.MonkeyPatch) -> None:
    measured: list[str] = []

    def cell_len(text: str) -> int:
        measured.append(text)
        return len(text)

    monkeypatch.setattr("rich.cells.cell_len", cell_len)
    text = "peace and trade " * 1000
    assert shorten(text, 12) == "peace and…"
    assert shorten(text, 12, end=True) == "…and trade "
    assert len(measured) < 50


@pytest.mark.parametrize(
    ("count", "plain", "grouped"),
    [
        (0, "0 records", "0 records"),
        (1, "1 record", "1 record"),
        (54000, "54000 records", "54\u202f000 records"),
    ],
)
def test_counts_agree_with_what_is_counted(count: int, plain: str, grouped: str) -> None:
    assert counted(count, "record") == plain
    assert counted(count, "record", grouped=True) == grouped
