"""Many files read at once, by several processes if that is quicker, and returned in order."""

from __future__ import annotations

import gc
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager

from ..store.parse import MAX_BYTES
from ..store.read import read_records
from .storage import FileRows, rows_of

SHARE = 2**20
"""Bytes of YAML that take longer to read than a process takes to start."""
KEYS = MAX_BYTES // 8
"""How many keys a file has for its records of each kind, none of which is as short as 8 bytes."""
_MOST = 4  # with more, this process could not store the rows as fast as they come


@contextmanager
def gc_paused() -> Iterator[None]:
    """Pause the garbage collector, which would search millions of rows and find no cycles."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def read_many(root: str, sizes: Mapping[str, int], first: int) -> Generator[FileRows, None, None]:
    """Return the rows of each file, in order. Files that no worker delivers are read here.

    `sizes` are those of the files, by path. The records of each get keys of their own, from `first`
    on.
    """
    paths = [(path, first + KEYS * number) for number, path in enumerate(sizes)]
    total = sum(sizes.values())
    if total < 2 * SHARE:
        return (_rows(root, path) for path in paths)
    from ..processes import in_order, processors  # here, because few updates need it

    processes = min(processors(), _MOST, total // SHARE)
    return in_order(_rows, root, paths, list(sizes.values()), processes, collect=False)


def _rows(root: str, path: tuple[str, int]) -> FileRows:
    return rows_of(read_records(root, path[0]), path[1])
