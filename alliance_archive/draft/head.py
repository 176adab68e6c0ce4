"""What a document says of itself, at its top and bottom: title, publisher, date, place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from ..model.countries import country_name
from .english.gazetteer import body_in, capitals, country_in, title_base
from .transcripts.heading import office_in, people_of_head
from .transcripts.names import is_outlet, says_something

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_TO = rf"(?:\s*(?:-|–|—|to|and)\s*(?:{MONTH}\s+)?{_DAY})?"
# The last day of a range counts: nothing is published before it is over.
DAY = re.compile(
    rf"{MONTH}\s+{_DAY}{_TO},?\s+(?:19|20)\d\d"
    rf"|{_DAY}{_TO}(?:\s+of)?\s+{MONTH},?\s+(?:25\d\d \()?(?:19|20)\d\d"  # 2569 (2026)
    r"|(?P<iso>(?:19|20)\d\d(?:[-/]|\. ?)\d{1,2}(?:[-/]|\. ?)\d{1,2})\b"
    r"|(?P<figures>(?<![\d-])\d{1,2}(?:/|\. ?|-)\d{1,2}(?:/|\. ?|-)(?:19|20)\d\d"
    r"|\b\d{1,2}/\d{1,2}/\d\d)\b(?![/-])",
    re.IGNORECASE,
)
# “on this second day of February 2033”, once its numbers are figures
_SOLEMN = re.compile(
    rf"\b(?P<day>\d{{1,2}})th day of (?:the month of )?(?P<month>{MONTH}) "
    r"(?:(?:of|in) )?(?:the year )?(?P<year>(?:19|20)\d\d)\b"
)
_SIGNED_ON = re.compile(
    rf"\b(?:signed|done|adopted|issued|concluded)\b[^.;]{{0,80}}?(?:{DAY.pattern})", re.IGNORECASE
)
# A dateline without a year: ACCRA, May 7 (Example News) –; The Hague (23 October) –
_DATELINE = re.compile(
    rf"(?m)^[^\n(]{{2,60}}?(?:, | ?\()(?P<day>(?i:{MONTH}) \d{{1,2}}|\d{{1,2}} (?i:{MONTH}))"
    r"(?: ?\(|\) ?[–—-])"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DATED = re.compile(
    r"^\W*(?:date|released?(?: date| on| at)?|issued|published|posted|for immediate release)\b",
    re.IGNORECASE,
)
_DAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
_WEEKDAY = re.compile(rf"(?i)\b({'|'.join(_DAYS)})day\b,?")
# Who writes the month first in figures; whose country is known otherwise does not.
_AMERICAN = re.compile(
    r"\bU\.S\.|\bUS (?:Department|Secretary|Embassy|Mission)\b|\bUSS\b|\bUnited States\b"
    r"|\bPentagon\b|\bWhite House\b|\bSecretary of Defense\b|\bDepartment of (?:Defense|State)\b"
)
_EITHER = frozenset(("CA", "PH", "US"))  # countries in which both orders are in use, or the other
_EUROPEAN = re.compile(r"\bEuropean\b|\bNATO\b|\bÉlysée\b|\bDowning Street\b")
_PLACE = re.compile(
    r"(?i)\b(?:buildings?|rooms?|halls?|hotel|camp|entrance|airport|barracks|lawn)\b"
)
_ABOUT = re.compile(r"About (?:the )?(?=[A-Z])")  # at the end of a release, on who issued it
# A unit that only speaks for the body of another line.
_UNIT = re.compile(
    r"(?i)(?:the )?(?:(?:press|media|news|public|information|communications?|spokes\w+)\W+"
    r"(?:\w+\W+){0,3}(?:office|service|unit|desk|department|division|team|affairs)"
    r"|(?:general )?(?:office|department|division) of (?:the )?"
    r"(?:press|media|communications?|public|spokes\w+)\b[\w ]*)$"
)
_INDEX = re.compile(r"(?i)\W*(?:index|delivered on)\b")
_RELEASE = re.compile(
    r"\b(?:immediate release|release no|press release|news release|media release"
    r"|embargo\w*|for release)\b",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"^\W*(?:date|place|time|location|venue|subjects?|topics?|contact|media contact|e ?& ?o ?e"
    r"|release no|no|ref|as delivered|as prepared|check against delivery|transcript"
    r"|index\b.*|press operations|\d+)\b",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"^(?:issued by|source|from|publisher|by)\s*[:：]\s*(?P<name>.+?)"
    r"(?: and (?:the )?(?:rt )?hon\b.*)?$",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    r"^(?P<name>(?:The|Office|Ministry|Department|Embassy|[A-Z])[\w.'’, -]{2,90}?) (?:has )?"
    r"(?:today |on \w+ )?(?:issued|released|provided|published|made)\s(?:today )?(?:the |this )"
    r"(?:following|readout|statement)",
)
_ISSUED_BY = re.compile(
    r"^(?:The|This) (?:following |above )?(?:readout|statement|summary|account) (?:was|is|has been)"
    r"(?: being)? (?:issued|released|provided|published)[\w ]*? by the (?P<name>[^.:]+)"
)
# Bodies that publish, besides the head nouns of bodies in the word lists.
_INSTITUTION = re.compile(
    r"\b(?:ministry|department|office|government|white house|pentagon|embassy|mission|cabinet"
    r"|secretariat|presidency|chancellery|command|forces korea|nato|parliament|council|commission"
    r"|agency|service|committee|cent(?:er|re) (?:for|of)|global affairs"
    r"|bank|authority|organi[sz]ation|assembly|fund|kremlin|downing street|élysée|elysee"
    r"|public relations|community of|blue house|headquarters|delegation|union)\b",
    re.IGNORECASE,
)
_ACRONYMS = frozenset(("NATO", "UN", "EU", "US", "UK", "ROK", "MFA", "ASEAN", "II"))
_CONTACT = re.compile(
    r"^(?:media|press|public|news)[\w ]* (?:relations|contacts?|office|enquiries|inquiries|affairs)"
    r"\s*[,:–—-]\s*",
    re.IGNORECASE,
)
FEWEST = 4  # words of a title that only its length shows
LONGEST_LINE = 160  # code points of a line of the head
OPENING = 2000  # code points in which “From: …” is looked for
LINES, TAIL = 24, 6  # lines in which the head and its like at the bottom are looked for


class Head(NamedTuple):
    """What a document says of itself; `date` is ISO 8601, empty ones are None."""

    publisher: str | None = None
    date: str | None = None
    title: str | None = None


def read_head(text: str, body: int | None = None, foot: int = 0) -> Head:
    """Return what the lines before the body say, whose first offset is `body`, and the last lines.

    Without `body`, it begins with the first long line; the last lines are those from `foot` on.
    """
    body = body_start(text) if body is None else body
    head = list(_lines(text[:body]))[:LINES]
    last = list(_lines(text[max(body, foot) :]))[-TAIL:]
    tail = [line for line in last if len(line) <= LONGEST_LINE]
    first = next(_lines(text[body : body + 4000]), "")
    publisher = (
        letterhead(head)
        or _labeled(list(_lines(text[:OPENING]))[:LINES])
        or next(filter(None, map(issuer, (*head, first))), None)
        or letterhead([_CONTACT.sub("", line) for line in tail])
        or states_of(*head, first, " ".join(head))
        or office_of(head)
        or next((part for line in head for part in _parts_of(line) if is_outlet(part)), None)
        or office_of([first])
    )
    month_first = _writes_month_first(publisher or "", [*head, first])
    day = date_of_head(head, tail, first, month_first) or date_of_text(text, month_first)
    return Head(publisher, day, title_of(head))


def _writes_month_first(publisher: str, lines: Sequence[str]) -> bool | None:
    """Return whether 5/3 is the third of May for who publishes; None where that is open."""
    if _AMERICAN.search(publisher):
        return True
    code, _ = country_in(publisher.split())
    if _EUROPEAN.search(publisher) or (code and code not in _EITHER):
        return False
    foreign = {code for line in lines for code in countries_in(line)} - {"US"}
    american = any(_AMERICAN.search(line) for line in lines)
    return True if american and not foreign and not code else None


def body_start(text: str) -> int:
    """Return the offset of the first line that is a sentence; the text's length without any."""
    for match in re.finditer(r"[^\n]+", text):
        if is_prose(match.group()):
            return match.start()
    return len(text)


def is_prose(line: str) -> bool:
    """Return whether a line is a sentence or more, not a heading, a date or a name."""
    line = line.strip()
    if line[:1] + line[-1:] == "[]":
        return False  # a note of those who publish the text of others
    ended = line.rstrip('”"’)').endswith((".", "?", "!", ":"))
    return len(line.split()) >= 12 and not line.isupper() and (ended or len(line) > LONGEST_LINE)


def _lines(text: str) -> Iterator[str]:
    columns = (part for line in text.splitlines() for part in re.split(r"\s{3,}", line.strip()))
    for line in columns:
        if line := " ".join(line.strip("*_# \t\xa0").split()):
            yield line


def iso_day(line: str, month_first: bool | None = None) -> str | None:
    """Return the first whole date in a line, as ISO 8601; the last day of a range.

    5/3/2031 is one only if the line names its day of the week, or `month_first` tells the order.
    """
    for match in DAY.finditer(line) if any(map(str.isdigit, line)) else ():
        if day := _iso(match, month_first):
            return day
    if "day of" not in line:
        return None
    from ..acts.words import words_of

    solemn = _SOLEMN.search(" ".join(word.key for word in words_of((line,))))
    return iso_day(" ".join(solemn.group("day", "month", "year"))) if solemn else None


def _iso(match: re.Match[str], month_first: bool | None = None) -> str | None:
    if match["iso"]:
        year, month, day = map(int, re.split(r"[-/.] ?", match["iso"]))
    elif match["figures"]:
        day, month, year = map(int, re.split(r"[/.-] ?", match["figures"]))
        year += 2000 if year < 100 else 0
        if max(day, month) <= 12 and day != month and "." not in match["figures"]:
            month_first = _order_by_weekday(match.string, year, day, month, month_first)
            if month_first is None:
                return None  # the third of May, or March 5th
            day, month = (month, day) if month_first else (day, month)
        elif month > 12:
            day, month = month, day
    else:
        words_ = re.findall(r"[a-z]+|\d+", match.group().lower())
        months = [MONTHS.index(w[:3]) + 1 for w in words_ if w[:3] in MONTHS and w.isalpha()]
        numbers = [int(w) for w in words_ if w.isdigit() and not re.fullmatch(r"25\d\d", w)]
        year, month = numbers[-1], months[-1]
        day = numbers[-2]
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _order_by_weekday(
    line: str, year: int, one: int, other: int, month_first: bool | None
) -> bool | None:
    """Return whether the first figure is the month, if the line's only day of the week tells."""
    weekdays = [_DAYS.index(name.lower()) for name in _WEEKDAY.findall(line)]
    days = [date(year, other, one).weekday(), date(year, one, other).weekday()]
    told = len(weekdays) == 1 and days.count(weekdays[0]) == 1
    return days[1] == weekdays[0] if told else month_first


def date_of_head(
    head: Sequence[str], tail: Sequence[str], first: str, month_first: bool | None = None
) -> str | None:
    """Return the date that is said to be the document's, else that in the head, tail or opening."""
    labeled = [line for line in (*head, *tail) if _DATED.search(line) or _RELEASE.search(line)]
    alone, below = filter(_is_dated, head), filter(_is_dated, tail)
    for line in (*labeled, *reversed(list(alone)), *below, *head, first):
        if day := iso_day(line, month_first):
            return day
    return None


def _is_dated(line: str) -> bool:
    """Return whether a line is a day and little else."""
    day = DAY.search(line)
    return day is not None and len(line) - len(day[0]) < 40


def date_of_text(text: str, month_first: bool | None = None) -> str | None:
    """Return when a text says it was signed, else the day of a line of its own or the dateline.

    A dateline's day is of the year that the text gives, with that day or alone.
    """
    if (signed := _SIGNED_ON.search(text)) and (day := iso_day(signed.group())):
        return day
    for line in list(_lines(text[:OPENING]))[:LINES]:
        day = iso_day(line, month_first) if _is_dated(line) else None
        if day and line[-1] not in ".?!":
            return day
    dateline = _DATELINE.search(text[:OPENING])
    if not dateline:
        return None
    whole = [day[:4] for day in map(_iso, DAY.finditer(text[:OPENING])) if day]
    years = whole or sorted(set(_YEAR.findall(text[:OPENING])))
    days = [iso_day(f"{dateline['day']} {year}") for year in years]
    return days[0] if len(days) == 1 else None


def _parts_of(line: str) -> list[str]:
    """Return what a line of the head names between commas, bars and dashes."""
    line = _WEEKDAY.sub("", DAY.sub("", line))
    parts = (part.strip() for part in re.split(r"[][,;|()]|\s[–—-]+\s|: ", line))
    return [part for part in parts if part and not (_TITLE.search(part) or _RELEASE.search(part))]


def letterhead(lines: Sequence[str]) -> str | None:
    """Return the body named in a line of its own or on the release line, rather than its unit."""
    unit: str | None = None
    for line in lines:
        if match := _FROM.match(line):
            return cased(match["name"])
        rest = DAY.sub("", _RELEASE.sub("", re.sub(r"(?i)\bfor immediate release\b", "", line)))
        rest = _WEEKDAY.sub("", rest).strip(" ,;:|–—-/\t")
        rest = _ABOUT.sub("", rest)
        body, of, _ = rest.partition(": ")  # Ministry of Defense: Two Ships to Leave
        rest = body if of and is_body(body) else rest
        if is_body(rest):
            parts = re.split(r"\s[–—|-]+\s", rest)
            short = parts[0].isupper() and " " not in parts[0] and is_body(parts[-1])
            name = cased(parts[-1] if short else parts[0])  # MOD – Ministry of Defense
            if not _UNIT.match(name):
                return name
            unit = unit or name
    return unit


def _labeled(lines: Sequence[str]) -> str | None:
    """Return the body that a line of its own says the document is from: “From: Cabinet Office”."""
    names = [match["name"] for line in lines if (match := _FROM.match(line))]
    return next((cased(name) for name in names if _INSTITUTION.search(name)), None)


def is_body(line: str) -> bool:
    """Return whether a line is only the name of a body."""
    if re.search(r"\d{3}|>|, [\w ]*(?i:spokes)\w+$", line) or _PLACE.search(line):
        return False  # a telephone, a person, a place, where the page is on its site
    parts = line.removeprefix("The ").replace(",", " ").split()
    if not 1 <= len(parts) <= 16 or line[-1:] in ".?!:" or ": " in line or _FURNITURE.match(line):
        return False
    small = {"of", "the", "and", "for", "in", "to", "on", "&", "de", "la"}
    if (
        parts[0].lower() in ("for", "between", "and")
        or not line[0].isupper()
        or not all(part in small or not part[0].isalpha() or part[0].isupper() for part in parts)
    ):
        return False
    if re.search(
        r"(?i)\b(?:remarks|conference|briefing|readout|statement|meeting|visit|session)\b", line
    ):
        return False
    if any(title_base(part.split()[0]) for part in line.split(", ")[1:] if part.strip()):
        return False  # somebody's office
    named = bool(_INSTITUTION.search(line)) or bool(body_in(parts)[0])
    return named and not any(title_base(part) for part in parts[:1] if part.lower() != "office")


def cased(name: str) -> str:
    """Return a name in capitals as it is usually written."""
    name = " ".join(re.sub(r"(?i)^by (?:the )?|\s*<[^>]*>", "", name).split())
    body, _, place = name.rpartition(", ")
    name = body if body and place.lower() in capitals() else name
    if not name.isupper() or len(name) <= 5:
        return name
    small = {"of", "the", "and", "for", "in"}
    parts = [
        word.lower()
        if word.lower() in small and n
        else word
        if "." in word
        or word in _ACRONYMS
        or (n and word in "".join(w[0] for w in name.split() if w.lower() not in small))
        else "-".join(map(str.capitalize, word.split("-")))
        for n, word in enumerate(name.split())
    ]
    return " ".join(parts)


def issuer(first: str) -> str | None:
    """Return the body that “issued the following” in a sentence, or by which it was issued."""
    match = _ISSUED.match(first) or _ISSUED_BY.match(first)
    if not match:
        return None
    name = match["name"].split(",")[0].removeprefix("The ").removeprefix("the ")
    held = not name.startswith("Office") and any(map(title_base, name.partition(" of ")[0].split()))
    return cased(name) if _INSTITUTION.search(name) and not held else None


def office_of(head: Sequence[str]) -> str | None:
    """Return the body that a line of the head names among other words, else an office there."""
    for line in head:
        body, _, _ = body_in(re.findall(r"[\w.'’&-]+", line))
        if body:
            return cased(body)
        if part := next(
            (part for part in _parts_of(line) if _INSTITUTION.search(part) and is_body(part)), None
        ):
            return cased(part)
    head = [line for line in head if not _is_shared(line)]
    held = [
        (re.sub(r"(?i)^spokes\w+ (?:for|of) the (?=ministry|department)", "", office), name)
        for name, office, main in people_of_head("\n".join(head))
        if main and says_something(office) and not _TITLE.search(office)
    ]
    held.sort(key=lambda pair: not re.search(r"(?i) (?:of|for) ", pair[0]))  # not a rank
    for office, name in held:
        bare = _BARE_OFFICE.fullmatch(office)
        return cased(office) + (f" {cased(name)}" if bare else "")
    for line in head:
        for part in re.split(r"(?i)[,;:|]|['’]s\b| (?:by|with|and) ", line):
            office = office_in(part.strip(" ."))
            plural = any(title_base(word) and word[-1] in "sS" for word in office.split())
            own = " " in office and says_something(office)  # not “President”, of whatever state
            if own and not plural and not _TITLE.search(office):
                return cased(office)
    return None


def _is_shared(line: str) -> bool:
    """Return whether a line names officeholders of several states together: “… by X and Y”."""
    for one, other in pairwise(line.split(" and ")):
        both = [office_in(part.strip(" .")) for part in (_LEAD.split(one)[-1], other)]
        codes = {code for office in both for code in countries_in(office)}
        if all(both) and (len(codes) > 1 or "joint" in line.lower()):
            return True
    return False


_LEAD = re.compile(r"(?i)[,;:|]| (?:by|with|between|of the) ")
_SHARED = re.compile(r"(?i)\b(?:declaration|communiqu[eé]|trilateral|co-?chairs?[’'])")
_TRANSLATED = re.compile(r"(?i)\b(?:translat|interpret|unofficial|original)")  # from the Spanish
_BARE_OFFICE = re.compile(
    r"(?i)(?:(?:prime|deputy|vice|minister|president|secretary|chancellor)\s*)+"
)


def states_of(*lines: str) -> str | None:
    """Return as a row the states of the first line with two or more: “Ghana, Kenya and Norway”.

    The last, which is the whole head, must say that the document is that of several.
    """
    shared = _SHARED.search(lines[-1]) or "joint" in " ".join(lines).lower()
    for line in lines if shared else ():
        names = [] if _TRANSLATED.search(line) else [country_name(c) for c in countries_in(line)]
        if row := row_of(names):
            return row
    return None


def row_of(names: Sequence[str]) -> str | None:
    """Return several names as a row, “Ghana, Kenya and Norway”; None for fewer than two."""
    names = list(dict.fromkeys(names))
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else None


def countries_in(line: str) -> list[str]:
    """Return the codes of the states named in a line, by name or adjective, in their order."""
    rest = re.findall(r"[^\W\d_]+(?:['’.][^\W\d_]+)*\.?", line)
    codes: dict[str, None] = {}
    while rest:
        code, (_, end) = country_in([word.rstrip(".") if len(word) > 4 else word for word in rest])
        if not code:
            break
        codes[code] = None
        rest = rest[end:]
    return list(codes)


_TITLE = re.compile(
    r"\b(?:remarks|(?:press|news|media) (?:conference|point|call)|briefing|readout|statements?"
    r"|communiqu[eé]|declaration|availability|interview|doorstop|gaggle|transcript|visit|call"
    r"|meeting|minutes|conclusions|roundtable|questions and answers|counterpart|colleague)\b",
    re.IGNORECASE,
)


def _joined(head: Sequence[str]) -> list[str]:
    """Return the lines with those that begin with “by” on the one before: “Statement” “by …”."""
    joined: list[str] = []
    for line in head:
        if joined and re.match(
            r"(?:by|with|of|on|between|issued)\s|(?:BY|WITH|OF|ON|AND|BETWEEN|ISSUED|IN)\s", line
        ):
            whole = f"{joined[-1]} {line}"
            joined[-1] = whole if len(whole) <= LONGEST_LINE else joined[-1]
        else:
            joined.append(line)
    return joined


def title_of(head: Sequence[str]) -> str | None:
    """Return the line of the head that says what the document is."""
    head = _joined(head)
    head = [line for line in head if not is_prose(line) and not _INDEX.match(line)]
    titles = [line for line in head if _TITLE.search(line) and not _RELEASE.search(line)]
    others = (line for line in head if not is_body(line) and not _FURNITURE.match(line))
    titles = titles or [n for n in others if len(n.split()) > FEWEST and not iso_day(n)]
    return max(titles, key=len, default=None)
