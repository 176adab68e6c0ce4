"""An up-to-date index: taken from the user's cache and updated, or rebuilt.

An index that another program or the disk has changed (see `intact`) is rebuilt.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import sys
import time
import zlib
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from . import VERSION
from .changes import Changes, compare_files, store_sums, trust_times
from .intact import (
    WHOLE,
    DamagedIndex,
    connection_sum,
    file_sum,
    is_intact,
    note_status,
    row_sum,
)

if TYPE_CHECKING:
    from .refresh import Progress

NAME = "alliance-archive"
# Seconds. The process that holds the lock may be stopped, or paused by a pager at the end of a
# pipe, and never release it: rather than wait for it, a look-up answers from a copy in memory.
PATIENCE = 0.25
_WAIT = 5000  # milliseconds that a question waits for a lock, once the index is open
_UP_TO_DATE = "up to date"
_IN_MEMORY = "updated in memory (index busy)"
_connected = False  # whether this process has had a connection to an index


class Opened(NamedTuple):
    """An index that agrees with the files as they are now.

    `path` is its file, None if it is in memory; `state` says, for people, what had to be done.
    """

    connection: sqlite3.Connection
    path: str | None
    state: str


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
    whole: int = WHOLE,
    progress: Progress | None = None,
) -> Opened:
    """Return the index of an archive's folder, correct whatever is wrong with the cache.

    A cache that is broken, locked, full or read-only makes the look-up slower, never wrong or
    impossible. `patience` is how many seconds to wait for a lock that another process holds,
    `whole` how many bytes an index may have to be checked as a whole.
    """
    root = os.path.realpath(root)
    path = index_path(root) if cached else None
    if path is None:
        return _in_memory(root, "not cached", progress)
    cache = _Cache(path, root, patience, whole, progress)
    try:
        opened = (None if rebuild else _existing(cache)) or _build(cache)
        # From here on there is no other way than to wait until another process has committed.
        opened.connection.execute(f"PRAGMA busy_timeout = {_WAIT}")
    except (sqlite3.Error, OSError) as error:
        return _in_memory(root, f"cannot use the cache: {error}", progress)
    return opened


class _Cache(NamedTuple):
    """Where the index of an archive is cached, and how it is opened; see `open_index`."""

    path: str
    root: str
    patience: float
    whole: int
    progress: Progress | None

    def connect(self, path: str) -> sqlite3.Connection:
        global _connected
        _connected = True
        return sqlite3.connect(path, isolation_level=None, timeout=self.patience)

    def owns(self, connection: sqlite3.Connection) -> bool:
        """Return whether an index is finished, of this version and of this archive."""
        meta = dict(connection.execute("SELECT key, value FROM meta"))
        digest = meta.pop("sum", None)
        if (meta.get("version"), meta.get("root")) != (VERSION, os.fsencode(self.root)):
            return False
        return bool(row_sum(sorted(meta.items())) == digest)

    def is_intact(self, connection: sqlite3.Connection, inode: int) -> bool:
        """Return whether the index is as it was written, while nobody can write to it.

        `inode` is that of the file before the connection to it.
        """
        connection.execute("BEGIN")
        connection.execute("SELECT 1 FROM meta").fetchone()
        try:
            intact = is_intact(self.path, partial(connection_sum, connection), self.whole)
            return intact and os.stat(self.path).st_ino == inode
        finally:
            connection.execute("COMMIT")

    def note(self, connection: sqlite3.Connection) -> None:
        """Note the status of the index, on which the connection has an exclusive lock."""
        note_status(self.path, partial(connection_sum, connection), self.whole)


def _existing(cache: _Cache) -> Opened | None:
    """Return the cached index, updated; None if it is broken or not this archive's."""
    try:
        inode = os.stat(cache.path).st_ino
    except FileNotFoundError:
        return None
    # Reading the file is quicker than asking SQLite for its bytes, but needs a process without
    # connections (see `file_sum`), and fails while another process writes to it.
    intact = not _connected and is_intact(cache.path, partial(file_sum, cache.path), cache.whole)
    connection = cache.connect(cache.path)
    with contextlib.suppress(sqlite3.DatabaseError):
        if (intact or cache.is_intact(connection, inode)) and cache.owns(connection):
            return _updated(connection, cache, inode)
    connection.close()
    return None


def _updated(connection: sqlite3.Connection, cache: _Cache, inode: int) -> Opened:
    """Update the index and return it; the changes are saved if the index can be written.

    `inode` is that of the file before the connection to it.
    """
    path, root = cache.path, cache.root
    version = connection.execute("PRAGMA data_version").fetchone()
    changes = compare_files(connection, root)
    if not changes.any and not changes.settled:
        return Opened(connection, path, _UP_TO_DATE)
    try:
        connection.execute("PRAGMA synchronous = NORMAL")
        # A journal beside the file would be applied by readers of an earlier file of this name; a
        # kill in between shows in the status, and the index is rebuilt.
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.execute("BEGIN IMMEDIATE")
        if os.stat(path).st_ino != inode:
            # Another process has installed its own. From now on it cannot; but a journal of this
            # file, beside that one, would be applied to it.
            connection.execute("ROLLBACK")
            return _updated_copy(connection, cache, changes)
        # SQLite begins a transaction on a read-only file and refuses only the first change, so this
        # writes something that changes nothing.
        connection.execute("UPDATE meta SET value = value")
    except (sqlite3.OperationalError, FileNotFoundError):
        # Another process holds the lock, or the file is read-only.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        return _updated_copy(connection, cache, changes)
    if connection.execute("PRAGMA data_version").fetchone() != version:
        # Another process wrote between the comparison and the lock, perhaps the same update.
        changes = compare_files(connection, root)
    if changes.any:
        from .refresh import update

        update(connection, root, changes, cache.progress)
    elif changes.settled:
        trust_times(connection, changes.settled, time.time_ns())
        store_sums(connection)
    # So that no process sees the file before its new status is noted. Not before the transaction:
    # a process that waits for its turn would then keep others from ending theirs.
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    try:
        connection.execute("COMMIT")
    except sqlite3.OperationalError:
        # Another process is reading, or the disk is full. The open transaction sees its own
        # changes, so this look-up is answered from it, and the next one tries again.
        connection.execute("PRAGMA locking_mode = NORMAL")
        return Opened(connection, path, _IN_MEMORY)
    cache.note(connection)
    connection.execute("PRAGMA locking_mode = NORMAL")
    # SQLite gives up the lock only the next time that it reads.
    connection.execute("SELECT 1 FROM meta").fetchone()
    return Opened(connection, path, "updated" if changes.any else _UP_TO_DATE)


def _updated_copy(connection: sqlite3.Connection, cache: _Cache, changes: Changes) -> Opened:
    """Return an updated copy in memory, for which only the changed files are read."""
    if not changes.any:
        return Opened(connection, cache.path, _UP_TO_DATE)
    from .refresh import update

    with contextlib.closing(connection):
        copy = copy_of(connection, cache.patience)
    copy.execute("BEGIN")
    update(copy, cache.root, changes, cache.progress)
    copy.execute("COMMIT")
    return Opened(copy, None, _IN_MEMORY)


def copy_of(connection: sqlite3.Connection, patience: float = PATIENCE) -> sqlite3.Connection:
    """Return a copy of an index in memory. Raises OperationalError after a wait for a lock."""
    began = time.monotonic()

    def step(status: int, _remaining: int, _total: int) -> None:
        if status != sqlite3.SQLITE_DONE and time.monotonic() - began > patience:
            error = sqlite3.OperationalError("database is locked")
            error.sqlite_errorcode = sqlite3.SQLITE_BUSY
            raise error

    copy = sqlite3.connect(":memory:", isolation_level=None)
    try:
        # Without `progress`, it would wait for a lock forever.
        connection.backup(copy, progress=step, sleep=0.01)
    except BaseException:
        copy.close()
        raise
    return copy


def _build(cache: _Cache) -> Opened:
    """Build an index under another name and rename it, so that a kill leaves no half index."""
    import tempfile

    from ..atomic import sync
    from .refresh import fill

    folder, name = os.path.split(cache.path)
    os.makedirs(folder, mode=0o700, exist_ok=True)
    # Not named after the process, whose id may be the same in two containers that share the folder.
    descriptor, new = tempfile.mkstemp(prefix=f"{name}.", suffix=".tmp", dir=folder)
    os.close(descriptor)
    try:
        with contextlib.closing(cache.connect(new)) as connection:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            fill(connection, cache.root, cache.progress)
        sync(new)
        if _install(new, cache):
            # Another process may have installed its own in the meantime, of earlier files.
            if opened := _existing(cache):
                return opened._replace(state="rebuilt")
            return _in_memory(cache.root, "the index was replaced at once", cache.progress)
        # An index that could not be installed is read from its temporary name, which is removed
        # below: an open file outlives its name.
        connection = cache.connect(new)
        connection.execute("SELECT 1 FROM meta").fetchone()
        return Opened(connection, None, "rebuilt in memory (index busy)")
    finally:
        _remove(new)


def _install(new: str, cache: _Cache) -> bool:
    """Rename the new file over the old one; return False if another process has locked the old.

    That process would otherwise commit to a file that no longer has a name. Raises DamagedIndex if
    the new one is not finished.
    """
    path = cache.path
    inode = _inode(path)
    with (
        contextlib.closing(cache.connect(new)) as built,
        contextlib.closing(cache.connect(path)) as old,
    ):
        # Until its status is noted; the lock is that of the file, whatever its name.
        built.execute("BEGIN EXCLUSIVE")
        if not cache.owns(built):
            raise DamagedIndex("it is not finished")
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
        if os.stat(path).st_ino != inode:
            return False  # the lock is that of a file which another process has replaced
        os.replace(new, path)
        cache.note(built)
    return True


def _inode(path: str) -> int:
    """Return the inode of a file, which is created if missing."""
    with contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    return os.stat(path).st_ino


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
