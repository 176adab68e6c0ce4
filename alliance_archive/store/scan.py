"""The archive's files on disk, listed without opening any."""

import os
from collections.abc import Collection, Iterable, Iterator
from operator import attrgetter, itemgetter
from stat import S_ISDIR, S_ISREG
from typing import TypeGuard

from ..errors import LeadsOut
from ..text.invisible import is_text
from .file_names import is_ordinary, original, with_ending
from .locate import is_marked

Status = tuple[int, int, int, int]
"""A file's size in bytes, its mtime and ctime in nanoseconds, and its inode.

They show whether it has changed. `ctime` is there because programs can set `mtime` back (cp -p,
touch, git archives), but not `ctime`.
"""
_shown = attrgetter("st_size", "st_mtime_ns", "st_ctime_ns", "st_ino")


Refusal = tuple[str, str]
"""Why a path that is named like an archive's file is not read: a problem's code and message."""
Found = tuple[str, Status | Refusal]
"""A path relative to the archive, with `/`, and what is there."""


def is_refusal(found: Status | Refusal) -> TypeGuard[Refusal]:
    """Return whether a path is not read."""
    return isinstance(found[0], str)


def scan(root: str) -> list[Found]:
    """Return every *.yaml file below the root, and every path that is refused, in order.

    A marked folder inside is skipped: it is an archive of its own.
    """
    found: list[Found] = []
    folders = [""]
    while folders:
        prefix = folders.pop()
        folder = os.path.join(root, prefix)
        if prefix and is_marked(folder):
            continue
        try:
            entries = [entry for entry in os.scandir(folder) if entry.name[0] != "."]
        except OSError as error:
            message = f"cannot read the folder: {error.strerror}"
            found.append((prefix or ".", ("unreadable", message)))
            continue
        # In lists: a set or a dictionary of ten thousand would take half as long as their status.
        names = _ordinary(entries)
        try:
            # Not the entries' own: an entry keeps its status, and has no inode on Windows.
            statuses = list(map(_shown, map(os.stat, [folder + name for name in names])))
        except OSError:
            names, statuses = [], []  # one is gone or cannot be read: each is tried below
        found += zip([prefix + name for name in names], statuses, strict=True)
        if len(names) < len(entries):
            beside, ordinary = {entry.name for entry in entries}, set(names)
            for entry in entries:
                if entry.name not in ordinary:
                    path = prefix + entry.name
                    if entry.is_dir(follow_symlinks=False) and is_text(path):
                        folders.append(path + "/")
                    found += _unusual(root, path, entry, beside)
    found.sort(key=itemgetter(0))
    return found


def _ordinary(entries: Iterable[os.DirEntry[str]]) -> list[str]:
    """Return the names of the files that are to be read, whatever is beside them."""
    stems = [
        entry.name[:-5]
        for entry in entries
        if entry.name[-5:] == ".yaml" and entry.is_file(follow_symlinks=False)
    ]
    # All at once, because of thousands of names nearly always all are.
    if not is_ordinary("-".join(stems)):
        stems = [stem for stem in stems if is_ordinary(stem)]
    return [stem + ".yaml" for stem in sorted(stems)]


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


def _unusual(
    root: str, path: str, entry: os.DirEntry[str], beside: Collection[str]
) -> Iterator[Found]:
    """Yield what is read or refused of an entry that is not an ordinary file, if anything."""
    if not is_text(path):
        legible = os.fsencode(path).decode("utf-8", "backslashreplace")
        yield legible, ("file-name", "the name is not UTF-8: rename it")
        return
    refusal = _misnamed(entry, beside)
    if not refusal and entry.is_symlink():
        refusal = _astray(root, entry)
    if refusal:
        yield path, refusal
    elif path.endswith(".yaml"):
        yield path, _status(entry.path)


def _status(full: str) -> Status | Refusal:
    try:
        status = os.stat(full)
    except OSError as error:
        return "unreadable", f"cannot read the file: {error.strerror}"
    if S_ISREG(status.st_mode):
        return _shown(status)
    kind = "a folder" if S_ISDIR(status.st_mode) else "a pipe, a socket or a device"
    return "not-a-file", f"{kind}, not a file"


def _misnamed(entry: os.DirEntry[str], beside: Collection[str]) -> Refusal | None:
    """Return why a file is not read, judged by its name; None if its name is in order."""
    name = entry.name
    if not (".y" in name or ".Y" in name) or os.path.isdir(entry.path):
        return None
    if (copied := original(name, beside)) is not None:
        marked = f"not read, because its name marks a copy of {copied}"
        if copied not in beside:  # then its records are nowhere else
            message = f"{marked}, which is not there: rename it to {copied}"
            return "file-ending", message
        message = f"{marked}: delete it if {copied} has all it should, or rename it"
        return "copy", message
    right = None if name.endswith(".yaml") else with_ending(name)
    if right is None:
        return None
    if right in beside:
        message = f"not read, because of its ending: move its records to {right}, and delete it"
    else:
        message = f"not read, because of its ending: rename it to {right}"
    return "file-ending", message


def _astray(root: str, entry: os.DirEntry[str]) -> Refusal | None:
    """Return why a symbolic link is not followed; None if it is."""
    is_yaml = entry.name.endswith(".yaml")
    target = os.path.realpath(entry.path)
    if not os.path.exists(target):
        message = "a symbolic link that leads nowhere: replace it with the file itself"
        return ("outside", message) if is_yaml else None
    if not is_below(target, os.path.realpath(root)):
        message = "a symbolic link out of the archive: replace it with the file itself"
        return ("outside", message) if is_yaml or os.path.isdir(target) else None
    return None
