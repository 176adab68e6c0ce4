"""Strict YAML: libyaml's events built into nodes that know their line and column, item by item.

Only what the format needs is accepted: mappings with unique plain keys, sequences and text.
Anchors, aliases, tags and further documents are problems, so nothing is ever expanded. Every
scalar stays the text that was written: `NO` is Norway, `012` keeps its zero, `12:30` is not 750.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, NamedTuple, NoReturn, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from ..text.marks import TooManyMarks, marks_at
from .syntax import Advice, Stop, advice, text_lines

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_DEPTH = 12  # the format itself needs seven levels
_STANDARD_TAGS = "tag:yaml.org,2002:"


class Mapping:
    """A mapping: for each key the event of the key and the node of its value."""

    __slots__ = ("end_mark", "items", "start_mark")

    def __init__(self, start_mark: Any, items: Keys | None = None) -> None:
        self.start_mark = self.end_mark = start_mark
        self.items: Keys = items or {}


class Sequence:
    """A sequence of nodes."""

    __slots__ = ("end_mark", "items", "start_mark")

    def __init__(self, start_mark: Any, items: list[Node] | None = None) -> None:
        self.start_mark = self.end_mark = start_mark
        self.items: list[Node] = items or []


Node: TypeAlias = Mapping | Sequence | ScalarEvent
Keys: TypeAlias = dict[str, tuple[ScalarEvent, Node]]
Report: TypeAlias = Callable[[Any, str, str], None]
"""Takes what has a `start_mark`, a problem's code and its message."""


class Position(NamedTuple):
    """A line and a column, from 0, that a problem is reported at like a node."""

    line: int
    column: int

    @property
    def start_mark(self) -> Position:
        """The position itself."""
        return self


class Item(NamedTuple):
    """One entry of the list under a top-level key, or the value under it.

    A list comes first without a node, then entry by entry. `faulty` says that its YAML has a
    problem but could be read.
    """

    key: ScalarEvent
    node: Node | None
    in_list: bool
    faulty: bool


class Unreadable(Exception):
    """The rest of the file cannot be read; the reason has been reported."""


def start_of(node: Any) -> tuple[int, int]:
    """Return the line and column, from 0, at which a node or an event starts."""
    return node.start_mark.line, node.start_mark.column


class Items:
    """The top level of a file, streamed, so that memory is bounded by the largest record."""

    def __init__(self, data: bytes, report: Report) -> None:
        self._report = report
        self._count = 0
        self._data = data
        self._event: Callable[[], Any] = lambda: None

    def __iter__(self) -> Iterator[Item]:
        """Yield the items in the order of the file. Raises Unreadable after reporting."""
        yielded = 0
        try:
            loader = LOADER(self._data)
            # Straight from the parser, because `yaml.parse` calls it twice for each event.
            self._event = loader.get_event
            try:
                for item in self._top():
                    yielded += 1
                    yield item
            finally:
                loader.dispose()
        except yaml.MarkedYAMLError as error:
            mark: Any = error.problem_mark or error.context_mark
            text_before = self._data.decode("utf-8", "replace")[: mark.index].encode()
            if _too_deep(text_before):
                # libyaml reads up to 1,024 characters ahead and, since 0.2.6, refuses deep nesting
                # there. The text before it is read again on its own, so that the user is told of
                # our own limit, which is the same with every parser, at its line and column.
                yield from islice(
                    Items(text_before, _after(self._count, self._report)), yielded, None
                )
            wrong = _advice(error, self._data)
            self._fail(Position(wrong.line, wrong.column), "yaml-syntax", wrong.message)
        except yaml.reader.ReaderError as error:
            where = f"at character {error.position}"
            self._fail(None, "yaml-syntax", f"the file is not valid YAML ({error.reason}, {where})")

    def _top(self) -> Iterator[Item]:
        if not self._opened():
            return
        keys: Keys = {}
        while type(key := self._event()) is not MappingEndEvent:
            keys[self._key(key, keys, top=True)] = (key, key)
            event = self._event()
            if type(event) is not SequenceStartEvent:
                yield self._item(key, event, in_list=False)
                continue
            self._plain(event)
            yield Item(key, None, in_list=True, faulty=False)
            while type(event := self._event()) is not SequenceEndEvent:
                yield self._item(key, event, in_list=True)
        while event := self._event():
            if type(event) is DocumentStartEvent:
                message = "a second YAML document: move what follows --- to another file"
                self._fail(event, "several-documents", message)

    def _opened(self) -> bool:
        """Return whether a mapping of sections has begun; an empty file has none."""
        if not any(type(event) is DocumentStartEvent for event in iter(self._event, None)):
            return False
        event = self._event()
        if type(event) is MappingStartEvent:
            self._plain(event)
            return True
        if not (type(event) is ScalarEvent and event.value == ""):
            self._fail(event, "wrong-type", "a file must begin with a section, such as topics:")
        return False

    def _item(self, key: ScalarEvent, event: Any, *, in_list: bool) -> Item:
        count = self._count
        node = self._node(event, 1)
        return Item(key, node, in_list, self._count > count)

    def _node(self, event: Any, depth: int) -> Node:
        """Return the node that begins with the event."""
        kind = type(event)
        if kind is ScalarEvent:
            if event.tag is not None or event.anchor is not None:
                self._plain(event)
            scalar: ScalarEvent = event
            return scalar
        if kind is AliasEvent:
            message = (
                f"YAML aliases such as *{event.anchor} are not allowed: write the value itself, "
                "or put text that begins with * in quotation marks"
            )
            self._problem(event, "alias", message)
            return ScalarEvent(None, None, (True, False), "", event.start_mark, event.end_mark)
        if event.tag is not None or event.anchor is not None:
            self._plain(event)
        if depth >= MAX_DEPTH:
            self._fail(event, "too-deep", f"nested more than {MAX_DEPTH} levels deep")
        build = self._sequence if kind is SequenceStartEvent else self._mapping
        return build(event.start_mark, depth + 1)

    def _sequence(self, start_mark: Any, depth: int) -> Sequence:
        sequence = Sequence(start_mark)
        next_event = self._event
        while type(event := next_event()) is not SequenceEndEvent:
            if type(event) is not ScalarEvent or event.tag is not None or event.anchor is not None:
                event = self._node(event, depth)
            sequence.items.append(event)
        sequence.end_mark = event.end_mark
        return sequence

    def _mapping(self, start_mark: Any, depth: int) -> Mapping:
        mapping = Mapping(start_mark)
        items, next_event = mapping.items, self._event
        while type(key := next_event()) is not MappingEndEvent:
            # Nearly all keys and values are plain text. They are handled here without a call each,
            # because this loop takes most of the time of a first build.
            name = key.value if type(key) is ScalarEvent and key.value.isascii() else None
            if name is None or name in items or key.tag is not None or key.anchor is not None:
                name = self._key(key, items)
            value = next_event()
            if type(value) is not ScalarEvent or value.tag is not None or value.anchor is not None:
                value = self._node(value, depth)
            items[name] = (key, value)
        mapping.end_mark = key.end_mark
        return mapping

    def _key(self, key: Any, keys: Keys, *, top: bool = False) -> str:
        if type(key) is not ScalarEvent:
            message = "a key must be plain text, not a list, a mapping or an alias"
            self._fail(key, "wrong-type", message)
        if key.tag is not None or key.anchor is not None:
            self._plain(key)
        name: str = key.value
        start = marks_at(name)
        if start is not None:
            self._fail(key, "combining-marks", str(TooManyMarks(name, start)))
        if name in keys:
            mark: Any = keys[name][0].start_mark
            message = f"duplicate key “{name}” (first on line {mark.line + 1})"
            # With two `source:` sections nobody could tell which one the statements belong to, so
            # the whole file is refused.
            (self._fail if top else self._problem)(key, "duplicate-key", message)
        return name

    def _plain(self, event: Any) -> None:
        unwanted = []
        if event.anchor is not None:
            unwanted.append(("anchor", f"&{event.anchor}"))
        if event.tag is not None:
            unwanted.append(("tag", event.tag.replace(_STANDARD_TAGS, "!!")))
        for code, text in unwanted:
            message = (
                f"YAML {code}s such as {text} are not allowed: delete {text}, "
                f"or put text that begins with {text[0]} in quotation marks"
            )
            self._problem(event, code, message)

    def _problem(self, where: Any, code: str, message: str) -> None:
        self._count += 1
        self._report(where, code, message)

    def _fail(self, where: Any, code: str, message: str) -> NoReturn:
        self._report(where, code, message)
        raise Unreadable


def _advice(error: yaml.MarkedYAMLError, data: bytes) -> Advice:
    """Return what is wrong in a file that cannot be parsed; in the parser's words if need be."""
    mark: Any = error.problem_mark or error.context_mark
    begun: Any = error.context_mark
    stop = Stop(
        # A parser may stop on a line after the last.
        [*text_lines(data.decode("utf-8", "replace")), ""],
        mark.line,
        mark.column,
        (begun.line, begun.column) if begun else None,
        isinstance(error, yaml.scanner.ScannerError),
    )
    words = ", ".join(part for part in (error.problem, error.context) if part)
    message = f"the file is not valid YAML ({words})"
    return advice(stop) or stop.here(message)


def _too_deep(data: bytes) -> bool:
    """Return whether collections nest deeper than the limit, as far as the data can be parsed."""
    depth = 0
    loader = LOADER(data)
    try:
        for event in iter(loader.get_event, None):
            if isinstance(event, CollectionStartEvent):
                depth += 1
            elif isinstance(event, CollectionEndEvent):
                depth -= 1
            if depth > MAX_DEPTH + 2:  # a file's own mapping and list are not counted
                return True
    except yaml.MarkedYAMLError:
        pass
    finally:
        loader.dispose()
    return False


def _after(count: int, report: Report) -> Report:
    """Return a report that skips the first `count` problems, which were reported before."""

    def later(where: Any, code: str, message: str) -> None:
        nonlocal count
        if count:
            count -= 1
        else:
            report(where, code, message)

    return later
