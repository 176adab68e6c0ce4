"""A drawn concordance: the words aligned, whatever is around them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from alliance_archive.render.kwic import keyword_in_context
from alliance_archive.render.shapes import Context


def test_on_a_terminal_quoted_words_are_green() -> None:
    context = Context("h", "the ", "anchor", " of", True, (), "id")
    assert "\x1b[1;32manchor\x1b[0m" in keyword_in_context([context], 80, color=True)


TEXTS = st.text(st.sampled_from("ab é,.“”한미동日本\u0301\n"), max_size=60)
CONTEXTS = st.builds(
    Context,
    st.just("heading"),
    TEXTS,
    TEXTS.map(lambda text: f"§{text}"),
    TEXTS,
    st.booleans(),
    st.tuples(TEXTS),
    TEXTS,
)


@given(st.lists(CONTEXTS, min_size=1), st.integers(20, 170))
def test_the_words_are_aligned(contexts: list[Context], width: int) -> None:
    lines = keyword_in_context(contexts, width, color=False).splitlines()[1:]
    assert len(lines) == len(contexts)
    assert len({cell_len(line[: line.index("§")]) for line in lines}) == 1
    assert all(cell_len(line) <= width for line in lines)
