"""Quotations that stand alone in a document, with their signature: “…” – Jan Wolan, Minister."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...extraction import Attribution, Mention, Span
from ..cast import Person
from .cast import people_in
from .passages import Passage
from .roster import Roster

MARKS = '“”„"«»'
QUOTED = re.compile(rf"\s*[{MARKS}](?P<words>[^{MARKS}]+)[{MARKS}]?\s*")
SIGNED = re.compile(
    rf"\s*[{MARKS}](?P<words>[^{MARKS}]+)[{MARKS}]\s*[–—―-]+\s*(?P<who>[^{MARKS}]+)"
)
QUOTES_OF = re.compile(
    r"^\W*(?:quot|comment|remark|the following)\w*\b.*?\b(?:to|from|by)\s+", re.I
)
INTRODUCED = re.compile(rf"(?P<who>[^{MARKS}]+):\s*[{MARKS}](?P<words>[^{MARKS}]+)[{MARKS}]?\s*")
SAID = re.compile(r",?\s+(?:(?:has|also) )?(?:said|added|stated|commented|noted)\W*$", re.I)
LEAD_IN = re.compile(
    r"\b(?:quot(?:es?|ations?)|comments?|remarks|following)\b.*"
    r"\b(?:attribut(?:able|ed) to|from|by)\b"
    r"|\b(?:issued|made|released|gave) (?:the following|this|a) (?:\w+ )?(?:statement|comment)\b"
    r"|\b(?:said|added|stated|commented|noted)\W*$",
    re.I,
)


class Signed(NamedTuple):
    """A quotation without its marks, and who signed it (nobody, if no one did) in which words."""

    words: Span
    mark: str
    person: Person | None
    signature: Span | None

    def attribution(self, text: str, document: str | None) -> Attribution | None:
        """Return whose words they are; None if nobody signed them."""
        if self.person is None or self.signature is None:
            return None
        start, end = self.signature.start, self.signature.end
        given = SAID.sub("", QUOTES_OF.sub("", text[start:end])).strip(" :")
        start = text.find(given, start)
        mention = Mention(given, start, start + len(given), "person", (self.person.label,))
        return Attribution(
            form="direct",
            cue=None,
            speakers=(mention,),
            attributed_to=(mention,),
            as_given=given,
            quotes=(self.words,),
            content=None,
            anchor=self.words,
            marks=(self.mark,),
            document=document,
        )


def signed_in(text: str, roster: Roster, body: Sequence[Passage]) -> Iterator[tuple[int, Signed]]:
    """Yield each quotation that is a passage of its own, with the number of its passage.

    The signature is in the same passage or in a line above: “Quotes attributable to Minister X:”.
    """
    above: tuple[Person, Span] | None = None
    for number, passage in enumerate(body):
        line, start = text[passage.span.start : passage.span.end], passage.span.start
        introduced = INTRODUCED.fullmatch(line)
        whole = SIGNED.fullmatch(line)
        quoted = introduced or whole or QUOTED.fullmatch(line)
        if introduced or not quoted:
            end = start + (introduced.end("who") if introduced else len(line))
            above = _introduced(text, roster, passage, Span(start, end))
        if not quoted or (introduced and not above):
            continue
        words = Span(start + quoted.start("words"), start + quoted.end("words"))
        person, signature = above or (None, None)
        if whole:
            signature = Span(start + whole.start("who"), passage.span.end)
            person = _signer(roster, passage, signature)
        yield number, Signed(words, text[words.start - 1], person, signature)


def _introduced(
    text: str, roster: Roster, passage: Passage, line: Span
) -> tuple[Person, Span] | None:
    # Met A. In a post, she said: “…”: the sentence before tells of others.
    begun = [s.start for s in passage.sentences if line.start <= s.start < line.end]
    line = Span(max((line.start, *begun)), line.end)
    introduces = LEAD_IN.search(text[line.start : line.end])
    person = _signer(roster, passage, line) if introduces else None
    return (person, line) if person else None


def _signer(roster: Roster, passage: Passage, span: Span) -> Person | None:
    tokens = [t for sentence in passage.sentences for t in sentence.tokens if span.holds(t.start)]
    people = people_in(roster, tokens)
    return people[0] if people else None
