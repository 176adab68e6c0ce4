"""The word lists, read once when first asked for, and the inflection of English verbs by rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

WORDS = Path(__file__).parent / "words"
VOWELS = "aeiou"
ENDS_IN_ONE_CONSONANT = re.compile(r"(?:^|[^aeiou])[aeiou][^aeiouwxy]$|qu[aeiou][^aeiouwxy]$")


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
        word, _, values = line.partition(": ")
        entries[word] = entries.get(word, frozenset()) | frozenset(values.split())
    return entries


@cache
def verb_frames(base: str) -> frozenset[str]:
    """Return the frames in which a verb reports; empty when it does not."""
    return table("cue_verbs").get(base, frozenset())


def members(name: str) -> frozenset[str]:
    """Return one of the small sets of sets.txt."""
    return table("sets")[name]


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
    """Return the verbs that are also common nouns: report, call, plan."""
    cues = {base for base, frames in table("cue_verbs").items() if "n" in frames}
    return frozenset(cues | {word[:-2] for word in words("verbs") if word.endswith("-n")})


@cache
def verb_forms() -> dict[str, VerbForm]:
    """Return every inflected form of every verb known, with its base and possible features."""
    irregular = {parts[0]: parts[1:] for parts in (line.split() for line in lines("irregular"))}
    bases = {word.split("-")[0] for word in words("verbs")} | set(irregular)
    bases |= set(table("cue_verbs"))
    # A form of two verbs belongs to the first in the alphabet, but a base form always to its own.
    forms = {base: VerbForm(base, "b") for base in bases}
    for base in sorted(bases):
        inflected = inflect(base)
        if base in irregular:
            past, participle, *_ = irregular[base]
            inflected = [(form, feature) for form, feature in inflected if feature in "zg"]
            inflected += [(past, "d"), (participle, "n")]
        for form, feature in inflected:
            first = forms.setdefault(form, VerbForm(base, feature))
            if first.base == base and feature not in first.features:
                forms[form] = VerbForm(base, first.features + feature)
    return forms


def inflect(base: str) -> list[tuple[str, str]]:
    """Return the regular forms of a verb with their features; doubled consonants both ways."""
    third = base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    pasts, gerunds = [base + "ed"], [base + "ing"]
    if base.endswith("y") and base[-2:-1] not in VOWELS:
        third, pasts = base[:-1] + "ies", [base[:-1] + "ied"]
    elif base.endswith("e"):
        stem = base[:-2] + "y" if base.endswith("ie") else base[:-1]
        pasts, gerunds = [base + "d"], [(base if base.endswith("ee") else stem) + "ing"]
    elif ENDS_IN_ONE_CONSONANT.search(base):
        doubled = base + base[-1]
        stems = [doubled] if sum(c in VOWELS for c in base) == 1 else [base, doubled]
        pasts, gerunds = [stem + "ed" for stem in stems], [stem + "ing" for stem in stems]
    forms = [(third, "z"), *((past, feature) for past in pasts for feature in "dn")]
    return forms + [(gerund, "g") for gerund in gerunds]
