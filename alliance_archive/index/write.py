"""Records made into rows of the index, and the rows put into it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from json.encoder import encode_basestring as quoted
from typing import Any, NamedTuple

from ..check.archive import meeting_days
from ..model.dates import day_span
from ..model.records import Meeting, Participant, Quote, Record, Source, Statement, Topic, plain
from ..store.parse import Parsed
from ..text.folding import key, words

JOINT = "; "
# Parts two quotations in the full text: no word of a search, so no phrase reaches across it.
_GAP = "¶"
Row = tuple[object, ...]
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Rows(NamedTuple):
    """What one file gave as rows, of plain values only, so that another process can make them.

    The rows of a kind are numbered from 0, and what belongs to one ends in its number, until
    `insert_rows` knows where in the table they come to stand.
    """

    path: str
    unread: bool
    problems: list[Row]
    records: dict[str, list[Row]]
    names: dict[str, list[tuple[str, int]]]
    words: list[str]
    attribution: list[tuple[str, str, int]]
    topics: list[tuple[str, int]]


def rows_of(parsed: Parsed) -> Rows:
    """The rows of what one file gave: the part of the work that needs no database."""
    problems: list[Row] = [
        (each.path, each.line, each.column, each.code, each.message, each.severity)
        for each in parsed.problems
    ]
    rows = Rows(parsed.path, parsed.unread, problems, {}, {}, [], [], [])
    for record, state in parsed.records:
        origin = record.origin
        assert origin is not None
        placed = (record.id, origin.path, origin.line, origin.column, int(state), state == 0)
        of_kind = rows.records.setdefault(record.KIND, [])
        of_kind.append((*placed, *_VALUES[type(record)](record)))
        number = len(of_kind) - 1
        if type(record) is Statement:
            _add_statement(rows, record, number)
        else:
            found = {key(name) for name in _names(record) if name} - {""}
            rows.names.setdefault(record.KIND, []).extend((each, number) for each in sorted(found))
    return rows


def _add_statement(rows: Rows, record: Statement, number: int) -> None:
    rows.words.append(" ".join(searched(record)))
    for ident in record.attributed_to:
        rows.attribution.append((ident, "attributed", number))
    for ident in record.voiced_by:
        rows.attribution.append((ident, "voiced", number))
    for topic in record.topics:
        rows.topics.append((topic, number))


def insert_rows(connection: sqlite3.Connection, rows: Rows) -> None:
    """Add the rows of one file; the caller holds the transaction."""
    many = connection.executemany
    many("INSERT INTO problem VALUES (?, ?, ?, ?, ?, ?, 0)", rows.problems)
    for kind, of_kind in rows.records.items():
        (last,) = connection.execute(f"SELECT max(pk) FROM {kind}").fetchone()
        first = (last or 0) + 1
        many(_INSERT[kind], [(pk, *row) for pk, row in enumerate(of_kind, first)])
        names = rows.names.get(kind, ())
        many(
            "INSERT OR IGNORE INTO name VALUES (?, ?, ?)",
            [(kind, name, first + number) for name, number in names],
        )
        if kind == "statement":
            _insert_links(connection, rows, first)


def _insert_links(connection: sqlite3.Connection, rows: Rows, first: int) -> None:
    connection.executemany(
        "INSERT INTO words (rowid, text) VALUES (?, ?)", enumerate(rows.words, first)
    )
    connection.executemany(
        "INSERT OR IGNORE INTO attribution VALUES (?, ?, ?)",
        [(ident, capacity, first + number) for ident, capacity, number in rows.attribution],
    )
    connection.executemany(
        "INSERT OR IGNORE INTO statement_topic VALUES (?, ?)",
        [(topic, first + number) for topic, number in rows.topics],
    )


def _insert(kind: str, columns: str) -> str:
    columns = f"pk, id, path, line, column, state, sound, {columns}"
    marks = ", ".join("?" * len(columns.split(",")))
    return f"INSERT INTO {kind} ({columns}) VALUES ({marks})"


_INSERT = {
    kind: _insert(kind, columns)
    for kind, columns in {
        "participant": "name, kind, country, record",
        "meeting": "name, kind, status, first_day, last_day, part_of, record",
        "topic": "name, broader, record",
        "source": "publisher, date, first_day, last_day, record",
        "statement": """form, attributed_to, voiced_by, as_given, document, cue, summary,
            quotes, exacts, offsets, anchor_start, anchor_end, meeting, own_date, topics, status,
            note, source""",
    }.items()
}


def _participant(record: Participant) -> Row:
    return record.name, record.kind, record.country, _json(plain(record))


def _meeting(record: Meeting) -> Row:
    first, last = meeting_days(record) if record.date else ("", "")
    named = record.name, record.kind, record.status
    return *named, first, last, record.part_of, _json(plain(record))


def _topic(record: Topic) -> Row:
    return record.name, record.broader, _json(plain(record))


def _source(record: Source) -> Row:
    first, last = day_span(record.date) if record.date else ("", "")
    return record.publisher, record.date, first, last, _json(plain(record))


def _statement(record: Statement) -> Row:
    return (
        record.form,
        JOINT.join(record.attributed_to),
        JOINT.join(record.voiced_by),
        record.as_given,
        record.document,
        record.cue,
        record.summary,
        quotes_json(record.quotes) if record.quotes else None,
        JOINT.join([quote.exact for quote in record.quotes]),
        JOINT.join([f"{quote.start}-{quote.end}" for quote in record.quotes]),
        record.anchor.start,
        record.anchor.end,
        record.meeting,
        record.date,
        JOINT.join(record.topics),
        record.status,
        record.note,
        record.source,
    )


_VALUES: dict[type[Any], Callable[[Any], Row]] = {
    Participant: _participant,
    Meeting: _meeting,
    Topic: _topic,
    Source: _source,
    Statement: _statement,
}


def _names(record: Record) -> Iterable[str | None]:
    """What a record is called, in any way."""
    if isinstance(record, Participant):
        code = record.country if record.kind == "state" else None
        return (record.id, record.name, record.family_name, *record.other_names, code)
    if isinstance(record, Source):
        return (record.id, record.title)
    return (record.id, record.name) if isinstance(record, Meeting | Topic) else ()


def quotes_json(quotes: tuple[Quote, ...]) -> str:
    """Quotations as a JSON array of {exact, start, end}."""
    # Written out, since setting up json's encoder takes longer than so short a text.
    each = [f'{{"exact": {quoted(q.exact)}, "start": {q.start}, "end": {q.end}}}' for q in quotes]
    return f"[{', '.join(each)}]"


def searched(record: Statement) -> Iterator[str]:
    """The folded words by which a statement is found, with a gap between two quotations."""
    if record.summary and record.form != "direct":
        yield from words(record.summary)
        return
    for position, quote in enumerate(record.quotes):
        if position:
            yield _GAP
        yield from words(quote.exact)
