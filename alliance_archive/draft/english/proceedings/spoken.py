"""Quotations within sentences (“…,” the Minister said) and words before their speaker."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import NamedTuple

from ...extraction import Span
from ..lexicon import closed_class, verb_frames
from ..sentences import Sentence, Token
from .clauses import clauses_of, follows_act
from .names import reference_at
from .references import Reference
from .subjects import is_several, subjects_at, verb_after
from .verbs import Verb, verb_at
from .vocabulary import listed, low_at

OWN = {"his": "he", "him": "he", "her": "she", "their": "they", "them": "they"}
VIEWS = frozenset(
    {"eyes", "view", "opinion", "judgment", "judgement", "assessment", "words", "estimation"}
)
PARTICLES = frozenset({"out"})  # of a verb: pointed out
LONGEST_TELLER = 12  # tokens of “according to the Minister of Defense of Norvania.”
HEARERS = frozenset({"journalists", "reporters", "media", "newsmen", "press", "the"})  # who is told
FEWEST = 3  # words: fewer in quotation marks are a term


class Teller(NamedTuple):
    """Who tells what a sentence says, by what words, and the token at which it begins.

    words_end is where it ends, in code points, if the teller is named after it; else 0.
    """

    who: Reference
    verb: Verb
    start: int
    words_end: int = 0


Sayer = tuple[tuple[Reference, ...], Verb | None, int]
"""Who says something, the verb, and where that ends."""


class Spoken(NamedTuple):
    """Words within their marks, or before their speaker (mark is empty); who says so, if told."""

    words: Span
    mark: str
    row: tuple[Reference, ...]
    verb: Verb | None


def spoken_in(sentence: Sentence) -> list[Spoken]:
    """Return what a sentence quotes from somebody, or all of it before “, the Minister said.”"""
    tokens = sentence.tokens
    begun = 0 in sentence.quotations and _said_after(tokens, 1)
    quoted = {
        number: quotation
        for number, quotation in sentence.quotations.items()
        if not quotation.name and (begun or len(tokens[number].text.split()) >= FEWEST)
    }
    spoken = []
    teller = teller_in(tokens)
    row: tuple[Reference, ...] = (teller.who,) if teller else ()
    verb: Verb | None = teller.verb if teller else None
    sayer = cache(partial(_sayer, tokens))  # many quotations are asked about the same words
    for number, quotation in quoted.items():
        own, tells = _speaker(tokens, number, sayer)
        if own and 1 < own[0].first < number and low_at(tokens, own[0].first - 1) == "what":
            return []  # warned of what he called “a river of lies”
        row, verb = (own, tells) if own else (row, verb)
        alone = all(token.tag in ("Q", "mark") for token in tokens)
        if row or alone:
            spoken.append(Spoken(quotation.inner, quotation.mark, row, verb))
    return spoken if quoted else _set_off(sentence)


def _set_off(sentence: Sentence) -> list[Spoken]:
    """Return the words beside whom commas set off: Norvania, he added, would pay."""
    tokens = sentence.tokens
    for comma in (n for n, token in enumerate(tokens[:-2]) if token.low == ","):
        row, verb, end = _sayer(tokens, comma + 1)
        if verb and _is_inserted(tokens, comma, verb):
            return [Spoken(Span(sentence.start, sentence.end), "", row, verb)]
        if verb is None or "r" not in verb_frames(verb.base):
            continue
        leads_in = low_at(tokens, end + 1) == "and" and tokens[-1].low == ":"
        if leads_in or _closes(tokens, comma, end):  # says Minister A, and continues:
            return [Spoken(Span(sentence.start, tokens[comma].start), "", row, verb)]
        if low_at(tokens, end) == ",":
            return [Spoken(Span(sentence.start, sentence.end), "", row, verb)]
    return _told_by(sentence)


def _is_inserted(tokens: Sequence[Token], comma: int, verb: Verb) -> bool:
    """Return whether somebody is told in between: Norvania, he assured the President, would pay."""
    hearer = reference_at(tokens, verb.last)
    opens = hearer is not None and subjects_at(tokens, 0)[1] == comma
    return opens and low_at(tokens, hearer.last if hearer else 0) == ","


def _closes(tokens: Sequence[Token], comma: int, end: int) -> bool:
    """Return whether a sentence ends with who says it, to whom, and when: A told reporters today.

    Before the comma is a clause.
    """
    rest = tokens[end:-1]
    if tokens[-1].low == ":":
        return False  # On this occasion, Minister A said:
    if not rest:
        return True
    row, past = subjects_at(tokens, 0)
    aside = rest[0].low in HEARERS or closed_class().get(rest[0].low) == "IN"
    plain = all(token.low not in (",", "that") for token in rest)
    clause = bool(row) and verb_after(tokens[:comma], past, row) is not None
    return clause and aside and plain and len(rest) < LONGEST_TELLER


def _said_after(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a word or two begin what somebody says: “We are,” said A, “old friends.”"""
    return bool(_sayer(tokens, index + (low_at(tokens, index) == ","))[0])


def _told_by(sentence: Sentence) -> list[Spoken]:
    """Return what follows “In her view,” or “According to Minister A,”, unless others act there."""
    tokens = sentence.tokens
    teller = teller_in(tokens)
    if teller is None:
        return []
    row, past = subjects_at(tokens, teller.start)
    said = verb_after(tokens, past, row) if row else None
    if said and said.kind == "act" and row[0].kind in ("person", "title", "group"):
        return []  # According to her, the President offered ships: he did
    words = Span(tokens[teller.start].start, teller.words_end or sentence.end)
    return [Spoken(words, "", (teller.who,), teller.verb)]


def teller_in(tokens: Sequence[Token]) -> Teller | None:
    """Return who tells what others do: According to Minister A, the President offered ships.

    Or As he pointed out, As noted by her, In his view, In the words of the Minister; or after it.
    """
    first, second = low_at(tokens, 0), low_at(tokens, 1)
    if (last := _closing_teller(tokens)) is not None:
        return last
    if first == "according":
        return _teller(tokens, _owner_at(tokens, 2), Verb(0, 2, "", "past", "act"))
    if first == "as":
        row, verb_, end = _sayer(tokens, 1)
        end += low_at(tokens, end) in HEARERS
        return Teller(row[0], verb_, end + 1) if verb_ and low_at(tokens, end) == "," else None
    if first == "for":
        return _teller(tokens, reference_at(tokens, 1), Verb(0, 1, "", "past", "act"))
    if first != "in":
        return None
    if second == "the" and low_at(tokens, 2) in VIEWS and low_at(tokens, 3) == "of":
        return _teller(tokens, reference_at(tokens, 4), Verb(0, 4, "", "past", "act"))
    who = _owner_at(tokens, 1)
    view = who.last + (low_at(tokens, who.last) in ("'s", "’s")) if who else 0
    if who is None or low_at(tokens, view) not in VIEWS or low_at(tokens, view + 1) != ",":
        return None
    return Teller(who, Verb(0, view + 1, "", "past", "act"), view + 2)


def _closing_teller(tokens: Sequence[Token]) -> Teller | None:
    """Return who is named at the end: The sea stays open, according to Minister A."""
    near = range(len(tokens) - 1, max(2, len(tokens) - LONGEST_TELLER), -1)
    to = next((n for n in near if low_at(tokens, n - 1) == "according"), 0)
    who = _owner_at(tokens, to + 1) if low_at(tokens, to - 2) == "," else None
    if who is None or low_at(tokens, who.last) not in (".", ""):
        return None
    return Teller(who, Verb(to - 1, to + 1, "", "past", "act"), 0, tokens[to - 2].start)


def _owner_at(tokens: Sequence[Token], index: int) -> Reference | None:
    """Return whom “her” means, or whoever is named."""
    if (low := low_at(tokens, index)) in OWN:
        return Reference("pronoun", index, index + 1, (OWN[low],), owner=low_at(tokens, 0))
    return reference_at(tokens, index)


def _teller(tokens: Sequence[Token], who: Reference | None, verb: Verb) -> Teller | None:
    """Return the teller whom a comma follows."""
    closed = who is not None and low_at(tokens, who.last) == ","
    return Teller(who, verb, who.last + 1) if who and closed else None


def _sayer(tokens: Sequence[Token], start: int) -> Sayer:
    """Return who says something, before the verb or after it, and where that ends."""
    row, verb = _said_by(tokens, start)
    if verb is not None:
        particle = low_at(tokens, verb.last) in PARTICLES  # as she pointed out
        return row, verb, verb.last + particle
    verb = verb_at(tokens, start, plural=False)
    if verb is not None and "q" in verb_frames(verb.base):
        own, end = subjects_at(tokens, verb.last)  # said Minister X
        return (tuple(own), verb, end) if own else ((), None, start)
    return (), None, start


def _speaker(
    tokens: Sequence[Token], number: int, sayer: Callable[[int], Sayer]
) -> tuple[tuple[Reference, ...], Verb | None]:
    """Return who says a quotation: after it, else before it; `sayer` tells who does at a token."""
    after = number + 1
    while after < len(tokens) and tokens[after].low in (",", "–", "—"):
        after += 1
    row, verb, _ = sayer(after)
    if row:
        return row, verb
    for start in range(number):
        row, verb, end = sayer(start)
        if verb and all(token.low in (",", ":") for token in tokens[end:number]):
            return row, verb
    colon = low_at(tokens, number - 1) == ":"
    clauses = clauses_of(tokens[: number - 1]) if colon else []
    states = any(clause.verb.base in listed("stance") for clause in clauses)
    if clauses and not states and not follows_act(clauses):  # She made the following balance: “…”
        return clauses[-1].subjects, clauses[-1].verb
    return (), None


def _said_by(tokens: Sequence[Token], start: int) -> tuple[tuple[Reference, ...], Verb | None]:
    row, end = subjects_at(tokens, start)
    verb = verb_at(tokens, end, is_several(row)) if row else None
    return (tuple(row), verb) if verb is not None and "q" in verb_frames(verb.base) else ((), None)
