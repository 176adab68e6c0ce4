"""A statement that a draft missed, made of its words in the source's text."""

from __future__ import annotations

import re
from itertools import chain
from textwrap import shorten

from ..errors import ArchiveError
from ..model.fields import PROCEEDINGS
from ..model.records import Anchor, Quote, Source, Statement
from ..text.quotation_marks import fragments
from ..text.typography import untypeset
from .passage import is_separate
from .quoting import own_quotes

_SHOWN = 60  # code points of words that a message shows
_MARKS = '“”„‟"«»「」『』'
_CLOSING = {'"': '"', "“": "”", "«": "»", "「": "」", "『": "』"}
_STRAIGHT_OPENS = re.compile(r'(?:^|[\s(\[—–])"(?=[^\s"])[^"]*\Z')  # not 30" or said"
_GOES_ON = re.compile(rf"\n(?=\s*([{''.join(_CLOSING)}]))")


class NotInText(ArchiveError):
    """Words that are not in the source's text, or in several places of it."""

    def __init__(self, words: str, times: int) -> None:
        words = shorten(words, _SHOWN, placeholder=" …")
        if times:
            fault, remedy = f"has “{words}” {times} times", "paste more of the passage"
        else:
            fault, remedy = f"does not have “{words}”", "paste the words as they are there"
        super().__init__(f"the text {fault}: {remedy}")


class CutQuotation(ArchiveError):
    """Words that begin or end inside a quotation, and go on outside it."""

    def __init__(self) -> None:
        super().__init__(
            "the words begin or end inside a quotation: paste all of it, or only words inside it"
        )


def missed_statement(
    words: str, text: str, source: Source, document: str | None, ident: str
) -> Statement:
    """Return a draft of the statement whose words are in the text, whatever their typography.

    It is unattributed. Words inside quotation marks are a full quote, words with some quoted a
    partial quote, any others a paraphrase. In a document that is the words themselves they
    are a full quote, made in the `document`. Raises NotInText or CutQuotation.
    """
    start, end = _span(words, text)
    statement = Statement(ident, "direct", (), Anchor(start, end), status="draft", source=source.id)
    if source.kind in {*PROCEEDINGS, "transcript"}:
        inner = text[start:end].strip(_MARKS)
        begin = text.index(inner, start)
        whole = Quote(inner, begin, begin + len(inner))
        return statement._replace(quotes=(whole,), document=document)
    spans = _quotations(text, start, end)
    edges = [start, *chain.from_iterable(spans), end]
    unquoted = "".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))
    form = "mixed" if any(map(str.isalnum, unquoted)) else "direct"
    if not spans:
        form = "indirect"
    elif form == "direct":
        spans = [(max(start, first), min(last, end)) for first, last in spans]
    elif spans[0][0] < start or end < spans[-1][1]:
        raise CutQuotation
    quotes = tuple(Quote(text[first:last], first, last) for first, last in spans)
    drafted = statement._replace(form=form, quotes=quotes)
    return drafted._replace(quotes=own_quotes(drafted, source))


def _span(words: str, text: str) -> tuple[int, int]:
    """Return where the words are in the text. Raises NotInText."""
    letters = any(character.isalnum() for character in words)
    spans = list(untypeset(text).spans(words)) if letters else []
    spans = [span for span in spans if is_separate(text, *span)]
    if len(spans) != 1:
        raise NotInText(words, len(spans))
    return spans[0]


def _quotations(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return what is between quotation marks in a passage, or what it is a part of."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    paragraphs = _closed(text)[first : last + 1 if last >= 0 else len(text)]
    spans, reached = [], 0
    for fragment in fragments(paragraphs):
        if (offset := paragraphs.find(fragment, reached)) < 0:
            continue
        reached = offset + len(fragment)
        opened, words = first + offset + 1, fragment[1:-1].rstrip()
        if opened < end and start < opened + len(words):
            spans.append((opened, opened + len(words)))
    return spans


def _closed(text: str) -> str:
    """Return the text with a mark for each line break that a quotation goes on after.

    It has no closing mark before, and an opening one in the next paragraph (Chicago 13.30).
    """
    reached = 0

    def closed(line_break: re.Match[str]) -> str:
        nonlocal reached
        opening = line_break[1]
        closing = _CLOSING[opening]
        start = max(reached, text.rfind("\n\n", 0, line_break.start()))
        preceding = text[start : line_break.start()]
        is_open = preceding.rfind(opening) > preceding.rfind(closing)
        if opening == closing:
            is_open = _STRAIGHT_OPENS.search(preceding) is not None
        reached = line_break.end() if is_open else reached
        return closing if is_open else "\n"

    return _GOES_ON.sub(closed, text)
