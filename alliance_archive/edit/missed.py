"""A statement that a draft missed, made of its words in the source's text."""

from __future__ import annotations

from dataclasses import replace
from textwrap import shorten

from ..errors import ArchiveError
from ..model.records import Anchor, Quote, Source, Statement
from ..text.quotation_marks import fragments
from ..text.typography import untypeset
from .passage import is_separate
from .quoting import own_quotes

_SHOWN = 60  # code points of words that a message shows
_MARKS = '“”„‟"«»「」『』'


class NotInText(ArchiveError):
    """Words that are not in the source's text, or in several places of it."""

    def __init__(self, words: str, times: int) -> None:
        words = shorten(words, _SHOWN, placeholder=" …")
        if times:
            what, to_do = f"has “{words}” {times} times", "paste more of the passage"
        else:
            what, to_do = f"does not have “{words}”", "paste the words as they are there"
        super().__init__(f"the text {what}: {to_do}")


class CutQuotation(ArchiveError):
    """Words that begin or end inside a quotation, and go on outside it."""

    def __init__(self) -> None:
        super().__init__(
            "the words begin or end inside a quotation: paste all of it, or only words inside it"
        )


def missed_statement(
    words: str, text: str, source: Source, like: Statement, ident: str
) -> Statement:
    """Return a draft of the statement whose words are in the text, whatever their typography.

    It is unattributed. Words inside one pair of quotation marks are a full quote, words with some
    quoted a partial quote, any others a paraphrase. In a document that is the words themselves they
    are a full quote, with the document of `like`, another statement of the source. Raises NotInText
    or CutQuotation.
    """
    start, end = _span(words, text)
    inner = text[start:end].strip(_MARKS)
    begin = start + text[start:end].index(inner)
    whole = Quote(inner, begin, begin + len(inner))
    statement = Statement(ident, "direct", (), Anchor(start, end), status="draft", source=source.id)
    if source.kind in ("transcript", "joint-statement", "readout"):
        return replace(statement, quotes=(whole,), document=like.document)
    quotes = _quotations(text, start, end)
    full = len(quotes) == 1 and quotes[0].start <= whole.start and whole.end <= quotes[0].end
    if not full and any(quote.start < start or end < quote.end for quote in quotes):
        raise CutQuotation
    quotes = (whole,) if full else quotes
    form = "direct" if full else "mixed" if quotes else "indirect"
    drafted = replace(statement, form=form, quotes=quotes)
    return replace(drafted, quotes=own_quotes(drafted, source))


def _span(words: str, text: str) -> tuple[int, int]:
    """Return where the words are in the text. Raises NotInText."""
    letters = any(character.isalnum() for character in words)
    spans = list(untypeset(text).spans(words)) if letters else []
    spans = [span for span in spans if is_separate(text, *span)]
    if len(spans) != 1:
        raise NotInText(words, len(spans))
    return spans[0]


def _quotations(text: str, start: int, end: int) -> tuple[Quote, ...]:
    """Return what is between quotation marks in a passage, or what it is a part of."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    paragraphs = text[first : last if last >= 0 else len(text)]
    quotes, reached = [], 0
    for fragment in fragments(paragraphs):
        if (offset := paragraphs.find(fragment, reached)) < 0:
            continue
        reached = offset + len(fragment)
        quote = Quote(fragment[1:-1], first + offset + 1, first + reached - 1)
        if quote.start < end and start < quote.end:
            quotes.append(quote)
    return tuple(quotes)
