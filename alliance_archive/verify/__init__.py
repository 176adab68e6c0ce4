"""Compare quotations with their sources' texts: `from alliance_archive.verify import verify`."""

from __future__ import annotations

import os
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from ..archive import Archive
from ..errors import ArchiveError
from ..model.records import Source
from ..queries.filter import EVERYTHING, Filter
from ..queries.rows import StatementRow
from ..render.cells import counted
from ..text.folding import fold, words
from ..text.sentences import sentence_around
from ..text.typography import differences
from .texts import SourceText, load_text, missing_text, texts_folder

__all__ = ["CheckedClaim", "Claim", "Verification", "verify"]

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
NO_TEXT = "no text"
NOT_READABLE = "the text cannot be read"
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


class Verification(NamedTuple):
    """Every claim with its verdict, the gravest first, and a note on each source's text.

    `missing` are the sources whose recorded text was not found, `unreadable` those whose text
    cannot be read. Their claims, and those of sources that record no text, are among the findings
    as unverified.
    """

    findings: tuple[CheckedClaim, ...]
    notes: tuple[str, ...]
    folder: Path | None
    missing: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether anything is altered, ambiguous, elsewhere or moved."""
        return any(finding.verdict in FAILED for finding in self.findings)

    @property
    def checked(self) -> tuple[CheckedClaim, ...]:
        """The findings on claims whose source's text was found."""
        unchecked = (NO_TEXT, NOT_READABLE)
        return tuple(finding for finding in self.findings if finding.detail not in unchecked)

    @property
    def counts(self) -> str:
        """How many quotations and passages there are, by verdict."""
        counts = []
        for kind in ("quotation", "passage"):
            verdicts = [f.verdict for f in self.findings if _kind(f.claim) == kind]
            by_verdict = Counter(verdicts)
            parts = [
                f"{by_verdict[verdict]} {verdict}" for verdict in VERDICTS if by_verdict[verdict]
            ]
            if parts:
                counts.append(f"{counted(len(verdicts), kind)}: {', '.join(parts)}")
        return "; ".join(counts) or "nothing to check"


def _kind(claim: Claim) -> str:
    return "passage" if claim.exact is None else "quotation"


def verify(
    archive: Archive,
    query: Filter = EVERYTHING,
    texts: str | os.PathLike[str] | None = None,
    *,
    sort: str = "source",
    limit: int | None = None,
) -> Verification:
    """Compare each quotation and passage of the statements with their sources' texts.

    The texts are looked for in the folder `texts`, else in that of ALLIANCE_ARCHIVE_TEXTS, else in
    texts/ in the archive. Raises ArchiveError where that is not a folder.
    """
    folder = texts_folder(texts, archive.root)
    findings: list[CheckedClaim] = []
    notes: list[str] = []
    missing: list[str] = []
    unreadable: list[str] = []
    for source_id, rows in _by_source(archive.statements(query, sort=sort, limit=limit)):
        claims = list(_claims(rows))
        source = archive.get(source_id)
        assert isinstance(source, Source)
        try:
            text = load_text(folder, source, archive.root)
        except ArchiveError as error:
            unreadable.append(source_id)
            why, detail = str(error), NOT_READABLE
        else:
            if text:
                findings += check_claims(claims, text)
                notes.append(f"{source_id}: {text.about()}")
                continue
            missing += [source_id] if source.text else []
            detail = NO_TEXT
            root = os.path.normpath(archive.display_path(""))
            why = missing_text(folder, source, root, bundled=archive.location.bundled)
        findings += [CheckedClaim(claim, "unverified", detail=detail) for claim in claims]
        notes.append(f"{source_id}: {_unchecked(claims)}: {why}")
    findings.sort(key=lambda finding: VERDICTS.index(finding.verdict))
    return Verification(tuple(findings), tuple(notes), folder, tuple(missing), tuple(unreadable))


def _unchecked(claims: Sequence[Claim]) -> str:
    """Return how many quotations and passages could not be checked."""
    kinds = Counter(map(_kind, claims))
    parts = [counted(kinds[kind], kind) for kind in ("quotation", "passage") if kinds[kind]]
    return f"{' and '.join(parts)} not checked"


def _by_source(rows: Iterator[StatementRow]) -> list[tuple[str, list[StatementRow]]]:
    by_source: dict[str, list[StatementRow]] = {}
    for row in rows:
        by_source.setdefault(row.source, []).append(row)
    return list(by_source.items())


def _claims(rows: Sequence[StatementRow]) -> Iterator[Claim]:
    for row in rows:
        names = (*row.attributed_names, *row.voiced_names, *filter(None, (row.as_given,)))
        for number, quote in enumerate(row.quotes, 1):
            part = f"quotation {number}" if len(row.quotes) > 1 else "quotation"
            interpreted = row.translated_by is not None
            yield Claim(row.id, part, quote.exact, quote.start, quote.end, names, interpreted)
        yield Claim(row.id, "passage", None, row.anchor_start, row.anchor_end)
