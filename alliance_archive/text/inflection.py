"""English words in all their forms: of verbs, in number, and in British and American spelling."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache

VOWELS = "aeiou"
ENDS_IN_ONE_CONSONANT = re.compile(r"(?:^|[^aeiou])[aeiou][^aeiouwxy]$|qu[aeiou][^aeiouwxy]$")
_SIBILANTS = ("s", "x", "z", "ch", "sh")


def _lines(name: str) -> Iterator[str]:
    # Not by pathlib, whose import takes longer than reading the list.
    path = os.path.join(os.path.dirname(__file__), f"{name}.txt")
    with open(path, encoding="utf-8") as file:
        yield from (line.rstrip("\n") for line in file if line[:1] not in ("#", "\n"))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word for line in _lines(name) for word in line.split())


@cache
def _pairs(name: str) -> tuple[tuple[str, str], ...]:
    pairs = (line.partition(" ") for line in _lines(name))
    return tuple((first, second) for first, _, second in pairs)


def verbs() -> frozenset[str]:
    """Return the base forms of the verbs that are known."""
    return _words("verbs")


@cache
def irregular_verbs() -> dict[str, tuple[str, str]]:
    """Return the past tense and the past participle of irregular verbs, by their base form."""
    rows = (line.split() for line in _lines("irregular_verbs"))
    return {base: (past, participle) for base, past, participle in rows}


def inflect(base: str) -> list[tuple[str, str]]:
    """Return the regular forms of a verb with their features; doubled consonants both ways.

    Features are z (third person), d (past), n (participle) and g (-ing).
    """
    third = base + ("es" if base.endswith((*_SIBILANTS, "o")) else "s")
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


def forms(word: str) -> frozenset[str]:
    """Return a folded English word with the other forms of the same word.

    These are the forms of a verb (reaffirm, reaffirms, reaffirmed, reaffirming), singular and
    plural, and British and American spelling. No two different words become one: a form that
    belongs to a known verb is that verb's only (“united” is of “unite”, not of “unit”), and lists
    hold words that only look like forms (news, evening, Williams). A form may be two words
    (“co operation”).
    """
    if not (word.isascii() and word.isalpha()) or (len(word) < _SHORTEST and word not in verbs()):
        return frozenset((word,))
    inflected = {form for spelling in _spellings(word) for form in _inflected(spelling)}
    return frozenset(spelling for form in inflected for spelling in _spellings(form))


_SHORTEST = 3
_SHORTEST_UNKNOWN_VERB = 4


def _inflected(word: str) -> set[str]:
    bases = _known_bases(word)
    verb = set[str]().union(*map(_verb_forms, bases)) if bases else _unknown_verb(word)
    return {word, *_numbers(word)} | verb


def _unknown_verb(word: str) -> set[str]:
    """Return the forms of a verb that is not listed, without those that belong to one that is."""
    if word in _words("not_verb_forms") | _words("not_plurals"):
        return set()
    return {
        form
        for base in _stems(word)
        if len(base) >= _SHORTEST_UNKNOWN_VERB and base[-1] != "s" and word in _verb_forms(base)
        for form in _verb_forms(base)
        if form[-1] != "s" and not _known_bases(form)
    } - _words("not_verb_forms")


@cache
def _verb_forms(base: str) -> frozenset[str]:
    regular = inflect(base)
    irregular = irregular_verbs().get(base, ())
    kept = (form for form, feature in regular if not irregular or feature in "zg")
    return frozenset((base, *kept, *irregular))


def _known_bases(word: str) -> set[str]:
    """Return the listed verbs that a word is a form of."""
    bases = {base for base in _stems(word) & verbs() if word in _verb_forms(base)}
    return bases | {base for base, pasts in irregular_verbs().items() if word in pasts}


def _stems(word: str) -> set[str]:
    """Return what a word may be a verb form of."""
    stems = {word}
    for ending in ("s", "es", "d", "ed", "ing"):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            stems |= {stem, f"{stem}e"}
            if stem[-1:] == stem[-2:-1]:
                stems.add(stem[:-1])
    for ending, replaced in (("ies", "y"), ("ied", "y"), ("ying", "ie")):
        if word.endswith(ending):
            stems.add(word.removesuffix(ending) + replaced)
    return stems


def _numbers(word: str) -> Iterator[str]:
    """Yield the plural of a word, and the singulars that it may be the plural of."""
    irregular = _pairs("plurals")
    for singular, plural in irregular:
        if word in (singular, plural):
            yield plural if word == singular else singular
    if not any(word == singular for singular, _ in irregular):
        plural, is_plural = _plural(word), word[-1] == "s" and not word.endswith(("ss", "us", "as"))
        if not is_plural and plural not in _words("not_plurals"):
            yield plural
    if word in _words("not_plurals") or word.endswith(("ss", "us", "is")):
        return
    for singular in (word[:-1], word.removesuffix("es"), word.removesuffix("ies") + "y"):
        if len(singular) >= _SHORTEST and _plural(singular) == word:
            yield singular


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in VOWELS:
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(_SIBILANTS) else f"{word}s"


# The British -ise and the American -ize. Shorter words are apart: size, prise.
_ISE = re.compile(r"(?<=[a-z]{3})i([sz])(e|ed|es|er|ers|ing|ation|ations|ational)$")


def _spellings(word: str) -> set[str]:
    """Return a word in British and in American spelling."""
    spellings = {word}
    for british, american in _pairs("spellings"):
        # The longer first: one spelling may begin with the other.
        shorter, longer = sorted((british, american), key=len)
        if word.startswith(longer):
            spellings.add(shorter + word.removeprefix(longer))
        elif word.startswith(shorter):
            spellings.add(longer + word.removeprefix(shorter))
    if match := _ISE.search(word):
        spellings.add(f"{word[: match.start()]}i{'z' if match[1] == 's' else 's'}{match[2]}")
    return spellings
