"""Quotations compared without an archive."""

from __future__ import annotations

from alliance_archive.acts.surprise import listed_bits
from alliance_archive.acts.verdicts import compare_words
from alliance_archive.acts.words import words_of

Quoted = str | tuple[str, ...]


def verdict(one: Quoted, two: Quoted) -> tuple[str, tuple[str, ...]]:
    """Return the verdict on two statements' quotations, and what is changed."""
    first, second = (words_of((text,) if isinstance(text, str) else text) for text in (one, two))
    return compare_words(first, second, listed_bits)[:2]
