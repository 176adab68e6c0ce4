"""Tables sized to a terminal."""

from __future__ import annotations

from io import StringIO

import pytest

from alliance_archive.render.columns import Column
from alliance_archive.render.table import table, write_plain

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


def test_a_long_cell_of_a_plain_table_moves_its_own_line_only() -> None:
    ids = Column("ids", "IDs", lambda row: row[1])
    rows = [("long", " ".join(["id"] * 1000), "x"), ("short", "id", "y")]
    stream = StringIO()
    write_plain([COLUMNS[0], ids, Column("last", "Last", lambda row: row[2])], rows, stream)
    header, long, short = stream.getvalue().splitlines()
    assert (header.index("Last"), short.index("y")) == (509, 509)
    assert long == f"long   {rows[0][1]}  x"
