"""Quotations within sentences (“…,” the Minister said) and words before their speaker."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ...extraction import Span
from ..lexicon import verb_frames
from ..sentences import Sentence, Token
from .acts import RELATIVES, Verb, is_several, subjects_at, verb_at
from .names import Reference, reference_at
from .offices import low_at

OWN = {"his": "he", "him": "he", "her": "she", "their": "they", "them": "they"}
FEWEST = 3  # words: fewer in quotation marks are a term


class Spoken(NamedTuple):
    """Words within their marks, or before their speaker (mark is empty); who says so, if told."""

    words: Span
    mark: str
    row: tuple[Reference, ...]
    verb: Verb | None


def spoken_in(sentence: Sentence) -> list[Spoken]:
    """Return what a sentence quotes from somebody, or all of it before “, the Minister said.”"""
    tokens = sentence.tokens
    quoted = {
        number: quotation
        for number, quotation in sentence.quotations.items()
        if not quotation.name and len(tokens[number].text.split()) >= FEWEST
    }
    spoken = []
    row: tuple[Reference, ...] = ()
    verb: Verb | None = None
    for number, quotation in quoted.items():
        own, tells = _speaker(tokens, number)
        before = range(own[0].first) if own and own[0].first < number else ()
        if any(low_at(tokens, n) in RELATIVES and low_at(tokens, n + 1) == "," for n in before):
            return []  # thanked Norvania for a step that, he said, “will be remembered”
        if before and low_at(tokens, own[0].first - 1) == "what" and own[0].first > 1:
            return []  # warned of what he called “a river of lies”
        row, verb = (own, tells) if own else (row, verb)
        alone = all(token.tag in ("Q", "mark") for token in tokens)
        if row or alone:
            spoken.append(Spoken(quotation.inner, quotation.mark, row, verb))
    if quoted:
        return spoken
    for comma in (n for n, token in enumerate(tokens[:-2]) if token.low == ","):
        row, verb = _said_by(tokens, comma + 1)
        if verb is None or "r" not in verb_frames(verb.base):
            continue
        if verb.last >= len(tokens) - 1:
            return [Spoken(Span(sentence.start, tokens[comma].start), "", row, verb)]
        if low_at(tokens, verb.last) == ",":
            return [Spoken(Span(sentence.start, sentence.end), "", row, verb)]
    return _in_view(sentence)


def _in_view(sentence: Sentence) -> list[Spoken]:
    """Return what follows “In her view,” or “According to Minister A,”."""
    tokens = sentence.tokens
    teller, words = teller_in(tokens), [token.low for token in tokens[:4]]
    if words[:1] == ["in"] and words[2:] == ["view", ","] and words[1] in OWN:
        teller = Reference("pronoun", 1, 2, (OWN[words[1]],))
    if teller is None:
        return []
    end = teller.last + (words[0] == "in")
    row, past = subjects_at(tokens, end + 1)
    said = verb_at(tokens, past, is_several(row)) if row else None
    if said and said.kind == "act" and row[0].kind in ("person", "title"):
        return []  # According to her, the President offered ships: he did
    verb = Verb(0, end if words[0] == "in" else 2, "", "past", "act")
    return [Spoken(Span(tokens[end + 1].start, sentence.end), "", (teller,), verb)]


def teller_in(tokens: Sequence[Token]) -> Reference | None:
    """Return who tells what others do: According to Minister A, the President offered ships."""
    if low_at(tokens, 0) != "according":
        return None
    teller = reference_at(tokens, 2)
    if low_at(tokens, 2) in OWN:
        teller = Reference("pronoun", 2, 3, (OWN[low_at(tokens, 2)],), owner="according")
    closed = teller is not None and low_at(tokens, teller.last) == ","
    return teller if closed else None


def _speaker(tokens: Sequence[Token], number: int) -> tuple[tuple[Reference, ...], Verb | None]:
    """Return who says a quotation: after it, else before it."""
    after = number + 1
    while after < len(tokens) and tokens[after].low in (",", "–", "—"):
        after += 1
    row, verb = _said_by(tokens, after)
    if row:
        return row, verb
    verb = verb_at(tokens, after, plural=True)
    if verb is not None and "q" in verb_frames(verb.base):
        own, _ = subjects_at(tokens, verb.last)  # said Minister X
        return tuple(own), verb
    for start in range(number):
        row, verb = _said_by(tokens, start)
        between = {token.low for token in tokens[verb.last : number]} if verb else {""}
        if between <= {",", ":"}:
            return row, verb
    return (), None


def _said_by(tokens: Sequence[Token], start: int) -> tuple[tuple[Reference, ...], Verb | None]:
    row, end = subjects_at(tokens, start)
    verb = verb_at(tokens, end, is_several(row)) if row else None
    return (tuple(row), verb) if verb is not None and "q" in verb_frames(verb.base) else ((), None)
