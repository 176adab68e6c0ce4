"""Who said what: an archive of the statements of alliance diplomacy.

from alliance_archive import Archive, Filter

archive = Archive.open()
for row in archive.statements(Filter(match=("linchpin",))):
    print(row.attributed_names, row.words)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .archive import Archive as Archive
    from .errors import ArchiveError as ArchiveError
    from .queries.filter import Filter as Filter
    from .reports.listings import listing as listing

__version__ = "0.1.0"
__all__ = ["Archive", "ArchiveError", "Filter", "__version__", "listing"]
_HOMES = {
    "Archive": "archive",
    "ArchiveError": "errors",
    "Filter": "queries.filter",
    "listing": "reports.listings",
}


def __getattr__(name: str) -> Any:
    # Loaded when asked for: the command line imports this package too, and has to start at once.
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f".{_HOMES[name]}", __name__), name)
