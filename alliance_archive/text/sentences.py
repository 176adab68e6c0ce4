"""The sentence of a text in which a passage is, found without knowing its language."""

from __future__ import annotations

import re

from .punctuation import ends_in_abbreviation

# A mark that ends a sentence, with closing marks after it, before a capital or digit; a blank line;
# or the end of a line, such as a byline, that does not go on in the next.
_END = re.compile(
    r"""[.?!…]["”’')\]]*(?=\s+["“‘(\[]*[^\W_a-zß-ÿ])|[。！？][」』”]*|\n\s*\n"""
    r"""|(?<=[^\w\s,;:–—-])\n(?=["“‘(\[]*[^\W_a-zß-ÿ])"""
)
_LONGEST = 2000  # code points on either side of a passage that are read
_ABBREVIATION = 20  # code points before a period that tell an abbreviation


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentences of a passage begin and end, in code points, the end exclusive.

    Where a period may belong to an abbreviation, the sentence goes on.
    """
    first, last = max(0, start - _LONGEST), min(len(text), end + _LONGEST)
    begins = first
    for mark in _END.finditer(text, first, last):
        if _abbreviated(text, mark.start()):
            continue
        if mark.end() >= end:
            last = mark.end()
            break
        if mark.end() <= start:
            begins = mark.end()
    preceding = text[begins:start]
    return start - len(preceding.lstrip()), end + len(text[end:last].rstrip())


def _abbreviated(text: str, stop: int) -> bool:
    words = text[max(0, stop - _ABBREVIATION) : stop + 1]
    return words.endswith(".") and ends_in_abbreviation(words)
