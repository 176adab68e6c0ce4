"""Rows as CSV (RFC 4180), tab-separated values, JSON, JSON Lines, JSON-LD and Markdown (GFM)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any, TextIO

from .cells import UNSAFE, pictured
from .columns import Column, objects
from .delimited import delimited, in_blocks, texts_of

BOM = "\ufeff"
# Characters with which a spreadsheet begins a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# Characters that Markdown would read as markup; a record's text is shown literally. Kept as text,
# so that it is compiled only for Markdown.
_MARKUP = r"([\\`*_\[\]<>|~&])"


def write_csv(columns: Sequence[Column], rows: Iterable[Any], stream: TextIO) -> None:
    """Write CSV, the header first; the stream must not translate line ends."""
    for block in _blocks(columns, rows):
        stream.write(delimited(block))


def write_tsv(columns: Sequence[Column], rows: Iterable[Any], stream: TextIO) -> None:
    """Write tab-separated values; cells with a tab, a quote or a line break are quoted."""
    for block in _blocks(columns, rows):
        stream.write(delimited(block, "\t", "\n"))


def write_excel(columns: Sequence[Column], rows: Iterable[Any], stream: TextIO) -> None:
    """Write CSV that is safe in a spreadsheet: with a byte order mark, and without formulas."""
    stream.write(BOM)
    for block in _blocks(columns, rows):
        stream.write(delimited(list(map(defused, texts_of(cells))) for cells in block))


def _blocks(columns: Sequence[Column], rows: Iterable[Any]) -> Iterator[Iterable[Sequence[Any]]]:
    """Yield the header, and then some rows at a time, as the cells of each column."""
    yield [(column.key,) for column in columns]
    for block in in_blocks(rows):
        yield _cells_of(columns, block)


def _cells_of(columns: Sequence[Column], rows: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """Yield the cells of each column."""
    # Of named tuples, all values of a field are taken at once.
    kind = type(rows[0])
    by_name: dict[str, Sequence[Any]] = {}
    if hasattr(kind, "_fields") and set(map(type, rows)) == {kind}:
        by_name = dict(zip(kind._fields, zip(*rows, strict=True), strict=True))
    for column in columns:
        get = column.flat or column.value
        assert get is not None
        name = "" if column.flat else column.attribute
        yield by_name[name] if name in by_name else list(map(get, rows))


def defused(cell: str) -> str:
    """Return a cell that no spreadsheet runs: with an apostrophe where a formula would begin."""
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell


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
