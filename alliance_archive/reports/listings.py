"""The lists of participants, meetings, sources and topics, with their counts of statements."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from ..archive import Archive
from ..index.rows import records
from ..queries.filter import EVERYTHING, Condition, Filter, any_of, below, date_conditions, where
from ..queries.names import country
from ..queries.rows import Listed


class Listing(NamedTuple):
    """How one kind of record is listed.

    `own` are the filters that speak of the record itself, the others speak of its statements;
    `counts` gives id and counts (together, attributed, voiced) by SQL with a condition on `s`.
    """

    own: tuple[str, ...]
    counts: str
    sort: str


_WITHIN = """WITH RECURSIVE part (top, id) AS (
    SELECT id, id FROM {table} WHERE sound
    UNION SELECT part.top, {table}.id FROM part JOIN {table} ON {table}.{above} = part.id
) """
LISTINGS = {
    "participant": Listing(
        ("speaker", "country"),
        """SELECT a.participant, count(DISTINCT s.pk), total(a.capacity = 'attributed'),
            total(a.capacity = 'voiced')
        FROM attribution a JOIN statement s ON s.pk = a.statement WHERE {} GROUP BY 1""",
        "-statements",
    ),
    "meeting": Listing(
        ("meeting", "since", "until"),
        _WITHIN.format(table="meeting", above="part_of")
        + """SELECT part.top, count(*), 0, 0
        FROM part JOIN statement s ON s.meeting = part.id WHERE {} GROUP BY 1""",
        "date",
    ),
    "source": Listing(
        ("source", "since", "until"),
        "SELECT s.source, count(*), 0, 0 FROM statement s WHERE {} GROUP BY 1",
        "date",
    ),
    "topic": Listing(
        ("topic",),
        _WITHIN.format(table="topic", above="broader")
        + """SELECT part.top, count(DISTINCT s.pk), 0, 0
        FROM part JOIN statement_topic t ON t.topic = part.id
            JOIN statement s ON s.pk = t.statement WHERE {} GROUP BY 1""",
        "name",
    ),
}
SORTS: dict[str, Callable[[Listed], Any]] = {
    "id": lambda row: row.record.id,
    "name": lambda row: row.label.casefold(),
    "date": lambda row: getattr(row.record, "date", ""),
    "statements": lambda row: row.statements,
}


def listing(
    archive: Archive,
    kind: str,
    wanted: Filter = EVERYTHING,
    *,
    sort: str | None = None,
    limit: int | None = None,
) -> list[Listed]:
    """The records of a kind (participant, meeting, source or topic) that a filter lets through.

    A filter that speaks of statements leaves those without any such statement out. `sort` is a
    key of SORTS, with - for descending. Raises UnknownName, AmbiguousName or BadDate.
    """
    how = LISTINGS[kind]
    of_statements = wanted._replace(**{name: getattr(EVERYTHING, name) for name in how.own})
    condition = archive.condition(of_statements)
    rows = archive.connection.execute(how.counts.format(condition.sql), condition.values)
    counts = {row[0]: tuple(map(int, row[1:])) for row in rows}
    own = where(_own(archive, kind, wanted))
    found = [
        Listed._make((record, *counts.get(record.id, (0, 0, 0)), _names(archive, record)))
        for record in records(archive.connection, kind, own.sql, *own.values)
    ]
    if of_statements != EVERYTHING:
        found = [row for row in found if row.statements]
    order = sort or how.sort
    found.sort(key=SORTS["name"])
    found.sort(key=SORTS[order.removeprefix("-")], reverse=order.startswith("-"))
    return found[:limit]


def _own(archive: Archive, kind: str, wanted: Filter) -> list[Condition]:
    """The conditions on the rows `s` of the listed table itself."""

    def ids(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(archive.resolve(kind, name) for name in names)

    if kind == "participant":
        codes = tuple(country(archive.connection, name) for name in wanted.country)
        found = [any_of("s.id", ids(wanted.speaker)), any_of("s.country", codes)]
    elif kind == "topic":
        found = [below("topic", "broader", ids(wanted.topic), "id")]
    else:
        inner = ids(wanted.meeting if kind == "meeting" else wanted.source)
        chosen = below("meeting", "part_of", inner, "id") if kind == "meeting" else None
        found = [chosen or any_of("s.id", inner), *date_conditions(wanted)]
    return [each for each in found if each]


def _names(archive: Archive, record: Any) -> tuple[str, ...]:
    return archive.names(getattr(record, "participants", ()))
