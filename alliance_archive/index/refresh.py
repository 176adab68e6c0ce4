"""The tables of the index filled from the files, and brought up to date with them."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from typing import Any

from ..store.parse import refuse
from ..store.scan import Found, Refused, scan
from .freshness import Seen, file_row, settle
from .parallel import read_many, uncollected
from .schema import INDEXES, KINDS, ORDER, TABLES, VERSION
from .validate import link, relink
from .write import Rows, insert_rows, rows_of

Progress = Callable[[int, int], None]
"""Told how many of how many files are read."""


@uncollected()
def fill(connection: sqlite3.Connection, root: str, progress: Progress | None = None) -> None:
    """Make the tables in an empty database, from every file below the root."""
    connection.executescript(TABLES)
    connection.execute("BEGIN")
    files = sorted(scan(root), key=lambda each: each.path)
    _read(connection, root, files, progress)
    for statement in INDEXES.split(";"):
        connection.execute(statement)
    link(connection, root)
    connection.execute(ORDER)
    _sum_up(connection, root)
    connection.execute("COMMIT")


@uncollected()
def update(
    connection: sqlite3.Connection, root: str, seen: Seen, progress: Progress | None = None
) -> None:
    """Read again what has changed, within the caller's transaction."""
    before = _shape(connection, seen)
    for path in seen.stale:
        _forget(connection, path)
    _read(connection, root, sorted(seen.fresh, key=lambda each: each.path), progress)
    settle(connection, seen.settled, time.time_ns())
    after = _shape(connection, seen)
    if before is None or after is None or before[0] != after[0]:
        link(connection, root)
    else:
        relink(connection, root, sorted({*seen.stale, *(each.path for each in seen.fresh)}))
    _sum_up(connection, root)


def _read(
    connection: sqlite3.Connection,
    root: str,
    files: Iterable[Found | Refused],
    progress: Progress | None,
) -> None:
    listed = list(files)
    # All before any of the files is read.
    seen = [file_row(each, root, time.time_ns()) for each in listed]
    with closing(read_many(root, [each for each in listed if isinstance(each, Found)])) as read:
        for done, (found, row) in enumerate(zip(listed, seen, strict=True)):
            rows = rows_of(refuse(*found)) if isinstance(found, Refused) else next(read)
            _add(connection, row, rows)
            if progress:
                progress(done + 1, len(listed))


def _add(connection: sqlite3.Connection, row: tuple[object, ...], rows: Rows) -> None:
    marks = ", ".join("?" * (len(row) + 1))
    connection.execute(f"INSERT INTO file VALUES ({marks})", (*row, rows.unread))
    insert_rows(connection, rows)


def _forget(connection: sqlite3.Connection, path: str) -> None:
    """Take out all that a file gave."""
    own = "(SELECT pk FROM statement WHERE path = ?)"
    connection.execute(f"DELETE FROM words WHERE rowid IN {own}", (path,))
    connection.execute(f"DELETE FROM attribution WHERE statement IN {own}", (path,))
    connection.execute(f"DELETE FROM statement_topic WHERE statement IN {own}", (path,))
    for kind in KINDS:
        if kind != "statement":
            rows = f"SELECT pk FROM {kind} WHERE path = ?"
            connection.execute(
                f"DELETE FROM name WHERE kind = ? AND record IN ({rows})", (kind, path)
            )
        connection.execute(f"DELETE FROM {kind} WHERE path = ?", (path,))
    connection.execute("DELETE FROM problem WHERE path = ?", (path,))
    connection.execute("DELETE FROM file WHERE path = ?", (path,))


def _shape(connection: sqlite3.Connection, seen: Seen) -> tuple[object, ...] | None:
    """What the rest of the archive sees of the changed files; None if that may be more.

    Files with nothing but sources and statements concern the others by their ids, which may
    be taken twice, and by the earliest day of a source; all other changes can concern any record.
    """
    paths = [*seen.stale, *(each.path for each in seen.fresh)]
    marks = ", ".join("?" * len(paths))
    if len(paths) > 1000:
        return None
    for kind in ("participant", "meeting", "topic"):
        if connection.execute(f"SELECT 1 FROM {kind} WHERE path IN ({marks})", paths).fetchone():
            return None
    twice = connection.execute("SELECT 1 FROM problem WHERE code = 'duplicate-id'").fetchone()
    unread = connection.execute("SELECT 1 FROM file WHERE unread").fetchone()
    if twice or unread or _taken_twice(connection, paths, marks):
        return None
    first = connection.execute("SELECT min(first_day) FROM source WHERE sound").fetchone()
    return (first,)


def _taken_twice(connection: sqlite3.Connection, paths: list[str], marks: str) -> bool:
    for own in ("source", "statement"):
        ids = f"SELECT id FROM {own} WHERE path IN ({marks}) AND id != ''"
        for kind in KINDS:
            sql = f"SELECT id FROM {kind} WHERE id IN ({ids})"
            if own == kind:
                sql += " GROUP BY id HAVING count(*) > 1"
            if connection.execute(sql, paths).fetchone():
                return True
    return False


def _sum_up(connection: sqlite3.Connection, root: str) -> None:
    """Keep what every look-up needs to know, so that none has to count."""
    meta: dict[str, Any] = {"version": VERSION, "root": root, "records": 0}
    for kind in KINDS:
        sql = f"SELECT count(*), (SELECT count(*) FROM {kind} WHERE NOT sound) FROM {kind}"
        every, unsound = connection.execute(sql).fetchone()
        meta[kind] = every - unsound
        meta["records"] += unsound
    meta["files"] = connection.execute("SELECT count(*) FROM file WHERE unread").fetchone()[0]
    connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", meta.items())
