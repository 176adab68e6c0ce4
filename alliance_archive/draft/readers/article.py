"""An article in English: its frame removed, then who says what in the rest."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from ...model.records import Participant
from ..english import is_english, who_says_what
from ..english.gazetteer import is_name
from ..extraction import Attribution, Extraction, Span
from ..head import MONTH, iso_day
from ..quotations import Quotation, find_paragraphs, find_quotations, odd_marks

DATE = rf"(?i:{MONTH} \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} {MONTH}(?:,? \d{{4}})?)"
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
NAMED_AGENCY = r"\([^\W\d_a-z](?:[^\W\d_]|[.&’' -]){1,40}\)"
CAPITALS = r"(?:[^\W\d_a-z]|[.'’/-])"
# A dash ends it; after a day, a colon may, too.
DATELINE = re.compile(
    rf"(?P<place>[^\W\d_a-z]{CAPITALS}+(?: [^\W\d_a-z]{CAPITALS}*){{0,3}}"
    rf"(?:, (?!{WEEKDAY}:)[A-Z][A-Za-z. ]{{0,19}}[A-Za-z.])?"
    r"|[^\W\d_a-z][^\W\d_A-Z]+(?: [^\W\d_a-z][^\W\d_A-Z]+){0,2}"
    rf"(?=(?:, {DATE})? \([A-Z]|, {DATE}:))"
    rf"(?:(?:, (?P<date>{DATE}|{WEEKDAY}))?(?: (?P<agency>{NAMED_AGENCY}))?"
    rf"|(?: (?P<agency2>{NAMED_AGENCY}))(?:, (?P<date2>{DATE})))"
    r"\s{0,2}(?:--|—|–|―|-|(?(date):|(?!)))\s"
)
AGENCY = re.compile(r"\((?P<publisher>[A-Z][A-Za-z&. ]{1,30})\)\s?\W?\s*$")
# A last line that says where it appeared: © 2031 Avel Courier; Published in Avel Times, May 5, 2031
OWNER = re.compile(
    r"(?:©|\([cC]\)|Copyright|(?:First )?[Pp]ublished (?:in|by))(?:[ ,]*(?:©|\([cC]\)|\d{4}|by\b))*"
    rf"\s*(?P<publisher>[^\W\d_a-z][\w.&’' -]*?)(?=,? (?:{DATE}|\d{{4}})|[.,|]|$)"
)
BYLINE = re.compile(r"(?:BYLINE: ?|[Bb][Yy] )(?:[A-Z][\w.'’-]+ ?(?:and )?){1,8}[.,]?\s*$")
CAPTION = re.compile(
    r"(?:This|In this|A) (?:file |undated |handout |pool |combination )?"
    r"(?:photo|image|picture|combo)\b"
    r"|(?:FILE|File)(?: PHOTO| photo)?\b ?[-—:]|(?:PHOTO|Photo|CAPTION|Caption)\b ?(?:by|:)"
)
CAPTION_MARKS = re.compile(
    r"\((?:L|R|C|left|right|center|2nd from [LR])\)|/(?:Getty Images|AFP|Reuters)"
)
FURNITURE = re.compile(
    r"\(?(?i:(?:story )?(?:last |first )?(?:published|updated|modified|posted|input))\b"
    r" ?(?::|on |at |in |by |[A-Z\d])"
    r"|(?:[▶►■] ?)?(?i:also )?(?i:read|see|watch|listen|related|more|on (?:our|this) site)\b"
    r"[^.\n]{0,30}?:"
    r"|(?:Reporter|Editor|Translator|Writer|Author)s?\b ?(?::|[A-Z][\w. -]{1,40}$)"
    r"|\d{1,2}\.\d{1,2}\.\d{4} ?[-|,]? ?Update"
    r"|(?i:opinion|analysis|explain(?:ed|er)|live|in pictures|up next|trending|most read"
    r"|don['’]t miss|recommended|newsletter|podcast|topics|tags|comments?|share)\b"
    r"[^.:\n]{0,12}[:|\n]"
    r"|(?:Image|Photo|Picture|Video|Media|Audio|Figure)(?: (?:caption|credit|source|by))\b"
    r"|(?:Photograph|Photographer|Photo|Picture|Image|Source|Credit|Caption)s? ?(?:by|:)"
    r"|(?:Correction|Clarification|Disclosure|Disclaimer|Editor['’]s [Nn]ote|CORRECTION)\b"
    r"|\W{0,3}(?:This|An earlier version of this) (?:story|article|post|piece|report|version"
    r"|material|content) (?:was|has been|is|misstated|incorrectly|gave|misspelled|said)\b"
    r"|\(?(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting) by\b"
    r"|\((?:Adds|Updates|Corrects|Recasts|Writes through)\b"
    r"|With (?:files|reporting|a report) (?:from|by)\b|©|\(c\)|Copyright"
    r"|[A-Z][\w.’'-]+(?:(?:,| and) [A-Z][\w.’'-]+)* (?:reported|contributed)"
    r"(?: to this \w+)? from (?:[A-Z][\w’'-]+[ ,.])+"
    r"|[^|\n]*\|[^|\n]*(?:(?i:published|updated|posted|listen to)\b|\d+ min(?:ute)? read)"
    r"|(?:Sign up|Subscribe|Follow us|Follow @|Get our|Click here|Share this|Log in"
    r"|(?i:advertisement|(?:the |all )?(?:views|opinions) (?:expressed|of (?:our )?readers)\b)"
    r"|Join (?:us|our|the conversation)|Leave a comment|Have your say|Tell us|Let us know"
    r"|Download our|Listen to|Send (?:us|your|news)|Donate|Support (?:us|our)"
    r"|Register (?:for|now))\b"
    r"|\S{1,60}@\S{1,60}\.\w{2,10}\s*$"
)
CREDIT = re.compile(
    r"(?:Photograph|Photo|Picture|Image|Credit)s?: [^.\n]{2,60}$|/[A-Z][a-zA-Z ]+/[A-Z][\w ]+$"
)
LONGEST_FURNITURE = 300  # code points
LONGEST_TITLE = 150  # code points of a headline
LONGEST_BYLINE = 120  # code points
LINE_OF_DATE = 60  # code points: a line with the date is no longer than that
HEAD_LINES = 6  # lines in which a date line is looked for
FOOT_LINES = 3  # lines in which the article's owner is looked for


def dateline(
    text: str, paragraphs: Sequence[Span]
) -> tuple[str | None, str | None, str | None, int]:
    """Return place, agency and date of the dateline, and the offset of the text after it.

    A date without a year is given as --MM-DD, an invalid one in its words.
    """
    for paragraph in paragraphs[:HEAD_LINES]:
        match = DATELINE.match(text, paragraph.start, paragraph.end)
        if match:
            agency = (match["agency"] or match["agency2"] or "").strip("()")
            day = match["date"] or match["date2"] or ""
            date = iso_day(day) or _yearless(day) or ""
            words = " ".join(day.split()) if any(map(str.isdigit, day)) else ""
            return match["place"], agency or None, date or words or None, match.end()
    return None, None, None, -1


def publisher(text: str, paragraphs: Sequence[Span]) -> str | None:
    """Return the agency in brackets at the end, (Yonhap), or whose the last lines say it is."""
    last = [text[paragraph.start : paragraph.end] for paragraph in paragraphs[-FOOT_LINES:]]
    owners = (OWNER.match(line) for line in last if len(line) <= LONGEST_BYLINE)
    match = AGENCY.search(text, max(0, len(text) - 60)) or next(filter(None, owners), None)
    return match["publisher"].strip() if match else None


def date_line(text: str, paragraphs: Sequence[Span]) -> str | None:
    """Return the date in a short line of its own near the top."""
    head = (text[paragraph.start : paragraph.end] for paragraph in paragraphs[:HEAD_LINES])
    return next(filter(None, (iso_day(line) for line in head if len(line) <= LINE_OF_DATE)), None)


def _yearless(words: str) -> str | None:
    """Return month and day as --MM-DD (ISO 8601:2000): Nov. 18; None if they are not that."""
    days, month = re.findall(r"\d+", words), re.search(MONTH, words, re.IGNORECASE)
    # Any day that some year has is one of a leap year.
    leap = iso_day(f"{words} 2000") if month and len(days) == 1 else None
    return f"-{leap[4:]}" if leap else None


def is_furniture(text: str, paragraph: Span) -> bool:
    """Return whether it is a caption, a byline or another part in which nobody speaks."""
    start, end = paragraph.start, paragraph.end
    if BYLINE.match(text, start, min(end, start + LONGEST_BYLINE)):
        return end - start < LONGEST_BYLINE
    if end - start < LONGEST_FURNITURE and (
        FURNITURE.match(text, start, end) or CREDIT.search(text, start, end)
    ):
        return True
    caption = CAPTION.match(text, start, end)
    return bool(caption or CAPTION_MARKS.search(text, start, min(end, start + 2000)))


def headline(text: str, paragraphs: Sequence[Span]) -> str | None:
    """Return the first line if it is short and not a sentence, and the text goes on."""
    if len(paragraphs) < 2:
        return None
    line = text[paragraphs[0].start : paragraphs[0].end].strip()
    if len(line) > LONGEST_TITLE or line.endswith((".", ",", ":", ";")) or " " not in line:
        return None
    if iso_day(line) or is_furniture(text, paragraphs[0]) or DATELINE.match(line):
        return None
    return line


def byline(text: str, paragraphs: Sequence[Span]) -> str | None:
    """Return the author whom a line near the top names: By Ada Brekke."""
    for paragraph in paragraphs[:HEAD_LINES]:
        line = text[paragraph.start : min(paragraph.end, paragraph.start + LONGEST_BYLINE)]
        if len(line) < LONGEST_BYLINE and BYLINE.match(line):
            return re.sub(r"^(?:BYLINE: ?|[Bb][Yy] )", "", line).strip(" .,")
    return None


def _leftover(
    quotations: Sequence[Quotation], attributions: Sequence[Attribution], unread: Sequence[Span]
) -> tuple[Span, ...]:
    """Return the quotations that no attribution holds, outside the parts in which nobody speaks."""
    held = sorted(quote for attribution in attributions for quote in attribution.quotes)

    def is_held(inner: Span) -> bool:
        place = bisect_right(held, Span(inner.end, 0))
        return any(inner.overlaps(quote) for quote in held[max(0, place - 4) : place])

    left = (q for q in quotations if not q.name and not is_held(q.inner))
    return tuple(q.inner for q in left if not any(span.holds(q.outer.start) for span in unread))


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
        if paragraph.end != body_start
    ]
    furniture = {n for n, paragraph in enumerate(paragraphs) if is_furniture(text, paragraph)}
    quotations = find_quotations(text, paragraphs, is_name)
    attributions, people, meetings = who_says_what(text, paragraphs, quotations, furniture, known)
    unread = [paragraphs[n] for n in sorted(furniture)]
    day = date_line(text, paragraphs) or day
    if not (day and iso_day(day)):
        day = next(filter(None, (iso_day(text[s.start : s.end]) for s in unread)), day)
    return Extraction(
        attributions,
        people,
        city,
        publisher(text, paragraphs) or agency,
        day,
        title=headline(text, paragraphs),
        author=byline(text, paragraphs),
        leftover=_leftover(quotations, attributions, unread),
        odd_marks=odd_marks(text, paragraphs, quotations),
        occasions=meetings,
    )
