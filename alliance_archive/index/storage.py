"""Records as rows of the index: converted, inserted, and read back.

A statement's fields have columns of their own, because listings show and sort by them. All other
records are stored as JSON, with columns only for the fields that SQL selects by (`SELECTED`).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from ..model import fields
from ..model.dates import day_span, meeting_days
from ..model.fields import STATEMENT, Field
from ..model.records import (
    CLASSES,
    NESTED,
    Meeting,
    Origin,
    Participant,
    Quote,
    Record,
    Resolution,
    Source,
    Statement,
    Topic,
    from_plain,
    plain,
)
from ..text.folding import key, words
from ..text.offices import office_words
from .intact import check_sum, row_sum
from .packing import join_ids, join_quotes, split_ids, split_quotes
from .schema import DATED, PLACE, SELECTED, columns, summed

if TYPE_CHECKING:
    from ..store.parse import Parsed

# Between two quotations in the full text. A search cannot contain it, so no phrase spans two.
_GAP = "¶"
Row = tuple[object, ...]
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class FileRows(NamedTuple):
    """The rows of one file, in plain values only, so that a worker can pickle them quickly.

    The rows of a kind are counted from 0, and values that belong to a row end in its number,
    because only `insert_rows` knows the keys that the rows get in the table.
    """

    path: str
    unread: bool
    problems: list[Row]
    records: dict[str, list[Row]]
    names: dict[str, list[tuple[str, int, int]]]
    words: list[tuple[str, str, str, str]]
    subjects: dict[str, list[str]]
    """The words of the names of topics and meetings, by kind."""
    attribution: list[tuple[str, str, int, int]]
    topics: list[tuple[str, int, int]]
    about: list[tuple[str, int, int]]
    offices: list[tuple[int, str, str, int]]
    former: dict[str, list[tuple[str, int]]]
    """The former ids of records, by kind."""
    mark: tuple[str | None, bool] | None = None
    """Title and `example` of archive.yaml."""


def rows_of(parsed: Parsed) -> FileRows:
    """Return the rows of a parsed file: the part of the work that needs no database."""
    problems: list[Row] = [(*problem, row_sum(tuple(problem))) for problem in parsed.problems]
    rows = FileRows(parsed.path, parsed.unread, problems, {}, {}, [], {}, [], [], [], [], {})
    if parsed.mark:
        rows = rows._replace(mark=(parsed.mark.title, parsed.mark.example))
    for record, state in parsed.records:
        origin = record.origin
        assert origin is not None
        placed = (record.id, origin.path, origin.line, origin.column, int(state))
        of_kind = rows.records.setdefault(record.KIND, [])
        row = len(of_kind)
        if record.former_ids:
            former = rows.former.setdefault(record.KIND, [])
            former.extend((ident, row) for ident in record.former_ids)
        if type(record) is Statement:
            of_kind.append(_with_sum(state == 0, (*placed, *_statement_values(record))))
            _add_links(rows, record, row)
        else:
            of_kind.append(_with_sum(state == 0, (*placed, *_record_values(record))))
            if isinstance(record, Meeting | Topic):
                rows.subjects.setdefault(record.KIND, []).append(_phrases(_subjects(record)))
            names = {key(name): 0 for name in _names(record) if name}
            if isinstance(record, Participant) and record.family_name:
                names.setdefault(key(record.family_name), 1)
            if isinstance(record, Meeting):
                names.setdefault(key(record.place_name), PLACE)
            names.pop("", None)
            rows.names.setdefault(record.KIND, []).extend(
                (name, partial, row) for name, partial in sorted(names.items())
            )
            if type(record) is Participant:
                rows.offices.extend((*office, row) for office in _offices(record))
    return rows


def _with_sum(sound: bool, values: Row) -> Row:
    return sound, *values, row_sum(values)


def _add_links(rows: FileRows, statement: Statement, row: int) -> None:
    rows.words.append(searched(statement))
    for capacity, idents in (
        ("attributed", statement.attributed_to),
        ("voiced", statement.voiced_by),
    ):
        for position, ident in enumerate(idents, 1):
            rows.attribution.append((ident, capacity, position, row))
    for position, topic in enumerate(statement.topics, 1):
        rows.topics.append((topic, position, row))
    for position, meeting in enumerate(statement.about, 1):
        rows.about.append((meeting, position, row))


def insert_rows(connection: sqlite3.Connection, rows: FileRows) -> None:
    """Insert the rows of one file, within the caller's transaction."""
    many = connection.executemany
    many("INSERT INTO problem VALUES (?, ?, ?, ?, ?, ?, ?, 0)", rows.problems)
    for kind, of_kind in rows.records.items():
        (last,) = connection.execute(f"SELECT max(pk) FROM {kind}").fetchone()
        first = (last or 0) + 1
        many(_INSERT[kind], of_kind)  # SQLite gives them the keys from `first` on
        many(
            "INSERT OR IGNORE INTO name (kind, key, partial, record) VALUES (?, ?, ?, ?)",
            [(kind, name, partial, first + row) for name, partial, row in rows.names.get(kind, ())],
        )
        many(
            "INSERT OR IGNORE INTO former VALUES (?, ?, ?)",
            [(ident, kind, first + row) for ident, row in rows.former.get(kind, ())],
        )
        if kind == "statement":
            _insert_links(connection, rows, first)
        if kind in rows.subjects:
            subjects = enumerate(rows.subjects[kind], first)
            many(f"INSERT INTO {kind}_words (rowid, text) VALUES (?, ?)", subjects)
        if kind == "participant":
            offices = [(first + row, *office) for *office, row in rows.offices]
            many("INSERT INTO office VALUES (?, ?, ?, ?)", offices)


def _insert_links(connection: sqlite3.Connection, rows: FileRows, first: int) -> None:
    connection.executemany(
        "INSERT INTO words (rowid, text, quoted, cue, named) VALUES (?, ?, ?, ?, ?)",
        [(pk, *texts) for pk, texts in enumerate(rows.words, first)],
    )
    connection.executemany(
        "INSERT OR IGNORE INTO attribution VALUES (?, ?, ?, ?)",
        [
            (ident, capacity, first + row, position)
            for ident, capacity, position, row in rows.attribution
        ],
    )
    for table, links in (("statement_topic", rows.topics), ("mention", rows.about)):
        connection.executemany(
            f"INSERT OR IGNORE INTO {table} VALUES (?, ?, ?)",
            [(ident, first + row, position) for ident, position, row in links],
        )


def _insert(kind: str) -> str:
    names = columns(kind)[1:]
    return f"INSERT INTO {kind} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"


_INSERT = {kind: _insert(kind) for kind in CLASSES}


def _record_values(record: Any) -> Row:
    values = attrgetter(*SELECTED[record.KIND])(record)
    days: tuple[str, str] | tuple[()] = ()
    if record.KIND in DATED:
        days = ("", "")
        if record.date:  # a partial record may have none
            days = meeting_days(record) if type(record) is Meeting else day_span(record.date)
    return *values, *days, _json(plain(record))


def _encoder(field: Field) -> Callable[[Any], Row] | None:
    """Return the function from a field's value to its columns; None for values stored as is."""
    if field.name == "resolution":
        return lambda it: (it.by, join_ids(it.or_)) if it else (None, None)
    if field.type == fields.OBJECT:
        get = attrgetter(*(part.name for part in field.fields))
        missing, several = (None,) * len(field.fields), len(field.fields) > 1
        return lambda value: missing if value is None else get(value) if several else (get(value),)
    if field.type == fields.OBJECTS:
        return lambda quotes: (join_quotes([(q.exact, q.start, q.end) for q in quotes]),)
    return (lambda idents: (join_ids(idents),)) if field.type in fields.LISTS else None


_get_values = attrgetter(*(field.name for field in STATEMENT.fields[1:]))
# From the last to the first, because a value may take several columns.
_ENCODERS = tuple(
    (position, encode)
    for position, field in reversed(list(enumerate(STATEMENT.fields[1:])))
    if (encode := _encoder(field))
)


def _statement_values(statement: Statement) -> Row:
    values = list(_get_values(statement))
    for position, encode in _ENCODERS:
        values[position : position + 1] = encode(values[position])
    return *values, statement.words, statement.source


def _names(record: Record) -> Iterable[str | None]:
    """Return every whole name by which a record can be found."""
    if isinstance(record, Participant):
        code = record.country if record.kind == "state" else None
        return (record.id, record.name, *record.other_names, code)
    if isinstance(record, Source):
        return (record.id, record.title)
    if isinstance(record, Meeting | Topic):
        return (record.id, *_subject_names(record))
    return ()


def _offices(person: Participant) -> Iterator[tuple[int, str, str]]:
    """Yield each office's position, and the words of its role and of its organization."""
    for position, office in enumerate(person.memberships):
        country = office.country or person.country
        role, places = office_words(office.role, office.organization, country)
        yield position, role, "\n".join(places)


def searched(statement: Statement) -> tuple[str, str, str, str]:
    """Return the folded words by which a statement is found, by column of the table `words`."""
    quotes = [quote.exact for quote in statement.quotes]
    source_labels = (statement.as_given, statement.document)
    if statement.summary and statement.form != "direct":
        texts = (_phrases((statement.summary,)), _phrases(quotes))
    else:
        texts = (_phrases(quotes), "")
    return *texts, _labels((statement.cue,)), _labels(source_labels)


def _phrases(texts: Iterable[str | None]) -> str:
    """Return the folded words of some texts, with a gap between two texts."""
    return f" {_GAP} ".join([" ".join(words(text)) for text in texts if text])


_labels = lru_cache(4096)(_phrases)  # most statements share theirs


def _subject_names(record: Meeting | Topic) -> tuple[str, ...]:
    return record.name, *record.other_names


def _subjects(record: Meeting | Topic) -> tuple[str, ...]:
    """Return what a statement is found by besides its own words: names, and a meeting's place."""
    place = (record.place_name,) if isinstance(record, Meeting) else ()
    return (*_subject_names(record), *place)


def _decoder(field: Field) -> Callable[[list[Any]], Any]:
    """Return the function that removes a field's columns from a row's front and returns a value."""
    if field.name == "resolution":
        return _resolution
    if field.type == fields.OBJECT:
        cls, size = NESTED[field.name], len(field.fields)

        def decode(row: list[Any]) -> Any:
            values = [row.pop(0) for _ in range(size)]
            return None if None in values else cls(*values)

        return decode
    if field.type == fields.OBJECTS:
        return lambda row: tuple(Quote(*quote) for quote in split_quotes(row.pop(0)))
    if field.type in fields.LISTS:
        return lambda row: split_ids(row.pop(0))
    return lambda row: row.pop(0)


def _resolution(row: list[Any]) -> Resolution | None:
    by, others = row.pop(0), row.pop(0)
    return Resolution(by, split_ids(others)) if by else None


_DECODERS = {field.name: _decoder(field) for field in STATEMENT.fields[1:]}


def _statement_of(values: list[Any]) -> Statement:
    ident, path, line, column, _state, *row = values
    values_by_field = {name: decode(row) for name, decode in _DECODERS.items()}
    _words, source = row
    return Statement(ident, **values_by_field, source=source, origin=Origin(path, line, column))


def sound_record(connection: sqlite3.Connection, kind: str, ident: str) -> Any:
    """Return the record of a kind with an id; None if it is missing or has an error."""
    return next(iter(records(connection, kind, "id = ? AND sound", ident)), None)


def records(connection: sqlite3.Connection, kind: str, where: str, *values: object) -> list[Any]:
    """Return the records of a kind whose rows `s` meet an SQL condition, sorted by id.

    Raises DamagedIndex.
    """
    sql = f"SELECT {summed(kind)} FROM {kind} s WHERE {where} ORDER BY id, pk"
    records = []
    for *row, digest in connection.execute(sql, values).fetchall():
        check_sum(tuple(row), digest)
        records.append(_statement_of(row) if kind == "statement" else _record_of(kind, row))
    return records


def _record_of(kind: str, row: list[Any]) -> Any:
    _id, path, line, column, *_, record = row
    origin = Origin(path, line, column)
    return from_plain(CLASSES[kind], json.loads(record) | {"origin": origin})
