"""A change of several files of an archive: all of them are replaced, or none.

The new contents are written into a folder beside the lock. An intent record in it then lists which
file each is to replace; from then on the change is made. The files are moved to their places, and
the folder is removed. Whoever next holds the lock finishes what was interrupted after that, and
before it nothing had changed.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from ..atomic import mode_of, sync, sync_folder
from ..errors import ArchiveError, CannotWrite
from . import history
from .locate import STAGE
from .lock import locked_within
from .scan import inside

_INTENT = "intent.json"
_STAGED = re.compile(r"[0-9]+(\.old)?")
_WRITTEN = (".yaml", ".txt")  # how the names end of all files that a change writes
_PATIENCE = 1.0  # seconds that a look-up waits for a change that is under way


class Replacement(NamedTuple):
    """A file of an archive, with its text before and after a change; None where there is no file.

    `path` is relative to the archive. Bytes that are not UTF-8 are in the text as surrogates.
    """

    path: str
    old: str | None
    new: str | None


class Interrupted(ArchiveError):
    """A change that was interrupted, and that this process cannot finish."""

    exit_code = 1

    def __init__(self, command: str, error: object) -> None:
        super().__init__(
            f"a change was interrupted ({command}), and cannot be finished: {error}. "
            "Run any command where the archive can be written to"
        )


class NotOurs(ArchiveError):
    """What is beside the lock does not record a change that this program makes."""

    exit_code = 1

    def __init__(self, stage: str) -> None:
        super().__init__(
            f"{stage} does not hold a change that can be finished; nothing was written. "
            "If no other command is running, delete that folder"
        )


class _Intent(NamedTuple):
    """What is still to be done for a change: (path, staged file or None, digest before) for each.

    `back` says that the change is being taken back. `kept` and `forgotten` are entries of the
    history, see `history.settle`.
    """

    command: str
    moves: list[tuple[str, str | None, str | None]]
    back: bool = False
    kept: str | None = None
    forgotten: Sequence[str] = ()


def pending(root: str) -> bool:
    """Return whether a change of the archive has begun and is not finished."""
    stage = os.path.join(root, STAGE)
    return os.path.isfile(os.path.join(stage, _INTENT)) and not os.path.islink(stage)


def text_of(path: str | os.PathLike[str]) -> str | None:
    """Return a file's text, bytes that are not UTF-8 as surrogates; None without a file."""
    try:
        return Path(path).read_bytes().decode("utf-8", "surrogateescape")
    except FileNotFoundError:
        return None


def replace_files(
    root: str,
    command: str,
    replacements: Sequence[Replacement],
    *,
    kept: str | None = None,
    forgotten: Sequence[str] = (),
) -> None:
    """Replace files of the archive, all of them or none, for a command. The caller holds the lock.

    Raises CannotWrite; every file is then as it was, unless the message says otherwise.
    """
    stage = os.path.join(root, STAGE)
    try:
        _discard(stage)
        os.mkdir(stage, 0o700)
        moves = [
            _staged(root, stage, str(position), *replacement)
            for position, replacement in enumerate(replacements)
        ]
        intent = _Intent(command, moves, False, kept, forgotten)
        _record(stage, intent)
    except OSError as error:
        with contextlib.suppress(OSError):
            _discard(stage)
        raise CannotWrite(error.filename or stage, error) from None
    try:
        _finish(root, stage, intent)
    except OSError as error:
        _take_back(root, stage, command, replacements, error)


def recover(root: str) -> str | None:
    """Finish a change that was interrupted, and return what to say of it; None without one.

    The caller holds the lock. Raises Interrupted or NotOurs.
    """
    if not pending(root):
        return None
    stage = os.path.join(root, STAGE)
    intent = _recorded(root, stage)
    try:
        left = _finish(root, stage, intent, careful=True)
    except (OSError, ArchiveError) as error:
        raise Interrupted(intent.command, _why(error)) from None
    done = "took back" if intent.back else "finished"
    message = f"{done} a change that was interrupted: {intent.command}"
    if left:
        message += f"; changed since, and left as it is: {', '.join(left)}"
    return message


def meet(root: str) -> str | None:
    """Finish a change that was interrupted, or wait for one under way; return what to say of it.

    Raises Interrupted or NotOurs.
    """
    if not pending(root):
        return None
    try:
        with locked_within(root, _PATIENCE) as is_locked:
            if is_locked:
                return recover(root)
    except CannotWrite as error:
        raise Interrupted(_recorded(root, os.path.join(root, STAGE)).command, error) from None
    if not pending(root):
        return None
    return "a change of the archive is under way: parts of it may be missing here"


def _staged(
    root: str, stage: str, name: str, path: str, old: str | None, new: str | None
) -> tuple[str, str | None, str | None]:
    """Write a file's new content beside the lock, and return its move. Raises OSError."""
    target = os.path.realpath(inside(root, path))
    if os.path.exists(target) and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "the file is not writable", target)
    if new is None:
        return path, None, _digest(old)
    staged = os.path.join(stage, name)
    with open(staged, "w", encoding="utf-8", errors="surrogateescape", newline="") as stream:
        stream.write(new)
    os.chmod(staged, mode_of(Path(target)))
    sync(staged)
    return path, name, _digest(old)


def _digest(text: str | None) -> str | None:
    import hashlib

    if text is None:
        return None
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


def _record(stage: str, intent: _Intent) -> None:
    """Write the intent, which from then on is a fact. Raises OSError."""
    import json

    path = os.path.join(stage, _INTENT)
    with open(f"{path}.new", "w", encoding="utf-8", newline="") as stream:
        json.dump(intent._asdict(), stream)
    sync(f"{path}.new")
    sync_folder(Path(stage))
    os.replace(f"{path}.new", path)
    sync_folder(Path(stage))


def _recorded(root: str, stage: str) -> _Intent:
    """Return the intent. Raises NotOurs: it may have come with an archive of somebody else."""
    import json

    try:
        with open(os.path.join(stage, _INTENT), encoding="utf-8") as stream:
            read: dict[str, Any] = json.load(stream)
        intent = _Intent(**read)
        _refuse_strange(root, stage, intent)
    except (OSError, TypeError, ValueError, RecursionError, ArchiveError):
        raise NotOurs(stage) from None
    return intent


def _refuse_strange(root: str, stage: str, intent: _Intent) -> None:
    """Refuse an intent that moves anything but staged files to those of records and texts.

    Any other file, such as a hook of git, might later be run. Raises ValueError, TypeError or
    LeadsOut.
    """
    for text in (intent.command, intent.kept or "", *intent.forgotten):
        if not isinstance(text, str):
            raise TypeError(text)
    for path, staged, _ in intent.moves:
        if not os.path.realpath(inside(root, path)).endswith(_WRITTEN):
            raise ValueError(path)
        source = os.path.join(stage, staged or "")
        strange = os.path.islink(source) or (os.path.exists(source) and not os.path.isfile(source))
        if staged is not None and (strange or not _STAGED.fullmatch(staged)):
            raise ValueError(staged)


def _finish(root: str, stage: str, intent: _Intent, careful: bool = False) -> list[str]:
    """Move the staged files to their places, and forget the intent. Raises OSError.

    If `careful`, files that somebody has edited since are left, and their paths returned.
    """
    left, folders = [], set()
    for path, staged, old in intent.moves:
        target = Path(os.path.realpath(inside(root, path)))
        source = os.path.join(stage, staged) if staged else None
        if source and not os.path.exists(source):
            continue  # it was moved before
        if careful and _digest(text_of(target)) != old:
            if source or target.exists():
                left.append(path)
            continue
        if source is None:
            target.unlink(missing_ok=True)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            _move(source, target)
        folders.add(target.parent)
    for folder in folders:
        sync_folder(folder)
    history.settle(root, intent.kept, intent.forgotten)
    _discard(stage)
    return left


def _move(source: str, target: Path) -> None:
    try:
        os.replace(source, target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        # The folder is on another file system: copied beside the target first.
        beside = f"{os.path.join(target.parent, '.' + target.name)}.tmp"
        shutil.copy2(source, beside)
        sync(beside)
        os.replace(beside, target)
        os.unlink(source)


def _take_back(
    root: str, stage: str, command: str, replacements: Sequence[Replacement], error: OSError
) -> None:
    """Put back the files that were replaced before an error. Raises CannotWrite."""
    path = error.filename2 or error.filename or root
    try:
        moves = [
            _staged(root, stage, f"{position}.old", path, new, old)
            for position, (path, old, new) in enumerate(replacements)
            if text_of(inside(root, path)) != old
        ]
        if moves:
            intent = _Intent(command, moves, back=True)
            _record(stage, intent)
            _finish(root, stage, intent)
        else:
            _discard(stage)
    except OSError:
        unfinished = f"{error.strerror}; the next command finishes this change"
        raise CannotWrite(path, OSError(error.errno, unfinished)) from None
    raise CannotWrite(path, error) from None


def _discard(stage: str) -> None:
    """Remove the folder of a change, the intent first. Raises OSError."""
    if os.path.islink(stage):  # never what it leads to
        os.unlink(stage)
    with contextlib.suppress(FileNotFoundError):
        os.unlink(os.path.join(stage, _INTENT))
    with contextlib.suppress(FileNotFoundError):
        for name in os.listdir(stage):
            os.unlink(os.path.join(stage, name))
        os.rmdir(stage)


def _why(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"cannot write {error.filename2 or error.filename}: {error.strerror}"
    return str(error)
