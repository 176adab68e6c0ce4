"""Ids made of names."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain, count
from string import ascii_lowercase

from .folding import words


def slug(text: str) -> str:
    """Return the text as an id, without accents; empty when none of it is in the Latin script."""
    return "-".join(word for word in words(text) if word.isascii())


def free_id(ident: str, taken: Callable[[str], bool]) -> str:
    """Return the id, or the first like it that is free: kim, kim-b, … kim-z, kim-27."""
    suffixes = chain(ascii_lowercase[1:], count(27))
    candidates = chain([ident], (f"{ident}-{suffix}" for suffix in suffixes))
    return next(candidate for candidate in candidates if not taken(candidate))
