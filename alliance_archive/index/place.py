"""Where an archive's index lies: in the user's cache folder, one file for each archive folder."""

from __future__ import annotations

import os
import sys
import zlib

NAME = "alliance-archive"


def cache_folder() -> str | None:
    """The folder for indexes; None when the system gives no place for one.

    XDG Base Directory Specification on Linux and the like, ~/Library/Caches on macOS,
    %LOCALAPPDATA% on Windows.
    """
    given = os.environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(given):
        return os.path.join(given, NAME)
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return os.path.join(local, NAME, "Cache") if local else None
    home = os.path.expanduser("~")
    if not os.path.isabs(home):
        return None
    inner = os.path.join("Library", "Caches") if sys.platform == "darwin" else ".cache"
    return os.path.join(home, inner, NAME)


def index_path(root: str) -> str | None:
    """The index's file for an archive folder, given by its real path; None without a cache."""
    folder = cache_folder()
    if folder is None:
        return None
    whole = root.encode("utf-8", "surrogateescape")
    # Two sums tell folders apart well enough: an index also says in itself whose it is.
    return os.path.join(folder, f"{zlib.crc32(whole):08x}{zlib.adler32(whole):08x}.sqlite")
