"""A draft of any text at all is a file that the archive accepts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from alliance_archive.draft.proposal import ArchiveContext, propose
from alliance_archive.draft.readers.article import read_article
from alliance_archive.model.records import Source
from alliance_archive.store.parse import parse
from alliance_archive.text.normalize import fingerprint, normalize
from tests.strategies import TEXT

PIECES = st.sampled_from(
    [
        '"', "“", "”", "‘", "'", "(", "[sic]", ",", ".", "?", " -- ", ":", "\n", "\n\n", "\r\n", " ",
        "Minister Han Min-ho", "President Ada Brekke of Norway", "he", "They", "said", "that", "who",
        "vowed", "according to", "a joint statement", "in", "Monday", "Mr. Ode", "e\u0301", "한민호",
        "\x0c", "\x85", "\u2028", "\u202e", "\t", "#", "- x", "the Pentagon", "the two", "reaffirmed",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=80).map(" ".join) | TEXT)
def test_a_draft_of_any_text_is_sound(raw: str) -> None:
    text = normalize(raw)
    source = Source("s", "P", "2021", "article", text=fingerprint(text))
    draft = propose(text, read_article(text), source, ArchiveContext())
    parsed = parse("x.yaml", draft.yaml.encode())
    assert [entry for entry in parsed.problems if entry.severity == "error"] == []
    records = [entry.record for entry in parsed.records]
    assert records == [source, *draft.statements, *draft.participants]
    people = {entry.id for entry in draft.participants}
    for statement in draft.statements:
        assert {*statement.attributed_to, *statement.voiced_by} <= people
        for quote in statement.quotes:
            assert text[quote.start : quote.end] == quote.exact
