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
    """Kind (NP, TIME or ADJ), end and head of the noun phrase that starts at `index`."""
    at, head = index + 1, index
    while at < len(tokens):
        if tokens[at].tag in MORE:
            if _breaks(tokens, at):
                break
            if tokens[at].tag in NOMINALS or tokens[at].tag == "CD":
                head = at
        elif tokens[at].tag == "TIME" and _time_within(tokens, at):
            head = at
        elif not _goes_on(tokens, at, index):
            break
        at += 1
    if tokens[at - 1].tag == "JJ" and at - 1 > head and tokens[head].tag not in NOMINALS:
        head = at - 1
    return _kind(tokens, index, at), at, _head(tokens, index, at, head)


def _breaks(tokens: Sequence[Token], at: int) -> bool:
    """Candidates Hale: a name, a number or an adjective that starts something else."""
    kind, before = tokens[at].tag, tokens[at - 1]
    if kind == "NNP":
        lower = before.text[0].islower()
        return lower and (before.tag == "NNS" or before.low in members("times"))
    if before.tag not in ("NN", "NNS"):
        return False
    if kind == "JJ":
        return at + 1 >= len(tokens) or tokens[at + 1].tag not in NOMINALS | {"JJ"}
    return kind == "CD" and tokens[at].low.isalpha()


def _time_within(tokens: Sequence[Token], at: int) -> bool:
    before = tokens[at - 1]
    if before.tag == "DT" or before.low in members("time-modifiers"):
        return True
    return at + 1 < len(tokens) and tokens[at + 1].tag == "POS"


def _goes_on(tokens: Sequence[Token], at: int, first: int) -> bool:
    """A second determiner; an -ing or -ed form, adverb or quotation before the noun."""
    kind, before = tokens[at].tag, tokens[at - 1].tag
    after = tokens[at + 1].tag if at + 1 < len(tokens) else ""
    if kind in ("DT", "PRPS"):
        return before in ("DT", "POS") and at == first + 1
    if kind == "CC":
        return before == "JJ" and after == "JJ" and at + 2 < len(tokens)
    if kind not in INNER or before not in BEFORE_INNER:
        return False
    if kind == "Q":
        return not ends_as_speech(tokens[at].text)
    return after in NOMINALS | {"JJ"}


def _head(tokens: Sequence[Token], index: int, at: int, head: int) -> int:
    return at - 1 if all(token.tag == "JJ" for token in tokens[index:at]) else head


def _kind(tokens: Sequence[Token], index: int, at: int) -> str:
    inside = tokens[index:at]
    if all(token.tag == "JJ" for token in inside):
        counts = inside[-1].low in members("counting")
        return "NP" if counts and _verb_or_of(tokens, at) else "ADJ"
    return "TIME" if _only_time(inside) else "NP"


def _only_time(inside: Sequence[Token]) -> bool:
    """Last week, Oct. 3, two years ago."""
    times, last = members("times"), inside[-1]
    if not any(t.low in times or t.tag == "MONTH" for t in inside):
        return False
    if not (last.low in times or last.tag in ("MONTH", "CD")):
        return False
    known = times | members("time-modifiers")
    return all(t.low in known or t.tag in ("CD", "MONTH") for t in inside)


def _verb_or_of(tokens: Sequence[Token], at: int) -> bool:
    """Several said; many of the others."""
    return at < len(tokens) and (tokens[at].tag in VERBAL or tokens[at].low == "of")


def ends_as_speech(quoted: str) -> bool:
    """Whether the quoted words end with the punctuation of speech."""
    return quoted.rstrip("\"“”'’` ")[-1:] in (",", ".", "?", "!", "—", "-", "…")
