"""The lists of participants, meetings, sources and topics, with their counts of statements."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from ..archive import Archive
from ..index.schema import DATED, DRAFTED
from ..index.storage import records
from ..model.dates import standing
from ..model.records import Meeting
from ..queries.acts import KEY
from ..queries.filter import (
    EVERYTHING,
    Condition,
    Filter,
    any_of,
    below,
    date_conditions,
    perhaps_outside,
    where,
)
from ..queries.names import country
from ..queries.rows import StatementRow
from ..render.columns import View
from .list_columns import Listed, view


class Listing(NamedTuple):
    """How one kind of record is listed.

    `own` are the filters on the record itself; all others are on its statements. `counts` is SQL
    for ids and their counts (acts, those attributed, those voiced, reports, sources), with places
    for a condition on `s` and for what the reports of one act have in common.
    """

    own: tuple[str, ...]
    counts: str
    sort: str
    view: View


SORTS: dict[str, Callable[[Listed], Any]] = {
    "id": lambda row: row.record.id,
    "name": lambda row: row.label.casefold(),
    "date": lambda row: getattr(row.record, "date", ""),
    "statements": lambda row: row.statements,
}


def listing(
    archive: Archive,
    kind: str,
    query: Filter = EVERYTHING,
    *,
    planned: bool = False,
    sort: str | None = None,
    limit: int | None = None,
    certain_first: bool = False,
    today: str | None = None,
    by_report: bool = False,
) -> list[Listed]:
    """Return the participants, meetings, sources or topics that pass a filter, with their counts.

    Acts are counted, with `by_report` each of their reports.
    A filter on statements leaves out records that have no such statement; `planned` leaves out
    meetings that are not. `sort` is a key of SORTS, with - for descending; with `certain_first`,
    records that may be outside `since` and `until` come last. By `today`, YYYY-MM-DD, meetings get
    their standing (model.dates.standing). Raises UnknownName, AmbiguousName, BadDate or
    DatesReversed.
    """
    rules = LISTINGS[kind]
    of_statements = query._replace(**{name: getattr(EVERYTHING, name) for name in rules.own})
    condition = archive.condition(of_statements)
    counted = rules.counts.format(condition.sql, act="s.pk" if by_report else KEY)
    tallies = archive.connection.execute(counted, condition.values)
    counts = {row[0]: tuple(map(int, row[1:])) for row in tallies}
    own_condition = where(_own_conditions(archive, kind, query, planned))
    uncertain = _uncertain_ids(archive, kind, query)
    days = _days_of(archive, kind)
    speaking_of = mentions(archive, of_statements) if kind == "meeting" else {}
    rows = [
        Listed._make(
            (
                record,
                *counts.get(record.id, (0, 0, 0, 0, 0)),
                archive.names(getattr(record, "participants", ())),
                speaking_of.get(record.id, ()),
                standing(record, today) if kind == "meeting" else None,
                _doubt(record) if record.id in uncertain else None,
                days.get(record.id),
            )
        )
        for record in records(archive.connection, kind, own_condition.sql, *own_condition.values)
    ]
    if of_statements != EVERYTHING._replace(replaced=query.replaced):
        rows = [row for row in rows if row.statements or row.mentions]
    order = sort or rules.sort
    # Two stable sorts: records equal in the second stay in the order of names.
    rows.sort(key=SORTS["name"])
    rows.sort(key=SORTS[order.removeprefix("-")], reverse=order.startswith("-"))
    if certain_first:
        rows.sort(key=lambda row: row.doubt is not None)
    return rows[:limit]


def _uncertain_ids(archive: Archive, kind: str, query: Filter) -> frozenset[str]:
    """Return the ids of meetings or sources of which a day may be outside `since` and `until`."""
    outside = perhaps_outside(query, statements=False)
    if not outside or kind not in DATED:
        return frozenset()
    sql = f"SELECT id FROM {kind} s WHERE {where([outside]).sql}"
    return frozenset(ident for (ident,) in archive.connection.execute(sql, outside.values))


def _days_of(archive: Archive, kind: str) -> dict[str, tuple[str, str]]:
    """Return the first and last day of each meeting or source, by its id."""
    if kind not in DATED:
        return {}
    rows = archive.connection.execute(f"SELECT id, first_day, last_day FROM {kind} WHERE sound")
    return {ident: (first, last) for ident, first, last in rows}


def _doubt(record: Any) -> str | None:
    """Return “month” or “year” if that is all that is known of a date; None if the day is known."""
    end = record.end_date if isinstance(record, Meeting) else None
    precision = min(len(record.date), len(end or record.date))
    return (
        None if precision == len("2017-10-23") else "month" if precision > len("2017") else "year"
    )


def doubts_of(rows: Iterable[Listed]) -> Counter[str]:
    """Return how many rows may be outside the dates asked for, by what is known of their date."""
    return Counter(row.doubt for row in rows if row.doubt)


def counted_ids(archive: Archive, kind: str) -> Iterator[str]:
    """Yield the ids of the statements that a list of participants or topics counts."""
    table = {"participant": "attribution", "topic": "statement_topic"}[kind]
    sql = f"SELECT id FROM statement WHERE pk IN (SELECT statement FROM {table})"
    yield from (ident for (ident,) in archive.connection.execute(sql))


def mentions(
    archive: Archive, query: Filter = EVERYTHING
) -> defaultdict[str, tuple[StatementRow, ...]]:
    """Return the statements that speak of each meeting and pass a filter, by the meeting's id."""
    by_meeting: defaultdict[str, tuple[StatementRow, ...]] = defaultdict(tuple)
    for row in archive.statements(query._replace(mentioning=True), by_act=True):
        for ident in row.about:
            by_meeting[ident] += (row,)
    return by_meeting


def named_by_drafts(archive: Archive, kind: str) -> int:
    """Return how many records of a kind are named only by drafts; lists leave them out."""
    if kind not in DRAFTED:
        return 0
    sql = f"SELECT count(*) FROM {kind} WHERE sound AND drafted"
    return int(archive.connection.execute(sql).fetchone()[0])


def _own_conditions(
    archive: Archive, kind: str, query: Filter, planned: bool
) -> Iterator[Condition]:
    """Yield the conditions on rows `s` of the kind's own table."""
    names = query.speaker if kind == "participant" else getattr(query, kind)
    ids = tuple(archive.resolve(kind, name) for name in names)
    above = {"topic": "broader", "meeting": "part_of"}.get(kind)
    conditions = [below(kind, above, ids, "id") if above else any_of("s.id", ids)]
    if kind == "participant":
        codes = tuple(country(archive.connection, name) for name in query.country)
        conditions.append(any_of("s.country", codes))
    if kind in DATED:
        conditions += date_conditions(query)
    yield from filter(None, conditions)
    if kind in DRAFTED and "draft" not in query.status:
        yield Condition("NOT s.drafted", ())
    if planned:
        yield Condition("s.status = 'planned'", ())


# A record's count includes the statements of the records below it. The query starts at the records
# that statements name and goes up; from the top down, a chain would yield every pair.
PARTS = """WITH RECURSIVE part (top, id) AS (
    SELECT id, id FROM {table}
        WHERE EXISTS (SELECT 1 FROM {links} WHERE {links}.{table} = {table}.id)
    UNION SELECT {table}.{above}, part.id FROM part JOIN {table} ON {table}.id = part.top
        WHERE {table}.{above} NOTNULL
) """
LISTINGS = {
    "participant": Listing(
        ("speaker", "country"),
        """SELECT a.participant, count(DISTINCT {act}),
            count(DISTINCT iif(a.capacity = 'attributed', {act}, NULL)),
            count(DISTINCT iif(a.capacity = 'voiced', {act}, NULL)),
            count(DISTINCT s.pk), count(DISTINCT s.source)
        FROM attribution a JOIN statement s ON s.pk = a.statement WHERE {} GROUP BY 1""",
        "-statements",
        view(
            "participant",
            "name memberships statements id",
            "name kind country memberships other_names statements attributed voiced id",
        ),
    ),
    "meeting": Listing(
        ("meeting", "since", "until", "on"),
        PARTS.format(table="meeting", above="part_of", links="statement")
        + """SELECT part.top, count(DISTINCT {act}), 0, 0, count(*), count(DISTINCT s.source)
        FROM part JOIN statement s ON s.meeting = part.id WHERE {} GROUP BY 1""",
        "date",
        view(
            "meeting",
            "date named statements id",
            "date mentioned kind meeting_status place names statements id part_of",
        ),
    ),
    "source": Listing(
        ("source", "since", "until", "on"),
        "SELECT s.source, count(DISTINCT {act}), 0, 0, count(*), 1"
        " FROM statement s WHERE {} GROUP BY 1",
        "date",
        view(
            "source",
            "date publisher title statements id",
            "date publisher title kind dateline language statements id",
        ),
    ),
    "topic": Listing(
        ("topic",),
        PARTS.format(table="topic", above="broader", links="statement_topic")
        + """SELECT part.top, count(DISTINCT {act}), 0, 0, count(DISTINCT s.pk),
            count(DISTINCT s.source)
        FROM part JOIN statement_topic t ON t.topic = part.id
            JOIN statement s ON s.pk = t.statement WHERE {} GROUP BY 1""",
        "name",
        view("topic", "name kind statements id", "name kind members broader statements id note"),
    ),
}
