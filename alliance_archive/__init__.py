"""Who said what: an archive of the statements of alliance diplomacy.

from alliance_archive import Archive, Filter

archive = Archive.open()
for row in archive.statements(Filter(match=("linchpin",))):
    print(row.attributed_names, row.words)

Whatever a command does, a function does, too: see alliance_archive.reports, .verify, .draft, .edit
and .export.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .archive import Archive
    from .errors import (
        AmbiguousName,
        ArchiveError,
        BadDate,
        CannotWrite,
        NoArchive,
        Problem,
        UnknownName,
    )
    from .queries.filter import Filter
    from .queries.long_rows import LongRow
    from .queries.rows import StatementRow
    from .reports.lists import listing

__version__ = "0.1.0"
__all__ = [
    "AmbiguousName",
    "Archive",
    "ArchiveError",
    "BadDate",
    "CannotWrite",
    "Filter",
    "LongRow",
    "NoArchive",
    "Problem",
    "StatementRow",
    "UnknownName",
    "__version__",
    "listing",
]
# A name here must not be that of a module: importing the module would replace it.
_MODULES = {
    "Archive": "archive",
    "Filter": "queries.filter",
    "LongRow": "queries.long_rows",
    "StatementRow": "queries.rows",
    "listing": "reports.lists",
}


def __getattr__(name: str) -> Any:
    # Imported on first use: the command line imports this package too, and a look-up should not
    # import what it does not need.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f".{_MODULES.get(name, 'errors')}", __name__), name)
