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
from ..store.parse import Parsed, State

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
    for record, state in parsed.records:
        _WRITERS[type(record)](connection, record, state)


def _json(record: Record) -> str:
    return json.dumps(plain(record), ensure_ascii=False, separators=(",", ":"))


def _add(connection: sqlite3.Connection, record: Record, state: State, /, **columns: object) -> int:
    assert record.origin is not None
    values = {
        "id": record.id,
        "path": record.origin.path,
        "line": record.origin.line,
        "column": record.origin.column,
        "state": state,
        "sound": state == State.SOUND,
        **columns,
    }
    marks = ", ".join("?" * len(values))
    sql = f"INSERT INTO {record.KIND} ({', '.join(values)}) VALUES ({marks})"
    row = connection.execute(sql, tuple(values.values())).lastrowid
    assert row is not None
    return row


def _names(
    connection: sqlite3.Connection, kind: str, row: int, names: Iterable[str | None]
) -> None:
    connection.executemany(
        "INSERT OR IGNORE INTO name VALUES (?, ?, ?)",
        ((kind, key(name), row) for name in names if name and key(name)),
    )


def _participant(connection: sqlite3.Connection, record: Participant, state: State) -> None:
    row = _add(
        connection,
        record,
        state,
        name=record.name,
        kind=record.kind,
        country=record.country,
        record=_json(record),
    )
    code = record.country if record.kind == "state" else None
    names = (record.id, record.name, record.family_name, *record.other_names, code)
    _names(connection, "participant", row, names)


def _meeting(connection: sqlite3.Connection, record: Meeting, state: State) -> None:
    first, last = meeting_days(record) if record.date else ("", "")
    row = _add(
        connection,
        record,
        state,
        name=record.name,
        kind=record.kind,
        status=record.status,
        first_day=first,
        last_day=last,
        part_of=record.part_of,
        record=_json(record),
    )
    _names(connection, "meeting", row, (record.id, record.name))


def _topic(connection: sqlite3.Connection, record: Topic, state: State) -> None:
    broader, text = record.broader, _json(record)
    row = _add(connection, record, state, name=record.name, broader=broader, record=text)
    _names(connection, "topic", row, (record.id, record.name))


def _source(connection: sqlite3.Connection, record: Source, state: State) -> None:
    first, last = day_span(record.date) if record.date else ("", "")
    row = _add(
        connection,
        record,
        state,
        publisher=record.publisher,
        date=record.date,
        first_day=first,
        last_day=last,
        record=_json(record),
    )
    _names(connection, "source", row, (record.id, record.title))


def _statement(connection: sqlite3.Connection, record: Statement, state: State) -> None:
    row = _add(
        connection,
        record,
        state,
        form=record.form,
        attributed_to=JOINT.join(record.attributed_to),
        voiced_by=JOINT.join(record.voiced_by),
        as_given=record.as_given,
        document=record.document,
        cue=record.cue,
        summary=record.summary,
        quotes=quotes_json(record.quotes) if record.quotes else None,
        exacts=JOINT.join(quote.exact for quote in record.quotes),
        offsets=JOINT.join(f"{quote.start}-{quote.end}" for quote in record.quotes),
        anchor_start=record.anchor.start,
        anchor_end=record.anchor.end,
        meeting=record.meeting,
        own_date=record.date,
        topics=JOINT.join(record.topics),
        status=record.status,
        note=record.note,
        source=record.source,
    )
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


_WRITERS: dict[type[Any], Callable[[sqlite3.Connection, Any, State], None]] = {
    Participant: _participant,
    Meeting: _meeting,
    Topic: _topic,
    Source: _source,
    Statement: _statement,
}
