"""Delimited text, as the csv module writes and reads it."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_archive.render.delimited import delimited, in_blocks


def test_only_cells_with_special_characters_are_quoted() -> None:
    columns = [["a", "b"], ['we, the "Ministers"', "agreed"], [None, 7], [("x", "y"), ("z",)]]
    assert delimited(columns) == 'a,"we, the ""Ministers""",,x; y\r\nb,agreed,7,z\r\n'


def test_tab_separated_cells_may_have_commas_but_no_tabs() -> None:
    assert delimited([["a, b", "a\tb"], [1, 2]], "\t", "\n") == 'a, b\t1\n"a\tb"\t2\n'


def test_an_empty_cell_of_a_single_column_is_a_row() -> None:
    assert delimited([["", None, "a"]]) == '""\r\n""\r\na\r\n'


CELLS = st.none() | st.integers() | st.floats() | st.text(alphabet='",;\t\r\n a”') | st.text()


@pytest.mark.parametrize("separator", [",", "\t"])
@given(rows=st.integers(1, 4).flatmap(lambda n: st.lists(st.tuples(*[CELLS] * n), min_size=1)))
def test_every_row_is_written_as_csv_writes_it_and_comes_back(
    separator: str, rows: list[tuple[object, ...]]
) -> None:
    text = delimited(zip(*rows, strict=True), separator)
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=separator).writerows(rows)
    assert text == written.getvalue()
    cells = [["" if cell is None else str(cell) for cell in row] for row in rows]
    assert list(csv.reader(io.StringIO(text, newline=""), delimiter=separator)) == cells


def test_rows_come_in_blocks() -> None:
    assert list(map(len, in_blocks(range(150)))) == [64, 64, 22]
