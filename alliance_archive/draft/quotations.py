"""Paragraphs; quotation marks paired: straight, curly, doubled, single, left open."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from .extraction import STRONG, Span

LINE = re.compile(r"[^\n]+")
ENDS_LINE = re.compile(r"[.!?:;…\"”’')\]>]\s*$")
MARK = re.compile(r"[\"“”„«»]|''|``|[‘’']")
OPENERS = frozenset({"“", "„", "«", "``", "‘"})
DOUBLED = frozenset({"''", "``"})
# What may close a mark; the others are closed by ” or a straight one.
CLOSERS: dict[str, Collection[str]] = {"“": {"”", '"', "“"}, "„": {"”", '"', "“"}, "«": {"»"}}
CLOSERS |= dict.fromkeys(DOUBLED, DOUBLED)
LEAST = 20  # code points: a longer paragraph that opens a quotation leaves it open
SINGLE = frozenset({"'", "‘", "’"})
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
        if next_line and (wrapped or _goes_on(text, paragraphs[-1], span)):
            paragraphs[-1] = Span(paragraphs[-1].start, span.end)
        else:
            paragraphs.append(span)
    return paragraphs


def _goes_on(text: str, previous: Span, span: Span) -> bool:
    """Return whether a line breaks within its sentence: the next goes on in lower case."""
    return text[span.start].islower() and not ENDS_LINE.search(
        text[max(previous.start, previous.end - 9) : previous.end]
    )


def _wrapped(text: str, spans: Sequence[Span]) -> bool:
    """Return whether most lines that are followed by another end in the middle of a sentence."""
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
    return [replace(quotation, name=is_name(text, quotation)) for quotation in quotations]


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
            if mark in SINGLE or not (goes_on or paragraph.end - start > LEAST):
                index += 1
                continue
            stop = end + len(text[end : paragraph.end].rstrip())
            quotations.append(Quotation(Span(end, stop), Span(start, stop), mark, closed=False))
            break
        shut, shut_end = marks[closing]
        if shut > end:
            quotations.append(Quotation(Span(end, shut), Span(start, shut_end), mark))
        index = closing + 1
    return quotations


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
        return (previous.isspace() or previous in '([—–“"') and not following.isdigit()
    return free


def _closing(
    text: str, marks: Sequence[tuple[int, int]], index: int, mark: str, paragraph: Span
) -> int | None:
    """Return the index of the mark that closes marks[index], nested quotations stepped over."""
    if mark in SINGLE:
        return _closing_single(text, marks, index, paragraph)
    depth = 0
    for later in range(index + 1, len(marks)):
        start, end = marks[later]
        candidate = text[start:end]
        if candidate not in CLOSERS.get(mark, ('"', "”")):
            continue
        if candidate in OPENERS and not _shuts(text, start, end, paragraph):
            earlier = _last_before(text, marks, index, later)
            if earlier is not None or not _balanced(text, marks, index):
                return earlier
            depth += 1
        elif depth > 0:
            depth -= 1
        else:
            return later
    return None


def _closing_single(
    text: str, marks: Sequence[tuple[int, int]], index: int, paragraph: Span
) -> int | None:
    for later in range(index + 1, len(marks)):
        start, end = marks[later]
        if start - marks[index][1] > LONGEST_SINGLE or text[start:end] in STRONG | DOUBLED:
            return None
        if _shuts_single(text, start, end, paragraph):
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


def _last_before(text: str, marks: Sequence[tuple[int, int]], index: int, limit: int) -> int | None:
    """Return the straight mark that must have closed the quotation before another opened in it."""
    for earlier in range(limit - 1, index, -1):
        if text[marks[earlier][0] : marks[earlier][1]] in ('"', "''", "”"):
            return earlier
    return None


def _shuts_single(text: str, start: int, end: int, paragraph: Span) -> bool:
    previous = text[start - 1]
    following = text[end] if end < paragraph.end else " "
    if previous.isspace() or following.isalnum():
        return False
    if previous in ".,!?…":
        return True
    return previous != "s" or following in ".,;:!?)"
