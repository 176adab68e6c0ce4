"""Words and names folded to one form, so that a search finds them however they are typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain, groupby

from .invisible import is_invisible, without_invisible

_ASCII_WORD = "[a-z0-9]+"
# For each ASCII byte its lower-case letter or digit, else a space: one translate() and one split()
# then give the words, faster than a regular expression.
_ASCII_WORDS = bytes(ord(chr(c).lower()) if chr(c).isalnum() else 32 for c in range(128)).ljust(256)
# U.S., U.N. and e.g. are one word each: single letters with a stop between them.
_ABBREVIATION = r"(?<![^\W_])[a-z](?:\.[a-z])+(?![^\W_])"
# Typographic marks that only separate words. Without them most English texts are ASCII and can be
# handled quickly.
_MARKS = "“”’—‘–„‹›«»…·"
# Letters that Unicode does not decompose but that people type without their stroke or ligature.
_PLAIN = {"ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
_ACCENTS = "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
# Scripts written without spaces, or (Hangul) with attached particles: each character is a word.
# Of each range of such characters the first, and the one after the last.
_UNSPACED = (
    "\u0e00\u0f00\u1000\u10a0\u1100\u1200\u1780\u1800\u3005\u3008\u3040\u3100\u3105\u3190"
    "\u31a0\u31c0\u31f0\u3200\u3400\u4dc0\u4e00\ua000\ua960\ua980\uac00\ud800\uf900\ufb00"
    "\U0001b000\U0001b170\U00020000\U000323b0"
)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    # Compiled on first use: a search in plain ASCII, the most frequent kind, needs none of these.
    return re.compile(pattern)


@lru_cache(maxsize=8192)
def _fold_character(character: str) -> str:
    if is_invisible(character):
        return ""
    import unicodedata  # here, because most searches are ASCII

    folded = unicodedata.normalize("NFKD", character).casefold()
    folded = "".join(_PLAIN.get(part, part) for part in _compiled(_ACCENTS).sub("", folded))
    return unicodedata.normalize("NFKC", folded)


def fold(text: str) -> str:
    """Return the text without case, accents, compatibility forms or invisible characters.

    Compatibility forms are full-width letters, ligatures and the like. Raises TooManyMarks.
    """
    text = without_invisible(text)
    if text.isascii():
        return text.lower()
    from .marks import nfc

    return "".join(map(_fold_character, nfc(text)))


def is_unspaced(word: str) -> bool:
    """Return whether a folded word is one character of a script written without spaces."""
    # Not by a pattern, because compiling one of so many ranges takes longer than reading a file.
    if len(word) != 1:
        return False
    from bisect import bisect_right  # here, because few look-ups have words of one character

    return bisect_right(_UNSPACED, word) % 2 == 1


def words(text: str) -> list[str]:
    """Return a text's folded words, in order.

    Hyphens, quotes and other marks separate words, but the stops of an abbreviation do not: U.S.
    """
    if not text.isascii():
        for mark in _MARKS:  # quicker than a pattern
            text = text.replace(mark, " ")
    if text.isascii():
        return _ascii_words(text)
    folded: list[str] = []
    # No word contains a space, so only the parts with other letters need the slow method.
    for is_ascii, parts in groupby(text.split(" "), str.isascii):
        if is_ascii:
            folded += _ascii_words(" ".join(parts))
        else:
            folded += chain.from_iterable(map(_words_of, parts))
    return folded


@lru_cache(1024)  # names recur; of texts without spaces a part is a sentence
def _words_of(part: str) -> tuple[str, ...]:
    plain = fold(part)
    return tuple([plain[start:end].replace(".", "") for start, end in _bounds(plain)])


def _ascii_words(text: str) -> list[str]:
    if text.find(".", 0, -1) >= 0:  # A stop at the very end ends the sentence.
        text = _compiled(f"(?i:{_ABBREVIATION})").sub(_without_stops, text)
    return text.encode("ascii").translate(_ASCII_WORDS).decode("ascii").split()


def _without_stops(match: re.Match[str]) -> str:
    return match[0].replace(".", "")


def spans(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the folded words of a text in NFC, each with its start and end in that text.

    Offsets count code points, ends are exclusive; the words are the same as those of `words`.
    """
    pieces = list(_pieces(text))
    folded = "".join(piece for piece, _ in pieces)
    # For each folded character the index of the piece it comes from: a ligature folds to two.
    origin = [index for index, (piece, _) in enumerate(pieces) for _ in piece]
    ends = [*(start for _, start in pieces[1:]), len(text)]
    for start, end in _bounds(folded):
        last = origin[end - 1]
        while last + 1 < len(pieces) and not pieces[last + 1][0]:
            last += 1  # a combining accent belongs to the letter before it
        yield folded[start:end].replace(".", ""), pieces[origin[start]][1], ends[last]


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """Yield the folded characters of a text in NFC, each with its offset there."""
    if without_invisible(text) == text:
        yield from ((_fold_character(character), index) for index, character in enumerate(text))
        return
    import unicodedata

    joined, begin = "", 0
    for offset, character in enumerate(text):
        if is_invisible(character):
            continue
        # Without an invisible character between them, two characters may be one.
        longer = unicodedata.normalize("NFC", joined + character)
        if not joined or (longer == joined + character and not unicodedata.combining(character)):
            if joined:
                yield fold(joined), begin
            joined, begin = character, offset
        else:
            joined = longer
    if joined:
        yield fold(joined), begin


def _bounds(folded: str) -> Iterator[tuple[int, int]]:
    if folded.isascii():
        pattern = _compiled(f"{_ABBREVIATION}|{_ASCII_WORD}")
        yield from (match.span() for match in pattern.finditer(folded))
        return
    import unicodedata

    abbreviations = _compiled(_ABBREVIATION).finditer(folded)
    stops = {stop for match in abbreviations for stop in range(match.start() + 1, match.end(), 2)}
    start = None
    for position, character in enumerate(folded):
        inside = character.isalnum() or unicodedata.category(character)[0] == "M"
        inside = inside or position in stops
        alone = inside and is_unspaced(character)
        if start is not None and (alone or not inside):
            yield start, position
            start = None
        if alone:
            yield position, position + 1
        elif inside and start is None:
            start = position
    if start is not None:
        yield start, len(folded)


def key(text: str) -> str:
    """Return a name's folded words as one text, without a leading article, to compare names by."""
    folded = words(text)
    return " ".join(folded[1:] if folded[:1] == ["the"] and len(folded) > 1 else folded)


def nearest(name: str, spellings: Iterable[str], count: int = 3) -> list[str]:
    """Return the spellings that a name may mean, the closest first."""
    from difflib import SequenceMatcher

    target = fold(name)
    by_fold = {fold(spelling): spelling for spelling in spellings}
    ratios = {
        folded: SequenceMatcher(None, folded, target).ratio()
        for folded in by_fold
        if may_mean(target, folded)
    }
    return [by_fold[folded] for folded in _closest(ratios)[:count]]


def _closest(ratios: dict[str, float]) -> list[str]:
    """Return the keys with the highest ratios, best first."""
    ordered = sorted(ratios, key=lambda candidate: (-ratios[candidate], candidate))
    # A poor guess next to a good one only distracts, so the others must come close to the best.
    return [candidate for candidate in ordered if ratios[candidate] > ratios[ordered[0]] - 0.1]


_SHORT, _SHORTEST = 5, 2  # letters


def may_mean(word: str, intended: str) -> bool:
    """Return whether a word may be another, mistyped: most letters are the same.

    One letter may be wrong, in a word of more than five letters two: missing, superfluous, replaced
    or exchanged with its neighbor.
    """
    if len(word) < _SHORTEST or len(intended) < _SHORTEST:
        return False
    return _letters_off(word, intended, 1 if len(word) <= _SHORT else 2)


def _letters_off(word: str, intended: str, most: int) -> bool:
    """Return whether no more than `most` letters are wrong."""
    start = 0
    while word[start : start + 1] == intended[start : start + 1] != "":
        start += 1
    word, intended = word[start:], intended[start:]
    if not (word and intended) or not most:
        return len(word) + len(intended) <= most
    if abs(len(word) - len(intended)) > most:
        return False
    rests = [(word[1:], intended), (word, intended[1:]), (word[1:], intended[1:])]
    if word[:2] == intended[1::-1]:
        rests.append((word[2:], intended[2:]))
    return any(_letters_off(*rest, most - 1) for rest in rests)


_SUGGESTED = 3


def nearest_names(name: str, pairs: Iterable[tuple[str, str]]) -> list[str]:
    """Return the ids that go with the names closest to a name, best first; at most three.

    `pairs` are of name and id; an id is a name, too. Every word of the name must be close to
    a word of its own in the name suggested, and begin like it, so that “North Korea” never suggests
    South Korea, nor “Kim” Jim.
    """
    searched = key(name).split()
    ratios: dict[str, float] = {}
    for candidate, ident in pairs:
        if ratio := _closeness(searched, key(candidate).split()):
            ratios[ident] = max(ratio, ratios.get(ident, 0.0))
    return _closest(ratios)[:_SUGGESTED]


def _closeness(searched: list[str], name: list[str]) -> float:
    """Return how close the words searched for are to those of a name, 0 if one is not close."""
    from difflib import SequenceMatcher

    if not searched or "".join(searched) == "".join(name):
        return float(bool(searched))
    total, left = 0.0, name.copy()
    for word in searched:
        close = {
            part: SequenceMatcher(None, part, word, autojunk=False).ratio()
            for part in left
            if part == word or (part[0] == word[0] and part.isalpha() and may_mean(word, part))
        }
        if not close:
            return 0.0
        closest = max(close, key=lambda part: close[part])
        left.remove(closest)
        total += close[closest]
    return total / len(searched) - len(left) / 1000  # of two as close, the name of fewer words
