"""Tables sized to a terminal."""

from __future__ import annotations

import pytest

from alliance_archive.render.columns import Column
from alliance_archive.render.table import table

COLUMNS = [
    Column("name", "Name", lambda row: row[0], whole=True),
    Column("words", "Words", lambda row: row[1]),
]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            ["one two", "three"],
            """\
Name    Words
───────────────
김서연  one two
김서연  three
""",
        ),
        (  # a row of several lines: blank lines separate all rows
            ["one two three four five", "six"],
            """\
Name    Words
────────────────────────
김서연  one two three
        four five

김서연  six
""",
        ),
        (
            [("one", "two"), "three"],
            """\
Name    Words
─────────────
김서연  one
        two

김서연  three
""",
        ),
    ],
)
def test_rows_are_separated_if_one_takes_several_lines(
    words: list[str | tuple[str, ...]], expected: str
) -> None:
    assert table(COLUMNS, [("김서연", cell) for cell in words], 24, False) == expected
