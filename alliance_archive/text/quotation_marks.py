"""Words between quotation marks of any kind, as distinct from apostrophes."""

from __future__ import annotations

import re
from functools import cache, partial

_APOSTROPHES = "['‘’‚‛`´′″ʼ＇]"
_ROCK_N_ROLL = rf"(?<!\w){_APOSTROPHES}n{_APOSTROPHES}(?!\w)"
# ’90s, ’tis: an apostrophe in front of a word, where letters are left out.
_ELIDED = r"(?:\d\ds?|n|em|til|tis|twas|cause|cept|round|bout)\b"
_OPENS = rf"(?<![\w”»」』\"]){_APOSTROPHES}(?=\S)"
_CLOSES = rf"(?<=\S){_APOSTROPHES}+(?!\w)"
# The second mark of “the ’90s ministers’ talks” is a possessive; that of “’90 of you die’” is not.
_PAIRS = [
    (rf"{_OPENS}(?!{_ELIDED})", _CLOSES),
    (rf"{_OPENS}(?={_ELIDED})", rf"(?<![sxz]){_CLOSES}"),
]
_ALWAYS_MARKS = '"“”„‟«»‹›「」『』〝〞〟＂'
_FRAGMENT = "|".join(
    [
        '“[^“”]*”|"[^"]*"|＂[^＂]*＂|[„‟][^“”„‟]*[“”]|〝[^〝〞〟]*[〞〟]',
        "[«‹][^«»‹›]*[»›]|[»›][^«»‹›]*[«‹]|「[^「」]*」|『[^『』]*』",
        *(f"{opens}.+?{closes}" for opens, closes in _PAIRS),
    ]
)
_MARK = re.compile(f"[{_ALWAYS_MARKS}]")
_APOSTROPHE = re.compile(_APOSTROPHES)
# Compiled on first use: few texts have any marks, and this takes as long as reading a file.
_compiled = cache(partial(re.compile, flags=re.IGNORECASE))
LONGEST = 10_000  # code points of a text whose fragments are listed; a search for pairs is slow


def fragments(text: str) -> list[str]:
    """Return the words between quotation marks, each with its marks."""
    plain = _compiled(_ROCK_N_ROLL).sub("n", text[:LONGEST])
    return [match[0] for match in _compiled(_FRAGMENT).finditer(plain)]


def has_quotation_mark(text: str) -> bool:
    """Return whether there is a quotation mark, with or without its counterpart.

    ‘ ’ and ' are quotation marks only as a pair around words; otherwise they are apostrophes.
    """
    if _MARK.search(text):
        return True
    if not _APOSTROPHE.search(text):
        return False
    plain = _compiled(_ROCK_N_ROLL).sub("n", text)
    # If nothing closes the first mark that opens, nothing closes a later one.
    return any(
        (first := _compiled(opens).search(plain))
        and _compiled(closes).search(plain, first.end() + 1)
        for opens, closes in _PAIRS
    )
