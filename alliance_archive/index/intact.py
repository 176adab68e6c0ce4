"""Whether an index is as this program left it.

What another program did to the file shows in its size, times and inode, which are noted in a file
beside it after each of our own commits. What the disk did shows in digests: of the whole file, up
to WHOLE bytes, and in an index of any size of each row that is shown.

A digest is a CRC-32. It finds every change within 32 bits, and misses one in four billion others;
disks and file systems use it for the same purpose. It is not meant against people, who could write
a new one. hashlib takes longer to import than this takes to read the largest file that is read.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import sqlite3
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import repeat
from operator import ne, xor
from typing import Any
from zlib import crc32

WHOLE = 4 * 2**20
"""Bytes of the largest index of which the whole is compared with its digest."""
_CHUNK = 2**16
# In this one the same values always make the same bytes: later ones mark what is shared.
FORMAT = 2


class DamagedIndex(sqlite3.DatabaseError):
    """An index that holds other values than this program wrote."""


def row_sum(cells: Any) -> int:
    """Return the digest of plain values."""
    return crc32(marshal.dumps(cells, FORMAT))


# Cached, because many statements are of one day.
days_sum = lru_cache(8192)(row_sum)


def check_sum(cells: Any, digest: object) -> None:
    """Raise DamagedIndex if values do not have their digest."""
    if row_sum(cells) != digest:
        raise DamagedIndex("a row is not as it was written")


def check_sums(rows: Iterable[Any], days: Iterable[Any], digests: Iterable[object]) -> None:
    """Raise DamagedIndex if a row and its days do not match their digest."""
    # As row_sum, without a call in Python for each row.
    sums = map(crc32, map(marshal.dumps, rows, repeat(FORMAT)))
    if any(map(ne, map(xor, sums, map(days_sum, days)), digests)):
        raise DamagedIndex("a row is not as it was written")


def file_sum(path: str) -> int:
    """Return the digest of a file. Raises OSError.

    Closing a file ends every lock that this process holds on it, SQLite's too: only for an index
    to which the process has no connection.
    """
    digest = 0
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        while chunk := os.read(descriptor, _CHUNK):
            digest = crc32(chunk, digest)
    finally:
        os.close(descriptor)
    return digest


def is_intact(path: str, whole_sum: Callable[[], int], whole: int = WHOLE) -> bool:
    """Return whether a file has the status and the digest noted beside it.

    `whole_sum` returns the digest of the file, and is called only up to `whole` bytes.
    """
    try:
        with open(_note_of(path), "rb", buffering=0) as stream:
            status, _, digest = stream.read(_CHUNK).rpartition(b" ")
        file = os.stat(path)
        if status != _status(file):
            return False
        return file.st_size > whole or digest == b"%08x" % whole_sum()
    except OSError:
        return False


def note_status(path: str, whole_sum: Callable[[], int], whole: int = WHOLE) -> None:
    """Note the status and the digest of a file beside it, while nobody can change the file.

    Without a note, or with half of one, the index is rebuilt the next time.
    """
    with contextlib.suppress(OSError):
        file = os.stat(path)
        digest = whole_sum() if file.st_size <= whole else 0
        data = b"%s %08x" % (_status(file), digest)
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
        descriptor = os.open(_note_of(path), flags, 0o600)
        try:
            os.write(descriptor, data)
        finally:
            os.close(descriptor)


def distrust(path: str) -> None:
    """Delete the note on an index, which is then rebuilt the next time."""
    with contextlib.suppress(OSError):
        os.unlink(_note_of(path))


def connection_sum(connection: sqlite3.Connection) -> int:
    """Return the digest of the file of a connection, which may hold locks on it."""
    return crc32(connection.serialize())


def _note_of(path: str) -> str:
    return f"{path}.status"


def _status(file: os.stat_result) -> bytes:
    return b"%d %d %d %d" % (file.st_size, file.st_mtime_ns, file.st_ctime_ns, file.st_ino)
