"""The rows of the archive's relations, limited to a filter's statements, in a fixed order."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

from ..archive import Archive
from ..index.views import Relation
from ..queries.filter import EVERYTHING, Filter

RowsOf = Callable[[Relation], Iterator[tuple[Any, ...]]]


@contextlib.contextmanager
def selected_rows(archive: Archive, query: Filter = EVERYTHING) -> Iterator[RowsOf]:
    """Yield the function that returns a relation's rows, with only the statements of a filter.

    All participants, meetings, topics and sources are there, so that every reference holds. Rows
    are sorted by the relation's key. Raises UnknownName, AmbiguousName or BadDate.
    """
    condition = archive.condition(query)
    connection = archive.connection

    def rows(relation: Relation) -> Iterator[tuple[Any, ...]]:
        select = relation.select("AND s.pk IN (SELECT pk FROM temp.chosen)")
        return iter(connection.execute(f"{select} ORDER BY {', '.join(relation.key)}"))

    connection.execute("CREATE TEMP TABLE chosen (pk INTEGER PRIMARY KEY)")
    try:
        connection.execute(
            f"INSERT INTO temp.chosen SELECT s.pk FROM statement s WHERE {condition.sql}",
            condition.values,
        )
        yield rows
    finally:
        connection.execute("DROP TABLE temp.chosen")
