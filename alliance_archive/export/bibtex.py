"""BibTeX entries, in UTF-8, with LaTeX's special characters escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..model.dates import MONTHS, days
from .citations import Citation, Name

# Braces are written as commands, because BibTeX counts them even in \{.
_SPECIALS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
} | {mark: f"\\{mark}" for mark in "&%$#_"}
_SPECIAL = re.compile("[" + re.escape("".join(_SPECIALS)) + "]")
_IN_URL = {"{": "%7B", "}": "%7D", "\\": "%5C"}
_JOINS_NAMES = re.compile(r",|[{}\\]|(?<!\S)and(?!\S)", re.IGNORECASE)


def to_bibtex(citations: Iterable[Citation]) -> str:
    """Return the entries of citations as text, separated by blank lines."""
    return "\n".join(map(_entry, citations))


def _entry(citation: Citation) -> str:
    """Return a citation's entry: @article where it has a title, else @misc, which needs none."""
    as_article = citation.kind == "article" and citation.title is not None
    fields = {
        "author": _braced(" and ".join(map(_name, citation.authors))),
        # In double braces, so that no style changes the capitals.
        "title": _braced(_braced(escaped(citation.title or ""))),
        "journal": _braced(_braced(escaped(citation.container or ""))) if as_article else "",
        "howpublished": "" if as_article else _braced(escaped(_published(citation))),
        **_dates(citation.date),
        "eventtitle": _braced(escaped(citation.event or "")),
        "venue": _braced(escaped(citation.place or "")),
        "url": _braced("".join(_IN_URL.get(mark, mark) for mark in citation.url or "")),
        "note": _braced(escaped(citation.note)),
    }
    filled = {name: value for name, value in fields.items() if value}
    width = max(map(len, filled), default=0)
    lines = [f"  {name:<{width}} = {value},\n" for name, value in filled.items()]
    kind = "article" if as_article else "misc"
    return f"@{kind}{{{citation.key},\n{''.join(lines)}}}\n"


def _braced(text: str) -> str:
    return f"{{{text}}}" if text else ""


def _published(citation: Citation) -> str:
    """Return what is cited and where it was published; in brackets what has no title."""
    described = ": ".join(filter(None, (citation.vehicle, citation.abstract)))
    described = described[:1].upper() + described[1:].removesuffix(".")
    if not citation.title:
        described = f"[{described}]"
    within = "in " if citation.kind == "statement" else ""
    published = ", ".join(filter(None, (citation.container, citation.publisher)))
    return f"{described}, {within}{published}"


def _name(name: Name) -> str:
    """Return a name in its two parts, or in braces if it has not both or would be split."""
    if not (name.family and name.given):
        return _braced(escaped(name.whole))
    if _JOINS_NAMES.search(f"{name.family} {name.given}"):
        return _braced(escaped(f"{name.given} {name.family}"))
    return f"{escaped(name.family)}, {escaped(name.given)}"


def _dates(date: str | None) -> dict[str, str]:
    """Return biblatex's `date`, and BibTeX's `year` and, if there is only one, `month`."""
    if not date:
        return {}
    first, in_one_month = date.split("/")[0], len({day[:7] for day in days(date)}) == 1
    fields = {"date": _braced(date), "year": _braced(first[:4])}
    if len(first) > 4 and in_one_month:
        # The name of a month is a macro of every style.
        fields["month"] = MONTHS[int(first[5:7]) - 1][:3].lower()
    return fields


def escaped(text: str) -> str:
    """Return the text escaped for LaTeX, on one line."""
    return _SPECIAL.sub(lambda match: _SPECIALS[match[0]], " ".join(text.split()))
