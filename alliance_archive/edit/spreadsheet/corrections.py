"""Corrections from a spreadsheet compared with the archive, cell by cell, and made one change.

A cell is the file's to change if it is no longer what was exported, which the digests in `base`
tell, and the archive's if its own value no longer is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import Any, NamedTuple

from ...archive import Archive
from ...change import Change, plan
from ...check.codes import CODES
from ...check.record import record_findings
from ...errors import AmbiguousName, ArchiveError, UnknownName
from ...index.storage import records
from ...model import fields
from ...model.fields import KINDS, Field
from ...model.records import Record, Source, Statement, from_plain, plain, plain_value
from ...queries.editable import EditableRow, columns_of, editable_rows, kind_of, rows_by_id
from ...queries.filter import Condition, Filter
from ...render.cells import counted
from ...render.formats import defused
from ...store.append import appended
from ...store.cells import BASE, BadCell, cell_fields, digest, flat_cells, nodes_of
from ...store.edit import CannotEdit, changed_records, remove
from ...store.parse import Parsed
from ...store.scan import inside
from ...store.transaction import text_of as file_text
from ...store.values import INVALID, readers
from ...text.folding import nearest
from .new_rows import NewRows
from .sheet import ABSENT, BadSheet, Fault, Row, Sheet
from .sheet_dates import readings

_BATCH = 500  # rows that are looked up at once; every SQLite binds so many values
THEIRS, OURS = SIDES = ("theirs", "ours")


class PlainExport(NamedTuple):
    """The columns of a plain export, and the function that returns an id's cells in it now."""

    columns: Sequence[str]
    cells: Callable[[str], Mapping[str, str]]


# What to edit instead of a column that is derived from others.
_INSTEAD = {
    "attributed_names": "edit attributed_to",
    "voiced_names": "edit voiced_by",
    "words": "edit summary, or quotes",
    "topic_names": "edit topics",
    "about_names": "edit about",
    **dict.fromkeys(
        ("role", "country"), "edit memberships or country in export --editable --kind participants"
    ),
    **dict.fromkeys(
        ("meeting_name", "meeting_date", "meeting_place"),
        "edit meeting, or the meeting itself in export --editable --kind meetings",
    ),
    **dict.fromkeys(
        ("publisher", "source_title", "source_url", "source_date"),
        "edit the source in export --editable --kind sources",
    ),
    **dict.fromkeys(
        ("date", "date_from", "date_start", "date_end"),
        "edit date in export --editable, where it is the record's own",
    ),
    "source": "a statement is in the file of its source; leave this column as it was",
}


class CellChange(NamedTuple):
    """A cell of a record: its value in the archive and in the file, and which of them changed.

    `changed` is "file", "archive", "both", or "either" without digests to tell.
    """

    row: int
    id: str
    column: str
    archive: str
    file: str
    changed: str


class Corrections(NamedTuple):
    """What a file changes: cells of records, new drafts, records that are gone."""

    kind: str
    unchanged: int
    cells: tuple[CellChange, ...]
    drafts: tuple[Statement, ...]
    removed: tuple[str, ...]
    change: Change

    @property
    def what(self) -> str:
        """What changes, such as “3 records”."""
        changed = {cell.id for cell in self.cells} | {draft.id for draft in self.drafts}
        return counted(len({*changed, *self.removed}), "record")

    @property
    def counts(self) -> str:
        """What the file changes, in a line."""
        changed = len({cell.id for cell in self.cells})
        parts = [f"{counted(self.unchanged, 'row')} unchanged"]
        if changed:
            parts.append(
                f"{counted(len(self.cells), 'cell')} in {counted(changed, 'record')} changed"
            )
        if self.drafts:
            parts.append(counted(len(self.drafts), "new draft"))
        if self.removed:
            parts.append(f"{counted(len(self.removed), 'record')} removed")
        return ", ".join(parts)


class Conflicts(ArchiveError):
    """Rows whose record has changed, too, since they were exported; nothing was written."""

    exit_code = 1

    def __init__(self, name: str, cells: Sequence[CellChange]) -> None:
        self.cells = tuple(cells)
        rows = len({cell.row for cell in cells})
        lines = [f"{name}: {counted(rows, 'conflict')}; nothing was written:"]
        for cell in cells:
            where = f"row {cell.row}, {cell.id}, {cell.column}"
            lines.append(f"{where}: {_CHANGED[cell.changed]}")
            lines += [
                f"  archive: {cell.archive or '(empty)'}",
                f"  file:    {cell.file or '(empty)'}",
            ]
        lines.append("to take the file's values: --theirs; to keep the archive's: --ours")
        super().__init__("\n".join(lines))


_CHANGED = {
    "file": "changed in the file",
    "archive": "changed in the archive",
    "both": "changed in both",
    "either": "differs; the file has no base, which would tell where it was changed",
}


def import_sheet(
    archive: Archive,
    sheet: Sheet,
    *,
    plain_export: Mapping[str, PlainExport] | None = None,
    prefer: str | None = None,
    remove_missing: Filter | None = None,
    texts: str | None = None,
) -> Corrections:
    """Compare a file with the archive, and return what it changes, checked but not written.

    `prefer` settles conflicts: THEIRS takes the file's values, OURS keeps the archive's.
    `remove_missing` chooses the statements to remove if the file lacks them. Those of new rows are
    looked for in the sources' texts, in the folder `texts`. `plain_export` has by kind what an
    export that is not editable contains. Raises BadSheet with every fault, Conflicts or AddsErrors.
    """
    kind, rows = _kind_and_rows(archive, sheet)
    sheet = sheet._replace(rows=rows)
    if sheet.is_json:
        sheet = _flattened(sheet, kind)
    comparison = _Comparison(archive, sheet, kind, (plain_export or {}).get(kind), prefer, texts)
    rows = iter(sheet.rows)
    while batch := list(islice(rows, _BATCH)):
        comparison.add(batch)
    if remove_missing is not None:
        comparison.remove_missing(remove_missing)
    return comparison.result()


def _kind_and_rows(archive: Archive, sheet: Sheet) -> tuple[str, Iterator[Row]]:
    """Return the kind of the file's records, and the rows: that of an id, else of the columns."""
    if "id" not in sheet.columns:
        raise BadSheet(sheet.name, [Fault(1, "", "no column “id”")])
    place = sheet.columns.index("id")
    read: list[Row] = []
    for row in sheet.rows:
        read.append(row)
        ident = row.cells[place]
        if isinstance(ident, str) and (found := _current(archive, ident.strip())):
            return found[0], chain(read, sheet.rows)
    kinds = reversed(KINDS)  # statements first
    return max(kinds, key=lambda kind: len({*columns_of(kind)} & {*sheet.columns})), iter(read)


def _current(archive: Archive, ident: str) -> tuple[str, str] | None:
    """Return kind and id of the record that an id means, which may have been renamed since."""
    if kind := kind_of(archive.connection, ident):
        return kind, ident
    try:
        record = archive.get(ident) if ident else None
    except (UnknownName, AmbiguousName):
        return None
    return (record.KIND, record.id) if record else None


def _flattened(sheet: Sheet, kind: str) -> Sheet:
    """Return the rows of JSON as those of a spreadsheet. Raises BadSheet."""
    rows: list[tuple[int, dict[str, str]]] = []
    faults = []
    for number, cells in sheet.rows:
        texts: dict[str, str] = {}
        for column, data in zip(sheet.columns, cells, strict=True):
            try:
                texts |= {} if data is ABSENT else flat_cells(kind, column, data)
            except BadCell as error:
                faults.append(Fault(number, column, str(error)))
        rows.append((number, texts))
    if faults:
        raise BadSheet(sheet.name, faults)
    columns = tuple(dict.fromkeys(column for _, texts in rows for column in texts)) or ("id",)
    read = (Row(number, tuple(texts.get(key, ABSENT) for key in columns)) for number, texts in rows)
    return Sheet(sheet.name, columns, read)


def _ident(cell: Any) -> str:
    return cell.strip() if isinstance(cell, str) else ""


class _Comparison:
    """A file's rows compared with the archive one after another, and what comes of it."""

    def __init__(
        self,
        archive: Archive,
        sheet: Sheet,
        kind: str,
        plain_export: PlainExport | None,
        prefer: str | None,
        texts: str | None,
    ) -> None:
        self.archive, self.sheet, self.kind, self.prefer = archive, sheet, kind, prefer
        self.plain_export = plain_export
        self.new_rows = NewRows(archive, texts)
        self.faults: list[Fault] = []
        self.cells: list[CellChange] = []
        self.conflicts: list[CellChange] = []
        self.seen: dict[str, int] = {}
        self.changes: dict[str, dict[str, dict[str, Any]]] = {}
        self.drafts: dict[str, list[Statement]] = {}
        self.removed: dict[str, list[str]] = {}
        self.unchanged = 0
        self.resolved = lru_cache(8192)(self._resolved)
        self._choose_columns()

    def _choose_columns(self) -> None:
        """Find where each column of the file is in a row of the archive, and refuse others."""
        own = {column: place for place, column in enumerate(columns_of(self.kind))}
        is_editable = BASE in self.sheet.columns
        if not is_editable and self.kind == "statement":
            del own["date"]  # in a plain export it may be that of the meeting or of the source
        derived = set(self.plain_export.columns if self.plain_export else ()) - {BASE, *own}
        placed = list(enumerate(self.sheet.columns))
        self.ident = self.sheet.columns.index("id")
        self.base = self.sheet.columns.index(BASE) if is_editable else None
        self.own = [(column, place, own[column]) for place, column in placed if column in own]
        self.in_file = [place for _, place, _ in self.own if place != self.ident]
        self.in_archive = [place for _, at, place in self.own if at != self.ident]
        self.derived = [(column, place) for place, column in placed if column in derived]
        for _, column in placed:
            if column not in (BASE, *own, *derived):
                close = nearest(column, (*own, *derived), 1)
                hint = f"did you mean {close[0]}?" if close else "rename or delete it"
                self.fault(1, column, f"no column of {self.kind}s is called “{column}”: {hint}")

    def fault(self, row: int, column: str, message: str) -> None:
        """Note what is wrong in a row."""
        self.faults.append(Fault(row, column, message))

    def add(self, rows: Sequence[Row]) -> None:
        """Compare some rows with their records."""
        idents = [_ident(row.cells[self.ident]) for row in rows]
        known = rows_by_id(self.archive.connection, self.kind, idents)
        for row, ident in zip(rows, idents, strict=True):
            if not ident:
                self._draft(row)
            elif current := known.get(ident) or self._other(row, ident):
                self._add(row, ident, current)

    def _add(self, row: Row, ident: str, current: EditableRow) -> None:
        if (first := self.seen.setdefault(current.id, row.number)) != row.number:
            self.fault(row.number, "id", f"{ident} is also in row {first}: delete one of them")
            return
        cells, other = row.cells, current.cells
        before = len(self.cells), len(self.conflicts)
        if [cells[at] for at in self.in_file] != [other[at] for at in self.in_archive]:
            self._compare(row, ident, current)
        self.unchanged += (len(self.cells), len(self.conflicts)) == before
        if self.derived:
            self._compare_derived(row, current.id)

    def _other(self, row: Row, ident: str) -> EditableRow | None:
        """Return the row of a record that was renamed since; None after a fault."""
        connection = self.archive.connection
        kind, current = _current(self.archive, ident) or (None, ident)
        if kind is None:
            new = ": for a new draft, leave the id empty" if self.kind == "statement" else ""
            self.fault(row.number, "id", f"no {self.kind} has the id “{ident}”{new}")
        elif kind != self.kind:
            self.fault(row.number, "id", f"{ident} is a {kind}, not a {self.kind}")
        elif found := rows_by_id(connection, kind, [current]).get(current):
            return found
        else:
            check = f"{self.archive.command} check"
            self.fault(row.number, "id", f"{ident} has errors in its file; correct them: {check}")
        return None

    def _compare(self, row: Row, ident: str, current: EditableRow) -> None:
        """Find the cells that differ from the record, and who changed them."""
        base = self._base(row, ident)
        differing: list[CellChange] = []
        for column, place, own in self.own:
            text, now = row.cells[place], current.cells[own]
            if text is ABSENT or text == now or column == "id":
                continue
            text = self._cleaned(row.number, column, text, now, base)
            if text is None or text == now:
                continue
            by_file = digest(column, text) not in base if base else True
            by_archive = digest(column, now) not in base if base else True
            changed = _BY.get((by_file, by_archive), "both") if base else "either"
            differing.append(CellChange(row.number, current.id, column, now, text, changed))
        sides = {cell.changed for cell in differing}
        taken = [cell for cell in differing if cell.changed != "archive"]
        if sides & {"both", "either"} or sides == {"file", "archive"}:
            if self.prefer is None:
                self.conflicts += differing
                return
            if self.prefer == OURS:
                taken = [cell for cell in taken if cell.changed == "file"]
        if taken:
            self._take(row.number, current, {cell.column: cell for cell in taken})

    def _base(self, row: Row, ident: str) -> frozenset[str]:
        """Return the digests of a row's cells as they were exported."""
        text = row.cells[self.base] if self.base is not None else ""
        base = frozenset(str(text).split() if text is not ABSENT else ())
        if base and digest("id", ident) not in base:
            message = "it belongs to another row: sort whole rows, never one column"
            self.fault(row.number, BASE, message)
        return base

    def _cleaned(
        self, row: int, column: str, text: str, now: str, base: frozenset[str]
    ) -> str | None:
        """Return a cell without what programs add on saving; None after a fault."""
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if text.startswith("'") and (text[1:] == now or defused(text[1:]) == text):
            text = text[1:]
        if column == "source":
            self.fault(row, column, f"cannot be changed: {_INSTEAD['source']}")
            return None
        if self.sheet.is_ascii and not now.isascii() and _is_degraded(text, now):
            lost = "".join(dict.fromkeys(c for c in now if not c.isascii()))
            self.fault(row, column, f"the characters {lost} are lost: save the file again in UTF-8")
            return None
        cell = cell_fields(self.kind)[column]
        if not text.strip():
            return ""
        if cell.type == fields.DATE:
            dates = readings(text)
            # Only what was exported is recognized: another date in this form could be misread.
            if len([date for date in dates if digest(column, date) in base]) == len(dates) == 1:
                return dates[0]
        if cell.field.type in (fields.IDS, fields.ID):
            return self.resolved(row, column, text)
        return text

    def _resolved(self, row: int, column: str, text: str) -> str | None:
        """Return the ids that a cell names, by id or by name; None after a fault."""
        field = cell_fields(self.kind)[column].field
        kind = field.refers_to
        parts = [part.strip() for part in text.replace("\n", ";").split(";") if part.strip()]
        if not kind or kind == "statement":
            return "; ".join(parts)
        ids = []
        for part in parts:
            if kind_of(self.archive.connection, part) == kind:
                ids.append(part)
                continue
            try:
                ids.append(self.archive.resolve(kind, part))
            except (UnknownName, AmbiguousName) as error:
                self.fault(row, column, str(error))
                return None
        return "; ".join(dict.fromkeys(ids))

    def _take(self, row: int, current: EditableRow, taken: Mapping[str, CellChange]) -> None:
        """Read the cells that change a record, and keep its new values."""
        columns = columns_of(self.kind)
        changed = {cell_fields(self.kind)[column].field.name for column in taken}
        texts = {
            column: taken[column].file if column in taken else current.cells[columns.index(column)]
            for column, cell in cell_fields(self.kind).items()
            if cell.field.name in changed
        }
        condition = "id = ? AND state < 2"
        old = records(self.archive.connection, self.kind, condition, current.id)[0]
        values = self.values(row, texts)
        if values is None:
            return
        new = _with(old, values)
        differing = {name: value for name, value in values.items() if value != _plain(old, name)}
        if not differing or self._findings(row, old, new, texts):
            return
        self.cells += taken.values()
        self.changes.setdefault(current.path, {})[current.id] = differing

    def values(self, row: int, texts: Mapping[str, str]) -> dict[str, Any] | None:
        """Return the plain values of cells by field, None for an empty one; None after a fault."""
        before = len(self.faults)
        values: dict[str, Any] = {}
        try:
            for name, column, node in nodes_of(self.kind, texts):
                field = KINDS[self.kind].field(name)
                if node is None and field.required:
                    self.fault(row, column, f"the required field “{name}” is missing")
                elif node is None:
                    values[name] = None
                else:
                    value = self._value(row, column, field, node)
                    dropped = value == field.default or (value == [] and not field.required)
                    values[name] = None if dropped else value
        except BadCell as error:
            self.fault(row, error.args[1], error.args[0])
        return values if len(self.faults) == before else None

    def _value(self, row: int, column: str, field: Field, node: Any) -> Any:
        read, _ = readers(KINDS[self.kind])[field.name]

        def report(_node: Any, code: str, message: str) -> None:
            if CODES[code].severity == "error":
                self.fault(row, column, message)

        value = read(node, report)
        return None if value is INVALID else plain_value(value)

    def _findings(self, row: int, old: Record, new: Record, texts: Mapping[str, str]) -> bool:
        """Return whether a record would have errors that it does not have, after their faults."""
        source = self._source(new)
        known = {finding.message for finding in record_findings(old, source)}
        found = False
        for finding in record_findings(new, source):
            if finding.message not in known and CODES[finding.code].severity == "error":
                found = True
                self.fault(row, self._column_of(finding.field, texts), finding.message)
        return found

    def _column_of(self, path: Sequence[str | int], texts: Collection[str]) -> str:
        """Return the column to name for a field: one that was changed, if the field has several."""
        columns = [c for c, cell in cell_fields(self.kind).items() if cell.field.name == path[0]]
        return next((column for column in columns if column in texts), columns[0])

    def _source(self, record: Record) -> Source | None:
        if not isinstance(record, Statement):
            return None
        found = records(self.archive.connection, "source", "id = ? AND state < 2", record.source)
        return found[0] if found else None

    def _compare_derived(self, row: Row, ident: str) -> None:
        """Refuse derived columns that differ from what a plain export writes now."""
        assert self.plain_export is not None
        now = self.plain_export.cells(ident)
        for column, place in self.derived:
            text = row.cells[place]
            if text is ABSENT or text.replace("\r\n", "\n").removeprefix("'") in (
                now[column],
                now[column].removeprefix("'"),
            ):
                continue
            instead = _INSTEAD.get(column, "edit the columns of export --editable")
            self.fault(row.number, column, f"this column is derived from others: {instead}")

    def _draft(self, row: Row) -> None:
        """Make a draft of a row without an id."""
        if self.kind != "statement":
            self.fault(row.number, "id", "the id is missing: only new statements have none yet")
            return
        texts = {
            column: str(row.cells[place]).replace("\r\n", "\n").strip()
            for column, place, _ in self.own
            if row.cells[place] is not ABSENT
        }
        try:
            source, found = self.new_rows.placed(texts)
        except BadCell as error:
            self.fault(row.number, error.args[1], error.args[0])
            return
        for column, text in found.items():
            if text and cell_fields("statement")[column].field.type in (fields.IDS, fields.ID):
                found[column] = self.resolved(row.number, column, text) or ""
        values = self.values(
            row.number, {key: text for key, text in found.items() if text or key == "attributed_to"}
        )
        if values is None:
            return
        values |= {"id": self.new_rows.next_id(source.id), "status": "draft", "source": source.id}
        statement = from_plain(Statement, {k: v for k, v in values.items() if v is not None})
        if not self._findings_of_new(row.number, statement, source):
            assert source.origin is not None
            self.drafts.setdefault(source.origin.path, []).append(statement)

    def _findings_of_new(self, row: int, statement: Statement, source: Source) -> bool:
        errors = [
            finding
            for finding in record_findings(statement, source)
            if CODES[finding.code].severity == "error"
        ]
        for finding in errors:
            self.fault(row, self._column_of(finding.field, ()), finding.message)
        return bool(errors)

    def remove_missing(self, query: Filter) -> None:
        """Remove the records that the file lacks, of statements those that pass a filter."""
        if self.kind == "source":
            self.fault(0, "", "sources cannot be removed so: alliance-archive remove ID")
            return
        condition = (
            self.archive.condition(query) if self.kind == "statement" else Condition("s.sound", ())
        )
        for record in editable_rows(self.archive.connection, self.kind, condition):
            if record.id not in self.seen:
                self.removed.setdefault(record.path, []).append(record.id)

    def result(self) -> Corrections:
        """Return what the file changes. Raises BadSheet, Conflicts or AddsErrors."""
        if not self.faults and self.conflicts:
            raise Conflicts(self.sheet.name, self.conflicts)
        texts: dict[str, str | None] = {}
        parsed: dict[str, Parsed] = {}
        if not self.faults:
            self._write(texts, parsed)
        if self.faults:
            raise BadSheet(self.sheet.name, self.faults, self.sheet.columns)
        return Corrections(
            self.kind,
            self.unchanged,
            tuple(self.cells),
            tuple(chain.from_iterable(self.drafts.values())),
            tuple(chain.from_iterable(self.removed.values())),
            plan(self.archive, texts, f"import {self.sheet.name}", parsed),
        )

    def _write(self, texts: dict[str, str | None], parsed: dict[str, Parsed]) -> None:
        """Add the new texts of the files that change, and what is parsed of them."""
        for path in dict.fromkeys((*self.changes, *self.removed, *self.drafts)):
            text = file_text(inside(self.archive.root, path)) or ""
            try:
                if path in self.changes:
                    text, parsed[path] = changed_records(text, self.changes[path], path)
                for ident in self.removed.get(path, ()):
                    text = remove(text, ident)
                if path in self.drafts:
                    text = appended(text, self.drafts[path], path)
            except CannotEdit as error:
                self.fault(0, "", str(error))
            if path in self.removed or path in self.drafts:
                parsed.pop(path, None)
            texts[path] = text


def _with(record: Record, values: Mapping[str, Any]) -> Record:
    """Return a record with plain values; a field that is None gets its default."""
    data = {**plain(record), **values}
    new: Record = from_plain(
        type(record), {name: value for name, value in data.items() if value is not None}
    )
    return new


def _plain(record: Record, name: str) -> Any:
    """Return a field's plain value, None where it has none or its default."""
    value = plain(record).get(name)
    return None if value == KINDS[record.KIND].field(name).default else value


def _is_degraded(text: str, original: str) -> bool:
    """Return whether a text is another one but for characters that are not in ASCII."""
    pattern = "".join(re.escape(c) if c.isascii() else ".{0,3}" for c in original)
    return re.fullmatch(pattern, text, re.DOTALL) is not None


_BY = {(True, True): "both", (True, False): "file", (False, True): "archive"}
