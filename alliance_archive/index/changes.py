"""How an archive's files differ from what its index was made of.

A file counts as unchanged if its size, inode, mtime and ctime are those in the index. A file that
was changed just before it was read may change again without its times showing it, because the clock
ticks too slowly; for such a file the index also stores a checksum, until its times can be trusted.
"""

import os
import sqlite3
from collections.abc import Iterable
from operator import itemgetter
from typing import Any, NamedTuple

from ..store.scan import FileEntry, Refused, scan
from .intact import check_sum, file_sum, row_sum

# In nanoseconds. No file system in use has coarser times (FAT: 2 s).
GRAIN = 2_000_000_000


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


_FILES = "SELECT path, size, mtime, ctime, inode, recent, sum FROM file ORDER BY path"
_FILES_SUM = "SELECT max(value) FROM meta WHERE key = 'file_sum'"


def store_sums(connection: sqlite3.Connection) -> None:
    """Store the digests of the tables `file` and `meta`, which every look-up reads whole."""
    files = row_sum(connection.execute(_FILES).fetchall())
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('file_sum', ?)", (files,))
    meta = connection.execute("SELECT key, value FROM meta WHERE key <> 'sum' ORDER BY key")
    digest = row_sum(meta.fetchall())
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('sum', ?)", (digest,))


def _files(connection: sqlite3.Connection) -> list[Any]:
    """Return the table of files. Raises DamagedIndex."""
    begun = connection.in_transaction
    if not begun:
        connection.execute("BEGIN")
    try:
        rows = connection.execute(_FILES).fetchall()
        check_sum(rows, connection.execute(_FILES_SUM).fetchone()[0])
        return rows
    finally:
        if not begun:
            connection.execute("COMMIT")


def compare_files(connection: sqlite3.Connection, root: str) -> Changes:
    """Return how the files in the folder differ from the table of files. Raises DamagedIndex."""
    entries = sorted(scan(root), key=itemgetter(0))
    # If nothing has changed, they have the digest of the table, which then need not be read.
    rows = [(*entry, 0, None) for entry in entries]
    if row_sum(rows) == connection.execute(_FILES_SUM).fetchone()[0]:
        return Changes([], [], [])
    indexed = {row[0]: row for row in _files(connection)}
    fresh: list[FileEntry | Refused] = []
    settled: list[FileEntry] = []
    for entry in entries:
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


def content_sum(path: str) -> int | None:
    """Return a checksum of a file's content; None if it cannot be read."""
    try:
        return file_sum(path)
    except OSError:
        return None


def _refusal(refused: Refused) -> bytes:
    return f"{refused.code} {refused.message}".encode()


def trust_times(connection: sqlite3.Connection, settled: Iterable[FileEntry], now: int) -> None:
    """Delete the checksums of files whose last change is now more than GRAIN ago."""
    paths = [(entry.path,) for entry in settled if max(entry.mtime, entry.ctime) <= now - GRAIN]
    connection.executemany("UPDATE file SET recent = 0, sum = NULL WHERE path = ?", paths)
