"""Dates that a spreadsheet has shown in its own way, and saved so."""

from __future__ import annotations

import contextlib
import datetime
import re

_NUMBERS = re.compile(r"(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})(?: 0?0:00(?::00)?)?")
_MONTH = re.compile(r"([A-Za-z]{3,9})\.?[- ](\d{2}|\d{4})")
_SERIAL = re.compile(r"[1-9]\d{4}(?:\.0+)?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_EPOCH = datetime.date(1899, 12, 30)  # the day 0 of spreadsheets, whose 1900 has a February 29


def readings(text: str) -> list[str]:
    """Return the ISO dates that a spreadsheet may show as a text, such as 10/23/2017 or 43031."""
    text = text.strip()
    dates: list[str] = []
    if match := _NUMBERS.fullmatch(text):
        first, _, second, third = match.groups()
        for year, month, day in (
            (first, second, third),
            (third, first, second),
            (third, second, first),
        ):
            if len(year) in (2, 4) and len(month) < 3 and len(day) < 3:
                with contextlib.suppress(ValueError):
                    dates.append(datetime.date(_year(year), int(month), int(day)).isoformat())
    elif match := _MONTH.fullmatch(text):
        if (month := match[1][:3].lower()) in _MONTHS:
            dates = [f"{_year(match[2]):04}-{_MONTHS.index(month) + 1:02}"]
    elif _SERIAL.fullmatch(text):
        days = datetime.timedelta(int(float(text)))
        dates = [(_EPOCH + days).isoformat()]
    return list(dict.fromkeys(dates))


def _year(digits: str) -> int:
    # As spreadsheets read two digits: from 1930 to 2029.
    return int(digits) if len(digits) > 2 else int(digits) + (2000 if int(digits) < 30 else 1900)
