"""An SQLite database of the archive's relations, with keys, references and a full-text search."""

from __future__ import annotations

import errno
import os
import sqlite3

from ..archive import Archive
from ..atomic import whole_database
from ..index.views import RELATIONS, Attribute, Relation
from ..queries.filter import EVERYTHING, Filter
from .tables import chosen_statements, rows_sql


def write_database(
    archive: Archive, path: str | os.PathLike[str], query: Filter = EVERYTHING
) -> int:
    """Write the statements of a filter, and all other records, to an SQLite file.

    Return the number of statements written. Their full text is the table statements_fts, with its
    content in `statements`, as Datasette expects it. Raises CannotWrite,
    UnknownName, AmbiguousName or BadDate.
    """
    with chosen_statements(archive, query) as connection, whole_database(path) as file:
        # As bytes, because a name in the file system need not be UTF-8.
        connection.execute("ATTACH ? AS export", (os.fsencode(file),))
        try:
            _fill(connection)
        except sqlite3.OperationalError as error:
            raise OSError(errno.EIO, str(error)) from error  # the disk is full, for example
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            connection.execute("DETACH export")
    return archive.count(query)


def _fill(connection: sqlite3.Connection) -> None:
    """Create and fill the tables of the attached database, whose rows never pass through Python."""
    # If anything fails, the unfinished file is deleted, so it needs no journal.
    connection.execute("PRAGMA export.journal_mode = OFF")
    connection.execute("PRAGMA export.synchronous = OFF")
    connection.execute("BEGIN")
    # Each relation comes after those that it refers to.
    for relation in RELATIONS:
        connection.execute(_create_table(relation))
        connection.execute(f"INSERT INTO export.{relation.name} {rows_sql(relation)}")
    connection.execute("COMMIT")  # other processes may now update the index
    for relation in RELATIONS:
        _create_indexes(connection, relation)
    _create_search(connection)
    broken = connection.execute("PRAGMA export.foreign_key_check").fetchone()
    if broken:
        raise sqlite3.IntegrityError(f"a row of {broken[0]} refers to a missing row of {broken[2]}")


def _create_table(relation: Relation) -> str:
    columns = [f"    {_column(column)},  -- {column.about}\n" for column in relation.attributes]
    keys = [f"    PRIMARY KEY ({', '.join(relation.key)})"]
    keys += [
        f"    FOREIGN KEY ({column.name}) REFERENCES {column.refers} (id)"
        for column in relation.attributes
        if column.refers
    ]
    body = "".join(columns) + ",\n".join(keys)
    return f"CREATE TABLE export.{relation.name} (  -- {relation.about}\n{body}\n)"


def _column(column: Attribute) -> str:
    kind = "INTEGER" if column.type == "integer" else "TEXT"
    return f"{column.name} {kind}{' NOT NULL' if column.required else ''}"


def _create_indexes(connection: sqlite3.Connection, relation: Relation) -> None:
    for column in relation.attributes:
        if column.refers and column.name != relation.key[0]:
            name = f"{relation.name}_{column.name}"
            connection.execute(f"CREATE INDEX export.{name} ON {relation.name} ({column.name})")


def _create_search(connection: sqlite3.Connection) -> None:
    connection.execute(
        # Datasette finds a table's full text by content="…", with exactly these quotation marks.
        'CREATE VIRTUAL TABLE export.statements_fts USING fts5 (words, content="statements",'
        " tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')"
    )
    # hashsize is the bytes written at a time: with more, less has to be merged.
    for command in ("'hashsize', 16777216", "'rebuild', NULL"):
        connection.execute(
            f"INSERT INTO export.statements_fts (statements_fts, rank) VALUES ({command})"
        )
