"""Every problem of an archive: those in its index, and those that depend on the day or a copy.

Parsers and rules are imported only where there is a copy, or a planned meeting that has passed.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable

from ..errors import LeadsOut, Problem
from .intact import check_sum

_PASSED = (
    "sound AND status = 'planned' AND last_day < ? AND last_day >="
    " (SELECT coalesce(min(first_day), '') FROM source WHERE sound)"
)


def every_problem(connection: sqlite3.Connection, root: str, today: str | None) -> list[Problem]:
    """Return the problems in the files of an archive, and the notes of a day, YYYY-MM-DD, sorted.

    Raises DamagedIndex.
    """
    problems = list(_notes(connection, root, today)) if today else []
    sql = "SELECT path, line, column, code, message, severity, sum FROM problem"
    for *row, digest in connection.execute(sql).fetchall():
        check_sum(tuple(row), digest)
        problem = Problem(*row)
        problems.append(_compared(problem, connection, root) if problem.code == "copy" else problem)
    return sorted(problems)


def _compared(problem: Problem, connection: sqlite3.Connection, root: str) -> Problem:
    """Return the problem of a copy with the ids of its records that the archive has otherwise.

    Not stored in the index, because they change with either file.
    """
    from ..store.read import read_records
    from ..store.scan import inside
    from .storage import records

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


def _notes(connection: sqlite3.Connection, root: str, today: str) -> Iterable[Problem]:
    """Return the notes of a day: planned meetings that have passed.

    Meetings before every source have a warning already.
    """
    if not connection.execute(f"SELECT 1 FROM meeting WHERE {_PASSED}", (today,)).fetchone():
        return ()
    from ..check.record import date_passed
    from .lookup import problems_of
    from .storage import records

    passed = records(connection, "meeting", _PASSED, today)
    return problems_of(root, ((m.origin, note) for m in passed for note in date_passed(m, today)))
