"""Copies of files that programs left in the archive, compared with its records."""

from __future__ import annotations

import os
import sqlite3

from ..errors import LeadsOut, Problem
from ..store.read import read_records
from ..store.scan import inside
from .storage import records


def compared(problem: Problem, connection: sqlite3.Connection, root: str) -> Problem:
    """Return the problem of a copy with the ids of its records that the archive has otherwise.

    Not stored in the index, because they change with either file.
    """
    try:
        folder, name = os.path.split(inside(root, problem.path))
    except LeadsOut:
        return problem._replace(message=f"{problem.message}. It is a link out of the archive")
    copy = read_records(folder, name)
    differ = [
        record.id
        for record, _ in copy.records
        if record not in records(connection, record.KIND, "id = ?", record.id)
    ]
    said = f". Records that differ: {', '.join(differ)}" if differ else ""
    if copy.unread:
        said = ". It cannot be read, so its records were not compared"
    return problem._replace(message=problem.message + said)
