"""What depends on several records: dates, roles, problems, and which records are sound."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from functools import lru_cache, partial
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
from ..model import fields
from ..model.acts import nearness, report_rank
from ..model.dates import day_span
from ..model.fields import KINDS, STATEMENT, Field
from ..model.records import Origin
from .intact import days_sum, row_sum
from .lookup import IndexLookup, Located, problems_of
from .marks import Naming, end_meetings, mark_drafted, named
from .packing import split_ids
from .schema import DAYS, IS_REPORT
from .storage import records

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
    end_meetings(connection)
    mark_drafted(connection)


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
        end_meetings(connection)
        mark_drafted(connection, {row[0] for row in turned})


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


# Statements whose source has just been replaced, or is no longer replaced.
_TURNED = """replaced != (source IN (
    SELECT replaces FROM source WHERE sound AND replaces NOTNULL))"""


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


_REPORTS = f"""SELECT act, id, source, attributed_to, voiced_by, meeting, first_day, last_day,
        date_from IS 'source', not_act, path, line, column FROM statement s
    WHERE act NOTNULL AND {IS_REPORT.format("s")}
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
        for report, finding in act_findings(
            act, list(map(_report, rows)), act in record_ids, lookup
        ):
            yield report.origin, finding


def _report(row: tuple[Any, ...]) -> ActReport:
    ident, source, attributed_to, voiced_by, meeting, first, last, from_source, *rest = row[1:]
    people = frozenset((*split_ids(attributed_to), *split_ids(voiced_by)))
    not_act = split_ids(rest[0])
    origin = Origin(*rest[1:])
    return ActReport(ident, source, people, meeting, first, last, from_source, not_act, origin)


def _store_problems(
    connection: sqlite3.Connection, root: str, located: list[Located], across: int = 1
) -> None:
    connection.executemany(
        f"INSERT INTO problem VALUES (?, ?, ?, ?, ?, ?, ?, {across})",
        ((*problem, row_sum(tuple(problem))) for problem in problems_of(root, located)),
    )
