"""The word lists, read once when first asked for, and the forms of the verbs in them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ...text.inflection import inflect, irregular_verbs, spellings, verbs

WORDS = Path(__file__).parent / "words"


class VerbForm(NamedTuple):
    """What a verb form can be: its base, and b(ase), z, d (past), n (participle) or g (-ing)."""

    base: str
    features: str


def lines(name: str) -> Iterator[str]:
    """Yield the lines of one word list, comments and empty lines left out."""
    for line in (WORDS / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


@cache
def words(name: str) -> frozenset[str]:
    """Return all words of a plain list."""
    return frozenset(word for line in lines(name) for word in line.split())


@cache
def table(name: str) -> dict[str, frozenset[str]]:
    """Return a list of `word: values` lines; a word given twice has the values of both."""
    entries: dict[str, frozenset[str]] = {}
    for line in lines(name):
        word, _, values = line.partition(":")
        entries[word] = entries.get(word, frozenset()) | frozenset(values.split())
    return entries


@cache
def sex_by_word(name: str) -> dict[str, str]:
    """Return "w", "m" or nothing for each word of a list of `sex: words` lines."""
    listed = table(name).items()
    return {word: sex.strip("-") for sex, words_of in listed for word in words_of}


@cache
def verb_frames(base: str) -> frozenset[str]:
    """Return the frames in which a verb reports, in any spelling; empty when it does not."""
    frames = table("cue_verbs")
    return frozenset().union(*(frames.get(spelling, ()) for spelling in spellings(base)))


@cache
def members(*names: str) -> frozenset[str]:
    """Return one of the small sets of sets.txt, or several as one."""
    return frozenset().union(*(table("sets")[name] for name in names))


@cache
def phrases(name: str) -> dict[str, str]:
    """Return a list of `phrase: value` lines, the value kept whole."""
    return {key: value for key, _, value in (line.partition(": ") for line in lines(name))}


@cache
def closed_class() -> dict[str, str]:
    """Return the tag of each word of the closed classes; the first of a word counts."""
    tags: dict[str, str] = {}
    for line in lines("closed"):
        tag, _, members = line.partition(": ")
        for word in members.split():
            tags.setdefault(word, tag)
    return tags


@cache
def noun_like_verbs() -> frozenset[str]:
    """Return the verbs that are just as often nouns: report, call, plan."""
    cues = {base for base, frames in table("cue_verbs").items() if "n" in frames}
    return frozenset(cues | words("noun_verbs"))


@cache
def verb_forms() -> dict[str, VerbForm]:
    """Return every inflected form of every verb known, with its base and possible features."""
    irregular, bases = irregular_verbs(), verbs()
    # A form of two verbs belongs to the first in the alphabet, but a base form always to its own.
    forms = {base: VerbForm(base, "b") for base in bases}
    for base in sorted(bases):
        inflected = inflect(base)
        if base in irregular:
            past, participle, *others = irregular[base]
            inflected = [(form, feature) for form, feature in inflected if feature in "zg"]
            inflected += [(past, "d"), (participle, "n")]
            inflected += [(form, feature) for form in others for feature in "dn"]
        for form, feature in inflected:
            first = forms.setdefault(form, VerbForm(base, feature))
            if first.base == base and feature not in first.features:
                forms[form] = VerbForm(base, first.features + feature)
    return forms
