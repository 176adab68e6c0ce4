"""Characters that a terminal would obey, or a reader could not see, made visible."""

from __future__ import annotations

import re

# C0 but tab and line feed, DEL, C1, line and paragraph separators, marks of direction, surrogates.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


def visible(text: str) -> str:
    """The text with each such character as a picture (␛) or its code (⟨U+202E⟩)."""
    if text.isascii() and text.isprintable():
        return text
    return _HIDDEN.sub(_shown, text)


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"⟨U+{code:04X}⟩"
