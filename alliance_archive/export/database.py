"""An SQLite database of the archive's relations, with keys, references and a full-text search."""

from __future__ import annotations

import errno
import os
import sqlite3
from pathlib import Path

from ..archive import Archive
from ..atomic import whole_database
from ..index.views import RELATIONS, Attribute, Relation
from ..queries.filter import EVERYTHING, Filter
from .tables import RowsOf, selected_rows


def write_database(
    archive: Archive, path: str | os.PathLike[str], query: Filter = EVERYTHING
) -> int:
    """Write the statements of a filter, and all other records, to an SQLite file.

    Return the number of statements written. Their full text is the table statements_fts, with its
    content in `statements`, as Datasette expects it. Raises CannotWrite,
    UnknownName, AmbiguousName or BadDate.
    """
    with selected_rows(archive, query) as rows_of, whole_database(path) as file:
        _fill(file, rows_of)
    return archive.count(query)


def _fill(path: Path, rows_of: RowsOf) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        # If anything fails, the unfinished file is deleted, so it needs no journal.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        # Each relation comes after those that it refers to.
        for relation in RELATIONS:
            connection.execute(_create_table(relation))
            marks = ", ".join("?" * len(relation.attributes))
            insert = f"INSERT INTO {relation.name} VALUES ({marks})"
            connection.executemany(insert, rows_of(relation))
        for relation in RELATIONS:
            _create_indexes(connection, relation)
        _create_search(connection)
        broken = connection.execute("PRAGMA foreign_key_check").fetchone()
        if broken:
            raise sqlite3.IntegrityError(
                f"a row of {broken[0]} refers to a missing row of {broken[2]}"
            )
        connection.execute("COMMIT")
        connection.execute("PRAGMA optimize")
    except sqlite3.OperationalError as error:
        raise OSError(errno.EIO, str(error)) from error  # the disk is full, for example
    finally:
        connection.close()


def _create_table(relation: Relation) -> str:
    columns = [f"    {_column(column)},  -- {column.about}\n" for column in relation.attributes]
    keys = [f"    PRIMARY KEY ({', '.join(relation.key)})"]
    keys += [
        f"    FOREIGN KEY ({column.name}) REFERENCES {column.refers} (id)"
        for column in relation.attributes
        if column.refers
    ]
    body = "".join(columns) + ",\n".join(keys)
    return f"CREATE TABLE {relation.name} (  -- {relation.about}\n{body}\n)"


def _column(column: Attribute) -> str:
    kind = "INTEGER" if column.type == "integer" else "TEXT"
    return f"{column.name} {kind}{' NOT NULL' if column.required else ''}"


def _create_indexes(connection: sqlite3.Connection, relation: Relation) -> None:
    for column in relation.attributes:
        if column.refers and column.name != relation.key[0]:
            name = f"{relation.name}_{column.name}"
            connection.execute(f"CREATE INDEX {name} ON {relation.name} ({column.name})")


def _create_search(connection: sqlite3.Connection) -> None:
    connection.execute(
        # Datasette finds a table's full text by content="…", with exactly these quotation marks.
        'CREATE VIRTUAL TABLE statements_fts USING fts5 (words, content="statements",'
        " tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')"
    )
    connection.execute("INSERT INTO statements_fts (statements_fts) VALUES ('rebuild')")
