"""States and unions of states in formal prose: where the name of each begins and ends."""

from __future__ import annotations

from collections.abc import Sequence

from ..gazetteer import capitals, first_words, states
from ..lexicon import phrases
from ..sentences import Token
from .vocabulary import is_capital, listed, low_at

LONGEST_STATE = 5  # words
FORMAL = frozenset({"republic", "confederation", "kingdom", "federation"})
OFFICIAL = {"hellenic republic": "GR", "swiss confederation": "CH", "holy see": "VA"}


def state_at(tokens: Sequence[Token], index: int) -> tuple[str, int]:
    """Return the code of the state named at a token, and where its name ends."""
    start = index
    if low_at(tokens, index) == "the":
        index += 1
    ahead = index
    while low_at(tokens, ahead) in listed("polities") and ahead < index + 5:
        ahead += 1
    if ahead > index and low_at(tokens, ahead) == "of":
        code, end = _plain_state(
            tokens, ahead + 2 if low_at(tokens, ahead + 1) == "the" else ahead + 1
        )
        if code:
            return code, end
    code, end = _plain_state(tokens, index)
    if not code and index < len(tokens):
        code, end = _union_at(tokens, index)
    return (code, end) if code else ("", start)


def _union_at(tokens: Sequence[Token], index: int) -> tuple[str, int]:
    """Return the name of the union of states named at a token, instead of a code, and its end."""
    if not is_capital(tokens, index):
        return "", index
    for end in range(min(index + LONGEST_STATE, len(tokens)), index, -1):
        name = " ".join(token.low.replace(".", "") for token in tokens[index:end])
        if name in phrases("unions") and low_at(tokens, end) != "commission":
            return phrases("unions")[name], end
    return "", index


def _plain_state(tokens: Sequence[Token], index: int) -> tuple[str, int]:
    official = OFFICIAL.get(" ".join(token.low for token in tokens[index : index + 2]))
    if official:
        return official, index + 2
    listed = states()
    if low_at(tokens, index).replace("’", "'") not in first_words(states):
        return "", index
    for end in range(min(index + LONGEST_STATE, len(tokens)), index, -1):
        name = [token.low.replace("’", "'") for token in tokens[index:end]]
        code = listed.get(tuple(name))
        if (
            code
            and tokens[index].text[:1].isupper()
            and not (name == ["us"] and tokens[index].text != "US")
        ):
            formal = low_at(tokens, end) in FORMAL and is_capital(tokens, end)
            return code, end + formal  # the Argentine Republic
    return "", index


def state_beside(tokens: Sequence[Token], index: int) -> str:
    """Return the code of the state after an office, in brackets or commas; empty if none is."""
    return state_at(tokens, index + 1)[0] if low_at(tokens, index) in (",", "(") else ""


def past_city(tokens: Sequence[Token], index: int) -> int:
    """Return the end of a capital's name of several words: Bandar Seri Begawan; else its start."""
    for end in range(min(index + LONGEST_STATE, len(tokens)), index + 1, -1):
        if " ".join(token.low for token in tokens[index:end]) in capitals():
            return end
    return index
