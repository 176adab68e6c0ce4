"""The columns of lists of participants, meetings, sources and topics."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any, NamedTuple

from ..index.schema import DATED
from ..model import fields
from ..model.countries import country_name
from ..model.dates import meeting_days
from ..model.fields import KINDS, Field
from ..model.records import Meeting, Source, plain
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


def mentioned_in(meeting: Meeting, row: StatementRow) -> str:
    """Return that a meeting is “announced in” a statement that speaks of it, or “mentioned in”."""
    announced = row.date_end and row.date_end < meeting_days(meeting)[0]
    return "announced in" if announced else "mentioned in"


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


def view(kind: str, narrow: str, wide: str) -> View:
    """Return the view of a kind of record, with the columns of a narrow and of a wide table."""
    columns = _columns(kind)
    available = (*columns, *_ONLY_SHOWN)
    return View(columns, chosen(available, narrow), chosen(available, wide))
