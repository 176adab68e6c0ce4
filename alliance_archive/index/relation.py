"""What a relation is: a select over the index, with its key, types and references.

Types are those of Frictionless Table Schema 1.0.
"""

from __future__ import annotations

from typing import NamedTuple

DATE = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
COUNTRY = "[A-Z]{2}"


class Attribute(NamedTuple):
    """A column: its SQL on a row of the relation's source, and what it may hold.

    `refers` is the relation whose `id` it holds; `pattern` a regular expression for the whole.
    """

    name: str
    sql: str
    about: str
    type: str = "string"
    required: bool = False
    choices: tuple[str, ...] = ()
    pattern: str | None = None
    refers: str | None = None


class Relation(NamedTuple):
    """A relation: the FROM and WHERE that it is made of, its key, and its columns.

    `{chosen}` in the source stands for a further condition on the row `s` of a statement.
    """

    name: str
    about: str
    source: str
    key: tuple[str, ...]
    attributes: tuple[Attribute, ...]

    def select(self, chosen: str = "") -> str:
        """The SQL of its rows, in no order."""
        columns = ", ".join(f"{each.sql} AS {each.name}" for each in self.attributes)
        return f"SELECT {columns} FROM {self.source.format(chosen=chosen)}"


def ident(about: str) -> Attribute:
    """The record's id."""
    return Attribute("id", "s.id", about, required=True)


def text(
    name: str,
    about: str,
    required: bool = False,
    choices: tuple[str, ...] = (),
    pattern: str | None = None,
) -> Attribute:
    """A field that the index keeps only in the record's JSON."""
    sql = f"json_extract(s.record, '$.{name}')"
    return Attribute(name, sql, about, "string", required, choices, pattern)


def to(name: str, relation: str, sql: str, about: str, required: bool = True) -> Attribute:
    """A reference to another relation."""
    return Attribute(name, sql, about, required=required, refers=relation)


def sound(kind: str, column: str) -> str:
    """The id in a column when a sound record has it, else NULL."""
    return f"(SELECT r.id FROM {kind} r WHERE r.id = {column} AND r.sound)"


NOTE = text("note", "A remark of the archive's.")
POSITION = Attribute(
    "position", "j.key + 1", "Its place in the record's list, from 1.", "integer", required=True
)
