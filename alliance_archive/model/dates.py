"""ISO 8601 calendar dates of reduced precision (2017, 2017-10, 2017-10-23) and their days.

Also which date holds for a statement, and on which days a meeting is.
"""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ..errors import BadDate

if TYPE_CHECKING:
    from .records import Meeting, Source

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_DAY = datetime.timedelta(days=1)
# How a date may be typed besides; each pattern has the groups year, month and day, or some of them.
_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_DAY_OF_MONTH = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_TYPED = (
    r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})",
    r"(?P<year>[0-9]{4})([-/](?P<month>[0-9]{1,2})([-/](?P<day>[0-9]{1,2}))?)?",
    rf"({_DAY_OF_MONTH}\s+)?{_MONTH},?\s+(?P<year>[0-9]{{4}})",
    rf"{_MONTH}\s+{_DAY_OF_MONTH},?\s+(?P<year>[0-9]{{4}})",
)
# Which is the month in 10/11/2017 depends on who writes it.
_SWAPPED = r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})"
_RELATIVE = r"(last|past|this|next)\s.*|.*\sago"
_REMEDY = "write it like 2017, 2017-10, 2017-10-23, Oct 2017, 23 Oct 2017, today or yesterday"


@lru_cache(16384)  # all the days of four decades
def day_span(text: str) -> tuple[str, str]:
    """Return the first and the last day that a date covers, both as YYYY-MM-DD.

    Raises BadDate unless it is in a calendar form of ISO 8601-1:2019 (5.2.2.1 or 5.2.2.2) and the
    day exists.
    """
    # Not date.fromisoformat, which accepts 20171023 and weeks but refuses a month without a day.
    match = _FORM.fullmatch(text)
    if not match:
        raise BadDate(text)
    year, month, day = match.groups()
    _require_day(text, int(year), int(month or 1), int(day or 1))
    if day:
        return text, text
    first, last = month or "01", month or "12"
    return f"{year}-{first}-01", f"{year}-{last}-{_days_in(int(year), int(last))}"


def days(text: str) -> tuple[str, str]:
    """Return the first and the last day of a date, or of an interval (2017-10-23/2017-10-25)."""
    first, _, last = text.partition("/")
    return day_span(first)[0], day_span(last or first)[1]


def day_after(day: str) -> str:
    """Return the next day, both YYYY-MM-DD; the last day of the calendar is returned as it is."""
    date = datetime.date.fromisoformat(day)
    return day if date == datetime.date.max else (date + _DAY).isoformat()


def typed_date(text: str, today: str) -> str:
    """Return a date as people type it, such as Oct. 23, 2017, in its ISO 8601 form.

    `today` is YYYY-MM-DD. Raises BadDate.
    """
    word = " ".join(text.split()).casefold()
    if word in ("today", "yesterday"):
        date = datetime.date.fromisoformat(today)
        return (date if word == "today" else date - _DAY).isoformat()
    match = next(filter(None, (re.fullmatch(form, word, re.IGNORECASE) for form in _TYPED)), None)
    month = _month_number(match["month"]) if match else None
    if not match or month == "":
        raise BadDate(text, _remedy(word))
    parts = (match["year"], month, match.groupdict()["day"])
    iso = "-".join(part.zfill(2) for part in parts if part)
    _require_day(text, *(int(part or 1) for part in parts))
    return iso


def _remedy(word: str) -> str:
    """Return what to write instead of something that is not a date, folded."""
    if re.fullmatch(_RELATIVE, word):
        return "write two dates, with --since and --until"
    readings = []
    if match := re.fullmatch(_SWAPPED, word):
        first, second, year = map(int, match.groups())
        for month, day in {(first, second): 0, (second, first): 0}:
            if year and 1 <= month <= 12 and 1 <= day <= _days_in(year, month):
                readings.append(f"{MONTHS[month - 1]} {day}, {year}")
    return f"day and month could be swapped: write {' or '.join(readings)}" if readings else _REMEDY


def _month_number(month: str | None) -> str | None:
    """Return the number of a month that is typed as one or by its name; "" if it is neither."""
    if not month or month.isdigit():
        return month
    numbers = (str(n) for n, name in enumerate(MONTHS, 1) if name.casefold().startswith(month))
    return next(numbers, "")


def _require_day(text: str, year: int, month: int, day: int) -> None:
    """Raise BadDate, which says why, unless the calendar has the day."""
    if not 1 <= month <= 12:
        raise BadDate(text, "months are 01 to 12")
    if year < 1:
        raise BadDate(text, "the first year is 0001")
    if not 1 <= day <= _days_in(year, month):
        raise BadDate(text, f"{MONTHS[month - 1]} {year} has {_days_in(year, month)} days")


def _days_in(year: int, month: int) -> int:
    if month == 12:
        return 31
    return (datetime.date(year, month + 1, 1) - _DAY).day


class EffectiveDate(NamedTuple):
    """The date that holds for a statement, and its `basis`: the statement, meeting or source.

    `date` is ISO 8601, with a slash between the ends when a meeting lasts several days; `first` and
    `last` are the days between which it must be, YYYY-MM-DD.
    """

    date: str
    basis: str
    first: str
    last: str


def effective_date(
    own_date: str | None, meeting: Meeting | None, source: Source | None
) -> EffectiveDate | None:
    """Return the date that holds for a statement: its own, else its meeting's, else its source's.

    None if it has none of the three, as in a record whose source has an error.
    """
    published = day_span(source.date)[1] if source else None
    if own_date:
        return EffectiveDate(own_date, "statement", *days_by(own_date, published))
    if meeting:
        return EffectiveDate(meeting.interval, "meeting", *meeting_days(meeting, published))
    return EffectiveDate(source.date, "source", *day_span(source.date)) if source else None


def days_by(date: str, published: str | None) -> tuple[str, str]:
    """Return the first and last day of a date or interval whose source appeared by a day.

    What is reported has happened, so a month or year ends with that day. A date to the day is
    believed, because it may be tomorrow elsewhere; so is a date that only begins later, which
    `check` reports.
    """
    first, last = days(date)
    imprecise = len(date.rpartition("/")[2]) < len(last)
    return first, min(last, published) if imprecise and published and first <= published else last


def meeting_days(meeting: Meeting, published: str | None = None) -> tuple[str, str]:
    """Return the first and last day of a meeting, YYYY-MM-DD.

    `published` is the last day of a source that reports it: a month or year in which it was held
    ends with that day.
    """
    return days_by(meeting.interval, published if meeting.status == "held" else None)


def standing(meeting: Meeting, today: str | None = None) -> str:
    """Return “held”, “planned”, or “planned, date passed” if its last day is before today."""
    passed = meeting.status == "planned" and today and meeting_days(meeting)[1] < today
    return f"{meeting.status}, date passed" if passed else meeting.status
