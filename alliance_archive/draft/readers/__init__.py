"""Readers of documents, one for each kind and language; and what none of them can read."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ...errors import ArchiveError
from ...model.records import Participant
from ..extraction import Extraction, Unreadable
from .article import read_article
from .joint_statement import read_joint_statement
from .kinds import kind_of
from .press_release import read_press_release
from .readout import read_readout
from .transcript import read_transcript

__all__ = ["AUTO", "NOT_ENGLISH", "NotAnArticle", "Unreadable", "kind_of", "reader_of", "refusal"]

DocumentReader = Callable[[str, Sequence[Participant]], Extraction]
READERS: dict[tuple[str, str], DocumentReader] = {
    ("article", "en"): read_article,
    ("press-release", "en"): read_press_release,
    ("readout", "en"): read_readout,
    ("joint-statement", "en"): read_joint_statement,
    ("transcript", "en"): read_transcript,
}
AUTO = "auto"
"""Instead of a kind: the kind that the text's form shows."""
LONGEST = 1_500_000  # code points: longer than any article, short enough for memory
TAGS = re.compile(
    r"<(?:!doctype|html|head|body|div|p|span|br|table|script|meta|a\s)[^<>]{0,300}>", re.I
)

REFUSALS = {
    "empty": "is empty: nothing to draft from",
    "binary": "is not text: save the article as .txt, .html, .pdf or .docx first",
    "html": "has tags like a page: save the page as .html, or its text as the browser shows it",
    "too long": "is too long for one article: draft one article at a time",
}
NOT_ENGLISH = "not in English, so nothing was drafted"


class NotAnArticle(ArchiveError):
    """A text from which nothing can be drafted, for one of the reasons in REFUSALS."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name} {REFUSALS[reason]}")


def refusal(text: str) -> str | None:
    """Return why nothing can be drafted from a text, in any language: a key of REFUSALS."""
    if not text.strip():
        return "empty"
    if "\0" in text[:100_000] or _unprintable(text[:4000]) > 0.1:
        return "binary"
    if len(text) > LONGEST:
        return "too long"
    head = text[:20_000]
    return "html" if len(TAGS.findall(head)) > max(2, len(head) / 1000) else None


def _unprintable(sample: str) -> float:
    odd = (c for c in set(sample) if not c.isprintable() and c not in "\n\r\t\xa0\u200b\ufeff\xad")
    return sum(map(sample.count, odd)) / max(1, len(sample))


def reader_of(kind: str, language: str) -> DocumentReader:
    """Return the reader of a kind of source in a language. Raises ArchiveError if there is none."""
    if (kind, language) not in READERS:
        raise ArchiveError(f"cannot draft from a source of kind {kind} in the language {language}")
    return READERS[kind, language]
