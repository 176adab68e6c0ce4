"""Files and folders that appear whole or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TextIO

from .errors import ArchiveError, CannotWrite


class HoldsOtherFiles(ArchiveError):
    """A folder that holds what this program has not written."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path} holds other files, and nothing of them is touched: "
            "name a new folder, an empty one, or an earlier data package of this archive"
        )


@contextlib.contextmanager
def whole_file(path: str | os.PathLike[str]) -> Iterator[TextIO]:
    """Give a UTF-8 stream whose content takes the path's place when the block ends without error.

    Until then, and after an error or a kill, the path holds what it held; a file replaced keeps
    its permissions, and a link keeps pointing. What is not a plain file (/dev/stdout, a pipe) is
    written to directly. Raises CannotWrite.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file():
            with open(target, "w", encoding="utf-8", newline="") as stream:
                yield stream
            return
        with _replacement(target) as name, open(name, "w", encoding="utf-8", newline="") as stream:
            yield stream
    except OSError as error:
        raise CannotWrite(path, error) from error


@contextlib.contextmanager
def new_file(path: str | os.PathLike[str]) -> Iterator[TextIO]:
    """Give a stream like that of `whole_file` for a path where nothing is; make its folders.

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
def whole_database(path: str | os.PathLike[str]) -> Iterator[Path]:
    """Give the path of a new, empty file beside the target, which takes its place at the end.

    As `whole_file`, for a database and others that write to a path themselves. Raises CannotWrite.
    """
    target = Path(os.path.realpath(path))
    try:
        with _replacement(target) as name:
            yield Path(name)
    except OSError as error:
        raise CannotWrite(path, error) from error


@contextlib.contextmanager
def whole_folder(
    path: str | os.PathLike[str], replaceable: Callable[[Path], bool]
) -> Iterator[Path]:
    """Give a new folder that takes the path's place when the block ends without an error.

    Replaced is an empty folder, or one that `replaceable` says the program has written itself.
    Raises HoldsOtherFiles or CannotWrite; after either the path holds what it held.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.is_dir() and any(target.iterdir()) and not replaceable(target):
            raise HoldsOtherFiles(path)
        if target.exists() and not target.is_dir():
            raise NotADirectoryError(20, "it is no folder")
        folder = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
        try:
            yield folder
            for file in folder.iterdir():
                _sync(file)
            folder.chmod(0o777 & ~_umask())
            _swap(folder, target)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        _sync_folder(target.parent)
    except OSError as error:
        raise CannotWrite(path, error) from error


def _swap(folder: Path, target: Path) -> None:
    """Put the new folder where the old one is; no system has one step for both."""
    if not target.exists():
        folder.rename(target)
        return
    aside = Path(tempfile.mkdtemp(prefix=f".{target.name}.old.", dir=target.parent))
    old = target.rename(aside / target.name)
    try:
        folder.rename(target)
    except BaseException:
        old.rename(target)
        raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)


@contextlib.contextmanager
def _replacement(target: Path) -> Iterator[str]:
    """Give the name of a new, empty file, which takes the target's place at the end."""
    if target.exists() and not target.is_file():
        raise OSError(0, "it is no plain file")
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(13, "the file is not writable")
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    os.close(descriptor)
    try:
        yield name
        _sync(name)
        os.chmod(name, _mode(target))
        os.replace(name, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    _sync_folder(target.parent)


def _mode(target: Path) -> int:
    """Return the permissions that the target has, or that a new file gets."""
    with contextlib.suppress(OSError):
        return stat.S_IMODE(target.stat().st_mode)
    return 0o666 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)  # there is no way to read it but to set it
    os.umask(mask)
    return mask


def _sync(name: str | os.PathLike[str]) -> None:
    descriptor = os.open(name, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sync_folder(folder: Path) -> None:
    # The rename is only on disk once the folder is; not every system lets a folder be opened.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
