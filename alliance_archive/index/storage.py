"""Records as rows of the index: converted, inserted, and read back.

A statement's fields have columns of their own, because listings show and sort by them. All other
records are stored as JSON, with columns only for the fields that SQL selects by (`SELECTED`).
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from ..errors import Problem
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
    """The rows of one file by table, in plain values, which a worker can pickle quickly.

    `mark` is the title and `example` of archive.yaml.
    """

    path: str
    unread: bool
    tables: dict[str, list[Row]]
    mark: tuple[str | None, bool] | None


def rows_of(parsed: Parsed, first: int) -> FileRows:
    """Return the rows of a parsed file: the part of the work that needs no database.

    The records of each kind get the keys from `first` on.
    """
    tables: defaultdict[str, list[Row]] = defaultdict(list)
    tables["problem"] = [(*problem, row_sum(tuple(problem)), 0) for problem in parsed.problems]
    for record, state in parsed.records:
        pk, kind = first + len(tables[record.KIND]), record.KIND
        assert record.origin is not None
        values: Row = (record.id, *record.origin, int(state))
        if type(record) is Statement:
            values += _statement_values(record)
            _add_links(tables, record, pk)
        else:
            values += _record_values(record)
            _add_names(tables, record, pk)
        tables[kind].append((pk, state == 0, *values, row_sum(values)))
        tables["former"] += [(ident, kind, pk) for ident in record.former_ids]
    mark = (parsed.mark.title, parsed.mark.example) if parsed.mark else None
    return FileRows(parsed.path, parsed.unread, dict(tables), mark)


def _add_links(tables: dict[str, list[Row]], statement: Statement, pk: int) -> None:
    tables["words"].append((pk, *searched(statement)))
    attribution = tables["attribution"]
    for position, ident in enumerate(statement.attributed_to, 1):
        attribution.append((ident, "attributed", pk, position))
    for position, ident in enumerate(statement.voiced_by, 1):
        attribution.append((ident, "voiced", pk, position))
    for position, ident in enumerate(statement.topics, 1):
        tables["statement_topic"].append((ident, pk, position))
    for position, ident in enumerate(statement.about, 1):
        tables["mention"].append((ident, pk, position))


def _add_names(tables: dict[str, list[Row]], record: Record, pk: int) -> None:
    names = {key(name): 0 for name in _names(record) if name}
    if isinstance(record, Meeting | Topic):
        tables[f"{record.KIND}_words"].append((pk, _phrases(_subjects(record))))
    if isinstance(record, Meeting):
        names.setdefault(key(record.place_name), PLACE)
    if isinstance(record, Participant):
        names.setdefault(key(record.family_name or ""), 1)
        tables["office"] += [(pk, *office) for office in _offices(record)]
    names.pop("", None)
    tables["name"] += [(record.KIND, name, pk, partial) for name, partial in sorted(names.items())]


def insert_rows(connection: sqlite3.Connection, rows: FileRows) -> None:
    """Insert the rows of one file, within the caller's transaction."""
    for table, of_table in rows.tables.items():
        connection.executemany(_INSERT[table], of_table)


_COLUMNS = {kind: columns(kind) for kind in CLASSES} | {
    "problem": (*Problem._fields, "sum", "across"),
    "attribution": ("participant", "capacity", "statement", "position"),
    "statement_topic": ("topic", "statement", "position"),
    "mention": ("meeting", "statement", "position"),
    "office": ("participant", "position", "role", "at"),
    "name": ("kind", "key", "record", "partial"),
    "former": ("id", "kind", "record"),
    "words": ("rowid", "text", "quoted", "cue", "named"),
    "topic_words": ("rowid", "text"),
    "meeting_words": ("rowid", "text"),
}
# In the files, a list may have an id twice.
_OF_LISTS = ("attribution", "statement_topic", "mention", "name", "former")
_INSERT = {
    table: f"INSERT {'OR IGNORE ' if table in _OF_LISTS else ''}INTO {table} ({', '.join(names)})"
    f" VALUES ({', '.join('?' * len(names))})"
    for table, names in _COLUMNS.items()
}


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
