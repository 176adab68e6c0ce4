"""A cell that the file, the archive or both have changed since it was exported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...errors import ArchiveError
from ...render.cells import counted

THEIRS, OURS = "theirs", "ours"


class CellChange(NamedTuple):
    """A cell of a record: its value in the archive and in the file, and which of them changed.

    `changed` is "file", "archive", "both", or "either" without digests to tell.
    """

    row: int
    id: str
    column: str
    archive: str
    file: str
    changed: str


_CHANGED = {
    "file": "changed in the file",
    "archive": "changed in the archive",
    "both": "changed in both",
    "either": "differs; the file has no base, which would tell where it was changed",
}


class Conflicts(ArchiveError):
    """Rows whose record has changed, too, since they were exported; nothing was written."""

    exit_code = 1

    def __init__(self, name: str, cells: Sequence[CellChange]) -> None:
        self.cells = tuple(cells)
        rows = len({cell.row for cell in cells})
        count = f"{name}: {counted(rows, 'conflict')}; nothing was written:"
        super().__init__("\n".join([count, *conflict_lines(cells)]))


def conflict_lines(cells: Sequence[CellChange]) -> Iterator[str]:
    """Yield both values of each cell in conflict, and then what to do."""
    for cell in cells:
        yield f"row {cell.row}, {cell.id}, {cell.column}: {_CHANGED[cell.changed]}"
        yield f"  archive: {cell.archive or '(empty)'}"
        yield f"  file:    {cell.file or '(empty)'}"
    if cells:
        yield "to take the file's values: --theirs; to keep the archive's: --ours"
