"""A second cache beside the index: the keys by which reports of one act find each other.

It is built when first asked for, because that takes longer than a first index may, and again when
what it was built from has changed. It is written under another name and renamed: nobody writes to
it afterwards, so there is never a journal.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from .cache import remove

FORMAT = 5
"""Raise it when keys or phrases are made in another way."""
_TABLES = """
CREATE TABLE about (format INTEGER, version INTEGER, stamp, content, occasions INTEGER);
CREATE TABLE report (number INTEGER PRIMARY KEY, id TEXT NOT NULL);
CREATE TABLE key (
    key INTEGER NOT NULL, report INTEGER NOT NULL, PRIMARY KEY (key, report)
) WITHOUT ROWID;
CREATE TABLE phrase (phrase INTEGER PRIMARY KEY, occasions INTEGER NOT NULL);
"""


class Content(NamedTuple):
    """What is stored: ids in the order of their numbers, keys with numbers, and counted phrases."""

    ids: list[str]
    keys: Iterable[tuple[int, int]]
    occasions: int
    phrases: Iterable[tuple[int, int]]


class Keys:
    """The keys of an archive's reports, and on how many occasions it has each phrase.

    A phrase of one occasion is not stored, so that its count is 0.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        sql = "SELECT occasions FROM about"
        self.occasions = int(connection.execute(sql).fetchone()[0])
        self._counts: dict[int, int] = {}
        self._all = False

    def count(self, phrase: int) -> int:
        """Return on how many occasions the archive has a phrase."""
        count = self._counts.get(phrase)
        if count is None:
            if self._all:
                return 0
            sql = "SELECT occasions FROM phrase WHERE phrase = ?"
            row = self._connection.execute(sql, (phrase,)).fetchone()
            count = self._counts[phrase] = row[0] if row else 0
        return count

    def load(self) -> None:
        """Load the counts of all phrases, which is quicker where most are asked for."""
        self._counts = dict(self._connection.execute("SELECT phrase, occasions FROM phrase"))
        self._all = True

    def holders(self, keys: Iterable[int]) -> set[str]:
        """Return the ids of the reports that have one of the keys."""
        sql = (
            "SELECT DISTINCT id FROM key JOIN report ON number = report"
            " WHERE key IN (SELECT value FROM json_each(?))"
        )
        rows = self._connection.execute(sql, (f"[{','.join(map(str, keys))}]",))
        return {ident for (ident,) in rows}

    def groups(self) -> Iterator[list[int]]:
        """Yield the numbers of the reports that have a key in common, key by key.

        A report's number is the place of its id in the order of all.
        """
        rows = self._connection.execute("SELECT key, report FROM key ORDER BY key")
        for _, group in groupby(rows, key=itemgetter(0)):
            yield [report for _, report in group]

    def ids(self) -> list[str]:
        """Return the ids of the reports by their numbers."""
        return [ident for (ident,) in self._connection.execute("SELECT id FROM report ORDER BY 1")]

    def close(self) -> None:
        """Close the cache."""
        self._connection.close()


def open_keys(
    index: str | None,
    stamp: object,
    version: int,
    content_sum: Callable[[], int],
    content: Callable[[], Content],
) -> Keys:
    """Return the keys of an index, rebuilt if its content has changed; in memory without an index.

    `stamp` tells whether any file has changed, `content_sum` whether anything that keys are made
    of has, and `content` makes them. `version` is that of the index.
    """
    path = f"{index}.keys" if index else None
    about = (FORMAT, version)
    if path and (connection := _current(path, about, stamp, content_sum)):
        return Keys(connection)
    if path:
        with contextlib.suppress(OSError, sqlite3.Error):
            written = f"{path}.{os.getpid()}"
            try:
                with contextlib.closing(sqlite3.connect(written, isolation_level=None)) as new:
                    _fill(new, (*about, stamp, content_sum()), content)
                os.replace(written, path)
            finally:
                remove(written)
            return Keys(sqlite3.connect(path, isolation_level=None))
    memory = sqlite3.connect(":memory:", isolation_level=None)
    _fill(memory, (*about, stamp, content_sum()), content)
    return Keys(memory)


def forget_keys(index: str | None) -> None:
    """Delete the keys of an index, if they can be deleted."""
    if index:
        remove(f"{index}.keys")


def _current(
    path: str, about: tuple[int, int], stamp: object, content_sum: Callable[[], int]
) -> sqlite3.Connection | None:
    """Return a connection to the stored keys if they are current."""
    if not os.path.exists(path):
        return None
    try:
        connection = sqlite3.connect(path, isolation_level=None)
    except sqlite3.Error:
        return None
    try:
        *stored, old_stamp, content, _ = connection.execute("SELECT * FROM about").fetchone()
        if tuple(stored) == about:
            if old_stamp == stamp:
                return connection
            if content == content_sum():
                with contextlib.suppress(sqlite3.OperationalError):
                    connection.execute("UPDATE about SET stamp = ?", (stamp,))
                return connection
    except (sqlite3.Error, TypeError, ValueError):
        pass
    connection.close()
    return None


def _fill(
    connection: sqlite3.Connection, about: tuple[object, ...], content: Callable[[], Content]
) -> None:
    # Imported here, because a look-up of stored keys does not need it.
    from .parallel import gc_paused

    with gc_paused():
        _store(connection, about, content())


def _store(connection: sqlite3.Connection, about: tuple[object, ...], content: Content) -> None:
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.executescript(_TABLES)
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO report VALUES (?, ?)", enumerate(content.ids))
    connection.executemany("INSERT OR IGNORE INTO key VALUES (?, ?)", content.keys)
    connection.executemany("INSERT INTO phrase VALUES (?, ?)", content.phrases)
    connection.execute("INSERT INTO about VALUES (?, ?, ?, ?, ?)", (*about, content.occasions))
    connection.execute("COMMIT")
