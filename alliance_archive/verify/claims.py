"""The verdicts on words and passages: whether a text has them, and where."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice
from operator import itemgetter
from typing import NamedTuple

from ..text.folding import fold, words
from ..text.sentences import sentence_around
from ..text.typography import differences
from .texts import SourceText

# Two letters or digits of one word, but for scripts written without spaces.
_JOINED = re.compile(r"[0-9A-Za-z\u00c0-\u024f\u0370-\u058f]{2}")
_NEGATED = re.compile(r"(?<=n)['’]t\b", re.IGNORECASE)
# The gravest first. Only quoted words can be verbatim: a passage, which has none, is in place.
INTERPRETED = "verbatim (interpreted)"
VERDICTS = (
    *("altered", "ambiguous", "elsewhere", "moved", "typographic", "unverified"),
    *("verbatim", INTERPRETED, "in place"),
)
FAILED = frozenset({"altered", "ambiguous", "elsewhere", "moved"})
FOUND = frozenset({"verbatim", INTERPRETED, "typographic", "moved"})
_FEW = 3  # folded words of a quotation without spaces that may stand anywhere by chance
_MARKS = "\"“”„‟«»‘’'「」『』"
# American usage puts the article's comma or period between the words and their closing mark.
_CLOSING = re.compile(f"[,.]?[{_MARKS}]")


class Claim(NamedTuple):
    """Words, or a passage, that the archive gives offsets for; `exact` is None for a passage.

    Offsets are code points of the normalized text, the end exclusive. `named` are the speakers'
    names, and what the source calls them; `interpreted` words are those of an interpreter.
    """

    statement: str
    part: str
    exact: str | None
    start: int
    end: int
    named: tuple[str, ...] = ()
    interpreted: bool = False


class CheckedClaim(NamedTuple):
    """The verdict on a claim, where it was found in the text, and a detail for the reader."""

    claim: Claim
    verdict: str
    start: int | None = None
    end: int | None = None
    detail: str = ""


def check_claims(claims: Sequence[Claim], text: SourceText) -> list[CheckedClaim]:
    """Return the verdict on every claim about one text, in the order of the claims."""
    quotes = [claim for claim in claims if claim.exact is not None]
    checked = {claim: _quote(claim, text) for claim in quotes}
    _settle(checked, text)
    _doubt(checked, text)
    shifts = _shifts(checked)
    for claim in claims:
        if claim.exact is None:
            checked[claim] = _anchor(claim, text, shifts)
    return [checked[claim] for claim in claims]


def _shifts(checked: Mapping[Claim, CheckedClaim]) -> list[tuple[int, int]]:
    """Return the starts of the quotations found in the text, and how far each has moved."""
    return sorted(
        (claim.start, finding.start - claim.start)
        for claim, finding in checked.items()
        if finding.start is not None and finding.verdict in FOUND
    )


def _quote(claim: Claim, text: SourceText) -> CheckedClaim:
    exact = claim.exact or ""
    if text.text[claim.start : claim.end] == exact:
        if _cuts_a_word(text.text, claim.start, claim.end):
            return _altered(claim, exact, text)
        verdict = INTERPRETED if claim.interpreted else "verbatim"
        return CheckedClaim(claim, verdict, claim.start, claim.end)
    if span := text.folded.span_at(exact, claim.start):
        return _found(claim, "typographic", span, text)
    spans = [
        span
        for span in islice(text.folded.spans(exact), 1000)
        if not _cuts_a_word(text.text, *span)
    ]
    if len(spans) > 1:
        spans = [span for span in spans if _between_marks(text.text, *span)] or spans
    if len(spans) == 1:
        return _found(claim, "moved", spans[0], text)
    if spans:
        where = ", ".join(str(start) for start, _ in spans[:5]) + ("…" if len(spans) > 5 else "")
        return CheckedClaim(claim, "ambiguous", detail=f"found at {where}")
    return _altered(claim, exact, text)


def _cuts_a_word(text: str, start: int, end: int) -> bool:
    """Return whether words begin or end within a word, such as “can” in “can’t”."""
    edges = text[max(0, start - 1) : start + 1], text[end - 1 : end + 1]
    return any(map(_JOINED.fullmatch, edges)) or bool(_NEGATED.match(text, end))


def _found(
    claim: Claim, verdict: str, span: tuple[int, int], text: SourceText, detail: str = ""
) -> CheckedClaim:
    """Return the verdict on words found in the text, with their differences in typography."""
    changes = differences(claim.exact or "", text.text[slice(*span)])
    return CheckedClaim(claim, verdict, *span, "; ".join(filter(None, (detail, changes))))


def _between_marks(text: str, start: int, end: int) -> bool:
    """Return whether the words are between quotation marks, with or without a comma or period."""
    opening = text[max(0, start - 1) : start]
    return opening in tuple(_MARKS) and bool(_CLOSING.match(text, end))


def _altered(claim: Claim, exact: str, text: SourceText) -> CheckedClaim:
    near = text.words
    passage = near.nearest(exact, claim.start) or near.at(exact, claim.start, claim.end)
    if passage is None:
        return CheckedClaim(claim, "altered", detail="nothing similar found in the text")
    return CheckedClaim(claim, "altered", passage.start, passage.end, passage.diff)


def _settle(checked: dict[Claim, CheckedClaim], text: SourceText) -> None:
    """Take words found several times to have moved as far as the quotations around them."""
    sure = _shifts(checked)
    for claim, finding in checked.items():
        if finding.verdict == "ambiguous" and claim.exact and sure:
            near = min(sure, key=lambda shift: abs(shift[0] - claim.start))
            if span := text.folded.span_at(claim.exact, claim.start + near[1]):
                detail = "found several times; this one fits the quotations around it"
                checked[claim] = _found(claim, "moved", span, text, detail)


def _doubt(checked: dict[Claim, CheckedClaim], text: SourceText) -> None:
    """Take a single word in other surroundings than before to be somebody else's.

    The surroundings are the same if another quotation, or the end of the text, has moved as far, or
    if its sentence names its speaker or has another quotation of the statement.
    """
    moves = Counter(shift for _, shift in _shifts(checked))
    if text.expected:
        moves[text.fingerprint.length - text.expected.length] += 1
    for claim, finding in checked.items():
        exact = claim.exact or ""
        is_word = len(exact.split()) == 1 and len(words(exact)) <= _FEW
        if (
            finding.verdict != "moved"
            or not is_word
            or finding.start is None
            or finding.end is None
        ):
            continue
        first, last = sentence_around(text.text, finding.start, finding.end)
        has_another = any(
            neighbor.statement == claim.statement
            and neighbor is not claim
            and judged.start is not None
            and first <= judged.start < last
            for neighbor, judged in checked.items()
        )
        is_named = any(_names(text.text[first:last], name) for name in claim.named)
        if moves[finding.start - claim.start] < 2 and not has_another and not is_named:
            detail = "; ".join(filter(None, ("in other surroundings", finding.detail)))
            checked[claim] = finding._replace(verdict="elsewhere", detail=detail)


def _names(sentence: str, name: str) -> bool:
    """Return whether a sentence has a capitalized word of a name, or the name if it has none."""
    capitalized = [word for word in name.split() if word[0].isupper()]
    if not capitalized:
        return fold(name) in fold(sentence)
    return not {word for part in capitalized for word in words(part)}.isdisjoint(words(sentence))


def _anchor(claim: Claim, text: SourceText, shifts: list[tuple[int, int]]) -> CheckedClaim:
    """Judge a passage, which has no words of its own, by the quotations in and around it."""
    first = bisect_left(shifts, claim.start, key=itemgetter(0))
    last = bisect_left(shifts, claim.end, key=itemgetter(0))
    quotes_inside = all(
        claim.start <= offset + shift < claim.end for offset, shift in shifts[first:last]
    )
    if text.same and quotes_inside:
        return CheckedClaim(claim, "in place", claim.start, claim.end)
    neighbors = shifts[first:last] or shifts[max(0, first - 1) : first + 1]
    moves = {shift for _, shift in neighbors}
    if len(moves) != 1:
        why = "no quotation nearby to judge by"
        if moves:
            why = "the quotations around it have moved by different distances"
        return CheckedClaim(claim, "unverified", detail=why)
    shift = moves.pop()
    if not 0 <= claim.start + shift < claim.end + shift <= len(text.text):
        return CheckedClaim(claim, "altered", detail="would lie outside the text")
    verdict = "moved" if shift else "in place"
    detail = "judged by the quotations around it"
    return CheckedClaim(claim, verdict, claim.start + shift, claim.end + shift, detail)
