"""The archive's files on disk, listed without opening any."""

import os
import stat
from collections.abc import Collection, Iterator
from typing import NamedTuple

from ..errors import LeadsOut
from ..text.invisible import is_text
from .file_names import is_ordinary, original, with_ending
from .locate import is_marked


class FileEntry(NamedTuple):
    """A file that may contain records, with what shows whether it has changed.

    `path` is relative to the archive, with `/`; size is in bytes, times are in nanoseconds. `ctime`
    is there because programs can set `mtime` back (cp -p, touch, git archives), but not `ctime`.
    """

    path: str
    size: int
    mtime: int
    ctime: int
    inode: int


class Refused(NamedTuple):
    """A path that is named like an archive's file but is not read, with its problem."""

    path: str
    code: str
    message: str


def scan(root: str) -> Iterator[FileEntry | Refused]:
    """Yield every *.yaml file below the root, in any order, and every path that is refused.

    A marked folder inside is skipped: it is an archive of its own.
    """
    folders = [("", root)]
    while folders:
        prefix, folder = folders.pop()
        if prefix and is_marked(folder):
            continue
        try:
            entries = [entry for entry in os.scandir(folder) if not entry.name.startswith(".")]
        except OSError as error:
            yield Refused(prefix or ".", "unreadable", f"cannot read the folder: {error.strerror}")
            continue
        names = {entry.name for entry in entries}
        while entries:
            entry = entries.pop()  # each keeps its status, which takes time to allocate for all
            path = prefix + entry.name
            if entry.is_dir(follow_symlinks=False) and is_text(path):
                folders.append((path + "/", entry.path))
            if file := _entry(root, path, entry, names):
                yield file


def inside(root: str, path: str) -> str:
    """Return the full path of a path within the archive. Raises LeadsOut if a link leads elsewhere.

    A file written elsewhere would be refused when it is read.
    """
    full = os.path.join(root, path)
    if not is_below(os.path.realpath(full), os.path.realpath(root)):
        raise LeadsOut(full)
    return full


def is_below(path: str, folder: str) -> bool:
    """Return whether an absolute path is below a folder, by their names alone."""
    return path.startswith(os.path.join(folder, ""))


def _entry(
    root: str, path: str, entry: os.DirEntry[str], beside: Collection[str]
) -> FileEntry | Refused | None:
    is_yaml = entry.name.endswith(".yaml")
    if not (is_yaml and is_ordinary(entry.name)):
        if not is_text(path):
            legible = os.fsencode(path).decode("utf-8", "backslashreplace")
            return Refused(legible, "file-name", "the name is not UTF-8: rename it")
        if refused := _misnamed(path, entry, beside):
            return refused
    if entry.is_symlink():
        return _linked(root, path, entry)
    return _stat(path, entry) if is_yaml else None


def _misnamed(path: str, entry: os.DirEntry[str], beside: Collection[str]) -> Refused | None:
    """Return why a file is not read, judged by its name; None if its name is in order."""
    name = entry.name
    if not (".y" in name or ".Y" in name) or entry.is_dir():
        return None
    if (copied := original(name, beside)) is not None:
        marked = f"not read, because its name marks a copy of {copied}"
        if copied not in beside:  # then its records are nowhere else
            message = f"{marked}, which is not there: rename it to {copied}"
            return Refused(path, "file-ending", message)
        message = f"{marked}: delete it if {copied} has all it should, or rename it"
        return Refused(path, "copy", message)
    right = None if name.endswith(".yaml") else with_ending(name)
    if right is None:
        return None
    if right in beside:
        message = f"not read, because of its ending: move its records to {right}, and delete it"
    else:
        message = f"not read, because of its ending: rename it to {right}"
    return Refused(path, "file-ending", message)


def _stat(path: str, entry: os.DirEntry[str]) -> FileEntry | Refused:
    try:
        # On Windows a DirEntry has no inode, so the file itself is asked.
        status = os.stat(entry.path) if os.name == "nt" else entry.stat()
    except OSError as error:
        return Refused(path, "unreadable", f"cannot read the file: {error.strerror}")
    if stat.S_ISREG(status.st_mode):
        return FileEntry(
            path, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino
        )
    kind = "a folder" if stat.S_ISDIR(status.st_mode) else "a pipe, a socket or a device"
    return Refused(path, "not-a-file", f"{kind}, not a file")


def _linked(root: str, path: str, entry: os.DirEntry[str]) -> FileEntry | Refused | None:
    is_yaml = path.endswith(".yaml")
    target = os.path.realpath(entry.path)
    if not os.path.exists(target):
        message = "a symbolic link that leads nowhere: replace it with the file itself"
        return Refused(path, "outside", message) if is_yaml else None
    if not is_below(target, os.path.realpath(root)):
        message = "a symbolic link out of the archive: replace it with the file itself"
        return Refused(path, "outside", message) if is_yaml or os.path.isdir(target) else None
    return _stat(path, entry) if is_yaml else None
