"""Compare two sides: what each said on the same subjects, and in which words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Any, NamedTuple

from ..archive import Archive
from ..errors import AmbiguousName, ArchiveError, UnknownName
from ..model.attribution import NOBODY
from ..model.countries import country_name
from ..model.records import Participant, Record
from ..queries.filter import EVERYTHING, Filter, below
from ..queries.names import country
from ..queries.rows import StatementRow
from ..render.columns import NO_MARKS, Column, Marks, Pieces, View, chosen, field
from .dimensions import Value, dimension
from .phrases import PhraseRow, phrases
from .statements import (
    SOURCE,
    STATEMENT_FIELDS,
    segments_of,
    who_line,
)

BOTH = "both"
# The kinds that two names are tried as, in this order.
_KINDS = ("country", "participant", "topic", "meeting", "source")
_NOBODY = (("", NOBODY),)


class Side(NamedTuple):
    """One side of a comparison: its kind, its id (or country code) and its name."""

    kind: str
    id: str
    name: str

    def restrict(self, query: Filter) -> Filter:
        """Return the filter for this side's statements among those of a filter without `and_`."""
        name = "speaker" if self.kind == "participant" else self.kind
        of_side: dict[str, tuple[str, ...]] = {name: (self.id,)}
        return query._replace(and_=Filter(**of_side))  # type: ignore[arg-type]


class SubjectRow(NamedTuple):
    """A statement on a subject, or a phrase.

    `side` is the id of the side that it belongs to, or BOTH. `shared` says whether both sides
    addressed the subject, or use the phrase. The subject of a statement is a topic, or a person
    when topics are compared. `times` counts the uses of a phrase by the first and by the second
    side; a use in a statement by both counts for each. `relayed` names those whose words a phrase
    is if a side only relayed it: “Jim Mattis, via Dana White”.
    """

    side: str
    shared: bool
    subject: Value | None
    statement: StatementRow | None
    phrase: str | None
    times: tuple[int, int] | None
    ids: tuple[str, ...]
    relayed: tuple[str, ...] = ()


class Comparison(NamedTuple):
    """The two sides, their numbers of acts, reports, and joint acts (`common`), and the rows."""

    first: Side
    second: Side
    counts: tuple[int, int]
    reports: tuple[int, int]
    common: int
    rows: list[SubjectRow]


def compare(
    archive: Archive,
    first_name: str,
    second_name: str,
    query: Filter = EVERYTHING,
    *,
    sort: str = "shared",
    limit: int | None = None,
    by_act: bool = False,
    by_report: bool = False,
) -> Comparison:
    """Return what two participants, countries, topics, meetings or sources have on record.

    Subjects that both sides addressed come first; `sort="subject"` sorts all by name instead, and
    - before either reverses it. Phrases come last. With `by_act`, of the reports of one act only
    the best-ranked is there; with `by_report`, the counts are of reports, else of acts.
    Raises UnknownName, AmbiguousName, or ArchiveError when both names mean the same.
    """
    first, second = sides(archive, first_name, second_name)
    queries = [side.restrict(query) for side in (first, second)]
    statements = [
        {row.id: row for row in archive.statements(query, by_act=by_act)} for query in queries
    ]
    subjects = _people if first.kind == second.kind == "topic" else _topics(archive, query)
    uses = [phrases(archive, query, by_report=by_report).rows for query in queries]
    idents = (first.id, second.id)
    people = (_people_of(archive, first), _people_of(archive, second))
    rows = [*_statements(idents, statements, subjects, sort), *_phrases(idents, uses, people)]
    acts = [
        {row.id if by_report else row.act or row.id for row in of_side.values()}
        for of_side in statements
    ]
    counts = (len(acts[0]), len(acts[1]))
    reports = (archive.count(queries[0]), archive.count(queries[1]))
    return Comparison(first, second, counts, reports, len(acts[0] & acts[1]), rows[:limit])


def ids(rows: Iterable[SubjectRow]) -> set[str]:
    """Return the ids of the statements in the rows of a comparison."""
    return {ident for row in rows for ident in row.ids}


def sides(archive: Archive, first_name: str, second_name: str) -> tuple[Side, Side]:
    """Return the two sides that a user names: of the first kind that fits both, else of two kinds.

    A state means its country. Raises UnknownName, AmbiguousName of the first kind in which both
    names fit something, or ArchiveError when both names mean the same.
    """
    for kind in _KINDS:
        candidates = [_side(archive, kind, name) for name in (first_name, second_name)]
        if None in candidates:
            continue
        for candidate in candidates:
            if isinstance(candidate, AmbiguousName):
                raise candidate
        first, second = (side for side in candidates if isinstance(side, Side))
        break
    else:
        first, second = (_side_of(archive.find(name)) for name in (first_name, second_name))
    if first == second:
        raise ArchiveError(f"“{first_name}” and “{second_name}” are the same: {first.name}")
    return first, second


def _side(archive: Archive, kind: str, name: str) -> Side | AmbiguousName | None:
    """Return the side of a kind that a name fits; an error if several do, None if none does."""
    try:
        if kind == "country":
            code = country(archive.connection, name)
            return Side(kind, code, country_name(code))
        return _side_of(archive.get(archive.resolve(kind, name)))
    except UnknownName:
        return None
    except AmbiguousName as error:
        return error


def _side_of(record: Record) -> Side:
    if record.KIND == "statement":
        raise ArchiveError(
            f"{record.id} is a statement; "
            "compare takes participants, countries, topics, meetings or sources"
        )
    if isinstance(record, Participant) and record.kind == "state" and record.country:
        return Side("country", record.country, country_name(record.country))
    name = getattr(record, "name", None) or getattr(record, "title", None) or record.id
    return Side(record.KIND, record.id, name)


def _topics(archive: Archive, query: Filter) -> Callable[[StatementRow], tuple[Value, ...]]:
    """Return a function from a statement to its topics: those asked for, or below them, if any."""
    topics = dimension(archive, "topic")
    idents = tuple(archive.resolve("topic", name) for name in query.topic)
    chosen = below("topic", "broader", idents, "id")
    if not chosen:
        return topics
    rows = archive.connection.execute(f"SELECT id FROM topic s WHERE {chosen.sql}", chosen.values)
    ids = {ident for (ident,) in rows}
    return lambda row: tuple(topic for topic in topics(row) if topic[0] in ids)


def _people_of(archive: Archive, side: Side) -> set[str] | None:
    """Return the ids of the participants that a side consists of; None for all."""
    if side.kind == "country":
        people = archive.records("participant")
        return {person.id for person in people if person.country == side.id}
    return {side.id} if side.kind == "participant" else None


def _people(row: StatementRow) -> tuple[Value, ...]:
    return tuple(zip(row.attributed_to, row.attributed_names, strict=True)) or _NOBODY


def _statements(
    idents: tuple[str, str],
    statements: list[dict[str, StatementRow]],
    subjects: Callable[[StatementRow], tuple[Value, ...]],
    sort: str,
) -> Iterator[SubjectRow]:
    """Yield the statements by subject: shared subjects first, then those of the first side."""
    by_subject: dict[Value, dict[str, StatementRow]] = {}
    for of_side in statements:
        for row in of_side.values():
            for subject in subjects(row):
                by_subject.setdefault(subject, {})[row.id] = row

    def weight(item: tuple[Value, dict[str, StatementRow]]) -> tuple[bool, bool, int, str]:
        subject, rows = item
        if sort.endswith("subject"):
            return False, False, 0, subject[1]
        spoke = [any(ident in of_side for ident in rows) for of_side in statements]
        return not all(spoke), not spoke[0], -len(rows), subject[1]

    for subject, rows in sorted(by_subject.items(), key=weight, reverse=sort.startswith("-")):
        shared = all(any(ident in of_side for ident in rows) for of_side in statements)
        for ident, row in rows.items():
            whose = [
                id_ for id_, of_side in zip(idents, statements, strict=True) if ident in of_side
            ]
            side = BOTH if len(whose) == 2 else whose[0]
            yield SubjectRow(side, shared, subject, row, None, None, (ident,))


def _phrases(
    idents: tuple[str, str],
    rows_of_sides: list[list[PhraseRow]],
    people_of_sides: tuple[set[str] | None, set[str] | None],
) -> Iterator[SubjectRow]:
    """Yield the phrases that both use, then those of one side, the most used first."""
    by_phrase = [{row.phrase: row for row in rows} for rows in rows_of_sides]

    def relayed(row: PhraseRow, people: set[str] | None) -> tuple[str, ...]:
        return row.chains if people is not None and people.isdisjoint(row.speakers) else ()

    def compared(phrase: str, side: str) -> SubjectRow:
        rows = [of_side.get(phrase) for of_side in by_phrase]
        times = (rows[0].times if rows[0] else 0, rows[1].times if rows[1] else 0)
        used = [(row, of) for row, of in zip(rows, people_of_sides, strict=True) if row]
        ids = dict.fromkeys(ident for row, _ in used for ident in row.ids)
        whose = dict.fromkeys(name for row, people in used for name in relayed(row, people))
        return SubjectRow(side, side == BOTH, None, None, phrase, times, tuple(ids), tuple(whose))

    yield from (compared(phrase, BOTH) for phrase in by_phrase[0] if phrase in by_phrase[1])
    for ident, mine, others in zip(idents, by_phrase, reversed(by_phrase), strict=True):
        yield from (compared(phrase, ident) for phrase in mine if phrase not in others)


def _item(name: str, position: int) -> Callable[[SubjectRow], Any]:
    """Return a function from a row to one item of its pair; None where it has no such pair."""
    return lambda row: pair[position] if (pair := getattr(row, name)) else None


def _words(row: SubjectRow) -> str | None:
    return row.statement.words if row.statement else row.phrase


def _who(row: SubjectRow) -> str | tuple[str, ...]:
    return who_line(row.statement) if row.statement else row.relayed


def _segments(row: SubjectRow) -> Pieces:
    return segments_of(row.statement) if row.statement else ((row.phrase or "", False),)


_FIELDS = (
    Column("what", "What", lambda row: "statement" if row.statement else "phrase"),
    field("side"),
    field("shared"),
    Column("subject", "Subject ID", _item("subject", 0)),
    Column("subject_name", "Subject", _item("subject", 1)),
    Column("words", "Words", _words, segments=_segments),
    Column("first_times", "Uses, first", _item("times", 0), numeric=True),
    Column("second_times", "Uses, second", _item("times", 1), numeric=True),
    field("ids", "IDs"),
    field("relayed"),
    *(column.of(attrgetter("statement")) for column in STATEMENT_FIELDS if column.key != "words"),
)
_SHOWN = chosen(
    (*_FIELDS, Column("who", "Who", _who), SOURCE.of(attrgetter("statement"))),
    "what side subject_name meeting_name date who words source_shown first_times second_times ids",
)
COMPARED = View(_FIELDS, _SHOWN, _SHOWN)


def draw(comparison: Comparison, width: int, color: bool, marks: Marks = NO_MARKS) -> str:
    """Return the two sides side by side, subject by subject and meeting by meeting."""
    from ..render.side_by_side import side_by_side
    from .compare_drawing import blocks, heads

    return side_by_side(heads(comparison), blocks(comparison), width, color, marks)
