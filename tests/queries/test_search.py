"""Search accepts any text, and finds what a word-by-word comparison finds."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from alliance_archive.queries.search import expressions, matches, terms
from alliance_archive.text.folding import words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UN said", ["un", "said saids say saying says"]),
        ("nuc*", ["nuc*"]),
        ("jong-un", ["jong+un jongun jonguned jonguning jongunned jongunning jonguns"]),
        ('"Joint Press"', ["joint+press"]),
        ("“joint press” 「철통 동맹」", ["joint+press", "철+통+동+맹"]),
        ("철통", ["철+통"]),
        ('"defense" threats', ["defense", "threat threated threating threats"]),
        ("a a", ["a"]),
        ("!!! ''", []),
        ("NEAR(a b) UN:x", ["near+a", "b", "un+x"]),
    ],
)
def test_terms(text: str, expected: list[str]) -> None:
    """Expected are each term's forms, + between adjacent words and * after an open one."""
    written = [
        " ".join("+".join(form) for form in sorted({term.words, *term.forms})) + "*" * term.open
        for term in terms(text)
    ]
    assert written == expected


@pytest.mark.parametrize(
    ("search", "text", "matching"),
    [
        ("threat", "Threats posed", True),
        ("threats", "a threat", True),
        ('"threat"', "Threats posed", False),
        ("defence", "the defense chiefs", True),
        ("cooperation", "their co-operation", True),
        ("co-operation", "their cooperation", True),
        ("reaffirm", "reaffirmed", True),
        ("port", "a portfolio", False),
        ("war", "warned toward", False),
        ("hat", "that", False),
        ("동맹", "한미동맹은", True),
        ("盟同", "日米同盟", False),
        ('"press joint"', "joint press", False),
        ("don't", "They don’t", True),
    ],
)
def test_matches(search: str, text: str, matching: bool) -> None:
    assert all(matches(term, words(text)) for term in terms(search)) is matching


PIECES = st.one_of(
    st.text(max_size=8),
    st.sampled_from(
        ["linchpin", "link", "LINCH", "동맹", "한미동맹", "同盟", "young-moo", '"', "“", "”", "*", "-", "'",
         "OR", "NOT", "NEAR(", "^", ":", "(", ")", "{", "}", "é", "e\u0301", "\x00", "\ud800", "the"]
    ),
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=6).map(" ".join)


@given(TEXTS, TEXTS)
@example("linchpin", "the linchpin of")
@example('"동맹"', "한미동맹은")
def test_the_index_finds_what_reading_finds(search: str, text: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5 (text, tokenize = 'ascii')")
    connection.execute("INSERT INTO words VALUES (?)", (" ".join(words(text)),))
    search_terms = terms(search)
    hits = [
        bool(
            connection.execute("SELECT 1 FROM words WHERE words MATCH ?", (expression,)).fetchone()
        )
        for expression in expressions(search_terms)
    ]
    connection.close()
    assert all(hits) is all(matches(term, words(text)) for term in search_terms)


def test_a_search_of_ten_thousand_words() -> None:
    assert len(expressions(terms(" ".join(f"word{n}" for n in range(10_000))))) == 500
