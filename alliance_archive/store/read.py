"""One file read safely, whatever it turns out to be."""

from __future__ import annotations

import os
import stat

from .parse import MAX_BYTES, Parsed, parse, refuse
from .syntax import text_lines


def read_records(root: str, path: str) -> Parsed:
    """Return the records and problems of one file. Never raises, whatever the file contains."""
    try:
        data = read_bytes(os.path.join(root, path), MAX_BYTES)
    except OSError as error:
        return refuse(path, "unreadable", f"cannot read the file: {error.strerror}")
    if data is None:
        message = f"larger than {MAX_BYTES // 2**20} MiB: split it into several files"
        return refuse(path, "too-large", message)
    return parse(path, data)


def read_bytes(path: str | os.PathLike[str], limit: int) -> bytes | None:
    """Return a file's bytes, or None when it has more than `limit`. Raises OSError."""
    # Opened without blocking, and checked after opening: since the scan the file may have been
    # replaced by a pipe, which would block forever.
    descriptor = os.open(
        path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    )
    with open(descriptor, "rb") as stream:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(0, "it is no longer a file")
        if status.st_size > limit:
            return None
        data = stream.read(limit + 1)
    return data if len(data) <= limit else None


def file_lines(path: str | os.PathLike[str]) -> list[str]:
    """Return a file's lines, whatever its bytes are; an empty list when it cannot be read."""
    try:
        data = read_bytes(path, MAX_BYTES)
    except OSError:
        return []
    return text_lines(data.decode("utf-8-sig", "replace")) if data is not None else []
