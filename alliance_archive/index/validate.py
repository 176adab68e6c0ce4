"""What depends on several records: dates, roles, problems, and which records are sound."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Collection, Iterator
from functools import cache, lru_cache, partial
from itertools import groupby, product
from operator import itemgetter
from typing import Any, NamedTuple

from ..check.across import (
    Links,
    RecordRules,
    StatementRules,
    look_alikes,
    reference_findings,
    unknown_references,
)
from ..check.acts import ActReport, act_findings
from ..check.codes import CODES
from ..check.record import Finding
from ..errors import Problem
from ..model import fields
from ..model.acts import nearness, report_rank
from ..model.dates import day_span, meeting_days
from ..model.fields import KINDS, STATEMENT, Field
from ..model.records import Meeting, Origin, Participant, Source, Topic
from ..store.parse import MAX_BYTES, FieldPlace, places
from ..store.read import read_bytes
from .intact import days_sum, row_sum
from .packing import split_ids
from .schema import DAYS, summed
from .storage import records, sound_record

Located = tuple[Origin, Finding]
_TWICE = """SELECT id FROM ({}) WHERE id != '' GROUP BY id HAVING count(*) > 1""".format(
    " UNION ALL ".join(f"SELECT id FROM {kind}" for kind in KINDS)
)
_BATCH = 4096  # statements dated at a time, so that memory does not grow with the archive
_REMEMBERED = 4096  # verdicts in memory; statements of one meeting mostly share theirs


def validate(connection: sqlite3.Connection, root: str) -> None:
    """Date every statement, find the problems across records, and mark unsound records."""
    connection.execute("DELETE FROM problem WHERE across")
    connection.execute("DELETE FROM role")
    for kind in KINDS:
        connection.execute(f"UPDATE {kind} SET sound = (state = 0) WHERE sound != (state = 0)")
    located = list(_duplicates(connection))
    _mark_unsound(connection, located)
    lookup = IndexLookup(connection)
    for kind in ("meeting", "topic", "source"):
        located += _of_records(connection, lookup, kind, "1")
    for person, finding in look_alikes(records(connection, "participant", "sound")):
        assert person.origin is not None
        located.append((person.origin, finding))
    located += _of_statements(connection, lookup, "1")
    _conclude(connection, root, located, "1")
    _end_meetings(connection)
    _mark_drafted(connection)


def revalidate(
    connection: sqlite3.Connection, root: str, paths: list[str], old_namings: set[Naming]
) -> None:
    """Validate only the changed files, which do not affect problems of records in other files.

    `old_namings` is what `named` returned before the change.
    """
    condition = f"path IN ({', '.join('?' * len(paths))})"
    lookup = IndexLookup(connection)
    located = list(_of_records(connection, lookup, "source", condition, *paths))
    located += _of_statements(connection, lookup, condition, *paths)
    _conclude(connection, root, located, condition, *paths)
    if turned := named(connection, paths) ^ old_namings:
        _end_meetings(connection)
        _mark_drafted(connection, {row[0] for row in turned})


Naming = tuple[object, ...]
"""The id of a record, in what capacity a file names it, and what else depends on."""
_NAMINGS = """
    SELECT meeting, 'at', status, sound, source FROM statement WHERE {0} AND meeting NOTNULL
    UNION SELECT m.meeting, 'about', status, sound, source
        FROM statement s JOIN mention m ON m.statement = s.pk WHERE s.{0}
    UNION SELECT participant, capacity, status, sound, source
        FROM statement s JOIN attribution a ON a.statement = s.pk WHERE s.{0}
    UNION SELECT j.value, 'issuer', '', o.sound, o.id
        FROM source o, json_each(o.record, '$.issued_by') j WHERE o.{0}
    UNION SELECT j.value, 'party', '', o.sound, o.id
        FROM source o, json_each(o.record, '$.parties') j WHERE o.{0}
    UNION SELECT id, 'source', last_day, sound, id FROM source WHERE {0}"""


def named(connection: sqlite3.Connection, paths: list[str]) -> set[Naming]:
    """Return what the last days of meetings and the marks of drafts depend on in some files."""
    within = "path IN (SELECT value FROM json_each(:paths))"
    return set(connection.execute(_NAMINGS.format(within), {"paths": json.dumps(paths)}))


def _of_records(
    connection: sqlite3.Connection, lookup: IndexLookup, kind: str, condition: str, *values: object
) -> Iterator[Located]:
    """Yield the problems across records; for partial records, only unknown references."""
    for rule, state in (
        (RecordRules(lookup).findings, "state < 2"),
        (partial(unknown_references, lookup=lookup), "state = 2"),
    ):
        for record in records(connection, kind, f"{state} AND {condition}", *values):
            yield from ((record.origin, finding) for finding in rule(record))


def _conclude(
    connection: sqlite3.Connection,
    root: str,
    located: list[Located],
    condition: str,
    *values: object,
) -> None:
    """Mark unsound records, and statements of unsound sources; store the problems."""
    sure = [pair for pair in located if pair[1].code != "unknown-reference"]
    # An unread file may contain any record, so an id cannot be called unknown.
    if sure != located and connection.execute("SELECT 1 FROM unread").fetchone():
        located = sure
    _mark_unsound(connection, located)
    # A statement whose source has an error cannot be cited, so it is left out too.
    connection.execute(
        f"UPDATE statement SET sound = 0 WHERE {condition}"
        " AND sound AND NOT EXISTS (SELECT 1 FROM source o WHERE o.id = source AND o.sound)",
        values,
    )
    connection.execute(
        f"UPDATE statement SET replaced = NOT replaced WHERE {condition} AND {_TURNED}", values
    )
    # Of all acts: the reports of one are in several files.
    connection.execute("DELETE FROM problem WHERE across = 2")
    _store_problems(connection, root, list(_of_acts(connection)), 2)
    _store_problems(connection, root, located)


# Held meetings whose end is known only to the month or year, and those on their sidelines, with
# the first source that reports each; of these, which are vague themselves.
_REPORTED = """WITH RECURSIVE part (id, part_of, vague) AS (
    SELECT id, part_of, {vague} FROM meeting WHERE sound AND status = 'held' AND {vague}
    UNION SELECT m.id, m.part_of, {vague} FROM part JOIN meeting m ON m.part_of = part.id
        WHERE m.sound AND m.status = 'held'
) SELECT part.id, part.part_of, part.vague, min(o.last_day) FROM part
    LEFT JOIN statement s ON s.meeting = part.id AND s.sound AND s.status = 'reviewed'
    LEFT JOIN source o ON o.id = s.source AND o.sound GROUP BY 1 ORDER BY 4 NULLS LAST""".format(
    vague="""length(coalesce(
        json_extract(record, '$.end_date'), json_extract(record, '$.date'))) < 10"""
)


def _end_meetings(connection: sqlite3.Connection) -> None:
    """Store the last days of held meetings: a month ends with the first source that reports it."""
    reported = connection.execute(_REPORTED).fetchall()
    above = {ident: outer for ident, outer, _, _ in reported}
    published: dict[str, str | None] = {}
    for ident, _, _, day in reported:
        step = ident
        # In the order of the days: where one is known already, it and those above are earlier.
        while step in above and step not in published:
            published[step] = day
            step = above[step]
    for ident in (ident for ident, _, vague, _ in reported if vague):
        last = meeting_days(sound_record(connection, "meeting", ident), published[ident])[1]
        names = summed("meeting")
        sql = f"SELECT pk, {names} FROM meeting WHERE id = ? AND sound AND last_day <> ?"
        for pk, *row, _sum in connection.execute(sql, (ident, last)).fetchall():
            row[names.split(", ").index("last_day")] = last
            update = "UPDATE meeting SET last_day = ?, sum = ? WHERE pk = ?"
            connection.execute(update, (last, row_sum(tuple(row)), pk))


# StatementRules whose source is now replaced by another, or is no longer.
_TURNED = """replaced != (source IN (
    SELECT replaces FROM source WHERE sound AND replaces NOTNULL))"""
# The ids of the meetings and people that only drafts name. Whether statements do is asked first,
# record by record, because few pass, and only for these are meetings and sources read.
_DRAFTED = {
    "meeting": """SELECT m.id FROM meeting m WHERE {among}
        AND NOT EXISTS (SELECT 1 FROM statement WHERE meeting = m.id AND status <> 'draft')
        AND (EXISTS (SELECT 1 FROM statement WHERE meeting = m.id)
            OR m.status = 'planned' AND EXISTS (SELECT 1 FROM mention WHERE meeting = m.id))
        AND NOT EXISTS (SELECT 1 FROM mention a JOIN statement s ON s.pk = a.statement
            WHERE a.meeting = m.id AND s.status <> 'draft')
        AND NOT EXISTS (SELECT 1 FROM meeting WHERE part_of = m.id)""",
    "participant": """SELECT id FROM participant WHERE id IN (
            SELECT p.id FROM participant p WHERE {among}
            AND EXISTS (SELECT 1 FROM attribution WHERE participant = p.id)
            AND NOT EXISTS (SELECT 1 FROM attribution a JOIN statement s ON s.pk = a.statement
                WHERE a.participant = p.id AND s.status <> 'draft'))
        AND id NOT IN (SELECT j.value
            FROM meeting m, json_each(m.record, '$.participants') j WHERE NOT m.drafted)
        AND id NOT IN (SELECT j.value FROM source o, json_each(o.record, '$.issued_by') j)
        AND id NOT IN (SELECT j.value FROM source o, json_each(o.record, '$.parties') j)""",
}
_CONCERNED = """id IN (SELECT value FROM json_each(:idents) UNION SELECT j.value
    FROM meeting m, json_each(m.record, '$.participants') j
    WHERE m.id IN (SELECT value FROM json_each(:idents)))"""


def _mark_drafted(connection: sqlite3.Connection, idents: Collection[object] = ()) -> None:
    """Mark the meetings that only drafts name, then the people that only these and drafts name.

    With `idents`, only their marks and those of the participants of these meetings may turn.
    """
    among = _CONCERNED if idents else "1"
    values = {"idents": json.dumps(list(idents))}
    for kind, drafted in _DRAFTED.items():
        connection.execute(f"UPDATE {kind} SET drafted = 0 WHERE drafted AND {among}", values)
        sql = f"UPDATE {kind} SET drafted = 1 WHERE id IN ({drafted.format(among=among)})"
        connection.execute(sql, values)


def _duplicates(connection: sqlite3.Connection) -> Iterator[Located]:
    """Yield every record whose id another record has too, with the path and line of the other."""
    origins_of: dict[str, list[Origin]] = {}
    for (ident,), kind in product(connection.execute(_TWICE).fetchall(), KINDS):
        sql = f"SELECT path, line, column FROM {kind} WHERE id = ?"
        for row in connection.execute(sql, (ident,)):
            origins_of.setdefault(ident, []).append(Origin(*row))
    for ident, unsorted in origins_of.items():
        origins = sorted(unsorted, key=lambda origin: (origin.path, origin.line, origin.column))
        for origin in origins:
            others = ", ".join(f"{o.path}:{o.line}" for o in origins if o is not origin)
            message = f"id “{ident}” is also used at {others}: rename one of them"
            yield origin, Finding(("id",), "duplicate-id", message)


_POSSIBLE = next(part for part in STATEMENT.field("resolution").fields if part.name == "or")
_REFERENCES = (*STATEMENT.references(), _POSSIBLE)
# The columns that dates and rules depend on; most statements share their values.
_LINKS = "attributed_to, voiced_by, meeting, own_date, source, note IS NOT NULL"
_DATE = (
    f"UPDATE statement SET {', '.join(f'{name} = ?' for name in DAYS)}, dated_sum = ?,"
    " report_rank = ? WHERE pk = ?"
)


def _of_statements(
    connection: sqlite3.Connection, lookup: IndexLookup, condition: str, *values: object
) -> Iterator[Located]:
    """Date the statements that meet a condition, store roles of that day, and yield problems."""
    roles: set[Role] = set()
    judged = lru_cache(_REMEMBERED)(partial(_judge, lookup, StatementRules(lookup), roles))
    references = [lru_cache(_REMEMBERED)(partial(_unknown, lookup, f)) for f in _REFERENCES]
    names = (field.name for field in STATEMENT.references())
    columns = ", ".join((*names, "resolution_or"))
    sql = (
        f"SELECT pk, sum, state = 2, form, length(words), {columns}, {_LINKS} FROM statement"
        f" WHERE pk > ? AND ({condition}) ORDER BY pk LIMIT {_BATCH}"
    )
    last, count = 0, len(_REFERENCES)
    while batch := connection.execute(sql, (last, *values)).fetchall():
        dated = []
        for pk, digest, partial_record, form, length, *row in batch:
            days, dated_sum, near, findings = judged(*row[count:])
            rank = near and report_rank(near[0], form, length, near[1])
            dated.append((*days, digest ^ dated_sum, rank, pk))
            findings = () if partial_record else findings
            for value, unknown in zip(row, references, strict=False):
                if value:
                    findings += unknown(value)
            if findings:
                origin = _origin(connection, pk)
                yield from ((origin, finding) for finding in findings)
        connection.executemany(_DATE, dated)
        last = batch[-1][0]
    connection.executemany("INSERT OR IGNORE INTO role VALUES (?, ?, ?, ?)", sorted(roles))


def _origin(connection: sqlite3.Connection, pk: int) -> Origin:
    sql = "SELECT path, line, column FROM statement WHERE pk = ?"
    return Origin(*connection.execute(sql, (pk,)).fetchone())


def _unknown(lookup: IndexLookup, field: Field, value: str) -> tuple[Finding, ...]:
    idents = split_ids(value) if field.type == fields.IDS else value
    findings = tuple(reference_findings(field, idents, lookup))
    if field is _POSSIBLE:
        findings = tuple(f._replace(field=("resolution", *f.field)) for f in findings)
    return findings


class _Judgment(NamedTuple):
    """The days of statements with their digest, how near their source is (model.acts) and its day.

    `findings` are the problems of each.
    """

    days: tuple[str | None, ...]
    days_sum: int
    near: tuple[int, str] | None
    findings: tuple[Finding, ...]


Role = tuple[str, str, str, str]
"""A row of the table `role`."""


def _judge(
    lookup: IndexLookup,
    statements: StatementRules,
    roles: set[Role],
    attributed_to: str,
    voiced_by: str,
    meeting: str | None,
    own_date: str | None,
    source: str,
    has_note: int,
) -> _Judgment:
    """Return what holds for any statement with these links; add the roles of its day."""
    links = Links(
        split_ids(attributed_to), split_ids(voiced_by), meeting, own_date, source, bool(has_note)
    )
    speakers = (*links.attributed_to, *links.voiced_by)
    setting = statements.setting(meeting, own_date, source)
    date, document = setting.date, setting.source
    for ident in speakers if date else ():
        assert date is not None
        if office := statements.office(ident, date.first, date.last)[0]:
            roles.add((ident, date.first, date.last, office))
    near = None
    if document:
        issuers = map(lookup.participant, (*document.issued_by, *document.parties))
        near = (
            nearness(document, issuers, map(lookup.participant, speakers)),
            day_span(document.date)[0],
        )
    days = tuple(date or (None,) * len(DAYS))
    return _Judgment(days, days_sum(days), near, tuple(statements.findings(links)))


# The fields of a statement whose unknown ids do not keep it out of look-ups, which mark the id.
# Without a person, it would seem to be by the others alone.
_NOT_PEOPLE = {f.name for f in STATEMENT.references() if f.refers_to != "participant"}
_NOT_PEOPLE.add("resolution")


def _keeps_out(finding: Finding) -> bool:
    if finding.code == "unknown-reference" and finding.field[0] in _NOT_PEOPLE:
        return False
    return CODES[finding.code].severity == "error"


def _mark_unsound(connection: sqlite3.Connection, located: Collection[Located]) -> None:
    errors = {
        (origin.path, origin.line, origin.column)
        for origin, finding in located
        if _keeps_out(finding)
    }
    for kind in KINDS:
        connection.executemany(
            f"UPDATE {kind} SET sound = 0 WHERE path = ? AND line = ? AND column = ?",
            sorted(errors),
        )


_REPORTS = """SELECT act, id, source, attributed_to, voiced_by, meeting, first_day, last_day,
        date_from = 'source', not_act, path, line, column FROM statement s
    WHERE act NOTNULL AND sound AND status = 'reviewed' AND NOT replaced
    ORDER BY act, report_rank, id"""


def _of_acts(connection: sqlite3.Connection) -> Iterator[Located]:
    """Yield the problems of acts, each at one of its reports."""
    record_ids = {
        ident
        for kind in KINDS
        for (ident,) in connection.execute(
            f"SELECT id FROM {kind} WHERE id IN (SELECT act FROM statement WHERE act NOTNULL)"
        )
    }
    lookup = IndexLookup(connection)
    for act, rows in groupby(connection.execute(_REPORTS), key=itemgetter(0)):
        reports = [
            ActReport(
                ident,
                source,
                frozenset((*split_ids(attributed_to), *split_ids(voiced_by))),
                meeting,
                first,
                last,
                bool(from_source),
                split_ids(not_act),
                Origin(*origin),
            )
            for (
                _,
                ident,
                source,
                attributed_to,
                voiced_by,
                meeting,
                first,
                last,
                from_source,
                not_act,
                *origin,
            ) in rows
        ]
        for report, finding in act_findings(act, reports, act in record_ids, lookup):
            yield report.origin, finding


def _store_problems(
    connection: sqlite3.Connection, root: str, located: list[Located], across: int = 1
) -> None:
    connection.executemany(
        f"INSERT INTO problem VALUES (?, ?, ?, ?, ?, ?, ?, {across})",
        ((*problem, row_sum(tuple(problem))) for problem in problems_of(root, located)),
    )


def problems_of(root: str, located: list[Located]) -> list[Problem]:
    """Return the findings as problems, each at the line and column of its field."""
    problems = []
    by_path: dict[str, list[Located]] = {}
    for origin, finding in located:
        by_path.setdefault(origin.path, []).append((origin, finding))
    for path, of_file in by_path.items():
        field_places = [(origin.line, origin.column, finding.field) for origin, finding in of_file]
        positions = _places(os.path.join(root, path), field_places)
        for field, (_, finding) in zip(field_places, of_file, strict=True):
            line, column = positions.get(field, field[:2])
            severity = CODES[finding.code].severity
            problems.append(Problem(path, line, column, *finding[1:], severity))
    return problems


def _places(path: str, field_places: list[FieldPlace]) -> dict[FieldPlace, tuple[int, int]]:
    # The index does not store where fields are, so the few files with problems are read again.
    try:
        data = read_bytes(path, MAX_BYTES)
    except OSError:
        data = None  # the file is gone by now, so the record's line and column are used
    return places(data, field_places) if data is not None else {}


class IndexLookup:
    """The archive as the rules see it (check.across.RecordLookup), each record read once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.has: Callable[[str, str], bool] = cache(self._has)
        get: Callable[[str, str], Any] = cache(partial(sound_record, connection))
        self.participant: Callable[[str], Participant | None] = partial(get, "participant")
        self.meeting: Callable[[str], Meeting | None] = partial(get, "meeting")
        self.topic: Callable[[str], Topic | None] = partial(get, "topic")
        self.source: Callable[[str], Source | None] = partial(get, "source")

    def _has(self, kind: str, ident: str) -> bool:
        sql = f"SELECT 1 FROM {kind} WHERE id = ?"
        return self._connection.execute(sql, (ident,)).fetchone() is not None

    def ids(self, kind: str) -> list[str]:
        return [ident for (ident,) in self._connection.execute(f"SELECT id FROM {kind}")]

    def home(self, kind: str) -> str | None:
        sql = f"SELECT path FROM {kind} GROUP BY path ORDER BY count(*) DESC, path LIMIT 1"
        row = self._connection.execute(sql).fetchone()
        return row[0] if row else None

    def first_source_day(self) -> str | None:
        sql = "SELECT min(first_day) FROM source WHERE sound"
        day: str | None = self._connection.execute(sql).fetchone()[0]
        return day
