"""Files and folders that appear complete or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TextIO

from .errors import ArchiveError, CannotWrite


class HoldsOtherFiles(ArchiveError):
    """A folder that contains files this program did not write."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path} contains files that this program did not write; nothing was changed. "
            "Name a new or an empty folder, or an earlier data package of this archive"
        )


_STANDARD = {"stdin": 0, "stdout": 1, "stderr": 2}
_DESCRIPTOR = re.compile(r"/dev/(stdin|stdout|stderr)|(?:/dev|/proc/[^/]+(?:/task/\d+)?)/fd/(\d+)")
_MOST_LINKS = 40  # as many as Linux follows


def descriptor_of(path: str | os.PathLike[str]) -> int | None:
    """Return the descriptor that a path means, such as 1 for “-” and 63 for /dev/fd/63, or None.

    Such a path must not be opened: opening /dev/stdout by its name empties the file to which the
    shell appends, and replacing it replaces that file. “-” means standard output.
    """
    name = os.fspath(path)
    if name == "-":
        return 1
    for _ in range(_MOST_LINKS):
        folder, last = os.path.split(os.path.abspath(name))
        name = os.path.join(os.path.realpath(folder), last)
        if match := _DESCRIPTOR.fullmatch(name):
            return _STANDARD[match[1]] if match[1] else int(match[2])
        if not os.path.islink(name):
            return None
        name = os.path.join(os.path.dirname(name), os.readlink(name))
    return None


def is_replaced(path: str | os.PathLike[str]) -> bool:
    """Return whether `whole_file` replaces what a path names, or writes to it directly."""
    return descriptor_of(path) is None and (os.path.isfile(path) or not os.path.exists(path))


@contextlib.contextmanager
def whole_file(path: str | os.PathLike[str]) -> Iterator[TextIO]:
    """Open a UTF-8 stream that replaces the file at a path when the block ends without an error.

    Until then, and after an error or a kill, the old file is unchanged. A replaced file keeps its
    permissions, and a symbolic link still points to it. An open descriptor (/dev/fd/3), a pipe or a
    device is written to directly. Raises CannotWrite, or BrokenPipeError if nobody reads.
    """
    target = Path(os.path.realpath(path))
    try:
        if is_replaced(path):
            with _replacement(target) as name, _written(name) as stream:
                yield stream
        else:
            descriptor = descriptor_of(path)
            with _written(path if descriptor is None else os.dup(descriptor)) as stream:
                yield stream
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CannotWrite(path, error) from error


def _written(file: int | str | os.PathLike[str]) -> TextIO:
    return open(file, "w", encoding="utf-8", newline="")


@contextlib.contextmanager
def new_file(path: str | os.PathLike[str]) -> Iterator[TextIO]:
    """Open a stream like that of `whole_file` for a new path, and create its folders.

    The file appears complete or not at all. Raises CannotWrite, or ArchiveError if the path exists;
    it is then left as it is.
    """
    target = Path(path)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with _temporary(target) as name:
            with open(name, "w", encoding="utf-8", newline="") as stream:
                yield stream
            sync(name)
            os.chmod(name, 0o666 & ~_umask())
            _place(name, target)
        sync_folder(target.parent)
    except FileExistsError:
        raise ArchiveError(f"{path} already exists; nothing was written") from None
    except OSError as error:
        raise CannotWrite(path, error) from error


# The errors of file systems without hard links.
_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK)


def _place(name: str, target: Path) -> None:
    """Give the file its name if that is free. Raises FileExistsError."""
    try:
        # A link, unlike a rename, never replaces a file.
        os.link(name, target)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        # Nobody else writes here in the meantime: every edit of an archive holds its lock.
        if os.path.lexists(target):
            raise FileExistsError from None
        os.rename(name, target)


_unfinished: set[str] = set()


def remove_unfinished() -> None:
    """Remove the files that are being written: for a process that ends without its cleanup."""
    for name in tuple(_unfinished):
        with contextlib.suppress(OSError):
            os.unlink(name)


@contextlib.contextmanager
def _temporary(target: Path) -> Iterator[str]:
    """Yield the name of a new, empty file in the target's folder, which is removed at the end."""
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    os.close(descriptor)
    _unfinished.add(name)
    try:
        yield name
    finally:
        _unfinished.discard(name)
        with contextlib.suppress(OSError):
            os.unlink(name)


@contextlib.contextmanager
def whole_database(path: str | os.PathLike[str]) -> Iterator[Path]:
    """Yield the path of a new, empty file that replaces the target when the block ends.

    Like `whole_file`, for libraries that write to a path themselves. Raises CannotWrite.
    """
    target = Path(os.path.realpath(path))
    if not is_replaced(path):
        raise CannotWrite(path, OSError(0, "it is not a plain file"))
    try:
        with _replacement(target) as name:
            yield Path(name)
    except OSError as error:
        raise CannotWrite(path, error) from error


@contextlib.contextmanager
def whole_folder(
    path: str | os.PathLike[str], replaceable: Callable[[Path], bool]
) -> Iterator[Path]:
    """Yield a new folder that replaces the one at a path when the block ends without an error.

    A folder is replaced only if it is empty, or if `replaceable` says that this program wrote it.
    Raises HoldsOtherFiles or CannotWrite; after either the old folder is unchanged.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.is_dir() and any(target.iterdir()) and not replaceable(target):
            raise HoldsOtherFiles(path)
        if target.exists() and not target.is_dir():
            raise NotADirectoryError(20, "it is not a folder")
        folder = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
        try:
            yield folder
            for file in folder.iterdir():
                sync(file)
            folder.chmod(0o777 & ~_umask())
            _swap(folder, target)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        sync_folder(target.parent)
    except OSError as error:
        raise CannotWrite(path, error) from error


def _swap(folder: Path, target: Path) -> None:
    """Replace the old folder with the new one, in two renames: no system can do it in one."""
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
    """Yield the name of a new, empty file, which replaces the target at the end."""
    # Created in the target's own folder: a rename is atomic only within one file system.
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(13, "the file is not writable")
    with _temporary(target) as name:
        yield name
        sync(name)
        os.chmod(name, mode_of(target))
        os.replace(name, target)
    sync_folder(target.parent)


def mode_of(target: Path) -> int:
    """Return the permissions of the target, or those that a new file would get."""
    with contextlib.suppress(OSError):
        return stat.S_IMODE(target.stat().st_mode)
    return 0o666 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)  # the mask can only be read by setting it
    os.umask(mask)
    return mask


def sync(name: str | os.PathLike[str], flags: int = os.O_RDWR) -> None:
    """Wait until the content of a file is safe on disk; it is opened with `flags`."""
    descriptor = os.open(name, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Wait until a rename in a folder is safe on disk, on systems that can open a folder."""
    # A rename is safe only once its folder is synced.
    with contextlib.suppress(OSError):
        sync(folder, os.O_RDONLY)
