"""The words of two reports, aligned once: what they share, and what is on either side of that.

One report may begin before the other and end after it at no cost, but where both have other words
on the same side, these stand against each other. A mark for words left out stands for any number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from .words import GAP, Word, settled

_OPEN, _EXTEND, _OTHER = -1.6, -0.3, -1.6  # the cost of a gap, of each word in it, of a change
_FUNCTION = 9.0  # bits up to which a matching word is worth little
_LARGEST = 250_000  # cells of the table; longer texts are compared without it


class Block(NamedTuple):
    """Words of each report that correspond: the same, or one in place of the other."""

    same: bool
    first: tuple[Word, ...]
    second: tuple[Word, ...]

    def of(self, side: int) -> tuple[Word, ...]:
        """The words of the first report, 0, or of the second, 1."""
        return self.second if side else self.first


class Alignment(NamedTuple):
    """The blocks of two reports in order; without a shared word there are none."""

    blocks: tuple[Block, ...]

    @property
    def shared(self) -> Iterator[tuple[Word, ...]]:
        """The runs of words that both have."""
        return (block.first for block in self.blocks if block.same)

    def reversed(self) -> Alignment:
        """The same, the second report first."""
        return Alignment(tuple(Block(same, b, a) for same, a, b in self.blocks))


def align(first: Sequence[Word], second: Sequence[Word], bits: Callable[[str], float]) -> Alignment:
    """Return the alignment of two reports' words; `bits` is the surprise of a word.

    Which of several equally good alignments is returned does not depend on the reports' order.
    """
    first, second = settled(first, second), settled(second, first)
    if not first or not second:
        return Alignment(())
    if [word.key for word in first] <= [word.key for word in second]:
        return _aligned(first, second, bits)
    return _aligned(second, first, bits).reversed()


def _aligned(
    first: tuple[Word, ...], second: tuple[Word, ...], bits: Callable[[str], float]
) -> Alignment:
    codes: dict[str, str] = {}
    first_text = "".join(codes.setdefault(word.key, chr(256 + len(codes))) for word in first)
    second_text = "".join(codes.setdefault(word.key, chr(256 + len(codes))) for word in second)
    if first_text == second_text:
        return Alignment((Block(True, first, second),))
    if (start := second_text.find(first_text)) >= 0:
        return _contained(first, second, start)
    if (start := first_text.find(second_text)) >= 0:
        return _contained(second, first, start).reversed()
    if not set(first_text) & set(second_text) - {codes.get(GAP, "")}:
        return Alignment(())
    if len(first) * len(second) > _LARGEST:
        pairs = _by_difflib(first_text, second_text)
    else:
        pairs = _Table(first, second, bits).pairs()
    return Alignment(tuple(_blocks(first, second, pairs)))


def placements(short: Sequence[Word], long: Sequence[Word]) -> list[Alignment]:
    """Return an alignment for each place at which all words of one report are in another."""
    short, long = settled(short, long), settled(long, short)
    keys, size = [word.key for word in short], len(short)
    return [
        _contained(short, long, start)
        for start in range(len(long) - size + 1)
        if long[start].key == keys[0] and [word.key for word in long[start : start + size]] == keys
    ]


def _contained(short: Sequence[Word], long: Sequence[Word], start: int) -> Alignment:
    end = start + len(short)
    blocks = (
        Block(False, (), tuple(long[:start])),
        Block(True, tuple(short), tuple(long[start:end])),
        Block(False, (), tuple(long[end:])),
    )
    return Alignment(tuple(block for block in blocks if block.first or block.second))


def _by_difflib(first: str, second: str) -> list[tuple[int, int]]:
    from difflib import SequenceMatcher

    matching = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    return [(a + n, b + n) for a, b, size in matching for n in range(size)]


def _blocks(
    first: Sequence[Word], second: Sequence[Word], pairs: Sequence[tuple[int, int]]
) -> Iterator[Block]:
    """Yield the blocks of matching pairs of indexes, and what is between them."""
    i = j = 0
    runs: list[tuple[int, int, int]] = []
    for a, b in pairs:
        if runs and runs[-1][0] + runs[-1][2] == a and runs[-1][1] + runs[-1][2] == b:
            runs[-1] = (*runs[-1][:2], runs[-1][2] + 1)
        else:
            runs.append((a, b, 1))
    for a, b, size in runs:
        if a > i or b > j:
            yield Block(False, tuple(first[i:a]), tuple(second[j:b]))
        i, j = a + size, b + size
        yield Block(True, tuple(first[a:i]), tuple(second[b:j]))
    if i < len(first) or j < len(second):
        yield Block(False, tuple(first[i:]), tuple(second[j:]))


_BOTH, _CHANGED, _ONLY_FIRST, _ONLY_SECOND = 1, 2, 3, 4  # how a cell is reached
_LOW = -1e9


class _Table:
    """The best alignment by dynamic programming (Gotoh 1982), with free ends."""

    def __init__(
        self, first: Sequence[Word], second: Sequence[Word], bits: Callable[[str], float]
    ) -> None:
        self._first = first
        self._second = [(word.key, word.mark, word.bracketed) for word in second]
        self._worth = {
            word.key: (0.0 if word.mark else 1.0 if bits(word.key) < _FUNCTION else 3.0)
            for word in first
        }

    def pairs(self) -> list[tuple[int, int]]:
        """Return the matching pairs of indexes."""
        rows, columns = len(self._first), len(self._second)
        best, above = [0.0] * (columns + 1), [_LOW] * (columns + 1)
        moves: list[list[int]] = []
        ends: list[tuple[float, int, int]] = []
        for i, word in enumerate(self._first, 1):
            best, move = self._row(word, best, above)
            moves.append(move)
            ends.append((best[columns], i, columns))
        ends += [(score, rows, j) for j, score in enumerate(best)]
        _, i, j = max(ends, key=lambda end: (end[0], end[1] + end[2]))
        pairs = []
        while i and j:
            step = moves[i - 1][j]
            if step == _BOTH:
                pairs.append((i - 1, j - 1))
            i, j = i - (step != _ONLY_SECOND), j - (step != _ONLY_FIRST)
        return pairs[::-1]

    def _row(
        self, word: Word, best: list[float], above: list[float]
    ) -> tuple[list[float], list[int]]:
        """Return the scores of a word of the first report, and how each is reached.

        `above` has the scores that end in words that only the first report has, and is updated.
        """
        row, move, beside = [0.0], [0], _LOW
        own_key, own_mark = word.key, word.mark
        for j, (key, mark, bracketed) in enumerate(self._second, 1):
            # Not max(), which takes as long as all else that is done for a cell.
            above[j] = (above[j] if above[j] > best[j] + _OPEN else best[j] + _OPEN) + _EXTEND
            beside = (beside if beside > row[j - 1] + _OPEN else row[j - 1] + _OPEN) + _EXTEND
            if own_key == key and not mark:
                differ = word.bracketed != bracketed
                score, step = best[j - 1] + self._worth[key] - differ, _BOTH
            elif own_mark or mark:
                # A mark stands for any number of words of the other report.
                step = _BOTH if own_key == key else _CHANGED
                score = best[j - 1] - 0.01
                if best[j] >= score:
                    score, step = best[j], _ONLY_FIRST
                if row[j - 1] >= score:
                    score, step = row[j - 1], _ONLY_SECOND
            else:
                score, step = best[j - 1] + _OTHER, _CHANGED
            if above[j] > score:
                score, step = above[j], _ONLY_FIRST
            if beside > score:
                score, step = beside, _ONLY_SECOND
            row.append(score)
            move.append(step)
        return row, move
