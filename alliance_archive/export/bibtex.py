"""BibTeX entries, in UTF-8, with what LaTeX would take for a command escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

# A brace is written as a command even where \{ would print it: BibTeX counts braces.
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
    """Text whose capitals a style must leave: written in double braces."""

    text: str


class Raw(NamedTuple):
    """An address, or unbraced the name of a month (a macro that every style defines)."""

    text: str
    braced: bool = True


class Entry(NamedTuple):
    """One entry. A value is text, Literal, Raw, or names as pairs of family and given name.

    A pair without a given name is one that is not to be taken apart.
    """

    kind: str
    key: str
    fields: tuple[tuple[str, Any], ...]


def to_bibtex(entries: Iterable[Entry]) -> str:
    """The entries, a blank line between two."""
    return "\n".join(_entry(entry) for entry in entries)


def escaped(text: str) -> str:
    """The text as LaTeX prints it; white space is blanks, for BibTeX fields are one line."""
    return _SPECIAL.sub(lambda match: _SPECIALS[match[0]], " ".join(text.split()))


def _entry(entry: Entry) -> str:
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
