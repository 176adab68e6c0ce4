"""Readers of documents, one for each kind in each language."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...errors import ArchiveError
from ...model.fields import SOURCE_KINDS
from ..extraction import Extraction, KnownName
from .article import read_article

DocumentReader = Callable[[str, Sequence[KnownName]], Extraction]
# Every kind is read as an article is, until it has a reader of its own.
READERS: dict[tuple[str, str], DocumentReader] = {
    (kind, "en"): read_article for kind in SOURCE_KINDS
}


def reader_of(kind: str, language: str) -> DocumentReader:
    """Return the reader of a kind of source in a language. Raises ArchiveError if there is none."""
    if (kind, language) not in READERS:
        raise ArchiveError(f"nothing reads a source of kind {kind} in the language {language}")
    return READERS[kind, language]
