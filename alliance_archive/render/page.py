"""Pages of help for a terminal or a pipe, from text in a light markup.

# A heading
A paragraph begins in the first column and is wrapped; `names` are highlighted.
  term     two spaces before it, two or more between it and its meaning, which
           may continue on lines that are indented further
    an example: four spaces before it; it is never wrapped
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.console import Group
from rich.text import Text

from .table import as_text, hanging

WIDEST = 100  # cells: longer lines of prose are hard to read
_TERM = "cyan"
_LONGEST_TERM = 26  # cells; the meaning of a longer one begins on the next line
_INDENT = "  "
_GAP = 2  # cells between a term and its meaning
_ROW = re.compile(r"  (\S.*?)(?:  +(\S.*))?")
# In an example, a # or three spaces begin it.
_REMARK = re.compile(r"(?<=\S)(?: {3,}|\s+#).*|^\s*#.*")


def page(text: str, width: int, color: bool) -> str:
    """Return a page in lines of at most `width` cells, and no more than WIDEST.

    In color, the backticks around names are left out.
    """
    size = min(width, WIDEST)
    blocks = [block.split("\n") for block in re.split(r"\n\s*\n", text.strip("\n"))]
    parts: list[Text] = []
    for block in blocks:
        parts += [*_block(block, size, color), Text()]
    return as_text(Group(*parts[:-1]), size, color)


def _block(lines: list[str], width: int, color: bool) -> Iterator[Text]:
    """Yield the lines of a block, which blank lines separate; it may begin with a heading."""
    if lines[0].startswith("# "):
        yield Text(lines[0][2:], "bold")
        lines = lines[1:]
    if not lines:
        return
    if lines[0].startswith("    "):
        yield from map(_example, lines)
    elif lines[0].startswith("  "):
        yield from _table(lines, width, color)
    else:
        prefix = Text(_INDENT)
        yield from hanging(_styled(" ".join(lines), color), width - len(prefix), prefix, prefix)


def _example(line: str) -> Text:
    remark = _REMARK.search(line)
    end = remark.start() if remark else len(line)
    return Text().append(line[:end], _TERM).append(line[end:], "dim")


def _table(lines: list[str], width: int, color: bool) -> Iterator[Text]:
    rows: list[tuple[Text, str]] = []
    for line in lines:
        if line.startswith("   ") and rows:
            term, meaning = rows[-1]
            rows[-1] = (term, f"{meaning} {line.strip()}")
        elif match := _ROW.fullmatch(line):
            rows.append((Text(_INDENT).append(match[1], _TERM), match[2] or ""))
    longest = len(_INDENT) + min(_LONGEST_TERM, width // 3)
    fitting = [term.cell_len for term, _ in rows if term.cell_len <= longest]
    column = max(fitting, default=len(_INDENT)) + _GAP
    for term, meaning in rows:
        if not meaning or term.cell_len > longest:
            yield term
            term = Text()
        if meaning:
            term.pad_right(column - term.cell_len)
            yield from hanging(_styled(meaning, color), width - column, term, Text(" " * column))


def _styled(text: str, color: bool) -> Text:
    styled = Text()
    for position, piece in enumerate(text.split("`")):
        if position % 2:
            styled.append(piece if color else f"`{piece}`", _TERM if color else None)
        else:
            styled.append(piece)
    return styled
