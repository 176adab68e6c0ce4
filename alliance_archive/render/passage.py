"""A passage of a text with what stands where in it marked, by colour or by signs."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from .table import draw
from .visible import visible

STYLES = {
    "passage": "underline",
    "quote": "bold green",
    "cue": "bold yellow",
    "speaker": "bold cyan",
}
SIGNS = {"passage": ("«", "»"), "quote": ("", ""), "cue": ("⟨", "⟩"), "speaker": ("[", "]")}
LEGEND = "[speaker]  ⟨cue⟩  «passage»"


def marked(text: str, marks: Iterable[tuple[int, int, str]], width: int, colour: bool) -> str:
    """The text in lines of a width, its marks in colour, or where there is none between signs.

    A mark is a start, an end (exclusive) and a kind of STYLES.
    """
    listed = sorted(marks, key=lambda mark: (mark[0], -mark[1]))
    edges = sorted({0, len(text), *(at for start, end, _ in listed for at in (start, end))})
    made = Text()
    for start, end in zip(edges, [*edges[1:], len(text)], strict=True):
        if not colour:
            made.append(
                "".join(SIGNS[kind][1] for _, last, kind in reversed(listed) if last == start)
            )
            made.append("".join(SIGNS[kind][0] for first, _, kind in listed if first == start))
        within = [STYLES[kind] for first, last, kind in listed if first <= start and end <= last]
        made.append(visible(text[start:end]), " ".join(within) if colour and start < end else "")
    return draw(made, width, colour)
