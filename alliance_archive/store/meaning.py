"""Valid YAML that hardly means what was typed: words that became a comment, lines that joined.

Values are judged by the lines of their file, because a parser drops what would show the mistake.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache, cached_property
from typing import Any, NamedTuple, TypeAlias

from yaml.events import ScalarEvent

from ..model import fields
from ..model.fields import KINDS, Field, Kind
from .nodes import Mapping as MappingNode
from .nodes import Node, Position, start_of
from .nodes import Sequence as SequenceNode
from .syntax import short, text_lines

# A comment behind a value; in text, one that `init` writes has two spaces before it.
_COMMENT = re.compile(r"([\]}, \t]*?)([ \t]+)(#.*)")
_MEANT = r"[ \t]{2,}# "
_AFTER_KEY = re.compile(r"[ \t]*:")
_TEXTS = frozenset((fields.TEXT, fields.TEXTS, fields.EXACT, fields.MAPPING))
_FIELD_NAMES = {
    part.name for kind in KINDS.values() for field in kind.fields for part in (field, *field.fields)
}
_NOTHING = frozenset(("~", "null", "Null", "NULL"))
_LITERAL_ESCAPE = r"\\[\"'nrtu\\]"
_DOUBLED = r"(?<=\w)''(?=\w)|\"\"(?=\w)|(?<=\w)\"\""
# Any space but these two may be a line break; a class of line breaks takes longer to compile.
_HYPHEN_LAST = re.compile(r"-[ \t]*[^\S \t]")
_HYPHENATED = r"\w-$"
_GOES_ON = r"\s*(?!(?:and|or|to)\b)[^\W\d_A-Z]"
_LINE_KEPT = r"\S\n\S"
# What may make a text on one line look odd; the rules below look closer.
_ODD_PARTS = ("\\", "\t", "~", "''", '""', "null", "Null", "NULL")
_ODD = re.compile(r"[\\\t~]|''|\"\"|^[Nn](?:ull|ULL)$")
_NO_COMMA = "[;；，、]"


Named: TypeAlias = Mapping[str, Field]


@cache
def _by_name(declared: Kind | Field, every: bool) -> Named:
    """Return fields by their names: every one, or those with text in them."""
    return {
        field.name: field
        for field in declared.fields
        if every or field.type in _TEXTS or any(part.type in _TEXTS for part in field.fields)
    }


class Misreading(NamedTuple):
    """A place, the code of the problem there, and its message."""

    where: Any
    code: str
    message: str


class Reader:
    """Finds what is misread in the records of one file, from its text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._commented: Collection[int] = ()
        if " #" in text or "\t#" in text:
            self._commented = {
                line_number for line_number, line in enumerate(self._lines) if "#" in line
            }
        self._is_odd = any(part in text for part in _ODD_PARTS)
        self._is_hyphenated = _HYPHEN_LAST.search(text) is not None

    @cached_property
    def _lines(self) -> list[str]:
        return text_lines(self._text)

    def record(self, node: Node, kind: Kind) -> list[Misreading]:
        """Return each misreading in the fields of a record."""
        misreadings: list[Misreading] = []
        if isinstance(node, MappingNode):
            self._fields(node, _by_name(kind, bool(self._commented)), -1, misreadings)
        return misreadings

    def _fields(
        self, node: MappingNode, fields_by_name: Named, indent: int, misreadings: list[Misreading]
    ) -> None:
        # Nearly all values are on one line or in a block, without a comment: a first build takes
        # this way often.
        items = node.items
        for name, field in fields_by_name.items():
            if name not in items:
                continue
            key, value = items[name]
            key_mark: Any = key.start_mark
            if type(value) is ScalarEvent:
                end_mark: Any = value.end_mark
                is_text = field.type in _TEXTS
                plain = end_mark.line == key_mark.line or value.style == ">"
                if self._commented:
                    plain = end_mark.line == key_mark.line and end_mark.line not in self._commented
                if plain and not (is_text and self._is_odd and _ODD.search(value.value)):
                    continue
                column = indent if self._in_flow(node) else key_mark.column
                if is_text and (start_of(value)[0] > key_mark.line or not value.value):
                    misreadings += self._before_value(key, start_of(value)[0])
                misreadings += self._scalar(value, field, column)
            else:
                self._inside(value, field, key_mark.column, misreadings)

    def _inside(self, node: Node, field: Field, indent: int, misreadings: list[Misreading]) -> None:
        """Add the misreadings in a list or a mapping."""
        if isinstance(node, MappingNode):
            fields_by_name = _by_name(field, bool(self._commented))
            if field.type == fields.MAPPING:
                fields_by_name = dict.fromkeys(node.items, field)
            self._fields(node, fields_by_name, indent, misreadings)
        elif isinstance(node, SequenceNode):
            for entry in node.items:
                if type(entry) is ScalarEvent:
                    self._entry(entry, node, field, indent, misreadings)
                else:
                    self._inside(entry, field, indent, misreadings)

    def _entry(
        self,
        entry: ScalarEvent,
        node: SequenceNode,
        field: Field,
        indent: int,
        misreadings: list[Misreading],
    ) -> None:
        in_flow = self._in_flow(node)
        misreadings += self._scalar(entry, field, indent if in_flow else start_of(node)[1])
        mark = re.search(_NO_COMMA, entry.value)
        if mark and in_flow and field.type == fields.TEXTS and not entry.style:
            message = f"“{mark[0]}” does not separate entries: write a comma, or quote the entry"
            misreadings.append(Misreading(entry, "misread", message))

    def _in_flow(self, node: Node) -> bool:
        line, column = start_of(node)
        return self._lines[line][column : column + 1] in ("[", "{")

    def _before_value(self, key: ScalarEvent, last: int) -> Iterator[Misreading]:
        """Yield the comments between a key and its value, or in place of the value."""
        line, column = _end(key)
        if line in self._commented and (colon := _AFTER_KEY.match(self._lines[line], column)):
            yield from self._comment(line, colon.end(), True)
        for below in [
            line_number for line_number in range(line + 1, last) if line_number in self._commented
        ]:
            yield from self._comment(below, 0, False)

    def _scalar(self, node: ScalarEvent, field: Field, indent: int) -> Iterator[Misreading]:
        is_text = field.type in _TEXTS
        line, column = _end(node)
        if node.style in ("|", ">"):
            line, column = start_of(node)
            column += len(self._lines[line][column:].split()[0])
        if line in self._commented and (node.value or not node.implicit[0]):
            yield from self._comment(line, column, is_text and node.style not in ("'", '"'))
        if not is_text:
            return
        if line > start_of(node)[0]:
            yield from self._joined(node, indent)
        if (self._is_odd or node.style == "|") and (message := _wording(node, field)):
            yield Misreading(node, "misread", message)

    def _comment(self, line: int, column: int, strict: bool) -> Iterator[Misreading]:
        comment = _COMMENT.match(self._lines[line], column)
        if not comment:
            return
        closed, blanks, words = comment.groups()
        if strict and not closed:
            meant = re.match(_MEANT, blanks + words) is not None
        else:
            meant = words[1:2] in ("", " ", "\t")
        if meant:
            return
        message = (
            f"“{short(words)}” is a comment and not part of the value: put the value in quotation "
            "marks, or write two spaces before the # and one after it"
        )
        yield Misreading(Position(line, comment.start(3)), "cut-off", message)

    def _joined(self, node: ScalarEvent, indent: int) -> Iterator[Misreading]:
        """Yield the first line of a value that hardly belongs to it."""
        first, last = start_of(node)[0], _end(node)[0]
        if node.style and not self._is_hyphenated:
            margin = " " * (indent + 1)
            if all(line.startswith(margin) for line in self._lines[first + 1 : last + 1]):
                return
        for line_number in range(first + 1, last + 1):
            line = self._lines[line_number]
            if not (text := line.strip()):
                continue
            above = self._lines[line_number - 1].rstrip()
            if node.style and len(line) - len(line.lstrip()) <= indent:
                message = (
                    f"this quotation mark is closed only in line {last + 1}, and “{short(text)}” "
                    f"in line {line_number + 1} is part of the value: close it where the value "
                    "ends, or indent that line further"
                )
            elif not node.style and (text.startswith("- ") or _is_field(text)):
                message = (
                    f"“{short(text)}” in line {line_number + 1} is part of this value: begin it in "
                    "the column in which its list or record does, or put the value in quotation "
                    "marks"
                )
            elif above[-1:] == "-" and re.search(_HYPHENATED, above) and re.match(_GOES_ON, line):
                part = above.split()[-1]
                message = (
                    f"a space follows “{part}” at the end of line {line_number}: join the word"
                )
            else:
                continue
            yield Misreading(node, "misread", message)
            return


def _wording(node: ScalarEvent, field: Field) -> str | None:
    """Return what is wrong with the words of a text; None if they are as they were typed."""
    value, style = node.value, node.style
    if not style and value in _NOTHING:
        return f"“{value}” is text here: leave the value out, or put it in quotation marks"
    if style != '"' and "\\" in value and (code := re.search(_LITERAL_ESCAPE, value)):
        return f"the backslash of “{code[0]}” is kept: delete it, or use double quotes"
    if field.type == fields.EXACT:
        return None
    if "\t" in value:
        return "the text contains a tab: write a space"
    if doubled := re.search(_DOUBLED, value):
        return f"“{doubled[0]}” is two marks here: write one"
    if style == "|" and field.name != "note" and re.search(_LINE_KEPT, value.strip()):
        return "| keeps the ends of the lines in the text: write > instead"
    return None


def _is_field(text: str) -> bool:
    """Return whether a line begins with a field's name and a colon, as in kind:issue."""
    name, colon, _ = text.partition(":")
    return bool(colon) and name in _FIELD_NAMES


def _end(node: Any) -> tuple[int, int]:
    return node.end_mark.line, node.end_mark.column
