"""The notes that depend on the day: planned meetings that have passed."""

from __future__ import annotations

import sqlite3

from ..errors import Problem

_PASSED = (
    "sound AND status = 'planned' AND last_day < ? AND last_day >="
    " (SELECT coalesce(min(first_day), '') FROM source WHERE sound)"
)


def notes(connection: sqlite3.Connection, root: str, today: str) -> list[Problem]:
    """Return the notes of a day, YYYY-MM-DD.

    Meetings before every source have a warning already.
    """
    if not connection.execute(f"SELECT 1 FROM meeting WHERE {_PASSED}", (today,)).fetchone():
        return []
    # Imported here, because it loads the records, the parser and all rules.
    from ..check.record import date_passed
    from .storage import records
    from .validate import problems_of

    return problems_of(
        root,
        [
            (meeting.origin, finding)
            for meeting in records(connection, "meeting", _PASSED, today)
            for finding in date_passed(meeting, today)
        ],
    )
