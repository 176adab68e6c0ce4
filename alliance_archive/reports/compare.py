"""Two sides held against each other: what both said on a subject, and in which words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from ..archive import Archive
from ..errors import AmbiguousName, ArchiveError, UnknownName
from ..model.records import Participant, Record
from ..queries.filter import EVERYTHING, Filter
from ..queries.names import country
from ..queries.rows import StatementRow
from .dimensions import Value, country_names, dimension
from .phrases import PhraseRow, phrases

BOTH = "both"
# What two names are tried as, in this order.
_KINDS = ("country", "participant", "topic", "meeting", "source")
_NOBODY = (("", "not said who"),)


class Side(NamedTuple):
    """One of the two: its kind, the id (or country code) and the name it goes by."""

    kind: str
    id: str
    name: str

    def within(self, wanted: Filter) -> Filter:
        """Its statements among those of a filter that has no `also`."""
        field = "speaker" if self.kind == "participant" else self.kind
        own: dict[str, tuple[str, ...]] = {field: (self.id,)}
        return wanted._replace(and_=Filter(**own))  # type: ignore[arg-type]


class Compared(NamedTuple):
    """A statement on a subject, or a phrase.

    `side` is the id of the side whose it is, or BOTH. `shared` tells that both sides are on
    record with the subject, or use the phrase. The subject of a statement is a topic, or, where
    topics are compared, a person. `times` are the uses of a phrase by the first side and by the
    second; one in a statement of both counts for each.
    """

    side: str
    shared: bool
    subject: Value | None
    statement: StatementRow | None
    phrase: str | None
    times: tuple[int, int] | None
    ids: tuple[str, ...]


class Comparison(NamedTuple):
    """The two, their numbers of statements and how many of these are of both, and the rows."""

    first: Side
    second: Side
    numbers: tuple[int, int]
    common: int
    statements: list[Compared]
    phrases: list[Compared]


def compare(
    archive: Archive, one: str, other: str, wanted: Filter = EVERYTHING, *, sort: str = "shared"
) -> Comparison:
    """What two participants, countries, topics, meetings or sources have on record.

    Subjects on which both are on record come first, or by "subject" all by their names; - turns
    either round. Raises UnknownName, AmbiguousName, or
    ArchiveError when both names mean the same.
    """
    first, second = sides(archive, one, other)
    if first == second:
        raise ArchiveError(f"“{one}” and “{other}” both mean {first.name}: nothing to compare")
    found = [
        {row.id: row for row in archive.statements(side.within(wanted))} for side in (first, second)
    ]
    subjects = _people if first.kind == second.kind == "topic" else dimension(archive, "topic")
    words = [phrases(archive, side.within(wanted)).rows for side in (first, second)]
    return Comparison(
        first,
        second,
        (len(found[0]), len(found[1])),
        len(found[0].keys() & found[1].keys()),
        list(_statements((first.id, second.id), found, subjects, sort)),
        list(_phrases((first.id, second.id), words)),
    )


def sides(archive: Archive, one: str, other: str) -> tuple[Side, Side]:
    """The two that a user names: of the first kind that both names fit, or each of its own.

    A state stands for its country. Raises UnknownName, or AmbiguousName of the first kind in
    which both names fit something.
    """
    for kind in _KINDS:
        found = [_side(archive, kind, name) for name in (one, other)]
        if None in found:
            continue
        for each in found:
            if isinstance(each, AmbiguousName):
                raise each
        first, second = (each for each in found if isinstance(each, Side))
        return first, second
    return _of(archive.find(one)), _of(archive.find(other))


def _side(archive: Archive, kind: str, name: str) -> Side | AmbiguousName | None:
    """What a name means among the records of a kind: nothing, one, or several."""
    try:
        if kind == "country":
            code = country(archive.connection, name)
            return Side(kind, code, country_names(archive).get(code, code))
        return _of(archive.get(archive.resolve(kind, name)))
    except UnknownName:
        return None
    except AmbiguousName as error:
        return error


def _of(record: Record) -> Side:
    if record.KIND == "statement":
        raise ArchiveError(f"{record.id} is a statement: give participants, topics or meetings")
    if isinstance(record, Participant) and record.kind == "state" and record.country:
        return Side("country", record.country, record.name)
    name = getattr(record, "name", None) or getattr(record, "title", None) or record.id
    return Side(record.KIND, record.id, name)


def _people(row: StatementRow) -> tuple[Value, ...]:
    return tuple(zip(row.attributed_to, row.attributed_names, strict=True)) or _NOBODY


def _statements(
    idents: tuple[str, str],
    found: list[dict[str, StatementRow]],
    subjects: Callable[[StatementRow], tuple[Value, ...]],
    sort: str,
) -> Iterator[Compared]:
    """Subject by subject, the shared ones first, then those of the first side."""
    by_subject: dict[Value, dict[str, StatementRow]] = {}
    for rows in found:
        for row in rows.values():
            for subject in subjects(row):
                by_subject.setdefault(subject, {})[row.id] = row

    def weight(item: tuple[Value, dict[str, StatementRow]]) -> tuple[bool, bool, int, str]:
        subject, rows = item
        if sort.endswith("subject"):
            return False, False, 0, subject[1]
        on = [any(ident in side for ident in rows) for side in found]
        return not all(on), not on[0], -len(rows), subject[1]

    for subject, rows in sorted(by_subject.items(), key=weight, reverse=sort.startswith("-")):
        shared = all(any(ident in side for ident in rows) for side in found)
        for ident, row in rows.items():
            whose = [name for name, side in zip(idents, found, strict=True) if ident in side]
            side = BOTH if len(whose) == 2 else whose[0]
            yield Compared(side, shared, subject, row, None, None, (ident,))


def _phrases(idents: tuple[str, str], words: list[list[PhraseRow]]) -> Iterator[Compared]:
    """The phrases of both first, then those of each, the most used first."""
    used = [{row.phrase: row for row in rows} for rows in words]

    def made(phrase: str, side: str) -> Compared:
        rows = [side.get(phrase) for side in used]
        times = (rows[0].times if rows[0] else 0, rows[1].times if rows[1] else 0)
        ids = tuple(dict.fromkeys(ident for row in rows if row for ident in row.ids))
        return Compared(side, side == BOTH, None, None, phrase, times, ids)

    yield from (made(phrase, BOTH) for phrase in used[0] if phrase in used[1])
    for ident, own, others in zip(idents, used, reversed(used), strict=True):
        yield from (made(phrase, ident) for phrase in own if phrase not in others)
