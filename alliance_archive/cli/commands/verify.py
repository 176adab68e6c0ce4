"""`verify`: each quotation against its source's text."""

from __future__ import annotations

import click

from ...archive import SORTS
from ...queries.filter import Filter
from ...reports.verification import VERIFIED
from ...text.normalise import fingerprint
from ...verify import verify as verified
from ...verify.texts import normalised, read_text
from ..listing import nothing, open_archive
from ..options import Output, listing_options
from ..output import emit, left_out, note
from ..usage import Command


@click.command(cls=Command)
@click.option("--texts", metavar="DIR", help="The folder of the sources' texts.")
@click.option(
    "--fingerprint", "new", metavar="FILE", help="Print sha256 and length of a text; - for stdin."
)
@listing_options(SORTS)
def verify(texts: str | None, new: str | None, query: Filter, output: Output) -> int:
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

    Texts lie in --texts, else in ALLIANCE_ARCHIVE_TEXTS, else in texts/ in the archive, and are
    known by the name <source id>.txt or by their fingerprint. The exit code is 1 when anything is
    altered, ambiguous or moved.
    """
    if new:
        identity = fingerprint(normalised(read_text(new), new))
        click.echo(f"text:\n  sha256: {identity.sha256}\n  length: {identity.length}")
        return 0
    archive = open_archive()
    verification = verified(archive, query, texts, sort=output.sort or "source", limit=output.limit)
    for message in verification.notes:
        note(message)
    if output.only_count:
        click.echo(len(verification.findings))
    else:
        emit(VERIFIED, verification.findings, output, if_empty=lambda: nothing(archive, query))
        note(verification.counts)
    return max(int(verification.failed), left_out(archive))
