"""Names of people in formal prose: what follows an office, whatever its words are."""

from __future__ import annotations

from collections.abc import Sequence

from ..lexicon import table, verb_forms, words
from ..sentences import Token
from .polities import state_at
from .vocabulary import MONTH_NAMES, NAMED, head_of, is_capital, is_short, listed, low_at

LONGEST_NAME = 5  # words
SUFFIXES = frozenset(
    {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "mp", "mc", "am", "ao", "qc", "t.d.", "m.p."}
)
HONORS = table("labels")["post-nominals"] | {"usn", "rn"}


def past_honors(tokens: Sequence[Token], index: int) -> int:
    """Step over the letters and brackets after a name: MP; , EGH; (Retd)."""
    while low_at(tokens, index).replace(".", "") in HONORS:
        index += 1
    if low_at(tokens, index) != "," or low_at(tokens, index + 2) not in (",", "(", ")"):
        return index
    honor = is_short(tokens[index + 1].text) and not state_at(tokens, index + 1)[0]
    return past_honors(tokens, index + 2) if honor else index


def is_initial(word: str) -> bool:
    """Return whether a word of a name is its first letter: J., Ye. of Yerlan, J."""
    return len(word.rstrip(".")) == 1 or (len(word) == len("Ye.") and word.endswith("."))


def name_at(tokens: Sequence[Token], index: int) -> int:
    """Return the end of the name that starts at a token; the token itself if none does."""
    start, index = index, past_particles(tokens, index)
    while (
        is_capital(tokens, index) or low_at(tokens, index).startswith(("al-", "el-"))
    ) and index < start + LONGEST_NAME + 2:
        token = tokens[index]
        named = low_at(tokens, index + 1) in words("particles")  # Said bin Khalfan
        known = named or token.tag == NAMED  # General An
        known = known or low_at(tokens, index - 1) in ("bin", "ibn", "bint")
        known = known or (index > start and _is_family_month(tokens, index))
        if token.tag in ("number", "clitic") or (token.low in listed("no-names") and not known):
            break
        if _tells(token.low) or (index > start and token.text.isupper() and token.low in HONORS):
            break
        if head_of(token.text) and index > start and token.low.rstrip(".") not in SUFFIXES:
            break
        index = past_particles(tokens, index + 1)
        if low_at(tokens, index) in ("(", '"') or (
            index < len(tokens) and tokens[index].tag == "Q"
        ):
            index = _past_nickname(tokens, index)
    while index > start and tokens[index - 1].low in SUFFIXES:
        index -= 1
    if _is_institution(tokens[start:index]):
        return start
    if index > start and tokens[start].tag != NAMED and state_at(tokens, start)[1] >= index:
        return start  # Assistant to the President; Kyrgyz Republic – Jan Wolan
    while index > start and low_at(tokens, index) in ("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"):
        index += 1
    return index


def _is_family_month(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a month ends a name: Fiona March, Minister; not Oslo, March 3."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    dated = after is None or after.tag == "number" or after.text[:1].isupper()
    dated = dated or (after is not None and after.low == "," and _numbered(tokens, index + 2))
    return tokens[index].text.istitle() and tokens[index].low in MONTH_NAMES and not dated


def _numbered(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].tag == "number"


def _is_institution(name: Sequence[Token]) -> bool:
    """Return whether a body or meeting is named, no person: Armed Forces, Red Sea Forum."""
    ends = len(name) > 1 and name[-1].tag != NAMED
    ends = ends and name[-1].low in listed("bodies") | listed("organs") | listed("sites")
    return ends or all(token.low in listed("bodies") | listed("fields") for token in name)


def _tells(word: str) -> bool:
    """Return whether a word of a headline is its verb: Minister Wolan Visits Finland."""
    form = verb_forms().get(word)
    return form is not None and "z" in form.features and form.base in listed("stay")


def past_particles(tokens: Sequence[Token], index: int) -> int:
    """Step over the small words before a capital: van den Berg; the same index if none do."""
    end = index
    while low_at(tokens, end) in words("particles") | {"i"} and not tokens[end].text.isupper():
        end += 1  # Casals i Font
    article = low_at(tokens, end).startswith(("al-", "el-")) and end > index - 1
    return end if is_capital(tokens, end) or article else index


def _past_nickname(tokens: Sequence[Token], index: int) -> int:
    """Step over a nickname in quotation marks: Robert “Bob” Hale."""
    nickname = tokens[index].tag == "Q" and len(tokens[index].text.split()) == 1
    return index + 1 if nickname and is_capital(tokens, index + 1) else index
