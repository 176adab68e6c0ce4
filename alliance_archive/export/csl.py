"""Items of CSL-JSON 1.0, the input of Zotero, pandoc and other processors of citation styles."""

from __future__ import annotations

from typing import Any

from .citations import Citation, Name

_TYPES = {
    "article": "article-newspaper",
    "press-release": "report",
    "readout": "report",
    "joint-statement": "report",
    "transcript": "speech",
}


def csl_item(citation: Citation) -> dict[str, Any]:
    """Return a citation's item; a statement is a speech in its source.

    Every style sets titles in quotation marks or italics, so that only a full quote has one.
    """
    item = {
        "id": citation.key,
        "type": _TYPES.get(citation.kind, "speech"),
        "author": [_csl_name(name) for name in citation.authors],
        "title": _title(citation),
        "genre": citation.genre,
        "container-title": citation.container,
        "publisher": citation.publisher,
        "issued": _csl_date(citation.date, citation.inferred) if citation.date else None,
        "event": citation.event,
        "event-place": citation.place,
        "URL": citation.url,
        "language": citation.language,
        "abstract": citation.abstract,
        "note": citation.note,
    }
    return {key: value for key, value in item.items() if value}


def _title(citation: Citation) -> str | None:
    # Styles that capitalize titles would change the words that somebody said.
    if citation.title and citation.kind == "statement":
        return f'<span class="nocase">{citation.title}</span>'
    return citation.title


def _csl_name(name: Name) -> dict[str, Any]:
    if not name.family:
        return {"literal": name.whole}
    parts: dict[str, Any] = {"family": name.family}
    if name.given:
        parts["given"] = name.given
    if name.family_first:
        parts["static-ordering"] = True
    return parts


def _csl_date(date: str, inferred: bool) -> dict[str, Any]:
    parts = {"date-parts": [[int(part) for part in day.split("-")] for day in date.split("/")]}
    return parts | ({"circa": True} if inferred else {})
