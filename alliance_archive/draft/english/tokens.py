"""Text to tokens: words, numbers and marks with their offsets in Unicode code points."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .lexicon import words

TOKEN = re.compile(
    r"(?P<initials>(?:[A-Z]-)?(?:[^\W\d_]\.){2,})"
    r"|(?P<number>[$€£¥]?\d+(?:[.,:]\d+)*(?:st|nd|rd|th|%|s)?\b%?(?:-\w+)*)"
    r"|(?P<clitic>['’](?:s|re|ve|m|d|ll|S)(?!\w))"
    r"|(?P<site>\w{1,60}(?:\.\w{1,60}){0,4}\.(?:com|org|net|gov|edu|mil|info|co|int)\b)"
    r"|(?P<word>[^\W_]+(?:(?:[-&/]|['’](?!(?:s|re|ve|m|d|ll|S)(?!\w)))[^\W_]+)*)"
    r"|(?P<mark>''|``|\.{2,}|-{2,}|[^\w\s]|_)"
)


@dataclass(slots=True)
class Token:
    """A word or mark: its offsets, its tag (see tagging.py) and, for a verb, its base form."""

    text: str
    low: str
    start: int
    end: int
    tag: str = ""
    base: str = ""


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Split text[start:end]; the stop of a known abbreviation stays with its word."""
    stop = len(text) if end is None else end
    abbreviations = words("abbreviations")
    tokens: list[Token] = []
    position = start
    while match := TOKEN.search(text, position, stop):
        first, position = match.span()
        word = match.group()
        lowered = word.lower()
        if match.lastgroup == "word" and text[position : position + 1] == "." and position < stop:
            initial = len(word) == 1 and word.isupper() and word != "I"
            part = lowered.rpartition("-")[2]
            abbreviated = initial or part in abbreviations or part + "!" in abbreviations
            if abbreviated and (
                lowered != "no" or text[position + 1 : position + 3].strip().isdigit()
            ):
                position += 1
                word, lowered = text[first:position], lowered + "."
        tokens.append(Token(word, lowered, first, position, match.lastgroup or ""))
    return tokens
