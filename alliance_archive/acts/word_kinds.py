"""The kinds of words in which two reports of an act differ: number, negation, modal, name, word."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from .numerals import is_number
from .words import Word

NUMBER, NEGATION, MODAL, NAME, WORD = "number", "negation", "modal", "name", "word"
CHANGES = (NUMBER, NEGATION, MODAL, NAME, WORD)
"""The kinds, the weightiest first."""
_NEGATING = "not no never none nothing nobody nowhere neither nor without hardly scarcely barely"
NEGATIONS = frozenset(_NEGATING.split())
MODALS = frozenset(
    ["will", "would", "shall", "should", "can", "could", "may", "might", "must", "ought"]
)
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
_ENDINGS = ("ing", "ied", "ies", "ed", "es", "s", "e", "y", "d")


def kinds_of_change(
    first: Sequence[Word], second: Sequence[Word], names: Collection[str] = ()
) -> set[str]:
    """Return the kinds of words in which two texts differ at one place."""
    ones, twos = [word.key for word in first], [word.key for word in second]
    changed = [word for word in first if word.key not in twos]
    changed += [word for word in second if word.key not in ones]
    by_kind = {kind: [word for word in changed if _kind(word, names) == kind] for kind in CHANGES}
    kinds = {kind for kind in CHANGES if by_kind[kind]}
    if not changed:
        return {WORD}
    if kinds & {NEGATION, MODAL}:
        # do not support, supports: only the negation differs.
        affirmed = _affirmed(first, second)
        rest = [
            word for word in by_kind[WORD] if word.key not in _AUXILIARIES and word not in affirmed
        ]
        if not rest or _same_stems(rest, first, second):
            kinds.discard(WORD)
    if NUMBER in kinds and _same_stems(by_kind[WORD], first, second):
        kinds.discard(WORD)
    if NAME in kinds and all(word.key in _ARTICLES for word in by_kind[WORD]):
        kinds.discard(WORD)
    return kinds


def _affirmed(first: Sequence[Word], second: Sequence[Word]) -> list[Word]:
    """Return the words that say the opposite of a negation of the other text: some for no."""
    return [
        word
        for words, other_words in ((first, second), (second, first))
        if any(word.key in NEGATIONS for word in other_words)
        for word in words
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
    for ending in _ENDINGS:
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
