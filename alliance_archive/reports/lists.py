"""The lists of participants, meetings, sources and topics, with their counts of statements."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Any, NamedTuple

from ..archive import Archive
from ..index.schema import DATED, DRAFTED
from ..index.storage import records
from ..model import fields
from ..model.countries import country_name
from ..model.dates import meeting_days, standing
from ..model.fields import KINDS, Field
from ..model.records import Meeting, Source, plain
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
from ..render.columns import Column, View, chosen, field, joined
from .acts import acts_shown


class Listed(NamedTuple):
    """A participant, meeting, source or topic with the number of its statements, by act.

    `statements` counts an act once, `reports` each statement that reports one, and `sources` those
    that these are from. `attributed` and `voiced` are for participants only. Statements on a
    narrower topic, or at a meeting on the sidelines, count too. `names` are those of a meeting's
    participants, `mentions` the statements about it, and `standing` whether it was held, is
    planned, or was planned. `doubt` is “month” or “year” if that is all that is known, and it may
    be outside the dates asked for. `days` are the first and last day of a meeting or source,
    YYYY-MM-DD.
    """

    record: Any
    statements: int
    attributed: int
    voiced: int
    reports: int
    sources: int
    names: tuple[str, ...] = ()
    mentions: tuple[StatementRow, ...] = ()
    standing: str | None = None
    doubt: str | None = None
    days: tuple[str, str] | None = None

    @property
    def label(self) -> str:
        """What the record is called."""
        name: str = getattr(self.record, "name", None) or self.record.title or self.record.publisher
        return name


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


def mentioned_in(meeting: Meeting, row: StatementRow) -> str:
    """Return that a meeting is “announced in” a statement that speaks of it, or “mentioned in”."""
    announced = row.date_end and row.date_end < meeting_days(meeting)[0]
    return "announced in" if announced else "mentioned in"


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

    def ids(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(archive.resolve(kind, name) for name in names)

    conditions: list[Condition | None]
    if kind == "participant":
        codes = tuple(country(archive.connection, name) for name in query.country)
        conditions = [any_of("s.id", ids(query.speaker)), any_of("s.country", codes)]
    elif kind == "topic":
        conditions = [below("topic", "broader", ids(query.topic), "id")]
    elif kind == "meeting":
        conditions = [
            below("meeting", "part_of", ids(query.meeting), "id"),
            *date_conditions(query),
        ]
    else:
        conditions = [any_of("s.id", ids(query.source)), *date_conditions(query)]
    yield from filter(None, conditions)
    if kind in DRAFTED and "draft" not in query.status:
        yield Condition("NOT s.drafted", ())
    if planned:
        yield Condition("s.status = 'planned'", ())


def _identifiers(row: Listed) -> str:
    schemes = row.record.identifiers.items()
    return joined(tuple(f"{scheme}: {value}" for scheme, value in schemes))


def _meeting_and_names(row: Listed) -> tuple[str, ...]:
    planned = f" ({row.standing})" if row.record.status == "planned" else ""
    return (row.record.name + planned, *row.names, *_mentions(row))


def _mentions(row: Listed) -> Iterator[str]:
    for statement in row.mentions:
        yield f"{mentioned_in(row.record, statement)} {statement.id}"


_HEADERS = {
    "id": "ID",
    "other_names": "Also called",
    "memberships": "Roles",
    "part_of": "On the sidelines of",
    "broader": "Part of",
    "text": "SHA-256",
    "url": "URL",
}
# How flat formats and tables show nested values, which JSON keeps as they are.
_FLAT: dict[str, Callable[[Listed], str]] = {
    "memberships": lambda row: joined(tuple(office.title for office in row.record.memberships)),
    "identifiers": _identifiers,
    "place": attrgetter("record.venue"),
    "text": lambda row: row.record.text.sha256 if row.record.text else "",
}
_COUNT = field(
    "statements",
    numeric=True,
    whole=True,
    shown=lambda row: acts_shown(row.statements, row.reports, row.sources),
)
_REPORTS = (field("reports", numeric=True, whole=True), field("sources", numeric=True, whole=True))
_CAPACITIES = (
    field("attributed", "Attributed to", numeric=True, whole=True),
    field("voiced", "Via", numeric=True, whole=True),
)


def _column(declared: Field) -> Column:
    """Return the column of a field of a record."""
    name = declared.name
    column = field(f"record.{name}", _HEADERS.get(name), shown=_shown(declared))
    if declared.choices == fields.MEETING_STATUSES:
        # A statement's status is another thing: whether it is a draft.
        return column._replace(key="meeting_status", shown=attrgetter("standing"))
    if name in _FLAT:
        value = lambda row: plain(row.record).get(name)  # noqa: E731
        return column._replace(value=value, flat=_FLAT[name])
    return column._replace(whole=name == "id" or declared.type == fields.DATE, linked=name == "id")


def _shown(declared: Field) -> Callable[[Listed], Any] | None:
    """Return what tables show instead of a field's value: the names of countries."""
    value = attrgetter(f"record.{declared.name}")
    if declared.name == "place":
        return attrgetter("record.place_name")
    if declared.type == fields.COUNTRY:
        return lambda row: country_name(value(row) or "")
    if declared.type == fields.COUNTRIES:
        return lambda row: tuple(map(country_name, value(row)))
    return None


def date_of(source: Source) -> str:
    """Return the date of a source, and whether it is inferred."""
    return f"{source.date} (inferred)" if source.date_basis == "inferred" else source.date


_DATES: dict[str, Callable[[Listed], str]] = {
    "meeting": attrgetter("record.interval"),
    "source": lambda row: date_of(row.record),
}
_MENTIONED_IN = Column(
    "mentioned_in", "Mentioned in", lambda row: tuple(statement.id for statement in row.mentions)
)
_DAYS = (
    Column("date_start", "First day", lambda row: row.days and row.days[0], whole=True),
    Column("date_end", "Last day", lambda row: row.days and row.days[1], whole=True),
)


def _columns(kind: str) -> tuple[Column, ...]:
    """Return the columns of a kind of record: its fields, the counts, and the note last."""
    by_field = {declared.name: _column(declared) for declared in KINDS[kind].fields}
    if kind in DATED:
        by_field["date"] = by_field["date"]._replace(shown=_DATES[kind])
    note = by_field.pop("note")
    columns: list[Column] = []
    for name, column in by_field.items():
        columns += [column, *([field("names", "Participants")] if name == "participants" else [])]
    columns += [_MENTIONED_IN] if kind == "meeting" else []
    columns += _DAYS if kind in DATED else ()
    return (*columns, _COUNT, *(_CAPACITIES if kind == "participant" else ()), *_REPORTS, note)


_ONLY_SHOWN = (
    Column("named", "Meeting, participants", _meeting_and_names, side=True),
    Column("mentioned", "Name", lambda row: (row.record.name, *_mentions(row))),
)


def _view(kind: str, narrow: str, wide: str) -> View:
    columns = _columns(kind)
    available = (*columns, *_ONLY_SHOWN)
    return View(columns, chosen(available, narrow), chosen(available, wide))


# A record's count includes the statements of the records below it. From those that statements name
# upward: from the top down, a chain of records would have each pair of them.
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
        _view(
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
        _view(
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
        _view(
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
        _view("topic", "name kind statements id", "name kind members broader statements id note"),
    ),
}
