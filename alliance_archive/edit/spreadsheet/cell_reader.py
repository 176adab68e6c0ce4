"""The text of a file's cells, read as values of the fields of records."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import Any

from ...archive import Archive
from ...check.codes import CODES
from ...check.record import record_findings
from ...errors import AmbiguousName, UnknownName
from ...model import fields
from ...model.fields import KINDS, Field
from ...model.records import Record, Source, plain_value
from ...queries.editable import kind_of
from ...render.columns import split_list
from ...render.delimited import defused
from ...store.cells import BadCell, cell_fields, digest, nodes_of
from ...store.values import INVALID, readers
from .sheet import Fault
from .sheet_dates import readings

# What spreadsheets show instead of a formula's result, and what may be one.
_ERROR = re.compile(r"#(?:NAME\?|REF!|VALUE!|DIV/0!|N/A|NUM!|NULL!|ERROR!|SPILL!)|Err:\d{3}")
_RESULT = re.compile(r"-?[\d.,]+(?:E[+-]?\d+)?|TRUE|FALSE")
_FORMULA = ("=", "+", "-", "@")
_LONGEST = 32_767  # characters in a cell of Excel
_UNKNOWN = "\ufffd"


class CellReader:
    """Reads the cells of a kind of record, and notes the faults in them."""

    def __init__(self, archive: Archive, kind: str, faults: list[Fault], is_ascii: bool) -> None:
        self.archive, self.kind, self.is_ascii = archive, kind, is_ascii
        self._faults = faults
        self.resolved = lru_cache(8192)(self._resolved)

    def fault(self, row: int, column: str, message: str) -> None:
        """Note what is wrong in a row."""
        self._faults.append(Fault(row, column, message))

    def cleaned(
        self, row: int, column: str, text: str, now: str, base: frozenset[str]
    ) -> str | None:
        """Return a cell without what programs add on saving; None after a fault."""
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if text.startswith("'") and (text[1:] == now or defused(text[1:]) == text):
            text = text[1:]
        if self._is_damaged(row, column, text, now):
            return None
        if column == "source":
            message = "cannot be changed: a statement is in the file of its source"
            self.fault(row, column, f"{message}; leave this column as it was")
            return None
        cell = cell_fields(self.kind)[column]
        if not text.strip():
            return ""
        if cell.type == fields.DATE:
            return self._date(row, column, text, base)
        if cell.field.type in (fields.IDS, fields.ID):
            return self.resolved(row, column, text)
        return text

    def _date(self, row: int, column: str, text: str, base: frozenset[str]) -> str | None:
        """Return a date as it was exported, or as it is; None after a fault."""
        dates = readings(text)
        if not dates or text in dates:
            return text
        # Only what was exported is recognized: another date in this form could be misread.
        if len(dates) == 1 and digest(column, dates[0]) in base:
            return dates[0]
        self.fault(row, column, f"“{text}” may mean {' or '.join(dates)}: write the date so")
        return None

    def intact(self, row: int, column: str, cell: Any) -> str:
        """Return the text of a new row's cell, after a fault if a program has damaged it."""
        text = str(cell).replace("\r\n", "\n").replace("\r", "\n")
        self._is_damaged(row, column, text, "")
        return text

    def _part_column(
        self, field: Field, texts: Mapping[str, str], node: Any, message: str
    ) -> str | None:
        """Return the column of the part of a field that a message names, or whose node it is."""
        for column, cell in cell_fields(self.kind).items():
            if cell.field.name != field.name or cell.part is None:
                continue
            entries = split_list(texts.get(column, ""))
            if getattr(node, "value", None) in entries or f"“{cell.part.name}”" in message:
                return column
        return None

    def has_errors(
        self,
        row: int,
        record: Record,
        source: Source | None,
        known_messages: Collection[str] = (),
        columns: Collection[str] = (),
    ) -> bool:
        """Return whether a record has errors other than the known ones, after their faults.

        Of a field's columns, the first of `columns` is named.
        """
        errors = [
            finding
            for finding in record_findings(record, source)
            if CODES[finding.code].severity == "error" and finding.message not in known_messages
        ]
        for finding in errors:
            self.fault(row, self._column_of(finding.field, columns), finding.message)
        return bool(errors)

    def _column_of(self, path: Sequence[str | int], columns: Collection[str]) -> str:
        of_field = [c for c, cell in cell_fields(self.kind).items() if cell.field.name == path[0]]
        return next((column for column in of_field if column in columns), of_field[0])

    def _is_damaged(self, row: int, column: str, text: str, now: str) -> bool:
        if why := _damage(text, now, self.is_ascii):
            self.fault(row, column, why)
        return bool(why)

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

    def values(self, row: int, texts: Mapping[str, str]) -> dict[str, Any] | None:
        """Return the plain values of cells by field, None for an empty one; None after a fault."""
        earlier_faults = len(self._faults)
        values: dict[str, Any] = {}
        try:
            for name, column, node in nodes_of(self.kind, texts):
                field = KINDS[self.kind].field(name)
                if node is None and field.required:
                    self.fault(row, column, f"the required field “{name}” is missing")
                elif node is None:
                    values[name] = None
                else:
                    value = self._value(row, column, field, node, texts)
                    dropped = value == field.default or (value == [] and not field.required)
                    values[name] = None if dropped else value
        except BadCell as error:
            self.fault(row, error.column, str(error))
        return values if len(self._faults) == earlier_faults else None

    def _value(
        self, row: int, column: str, field: Field, node: Any, texts: Mapping[str, str]
    ) -> Any:
        read, _ = readers(KINDS[self.kind]).by_name[field.name]

        def report(part: Any, code: str, message: str) -> None:
            if CODES[code].severity == "error":
                self.fault(row, self._part_column(field, texts, part, message) or column, message)

        value = read(node, report)
        return None if value is INVALID else plain_value(value)


def _damage(text: str, now: str, is_ascii: bool) -> str | None:
    """Return what a program has done to a cell; None if nothing."""
    if _ERROR.fullmatch(text) or (now.startswith(_FORMULA) and _RESULT.fullmatch(text)):
        return f"“{text}” is what a formula gave: restore the text; export with --excel prevents it"
    if len(text) == _LONGEST and now.startswith(text):
        return f"its text was cut off after {_LONGEST} characters: leave this column out"
    if _UNKNOWN in text and _UNKNOWN not in now:
        return "characters are lost: save the file again in UTF-8"
    if not now.isascii() and _is_degraded(text, now, ".{0,3}" if is_ascii else "[?]"):
        lost = "".join(dict.fromkeys(c for c in now if not c.isascii()))
        return f"the characters {lost} are lost: save the file again in UTF-8"
    if not text.isascii() and _is_misread(text, now):
        return "its characters were misread: open the export as UTF-8, or export with --excel"
    return None


def _is_misread(text: str, now: str) -> bool:
    """Return whether a text is UTF-8 that was read in the character set of Windows or of a Mac."""
    try:
        data = b"".join(c.encode("latin-1" if c <= "\xff" else "cp1252") for c in text)
        data.decode("utf-8")
    except UnicodeError:
        return text == now.encode("utf-8", "replace").decode("mac_roman")
    return True


def _is_degraded(text: str, original: str, lost: str) -> bool:
    """Return whether a text is another one but for characters that are not in ASCII."""
    pattern = "".join(re.escape(c) if c.isascii() else lost for c in original)
    return re.fullmatch(pattern, text, re.DOTALL) is not None
