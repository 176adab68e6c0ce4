"""Bar charts, with color and without."""

from __future__ import annotations

from alliance_archive.render.bars import bar_charts
from alliance_archive.render.shapes import Bar, Chart


def test_no_color_off_a_terminal_and_bars_of_one_color_on_it() -> None:
    chart = Chart("Title", (Bar("동맹", 2, "66%"), Bar("pact", 1, "33%")), "", 3)
    assert (
        bar_charts("All", "", [chart], 40, color=False)
        == """\
All


Title
동맹  ━━━━━━━━━━━━━━━━━╸          2  66%
pact  ━━━━━━━━╸                   1  33%
"""
    )
    assert "\x1b[36m━" in bar_charts("All", "", [chart], 40, color=True)
