"""RIS, which reference managers import: a tag and its value on each line, lines ended by CR LF.

The tags are those of the specification of 2011: PY is the year, DA the date, AB the abstract.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .citations import Citation, Name

_TYPES = {"statement": "GEN", "article": "NEWS", "transcript": "GEN"}


def to_ris(citations: Iterable[Citation]) -> str:
    """Return the citations as RIS records, each from TY to ER."""
    return "".join(
        f"{tag}  - {' '.join((value or '').split())}\r\n"
        for citation in citations
        for tag, value in _lines(citation)
        if value or tag == "ER"
    )


def _lines(citation: Citation) -> Iterator[tuple[str, str | None]]:
    yield "TY", _TYPES.get(citation.kind, "RPRT")
    for name in citation.authors:
        yield "AU", _name(name)
    yield "TI", citation.title
    yield "T2", citation.container
    if citation.date:
        yield "PY", citation.date[:4]
        yield "DA", _date(citation.date.split("/")[0], citation.inferred)
    yield "CY", citation.place
    yield "PB", citation.publisher
    yield "M3", citation.genre
    yield "LA", citation.language
    yield "UR", citation.url
    # Not everything that imports abstracts imports M3.
    yield "AB", citation.abstract and f"[{citation.genre}] {citation.abstract}"
    yield "N1", f"{citation.note} Archive ID: {citation.key}".strip()
    yield "ER", None


def _name(name: Name) -> str:
    """Return “Family, Given”; a comma at the end keeps any other name whole."""
    parts = (name.family, name.given) if name.family and name.given else (name.whole, "")
    return ", ".join(part.replace(",", "").replace("*", "") for part in parts).rstrip()


def _date(date: str, inferred: bool) -> str:
    """Return YYYY/MM/DD/other, as in RIS: with all slashes, even if nothing is between them."""
    year, month, day = (*date.split("-"), "", "")[:3]
    return f"{year}/{month}/{day}/{'inferred' if inferred else ''}"
