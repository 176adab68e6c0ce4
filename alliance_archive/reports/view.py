"""A view: a listing's columns, and which of them a table of some width takes."""

from __future__ import annotations

from operator import attrgetter
from typing import Any, NamedTuple

from ..errors import BadField
from ..render.columns import Column

WIDE = 150


class View(NamedTuple):
    """A listing's columns: `fields` are all, in the order of CSV and JSON.

    `narrow` is for terminals of less than WIDE cells, `wide` for others, and for plain tables.
    """

    fields: tuple[Column, ...]
    narrow: tuple[Column, ...]
    wide: tuple[Column, ...]

    def chosen(self, names: str) -> tuple[Column, ...]:
        """The columns of a list of keys parted by commas. Raises BadField."""
        from ..text.folding import nearest

        known = {column.key: column for column in self.fields}
        found = []
        for name in (part.strip() for part in names.split(",")):
            if name not in known:
                raise BadField(name, list(known), next(iter(nearest(name, known, 1)), None))
            found.append(known[name])
        return tuple(found)


def field(name: str, header: str | None = None, **hints: Any) -> Column:
    """A column of a row's attribute, headed by its name if by nothing else."""
    label = header or name.replace("_", " ").capitalize()
    return Column(name, label, attrgetter(name), **hints)
