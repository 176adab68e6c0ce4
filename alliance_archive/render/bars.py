"""Bar charts, one below the other, or in two columns on a wide terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from .cells import one_line, pad, shorten
from .shapes import Chart
from .table import as_text, hanging

_TWO_COLUMNS = 140  # cells from which on there is room for two columns
_GAP = 6  # cells between the columns
_LONGEST = 48  # cells of a bar, however wide the terminal
_SHORTEST = 4  # cells of a bar; where there are fewer, there are only numbers


class _Widths(NamedTuple):
    """The widths, in cells, of labels, bars, counts and notes: the same for a whole column."""

    labels: int
    bars: int
    counts: int
    notes: int


def bar_charts(title: str, side: str, charts: Iterable[Chart], width: int, color: bool) -> str:
    """Return a headline, dimmed lines below it, and the charts."""
    filled = [chart for chart in charts if chart.bars]
    top = Text(one_line(title), "bold").append(
        "".join(f"\n{one_line(line)}" for line in side.split("\n")), "not bold dim"
    )
    top.append("\n")
    columns = 2 if width >= _TWO_COLUMNS and len(filled) > 1 else 1
    size = (width - _GAP * (columns - 1)) // columns
    grid = Table.grid(padding=(0, _GAP, 0, 0))
    for _ in range(columns):
        grid.add_column(width=size, no_wrap=True)
    grid.add_row(*(_column(column, size) for column in _in_columns(filled, columns)))
    return as_text(top, width, color) + as_text(grid, width, color)


def _in_columns(charts: Sequence[Chart], columns: int) -> list[list[Chart]]:
    """Return the charts, in their order, in columns of about the same height."""
    heights = [len(chart.bars) + bool(chart.more) + 2 for chart in charts]
    filled: list[list[Chart]] = [[] for _ in range(columns)]
    above = 0
    for chart, height in zip(charts, heights, strict=True):
        column = min(int((above + height / 2) * columns / sum(heights)), columns - 1)
        filled[column].append(chart)
        above += height
    return filled


def _column(charts: Sequence[Chart], width: int) -> Text:
    bars = [bar for chart in charts for bar in chart.bars]
    labels = min(max(cell_len(one_line(bar.label)) for bar in bars), width * 45 // 100)
    counts = max(len(f"{bar.size}") for bar in bars)
    notes = max(cell_len(bar.note) for bar in bars)
    # 6: two spaces each between label, bar, count and note.
    room = min(width - labels - counts - notes - 6, _LONGEST)
    if room < _SHORTEST:
        labels, room = width - counts - notes - 4, 0
    widths = _Widths(labels, room, counts, notes)
    return Text("\n\n").join(_chart(chart, widths, width) for chart in charts)


def _chart(chart: Chart, widths: _Widths, width: int) -> Text:
    title = Text(one_line(chart.title), "bold")
    drawing = Text("\n").join(hanging(title, width, Text(), Text()))
    for bar in chart.bars:
        label = pad(shorten(one_line(bar.label), widths.labels), widths.labels)
        line = "" if bar.apart else bar_of(bar.size, chart.whole, widths.bars)
        drawing.append(f"\n{label}  ", "not bold")
        if widths.bars:
            drawing.append(f"{pad(line, widths.bars)}  ", "not bold cyan")
        drawing.append(f"{bar.size:>{widths.counts}}", "not bold")
        drawing.append(f"  {bar.note:>{widths.notes}}".rstrip(), "not bold dim")
    if chart.more:
        drawing.append(f"\n{chart.more}", "not bold dim")
    return drawing


def bar_of(count: int, most: int, width: int) -> str:
    """Return a bar for a number, to the scale at which `most` fills `width` cells.

    Any number above 0 gets at least half a cell.
    """
    if count <= 0 or most <= 0 or width <= 0:
        return ""
    halves = max(round(count * width * 2 / most), 1)
    return "━" * (halves // 2) + "╸" * (halves % 2)
