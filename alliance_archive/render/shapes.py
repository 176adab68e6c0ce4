"""What the drawings are made from: texts and numbers, whatever they stand for."""

from __future__ import annotations

from typing import NamedTuple


class Context(NamedTuple):
    """Words in their context, under a heading; notes stand in columns before and after the line.

    `quoted` words are shown as verbatim ones are; the note after the line leads to `row`'s place.
    """

    heading: str
    left: str
    words: str
    right: str
    quoted: bool
    before: tuple[str, ...]
    after: str
    row: object = None


class Line(NamedTuple):
    """Words and whose they are, with a note after them, which leads to the place of `row`."""

    who: str
    words: str
    after: str
    row: object = None


class Node(NamedTuple):
    """A point of an outline: its lines, and the points below it.

    A point that is not `done` has an open bullet; `marks` stand out after the title, `side`
    follows dimmed.
    """

    title: str
    done: bool
    marks: str
    side: str
    lines: tuple[Line, ...]
    below: tuple[Node, ...]


class Section(NamedTuple):
    """Points of an outline under a heading."""

    heading: str
    side: str
    nodes: tuple[Node, ...]


class Bar(NamedTuple):
    """A number with a bar of its length; `note` follows dimmed. An `apart` one has no bar."""

    label: str
    number: int
    note: str
    apart: bool = False


class Chart(NamedTuple):
    """Bars under a title, all to the same scale; `more` tells what is not shown."""

    title: str
    bars: tuple[Bar, ...]
    more: str


class Abreast(NamedTuple):
    """Lines of the left side beside those of the right, under a heading.

    Lines that go `across` both come before them, each after the mark.
    """

    heading: str
    mark: str
    across: tuple[Line, ...]
    left: tuple[Line, ...]
    right: tuple[Line, ...]


class Facing(NamedTuple):
    """A subject, a word on it, and what two sides have under it."""

    title: str
    side: str
    rows: tuple[Abreast, ...]
