"""The vocabulary of formal prose: its lists of words, its titles, the tags of its tokens."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from ....model.dates import MONTHS
from ..gazetteer import title_base
from ..lexicon import members, table
from ..sentences import Token

DASHES = frozenset({"–", "—", "-", "--"})
MONTH_NAMES = frozenset(map(str.casefold, MONTHS))
LONGEST_SHORT = 6  # letters of an office's initials, and one
NAMED = "name"  # the tag of a word that a person of the text is called by
SHORT = "short"  # the tag of an office's initials, whose words are the token's base: SND
BODY = "body"  # the tag of a body's short name; its whole name is the token's base
TOGETHER = "together"  # the tag of a word that means all parties: the Participants
SHORTENED = {
    "gen.": "general", "adm.": "admiral", "col.": "colonel", "capt.": "captain", "maj.": "major",
    "lt.": "lieutenant", "amb.": "ambassador", "sen.": "senator", "gov.": "governor",
}  # fmt: skip


@cache
def listed(name: str) -> frozenset[str]:
    """Return one of the sets of proceedings.txt; among honorifics, forms of address, too."""
    address = members("styles") if name == "honorifics" else frozenset()
    return table("proceedings")[name] | address


@lru_cache(4096)  # asked again for the same words of each person
def head_of(word: str) -> str:
    """Return the title that a word is or ends with, in the singular: admiral of Vice-Admiral."""
    low = word.lower()
    if low in listed("no-titles"):
        return ""
    for singular in (low, low.removesuffix("s"), low.removesuffix(".")):
        if singular in listed("heads") and not title_base(word):
            return singular
    part = re.split("[-/]", low)[-1]  # Vice-Admiral, Representative/Vice-President
    base = title_base(word) or title_base(part) or title_base(f"{part}.")
    return SHORTENED.get(base, base)


def is_plural(word: str) -> bool:
    """Return whether a title means several: Ministers, Secretaries, Chiefs, spokesmen."""
    low = word.lower()
    base = head_of(word)
    return bool(base) and low.endswith(("s", "men")) and base not in (low, f"{low}.")


def low_at(tokens: Sequence[Token], index: int) -> str:
    """Return a word in lower case; empty outside the sentence."""
    return tokens[index].low if 0 <= index < len(tokens) else ""


def is_capital(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a word begins with a capital, after a mark such as that of ʻAna."""
    if index >= len(tokens) or tokens[index].tag == "Q":
        return False
    return tokens[index].text.lstrip("ʻ‘’'")[:1].isupper()  # ʻAna


def is_short(word: str) -> bool:
    """Return whether a word may be the initials of an office: EAM, HR/VP."""
    return 1 < len(word) < LONGEST_SHORT and word.isupper() and word.replace("/", "").isalpha()
