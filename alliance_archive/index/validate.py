"""What holding the records against each other gives: dates, problems, soundness."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Collection, Iterator
from functools import cache, lru_cache, partial
from itertools import product
from typing import Any

from ..check.archive import across, effective_span, look_alikes
from ..check.codes import CODES
from ..check.record import Finding
from ..model.records import Anchor, Meeting, Origin, Participant, Source, Statement, Topic
from ..store.parse import MAX_BYTES
from ..store.places import Field, places
from ..store.read import read_bytes
from .read import records, split
from .schema import KINDS

Located = tuple[Origin, Finding]
_TWICE = """SELECT id FROM ({}) WHERE id != '' GROUP BY id HAVING count(*) > 1""".format(
    " UNION ALL ".join(f"SELECT id FROM {kind}" for kind in KINDS)
)


def link(connection: sqlite3.Connection, root: str) -> None:
    """Date every statement, find the problems across records, and mark what is unsound."""
    connection.execute("DELETE FROM problem WHERE across")
    for kind in KINDS:
        connection.execute(f"UPDATE {kind} SET sound = (state = 0) WHERE sound != (state = 0)")
    found = list(_duplicates(connection))
    _unsound(connection, found)
    known = _Archive(connection)
    for kind in ("meeting", "topic"):
        for whole in (True, False):
            for record in records(connection, kind, "state < 2" if whole else "state = 2"):
                found += [(record.origin, each) for each in across(record, known, whole=whole)]
    for person, finding in look_alikes(records(connection, "participant", "sound")):
        assert person.origin is not None
        found.append((person.origin, finding))
    found += _statements(connection, known, "1")
    _finish(connection, root, found, "1")


def relink(connection: sqlite3.Connection, root: str, paths: list[str]) -> None:
    """The same for files that hold only sources and statements and concern no other file."""
    own = f"path IN ({', '.join('?' * len(paths))})"
    found = list(_statements(connection, _Archive(connection), own, *paths))
    _finish(connection, root, found, own, *paths)


def _finish(
    connection: sqlite3.Connection, root: str, found: list[Located], own: str, *values: object
) -> None:
    if connection.execute("SELECT 1 FROM file WHERE unread").fetchone():
        # What an unread file holds is not known, so nothing is said to be nowhere.
        found = [each for each in found if each[1].code != "unknown-reference"]
    _unsound(connection, found)
    # Without its source a statement cannot be cited.
    connection.execute(
        f"UPDATE statement SET sound = 0 WHERE {own}"
        " AND sound AND source NOT IN (SELECT id FROM source WHERE sound)",
        values,
    )
    _store(connection, root, found)


def _duplicates(connection: sqlite3.Connection) -> Iterator[Located]:
    """A finding at every record whose id another has too, naming the other's place."""
    twice = connection.execute(_TWICE).fetchall()
    places_of: dict[str, list[Origin]] = {}
    for (ident,), kind in product(twice, KINDS):
        sql = f"SELECT path, line, column FROM {kind} WHERE id = ?"
        for row in connection.execute(sql, (ident,)):
            places_of.setdefault(ident, []).append(Origin(*row))
    for ident, found in places_of.items():
        origins = sorted(found, key=lambda each: (each.path, each.line, each.column))
        for origin in origins:
            others = ", ".join(f"{o.path}:{o.line}" for o in origins if o is not origin)
            yield origin, Finding(("id",), "duplicate-id", f"“{ident}” stands also in {others}")


def _statements(
    connection: sqlite3.Connection, known: _Archive, condition: str, *values: object
) -> Iterator[Located]:
    """Date the statements of a condition; their findings."""
    judged = lru_cache(_REMEMBERED)(partial(_judged, known))
    sql = (
        f"SELECT pk, topics, state = 2, {_LINKS} FROM statement"
        f" WHERE pk > ? AND ({condition}) ORDER BY pk LIMIT {_BATCH}"
    )
    last = 0
    while batch := connection.execute(sql, (last, *values)).fetchall():
        dated = []
        for pk, topics, *links in batch:
            dates, findings = judged("", *links)
            _, of_topics = judged(topics)
            dated.append((*dates, pk))
            if findings or of_topics:
                origin = _origin(connection, pk)
                yield from ((origin, each) for each in (*findings, *of_topics))
        connection.executemany(_DATE, dated)
        last = batch[-1][0]


def _origin(connection: sqlite3.Connection, pk: int) -> Origin:
    sql = "SELECT path, line, column FROM statement WHERE pk = ?"
    return Origin(*connection.execute(sql, (pk,)).fetchone())


# What dates and rules ask of a statement beside its topics; most statements have it in common.
_LINKS = "attributed_to, voiced_by, meeting, own_date, source, iif(note IS NULL, NULL, '…')"
_DATE = "UPDATE statement SET date = ?, date_from = ?, first_day = ?, last_day = ? WHERE pk = ?"
_REMEMBERED = 4096
_BATCH = 4096


def _judged(
    known: _Archive,
    topics: str,
    partly: bool = True,
    attributed_to: str = "",
    voiced_by: str = "",
    meeting: str | None = None,
    date: str | None = None,
    source: str = "",
    note: str | None = None,
) -> tuple[tuple[str | None, ...], tuple[Finding, ...]]:
    """The dates and findings of any statement with these links to other records."""
    statement = Statement(
        "",
        "",
        split(attributed_to),
        Anchor(0, 0),
        split(voiced_by),
        meeting=meeting,
        date=date,
        topics=split(topics),
        note=note,
        source=source,
    )
    return _dates(statement, known), tuple(across(statement, known, whole=not partly))


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
        (origin.path, origin.line, origin.column)
        for origin, finding in found
        if CODES[finding.code].severity == "error"
    }
    for kind in KINDS:
        connection.executemany(
            f"UPDATE {kind} SET sound = 0 WHERE path = ? AND line = ? AND column = ?",
            sorted(errors),
        )


def _store(connection: sqlite3.Connection, root: str, found: list[Located]) -> None:
    """Keep the findings as problems, each at the line and column of its field."""
    by_path: dict[str, list[Located]] = {}
    for origin, finding in found:
        by_path.setdefault(origin.path, []).append((origin, finding))
    for path, located in by_path.items():
        fields = [(origin.line, origin.column, finding.field) for origin, finding in located]
        where = _places(os.path.join(root, path), fields)
        for field, (_, finding) in zip(fields, located, strict=True):
            line, column = where.get(field, field[:2])
            connection.execute(
                "INSERT INTO problem VALUES (?, ?, ?, ?, ?, ?, 1)",
                (path, line, column, *finding[1:], CODES[finding.code].severity),
            )


def _places(path: str, wanted: list[Field]) -> dict[Field, tuple[int, int]]:
    try:
        data = read_bytes(path, MAX_BYTES)
    except OSError:
        data = None  # it vanished since it was parsed: the record's own place has to do
    return places(data, wanted) if data is not None else {}


class _Archive:
    """The archive as the rules ask for it, each record read once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.has: Callable[[str, str], bool] = cache(self._has)
        get: Callable[[str, str], Any] = cache(self._record)
        self.participant: Callable[[str], Participant | None] = partial(get, "participant")
        self.meeting: Callable[[str], Meeting | None] = partial(get, "meeting")
        self.topic: Callable[[str], Topic | None] = partial(get, "topic")
        self.source: Callable[[str], Source | None] = partial(get, "source")

    def _has(self, kind: str, ident: str) -> bool:
        sql = f"SELECT 1 FROM {kind} WHERE id = ?"
        return self._connection.execute(sql, (ident,)).fetchone() is not None

    def _record(self, kind: str, ident: str) -> Any:
        return next(iter(records(self._connection, kind, "id = ? AND sound", ident)), None)

    def ids(self, kind: str) -> list[str]:
        return [ident for (ident,) in self._connection.execute(f"SELECT id FROM {kind}")]

    def first_source_day(self) -> str | None:
        found = self._connection.execute("SELECT min(first_day) FROM source WHERE sound").fetchone()
        day: str | None = found[0]
        return day
