"""The archive's words against its sources' texts: `from alliance_archive.verify import verify`."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from ..archive import Archive
from ..model.records import Source
from ..queries.filter import EVERYTHING, Filter
from ..queries.rows import StatementRow
from .claims import FAILED, VERDICTS, CheckedClaim, Claim, check_claims, unverified
from .texts import load_text, no_text, texts_folder

__all__ = ["CheckedClaim", "Claim", "Verification", "verify"]


class Verification(NamedTuple):
    """Every claim checked, the gravest verdicts first, and what there is to say of each text."""

    findings: tuple[CheckedClaim, ...]
    notes: tuple[str, ...]
    folder: Path | None

    @property
    def failed(self) -> bool:
        """Whether anything is altered, ambiguous or moved."""
        return any(finding.verdict in FAILED for finding in self.findings)

    @property
    def counts(self) -> str:
        """How many claims were checked, by verdict."""
        counted = Counter(finding.verdict for finding in self.findings)
        parts = [f"{counted[verdict]} {verdict}" for verdict in VERDICTS if counted[verdict]]
        return f"{len(self.findings)} checked: {', '.join(parts) or 'nothing'}"


def verify(
    archive: Archive,
    query: Filter = EVERYTHING,
    texts: str | os.PathLike[str] | None = None,
    *,
    sort: str = "source",
    limit: int | None = None,
) -> Verification:
    """Hold each quotation and passage of the statements against their sources' texts.

    The texts lie in the folder `texts`, else in that of ALLIANCE_ARCHIVE_TEXTS. Raises ArchiveError
    where that is no folder or a text cannot be read.
    """
    folder = texts_folder(texts)
    findings: list[CheckedClaim] = []
    notes: list[str] = []
    for source_id, rows in _by_source(archive.statements(query, sort=sort, limit=limit)):
        claims = list(_claims(rows))
        source = archive.get(source_id)
        assert isinstance(source, Source)
        text = load_text(folder, source)
        notes.append(f"{source_id}: {text.about() if text else no_text(folder)}")
        findings += check_claims(claims, text) if text else unverified(claims, "no text at hand")
    findings.sort(key=lambda finding: VERDICTS.index(finding.verdict))
    return Verification(tuple(findings), tuple(notes), folder)


def _by_source(rows: Iterator[StatementRow]) -> list[tuple[str, list[StatementRow]]]:
    by_source: dict[str, list[StatementRow]] = {}
    for row in rows:
        by_source.setdefault(row.source, []).append(row)
    return list(by_source.items())


def _claims(rows: Sequence[StatementRow]) -> Iterator[Claim]:
    for row in rows:
        for number, quote in enumerate(row.quotes, 1):
            part = f"quotation {number}" if len(row.quotes) > 1 else "quotation"
            yield Claim(row.id, part, quote.exact, quote.start, quote.end)
        yield Claim(row.id, "passage", None, row.anchor_start, row.anchor_end)
