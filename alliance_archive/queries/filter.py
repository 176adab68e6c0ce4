"""What is asked for, and the one place where it becomes SQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .names import country, resolve


class Filter(NamedTuple):
    """Which statements are wanted. Several values of one field: any of them; fields: all of them.

    People, meetings, topics and sources go by id, name, other name or part of a name; countries
    by ISO code or name; dates are ISO 8601 of any precision, and a statement of a less precise
    date is taken when it may lie in them. A topic stands for its narrower topics too, a meeting
    for those held beside it. Without a status, drafts are left out. What a second filter, `also`,
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
    also: Filter | None = None


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


def conditions(wanted: Filter, connection: sqlite3.Connection) -> list[Condition]:
    """The conditions that a filter puts on statements.

    Raises UnknownName, AmbiguousName or BadDate.
    """
    found = list(_stated(wanted, connection))
    if wanted.also:
        found += _stated(wanted.also, connection)
    status = any_of("s.status", wanted.status or ("reviewed",))
    return [each for each in (*found, status) if each]


def _stated(wanted: Filter, connection: sqlite3.Connection) -> Iterator[Condition | None]:
    def ids(kind: str, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(resolve(connection, kind, name) for name in names)

    yield _people(ids("participant", wanted.speaker))
    yield _people(ids("participant", wanted.attributed_to), "attributed")
    yield _people(ids("participant", wanted.voiced_by), "voiced")
    yield _countries(tuple(country(connection, name) for name in wanted.country))
    yield below("meeting", "part_of", ids("meeting", wanted.meeting), "meeting")
    yield _topics(ids("topic", wanted.topic))
    yield any_of("s.source", ids("source", wanted.source))
    yield any_of("s.form", wanted.form)
    yield Condition("s.quotes <> ''", ()) if wanted.verbatim else None
    yield _match(wanted.match)
    yield from within(wanted)


def within(wanted: Filter) -> Iterator[Condition]:
    """The conditions on first_day and last_day of a row `s`. Raises BadDate."""
    if not (wanted.since or wanted.until):
        return
    from ..model.dates import day_span

    if wanted.since:
        yield Condition("s.last_day >= ?", (day_span(wanted.since)[0],))
    if wanted.until:
        yield Condition("s.first_day <= ?", (day_span(wanted.until)[1],))


def where(found: Iterable[Condition]) -> Condition:
    """All conditions, and that the row `s` is sound, as one."""
    listed = list(found)
    sql = " AND ".join(["s.sound", *(each.sql for each in listed)])
    return Condition(sql, tuple(value for each in listed for value in each.values))


# A set of more statements than this is not fetched to find the first few of it in order.
_MANY = 1000


def first_rows(connection: sqlite3.Connection, found: list[Condition]) -> list[Condition]:
    """The conditions as they serve to find the first few rows in the order of days.

    Where they let many through, the statements are asked one by one in that order until there are
    enough; where few, those are fetched and put in order.
    """
    sets = [each for each in found if each.members]
    if len(sets) != 1:
        return found
    only = sets[0]
    sql = f"SELECT count(*) FROM (SELECT 1 FROM ({only.members}) LIMIT {_MANY})"
    if connection.execute(sql, only.values).fetchone()[0] < _MANY:
        return found
    return [each._replace(sql=each.probe) if each is only else each for each in found]


def _marks(values: tuple[str, ...]) -> str:
    return ", ".join("?" * len(values))


def any_of(column: str, values: tuple[str, ...]) -> Condition | None:
    """That a column holds one of the values; nothing when there are none."""
    return Condition(f"{column} IN ({_marks(values)})", values) if values else None


def _people(ids: tuple[str, ...], capacity: str | None = None) -> Condition | None:
    if not ids:
        return None
    of = f" AND capacity = '{capacity}'" if capacity else ""
    return _set("attribution", f"participant IN ({_marks(ids)}){of}", ids)


def _set(table: str, linked: str, values: tuple[object, ...]) -> Condition:
    """That a table which links statements has a row for this one."""
    members = f"SELECT statement FROM {table} WHERE {linked}"
    probe = f"EXISTS (SELECT 1 FROM {table} WHERE statement = s.pk AND {linked})"
    return Condition(f"s.pk IN ({members})", values, members, probe)


def _countries(codes: tuple[str, ...]) -> Condition | None:
    if not codes:
        return None
    people = f"SELECT id FROM participant WHERE sound AND country IN ({_marks(codes)})"
    return _set("attribution", f"participant IN ({people})", codes)


def below(table: str, above: str, ids: tuple[str, ...], column: str) -> Condition | None:
    """That a column of a row `s` holds one of the ids, or one below them in their table."""
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

    each = [_search(expressions(terms(search))) for search in searches]
    if len(each) == 1:
        return each[0]
    sql = " OR ".join(condition.sql for condition in each)
    return Condition(f"({sql})", tuple(value for condition in each for value in condition.values))


def _search(expressions: list[str]) -> Condition:
    values = tuple(expressions)
    if not values:
        return Condition("0", ())  # nothing in it is a letter or a digit, so nothing has it
    members = "SELECT rowid FROM words WHERE words MATCH ?"
    if len(values) == 1:
        # The plus keeps SQLite from fetching the statements of the set first.
        return Condition(f"s.pk IN ({members})", values, members, f"+s.pk IN ({members})")
    return Condition(f"({' AND '.join([f's.pk IN ({members})'] * len(values))})", values)
