"""Phrases are counted where the concordance finds them."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from alliance_archive.index.packing import join_quotes
from alliance_archive.queries.rows import StatementRow
from alliance_archive.reports.concordance import counts_of, searched_words, uses

FRAGMENTS = st.sampled_from(["anchor", "free and open", "The Anchor,", "닻", "open", "é-b"])


@given(st.lists(st.tuples(st.text("xy ", max_size=5), FRAGMENTS), min_size=1, max_size=4))
def test_the_count_of_uses_is_that_of_the_concordance(pieces: list[tuple[str, str]]) -> None:
    summary = " ".join(f"{lead} “{quoted}”" for lead, quoted in pieces)
    quotations = join_quotes((quoted, 0, len(quoted)) for _, quoted in pieces)
    fields = dict.fromkeys(StatementRow._fields)
    row = StatementRow(
        **fields | {"form": "mixed", "summary": summary, "words": summary, "quotations": quotations}
    )
    find = searched_words(("anchor", '"free and open"', "닻", "open"))
    quoted = Counter(use.phrase for use in uses(row, find, anywhere=False))
    assert {label: times for label, (times, _) in counts_of(row, find, False).items()} == quoted
    everywhere = Counter(use.phrase for use in uses(row, find, anywhere=True))
    assert {label: times for label, (times, _) in counts_of(row, find, True).items()} == everywhere
