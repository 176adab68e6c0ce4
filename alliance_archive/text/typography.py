"""Which characters a typesetter may exchange without altering a quotation."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

_ALIKE = {
    "'": "‘’‚‛′`´ʼ＇",
    '"': "“”„‟″«»＂",
    "-": "‐‑‒–—―−﹘﹣－",
    "...": "…",
}
_PLAIN = {mark: plain for plain, marks in _ALIKE.items() for mark in marks}
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"


class Folded(NamedTuple):
    """A text with its typography taken away, and for each character where it came from.

    `starts` has one offset more than the text has characters: the end of the original.
    """

    text: str
    starts: list[int]


@lru_cache(maxsize=8192)
def _plain(character: str) -> str:
    if character in _UNSEEN:
        return ""
    if character.isspace():
        return " "
    return _PLAIN.get(character) or unicodedata.normalize("NFKC", character)


def untypeset(text: str) -> Folded:
    """The text with plain quotes, dashes and single spaces, in Unicode form NFKC."""
    made: list[str] = []
    starts: list[int] = []
    for offset, character in enumerate(text):
        for part in _plain(character):
            if part == " " and made and made[-1] == " ":
                continue
            made.append(part)
            starts.append(offset)
    return Folded("".join(made), [*starts, len(text)])


def differences(ours: str, theirs: str) -> str:
    """Each exchange between two texts of the same words: “’ (U+2019) for ' (U+0027)”."""
    import difflib

    pairs = difflib.SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    found = [
        f"{_named(theirs[c:d])} for {_named(ours[a:b])}"
        for tag, a, b, c, d in pairs
        if tag != "equal"
    ]
    return ", ".join(dict.fromkeys(found))


def _named(text: str) -> str:
    if not text:
        return "nothing"
    return " ".join(
        f"U+{ord(each):04X}"
        if each.isspace() or not each.isprintable()
        else f"{each} (U+{ord(each):04X})"
        for each in text
    )
