"""ISO 8601 calendar dates of reduced precision (2017, 2017-10, 2017-10-23) and their days."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache

from ..errors import BadDate

_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@lru_cache(16384)  # all the days of four decades
def day_span(text: str) -> tuple[str, str]:
    """Return the first and the last day that a date covers, both as YYYY-MM-DD.

    Raises BadDate unless it is in a calendar form of ISO 8601-1:2019 (5.2.2.1 or 5.2.2.2) and the
    day exists.
    """
    match = _FORM.fullmatch(text)
    if not match:
        raise BadDate(text)
    # Not date.fromisoformat, which accepts 20171023 and weeks but refuses a month without a day.
    year, month, day = match.groups()
    try:
        datetime.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise BadDate(text) from None
    if day:
        return text, text
    first, last = month or "01", month or "12"
    return f"{year}-{first}-01", f"{year}-{last}-{_days_in(int(year), int(last))}"


def days(text: str) -> tuple[str, str]:
    """Return the first and the last day of a date, or of an interval (2017-10-23/2017-10-25)."""
    first, _, last = text.partition("/")
    return day_span(first)[0], day_span(last or first)[1]


def _days_in(year: int, month: int) -> int:
    if month == 12:
        return 31
    return (datetime.date(year, month + 1, 1) - datetime.timedelta(days=1)).day
