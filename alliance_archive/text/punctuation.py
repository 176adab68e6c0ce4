"""Which closing mark of quoted words is the speaker's, and which is the article's.

American usage puts commas and periods before a closing quotation mark, double or single, whether
they are quoted or not: The Chicago Manual of Style, 17th ed., 6.9 and 6.11; The Associated Press
Stylebook agrees. They punctuate the sentence around the quotation, so they are not quoted words.
All other marks are inside only if they belong to the quotation (Chicago 6.10), so a question mark,
an exclamation point, a colon, a semicolon or a dash inside is the speaker's. So are the points of
an ellipsis.

A mark within nested marks (“… ‘pressure,’”) stays: the quotation is one stretch of the text, and
its own marks must stay in pairs. Other languages put the comma outside (German „…“, French «…»,
Japanese 「…」), so in their texts no mark is the article's.
"""

from __future__ import annotations

import re

# U.S., a.m., Ph.D.; the points of an ellipsis, with or without spaces.
_OWN_STOP = re.compile(r"(?:(?<!\w)(?:[^\W\d_]{1,2}\.){2,}|\.\s?\.)$")
_STATE = re.compile(
    r", (?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont"
    r"|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)\.$"
)
_LAST_WORD = re.compile(r"[^\W\d_]+(?=\.$)")
# Other abbreviations that may end a sentence; Gen. or Oct. cannot.
_ABBREVIATIONS = frozenset(
    ["Ave", "Blvd", "Bros", "Co", "Corp", "Cos", "Esq", "Inc", "Jr", "Ltd", "Sr", "St", "al", "etc"]
)


def quoted_words(exact: str, form: str, language: str | None = None) -> str:
    """Return the words without the closing comma or period that is the article's.

    A full quote (`form` direct) keeps its period, an abbreviation keeps its own in any form. A mark
    alone, and words in a language other than English, are returned as they are; without a language,
    English is assumed.
    """
    if language and language.lower().split("-")[0] != "en":
        return exact
    words = exact.rstrip()
    if words.endswith(",") or (form != "direct" and words.endswith(".") and not _own_stop(words)):
        return words[:-1].rstrip() or exact
    return exact


def _own_stop(words: str) -> bool:
    """Return whether the period at the end belongs to an abbreviation, an initial or “...”."""
    if _OWN_STOP.search(words) or _STATE.search(words):
        return True
    match = _LAST_WORD.search(words)
    word = match[0] if match else ""
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isupper() and word != "I")
