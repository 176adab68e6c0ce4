"""The index opened fresh: found in the user's cache and brought up to date, or built again."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import sys
import time
import zlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from ..store.scan import FileEntry, Refused, scan
from . import VERSION

if TYPE_CHECKING:
    from .refresh import Progress

NAME = "alliance-archive"
# Seconds. Whoever has the index locked may be stopped, or paused in a pipe: rather than wait for
# that, a look-up answers out of a copy.
PATIENCE = 0.25
_NOT_KEPT = "brought up to date, not kept"
# No file system in use keeps times coarser than this (FAT: 2 s); in nanoseconds.
GRAIN = 2_000_000_000


class Opened(NamedTuple):
    """An index that tells what the files say now.

    `path` is its file, None when it is in memory; `state` says how it came about.
    """

    connection: sqlite3.Connection
    path: str | None
    state: str


class Changes(NamedTuple):
    """What of the files the index does not know.

    `stale` are paths that it has but that are gone or changed now; `fresh` are those to read;
    `settled` were changed so lately when they were read that their times proved nothing, but
    have the same content still.
    """

    stale: list[str]
    fresh: list[FileEntry | Refused]
    settled: list[FileEntry]

    @property
    def any(self) -> bool:
        """Whether anything has to be read or forgotten."""
        return bool(self.stale or self.fresh)


def cache_folder() -> str | None:
    """Return the folder for indexes; None when the system has none.

    XDG Base Directory Specification on Linux and the like, ~/Library/Caches on macOS,
    %LOCALAPPDATA% on Windows.
    """
    xdg = os.environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(xdg):
        return os.path.join(xdg, NAME)
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return os.path.join(local, NAME, "Cache") if local else None
    home = os.path.expanduser("~")
    if not os.path.isabs(home):
        return None
    cache = os.path.join("Library", "Caches") if sys.platform == "darwin" else ".cache"
    return os.path.join(home, cache, NAME)


def index_path(root: str) -> str | None:
    """Return the index's file for an archive's real path; None where there is no cache."""
    folder = cache_folder()
    if folder is None:
        return None
    name = root.encode("utf-8", "surrogateescape")
    # Two sums tell folders apart well enough: an index also says in itself whose it is.
    return os.path.join(folder, f"{zlib.crc32(name):08x}{zlib.adler32(name):08x}.sqlite")


def open_index(
    root: str,
    *,
    cached: bool = True,
    rebuild: bool = False,
    patience: float = PATIENCE,
    progress: Progress | None = None,
) -> Opened:
    """Open the index of an archive's folder, right whatever is wrong with the cache.

    `patience` is how many seconds to wait for another process that has the index locked.
    """
    root = os.path.realpath(root)
    path = index_path(root) if cached else None
    if path is None:
        return _in_memory(root, "not cached", progress)
    try:
        existing = None if rebuild else _existing(path, root, patience, progress)
        return existing or _build(path, root, patience, progress)
    except (sqlite3.Error, OSError) as error:
        return _in_memory(root, f"the cache cannot be used: {error}", progress)


def _existing(path: str, root: str, patience: float, progress: Progress | None) -> Opened | None:
    """Return the index that is there, brought up to date; None when it is not ours, or broken."""
    if not os.path.exists(path):
        return None
    connection = sqlite3.connect(path, isolation_level=None, timeout=patience)
    with contextlib.suppress(sqlite3.DatabaseError):
        if _ours(connection, root):
            return _up_to_date(connection, path, root, progress)
    connection.close()
    return None


def _ours(connection: sqlite3.Connection, root: str) -> bool:
    meta = dict(connection.execute("SELECT key, value FROM meta"))
    return meta.get("version") == VERSION and meta.get("root") == root


def _up_to_date(
    connection: sqlite3.Connection, path: str, root: str, progress: Progress | None
) -> Opened:
    """Return the index with what has changed in it, kept where it may be written."""
    version = connection.execute("PRAGMA data_version").fetchone()
    changes = compare_files(connection, root)
    if not changes.any and not changes.settled:
        return Opened(connection, path, "fresh")
    try:
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("BEGIN IMMEDIATE")
        # A file for reading only lets the transaction begin, and refuses the first change.
        connection.execute("UPDATE meta SET value = value")
    except sqlite3.OperationalError:
        # Somebody else has it locked, or it is for reading only.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        return _updated_copy(connection, path, root, changes, progress)
    if connection.execute("PRAGMA data_version").fetchone() != version:
        # Another process has written meanwhile, perhaps what was missing.
        changes = compare_files(connection, root)
    if changes.any:
        from .refresh import update

        update(connection, root, changes, progress)
    elif changes.settled:
        trust_times(connection, changes.settled, time.time_ns())
    try:
        connection.execute("COMMIT")
    except sqlite3.OperationalError:
        # Readers hold it, or the disk is full: the answer comes out of the open transaction.
        return Opened(connection, path, _NOT_KEPT)
    return Opened(connection, path, "brought up to date" if changes.any else "fresh")


def _updated_copy(
    connection: sqlite3.Connection,
    path: str,
    root: str,
    changes: Changes,
    progress: Progress | None,
) -> Opened:
    """Return a copy in memory with what has changed in it: only those files have to be read."""
    if not changes.any:
        return Opened(connection, path, "fresh")
    from .refresh import update

    copy = sqlite3.connect(":memory:", isolation_level=None)
    with contextlib.closing(connection):
        connection.backup(copy)
    copy.execute("BEGIN")
    update(copy, root, changes, progress)
    copy.execute("COMMIT")
    return Opened(copy, None, _NOT_KEPT)


def _build(path: str, root: str, patience: float, progress: Progress | None) -> Opened:
    """Build an index beside its place and put it there whole, so that a kill leaves none half."""
    from .refresh import fill

    os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
    new = f"{path}.{os.getpid()}.tmp"
    _remove(new)
    try:
        with contextlib.closing(sqlite3.connect(new, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            fill(connection, root, progress)
        _sync(new)
        installed = _replace(new, path, patience)
        # An open file outlives its name.
        connection = sqlite3.connect(
            path if installed else new, isolation_level=None, timeout=patience
        )
        connection.execute("SELECT 1 FROM meta").fetchone()
        if installed:
            return Opened(connection, path, "made anew")
    except BaseException:
        _remove(new)
        raise
    _remove(new)
    return Opened(connection, None, "made anew, not kept")


def _replace(new: str, path: str, patience: float) -> bool:
    """Put the new file in the place of the old one; not while another process has that locked."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None, timeout=patience)) as old:
        try:
            old.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                return False
            raise
        except sqlite3.DatabaseError:
            # No database: a journal beside it must not be taken for one of the new file.
            _remove(f"{path}-journal")
        os.replace(new, path)
    return True


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


def compare_files(connection: sqlite3.Connection, root: str) -> Changes:
    """Hold the folder against the table of files."""
    rows = connection.execute("SELECT path, size, mtime, ctime, inode, recent, sum FROM file")
    indexed = {row[0]: row for row in rows}
    fresh: list[FileEntry | Refused] = []
    settled: list[FileEntry] = []
    for entry in scan(root):
        row = indexed.get(entry.path)
        if row is None:
            fresh.append(entry)
        elif isinstance(entry, Refused):
            if row[6] == _refusal(entry):
                del indexed[entry.path]
            else:
                fresh.append(entry)
        elif row[1:5] != entry[1:]:
            fresh.append(entry)
        elif not row[5]:
            del indexed[entry.path]
        # A file saved twice within the clock's grain keeps its times, so its content decides (git
        # calls such an entry racy).
        elif content_sum(os.path.join(root, entry.path)) == row[6]:
            del indexed[entry.path]
            settled.append(entry)
        else:
            fresh.append(entry)
    return Changes(sorted(indexed), fresh, settled)


def file_row(entry: FileEntry | Refused, root: str, now: int) -> tuple[object, ...]:
    """Return the row of the table of files, but for whether the file could be read.

    `now` is the clock in nanoseconds, before the file is read: what was changed within its grain
    may be changed again without its times telling, so its content is summed up; before it is
    read, so that a change meanwhile shows.
    """
    if isinstance(entry, Refused):
        return (entry.path, None, None, None, None, 0, _refusal(entry))
    recent = max(entry.mtime, entry.ctime) > now - GRAIN
    digest = content_sum(os.path.join(root, entry.path)) if recent else None
    return (*entry, int(recent), digest)


def content_sum(path: str) -> bytes | None:
    """Return a checksum of a file's content; None when it cannot be read."""
    from hashlib import blake2b

    digest = blake2b(digest_size=16)
    try:
        with open(path, "rb") as stream:
            while block := stream.read(1 << 20):
                digest.update(block)
    except OSError:
        return None
    return digest.digest()


def _refusal(refused: Refused) -> bytes:
    return f"{refused.code} {refused.message}".encode()


def trust_times(connection: sqlite3.Connection, settled: Iterable[FileEntry], now: int) -> None:
    """Trust the times of files whose last change has come to lie behind the clock's grain."""
    paths = [(entry.path,) for entry in settled if max(entry.mtime, entry.ctime) <= now - GRAIN]
    connection.executemany("UPDATE file SET recent = 0, sum = NULL WHERE path = ?", paths)
