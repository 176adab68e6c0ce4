"""An SQLite database of tables with their keys, references and a full-text search."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from .relational import Column, Rows, T, Table


def write_database(
    path: Path, tables: Sequence[T], rows: Rows[T], searched: tuple[str, str]
) -> None:
    """Fill an empty file; `searched` is a table and the column by which its full text is found.

    The search is the table <table>_fts, with its content in the table itself, as Datasette
    expects it. Raises OSError, or sqlite3.IntegrityError when a reference leads nowhere.
    """
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        # The file is thrown away when anything fails, so no journal has to guard it.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        for table in tables:
            connection.execute(_create(table))
            marks = ", ".join("?" * len(table.attributes))
            connection.executemany(f"INSERT INTO {table.name} VALUES ({marks})", rows(table))
        for table in tables:
            for column in table.attributes:
                if column.refers and column.name != table.key[0]:
                    name = f"{table.name}_{column.name}"
                    connection.execute(f"CREATE INDEX {name} ON {table.name} ({column.name})")
        _search(connection, *searched)
        broken = connection.execute("PRAGMA foreign_key_check").fetchone()
        if broken:
            raise sqlite3.IntegrityError(f"a row of {broken[0]} refers to nothing in {broken[2]}")
        connection.execute("COMMIT")
        connection.execute("PRAGMA optimize")
    except sqlite3.OperationalError as error:
        raise OSError(errno.EIO, str(error)) from error  # the disk is full, for example
    finally:
        connection.close()


def _create(table: Table) -> str:
    columns = [f"    {_column(column)},  -- {column.about}\n" for column in table.attributes]
    keys = [f"    PRIMARY KEY ({', '.join(table.key)})"]
    keys += [
        f"    FOREIGN KEY ({column.name}) REFERENCES {column.refers} (id)"
        for column in table.attributes
        if column.refers
    ]
    body = "".join(columns) + ",\n".join(keys)
    return f"CREATE TABLE {table.name} (  -- {table.about}\n{body}\n)"


def _column(column: Column) -> str:
    kind = "INTEGER" if column.type == "integer" else "TEXT"
    return f"{column.name} {kind}{' NOT NULL' if column.required else ''}"


def _search(connection: sqlite3.Connection, table: str, column: str) -> None:
    connection.execute(
        # Datasette looks for content="…" in these very marks.
        f'CREATE VIRTUAL TABLE {table}_fts USING fts5 ({column}, content="{table}",'
        " tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')"
    )
    connection.execute(f"INSERT INTO {table}_fts ({table}_fts) VALUES ('rebuild')")
