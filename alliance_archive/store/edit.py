"""One record of a list changed in its own lines, with every other line of its file left as it is.

Comments and layout around the record, and in it around the fields that change, stay byte for byte.
Each edit is checked: apart from that one record, the new text must parse to the same records.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ..errors import ArchiveError
from ..model.fields import KINDS
from ..model.records import Record, Source, Statement, plain, with_values
from .nodes import Item, Items, Node, Unreadable, start_of
from .nodes import Mapping as MappingNode
from .parse import Parsed, parse
from .splices import (
    Layout,
    NotInPlace,
    Splice,
    dash_of,
    line_end_of,
    lines_of,
    spliced,
    without_tail,
)
from .write import statement_lines


class CannotEdit(ArchiveError):
    """A record written in a form in which it has no lines of its own."""

    def __init__(self, ident: str, place: str = "") -> None:
        self.ident = ident
        at = f" ({place})" if place else ""
        super().__init__(
            f"{ident}{at} is written in a way that cannot be changed here. "
            f"To edit it in its file: alliance-archive open {ident}"
        )


class RecordLines(NamedTuple):
    """The lines of a record in its file, counted from 0, `end` exclusive.

    `lines` are those of the whole file, `dash` is the column of the dash before the record, and
    `indent` that of its keys.
    """

    lines: list[str]
    start: int
    end: int
    dash: int
    indent: int


def parsed(text: str) -> Parsed:
    """Return the records and problems of a file's text."""
    return parse("", text.encode())


def block_of(text: str, ident: str) -> RecordLines:
    """Return the lines of a record. Raises CannotEdit if it shares a line with another."""
    lines, items = lines_of(text), _items(text)
    for position, item in enumerate(items):
        if item.in_list and item.node and _id(item) == ident:
            if (dash := dash_of(lines, item.node)) is None:
                break
            line, indent = start_of(item.node)
            return RecordLines(lines, line, _end_of(lines, items, position, dash), dash, indent)
    raise CannotEdit(ident)


def _items(text: str) -> list[Item]:
    """Return each section and each entry of a list below it, as far as the file can be read."""
    items: list[Item] = []
    with contextlib.suppress(Unreadable):
        items += Items(text.removeprefix("\ufeff").encode(), lambda *_: None)
    return items


def _id(item: Item) -> str | None:
    """Return the id of a record; None if it is not a mapping, or has none."""
    pair = item.node.items.get("id") if isinstance(item.node, MappingNode) else None
    return getattr(pair[1], "value", None) if pair else None


def _line_of(item: Item) -> int:
    """Return the line, from 0, of an entry of a list, or of a section's key."""
    return start_of(item.node if item.node and item.in_list else item.key)[0]


def _end_of(lines: Sequence[str], items: Sequence[Item], position: int, column: int) -> int:
    """Return the line after an item's last; comments up to a column belong to what follows."""
    line = _line_of(items[position])
    starts = map(_line_of, items[position + 1 :])
    end = next((start for start in starts if start > line), len(lines))
    return without_tail(lines, line + 1, end, column)


class Edited(NamedTuple):
    """A file's new text, and the records and problems in it."""

    text: str
    parsed: Parsed


def set_fields(text: str, ident: str, values: Mapping[str, Any]) -> str:
    """Return the text with fields of a record set to plain data, or deleted where a value is None.

    Raises CannotEdit if that cannot be done without changing other records.
    """
    return changed_records(text, {ident: values}).text


def changed_records(text: str, changes: Mapping[str, Mapping[str, Any]], path: str = "") -> Edited:
    """Return the text with fields of several records set, as `set_fields` does it, and its records.

    `path` names the file in problems. Raises CannotEdit.
    """
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    items: list[Item] = []
    old = parse(path, text.encode("utf-8", "surrogateescape"), items)
    records = {record.id: record for record, _ in old.records}
    layout = Layout(text.removeprefix(mark))
    splices: list[Splice] = []
    pending = dict(changes)
    for position, item in enumerate(items):
        ident = _id(item)
        values = pending.pop(ident, None) if ident in records else None
        if values is None or ident is None:
            continue
        assert isinstance(item.node, MappingNode)
        try:
            end = _end_of(layout.lines, items, position, _outer_column(layout, item))
            fields = KINDS[records[ident].KIND].fields
            splices += layout.changes(item.node, fields, plain(records[ident]), values, end)
        except NotInPlace:
            raise CannotEdit(ident, _place(path, item.node)) from None
    for ident in pending:
        raise CannotEdit(ident)
    new_text = mark + spliced(layout.text, splices)
    expected = [_with(record, changes.get(record.id)) for record, _ in old.records]
    if source := next((record for record in expected if isinstance(record, Source)), None):
        expected = [
            record._replace(source=source.id) if isinstance(record, Statement) else record
            for record in expected
        ]
    new = parse(path, new_text.encode("utf-8", "surrogateescape"))
    if [record for record, _ in new.records] != expected or new.unread:
        raise CannotEdit(next(iter(changes)))
    return Edited(new_text, new)


def _outer_column(layout: Layout, item: Item) -> int:
    """Return the column up to which comments below a record do not belong to it.

    Raises NotInPlace if it has no lines of its own.
    """
    if item.faulty or item.node is None:
        raise NotInPlace
    if not item.in_list:
        return start_of(item.node)[1] if layout.is_flow(item.node) else 0
    if (dash := dash_of(layout.lines, item.node)) is None:
        raise NotInPlace
    return dash


def _place(path: str, node: Node) -> str:
    return f"{path}:{start_of(node)[0] + 1}" if path else ""


def without(text: str, ident: str) -> str:
    """Return the text without a record, the comment lines directly above it, and unchecked.

    A source goes with its key. Raises CannotEdit.
    """
    lines, items = lines_of(text), _items(text)
    for position, item in enumerate(items):
        if not item.in_list and _id(item) == ident:
            end = _end_of(lines, items, position, 0)
            return "".join([*lines[: _line_of(item)], *lines[end:]])
    block = block_of(text, ident)
    start = block.start
    while start > 0 and block.lines[start - 1].lstrip(" ").startswith("#"):
        start -= 1
    return _cut(block, start)


def remove(text: str, ident: str) -> str:
    """Return the text without a record's lines. Raises CannotEdit."""
    old = parsed(text)
    block = block_of(text, ident)
    return _proved(old, _cut(block, block.start), ident)


def _cut(block: RecordLines, start: int) -> str:
    """Return the text without a block's lines, and those above it from a line on."""
    lines, end = block.lines, block.end
    while end < len(lines) and not lines[end].strip():
        end += 1
    # The blank lines below it are deleted too, if one remains above or another entry follows.
    blank_above = start > 0 and not lines[start - 1].strip()
    entry_below = end < len(lines) and lines[end].startswith(f"{' ' * block.dash}-")
    rest = lines[end if blank_above or entry_below else block.end :]
    return "".join([*lines[:start], *rest])


def restore(text: str, ident: str, entry: str, predecessor: str | None) -> str:
    """Return the text with a deleted statement's lines put back, after its predecessor or first.

    Raises CannotEdit.
    """
    lines = lines_of(text)
    if predecessor is not None:
        index = block_of(text, predecessor).end
        entry = line_end_of(lines) + entry
    else:
        index = _section_start(text, ident) + 1
        entry += line_end_of(lines)
    restored = "".join([*lines[:index], entry, *lines[index:]])
    _proved(parsed(restored), text, ident)
    return restored


def insert(text: str, statement: Statement, reported: str, neighbor: str) -> str:
    """Return the text with a statement added where its passage is among those of the others.

    Its lines are indented as those of `neighbor` are; a comment shows the reported words where the
    summary is empty. Raises CannotEdit.
    """
    block = block_of(text, neighbor)
    others = [entry.record for entry in parsed(text).records]
    earlier = [
        record.id
        for record in others
        if isinstance(record, Statement) and record.anchor.start <= statement.anchor.start
    ]
    entry = "".join(_ended(block.lines, statement_lines(statement, reported, block.indent)))
    return restore(text, statement.id, entry, earlier[-1] if earlier else None)


def _section_start(text: str, ident: str) -> int:
    for item in _items(text):
        if item.key.value == "statements":
            return _line_of(item)
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
    new = _ended(block.lines, [opening, *(f"{pad}{line}".rstrip() for line in more)])
    if not block.lines[block.end - 1].endswith(("\n", "\r")) and block.end == len(block.lines):
        new[-1] = new[-1].rstrip("\r\n")
    return "".join([*block.lines[: block.start], *new, *block.lines[block.end :]])


def new_errors(old_text: str, new_text: str, ident: str) -> list[str]:
    """Return the errors caused by an edit of a record, with their lines counted in the record."""
    block = block_of(old_text, ident)
    start = block.start
    old_codes = parsed(old_text).codes
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
    old, new = ([entry.record for entry in parsed(text).records] for text in (old_text, new_text))
    index = next((n for n, record in enumerate(old) if _is_entry(record, ident)), None)
    if index is None:
        raise CannotEdit(ident)
    same = len(new) == len(old) and old[:index] + old[index + 1 :] == new[:index] + new[index + 1 :]
    return new[index] if same else None


def _ended(lines: Sequence[str], new: Sequence[str]) -> list[str]:
    """Return new lines with the line ends of the file."""
    return [line + line_end_of(lines) for line in new]


def _is_entry(record: Record, ident: str) -> bool:
    """Return whether a record of a list has an id."""
    return record.id == ident and not KINDS[record.KIND].single


def _with(record: Record, values: Mapping[str, Any] | None) -> Record:
    try:
        changed: Record = with_values(record, values) if values else record
    except TypeError:  # a required field was deleted
        raise CannotEdit(record.id) from None
    return changed


def _proved(old: Parsed, text: str, ident: str) -> str:
    """Return the text. Raises CannotEdit if it lacks more than one record, or adds an error."""
    new = parsed(text)
    rest = [entry.record for entry in old.records if not _is_entry(entry.record, ident)]
    if [entry.record for entry in new.records] != rest or new.unread or new.codes - old.codes:
        raise CannotEdit(ident)
    return text
