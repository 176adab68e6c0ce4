"""Read-only SQL over the relations of the archive, kept within bounds of time and memory."""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterator, Sequence
from typing import Any

from ..archive import Archive
from ..errors import ArchiveError
from ..index.views import RELATIONS, create_views, drop_views
from ..text.folding import nearest

VIEWS = tuple(relation.name for relation in RELATIONS)
# The bytes of a value or row, of a statement, and of a LIKE pattern; the depth of an expression.
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 2**20,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 2**18,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 1000,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 200,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 50,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
_STEPS = 1000  # of SQLite's machine between two looks at the clock; one may handle a MiB
_DESCRIBES = frozenset(("table_info", "table_xinfo"))
_READERS = frozenset(("json_each", "json_tree"))
# Formatting fills widths of thousands of millions without looking at the clock.
_DENIED_FUNCTIONS = frozenset(("load_extension", "fts3_tokenizer", "printf", "format"))
_NO_VIEW = "{} is none of the views; they are " + ", ".join(VIEWS)
_NOT_ONE = re.compile("one statement at a time")
_MISSING = re.compile("no such (table|column): (?:[^.]*\\.)?(.*)")


class BadQuery(ArchiveError):
    """SQL that is not answered, and why."""


class Answer:
    """The rows of a query, read once; `columns` are their names, each one different."""

    def __init__(self, columns: Sequence[str], rows: Iterator[tuple[Any, ...]]) -> None:
        self.columns = tuple(columns)
        self._rows = rows

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return self._rows


class Desk:
    """Where queries are answered: a context in which an archive is for reading only.

    `timeout` is in seconds of SQLite's own time for each query; 0 for no bound.
    """

    def __init__(self, archive: Archive, timeout: float = 10) -> None:
        self._connection = archive.connection
        self._timeout = timeout
        self._spent = 0.0
        self._began = 0.0
        self._late = False
        self._denied: str | None = None
        self._hidden: frozenset[str] = frozenset()
        self._inner: frozenset[str] = frozenset()
        self._limits: dict[int, int] = {}
        self._query_only = 0

    def __enter__(self) -> Desk:
        connection = self._connection
        # A virtual table is set up when it is first named, which is then not to be asked about.
        connection.execute("SELECT 1 FROM words LIMIT 0")
        self._inner = create_views(connection)
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        self._hidden = frozenset(name for (name,) in tables)
        self._limits = {each: connection.setlimit(each, most) for each, most in _LIMITS.items()}
        (self._query_only,) = connection.execute("PRAGMA query_only").fetchone()
        connection.execute("PRAGMA query_only = 1")
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        connection.set_progress_handler(self._over, _STEPS)
        connection.set_authorizer(self._allowed)
        return self

    def __exit__(self, *_: object) -> None:
        connection = self._connection
        connection.set_authorizer(None)
        connection.set_progress_handler(None, 0)
        connection.text_factory = str
        connection.execute(f"PRAGMA query_only = {self._query_only}")
        for each, most in self._limits.items():
            connection.setlimit(each, most)
        drop_views(connection, self._inner)

    def ask(self, query: str) -> Answer:
        """The answer to one SELECT. Raises BadQuery, here or while the rows are read."""
        self._spent, self._late, self._denied = 0.0, False, None
        if not query.strip():
            raise BadQuery("no query: write a SELECT; sql --schema lists the views")
        cursor = self._step(lambda: self._connection.execute(query))
        if cursor.description is None:
            raise BadQuery("no query: nothing in it asks for rows")
        return Answer(_distinct([each[0] for each in cursor.description]), self._rows(cursor))

    def _rows(self, cursor: sqlite3.Cursor) -> Iterator[tuple[Any, ...]]:
        while row := self._step(cursor.fetchone):
            yield tuple(map(_shown, row))

    def _step(self, call: Any) -> Any:
        """Let SQLite work, and count its time; what it raises becomes a message."""
        self._began = time.monotonic()
        try:
            return call()
        except (sqlite3.Error, sqlite3.Warning) as error:
            raise self._refusal(error) from None
        finally:
            self._spent += time.monotonic() - self._began

    def _over(self) -> bool:
        spent = self._spent + time.monotonic() - self._began
        self._late = 0 < self._timeout < spent
        return self._late

    def _allowed(
        self, action: int, first: str | None, second: str | None, _base: str | None, via: str | None
    ) -> int:
        denied = None
        if action == sqlite3.SQLITE_FUNCTION:
            if (second or "").lower() in _DENIED_FUNCTIONS:
                denied = f"the function {second} is not to be had here"
        elif action == sqlite3.SQLITE_READ:
            if not self._readable(first or "", second or "", via):
                denied = _NO_VIEW.format(first)
        elif action == sqlite3.SQLITE_CREATE_VTABLE:
            denied = _NO_VIEW.format(first)  # asked when a virtual table is looked at first
        elif action == sqlite3.SQLITE_PRAGMA:
            if first not in _DESCRIBES or second not in VIEWS:
                denied = "no PRAGMA but table_info of a view"
        elif action not in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_RECURSIVE):
            denied = "SQL here only reads: write a SELECT"
        self._denied = self._denied or denied
        return sqlite3.SQLITE_DENY if denied else sqlite3.SQLITE_OK

    def _readable(self, table: str, column: str, via: str | None) -> bool:
        """Whether a query may read a column: of a view, or within one what it is made of."""
        if via in self._inner or table in VIEWS or table in _READERS:
            return True
        if table in self._inner:
            return via in VIEWS
        # SQLite asks without a column also for the names that a WITH gives.
        return not column and table not in self._hidden and not table.startswith("sqlite_")

    def _refusal(self, error: Exception) -> BaseException:
        message = str(error)
        if message == "interrupted" and not self._late:
            # Ctrl-C came while SQLite was asking: the handler cannot pass it on.
            return KeyboardInterrupt()
        if self._late:
            return BadQuery(
                f"the query took longer than {self._timeout:g} seconds and was stopped: "
                "narrow it down, or give it more with --timeout"
            )
        if self._denied:
            return BadQuery(self._denied)
        if _NOT_ONE.search(message):
            return BadQuery("one statement at a time: there is more after the first ;")
        if "binding" in message:
            return BadQuery("there is nothing to put in place of ? or :name; write the value")
        if "too big" in message or isinstance(error, sqlite3.DataError):
            return BadQuery("a value is larger than 1 MiB, or the query than 256 KiB")
        if type(error) is sqlite3.DatabaseError:
            return error  # the index is damaged: the program then reads the files
        return BadQuery(message + _hint(message))


def _hint(message: str) -> str:
    found = _MISSING.match(message)
    if not found:
        return ""
    columns = [each.name for relation in RELATIONS for each in relation.attributes]
    close = nearest(found[2], VIEWS if found[1] == "table" else columns, 1)
    hint = f"; did you mean {close[0]}?" if close else ""
    return hint or "; sql --schema lists the views and their columns"


def _distinct(names: Sequence[str]) -> list[str]:
    found: list[str] = []
    for name in names:
        number, distinct = 1, name
        while distinct in found:
            number += 1
            distinct = f"{name}_{number}"
        found.append(distinct)
    return found


def _shown(value: Any) -> Any:
    """A value as every format can hold it: bytes in hexadecimal, what is no number in words."""
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, float) and value - value != 0:
        return str(value)
    return value
