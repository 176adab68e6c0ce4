"""How an archive's files differ from what its index was made of.

A file counts as unchanged if its size, inode, mtime and ctime are those in the index. A file that
was changed just before it was read may change again without its times showing it, because the clock
ticks too slowly; for such a file the index also stores a checksum, until its times can be trusted.
"""

import marshal
import os
import sqlite3
import time
from collections.abc import Mapping
from typing import Any, NamedTuple
from zlib import crc32

from ..store.scan import Found, Refusal, Status, is_refusal, scan
from .intact import FORMAT, DamagedIndex, file_sum, row_sum

# In nanoseconds. No file system in use has coarser times (FAT: 2 s).
GRAIN = 2_000_000_000
Note = tuple[Any, ...]
"""What the index notes of a path: its Status, perhaps with a checksum after it, or its Refusal."""
_SUM = "SELECT max(value) FROM meta WHERE key = 'file_sum'"


class Changes(NamedTuple):
    """How the files differ from the index.

    `stale` are paths in the index whose files are deleted or changed; `fresh` are the files to
    read; `kept` are the notes of all others. `settled` tells whether one of these is new: of a file
    whose times could not be trusted when it was read, but now can be.
    """

    stale: list[str]
    fresh: list[Found]
    kept: dict[str, Note]
    settled: bool

    @property
    def any(self) -> bool:
        """Whether anything has to be read or removed."""
        return bool(self.stale or self.fresh)


def store_notes(connection: sqlite3.Connection, notes: Mapping[str, Note]) -> None:
    """Store the notes of all files: as one value, because every look-up needs them all."""
    data = marshal.dumps(sorted(notes.items()), FORMAT)
    connection.execute("DELETE FROM files")
    connection.execute("INSERT INTO files VALUES (?)", (data,))
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('file_sum', ?)", (crc32(data),))
    store_sum(connection)


def store_sum(connection: sqlite3.Connection) -> None:
    """Store the digest of the table `meta`, which every look-up reads whole."""
    meta = connection.execute("SELECT key, value FROM meta WHERE key <> 'sum' ORDER BY key")
    digest = row_sum(meta.fetchall())
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('sum', ?)", (digest,))


def stored_notes(connection: sqlite3.Connection) -> dict[str, Note]:
    """Return the notes of all files. Raises DamagedIndex."""
    sql = f"SELECT CAST(max(notes) AS BLOB), ({_SUM}) FROM files"
    data, digest = connection.execute(sql).fetchone()
    if crc32(data or b"") != digest:
        raise DamagedIndex("the notes of the files are not as they were written")
    return dict(marshal.loads(data))  # noqa: S302 - our own, by its digest


def compare_files(connection: sqlite3.Connection, root: str) -> Changes:
    """Return how the files in the folder differ from the notes of them. Raises DamagedIndex."""
    found = scan(root)
    # If nothing has changed, they have the digest of the notes, which then need not be read.
    if row_sum(found) == connection.execute(_SUM).fetchone()[0]:
        return Changes([], [], dict(found), False)
    indexed = stored_notes(connection)
    kept: dict[str, Note] = dict(found)
    fresh = []
    settled = False
    for path, status in found:
        old = indexed.get(path)
        if old == status:
            continue
        now = time.time_ns()
        # A file saved twice within the clock's resolution keeps its times, so its content decides.
        # Git calls such an entry racy and does the same (its technical note “racy-git”).
        if old and old[:-1] == status and old == _summed(path, status, root):
            if _is_recent(status, now):
                kept[path] = old
            else:
                settled = True
        else:
            fresh.append((path, status))
            del kept[path]
    return Changes(sorted(indexed.keys() - kept.keys()), fresh, kept, settled)


def note_of(path: str, found: Status | Refusal, root: str) -> Note:
    """Return what to note of a file that is about to be read.

    A file changed less than GRAIN ago can change again without its times showing it, so its note
    gets a checksum of the content, which is computed before reading, so that a change in between
    is noticed the next time.
    """
    if is_refusal(found) or not _is_recent(found, time.time_ns()):
        return found
    return _summed(path, found, root)


def _is_recent(status: Note, now: int) -> bool:
    _size, mtime, ctime, _inode = status
    return bool(max(mtime, ctime) > now - GRAIN)


def _summed(path: str, status: Note, root: str) -> Note:
    """Return the note of a file with a checksum of its content, None if it cannot be read."""
    try:
        return (*status, file_sum(os.path.join(root, path)))
    except OSError:
        return (*status, None)
