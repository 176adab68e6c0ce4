"""The file in which an index is cached: connected to, checked, copied and replaced.

A file is never replaced by another: a process that still reads the old one would take the journal
of the new one for its own (https://www.sqlite.org/howtocorrupt.html, section 1.4).
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from . import VERSION
from .intact import connection_sum, is_intact, note_status, row_sum

if TYPE_CHECKING:
    from .refresh import Progress

# Seconds. The process that holds the lock may be stopped, or paused by a pager at the end of a
# pipe, and never release it: rather than wait for it, a look-up answers from a copy in memory.
PATIENCE = 0.25
_PAUSE = 0.01  # seconds between two attempts to get a lock
_connected = False  # whether this process has had a connection to an index


class Cache(NamedTuple):
    """Where the index of an archive is cached, and how it is opened; see `open_index`."""

    path: str
    root: str
    patience: float
    whole: int
    progress: Progress | None

    @property
    def connected(self) -> bool:
        """Whether this process has had a connection to any index."""
        return _connected

    def connect(self, path: str) -> sqlite3.Connection:
        """Return a connection to a database, which waits for locks no longer than `patience`."""
        global _connected
        _connected = True
        # The garbage collector may close a connection in another thread.
        return sqlite3.connect(
            path, isolation_level=None, timeout=self.patience, check_same_thread=False
        )

    def owns(self, connection: sqlite3.Connection) -> bool:
        """Return whether an index is finished, of this version and of this archive."""
        meta = dict(connection.execute("SELECT key, value FROM meta"))
        digest = meta.pop("sum", None)
        if (meta.get("version"), meta.get("root")) != (VERSION, os.fsencode(self.root)):
            return False
        return bool(row_sum(sorted(meta.items())) == digest)

    def is_intact(self, connection: sqlite3.Connection, inode: int) -> bool:
        """Return whether the index is as it was written, while nobody can write to it.

        `inode` is that of the file before the connection to it, which may have been deleted since.
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

    def begin(self, connection: sqlite3.Connection, inode: int) -> bool:
        """Begin an update; return False if the file is locked, read-only, or no longer the index's.

        `inode` is that of the file before the connection to it.
        """
        try:
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("BEGIN IMMEDIATE")
            # If the user has deleted the file and another process has built its own, a journal of
            # this file, beside that one, would be applied to it.
            if os.stat(self.path).st_ino == inode:
                # SQLite begins a transaction on a read-only file and refuses only the first change,
                # so this writes something that changes nothing.
                connection.execute("UPDATE meta SET value = value")
                return True
        except (sqlite3.OperationalError, FileNotFoundError):
            pass
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        return False

    def commit(self, connection: sqlite3.Connection) -> bool:
        """Commit an update and note its status; return False if it cannot be committed."""
        # So that no process sees the file before its new status is noted. Not before the
        # transaction: a process that waits for its turn would keep others from ending theirs.
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        try:
            connection.execute("COMMIT")
        except sqlite3.OperationalError:
            connection.execute("PRAGMA locking_mode = NORMAL")
            return False
        self.note(connection)
        connection.execute("PRAGMA locking_mode = NORMAL")
        # SQLite gives up the lock only the next time that it reads.
        connection.execute("SELECT 1 FROM meta").fetchone()
        return True

    def install(self, new: str) -> bool:
        """Install a finished index; return False if another process has the old one locked."""
        if not os.path.exists(self.path):
            # A journal of a file that was deleted would be applied to this one.
            remove(f"{self.path}-journal")
            os.rename(new, self.path)
            self._note()
            return True
        with contextlib.closing(self.connect(new)) as built:
            try:
                self._copy(built)
            except sqlite3.DatabaseError as error:
                if _is_busy(error):
                    return False
                if isinstance(error, sqlite3.OperationalError):
                    raise
                # The old file is not a database, so nobody can read it. A journal left next to it
                # would be applied to the new one.
                remove(self.path)
                remove(f"{self.path}-journal")
                self._copy(built)
        return True

    def _copy(self, built: sqlite3.Connection) -> None:
        """Replace the content of the cached index, and note its status."""
        with contextlib.closing(self.connect(self.path)) as old:
            old.execute("PRAGMA synchronous = NORMAL")
            _copy(built, old, self.patience)
        self._note()

    def _note(self) -> None:
        # Whoever sees the index before the note waits for `building`, and looks again.
        with contextlib.closing(self.connect(self.path)) as connection:
            connection.execute("BEGIN EXCLUSIVE")
            self.note(connection)
            connection.execute("COMMIT")

    @contextlib.contextmanager
    def building(self) -> Iterator[bool]:
        """Let one process at a time build the index; yield whether it is the turn of this one."""
        os.makedirs(os.path.dirname(self.path), mode=0o700, exist_ok=True)
        descriptor = os.open(f"{self.path}.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            yield _locked(descriptor, self.patience)
        finally:
            os.close(descriptor)


def _locked(descriptor: int, patience: float) -> bool:
    """Lock a file until it is closed; return False if another process has it locked."""
    try:
        import fcntl
    except ImportError:
        return True
    until = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                return False
            time.sleep(_PAUSE)
        except OSError:
            return True  # a file system without locks
        else:
            return True


def copy_of(connection: sqlite3.Connection, patience: float = PATIENCE) -> sqlite3.Connection:
    """Return a copy in memory of an index as its connection sees it.

    Raises OperationalError after a wait for a lock.
    """
    copy = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    try:
        if connection.in_transaction:  # which a backup would wait for
            copy.deserialize(connection.serialize())
        else:
            _copy(connection, copy, patience)
    except BaseException:
        copy.close()
        raise
    return copy


def _copy(source: sqlite3.Connection, target: sqlite3.Connection, patience: float) -> None:
    """Replace the content of a database by that of another. Raises OperationalError if locked."""
    until = time.monotonic() + patience

    def step(status: int, _remaining: int, _total: int) -> None:
        if status != sqlite3.SQLITE_DONE and time.monotonic() > until:
            error = sqlite3.OperationalError("database is locked")
            error.sqlite_errorcode = sqlite3.SQLITE_BUSY
            raise error

    # Without `progress`, it would wait for a lock forever.
    source.backup(target, progress=step, sleep=_PAUSE)


def _is_busy(error: sqlite3.Error) -> bool:
    code = getattr(error, "sqlite_errorcode", None)
    return code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def remove(path: str) -> None:
    """Delete a file, if it can be deleted."""
    with contextlib.suppress(OSError):
        os.unlink(path)
