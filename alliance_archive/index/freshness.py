"""Whether the index still tells what the files say, found out without reading the files."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from ..store.scan import FileEntry, Refused, scan

# No file system in use keeps times coarser than this (FAT: 2 s); in nanoseconds.
GRAIN = 2_000_000_000


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
