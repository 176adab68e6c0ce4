"""The lines of a file that problems point at."""

from __future__ import annotations

import os
import re

from .parse import MAX_BYTES
from .read import read_bytes

# Where YAML 1.1 (4.2) ends a line; str.splitlines would end it at form feeds too.
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


def lines_of(path: str | os.PathLike[str]) -> list[str]:
    """The file's lines, whatever its bytes are; none when it cannot be read or is too large."""
    try:
        data = read_bytes(path, MAX_BYTES)
    except OSError:
        return []
    return _BREAK.split(data.decode("utf-8-sig", "replace")) if data is not None else []
