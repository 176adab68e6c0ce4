"""The columns and the drawing of pairs of statements that may report one act."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from ..acts.difference import difference, in_one_line
from ..acts.evidence import Pair
from ..archive import Archive
from ..queries.rows import StatementRow
from ..render.columns import NO_MARKS, Column, Marks, View, chosen, field
from .statements import form_of, source_line, who_line

if TYPE_CHECKING:
    from ..render.differences import ComparedPair


class PairRow(NamedTuple):
    """A pair with the rows of its two statements."""

    pair: Pair
    first: StatementRow
    second: StatementRow


def compared(archive: Archive, pairs: Iterable[Pair]) -> Iterator[PairRow]:
    """Yield the pairs with their statements."""
    for pair in pairs:
        yield PairRow(pair, archive.row(pair.first), archive.row(pair.second))


def verdict_of(pair: Pair) -> str:
    """Return a verdict in words: “differs: number, name; different speakers”."""
    parts = [f"{pair.verdict}: {', '.join(pair.changes)}" if pair.changes else pair.verdict]
    if pair.verdict == "paraphrase" and not pair.act:
        parts = ["paraphrase: possibly one act"]
    for relation, noun in ((pair.speakers, "speakers"), (pair.voice, "spokespersons")):
        if relation == "differ":
            parts.append(f"different {noun}")
    if pair.reprint:
        parts.append("one text in two sources")
    if pair.within:
        parts.append("within one source")
    return "; ".join(parts)


def _difference(row: PairRow) -> str:
    if row.first.quotations and row.second.quotations:
        return in_one_line(difference(row.first.exacts, row.second.exacts))
    return f"{row.first.words} / {row.second.words}"


def _sides(row: PairRow) -> tuple[str, ...]:
    return tuple(
        f"{side.id}  {who_line(side)}, {form_of(side)}, {source_line(side)}"
        for side in (row.first, row.second)
    )


_FIELDS = (
    field("pair.first", "ID", whole=True)._replace(key="id"),
    field("pair.second", "Other", whole=True)._replace(key="other"),
    field("pair.verdict", whole=True),
    field("pair.changes"),
    field("pair.speakers"),
    field("pair.voice"),
    field("pair.act"),
    field("pair.score", numeric=True),
    Column("same_source", "Same source", attrgetter("pair.within")),
    field("pair.reprint"),
    Column("difference", "Words", _difference),
)
_VERDICT = Column("told", "Verdict", lambda row: verdict_of(row.pair))
_SHOWN = (_VERDICT, *chosen(_FIELDS, "id other act difference"))
PAIRS = View(_FIELDS, _SHOWN, _SHOWN)


def draw(rows: Iterable[PairRow], width: int, color: bool, _marks: Marks = NO_MARKS) -> str:
    """Return the pairs one below the other, each with its words in one text."""
    from ..render.differences import pairs

    return pairs(map(_drawn, rows), width, color)


def _drawn(row: PairRow) -> ComparedPair:
    from ..render.differences import ComparedPair

    act = f"act {row.pair.act}" if row.pair.act else ""
    if row.first.quotations and row.second.quotations:
        pieces = difference(row.first.exacts, row.second.exacts)
        return ComparedPair(verdict_of(row.pair), act, _sides(row), pieces)
    names = tuple(
        f"{name}\n{side.words}"
        for name, side in zip(_sides(row), (row.first, row.second), strict=True)
    )
    return ComparedPair(verdict_of(row.pair), act, names, ())
