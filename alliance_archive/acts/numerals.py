"""Numbers in words and figures, as one key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .words import Word

_COUNTED = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen"
)
_ONES = {word: number for number, word in enumerate(_COUNTED.split())}
_ROUND = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = {word: 10 * number for number, word in enumerate(_ROUND.split(), 2)}
_SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_SCALES |= {"trillion": 10**12}
_SIMPLE = _ONES | _TENS
_EXACT = 1e9  # above which figures are whole
_ORDERED = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
    " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_ORDINALS = {word: number for number, word in enumerate(_ORDERED.split(), 1)}
_ORDINALS |= {f"{word[:-1]}ieth": number for word, number in _TENS.items()}
_ORDINALS |= {"hundredth": 100}
_QUANTITIES = (
    "half halves quarter quarters dozen dozens hundreds thousands millions billions twice double"
    " doubled triple tripled once thrice single couple score tenfold"
)
_OTHERS = frozenset(_QUANTITIES.split())


def is_number(key: str) -> bool:
    """Return whether a key of a word is a number, or a word for one."""
    return key[:1].isdigit() or key in _OTHERS or key in _SCALES


def joined_numbers(words: Sequence[Word]) -> list[Word]:
    """Return words with each number, in words or figures, as one word in figures."""
    result: list[Word] = []
    index = 0
    while index < len(words):
        no_one = index and words[index].key == "one" and words[index - 1].key == "no"
        number = None if no_one else _number_at(words, index)
        key, end = number or ("", index + 1)
        result.append(words[index]._replace(key=key) if key else words[index])
        index = end
    return result


def _number_at(words: Sequence[Word], start: int) -> tuple[str, int] | None:
    """Return the number that begins at a word, as a key, and where it ends; None without one."""
    number, index = _Number(), start
    while index < len(words):
        word = words[index]
        joins = not word.before and word.bracketed == words[start].bracketed
        if (index > start and not joins) or not number.takes(words, index):
            break
        index += 1
        if number.ordinal:
            break
    while index > start and words[index - 1].key == "and":
        index -= 1
    return (number.key, index) if number.begun else None


class _Number:
    """A number that is read word by word: a hundred and five, 2 million, forty-ninth."""

    def __init__(self) -> None:
        self.begun = self.ordinal = False
        self._total = self._current = 0.0
        self._room = 0.0  # what is added next must be less; 0: nothing may be added

    @property
    def key(self) -> str:
        """The number in figures."""
        value = self._total + self._current
        figures = f"{value:.10g}" if value < _EXACT else f"{value:.0f}"
        return f"{figures}{'th' * self.ordinal}"

    def takes(self, words: Sequence[Word], index: int) -> bool:
        """Add a word to the number; return whether it belongs to it."""
        key = words[index].key
        if key == "and":
            return self.begun and self._room >= 100 and _key(words, index + 1) in _SIMPLE
        if key == "a":
            return not self.begun and _key(words, index + 1) in _SCALES and self._adds(1, 1)
        if key in _ORDINALS:
            self.ordinal = self._adds(_ORDINALS[key], 0)
            return self.ordinal
        if key in _SIMPLE:
            return self._adds(_SIMPLE[key], 10 if key in _TENS else 0)
        if key in _SCALES:
            return self.begun and self._multiplies(_SCALES[key])
        figures = _figures(key)
        return figures is not None and not self.begun and self._adds(figures, 0)

    def _adds(self, value: float, room: float) -> bool:
        if self.begun and not 0 < value < self._room:
            return False
        self._current += value
        self.begun, self._room = True, room
        return True

    def _multiplies(self, scale: int) -> bool:
        if scale == 100:
            self._current *= 100
        else:
            self._total += self._current * scale
            self._current = 0
        self._room = scale
        return True


def _key(words: Sequence[Word], index: int) -> str:
    return words[index].key if index < len(words) else ""


def _figures(key: str) -> float | None:
    digits = key
    for ending in ("st", "nd", "rd", "th"):
        digits = digits.removesuffix(ending)
    if digits != key or not digits[:1].isdigit():
        return None
    try:
        return float(digits)
    except ValueError:
        return None
