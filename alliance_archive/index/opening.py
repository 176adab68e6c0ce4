"""An up-to-date index: taken from the user's cache and updated, or rebuilt.

An index that another program or the disk has changed (see `intact`) is rebuilt.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import sys
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from ..store.locate import archive_key, user_folder
from .cache import PATIENCE, Cache, copy_of, remove
from .changes import compare_files, store_notes, stored_notes
from .intact import WHOLE, DamagedIndex, file_sum, is_intact

if TYPE_CHECKING:
    from .refresh import Progress

_WAIT = 5000  # milliseconds that a question waits for a lock, once the index is open
_BUILD_MEMORY = 2**15  # KiB of pages in memory while an index is built
_UP_TO_DATE = "up to date"
_IN_MEMORY = "updated in memory (index busy)"


class Opened(NamedTuple):
    """An index that agrees with the files as they are now.

    `path` is its file, None if it is in memory; `state` says, for people, what had to be done.
    """

    connection: sqlite3.Connection
    path: str | None
    state: str


class IndexStatus(NamedTuple):
    """Where an archive's index is, and what it contains.

    `path` is None without a cache folder; `size` is in bytes, None for an index in memory. `state`
    says whether it was up to date, updated or rebuilt; `files` and `statements` include those with
    errors.
    """

    path: str | None
    size: int | None
    state: str
    files: int
    statements: int


def status_of(opened: Opened, root: str) -> IndexStatus:
    """Return the status of the opened index of an archive's real path."""
    (statements,) = opened.connection.execute("SELECT count(*) FROM statement").fetchone()
    return IndexStatus(
        opened.path or index_path(root),
        os.path.getsize(opened.path) if opened.path else None,
        opened.state,
        len(stored_notes(opened.connection)),
        statements,
    )


def index_path(root: str) -> str | None:
    """Return the index's path for an archive's real path; None without a cache folder."""
    caches = ("Library", "Caches") if sys.platform == "darwin" else (".cache",)
    folder = user_folder(os.environ.get("XDG_CACHE_HOME", ""), "Cache", *caches)
    return os.path.join(folder, f"{archive_key(root)}.sqlite") if folder else None


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
    cache = Cache(path, root, patience, whole, progress)
    try:
        opened = _opened(cache, rebuild)
        # From here on there is no other way than to wait until another process has committed.
        opened.connection.execute(f"PRAGMA busy_timeout = {_WAIT}")
    except (sqlite3.Error, OSError) as error:
        return _in_memory(root, f"cannot use the cache: {error}", progress)
    return opened


def _opened(cache: Cache, rebuild: bool) -> Opened:
    if not rebuild and (existing := _existing(cache)):
        return existing
    with cache.building() as turn:
        if not turn:
            return _in_memory(cache.root, "index busy", cache.progress)
        # Another process may have built it while this one waited.
        return (None if rebuild else _existing(cache)) or _build(cache)


def _existing(cache: Cache) -> Opened | None:
    """Return the cached index, updated; None if it is broken or not this archive's."""
    try:
        inode = os.stat(cache.path).st_ino
    except FileNotFoundError:
        return None
    # Reading the file is quicker than asking SQLite for its bytes, but needs a process without
    # connections (see `file_sum`), and fails while another process writes to it.
    intact = not cache.connected and is_intact(
        cache.path, partial(file_sum, cache.path), cache.whole
    )
    connection = cache.connect(cache.path)
    # SQLite's message may quote what is damaged, which is then not UTF-8.
    with contextlib.suppress(sqlite3.DatabaseError, UnicodeDecodeError):
        if (intact or cache.is_intact(connection, inode)) and cache.owns(connection):
            return _updated(connection, cache, inode)
    connection.close()
    return None


def _updated(connection: sqlite3.Connection, cache: Cache, inode: int) -> Opened:
    """Update the index and return it; the changes are saved if the index can be written.

    `inode` is that of the file before the connection to it.
    """
    path, root = cache.path, cache.root
    version = connection.execute("PRAGMA data_version").fetchone()
    changes = compare_files(connection, root)
    if not changes.any and not changes.settled:
        return Opened(connection, path, _UP_TO_DATE)
    if not cache.begin(connection, inode):
        if not changes.any:
            return Opened(connection, path, _UP_TO_DATE)
        return _updated_copy(connection, cache)
    if connection.execute("PRAGMA data_version").fetchone() != version:
        # Another process wrote between the comparison and the lock, perhaps the same update.
        changes = compare_files(connection, root)
    if changes.any:
        from .refresh import update

        update(connection, root, changes, cache.progress)
    elif changes.settled:
        store_notes(connection, changes.kept)
    if cache.commit(connection):
        return Opened(connection, path, "updated" if changes.any else _UP_TO_DATE)
    # Another process is reading, or the disk is full. The open transaction sees its own changes, so
    # this look-up is answered from it, unless SQLite has rolled it back, and the next one tries
    # again.
    if connection.in_transaction:
        return Opened(connection, path, _IN_MEMORY)
    return _updated_copy(connection, cache)


def _updated_copy(connection: sqlite3.Connection, cache: Cache) -> Opened:
    """Return an updated copy in memory, for which only the changed files are read."""
    from .refresh import update

    with contextlib.closing(connection):
        copy = copy_of(connection, cache.patience)
    copy.execute("BEGIN")
    # Compared again, because another process may have updated it before it was copied.
    update(copy, cache.root, compare_files(copy, cache.root), cache.progress)
    copy.execute("COMMIT")
    return Opened(copy, None, _IN_MEMORY)


def _build(cache: Cache) -> Opened:
    """Build an index beside the cached one, and install it when it is finished."""
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
            connection.execute(f"PRAGMA cache_size = -{_BUILD_MEMORY}")
            fill(connection, cache.root, cache.progress)
        sync(new)
        with contextlib.closing(cache.connect(new)) as built:
            if not cache.owns(built):
                raise DamagedIndex("it is not finished")
        # Files may have changed in the meantime.
        if cache.install(new) and (opened := _existing(cache)):
            return opened._replace(state="rebuilt")
        # An index that could not be installed is read from its temporary name, which is removed
        # below: an open file outlives its name.
        connection = cache.connect(new)
        connection.execute("SELECT 1 FROM meta").fetchone()
        return Opened(connection, None, "rebuilt in memory (index busy)")
    finally:
        remove(new)


def _in_memory(root: str, why: str, progress: Progress | None) -> Opened:
    from .refresh import fill

    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    try:
        fill(connection, root, progress)
    except BaseException:
        connection.close()
        raise
    return Opened(connection, None, f"in memory: {why}")
