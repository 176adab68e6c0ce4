"""Where an index is, and what it contains."""

from __future__ import annotations

import os
from typing import NamedTuple

from .changes import stored_notes
from .opening import Opened, index_path


class IndexStatus(NamedTuple):
    """Where an archive's index is, and what it contains.

    `path` is None without a cache folder; `size` is in bytes, None for an index in memory. `state`
    says whether it was up to date, updated or rebuilt; `files` and `statements` include those with
    errors.
    """

    path: str | None
    size: int | None
    state: str
    files: int
    statements: int


def status_of(opened: Opened, root: str) -> IndexStatus:
    """Return the status of the opened index of an archive's real path."""
    (statements,) = opened.connection.execute("SELECT count(*) FROM statement").fetchone()
    return IndexStatus(
        opened.path or index_path(root),
        os.path.getsize(opened.path) if opened.path else None,
        opened.state,
        len(stored_notes(opened.connection)),
        statements,
    )
