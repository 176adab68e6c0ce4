"""The characters of a file that must change when fields of a record do, and no others.

Scalars and the entries of lists are replaced where they stand, so that quoting, spaces and comments
around them stay. Only a value over several lines is written again, with all of its lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from yaml.events import ScalarEvent

from ..model.fields import Field
from .nodes import Mapping as MappingNode
from .nodes import Node, start_of
from .nodes import Sequence as SequenceNode
from .write import entry_lines, field_lines, inline

# Where YAML 1.1 (4.2) ends a line; each line keeps its end.
_LINE = re.compile("[^\r\n\x85\u2028\u2029]*(?:\r\n|[\n\r\x85\u2028\u2029]|\\Z)")
_QUOTES = "\"'"


class Splice(NamedTuple):
    """Characters from `start` to `end`, in code points of the text, and what replaces them."""

    start: int
    end: int
    new: str


class _Setting(NamedTuple):
    """A field that is set: plain data before and after, and the fields that precede it."""

    name: str
    field: Field | None
    preceding: Sequence[str]
    old: Any
    new: Any


class NotInPlace(Exception):
    """A value written in a form in which it has no characters or lines of its own."""


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """Return the text with the splices made; those at one place in their order."""
    parts, position = [], 0
    for start, end, new in sorted(splices, key=lambda splice: splice[:2]):
        parts += [text[position:start], new]
        position = end
    return "".join([*parts, text[position:]])


def lines_of(text: str) -> list[str]:
    """Return the lines with their ends, as YAML counts them."""
    return [line for line in _LINE.findall(text) if line]


def line_end_of(lines: Sequence[str]) -> str:
    """Return how lines end: as the first does."""
    return "\r\n" if lines and lines[0].endswith("\r\n") else "\n"


def without_tail(lines: Sequence[str], start: int, end: int, column: int) -> int:
    """Return the end without the blank lines and outer comments that belong to what follows."""
    while end > start and _is_outside(lines[end - 1], column):
        end -= 1
    return end


def _is_outside(line: str, column: int) -> bool:
    bare = line.strip()
    return not bare or (bare.startswith("#") and len(line) - len(line.lstrip(" ")) <= column)


def dash_of(lines: Sequence[str], node: Node) -> int | None:
    """Return the column of the dash that opens an entry of a list, None if it is not before it."""
    line, column = start_of(node)
    lead = lines[line][:column].removeprefix("\ufeff")
    return lead.index("-") if re.fullmatch(" *- +", lead) else None


class Layout:
    """A text without a byte order mark, and where its lines begin, in code points."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = lines_of(text)
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line))
        self.line_end = line_end_of(self.lines)

    def is_flow(self, node: Node) -> bool:
        """Return whether a mapping or list is written with { } or [ ]."""
        return self.text[_start(node)] in "{["

    def on_one_line(self, node: Node) -> bool:
        """Return whether a value that is not in block style is on one line."""
        mark: Any = node.start_mark
        end: Any = node.end_mark
        return bool(mark.line == end.line)

    def insertion(self, line: int, new: Sequence[str]) -> Splice:
        """Return the splice that inserts lines before a line, counted from 0."""
        index = self.starts[line]
        if self.text[:index].endswith(("\n", "\r")) or not index:
            return Splice(index, index, "".join(f"{row}{self.line_end}" for row in new))
        return Splice(index, index, "".join(f"{self.line_end}{row}" for row in new))

    def changes(
        self,
        node: MappingNode,
        fields: Sequence[Field],
        old: Mapping[str, Any],
        new: Mapping[str, Any],
        end: int,
    ) -> Iterator[Splice]:
        """Yield the splices that set fields of a mapping to plain data, or delete them where None.

        `old` is what the fields are now, `end` the line after the mapping. Raises NotInPlace.
        """
        names = [field.name for field in fields]
        ordered = sorted(new, key=lambda name: names.index(name) if name in names else len(names))
        by_name = {field.name: field for field in fields}
        splices = self._in_flow if self.is_flow(node) else self._in_block
        if self.is_flow(node) and not self.on_one_line(node):
            raise NotInPlace
        for name in ordered:
            if name in node.items or new[name] is not None:
                preceding = names[: names.index(name)] if name in names else names
                setting = _Setting(name, by_name.get(name), preceding, old.get(name), new[name])
                yield from splices(node, setting, end)

    def _in_flow(self, node: MappingNode, setting: _Setting, end: int) -> Iterator[Splice]:
        name, value, keys = setting.name, setting.new, list(node.items)
        if name not in node.items:
            above = [key for key in keys if key in setting.preceding] or keys[:1]
            if not above:
                raise NotInPlace
            offset = _end(node.items[above[-1]][1])
            yield Splice(offset, offset, f", {name}: {inline(name, value)}")
        elif value is None:
            position = keys.index(name)
            if position:
                first = _end(node.items[keys[position - 1]][1])
                yield Splice(first, _end(node.items[name][1]), "")
            elif len(keys) > 1:
                yield Splice(_start(node.items[name][0]), _start(node.items[keys[1]][0]), "")
            else:
                raise NotInPlace
        else:
            inner = node.items[name][1]
            try:
                yield from list(self._value(inner, setting, end))
            except NotInPlace:
                yield Splice(_start(inner), _end(inner), inline(name, value))

    def _in_block(self, node: MappingNode, setting: _Setting, end: int) -> Iterator[Splice]:
        spans = self._spans(node, end)
        column = _column(node)
        name, value = setting.name, setting.new
        if name not in spans:
            above = [spans[key][1] for key in setting.preceding if key in spans]
            line = max(above, default=min(last for _, last in spans.values()))
            yield self.insertion(line, field_lines(name, value, column))
            return
        first, last = spans[name]
        key, inner = node.items[name]
        if value is None:
            yield self._deletion(node, key, first, last)
            return
        try:
            yield from list(self._value(inner, setting, last))
        except NotInPlace:
            lines = field_lines(name, value, column)
            if self._is_written(inner) and self._ends_on_its_line(inner) and len(lines) == 1:
                token = lines[0].split(": ", 1)[1]
                yield Splice(_start(inner), _end(inner), token)
                return
            if not self._is_written(inner) and name != "summary" and len(lines) == 1:
                # A draft's summary has a comment with the source's words, which it replaces.
                offset = self.text.index(":", _end(key)) + 1
                yield Splice(offset, offset, f" {lines[0].split(': ', 1)[1]}")
                return
            if self._is_written(inner) and self._has_comment(first + 1, last):
                raise
            whole = self.line_end.join(lines).lstrip(" ")
            ended = self.text[: self.starts[last]].endswith(("\n", "\r"))
            yield Splice(_start(key), self.starts[last], whole + self.line_end * ended)

    def _deletion(self, node: MappingNode, key: Any, first: int, last: int) -> Splice:
        """Return the splice that deletes a field's lines, after the dash if it begins there."""
        if _start(key) > self.starts[first] + _column(node) or not self._is_indent(key):
            following = [_start(other_key) for other_key, _ in node.items.values()]
            start = min((offset for offset in following if offset > _start(key)), default=None)
            if start is None or start - self.starts[last] != _column(node):
                raise NotInPlace
            return Splice(_start(key), start, "")
        return Splice(self.starts[first], self.starts[last], "")

    def _is_indent(self, key: Any) -> bool:
        return not self.text[self.starts[_line(key)] : _start(key)].strip(" ")

    def _spans(self, node: MappingNode, end: int) -> dict[str, tuple[int, int]]:
        """Return the first line of each field, and the line after its last."""
        starts = [(_line(key), name) for name, (key, _) in node.items.items()]
        following = [line for line, _ in starts[1:]] + [end]
        spans = {}
        for (line, name), next_line in zip(starts, following, strict=True):
            if next_line <= line:
                raise NotInPlace
            spans[name] = line, without_tail(self.lines, line + 1, next_line, _column(node))
        return spans

    def _value(self, node: Node, setting: _Setting, end: int) -> Iterator[Splice]:
        """Yield the splices that turn a value into another where it is. Raises NotInPlace."""
        name, field, _, old, new = setting
        fields = field.fields if field else ()
        if isinstance(node, SequenceNode) and isinstance(new, list) and isinstance(old, list):
            yield from self._list(node, fields, old, new, end)
        elif isinstance(node, MappingNode) and isinstance(new, dict) and isinstance(old, dict):
            changed = {key: new.get(key) for key in (*old, *new) if old.get(key) != new.get(key)}
            yield from self.changes(node, fields, old, changed, end)
        elif isinstance(node, ScalarEvent) and not isinstance(new, list | dict):
            yield self._scalar(node, name, new)
        else:
            raise NotInPlace

    def _scalar(self, node: ScalarEvent, name: str, value: Any) -> Splice:
        raw = self.text[_start(node) : _end(node)]
        token = inline(name, value)
        lines = field_lines(name, value, _column(node) - len(name) - 2) if name else [token]
        if not raw or not self.on_one_line(node) or node.style in ("|", ">") or len(lines) > 1:
            raise NotInPlace
        plain = str(value)
        if raw[0] in _QUOTES and token[0] not in _QUOTES and not set(plain) & {*_QUOTES, "\\"}:
            token = f"{raw[0]}{plain}{raw[0]}"
        return Splice(_start(node), _end(node), token)

    def _list(
        self, node: SequenceNode, fields: Sequence[Field], old: list[Any], new: list[Any], end: int
    ) -> Iterator[Splice]:
        items = node.items
        if not items or not new or len(items) != len(old):
            raise NotInPlace
        change = self._flow_entries if self.is_flow(node) else self._block_entries
        matcher = SequenceMatcher(None, [*map(repr, old)], [*map(repr, new)], autojunk=False)
        for action, first, last, start, stop in matcher.get_opcodes():
            if action == "equal":
                continue
            pairs = min(last - first, stop - start)
            for position in range(pairs):
                item, field = items[first + position], Field("", "", "", fields=tuple(fields))
                entry = _Setting("", field, (), old[first + position], new[start + position])
                yield from self._value(item, entry, self._entry_end(node, first + position, end))
            yield from change(node, first + pairs, last, new[start + pairs : stop], end)

    def _flow_entries(
        self, node: SequenceNode, first: int, last: int, new: list[Any], _end_line: int
    ) -> Iterator[Splice]:
        """Yield the splices that delete entries of a list in [ ], or insert others there."""
        items = node.items
        tokens = [inline("", value) for value in new]
        if first < last:
            start = _end(items[first - 1]) if first else _start(items[0])
            stop = _end(items[last - 1]) if first else _start(items[last])
            if "#" in self.text[start:stop]:
                raise NotInPlace
            yield Splice(start, stop, "")
        elif tokens and first:
            offset = _end(items[first - 1])
            yield Splice(offset, offset, "".join(f", {token}" for token in tokens))
        elif tokens:
            offset = _start(items[0])
            yield Splice(offset, offset, "".join(f"{token}, " for token in tokens))

    def _block_entries(
        self, node: SequenceNode, first: int, last: int, new: list[Any], end: int
    ) -> Iterator[Splice]:
        """Yield the splices that delete entries of a list with dashes, or insert others there."""
        if first < last:
            start, stop = _line(node.items[first]), self._entry_end(node, last - 1, end)
            yield Splice(self.starts[start], self.starts[stop], "")
        elif new:
            line = self._entry_end(node, first - 1, end) if first else _line(node.items[0])
            column = self._dash(node.items[0])
            yield self.insertion(line, [row for value in new for row in entry_lines(value, column)])

    def _entry_end(self, node: SequenceNode, position: int, end: int) -> int:
        """Return the line after an entry of a list."""
        if self.is_flow(node):
            return end
        last = position + 1 == len(node.items)
        next_line = end if last else _line(node.items[position + 1])
        item = node.items[position]
        return without_tail(self.lines, _line(item) + 1, next_line, self._dash(item))

    def _dash(self, item: Node) -> int:
        """Return the column of the dash before an entry. Raises NotInPlace if another is there."""
        if (dash := dash_of(self.lines, item)) is None:
            raise NotInPlace
        return dash

    def _is_written(self, node: Node) -> bool:
        return not isinstance(node, ScalarEvent) or _end(node) > _start(node)

    def _ends_on_its_line(self, node: Node) -> bool:
        block = not isinstance(node, ScalarEvent) and not self.is_flow(node)
        return (
            not block and self.on_one_line(node) and getattr(node, "style", None) not in ("|", ">")
        )

    def _has_comment(self, first: int, last: int) -> bool:
        return any(line.lstrip().startswith("#") for line in self.lines[first:last])


def _start(node: Any) -> int:
    return int(node.start_mark.index)


def _end(node: Any) -> int:
    return int(node.end_mark.index)


def _line(node: Any) -> int:
    return int(node.start_mark.line)


def _column(node: Any) -> int:
    return int(node.start_mark.column)
