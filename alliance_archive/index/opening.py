"""An up-to-date index: taken from the user's cache and updated, or rebuilt.

A file counts as unchanged if its size, inode, mtime and ctime are those in the index. A file that
was changed just before it was read may change again without its times showing it, because the clock
ticks too slowly; for such a file the index also stores a checksum, until its times can be trusted.
"""

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
# Seconds. The process that holds the lock may be stopped, or paused by a pager at the end of a
# pipe, and never release it: rather than wait for it, a look-up answers from a copy in memory.
PATIENCE = 0.25
_UP_TO_DATE = "up to date"
_IN_MEMORY = "updated in memory (index busy)"
# In nanoseconds. No file system in use has coarser times (FAT: 2 s).
GRAIN = 2_000_000_000


class Opened(NamedTuple):
    """An index that agrees with the files as they are now.

    `path` is its file, None if it is in memory; `state` says, for people, what had to be done.
    """

    connection: sqlite3.Connection
    path: str | None
    state: str


class Changes(NamedTuple):
    """How the files differ from the index.

    `stale` are paths in the index whose files are deleted or changed; `fresh` are the files to
    read; `settled` are files whose times could not be trusted when they were read, but whose
    content is still the same.
    """

    stale: list[str]
    fresh: list[FileEntry | Refused]
    settled: list[FileEntry]

    @property
    def any(self) -> bool:
        """Whether anything has to be read or removed."""
        return bool(self.stale or self.fresh)


def cache_folder() -> str | None:
    """Return the folder for indexes; None if the system has none.

    That of the XDG Base Directory Specification on Linux and similar systems, ~/Library/Caches on
    macOS, %LOCALAPPDATA% on Windows.
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
    """Return the index's path for an archive's real path; None without a cache folder."""
    folder = cache_folder()
    if folder is None:
        return None
    name = root.encode("utf-8", "surrogateescape")
    # Two cheap checksums are enough: the index also records its archive (see `_ours`), so archives
    # with the same name would only rebuild each other's index. hashlib would slow every start.
    return os.path.join(folder, f"{zlib.crc32(name):08x}{zlib.adler32(name):08x}.sqlite")


def open_index(
    root: str,
    *,
    cached: bool = True,
    rebuild: bool = False,
    patience: float = PATIENCE,
    progress: Progress | None = None,
) -> Opened:
    """Return the index of an archive's folder, correct whatever is wrong with the cache.

    A cache that is broken, locked, full or read-only makes the look-up slower, never wrong or
    impossible. `patience` is how many seconds to wait for a lock that another process holds.
    """
    root = os.path.realpath(root)
    path = index_path(root) if cached else None
    if path is None:
        return _in_memory(root, "not cached", progress)
    try:
        existing = None if rebuild else _existing(path, root, patience, progress)
        return existing or _build(path, root, patience, progress)
    except (sqlite3.Error, OSError) as error:
        return _in_memory(root, f"cannot use the cache: {error}", progress)


def _existing(path: str, root: str, patience: float, progress: Progress | None) -> Opened | None:
    """Return the cached index, updated; None if it is broken or not this archive's."""
    if not os.path.exists(path):
        return None
    connection = sqlite3.connect(path, isolation_level=None, timeout=patience)
    with contextlib.suppress(sqlite3.DatabaseError):
        if _ours(connection, root):
            return _updated(connection, path, root, progress)
    connection.close()
    return None


def _ours(connection: sqlite3.Connection, root: str) -> bool:
    meta = dict(connection.execute("SELECT key, value FROM meta"))
    return meta.get("version") == VERSION and meta.get("root") == os.fsencode(root)


def _updated(
    connection: sqlite3.Connection, path: str, root: str, progress: Progress | None
) -> Opened:
    """Update the index and return it; the changes are saved if the index can be written."""
    version = connection.execute("PRAGMA data_version").fetchone()
    changes = compare_files(connection, root)
    if not changes.any and not changes.settled:
        return Opened(connection, path, _UP_TO_DATE)
    try:
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("BEGIN IMMEDIATE")
        # SQLite begins a transaction on a read-only file and refuses only the first change, so this
        # writes something that changes nothing.
        connection.execute("UPDATE meta SET value = value")
    except sqlite3.OperationalError:
        # Another process holds the lock, or the file is read-only.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        return _updated_copy(connection, path, root, changes, progress)
    if connection.execute("PRAGMA data_version").fetchone() != version:
        # Another process wrote between the comparison and the lock, perhaps the same update.
        changes = compare_files(connection, root)
    if changes.any:
        from .refresh import update

        update(connection, root, changes, progress)
    elif changes.settled:
        trust_times(connection, changes.settled, time.time_ns())
    try:
        connection.execute("COMMIT")
    except sqlite3.OperationalError:
        # Another process is reading, or the disk is full. The open transaction sees its own
        # changes, so this look-up is answered from it, and the next one tries again.
        return Opened(connection, path, _IN_MEMORY)
    return Opened(connection, path, "updated" if changes.any else _UP_TO_DATE)


def _updated_copy(
    connection: sqlite3.Connection,
    path: str,
    root: str,
    changes: Changes,
    progress: Progress | None,
) -> Opened:
    """Return an updated copy in memory, for which only the changed files are read."""
    if not changes.any:
        return Opened(connection, path, _UP_TO_DATE)
    from .refresh import update

    copy = sqlite3.connect(":memory:", isolation_level=None)
    with contextlib.closing(connection):
        connection.backup(copy)
    copy.execute("BEGIN")
    update(copy, root, changes, progress)
    copy.execute("COMMIT")
    return Opened(copy, None, _IN_MEMORY)


def _build(path: str, root: str, patience: float, progress: Progress | None) -> Opened:
    """Build an index under another name and rename it, so that a kill leaves no half index."""
    import tempfile

    from ..atomic import sync
    from .refresh import fill

    folder, name = os.path.split(path)
    os.makedirs(folder, mode=0o700, exist_ok=True)
    # Not named after the process, whose id may be the same in two containers that share the folder.
    descriptor, new = tempfile.mkstemp(prefix=f"{name}.", suffix=".tmp", dir=folder)
    os.close(descriptor)
    try:
        with contextlib.closing(sqlite3.connect(new, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            fill(connection, root, progress)
        sync(new)
        installed = _replace(new, path, patience)
        # An index that could not be installed is read from its temporary name, which is removed
        # below: an open file outlives its name.
        connection = sqlite3.connect(
            path if installed else new, isolation_level=None, timeout=patience
        )
        connection.execute("SELECT 1 FROM meta").fetchone()
        if installed:
            return Opened(connection, path, "rebuilt")
    except BaseException:
        _remove(new)
        raise
    _remove(new)
    return Opened(connection, None, "rebuilt in memory (index busy)")


def _replace(new: str, path: str, patience: float) -> bool:
    """Rename the new file over the old one; return False if another process has locked the old.

    That process would otherwise commit to a file that no longer has a name.
    """
    with contextlib.closing(sqlite3.connect(path, isolation_level=None, timeout=patience)) as old:
        try:
            old.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                return False
            raise
        except sqlite3.DatabaseError:
            # The old file is not a database. A journal left next to it would be applied to the new
            # one, so it is deleted first.
            _remove(f"{path}-journal")
        os.replace(new, path)
    return True


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
    """Return how the files in the folder differ from the table of files."""
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
        # A file saved twice within the clock's resolution keeps its times, so its content decides.
        # Git calls such an entry racy and does the same (its technical note “racy-git”).
        elif content_sum(os.path.join(root, entry.path)) == row[6]:
            del indexed[entry.path]
            settled.append(entry)
        else:
            fresh.append(entry)
    return Changes(sorted(indexed), fresh, settled)


def file_row(entry: FileEntry | Refused, root: str, now: int) -> tuple[object, ...]:
    """Return a file's row for the table of files, without the last column, `unread`.

    `now` is the time in nanoseconds before the file is read. A file changed less than GRAIN ago can
    change again without its times showing it, so its row gets a checksum of the content, which is
    also computed before reading, so that a change in between is noticed the next time.
    """
    if isinstance(entry, Refused):
        return (entry.path, None, None, None, None, 0, _refusal(entry))
    recent = max(entry.mtime, entry.ctime) > now - GRAIN
    digest = content_sum(os.path.join(root, entry.path)) if recent else None
    return (*entry, int(recent), digest)


def content_sum(path: str) -> bytes | None:
    """Return a checksum of a file's content; None if it cannot be read."""
    import hashlib

    try:
        with open(path, "rb") as stream:
            return hashlib.file_digest(stream, lambda: hashlib.blake2b(digest_size=16)).digest()
    except OSError:
        return None


def _refusal(refused: Refused) -> bytes:
    return f"{refused.code} {refused.message}".encode()


def trust_times(connection: sqlite3.Connection, settled: Iterable[FileEntry], now: int) -> None:
    """Delete the checksums of files whose last change is now more than GRAIN ago."""
    paths = [(entry.path,) for entry in settled if max(entry.mtime, entry.ctime) <= now - GRAIN]
    connection.executemany("UPDATE file SET recent = 0, sum = NULL WHERE path = ?", paths)
