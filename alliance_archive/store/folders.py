"""Where the program keeps what belongs to a user: folders by the customs of each system."""

from __future__ import annotations

import os
import sys
import zlib

_NAME = "alliance-archive"


def user_folder(xdg: str, on_windows: str, *below_home: str) -> str | None:
    """Return a folder for the program's files; None if the system has none.

    It is in `xdg`, the value of a variable of the XDG Base Directory Specification, or if that is
    no absolute path, below the home folder; on Windows it is that of the name in %LOCALAPPDATA%.
    """
    if os.path.isabs(xdg):
        return os.path.join(xdg, _NAME)
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return os.path.join(local, _NAME, on_windows) if local else None
    home = os.path.expanduser("~")
    return os.path.join(home, *below_home, _NAME) if os.path.isabs(home) else None


def name_of(root: str) -> str:
    """Return what files about an archive's real path are called.

    Two cheap checksums are enough: an index also records its archive (see `Cache.owns`), so
    archives with the same name would only rebuild each other's. hashlib would slow every start.
    """
    name = root.encode("utf-8", "surrogateescape")
    return f"{zlib.crc32(name):08x}{zlib.adler32(name):08x}"
