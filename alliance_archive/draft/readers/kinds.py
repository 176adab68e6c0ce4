"""Which kind of document a text is, by its form: labels of speakers, its title, its first line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..english.proceedings import tells_of_meeting
from ..head import body_start, is_body, iso_day, letterhead
from ..quotations import find_paragraphs
from ..transcripts.layout import is_transcript
from .article import dateline
from .joint_statement import FRAME, RECITALS
from .joint_statement import body_start as body_number
from .prefaces import answer_in, find_preface

# A title has capitals, but for small words; a headline about a statement has a verb.
_CAPITALS = r"^\W*(?:[A-Z0-9“\"(–—-][^\s]* +|(?:of|the|on|and|for|in|between|by|to|at) +){0,14}?"
_JOINT = re.compile(
    _CAPITALS
    + r"(?:JOINT|Joint|AGREED|Agreed|Trilateral|Quadrilateral|Common|Leaders[’']|Ministerial)\b"
    r"[^.?!]*?"
    r"\b(?:S(?:tatement|TATEMENT)|C(?:ommuniqu[eé]|OMMUNIQU[EÉ])|D(?:eclaration|ECLARATION))\b"
    r"|" + _CAPITALS + r"(?i:(?:joint|trilateral|quadrilateral|2 ?\+ ?2|two-plus-two"
    r"|co-?chairs?['’]?s?['’]?)"
    r"(?: (?:press|media|news|vision|leaders['’]?|ministerial|foreign|defen[cs]e)){0,3}"
    r" (?:statement|communiqu[eé]|declaration|release|read-?out)s?)(?=\s*(?:$|[-–—:(,])"
    r"|\s(?:on|of|by|between|following|from|for|after|at|issued|regarding|concerning|to)\b)"
)
_LEADERS = re.compile(
    r"^\W*(?:statement|communiqu[eé]|declaration) (?:(?:issued|adopted|made) )?"
    r"(?:by|of|from|at|following|after) (?:the )?(?:[\w’'-]+ ){0,4}?"
    r"(?:leaders|heads|ministers|presidents|governments|meeting|summit|session)\b"
    r"|^\W*(?:(?:council |summit |joint |agreed |(?:co-?)?chairs?[’']?s? )?"
    r"(?:conclusions|outcomes?)|agreed record|(?:agreed|joint) minutes)\b(?: of\b.*)?\W*$"
    r"|^\W*(?:joint )?declaration of intent\b|^\W*(?:co-?)?chairs?[’']?s? (?:summary|statement)\b"
    r"|^\W*outcomes? (?:document|statement)\b"
    r"|^\W*(?:(?:final |agreed |summit |ministerial )?communiqu[eé]"
    r"|(?:final|agreed|common|concluding) (?:statement|declaration))"
    r"(?: (?:of|from|by|issued|adopted|agreed)\b[^.?!]*)?\W*$",
    re.IGNORECASE,
)
# A title such as “Avel Declaration on Free Ports”, “Declaration of Avel”, not a headline about one.
_NAMED = re.compile(
    r"^\W*(?i:declaration|communiqu[eé]) (?i:of) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?\W*$|"
    r"^\W*(?:[A-Z][\w’'-]+ ){1,3}(?:Declaration|DECLARATION|Communiqu[eé]|COMMUNIQU[EÉ])"
    r"(?: (?:on|ON|for|FOR|of|OF)(?: (?:[A-Z][\w’'-]*|and|the|of|in|a))+)?\W*$"
)
_FULL_TEXT = re.compile(
    r"\bfollowing is the (?:full )?text of\b|^\W*full text\b", re.IGNORECASE | re.MULTILINE
)
_WE = re.compile(
    r"^(?:(?:\d{1,2}\W+)?We, (?:the |[A-Z])|\W*DECLARATION\W*$"
    r"|The (?:Foreign|Defen[cs]e|two|three|four)? ?(?:Ministers|Leaders) of )|"
    r".{0,600}[“\"]the (?:Ministers|Parties|Sides|Leaders|Participants)[”\"]"
    r"|.{0,600}\b[Tt]he following (?:joint )?(?:statement|declaration|communiqu[eé]) was \w+ by "
    r"(?:the (?:Governments|[\w ]+ [Mm]inisters|leaders) of|[^.:]+, and) "
    r"|.{0,600}\badopted the following (?:joint )?(?:statement|declaration|communiqu[eé])\b"
    r"|.{0,600}\b(?:hereinafter|collectively)\b[^.]{0,40}[“\"]the \w+s[”\"]"
)
_READOUT = re.compile(
    r"^\W*(?:READOUT|Readout|Summary|SUMMARY) (?:of|OF)\b|^\W*(?i:readout)\b|: readout of\b"
    r"|\b(?:[Ff]ollowing|[Tt]his) readout\b|\bfollowing is a (?:readout|summary) of\b"
    r"|\b(?:overview|summary|outline)\b[^.:]{0,80} is as follows\b"
    r"|\b[Rr]eadout (?:provided|issued|released) by\b",
    re.MULTILINE,
)
_PROVIDED = re.compile(
    r"\b[Ss]pokes\w+\b[^.]{0,90}\b(?:the following|this) (?:read-?out|account|summary)\b"
)
_RELEASE = re.compile(
    r"\bimmediate release\b|^release(?: no\b|$)"
    r"|^\W*(?:(?-i:[A-Z][A-Z]+) ){0,3}(?:press|news|media) (?:release|statement)\b"
    r"|\battribut(?:able|ed) to\b|\b(?:issued|released|made|provided) the following statement\b",
    re.IGNORECASE | re.MULTILINE,
)
# The head of a page of news: NATO – News: …; Ministry of Ports | News
_NEWS = re.compile(r"^(?P<body>[^–—|:]{2,90}?)\s[–—|-]\s(?:News|Statements?|Press)\b")
# The title of a readout without a letterhead, if a line with its day follows and nobody is quoted.
_MET = re.compile(
    _CAPITALS
    + r"(?i:speaks|meets|talks|spoke|met|call|meeting|talks|conversation|consultations)"
    + r"(?i: with(?: the)?) [A-Z]"
    + r"|"
    + _CAPITALS
    + r"(?i:meets|met|receives|received|hosts|hosted|calls? on|holds (?:talks|meeting) with)"
    + r"(?i: the)? [A-Z]"
    + r"|"
    + _CAPITALS
    + r"(?:[Cc]all|[Mm]eeting|[Tt]alks) (?:of|between) the [A-Z][^.?!]*(?: with | and )"
)
# An office tells of its day so, a newspaper names the weekday; and, with a date, of its holder.
_OF_TODAY = re.compile(r"(?:(?:Earlier )?[Tt]oday|Yesterday|This (?:morning|afternoon|evening)), ")
_OF_HOLDER = re.compile(
    r"The (?:Prime |Foreign )?(?:Minister|President|Secretary|Chancellor)[^,.]{0,60}, "
    r"(?:[A-Z][\w.’'-]* ){1,5}?[A-Z][\w’'-]+, \w+ed "
)
_OF_MYSELF = re.compile(
    r"(?:[A-Z][\w ]{2,30},? )?I (?:have |had |today |also |was )?"
    r"(?:met|spoke|travell?ed|visited|hosted|welcomed|held|joined)\b"
)
# Who made an agency's text: no labels of those who speak in it.
_CREDITS = re.compile(r"(?m)^\W*(?:Reporter|Reporting|Editor|Writer|Translator)s?(?: by)?: ")
OPENING = 600  # code points after the head in which a document says what it is
CLOSE = 300  # code points at the end in which it may say so too

# Titles of what is a transcript even if no labels are found in it.
_SPOKEN = re.compile(
    _CAPITALS + r"(?:(?i:(?:press|news|media) (?:conference|briefing|availability|point))"
    r"|TRANSCRIPT|Transcript|Doorstop|DOORSTOP|Q ?& ?A|Questions and Answers)\b[^.?!]*$"
)


def kind_of(text: str) -> str:
    """Return the kind of source, one of SOURCE_KINDS, that the form of a text shows."""
    agency = dateline(text, find_paragraphs(text))[1]
    if is_transcript(text) and not (agency and _CREDITS.search(text[-CLOSE:])):
        return "readout" if answer_in(text) and _is_readout(text, True) else "transcript"
    if agency and not _FULL_TEXT.search(text[:OPENING]):
        return "article"
    start = body_start(text)
    opening = text[start : start + OPENING]
    titles = [part.strip() for line in text[:start].splitlines() for part in line.split(" / ")]
    if any(_SPOKEN.match(line) for line in titles):
        return "transcript"
    caption = opening.partition("\n")[0]  # Joint statement by the Ministers of A and B.
    provided = _PROVIDED.search(text[: start + OPENING])
    if _is_joint(titles, caption, opening) or (not provided and _may_be_joint(titles, opening)):
        return "joint-statement"
    if provided or any(map(_READOUT.search, (text[:start], opening, text[-CLOSE:]))):
        return "readout"
    released = bool(_RELEASE.search(text[: start + OPENING] + text[-CLOSE:])) or bool(
        letterhead(titles) or letterhead(text[-CLOSE:].splitlines()[1:])
    )
    return _kind_of_report(text, titles, caption, opening, released)


def _is_joint(titles: Sequence[str], caption: str, opening: str) -> bool:
    """Return whether a title, or the frame of a text, says that it is a joint statement."""
    framed = FRAME.match(caption) and kind_of(opening.partition("\n")[2]) == "joint-statement"
    return bool(framed) or any(map(_JOINT.match, (*titles, caption)))


def _may_be_joint(titles: Sequence[str], opening: str) -> bool:
    """Return whether title or opening are those of a declaration: We, the Ministers of …"""
    titled = any(form.match(line) for form in (_LEADERS, _NAMED, _WE) for line in titles)
    return titled or bool(_WE.match(opening) or RECITALS.search("\n".join((*titles, opening))))


def _kind_of_report(
    text: str, titles: Sequence[str], caption: str, opening: str, released: bool
) -> str:
    """Return the kind of a report: a readout if it tells who met."""
    dated = any(map(iso_day, titles))
    lines = titles if caption.endswith(".") else (*titles, caption)
    met = any(map(_MET.match, lines))
    told = met and dated and not set(text) & set('“”"«»')
    told = told or bool(_OF_TODAY.match(opening) or (dated and _OF_HOLDER.match(opening)))
    news = next(filter(None, map(_NEWS.match, titles[:2])), None)
    if released and (met or _OF_MYSELF.match(opening)):
        return "readout"
    if _is_readout(text, released or told or bool(news and is_body(news["body"]))):
        return "readout"
    return "press-release" if released else "article"


def _is_readout(text: str, released: bool) -> bool:
    """Return whether a release, or what a spokesperson provided, begins with who met whom."""
    paragraphs = find_paragraphs(text)
    first = body_number(text, paragraphs)
    preface = find_preface(text, paragraphs, first)
    if preface is not None:
        paragraphs, first = list(preface.paragraphs), preface.first
    elif not released:
        return False
    return tells_of_meeting(text, paragraphs, first)
