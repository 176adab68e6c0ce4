"""`cite`: statements and sources as citations."""

from __future__ import annotations

import click

from ... import export
from ...errors import ArchiveError
from ..app import session_options
from ..listing import open_archive
from ..options import Output, any_record
from ..output import left_out, stream
from ..usage import Command

_ENDINGS = {"txt": "text", "bib": "bibtex", "json": "csl-json"}


@click.command(cls=Command)
@click.argument("names", metavar="ID...", nargs=-1, required=True, shell_complete=any_record)
@click.option("--format", "form", type=click.Choice(export.STYLES), help="Default: text.")
@click.option("-o", "--output", metavar="FILE", help="Write there: .bib, .json or .txt.")
@session_options
def cite(names: tuple[str, ...], form: str | None, output: str | None) -> int:
    """The citation of each ID (or name): statements, with their chain of attribution, or sources.

    \b
    alliance-archive cite yonhap-2017-10-23-02       a note in the Chicago style
    alliance-archive cite yonhap-2017-10-23-02 --format bibtex
    alliance-archive cite yonhap-2017-10-23 --format csl-json
    alliance-archive cite yonhap-2017-10-23-04 yonhap-2017-10-23 -o talks.bib

    A statement's authors are those it is attributed to; the note tells who voiced it, who quotes
    it, where it stands in the source, and which words are verbatim. What the archive does not
    hold (a title, an author) is left out, not made up.
    """
    archive = open_archive()
    records = map(archive.find, names)
    text = export.cite(archive, *records, style=form or _style_of(output))
    with stream(Output(file=output)) as target:
        target.write(text)
    return left_out(archive)


def _style_of(output: str | None) -> str:
    if not output or output == "-":
        return "text"
    ending = output.rpartition(".")[2].lower()
    if ending not in _ENDINGS:
        raise ArchiveError(
            f"{output}: name a format with --format, or end the file in .bib, .json or .txt"
        )
    return _ENDINGS[ending]
