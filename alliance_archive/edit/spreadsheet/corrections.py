"""Corrections from a spreadsheet, compared with the archive and made one change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import NamedTuple

from ...archive import Archive
from ...change import AddsErrors, Change, plan
from ...errors import Problem
from ...index.parallel import gc_paused
from ...model.fields import KINDS
from ...model.records import Statement
from ...queries.editable import columns_of
from ...queries.filter import Filter
from ...render.cells import counted
from ...render.columns import split_list
from ...store.append import appended
from ...store.cells import BadCell, flat_cells
from ...store.edit import CannotEdit, changed_records, remove
from ...store.parse import Parsed, parse
from ...store.scan import inside
from ...store.transaction import text_of
from .comparison import SheetComparison, current_record
from .conflicts import CellChange, Conflicts, conflict_lines
from .derived import PlainExport
from .sheet import ABSENT, BadSheet, Fault, Sheet, SheetRow

_BATCH = 500  # rows that are looked up at once; every SQLite binds so many values


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
    comparison = SheetComparison(
        archive, sheet, kind, (plain_export or {}).get(kind), prefer, texts
    )
    rows = iter(sheet.rows)
    while batch := list(islice(rows, _BATCH)):
        comparison.add(batch)
    if remove_missing is not None:
        comparison.remove_missing(remove_missing)
    return _result(comparison)


def _kind_and_rows(archive: Archive, sheet: Sheet) -> tuple[str, Iterator[SheetRow]]:
    """Return the kind of the file's records, and the rows: that of an id, else of the columns."""
    if "id" not in sheet.columns:
        raise BadSheet(sheet.name, [Fault(1, "", "no column “id”")])
    index = sheet.columns.index("id")
    read: list[SheetRow] = []
    for row in sheet.rows:
        read.append(row)
        ident = row.cells[index]
        if isinstance(ident, str) and (current := current_record(archive, ident.strip())):
            return current[0], chain(read, sheet.rows)
    kinds = reversed(KINDS)  # statements first
    return max(kinds, key=lambda kind: len({*columns_of(kind)} & {*sheet.columns})), iter(read)


def _flattened(sheet: Sheet, kind: str) -> Sheet:
    """Return the rows of JSON as those of a spreadsheet. Raises BadSheet."""
    rows: list[tuple[int, dict[str, str]]] = []
    faults = sheet.faults
    for number, cells in sheet.rows:
        texts: dict[str, str] = {}
        for column, data in zip(sheet.columns, cells, strict=True):
            try:
                texts |= {} if data is ABSENT else flat_cells(kind, column, data)
            except BadCell as error:
                faults.append(Fault(number, column, str(error)))
        rows.append((number, texts))
    columns = tuple(dict.fromkeys(column for _, texts in rows for column in texts)) or ("id",)
    read = (
        SheetRow(number, tuple(texts.get(key, ABSENT) for key in columns)) for number, texts in rows
    )
    return Sheet(sheet.name, columns, read, faults)


def _result(comparison: SheetComparison) -> Corrections:
    """Return what the file changes. Raises BadSheet, Conflicts or AddsErrors."""
    if not comparison.faults and comparison.conflicts:
        raise Conflicts(comparison.sheet.name, comparison.conflicts)
    texts: dict[str, str | None] = {}
    parsed: dict[str, Parsed] = {}
    if not comparison.faults:
        with gc_paused():
            _write(comparison, texts, parsed)
    if not comparison.faults:
        command = f"import {comparison.sheet.name}"
        try:
            change = plan(comparison.archive, texts, command, parsed)
        except AddsErrors as error:
            comparison.faults += _faults(comparison, error.problems, texts)
    if comparison.faults:
        raise BadSheet(
            comparison.sheet.name,
            comparison.faults,
            comparison.sheet.columns,
            tuple(conflict_lines(comparison.conflicts)),
        )
    return Corrections(
        comparison.kind,
        comparison.unchanged,
        tuple(comparison.changed_cells),
        tuple(chain.from_iterable(comparison.new_rows.drafts.values())),
        tuple(chain.from_iterable(comparison.removed.values())),
        change,
    )


def _faults(
    comparison: SheetComparison, problems: Sequence[Problem], texts: Mapping[str, str | None]
) -> Iterator[Fault]:
    """Yield the problems of a change as faults of the rows that cause them."""
    rows = comparison.rows | comparison.new_rows.rows
    for problem in problems:
        ident, row = "", 0
        for record, _ in parse(problem.path, (texts.get(problem.path) or "").encode()).records:
            if (
                record.origin
                and record.origin.line <= problem.line
                and record.id in comparison.rows
            ):
                ident, row = record.id, rows[record.id]
        cells = [cell for cell in comparison.changed_cells if cell.id == ident]
        columns = [cell.column for cell in cells if len(cells) == 1 or _names(problem, cell)]
        if row:
            yield Fault(row, columns[0] if columns else "", problem.message)
        else:
            yield Fault(0, "", str(comparison.archive.displayed(problem)))


def _names(problem: Problem, cell: CellChange) -> bool:
    """Return whether a problem's message contains an entry of a cell."""
    return any(f"“{entry}”" in problem.message for entry in split_list(cell.file))


def _write(
    comparison: SheetComparison, texts: dict[str, str | None], parsed: dict[str, Parsed]
) -> None:
    """Add the new texts of the files that change, and what is parsed of them."""
    changes, removed, drafts = comparison.changes, comparison.removed, comparison.new_rows.drafts
    for path in dict.fromkeys((*changes, *removed, *drafts)):
        text = text_of(inside(comparison.archive.root, path)) or ""
        try:
            if path in changes:
                text, parsed[path] = changed_records(text, changes[path], path)
            for ident in removed.get(path, ()):
                text = remove(text, ident)
            if path in drafts:
                text = appended(text, drafts[path], path)
        except CannotEdit as error:
            comparison.fault(comparison.rows.get(error.ident, 0), "", str(error))
        if path in removed or path in drafts:
            parsed.pop(path, None)
        texts[path] = text
