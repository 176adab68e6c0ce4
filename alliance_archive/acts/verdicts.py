"""What two reports of an act are to each other, and which words that matter differ."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from .align import Alignment, Block, align, placements
from .numerals import is_number
from .words import ELLIPSIS, GAP, PAUSE, STOP, Word

DIFFERS, ELIDED, OVERLAP, CROPPED = "differs", "elided", "overlap", "cropped"
SAME, PARAPHRASE = "same", "paraphrase"
VERDICTS = (DIFFERS, ELIDED, OVERLAP, CROPPED, SAME, PARAPHRASE)
NUMBER, NEGATION, MODAL, NAME, WORD = "number", "negation", "modal", "name", "word"
CHANGES = (NUMBER, NEGATION, MODAL, NAME, WORD)
"""The kinds of words that differ, the weightiest first."""


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
    return min([verdict, *others], key=lambda one: len(one.changes))


def judge(alignment: Alignment, names: Collection[str] = ()) -> Verdict:
    """Return the verdict on an alignment."""
    blocks = alignment.blocks
    shared = [number for number, block in enumerate(blocks) if block.same]
    if not shared:
        return Verdict(DIFFERS, (WORD,), alignment)
    kinds: set[str] = set()
    differs = elided = False
    crops = [False, False]  # whether the first, and the second, lacks words of the other
    bounds = [_bounded(blocks, side) for side in (0, 1)]
    for number, block in enumerate(blocks):
        if block.same:
            elided = elided or any(
                one.bracketed != two.bracketed
                for one, two in zip(block.first, block.second, strict=True)
            )
            continue
        before = blocks[number - 1].first if number > shared[0] else ()
        after = blocks[number + 1].first if number < shared[-1] else ()
        outside = not before or not after
        change = _Change(block, outside)
        if change.other:
            differs = True
            kinds.update(_kinds(change, bounds[0][number], bounds[1][number], names))
        elided = elided or change.elided
        crops = [crops[0] or change.cropped[0], crops[1] or change.cropped[1]]
        lost = _lost(block, change, blocks, number)
        kinds.update(lost)
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
    found, start, result = _bounds(words), 0, []
    for block in blocks:
        size = sum(not word.mark for word in block.of(side))
        result.append({index - start for index in found if start <= index < start + size})
        start += size
    return result


def _kinds(change: _Change, one: set[int], two: set[int], names: Collection[str]) -> set[str]:
    """Return the kinds of a change; what bounds a number, at these indexes, is part of it."""
    if not one and not two:
        return kinds_of_change(change.first, change.second, names)
    first = [word for index, word in enumerate(change.first) if index not in one]
    second = [word for index, word in enumerate(change.second) if index not in two]
    return {NUMBER} | (kinds_of_change(first, second, names) if first or second else set())


class _Change:
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
        one, two = bool(self.first), bool(self.second)
        if one and two:
            if any(brackets) or any(ellipsis) or any(gap):
                self.cropped = [
                    gap[0] or (ellipsis[1] and not ellipsis[0] and not any(brackets)),
                    gap[1] or (ellipsis[0] and not ellipsis[1] and not any(brackets)),
                ]
            else:
                self.other = True
        elif one or two:
            lacking = 0 if two else 1  # the report without these words
            if ellipsis[lacking] or brackets[1 - lacking]:
                pass
            elif gap[lacking] or outside:
                self.cropped[lacking] = True
            else:
                self.other = True


def kinds_of_change(
    first: Sequence[Word], second: Sequence[Word], names: Collection[str] = ()
) -> set[str]:
    """Return the kinds of words in which two texts differ at one place."""
    ones, twos = [word.key for word in first], [word.key for word in second]
    changed = [word for word in first if word.key not in twos]
    changed += [word for word in second if word.key not in ones]
    kinds = {kind: [word for word in changed if _kind(word, names) == kind] for kind in CHANGES}
    found = {kind for kind in CHANGES if kinds[kind]}
    if not changed:
        return {WORD}
    if found & {NEGATION, MODAL}:
        # do not support, supports: only the negation differs.
        affirmed = _affirmed(first, second)
        rest = [
            word for word in kinds[WORD] if word.key not in _AUXILIARIES and word not in affirmed
        ]
        if not rest or _same_stems(rest, first, second):
            found.discard(WORD)
    if NUMBER in found and _same_stems(kinds[WORD], first, second):
        found.discard(WORD)
    if NAME in found and all(word.key in _ARTICLES for word in kinds[WORD]):
        found.discard(WORD)
    return found


def _affirmed(first: Sequence[Word], second: Sequence[Word]) -> list[Word]:
    """Return the words that say the opposite of a negation of the other text: some for no."""
    return [
        word
        for one, two in ((first, second), (second, first))
        if any(word.key in NEGATIONS for word in two)
        for word in one
        if word.key in _AFFIRMATIVES
    ]


def _same_stems(words: Sequence[Word], first: Sequence[Word], second: Sequence[Word]) -> bool:
    """Return whether words are forms of each other: support and supports."""
    if not words:
        return True
    ones = sorted(_stem(word.key) for word in words if word in first)
    twos = sorted(_stem(word.key) for word in words if word in second)
    return ones == twos


def _stem(key: str) -> str:
    for ending in ("ing", "ied", "ies", "ed", "es", "s", "e", "y", "d"):
        if key.endswith(ending) and len(key) - len(ending) > 2:
            return key[: -len(ending)]
    return key


def _kind(word: Word, names: Collection[str]) -> str:
    key = word.key
    if is_number(key):
        return NUMBER
    if key in NEGATIONS:
        return NEGATION
    if key in MODALS:
        return MODAL
    if len(key) > 1 and key.isupper():
        return NAME
    if word.capital and key not in _CAPITALS and (not word.first or key in names):
        return NAME
    return WORD


NEGATIONS = frozenset(
    [
        "not",
        "no",
        "never",
        "none",
        "nothing",
        "nobody",
        "nowhere",
        "neither",
        "nor",
        "without",
        "hardly",
        "scarcely",
        "barely",
    ]
)
MODALS = frozenset(
    ["will", "would", "shall", "should", "can", "could", "may", "might", "must", "ought"]
)
_DOUBTS = frozenset(
    [
        "perhaps",
        "maybe",
        "possibly",
        "probably",
        "allegedly",
        "reportedly",
        "apparently",
        "supposedly",
        "doubt",
        "doubts",
        "doubted",
        "doubtful",
        "unlikely",
        "unclear",
        "whether",
        "if",
        "unless",
        "potentially",
        "seemingly",
    ]
)
_UNCERTAIN = MODALS | _DOUBTS
_BOUNDING = (
    "at least, at most, more than, fewer than, less than, greater than, higher than, lower than,"
    " larger than, better than, other than, no more than, no fewer than, no less than, not more"
    " than, not fewer than, not less than, as many as, as much as, as few as, as little as, up to,"
    " close to, in excess of, upward of, upwards of, a minimum of, a maximum of, an estimated,"
    " nearly, almost, about, around, approximately, roughly, over, under, above, below, only, some,"
    " circa"
)
_BOUNDS = frozenset(tuple(phrase.split()) for phrase in _BOUNDING.split(", "))
_LONGEST_BOUND = max(map(len, _BOUNDS))
_BOUNDS_AFTER = frozenset(["more", "fewer", "less", "least", "most", "so"])
# What comes and goes with a negation; "one" is that of "no one".
_ACCOMPANYING = "do does did be is are was were been being have has had to one"
_AUXILIARIES = frozenset(_ACCOMPANYING.split())
_AFFIRMING = (
    "a an the with some any all every each one something anything everything somebody anybody"
    " everybody someone anyone everyone somewhere everywhere always ever both either and or"
)
_AFFIRMATIVES = frozenset(_AFFIRMING.split())
_ARTICLES = frozenset(["the", "a", "an", "of", "'s"])
_CAPITALS = frozenset(
    ["i", "the", "a", "an", "and", "but", "we", "they", "he", "she", "it", "this", "that"]
)
# Words at which another clause begins, so that a negation before them does not reach what follows.
_CLAUSES = frozenset(
    [
        "but",
        "because",
        "while",
        "although",
        "though",
        "until",
        "after",
        "before",
        "when",
        "where",
        "which",
        "who",
        "whom",
        "whose",
        "since",
        "as",
        "so",
        "yet",
        "however",
        "whereas",
    ]
)
_SUBJECTS = frozenset(
    ["i", "we", "you", "he", "she", "it", "they", "this", "these", "those", "there"]
)
_NEAR = 2  # words after what was kept, in which a negation reaches back
_ASIDE = 4  # words at most of an aside between commas


def _lost(block: Block, change: _Change, blocks: Sequence[Block], number: int) -> Iterator[str]:
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
        if number + 1 < len(blocks) and blocks[number + 1].same:
            following = blocks[number + 1].of(side)
            kinds |= set(_governing(words, following))
        if number and blocks[number - 1].same:
            kinds |= set(_reaching_back(blocks[number - 1].of(side), words))
        instead = {word.key for word in kept_instead}
        if NEGATION in kinds and instead & NEGATIONS:
            kinds.discard(NEGATION)
        if MODAL in kinds and instead & (MODALS | _DOUBTS):
            kinds.discard(MODAL)
        yield from kinds
    if change.first and change.second:
        numbers = [
            {word.key for word in words if is_number(word.key)}
            for words in (change.first, change.second)
        ]
        if all(numbers) and numbers[0] != numbers[1]:
            yield NUMBER


def _governing(cut: Sequence[Word], kept: Sequence[Word]) -> Iterator[str]:
    """Yield the kinds of words that were cut before what was kept, and govern it."""
    kept = [word for word in kept if not word.mark]
    if not kept or (kept[0].before == STOP and not kept[0].first):
        return
    if kept[0].first and kept[0].before == STOP and cut:
        return
    clause = _clause_before(cut, kept)
    keys = [word.key for word in clause]
    bound = (
        _bound([word.key for word in cut]) if any(is_number(word.key) for word in kept[:2]) else 0
    )
    if bound:
        yield NUMBER
        keys = keys[:-bound]
    if NEGATIONS.intersection(keys):
        yield NEGATION
    if _UNCERTAIN.intersection(keys):
        yield MODAL


def _bound(keys: Sequence[str]) -> int:
    """Return how many of the last words bound a number: at least, no more than; 0 for none."""
    sizes = range(min(_LONGEST_BOUND, len(keys)), 0, -1)
    return next((size for size in sizes if tuple(keys[-size:]) in _BOUNDS), 0)


def _bounds(words: Sequence[Word]) -> set[int]:
    """Return the indexes of the words that bound a number: at least 20, 20 boats or more."""
    keys = [word.key for word in words]
    found: set[int] = set()
    for index in range(len(keys)):
        if is_number(keys[index]):
            begins = index - (keys[index - 1 : index] == ["a"])
            found.update(range(begins - _bound(keys[:begins]), begins))
            for after in (index + 1, index + 2):
                found.update(range(after, after + _bound_after(keys[after : after + 2])))
    return found


def _bound_after(keys: Sequence[str]) -> int:
    """Return how many of the words after a number bound it: or more, at least, plus."""
    if keys[:1] == ["plus"]:
        return 1
    return 2 if keys[:1] in (["or"], ["at"]) and keys[1:2] and keys[1] in _BOUNDS_AFTER else 0


def _clause_before(cut: Sequence[Word], kept: Sequence[Word]) -> Sequence[Word]:
    """Return the words of the clause that was cut before what was kept."""
    begin = len(cut)
    following = kept[0]
    while begin:
        word = cut[begin - 1]
        if following.before == STOP:
            break
        if following.before == PAUSE and not _aside(cut, begin):
            break
        if word.key in _CLAUSES and (word.key != "as" or following.key in _SUBJECTS):
            break
        if word.key in ("and", "or") and following.key in _SUBJECTS:
            break
        begin -= 1
        following = word
    return cut[begin:]


def _aside(cut: Sequence[Word], end: int) -> bool:
    """Return whether the words before a comma are an aside, itself behind a comma."""
    nearest = cut[max(end - _ASIDE, 1) : end]
    return any(word.before == PAUSE for word in nearest)


def _reaching_back(kept: Sequence[Word], cut: Sequence[Word]) -> Iterator[str]:
    """Yield the kinds of words that were cut after what was kept, and govern it."""
    near: list[Word] = []
    for word in cut[:_NEAR]:
        if word.before or word.key in _CLAUSES or word.key in ("and", "or"):
            near = near or ([word] if word.key == "or" else [])
            break
        near.append(word)
    keys = [word.key for word in near]
    if NEGATIONS.intersection(keys):
        yield NEGATION
    counted = any(is_number(word.key) for word in kept[-2:])
    if counted and _bound_after([word.key for word in cut[:2]]):
        yield NUMBER
