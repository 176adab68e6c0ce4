"""An index compared with one made from the files: what `index --check` finds.

It takes as long as a rebuild, and finds what no look-up can see: an error of the disk in a list of
references or words of an index that is too large to be checked as a whole at every start.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from ..model.fields import KINDS
from .cache import copy_of
from .changes import stored_notes
from .refresh import fill
from .schema import DAYS, DRAFTED, columns

if TYPE_CHECKING:
    from .refresh import Progress

_FULL_TEXT = ("words", "topic_words", "meeting_words")


def differences(
    connection: sqlite3.Connection, root: str, progress: Progress | None = None
) -> list[str]:
    """Return the tables of an index that are not as the files have them, or "all" if unreadable.

    Raises OperationalError if another process has it locked.
    """
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        fill(fresh, root, progress)
        # A copy, because FTS5 takes the request for its check as a change.
        with contextlib.closing(copy_of(connection)) as copy:
            try:
                return list(_differing(copy, fresh))
            except sqlite3.DatabaseError:
                return ["all"]


def _differing(copy: sqlite3.Connection, fresh: sqlite3.Connection) -> Iterator[str]:
    """Yield the tables that differ; within SQLite's own structures, "indexes"."""
    if _statuses(copy) != _statuses(fresh):
        yield "files"
    for table, sql in _contents():
        if any(
            row != fresh_row
            for row, fresh_row in zip_longest(copy.execute(sql), fresh.execute(sql))
        ):
            yield table
    if copy.execute("PRAGMA integrity_check").fetchone() != ("ok",):
        yield "indexes"
    for table in _FULL_TEXT:
        try:
            copy.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
        except sqlite3.DatabaseError:
            yield f"{table} (lists of words)"


def _statuses(connection: sqlite3.Connection) -> dict[str, Any]:
    """Return the notes of all files, without the checksums of some."""
    return {path: note[:4] for path, note in stored_notes(connection).items()}


_KEPT = {
    "meta": "SELECT * FROM meta WHERE key NOT IN ('sum', 'file_sum') ORDER BY key",
    "unread": "SELECT path FROM unread ORDER BY path",
    "problem": "SELECT * FROM problem ORDER BY 1, 2, 3, 4, 5, 6, 7, 8",
    # An update leaves the roles of days on which nobody speaks any longer.
    "role": """SELECT DISTINCT l.* FROM role l JOIN attribution a USING (participant)
        JOIN statement s ON s.pk = a.statement
            AND (s.first_day, s.last_day) = (l.first_day, l.last_day)
        ORDER BY 1, 2, 3""",
}
# Tables whose rows belong to a record: its kind, the column of its key, and the other columns.
_LINKED = {
    "attribution": ("statement", "statement", "l.capacity || l.participant, l.position"),
    "statement_topic": ("statement", "statement", "l.topic, l.position"),
    "mention": ("statement", "statement", "l.meeting, l.position"),
    "office": ("participant", "participant", "l.position, l.role, l.at"),
    "words": ("statement", "rowid", "l.text, l.quoted, l.cue, l.named"),
    "topic_words": ("topic", "rowid", "l.text"),
    "meeting_words": ("meeting", "rowid", "l.text"),
}


def _contents() -> Iterator[tuple[str, str]]:
    """Yield each table, with SQL for its rows in which keys are replaced by places in files."""
    yield from _KEPT.items()
    for kind in KINDS:
        names = [*columns(kind)[1:], *(["drafted"] if kind in DRAFTED else [])]
        names += [*DAYS, "dated_sum", "report_rank", "replaced"] if kind == "statement" else []
        yield kind, f"SELECT {', '.join(names)} FROM {kind} ORDER BY path, line, column, id"
        of_kind = f"(SELECT * FROM name WHERE kind = '{kind}')"
        yield "name", _linked(of_kind, kind, "record", "l.key, l.partial")
    for table, (kind, key, others) in _LINKED.items():
        yield table, _linked(table, kind, key, others)


def _linked(table: str, kind: str, key: str, others: str) -> str:
    return (
        f"SELECT r.path, r.line, r.column, {others} FROM {table} l"
        f" LEFT JOIN {kind} r ON r.pk = l.{key} ORDER BY 1, 2, 3, 4"
    )
