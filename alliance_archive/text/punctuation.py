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

# Patterns are compiled on first use: few quotations end in a period.
# U.S., a.m., Ph.D.; the points of an ellipsis, with or without spaces.
_OWN_STOP = r"(?:(?<!\w)(?:[^\W\d_]{1,2}\.){2,}|\.\s?\.)$"
_STATE = (
    r", (?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont"
    r"|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)\.$"
)
_LAST_WORD = r"(?:([^\W\d_]+)\.? )?(?<!\w)([^\W\d_]+)\.$"
# Other abbreviations that may end a fragment. Not Jan., which is also a name.
_ABBREVIATIONS = (
    "Mrs?|Ms|Messrs|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Brig|Sgt|Cpl|Pvt|Sen|Rep|Gov|Pres|Amb|Rev"
    "|Feb|Aug|Sept|Oct|Nov|Dec|vs|approx|Ave|Blvd|Bros|Co|Corp|Cos|Dept|Esq|Inc|Jr|Ltd|Sr|St|al|etc"
)
# Capitalized at the start of a fragment, these do not name people: “Plan B.”
_BEFORE_LETTERS = (
    "(?i:annex|appendix|article|block|category|class|company|exhibit|grade|group|hepatitis|option"
    "|part|phase|plan|point|section|sector|team|type|unit|vitamin|zone|an?|the|this|that|our|my"
    "|for|from|in|of|on|to|with)"
)
_TAIL = 80  # code points at the end that decide whose the mark is


def quoted_words(exact: str, form: str, language: str | None = None) -> str:
    """Return the words without the closing commas and periods that are the article's.

    A full quote (`form` direct) keeps its period, an abbreviation keeps its own in any form. Marks
    alone, and words in a language other than English, are returned as they are; without a language,
    English is assumed. What this returns, it returns again unchanged.
    """
    if language and language.lower().split("-")[0] != "en":
        return exact
    last = end = len(exact.rstrip())
    while end and _is_articles(exact[max(0, end - _TAIL) : end], form):
        end -= 1
        while end and exact[end - 1].isspace():
            end -= 1
    return exact[:end] if 0 < end < last else exact


def _is_articles(words: str, form: str) -> bool:
    """Return whether the last character is a comma or period of the article."""
    return words.endswith(",") or (
        form != "direct" and words.endswith(".") and not ends_in_abbreviation(words)
    )


def ends_in_abbreviation(words: str) -> bool:
    """Return whether the period at the end belongs to an abbreviation, an initial or “...”.

    A single capital is an initial only after a capitalized word that may be a name or title, as in
    Mr. K. or George W.; not in plan B. or vitamin C.
    """
    if re.search(_OWN_STOP, words) or re.search(_STATE, words):
        return True
    if not (match := re.search(_LAST_WORD, words)):
        return False
    previous, word = match[1] or "", match[2]
    if re.fullmatch(_ABBREVIATIONS, word):
        return True
    after_name = previous[:1].isupper() and not re.fullmatch(_BEFORE_LETTERS, previous)
    return after_name and len(word) == 1 and word.isupper() and word != "I"
