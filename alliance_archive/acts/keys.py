"""The keys by which reports find each other: a context, and words in it.

Two statements with a key in common are compared. A context alone would give every pair of a
meeting, and words alone every use of a stock phrase; both together give a few.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import attrgetter, itemgetter

from .reports import Report
from .surprise import RARE, common, hashed, phrase_hash
from .words import Word

MOST_HOLDERS = 60
"""The most reports that have a key in common and are compared for it."""
_PROMINENT = 8.5  # bits of a word that is a key by itself
_FUNCTION = 7.5  # bits that one of two words in a row must have to be a key
_SLOTS = 1 << 25
_MASK = (1 << 62) - 1


@lru_cache(1 << 16)
def _context(context: str) -> int:
    return phrase_hash((context,)) | 1


def keys_of(report: Report) -> set[int]:
    """Return the keys of a report, as numbers of up to 62 bits."""
    features = features_of(report.words)
    keys = {_key(context, feature) for context in set(report.contexts()) for feature in features}
    # One sentence may be credited to two people: of a week, four words in a row are few.
    for run in _fours(report.words):
        keys.update(_key(f"week {week}", run) for week in report.weeks())
    return keys


def _key(context: str, feature: int) -> int:
    return (_context(context) * (feature | 1) + feature) & _MASK


def _fours(words: Sequence[Word]) -> Iterator[int]:
    """Yield the numbers of four words in a row that are not all common."""
    common_bits = common()[0]
    keys = [word.key for word in words if not word.mark]
    for start in range(len(keys) - 3):
        four = keys[start : start + 4]
        if max(common_bits.get(key, RARE) for key in four) > _PROMINENT:
            yield phrase_hash(four)


def features_of(words: Iterable[Word]) -> set[int]:
    """Return the numbers of the word pairs, and of the prominent words, of a text."""
    common_bits = common()[0]
    features: set[int] = set()
    previous, rarity = "", 0.0
    for word in words:
        if word.mark:
            previous, rarity = "", 0.0
            continue
        bits = common_bits.get(word.key, RARE)
        if previous and max(bits, rarity) > _FUNCTION:
            features.add(hashed((previous, word.key)))
        if bits > _PROMINENT:
            features.add(hashed((word.key,)))
        previous, rarity = word.key, bits
    return features


def shared_keys(reports: Sequence[Report]) -> Iterator[tuple[int, int]]:
    """Yield the keys that several reports have, but not too many, with the reports' numbers.

    A report's number is its place in the sequence. Most keys are of one report only: these are
    left out by a count of their last bits before the others are sorted.
    """
    keys, numbers = array("q"), array("I")
    counts = bytearray(_SLOTS)
    for number, report in enumerate(reports):
        if not report.exacts:
            continue
        for key in keys_of(report):
            keys.append(key)
            numbers.append(number)
            slot = key % _SLOTS
            if counts[slot] < 2:
                counts[slot] += 1
    repeated = [
        (key, number) for key, number in zip(keys, numbers, strict=True) if counts[key % _SLOTS] > 1
    ]
    repeated.sort()
    for _, group in groupby(repeated, key=itemgetter(0)):
        holders = list(group)
        if 1 < len(holders) <= MOST_HOLDERS:
            yield from holders


def phrases_of(words: Iterable[Word]) -> set[int]:
    """Return the numbers of all phrases of one to three words in a text."""
    phrases: set[int] = set()
    run: list[str] = []
    for word in words:
        if word.mark:
            run = []
            continue
        run = [*run[-2:], word.key]
        phrases.update(hashed(tuple(run[start:])) for start in range(len(run)))
    return phrases


def counted_phrases(reports: Iterable[Report]) -> tuple[int, Iterator[tuple[int, int]]]:
    """Return the number of occasions, and the phrases of several of them with their number."""
    occasion = attrgetter("occasion")
    by_occasion = sorted((report for report in reports if report.exacts), key=occasion)
    numbers: list[int] = []
    occasions = 0
    for _, group in groupby(by_occasion, key=occasion):
        occasions += 1
        phrases: set[int] = set()
        for report in group:
            phrases |= phrases_of(report.words)
        numbers += phrases
    numbers.sort()
    counts = ((phrase, sum(1 for _ in group)) for phrase, group in groupby(numbers))
    return occasions, ((phrase, count) for phrase, count in counts if count > 1)
