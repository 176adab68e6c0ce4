"""The rows of the archive's relations, limited to a filter's statements, in a fixed order."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from typing import Any

from ..archive import Archive
from ..index.views import RELATIONS, Relation
from ..queries.filter import EVERYTHING, Filter


class SelectedTables:
    """The relations, with only the statements that pass a filter.

    They contain all participants, meetings, topics and sources, so that every reference holds. Each
    relation comes after those that it refers to.
    """

    relations = RELATIONS

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def rows(self, relation: Relation) -> Iterator[tuple[Any, ...]]:
        """Return the rows of one relation, sorted by its key, as an iterator."""
        select = relation.select("AND s.pk IN (SELECT pk FROM temp.chosen)")
        sql = f"{select} ORDER BY {', '.join(relation.key)}"
        return iter(self._connection.execute(sql))

    def count(self) -> int:
        """Return the number of statements."""
        return int(self._connection.execute("SELECT count(*) FROM temp.chosen").fetchone()[0])


@contextlib.contextmanager
def selected_tables(archive: Archive, query: Filter = EVERYTHING) -> Iterator[SelectedTables]:
    """Select the statements of a filter. Raises UnknownName, AmbiguousName or BadDate."""
    condition = archive.condition(query)
    connection = archive.connection
    connection.execute("CREATE TEMP TABLE chosen (pk INTEGER PRIMARY KEY)")
    try:
        connection.execute(
            f"INSERT INTO temp.chosen SELECT s.pk FROM statement s WHERE {condition.sql}",
            condition.values,
        )
        yield SelectedTables(connection)
    finally:
        connection.execute("DROP TABLE temp.chosen")
