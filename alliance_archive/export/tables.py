"""The rows of the archive's relations, for a filter, in an order that does not change."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from ..archive import Archive
from ..index.views import RELATIONS, Relation
from ..queries.filter import EVERYTHING, Filter


class Extract:
    """The relations with those statements that a filter lets through.

    Participants, meetings, topics and sources are all in it, so that no reference leads nowhere.
    """

    relations = RELATIONS

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def rows(self, relation: Relation) -> Iterator[tuple[Any, ...]]:
        """The rows of one relation, by its key, read one after the other."""
        select = relation.select("AND s.pk IN (SELECT pk FROM temp.chosen)")
        sql = f"{select} ORDER BY {', '.join(relation.key)}"
        return iter(self._archive.connection.execute(sql))

    @property
    def statements(self) -> int:
        """The number of statements in it."""
        return int(
            self._archive.connection.execute("SELECT count(*) FROM temp.chosen").fetchone()[0]
        )


@contextlib.contextmanager
def extract(archive: Archive, wanted: Filter = EVERYTHING) -> Iterator[Extract]:
    """The relations for a filter, within a block. Raises UnknownName, AmbiguousName or BadDate."""
    condition = archive.condition(wanted)
    connection = archive.connection
    connection.execute("CREATE TEMP TABLE chosen (pk INTEGER PRIMARY KEY)")
    try:
        connection.execute(
            f"INSERT INTO temp.chosen SELECT s.pk FROM statement s WHERE {condition.sql}",
            condition.values,
        )
        yield Extract(archive)
    finally:
        connection.execute("DROP TABLE temp.chosen")
