"""What is asked for, and the one place where it becomes SQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Filter(NamedTuple):
    """Which statements are query. Several values of one field: any of them; fields: all of them.

    People, meetings, topics and sources go by id, name, other name or part of a name; countries
    by ISO code or name; dates are ISO 8601 of any precision, and a statement of a less precise
    date is taken when it may lie in them. A topic stands for its narrower topics too, a meeting
    for those held beside it. Without a status, drafts are left out. What a second filter, `and_`,
    says (but of the status) must hold too.
    """

    speaker: tuple[str, ...] = ()
    attributed_to: tuple[str, ...] = ()
    voiced_by: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    meeting: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    form: tuple[str, ...] = ()
    verbatim: bool = False
    match: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    status: tuple[str, ...] = ()
    and_: Filter | None = None


EVERYTHING = Filter()


class Condition(NamedTuple):
    """A condition on a row `s` of the table statement, with the values of its marks.

    One that a set of statements fulfils has the query of their keys in `members`, and in `probe`
    what asks a single row; both take the same values.
    """

    sql: str
    values: tuple[object, ...]
    members: str = ""
    probe: str = ""


# A record stands for those below it; UNION ends even where they form a circle.
_BELOW = """s.{column} IN (WITH RECURSIVE part (id) AS (
    SELECT id FROM {table} WHERE id IN ({marks})
    UNION SELECT {table}.id FROM {table} JOIN part ON {table}.{above} = part.id
) SELECT id FROM part)"""


def conditions(query: Filter, connection: sqlite3.Connection) -> list[Condition]:
    """Return the conditions that a filter puts on statements.

    Raises UnknownName, AmbiguousName or BadDate.
    """
    stated = list(_stated(query, connection))
    if query.and_:
        stated += _stated(query.and_, connection)
    status = any_of("s.status", query.status or ("reviewed",))
    return [condition for condition in (*stated, status) if condition]


def _stated(query: Filter, connection: sqlite3.Connection) -> Iterator[Condition | None]:
    yield from _named(query, connection)
    yield any_of("s.form", query.form)
    yield Condition("s.quotes <> ''", ()) if query.verbatim else None
    yield _match(query.match)
    yield from date_conditions(query)


def _named(query: Filter, connection: sqlite3.Connection) -> Iterator[Condition | None]:
    """Return the conditions that name records."""
    named = (query.speaker, query.attributed_to, query.voiced_by, query.country)
    if not any((*named, query.meeting, query.topic, query.source)):
        return
    # Most look-ups are of words, not of names.
    from .names import country, resolve_name

    def ids(kind: str, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(resolve_name(connection, kind, name) for name in names)

    yield _people(ids("participant", query.speaker))
    yield _people(ids("participant", query.attributed_to), "attributed")
    yield _people(ids("participant", query.voiced_by), "voiced")
    yield _countries(tuple(country(connection, name) for name in query.country))
    yield below("meeting", "part_of", ids("meeting", query.meeting), "meeting")
    yield _topics(ids("topic", query.topic))
    yield any_of("s.source", ids("source", query.source))


def date_conditions(query: Filter) -> Iterator[Condition]:
    """Return the conditions on first_day and last_day of a row `s`. Raises BadDate."""
    if not (query.since or query.until):
        return
    from ..model.dates import day_span

    if query.since:
        yield Condition("s.last_day >= ?", (day_span(query.since)[0],))
    if query.until:
        yield Condition("s.first_day <= ?", (day_span(query.until)[1],))


def where(parts: Iterable[Condition]) -> Condition:
    """Return all conditions, and that the row `s` is sound, as one."""
    conditions = list(parts)
    sql = " AND ".join(["s.sound", *(condition.sql for condition in conditions)])
    return Condition(sql, tuple(value for condition in conditions for value in condition.values))


# A set of more statements than this is not fetched to find the first few of it in order.
_MANY = 1000


def first_rows(connection: sqlite3.Connection, parts: list[Condition]) -> list[Condition]:
    """Return the conditions as they serve to find the first few rows in the order of days.

    Where they let many through, the statements are asked one by one in that order until there are
    enough; where few, those are fetched and put in order.
    """
    sets = [condition for condition in parts if condition.members]
    if len(sets) != 1:
        return parts
    only = sets[0]
    sql = f"SELECT count(*) FROM (SELECT 1 FROM ({only.members}) LIMIT {_MANY})"
    if connection.execute(sql, only.values).fetchone()[0] < _MANY:
        return parts
    return [
        condition._replace(sql=condition.probe) if condition is only else condition
        for condition in parts
    ]


def _marks(values: tuple[str, ...]) -> str:
    return ", ".join("?" * len(values))


def any_of(column: str, values: tuple[str, ...]) -> Condition | None:
    """Require that a column holds one of the values; nothing when there are none."""
    return Condition(f"{column} IN ({_marks(values)})", values) if values else None


def _people(ids: tuple[str, ...], capacity: str | None = None) -> Condition | None:
    if not ids:
        return None
    of = f" AND capacity = '{capacity}'" if capacity else ""
    return _set("attribution", f"participant IN ({_marks(ids)}){of}", ids)


def _set(table: str, linked: str, values: tuple[object, ...]) -> Condition:
    """Require that a table which links statements has a row for this one."""
    members = f"SELECT statement FROM {table} WHERE {linked}"
    probe = f"EXISTS (SELECT 1 FROM {table} WHERE statement = s.pk AND {linked})"
    return Condition(f"s.pk IN ({members})", values, members, probe)


def _countries(codes: tuple[str, ...]) -> Condition | None:
    if not codes:
        return None
    people = f"SELECT id FROM participant WHERE sound AND country IN ({_marks(codes)})"
    return _set("attribution", f"participant IN ({people})", codes)


def below(table: str, above: str, ids: tuple[str, ...], column: str) -> Condition | None:
    """Require that a column of a row `s` holds one of the ids, or one below them."""
    if not ids:
        return None
    return Condition(_BELOW.format(column=column, table=table, above=above, marks=_marks(ids)), ids)


def _topics(ids: tuple[str, ...]) -> Condition | None:
    inner = below("topic", "broader", ids, "topic")
    if not inner:
        return None
    return _set("statement_topic", inner.sql.removeprefix("s."), ids)


def _match(searches: tuple[str, ...]) -> Condition | None:
    if not searches:
        return None
    from .search import expressions, terms

    matches = [_search(expressions(terms(search))) for search in searches]
    if len(matches) == 1:
        return matches[0]
    sql = " OR ".join(condition.sql for condition in matches)
    return Condition(f"({sql})", tuple(value for match in matches for value in match.values))


def _search(expressions: list[str]) -> Condition:
    values = tuple(expressions)
    if not values:
        return Condition("0", ())  # nothing in it is a letter or a digit, so nothing has it
    members = "SELECT rowid FROM words WHERE words MATCH ?"
    if len(values) == 1:
        # The plus keeps SQLite from fetching the statements of the set first.
        return Condition(f"s.pk IN ({members})", values, members, f"+s.pk IN ({members})")
    return Condition(f"({' AND '.join([f's.pk IN ({members})'] * len(values))})", values)
