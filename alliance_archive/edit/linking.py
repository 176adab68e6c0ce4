"""Linking: statements that report one act get its id, and those that do not are told apart."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import Any

from ..archive import Archive
from ..model.records import Statement
from .revision import Revision


def link(archive: Archive, first: str, second: str, command: str) -> str:
    """Give two statements one act, and return its id.

    Two acts are joined, with all their reports, under the id that sorts first. Raises UnknownName,
    or what `Revision.plan` and `Change.write` raise.
    """
    statements = [_statement(archive, ident) for ident in (first, second)]
    acts = sorted({statement.act for statement in statements if statement.act})
    act = acts[0] if acts else new_act(archive, statements[0])
    joined = [ident for later in acts[1:] for ident in reports_of(archive, later)]
    values: dict[str, dict[str, Any]] = {ident: {"act": act} for ident in joined}
    for statement, counterpart in zip(statements, reversed(statements), strict=True):
        changed: dict[str, Any] = {"act": act} if statement.act != act else {}
        if counterpart.id in statement.not_act:
            rest = [ident for ident in statement.not_act if ident != counterpart.id]
            changed["not_act"] = rest or None
        if changed:
            values[statement.id] = changed
    _write(archive, values, command)
    return act


def tell_apart(archive: Archive, first: str, second: str, command: str) -> None:
    """Record that two statements report different acts, at the first."""
    statement = _statement(archive, first)
    others = [*statement.not_act, second]
    if second not in statement.not_act:
        _write(archive, {first: {"not_act": others}}, command)


def new_act(archive: Archive, statement: Statement) -> str:
    """Return a free id for an act: the id of its meeting, else its date, with a number."""
    row = archive.row(statement.id)
    begun = statement.meeting or (row.date_start or row.source_date or "act")
    used = {act for (act,) in archive.connection.execute("SELECT DISTINCT act FROM statement")}
    acts = (f"{begun}-{number}" for number in count(1))
    return next(act for act in acts if act not in used and not archive.has(act))


def reports_of(archive: Archive, act: str) -> list[str]:
    """Return the ids of all statements with an act, drafts too, the canonical one first."""
    sql = "SELECT id FROM statement WHERE act = ? AND sound ORDER BY report_rank, id"
    return [ident for (ident,) in archive.connection.execute(sql, (act,))]


def _statement(archive: Archive, ident: str) -> Statement:
    record = archive.get(ident)
    assert isinstance(record, Statement)
    return record


def _write(archive: Archive, values: Mapping[str, Mapping[str, Any]], command: str) -> None:
    """Set fields of statements, in all their files or in none."""
    with archive.editing():
        revision = Revision(archive)
        for ident, fields in values.items():
            revision.set(_statement(archive, ident), fields)
        revision.plan(command).write()
    archive.refresh()
