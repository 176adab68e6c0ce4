"""The states of an archive: the files of a folder, and those of a revision in git.

A revision is read from git's objects alone, without a checkout, so that no filter, hook or other
program that a stranger's repository names is run.
"""

from __future__ import annotations

import codecs
import hashlib
import os
import posixpath
import re
import shutil
import subprocess
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import closing
from typing import NamedTuple

from ..errors import ArchiveError
from .file_names import is_ordinary, original
from .locate import MARK, marks
from .parse import MAX_BYTES, Parsed, parse
from .read import read_records
from .scan import is_refusal, scan

_LINK = "120000"  # the mode of a symbolic link in a tree
_MOST_LINKS = 40
# Of what git would do beyond reading its own objects: fetch missing ones, ask, write, translate.
_HARMLESS = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "LC_ALL": "C",
}
_GOES_BACK = re.compile(r"only goes back to (.+?)\.?$", re.MULTILINE)


class NoRevision(ArchiveError):
    """A state of the archive that git does not have."""


class Refused(NamedTuple):
    """A path that is named like an archive's file but is not read, with its problem."""

    path: str
    code: str
    message: str


class ArchiveState(NamedTuple):
    """The files of an archive at one time.

    `label` is how messages name it. `files` has for each path what identifies the content: git's
    name for it. `unread` are files and folders that cannot be read. `parsed` yields some files with
    their records. `note` is what the user should know of it, if anything.
    """

    label: str
    files: dict[str, str]
    unread: tuple[Refused, ...]
    parsed: Callable[[Iterable[str]], Iterator[Parsed]]
    note: str = ""


def folder_state(root: str, label: str) -> ArchiveState:
    """Return the state of the files in a folder."""
    files: dict[str, str] = {}
    unread = []
    for path, found in scan(root):
        if is_refusal(found):
            unread.append(Refused(path, *found))
        else:
            files[path] = _digest(os.path.join(root, path))

    def parsed(paths: Iterable[str]) -> Iterator[Parsed]:
        return (read_records(root, path) for path in paths)

    return ArchiveState(label, files, tuple(unread), parsed)


def _digest(path: str) -> str:
    """Return git's name for a file's content; the path itself if it cannot be read."""
    try:
        size = os.path.getsize(path)
        if size > MAX_BYTES:
            return path
        with open(path, "rb") as stream:
            data = stream.read()
    except OSError:
        return path
    header = f"blob {len(data)}\0".encode()
    return hashlib.sha1(header + data, usedforsecurity=False).hexdigest()


def revision_state(root: str, revision: str) -> ArchiveState:
    """Return the state of an archive's folder in a revision of its repository.

    Raises NoRevision, also if the folder is not in a repository.
    """
    prefix = _git(root, "rev-parse", "--show-prefix").removesuffix("\n")
    commit, note = _commit(root, revision)
    try:
        tree = _git(
            root, "rev-parse", "--verify", "--end-of-options", f"{commit}:{prefix.rstrip('/')}"
        ).strip()
    except NoRevision:
        why = f"; {note}" if note else ""
        raise NoRevision(
            f"{revision} does not contain {prefix.rstrip('/')}{why}: "
            "commit it, or name a later revision"
        ) from None
    listing = _git(root, "ls-tree", "-r", "-l", "-z", "--full-tree", tree)
    entries: dict[str, tuple[str, str, int]] = {}
    submodules = []
    for line in listing.split("\0")[:-1]:
        about, path = line.split("\t", 1)
        mode, kind, name, size = about.split()
        if kind == "commit":
            submodules.append(Refused(path, "submodule", "git does not have its files here"))
        elif kind == "blob":
            # An object that the repository lacks has no size; reading it will say so.
            entries[path] = mode, name, int(size) if size.isdigit() else 0
    with closing(_Objects(root)) as objects:
        files, unread = _files(entries, objects)

    def parsed(paths: Iterable[str]) -> Iterator[Parsed]:
        with closing(_Objects(root)) as objects:
            for path in paths:
                yield parse(path, objects.read(files[path]))

    return ArchiveState(revision, files, (*unread, *submodules), parsed, note)


def _commit(root: str, revision: str) -> tuple[str, str]:
    """Return the name of a revision's commit, and what is to be said of it. Raises NoRevision."""
    done = _run(root, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    if done.returncode:
        raise NoRevision(f"no revision or folder called “{revision}”: {_advice(root, revision)}")
    note = ""
    if match := _GOES_BACK.search(done.stderr.decode("utf-8", "replace")):
        note = f"git remembers {revision.partition('@')[0] or 'HEAD'} only since {match[1]}"
    return done.stdout.decode().strip(), note


def _advice(root: str, revision: str) -> str:
    """Return what to do if git does not have a revision."""
    first, dots, second = revision.partition("..")
    if dots:
        ends = f"{first or 'HEAD'} {second.lstrip('.') or 'HEAD'}"
        return f"for two states, alliance-archive diff {ends}"
    if not _git(root, "rev-list", "--all", "-n", "1"):
        return "the repository has no commits yet. To compare with a folder: diff FOLDER"
    if _git(root, "rev-parse", "--is-shallow-repository").strip() == "true":
        return "this clone is shallow. For the older commits: git fetch --unshallow"
    return "name a commit, a branch or a folder"


def _files(
    entries: dict[str, tuple[str, str, int]], objects: _Objects
) -> tuple[dict[str, str], tuple[Refused, ...]]:
    """Return the names of the contents of an archive's files in a tree, by the rules of `scan`."""
    others = [
        posixpath.dirname(path)
        for path, (mode, name, size) in entries.items()
        if posixpath.basename(path) == MARK and path != MARK and mode != _LINK
        if size <= MAX_BYTES and marks(objects.read(name).removeprefix(codecs.BOM_UTF8))
    ]
    files: dict[str, str] = {}
    unread = []
    for path in entries:
        parts = path.split("/")
        if any(part.startswith(".") for part in parts) or not path.endswith(".yaml"):
            continue
        if any(path.startswith(f"{folder}/") for folder in others) or _is_copy(path, entries):
            continue
        target = _followed(path, entries, objects)
        if target is None or entries[target][2] > MAX_BYTES:
            unread.append(Refused(path, "unreadable", "a link that leads nowhere, or too large"))
        else:
            files[path] = entries[target][1]
    return files, tuple(unread)


def _is_copy(path: str, entries: Collection[str]) -> bool:
    """Return whether the name of a file marks it as a copy, which is not read."""
    folder, name = posixpath.split(path)
    if is_ordinary(name.removesuffix(".yaml")):
        return False
    beside = {posixpath.basename(entry) for entry in entries if posixpath.dirname(entry) == folder}
    return original(name, beside) is not None


def _followed(path: str, entries: dict[str, tuple[str, str, int]], objects: _Objects) -> str | None:
    """Return the path of the file that a path means in a tree; None if links lead out of it."""
    for _ in range(_MOST_LINKS):
        mode, name, _size = entries.get(path, ("", "", 0))
        if mode != _LINK:
            return path if mode else None
        target = objects.read(name).decode("utf-8", "surrogateescape")
        path = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
    return None


class _Objects:
    """The contents of a repository's objects, from one process of git."""

    def __init__(self, root: str) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - git itself, on names of objects
            _line(root, "cat-file", "--batch"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        )

    def read(self, name: str) -> bytes:
        """Return an object's content. Raises NoRevision if the repository lacks it."""
        source, target = self._process.stdout, self._process.stdin
        assert source is not None
        assert target is not None
        try:
            target.write(f"{name}\n".encode())
            target.flush()
            header = source.readline().split()
        except OSError:
            header = []
        if len(header) != 3 or header[1] != b"blob":
            raise NoRevision(f"git cannot read the object {name}: run git fsck")
        data = source.read(int(header[2]) + 1)
        return data[:-1]

    def close(self) -> None:
        """End the process."""
        self._process.communicate()


def _git(root: str, *arguments: str) -> str:
    """Return what git prints. Raises NoRevision."""
    done = _run(root, *arguments)
    if not done.returncode:
        return done.stdout.decode("utf-8", "surrogateescape")
    message = done.stderr.decode("utf-8", "replace").strip()
    if "not a git repository" in message:
        raise NoRevision(
            f"{root} is not in a git repository: name the folder to compare with, such as a copy: "
            "alliance-archive diff FOLDER"
        )
    if "lazy fetching disabled" in message:
        raise NoRevision(
            f"{root} is in a partial clone, which lacks objects of that revision. To fetch them "
            "all: git fetch --refetch --no-filter"
        )
    first = message.partition("\n")[0].removeprefix("fatal: ")
    raise NoRevision(f"git cannot read {root}: {first}")


def _run(root: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603 - git itself; a revision cannot be taken for an option
        _line(root, *arguments), capture_output=True, env=_environment(), stdin=subprocess.DEVNULL
    )


def _line(root: str, *arguments: str) -> list[str]:
    # Its full path: a relative folder in PATH would mean one of the stranger's.
    program = shutil.which("git")
    if program is None or not os.path.isabs(program):
        raise NoRevision("git is not installed: name two folders to compare")
    return [program, "--no-pager", "-c", "core.fsmonitor=false", "-C", root, *arguments]


def _environment() -> dict[str, str]:
    """Return the environment for git, without what would point it elsewhere."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | _HARMLESS
