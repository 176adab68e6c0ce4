"""Rows of the index made into records again."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from ..model.records import (
    Anchor,
    Meeting,
    Origin,
    Participant,
    Quote,
    Source,
    Statement,
    Topic,
    from_plain,
)
from .write import JOINT

CLASSES: dict[str, type[Any]] = {
    "participant": Participant,
    "meeting": Meeting,
    "topic": Topic,
    "source": Source,
}
STATEMENT_COLUMNS = (
    "id, path, line, column, form, attributed_to, voiced_by, as_given, document, cue, summary,"
    " quotes, anchor_start, anchor_end, meeting, own_date, topics, status, note, source"
)


def split(joined: str) -> tuple[str, ...]:
    """The ids of a joined list."""
    return tuple(joined.split(JOINT)) if joined else ()


def quotes_of(text: str | None) -> tuple[Quote, ...]:
    """The quotations of a row's JSON."""
    return tuple(Quote(**each) for each in json.loads(text)) if text else ()


def statement_of(row: tuple[Any, ...]) -> Statement:
    """The statement of a row of STATEMENT_COLUMNS."""
    (ident, path, line, column, form, attributed_to, voiced_by, as_given, document) = row[:9]
    (cue, summary, quotes, start, end, meeting, own_date, topics, status, note, source) = row[9:]
    return Statement(
        id=ident,
        form=form,
        attributed_to=split(attributed_to),
        anchor=Anchor(start, end),
        voiced_by=split(voiced_by),
        as_given=as_given,
        document=document,
        cue=cue,
        summary=summary,
        quotes=quotes_of(quotes),
        meeting=meeting,
        date=own_date,
        topics=split(topics),
        status=status,
        note=note,
        source=source,
        origin=Origin(path, line, column),
    )


def record_of(kind: str, text: str, *origin: Any) -> Any:
    """The participant, meeting, topic or source of a row's JSON and its path, line and column."""
    return from_plain(CLASSES[kind], json.loads(text) | {"origin": Origin(*origin)})


def records(connection: sqlite3.Connection, kind: str, where: str, *values: object) -> list[Any]:
    """The records of a kind whose rows `s` fulfil an SQL condition, in the order of their ids."""
    if kind == "statement":
        sql = f"SELECT {STATEMENT_COLUMNS} FROM statement s WHERE {where} ORDER BY id, pk"
        return [statement_of(row) for row in connection.execute(sql, values)]
    sql = f"SELECT record, path, line, column FROM {kind} s WHERE {where} ORDER BY id, pk"
    return [record_of(kind, *row) for row in connection.execute(sql, values)]
