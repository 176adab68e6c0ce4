"""What a user asks for, and its translation into SQL."""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Filter(NamedTuple):
    """Which statements to return: those that match every field, and any of a field's values.

    People, meetings, topics and sources are given by id, name, other name or part of a name,
    countries by ISO code or name. Dates are ISO 8601 of any precision; a statement whose date is
    less precise matches `since` and `until` if it may have been made between them, and `on` only if
    it certainly was made on that date, which is not merely its source's. A topic includes its
    narrower topics, a meeting those on its sidelines. `meeting` matches what was said at a meeting
    and what is about it, `made_at` only the former, `mentioning` what is about any meeting. `match`
    searches what `within` says (see `scoped`), with `quoted` only quotations. `verbatim` leaves out
    an interpreter's words. Without a status,
    drafts are left out, and unless `replaced` is true, so are statements of a source that a
    corrected edition replaces. A second filter, `and_`, must match as well; its `status`,
    `replaced` and `within` are ignored.
    """

    speaker: tuple[str, ...] = ()
    attributed_to: tuple[str, ...] = ()
    voiced_by: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    meeting: tuple[str, ...] = ()
    made_at: tuple[str, ...] = ()
    mentioning: bool = False
    topic: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    form: tuple[str, ...] = ()
    turn: tuple[str, ...] = ()
    verbatim: bool = False
    match: tuple[str, ...] = ()
    within: str | None = None
    quoted: bool = False
    since: str | None = None
    until: str | None = None
    on: str | None = None
    status: tuple[str, ...] = ()
    replaced: bool = False
    and_: "Filter | None" = None

    @property
    def searches(self) -> tuple[str, ...]:
        """The words searched for, by this filter and by the one in `and_`."""
        return (*self.match, *(self.and_.match if self.and_ else ()))


EVERYTHING = Filter()


class Condition(NamedTuple):
    """A condition on a row `s` of the table statement, with the values of its placeholders.

    If another table lists the statements that meet it, `members` selects their keys and `probe`
    tests a single row; both take the same values. `first_rows` chooses between the two.
    """

    sql: str
    values: tuple[object, ...]
    members: str = ""
    probe: str = ""


# A record includes those below it. UNION, unlike UNION ALL, ends even if they form a circle.
_BELOW = """s.{column} IN (WITH RECURSIVE part (id) AS (
    SELECT id FROM {table} WHERE id IN ({marks})
    UNION SELECT {table}.id FROM {table} JOIN part ON {table}.{above} = part.id
) SELECT id FROM part)"""


def conditions(query: Filter, connection: sqlite3.Connection) -> list[Condition]:
    """Return the conditions of a filter on statements.

    Raises UnknownName, AmbiguousName, BadDate or DatesReversed.
    """
    query = scoped(query, connection)
    return _conditions(query, connection)


def scoped(query: Filter, connection: sqlite3.Connection) -> Filter:
    """Return the filter with what its searches look at: `within` is never None.

    By default that is the statements' own words and verb ("own"); where no statement that passes
    the other filters has all words there, it is everything that is known of them ("all").
    """
    if query.within:
        return query
    own_words = query._replace(within="own")
    if query.quoted or not query.searches:
        return own_words
    condition = where(first_rows(connection, _conditions(own_words, connection)))
    sql = f"SELECT 1 FROM statement s WHERE {condition.sql} LIMIT 1"
    return (
        own_words
        if connection.execute(sql, condition.values).fetchone()
        else query._replace(within="all")
    )


def _conditions(query: Filter, connection: sqlite3.Connection) -> list[Condition]:
    stated = list(_stated(query, connection))
    if query.and_:
        inner = query.and_._replace(within=query.within, quoted=query.quoted or query.and_.quoted)
        stated += _stated(inner, connection)
    status = any_of("s.status", query.status or ("reviewed",))
    current = None if query.replaced else Condition("NOT s.replaced", ())
    return [condition for condition in (*stated, status, current) if condition]


def _stated(query: Filter, connection: sqlite3.Connection) -> Iterator[Condition | None]:
    yield from _named(query, connection)
    yield any_of("s.form", query.form)
    yield any_of("s.turn", query.turn)
    yield Condition("s.quotes <> '' AND s.translated_by IS NULL", ()) if query.verbatim else None
    yield Condition("s.about <> ''", ()) if query.mentioning else None
    yield _match(query.match, query)
    yield from date_conditions(query, _OF_STATEMENT)
    # A source tells that a statement was made, seldom when.
    yield Condition("s.date_from <> 'source'", ()) if query.on else None


def _named(query: Filter, connection: sqlite3.Connection) -> Iterator[Condition | None]:
    """Return the conditions that name records."""
    of_people = (query.speaker, query.attributed_to, query.voiced_by, query.country)
    if not any((*of_people, query.meeting, query.made_at, query.topic, query.source)):
        return
    # Imported here because most look-ups search for words and name nobody.
    from .names import country, resolve_name

    def ids(kind: str, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(resolve_name(connection, kind, name) for name in names)

    yield _people(ids("participant", query.speaker))
    yield _people(ids("participant", query.attributed_to), "attributed")
    yield _people(ids("participant", query.voiced_by), "voiced")
    yield _countries(tuple(country(connection, name) for name in query.country))
    yield _meetings(ids("meeting", query.meeting))
    yield below("meeting", "part_of", ids("meeting", query.made_at), "meeting")
    yield _topics(ids("topic", query.topic))
    yield any_of("s.source", ids("source", query.source))


# What was said at a meeting whose record has an error has no date, so it may be of any day.
_OF_STATEMENT = "({} OR s.first_day IS NULL)"


def date_conditions(query: Filter, form: str = "{}") -> Iterator[Condition]:
    """Return the conditions on first_day and last_day of a row `s`.

    `form` is what each that allows doubt is put into. Raises BadDate or DatesReversed.
    """
    if query.since is query.until is query.on is None:
        return
    from ..model.dates import day_span

    first, last = _days_between(query)
    if first:
        yield Condition(form.format("s.last_day >= ?"), (first,))
    if last:
        yield Condition(form.format("s.first_day <= ?"), (last,))
    if query.on is not None:
        yield Condition("s.first_day >= ? AND s.last_day <= ?", day_span(query.on))


def perhaps_outside(query: Filter, statements: bool = True) -> Condition | None:
    """Return the condition that a row which meets `since` and `until` may be outside them.

    None if none can be. `statements` is false for other rows, which have a date of their own: a
    source tells only that a statement was made no later.
    """
    first, last = _days_between(query)
    parts = []
    if first:
        parts.append(Condition("s.first_day < ?", (first,)))
        if statements:
            parts.append(Condition("s.date_from = 'source'", ()))
    if last:
        parts.append(Condition("s.last_day > ?", (last,)))
    if statements and parts:
        parts.append(Condition("s.first_day IS NULL", ()))
    return joined(parts, "OR") if parts else None


def _days_between(query: Filter) -> tuple[str | None, str | None]:
    """Return the first day of `since` and the last of `until`. Raises BadDate or DatesReversed."""
    if query.since is query.until is None:
        return None, None
    from ..model.dates import day_span

    first = day_span(query.since)[0] if query.since is not None else None
    last = day_span(query.until)[1] if query.until is not None else None
    if first and last and first > last:
        from ..errors import DatesReversed

        raise DatesReversed(query.since or "", query.until or "")
    return first, last


def where(parts: Iterable[Condition]) -> Condition:
    """Return the conditions joined into one, which also requires the row `s` to be sound."""
    return joined([Condition("s.sound", ()), *parts], "AND")


def joined(parts: Iterable[Condition], operator: str) -> Condition:
    """Return conditions joined into one by AND, or by OR in parentheses."""
    conditions = list(parts)
    sql = f" {operator} ".join(condition.sql for condition in conditions)
    values = tuple(value for condition in conditions for value in condition.values)
    return Condition(f"({sql})" if operator == "OR" else sql, values)


# From this many statements on, it is quicker to go through all in order than to sort these.
_MANY = 1000


def first_rows(connection: sqlite3.Connection, parts: list[Condition]) -> list[Condition]:
    """Return the conditions in the form that finds the first few rows by date most quickly.

    SQLite has no statistics to choose by, so this function chooses. If many statements meet the
    condition, each row in the order of dates is tested until there are enough; if few do, they are
    selected and sorted. Counting stops at the limit, so the decision takes hardly any time.
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
    """Return the condition that a column has one of the values; None without values."""
    return Condition(f"{column} IN ({_marks(values)})", values) if values else None


def _people(ids: tuple[str, ...], capacity: str | None = None) -> Condition | None:
    if not ids:
        return None
    of = f" AND capacity = '{capacity}'" if capacity else ""
    return _set("attribution", f"participant IN ({_marks(ids)}){of}", ids)


def _set(table: str, linked: str, values: tuple[object, ...]) -> Condition:
    """Return the condition that a table of links has a row for the statement."""
    members = f"SELECT statement FROM {table} WHERE {linked}"
    probe = f"EXISTS (SELECT 1 FROM {table} WHERE statement = s.pk AND {linked})"
    return Condition(f"s.pk IN ({members})", values, members, probe)


def _countries(codes: tuple[str, ...]) -> Condition | None:
    if not codes:
        return None
    people = f"SELECT id FROM participant WHERE sound AND country IN ({_marks(codes)})"
    return _set("attribution", f"participant IN ({people})", codes)


def below(table: str, above: str, ids: tuple[str, ...], column: str) -> Condition | None:
    """Return the condition that a column of a row `s` has one of the ids, or one below them."""
    if not ids:
        return None
    return Condition(_BELOW.format(column=column, table=table, above=above, marks=_marks(ids)), ids)


def _meetings(ids: tuple[str, ...]) -> Condition | None:
    made_there = below("meeting", "part_of", ids, "meeting")
    if not made_there:
        return None
    about = "SELECT statement FROM mention WHERE " + made_there.sql.removeprefix("s.")
    return Condition(f"({made_there.sql} OR s.pk IN ({about}))", ids * 2)


def _topics(ids: tuple[str, ...]) -> Condition | None:
    inner = below("topic", "broader", ids, "topic")
    if not inner:
        return None
    return _set("statement_topic", inner.sql.removeprefix("s."), ids)


def _match(searches: tuple[str, ...], query: Filter) -> Condition | None:
    if not searches:
        return None
    from .fulltext import search_condition

    scope = query.within or "own"
    parts = [search_condition(search, scope, query.quoted) for search in searches]
    return parts[0] if len(parts) == 1 else joined(parts, "OR")
