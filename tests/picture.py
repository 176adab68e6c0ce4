"""Draw the README's picture of a table: python -m tests.picture .readme/said-white.svg."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

from alliance_archive import Archive, Filter
from alliance_archive.render.table import table
from alliance_archive.reports.statements import said_view

COMMAND = "alliance-archive said white"
WIDTH = 96


def drawn_table(*, color: bool) -> str:
    """Return the table of COMMAND for the shipped archive."""
    archive = Archive.open(Path(__file__).parent.parent / "data")
    rows = list(archive.statements(Filter(speaker=("dana-white",))))
    return table(said_view("dana-white").narrow, rows, WIDTH, color=color)


def picture() -> str:
    """Return what COMMAND prints in a terminal, as SVG."""
    console = Console(record=True, width=WIDTH, file=io.StringIO())
    console.print(Text(f"$ {COMMAND}", style="bold"))
    console.print(Text.from_ansi(drawn_table(color=True)), end="")
    svg = console.export_svg(title="alliance-archive", unique_id="said-white")
    # A picture must not load anything from elsewhere, so it uses the reader's own monospace font.
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(picture(), encoding="utf-8")
