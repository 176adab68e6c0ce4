"""Read-only SQL over the archive's relations, with a limit of time."""

from __future__ import annotations

import contextlib
import re
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from ..errors import ArchiveError
from ..index.cache import copy_of
from ..index.views import RELATIONS
from ..text.folding import nearest

T = TypeVar("T")
OnStuck = Callable[["BadQuery"], None]
"""Called from another thread with the error of a query that does not end at its limit of time."""
GRACE = 1.0
"""Seconds after its limit of time at which a query is stuck."""
# The bytes of a value or row, of a query, and of a LIKE pattern; the depth of an expression. No
# database may be attached, which also prevents VACUUM INTO.
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 2**20,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 2**18,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 1000,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 200,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 50,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
_STEPS = 1000  # steps of SQLite's machine between two looks at the clock; one may handle a MiB
_READ_ONLY = "only queries that read are allowed: write a SELECT"
_NO_ROWS = "the query returns no rows: write a SELECT; sql --schema lists the views"
_TOO_LARGE = "the query is larger than 256 KiB, or a value is larger than 1 MiB"
# Parts of SQLite's messages, and the messages of this program.
_MESSAGES = {
    "one statement at a time": "only one query at a time: delete what follows the first ;",
    "binding": "placeholders such as ? or :name are not allowed: write the value itself",
    "readonly database": _READ_ONLY,
    "too many attached databases": _READ_ONLY,
    "not authorized": "loading SQLite extensions is not allowed",
    "too big": _TOO_LARGE,
    "too large": _TOO_LARGE,
}
_MISSING = re.compile("no such (table|column|function): (.*)")


class BadQuery(ArchiveError):
    """SQL that cannot be answered; its text says why."""


class ViewColumn(NamedTuple):
    """A column of a view as `sql --schema` describes it; without a name, the view itself."""

    view: str
    column: str
    type: str
    key: str
    meaning: str


class Answer:
    """The rows of a query, which can be read once; `columns` are their names, all different."""

    def __init__(self, columns: Sequence[str], rows: Iterator[tuple[Any, ...]]) -> None:
        self.columns = tuple(columns)
        self._rows = rows

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return self._rows


@contextlib.contextmanager
def read_only_session(
    connection: sqlite3.Connection,
    timeout: float = 10,
    *,
    on_stuck: OnStuck | None = None,
    grace: float = GRACE,
) -> Iterator[ReadOnlySession]:
    """Open a session that can read an index (`archive.connection`) but not change it.

    `timeout` is in seconds of SQLite's own time for each query; 0 means no limit. A single call of
    a function, such as instr() on a long text, cannot be interrupted: if one goes on for `grace`
    seconds more, `on_stuck` is called, once.
    """
    with contextlib.closing(_reader(connection)) as reader:
        session = ReadOnlySession(reader, timeout)
        if not (on_stuck and timeout):
            yield session
            return
        ended = threading.Event()
        watch = threading.Thread(
            target=session.watch, args=(ended, grace, on_stuck), name="sql", daemon=True
        )
        watch.start()
        try:
            yield session
        finally:
            ended.set()
            watch.join()


def _reader(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Return a second, read-only connection to the same rows."""
    (_, _, path), *_ = connection.execute("PRAGMA database_list")
    if path and not connection.in_transaction:
        return sqlite3.connect(f"{Path(path).as_uri()}?mode=ro", uri=True, isolation_level=None)
    # An index in memory, or in an uncommitted transaction, is visible only to its own connection.
    return copy_of(connection)


class ReadOnlySession:
    """Queries over a separate connection, on which the relations are temporary views.

    The index's other tables can be read too, but may change with any version.
    """

    def __init__(self, reader: sqlite3.Connection, timeout: float) -> None:
        self._connection = reader
        self._timeout = timeout
        self._spent = 0.0
        self._began: float | None = None
        self._late = False
        for relation in RELATIONS:
            reader.execute(f"CREATE TEMP VIEW {relation.name} AS {relation.select()}")
        for limit, most in _LIMITS.items():
            reader.setlimit(limit, most)
        reader.text_factory = lambda raw: raw.decode("utf-8", "replace")
        reader.set_progress_handler(self._out_of_time, _STEPS)

    def ask(self, query: str) -> Answer:
        """Return the answer to one SELECT. Raises BadQuery, here or while the rows are read."""
        self._spent, self._late = 0.0, False
        if not query.strip():
            raise BadQuery("the query is empty: write a SELECT; sql --schema lists the views")
        # Set before each query, because a query may be a PRAGMA that unsets it.
        self._connection.execute("PRAGMA query_only = 1")
        cursor = self._timed(lambda: self._connection.execute(query))
        if cursor.description is None:
            raise BadQuery(_NO_ROWS)
        return Answer(_distinct([column[0] for column in cursor.description]), self._rows(cursor))

    def _rows(self, cursor: sqlite3.Cursor) -> Iterator[tuple[Any, ...]]:
        while row := self._timed(cursor.fetchone):
            yield tuple(map(_printable, row))

    def _timed(self, call: Callable[[], T]) -> T:
        """Call SQLite and measure the time. Raises what `_refusal` returns for SQLite's error."""
        self._began = time.monotonic()
        try:
            return call()
        except (sqlite3.Error, sqlite3.Warning) as error:
            raise self._refusal(error) from None
        finally:
            self._spent, self._began = self._time_spent(), None

    def _time_spent(self) -> float:
        """Return the seconds that SQLite has spent on the query."""
        began = self._began
        return self._spent if began is None else self._spent + time.monotonic() - began

    def _out_of_time(self) -> bool:
        self._late = 0 < self._timeout < self._time_spent()
        return self._late

    def watch(self, ended: threading.Event, grace: float, on_stuck: OnStuck) -> None:
        """Call `on_stuck` if SQLite spends more than the limit of time and `grace` on a query."""
        remaining = self._timeout + grace
        while not ended.wait(max(remaining, 0.01)):
            remaining = self._timeout + grace - self._time_spent()
            if remaining <= 0 and self._began is not None:
                on_stuck(self._too_slow())
                return

    def _too_slow(self) -> BadQuery:
        return BadQuery(
            f"the query took longer than {self._timeout:g} seconds and was stopped: "
            "narrow it down, or allow more time with --timeout"
        )

    def _refusal(self, error: Exception) -> BaseException:
        message = str(error)
        if message == "interrupted" and not self._late:
            # Ctrl-C arrived inside the progress handler, whose exceptions SQLite does not pass on.
            return KeyboardInterrupt()
        if self._late:
            return self._too_slow()
        for part, plainer in _MESSAGES.items():
            if part in message:
                return BadQuery(plainer)
        if type(error) is sqlite3.DatabaseError:
            return error  # the index is damaged, so the program answers from the files
        return BadQuery(_missing(message) or f"SQL error: {message}")


def describe_views() -> Iterator[ViewColumn]:
    """Yield the views in the order of their references, each before its columns."""
    for relation in RELATIONS:
        yield ViewColumn(relation.name, "", "", "", relation.about)
        for attribute in relation.attributes:
            key = "key" if attribute.name in relation.key else ""
            refers = f"→ {attribute.refers}.id" if attribute.refers else ""
            choices = f" One of {', '.join(attribute.choices)}." if attribute.choices else ""
            yield ViewColumn(
                relation.name,
                attribute.name,
                "integer" if attribute.type == "integer" else "text",
                " ".join(part for part in (key, refers) if part),
                attribute.about + choices,
            )


def _missing(message: str) -> str | None:
    """Return the message for a name that SQLite does not know; None for other errors."""
    missing = _MISSING.match(message)
    if not missing:
        return None
    kind, name = missing[1], missing[2]
    if kind == "function":
        return f"no function called {name} in SQLite"
    views = [relation.name for relation in RELATIONS]
    columns = [attribute.name for relation in RELATIONS for attribute in relation.attributes]
    close = nearest(name.rpartition(".")[2], views if kind == "table" else columns, 1)
    if close:
        hint = f"did you mean {close[0]}?"
    elif kind == "table":
        hint = f"the views are {', '.join(views)}"
    else:
        hint = "sql --schema lists the columns of each view"
    return f"no {'view' if kind == 'table' else kind} called “{name}”; {hint}"


def _distinct(names: Sequence[str]) -> list[str]:
    """Return the names, all different: a repeated one gets _2, _3 and so on."""
    distinct: list[str] = []
    for name in names:
        count, column = 1, name
        while column in distinct:
            count += 1
            column = f"{name}_{count}"
        distinct.append(column)
    return distinct


def _printable(value: Any) -> Any:
    """Return a value that every format can show: bytes in hexadecimal, NaN and infinity as text."""
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, float) and value - value != 0:  # true only of NaN and infinity
        return str(value)
    return value
