"""Which archive to use: the one named, one near by, or the bundled example.

Also the user's folders for what the program keeps about archives, by each system's conventions.
"""

import contextlib
import os
import re
import sys
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from ..errors import ArchiveError, NoArchive, SeveralArchives, shell_word

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MARK = "archive.yaml"
"""The file directly in a folder that marks it as an archive."""
STAGE = ".alliance-archive.change"
"""The folder in an archive that holds a change while its files are being replaced."""
_SECTIONS = tuple(
    f"{name}:".encode() for name in ("participants", "meetings", "topics", "source", "statements")
)
_MARKED = b"archive:"
_EXAMPLE = rb"(?m)^(?:archive:.*[{,]|) *example: *[\"']?true\b"
_PROGRAM = "alliance-archive"
_HEAD = 65536  # bytes of a file that are searched for a section


class Location(NamedTuple):
    """An archive's folder; whether the user named it, or it is the example for lack of another."""

    root: str
    named: bool = False
    bundled: bool = False


def locate(folder: str | os.PathLike[str] | None = None) -> Location:
    """Return the archive in a folder: the one given, ALLIANCE_ARCHIVE's, or one near by.

    If there is none near by (see `nearby`), it is the bundled example. Raises NoArchive when a
    folder that was named is not an archive, or SeveralArchives.
    """
    if folder is not None and not os.fspath(folder):
        raise NoArchive("--archive is empty: name a folder")
    if chosen := folder or os.environ.get("ALLIANCE_ARCHIVE"):
        return Location(_named(os.fspath(chosen)), named=bool(folder))
    root = nearby()
    return Location(root) if root else Location(shipped(), bundled=True)


def command(root: str) -> str:
    """Return how to call the program for an archive from the working directory."""
    with contextlib.suppress(ArchiveError):
        if os.path.realpath(locate().root) == os.path.realpath(root):
            return _PROGRAM
    return f"{_PROGRAM} --archive {shell_word(root)}"


def _named(root: str) -> str:
    if not os.path.isdir(root):
        reason = "is not a folder" if os.path.exists(root) else "does not exist"
        raise NoArchive(f"no archive: {root} {reason}")
    if not is_archive(root):
        raise NoArchive.at(root, archive_around(root))
    return root


def nearby() -> str | None:
    """Return the archive in or around the working directory; None when there is none.

    First come the working directory and each folder above it: marked itself, or with a data/ that
    is marked or contains records. Next comes the marked folder directly below the working
    directory; several of them raise SeveralArchives. An archive marked as the example comes last.
    """
    try:
        working_folder = os.getcwd()
    except OSError:
        return None  # the working directory has been removed
    example = None
    for folder in _upwards(working_folder):
        if is_marked(folder):
            root = folder
        elif is_archive(os.path.join(folder, "data")):
            root = os.path.join(folder, "data")
        else:
            continue
        if not _is_example(root):
            return root
        example = example or root
    below = [path for path in _marked_below(working_folder) if not _is_example(path)]
    if len(below) > 1:
        raise SeveralArchives(sorted(os.path.basename(path) for path in below))
    return below[0] if below else example


def shipped() -> str:
    """Return the bundled example; in a clone of the project, the clone's data/."""
    for above in (_PACKAGE, os.path.dirname(_PACKAGE)):
        folder = os.path.join(above, "data")
        if os.path.isdir(folder):
            return folder
    raise ArchiveError("the bundled example is missing: name an archive with --archive DIR")


def is_marked(folder: str) -> bool:
    """Return whether the folder has the mark of an archive."""
    path = os.path.join(folder, MARK)
    head = _head(path)
    return marks(head) and bool(head or os.path.isfile(path))


def marks(head: bytes) -> bool:
    """Return whether the beginning of a file called archive.yaml makes it a mark."""
    lines = [line for line in head.splitlines() if line.strip() and line[:1] != b"#"]
    # An empty file of that name is a mark without a title.
    return not lines or any(line.startswith(_MARKED) for line in lines)


def _is_example(folder: str) -> bool:
    head = _head(os.path.join(folder, MARK))
    # Compiled only if it may match: few marks contain the word, and every look-up comes here.
    return b"example" in head and re.search(_EXAMPLE, head) is not None


def is_archive(folder: str) -> bool:
    """Return whether the folder is marked, or a file in it or in its sources/ has our sections.

    A folder called data is not enough: many projects have one.
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
    """Return the marked archive, other than the example, that a folder is inside of."""
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
    # Hidden folders are skipped, as are hidden files of an archive.
    paths = (path for path in _entries(folder) if not os.path.basename(path).startswith("."))
    return (path for path in paths if is_marked(path))


def _entries(folder: str) -> list[str]:
    try:
        return [os.path.join(folder, name) for name in os.listdir(folder)]
    except OSError:
        return []


def _head(path: str) -> bytes:
    """Return the beginning of a file, without a byte order mark; b"" if there is no file."""
    try:
        # Opening a pipe would wait for its writer.
        if not os.path.isfile(path):
            return b""
        with open(path, "rb") as stream:
            return stream.read(_HEAD).removeprefix(b"\xef\xbb\xbf")
    except OSError:
        return b""


def user_folder(xdg: str, on_windows: str, *below_home: str) -> str | None:
    """Return a folder for the program's files; None if the system has none.

    It is in `xdg`, the value of an XDG Base Directory variable, if that is an absolute path; else,
    on Windows, `on_windows` in the program's folder in %LOCALAPPDATA%; elsewhere `below_home`.
    """
    if os.path.isabs(xdg):
        return os.path.join(xdg, _PROGRAM)
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return os.path.join(local, _PROGRAM, on_windows) if local else None
    home = os.path.expanduser("~")
    return os.path.join(home, *below_home, _PROGRAM) if os.path.isabs(home) else None


def archive_key(root: str) -> str:
    """Return a short name for an archive, from its real path, for files that are kept about it.

    Two cheap checksums make 64 bits, and hashlib would slow every start. An index also records
    its archive (see `Cache.owns`); the undo history relies on the name alone.
    """
    name = root.encode("utf-8", "surrogateescape")
    return f"{zlib.crc32(name):08x}{zlib.adler32(name):08x}"
