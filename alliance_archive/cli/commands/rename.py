"""`rename`: give a record another id, and every reference to it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ...edit.records import rename as renamed
from ...render.cells import counted
from ...verify.texts import texts_folder
from ..completers import any_record
from ..confirm import alone, carry_out, editing_options
from ..listing import open_archive
from ..session import Command
from ..usage import FOLDER


@click.command(cls=Command)
@click.argument("old", metavar="OLD", shell_complete=any_record)
@click.argument("new", metavar="NEW")
@click.option("--texts", type=FOLDER, metavar="DIR", help="Also rename the source's text there.")
@editing_options
def rename(old: str, new: str, texts: str | None, **options: Any) -> int:
    """Give the record OLD the id NEW, and every reference to it.

    \b
    alliance-archive rename jim-mattis james-mattis
    alliance-archive rename yonhap-2017-10-23 yonhap-clark

    The record keeps OLD in `former_ids`, so it is still found by it. Of a source, its file and the
    ids of its statements that begin with OLD are renamed too. NEW has a–z, 0–9 and hyphens.
    """
    archive = open_archive()
    folder: Path | None = texts_folder(texts, archive.root) if texts else None
    with alone(archive, **options):
        change = renamed(archive, old, new, folder)
        return carry_out(change, counted(change.records, "record"), **options)
