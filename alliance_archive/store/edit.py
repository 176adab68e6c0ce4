"""One record of a list changed in its own lines, with every other line of its file left as it is.

Comments and layout around the record, and in it around the fields that change, stay byte for byte.
Each edit is checked: apart from that one record, the new text must parse to the same records.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from ..errors import ArchiveError
from ..model.fields import KINDS
from ..model.records import Record, from_plain, plain
from .nodes import Items, Node, Unreadable
from .nodes import Mapping as MappingNode
from .parse import Parsed, parse
from .write import field_lines, record_lines

# Where YAML 1.1 (4.2) ends a line; each line keeps its end.
_LINE = re.compile("[^\r\n\x85\u2028\u2029]*(?:\r\n|[\n\r\x85\u2028\u2029]|\\Z)")


class CannotEdit(ArchiveError):
    """A record written in a form in which it has no lines of its own."""

    def __init__(self, ident: str) -> None:
        super().__init__(
            f"{ident} is written in a way that cannot be changed here. "
            f"To edit it in its file: alliance-archive open {ident}"
        )


class Block(NamedTuple):
    """The lines of a record in its file, counted from 0, `end` exclusive.

    `lines` are those of the whole file, `dash` is the column of the dash before the record, and
    `node` its mapping. A source has no dash: the first line is that of the key above it.
    """

    lines: list[str]
    start: int
    end: int
    dash: int
    node: MappingNode

    @property
    def indent(self) -> int:
        """The column of its keys."""
        return _start_of(self.node)[1]


def _start_of(node: Node) -> tuple[int, int]:
    """Return line and column, from 0, at which a node starts."""
    mark: Any = node.start_mark
    return mark.line, mark.column


def parsed(text: str) -> Parsed:
    """Return the records and problems of a file's text."""
    return parse("", text.encode())


def lines_of(text: str) -> list[str]:
    """Return the lines with their ends, as YAML counts them."""
    return [line for line in _LINE.findall(text) if line]


def block_of(text: str, ident: str) -> Block:
    """Return the lines of a record. Raises CannotEdit if it shares a line with another."""
    return _blocks(text, [ident])[0]


def _blocks(text: str, idents: Collection[str]) -> list[Block]:
    """Return the lines of some records, in the order of the file. Raises CannotEdit."""
    starts = _starts(text)
    lines = lines_of(text)
    blocks: dict[str, Block] = {}
    for index, (line, node) in enumerate(starts):
        if not isinstance(node, MappingNode) or (ident := _id(node)) not in idents:
            continue
        dash = _dash(lines, line, node) or _key(line, node)
        if dash is None or ident is None or ident in blocks:
            continue
        end = len(lines)
        if index + 1 < len(starts):
            end, follower = starts[index + 1]
            if isinstance(follower, MappingNode):
                end = (_dash(lines, end, follower) or (end, 0))[0]
        end = _without_tail(lines, dash[0] + 1, end, dash[1])
        blocks[ident] = Block(lines, dash[0], end, dash[1], node)
    for ident in idents:
        if ident not in blocks:
            raise CannotEdit(ident)
    return list(blocks.values())


def _starts(text: str) -> list[tuple[int, Node | None]]:
    """Return the line, from 0, of each section's key and of each entry below it, in their order."""
    starts: list[tuple[int, Node | None]] = []
    try:
        for item in Items(text.removeprefix("\ufeff").encode(), lambda *_: None):
            start = item.node if item.listed and item.node else item.key
            starts.append((_start_of(start)[0], item.node))
    except Unreadable:
        pass
    return starts


def _id(node: MappingNode) -> str | None:
    pair = node.items.get("id")
    return getattr(pair[1], "value", None) if pair else None


def _dash(lines: Sequence[str], line: int, node: MappingNode) -> tuple[int, int] | None:
    """Return line and column of the dash that opens an entry in block style, None without one."""
    lead = lines[line][: _start_of(node)[1]].removeprefix("\ufeff")
    return (line, lead.index("-")) if re.fullmatch(" *- +", lead) else None


def _key(line: int, node: MappingNode) -> tuple[int, int] | None:
    """Return line and column of the key above a source in block style; None for other records."""
    first, column = _start_of(node)
    return (line, 0) if first > line and column > 0 else None


def _without_tail(lines: Sequence[str], start: int, end: int, column: int) -> int:
    """Return the end without the blank lines and outer comments that belong to what follows."""
    while end > start and _is_outside(lines[end - 1], column):
        end -= 1
    return end


def _is_outside(line: str, column: int) -> bool:
    bare = line.strip()
    return not bare or (bare.startswith("#") and len(line) - len(line.lstrip(" ")) <= column)


def set_fields(text: str, ident: str, values: Mapping[str, Any]) -> str:
    """Return the text with fields of a record set to plain data, or deleted where a value is None.

    Raises CannotEdit if that cannot be done without changing other records.
    """
    return set_records(text, {ident: values})


def set_records(text: str, changes: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the text with fields of several records set, as `set_fields` does for one.

    Raises CannotEdit if that cannot be done without changing other records.
    """
    old = parsed(text)
    records = {ident: _with(_record(old, ident), values) for ident, values in changes.items()}
    new = lines_of(text)
    for block in reversed(_blocks(text, changes)):
        record = records[_id(block.node) or ""]
        try:
            order = [field.name for field in KINDS[record.KIND].fields]
            lines = _edited(block, changes[record.id], order)
        except _SharedLine:
            if KINDS[record.KIND].single:
                raise CannotEdit(record.id) from None
            lines = _as_block(block, record_lines(record, block.indent))
        new[block.start : block.end] = lines
    return _proved(old, "".join(new), records)


def remove(text: str, ident: str) -> str:
    """Return the text without a record's lines. Raises CannotEdit."""
    old = parsed(text)
    block = block_of(text, ident)
    lines, end = block.lines, block.end
    while end < len(lines) and not lines[end].strip():
        end += 1
    # The blank lines below it are deleted too, if one remains above or another entry follows.
    blank_above = block.start > 0 and not lines[block.start - 1].strip()
    entry_below = end < len(lines) and lines[end].startswith(f"{' ' * block.dash}-")
    rest = lines[end if blank_above or entry_below else block.end :]
    return _proved(old, "".join([*lines[: block.start], *rest]), {ident: None})


def restore(text: str, ident: str, entry: str, predecessor: str | None) -> str:
    """Return the text with a deleted statement's lines put back, after its predecessor or first.

    Raises CannotEdit.
    """
    lines = lines_of(text)
    if predecessor is not None:
        index = block_of(text, predecessor).end
        entry = _line_end(lines) + entry
    else:
        index = _section_start(text, ident) + 1
        entry += _line_end(lines)
    restored = "".join([*lines[:index], entry, *lines[index:]])
    _proved(parsed(restored), text, {ident: None})
    return restored


def _section_start(text: str, ident: str) -> int:
    for item in Items(text.removeprefix("\ufeff").encode(), lambda *_: None):
        if item.key.value == "statements":
            return _start_of(item.key)[0]
    raise CannotEdit(ident)


def entry_lines(text: str, ident: str) -> str:
    """Return a record's lines as they are. Raises CannotEdit."""
    block = block_of(text, ident)
    return "".join(block.lines[block.start : block.end])


def entry_source(text: str, ident: str) -> str:
    """Return a record's lines for editing, without indentation and dash. Raises CannotEdit."""
    block = block_of(text, ident)
    first, *more = block.lines[block.start : block.end]
    pad = " " * block.indent
    return "".join([first[block.indent :], *(line.removeprefix(pad) for line in more)])


def replace_entry(text: str, ident: str, source: str) -> str:
    """Return the text with a record's lines, in the form of `entry_source`, replaced, unchecked."""
    block = block_of(text, ident)
    first, *more = [line.rstrip("\r\n") for line in lines_of(source.rstrip() + "\n")]
    pad = " " * block.indent
    opening = f"{pad[: block.dash]}-{' ' * (block.indent - block.dash - 1)}{first}"
    new = _as_block(block, [opening, *(f"{pad}{line}".rstrip() for line in more)])
    return _spliced(block, new)


def new_errors(old_text: str, new_text: str, ident: str) -> list[str]:
    """Return the errors caused by an edit of a record, with their lines counted in the record."""
    block = block_of(old_text, ident)
    start = block.start
    old_codes = {problem.code for problem in parsed(old_text).problems}
    end = block.end + len(lines_of(new_text)) - len(block.lines)
    return [
        f"line {problem.line - start}: {problem.message}"
        if start < problem.line <= end
        else problem.message
        for problem in parsed(new_text).problems
        if problem.severity == "error"
        and (start < problem.line <= end or problem.code not in old_codes)
    ]


def replacement(old_text: str, new_text: str, ident: str) -> Record | None:
    """Return the record that an edit has put in place of another; None if anything else differs."""
    content = parsed(old_text)
    old = [entry.record for entry in content.records]
    new = [entry.record for entry in parsed(new_text).records]
    index = old.index(_record(content, ident))
    same = len(new) == len(old) and old[:index] + old[index + 1 :] == new[:index] + new[index + 1 :]
    return new[index] if same else None


class _SharedLine(Exception):
    """Two fields share a line."""


def _edited(block: Block, values: Mapping[str, Any], order: list[str]) -> list[str]:
    """Return the block's lines with the fields changed. Raises _SharedLine."""
    edited = block.lines[block.start : block.end]
    spans = _spans(block)
    edits: list[tuple[int, int, list[str]]] = []
    for name, value in values.items():
        new = [] if value is None else field_lines(name, value, block.indent)
        if name in spans:
            edits.append((*spans[name], new))
        elif new:
            ends = [spans[field][1] for field in order[: order.index(name)] if field in spans]
            line = max(ends, default=1)
            edits.append((line, line, new))
    for start, end, new in sorted(edits, reverse=True):
        if start == 0:
            raise _SharedLine  # the field is on the line of the dash
        edited[start:end] = _ended(block.lines, new)
    return edited


def _spans(block: Block) -> dict[str, tuple[int, int]]:
    """Return the lines of each field within the block. Raises _SharedLine."""
    starts = {name: _start_of(key)[0] for name, (key, _) in block.node.items.items()}
    ordered = sorted(starts.items(), key=lambda start: start[1])
    lines = [line for _, line in ordered]
    if len(set(lines)) < len(lines):
        raise _SharedLine
    spans: dict[str, tuple[int, int]] = {}
    for (name, line), end in zip(ordered, [*lines[1:], block.end], strict=True):
        last = _without_tail(block.lines, line + 1, end, block.indent)
        spans[name] = line - block.start, last - block.start
    return spans


def _spliced(block: Block, new: Sequence[str]) -> str:
    return "".join([*block.lines[: block.start], *new, *block.lines[block.end :]])


def _as_block(block: Block, new: list[str]) -> list[str]:
    """Return new lines for the whole block, with the line ends of the file."""
    ended = _ended(block.lines, new)
    if not block.lines[block.end - 1].endswith(("\n", "\r")) and block.end == len(block.lines):
        ended[-1] = ended[-1].rstrip("\r\n")
    return ended


def _line_end(lines: Sequence[str]) -> str:
    return "\r\n" if lines and lines[0].endswith("\r\n") else "\n"


def _ended(lines: Sequence[str], new: Sequence[str]) -> list[str]:
    """Return new lines with the line ends of the file."""
    return [line + _line_end(lines) for line in new]


def _record(content: Parsed, ident: str) -> Record:
    for entry in content.records:
        record: Record = entry.record
        if record.id == ident:
            return record
    raise CannotEdit(ident)


def _with(record: Record, values: Mapping[str, Any]) -> Record:
    """Return the record with the values; a field set to None gets its default."""
    data = {**plain(record), **values}
    data = {name: value for name, value in data.items() if value is not None}
    try:
        changed: Record = from_plain(type(record), data)
    except TypeError:  # a required field was deleted
        raise CannotEdit(record.id) from None
    return changed


def _proved(old: Parsed, text: str, expected: Mapping[str, Record | None]) -> str:
    """Return the text. Raises CannotEdit if it changes any other record, or adds an error.

    `expected` are the changed records, None for one that is gone.
    """
    new = parsed(text)
    records: list[Record | None] = []
    for entry in old.records:
        records.append(expected.get(entry.record.id, entry.record))
    errors = {problem.code for problem in new.problems}
    errors -= {problem.code for problem in old.problems}
    kept = [record for record in records if record]
    if [entry.record for entry in new.records] != kept or new.unread or errors:
        raise CannotEdit(next(iter(expected)))
    return text
