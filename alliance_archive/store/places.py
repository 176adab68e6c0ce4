"""Where in a file a field of a record stands, found again when a problem needs it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .nodes import Items, Unreadable
from .parse import place

FieldPath = tuple[str | int, ...]
Field = tuple[int, FieldPath]
"""The line a record begins in, from 1, and the keys and positions down to the field."""


def places(data: bytes, wanted: Iterable[Field]) -> dict[Field, tuple[int, int]]:
    """Line and column, from 1, of each field of the record that begins in a line.

    A field that is no longer there gives the place of the record.
    """
    by_line: dict[int, list[FieldPath]] = {}
    for line, path in wanted:
        by_line.setdefault(line, []).append(path)
    found = {(line, path): (line, 1) for line, paths in by_line.items() for path in paths}
    try:
        for item in Items(data.removeprefix(b"\xef\xbb\xbf"), lambda *_: None):
            mark: Any = item.node.start_mark
            line = mark.line + 1
            for path in by_line.get(line, ()):
                mark = place(item.node, path).start_mark
                found[line, path] = (mark.line + 1, mark.column + 1)
    except Unreadable:
        pass
    return found
