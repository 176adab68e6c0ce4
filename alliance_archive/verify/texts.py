"""The sources' texts, which are no part of the archive: where they lie, and how they are read."""

from __future__ import annotations

import os
from pathlib import Path

from ..errors import ArchiveError
from ..store.read import read_bytes

MAX_TEXT_BYTES = 64 * 2**20


def texts_folder(named: str | None) -> Path | None:
    """The folder of `named`, else of ALLIANCE_ARCHIVE_TEXTS; None if neither is given.

    Raises ArchiveError when it is no folder.
    """
    chosen = named or os.environ.get("ALLIANCE_ARCHIVE_TEXTS")
    if not chosen:
        return None
    folder = Path(chosen)
    if not folder.is_dir():
        raise ArchiveError(f"no texts: {folder} is not a folder")
    return folder


def read_text(path: Path) -> bytes | None:
    """The bytes of a text, None if there is none. Raises ArchiveError if it cannot be read."""
    try:
        data = read_bytes(path, MAX_TEXT_BYTES)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ArchiveError(f"cannot read {path}: {error.strerror}") from None
    if data is None:
        raise ArchiveError(f"{path} is larger than {MAX_TEXT_BYTES // 2**20} MiB")
    return data
