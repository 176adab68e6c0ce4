"""Bar charts: one below the other, or in two columns where a terminal is wide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from .fit import head, one_line, pad
from .shapes import Chart
from .table import draw

_TWO_COLUMNS = 140
_GAP = 6
_LONGEST = 48  # cells of a bar, however wide the terminal


class _Widths(NamedTuple):
    """The cells of labels, bars, numbers and notes, the same in all charts of a column."""

    labels: int
    bars: int
    numbers: int
    notes: int


def charts(title: str, side: str, drawn: Iterable[Chart], width: int, colour: bool) -> str:
    """A headline, a dimmed line below it, and the charts."""
    found = [chart for chart in drawn if chart.bars]
    top = Text(one_line(title), "bold").append(f"\n{one_line(side)}\n", "not bold dim")
    columns = 2 if width >= _TWO_COLUMNS and len(found) > 1 else 1
    size = (width - _GAP * (columns - 1)) // columns
    grid = Table.grid(padding=(0, _GAP, 0, 0))
    for _ in range(columns):
        grid.add_column(width=size, no_wrap=True)
    grid.add_row(*(_column(dealt, size) for dealt in _dealt(found, columns)))
    return draw(top, width, colour) + draw(grid, width, colour)


def _dealt(found: Sequence[Chart], columns: int) -> list[list[Chart]]:
    """The charts in columns of about the same height, in their order."""
    heights = [len(chart.bars) + bool(chart.more) + 2 for chart in found]
    dealt: list[list[Chart]] = [[] for _ in range(columns)]
    above = 0
    for chart, height in zip(found, heights, strict=True):
        at = min(int((above + height / 2) * columns / sum(heights)), columns - 1)
        dealt[at].append(chart)
        above += height
    return dealt


def _column(found: Sequence[Chart], width: int) -> Text:
    bars = [bar for chart in found for bar in chart.bars]
    labels = min(max(cell_len(one_line(bar.label)) for bar in bars), width * 45 // 100)
    numbers = max(len(f"{bar.number}") for bar in bars)
    notes = max(cell_len(bar.note) for bar in bars)
    # Between label, bar, number and note stand two blanks each.
    room = min(width - labels - numbers - notes - 6, _LONGEST)
    widths = _Widths(labels, room, numbers, notes)
    return Text("\n\n").join(_chart(chart, widths) for chart in found)


def _chart(chart: Chart, widths: _Widths) -> Text:
    most = max((bar.number for bar in chart.bars if not bar.apart), default=0)
    made = Text(one_line(chart.title), "bold")
    for bar in chart.bars:
        label = pad(head(one_line(bar.label), widths.labels), widths.labels)
        line = "" if bar.apart else drawn_bar(bar.number, most, widths.bars)
        made.append(f"\n{label}  ", "not bold")
        made.append(pad(line, widths.bars), "not bold cyan")
        made.append(f"  {bar.number:>{widths.numbers}}", "not bold")
        made.append(f"  {bar.note:>{widths.notes}}".rstrip(), "not bold dim")
    if chart.more:
        made.append(f"\n{chart.more}", "not bold dim")
    return made


def drawn_bar(number: int, most: int, width: int) -> str:
    """A bar of a number, `most` being as long as `width` cells; never nothing for something."""
    if number <= 0 or most <= 0 or width <= 0:
        return ""
    halves = max(round(number * width * 2 / most), 1)
    return "━" * (halves // 2) + "╸" * (halves % 2)
