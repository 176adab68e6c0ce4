"""Which archive: the one named, the environment's, the nearest data/, or the one shipped."""

from __future__ import annotations

import os
import re
from pathlib import Path

from ..errors import ArchiveError, NoArchive

_SECTION = re.compile(rb"^(participants|meetings|topics|source|statements):", re.M)
_PACKAGE = Path(__file__).parent.parent


def locate(named: str | os.PathLike[str] | None = None) -> Path:
    """The archive's folder: `named`, else ALLIANCE_ARCHIVE, else the nearest, else the shipped.

    The nearest is a folder `data` that holds an archive, in the working directory or above it.
    Raises NoArchive when the folder named is none or holds no .yaml file.
    """
    chosen = named or os.environ.get("ALLIANCE_ARCHIVE")
    if chosen:
        folder = Path(chosen)
        if not folder.is_dir():
            what = "is not a folder" if folder.exists() else "does not exist"
            raise NoArchive(f"no archive: {folder} {what}")
        if not _holds_yaml(folder):
            raise NoArchive.at(folder)
        return folder
    return _nearest() or shipped()


def shipped() -> Path:
    """The archive that comes with the package; in a checkout, the checkout's own data/."""
    for folder in (_PACKAGE / "data", _PACKAGE.parent / "data"):
        if folder.is_dir():
            return folder
    raise ArchiveError("the package's own archive is missing; name one with --archive DIR")


def _nearest() -> Path | None:
    try:
        here = Path.cwd()
    except OSError:
        return None  # the working directory has been removed
    for folder in (here, *here.parents):
        candidate = folder / "data"
        if candidate.is_dir() and _is_archive(candidate):
            return candidate
    return None


def _holds_yaml(folder: Path) -> bool:
    return next(folder.rglob("*.yaml"), None) is not None


def _is_archive(folder: Path) -> bool:
    """Whether any of its files has a section of ours: many projects keep a data/ of their own."""
    # No deeper than one folder: nothing says how large a stranger's data/ is.
    for path in (*folder.glob("*.yaml"), *folder.glob("*/*.yaml")):
        try:
            if path.is_file() and _SECTION.search(_head(path)):
                return True
        except OSError:
            continue
    return False


def _head(path: Path) -> bytes:
    with open(path, "rb") as stream:
        return stream.read(65536)
