"""Combining marks in a row: Unicode's limit, which holds before any text is normalized.

Normalization sorts the marks after a letter, which takes the square of their number: a name of
200 kB takes twenty seconds. UAX #15 (“Stream-Safe Text Format”) allows 30 in a row; no language
needs as many.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ..errors import ArchiveError
from .invisible import INVISIBLE, beyond_ascii, is_invisible

MOST_MARKS = 30
# Two marks of half width are letters to Unicode, but decompose into marks.
_HALF_WIDTH = {0xFF9E: "\u3099", 0xFF9F: "\u309a"}


class TooManyMarks(ArchiveError):
    """Text that has more combining marks in a row than Unicode allows; `name` is the text's."""

    def __init__(self, text: str, start: int, name: str = "") -> None:
        line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
        marks = f"more than {MOST_MARKS} combining marks in a row"
        of_line = f" of line {line}" if line > 1 else ""
        super().__init__(
            f"{name}:{line}:{column}: {marks}: delete them"
            if name
            else f"{marks} at character {column}{of_line}: delete them"
        )


# Neither letters nor white space nor the usual punctuation. What is invisible does not end a row,
# because it may be dropped before marks are sorted. Kept as text, compiled on first use.
_USUAL = r"\w\s\x00-\u02ff\u2000-\u205f"
_CANDIDATES = rf"(?:[^{_USUAL}]|[{INVISIBLE}]){{{MOST_MARKS + 1},}}"


@lru_cache(1024)
def _is_mark(character: str) -> bool | None:
    """Return whether normalization sorts a character; None if it is invisible."""
    if unicodedata.combining(unicodedata.normalize("NFKD", character)[0]):
        return True
    return None if is_invisible(character) else False


def marks_at(text: str) -> int | None:
    """Return where a text has more combining marks in a row than allowed; None if nowhere.

    Offsets count code points.
    """
    if text.isascii() or len(beyond_ascii(text)) <= MOST_MARKS:
        return None
    if "\uff9e" in text or "\uff9f" in text:
        text = text.translate(_HALF_WIDTH)
    for candidate in re.finditer(_CANDIDATES, text):
        start, count = candidate.start(), 0
        for position in range(*candidate.span()):
            is_mark = _is_mark(text[position])
            if is_mark is False:
                start, count = position + 1, 0
            elif is_mark:
                start, count = start if count else position, count + 1
            if count > MOST_MARKS:
                return start
    return None


def check_marks(text: str, name: str = "") -> None:
    """Raise TooManyMarks, which calls the text by `name`, if it must not be normalized."""
    start = marks_at(text)
    if start is not None:
        raise TooManyMarks(text, start, name)


def nfc(text: str, name: str = "") -> str:
    """Return the text in Unicode form NFC. Raises TooManyMarks, which calls it by `name`."""
    if text.isascii():
        return text
    check_marks(text, name)
    return unicodedata.normalize("NFC", text)
