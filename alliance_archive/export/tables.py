"""The rows of the archive's relations, limited to a filter's statements, in a fixed order."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator

from ..archive import Archive
from ..index.cache import copy_of
from ..index.views import Relation
from ..queries.filter import EVERYTHING, Filter


@contextlib.contextmanager
def chosen_statements(archive: Archive, query: Filter = EVERYTHING) -> Iterator[sqlite3.Connection]:
    """Yield a connection on which `rows_sql` finds a filter's statements; in no transaction.

    Raises UnknownName, AmbiguousName or BadDate.
    """
    condition = archive.condition(query)
    connection = archive.connection
    with contextlib.ExitStack() as stack:
        # That of an update which could not be saved; no file can be attached within one.
        if connection.in_transaction:
            connection = stack.enter_context(contextlib.closing(copy_of(connection)))
        connection.execute("CREATE TEMP TABLE chosen (pk INTEGER PRIMARY KEY)")
        stack.callback(connection.execute, "DROP TABLE temp.chosen")
        connection.execute(
            f"INSERT INTO temp.chosen SELECT s.pk FROM statement s WHERE {condition.sql}",
            condition.values,
        )
        yield connection


def rows_sql(relation: Relation) -> str:
    """Return the SELECT of a relation's rows, sorted by its key, with only the chosen statements.

    All participants, meetings, topics and sources are there. Every reference holds: an answer to a
    question that is not chosen refers to none.
    """
    select = relation.select("SELECT pk FROM temp.chosen")
    return f"{select} ORDER BY {', '.join(relation.key)}"
