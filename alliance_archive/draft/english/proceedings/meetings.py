"""The meeting that a readout or a joint statement records: who met, on which day, and where."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ....model.dates import MONTHS
from ...extraction import NO_DAY, Mention, Occasion, Span
from ..gazetteer import capitals, country_in
from ..occasions import DAY, REMOTE, WEEKDAYS, day_of
from ..sentences import Sentence

TODAY = re.compile(r"\bthis (?:morning|afternoon|evening)\b|\btonight\b")
CALL = re.compile(r"\b(?:calls?|called|by video|virtually)\b")
PLACE = re.compile(
    r"\b(?:in|at) (?P<name>[A-Z][\w'’.-]+(?: (?:[A-Z][\w'’-]+|de|del|da))*)"
    r"(?:, (?P<state>(?:the )?[A-Z]\w+(?: [A-Z]\w+)*))?"
)


def meeting_in(text: str, sentence: Sentence, who: Sequence[Mention]) -> Occasion:
    """Return the meeting of those named, as a sentence tells of it."""
    words = text[sentence.start : sentence.end]
    found = DAY.search(words)
    day = day_of(found) if found else (None, "", 0) if TODAY.search(words) else NO_DAY
    place, country = _place(words)
    remote = bool(REMOTE.search(words) or CALL.search(words)) and not place
    return Occasion(
        tuple(who), Span(sentence.start, sentence.end), day, place, country, remote=remote
    )


def _place(words: str) -> tuple[str, str]:
    """Return the city named after “in” or “at” with its country's code; both empty if none is."""
    for match in PLACE.finditer(words):
        name = match["name"].removesuffix(".")
        code = country_in((match["state"] or "").removeprefix("the ").split())[0]
        code = code or capitals().get(name.lower(), "")
        other = name.split()[0].lower()
        dated = other in WEEKDAYS or other in map(str.lower, MONTHS)
        if not dated and (code or not country_in(name.split())[0]):
            return name, code
    return "", ""
