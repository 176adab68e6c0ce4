"""Items of CSL-JSON 1.0, the input of Zotero, pandoc and other processors of citation styles."""

from __future__ import annotations

from typing import Any

from .citations import Citation, Name

_TYPES = {
    "article": "article-newspaper",
    "press-release": "report",
    "joint-statement": "report",
    "transcript": "speech",
}


def csl_item(citation: Citation) -> dict[str, Any]:
    """Return a citation's item; a statement is a speech, and its note says who reports it."""
    of_article = citation.kind == "article"
    item = {
        "id": citation.key,
        "type": _TYPES.get(citation.kind, "speech"),
        "author": [_csl_name(name) for name in citation.authors],
        "title": citation.title,
        "genre": citation.genre,
        "container-title": citation.publisher if of_article else None,
        "publisher": citation.publisher if not of_article else None,
        "issued": _csl_date(citation.date) if citation.date else None,
        "event": citation.event,
        "event-place": citation.place,
        "URL": citation.url,
        "language": citation.language,
        "note": citation.note,
    }
    return {key: value for key, value in item.items() if value}


def _csl_name(name: Name) -> dict[str, Any]:
    if not name.family:
        return {"literal": name.whole}
    parts: dict[str, Any] = {"family": name.family}
    if name.given:
        parts["given"] = name.given
    if name.family_first:
        parts["static-ordering"] = True
    return parts


def _csl_date(date: str) -> dict[str, Any]:
    return {"date-parts": [[int(part) for part in day.split("-")] for day in date.split("/")]}
