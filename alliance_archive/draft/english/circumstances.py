"""When and where words were spoken, as their sentence tells: On Tuesday, X said in Tokyo that…"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from ...model.dates import MONTHS
from ..extraction import Attribution, Setting, Span, credited
from .clauses import Clauses, Range
from .contents import TOLD
from .gazetteer import capitals, country_in, states
from .lexicon import members
from .naming import is_state
from .occasions import DAY, WEEKDAYS, day_of

_UNIT = (
    r"(?:days?|nights?|weekends?|weeks?|months?|years?|decades?|spring|summer|autumn|fall|winter)"
)
_TALKS = rf"(?:{'|'.join(sorted(members('encounters')))}|visit|trip|forum|conference)"
# Another time than that of a meeting of which the text tells; or where or in what one speaks
# outside a meeting: an interview, a tweet, a parliament.
_ANOTHER = re.compile(
    rf"\b(?:(?i:last|past|previous|next|following) (?:few |several |\w+ )?{_UNIT}\b"
    rf"|(?i:earlier|later|late|early) (?:this|that|in the) (?!day\b){_UNIT}\b"
    rf"|(?:{_UNIT}|hours?|minutes?) (?:ago|earlier|before|prior)\b"
    rf"|{_UNIT} (?:later|after)\b"
    rf"|(?i:in|since|back in) (?:early |late |mid-)?"
    rf"(?:(?:{'|'.join(MONTHS)})\b(?! \d{{1,2}}\b)|(?:19|20)\d\d\b)"
    r"|(?i:ahead of|prior to|en route|on the eve of|on (?:the|his|her|their) way)\b"
    r"|(?i:before) (?:the|his|her|their|its|a|an|\w+ing)\b"
    r"|(?i:interview\w*|hearings?|testimony|tweet\w*|twitter|facebook|instagram|telegram|weibo"
    r"|social media|parliament\w*|congress|lawmakers|legislators|senators|committee|phone|telephone"
    r"|op-ed|essay|memoirs?|editorial|column|podcast|television|tv|radio|network|blog|emails?"
    r"|e-mails?|letter|rally)\b"
    r"|(?:Senate|Bundestag|Diet|Knesset|Duma|House of \w+|on X|Truth Social)\b"
    rf"|(?i:speech)\b(?! (?:at|to|during|before) (?:[\w-]+ ){{0,5}}(?i:{_TALKS})\b))"
)
_MET = re.compile(
    rf"\b(?:(?i:after|at|during|following) (?:[\w’'-]+ ){{0,4}}?(?:{_TALKS})"
    r"|(?i:(?:news|press) (?:conference|briefing)))\b"
)
_PLACE = re.compile(
    r"\b(?i:interview\w*|hearings?|testimony|tweet\w*|twitter|facebook|instagram|telegram|weibo"
    r"|social media|parliament\w*|congress|lawmakers|legislators|senators|committee|phone|telephone"
    r"|op-ed|essay|memoirs?|editorial|column|podcast|television|tv|radio|network|blog|emails?"
    r"|e-mails?|letter|rally)\b"
    r"|\b(?:Senate|Bundestag|Diet|Knesset|Duma|House of \w+)\b|\bon X\b|\bTruth Social\b"
    rf"|\b(?i:speech)\b(?! (?:at|to|during|before) (?:[\w-]+ ){{0,5}}(?i:{_TALKS})\b)"
)
_MET = re.compile(
    rf"\b(?i:after|at|during|following) (?:[\w’'-]+ ){{0,4}}?(?:{_TALKS})\b"
    r"|\b(?i:(?:news|press) (?:conference|briefing))\b"
)
_PLACE = re.compile(
    r"\b[Ii]n (?P<the>the )?(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
    r"(?:, (?P<state>(?:the )?[A-Z]\w+(?: [A-Z]\w+)*))?"
)
_NOT_SPOKEN = frozenset(["write", "tweet", "post", "testify", "email", "blog"])
_FUTURE = frozenset(["will", "'ll", "’ll", "shall", "may", "might"])
_AWAITED = frozenset(["expect", "set", "due", "schedule", "likely", "plan", "prepare"])
_REPEATED = frozenset(
    ["long", "repeatedly", "previously", "earlier", "once", "often", "always", "frequently"]
)
_STOPS = frozenset(["VG", ";", ":", ".", "Q"])  # where, to the left, another clause ends
_OTHERS = frozenset(["VG", "REL", "CS", "WRB", ";", ":", ".", "Q", "GER", "INF", "PART"])


def setting_of(
    clauses: Clauses,
    text: str,
    cue: int,
    speaker: Range | None,
    pieces: Sequence[Span] = (),
    frame: str = "",
) -> Setting:
    """Return when and where somebody spoke: `cue` is the chunk that tells of it.

    `speaker` are the tokens of who spoke; the pieces, what was said, tell of something else, and
    hang on the cue as `frame` says.
    """
    around = [
        *_before(clauses, cue, speaker, pieces),
        *_after(clauses, cue, speaker, pieces, frame),
    ]
    words = [text[span.start : span.end] for span in around]
    return Setting(
        tuple(day_of(day) for part in words for day in DAY.finditer(part)),
        tuple(place for part in words for place in _places(part)),
        _is_past_or_future(clauses, cue, told=not pieces) or any(map(_ANOTHER.search, words)),
        any(map(_MET.search, words)),
    )


def _before(
    clauses: Clauses, cue: int, speaker: Range | None, pieces: Sequence[Span]
) -> Iterator[Span]:
    """Yield the words before a cue that are neither the speaker's name nor what was said."""
    told = clauses.chunks[cue].first
    if speaker and speaker[1] <= told:
        yield from _outside(clauses, (_lead(clauses, speaker[0]), speaker[0]), pieces)
        yield from _spoken_in(clauses, speaker)
        yield from _outside(clauses, (speaker[1], told), pieces)


def _after(
    clauses: Clauses, cue: int, speaker: Range | None, pieces: Sequence[Span], frame: str
) -> Iterator[Span]:
    """Yield the words after a cue, and after what was said: called it “a trap” in 2017."""
    tokens, after = clauses.tokens, clauses.chunks[cue].last
    if speaker and speaker[1] > clauses.chunks[cue].first:
        after = max(after, speaker[1])
    stop = _stop(clauses, after)
    said = (n for n in range(after, stop) if any(p.holds(tokens[n].start) for p in pieces))
    yield from _outside(clauses, (after, next(said, stop)), pieces)
    ends = [clauses.chunks[i].last for i in clauses.of_kind("Q")] if frame not in TOLD else []
    ends = ends or [bisect_right(tokens, piece.end, key=attrgetter("end")) for piece in pieces]
    end = max((end for end in ends if end > after), default=len(tokens))
    yield from _outside(clauses, (end, _stop(clauses, end)), ())


def _stop(clauses: Clauses, start: int) -> int:
    """Return the token at or after one at which other words than those of time and place begin."""
    stops = (c.first for c in clauses.chunks if c.first >= start and c.kind in _OTHERS)
    return next(stops, len(clauses.tokens))


def _outside(clauses: Clauses, words: Range, pieces: Sequence[Span]) -> Iterator[Span]:
    """Yield the words of a range of tokens if they are not a part of what was said."""
    if words[0] < words[1]:
        span = clauses.span(words)
        if not any(piece.overlaps(span) for piece in pieces):
            yield span


def _lead(clauses: Clauses, first: int) -> int:
    """Return the token at which the words before a subject begin: On Tuesday, in Tokyo, X…"""
    start = first
    for chunk in reversed(clauses.chunks):
        if chunk.last <= first:
            if chunk.kind in _STOPS:
                break
            start = chunk.first
    return start


def _spoken_in(clauses: Clauses, speaker: Range) -> Iterator[Span]:
    """Yield “speaking in Tokyo” in the words for the speaker."""
    for index in clauses.of_kind("GER"):
        first = clauses.chunks[index].first
        if speaker[0] < first < speaker[1] and clauses.frames(index):
            yield clauses.span((first, speaker[1]))


def _is_past_or_future(clauses: Clauses, cue: int, told: bool) -> bool:
    """Return whether somebody had said or will say it, or wrote it.

    That X had promised it, as another told, may have been at the meeting.
    """
    words = {token.low for token in clauses.chunk_tokens(cue)}
    if clauses.kinds[cue] == "INF":
        before = clauses.skip_left(cue - 1)
        return bool(_AWAITED & {clauses.base(before), clauses.lows[before]})
    has = {"had", "has", "have"} & words and (
        _REPEATED & words or (clauses.is_perfect(cue) and not told)
    )
    return bool(has or _FUTURE & words or clauses.base(cue) in _NOT_SPOKEN)


def _places(words: str) -> Iterator[tuple[str, str]]:
    """Yield each city after “in” with the code of its country, or a country's code alone."""
    for match in _PLACE.finditer(words):
        name = match["name"]
        key = tuple(name.lower().split())
        if code := capitals().get(name.lower()):
            yield name, code
        elif is_state(name):
            yield "", states()[key]
        elif not (match["the"] or key in states() or key[0] in WEEKDAYS or name in MONTHS):
            yield name, country_in((match["state"] or "").removeprefix("the ").split())[0]


def carried(
    attributions: Sequence[Attribution], paragraphs: Sequence[Span]
) -> tuple[Attribution, ...]:
    """Return attributions with the setting of the one before where they go on in its paragraph."""
    told: list[Attribution] = []
    before: Attribution | None = None
    reached = 0
    for attribution in attributions:
        number = bisect_right(paragraphs, Span(attribution.anchor.start, attribution.anchor.end))
        same = before and number == reached and credited(before) == credited(attribution)
        if before and same and attribution.setting == Setting():
            attribution = replace(attribution, setting=before.setting)
        told.append(attribution)
        before, reached = attribution, number
    return tuple(told)
