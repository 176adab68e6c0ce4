"""`verify`: compare quotations with their sources' texts."""

from __future__ import annotations

import click

from ...archive import SORTS
from ...queries.filter import Filter
from ...reports.verification import VERIFIED
from ...text.normalize import fingerprint
from ...verify import verify as verified
from ...verify.texts import normalized, read_text
from ..boundary import write
from ..hints import nothing
from ..listing import note_doubts, note_namesakes_of, open_archive
from ..options import TABLES, Output, listing_options
from ..output import emit, left_out, note, write_count
from ..session import Command
from ..usage import FILE, FOLDER


@click.command(cls=Command)
@click.option("--texts", type=FOLDER, metavar="DIR", help="Look for the sources' texts in DIR.")
@click.option("--allow-missing", is_flag=True, help="Do not fail where a text is missing.")
@click.option(
    *("--fingerprint", "new"),
    type=FILE,
    metavar="FILE",
    help="Print sha256 and length of a text; - for stdin.",
)
@listing_options(SORTS, acts=False)
def verify(
    texts: str | None, allow_missing: bool, new: str | None, query: Filter, output: Output
) -> int:
    """Check quotations and passages against the texts of their sources.

    \b
    alliance-archive verify --texts ~/articles
    alliance-archive verify --source yonhap --format json
    alliance-archive verify --allow-missing             check the texts that exist
    alliance-archive verify --fingerprint article.txt   print its `text` field

    A passage is the part of the text that a statement reports, quoted or not. Texts are looked for
    in --texts, else ALLIANCE_ARCHIVE_TEXTS, else texts/ in the archive, as ID.txt (the id of the
    source) or by their fingerprint.

    The exit code is 1 if anything is altered, ambiguous, elsewhere or moved, if a text cannot be
    read, or if that of a source with a recorded fingerprint is missing. `help verify` explains the
    verdicts.
    """
    if new:
        identity = fingerprint(normalized(read_text(new), new))
        write(f"text:\n  sha256: {identity.sha256}\n  length: {identity.length}\n")
        return 0
    archive = open_archive()
    note_namesakes_of(archive, query)
    verification = verified(archive, query, texts, sort=output.sort or "source", limit=output.limit)
    for message in verification.notes:
        note(message)
    read_by_people = output.chosen_format("table") in TABLES
    rows = verification.checked if read_by_people else verification.findings
    if output.only_count:
        write_count(len(rows))
    elif verification.findings:
        emit(VERIFIED, rows, output, if_empty=None)
        note(verification.counts)
    else:
        emit(VERIFIED, rows, output, if_empty=lambda: nothing(archive, query))
    note_doubts(archive.uncertain(query))
    missing = () if allow_missing else verification.missing
    unproven = verification.failed or bool(verification.unreadable or missing)
    return max(int(unproven), left_out(archive))
