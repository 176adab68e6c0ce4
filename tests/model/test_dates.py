"""Dates as they are typed, the days that they cover, and which date holds for a statement."""

from __future__ import annotations

import pytest

from alliance_archive import BadDate
from alliance_archive.model.dates import (
    day_after,
    day_span,
    days_by,
    effective_date,
    meeting_days,
    standing,
    typed_date,
)
from alliance_archive.model.records import Meeting, Source


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("2017", "2017"),
        ("2017-10", "2017-10"),
        ("2017-3", "2017-03"),
        ("2017/10", "2017-10"),
        ("2017-10-23", "2017-10-23"),
        ("2017/10/23", "2017-10-23"),
        ("Oct 2017", "2017-10"),
        ("October 2017", "2017-10"),
        ("october, 2017", "2017-10"),
        ("Sept. 2017", "2017-09"),
        ("23 Oct 2017", "2017-10-23"),
        ("3 May 2017", "2017-05-03"),
        ("Oct. 23, 2017", "2017-10-23"),
        ("  October 23  2017 ", "2017-10-23"),
        ("October 23rd, 2017", "2017-10-23"),
        ("23rd October 2017", "2017-10-23"),
        ("1st Nov. 2017", "2017-11-01"),
        ("20171023", "2017-10-23"),
        ("today", "2024-03-01"),
        ("Yesterday", "2024-02-29"),
    ],
)
def test_a_date_may_be_typed_as_people_write_it(typed: str, date: str) -> None:
    assert typed_date(typed, "2024-03-01") == date


ANY_FORM = "write it like 2017, 2017-10, 2017-10-23, Oct 2017, 23 Oct 2017, today or yesterday"


@pytest.mark.parametrize(
    ("typed", "remedy"),
    [
        ("", ANY_FORM),
        ("soon", ANY_FORM),
        ("10/23/2017", "day and month could be swapped: write October 23, 2017"),
        ("23.10.2017", "day and month could be swapped: write October 23, 2017"),
        (
            "10/11/2017",
            "day and month could be swapped: write October 11, 2017 or November 10, 2017",
        ),
        ("5-5-2017", "day and month could be swapped: write May 5, 2017"),
        ("31/31/2017", ANY_FORM),
        ("last week", "write two dates, with --since and --until"),
        ("3 days ago", "write two dates, with --since and --until"),
        ("Ok 2017", ANY_FORM),
        ("Octobre 2017", ANY_FORM),
        ("23 October", ANY_FORM),
        ("2024-02-30", "February 2024 has 29 days"),
        ("31 Sept 2017", "September 2017 has 30 days"),
        ("2017-10-00", "October 2017 has 31 days"),
        ("2017-13", "months are 01 to 12"),
        ("0000", "the first year is 0001"),
    ],
)
def test_what_is_not_a_date_says_why(typed: str, remedy: str) -> None:
    with pytest.raises(BadDate) as error:
        typed_date(typed, "2024-03-01")
    assert str(error.value) == f"“{typed}” is not a date: {remedy}"


@pytest.mark.parametrize("text", ["2017/10", "Oct 2017", "today", "2017-3", ""])
def test_in_files_a_date_has_one_form(text: str) -> None:
    with pytest.raises(BadDate, match="write 2017, 2017-10 or 2017-10-23"):
        day_span(text)


@pytest.mark.parametrize(
    ("day", "after"),
    [
        ("2017-10-23", "2017-10-24"),
        ("2024-02-28", "2024-02-29"),
        ("2017-12-31", "2018-01-01"),
        ("9999-12-31", "9999-12-31"),
    ],
)
def test_the_day_after(day: str, after: str) -> None:
    assert day_after(day) == after


@pytest.mark.parametrize(
    ("date", "published", "days"),
    [
        ("2017-10", "2017-10-23", ("2017-10-01", "2017-10-23")),
        ("2017", "2017-10-23", ("2017-01-01", "2017-10-23")),
        ("2017-09", "2017-10-23", ("2017-09-01", "2017-09-30")),
        ("2017-10", None, ("2017-10-01", "2017-10-31")),
        # believed: it may be the 24th elsewhere
        ("2017-10-24", "2017-10-23", ("2017-10-24", "2017-10-24")),
        ("2017-10-22/2017-10-24", "2017-10-23", ("2017-10-22", "2017-10-24")),
        ("2017-10-22/2017-10", "2017-10-23", ("2017-10-22", "2017-10-23")),
        # a wrong date, of which `check` warns, is not turned round
        ("2017-11", "2017-10-23", ("2017-11-01", "2017-11-30")),
    ],
)
def test_a_month_ends_with_the_day_of_its_source(
    date: str, published: str | None, days: tuple[str, str]
) -> None:
    assert days_by(date, published) == days


SOURCE = Source("wire", "Wire", "2017-10-23", "article")
HELD = Meeting("talks", "Talks", "2017-10", "bilateral")
PLANNED = Meeting("next", "Next talks", "2017-10", "bilateral", status="planned")


@pytest.mark.parametrize(
    ("own_date", "meeting", "source", "expected"),
    [
        ("2017-10", None, SOURCE, ("2017-10", "statement", "2017-10-01", "2017-10-23")),
        ("2017-10-24", HELD, SOURCE, ("2017-10-24", "statement", "2017-10-24", "2017-10-24")),
        (None, HELD, SOURCE, ("2017-10", "meeting", "2017-10-01", "2017-10-23")),
        (None, PLANNED, SOURCE, ("2017-10", "meeting", "2017-10-01", "2017-10-31")),
        (None, HELD, None, ("2017-10", "meeting", "2017-10-01", "2017-10-31")),
        (None, None, SOURCE, ("2017-10-23", "source", "2017-10-23", "2017-10-23")),
    ],
)
def test_the_date_that_holds_for_a_statement(
    own_date: str | None,
    meeting: Meeting | None,
    source: Source | None,
    expected: tuple[str, str, str, str],
) -> None:
    assert effective_date(own_date, meeting, source) == expected
    assert effective_date(None, None, None) is None


def test_only_a_planned_meeting_can_have_passed() -> None:
    assert meeting_days(PLANNED) == ("2017-10-01", "2017-10-31")
    assert standing(PLANNED, "2017-10-31") == "planned"
    assert standing(PLANNED, "2017-11-01") == "planned, date passed"
    assert standing(PLANNED) == "planned"
    assert standing(HELD, "2017-11-01") == "held"
