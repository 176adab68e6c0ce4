"""A column: what it is called and how its value is taken from a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

JOINT = "; "


class Column(NamedTuple):
    """One column of a listing, for every format.

    `value` gives what JSON shows: text, number, None, a tuple of these, or plain dicts. `flat`
    gives the text of a CSV cell where joining the value's parts would not do; a column without
    a `value` is for flat formats only. `whole` cells are never broken; `quoted` ones show what
    stands in “ ” in bold, and the words looked for; `side` notes under the first line are dimmed;
    the first line of a `linked` one leads to the row's place.
    """

    key: str
    header: str
    value: Callable[[Any], Any] | None
    flat: Callable[[Any], str] | None = None
    whole: bool = False
    quoted: bool = False
    side: bool = False
    number: bool = False
    linked: bool = False

    def text(self, row: Any) -> str:
        """The cell as one text, lists joined by '; '."""
        if self.flat:
            return self.flat(row)
        assert self.value is not None
        return flat(self.value(row))

    def lines(self, row: Any) -> str:
        """The cell as a terminal shows it, lists one below the other."""
        found = self.value(row) if self.value else None
        if self.flat or not isinstance(found, tuple):
            return self.text(row)
        return "\n".join(flat(part) for part in found)


class Marks(NamedTuple):
    """What a colour terminal marks in a drawing: words that were looked for, and places of rows.

    `found` gives the offsets in a text at which they stand, ends exclusive; `place` the address
    that a row's id leads to, "" for none.
    """

    found: Callable[[str], Iterable[tuple[int, int]]] = lambda _text: ()
    place: Callable[[Any], str] = lambda _row: ""


NO_MARKS = Marks()


def flat(value: Any) -> str:
    """A value as one text."""
    if value is None:
        return ""
    return joined(value) if isinstance(value, tuple) else str(value)


@lru_cache(8192)
def joined(values: tuple[Any, ...]) -> str:
    """The parts of a list as one text; the same lists of people and topics come again and again."""
    return JOINT.join(map(flat, values))


def objects(columns: Sequence[Column], rows: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """Each row as a mapping of keys to values, for JSON and YAML."""
    structured = [(column.key, column.value) for column in columns if column.value]
    for row in rows:
        yield {key: value(row) for key, value in structured}
