"""How a statement of each form is shown, and which of its words are quoted."""

from collections.abc import Iterable
from typing import NamedTuple

FORM_LABELS = {"direct": "full quote", "mixed": "partial quote", "indirect": "paraphrase"}
DRAFTED = "Drafted from "  # how the note of a meeting begins that nobody has looked at yet
INTERPRETED = "interpreted quote"
AS_INTERPRETED = "as interpreted"

# The beginnings of words that are written, but not pronounced, with a vowel first.
_NO_VOWELS = ("eur", "one", "u.", "un ", "uni", "us")


class Segment(NamedTuple):
    """A piece of a statement's words; a verbatim one is a quotation with its marks."""

    text: str
    verbatim: bool


def form_label(form: str, translated: object) -> str:
    """Return the form as people read it; the quoted words of an interpreter are not the speaker's.

    `translated` is true for those.
    """
    return INTERPRETED if translated and form != "indirect" else FORM_LABELS[form]


def words_of(form: str, summary: str | None, exacts: Iterable[str]) -> str:
    """Return a statement as it is shown: quoted words in “ ”, the rest in the archive's words.

    A draft without its summary shows its quotations.
    """
    if summary and form != "direct":
        return summary
    return " … ".join(f"“{exact}”" for exact in exacts)


def segments(words: str, exacts: Iterable[str]) -> tuple[Segment, ...]:
    """Return the words in pieces: its quotations, each with its marks, and what is between them.

    `exacts` are the quotations in their order. One that the words do not contain is left out, so
    that other words in quotation marks are not shown as a quotation.
    """
    pieces: list[Segment] = []
    reached = 0
    for exact in exacts:
        quotation = f"“{exact}”"
        start = words.find(quotation, reached)
        if start < 0:
            continue
        pieces += [Segment(words[reached:start], False), Segment(quotation, True)]
        reached = start + len(quotation)
    pieces.append(Segment(words[reached:], False))
    return tuple(piece for piece in pieces if piece.text)


def in_document(document: str) -> str:
    """Return where a statement was made, in running text: “in a joint press statement”."""
    start, last = document.lower(), document.split()[-1].lower()
    if start.startswith(("a ", "an ", "the ")) or (last.endswith("s") and last[-2:] != "ss"):
        return f"in {document}"
    vowel = start.startswith(tuple("aeiou")) and not start.startswith(_NO_VOWELS)
    return f"in {'an' if vowel else 'a'} {document}"
