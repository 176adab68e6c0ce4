"""The days of meetings that a text gives by weekday, by distance, or without a year."""

from __future__ import annotations

import pytest

from alliance_archive.draft.extraction import Day, Occasion, Span
from alliance_archive.draft.occasions import date_of


@pytest.mark.parametrize(
    ("day", "planned", "published", "expected"),
    [
        ((None, "", -1), False, "2021-10-04", "2021-10-03"),  # a Monday
        ((4, "", None), False, "2021-10-04", "2021-10-01"),
        ((4, "", None), True, "2021-10-04", "2021-10-08"),
        ((0, "", None), False, "2021-10-04", "2021-10-04"),
        # The calendar has no such day.
        ((None, "", -1), False, "0001-01-01", None),  # a Monday
        ((4, "", None), False, "0001-01-01", None),
        ((None, "", 1), True, "9999-12-31", None),  # a Friday
        ((6, "", None), True, "9999-12-31", None),
        ((None, "01-02", None), True, "9999-12-31", None),
        ((None, "12-31", None), False, "0001-01-01", None),
        ((None, "01-01", None), False, "0001-01-01", "0001-01-01"),
    ],
)
def test_a_meeting_is_on_the_nearest_such_day(
    day: Day, planned: bool, published: str, expected: str | None
) -> None:
    occasion = Occasion((), Span(0, 1), day, planned=planned)
    assert date_of(occasion, published) == expected
