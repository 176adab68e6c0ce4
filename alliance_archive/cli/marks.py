"""What a terminal with colours marks in an answer: the words looked for, and where records are."""

from __future__ import annotations

import os
from typing import Any

from ..archive import Archive
from ..queries.filter import Filter
from ..queries.rows import Listed, LongRow, StatementRow
from ..render.columns import NO_MARKS, Marks
from .options import Output
from .output import colour

_OFF = ("0", "false", "never", "no", "off")
# Terminals that show the address itself, or worse.
_WITHOUT_LINKS = ("linux", "eterm", "eterm-color", "cygwin")


def marks(archive: Archive, wanted: Filter, how: Output) -> Marks:
    """The marks of an answer to a filter; none where there are no colours."""
    if not colour(how):
        return NO_MARKS
    searches = (*wanted.match, *(wanted.and_.match if wanted.and_ else ()))
    made = NO_MARKS
    if searches:
        from ..reports.lexicon import occurrences

        made = made._replace(found=occurrences(searches))
    if linking():
        made = made._replace(place=lambda row: place(archive, *place_of(row)))
    return made


def linking() -> bool:
    """Whether ids may be links: unless the user objects, or the terminal is known to know none."""
    wanted = os.environ.get("ALLIANCE_ARCHIVE_LINKS", "").lower() not in _OFF
    return wanted and os.environ.get("TERM") not in _WITHOUT_LINKS


def place(archive: Archive, path: str, line: int) -> str:
    """The address of a line of a file of the archive's; "" without a file."""
    if not path:
        return ""
    from ..render.address import file_address

    return file_address(os.path.join(os.path.realpath(archive.root), path), line)


def place_of(row: Any) -> tuple[str, int]:
    """The file and line in which the record of a row begins; "" and 0 where it has none."""
    if isinstance(row, LongRow):
        row = row.statement
    if isinstance(row, StatementRow):
        return row.path, row.line
    origin = row.record.origin if isinstance(row, Listed) else None
    return (origin.path, origin.line) if origin else ("", 0)
