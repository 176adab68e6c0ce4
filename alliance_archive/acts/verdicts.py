"""What two reports of an act are to each other, and which words that matter differ."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from .align import Alignment, Block, align, placements
from .governing import UNCERTAIN, bounds, governing, reaching_back
from .numerals import is_number
from .word_kinds import CHANGES, MODAL, NEGATION, NEGATIONS, NUMBER, WORD, kinds_of_change
from .words import ELLIPSIS, GAP, Word

DIFFERS, ELIDED, OVERLAP, CROPPED = "differs", "elided", "overlap", "cropped"
SAME, PARAPHRASE = "same", "paraphrase"
VERDICTS = (DIFFERS, ELIDED, OVERLAP, CROPPED, SAME, PARAPHRASE)


class Verdict(NamedTuple):
    """What two reports are to each other: one of VERDICTS, with the kinds of what differs."""

    verdict: str
    changes: tuple[str, ...]
    alignment: Alignment


def compare_words(
    first: Sequence[Word],
    second: Sequence[Word],
    bits: Callable[[str], float],
    names: Collection[str] = (),
) -> Verdict:
    """Return the verdict on two reports' words; `names` are keys that are names wherever they are.

    Of several places where one may have been cropped from the other, it is the one with the fewest
    changes.
    """
    verdict = judge(align(first, second, bits), names)
    if verdict.verdict != CROPPED or not verdict.changes:
        return verdict
    forward = len(first) <= len(second)
    alignments = placements(first, second) if forward else placements(second, first)
    others = [judge(a if forward else a.reversed(), names) for a in alignments]
    return min([verdict, *others], key=lambda candidate: len(candidate.changes))


def judge(alignment: Alignment, names: Collection[str] = ()) -> Verdict:
    """Return the verdict on an alignment."""
    blocks = alignment.blocks
    shared = [index for index, block in enumerate(blocks) if block.same]
    if not shared:
        return Verdict(DIFFERS, (WORD,), alignment)
    kinds: set[str] = set()
    differs = elided = False
    crops = [False, False]  # whether the first, and the second, lacks words of the other
    bounded = [_bounded(blocks, side) for side in (0, 1)]
    for index, block in enumerate(blocks):
        if block.same:
            elided = elided or any(
                first.bracketed != second.bracketed
                for first, second in zip(block.first, block.second, strict=True)
            )
            continue
        preceding = blocks[index - 1].first if index > shared[0] else ()
        following = blocks[index + 1].first if index < shared[-1] else ()
        outside = not preceding or not following
        change = _Divergence(block, outside)
        if change.other:
            differs = True
            kinds.update(_kinds(change, bounded[0][index], bounded[1][index], names))
        elided = elided or change.elided
        crops = [crops[0] or change.cropped[0], crops[1] or change.cropped[1]]
        kinds.update(_lost(block, change, blocks, index))
    if differs:
        verdict = DIFFERS
    elif all(crops):
        verdict = OVERLAP
    elif any(crops):
        verdict = CROPPED
    else:
        verdict = ELIDED if elided else SAME
    return Verdict(verdict, tuple(kind for kind in CHANGES if kind in kinds), alignment)


def _bounded(blocks: Sequence[Block], side: int) -> list[set[int]]:
    """Return the indexes of each block's words that bound a number, of one side."""
    words = [word for block in blocks for word in block.of(side) if not word.mark]
    bounding, start, result = bounds(words), 0, []
    for block in blocks:
        size = sum(not word.mark for word in block.of(side))
        result.append({index - start for index in bounding if start <= index < start + size})
        start += size
    return result


def _kinds(
    change: _Divergence, first_bounds: set[int], second_bounds: set[int], names: Collection[str]
) -> set[str]:
    """Return the kinds of a change; what bounds a number, at these indexes, is part of it."""
    if not first_bounds and not second_bounds:
        return kinds_of_change(change.first, change.second, names)
    first = [word for index, word in enumerate(change.first) if index not in first_bounds]
    second = [word for index, word in enumerate(change.second) if index not in second_bounds]
    return {NUMBER} | (kinds_of_change(first, second, names) if first or second else set())


class _Divergence:
    """What became of words that only one report has, or that stand against others.

    `cropped` says whether the first report lacks words of the second, and the reverse, without a
    mark; `other` whether words of one stand against other words, or are missing within it.
    """

    def __init__(self, block: Block, outside: bool) -> None:
        self.first = tuple(word for word in block.first if not word.mark)
        self.second = tuple(word for word in block.second if not word.mark)
        marks = [{word.key for word in words if word.mark} for words in (block.first, block.second)]
        ellipsis = [ELLIPSIS in keys for keys in marks]
        gap = [GAP in keys for keys in marks]
        brackets = [
            bool(words) and all(word.bracketed for word in words)
            for words in (self.first, self.second)
        ]
        self.elided = any(ellipsis) or any(brackets)
        self.cropped = [False, False]
        self.other = False
        if self.first and self.second:
            if any(brackets) or any(ellipsis) or any(gap):
                self.cropped = [
                    gap[0] or (ellipsis[1] and not ellipsis[0] and not any(brackets)),
                    gap[1] or (ellipsis[0] and not ellipsis[1] and not any(brackets)),
                ]
            else:
                self.other = True
        elif self.first or self.second:
            lacking = 0 if self.second else 1  # the report without these words
            if ellipsis[lacking] or brackets[1 - lacking]:
                pass
            elif gap[lacking] or outside:
                self.cropped[lacking] = True
            else:
                self.other = True


def _lost(block: Block, change: _Divergence, blocks: Sequence[Block], index: int) -> Iterator[str]:
    """Yield the kinds of the words that one report lacks and that govern those of both."""
    if change.other:
        return
    for cut, kept_instead, side in (
        (block.second, change.first, 1),
        (block.first, change.second, 0),
    ):
        words = tuple(word for word in cut if not word.mark)
        if not words:
            continue
        kinds: set[str] = set()
        if index + 1 < len(blocks) and blocks[index + 1].same:
            following = blocks[index + 1].of(side)
            kinds |= set(governing(words, following))
        if index and blocks[index - 1].same:
            kinds |= set(reaching_back(blocks[index - 1].of(side), words))
        instead = {word.key for word in kept_instead}
        if NEGATION in kinds and instead & NEGATIONS:
            kinds.discard(NEGATION)
        if MODAL in kinds and instead & UNCERTAIN:
            kinds.discard(MODAL)
        yield from kinds
    if change.first and change.second:
        numbers = [
            {word.key for word in words if is_number(word.key)}
            for words in (change.first, change.second)
        ]
        if all(numbers) and numbers[0] != numbers[1]:
            yield NUMBER
