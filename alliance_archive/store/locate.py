"""Which archive: the one named, the environment's, the nearest data/, or the one shipped."""

from __future__ import annotations

import os
from collections.abc import Iterator

from ..errors import ArchiveError, NoArchive

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_SECTIONS = tuple(f"{name}:".encode() for name in ("participants", "meetings", "topics", "source"))


def locate(folder: str | os.PathLike[str] | None = None) -> str:
    """Return the archive's folder: the given, ALLIANCE_ARCHIVE, the nearest, or the shipped one.

    The nearest is a folder `data` that holds an archive, in the working directory or above it.
    Raises NoArchive when the folder named is none or holds no .yaml file.
    """
    chosen = folder or os.environ.get("ALLIANCE_ARCHIVE")
    if not chosen:
        return _nearest() or shipped()
    root = os.fspath(chosen)
    if not os.path.isdir(root):
        reason = "is not a folder" if os.path.exists(root) else "does not exist"
        raise NoArchive(f"no archive: {root} {reason}")
    if not any(name.endswith(".yaml") for _, _, names in os.walk(root) for name in names):
        raise NoArchive.at(root)
    return root


def shipped() -> str:
    """Return the archive that comes with the package; in a checkout, the checkout's own data/."""
    for above in (_PACKAGE, os.path.dirname(_PACKAGE)):
        folder = os.path.join(above, "data")
        if os.path.isdir(folder):
            return folder
    raise ArchiveError("the package's own archive is missing; name one with --archive DIR")


def is_packaged(root: str) -> bool:
    """Return whether it is the archive in the installed package, which the next one replaces."""
    return os.path.realpath(root) == os.path.realpath(os.path.join(_PACKAGE, "data"))


def _nearest() -> str | None:
    try:
        folder = os.getcwd()
    except OSError:
        return None  # the working directory has been removed
    while True:
        candidate = os.path.join(folder, "data")
        if os.path.isdir(candidate) and is_archive(candidate):
            return candidate
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


def is_archive(folder: str) -> bool:
    """Return whether any file has a section of ours: many projects keep a data/ of their own."""
    return any(_has_section(path) for path in _yaml_files(folder))


def _yaml_files(folder: str) -> Iterator[str]:
    # No deeper than one folder: nothing says how large a stranger's data/ is.
    below = []
    for path in _entries(folder):
        if path.endswith(".yaml"):
            yield path
        elif os.path.isdir(path):
            below.append(path)
    for inner in below:
        yield from (path for path in _entries(inner) if path.endswith(".yaml"))


def _entries(folder: str) -> list[str]:
    try:
        return [os.path.join(folder, name) for name in os.listdir(folder)]
    except OSError:
        return []


def _has_section(path: str) -> bool:
    try:
        if not os.path.isfile(path):
            return False
        with open(path, "rb") as stream:
            lines = stream.read(65536).splitlines()
    except OSError:
        return False
    return any(line.startswith(_SECTIONS) for line in lines)
