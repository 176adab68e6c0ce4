"""How surprising words are: how improbable it is that another utterance has them, in bits.

A word is judged by the two before it. What counts is on how many occasions the archive has a
phrase, so that an act in twelve newspapers is not taken for a commonplace; and, because a small
archive has no statistics, a list of common words.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from math import log2
from zlib import crc32

Count = Callable[[int], int]
"""Returns on how many occasions other than those compared the archive has a phrase."""
RARE = 15.0  # bits of a word that is not in the list
_PRIOR = 50.0  # occasions that the list of common words counts for
_SMOOTHING = 3.0  # occasions that a shorter phrase counts for
_MOST, _LEAST = 16.0, 0.5  # bits of one word


def phrase_hash(words: Sequence[str]) -> int:
    """Return the number of a phrase of one, two or three words."""
    text = "\x1f".join(words).encode()
    return crc32(text) << 31 | crc32(text, 0x5EED) >> 1


hashed = lru_cache(1 << 18)(phrase_hash)


@cache
def common() -> tuple[dict[str, float], dict[tuple[str, str], float]]:
    """Return the bits of common words, and of words after others."""
    words: dict[str, float] = {}
    pairs: dict[tuple[str, str], float] = {}
    # Not by pathlib or importlib, whose import takes longer than reading the list.
    path = os.path.join(os.path.dirname(__file__), "common_words.txt")
    with open(path, encoding="utf-8") as file:
        text = file.read().replace("\n  ", " ")
    for line in text.splitlines():
        bits, of_words, entries = line.partition(": ")
        if of_words:
            words |= dict.fromkeys(entries.split(), float(bits))
            continue
        bits, of_pairs, entries = line.partition("; ")
        for pair in entries.split(", ") if of_pairs else ():
            first, second = pair.split()
            pairs[first, second] = float(bits)
    return words, pairs


def listed_bits(word: str) -> float:
    """Return the bits of a word by the list of common words alone."""
    return common()[0].get(word, RARE)


class Surprise:
    """The surprise of words, by an archive's counts of phrases and the list of common words."""

    def __init__(self, count: Count, occasions: int) -> None:
        self._count = count
        self._occasions = occasions
        self._words, self._pairs = common()

    def _probability(self, word: str) -> float:
        # The list has shares of all words; an occasion has about twenty.
        expected = min(20 * 2 ** -self._words.get(word, RARE), 1.0)
        share = (self._count(hashed((word,))) + _PRIOR * expected) / (self._occasions + _PRIOR)
        return min(share, 1.0) / 12

    def of_run(self, words: Sequence[str]) -> list[float]:
        """Return the bits of each of some words that follow each other."""
        return [
            self._bits(words[max(index - 2, 0) : index], word) for index, word in enumerate(words)
        ]

    def _bits(self, preceding: Sequence[str], word: str) -> float:
        share = self._probability(word)
        if preceding:
            last = preceding[-1]
            pair_bits = self._pairs.get((last, word))
            prior = share if pair_bits is None else max(2**-pair_bits, share)
            share = self._after((last,), word, prior)
            if len(preceding) == 2:
                share = self._after(tuple(preceding), word, share)
        return max(min(-log2(share), _MOST), _LEAST)

    def _after(self, preceding: tuple[str, ...], word: str, prior: float) -> float:
        together = self._count(hashed((*preceding, word)))
        alone = max(self._count(hashed(preceding)), together)
        return (together + _SMOOTHING * prior) / (alone + _SMOOTHING)
