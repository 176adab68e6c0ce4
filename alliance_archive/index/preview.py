"""The errors that a change of files would add to the archive, found before it is made."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from ..check.across import Links, RecordRules, StatementRules, unknown_references
from ..check.codes import CODES
from ..check.record import Finding
from ..errors import Problem
from ..model.fields import KINDS
from ..model.records import Origin, Record, Statement
from ..store.parse import Parsed, State, parse
from .lookup import IndexLookup, Located, problems_of
from .references import referring
from .storage import records


def added_errors(
    connection: sqlite3.Connection,
    root: str,
    texts: Mapping[str, str | None],
    parsed_already: Mapping[str, Parsed] | None = None,
) -> list[Problem]:
    """Return the errors that new texts of files would add, as `check` would report them.

    `texts` maps paths within the archive to texts, None for a file that is deleted; the index
    must be up to date. `parsed_already` has those that are parsed.
    """
    data = {
        path: text.encode("utf-8", "surrogateescape")
        for path, text in texts.items()
        if text is not None and path.endswith(".yaml")
    }
    parsed_files = parsed_already or {}
    parsed = [parsed_files.get(path) or parse(path, content) for path, content in data.items()]
    old = _errors_of(connection, texts)
    added = [
        problem
        for file in parsed
        for problem in file.problems
        if problem.severity == "error" and not _known(old, problem)
    ]
    lookup = _Preview(connection, parsed, frozenset(texts))
    unread = connection.execute("SELECT 1 FROM unread").fetchone()
    for problem in problems_of(root, lookup.findings(), data):
        # An unread file may contain any record, so an id cannot be called unknown.
        hidden = unread and problem.code == "unknown-reference"
        if CODES[problem.code].severity == "error" and not hidden and not _known(old, problem):
            added.append(problem)
    return sorted(added)


def _errors_of(
    connection: sqlite3.Connection, texts: Mapping[str, str | None]
) -> Counter[tuple[str, str]]:
    """Return how often the changed files have each error now, by code and message."""
    sql = "SELECT code, message FROM problem WHERE path = ? AND severity = 'error'"
    return Counter(
        (code, message) for path in texts for code, message in connection.execute(sql, (path,))
    )


def _known(old: Counter[tuple[str, str]], problem: Problem) -> bool:
    is_known = old[problem.code, problem.message] > 0
    old[problem.code, problem.message] -= is_known
    return is_known


class _Preview(IndexLookup):
    """The archive as the rules would see it after the change."""

    def __init__(
        self, connection: sqlite3.Connection, parsed: list[Parsed], paths: frozenset[str]
    ) -> None:
        super().__init__(connection)
        self._paths = paths
        self._new: dict[str, dict[str, Any]] = {kind: {} for kind in KINDS}
        self._entries = [entry for file in parsed for entry in file.records]
        for record, _ in self._entries:
            self._new[record.KIND].setdefault(record.id, record)
        self._old: dict[str, dict[str, Any]] = {
            kind: {
                record.id: record
                for path in paths
                for record in records(connection, kind, "path = ?", path)
            }
            for kind in KINDS
        }
        indexed_has = self.has
        self.has = lambda kind, ident: (
            ident in self._new[kind] or (ident not in self._old[kind] and indexed_has(kind, ident))
        )
        for kind in ("participant", "meeting", "topic", "source"):
            setattr(self, kind, self._overlaid(kind, getattr(self, kind)))
        self._statements = StatementRules(self)
        self._others = RecordRules(self)

    def _overlaid(self, kind: str, indexed: Any) -> Any:
        new, old = self._new[kind], self._old[kind]
        return lambda ident: (
            new[ident] if ident in new else None if ident in old else indexed(ident)
        )

    def ids(self, kind: str) -> list[str]:
        kept = [ident for ident in super().ids(kind) if ident not in self._old[kind]]
        return [*kept, *self._new[kind]]

    def findings(self) -> Iterator[Located]:
        """Yield what is wrong across records, of those that change and those that refer to them."""
        yield from self._duplicates()
        changed = {
            ident
            for kind in KINDS
            for ident in {*self._new[kind], *self._old[kind]}
            if self._new[kind].get(ident) != self._old[kind].get(ident)
        }
        for record, state in self._entries:
            if record.id in changed:
                yield from self._of_record(record, state)
        for record in self._referring(changed):
            yield from self._of_record(record, State.SOUND)

    def _referring(self, changed: set[str]) -> Iterator[Record]:
        """Yield the records that stay, and refer to one that goes or to a meeting that changes."""
        handled = set(changed)
        for kind in KINDS:
            for ident in sorted(changed & self._old[kind].keys()):
                if ident in self._new[kind] and kind not in ("meeting", "topic", "source"):
                    continue
                for referring_kind, referrer, path in referring(self._connection, kind, ident):
                    if referrer not in handled:
                        handled.add(referrer)
                        if path in self._paths:
                            record = self._new[referring_kind].get(referrer)
                        else:
                            stored = records(self._connection, referring_kind, "id = ?", referrer)
                            record = stored[0] if stored else None
                        if record is not None:
                            yield record

    def _of_record(self, record: Record, state: State) -> Iterator[Located]:
        origin = record.origin
        assert origin is not None
        if isinstance(record, Statement):
            findings = [*unknown_references(record, self)]
            if state < State.PARTIAL:
                findings += self._statements.findings(_links(record))
        elif state < State.PARTIAL:
            findings = [*self._others.findings(record)]
        else:
            findings = [*unknown_references(record, self)]
        yield from ((origin, finding) for finding in findings)

    def _duplicates(self) -> Iterator[Located]:
        """Yield the records whose new id would be another's too."""
        old = {ident for of_kind in self._old.values() for ident in of_kind}
        origins: dict[str, Origin] = {}
        for record, _ in self._entries:
            origin = record.origin
            assert origin is not None
            if not record.id:
                continue
            other_origin = origins.setdefault(record.id, origin)
            if other_origin is origin and record.id not in old:
                other_origin = self._elsewhere(record.id) or origin
            if other_origin is not origin:
                where = f"{other_origin.path}:{other_origin.line}"
                message = f"id “{record.id}” is also used at {where}: rename one of them"
                yield origin, Finding(("id",), "duplicate-id", message)

    def _elsewhere(self, ident: str) -> Origin | None:
        for kind in KINDS:
            sql = f"SELECT path, line, column FROM {kind} WHERE id = ?"
            for row in self._connection.execute(sql, (ident,)):
                if row[0] not in self._paths:
                    return Origin(*row)
        return None


def _links(statement: Statement) -> Links:
    return Links(
        statement.attributed_to,
        statement.voiced_by,
        statement.meeting,
        statement.date,
        statement.source,
        bool(statement.note),
    )
