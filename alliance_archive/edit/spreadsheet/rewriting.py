"""The files of an archive with the corrections of a spreadsheet in them, by several processes."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ...index.parallel import SHARE
from ...model.records import Statement
from ...processes import in_order, processors
from ...store.append import appended
from ...store.edit import CannotEdit, changed_records, remove
from ...store.parse import Parsed
from ...store.scan import inside
from ...store.transaction import text_of


class FileCorrections(NamedTuple):
    """What changes in a file: fields of records by id, records that go, and new statements."""

    path: str
    changes: Mapping[str, Mapping[str, Any]]
    removed: Sequence[str]
    drafts: Sequence[Statement]


class Rewritten(NamedTuple):
    """A file's new text, and its records if they are known.

    If it cannot be changed, `fault` says why, and `ident` is the record that is the reason.
    """

    text: str
    parsed: Parsed | None
    ident: str = ""
    fault: str = ""


def rewritten(root: str, files: Sequence[FileCorrections]) -> Iterator[Rewritten]:
    """Yield each file with its corrections."""
    sizes = [os.path.getsize(inside(root, file.path)) for file in files]
    # Each file is parsed before and after.
    processes = min(processors(), 2 * sum(sizes) // SHARE)
    return in_order(_rewritten, root, files, sizes, processes, collect=False)


def _rewritten(root: str, file: FileCorrections) -> Rewritten:
    path, changes, removed, drafts = file
    text, parsed = text_of(inside(root, path)) or "", None
    try:
        if changes:
            text, parsed = changed_records(text, changes, path)
        for ident in removed:
            text = remove(text, ident)
        if drafts:
            text = appended(text, drafts, path)
    except CannotEdit as error:
        return Rewritten(text, None, error.ident, str(error))
    return Rewritten(text, None if removed or drafts else parsed)
