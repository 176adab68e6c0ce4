"""An article in English: its frame removed, then who says what in the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from ...model.records import Participant
from ..english import is_english, who_says_what
from ..english.gazetteer import is_name
from ..extraction import Extraction, Span
from ..quotations import find_paragraphs, find_quotations

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
DATE = rf"{MONTH} \d{{1,2}}(?:, \d{{4}})?"
DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z.'’/-]+(?: [A-Z][A-Z.'’/-]*){0,3}(?:, [A-Z][A-Za-z. ]{1,20})?"
    r"|[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}(?=(?:, " + DATE + r")? \([A-Z]))"
    rf"(?:, (?P<date>{DATE}))?(?: \((?P<agency>[A-Z][A-Za-z ]{{1,20}})\))?"
    r"\s{0,2}(?:--|—|–|―|-)\s"
)
AGENCY = re.compile(r"\((?P<agency>[A-Z][A-Za-z&. ]{1,30})\)\s?\W?\s*$")
BYLINE = re.compile(r"(?:BYLINE: ?|[Bb][Yy] )(?:[A-Z][\w.'’-]+ ?(?:and )?){1,8}[.,]?\s*$")
CAPTION = re.compile(
    r"(?:This|In this|A) (?:file |undated |handout |pool |combination )?"
    r"(?:photo|image|picture|combo)\b"
    r"|(?:FILE|File)(?: PHOTO| photo)?\b ?[-—:]|(?:PHOTO|Photo|CAPTION|Caption)\b ?(?:by|:)"
)
CAPTION_MARKS = re.compile(
    r"\((?:L|R|C|left|right|center|2nd from [LR])\)|/(?:Getty Images|AFP|Reuters)"
)
DAY = re.compile(
    rf"(?P<month>{MONTH}) (?P<day>\d{{1,2}}), (?P<year>\d{{4}})"
    r"|(?P<iso>\d{4}-\d{2}-\d{2})|(?P<day2>\d{1,2}) " + rf"(?P<month2>{MONTH}) (?P<year2>\d{{4}})"
)
LONGEST_BYLINE = 120  # code points
LINE_OF_DATE = 60  # code points: a line with the date is no longer than that
HEAD_LINES = 6  # lines in which a date line is looked for


def dateline(
    text: str, paragraphs: Sequence[Span]
) -> tuple[str | None, str | None, str | None, int]:
    """Return place, agency and date of the dateline, and the offset of the text after it."""
    for paragraph in paragraphs[:HEAD_LINES]:
        match = DATELINE.match(text, paragraph.start, paragraph.end)
        if match:
            return match["place"], match["agency"], iso_date(match["date"] or ""), match.end()
    return None, None, None, -1


def publisher(text: str) -> str | None:
    """Return the agency in brackets at the end: (Yonhap)."""
    match = AGENCY.search(text, max(0, len(text) - 60))
    return match["agency"] if match else None


def date_line(text: str, paragraphs: Sequence[Span]) -> str | None:
    """Return the date in a short line of its own near the top."""
    head = (text[paragraph.start : paragraph.end] for paragraph in paragraphs[:HEAD_LINES])
    return next(filter(None, (iso_date(line) for line in head if len(line) <= LINE_OF_DATE)), None)


def iso_date(words: str) -> str | None:
    """Return the first whole date in the words, as ISO 8601."""
    match = DAY.search(words)
    if match is None:
        return None
    if match["iso"]:
        year, month, day = map(int, match["iso"].split("-"))
    else:
        year, day = int(match["year"] or match["year2"]), int(match["day"] or match["day2"])
        month = MONTHS.index((match["month"] or match["month2"])[:3]) + 1
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def is_furniture(text: str, paragraph: Span) -> bool:
    """Return whether it is a photo's caption or a byline, in which nobody speaks."""
    start, end = paragraph.start, paragraph.end
    if BYLINE.match(text, start, min(end, start + LONGEST_BYLINE)):
        return end - start < LONGEST_BYLINE
    caption = CAPTION.match(text, start, end)
    return bool(caption or CAPTION_MARKS.search(text, start, min(end, start + 2000)))


def read_article(text: str, known: Sequence[Participant] = ()) -> Extraction:
    """Return what an article says; offsets count in the text exactly as given.

    `known` are the archive's participants, whose ids then stand for their names.
    """
    if not is_english(text):
        return Extraction(other_language=True)
    paragraphs = find_paragraphs(text)
    city, agency, day, body_start = dateline(text, paragraphs)
    paragraphs = [
        Span(body_start, paragraph.end) if paragraph.holds(body_start - 1) else paragraph
        for paragraph in paragraphs
    ]
    furniture = {n for n, paragraph in enumerate(paragraphs) if is_furniture(text, paragraph)}
    quotations = find_quotations(text, paragraphs, is_name)
    attributions, people = who_says_what(text, paragraphs, quotations, furniture, known)
    day = date_line(text, paragraphs) or day
    return Extraction(attributions, people, city, publisher(text) or agency, day)
