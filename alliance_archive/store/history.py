"""The changes that can be taken back: what the files of an archive were before each, and after.

They are kept in the user's state folder, not in the archive, so that they need no git and never
become part of one. An entry is a file: a line that says when, by which command and which files,
then their texts, compressed.
"""

from __future__ import annotations

import contextlib
import os
import re
import zlib
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from ..atomic import sync
from .locate import archive_key, user_folder

MOST_ENTRIES = 100
MOST_BYTES = 50 * 2**20
_ENDING, _WAITING = ".change", ".waiting"
_ENTRY = re.compile(r"[0-9]{8}")

FileTexts = Sequence[tuple[str, str | None, str | None]]
"""The path of each file, and its text before and after; None where there is no file."""


class Entry(NamedTuple):
    """A change that can be taken back; `when` is local time in ISO 8601, `name` the entry's."""

    name: str
    when: str
    command: str
    paths: tuple[str, ...]
    moved: tuple[tuple[str, str], ...] = ()
    """The old and new paths of files outside the archive."""


def state_folder() -> str | None:
    """Return the folder for what the program remembers, also on macOS; None if there is none."""
    return user_folder(os.environ.get("XDG_STATE_HOME", ""), "State", ".local", "state")


def _folder(root: str) -> str | None:
    """Return the folder of an archive's entries."""
    state = state_folder()
    return os.path.join(state, "undo", archive_key(os.path.realpath(root))) if state else None


def why_not_kept(texts: FileTexts = ()) -> str | None:
    """Return why a change of these files could not be taken back later; None if it can be kept."""
    folder = state_folder()
    if folder is None:
        return "there is no state folder: set XDG_STATE_HOME"
    while not os.path.exists(folder):
        folder = os.path.dirname(folder)
    if not (os.path.isdir(folder) and os.access(folder, os.W_OK)):
        return f"{folder} is not writable"
    size = sum(len(text or "") for _, *both in texts for text in both)
    if size > MOST_BYTES and len(_packed(texts)) > MOST_BYTES:
        return f"its files are larger than {MOST_BYTES // 2**20} MiB"
    return None


def keep(
    root: str, command: str, texts: FileTexts, moved: Sequence[tuple[str, str]] = ()
) -> str | None:
    """Write the entry of a change that is about to be made; return its name.

    Return None if it cannot be kept. Only `settle` makes it one that can be taken back.
    """
    import datetime
    import json

    folder = _folder(root)
    if folder is None or why_not_kept(texts):
        return None
    when = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
    paths = [path for path, *_ in texts]
    head = json.dumps({"when": when, "command": command, "paths": paths, "moved": [*moved]})
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        for unfinished in _names(folder, _WAITING):
            os.unlink(os.path.join(folder, unfinished + _WAITING))
        name = f"{max(map(int, _names(folder, _ENDING)), default=0) + 1:08}"
        path = os.path.join(folder, name + _WAITING)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(descriptor, "wb") as stream:
            stream.write(head.encode() + b"\n" + _packed(texts))
        sync(path)
    except OSError:
        return None
    return name


def _packed(texts: FileTexts) -> bytes:
    import json

    return zlib.compress(json.dumps(list(texts)).encode(), 1)


def settle(root: str, kept: str | None, forgotten: Iterable[str]) -> None:
    """Make the entry of a change that was made one that can be taken back; delete others.

    The files outside the archive that go with it are moved, even if the change was interrupted.
    """
    folder = _folder(root)
    if folder is None:
        return
    for name in filter(_ENTRY.fullmatch, forgotten):
        path = os.path.join(folder, name + _ENDING)
        with contextlib.suppress(OSError, ValueError, KeyError):
            move([(new, old) for old, new in reversed(_entry(path).moved)])
        with contextlib.suppress(OSError):
            os.unlink(path)
    if kept and _ENTRY.fullmatch(kept):
        path = os.path.join(folder, kept)
        with contextlib.suppress(OSError, ValueError, KeyError):
            os.replace(path + _WAITING, path + _ENDING)
            move(_entry(path + _ENDING).moved)
            _prune(folder)


def move(pairs: Iterable[tuple[str, str]]) -> None:
    """Give files other paths, where these are free. Raises OSError."""
    for source, target in pairs:
        if os.path.exists(source) and not os.path.lexists(target):
            os.rename(source, target)


def _prune(folder: str) -> None:
    """Delete the oldest entries beyond what is kept. Raises OSError."""
    size = 0
    for position, name in enumerate(reversed(_names(folder, _ENDING))):
        path = os.path.join(folder, name + _ENDING)
        size += os.path.getsize(path)
        if position >= MOST_ENTRIES or size > MOST_BYTES:
            os.unlink(path)


def _names(folder: str, ending: str) -> list[str]:
    """Return the names of the entries with an ending, oldest first."""
    try:
        files = os.listdir(folder)
    except (FileNotFoundError, NotADirectoryError):
        return []
    names = [file.removesuffix(ending) for file in files if file.endswith(ending)]
    return sorted(name for name in names if _ENTRY.fullmatch(name))


def entries(root: str) -> list[Entry]:
    """Return the changes of an archive that can be taken back, newest first."""
    folder = _folder(root)
    kept: list[Entry] = []
    for name in reversed(_names(folder, _ENDING) if folder else []):
        with contextlib.suppress(OSError, ValueError, KeyError):
            kept.append(_entry(os.path.join(folder or "", name + _ENDING)))
    return kept


def _entry(path: str) -> Entry:
    """Return the entry in a file. Raises OSError, ValueError or KeyError."""
    import json

    with open(path, "rb") as stream:
        head: dict[str, Any] = json.loads(stream.readline())
    moved = tuple((old, new) for old, new in head["moved"])
    name = os.path.basename(path).removesuffix(_ENDING)
    return Entry(name, head["when"], head["command"], tuple(head["paths"]), moved)


def texts_of(root: str, entry: Entry) -> list[tuple[str, str | None, str | None]]:
    """Return the path of each file of a change, and its text before and after.

    Raises ValueError if the entry cannot be read.
    """
    import json

    try:
        with open(os.path.join(_folder(root) or "", entry.name + _ENDING), "rb") as stream:
            stream.readline()
            texts = json.loads(zlib.decompress(stream.read()))
    except (OSError, zlib.error) as error:
        raise ValueError(error) from None
    return [(path, old, new) for path, old, new in texts]
