"""The cells of a spreadsheet that hold a record's fields, and the YAML that their text means.

A field is one column; a place or a passage has one for each part, such as place_country; quotations
have three: quotes, quote_starts and quote_ends. Lists are joined as in any CSV of ours. What a cell
says is read by `store.values`, as if it were in a file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple
from zlib import crc32

from ..errors import ArchiveError
from ..model import fields
from ..model.fields import KINDS, UNLISTED, Field
from ..render.columns import joined, split_list

BASE = "base"
"""The column with the digests of a row's cells as they were exported."""
QUOTES = {"quotes": "exact", "quote_starts": "start", "quote_ends": "end"}
_LISTS = fields.LISTS | {fields.MAPPING}


class CellField(NamedTuple):
    """What a column holds: a field, or of an object or of quotations one part."""

    field: Field
    part: Field | None = None

    @property
    def is_list(self) -> bool:
        """Whether its text is a joined list."""
        return self.field.type in _LISTS

    @property
    def type(self) -> str:
        """The type of its values."""
        return (self.part or self.field).type


class BadCell(ArchiveError):
    """A cell whose text cannot be a value of its field; `column` is its name, if it is known."""

    def __init__(self, message: str, column: str = "") -> None:
        super().__init__(message)
        self.column = column


@cache
def cell_fields(kind: str) -> Mapping[str, CellField]:
    """Return what each column of a kind of record holds, in their order."""
    columns: dict[str, CellField] = {}
    for field in KINDS[kind].fields:
        if field.name == "quotes":
            parts = {part.name: part for part in field.fields}
            columns |= {key: CellField(field, parts[part]) for key, part in QUOTES.items()}
        elif field.type == fields.OBJECT and field.name not in UNLISTED:
            for part in field.fields:
                columns[f"{field.name}_{part.name}"] = CellField(field, part)
        elif field.name not in UNLISTED:
            columns[field.name] = CellField(field)
    return columns


def cells_of(kind: str, values: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the cells of a record's plain values, in the order of `cell_fields`."""
    return tuple([_cell(cell, values.get(cell.field.name)) for cell in cell_fields(kind).values()])


def _cell(cell: CellField, value: Any) -> str:
    if value is None or value == []:
        return ""
    if cell.part and isinstance(value, list):
        return joined(tuple([part[cell.part.name] for part in value]))
    if cell.part:
        return str(value.get(cell.part.name, ""))
    if cell.field.type == fields.MAPPING:
        return joined(tuple([f"{key}: {part}" for key, part in value.items()]))
    if isinstance(value, list):
        from .write import inline

        return joined(tuple([inline("", p) if isinstance(p, dict) else p for p in value]))
    return str(value)


def text_of(cell: CellField, data: Any) -> str:
    """Return the text of a cell that JSON has as data. Raises BadCell."""
    if data is None:
        return ""
    if isinstance(data, bool | float):
        raise BadCell(f"expected text, not {str(data).lower()}: put it in quotation marks")
    if isinstance(data, list) and cell.is_list and not any(isinstance(p, list) for p in data):
        from .write import inline

        parts = [inline("", p) if isinstance(p, dict) else text_of(cell, p) for p in data]
        return joined(tuple(parts))
    if isinstance(data, dict) and cell.field.type == fields.MAPPING:
        return joined(tuple([f"{key}: {part}" for key, part in data.items()]))
    if isinstance(data, list | dict):
        shape = "a list" if isinstance(data, list) else "an object"
        raise BadCell(f"expected text, not {shape}")
    return str(data)


def flat_cells(kind: str, column: str, data: Any) -> dict[str, str]:
    """Return the cells of a column of JSON, whose objects are several. Raises BadCell."""
    columns = cell_fields(kind)
    if cell := columns.get(column):
        if column != "quotes" or not isinstance(data, list) or dict not in map(type, data):
            return {column: text_of(cell, data)}
        if not all(isinstance(quote, dict) for quote in data):
            raise BadCell("expected objects with exact, start and end, or only texts")
        inner = {part.name: CellField(part) for part in cell.field.fields}
        parts = {
            key: [text_of(inner[part], quote.get(part)) for quote in data]
            for key, part in QUOTES.items()
        }
        return {key: joined(tuple(values)) for key, values in parts.items()}
    part_cells = {
        key: cell for key, cell in columns.items() if cell.part and cell.field.name == column
    }
    if part_cells and isinstance(data, dict | None):
        data = data or {}
        return {
            key: text_of(cell, data.get(cell.part.name))
            for key, cell in part_cells.items()
            if cell.part
        }
    if isinstance(data, dict) or (
        isinstance(data, list) and not all(isinstance(part, str | int | None) for part in data)
    ):
        raise BadCell("expected text or a list of texts")
    if isinstance(data, list):
        return {column: joined(tuple(data))}
    return {column: "" if data is None else str(data)}


def data_of(cell: CellField, text: str) -> Any:
    """Return what JSON has for the text of a cell."""
    if cell.is_list:
        parts = split_list(text)
        return tuple(map(int, parts)) if cell.type == fields.NUMBER else parts
    return (int(text) if cell.type == fields.NUMBER else text) if text else None


def digest(column: str, cell: str) -> str:
    """Return a short digest of a cell; it tells changes, and is not meant against people."""
    return f"{crc32(f'{column}={cell}'.encode('utf-8', 'replace')):x}"


def base_of(columns: Sequence[str], cells: Sequence[str]) -> str:
    """Return the digests of a row's cells in one text, which no spreadsheet takes for a number."""
    return " ".join([BASE, *map(digest, columns, cells)])


def nodes_of(kind: str, cells: Mapping[str, str]) -> Iterator[tuple[str, str, Any]]:
    """Yield each field that some columns give, its first column, and its node; None if empty.

    Raises BadCell.
    """
    columns = cell_fields(kind)
    by_field: dict[str, dict[str, str]] = {}
    for key in cells:
        by_field.setdefault(columns[key].field.name, {})[key] = cells[key]
    for name, texts in by_field.items():
        key = next(iter(texts))
        try:
            yield name, key, _node(columns[key].field, texts, columns)
        except BadCell as error:
            raise BadCell(str(error), key) from None


def _node(field: Field, texts: Mapping[str, str], columns: Mapping[str, CellField]) -> Any:
    if field.name == "quotes":
        return _quotes(texts)
    if field.type == fields.OBJECT:
        parts = {columns[key].part: text for key, text in texts.items() if text.strip()}
        return _mapping({part.name: _scalar(text) for part, text in parts.items() if part})
    (text,) = texts.values()
    if not text.strip():
        return _sequence([]) if field.required and field.type in fields.LISTS else None
    if field.type == fields.MAPPING:
        pairs = [part.partition(":") for part in split_list(text)]
        return _mapping({key.strip(): _scalar(value.strip()) for key, _, value in pairs})
    if field.type == fields.OBJECTS:
        return _sequence([_flow(part) for part in split_list(text)])
    if field.type in fields.LISTS:
        return _sequence([_scalar(part.strip()) for part in _parts(field, text)])
    return _scalar(text.strip())


def _parts(field: Field, text: str) -> Sequence[str]:
    """Return the parts of a list as people type it: ids and codes contain no semicolon."""
    if field.type == fields.TEXTS:
        return split_list(text)
    return [part for part in text.replace("\n", ";").split(";") if part.strip()]


def _quotes(texts: Mapping[str, str]) -> Any:
    lists = {QUOTES[key]: split_list(text) for key, text in texts.items()}
    counts = {len(parts) for parts in lists.values()}
    if len(counts) > 1 or len(lists) < len(QUOTES):
        lengths = ", ".join(f"{key} has {len(split_list(text))}" for key, text in texts.items())
        raise BadCell(f"each quotation needs a start and an end: {lengths}")
    if counts == {0}:
        return None
    rows = zip(*lists.values(), strict=True)
    return _sequence([_mapping(dict(zip(lists, map(_scalar, row), strict=True))) for row in rows])


def _scalar(text: str) -> Any:
    from yaml.events import ScalarEvent

    return ScalarEvent(None, None, (False, True), text)


def _sequence(items: list[Any]) -> Any:
    from .nodes import Sequence as SequenceNode

    return SequenceNode(None, items)


def _mapping(items: Mapping[str, Any]) -> Any:
    from .nodes import Mapping as MappingNode

    if not items:
        return None
    return MappingNode(None, {name: (_scalar(name), value) for name, value in items.items()})


def _flow(text: str) -> Any:
    """Return the node of a mapping in flow style. Raises BadCell."""
    from .nodes import Items, Unreadable

    problems: list[str] = []
    try:
        items = list(Items(f"x: {text}".encode(), lambda _node, _code, why: problems.append(why)))
    except Unreadable:
        items = []
    if problems or len(items) != 1 or "\n" in text:
        why = problems[0] if problems else "write {key: value, key: value}"
        raise BadCell(f"cannot read “{text}”: {why}")
    return items[0].node
