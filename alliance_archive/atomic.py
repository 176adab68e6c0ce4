"""Files that appear whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from .errors import ArchiveError, CannotWrite


@contextlib.contextmanager
def whole_file(path: str | os.PathLike[str]) -> Iterator[TextIO]:
    """A UTF-8 stream whose content takes the path's place when the block ends without an error.

    Until then, and after an error or a kill, the path holds what it held; a file replaced keeps
    its permissions, and a link keeps pointing. What is no plain file (/dev/stdout, a pipe) is
    written to directly. Raises CannotWrite.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file():
            with open(target, "w", encoding="utf-8", newline="") as stream:
                yield stream
            return
        with _replacing(target) as stream:
            yield stream
    except OSError as error:
        raise CannotWrite(path, error) from error


@contextlib.contextmanager
def new_file(path: str | os.PathLike[str]) -> Iterator[TextIO]:
    """As `whole_file`, for a path at which nothing is; its folders are made.

    Raises ArchiveError when something is there, which then stays as it is, or CannotWrite.
    """
    try:
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        # Taking the name first leaves no moment in which another's file could be replaced.
        with open(path, "x", encoding="utf-8"):
            pass
    except FileExistsError:
        raise ArchiveError(f"{path} is there already; nothing was written") from None
    except OSError as error:
        raise CannotWrite(path, error) from error
    try:
        with whole_file(path) as stream:
            yield stream
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(path)
        raise


@contextlib.contextmanager
def whole_place(path: str | os.PathLike[str]) -> Iterator[Path]:
    """A new path beside the given one for others to write a file to, which then takes its place.

    As `whole_file`, for what is no stream of text, such as a database. Raises CannotWrite.
    """
    target = Path(os.path.realpath(path))
    try:
        with _beside(target) as name:
            yield Path(name)
    except OSError as error:
        raise CannotWrite(path, error) from error


@contextlib.contextmanager
def _replacing(target: Path) -> Iterator[TextIO]:
    with _beside(target) as name, open(name, "w", encoding="utf-8", newline="") as stream:
        yield stream


@contextlib.contextmanager
def _beside(target: Path) -> Iterator[str]:
    """The name of a new, empty file, which takes the target's place in the end."""
    if target.exists() and not target.is_file():
        raise OSError(0, "it is no plain file")
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(13, "the file is not writable")
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    os.close(descriptor)
    try:
        yield name
        sync(name)
        os.chmod(name, _mode(target))
        os.replace(name, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    sync_folder(target.parent)


def sync(name: str | os.PathLike[str]) -> None:
    """Let a file's content reach the disk. Raises OSError."""
    descriptor = os.open(name, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _mode(target: Path) -> int:
    with contextlib.suppress(OSError):
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def sync_folder(folder: Path) -> None:
    """Let a rename in a folder reach the disk, where the system can."""
    # The rename is only on disk once the folder is; not every system lets a folder be opened.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
