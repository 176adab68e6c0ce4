"""Whether a name as it is typed fits a name in the archive."""

from typing import NamedTuple

from .folding import is_unspaced, key

_ARTICLES = ("the", "a", "an")
_SHORTEST = 3  # letters that may be the beginning of a word


class Typed(NamedTuple):
    """The folded words of a name that is typed, each in all its spellings."""

    words: tuple[tuple[str, ...], ...]

    @property
    def unspaced(self) -> bool:
        """Whether the words have one order: they are characters of a script without spaces."""
        return any(is_unspaced(word) for word, *_ in self.words)

    @property
    def text(self) -> str:
        """The words as they were typed."""
        return " ".join(word for word, *_ in self.words)


def typed(name: str, spelled: bool = False) -> Typed:
    """Return the words of a name; with `spelled`, in British and American spelling.

    A leading article does not count, and an article alone is not a name.
    """
    words = key(name).split()
    if len(words) == 1 and words[0] in _ARTICLES:
        return Typed(())
    if not spelled:
        return Typed(tuple((word,) for word in words))
    from .inflection import spellings

    return Typed(tuple((word, *(spellings(word) - {word})) for word in words))


def is_whole(name: Typed, folded: str) -> bool:
    """Return whether a folded name has the same words, in any order: “Mattis, Jim”."""
    left = folded.split()
    if len(left) != len(name.words):
        return False
    if name.unspaced:
        return name.text == folded
    for spellings in name.words:
        word = next((word for word in left if word in spellings), None)
        if word is None:
            return False
        left.remove(word)
    return True


def is_part(name: Typed, folded: str, family: frozenset[str] | None = None) -> bool | None:
    """Return whether words of a folded name begin with those typed: True if they are whole words.

    None if a word fits none. One or two letters are a whole word, or, beside other words, the
    initial of a person's given name: of a word that is not in `family`, which is None for others.
    """
    if name.unspaced:
        return True if f" {name.text}" in f" {folded}" else None
    left = folded.split()
    whole = True
    for spellings in sorted(name.words, key=lambda spellings: -len(spellings[0])):
        word = next((word for word in left if word in spellings), None)
        if word is None:
            initial = family is not None and len(spellings[0]) == 1 < len(name.words)
            if not (initial or len(spellings[0]) >= _SHORTEST):
                return None
            may_begin = [word for word in left if not (initial and word in (family or ()))]
            begun = (word for word in sorted(may_begin, key=len) if word.startswith(spellings))
            word = next(begun, None)
            if word is None:
                return None
            whole = whole and initial
        left.remove(word)
    return whole
