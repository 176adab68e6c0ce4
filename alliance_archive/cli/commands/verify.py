"""`verify`: each quotation against its source's text."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from ...archive import SORTS, Archive
from ...errors import ArchiveError
from ...model.records import Source
from ...queries.rows import StatementRow
from ...reports.verification import VERIFIED
from ...text.normalise import fingerprint, normalise
from ...verify.quotations import FAILED, VERDICTS, Claim, Finding, Text, unverified
from ...verify.quotations import verify as verified
from ...verify.texts import read_text, texts_folder
from ..hints import nothing
from ..listing import opened
from ..options import listing_options, split
from ..output import emit, left_out, note


@click.command()
@click.option("--texts", metavar="DIR", help="The folder of the texts, as <source id>.txt.")
@click.option(
    "--fingerprint", "new", metavar="FILE", help="Print sha256 and length of a text; - for stdin."
)
@listing_options(list(SORTS))
def verify(texts: str | None, new: str | None, **options: Any) -> int:
    """Prove each quotation, and each passage's place, against the sources' texts.

    \b
    alliance-archive verify --texts ~/articles
    alliance-archive verify --source yonhap --format json
    alliance-archive verify --fingerprint article.txt   what a new source records of its text

    \b
    verbatim     the same words at the offsets
    moved        the same words elsewhere; the new offsets are given
    ambiguous    the same words at several places, none at the offsets
    typographic  differs in quotes, dashes, spaces or Unicode form only
    altered      other words; the nearest passage: [-the archive's-] {+the text's+}
    unverified   no text at hand: not proven

    Texts lie in --texts, else in ALLIANCE_ARCHIVE_TEXTS. The exit code is 1 when anything is
    altered, ambiguous or moved.
    """
    if new:
        return _fingerprint(new)
    wanted, how = split(options)
    folder = texts_folder(texts)
    found = opened()
    rows = list(found.statements(wanted, sort=how.sort or "source", limit=how.limit))
    findings = [finding for source in _sources(rows) for finding in _source(found, folder, *source)]
    findings.sort(key=lambda each: VERDICTS.index(each.verdict))
    if how.only_count:
        click.echo(len(findings))
    else:
        emit(VERIFIED, findings, how, empty=lambda: nothing(found, wanted))
        _conclude(findings, folder)
    failed = any(each.verdict in FAILED for each in findings)
    return max(int(failed), left_out(found))


def _sources(rows: list[StatementRow]) -> Iterator[tuple[str, list[StatementRow]]]:
    by_source: dict[str, list[StatementRow]] = {}
    for row in rows:
        by_source.setdefault(row.source, []).append(row)
    yield from by_source.items()


def _claims(rows: list[StatementRow]) -> Iterator[Claim]:
    for row in rows:
        for number, quote in enumerate(row.quotes, 1):
            part = f"quotation {number}" if len(row.quotes) > 1 else "quotation"
            yield Claim(row.id, part, quote.exact, quote.start, quote.end)
        yield Claim(row.id, "passage", None, row.anchor_start, row.anchor_end)


def _source(
    archive: Archive, folder: Path | None, ident: str, rows: list[StatementRow]
) -> list[Finding]:
    claims = list(_claims(rows))
    data = read_text(folder / f"{ident}.txt") if folder else None
    if data is None:
        note(f"{ident}: no text at hand" + (f" in {folder}" if folder else ""))
        return list(unverified(claims, "no text at hand"))
    source = archive.get(ident)
    assert isinstance(source, Source)
    text = Text(_text(data, f"{folder}/{ident}.txt"), source.text)
    note(f"{ident}: {text.about()}")
    return verified(claims, text)


def _text(data: bytes, name: str) -> str:
    try:
        return normalise(data)
    except UnicodeDecodeError as error:
        raise ArchiveError(f"{name} is not UTF-8: byte {error.start} is no part of it") from None


def _conclude(findings: list[Finding], folder: Path | None) -> None:
    counted = Counter(each.verdict for each in findings)
    parts = [f"{counted[verdict]} {verdict}" for verdict in VERDICTS if counted[verdict]]
    note(f"{len(findings)} checked: {', '.join(parts) or 'nothing'}")
    if not folder:
        note(
            "the texts are looked for in --texts DIR or ALLIANCE_ARCHIVE_TEXTS, as <source id>.txt"
        )


def _fingerprint(file: str) -> int:
    data = sys.stdin.buffer.read() if file == "-" else read_text(Path(file))
    if data is None:
        raise ArchiveError(f"{file} does not exist")
    made = fingerprint(_text(data, file))
    click.echo(f"text:\n  sha256: {made.sha256}\n  length: {made.length}")
    return 0
