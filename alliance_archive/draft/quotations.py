"""Paragraphs; quotation marks paired: straight, curly, doubled, single, left open."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from .extraction import STRONG, Span

LINE = re.compile(r"[^\n]+")
ENDS_LINE = re.compile(r"[.!?:;…\"”’')\]>]\s*$")
BULLET = re.compile(r"\s*(?:[•●▪◦‣∙□○◎ㅇ◇◆■▶►※]|\((?:[a-h]|[ivx]{1,4})\))\s")
DASH = re.compile(r"\s*[-–—*]\s+[a-zA-Z]")
ITEM_END = re.compile(r"(?:[:;]|[;,] (?:and|or))\s*$")  # of a line above one with a dash
NUMBERED = re.compile(r"\s*(\d{1,2})[.)]\s+[A-Z]")
NAME_AND_OFFICE = re.compile(
    r"\s*(?:\w+: )?[^\W\d_][^,.;:\d]{3,60}, "
    r"(?:[A-Z][^.,;:\d]* (?:of|for) |Deputy |Minister)[^.;:\d]*"
)
# '' and `` are one mark; a single ` is not a mark, nor are those of 6'4" and 5'11".
MARK = re.compile(
    r"(?<!\d['’]\d)(?<!\d['’] \d)(?<!\d['’]\d\d)(?<!\d['’] \d\d)"
    r"[\"“”„«»‘’'`](?:(?<=')'|(?<=`)`|(?<!`))"
)
OPENERS = frozenset({"“", "„", "«", "``", "‘"})
DOUBLED = frozenset({"''", "``"})
# What may close a mark; the others are closed by ” or a straight one.
CLOSERS: dict[str, Collection[str]] = {"“": {"”", '"', "“"}, "„": {"”", '"', "“"}, "«": {"»"}}
CLOSERS |= dict.fromkeys(DOUBLED, DOUBLED)
LEAST = 20  # code points from a straight mark to the paragraph's end that it may leave open
SINGLE = frozenset({"'", "‘", "’"})
ELIDED = re.compile(
    r"(?:\d\ds?|n|em|til|tis|twas|cause|cept|round|bout)(?:['’]|\b)"
)  # rock ’n’ roll
SENTENCE_END = re.compile(r"[.!?…](?=\s+[A-Z“\"]|\s*$)")
SENTENCES = re.compile(r"(?<=[a-z]{3}\.) ")
SIGNATURE = re.compile(r"\s*(?:[-–—―]|--)\s?(?:[A-Z]|(?:an?|the) [A-Za-z])")
# Below a quotation: NAME, the minister, on the pact. Without a stop, or a verb of speech.
NAMED = re.compile(r"[A-Z][\w.'’-]+(?: [\w.'’-]+){1,4}, (?!who |said )[^.!?:;“\"]*[^.!?:;“\",\s]")
SIGNED = re.compile(r"[\"”’»]\s+(?:[-–—―]|--|\()\s?(?=[A-Z])")
LONGEST_LEAD = 90  # code points of a line such as “And from the chairwoman:”
LONGEST_SIGNATURE = 150  # code points of — NAME, the minister, at the opening of the bridge
LONGEST_LINE = 250  # code points of a line in hard-wrapped text
LONGEST_SINGLE = 600  # code points: a single mark left open for longer was an apostrophe


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words between two marks; outer includes the marks, inner does not."""

    inner: Span
    outer: Span
    mark: str
    closed: bool = True
    name: bool = False


def find_paragraphs(text: str) -> list[Span]:
    """Return lines as paragraphs; in hard-wrapped text, what is between empty lines."""
    spans = [Span(m.start(), m.end()) for m in LINE.finditer(text) if not m.group().isspace()]
    wrapped = _wrapped(text, spans)
    paragraphs: list[Span] = []
    for span in spans:
        next_line = paragraphs and "\n" not in text[paragraphs[-1].end + 1 : span.start]
        next_line = next_line and not _is_listed(text, paragraphs[-1], span)
        joins = next_line and (wrapped or _goes_on(text, paragraphs[-1], span))
        if joins or (paragraphs and _belongs(text, paragraphs[-1], span)):
            paragraphs[-1] = Span(paragraphs[-1].start, span.end)
        else:
            paragraphs.append(span)
    return paragraphs


def _is_listed(text: str, previous: Span, span: Span) -> bool:
    """Return whether a line is of a list: a bullet, the next number, a name and office as above."""
    above = text[text.rfind("\n", 0, previous.end) + 1 : previous.end]
    number, last = (NUMBERED.match(text, one.start) for one in (span, previous))
    if number and last and int(number[1]) == int(last[1]) + 1:
        return True
    named = NAME_AND_OFFICE.fullmatch(text, span.start, span.end)
    if DASH.match(text, span.start) and ITEM_END.search(above):
        return True
    return bool(BULLET.match(text, span.start) or (named and NAME_AND_OFFICE.fullmatch(above)))


def _belongs(text: str, previous: Span, span: Span) -> bool:
    """Return whether a line announces the quotation of this one, or this one signs it."""
    opens = text[span.start] in "\"“'‘„«"
    if opens and text[previous.start : previous.end].rstrip().endswith(":"):
        signed = SIGNED.search(text, span.start, span.end + LONGEST_LEAD)
        lead = text[previous.start : previous.end]
        last = SENTENCES.split(lead)[-1]
        whose = " from " in last and len(last) < 1.5 * LONGEST_LEAD
        # Also: It was dark. And this from the mayor:
        return (whose or len(lead) < LONGEST_LEAD) and not signed
    closed = text[previous.start : previous.end].rstrip()[-1:] in ('"', "”", "“", "»")
    quoted = closed and text[previous.start] in '"“„«'
    named = quoted and bool(NAMED.fullmatch(text, *span))
    signs = named or bool(SIGNATURE.match(text, span.start))
    return closed and signs and span.end - span.start < LONGEST_SIGNATURE


def _goes_on(text: str, previous: Span, span: Span) -> bool:
    """Return whether a line breaks within its sentence: the next goes on in lower case."""
    return text[span.start].islower() and not ENDS_LINE.search(
        text[max(previous.start, previous.end - 9) : previous.end]
    )


def _wrapped(text: str, spans: Sequence[Span]) -> bool:
    """Return whether most lines before another end in the middle of a sentence.

    No line of such a text is as long as a paragraph.
    """
    if any(span.end - span.start > LONGEST_LINE for span in spans):
        return False
    inner = [
        span
        for span, following in itertools.pairwise(spans)
        if text[span.end : following.start].count("\n") == 1
    ]
    broken = sum(
        1 for span in inner if not ENDS_LINE.search(text[max(span.start, span.end - 9) : span.end])
    )
    return len(inner) >= 3 and broken > 0.6 * len(inner)


def find_quotations(
    text: str, paragraphs: Sequence[Span], is_name: Callable[[str, Quotation], bool]
) -> list[Quotation]:
    """Pair the marks of each paragraph; one left open runs to the paragraph's end.

    `is_name` says whether quoted words are the name of something, which depends on the language.
    """
    quotations: list[Quotation] = []
    for index, paragraph in enumerate(paragraphs):
        follower = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        goes_on = follower is not None and text[follower.start] in "\"“'‘"
        quotations.extend(_pair(text, paragraph, goes_on))
    return [replace(q, name=True) if is_name(text, q) else q for q in quotations]


def odd_marks(
    text: str, paragraphs: Sequence[Span], quotations: Sequence[Quotation]
) -> tuple[int, ...]:
    """Return the offsets of double marks without a counterpart.

    A paragraph may leave its quotation open if the next one begins with a mark, too.
    """
    odd: list[int] = []
    waiting = list(reversed(quotations))
    reached = 0
    for index, paragraph in enumerate(paragraphs):
        follower = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        goes_on = follower is not None and text[follower.start] in "\"“'‘"
        for match in MARK.finditer(text, paragraph.start, paragraph.end):
            start = match.start()
            while waiting and waiting[-1].outer.start <= start:
                quotation = waiting.pop()
                reached = quotation.outer.end
                if not quotation.closed and not goes_on:
                    odd.append(quotation.outer.start)
            inches = text[start - 1 : start].isdigit()
            if start >= reached and match.group() in STRONG and not inches:
                odd.append(start)
    return tuple(odd)


def _pair(text: str, paragraph: Span, goes_on: bool) -> list[Quotation]:
    marks = [m.span() for m in MARK.finditer(text, paragraph.start, paragraph.end)]
    quotations: list[Quotation] = []
    index = 0
    while index < len(marks):
        start, end = marks[index]
        mark = text[start:end]
        if not _opens(text, start, end, mark, paragraph):
            index += 1
            continue
        closing = _closing(text, marks, index, mark, paragraph)
        if closing is None:
            if mark not in SINGLE and (
                left_open := _left_open(text, marks, index, paragraph, goes_on)
            ):
                quotations.append(left_open)
                following = (n for n in range(index + 1, len(marks)))
                index = next(
                    (n for n in following if marks[n][0] >= left_open.outer.end), len(marks)
                )
                continue
            index += 1
            continue
        shut, shut_end = marks[closing]
        if shut > end:
            quotations.append(Quotation(Span(end, shut), Span(start, shut_end), mark))
        index = closing + 1
    return quotations


def _left_open(
    text: str, marks: Sequence[tuple[int, int]], index: int, paragraph: Span, goes_on: bool
) -> Quotation | None:
    """Return a quotation without its closing mark; None where the article's own sentence begins.

    It reaches to the end of a paragraph that goes on in the next, else to that of its sentence.
    """
    start, end = marks[index]
    ahead = (marks[n][0] for n in range(index + 1, len(marks)))
    later = next((edge for edge in ahead if text[edge] not in SINGLE), None)
    if goes_on and later is None:
        if paragraph.end - start <= LEAST and text[start:end] not in OPENERS:
            return None
        stop = end + len(text[end : paragraph.end].rstrip())
    else:
        if not _is_introduced(text, paragraph.start, start):
            return None
        limit = paragraph.end if later is None else later
        full_stop = SENTENCE_END.search(text, end, limit)
        stop = full_stop.end() if full_stop else end + len(text[end:limit].rstrip())
    if stop <= end:
        return None
    return Quotation(Span(end, stop), Span(start, stop), text[start:end], closed=False)


def _is_introduced(text: str, first: int, mark: int) -> bool:
    """Return whether a word, a colon or a comma is before a mark, as in: said: “"""
    while mark > first and text[mark - 1].isspace():
        mark -= 1
    return mark > first and (text[mark - 1].isalnum() or text[mark - 1] in "_:,")


def _opens(text: str, start: int, end: int, mark: str, paragraph: Span) -> bool:
    previous = text[start - 1] if start > paragraph.start else " "
    following = text[end] if end < paragraph.end else " "
    if following.isspace() and not (mark in ("“", '"', "''") and previous.isspace()):
        return False
    if mark in ("“", "„", "«", "``"):
        return True
    if mark in ("”", "»"):
        return False
    free = previous.isspace() or previous in "([{—–-/:,;…“\"‘'."
    if mark in SINGLE:
        elided = ELIDED.match(text, end) or following.isdigit()
        return (previous.isspace() or previous in '([—–“"') and not elided
    return free


def _closing(
    text: str, marks: Sequence[tuple[int, int]], index: int, mark: str, paragraph: Span
) -> int | None:
    """Return the index of the mark that closes marks[index], nested quotations stepped over."""
    if mark in SINGLE:
        return _closing_single(text, marks, index, paragraph)
    depth = 0
    straight = mark in ('"', "''")
    for later in range(index + 1, len(marks)):
        start, end = marks[later]
        candidate = text[start:end]
        if candidate not in CLOSERS.get(mark, CLOSERS["“"]):
            continue
        if straight and candidate == mark and _only_opens(text, start, end, paragraph):
            return None
        if candidate in OPENERS and not _shuts(text, start, end, paragraph):
            if not _balanced(text, marks, index):
                return None
            depth += 1
        elif depth > 0:
            depth -= 1
        else:
            return later
    return None


def _only_opens(text: str, start: int, end: int, paragraph: Span) -> bool:
    """Return whether a straight mark can only open, by the blank before it: said. "We…"""
    following = text[end] if end < paragraph.end else " "
    return text[start - 1].isspace() and following.isalnum()


def _closing_single(
    text: str, marks: Sequence[tuple[int, int]], index: int, paragraph: Span
) -> int | None:
    """Return the mark that closes a single one; double marks within it must be in pairs."""
    first = marks[index][0]
    before = text[paragraph.start : first].rstrip()[-1:]
    outer = first == paragraph.start or before in (":", ",", ".", "?", "!")
    inner = 0
    for later in range(index + 1, len(marks)):
        start, end = marks[later]
        if start - marks[index][1] > LONGEST_SINGLE:
            return None
        if text[start:end] in STRONG | DOUBLED:
            if not outer:
                return None
            inner += 1
        elif _shuts_single(text, start, end, paragraph) and inner % 2 == 0:
            return later
    return None


def _shuts(text: str, start: int, end: int, paragraph: Span) -> bool:
    """Return whether an opening mark is where only a closing one can be."""
    following = text[end] if end < paragraph.end else " "
    return not text[start - 1].isspace() and (following.isspace() or following in ".,;:?!")


def _balanced(text: str, marks: Sequence[tuple[int, int]], index: int) -> bool:
    """Return whether from here on every opening mark has its closing one: one is nested."""
    marks_ahead = [text[start:end] for start, end in marks[index : index + 40]]
    return marks_ahead.count("”") + marks_ahead.count("»") >= sum(
        1 for mark in marks_ahead if mark in OPENERS
    )


def _shuts_single(text: str, start: int, end: int, paragraph: Span) -> bool:
    previous = text[start - 1]
    following = text[end] if end < paragraph.end else " "
    if previous.isspace() or following.isalnum():
        return False
    if previous in ".,!?…":
        return True
    return previous != "s" or following in ".,;:!?)"
