"""What a user searches for, as terms and as FTS5 expressions."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from ..text.folding import is_unspaced, words

# Straight, curly, low, angle and corner marks, in the pairs they are typed in.
_PHRASE = '"([^"]*)"|[“„”]([^“„”]*)[“”]|«([^«»]*)»|「([^「」]*)」|『([^『』]*)』'
_QUOTING = frozenset('"“„«「『')
_MARKS = '["“„”«»「」『』]'
# SQLite limits the depth of an expression, so a long search is split into several.
_MOST_TERMS = 20


class Term(NamedTuple):
    """Folded words that must be adjacent; if `open`, the last may be only the beginning of a word.

    `forms` are other forms of the same words, any of which will do.
    """

    words: tuple[str, ...]
    open: bool = False
    forms: frozenset[tuple[str, ...]] = frozenset()


def terms(text: str) -> list[Term]:
    """Return the terms of a search, each of which must occur.

    A phrase in quotation marks is taken as typed, folded but in no other form. A word with a star
    finds all that begin so (`nuc*`); any other finds its forms too (text.inflection).
    """
    search_terms, reached = [], 0
    for match in re.finditer(_PHRASE, text) if _QUOTING.intersection(text) else ():
        search_terms += _loose(text[reached : match.start()])
        phrase = next((group for group in match.groups() if group), "")
        search_terms.append(Term(tuple(words(phrase))))
        reached = match.end()
    search_terms += _loose(text[reached:])
    return [term for term in dict.fromkeys(search_terms) if term.words]


def without_marks(text: str) -> str:
    """Return a search whose phrases are single words."""
    return re.sub(_MARKS, " ", text).strip() if _QUOTING.intersection(text) else text


def _loose(text: str) -> list[Term]:
    return [_term(word) for word in text.split()]


def _term(word: str) -> Term:
    folded = tuple(words(word))
    if not folded or is_unspaced(folded[-1]):
        return Term(folded)
    if word.endswith("*"):
        return Term(folded, True)
    spellings = _forms(folded)
    if len(folded) == 2 and "-" in word:
        spellings |= _forms(("".join(folded),))  # co-operation, cooperation
    return Term(folded, False, spellings - {folded})


def _forms(folded: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """Return the forms of the last word, each behind the words before it."""
    from ..text.inflection import forms

    return frozenset((*folded[:-1], *form.split()) for form in forms(folded[-1]))


def match_at(term: Term, text: list[str], start: int) -> int:
    """Return how many of a text's words, from an index on, are the term; 0 if they are not."""
    for form in sorted({term.words, *term.forms}, key=len, reverse=True):
        window = text[start : start + len(form)]
        if len(window) < len(form) or tuple(window[:-1]) != form[:-1]:
            continue
        if window[-1].startswith(form[-1]) if term.open else window[-1] == form[-1]:
            return len(form)
    return 0


def matches(term: Term, text: list[str]) -> bool:
    """Return whether a text's words contain the term; the tests compare the index with this."""
    return any(match_at(term, text, start) for start in range(len(text)))


def expressions(search_terms: Iterable[Term]) -> list[str]:
    """Return FTS5 expressions that must all match; every word is quoted, so none is an operator."""
    parts = [_expression(term) for term in search_terms]
    return [
        " AND ".join(parts[start : start + _MOST_TERMS])
        for start in range(0, len(parts), _MOST_TERMS)
    ]


def _expression(term: Term) -> str:
    phrases = [f'"{" ".join(form)}"' for form in sorted({term.words, *term.forms})]
    if term.open:
        return f"{phrases[0]} *"
    return phrases[0] if len(phrases) == 1 else f"({' OR '.join(phrases)})"
