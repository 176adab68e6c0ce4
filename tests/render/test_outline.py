"""An outline on a color terminal."""

from __future__ import annotations

from alliance_archive.render.outline import outline
from alliance_archive.render.shapes import Line, Point, Section


def test_on_a_terminal_only_rules_and_notes_are_dim() -> None:
    words = (("Says ", False), ("“yes”", True), (".", False))
    point = Point("Talks", False, "planned", "Busan", (Line("김서연", words, "x-1"),), ())
    assert (
        outline([Section("2024", "", (point,))], 60, color=True)
        == """\
\x1b[1m2024\x1b[0m
\x1b[2m○ \x1b[0m\x1b[1mTalks\x1b[0m\x1b[1;35m  planned\x1b[0m\x1b[2m  Busan\x1b[0m
\x1b[2m    \x1b[0m\x1b[35m김서연\x1b[0m: Says \x1b[1;32m“yes”\x1b[0m.  \x1b[2mx-1\x1b[0m
"""
    )
