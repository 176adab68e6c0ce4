"""Folders that appear whole or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from ..atomic import sync, sync_folder
from ..errors import ArchiveError, CannotWrite


class NotOurs(ArchiveError):
    """A folder that holds what this program has not written."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path} holds other files, and nothing of them is touched: "
            "name a new folder, an empty one, or an earlier data package of this archive"
        )


@contextlib.contextmanager
def whole_folder(path: str | os.PathLike[str], ours: Callable[[Path], bool]) -> Iterator[Path]:
    """A new folder that takes the path's place when the block ends without an error.

    What may be replaced is an empty folder, or one that `ours` knows for the program's own.
    Raises NotOurs or CannotWrite; after either the path holds what it held.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.is_dir() and any(target.iterdir()) and not ours(target):
            raise NotOurs(path)
        if target.exists() and not target.is_dir():
            raise NotADirectoryError(20, "it is no folder")
        made = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
        try:
            yield made
            for each in made.iterdir():
                sync(each)
            mask = os.umask(0)
            os.umask(mask)
            made.chmod(0o777 & ~mask)
            _swap(made, target)
        finally:
            shutil.rmtree(made, ignore_errors=True)
        sync_folder(target.parent)
    except OSError as error:
        raise CannotWrite(path, error) from error


def _swap(made: Path, target: Path) -> None:
    """Put the new folder where the old one is; no system has one step for both."""
    if not target.exists():
        made.rename(target)
        return
    aside = Path(tempfile.mkdtemp(prefix=f".{target.name}.old.", dir=target.parent))
    old = target.rename(aside / target.name)
    try:
        made.rename(target)
    except BaseException:
        old.rename(target)
        raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)
