"""Ids made of names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import chain, count
from string import ascii_lowercase

from .folding import words


def slug(text: str) -> str:
    """Return the text as an id, without accents; empty when none of it is in the Latin script."""
    return "-".join(word for word in words(text) if word.isascii())


def free_id(ident: str, is_taken: Callable[[str], bool]) -> str:
    """Return the id, or the first like it that is free: kim, kim-b, … kim-z, kim-27."""
    suffixes = chain(ascii_lowercase[1:], count(27))
    candidates = chain([ident], (f"{ident}-{suffix}" for suffix in suffixes))
    return next(candidate for candidate in candidates if not is_taken(candidate))


def numbered_id(prefix: str, idents: Iterable[str], is_taken: Callable[[str], bool]) -> str:
    """Return the next free numbered id with a prefix: kim-03 after kim-02."""
    numbers = (re.fullmatch(rf"{re.escape(prefix)}-(\d+)", ident) for ident in idents)
    last = max((int(match[1]) for match in numbers if match), default=0)
    return free_id(f"{prefix}-{last + 1:02}", is_taken)
