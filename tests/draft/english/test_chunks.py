from __future__ import annotations

import pytest

from alliance_archive.draft.english.chunks import chunk
from alliance_archive.draft.english.sentences import tokenize
from alliance_archive.draft.english.tagging import tag


def cut(text: str) -> list[str]:
    tokens = tokenize(text)
    tag(tokens)
    return [
        f"{piece.kind} {' '.join(token.text for token in tokens[piece.first : piece.last])}"
        for piece in chunk(tokens)
    ]


@pytest.mark.parametrize(
    ("text", "chunks"),
    [
        (
            "The new defense minister has repeatedly denied the claim",
            ["NP The new defense minister", "VG has repeatedly denied", "NP the claim"],
        ),
        ("She met him on Monday", ["NP She", "VG met", "NP him", "TIME on Monday"]),
        ("Quist vowed to fight on", ["NP Quist", "VG vowed", "INF to fight", "IN on"]),
        (
            "They met people injured on Monday",
            ["NP They", "VG met", "NP people", "PART injured", "TIME on Monday"],
        ),
        ("Orlova (R-Avel) left", ["NP Orlova", "PAREN ( R-Avel )", "VG left"]),
        ("Several said so", ["NP Several", "VG said", "CS so"]),
        ("He was confident", ["NP He", "VG was", "ADJ confident"]),
        ("last week", ["TIME last week"]),
    ],
)
def test_chunks(text: str, chunks: list[str]) -> None:
    assert cut(text) == chunks
