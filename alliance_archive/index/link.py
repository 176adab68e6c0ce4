"""What holding the records against each other gives: dates, problems, soundness."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from ..dates import day_span
from ..errors import Problem
from ..records import Meeting, Origin, Participant, Source, Statement, Topic
from ..store.check import across, effective_span, look_alikes
from ..store.codes import CODES
from ..store.files import read_bytes
from ..store.parse import MAX_BYTES
from ..store.places import FieldPath, places
from ..store.rules import Finding
from .read import STATEMENT_COLUMNS, records, statement_of
from .schema import KINDS

Located = tuple[Origin, Finding]


def link(connection: sqlite3.Connection, root: Path) -> None:
    """Date every statement, find the problems across records, and mark what is unsound."""
    connection.execute("DELETE FROM problem WHERE across")
    for kind in KINDS:
        connection.execute(f"UPDATE {kind} SET sound = 1 WHERE NOT sound")
    found = list(_duplicates(connection))
    _unsound(connection, found)
    known = _Archive(connection)
    for kind in ("participant", "meeting", "topic"):
        for record in known.all(kind):
            found += [(record.origin, finding) for finding in across(record, known)]
    for person, finding in look_alikes(known.all("participant")):
        assert person.origin is not None
        found.append((person.origin, finding))
    found += _statements(connection, known)
    if connection.execute("SELECT 1 FROM file WHERE unread").fetchone():
        # What an unread file holds is not known, so nothing is said to be nowhere.
        found = [each for each in found if each[1].code != "unknown-reference"]
    _unsound(connection, found)
    # Without its source a statement cannot be cited.
    connection.execute(
        "UPDATE statement SET sound = 0 WHERE source NOT IN (SELECT id FROM source WHERE sound)"
    )
    _store(connection, root, found)


def _duplicates(connection: sqlite3.Connection) -> Iterator[Located]:
    """A finding at every record whose id another has too, naming the other's place."""
    union = " UNION ALL ".join(f"SELECT id, path, line FROM {kind}" for kind in KINDS)
    sql = (
        f"WITH entry AS ({union}) SELECT * FROM entry WHERE id IN"
        " (SELECT id FROM entry GROUP BY id HAVING count(*) > 1) ORDER BY id, path, line"
    )
    places_of: dict[str, list[Origin]] = {}
    for ident, path, line in connection.execute(sql):
        places_of.setdefault(ident, []).append(Origin(path, line))
    for ident, origins in places_of.items():
        for origin in origins:
            others = ", ".join(f"{o.path}:{o.line}" for o in origins if o is not origin)
            yield origin, Finding(("id",), "duplicate-id", f"“{ident}” stands also in {others}")


def _statements(connection: sqlite3.Connection, known: _Archive) -> Iterator[Located]:
    dated = []
    for row in connection.execute(f"SELECT {STATEMENT_COLUMNS}, pk FROM statement WHERE sound"):
        statement = statement_of(row[:-1])
        assert statement.origin is not None
        dated.append((*_dates(statement, known), row[-1]))
        for finding in across(statement, known):
            yield statement.origin, finding
    connection.executemany(
        "UPDATE statement SET date = ?, date_from = ?, first_day = ?, last_day = ? WHERE pk = ?",
        dated,
    )


def _dates(statement: Statement, known: _Archive) -> tuple[str | None, ...]:
    """The date that holds for a statement, whose date it is, and its first and last day."""
    span = effective_span(statement, known) or (None, None)
    if statement.date:
        return statement.date, "statement", *span
    meeting = known.meeting(statement.meeting) if statement.meeting else None
    if meeting:
        end = f"/{meeting.end_date}" if meeting.end_date else ""
        return meeting.date + end, "meeting", *span
    source = known.source(statement.source)
    return (source.date, "source", *span) if source else (None, None, None, None)


def _unsound(connection: sqlite3.Connection, found: Collection[Located]) -> None:
    errors = {
        (origin.path, origin.line)
        for origin, finding in found
        if CODES[finding.code].severity == "error"
    }
    for kind in KINDS:
        connection.executemany(
            f"UPDATE {kind} SET sound = 0 WHERE path = ? AND line = ?", sorted(errors)
        )


def _store(connection: sqlite3.Connection, root: Path, found: list[Located]) -> None:
    """Keep the findings as problems, each at the line and column of its field."""
    by_path: dict[str, list[tuple[int, Finding]]] = {}
    for origin, finding in found:
        by_path.setdefault(origin.path, []).append((origin.line, finding))
    for path, findings in by_path.items():
        where = _places(root / path, [(line, finding.field) for line, finding in findings])
        for line, finding in findings:
            at_line, column = where.get((line, finding.field), (line, 1))
            code = CODES[finding.code]
            problem = Problem(path, at_line, column, finding.code, finding.message, code.severity)
            connection.execute(
                "INSERT INTO problem VALUES (?, ?, ?, ?, ?, ?, 1)",
                (path, at_line, column, problem.code, problem.message, problem.severity),
            )


def _places(
    path: Path, wanted: list[tuple[int, FieldPath]]
) -> dict[tuple[int, FieldPath], tuple[int, int]]:
    try:
        data = read_bytes(path, MAX_BYTES)
    except OSError:
        data = None  # it vanished since it was parsed: the record's own line has to do
    return places(data, wanted) if data is not None else {}


class _Archive:
    """The records as the rules ask for them; all but the statements are kept in memory."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._records: dict[str, dict[str, Any]] = {
            kind: {record.id: record for record in records(connection, kind, "sound")}
            for kind in KINDS
            if kind != "statement"
        }
        self._ids: dict[str, frozenset[str]] = {}

    def all(self, kind: str) -> list[Any]:
        return list(self._records[kind].values())

    def participant(self, ident: str) -> Participant | None:
        return self._records["participant"].get(ident)

    def meeting(self, ident: str) -> Meeting | None:
        return self._records["meeting"].get(ident)

    def topic(self, ident: str) -> Topic | None:
        return self._records["topic"].get(ident)

    def source(self, ident: str) -> Source | None:
        return self._records["source"].get(ident)

    def ids(self, kind: str) -> frozenset[str]:
        if kind not in self._ids:
            sql = f"SELECT id FROM {kind} UNION SELECT id FROM left_out WHERE kind = ?"
            self._ids[kind] = frozenset(row[0] for row in self._connection.execute(sql, (kind,)))
        return self._ids[kind]

    def first_source_day(self) -> str | None:
        return min((day_span(source.date)[0] for source in self.all("source")), default=None)
