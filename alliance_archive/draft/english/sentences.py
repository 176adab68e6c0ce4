"""Text to sentences of tokens; a quotation is one token of its sentence, whatever it holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..extraction import Span
from ..quotations import Quotation
from .lexicon import members, verb_forms, verb_frames, words

TOKEN = re.compile(
    r"(?P<initials>(?:[A-Z]-)?(?:[^\W\d_]\.){2,})"
    r"|(?P<number>[$€£¥]?\d+(?:[.,:]\d+)*(?:st|nd|rd|th|%|s)?\b%?(?:-\w+)*)"
    r"|(?P<clitic>['’](?:s|re|ve|m|d|ll|S)(?!\w))"
    r"|(?P<site>\w{1,60}(?:\.\w{1,60}){0,4}\.(?:com|org|net|gov|edu|mil|info|co|int)\b)"
    r"|(?P<word>[^\W_]+(?:(?:[-&/]|['’](?!(?:s|re|ve|m|d|ll|S)(?!\w)))[^\W_]+)*)"
    r"|(?P<mark>''|``|\.{2,}|-{2,}|[^\w\s]|_)"
)


@dataclass(slots=True)
class Token:
    """A word or mark: its offsets, its tag (see tagging.py) and, for a verb, its base form."""

    text: str
    low: str
    start: int
    end: int
    tag: str = ""
    base: str = ""


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Split text[start:end]; the stop of a known abbreviation stays with its word."""
    stop = len(text) if end is None else end
    abbreviations = words("abbreviations")
    tokens: list[Token] = []
    position = start
    while match := TOKEN.search(text, position, stop):
        first, position = match.span()
        word = match.group()
        lowered = word.lower()
        if match.lastgroup == "word" and text[position : position + 1] == "." and position < stop:
            initial = len(word) == 1 and word.isupper() and word != "I"
            part = lowered.rpartition("-")[2]
            abbreviated = initial or part in abbreviations or part + "!" in abbreviations
            if abbreviated and (
                lowered != "no" or text[position + 1 : position + 3].strip().isdigit()
            ):
                position += 1
                word, lowered = text[first:position], lowered + "."
        tokens.append(Token(word, lowered, first, position, match.lastgroup or ""))
    return tokens


ENDS = frozenset(".!?…")
LONGEST = 300  # tokens: what runs on for longer is cut, so that work stays linear
SAID_AFTER = 8  # tokens after a closing mark within which "she asked" keeps the sentence together


@dataclass(slots=True)
class Sentence:
    """Tokens from start to end (code points), with the number of the paragraph they stand in."""

    start: int
    end: int
    paragraph: int
    tokens: list[Token]
    quotations: dict[int, Quotation] = field(default_factory=dict)


def find_sentences(
    text: str, paragraphs: Sequence[Span], quotations: Sequence[Quotation]
) -> list[Sentence]:
    """Split each paragraph and tag its tokens."""
    sentences: list[Sentence] = []
    next_quotation = 0
    for paragraph_number, paragraph in enumerate(paragraphs):
        inside: list[Quotation] = []
        while (
            next_quotation < len(quotations)
            and quotations[next_quotation].outer.start < paragraph.end
        ):
            inside.append(quotations[next_quotation])
            next_quotation += 1
        sentences.extend(
            _split(paragraph_number, _with_quotations(text, paragraph, inside), inside)
        )
    return sentences


def _with_quotations(text: str, paragraph: Span, inside: Sequence[Quotation]) -> list[Token]:
    tokens: list[Token] = []
    position = paragraph.start
    for quotation in inside:
        tokens += tokenize(text, position, quotation.outer.start)
        start, end = quotation.outer.start, quotation.outer.end
        tokens.append(Token(text[start:end], "", start, end, "Q"))
        position = end
    return tokens + tokenize(text, position, paragraph.end)


def _split(
    paragraph_number: int, tokens: list[Token], inside: Sequence[Quotation]
) -> list[Sentence]:
    by_start = {quotation.outer.start: quotation for quotation in inside}
    sentences: list[Sentence] = []
    first = 0
    for index in range(len(tokens)):
        full = index - first >= LONGEST
        if index + 1 == len(tokens) or full or _ends_sentence(tokens, index):
            sentences.append(_sentence(paragraph_number, tokens[first : index + 1], by_start))
            first = index + 1
    return sentences


def _sentence(
    paragraph_number: int, tokens: list[Token], by_start: dict[int, Quotation]
) -> Sentence:
    quoted = {
        index: by_start[token.start] for index, token in enumerate(tokens) if token.tag == "Q"
    }
    return Sentence(tokens[0].start, tokens[-1].end, paragraph_number, tokens, quoted)


def _ends_sentence(tokens: Sequence[Token], index: int) -> bool:
    token, following = tokens[index], tokens[index + 1]
    if following.low in (")", "]", ",", ";") or following.text[0].islower():
        return False
    if token.tag == "Q":
        return _ends_after_quotation(tokens, index)
    if token.low in (")", "]") and index and tokens[index - 1].low in ENDS:
        return True
    if token.low in ENDS or token.low.startswith(".."):
        return not following.low.startswith("..")
    if token.text.endswith(".") and token.tag in ("word", "initials"):
        return _abbreviation_ends(tokens, index)
    return False


def _abbreviation_ends(tokens: Sequence[Token], index: int) -> bool:
    """Return whether an abbreviation's stop ends the sentence: before a word that starts one."""
    token, following = tokens[index], tokens[index + 1]
    if token.low.rstrip(".") + "!" not in words("abbreviations") and token.tag != "initials":
        return False
    return following.low in members("starters") and following.text[0].isupper()


def _ends_after_quotation(tokens: Sequence[Token], index: int) -> bool:
    inner = tokens[index].text.rstrip("\"“”'’` ")
    last = inner[-1:] or " "
    if last in ",;:—-–":
        return False
    if last in "?!…":
        return not _said_follows(tokens, index)
    return last == "."


def _said_follows(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a reporting verb ends the sentence soon: "Why?" Orlova asked."""
    for position in range(index + 1, min(index + SAID_AFTER, len(tokens))):
        token = tokens[position]
        if token.low in ENDS or token.tag == "Q":
            return False
        form = verb_forms().get(token.low)
        if form and token.text.islower() and "q" in verb_frames(form.base):
            before_verb = position - index
            opens = [t.tag if t.tag == "Q" else t.low for t in tokens[position + 1 : position + 3]]
            if opens[:1] == ["Q"] or (opens[:1] in ([","], [":"]) and opens[1:] == ["Q"]):
                return False
            return before_verb <= 4 or tokens[index].text[-2:-1] in "?!"
    return False
