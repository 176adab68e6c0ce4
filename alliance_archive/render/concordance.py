"""A concordance: each use of a phrase in a line, aligned at the word (KWIC)."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from rich.cells import cell_len
from rich.text import Text

from .columns import NO_MARKS, Marks
from .fit import head, one_line, pad, tail
from .shapes import Context
from .table import draw, link
from .visible import visible

# What the words and their context take at least, in cells.
_CONTEXT = 45


def concordance(uses: Iterable[Context], width: int, colour: bool, marks: Marks = NO_MARKS) -> str:
    """The uses, the words one below the other; context that a line cannot hold gives way to …"""
    listed = [
        use._replace(
            left=one_line(use.left),
            words=one_line(use.words),
            right=one_line(use.right),
            before=tuple(map(one_line, use.before)),
            after=one_line(use.after),
        )
        for use in uses
    ]
    before, after = _columns(listed), max((cell_len(use.after) for use in listed), default=0) + 2
    # Contexts go first: where they would have no room, the notes give way.
    if width - sum(before) - after < _CONTEXT:
        before = []
    if width - after < _CONTEXT:
        after = 0
    room = width - sum(before) - after
    made = Text()
    for number, (heading, group) in enumerate(groupby(listed, key=lambda use: use.heading)):
        made.append("\n" if number else "")
        of_heading = list(group)
        times = "once" if len(of_heading) == 1 else f"{len(of_heading)} times"
        made.append(visible(heading), "bold").append(f"  {times}\n", "dim")
        for use in of_heading:
            made.append_text(_line(use, before, room, after, marks))
    made.right_crop(1)
    return draw(made, width, colour)


def _columns(uses: list[Context]) -> list[int]:
    """The widths of the notes before the lines, in cells, each with its gap."""
    columns = zip(*(use.before for use in uses), strict=True)
    return [max(map(cell_len, notes)) + 2 for notes in columns]


def _line(use: Context, before: list[int], room: int, after: int, marks: Marks) -> Text:
    line = Text()
    for note, width in zip(use.before, before, strict=False):
        line.append(pad(note, width), "dim")
    left = room * 2 // 5
    line.append(pad(tail(use.left, left), left, right=True))
    shown = Text(head(use.words + use.right, room - left))
    shown.stylize("bold green" if use.quoted else "bold", 0, len(use.words))
    line.append_text(shown).append(" " * (room - left - shown.cell_len))
    if after:
        reference = Text(use.after, "dim")
        link(reference, marks.place(use.row))
        line.append("  ").append_text(reference)
    return line.append("\n")
