"""Spellings of one word: British and American, contractions, abbreviations."""

from __future__ import annotations

import os
import re
from functools import lru_cache

_NOT = "do does did is are was were has have had would should could must need might"
_SHORT = (
    "i'm i am, let's let us, can't can not, cannot can not, won't will not, shan't shall not,"
    " ain't is not, y'all you all, gonna going to, wanna want to, gotta got to, 'tis it is,"
    " 'em them"
)
CONTRACTIONS = {short: tuple(words) for short, *words in map(str.split, _SHORT.split(", "))}
CONTRACTIONS |= {f"{verb}n't": (verb, "not") for verb in _NOT.split()}
"""The words that each contraction stands for; others end in n't, 's, 'll, 've, 're, 'm or 'd."""


def _irregular() -> dict[str, str]:
    """Return spellings and abbreviations that no rule covers, with what each is compared as."""
    # Not by pathlib, whose import takes longer than reading the list.
    path = os.path.join(os.path.dirname(__file__), "spellings.txt")
    with open(path, encoding="utf-8") as file:
        return dict(map(str.split, file.read().split(",")))


_SAME = _irregular()
_OUR = re.compile(
    "(hon|lab|fav|col|behavi|neighb|harb|arm|endeav|hum|rum|vap|vig|rig|val|savi|splend|parl|od|clam"
    "|ard|cand|demean|ferv|glam|ranc|tum|disc?ol|dishon|misdemean|belab)our(?=[a-z]*$)"
)
_ISE = re.compile(r"(?<=[a-z]{3})is(e|ed|es|ing|ation|ations|er|ers)$")
_YSE = re.compile(r"(?<=[a-z]{3})ys(e|ed|es|ing)$")
_LL = re.compile(
    "(travel|cancel|label|model|signal|fuel|counsel|level|quarrel|rival|total|channel|marshal|shovel"
    "|equal|dial|tunnel|jewel|funnel|pencil|duel|grovel|unravel|panel|bowdl)l(ed|ing|er|ers|ings?)$"
)


@lru_cache(65536)
def spelled(word: str) -> str:
    """Return the American spelling of a folded word.

    The rules may make a word that does not exist (advize), never one that another word has.
    """
    if same := _SAME.get(word):
        return same
    if len(word) < 5:
        return word
    word = _OUR.sub(r"\1or", word)
    word = _LL.sub(r"\1\2", word)
    word = _YSE.sub(r"yz\1", word)
    if word in _OWN_S:
        return word
    word = _ISE.sub(r"iz\1", word)
    if word.startswith("co") and word[2:].startswith(("operat", "ordinat")):
        return f"co{word[2:]}"
    return word


# With z these would be other words, or both spellings are in use for two words.
_OWN_S = frozenset(["prise", "prised", "poise", "raise", "raised", "praise"])
