"""Records made into rows of the index."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ..dates import day_span
from ..folding import key, words
from ..records import Meeting, Participant, Quote, Record, Source, Statement, Topic, plain
from ..store.check import meeting_days
from ..store.parse import Parsed

JOINT = "; "
# Parts two quotations in the full text: no word of a search, so no phrase reaches across it.
_GAP = "¶"


def insert(connection: sqlite3.Connection, parsed: Parsed) -> None:
    """Add what one file gave; the caller holds the transaction."""
    connection.executemany(
        "INSERT INTO problem VALUES (?, ?, ?, ?, ?, ?, 0)",
        (
            (each.path, each.line, each.column, each.code, each.message, each.severity)
            for each in parsed.problems
        ),
    )
    connection.executemany(
        "INSERT INTO left_out VALUES (?, ?, ?)",
        ((parsed.path, kind, ident) for kind, ident in parsed.left_out),
    )
    for record in parsed.records:
        _WRITERS[type(record)](connection, record)


def _placed(record: Record) -> tuple[str, str, int]:
    assert record.origin is not None
    return record.id, record.origin.path, record.origin.line


def _json(record: Record) -> str:
    return json.dumps(plain(record), ensure_ascii=False, separators=(",", ":"))


def _add(
    connection: sqlite3.Connection, table: str, columns: str, values: tuple[object, ...]
) -> int:
    marks = ", ".join("?" * len(values))
    sql = f"INSERT INTO {table} (id, path, line, {columns}) VALUES ({marks})"
    row = connection.execute(sql, values).lastrowid
    assert row is not None
    return row


def _names(
    connection: sqlite3.Connection, kind: str, row: int, names: Iterable[str | None]
) -> None:
    connection.executemany(
        "INSERT OR IGNORE INTO name VALUES (?, ?, ?)",
        ((kind, key(name), row) for name in names if name and key(name)),
    )


def _participant(connection: sqlite3.Connection, record: Participant) -> None:
    values = (*_placed(record), record.name, record.kind, record.country, _json(record))
    row = _add(connection, "participant", "name, kind, country, record", values)
    names = [record.id, record.name, record.family_name, *record.other_names]
    if record.kind == "state":
        names.append(record.country)
    _names(connection, "participant", row, names)


def _meeting(connection: sqlite3.Connection, record: Meeting) -> None:
    days = meeting_days(record)
    values = (record.name, record.kind, record.status, *days, record.part_of, _json(record))
    columns = "name, kind, status, first_day, last_day, part_of, record"
    row = _add(connection, "meeting", columns, (*_placed(record), *values))
    _names(connection, "meeting", row, (record.id, record.name))


def _topic(connection: sqlite3.Connection, record: Topic) -> None:
    values = (*_placed(record), record.name, record.broader, _json(record))
    row = _add(connection, "topic", "name, broader, record", values)
    _names(connection, "topic", row, (record.id, record.name))


def _source(connection: sqlite3.Connection, record: Source) -> None:
    days = day_span(record.date)
    values = (*_placed(record), record.publisher, record.date, *days, _json(record))
    row = _add(connection, "source", "publisher, date, first_day, last_day, record", values)
    _names(connection, "source", row, (record.id, record.title))


def _statement(connection: sqlite3.Connection, record: Statement) -> None:
    ident, path, line = _placed(record)
    cursor = connection.execute(
        "INSERT INTO statement (id, path, line, form, attributed_to, voiced_by, as_given, document,"
        " cue, summary, quotes, anchor_start, anchor_end, meeting, own_date, topics, status, note,"
        " source) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            ident,
            path,
            line,
            record.form,
            JOINT.join(record.attributed_to),
            JOINT.join(record.voiced_by),
            record.as_given,
            record.document,
            record.cue,
            record.summary,
            quotes_json(record.quotes) if record.quotes else None,
            record.anchor.start,
            record.anchor.end,
            record.meeting,
            record.date,
            JOINT.join(record.topics),
            record.status,
            record.note,
            record.source,
        ),
    )
    row = cursor.lastrowid
    connection.execute(
        "INSERT INTO words (rowid, text) VALUES (?, ?)", (row, " ".join(searched(record)))
    )
    for capacity, people in (("attributed", record.attributed_to), ("voiced", record.voiced_by)):
        connection.executemany(
            "INSERT OR IGNORE INTO attribution VALUES (?, ?, ?)",
            ((ident, capacity, row) for ident in people),
        )
    connection.executemany(
        "INSERT OR IGNORE INTO statement_topic VALUES (?, ?)",
        ((topic, row) for topic in record.topics),
    )


def quotes_json(quotes: tuple[Quote, ...]) -> str:
    """Quotations as a JSON array of {exact, start, end}."""
    return json.dumps([plain(quote) for quote in quotes], ensure_ascii=False)


def searched(record: Statement) -> Iterator[str]:
    """The folded words by which a statement is found, with a gap between two quotations."""
    if record.summary and record.form != "direct":
        yield from words(record.summary)
        return
    for position, quote in enumerate(record.quotes):
        if position:
            yield _GAP
        yield from words(quote.exact)


_WRITERS: dict[type[Any], Callable[[sqlite3.Connection, Any], None]] = {
    Participant: _participant,
    Meeting: _meeting,
    Topic: _topic,
    Source: _source,
    Statement: _statement,
}
