"""Where in a file a field of a record stands, found again when a problem needs it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .nodes import Items, Unreadable
from .parse import place

FieldPath = tuple[str | int, ...]
Field = tuple[int, int, FieldPath]
"""The line and column in which a record begins, and the keys and positions down to the field."""


def places(data: bytes, wanted: Iterable[Field]) -> dict[Field, tuple[int, int]]:
    """Line and column, from 1, of each field; of the record where the field is no longer there."""
    paths: dict[tuple[int, int], list[FieldPath]] = {}
    found = {}
    for line, column, path in wanted:
        paths.setdefault((line, column), []).append(path)
        found[line, column, path] = (line, column)
    try:
        for item in Items(data.removeprefix(b"\xef\xbb\xbf"), lambda *_: None):
            if item.node is None:
                continue
            mark: Any = item.node.start_mark
            begins = (mark.line + 1, mark.column + 1)
            for path in paths.get(begins, ()):
                mark = place(item.node, path).start_mark
                found[*begins, path] = (mark.line + 1, mark.column + 1)
    except Unreadable:
        pass
    return found
