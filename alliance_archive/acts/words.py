"""The words of a quotation as they are compared: without typography and differences of spelling.

Two texts whose words are the same here say the same: punctuation, the case of letters,
contractions, the spelling of numbers, U.S. for US, and British for American spelling do not count.
Marked ellipses, and the gaps between several quotations, are kept as marks of their own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ..text.invisible import without_invisible
from ..text.typography import PLAIN_MARKS, untypeset
from .numerals import joined_numbers
from .spelling import CONTRACTIONS, spelled

ELLIPSIS = "…"
"""The key of a marked ellipsis."""
GAP = "|"
"""The key between two quotations of one statement."""
STOP, PAUSE = ";", ","
"""What comes before a word: the end of a sentence or clause, or a comma."""
IS, WOULD = "'s", "'d"  # is or has; would or had: which, the other text shows


class Word(NamedTuple):
    """A word, or a mark for words left out.

    `key` is what is compared. `before` is STOP, PAUSE or "". A bracketed word is an editor's.
    `capital` is whether it begins with a capital; `first`, whether it begins a sentence or
    quotation, so that its capital means nothing.
    """

    key: str
    before: str = ""
    bracketed: bool = False
    capital: bool = False
    first: bool = False

    @property
    def mark(self) -> bool:
        """Whether it stands for words left out."""
        return self.key in (ELLIPSIS, GAP)


# An editor's letters within a word: [t]he, threaten[ed].
_LETTERS = re.compile(r"(?<!\w)\[([^\W\d_])\](?=[^\W\d_])|(?<=[^\W\d_])\[([^\W\d_]{1,3})\]")
_SIC = re.compile(r"\s*[\[(]sic[\])]", re.IGNORECASE)
_DASHES = re.compile(r"\s*[—–―]\s*|\s+--?\s+|--+")
_MONEY = re.compile(
    r"(?:\bUS)?([$€£¥])\s?(\d(?:[\d,.]*\d)?(?:\s?(?:thousand|million|billion|trillion|[mb]n?)\b)?)"
)
_MONEY_SIGNS = re.compile("[$€£¥]")
_CURRENCIES = {"$": "dollars", "€": "euros", "£": "pounds", "¥": "yen"}
_SCALED = re.compile(r"(?<=\d)(\s?)(bn|mn|m(?= (?:dollars|euros|pounds))|b(?= dollars))\b")
_SCALES = {"bn": "billion", "b": "billion", "mn": "million", "m": "million"}
_CO = re.compile(r"\b(co)-(?=operat|ordinat)", re.IGNORECASE)
_SHORT = re.compile(r"\b(Mrs?|Ms|Dr|Gen|Sen|Rep|Gov|Adm|Lt|Col|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.")
_PER_CENT = re.compile(r"\bper cent\b", re.IGNORECASE)
_DOTS = re.compile(r"(?:\.\s){2,}\.|…")


@lru_cache(1 << 17)
def words_of(exacts: tuple[str, ...]) -> tuple[Word, ...]:
    """Return the words of a statement's quotations, with a gap between each two."""
    words: list[Word] = []
    for exact in exacts:
        if words:
            words.append(Word(GAP))
        words += joined_numbers(list(_raw(exact)))
    return tuple(words)


def _plain(exact: str) -> str:
    text = exact if exact.isascii() else _without_typography(exact)
    text = _SIC.sub("", text) if "sic" in text else text
    text = text if "[" not in text else _LETTERS.sub(lambda match: match[1] or match[2], text)
    text = _DASHES.sub(" ; ", _DOTS.sub("...", text))
    if _MONEY_SIGNS.search(text):
        text = _MONEY.sub(lambda match: f"{match[2]} {_CURRENCIES[match[1]]}", text)
    text = _PER_CENT.sub("percent", _CO.sub(r"\1", text))
    text = _SHORT.sub(r"\1", _SCALED.sub(lambda match: f"{match[1]} {_SCALES[match[2]]}", text))
    return text.replace("-", " ").replace('"', " ")


def _without_typography(text: str) -> str:
    text = _DASHES.sub(" ; ", text).translate(PLAIN_MARKS)
    # What is left is letters with accents, or typography that takes more to read.
    return text if max(text) < "\u2000" else untypeset(without_invisible(text)).text


def _raw(exact: str) -> Iterator[Word]:
    """Yield the words before numbers of several words are joined."""
    before, bracketed, first = STOP, False, True
    for match in _PIECE.finditer(_plain(exact)):
        kind, text = match.lastgroup, match[0]
        if kind == "open":
            bracketed = True
        elif kind == "close":
            bracketed = False
        elif kind == "ellipsis":
            yield Word(ELLIPSIS, before)
            before, first = "", False
        elif kind == "stop":
            before, first = STOP, first or text[0] in ".!?"
        elif kind == "pause":
            before = before or PAUSE
        else:
            capital = text[:1].isupper()
            for key in _keys(text, kind or ""):
                yield Word(key, before, bracketed, capital, first)
                before, first = "", False


_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff"
_PIECE = re.compile(
    r"(?P<ellipsis>\.{3,})|(?P<open>[\[(])|(?P<close>[\])])"
    r"|(?P<initials>(?<![^\W_])(?:[^\W\d_]\.){2,}|(?<![^\W_])(?:[^\W\d_]\.)+[^\W\d_](?![\w']))"
    r"|(?P<number>[$€£¥]?\d[\d,]*(?:[.:]\d+)*(?:st|nd|rd|th|s)?(?![^\W_])|%|&)"
    # Where words are written without spaces, each character is one.
    rf"|(?P<character>[{_UNSPACED}])|(?P<word>[^\W_{_UNSPACED}]+(?:'[^\W_{_UNSPACED}]+)*'?)"
    r"|(?P<stop>[.!?;:]+)|(?P<pause>,)"
)


def _keys(text: str, kind: str) -> Iterator[str]:
    """Yield the keys of a word as written; a contraction has two."""
    if kind == "initials":
        yield text.replace(".", "").upper()
        return
    if kind == "number":
        yield from _number_keys(text)
        return
    if len(text) > 1 and text.isupper() and text.isalpha():
        yield text  # US is not us
        return
    folded = text.casefold()
    if folded in CONTRACTIONS:
        yield from CONTRACTIONS[folded]
    elif folded.endswith("n't") and len(folded) > 4:
        yield from (folded[:-3], "not")
    elif folded.endswith(("'ll", "'ve", "'re", "'m")):
        stem, _, end = folded.rpartition("'")
        yield from (spelled(stem), {"ll": "will", "ve": "have", "re": "are", "m": "am"}[end])
    elif folded.endswith("'d"):
        yield from (spelled(folded[:-2]), WOULD)
    elif folded.endswith("'s"):
        stem = text[:-2]
        key = stem if len(stem) > 1 and stem.isupper() else spelled(stem.casefold())
        yield from (key, IS)
    else:
        yield spelled(folded.strip("'"))


@lru_cache(1 << 17)
def keys_of_words(exacts: tuple[str, ...]) -> frozenset[str]:
    """Return the keys of a statement's words, without marks."""
    return frozenset(word.key for word in words_of(exacts) if not word.mark)


def _number_keys(text: str) -> Iterator[str]:
    if text == "%":
        yield "percent"
    elif text == "&":
        yield "and"
    else:
        digits = text.lstrip("$€£¥").replace(",", "").rstrip(":")
        ordinal = digits.endswith(("st", "nd", "rd", "th"))
        yield f"{digits[:-2]}th" if ordinal else digits


def settled(words: Sequence[Word], other_words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words with what 's and 'd stand for, as the other text shows, else a possessive.

    North Korea's is a possessive; it's is it is or it has. Two words that are one in the other text
    become one: cease-fire, if it has ceasefire.
    """
    words = _compounded(words, {word.key for word in other_words})
    if not any(word.key in (IS, WOULD) for word in words):
        return tuple(words)
    keys = [word.key for word in other_words]
    pairs = set(pairwise(keys))
    result: list[Word] = []
    for word in words:
        if word.key in (IS, WOULD) and result:
            last = result[-1].key
            full = ("is", "has") if word.key == IS else ("would", "had")
            usual = "would" if word.key == WOULD else "is" if last in _SUBJECTS else IS
            chosen = next((form for form in full if (last, form) in pairs), usual)
            result.append(word._replace(key=chosen))
        else:
            result.append(word)
    return tuple(result)


def _compounded(words: Sequence[Word], keys: Collection[str]) -> Sequence[Word]:
    result: list[Word] = []
    for word in words:
        last = result[-1] if result else word
        joined = last.key + word.key
        if joined in keys and result and not word.before and _compounds(last.key, word.key):
            result[-1] = last._replace(key=joined)
        else:
            result.append(word)
    return result


def _compounds(first: str, second: str) -> bool:
    """Return whether two words may be parts of one, as of ceasefire: not those of maybe or into."""
    return len(second) > 2 and (len(first) > 2 or first in ("co", "re")) and first.isalpha()


_PRONOUNS = "it he she that this there here what who where how when everything everyone nobody"
_SUBJECTS = frozenset(_PRONOUNS.split())
