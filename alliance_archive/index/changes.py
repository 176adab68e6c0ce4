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
from operator import itemgetter
from typing import Any, NamedTuple

from ..store.scan import Refused, Status, scan
from .intact import FORMAT, check_sum, file_sum, row_sum

# In nanoseconds. No file system in use has coarser times (FAT: 2 s).
GRAIN = 2_000_000_000
Note = Any
"""What the index notes of a path: a Status, one with a checksum after it, or why it is refused."""
_SUM = "SELECT max(value) FROM meta WHERE key = 'file_sum'"


class Changes(NamedTuple):
    """How the files differ from the index.

    `stale` are paths in the index whose files are deleted or changed; `fresh` are the files to
    read, in order; `kept` are the notes of all others. `settled` tells whether one of these is new:
    of a file whose times could not be trusted when it was read, but now can be.
    """

    stale: list[str]
    fresh: dict[str, Status | Refused]
    kept: dict[str, Note]
    settled: bool

    @property
    def any(self) -> bool:
        """Whether anything has to be read or removed."""
        return bool(self.stale or self.fresh)


def store_notes(connection: sqlite3.Connection, notes: Mapping[str, Note]) -> None:
    """Store the notes of all files: as one value, because every look-up needs them all."""
    data = _packed(notes)
    connection.execute("DELETE FROM files")
    connection.execute("INSERT INTO files VALUES (?)", (data,))
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('file_sum', ?)", (row_sum(data),))
    store_sum(connection)


def store_sum(connection: sqlite3.Connection) -> None:
    """Store the digest of the table `meta`, which every look-up reads whole."""
    meta = connection.execute("SELECT key, value FROM meta WHERE key <> 'sum' ORDER BY key")
    digest = row_sum(meta.fetchall())
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('sum', ?)", (digest,))


def stored_notes(connection: sqlite3.Connection) -> dict[str, Note]:
    """Return the notes of all files. Raises DamagedIndex."""
    data, digest = connection.execute(f"SELECT max(notes), ({_SUM}) FROM files").fetchone()
    check_sum(data, digest)
    return dict(marshal.loads(data))  # noqa: S302 - our own, by its digest


def _packed(notes: Mapping[str, Note]) -> bytes:
    return marshal.dumps(sorted(notes.items(), key=itemgetter(0)), FORMAT)


def compare_files(connection: sqlite3.Connection, root: str) -> Changes:
    """Return how the files in the folder differ from the notes of them. Raises DamagedIndex."""
    found = scan(root)
    notes: dict[str, Note] = found | {
        path: _refusal(it) for path, it in found.items() if type(it) is Refused
    }
    # If nothing has changed, they have the digest of those in the index, which need not be read.
    if row_sum(_packed(notes)) == connection.execute(_SUM).fetchone()[0]:
        return Changes([], {}, notes, False)
    indexed = stored_notes(connection)
    changed = [path for path, note in notes.items() if indexed.get(path) != note]
    fresh: dict[str, Status | Refused] = {}
    settled = False
    for path in sorted(changed):
        old, now = indexed.get(path), time.time_ns()
        # A file saved twice within the clock's resolution keeps its times, so its content decides.
        # Git calls such an entry racy and does the same (its technical note “racy-git”).
        if old and old[:-1] == notes[path] and old == _summed(path, notes[path], root):
            if _is_recent(notes[path], now):
                notes[path] = old
            else:
                settled = True
        else:
            fresh[path] = found[path]
            del notes[path]
    return Changes(sorted(indexed.keys() - notes.keys()), fresh, notes, settled)


def note_of(path: str, found: Status | Refused, root: str) -> Note:
    """Return what to note of a file that is about to be read.

    A file changed less than GRAIN ago can change again without its times showing it, so its note
    gets a checksum of the content, which is computed before reading, so that a change in between
    is noticed the next time.
    """
    if isinstance(found, Refused):
        return _refusal(found)
    return _summed(path, found, root) if _is_recent(found, time.time_ns()) else found


def _is_recent(status: Status, now: int) -> bool:
    _size, mtime, ctime, _inode = status
    return max(mtime, ctime) > now - GRAIN


def _summed(path: str, status: Status, root: str) -> Note:
    """Return the note of a file with a checksum of its content, None if it cannot be read."""
    try:
        return (*status, file_sum(os.path.join(root, path)))
    except OSError:
        return (*status, None)


def _refusal(refused: Refused) -> bytes:
    return f"{refused.code} {refused.message}".encode()
