"""Rows as JSON, JSON Lines, JSON-LD and Markdown (GFM)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, TextIO

from .cells import UNSAFE, pictured
from .columns import Column, objects

# Characters that Markdown would read as markup; a record's text is shown literally. Kept as text,
# so that it is compiled only for Markdown.
_MARKUP = r"([\\`*_\[\]<>|~&])"


def to_json(value: Any, indent: int | None = None) -> str:
    """Return JSON text that escapes only what a terminal or a reader could misread."""
    # JSON allows these characters, but a terminal obeys them; as escapes they mean the same.
    return re.sub(f"[{UNSAFE}]", _escape, _encoder(indent)(value))


@cache
def _encoder(indent: int | None) -> Callable[[Any], str]:
    import json

    return json.JSONEncoder(ensure_ascii=False, indent=indent).encode


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def write_json(columns: Sequence[Column], rows: Iterable[Any], stream: TextIO) -> None:
    """Write one array of objects, row by row, so that memory does not grow with the rows."""
    lead = "[\n  "
    for item in objects(columns, rows):
        stream.write(lead + to_json(item, indent=2).replace("\n", "\n  "))
        lead = ",\n  "
    stream.write("[]\n" if lead.startswith("[") else "\n]\n")


def write_jsonl(columns: Sequence[Column], rows: Iterable[Any], stream: TextIO) -> None:
    """Write one object per line."""
    for item in objects(columns, rows):
        stream.write(f"{to_json(item)}\n")


def write_markdown(columns: Sequence[Column], rows: Iterable[Any], stream: TextIO) -> None:
    """Write a header, a rule and one line per row (GFM 4.10); line breaks in cells become <br>."""
    stream.write(_markdown_line(column.header for column in columns))
    stream.write(_markdown_line("---:" if column.numeric else "---" for column in columns))
    for row in rows:
        stream.write(_markdown_line(_markdown_cell(column.label(row)) for column in columns))


def _markdown_line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _markdown_cell(text: str) -> str:
    return re.sub(_MARKUP, r"\\\1", pictured(text)).replace("\n", "<br>")
