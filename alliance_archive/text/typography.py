"""Characters that typesetting may replace without altering a quotation."""

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
    """A text without its typography, and for each character its offset in the original.

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
    """Return the text with plain quotes, dashes and single spaces, in Unicode form NFKC."""
    characters: list[str] = []
    starts: list[int] = []
    for offset, character in enumerate(text):
        for part in _plain(character):
            if part == " " and characters and characters[-1] == " ":
                continue
            characters.append(part)
            starts.append(offset)
    return Folded("".join(characters), [*starts, len(text)])


def differences(archive_text: str, source_text: str) -> str:
    """Return each replacement between two texts of the same words, as ’ (U+2019) for ' (U+0027)."""
    import difflib

    pairs = difflib.SequenceMatcher(None, archive_text, source_text, autojunk=False).get_opcodes()
    replacements = [
        f"{_named(source_text[c:d])} for {_named(archive_text[a:b])}"
        for tag, a, b, c, d in pairs
        if tag != "equal"
    ]
    return ", ".join(dict.fromkeys(replacements))


def _named(text: str) -> str:
    if not text:
        return "nothing"
    return " ".join(
        f"U+{ord(character):04X}"
        if character.isspace() or not character.isprintable()
        else f"{character} (U+{ord(character):04X})"
        for character in text
    )
