from __future__ import annotations

import pytest

from alliance_archive.draft.english.chunks import chunk
from alliance_archive.draft.english.clauses import Clauses
from alliance_archive.draft.english.sentences import tokenize
from alliance_archive.draft.english.tagging import tag


def subject_of(text: str, verb: str) -> str:
    tokens = tokenize(text)
    tag(tokens)
    clauses = Clauses(tokens, chunk(tokens))
    index = next(i for i, c in enumerate(clauses.chunks) if tokens[c.head].text == verb)
    kind = clauses.kinds[index]
    subject = clauses.subject(index) if kind == "VG" else clauses.governor(index)
    assert subject is not None
    first, last = clauses.chunks[subject[0]].first, clauses.chunks[subject[1] - 1].last
    return text[tokens[first].start : tokens[last - 1].end]


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Orlova said no", "said", "Orlova"),
        ("The head of the bank in Avel said no", "said", "The head of the bank in Avel"),
        ("Quist, a doctor, said no", "said", "Quist, a doctor"),
        ("Quist, who left in May, said no", "said", "Quist, who left in May"),
        ("Quist and Orlova said no", "said", "Quist and Orlova"),
        ("In Port Avel, Quist said no", "said", "Quist"),
        ("Quist left and said no", "said", "Quist"),
        ("Quist said he had left and added a line", "added", "Quist"),
        ("the man who said no", "said", "who"),
        ("A study conducted by the bank found flaws", "found", "A study conducted by the bank"),
        ("Quist met the press, saying no", "saying", "Quist"),
        ("Quist released a statement saying no", "saying", "Quist"),
        ("Noting the date, Quist left", "Noting", "Quist"),
    ],
)
def test_subjects(text: str, verb: str, expected: str) -> None:
    assert subject_of(text, verb) == expected
