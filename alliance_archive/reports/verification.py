"""The columns of `verify`: each claim, its verdict, and where it now is in the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..render.columns import Column, View, field

if TYPE_CHECKING:
    from ..verify import CheckedClaim


def _offsets(row: CheckedClaim) -> str:
    return f"{row.claim.start}-{row.claim.end}"


def _new_offsets(row: CheckedClaim) -> str:
    """Return the new offsets of what has moved."""
    moved = row.start is not None and (row.start, row.end) != (row.claim.start, row.claim.end)
    return f"{row.start}-{row.end}" if moved else ""


def _words(row: CheckedClaim) -> Iterator[tuple[str, bool]]:
    """Yield the difference if there is one, else the words and the verdict's detail."""
    if row.verdict == "altered":
        yield str(row.detail), False
        return
    if row.claim.exact:
        yield f"“{row.claim.exact}”", True
    if row.detail:
        yield f"{' ' * bool(row.claim.exact)}({row.detail})", False


def _claim(row: CheckedClaim) -> str:
    new = _new_offsets(row)
    lines = (row.claim.statement, f"{row.claim.part} {_offsets(row)}", f"now {new}" if new else "")
    return "\n".join(line for line in lines if line)


_VERDICT = field("verdict", whole=True)
_CLAIM = (field("claim.statement", whole=True), field("claim.part", whole=True))
_WORDS = Column(
    "held", "Words", None, lambda row: "".join(text for text, _ in _words(row)), segments=_words
)
VERIFIED = View(
    fields=(
        _VERDICT,
        *_CLAIM,
        field("claim.start", numeric=True),
        field("claim.end", numeric=True),
        field("start", "New start", numeric=True)._replace(key="new_start"),
        field("end", "New end", numeric=True)._replace(key="new_end"),
        field("claim.exact"),
        field("detail"),
    ),
    narrow=(
        _VERDICT,
        Column("claim", "Statement, part, offsets", None, _claim, whole=True, side=True),
        _WORDS,
    ),
    wide=(
        _VERDICT,
        *_CLAIM,
        Column("offsets", "Offsets", None, _offsets, whole=True),
        Column("now", "Now at", None, _new_offsets, whole=True),
        _WORDS,
    ),
)
