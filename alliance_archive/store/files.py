"""The archive's files on disk: found, and read without trusting what they are."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from .parse import MAX_BYTES, Parsed, parse, refuse


class Found(NamedTuple):
    """A file that may hold records, with what tells whether it has changed.

    `path` is relative to the archive, with `/`; size is in bytes, mtime in nanoseconds.
    """

    path: str
    size: int
    mtime: int
    inode: int
    mode: int


def scan(root: Path) -> Iterator[Found | Parsed]:
    """Every *.yaml below the root, in no order; a Parsed with its problem for what is no file."""
    folders = [("", str(root))]
    while folders:
        prefix, folder = folders.pop()
        try:
            entries = [each for each in os.scandir(folder) if not each.name.startswith(".")]
        except OSError as error:
            yield refuse(prefix or ".", "unreadable", f"cannot read the folder: {error.strerror}")
            continue
        for entry in entries:
            path = prefix + entry.name
            if entry.is_dir(follow_symlinks=False) and _is_text(path):
                folders.append((path + "/", entry.path))
            yield from _entry(root, path, entry)


def _entry(root: Path, path: str, entry: os.DirEntry[str]) -> Iterator[Found | Parsed]:
    if not _is_text(path):
        shown = os.fsencode(path).decode("utf-8", "backslashreplace")
        yield refuse(shown, "file-name", "a name that is not UTF-8")
    elif entry.is_symlink():
        yield from _linked(root, path, entry)
    elif path.endswith(".yaml"):
        yield from _stat(path, entry)
    elif path.endswith(".yml"):
        yield refuse(path, "yml-ending", "not read: files of the archive end in .yaml")


def _is_text(path: str) -> bool:
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def _stat(path: str, entry: os.DirEntry[str]) -> Iterator[Found | Parsed]:
    try:
        # On Windows a DirEntry knows no inode, so the file itself is asked.
        seen = os.stat(entry.path) if os.name == "nt" else entry.stat()
    except OSError as error:
        yield refuse(path, "unreadable", f"cannot read the file: {error.strerror}")
        return
    if stat.S_ISREG(seen.st_mode):
        yield Found(path, seen.st_size, seen.st_mtime_ns, seen.st_ino, seen.st_mode)
    else:
        what = "a folder" if stat.S_ISDIR(seen.st_mode) else "a pipe, a socket or a device"
        yield refuse(path, "not-a-file", f"{what}, not a file")


def _linked(root: Path, path: str, entry: os.DirEntry[str]) -> Iterator[Found | Parsed]:
    try:
        target = Path(entry.path).resolve(strict=True)
    except (OSError, RuntimeError):
        if path.endswith(".yaml"):
            yield refuse(path, "outside", "a symbolic link to nothing, or in a circle")
        return
    if not target.is_relative_to(root.resolve()):
        if path.endswith(".yaml") or target.is_dir():
            yield refuse(path, "outside", "a symbolic link out of the archive's folder")
    elif path.endswith(".yaml"):
        yield from _stat(path, entry)


def read(root: Path, path: str) -> Parsed:
    """The records and problems of one file. Never raises for what the file is or holds."""
    try:
        data = read_bytes(root / path, MAX_BYTES)
    except OSError as error:
        return refuse(path, "unreadable", f"cannot read the file: {error.strerror}")
    if data is None:
        return refuse(path, "too-large", f"larger than {MAX_BYTES // 2**20} MiB")
    return parse(path, data)


def read_bytes(path: Path, limit: int) -> bytes | None:
    """The file's bytes, or None when there are more than the limit. Raises OSError."""
    # Opened without blocking: what was a file a moment ago may be a pipe by now.
    descriptor = os.open(
        path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    )
    with open(descriptor, "rb") as stream:
        seen = os.fstat(descriptor)
        if not stat.S_ISREG(seen.st_mode):
            raise OSError(0, "it is no longer a file")
        if seen.st_size > limit:
            return None
        data = stream.read(limit + 1)
    return data if len(data) <= limit else None
