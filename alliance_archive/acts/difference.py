"""Both texts of a pair in one, as people read it: what only one has is marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from .words import words_of

ONLY_FIRST, ONLY_SECOND, BOTH = "-", "+", ""
_AROUND = ".,;:!?—–-"  # marks around a word, of which it does not consist
_MARKS = {ONLY_FIRST: ("[-", "-]"), ONLY_SECOND: ("{+", "+}"), BOTH: ("", "")}


class Piece(NamedTuple):
    """Words that only the first text has, only the second, or both, by `where`."""

    where: str
    text: str

    @property
    def marked(self) -> str:
        """The words in [- -] or {+ +}; those of both without marks."""
        begin, end = _MARKS[self.where]
        return f"{begin}{self.text}{end}"


def difference(first: Sequence[str], second: Sequence[str]) -> list[Piece]:
    """Return two statements' quotations in one, those of each joined by “ … ”.

    Spellings that differ are marked, though they count as the same words; punctuation is not.
    """
    from difflib import SequenceMatcher

    first_tokens, second_tokens = (" … ".join(texts).split() for texts in (first, second))
    matcher = SequenceMatcher(
        None, [*map(_key, first_tokens)], [*map(_key, second_tokens)], autojunk=False
    )
    pieces: list[Piece] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            pieces += _spelled(first_tokens[a:b], second_tokens[c:d])
            continue
        pieces += [Piece(ONLY_FIRST, " ".join(first_tokens[a:b]))] if b > a else []
        pieces += [Piece(ONLY_SECOND, " ".join(second_tokens[c:d]))] if d > c else []
    return list(_merged(pieces))


def in_one_line(pieces: Sequence[Piece]) -> str:
    """Return the pieces as one text, with marks."""
    return " ".join(piece.marked for piece in pieces)


def _key(token: str) -> tuple[str, ...]:
    return tuple(word.key for word in words_of((token,)))


def _bare(token: str) -> str:
    return "".join(filter(str.isalnum, token)).casefold()


def _spelled(first_tokens: Sequence[str], second_tokens: Sequence[str]) -> Iterator[Piece]:
    """Yield words whose keys agree; where the spelling does not, both."""
    for first, second in zip(first_tokens, second_tokens, strict=True):
        same_letters = _bare(first) == _bare(second) and first.count(".") == second.count(".")
        if same_letters or first.strip(_AROUND) == second.strip(_AROUND):
            yield Piece(BOTH, first)
        else:
            yield Piece(ONLY_FIRST, first)
            yield Piece(ONLY_SECOND, second)


def _merged(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the pieces, those in a row that both texts have as one."""
    for in_both, group in groupby(pieces, key=lambda piece: piece.where == BOTH):
        if in_both:
            yield Piece(BOTH, " ".join(piece.text for piece in group))
        else:
            yield from group
