"""Linking in the terminal: show two statements, ask whether they report one act, record it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..acts.evidence import Pair
from ..archive import Archive
from ..edit.linking import link, reports_of, tell_apart
from ..reports.pairs import compared, draw
from .boundary import tell, write
from .prompts import ask_key

_KEYS = "y one act  n different acts  s skip  q quit  ? help"
_HELP = """\
  y  yes: they report one act; its id is written into both
  n  no: they report different acts; that is written into the first, and not asked again
  s  skip: leave them as they are for now
  q  quit; every decision is already saved
"""
_COMMAND = "corroborate --link"


class Linker:
    """Goes through the pairs of an archive, the fullest reports first."""

    def __init__(self, archive: Archive, pairs: Sequence[Pair], width: int, color: bool) -> None:
        self._archive = archive
        self._pairs = pairs
        self._width, self._color = width, color
        self._agreeing = {_couple(pair) for pair in pairs if pair.agreement}

    def run(self) -> tuple[int, int]:
        """Ask about each pair; return how many were linked, and how many told apart."""
        linked = apart = 0
        for pair in self._in_order():
            write(f"{draw(list(compared(self._archive, [pair])), self._width, self._color)}\n")
            while (key := ask_key(_KEYS)) not in tuple("ynsq"):
                write(_HELP)
            if key == "q":
                break
            if key == "y":
                act = link(self._archive, pair.first, pair.second, _COMMAND)
                tell(f"linked: {act}")
                linked += 1
            elif key == "n":
                tell_apart(self._archive, pair.first, pair.second, _COMMAND)
                apart += 1
        return linked, apart

    def take_agreeing(self) -> tuple[int, int]:
        """Link the pairs that agree, each through the fullest report of its act."""
        linked = 0
        for pair in self._in_order():
            if pair.agreement and self._through_the_fullest(pair):
                link(self._archive, pair.first, pair.second, f"{_COMMAND} --yes")
                linked += 1
        return linked, 0

    def _in_order(self) -> Iterator[Pair]:
        """Yield the pairs that have not been linked meanwhile, the best-ranked reports first."""
        ranks = dict(self._archive.connection.execute("SELECT id, report_rank FROM statement"))

        def rank(ident: str) -> tuple[str, str]:
            return ranks.get(ident) or "", ident

        def order(pair: Pair) -> list[tuple[str, str]]:
            return sorted((rank(pair.first), rank(pair.second)))

        for pair in sorted(self._pairs, key=order):
            acts = {self._act(pair.first), self._act(pair.second)}
            if (acts == {None} or len(acts) == 2) and not self._told_apart(pair):
                yield pair

    def _told_apart(self, pair: Pair) -> bool:
        """Return whether reports of the two acts are known to report different ones."""
        sides = [
            reports_of(self._archive, self._act(ident) or "") or [ident]
            for ident in (pair.first, pair.second)
        ]
        return any(
            set(self._archive.row(ident).not_act) & set(others)
            for side, others in (sides, reversed(sides))
            for ident in side
        )

    def _act(self, ident: str) -> str | None:
        return self._archive.row(ident).act

    def _through_the_fullest(self, pair: Pair) -> bool:
        """Return whether the fullest reports of both acts agree: a scrap joins no acts."""
        fullest = sorted({self._fullest(pair.first), self._fullest(pair.second)})
        return len(fullest) < 2 or tuple(fullest) in self._agreeing

    def _fullest(self, ident: str) -> str:
        act = self._act(ident)
        reports = [self._archive.row(report) for report in reports_of(self._archive, act or "")]
        quoted = max(reports, key=lambda row: sum(map(len, row.exacts)), default=None)
        return quoted.id if quoted else ident


def _couple(pair: Pair) -> tuple[str, str]:
    return min(pair.first, pair.second), max(pair.first, pair.second)
