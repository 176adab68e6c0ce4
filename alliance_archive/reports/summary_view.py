"""What `summary` shows: tallies, and the charts drawn of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from ..render.columns import Column
from ..render.shapes import Bar, Chart
from .phrases_view import span
from .statements import FORM_LABELS
from .summary import Tally
from .view import View, field

_TITLES = {
    "form": "In whose words",
    "speaker": "Speakers, in either capacity",
    "country": "Countries",
    "topic": "Topics",
    "year": "Years",
}
_SHOWN = 10
# More years than these are drawn by the decade.
_YEARS = 24


def _percent(row: Tally) -> str:
    return "" if row.share is None else f"{row.share:.0%}"


_FIELDS = (
    field("section", "Section"),
    field("id", "ID", whole=True),
    field("name", "Name"),
    Column("count", "Count", lambda row: row.number, number=True, whole=True),
    field("share", "Share", number=True, whole=True),
    field("first", "First", whole=True),
    field("last", "Last", whole=True),
)
_TABLE = (*_FIELDS[:4], Column("percent", "Share", _percent, number=True), *_FIELDS[5:])
SUMMARY = View(_FIELDS, _TABLE, _TABLE)


def headline(tallies: Sequence[Tally]) -> tuple[str, str]:
    """The archive in a line, and what it draws on in another."""
    known = {tally.id: tally.number for tally in tallies if tally.section == "records"}
    total = next(tally for tally in tallies if tally.section == "statements")
    dates = span(total.first, total.last)
    parts = [
        counted(known["sources"], "source"),
        f"{counted(known['meetings'], 'meeting')} held",
        f"{known['planned']} planned" if known["planned"] else "",
        counted(known["speakers"], "speaker"),
        counted(known["topics"], "topic"),
        counted(known["alliances"], "alliance") if known["alliances"] else "",
    ]
    return (
        f"{counted(total.number, 'statement')}{', ' * bool(dates)}{dates}",
        ", ".join(part for part in parts if part),
    )


def counted(number: int, name: str) -> str:
    """A number of things, in words."""
    return f"{number:,} {name}{'s' * (number != 1)}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def charts(tallies: Sequence[Tally], most: int | None) -> Iterator[Chart]:
    """The sections to be drawn, each with no more than `most` bars."""
    sections = {name: list(group) for name, group in groupby(tallies, key=lambda row: row.section)}
    apart = [
        Bar(tally.name[0].lower() + tally.name[1:], tally.number, _percent(tally), apart=True)
        for tally in sections["checked"]
    ]
    for name, title in _TITLES.items():
        rows = sections.get(name, [])
        if name == "form":
            bars = [Bar(FORM_LABELS[row.id], row.number, _percent(row)) for row in rows]
            yield Chart(title, (*bars, *apart), "")
        elif name == "year":
            yield Chart(title if len(rows) <= _YEARS else "Decades", _years(rows), "")
        elif rows:
            shown = rows[: _SHOWN if most is None else most]
            bars = [Bar(row.name, row.number, _percent(row)) for row in shown]
            left = len(rows) - len(shown)
            yield Chart(title, tuple(bars), f"and {left} more" if left else "")


def _years(rows: Sequence[Tally]) -> tuple[Bar, ...]:
    if len(rows) <= _YEARS:
        return tuple(Bar(row.name, row.number, _percent(row)) for row in rows)
    decades = groupby(rows, key=lambda row: row.id[:3])
    return tuple(
        Bar(f"{decade}0s", sum(row.number for row in group), "") for decade, group in decades
    )
