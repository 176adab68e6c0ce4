"""A statement in its source's text: the paragraphs around it, and the words that report it."""

from __future__ import annotations

from typing import NamedTuple

from ..model.records import Statement

NEAR = 400  # code points around a passage in which its cue and speaker are looked for


class Mark(NamedTuple):
    """A part of a passage, in code points of its text: passage, quote, cue or speaker."""

    start: int
    end: int
    kind: str


class MarkedPassage(NamedTuple):
    """The paragraphs around a statement's anchor, and the places of its parts in them."""

    text: str
    marks: tuple[Mark, ...]


def passage_of(text: str, statement: Statement) -> MarkedPassage | None:
    """Return the paragraphs of the text that hold a statement; None if its offsets are outside.

    It includes the paragraph before where the speaker was not resolved by name. The cue
    and the speaker, whose offsets no record holds, are the nearest such words outside the reported
    ones.
    """
    anchor, resolution = statement.anchor, statement.resolution
    if not 0 <= anchor.start < anchor.end <= len(text):
        return None
    start = paragraph = text.rfind("\n", 0, anchor.start) + 1
    if resolution and resolution.by != "name":
        start = text.rfind("\n", 0, len(text[:start].rstrip())) + 1
    end = text.find("\n", anchor.end)
    end = len(text) if end < 0 else end
    marks = [Mark(anchor.start, anchor.end, "passage")]
    marks += [Mark(quote.start, quote.end, "quote") for quote in statement.quotes]
    for kind, words in (("speaker", statement.as_given), ("cue", statement.cue)):
        if words and (offset := _nearest(text, words, statement, paragraph, end)) is not None:
            marks.append(Mark(offset, offset + len(words), kind))
    within = (Mark(mark.start - start, mark.end - start, mark.kind) for mark in marks)
    return MarkedPassage(text[start:end], tuple(within))


def _nearest(text: str, words: str, statement: Statement, start: int, end: int) -> int | None:
    """Return the offset of the words nearest to the passage, those within it first."""
    anchor = statement.anchor
    first, last = max(start, anchor.start - NEAR), min(end, anchor.end + NEAR)
    candidates: list[tuple[bool, int, int]] = []
    offset = text.find(words, first, last)
    while offset >= 0:
        stop = offset + len(words)
        quoted = any(quote.start <= offset < quote.end for quote in statement.quotes)
        inside = anchor.start <= offset < anchor.end
        distance = 0 if inside else min(abs(stop - anchor.start), abs(offset - anchor.end))
        if not quoted and is_separate(text, offset, stop):
            candidates.append((inside, distance, offset))
        offset = text.find(words, offset + 1, last)
    return min(candidates)[2] if candidates else None


def is_separate(text: str, start: int, end: int) -> bool:
    """Return whether no word goes on beyond either end."""
    return not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()
