"""BibTeX entries, in UTF-8, with LaTeX's special characters escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

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


class Literal(NamedTuple):
    """Text whose capitals no style may change: written in double braces."""

    text: str


class Raw(NamedTuple):
    """An address, or, not `braced`, the name of a month, which is a macro of every style."""

    text: str
    braced: bool = True


class BibtexEntry(NamedTuple):
    """One entry. A value is text, Literal, Raw, or names as pairs of family and given name.

    A pair without a given name is a name that must not be split.
    """

    kind: str
    key: str
    fields: tuple[tuple[str, Any], ...]


def bibtex_entry(citation: Citation) -> BibtexEntry:
    """Return a citation's entry: @article where it has a title, else @misc, which needs none."""
    as_article = citation.kind == "article" and citation.title is not None
    fields: list[tuple[str, Any]] = [
        ("author", tuple(_name_parts(name) for name in citation.authors) or None),
        ("title", Literal(citation.title) if citation.title else None),
        ("journal", Literal(citation.container) if as_article and citation.container else None),
        ("howpublished", None if as_article else _published(citation)),
        *_dates(citation.date),
        ("eventtitle", citation.event),
        ("venue", citation.place),
        ("url", Raw(citation.url) if citation.url else None),
        ("note", citation.note or None),
    ]
    filled = tuple((key, value) for key, value in fields if value)
    return BibtexEntry("article" if as_article else "misc", citation.key, filled)


def _published(citation: Citation) -> str:
    """Return what is cited and where it was published; in brackets what has no title."""
    described = ": ".join(filter(None, (citation.vehicle, citation.abstract)))
    described = described[:1].upper() + described[1:].removesuffix(".")
    if not citation.title:
        described = f"[{described}]"
    within = "in " if citation.kind == "statement" else ""
    published = ", ".join(filter(None, (citation.container, citation.publisher)))
    return f"{described}, {within}{published}"


def _name_parts(name: Name) -> tuple[str, str | None]:
    return (name.family, name.given) if name.family and name.given else (name.whole, None)


def _dates(date: str | None) -> Iterator[tuple[str, Any]]:
    """Yield biblatex's `date`, and BibTeX's `year` and, if there is only one, `month`."""
    if not date:
        return
    first, in_one_month = date.split("/")[0], len({day[:7] for day in days(date)}) == 1
    yield "date", date
    yield "year", first[:4]
    if len(first) > 4 and in_one_month:
        yield "month", Raw(MONTHS[int(first[5:7]) - 1][:3].lower(), braced=False)


def to_bibtex(entries: Iterable[BibtexEntry]) -> str:
    """Return the entries as text, separated by blank lines."""
    return "\n".join(_entry(entry) for entry in entries)


def escaped(text: str) -> str:
    """Return the text escaped for LaTeX, on one line."""
    return _SPECIAL.sub(lambda match: _SPECIALS[match[0]], " ".join(text.split()))


def _entry(entry: BibtexEntry) -> str:
    width = max((len(name) for name, _ in entry.fields), default=0)
    lines = [f"  {name:<{width}} = {_value(value)},\n" for name, value in entry.fields]
    return f"@{entry.kind}{{{entry.key},\n{''.join(lines)}}}\n"


def _value(value: Any) -> str:
    if isinstance(value, Raw):
        if not value.braced:
            return value.text
        address = "".join(_IN_URL.get(character, character) for character in value.text)
        return f"{{{address}}}"
    if isinstance(value, Literal):
        return f"{{{{{escaped(value.text)}}}}}"
    if isinstance(value, tuple):
        return f"{{{' and '.join(_name(*pair) for pair in value)}}}"
    return f"{{{escaped(value)}}}"


def _name(family: str, given: str | None) -> str:
    if given is None:
        return f"{{{escaped(family)}}}"
    if _JOINS_NAMES.search(f"{family} {given}"):
        return f"{{{escaped(f'{given} {family}')}}}"
    return f"{escaped(family)}, {escaped(given)}"
