"""Which kind of document a text is, by its form: labels of speakers, its title, its first line."""

from __future__ import annotations

import re

from ..head import body_start
from ..quotations import find_paragraphs
from ..transcripts.labels import is_transcript
from .article import dateline

# A title has capitals, but for small words; a headline about a statement has not.
_CAPITALS = r"^\W*(?:[A-Z0-9“\"(][^\s]* +|(?:of|the|on|and|for|in|between|by|to|at) +){0,14}?"
_JOINT = re.compile(
    _CAPITALS + r"(?:JOINT|Joint|Trilateral|Quadrilateral|Common|Leaders[’']|Ministerial)\b[^.?!]*?"
    r"\b(?:S(?:tatement|TATEMENT)|C(?:ommuniqu[eé]|OMMUNIQU[EÉ])|D(?:eclaration|ECLARATION))\b"
)
_WE = re.compile(
    r"^(?:We, the |The (?:Foreign|Defen[cs]e|two|three|four)? ?(?:Ministers|Leaders) of )|"
    r".{0,600}\(?(?:hereinafter )?[“\"]the (?:Ministers|Parties|Sides|Leaders)[”\"]"
)
_READOUT = re.compile(
    r"^\W*(?:READOUT|Readout|Summary|SUMMARY) (?:of|OF)\b|^Readout\b"
    r"|\b(?:following|this) readout\b",
    re.MULTILINE,
)
_RELEASE = re.compile(
    r"\bimmediate release\b|^\W*(?:press|news|media) (?:release|statement)\b|^release no\b"
    r"|\battributable to\b|\b(?:issued|released|made|provided) the following statement\b",
    re.IGNORECASE | re.MULTILINE,
)
OPENING = 600  # code points after the head in which a document says what it is
CLOSE = 300  # code points at the end in which it may say so too


# Titles of what is a transcript even if no labels are found in it.
_SPOKEN = re.compile(
    _CAPITALS + r"(?:(?:P|p)ress (?:C|c)onference|PRESS CONFERENCE|(?:N|n)ews (?:C|c)onference"
    r"|NEWS CONFERENCE|Press Briefing|PRESS BRIEFING|TRANSCRIPT|Transcript|Doorstop|DOORSTOP"
    r"|Press Availability|PRESS AVAILABILITY|Q ?& ?A|Questions and Answers)\b[^.?!]*$"
)


def kind_of(text: str) -> str:
    """Return the kind of source, one of SOURCE_KINDS, that the form of a text shows."""
    if is_transcript(text):
        return "transcript"
    if dateline(text, find_paragraphs(text))[1]:
        return "article"  # the text of an agency
    start = body_start(text)
    head, opening = text[:start], text[start : start + OPENING]
    titles = [line.strip() for line in head.splitlines()]
    if any(_SPOKEN.match(line) for line in titles):
        return "transcript"
    if any(_JOINT.match(line) for line in titles) or _WE.match(opening):
        return "joint-statement"
    if _READOUT.search(head) or _READOUT.search(opening) or _READOUT.search(text[-CLOSE:]):
        return "readout"
    return "press-release" if _RELEASE.search(head + opening + text[-CLOSE:]) else "article"
