"""A concordance: each use of a phrase on a line, aligned at the phrase (KWIC)."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from rich.cells import cell_len
from rich.text import Text

from .cells import counted, one_line, pad, shorten, visible
from .columns import NO_MARKS, Marks
from .shapes import Context
from .table import VERBATIM, as_text, link

# The least room for the words and their context, in cells.
_CONTEXT = 45


def keyword_in_context(
    contexts: Iterable[Context], width: int, color: bool, marks: Marks = NO_MARKS
) -> str:
    """Return each use on a line, with the words aligned; … replaces what does not fit."""
    uses = [
        use._replace(
            left=one_line(use.left),
            words=one_line(use.words),
            right=one_line(use.right),
            notes=tuple(map(one_line, use.notes)),
            reference=one_line(use.reference),
        )
        for use in contexts
    ]
    notes = _note_widths(uses)
    reference = max((cell_len(use.reference) for use in uses), default=0) + 2
    # The context matters most: if it has too little room, notes and then references are left out.
    if width - sum(notes) - reference < _CONTEXT:
        notes = []
    if width - reference < _CONTEXT:
        reference = 0
    room = width - sum(notes) - reference
    drawing = Text()
    for position, (heading, group) in enumerate(groupby(uses, key=lambda use: use.heading)):
        drawing.append("\n" if position else "")
        under_heading = list(group)
        uses_of_it = counted(len(under_heading), "use")
        drawing.append(visible(heading), "bold").append(f"  {uses_of_it}\n", "dim")
        for use in under_heading:
            drawing.append_text(_line(use, notes, room, reference > 0, marks))
    drawing.right_crop(1)
    return as_text(drawing, width, color)


def _note_widths(uses: list[Context]) -> list[int]:
    """Return the widths of the notes before the lines, in cells, each with its gap."""
    columns = zip(*(use.notes for use in uses), strict=True)
    return [max(map(cell_len, notes)) + 2 for notes in columns]


def _line(use: Context, notes: list[int], room: int, referred: bool, marks: Marks) -> Text:
    line = Text()
    for note, width in zip(use.notes, notes, strict=False):
        line.append(pad(note, width), "dim")
    left = room * 2 // 5
    line.append(pad(shorten(use.left, left, end=True), left, right=True))
    words = Text(shorten(use.words + use.right, room - left))
    words.stylize(VERBATIM if use.quoted else "bold", 0, len(use.words))
    line.append_text(words).append(" " * (room - left - words.cell_len))
    if referred:
        reference = Text(use.reference, "dim")
        link(reference, marks.address(use.row))
        line.append("  ").append_text(reference)
    return line.append("\n")
