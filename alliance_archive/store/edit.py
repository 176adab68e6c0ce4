"""One statement of a source file changed in its own lines, every other line left as it is.

What a person has written around a statement, and within it beside the fields that change, stays
byte for byte. Each edit is proved: the new text must parse to the same records but for the one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from ..errors import ArchiveError
from ..model.fields import STATEMENT
from ..model.records import Record, Statement
from .nodes import Items, Node, Unreadable
from .nodes import Mapping as MappingNode
from .parse import Parsed, parse
from .write import field_lines, statement_lines

# Where YAML 1.1 (4.2) ends a line; each line keeps its end.
_LINE = re.compile("[^\r\n\x85\u2028\u2029]*(?:\r\n|[\n\r\x85\u2028\u2029]|\\Z)")


class CannotEdit(ArchiveError):
    """A statement written in a form in which no single lines are its own."""

    def __init__(self, ident: str) -> None:
        super().__init__(
            f"{ident} is written in a form that cannot be changed here: open it with `open {ident}`"
        )


class Block(NamedTuple):
    """The lines of a statement in its file, counted from 0, `end` exclusive.

    `dash` is the column of the dash before it, `node` its mapping.
    """

    start: int
    end: int
    dash: int
    node: MappingNode

    @property
    def indent(self) -> int:
        """The column of its keys."""
        mark: Any = self.node.start_mark
        return int(mark.column)


def read(text: str) -> Parsed:
    """The records and problems of a file's text."""
    return parse("", text.encode())


def lines_of(text: str) -> list[str]:
    """The lines with their ends, as YAML counts them."""
    return [line for line in _LINE.findall(text) if line]


def block_of(text: str, ident: str) -> Block:
    """The lines of a statement. Raises CannotEdit where they are not its own."""
    starts = _starts(text)
    lines = lines_of(text)
    for place, (line, node) in enumerate(starts):
        if not isinstance(node, MappingNode) or _id(node) != ident:
            continue
        dash = _dash(lines, line, node)
        if dash is None:
            break
        end = starts[place + 1][0] if place + 1 < len(starts) else len(lines)
        if place + 1 < len(starts) and isinstance(starts[place + 1][1], MappingNode):
            following = _dash(lines, *starts[place + 1])  # type: ignore[arg-type]
            end = following[0] if following else end
        return Block(dash[0], _without_tail(lines, dash[0] + 1, end, dash[1]), dash[1], node)
    raise CannotEdit(ident)


def _starts(text: str) -> list[tuple[int, Node | None]]:
    """The line, from 0, of each section's key and of each entry below it, in their order."""
    found: list[tuple[int, Node | None]] = []
    try:
        for item in Items(text.removeprefix("\ufeff").encode(), lambda *_: None):
            of: Any = item.key if item.node is None or not item.listed else item.node
            found.append((of.start_mark.line, item.node if item.listed else None))
    except Unreadable:
        pass
    return found


def _id(node: MappingNode) -> str | None:
    held = node.items.get("id")
    return getattr(held[1], "value", None) if held else None


def _dash(lines: Sequence[str], line: int, node: MappingNode) -> tuple[int, int] | None:
    """The line and column of the dash that opens an entry of block style; None if none does."""
    mark: Any = node.start_mark
    before = lines[line][: mark.column].removeprefix("\ufeff")
    if re.fullmatch(" *- +", before):
        return line, before.index("-")
    return None


def _without_tail(lines: Sequence[str], start: int, end: int, column: int) -> int:
    """The end without the blank lines and outer comments that belong to what follows."""
    while end > start and _outside(lines[end - 1], column):
        end -= 1
    return end


def _outside(line: str, column: int) -> bool:
    bare = line.strip()
    return not bare or (bare.startswith("#") and len(line) - len(line.lstrip(" ")) <= column)


def changed(text: str, ident: str, values: Mapping[str, Any]) -> str:
    """The text with fields of a statement set, or with None taken away; see `statement_values`.

    Raises CannotEdit where that cannot be done without touching other records.
    """
    before = read(text)
    wanted = _with(_statement(before, ident), values)
    block = block_of(text, ident)
    lines = lines_of(text)
    try:
        own = _edited(lines, block, values)
    except _NoLines:
        own = _whole(lines, block, statement_lines(wanted, indent=block.indent))
    made = "".join([*lines[: block.start], *own, *lines[block.end :]])
    _prove(before, made, ident, [wanted])
    return made


def without(text: str, ident: str) -> str:
    """The text without a statement's lines. Raises CannotEdit."""
    before = read(text)
    block = block_of(text, ident)
    lines = lines_of(text)
    end = block.end
    while end < len(lines) and not lines[end].strip():
        end += 1
    # Of the blank lines around it those below go too, where that leaves one above or an entry.
    above = block.start > 0 and not lines[block.start - 1].strip()
    below = end < len(lines) and lines[end].startswith(f"{' ' * block.dash}-")
    made = "".join([*lines[: block.start], *lines[end if above or below else block.end :]])
    _prove(before, made, ident, [])
    return made


def put_back(text: str, ident: str, lines: str, after: str | None) -> str:
    """The text with a statement's lines again, behind another or first. Raises CannotEdit."""
    held = lines_of(text)
    if after is not None:
        at = block_of(text, after).end
        lines = _line_end(held) + lines
    else:
        at = _opening(text, ident) + 1
        lines += _line_end(held)
    made = "".join([*held[:at], lines, *held[at:]])
    _prove(read(made), text, ident, [])
    return made


def _opening(text: str, ident: str) -> int:
    for item in Items(text.removeprefix("\ufeff").encode(), lambda *_: None):
        if item.key.value == "statements":
            mark: Any = item.key.start_mark
            return int(mark.line)
    raise CannotEdit(ident)


def source_of(text: str, ident: str) -> str:
    """A statement's lines set in by nothing, the dash taken away, to be edited."""
    block = block_of(text, ident)
    first, *more = lines_of(text)[block.start : block.end]
    pad = " " * block.indent
    lines = [first[block.indent :], *(line.removeprefix(pad) for line in more)]
    return "".join(lines)


def rewritten(text: str, ident: str, source: str) -> str:
    """The text with other lines for a statement, as `source_of` gives them; nothing is proved."""
    block = block_of(text, ident)
    lines = lines_of(text)
    first, *more = [line.rstrip("\r\n") for line in lines_of(source.rstrip() + "\n")]
    pad = " " * block.indent
    entry = f"{pad[: block.dash]}-{' ' * (block.indent - block.dash - 1)}{first}"
    own = _whole(lines, block, [entry, *(f"{pad}{line}".rstrip() for line in more)])
    return "".join([*lines[: block.start], *own, *lines[block.end :]])


def faults(text: str, made: str, ident: str) -> list[str]:
    """The errors of a text rewritten that were not there before, by the line of the statement."""
    start = block_of(text, ident).start
    before = {each.code for each in read(text).problems}
    lines = len(lines_of(made)) - len(lines_of(text)) + block_of(text, ident).end - start
    return [
        f"line {each.line - start}: {each.message}"
        if start < each.line <= start + lines
        else each.message
        for each in read(made).problems
        if each.severity == "error"
        and (start < each.line <= start + lines or each.code not in before)
    ]


def exchanged(text: str, made: str, ident: str) -> Statement | None:
    """The statement that stands in the place of another; None if anything else differs."""
    before = [each.record for each in read(text).records]
    after = [each.record for each in read(made).records]
    place = before.index(_statement(read(text), ident))
    new = after[place] if len(after) == len(before) else None
    same = after[:place] == before[:place] and after[place + 1 :] == before[place + 1 :]
    return new if same and isinstance(new, Statement) else None


class _NoLines(Exception):
    """Two fields share a line."""


def _edited(lines: Sequence[str], block: Block, values: Mapping[str, Any]) -> list[str]:
    own = list(lines[block.start : block.end])
    spans = _spans(lines, block)
    order = [field.name for field in STATEMENT.fields]
    edits: list[tuple[int, int, list[str]]] = []
    for name, value in values.items():
        new = [] if value is None else field_lines(name, value, block.indent)
        if name in spans:
            edits.append((*spans[name], new))
        elif new:
            earlier = [spans[each][1] for each in order[: order.index(name)] if each in spans]
            edits.append((max(earlier, default=1), max(earlier, default=1), new))
    for start, end, new in sorted(edits, reverse=True):
        if start == 0:
            raise _NoLines  # the field stands behind the dash
        own[start:end] = _ended(new, _line_end(lines))
    return own


def _spans(lines: Sequence[str], block: Block) -> dict[str, tuple[int, int]]:
    """The lines of each field within the block. Raises _NoLines where fields share one."""
    starts: dict[str, int] = {}
    for name, (key, _) in block.node.items.items():
        mark: Any = key.start_mark
        starts[name] = mark.line - block.start
    ordered = sorted(starts.items(), key=lambda each: each[1])
    if len({line for _, line in ordered}) < len(ordered):
        raise _NoLines
    ends = [line for _, line in ordered[1:]] + [block.end - block.start]
    return {
        name: (
            line,
            _without_tail(lines, block.start + line + 1, block.start + end, block.indent)
            - block.start,
        )
        for (name, line), end in zip(ordered, ends, strict=True)
    }


def _whole(lines: Sequence[str], block: Block, new: list[str]) -> list[str]:
    made = _ended(new, _line_end(lines))
    if not lines[block.end - 1].endswith(("\n", "\r")) and block.end == len(lines):
        made[-1] = made[-1].rstrip("\r\n")
    return made


def _line_end(lines: Sequence[str]) -> str:
    return "\r\n" if lines and lines[0].endswith("\r\n") else "\n"


def _ended(new: list[str], end: str) -> list[str]:
    return [line + end for line in new]


def _statement(parsed: Parsed, ident: str) -> Statement:
    for each in parsed.records:
        if isinstance(each.record, Statement) and each.record.id == ident:
            return each.record
    raise CannotEdit(ident)


def _with(statement: Statement, values: Mapping[str, Any]) -> Statement:
    made: dict[str, Any] = {}
    for name, value in values.items():
        made[name] = tuple(value) if isinstance(value, list) else value
        if value is None and name == "status":
            made[name] = "reviewed"
        elif value is None and name in ("voiced_by", "topics"):
            made[name] = ()
    return replace(statement, **made)


def _prove(before: Parsed, made: str, ident: str, wanted: Sequence[Record]) -> None:
    """Raises CannotEdit unless the new text holds the same records, but for the one."""
    after = read(made)
    expected: list[Record] = []
    for each in before.records:
        own = isinstance(each.record, Statement) and each.record.id == ident
        expected += wanted if own else [each.record]
    errors = {each.code for each in after.problems} - {each.code for each in before.problems}
    if [each.record for each in after.records] != expected or after.unread or errors:
        raise CannotEdit(ident)
