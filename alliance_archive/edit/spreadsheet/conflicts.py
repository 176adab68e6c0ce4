"""A cell that the file, the archive or both have changed since it was exported."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ...errors import ArchiveError
from ...render.cells import counted

THEIRS, OURS = SIDES = ("theirs", "ours")


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
        lines = [f"{name}: {counted(rows, 'conflict')}; nothing was written:"]
        for cell in cells:
            where = f"row {cell.row}, {cell.id}, {cell.column}"
            lines.append(f"{where}: {_CHANGED[cell.changed]}")
            lines += [
                f"  archive: {cell.archive or '(empty)'}",
                f"  file:    {cell.file or '(empty)'}",
            ]
        lines.append("to take the file's values: --theirs; to keep the archive's: --ours")
        super().__init__("\n".join(lines))
