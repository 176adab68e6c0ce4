"""The archive as the rules across records see it, and what they find as problems."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from typing import Any

from ..check.codes import CODES
from ..check.record import Finding
from ..errors import Problem
from ..model.records import Meeting, Origin, Participant, Source, Topic
from ..store.parse import MAX_BYTES, places
from ..store.read import read_bytes
from .storage import sound_record

Located = tuple[Origin, Finding]


class IndexLookup:
    """The archive as the rules see it (check.across.RecordLookup), each record read once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.has: Callable[[str, str], bool] = cache(self._has)
        get: Callable[[str, str], Any] = cache(partial(sound_record, connection))
        self.participant: Callable[[str], Participant | None] = partial(get, "participant")
        self.meeting: Callable[[str], Meeting | None] = partial(get, "meeting")
        self.topic: Callable[[str], Topic | None] = partial(get, "topic")
        self.source: Callable[[str], Source | None] = partial(get, "source")

    def _has(self, kind: str, ident: str) -> bool:
        sql = f"SELECT 1 FROM {kind} WHERE id = ?"
        return self._connection.execute(sql, (ident,)).fetchone() is not None

    def ids(self, kind: str) -> list[str]:
        return [ident for (ident,) in self._connection.execute(f"SELECT id FROM {kind}")]

    def home(self, kind: str) -> str | None:
        sql = f"SELECT path FROM {kind} GROUP BY path ORDER BY count(*) DESC, path LIMIT 1"
        row = self._connection.execute(sql).fetchone()
        return row[0] if row else None

    def first_source_day(self) -> str | None:
        sql = "SELECT min(first_day) FROM source WHERE sound"
        day: str | None = self._connection.execute(sql).fetchone()[0]
        return day


def problems_of(
    root: str, located: Iterable[Located], contents: Mapping[str, bytes] | None = None
) -> Iterator[Problem]:
    """Yield the findings as problems, each at the line and column of its field.

    The index does not store where fields are, so the few files with problems are read again,
    except those whose `contents` are there.
    """
    by_path: dict[str, list[Located]] = {}
    for origin, finding in located:
        by_path.setdefault(origin.path, []).append((origin, finding))
    for path, of_file in by_path.items():
        content = (contents or {}).get(path)
        if content is None:
            content = _content(os.path.join(root, path))
        field_places = [(origin.line, origin.column, finding.field) for origin, finding in of_file]
        positions = places(content, field_places)
        for field, (_, finding) in zip(field_places, of_file, strict=True):
            line, column = positions.get(field, field[:2])
            yield Problem(path, line, column, *finding[1:], CODES[finding.code].severity)


def _content(path: str) -> bytes:
    try:
        return read_bytes(path, MAX_BYTES) or b""
    except OSError:
        return b""  # the file is gone by now, so the record's line and column are used
