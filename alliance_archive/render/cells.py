"""Text for a terminal's cells: safe to show, in one line, cut or padded to a width.

A Hangul or Han character takes two cells, a combining accent none. rich measures them and is
imported where it does, for other formats do without it.
"""

from __future__ import annotations

import os
import re

# C0 but tab and line feed, DEL, C1, line and paragraph separators, marks of direction, surrogates.
# A text, which re compiles at its first use and keeps: most look-ups for other programs have none.
_UNSAFE = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
# A part of a word shorter than this goes with what is cut off.
_PART = 12


def visible(text: str) -> str:
    """Return the text with what a terminal would obey, or a reader not see, made visible.

    Each such character becomes a picture (␛) or its code (⟨U+202E⟩).
    """
    if text.isascii() and text.isprintable():
        return text
    return re.sub(_UNSAFE, _picture, text)


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"⟨U+{code:04X}⟩"


def one_line(text: str) -> str:
    """Return the text in one line, every run of blanks and line breaks one blank."""
    return re.sub(r"\s+", " ", visible(text))


def pad(text: str, width: int, right: bool = False) -> str:
    """Return the text with blanks up to a width in cells; a longer one as it is."""
    from rich.cells import cell_len

    blanks = " " * (width - cell_len(text))
    return blanks + text if right else text + blanks


def shorten(text: str, width: int, end: bool = False) -> str:
    """Return the beginning of a text, or its end, in at most `width` cells, with … for the rest."""
    from rich.cells import cell_len

    if cell_len(text) <= width:
        return text
    if width <= 0:
        return ""
    kept = text
    while cell_len(kept) > width - 1:
        kept = kept[1:] if end else kept[:-1]
    if end:
        part, _, words = kept.partition(" ")
    else:
        words, _, part = kept.rpartition(" ")
    if words and len(part) < _PART and (end or not text[len(kept)].isspace()):
        kept = words
    return f"…{kept.lstrip()}" if end else f"{kept.rstrip()}…"


def counted(count: int, noun: str, *, grouped: bool = False) -> str:
    """Return a number of things in words: “1 record”, “2 records”; thousands set apart or not."""
    number = f"{count:,}".replace(",", "\N{NARROW NO-BREAK SPACE}") if grouped else str(count)
    return f"{number} {noun}{'s' * (count != 1)}"


def file_address(path: str, line: int) -> str:
    """Return the file: address of a line, in ASCII; the path must be absolute.

    It names the machine, so that a terminal at the other end of a connection does not look for
    the file on its own; the line stands behind the #.
    """
    from pathlib import Path
    from urllib.parse import quote

    address = Path(path).as_uri()
    host = quote(os.uname().nodename, safe="") if hasattr(os, "uname") else ""
    return f"{address.replace('file://', f'file://{host}', 1)}#{line}"
