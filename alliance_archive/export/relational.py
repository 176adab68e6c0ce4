"""What is to be known of a table to write it: its columns, their types, keys and references."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol, TypeVar


class Column(Protocol):
    """A column; `type` is one of Table Schema's: string, integer, date.

    `refers` names the table whose column `id` it refers to.
    """

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def about(self) -> str:
        """What it means, in a line."""

    @property
    def type(self) -> str:
        """What its values are."""

    @property
    def required(self) -> bool:
        """Whether every row has a value."""

    @property
    def choices(self) -> tuple[str, ...]:
        """The values it may have; empty for no bound."""

    @property
    def pattern(self) -> str | None:
        """The regular expression that the whole of a value matches."""

    @property
    def refers(self) -> str | None:
        """The table it refers to."""


class Table(Protocol):
    """A table; those that it refers to come before it."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def about(self) -> str:
        """What a row is, in a line."""

    @property
    def key(self) -> tuple[str, ...]:
        """The names of the columns of its primary key."""

    @property
    def attributes(self) -> Sequence[Column]:
        """Its columns."""


T = TypeVar("T", bound=Table)
Rows = Callable[[T], Iterable[tuple[Any, ...]]]
