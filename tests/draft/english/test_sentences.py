from __future__ import annotations

import pytest

from alliance_archive.draft.english.gazetteer import is_name
from alliance_archive.draft.english.sentences import LONGEST, find_sentences, tokenize
from alliance_archive.draft.quotations import find_paragraphs, find_quotations


def split(text: str) -> list[str]:
    paragraphs = find_paragraphs(text)
    sentences = find_sentences(text, paragraphs, find_quotations(text, paragraphs, is_name))
    return [text[sentence.start : sentence.end] for sentence in sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gen. Weiss left. He came back.", ["Gen. Weiss left.", "He came back."]),
        ("The U.S. envoy left.", ["The U.S. envoy left."]),
        ("It belongs to the U.S. The envoy left.", ["It belongs to the U.S.", "The envoy left."]),
        ('"Why?" Orlova asked.', ['"Why?" Orlova asked.']),
        ('"Why?" He left.', ['"Why?"', "He left."]),
        ('He said "no." Orlova agreed.', ['He said "no."', "Orlova agreed."]),
        ('"Yes," he said. "We agree."', ['"Yes," he said.', '"We agree."']),
        ("One line\nends in the middle.", ["One line\nends in the middle."]),
        ("A headline\n\nThe text.", ["A headline", "The text."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_wrapped_lines_are_one_paragraph() -> None:
    text = "The ministers met in\nPort Avel on Monday for\nTalks about the\nBorder.\n\nThey left."
    assert split(text) == [
        "The ministers met in\nPort Avel on Monday for\nTalks about the\nBorder.",
        "They left.",
    ]


def test_a_sentence_without_an_end_is_cut() -> None:
    assert len(split("and so on " * LONGEST)) >= 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gen. Weiss met Mr. Aarden.", ["Gen.", "Weiss", "met", "Mr.", "Aarden", "."]),
        ("the U.S. envoy", ["the", "U.S.", "envoy"]),
        ("Sae-rim's plan isn't new", ["Sae-rim", "'s", "plan", "isn't", "new"]),
        ("No, it rose 3.5% to $1,200", ["No", ",", "it", "rose", "3.5%", "to", "$1,200"]),
        ("''Yes,'' he said -- twice", ["''", "Yes", ",", "''", "he", "said", "--", "twice"]),
        ("a 54-person team at corrad.com", ["a", "54-person", "team", "at", "corrad.com"]),
        ("", []),
    ],
)
def test_tokenize(text: str, expected: list[str]) -> None:
    tokens = tokenize(text)
    assert [token.text for token in tokens] == expected
    assert all(text[token.start : token.end] == token.text for token in tokens)
