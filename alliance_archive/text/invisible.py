"""Characters that nobody sees, and which of them a text should not contain.

They are Unicode's default-ignorable code points (DerivedCoreProperties.txt, Unicode 16, with the
unassigned ones that are reserved for more of them) and the interlinear annotation characters.
"""

from __future__ import annotations

import re
from functools import cache

# Kept as text for the character classes of others; compiled on first use.
INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""The invisible characters, as the inside of a character class."""
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_SELECTORS = "\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"
# Scripts in which a variation selector chooses the form of a letter.
_SELECTING = (
    "\u1000-\u109f\u1800-\u18aa\ua840-\ua877\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U000323af"
)
_LATIN = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_ASCII = bytes(range(128))


@cache
def _unwanted() -> re.Pattern[str]:
    # Joiners shape letters in Arabic, Persian and Indian scripts, and emoji.
    joiner = f"(?<=[{_LATIN}])[\u200c\u200d]+(?=[{_LATIN}])"
    # ⚠️ is a symbol in its emoji form, 1️⃣ a keycap.
    selector = rf"(?:(?<=[\w\s])(?<![{_SELECTING}])|^)[{_SELECTORS}](?!\u20e3)"
    remaining = f"(?![\u200c\u200d{_SELECTORS}{_DIRECTION}])[{INVISIBLE}]"
    return re.compile(f"{joiner}|{selector}|{remaining}")


@cache
def _any() -> re.Pattern[str]:
    return re.compile(f"[{INVISIBLE}]")


def is_text(text: str) -> bool:
    """Return whether all of a text is Unicode: what is not UTF-8 has lone surrogates."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def beyond_ascii(text: str) -> str:
    """Return the characters of a text that are not ASCII: few of them, to search instead of it."""
    data = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    return data.decode("utf-8", "surrogatepass")


def has_invisible(text: str) -> bool:
    """Return whether a text has invisible characters."""
    return not text.isascii() and _any().search(beyond_ascii(text)) is not None


def without_invisible(text: str) -> str:
    """Return the text without its invisible characters."""
    return _any().sub("", text) if has_invisible(text) else text


def is_invisible(character: str) -> bool:
    """Return whether a character is invisible."""
    return not character.isascii() and _any().match(character) is not None


def unwanted(text: str) -> list[tuple[int, str]]:
    """Return the invisible characters that do nothing where they are, each with its offset.

    Those that turn the direction of writing are left to `direction_mark`.
    """
    if not has_invisible(text):
        return []
    return [
        (offset, text[offset])
        for match in _unwanted().finditer(text)
        for offset in range(*match.span())
    ]


def direction_mark(text: str) -> str:
    """Return the first character that turns the direction of writing, "" if there is none."""
    mark = None if text.isascii() else re.search(f"[{_DIRECTION}]", beyond_ascii(text))
    return mark[0] if mark else ""
