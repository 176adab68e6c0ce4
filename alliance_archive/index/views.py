"""The archive as relations: what `sql` shows as views, and what the exports hold as tables.

Only sound records are in them. A reference to a record that an error keeps out is NULL, or its
row in a link table is not there; `attributed_to`, `voiced_by` and `topics` of `statements` keep
every id as it was written.
"""

from __future__ import annotations

import secrets
import sqlite3

from .entities import MEETINGS, PARTICIPANTS, SOURCES, TOPICS
from .sayings import STATEMENTS

# Each after those it refers to.
RELATIONS = (*PARTICIPANTS, *MEETINGS, *TOPICS, *SOURCES, *STATEMENTS)


def create_views(connection: sqlite3.Connection) -> frozenset[str]:
    """Make the relations temporary views of a connection to an index.

    Each is a view of another, which alone reads the index; the names of these others, by which
    an authorizer knows who is reading, are returned and cannot be guessed.
    """
    secret = secrets.token_hex(8)
    for relation in RELATIONS:
        inner = f"{relation.name}_{secret}"
        connection.execute(f"CREATE TEMP VIEW {inner} AS {relation.select()}")
        connection.execute(f"CREATE TEMP VIEW {relation.name} AS SELECT * FROM {inner}")
    return frozenset(f"{relation.name}_{secret}" for relation in RELATIONS)


def drop_views(connection: sqlite3.Connection, inner: frozenset[str]) -> None:
    """Take the views away again."""
    for name in (*(relation.name for relation in RELATIONS), *inner):
        connection.execute(f"DROP VIEW temp.{name}")
