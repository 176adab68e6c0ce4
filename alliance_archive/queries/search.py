"""What a user searches for, as terms and as FTS5 expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from ..text.folding import is_unspaced, words

# Straight, curly, low, angle and corner marks, in the pairs they are typed in.
_PHRASE = '"([^"]*)"|[“„”]([^“„”]*)[“”]|«([^«»]*)»|「([^「」]*)」|『([^『』]*)』'
_QUOTING = frozenset('"“„«「『')
_OPEN_FROM = 4


class Term(NamedTuple):
    """Folded words that must be adjacent; if `open`, the last may be only the beginning of a word.

    Words of fewer than four letters find only themselves (`UN`, `war`); longer ones also find words
    that begin with them (`threat` finds threats), as do all that end in a star (`nuc*`).
    """

    words: tuple[str, ...]
    open: bool


def terms(text: str) -> list[Term]:
    """Return the terms of a search, which must all occur; quoted phrases must occur as typed."""
    search_terms, reached = [], 0
    for match in re.finditer(_PHRASE, text) if _QUOTING.intersection(text) else ():
        search_terms += _loose(text[reached : match.start()])
        phrase = next((group for group in match.groups() if group), "")
        search_terms.append(Term(tuple(words(phrase)), False))
        reached = match.end()
    search_terms += _loose(text[reached:])
    return [term for term in dict.fromkeys(search_terms) if term.words]


def _loose(text: str) -> list[Term]:
    return [_term(word) for word in text.split()]


def _term(word: str) -> Term:
    folded = tuple(words(word))
    if not folded or is_unspaced(folded[-1]):
        return Term(folded, False)
    return Term(folded, word.endswith("*") or len(folded[-1]) >= _OPEN_FROM)


def matches(term: Term, text: list[str]) -> bool:
    """Return whether a text's words contain the term; tests compare the index with this."""
    size = len(term.words)
    for start in range(len(text) - size + 1):
        window = text[start : start + size]
        ending = window[-1].startswith if term.open else window[-1].__eq__
        if window[:-1] == list(term.words[:-1]) and ending(term.words[-1]):
            return True
    return False


def expressions(search_terms: Iterable[Term]) -> list[str]:
    """Return FTS5 expressions that must all match; every word is quoted, so none is an operator."""
    # SQLite limits the depth of an expression, so a long search is split into several.
    parts = [f'"{" ".join(term.words)}"' + (" *" if term.open else "") for term in search_terms]
    return [" ".join(parts[start : start + 50]) for start in range(0, len(parts), 50)]
