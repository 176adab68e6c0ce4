"""The content of drawings: texts and numbers of any meaning."""

from typing import NamedTuple

from .columns import Pieces


class Context(NamedTuple):
    """Words in their context, under a heading.

    `quoted` words are styled as verbatim; `notes` are columns before the line, and the `reference`
    after it is a link to the record of `row`.
    """

    heading: str
    left: str
    words: str
    right: str
    quoted: bool
    notes: tuple[str, ...]
    reference: str
    row: object = None


class Line(NamedTuple):
    """Words and their speaker; the `reference` after them is a link to the record of `row`.

    The `source` is after it, on terminals of MEDIUM cells or more.
    """

    who: str
    words: Pieces
    reference: str
    row: object = None
    source: str = ""


class Point(NamedTuple):
    """A point of an outline: its lines, and the points below it.

    A point that is not `done` has an open bullet. After the title, `flag` is bold and `side` is
    dimmed.
    """

    title: str
    done: bool
    flag: str
    side: str
    lines: tuple[Line, ...]
    below: "tuple[Point, ...]"


class Section(NamedTuple):
    """Points of an outline under a heading."""

    heading: str
    side: str
    points: tuple[Point, ...]


class Bar(NamedTuple):
    """A number with a bar to scale and a dimmed `note`; without a bar if it is `apart`."""

    label: str
    size: int
    note: str
    apart: bool = False


class Chart(NamedTuple):
    """Bars under a title; one of the size `whole` is full, and `more` says what is left out."""

    title: str
    bars: tuple[Bar, ...]
    more: str
    whole: int


class SideBySideRow(NamedTuple):
    """Lines of the left side next to those of the right, under a heading.

    Lines of `both` sides come first, across the whole width, each after the `mark`.
    """

    heading: str
    mark: str
    both: tuple[Line, ...]
    left: tuple[Line, ...]
    right: tuple[Line, ...]


class SideBySideBlock(NamedTuple):
    """A subject, a note on it, and the rows of the two sides."""

    title: str
    side: str
    rows: tuple[SideBySideRow, ...]
