"""The archive for other programs: as tables, as linked data, and as citations."""

from __future__ import annotations

from ..archive import Archive
from ..model.records import Record
from ..render.formats import to_json
from .bibtex import to_bibtex
from .chicago import chicago_note
from .citations import citation_of
from .csl import csl_item
from .database import write_database
from .datapackage import write_datapackage
from .editable import editable, editable_view
from .jsonld import write_jsonld
from .ris import to_ris

__all__ = [
    "STYLES",
    "cite",
    "editable",
    "editable_view",
    "write_database",
    "write_datapackage",
    "write_jsonld",
]
STYLES = ("text", "bibtex", "csl-json", "ris")


def cite(archive: Archive, *records: Record, style: str = "text") -> str:
    """Return the citations of statements and sources in a style of STYLES; “text” is Chicago.

    Raises ArchiveError for a record that is neither.
    """
    # A bibliography may contain a key only once.
    unique = {record.id: record for record in records}.values()
    citations = [citation_of(archive, record) for record in unique]
    if style == "bibtex":
        return to_bibtex(citations)
    if style == "ris":
        return to_ris(citations)
    if style == "csl-json":
        return to_json([csl_item(citation) for citation in citations], indent=2) + "\n"
    return "\n".join(f"{chicago_note(cited.source, cited.row)}\n" for cited in citations)
