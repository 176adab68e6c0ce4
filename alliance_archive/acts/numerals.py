"""Numbers in words and figures, as one key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .words import Word

_ONES = dict(
    zip(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ],
        range(20),
        strict=True,
    )
)
_TENS = dict(
    zip(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
        range(20, 100, 10),
        strict=True,
    )
)
_SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_SCALES |= {"trillion": 10**12}
_SHORT = {"m": "million", "mn": "million", "bn": "billion", "b": "billion", "k": "thousand"}
_ORDINALS = dict(
    zip(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
        ],
        range(1, 20),
        strict=True,
    )
) | {
    "twentieth": 20,
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70,
    "eightieth": 80,
    "ninetieth": 90,
    "hundredth": 100,
}
_OTHERS = frozenset(
    [
        "half",
        "halves",
        "quarter",
        "quarters",
        "dozen",
        "dozens",
        "hundreds",
        "thousands",
        "millions",
        "billions",
        "twice",
        "double",
        "doubled",
        "triple",
        "tripled",
        "once",
        "thrice",
        "single",
        "couple",
        "score",
        "tenfold",
    ]
)


def is_number(key: str) -> bool:
    """Return whether a key of a word is a number, or a word for one."""
    return key[:1].isdigit() or key in _OTHERS or key in _SCALES


def joined_numbers(words: Sequence[Word]) -> list[Word]:
    """Return words with each number, in words or figures, as one word in figures."""
    result: list[Word] = []
    index = 0
    while index < len(words):
        number = _number_at(words, index)
        if number is None:
            result.append(words[index])
            index += 1
            continue
        key, end = number
        shown = " ".join(word.shown for word in words[index:end] if word.shown)
        if words[index].key != "one" or end > index + 1:
            result.append(words[index]._replace(key=key, shown=shown))
        else:
            result.append(words[index]._replace(key="1"))
        index = end
    return result


def _number_at(words: Sequence[Word], start: int) -> tuple[str, int] | None:
    """Return the number that begins at a word, as a key, and where it ends; None without one."""
    total, current, index = 0.0, 0.0, start
    seen, ordinal, last = False, "", 0.0  # last: the value that may still be added to
    while index < len(words):
        word = words[index]
        key = word.key
        if index > start and (word.before or word.bracketed != words[start].bracketed):
            break
        if key == "a" and not seen and _key(words, index + 1) in ("hundred", "thousand", "million"):
            current, seen, last = 1, True, 1
        elif key == "and" and seen and _follows(words, index, last):
            pass
        elif (key in _ORDINALS and not (key == "second" and not seen)) or (
            key == "second" and not seen and index == start
        ):
            value: float = _ORDINALS[key]
            if seen and not 0 < value < (last or 1):
                break
            current, seen, ordinal = current + value, True, "th"
            index += 1
            break
        elif key in _ONES or key in _TENS:
            value = _ONES.get(key, _TENS.get(key, 0))
            if seen and not (last >= 20 and value < (10 if last < 100 else 100)):
                break
            current, seen = current + value, True
            last = value if key in _TENS else 1
        elif key in _SCALES and seen:
            scale = _SCALES[key]
            if scale == 100:
                current *= 100
                last = 100
            else:
                total, current, last = total + current * scale, 0, scale
        elif (figures := _figures(key)) is not None and not seen:
            current, seen, last = figures, True, 0
        elif key in _SHORT and seen and index == start + 1 and words[start].key[0].isdigit():
            total, current, last = total + current * _SCALES[_SHORT[key]], 0, 1
        else:
            break
        index += 1
    while index > start + 1 and words[index - 1].key == "and":
        index -= 1
    if not seen:
        return None
    return f"{total + current:.10g}{ordinal}" if total + current < 1e9 else (
        f"{total + current:.0f}{ordinal}"
    ), index


def _key(words: Sequence[Word], index: int) -> str:
    return words[index].key if index < len(words) else ""


def _follows(words: Sequence[Word], index: int, last: float) -> bool:
    """Return whether what follows “and” belongs to the number: two hundred and five."""
    following = _key(words, index + 1)
    return last >= 100 and (following in _ONES or following in _TENS or following in _ORDINALS)


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
