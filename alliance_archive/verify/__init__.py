"""Compare quotations with their sources' texts: `from alliance_archive.verify import verify`."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from ..archive import Archive
from ..errors import ArchiveError
from ..model.records import Source
from ..queries.filter import EVERYTHING, Filter
from ..queries.rows import StatementRow
from ..render.cells import counted
from .claims import FAILED, VERDICTS, CheckedClaim, Claim, check_claims
from .texts import load_text, missing_text, texts_folder

__all__ = [
    "FAILED",
    "VERDICTS",
    "CheckedClaim",
    "Claim",
    "Verification",
    "check_claims",
    "verify",
]

NO_TEXT = "no text"
NOT_READABLE = "the text cannot be read"


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
