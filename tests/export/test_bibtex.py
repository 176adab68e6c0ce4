"""BibTeX: a parser reads any text back unchanged."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_archive.export.bibtex import _SPECIALS, escaped, to_bibtex
from alliance_archive.export.citations import Citation, Name
from alliance_archive.model.records import Source

SOURCE = Source("key", "Daily Example", "2017-10-23", "article")
CITATION = Citation("key", "article", SOURCE, None, note="")
TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1).filter(
    str.strip
)
_WRITTEN = re.compile("|".join(map(re.escape, sorted(_SPECIALS.values(), key=len, reverse=True))))
_READ = {written: mark for mark, written in _SPECIALS.items()}


def read(text: str) -> dict[str, Any]:
    """Return the entries of a BibTeX file, by their keys."""
    from pybtex.database import parse_string

    entries: dict[str, Any] = parse_string(text, "bibtex").entries
    return entries


def unescaped(text: str) -> str:
    return _WRITTEN.sub(lambda match: _READ[match[0]], text)


def one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.interop("pybtex")
@given(TEXT, TEXT)
def test_text_is_read_back(title: str, note: str) -> None:
    citation = CITATION._replace(title=title, note=note)
    text = to_bibtex([citation, citation._replace(key="other")])
    fields = read(text)["key"].fields
    assert one_line(unescaped(fields["title"])) == f"{{{one_line(title)}}}"
    assert one_line(unescaped(fields["note"])) == one_line(note)


@pytest.mark.interop("pybtex")
@given(st.lists(TEXT, min_size=1, max_size=4))
def test_names_that_must_not_be_split_stay_whole(names: list[str]) -> None:
    citation = CITATION._replace(authors=tuple(map(Name, names)))
    people = read(to_bibtex([citation]))["key"].persons["author"]
    assert [one_line(unescaped(str(person))) for person in people] == [
        f"{{{one_line(name)}}}" for name in names
    ]


def test_a_name_without_two_parts_is_not_split() -> None:
    pairs = (("Kim, Jr.", "A."), ("Sand", "Rock and"), ("van Dam", "Jo"), ("Anderson", "Mo"))
    names = tuple(Name(f"{given} {family}", family, given) for family, given in pairs)
    text = to_bibtex([CITATION._replace(authors=names)])
    assert "{{A. Kim, Jr.} and {Rock and Sand} and van Dam, Jo and Anderson, Mo}" in text


@pytest.mark.interop("pybtex")
def test_addresses_keep_their_marks_and_months_are_macros() -> None:
    citation = CITATION._replace(url="https://a.example/{x}?a_b=1%20\\", date="2017-10-23")
    entry = read(to_bibtex([citation]))["key"]
    assert entry.fields["url"] == "https://a.example/%7Bx%7D?a_b=1%20%5C"
    assert entry.fields["month"] == "October"


def test_escaping() -> None:
    assert escaped("50% & $5 #1 a_b {c} ~ ^ \\ <|>") == (
        r"50\% \& \$5 \#1 a\_b \textbraceleft{}c\textbraceright{} \textasciitilde{}"
        r" \textasciicircum{} \textbackslash{} \textless{}\textbar{}\textgreater{}"
    )
