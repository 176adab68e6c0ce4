"""The tables of the index: filled from the files, and updated when files change."""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from itertools import product
from typing import Any

from ..model.fields import KINDS
from ..store.locate import MARK
from ..store.parse import refuse
from ..store.scan import Found, is_refusal, scan
from . import VERSION
from .changes import Changes, Note, note_of, store_notes
from .marks import named
from .parallel import KEYS, gc_paused, read_many
from .schema import INDEXES, ORDER, TABLES
from .storage import insert_rows, rows_of
from .validate import revalidate, validate

Progress = Callable[[int, int], None]
"""Called with the number of files read and their total."""
# Builds of SQLite differ in how many values a query may bind, but all accept 999. One query here
# binds each path twice.
_MOST_PATHS = 499
_SOURCED = ("source", "statement")
# The keys of the table `meta` that come from the archive's mark.
_OF_MARK = ("title", "example")


@gc_paused()
def fill(connection: sqlite3.Connection, root: str, progress: Progress | None = None) -> None:
    """Create and fill the tables of an empty database, from every file below the root."""
    connection.executescript(TABLES)
    connection.execute("BEGIN")
    notes = _read(connection, root, scan(root), progress)
    for statement in INDEXES:
        connection.execute(statement)
    validate(connection, root)
    connection.execute(ORDER)
    _store_counts(connection, root)
    store_notes(connection, notes)
    connection.execute("COMMIT")


@gc_paused()
def update(
    connection: sqlite3.Connection, root: str, changes: Changes, progress: Progress | None = None
) -> None:
    """Read the changed files again, within the caller's transaction.

    Only the changed files are validated again where that is enough, see `_seen_by_others`.
    """
    paths = sorted({*changes.stale, *(path for path, _ in changes.fresh)})
    old = _seen_by_others(connection, paths)
    old_names_and_counts = (named(connection, paths), _counts(connection, paths)) if old else None
    for path in changes.stale:
        _forget(connection, path)
    notes = _read(connection, root, changes.fresh, progress)
    new = _seen_by_others(connection, paths)
    # Validating the whole archive takes as long as reading a hundred files, so it is avoided if the
    # change cannot affect any other file.
    if old_names_and_counts and _same_for_others(connection, paths, old, new):
        names, counts = old_names_and_counts
        revalidate(connection, root, paths, names)
        more = _counts(connection, paths)
        more.subtract(counts)
        add = "UPDATE meta SET value = value + ? WHERE key = ?"
        connection.executemany(add, [(count, kind) for kind, count in more.items()])
    else:
        validate(connection, root)
        _store_counts(connection, root)
    store_notes(connection, changes.kept | notes)


def _read(
    connection: sqlite3.Connection,
    root: str,
    files: Sequence[Found],
    progress: Progress | None,
) -> dict[str, Note]:
    """Insert what some files contain, and return their notes."""
    # Before any file is read, so that a change in the meantime is noticed the next time.
    notes = {path: note_of(path, found, root) for path, found in files}
    sizes = {path: size for path, (size, *_) in files if isinstance(size, int)}
    with closing(read_many(root, sizes, _next_key(connection))) as read:
        for done, (path, found) in enumerate(files, 1):
            rows = rows_of(refuse(path, *found), 0) if is_refusal(found) else next(read)
            if rows.unread:
                connection.execute("INSERT INTO unread VALUES (?)", (path,))
            insert_rows(connection, rows)
            if rows.mark:
                meta = zip(_OF_MARK, rows.mark, strict=True)
                connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", meta)
            if progress:
                progress(done, len(files))
    return notes


def _next_key(connection: sqlite3.Connection) -> int:
    """Return the first of the keys that no file has had."""
    sql = " UNION ALL ".join(f"SELECT max(pk) AS pk FROM {kind}" for kind in KINDS)
    (last,) = connection.execute(f"SELECT max(pk) FROM ({sql})").fetchone()
    return ((last or 0) // KEYS + 1) * KEYS


def _forget(connection: sqlite3.Connection, path: str) -> None:
    """Delete every row that came from a file."""
    statements = "(SELECT pk FROM statement WHERE path = ?)"
    for linked in (
        "words WHERE rowid",
        "attribution WHERE statement",
        "statement_topic WHERE statement",
        "mention WHERE statement",
    ):
        connection.execute(f"DELETE FROM {linked} IN {statements}", (path,))
    people = "(SELECT pk FROM participant WHERE path = ?)"
    connection.execute(f"DELETE FROM office WHERE participant IN {people}", (path,))
    for kind in ("topic", "meeting"):
        ids = f"(SELECT pk FROM {kind} WHERE path = ?)"
        connection.execute(f"DELETE FROM {kind}_words WHERE rowid IN {ids}", (path,))
    for kind in KINDS:
        names = f"kind = ? AND record IN (SELECT pk FROM {kind} WHERE path = ?)"
        for table in ("name", "former"):
            connection.execute(f"DELETE FROM {table} WHERE {names}", (kind, path))
    for table in (*KINDS, "problem", "unread"):
        connection.execute(f"DELETE FROM {table} WHERE path = ?", (path,))
    if path == MARK:
        connection.executemany("DELETE FROM meta WHERE key = ?", [(key,) for key in _OF_MARK])


Visible = tuple[str | None, frozenset[str]]
"""The earliest day of a source, and the ids of the sources and statements of changed files."""


def _seen_by_others(connection: sqlite3.Connection, paths: list[str]) -> Visible | None:
    """Return what the problems of other files depend on in the changed ones; None for anything.

    Files that contain only sources and statements affect other files in two ways: by their ids,
    which can clash or be referred to, and by the earliest day of any source. If neither is
    different after the change, the problems of all other files stay as they are. Everything else
    (people, meetings, topics, duplicate or unknown ids, unread files) can affect any record.
    """
    if len(paths) > _MOST_PATHS:
        return None
    within = f"path IN ({', '.join('?' * len(paths))})"
    for kind in ("participant", "meeting", "topic"):
        if connection.execute(f"SELECT 1 FROM {kind} WHERE {within}", paths).fetchone():
            return None
    replacing = f"SELECT 1 FROM source WHERE {within} AND replaces NOTNULL"
    if connection.execute(replacing, paths).fetchone():
        return None
    twice = connection.execute("SELECT 1 FROM problem WHERE code = 'duplicate-id'").fetchone()
    # The message on an unknown id suggests the nearest ones, which may come from any file.
    unknown = connection.execute(
        f"SELECT 1 FROM problem WHERE code = 'unknown-reference' AND NOT {within}", paths
    ).fetchone()
    unread = connection.execute(
        f"SELECT 1 FROM unread WHERE {within} UNION ALL"
        " SELECT 1 FROM meta WHERE key = 'files' AND value",
        paths,
    ).fetchone()
    if twice or unknown or unread or _taken_twice(connection, within, paths):
        return None
    first = connection.execute("SELECT min(first_day) FROM source WHERE sound").fetchone()[0]
    ids = connection.execute(_ids_of(_SOURCED, within), paths * 2)
    return first, frozenset(ident for (ident,) in ids)


def _same_for_others(
    connection: sqlite3.Connection, paths: list[str], old: Visible | None, new: Visible | None
) -> bool:
    """Return whether the change leaves every record of other files as it was."""
    if old is None or new is None or old[0] != new[0]:
        return False
    return not _referred_to(connection, paths, old[1] ^ new[1])


def _taken_twice(connection: sqlite3.Connection, within: str, paths: list[str]) -> bool:
    everywhere = _ids_of(KINDS, "id = new.id")
    sql = f"SELECT 1 FROM ({_ids_of(_SOURCED, within)}) new WHERE id != ''"
    sql += f" AND (SELECT count(*) FROM ({everywhere})) > 1 LIMIT 1"
    return connection.execute(sql, paths * 2).fetchone() is not None


def _ids_of(kinds: Iterable[str], where: str) -> str:
    """Return SQL for the ids of the records of some kinds that meet a condition."""
    return " UNION ALL ".join(f"SELECT id FROM {kind} WHERE {where}" for kind in kinds)


def _referred_to(connection: sqlite3.Connection, paths: list[str], ids: Iterable[str]) -> bool:
    """Return whether a record of another file refers to one of the ids of sources or statements."""
    columns = [
        (kind.name, field.name)
        for kind in KINDS.values()
        for field in kind.references()
        if field.refers_to in ("source", "statement")
    ]
    for (table, column), ident in product(columns, ids):
        rows = connection.execute(f"SELECT path FROM {table} WHERE {column} = ?", (ident,))
        if any(path not in paths for (path,) in rows):
            return True
    return False


def _counts(connection: sqlite3.Connection, paths: Sequence[str] = ()) -> Counter[str]:
    """Return how many records of each kind look-ups find, and leave out of all; in some files."""
    counts: Counter[str] = Counter()
    where = f"path IN ({', '.join('?' * len(paths))})" if paths else "1"
    for kind in KINDS:
        sql = f"SELECT count(*) FROM {kind} WHERE {where}"
        (total,) = connection.execute(sql, paths).fetchone()
        (unsound,) = connection.execute(f"{sql} AND NOT sound", paths).fetchone()
        counts.update({kind: total - unsound, "records": unsound})
    return counts


def _store_counts(connection: sqlite3.Connection, root: str) -> None:
    """Store the counts that every look-up needs."""
    meta: dict[str, Any] = {"version": VERSION, "root": os.fsencode(root)}
    meta |= _counts(connection)
    meta["files"] = connection.execute("SELECT count(*) FROM unread").fetchone()[0]
    connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", meta.items())
