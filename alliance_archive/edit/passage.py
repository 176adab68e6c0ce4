"""Where in its source's text a statement stands: the paragraphs, and the words that report it."""

from __future__ import annotations

from typing import NamedTuple

from ..model.records import Statement

NEAR = 400  # code points around a passage in which its cue and speaker are looked for


class Mark(NamedTuple):
    """A part of a passage, in code points of its text: passage, quote, cue or speaker."""

    start: int
    end: int
    kind: str


class Passage(NamedTuple):
    """The paragraphs around a statement's anchor, with what stands where in them."""

    text: str
    marks: tuple[Mark, ...]


def passage_of(text: str, statement: Statement) -> Passage | None:
    """The paragraphs of the text that hold a statement; None where its offsets lie outside.

    The cue and the speaker, whose offsets no record holds, are the nearest such words outside the
    reported ones.
    """
    anchor = statement.anchor
    if not 0 <= anchor.start < anchor.end <= len(text):
        return None
    start = text.rfind("\n", 0, anchor.start) + 1
    end = text.find("\n", anchor.end)
    end = len(text) if end < 0 else end
    marks = [Mark(anchor.start, anchor.end, "passage")]
    marks += [Mark(quote.start, quote.end, "quote") for quote in statement.quotes]
    for kind, words in (("speaker", statement.as_given), ("cue", statement.cue)):
        if words and (at := _nearest(text, words, statement, start, end)) is not None:
            marks.append(Mark(at, at + len(words), kind))
    moved = (Mark(each.start - start, each.end - start, each.kind) for each in marks)
    return Passage(text[start:end], tuple(moved))


def _nearest(text: str, words: str, statement: Statement, start: int, end: int) -> int | None:
    anchor = statement.anchor
    first, last = max(start, anchor.start - NEAR), min(end, anchor.end + NEAR)
    found: list[tuple[bool, int, int]] = []
    at = text.find(words, first, last)
    while at >= 0:
        quoted = any(each.start <= at < each.end for each in statement.quotes)
        inside = anchor.start <= at < anchor.end
        away = 0 if inside else min(abs(at + len(words) - anchor.start), abs(at - anchor.end))
        if not quoted and _whole(text, at, at + len(words)):
            found.append((inside, away, at))
        at = text.find(words, at + 1, last)
    return min(found)[2] if found else None


def _whole(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not before.isalnum() and not after.isalnum()
