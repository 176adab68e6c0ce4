"""Which archive: the one named, the environment's, one near by, or the example shipped."""

from __future__ import annotations

import contextlib
import os
import re
import shlex
from collections.abc import Iterator
from typing import NamedTuple

from ..errors import ArchiveError, NoArchive, SeveralArchives

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MARK = "archive.yaml"
"""The file at the top of an archive that marks the folder as one."""
_SECTIONS = tuple(
    f"{name}:".encode() for name in ("participants", "meetings", "topics", "source", "statements")
)
_MARKED = b"archive:"
_EXAMPLE = rb"(?m)^(?:archive:.*[{,]|) *example: *[\"']?true\b"
_PROGRAM = "alliance-archive"
_HEAD = 65536  # bytes of a file in which a section is looked for


class Location(NamedTuple):
    """An archive's folder; whether the user named it, or it is the one shipped, for lack of any."""

    root: str
    named: bool = False
    bundled: bool = False


def locate(folder: str | os.PathLike[str] | None = None) -> Location:
    """Return the archive in a folder: the one given, ALLIANCE_ARCHIVE's, one near by, or ours.

    Near by is what `nearby` finds. Raises NoArchive when the folder named is none, and
    SeveralArchives.
    """
    if folder is not None and not os.fspath(folder):
        raise NoArchive("--archive names no folder: it is empty")
    if chosen := folder or os.environ.get("ALLIANCE_ARCHIVE"):
        return Location(_named(os.fspath(chosen)), named=bool(folder))
    root = nearby()
    return Location(root) if root else Location(shipped(), bundled=True)


def command(root: str) -> str:
    """Return how the program is called for an archive from the working directory."""
    with contextlib.suppress(ArchiveError):
        if os.path.realpath(locate().root) == os.path.realpath(root):
            return _PROGRAM
    return f"{_PROGRAM} --archive {shlex.quote(root)}"


def _named(root: str) -> str:
    if not os.path.isdir(root):
        reason = "is not a folder" if os.path.exists(root) else "does not exist"
        raise NoArchive(f"no archive: {root} {reason}")
    if not is_archive(root):
        raise NoArchive.at(root, archive_around(root))
    return root


def nearby() -> str | None:
    """Return the archive in or around the working directory; None when there is none.

    First the working directory and each folder above it: its own mark, its data/'s mark, or a
    data/ that holds records. Then the marked folder directly below the working directory. What is
    marked as the example comes after all others. Raises SeveralArchives where several lie below.
    """
    try:
        here = os.getcwd()
    except OSError:
        return None  # the working directory has been removed
    example = None
    for folder in _upwards(here):
        if is_marked(folder):
            root = folder
        elif is_archive(os.path.join(folder, "data")):
            root = os.path.join(folder, "data")
        else:
            continue
        if not _is_example(root):
            return root
        example = example or root
    below = [path for path in _marked_below(here) if not _is_example(path)]
    if len(below) > 1:
        raise SeveralArchives(sorted(os.path.basename(path) for path in below))
    return below[0] if below else example


def shipped() -> str:
    """Return the archive that comes with the package; in a checkout, the checkout's own data/."""
    for above in (_PACKAGE, os.path.dirname(_PACKAGE)):
        folder = os.path.join(above, "data")
        if os.path.isdir(folder):
            return folder
    raise ArchiveError("the package's own archive is missing; name one with --archive DIR")


def is_marked(folder: str) -> bool:
    """Return whether the folder has the mark of an archive."""
    path = os.path.join(folder, MARK)
    lines = [line for line in _head(path).splitlines() if line.strip() and line[:1] != b"#"]
    # A file of that name that says nothing is a mark without a title.
    return any(line.startswith(_MARKED) for line in lines) or (not lines and os.path.isfile(path))


def _is_example(folder: str) -> bool:
    head = _head(os.path.join(folder, MARK))
    # Compiled only where it may match: most marks have no such word, and every look-up comes here.
    return b"example" in head and re.search(_EXAMPLE, head) is not None


def is_archive(folder: str) -> bool:
    """Return whether the folder is marked, or a file at its top or in sources/ has our sections.

    Many projects keep a data/ of their own.
    """
    if is_marked(folder):
        return True
    return any(
        line.startswith(_SECTIONS)
        for below in (folder, os.path.join(folder, "sources"))
        for path in _entries(below)
        if path.endswith(".yaml")
        for line in _head(path).splitlines()
    )


def archive_around(folder: str | os.PathLike[str]) -> str | None:
    """Return the marked archive, the example apart, whose files a folder lies among."""
    for above in list(_upwards(os.path.realpath(folder)))[1:]:
        if is_marked(above):
            return None if _is_example(above) else above
    return None


def _upwards(folder: str) -> Iterator[str]:
    while True:
        yield folder
        above = os.path.dirname(folder)
        if above == folder:
            return
        folder = above


def _marked_below(folder: str) -> Iterator[str]:
    # A hidden folder is not looked into, as with the files of an archive.
    paths = (path for path in _entries(folder) if not os.path.basename(path).startswith("."))
    return (path for path in paths if is_marked(path))


def _entries(folder: str) -> list[str]:
    try:
        return [os.path.join(folder, name) for name in os.listdir(folder)]
    except OSError:
        return []


def _head(path: str) -> bytes:
    """Return the beginning of a file, without a byte order mark; nothing where there is no file."""
    try:
        # A pipe would be waited for.
        if not os.path.isfile(path):
            return b""
        with open(path, "rb") as stream:
            return stream.read(_HEAD).removeprefix(b"\xef\xbb\xbf")
    except OSError:
        return b""
