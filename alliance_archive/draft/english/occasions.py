"""The meetings that a text reports or announces: who met whom, on which day, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from ..extraction import NO_DAY, Attribution, Day, Occasion, credited
from .clauses import Clauses, Range
from .gazetteer import capitals, country_in, states
from .lexicon import members
from .naming import is_state
from .resolution import Resolver

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTH = "|".join(_MONTHS)
# “Monday”, “next Friday”, “Sept. 12, 2031”, “12 May”, “yesterday”.
DAY = re.compile(
    rf"\b(?:(?P<weekday>{'|'.join(day.title() for day in WEEKDAYS)})\b"
    rf"|(?P<month>{_MONTH})[a-z]{{0,6}}\.? (?P<day>\d{{1,2}})\b(?!:)(?:, (?P<year>\d{{4}}))?"
    rf"|(?P<day2>\d{{1,2}}) (?P<month2>{_MONTH})[a-z]{{0,6}}\b\.?(?: (?P<year2>\d{{4}}))?"
    r"|(?P<near>yesterday|today|tomorrow|(?:earlier|later) in the day)\b)"
)
ENDED = re.compile(r"[.?!][\"”'’)]*$")
IN_MONTH = re.compile(rf"\bin (?P<month>{_MONTH})[a-z]{{0,6}}\b\.?(?:,? (?P<year>\d{{4}}))?")
NEXT = re.compile(r" (?:on )?|")  # between a verb and its day: agreed Monday
NEAR = {"yesterday": -1, "tomorrow": 1}  # else the day of publication
NAMED = re.compile(
    r"\b(?:at|of|during) (?:the|an?) (?P<name>(?:[A-Z0-9][\w.'’&-]*|of|on|for|and)"
    r"(?: (?:[A-Z][\w.'’&-]*|of|on|for|and))* ?"
    r"(?:Conference|Summit|Dialogue|Forum|Assembly|Meeting)(?: (?:in|on|for) [A-Z]\w+)?)"
)
REMOTE = re.compile(r"\b(?:phone|telephone|video|videoconference)\b")
HOLDING = frozenset(["hold", "have", "attend", "open", "begin", "conclude", "end", "start"])
PLANNING = frozenset(["plan", "agree", "schedule", "expect", "set", "be", "decide", "arrange"])
AROUND = frozenset(["after", "before", "following", "during", "in"])
CONTESTS = frozenset(["debate", "join"])
DOUBTS = frozenset(["no", "not", "never", "n't", "could", "may", "might", "should", "can", "must"])
SUPPOSED = frozenset(["if", "whether", "unless", "until", "without"])
COMPANY = frozenset(["with", "between", "to"])
REMOTE_VERBS = frozenset(["phone", "telephone"])
REACH = 6  # chunks from the verb or the noun to “with”
# Where the words that belong to a meeting end.
ENDS = frozenset(["VG", "REL", "CS", "WRB", ";", ":", ".", "Q", "GER", "INF", "PART"])


def occasions(clauses: Clauses, resolver: Resolver) -> Iterator[Occasion]:
    """Yield the meetings in a sentence of two or more who are named."""
    if not clauses.chunks or not ENDED.search(clauses.tokens[-1].text):
        return  # a headline
    verbs, nouns = _meetings(), members("encounters")
    for index, chunk in enumerate(clauses.chunks):
        head = clauses.tokens[chunk.head]
        if head.base not in verbs and head.low not in nouns:
            continue
        verb = _verb(clauses, index)
        if verb is None or _is_doubtful(clauses, verb):
            continue
        planned = _is_planned(clauses, verb)
        if planned is not None:
            yield from _occasion(clauses, index, verb, resolver, planned)


@cache
def _meetings() -> frozenset[str]:
    """Return the verbs that tell of a meeting."""
    return members("reciprocal") - CONTESTS


def _verb(clauses: Clauses, index: int) -> int | None:
    """Return the chunk of the verb where a chunk tells of a meeting; None if it does not.

    That is a verb such as “met”, or a noun with its verb: held talks; after talks, X said.
    """
    kind = clauses.kinds[index]
    if kind in ("VG", "INF", "GER"):
        return index if clauses.base(index) in _meetings() else None
    if kind != "NP" or clauses.lows[index] not in members("encounters"):
        return None
    before = index - 1
    if clauses.kinds[before] in ("VG", "INF", "GER"):
        return before if clauses.base(before) in HOLDING else None
    alone = clauses.lows[before] in AROUND or clauses.lows[index + 1] == "between"
    return index if alone else None


def _is_doubtful(clauses: Clauses, verb: int) -> bool:
    """Return whether the meeting is denied, wished for or supposed."""
    words = [token.low for token in clauses.chunk_tokens(verb)]
    subject = clauses.subject(verb) if clauses.kinds[verb] == "VG" else None
    before = clauses.lows[clauses.skip_left((subject[0] if subject else verb) - 1)]
    return before in SUPPOSED or any(
        word in DOUBTS or word.endswith(("n't", "n’t")) for word in words
    )


def _is_planned(clauses: Clauses, verb: int) -> bool | None:
    """Return whether the meeting is still to come; None if that it takes place is not said."""
    kind, tokens = clauses.kinds[verb], clauses.chunk_tokens(verb)
    if kind == "VG":
        return clauses.tense(verb) in ("modal", "present") and tokens[0].low not in ("has", "have")
    if kind == "INF":
        left = clauses.skip_left(verb - 1)
        governed = clauses.kinds[left] in ("VG", "PART", "ADJ") and not _is_doubtful(clauses, left)
        words = {clauses.base(left), clauses.lows[left]} if governed else set()
        return True if words & PLANNING else None
    if kind == "GER":
        return False if clauses.lows[verb - 1] in AROUND else None
    return any(token.low in ("planned", "upcoming", "next") for token in tokens)


def _occasion(
    clauses: Clauses, index: int, verb: int, resolver: Resolver, planned: bool
) -> Iterator[Occasion]:
    other = _row(clauses, _company(clauses, index))
    first = _first_party(clauses, index, verb, other)
    rows = [row for row in (first, other) if row]
    mentions = [m for row in rows for m in resolver.mentions(clauses, clauses.span(row))[0]]
    known = [
        m for m in mentions if m.resolved and m.kind in ("person", "state", "group", "pronoun")
    ]
    again = planned and len(mentions) == 1 and clauses.lows[index + 1] == "again"
    if len({label for mention in known for label in mention.resolved}) < 2:
        known = []
        if not (again and mentions[0].kind == "group"):
            return
    after = clauses.chunks[index].last if other is None else other[1]
    words = _words_around(clauses, index, verb, (first, other), resolver.text)
    day, named = DAY.search(words), NAMED.search(words)
    place, country = _place(clauses, after)
    yield Occasion(
        tuple(known),
        clauses.span((clauses.chunks[index].first, clauses.chunks[index].last)),
        day=day_of(day) if day or not planned else month_of(IN_MONTH.search(words)),
        place=place,
        country=country,
        name=named["name"] if named else "",
        planned=planned,
        remote=bool(REMOTE.search(words)) or clauses.base(index) in REMOTE_VERBS,
    )


def _company(clauses: Clauses, index: int) -> int:
    """Return the chunk of whoever is met, after “with” or as the object; 0 if nobody is named."""
    for position in range(index + 1, min(index + REACH, len(clauses.chunks))):
        company = COMPANY | {"of"} if position == index + 1 else COMPANY  # a meeting of A and B
        if clauses.kinds[position] in ("IN", "TO") and clauses.lows[position] in company:
            return position + 1
        if clauses.kinds[position] == "NP":
            object_ = clauses.kinds[index] != "NP" and position == index + 1
            if object_ and clauses.base(index) not in members("needs-with"):
                return position
            if clauses.lows[position - 1] not in ("by", "in", "on", "at"):
                return 0
        elif clauses.kinds[position] in ENDS and clauses.lows[position] not in REMOTE_VERBS:
            return 0
    return 0


def _row(clauses: Clauses, start: int) -> Range | None:
    """Return the tokens of a noun phrase with those joined to it and a name in apposition."""
    phrase = clauses.noun_phrase_after(start) if start else None
    if phrase is None:
        return None
    last = phrase[1]
    while clauses.kinds[last - 2] == "IN" and clauses.lows[last - 2] in ("in", "at", "on"):
        last -= 2
    apposed = clauses.kinds[last] == "," and clauses.kinds[last + 1] == "NP"
    if apposed and clauses.naming(last + 1) and clauses.kinds[clauses.skip(last + 2)] != "VG":
        last += 2
    return clauses.token_range((start, last))


def _first_party(clauses: Clauses, index: int, verb: int, other: Range | None) -> Range | None:
    """Return the tokens of whoever meets: the verb's subject, else the main clause's."""
    if clauses.kinds[verb] == "VG":
        subject = clauses.subject(verb)
    else:
        left = next((i for i in range(index - 1, -1, -1) if clauses.kinds[i] == "VG"), None)
        subject = clauses.subject(left) if left is not None else None
    if subject is None and clauses.kinds[verb] != "VG":
        later = (
            i
            for i in range(index + 1, len(clauses.chunks))
            if clauses.kinds[i] == "NP" and clauses.kinds[clauses.skip(i + 1)] == "VG"
        )
        reached = other[1] if other else 0
        start = next((i for i in later if clauses.chunks[i].first >= reached), None)
        subject = (start, start + 1) if start is not None else None
    return clauses.token_range(subject) if subject else None


def _words_around(
    clauses: Clauses, index: int, verb: int, parties: tuple[Range | None, Range | None], text: str
) -> str:
    """Return the words that may tell the day and the occasion: those after it, else before."""
    first, other = parties
    told = clauses.chunks[index].last
    after = other[1] if other and other[0] >= told else told
    edge = after
    for chunk_index in _belonging(clauses, after):
        edge = clauses.chunks[chunk_index].last
    between = clauses.tokens[told : other[0]] if other and other[0] > told else []
    words = " ".join(token.text for token in between)
    words += text[clauses.tokens[after - 1].end : clauses.tokens[edge - 1].end]
    if DAY.search(words) or first is None or first[0] >= after:
        return words
    lead = clauses.tokens[: first[0]]
    if any(token.tag.startswith("VB") for token in lead):
        lead = []
    inner = clauses.tokens[first[1] : clauses.chunks[verb].first]
    return " ".join([words, *(token.text for token in (*lead, *inner))])


def _belonging(clauses: Clauses, after: int) -> Iterator[int]:
    """Yield the chunks from a token on that belong to the meeting."""
    for index, chunk in enumerate(clauses.chunks):
        if chunk.first < after:
            continue
        if chunk.kind in ENDS and clauses.lows[index] not in REMOTE_VERBS:
            return
        yield index


def _place(clauses: Clauses, after: int) -> tuple[str, str]:
    """Return the city named after those who met and the code of its country, or that alone."""
    for index in _belonging(clauses, after):
        if clauses.lows[index] not in ("in", "at") or clauses.kinds[index + 1] != "NP":
            continue
        tokens = clauses.chunk_tokens(index + 1)
        name = " ".join(token.text for token in tokens)  # The Hague
        code = capitals().get(name.lower(), "")
        if not code:
            name = " ".join(token.text for token in tokens if token.tag == "NNP")
            if name and is_state(name):
                return "", states().get(tuple(name.lower().split()), "")
            if tokens[0].tag != "NNP" or name.lower() in WEEKDAYS or name[:3] in _MONTHS:
                continue
            code = capitals().get(name.lower(), "")
        if clauses.kinds[index + 2] == "," and clauses.kinds[index + 3] == "NP":
            code = country_in([t.text for t in clauses.chunk_tokens(index + 3)])[0] or code
        return name, code
    return "", ""


def day_of(match: re.Match[str] | None) -> Day:
    """Return weekday (0 is Monday), or month and day (“05-06”, with the year if it is given).

    The third is the number of days from the day of publication; what is not given is empty.
    """
    if match is None:
        return NO_DAY
    if match["near"]:
        return None, "", NEAR.get(match["near"], 0)
    if match["weekday"]:
        return WEEKDAYS.index(match["weekday"].lower()), "", None
    month = _MONTHS.index(match["month"] or match["month2"]) + 1
    year = match["year"] or match["year2"]
    date = f"{month:02}-{int(match['day'] or match['day2']):02}"
    return None, f"{year}-{date}" if year else date, None


def month_of(match: re.Match[str] | None) -> Day:
    """Return a month as a day without its last part: “05”, or “2031-05” if the year is given."""
    if match is None:
        return NO_DAY
    month = f"{_MONTHS.index(match['month']) + 1:02}"
    return None, f"{match['year']}-{month}" if match["year"] else month, None


def reported(
    text: str, told: Sequence[Occasion], attributions: Sequence[Attribution]
) -> tuple[Occasion, ...]:
    """Return the meetings that an attribution may belong to, each once.

    One that was held belongs to those who met; one that is planned, to whoever reports it.
    """
    kept: dict[tuple[frozenset[str], Day, bool], Occasion] = {}
    met = {frozenset(o.labels): o.people for o in told if o.people and not o.planned}
    for occasion in told:
        if not occasion.people:  # the two sides will meet again
            if len(met) != 1:
                continue
            occasion = replace(occasion, people=next(iter(met.values())))
        if not occasion.planned and not occasion.has_day:
            occasion = replace(occasion, day=_day_of_acts(text, occasion, attributions))
        spoke = any(_may_name(attribution, occasion) for attribution in attributions)
        key = frozenset(occasion.labels), occasion.day, occasion.planned
        if spoke and not (key in kept and kept[key].place):
            kept[key] = occasion
    return tuple(kept.values())


def _may_name(attribution: Attribution, occasion: Occasion) -> bool:
    if occasion.planned:
        return attribution.anchor.holds(occasion.span.start)
    said = {*credited(attribution)}
    return bool(said) and said <= occasion.labels.keys()


def _day_of_acts(text: str, occasion: Occasion, attributions: Sequence[Attribution]) -> Day:
    """Return the day on which just those who met did something together: they agreed Monday…"""
    for attribution in attributions:
        cue = attribution.cue
        if cue and {*credited(attribution)} == occasion.labels.keys():
            day = DAY.match(text, NEXT.match(text, cue.end).end())  # type: ignore[union-attr]
            if day and attribution.anchor.start < occasion.span.start:
                return day_of(day)
    return NO_DAY
