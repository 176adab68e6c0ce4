"""Whether the index still tells what the files say, found without reading the files."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from ..store.scan import Found, Refused, scan

# No file system in use keeps times coarser than this (FAT: 2 s); in nanoseconds.
GRAIN = 2_000_000_000


class Seen(NamedTuple):
    """The files as they are now, and what of them the index does not know.

    `stale` are paths that it has but that are gone or other now; `fresh` are those to read;
    `settled` were changed so lately when they were read that their times proved nothing, but
    have the same content still.
    """

    stale: list[str]
    fresh: list[Found | Refused]
    settled: list[Found]

    @property
    def changed(self) -> bool:
        """Whether anything has to be read or forgotten."""
        return bool(self.stale or self.fresh)


def look(connection: sqlite3.Connection, root: str) -> Seen:
    """Hold the folder against the table of files."""
    rows = connection.execute("SELECT path, size, mtime, ctime, inode, recent, sum FROM file")
    known = {row[0]: row for row in rows}
    fresh: list[Found | Refused] = []
    settled: list[Found] = []
    for found in scan(root):
        row = known.pop(found.path, None)
        if row is None:
            fresh.append(found)
        elif isinstance(found, Refused):
            if row[6] != _said(found):
                known[found.path] = row
                fresh.append(found)
        elif row[1:5] != found[1:]:
            known[found.path] = row
            fresh.append(found)
        elif row[5]:
            if content_sum(os.path.join(root, found.path)) == row[6]:
                settled.append(found)
            else:
                known[found.path] = row
                fresh.append(found)
    return Seen(sorted(known), fresh, settled)


def file_row(found: Found | Refused, root: str, now: int) -> tuple[object, ...]:
    """The row of the table of files, but for whether it could be read.

    `now` is the clock in nanoseconds, before the file is read: what was changed within its grain
    may be changed again without its times telling, so its content is summed up; before it is
    read, so that a change meanwhile shows.
    """
    if isinstance(found, Refused):
        return (found.path, None, None, None, None, 0, _said(found))
    recent = max(found.mtime, found.ctime) > now - GRAIN
    total = content_sum(os.path.join(root, found.path)) if recent else None
    return (*found, int(recent), total)


def content_sum(path: str) -> bytes | None:
    """A checksum of a file's content; None when it cannot be read."""
    from hashlib import blake2b

    total = blake2b(digest_size=16)
    try:
        with open(path, "rb") as stream:
            while block := stream.read(1 << 20):
                total.update(block)
    except OSError:
        return None
    return total.digest()


def _said(refused: Refused) -> bytes:
    return f"{refused.code} {refused.message}".encode()


def settle(connection: sqlite3.Connection, settled: Iterable[Found], now: int) -> None:
    """Trust the times of files whose last change has come to lie behind the clock's grain."""
    old = [(each.path,) for each in settled if max(each.mtime, each.ctime) <= now - GRAIN]
    connection.executemany("UPDATE file SET recent = 0, sum = NULL WHERE path = ?", old)
