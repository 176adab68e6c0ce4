"""The rows of statements, made of the cells of the index and of the records that they name.

The names of people and topics, the roles of people, a meeting's place and a source's title recur in
row after row, so each is read once, without the record classes, whose import takes longer than
many a look-up.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from operator import itemgetter
from typing import Any, NamedTuple

from ..index.intact import check_sum, check_sums
from ..index.packing import split_ids
from ..index.schema import DAYS, summed
from ..model.attribution import office_on
from .acts import OTHERS
from .rows import StatementRow

LEFT_OUT = "record has an error"
"""What is said beside the id of a record that look-ups leave out."""
_SIZE = 8192  # of each cache
_DERIVED = (
    *("attributed_names", "role", "country", "voiced_names", "about_names", "topic_names"),
    *("meeting_name", "meeting_date", "meeting_place"),
    *("publisher", "source_title", "source_url", "source_date", "source_kind"),
)
# The columns of a StatementRow that are not the statement's own column of the same name.
_ELSEWHERE = {
    "quotations": "quotes",
    "date_start": "first_day",
    "date_end": "last_day",
    "also_in": OTHERS,
    **dict.fromkeys(_DERIVED, "NULL"),
}
_OWN = summed("statement").split(", ")[:-1]
_SHOWN = [_ELSEWHERE.get(name, name) for name in StatementRow._fields]
# First what a digest is of, so that it is one slice of a row.
_SELECTED = list(dict.fromkeys((*_OWN, *DAYS, "dated_sum", *_SHOWN)))
COLUMNS = ", ".join(_SELECTED)
"""What to select from the table statement `s`; RowReader.rows makes StatementRows of it."""
_own = itemgetter(slice(len(_OWN)))
_days = itemgetter(slice(len(_OWN), len(_OWN) + len(DAYS)))
_DIGEST = len(_OWN) + len(DAYS)
_shown = itemgetter(*map(_SELECTED.index, _SHOWN))
# Not StatementRow._make, which is a function of Python.
_row: Callable[[Iterable[Any]], StatementRow] = partial(tuple.__new__, StatementRow)


def _places(first: str, last: str) -> slice:
    """Return the places in a StatementRow from one field to another."""
    fields = StatementRow._fields
    return slice(fields.index(first), fields.index(last) + 1)


_ATTRIBUTED, _DAYS = _places("attributed_to", "country"), _places("date_start", "date_end")
RoleAndCountry = tuple[str | None, str | None]
Names = Callable[[tuple[str, ...]], tuple[str, ...]]
Offices = Callable[[tuple[str, ...], str | None, str | None], list[RoleAndCountry]]


class RowReader:
    """What makes StatementRows of an index, and remembers the names in it.

    `names`, `topic_names` and `meeting_names` return the names of ids, in their order; of a record
    that look-ups leave out, the id and why. `offices` returns the role and the country of people on
    the days from one to another.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        # Bound to the connection, not to self: a cache with a reference to self would be a cycle,
        # and the archive would close only when the garbage collector runs.
        names: Iterator[Names] = (
            _cached(partial(_names, _cached(partial(_name, connection, kind))))
            for kind in ("participant", "topic", "meeting")
        )
        self.names, self.topic_names, self.meeting_names = names
        self.offices: Offices = partial(_held, _cached(partial(_offices, connection)))
        # Cached by the whole cell, because the same lists recur, too.
        self._attributed = _cached(partial(_attributed, self.names, self.offices))
        self._decoders: list[tuple[slice, Callable[[Any], Sequence[Any]]]] = [
            (_places("voiced_by", "voiced_names"), _cached(partial(_named, self.names))),
            (_places("about", "about_names"), _cached(partial(_named, self.meeting_names))),
            (_places("topics", "topic_names"), _cached(partial(_named, self.topic_names))),
            (_places("not_act", "not_act"), _cached(_listed)),
            (_places("also_in", "also_in"), _cached(_listed)),
            (_places("meeting", "meeting_place"), _cached(partial(_meeting, connection))),
            (_places("source", "source_kind"), _cached(partial(_source, connection))),
        ]

    def rows(self, block: Sequence[tuple[Any, ...]]) -> Iterator[StatementRow]:
        """Return the StatementRows of a block of rows of COLUMNS. Raises DamagedIndex."""
        # Column by column: map and zip loop in C, which halves the time.
        cells = tuple(zip(*block, strict=True))
        check_sums(map(_own, block), map(_days, block), cells[_DIGEST])
        columns = list(_shown(cells))
        attributed = map(self._attributed, columns[_ATTRIBUTED.start], *columns[_DAYS])
        columns[_ATTRIBUTED] = zip(*attributed, strict=True)
        for places, decode in self._decoders:
            columns[places] = zip(*map(decode, columns[places.start]), strict=True)
        return map(_row, zip(*columns, strict=True))


def _cached(function: Callable[..., Any]) -> Callable[..., Any]:
    return lru_cache(_SIZE)(function)


class _Office(NamedTuple):
    """A membership, as the index holds it."""

    role: str
    organization: str
    country: str | None
    since: str | None
    until: str | None


def _selected(connection: sqlite3.Connection, kind: str, columns: str, ident: str) -> Any:
    """Return `sound` and some columns of the record that has an id; None if there is none.

    Raises DamagedIndex if it is not as it was written.
    """
    sql = f"SELECT {summed(kind)}, sound, {columns} FROM {kind} WHERE id = ? ORDER BY sound DESC"
    rows = connection.execute(sql, (ident,)).fetchall()
    end = summed(kind).count(",") + 1
    for row in rows:
        check_sum(row[: end - 1], row[end - 1])
    return rows[0][end:] if rows else None


def _offices(connection: sqlite3.Connection, ident: str) -> tuple[str | None, list[_Office]]:
    """Return the country of a participant, and the offices that they have held."""
    sound, country = _selected(connection, "participant", "country", ident) or (0, None)
    if not sound:
        return None, []
    # Not by sound_record, which loads the record classes.
    parts = ", ".join(f"json_extract(j.value, '$.{name}')" for name in _Office._fields)
    sql = (
        f"SELECT {parts} FROM participant p, json_each(p.record, '$.memberships') j"
        " WHERE p.id = ? AND p.sound ORDER BY j.key"
    )
    return country, [_Office._make(row) for row in connection.execute(sql, (ident,))]


def _held(
    offices: Callable[[str], tuple[str | None, list[_Office]]],
    idents: tuple[str, ...],
    first: str | None,
    last: str | None,
) -> list[RoleAndCountry]:
    """Return the role and the country of people on the days from `first` to `last`."""
    roles: list[RoleAndCountry] = []
    for country, memberships in map(offices, idents):
        office = office_on(memberships, first, last) if first and last else None
        role = f"{office.role}, {office.organization}" if office else None
        roles.append((role, (office.country if office else None) or country))
    return roles


def _attributed(
    names: Names, offices: Offices, cell: str, first: str | None, last: str | None
) -> Sequence[tuple[str | None, ...]]:
    """Return the ids of a cell, with the names, roles and countries of these people."""
    idents = split_ids(cell)
    if not idents:
        return ((),) * 4
    return idents, names(idents), *zip(*offices(idents, first, last), strict=True)


def _listed(cell: str | None) -> Sequence[tuple[str, ...]]:
    """Return the ids of a cell."""
    return (split_ids(cell or ""),)


def _named(names: Names, cell: str) -> Sequence[tuple[str, ...]]:
    """Return the ids of a cell, with their names."""
    idents = split_ids(cell)
    return idents, names(idents)


def _meeting(connection: sqlite3.Connection, ident: str | None) -> Sequence[Any]:
    """Return an id, and the name, date and place of the meeting that has it."""
    if not ident:
        return None, None, None, ()
    columns = (
        "name, json_extract(record, '$.date'), json_extract(record, '$.end_date'),"
        " json_extract(record, '$.place.name'), json_extract(record, '$.place.country')"
    )
    row = _selected(connection, "meeting", columns, ident)
    if not row or not row[0]:
        return ident, _name(connection, "meeting", ident), None, ()
    _, name, date, end, *place = row
    return ident, name, f"{date}/{end}" if end else date, tuple(place)


def _source(connection: sqlite3.Connection, ident: str) -> Sequence[str | None]:
    """Return an id, and the publisher, title, address, date and kind of the source that has it."""
    columns = (
        "publisher, json_extract(record, '$.title'), json_extract(record, '$.url'), date, kind"
    )
    sound, *cells = _selected(connection, "source", columns, ident) or (0,)
    return ident, *(cells if sound else (None,) * 5)


def _name(connection: sqlite3.Connection, kind: str, ident: str) -> str:
    """Return the name of a record; of one that look-ups leave out, its id and why."""
    row = _selected(connection, kind, "name", ident)
    return row[1] if row and row[0] else f"{ident} ({LEFT_OUT if row else 'not found'})"


def _names(name: Callable[[str], str], idents: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of records."""
    return tuple(map(name, idents))
