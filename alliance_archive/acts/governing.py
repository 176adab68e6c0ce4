"""Words that one report lacks and that govern what it kept: a negation, a doubt, a bound.

“Force is the answer” of “I do not believe that force is the answer” lacks a negation, “20 dead” of
“at least 20 dead” a bound. A crop without such words changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .numerals import is_number
from .word_kinds import MODAL, MODALS, NEGATION, NEGATIONS, NUMBER
from .words import PAUSE, STOP, Word

_DOUBTING = (
    "perhaps maybe possibly probably allegedly reportedly apparently supposedly doubt doubts"
    " doubted doubtful unlikely unclear whether if unless potentially seemingly"
)
UNCERTAIN = MODALS | frozenset(_DOUBTING.split())
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
# Words at which another clause begins, so that a negation before them does not reach what follows.
_BEGINNING = (
    "but because while although though until after before when where which who whom whose since as"
    " so yet however whereas"
)
_CLAUSES = frozenset(_BEGINNING.split())
_SUBJECTS = frozenset(
    ["i", "we", "you", "he", "she", "it", "they", "this", "these", "those", "there"]
)
_NEAR = 2  # words after what was kept, in which a negation reaches back
_ASIDE = 4  # words at most of an aside between commas


def governing(cut: Sequence[Word], kept: Sequence[Word]) -> Iterator[str]:
    """Yield the kinds of words that were cut before what was kept, and govern it."""
    kept = [word for word in kept if not word.mark]
    if not kept or (kept[0].before == STOP and not kept[0].first):
        return
    if kept[0].first and kept[0].before == STOP and cut:
        return
    clause = _clause_before(cut, kept)
    keys = [word.key for word in clause]
    counted = any(is_number(word.key) for word in kept[:2])
    if counted and (bound := _bound([word.key for word in cut])):
        yield NUMBER
        keys = keys[:-bound]
    if NEGATIONS.intersection(keys):
        yield NEGATION
    if UNCERTAIN.intersection(keys):
        yield MODAL


def reaching_back(kept: Sequence[Word], cut: Sequence[Word]) -> Iterator[str]:
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


def _bound(keys: Sequence[str]) -> int:
    """Return how many of the last words bound a number: at least, no more than; 0 for none."""
    sizes = range(min(_LONGEST_BOUND, len(keys)), 0, -1)
    return next((size for size in sizes if tuple(keys[-size:]) in _BOUNDS), 0)


def bounds(words: Sequence[Word]) -> set[int]:
    """Return the indexes of the words that bound a number: at least 20, 20 boats or more."""
    keys = [word.key for word in words]
    bounding: set[int] = set()
    for index in range(len(keys)):
        if is_number(keys[index]):
            begins = index - (keys[index - 1 : index] == ["a"])
            bounding.update(range(begins - _bound(keys[:begins]), begins))
            for start in (index + 1, index + 2):
                bounding.update(range(start, start + _bound_after(keys[start : start + 2])))
    return bounding


def _bound_after(keys: Sequence[str]) -> int:
    """Return how many of the words after a number bound it: or more, at least, plus."""
    if keys[:1] == ["plus"]:
        return 1
    return 2 if keys[:1] in (["or"], ["at"]) and keys[1:2] and keys[1] in _BOUNDS_AFTER else 0
