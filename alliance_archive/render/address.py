"""Addresses of places in files, for terminals that make links of them."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote


def file_address(path: str, line: int) -> str:
    """The file: address of a line, in nothing but ASCII; the path must be absolute.

    It names the machine, so that a terminal at the other end of a connection does not look for
    the file on its own; the line stands behind the #.
    """
    address = Path(path).as_uri()
    host = quote(os.uname().nodename, safe="") if hasattr(os, "uname") else ""
    return f"{address.replace('file://', f'file://{host}', 1)}#{line}"
