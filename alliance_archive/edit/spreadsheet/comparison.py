"""A file's rows compared with the records of the archive, cell by cell.

A cell is the file's to change if it is no longer what was exported, which the digests in `base`
tell, and the archive's if its own value no longer is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...archive import Archive
from ...check.record import record_findings
from ...errors import AmbiguousName, UnknownName
from ...index.storage import records
from ...model.fields import KINDS
from ...model.records import Record, Source, Statement, plain, plain_value, with_values
from ...queries.editable import EditableRow, columns_of, editable_rows, kind_of, rows_by_id
from ...queries.filter import EVERYTHING, Condition, Filter
from ...store.cells import BASE, BadCell, cell_fields, digest
from ...text.folding import nearest
from .cell_reader import CellReader
from .conflicts import OURS, CellChange
from .derived import PlainExport, instead_of
from .new_rows import NewRows
from .quotations import Quotations
from .sheet import ABSENT, Sheet, SheetRow


class SheetComparison:
    """A file's rows compared with the archive one after another, and what comes of it.

    `changes` has by file and record the new values of fields, `removed` by file the ids of the
    records that go, `rows` by id the row of each record that changes.
    """

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
        self.quotations = Quotations(archive, texts)
        self.faults = sheet.faults
        self.reader = CellReader(archive, kind, self.faults, sheet.is_ascii)
        self.fault = self.reader.fault
        self.new_rows = NewRows(archive, self.reader, self.quotations)
        self.changed_cells: list[CellChange] = []
        self.conflicts: list[CellChange] = []
        self.seen: dict[str, int] = {}
        self.changes: dict[str, dict[str, dict[str, Any]]] = {}
        self.rows: dict[str, int] = {}
        self.removed: dict[str, list[str]] = {}
        self.unchanged = 0
        self._choose_columns()

    def _choose_columns(self) -> None:
        """Find where each column of the file is in a row of the archive, and refuse others."""
        editable = {column: index for index, column in enumerate(columns_of(self.kind))}
        is_editable = BASE in self.sheet.columns
        if not is_editable and self.kind == "statement":
            del editable["date"]  # in a plain export it may be that of the meeting or of the source
        derived = set(self.plain_export.columns if self.plain_export else ()) - {BASE, *editable}
        placed = list(enumerate(self.sheet.columns))
        self.ident = self.sheet.columns.index("id")
        self.base = self.sheet.columns.index(BASE) if is_editable else None
        self.own = [
            (column, index, editable[column]) for index, column in placed if column in editable
        ]
        self.in_file = [index for _, index, _ in self.own if index != self.ident]
        self.in_archive = [index for _, in_file, index in self.own if in_file != self.ident]
        self.derived = [(column, index) for index, column in placed if column in derived]
        for _, column in placed:
            if column not in (BASE, *editable, *derived):
                close = nearest(column, (*editable, *derived), 1)
                hint = f"did you mean {close[0]}?" if close else "rename or delete it"
                self.fault(1, column, f"no column of {self.kind}s is called “{column}”: {hint}")

    def add(self, rows: Sequence[SheetRow]) -> None:
        """Compare some rows with their records."""
        idents = [_ident(row.cells[self.ident]) for row in rows]
        current_rows = rows_by_id(self.archive.connection, self.kind, idents)
        for row, ident in zip(rows, idents, strict=True):
            if not ident:
                self._add_new(row)
            elif current := current_rows.get(ident) or self._other(row, ident):
                self._add(row, ident, current)

    def _add(self, row: SheetRow, ident: str, current: EditableRow) -> None:
        if (first := self.seen.setdefault(current.id, row.number)) != row.number:
            self.fault(row.number, "id", f"{ident} is also in row {first}: delete one of them")
            return
        counts = len(self.changed_cells), len(self.conflicts)
        current_cells = [current.cells[index] for index in self.in_archive]
        if [row.cells[index] for index in self.in_file] != current_cells:
            self._compare(row, ident, current)
        self.unchanged += (len(self.changed_cells), len(self.conflicts)) == counts
        if self.derived:
            self._compare_derived(row, current)

    def _other(self, row: SheetRow, ident: str) -> EditableRow | None:
        """Return the row of a record that was renamed since; None after a fault."""
        connection = self.archive.connection
        kind, current = current_record(self.archive, ident) or (None, ident)
        if kind is None:
            new = ": for a new draft, leave the id empty" if self.kind == "statement" else ""
            self.fault(row.number, "id", f"no {self.kind} has the id “{ident}”{new}")
        elif kind != self.kind:
            self.fault(row.number, "id", f"{ident} is a {kind}, not a {self.kind}")
        elif renamed := rows_by_id(connection, kind, [current]).get(current):
            return renamed
        else:
            check = f"{self.archive.command} check"
            self.fault(row.number, "id", f"{ident} has errors in its file; correct them: {check}")
        return None

    def _compare(self, row: SheetRow, ident: str, current: EditableRow) -> None:
        """Find the cells that differ from the record, and who changed them."""
        base = self._base(row, ident)
        differing: list[CellChange] = []
        for column, in_file, in_archive in self.own:
            text, now = row.cells[in_file], current.cells[in_archive]
            if text is ABSENT or text == now or column == "id":
                continue
            text = self.reader.cleaned(row.number, column, text, now, base)
            if text is None or text == now:
                continue
            by_file, by_archive = (digest(column, value) not in base for value in (text, now))
            changed = _BY.get((by_file, by_archive), "both") if base else "either"
            differing.append(CellChange(row.number, current.id, column, now, text, changed))
        sides = {cell.changed for cell in differing}
        accepted = [cell for cell in differing if cell.changed != "archive"]
        if sides & {"both", "either"} or sides == {"file", "archive"}:
            if self.prefer is None:
                self.conflicts += differing
            elif self.prefer == OURS:
                accepted = [cell for cell in accepted if cell.changed == "file"]
        # Those of a conflict are read, too, for the faults in them.
        values = self._new_values(row.number, current, {cell.column: cell for cell in accepted})
        if values and not (self.conflicts and self.conflicts[-1].row == row.number):
            self.changed_cells += accepted
            self.rows[current.id] = row.number
            self.changes.setdefault(current.path, {})[current.id] = values

    def _base(self, row: SheetRow, ident: str) -> frozenset[str]:
        """Return the digests of a row's cells as they were exported."""
        text = row.cells[self.base] if self.base is not None else ""
        base = frozenset(str(text).split() if text is not ABSENT else ())
        if base and digest("id", ident) not in base:
            message = "it belongs to another row: sort whole rows, never one column"
            self.fault(row.number, BASE, message)
        return base

    def _new_values(
        self, row: int, current: EditableRow, cells: Mapping[str, CellChange]
    ) -> dict[str, Any]:
        """Return the fields that cells change in a record; none after a fault."""
        columns = columns_of(self.kind)
        changed = {cell_fields(self.kind)[column].field.name for column in cells}
        texts = {
            column: cells[column].file if column in cells else current.cells[columns.index(column)]
            for column, cell in cell_fields(self.kind).items()
            if cell.field.name in changed
        }
        condition = "id = ? AND state < 2"
        old = records(self.archive.connection, self.kind, condition, current.id)[0]
        values = self.reader.values(row, texts)
        if values is None:
            return {}
        new = with_values(old, values)
        source = self._source(new)
        if isinstance(old, Statement) and values.get("quotes"):
            assert source is not None
            try:
                quotes = self.quotations.corrected(source, old, new)
            except BadCell as error:
                self.fault(row, error.column, str(error))
                return {}
            values["quotes"] = plain_value(quotes)
            new = with_values(old, values)
        differing = {name: value for name, value in values.items() if value != _plain(old, name)}
        old_messages = {finding.message for finding in record_findings(old, source)}
        return {} if self.reader.has_errors(row, new, source, old_messages, texts) else differing

    def _source(self, record: Record) -> Source | None:
        if not isinstance(record, Statement):
            return None
        sources = records(self.archive.connection, "source", "id = ? AND state < 2", record.source)
        return sources[0] if sources else None

    def _compare_derived(self, row: SheetRow, current: EditableRow) -> None:
        """Refuse derived columns that differ from what a plain export writes now."""
        assert self.plain_export is not None
        now = dict(self.plain_export.cells(current.id))
        own_date = current.cells[columns_of(self.kind).index("date")]
        for column, index in self.derived:
            text = row.cells[index]
            if text is ABSENT or text.replace("\r\n", "\n").removeprefix("'") in (
                now[column],
                now[column].removeprefix("'"),
            ):
                continue
            if column == "date" and text == own_date:  # an editable export that has lost its base
                continue
            message = f"this column is derived from others: {instead_of(column)}"
            self.fault(row.number, column, message)

    def _add_new(self, row: SheetRow) -> None:
        """Make a draft of a row without an id."""
        if self.kind != "statement":
            self.fault(row.number, "id", "the id is missing: only new statements have none yet")
            return
        cells = {column: row.cells[index] for column, index, _ in self.own}
        if ident := self.new_rows.add(row.number, cells):
            self.seen.setdefault(ident, row.number)
            self.unchanged += 1

    def remove_missing(self, query: Filter) -> None:
        """Remove the records that the file lacks, of statements those that pass a filter."""
        if self.kind == "source":
            self.fault(0, "", "sources cannot be removed so: alliance-archive remove ID")
        elif not self.seen:
            self.fault(0, "", "it has no row with an id, so that every record would be removed")
        elif self.kind != "statement" and query != EVERYTHING:
            self.fault(0, "", f"filters choose statements, and this file has {self.kind}s")
        if self.faults:
            return
        condition = (
            self.archive.condition(query) if self.kind == "statement" else Condition("s.sound", ())
        )
        for record in editable_rows(self.archive.connection, self.kind, condition):
            if record.id not in self.seen:
                self.removed.setdefault(record.path, []).append(record.id)


def current_record(archive: Archive, ident: str) -> tuple[str, str] | None:
    """Return kind and id of the record that an id means, which may have been renamed since."""
    if kind := kind_of(archive.connection, ident):
        return kind, ident
    try:
        record = archive.get(ident) if ident else None
    except (UnknownName, AmbiguousName):
        return None
    return (record.KIND, record.id) if record else None


def _ident(cell: Any) -> str:
    return cell.strip() if isinstance(cell, str) else ""


def _plain(record: Record, name: str) -> Any:
    """Return a field's plain value, None where it has none or its default."""
    value = plain(record).get(name)
    return None if value == KINDS[record.KIND].field(name).default else value


_BY = {(True, False): "file", (False, True): "archive"}
