"""The index of an archive, made from its files."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from ..store.files import Found, read, scan
from ..store.parse import Parsed
from .link import link
from .schema import INDEXES, TABLES
from .write import insert


def build(root: Path) -> sqlite3.Connection:
    """A new index, in memory, of every file below the root."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.executescript(TABLES)
    connection.execute("BEGIN")
    for found in sorted(scan(root), key=lambda each: each.path):
        if isinstance(found, Found):
            _add(connection, read(root, found.path), found)
        else:
            _add(connection, found, None)
    connection.execute("COMMIT")
    connection.executescript(INDEXES)
    connection.execute("BEGIN")
    link(connection, root)
    connection.execute("COMMIT")
    return connection


def _add(connection: sqlite3.Connection, parsed: Parsed, found: Found | None) -> None:
    size, mtime, inode = (found.size, found.mtime, found.inode) if found else (None, None, None)
    connection.execute(
        "INSERT INTO file VALUES (?, ?, ?, ?, NULL, ?)",
        (parsed.path, size, mtime, inode, parsed.unread),
    )
    insert(connection, parsed)
