"""`cite`: citations of statements and sources."""

from __future__ import annotations

import click

from ... import export
from ...atomic import descriptor_of
from ...errors import ArchiveError
from ..completers import any_record
from ..listing import open_archive
from ..options import Output, format_option
from ..output import left_out, stream
from ..session import Command
from ..usage import FILE

_ENDINGS = {"txt": "text", "bib": "bibtex", "json": "csl-json", "ris": "ris"}


@click.command(cls=Command)
@click.argument("names", metavar="ID...", nargs=-1, required=True, shell_complete=any_record)
@format_option(export.STYLES, "text", "form")
@click.option(
    "-o", "--output", type=FILE, metavar="FILE", help="Write to FILE: .bib, .json, .ris or .txt."
)
def cite(names: tuple[str, ...], form: str | None, output: str | None) -> int:
    """Cite statements and sources, by ID or name.

    \b
    alliance-archive cite yonhap-2017-10-23-02
    alliance-archive cite yonhap-2017-10-23-02 --format bibtex
    alliance-archive cite yonhap-2017-10-23 --format csl-json
    alliance-archive cite yonhap-2017-10-23-04 yonhap-2017-10-23 -o talks.ris

    \b
    text      a note in Chicago style
    bibtex    for LaTeX
    csl-json  for Zotero and pandoc
    ris       for EndNote, Mendeley and Zotero

    The author is whoever said the words. Where a spokesperson reports what others did or said,
    these are named too: “Dana White, reporting Jim Mattis”. Only a full quote becomes a title; a
    partial quote or a paraphrase is described, in brackets or as an abstract. What the archive
    does not have, such as a title or an author, is left out.
    """
    archive = open_archive()
    records = map(archive.find, names)
    style = form or _style_of(output)
    text = export.cite(archive, *records, style=style)
    with stream(Output(file=output), text=style == "text") as target:
        target.write(text)
    return left_out(archive)


def _style_of(output: str | None) -> str:
    if not output or descriptor_of(output) is not None:
        return "text"
    ending = output.rpartition(".")[2].lower()
    if ending not in _ENDINGS:
        raise ArchiveError(
            f"{output}: name a format with --format, or end the file in .bib, .json, .ris or .txt"
        )
    return _ENDINGS[ending]
