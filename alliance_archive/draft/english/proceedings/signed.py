"""Quotations that stand alone in a document, with their signature: “…” – Jan Wolan, Minister."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...extraction import Span
from ..cast import Person
from .cast import people_in
from .passages import Passage
from .roster import Roster

MARKS = "“”„\"«»"
QUOTED = re.compile(rf"\s*[{MARKS}](?P<words>[^{MARKS}]+)[{MARKS}]?\s*")
SIGNED = re.compile(rf"\s*[{MARKS}](?P<words>[^{MARKS}]+)[{MARKS}]\s*[–—―-]+\s*(?P<who>[^{MARKS}]+)")
DASH = re.compile(r"\s*[–—―-]+\s*\S")
LEAD_IN = re.compile(
    r"\b(?:quot(?:es?|ations?)|comments?|remarks|following)\b.*\b(?:attribut(?:able|ed) to|from|by)\b"
    r"|\b(?:said|stated|commented)\b[^.]*:\s*$|^[^.]*:\s*$",
    re.I,
)
LONGEST_SIGNATURE = 160  # code points


class Signed(NamedTuple):
    """A quotation without its marks, and who signed it (nobody, if no one did) in which words."""

    words: Span
    mark: str
    person: Person | None
    signature: Span | None


def signed_in(text: str, roster: Roster, body: Sequence[Passage]) -> Iterator[tuple[int, Signed]]:
    """Yield each quotation that is a passage of its own, with the number of its passage.

    The signature is in the same passage, in the next, or in a line above: “Quotes attributable to
    Minister X:”. What only introduces or signs quotations comes with the words of none.
    """
    above: tuple[Person, Span] | None = None
    for number, passage in enumerate(body):
        line = text[passage.span.start : passage.span.end]
        whole = SIGNED.fullmatch(line)
        quoted = whole or QUOTED.fullmatch(line)
        if not quoted:
            above = _introduced(line, roster, passage)
            continue
        start = passage.span.start + quoted.start("words")
        words = Span(start, passage.span.start + quoted.end("words"))
        person, signature = above or (None, None)
        if whole:
            person = _signer(roster, passage, passage.span.start + whole.start("who"))
            signature = Span(passage.span.start + whole.start("who"), passage.span.end)
        elif below := _below(text, body, number):
            person, signature = _signer(roster, below, below.span.start), below.span
        yield number, Signed(words, line.strip()[0], person, signature)


def _introduced(line: str, roster: Roster, passage: Passage) -> tuple[Person, Span] | None:
    person = _signer(roster, passage, passage.span.start) if LEAD_IN.search(line) else None
    return (person, passage.span) if person else None


def _below(text: str, body: Sequence[Passage], number: int) -> Passage | None:
    """Return the passage that signs a quotation: the first below that is not quoted, with a dash."""
    for passage in body[number + 1 : number + 6]:
        line = text[passage.span.start : passage.span.end]
        if QUOTED.fullmatch(line):
            continue
        before = text[text.rfind("\n", 0, passage.span.start) + 1 : passage.span.start]
        dashed = bool(DASH.match(before + line))
        return passage if dashed and len(line) <= LONGEST_SIGNATURE else None
    return None


def _signer(roster: Roster, passage: Passage, start: int) -> Person | None:
    tokens = [t for sentence in passage.sentences for t in sentence.tokens if t.start >= start]
    people = people_in(roster, tokens)
    return people[0] if people else None
