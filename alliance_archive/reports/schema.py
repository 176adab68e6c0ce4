"""The views of `sql` as a person reads them: each with its columns and what they mean."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from itertools import groupby

from ..queries.sql import ViewColumn, describe_views

_FIRST = "statements"


def draw(width: int | None) -> str:
    """Return the views, statements first, in lines of at most `width` cells; None for any width."""
    views = [list(rows) for _, rows in groupby(describe_views(), key=lambda row: row.view)]
    start = next(n for n, rows in enumerate(views) if rows[0].view == _FIRST)
    return "\n".join("".join(_lines(rows, width)) for rows in views[start:] + views[:start])


def _lines(rows: list[ViewColumn], width: int | None) -> Iterator[str]:
    """Yield the lines of a view: its name and meaning, then a line for each column."""
    view, *columns = rows
    yield _filled(f"{view.view}: ", view.meaning, 2, width)
    indent = max(len(column.column) for column in columns) + 4
    for column in columns:
        yield _filled(f"  {column.column}".ljust(indent), _meaning(column), indent, width)


def _meaning(column: ViewColumn) -> str:
    """Return what a column means, whether it is a key or an integer, and what it refers to."""
    key, _, refers = column.key.partition("→")
    notes = [note for note in (key.strip(), column.type.removeprefix("text")) if note]
    parts = (
        column.meaning,
        f"({', '.join(notes)})" if notes else "",
        f"→{refers}" if refers else "",
    )
    return " ".join(part for part in parts if part)


def _filled(start: str, text: str, indent: int, width: int | None) -> str:
    """Return a text after its start, wrapped; no name breaks."""
    if width is None:
        return f"{start}{text}\n"
    if width < 2 * len(start):  # too narrow for two columns
        name = start.strip(": ")
        start, text = start[: start.index(name)], f"{name}: {text}"
        indent = len(start) + 2
    lines = textwrap.wrap(
        text,
        width,
        initial_indent=start,
        subsequent_indent=" " * indent,
        break_on_hyphens=False,
        break_long_words=False,
    )
    return "\n".join(lines) + "\n"
