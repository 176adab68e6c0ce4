"""JSON and JSON Lines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from .columns import Column, objects

# JSON lets these stand as they are, a terminal does not: written as escapes they mean the same.
_HIDDEN = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def to_json(value: Any, indent: int | None = None) -> str:
    """JSON text, not escaped beyond what a terminal or a reader could misread."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _HIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def write_json(columns: Sequence[Column], rows: Iterable[Any], stream: TextIO) -> None:
    """One array, an object a row; written row by row."""
    before = "[\n  "
    for found in objects(columns, rows):
        stream.write(before + to_json(found, indent=2).replace("\n", "\n  "))
        before = ",\n  "
    stream.write("[]\n" if before.startswith("[") else "\n]\n")


def write_jsonl(columns: Sequence[Column], rows: Iterable[Any], stream: TextIO) -> None:
    """An object a line."""
    for found in objects(columns, rows):
        stream.write(to_json(found) + "\n")
