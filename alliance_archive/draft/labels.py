"""The labels of speakers in a transcript."""

from __future__ import annotations

import re

_QUESTION = re.compile(
    r"(?m)^[ \t]*(?:Q|QUESTION|Question|REPORTER|Reporter|JOURNALIST)\b[^\n]{0,60}?[:：]"
)
_CAPITALS = re.compile(
    r"(?m)^[ \t]*[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,5}(?: \([^()\n]*\))?[:：]"
)
LEAST = 3  # labels of a transcript


def is_transcript(text: str) -> bool:
    """Return whether speakers are labeled in a text."""
    return len(_QUESTION.findall(text)) + len(_CAPITALS.findall(text)) >= LEAST
