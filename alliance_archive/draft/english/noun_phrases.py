"""How far a noun phrase reaches, which word heads it, and whether it only tells a time."""

from __future__ import annotations

from collections.abc import Sequence

from .lexicon import members
from .tokens import Token
from .verb_tags import NOMINALS

VERBAL = frozenset({"MD", "BE", "HV", "DO", "VB", "VBD", "VBZ", "VBN", "VBG"})
MORE = frozenset({"CD", "JJ", "NN", "NNS", "NNP", "POS", "&", "$", "%", "MONTH"})
INNER = frozenset({"VBG", "VBN", "RB", "VBD", "Q"})
BEFORE_INNER = frozenset({"DT", "PRPS", "JJ", "POS", "CD", "RB"})


def noun_phrase(tokens: Sequence[Token], index: int) -> tuple[str, int, int]:
    """Return kind (NP, TIME or ADJ), end and head of the noun phrase that starts at `index`."""
    end, head = index + 1, index
    while end < len(tokens):
        if tokens[end].tag in MORE:
            if _breaks(tokens, end):
                break
            if tokens[end].tag in NOMINALS or tokens[end].tag == "CD":
                head = end
        elif tokens[end].tag == "TIME" and _time_within(tokens, end):
            head = end
        elif not _goes_on(tokens, end, index):
            break
        end += 1
    if tokens[end - 1].tag == "JJ" and end - 1 > head and tokens[head].tag not in NOMINALS:
        head = end - 1
    return _kind(tokens, index, end), end, _head(tokens, index, end, head)


def _breaks(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a name, a number or an adjective starts something else: candidates Hale."""
    kind, previous = tokens[index].tag, tokens[index - 1]
    if kind == "NNP":
        lower = previous.text[0].islower()
        return lower and (previous.tag == "NNS" or previous.low in members("times"))
    if previous.tag not in ("NN", "NNS"):
        return False
    if kind == "JJ":
        return index + 1 >= len(tokens) or tokens[index + 1].tag not in NOMINALS | {"JJ"}
    return kind == "CD" and tokens[index].low.isalpha()


def _time_within(tokens: Sequence[Token], index: int) -> bool:
    previous = tokens[index - 1]
    if previous.tag == "DT" or previous.low in members("time-modifiers"):
        return True
    return index + 1 < len(tokens) and tokens[index + 1].tag == "POS"


def _goes_on(tokens: Sequence[Token], index: int, first: int) -> bool:
    """Return whether a determiner, -ing or -ed form, adverb or quotation stands before the noun."""
    kind, previous = tokens[index].tag, tokens[index - 1].tag
    following = tokens[index + 1].tag if index + 1 < len(tokens) else ""
    if kind in ("DT", "PRPS"):
        return previous in ("DT", "POS") and index == first + 1
    if kind == "CC":
        return previous == "JJ" and following == "JJ" and index + 2 < len(tokens)
    if kind not in INNER or previous not in BEFORE_INNER:
        return False
    if kind == "Q":
        return not ends_as_speech(tokens[index].text)
    return following in NOMINALS | {"JJ"}


def _head(tokens: Sequence[Token], index: int, end: int, head: int) -> int:
    return end - 1 if all(token.tag == "JJ" for token in tokens[index:end]) else head


def _kind(tokens: Sequence[Token], index: int, end: int) -> str:
    inside = tokens[index:end]
    if all(token.tag == "JJ" for token in inside):
        counts = inside[-1].low in members("counting")
        return "NP" if counts and _verb_or_of(tokens, end) else "ADJ"
    return "TIME" if _only_time(inside) else "NP"


def _only_time(inside: Sequence[Token]) -> bool:
    """Return whether it tells a time alone: last week, Oct. 3, two years ago."""
    times, last = members("times"), inside[-1]
    if not any(t.low in times or t.tag == "MONTH" for t in inside):
        return False
    if not (last.low in times or last.tag in ("MONTH", "CD")):
        return False
    time_words = times | members("time-modifiers")
    return all(t.low in time_words or t.tag in ("CD", "MONTH") for t in inside)


def _verb_or_of(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a verb or "of" follows: several said; many of the others."""
    return index < len(tokens) and (tokens[index].tag in VERBAL or tokens[index].low == "of")


def ends_as_speech(quoted: str) -> bool:
    """Return whether the quoted words end with the punctuation of speech."""
    return quoted.rstrip("\"“”'’` ")[-1:] in (",", ".", "?", "!", "—", "-", "…")
