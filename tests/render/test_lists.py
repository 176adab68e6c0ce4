"""Lists in one cell, which can be split again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_archive.render.columns import joined, split_list


@pytest.mark.parametrize(
    ("parts", "cell"),
    [
        ((), ""),
        (("Jim Mattis", "Dana White"), "Jim Mattis; Dana White"),
        (("Defense Minister, Japan", None), "Defense Minister, Japan; "),
        (("so be it; and more", "yes"), '"so be it; and more"; yes'),
        (('“the "hot" line”', "a;b"), '"“the ""hot"" line”"; a;b'),
    ],
)
def test_a_part_that_contains_the_separator_is_quoted(
    parts: tuple[str | None, ...], cell: str
) -> None:
    assert joined(parts) == cell
    assert split_list(cell) == tuple(part or "" for part in parts)


# A list of one empty part is not told from an empty list.
LISTS = st.lists(st.text(alphabet='a"; \n') | st.text()).map(tuple).filter(lambda v: v != ("",))


@given(LISTS)
def test_every_list_comes_back(parts: tuple[str, ...]) -> None:
    assert split_list(joined(parts)) == parts
