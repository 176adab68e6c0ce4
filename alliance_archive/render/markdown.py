"""Markdown tables, as GitHub reads them (GFM 4.10)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from .columns import Column
from .visible import visible

# What would be markup in a cell; a record's text is shown as it is.
_MARKUP = re.compile(r"([\\`*_\[\]<>|~&])")


def write_markdown(columns: Sequence[Column], rows: Iterable[Any], stream: TextIO) -> None:
    """A header, a rule and a line a row; line breaks in cells become <br>."""
    stream.write(_line(column.header for column in columns))
    stream.write(_line("---:" if column.number else "---" for column in columns))
    for row in rows:
        stream.write(_line(_cell(column.text(row)) for column in columns))


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _cell(text: str) -> str:
    return _MARKUP.sub(r"\\\1", visible(text)).replace("\n", "<br>")
