"""The columns of what verifying found."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

from ..render.columns import Column
from .view import View, field


def _of_claim(name: str, header: str, **hints: Any) -> Column:
    return Column(name, header, attrgetter(f"claim.{name}"), **hints)


def _now(row: Any) -> str:
    """The new offsets, where a quotation stands elsewhere."""
    moved = row.start is not None and (row.start, row.end) != (row.claim.start, row.claim.end)
    return f"{row.start}-{row.end}" if moved else ""


def _held(row: Any) -> str:
    """What is shown of a claim: the difference if there is one, else its words."""
    quoted = f"“{row.claim.exact}”" if row.claim.exact else ""
    if row.verdict == "altered":
        return str(row.detail)
    return " ".join(part for part in (quoted, f"({row.detail})" if row.detail else "") if part)


_VERDICT = field("verdict", whole=True)
_CLAIM = (_of_claim("statement", "Statement", whole=True), _of_claim("part", "Part", whole=True))
_PLACE = Column(
    "place", "Place", None, lambda row: f"{row.claim.start}-{row.claim.end}", whole=True
)
_NOW = Column("now", "Now at", None, _now, whole=True)
_HELD = Column("held", "Words", None, _held, quoted=True)
VERIFIED = View(
    fields=(
        _VERDICT,
        *_CLAIM,
        _of_claim("start", "Start", number=True),
        _of_claim("end", "End", number=True),
        Column("new_start", "New start", lambda row: row.start, number=True),
        Column("new_end", "New end", lambda row: row.end, number=True),
        _of_claim("exact", "Exact"),
        field("detail"),
    ),
    narrow=(
        _VERDICT,
        Column(
            "claim",
            "Statement, part, place",
            None,
            lambda row: "\n".join(
                part
                for part in (
                    row.claim.statement,
                    f"{row.claim.part} {row.claim.start}-{row.claim.end}",
                    f"now {_now(row)}" if _now(row) else "",
                )
                if part
            ),
            whole=True,
            side=True,
        ),
        _HELD,
    ),
    wide=(_VERDICT, *_CLAIM, _PLACE, _NOW, _HELD),
)
