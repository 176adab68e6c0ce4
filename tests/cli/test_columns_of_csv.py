"""The columns of each command's CSV."""

from __future__ import annotations

import csv

import pytest

from tests.conftest import Run


@pytest.mark.parametrize(
    "command",
    [
        *("who korea", "said mattis", "statements", "export", "export --long"),
        *("meetings", "participants", "sources", "topics"),
        *("timeline", "summary", "compare mattis onodera"),
        *("phrases", "phrases --kwic", "phrases --by year", "phrases --across topics"),
    ],
)
def test_no_two_columns_have_the_same_name(run: Run, command: str) -> None:
    header = next(csv.reader(run(*command.split(), "--format", "csv").out.splitlines()))
    assert sorted(header) == sorted(set(header))


def test_dates_of_meetings_and_sources_are_given_to_the_day(run: Run) -> None:
    fields = ("--fields", "id,date,date_start,date_end", "--format", "csv")
    assert run("meetings", "--meeting", "philippines-2017-10", *fields).out.splitlines()[:2] == [
        "id,date,date_start,date_end",
        "philippines-2017-10,2017-10,2017-10-01,2017-10-23",
    ]
    assert run("sources", *fields).out.splitlines() == [
        "id,date,date_start,date_end",
        "pentagon-2017-10-23,2017-10-23,2017-10-23,2017-10-23",
        "yonhap-2017-10-23,2017-10-23,2017-10-23,2017-10-23",
    ]
