"""The index opened fresh: found, brought up to date, made anew, or made in memory."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from typing import TYPE_CHECKING, NamedTuple

from .freshness import look, settle
from .place import index_path
from .schema import VERSION

if TYPE_CHECKING:
    from .refresh import Progress

# How long another process may take to bring the same index up to date, in seconds.
PATIENCE = 20.0


class Opened(NamedTuple):
    """An index that tells what the files say now.

    `path` is its file, None when it is in memory; `state` says how it came about.
    """

    connection: sqlite3.Connection
    path: str | None
    state: str


def open_index(
    root: str,
    *,
    cached: bool = True,
    rebuild: bool = False,
    progress: Progress | None = None,
) -> Opened:
    """The index of an archive's folder; whatever is wrong with the cache, the answer is right."""
    root = os.path.realpath(root)
    path = index_path(root) if cached else None
    if path is None:
        return _in_memory(root, "not cached", progress)
    try:
        found = None if rebuild else _existing(path, root, progress)
        return found or _anew(path, root, progress)
    except (sqlite3.Error, OSError) as error:
        return _in_memory(root, f"the cache cannot be used: {error}", progress)


def _existing(path: str, root: str, progress: Progress | None) -> Opened | None:
    """The index that is there, brought up to date; None when it is none of ours, or broken."""
    if not os.path.exists(path):
        return None
    connection = sqlite3.connect(path, isolation_level=None, timeout=PATIENCE)
    with contextlib.suppress(sqlite3.DatabaseError):
        if _ours(connection, root):
            state = _up_to_date(connection, root, progress)
            if state:
                return Opened(connection, path, state)
    connection.close()
    return None


def _ours(connection: sqlite3.Connection, root: str) -> bool:
    meta = dict(connection.execute("SELECT key, value FROM meta"))
    return meta.get("version") == VERSION and meta.get("root") == root


def _up_to_date(connection: sqlite3.Connection, root: str, progress: Progress | None) -> str | None:
    """How the index is fresh; None when that takes more than could be written to it."""
    version = connection.execute("PRAGMA data_version").fetchone()
    seen = look(connection, root)
    if not seen.changed and not seen.settled:
        return "fresh"
    try:
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError:
        # It may not be written to; as long as nothing changed, that does not matter.
        return None if seen.changed else "fresh"
    if connection.execute("PRAGMA data_version").fetchone() != version:
        # Another process has written meanwhile, perhaps what was missing.
        seen = look(connection, root)
    if seen.changed:
        from .refresh import update

        update(connection, root, seen, progress)
    elif seen.settled:
        settle(connection, seen.settled, time.time_ns())
    try:
        connection.execute("COMMIT")
    except sqlite3.OperationalError:
        # Readers hold it, or the disk is full: the answer comes out of the open transaction.
        return "brought up to date, not kept"
    return "brought up to date" if seen.changed else "fresh"


def _anew(path: str, root: str, progress: Progress | None) -> Opened:
    """A new index, made beside its place and put there whole, so that a kill leaves none half."""
    from .refresh import fill

    os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
    making = f"{path}.{os.getpid()}.tmp"
    _remove(making)
    try:
        with contextlib.closing(sqlite3.connect(making, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            fill(connection, root, progress)
        _sync(making)
        _replace(making, path)
    except BaseException:
        _remove(making)
        raise
    connection = sqlite3.connect(path, isolation_level=None, timeout=PATIENCE)
    return Opened(connection, path, "made anew")


def _replace(making: str, path: str) -> None:
    """Put the new file in the place of the old one, while nobody writes to that."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None, timeout=PATIENCE)) as old:
        try:
            old.execute("BEGIN IMMEDIATE")
        except sqlite3.DatabaseError:
            # No database: a journal beside it must not be taken for one of the new file.
            _remove(f"{path}-journal")
        os.replace(making, path)


def _sync(path: str) -> None:
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _in_memory(root: str, why: str, progress: Progress | None) -> Opened:
    from .refresh import fill

    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        fill(connection, root, progress)
    except BaseException:
        connection.close()
        raise
    return Opened(connection, None, f"in memory: {why}")


def _remove(path: str) -> None:
    with contextlib.suppress(OSError):
        os.unlink(path)
