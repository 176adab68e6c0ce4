"""A spreadsheet's file, as programs save it: CSV in their dialects, TSV, JSON, JSON Lines."""

from __future__ import annotations

import codecs
import csv
import io
import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ...errors import ArchiveError
from ...render.cells import counted
from ...store.read import read_bytes

MAX_BYTES = 512 * 2**20
_SEPARATORS = (",", ";", "\t")
_HEAD = 2**16  # characters in which the first row must end
_HINT = re.compile(r'"?sep=(.)"?\r?\n', re.IGNORECASE)
_BOOKS = ("xlsx", "xls", "ods", "numbers")
_LINES = ("jsonl", "ndjson")


class Fault(NamedTuple):
    """What is wrong in a row; `row` counts from 1, the header's, and 0 is the file as a whole."""

    row: int
    column: str
    message: str


class BadSheet(ArchiveError):
    """A file that cannot be imported, with every fault; nothing was written."""

    exit_code = 1

    def __init__(
        self,
        name: str,
        faults: Sequence[Fault],
        columns: Sequence[str] = (),
        conflicts: Sequence[str] = (),
    ) -> None:
        self.faults = tuple(sorted(faults, key=lambda fault: fault.row))
        lines = [_line(fault, columns) for fault in self.faults]
        if conflicts:
            lines += ["in other cells, the file and the archive disagree:", *conflicts]
        super().__init__(
            "\n".join([f"{name}: {counted(len(faults), 'fault')}; nothing was written:", *lines])
        )


def _line(fault: Fault, columns: Sequence[str]) -> str:
    where = f"row {fault.row}" if fault.row else "the file"
    if fault.column in columns:
        where += f", column {letter(columns.index(fault.column))} ({fault.column})"
    elif fault.column:
        where += f", {fault.column}"
    return f"{where}: {fault.message}"


def letter(index: int) -> str:
    """Return what a spreadsheet calls a column, from 0: A to Z, AA and so on."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


class SheetRow(NamedTuple):
    """A row with its number as a spreadsheet shows it, and its cells, None where there is none."""

    number: int
    cells: tuple[Any, ...]


class Sheet(NamedTuple):
    """A file's columns, in lower case, and its rows.

    `is_json` cells may be lists and objects; a file that `is_ascii` may have lost other characters.
    Reading the rows adds what is wrong with them to `faults`.
    """

    name: str
    columns: tuple[str, ...]
    rows: Iterator[SheetRow]
    faults: list[Fault]
    is_json: bool = False
    is_ascii: bool = False


def read_sheet(file: str) -> Sheet:
    """Return the rows of a file, - for standard input. Raises BadSheet or ArchiveError."""
    name = "standard input" if file == "-" else file
    ending = file.rpartition(".")[2].lower()
    if ending in _BOOKS:
        raise ArchiveError(f"cannot read {file}: save it as CSV in UTF-8, and import that")
    text = _decoded(_data(file), name)
    if ending in _LINES or ending == "json" or text.lstrip()[:2].strip() in ("{", "[", "[{", '{"'):
        return _json_sheet(text, name, lines=ending in _LINES)
    return _csv_sheet(text, name)


def _data(file: str) -> bytes:
    try:
        if file == "-":
            return sys.stdin.buffer.read()
        if not os.path.isfile(file):  # a pipe
            with open(file, "rb") as stream:
                return stream.read(MAX_BYTES)
        data = read_bytes(file, MAX_BYTES)
    except FileNotFoundError:
        raise ArchiveError(f"{file} does not exist") from None
    except OSError as error:
        raise ArchiveError(f"cannot read {file}: {error.strerror}") from None
    if data is None:
        raise ArchiveError(f"{file} is larger than {MAX_BYTES // 2**20} MiB: split it")
    return data


def _decoded(data: bytes, name: str) -> str:
    """Return the text of a file in UTF-8, or in UTF-16 with its mark. Raises BadSheet."""
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if not wide and b"\0" in data[:2]:
        message = "the file is not in UTF-8: save it again with the character set UTF-8"
        raise BadSheet(name, [Fault(1, "", message)])
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        legible = data[: error.start].decode("utf-8-sig", "replace")
        row = max(1, sum(1 for _ in csv.reader(io.StringIO(legible, newline=""))))
        message = "a character is not in UTF-8: save the file again with the character set UTF-8"
        raise BadSheet(name, [Fault(row, "", message)]) from None


def _csv_sheet(text: str, name: str) -> Sheet:
    # Excel's own hint at the separator is not a row.
    separators: Sequence[str] = _SEPARATORS
    if hint := _HINT.match(text):
        text, separators = text[hint.end() :], (hint[1], *_SEPARATORS)
    csv.field_size_limit(MAX_BYTES)
    header: list[str] = []
    chosen = _SEPARATORS[0]
    for separator in separators:
        head = csv.reader(io.StringIO(text[:_HEAD], newline=""), delimiter=separator, strict=True)
        try:
            cells = [cell.strip().lower() for cell in next(head, [])]
        except csv.Error:
            continue
        if "id" in cells and len(cells) > len(header):
            header, chosen = cells, separator
    if not header:
        message = "no column “id”: the first row must name the columns, as export writes them"
        raise BadSheet(name, [Fault(1, "", message)])
    while header and not header[-1]:
        header.pop()
    _refuse_columns(name, header)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=chosen, strict=True)
    next(reader)
    faults: list[Fault] = []
    rows = _rows(faults, reader, header)
    return Sheet(name, tuple(header), rows, faults, is_ascii=text.isascii())


def _rows(
    faults: list[Fault], reader: Iterator[list[str]], header: Sequence[str]
) -> Iterator[SheetRow]:
    """Yield the rows but for empty ones, and those that are faulty."""
    number, width, ident = 1, len(header), header.index("id")
    try:
        for number, cells in enumerate(reader, 2):
            if not any(map(str.strip, cells)):
                continue
            is_new = ident < len(cells) and not cells[ident].strip()
            if len(cells) < width and is_new:  # Excel writes no empty cells at the end of some rows
                cells += [""] * (width - len(cells))
            if len(cells) < width or any(map(str.strip, cells[width:])):
                message = f"it has {len(cells)} cells, but the first row has {width}"
                faults.append(Fault(number, "", message))
                continue
            if len(cells) > width:
                cells = cells[:width]
            yield SheetRow(number, tuple(cells))
    except csv.Error as error:
        message = f"its quotation marks are not those of CSV ({error})"
        faults.append(Fault(number + 1, "", message))


def _refuse_columns(name: str, header: Sequence[str]) -> None:
    faults = [
        Fault(1, "", f"column {letter(index)} is called “{column}”, as is an earlier one")
        for index, column in enumerate(header)
        if column and column in header[:index]
    ]
    faults += [
        Fault(1, "", f"column {letter(index)} has no name: name it or delete it")
        for index, column in enumerate(header)
        if not column
    ]
    if faults:
        raise BadSheet(name, faults)


def _json_sheet(text: str, name: str, *, lines: bool) -> Sheet:
    import json

    objects: list[Any] = []
    start = 1
    try:
        if lines or text.lstrip().startswith("{"):
            for start, line in enumerate(text.splitlines(), 1):  # noqa: B007 - for the message
                if line.strip():
                    objects.append(json.loads(line, object_pairs_hook=_unique))
        else:
            objects = json.loads(text, object_pairs_hook=_unique)
    except (ValueError, RecursionError) as error:
        line_number = getattr(error, "lineno", 1) + start - 1
        reason = getattr(error, "msg", None) or str(error)
        raise ArchiveError(f"{name}:{line_number}: not valid JSON: {reason}") from None
    if not isinstance(objects, list) or not all(isinstance(item, dict) for item in objects):
        raise ArchiveError(f"{name}: expected a list of objects, as export writes them")
    columns = tuple(dict.fromkeys(key for item in objects for key in item)) or ("id",)
    rows = (
        SheetRow(number, tuple(map(item.get, columns, [ABSENT] * len(columns))))
        for number, item in enumerate(objects, 1)
    )
    return Sheet(name, columns, rows, [], is_json=True)


ABSENT = object()
"""The cell of an object that lacks a key that others have."""


def _unique(pairs: Sequence[tuple[str, Any]]) -> Mapping[str, Any]:
    mapping = dict(pairs)
    if len(mapping) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"the key “{twice}” occurs twice in an object")
    return mapping
