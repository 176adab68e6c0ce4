"""A column of a listing: its name, and how to get its value from a row, for every format."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple

LIST_SEPARATOR = "; "
MEDIUM, WIDE = 100, 150
"""The widths in cells from which on a terminal shows a table's medium and wide columns."""
Pieces = Iterable[tuple[str, bool]]
"""A text in pieces, each with whether it is verbatim."""


class Column(NamedTuple):
    """One column of a listing, for every format.

    `value` returns what JSON shows: text, number, None, a tuple of these, or plain dicts. `flat`
    returns the text of a CSV cell where joining the value's parts would not do; a column without a
    `value` is for flat formats only, as is a `split` one unless it is asked for, since a `nested`
    one, which flat formats lack unless it is asked for, has the same in one value. `shown` returns
    what tables show instead of the value: a country's name for its code. `segments` returns the
    cell in pieces for a terminal, which shows quotations in bold and marks words searched for.
    `whole` cells are never broken; in a `side` cell the lines after the first are dimmed; the first
    line of a `linked` one is a link to the record. `attribute` is the path of the value in a row,
    if `value` only returns an attribute.
    """

    key: str
    header: str
    value: Callable[[Any], Any] | None
    flat: Callable[[Any], str] | None = None
    segments: Callable[[Any], Pieces] | None = None
    whole: bool = False
    side: bool = False
    numeric: bool = False
    linked: bool = False
    split: bool = False
    nested: bool = False
    shown: Callable[[Any], Any] | None = None
    attribute: str = ""

    def of(self, getter: Callable[[Any], Any]) -> "Column":
        """Return this column for rows that contain a row of its own kind, which `getter` returns.

        The cell is empty if `getter` returns None. A column is declared once, for statements, and
        used this way for the rows of timelines, concordances and comparisons.
        """

        def lifted(function: Callable[[Any], Any] | None, empty: Any) -> Any:
            if function is None:
                return None
            return lambda row: empty if (inner := getter(row)) is None else function(inner)

        return self._replace(
            value=lifted(self.value, None),
            flat=lifted(self.flat, ""),
            shown=lifted(self.shown, None),
            segments=lifted(self.segments, ()),
            attribute="",
        )

    def text(self, row: Any) -> str:
        """Return the cell as data in one text, lists joined by `joined`."""
        if self.flat:
            return self.flat(row)
        assert self.value is not None
        return flat(self.value(row))

    def label(self, row: Any, separator: str = LIST_SEPARATOR) -> str:
        """Return the cell as a plain table shows it, lists joined by '; '."""
        value = self.shown or (None if self.flat else self.value)
        parts = value(row) if value else self.text(row)
        return separator.join(map(flat, parts)) if isinstance(parts, tuple) else flat(parts)

    def lines(self, row: Any) -> str:
        """Return the cell as a terminal shows it, lists one below the other."""
        return self.label(row, "\n")


class View(NamedTuple):
    """A listing's columns: `fields` are all, in the order of CSV and JSON.

    `wide` is for terminals of WIDE cells or more, and for plain tables; `medium`, if there is one,
    for those of MEDIUM cells or more, and `narrow` for others.
    """

    fields: tuple[Column, ...]
    narrow: tuple[Column, ...]
    wide: tuple[Column, ...]
    medium: tuple[Column, ...] = ()

    def at(self, width: int) -> tuple[Column, ...]:
        """Return the columns for a terminal of a width in cells."""
        if width >= WIDE:
            return self.wide
        return self.medium if self.medium and width >= MEDIUM else self.narrow

    def data(self, *, nested: bool) -> tuple[Column, ...]:
        """Return the columns of a format that nests values, as JSON does, or of a flat one."""
        return tuple(c for c in self.fields if not (c.split if nested else c.nested))


class Marks(NamedTuple):
    """What a color terminal adds: marked words, and links from ids to their records.

    `searched` returns the offsets of words searched for in a text, ends exclusive; `address`
    returns the link for a row's id, "" for none.
    """

    searched: Callable[[str], Iterable[tuple[int, int]]] = lambda _text: ()
    address: Callable[[Any], str] = lambda _row: ""


NO_MARKS = Marks()


def field(path: str, header: str | None = None, **hints: Any) -> Column:
    """Return a column of an attribute of the rows, or of an attribute's attribute: a.b.

    Its key is the last name of the path; so is its header, unless another is given.
    """
    key = path.rpartition(".")[2]
    header = header or key.replace("_", " ").capitalize()
    return Column(key, header, attrgetter(path), attribute=path, **hints)


def chosen(columns: Iterable[Column], keys: str) -> tuple[Column, ...]:
    """Return the columns with some keys, which blanks separate, in the order of the keys."""
    by_key = {column.key: column for column in columns}
    return tuple(by_key[key] for key in keys.split())


def flat(value: Any) -> str:
    """Return a value as one text."""
    if value is None:
        return ""
    return joined(value) if isinstance(value, tuple) else str(value)


def joined_once(values: Iterable[Any]) -> str:
    """Return the parts of a list as one text, from which `split_list` returns them.

    They are joined by '; '; a part that contains that or a double quote is in double quotes, its
    own doubled.
    """
    parts = [flat(value) for value in values]
    text = LIST_SEPARATOR.join(parts)
    if '"' not in text and text.count(LIST_SEPARATOR) < len(parts):
        return text
    return LIST_SEPARATOR.join(map(_quoted, parts))


# Cached, because the same lists of people and topics recur in row after row.
joined = lru_cache(8192)(joined_once)


def _quoted(part: str) -> str:
    if '"' in part or LIST_SEPARATOR in part:
        return '"' + part.replace('"', '""') + '"'
    return part


def split_list(cell: str) -> tuple[str, ...]:
    """Return the parts of a list that `joined` has made one text."""
    parts: list[str] = []
    within = False
    for piece in cell.split(LIST_SEPARATOR) if cell else ():
        if within:
            parts[-1] += LIST_SEPARATOR + piece
        else:
            parts.append(piece)
        within = parts[-1][:1] == '"' and parts[-1].count('"') % 2 == 1
    return tuple(p[1:-1].replace('""', '"') if p[:1] == '"' else p for p in parts)


def objects(columns: Sequence[Column], rows: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """Yield each row as a mapping of keys to values, for JSON and YAML."""
    structured = [(column.key, column.value) for column in columns if column.value]
    for row in rows:
        yield {key: value(row) for key, value in structured}
