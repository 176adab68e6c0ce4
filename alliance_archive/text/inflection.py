"""English words in all their forms: of verbs, in number, and in British and American spelling."""

from __future__ import annotations

import os
import re
from functools import cache, lru_cache

VOWELS = "aeiou"
_SIBILANTS = ("s", "x", "z", "ch", "sh")


def _lines(name: str) -> list[str]:
    # Not by pathlib, whose import takes longer than reading the list.
    path = os.path.join(os.path.dirname(__file__), f"{name}.txt")
    with open(path, "rb") as file:
        return [line for line in file.read().decode().splitlines() if line and line[0] != "#"]


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(" ".join(_lines(name)).split())


@cache
def _pairs(name: str) -> list[list[str]]:
    return [line.split(" ", 1) for line in _lines(name)]


def verbs() -> frozenset[str]:
    """Return the base forms of the verbs that are known."""
    return _words("verbs")


@cache
def irregular_verbs() -> dict[str, list[str]]:
    """Return the past tense, the past participle and other forms of irregular verbs, by base."""
    rows = (line.split() for line in _lines("irregular_verbs"))
    return {base: others for base, *others in rows}


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
    elif base.endswith("ic"):
        pasts, gerunds = [base + "ked"], [base + "king"]
    elif _ends_in_one_consonant(base):
        doubled = base + base[-1]
        stems = [doubled] if sum(c in VOWELS for c in base) == 1 else [base, doubled]
        pasts, gerunds = [stem + "ed" for stem in stems], [stem + "ing" for stem in stems]
    forms = [(third, "z"), *((past, feature) for past in pasts for feature in "dn")]
    return forms + [(gerund, "g") for gerund in gerunds]


def _ends_in_one_consonant(base: str) -> bool:
    """Return whether a verb ends in a vowel and a consonant, which may be doubled."""
    if base.endswith(("ial", "iel", "ual", "uel")):  # fuel and dial, whose l the British double
        return True
    rest = base[:-2]
    ends_so = len(base) > 1 and base[-2] in VOWELS and base[-1] not in "aeiouwxy"
    return ends_so and (rest.endswith("qu") or not rest.endswith(tuple(VOWELS)))


@lru_cache(1024)  # a look-up asks several questions with the same words
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
    inflected = {form for spelling in spellings(word) for form in _inflected(spelling)}
    return frozenset(spelling for form in inflected for spelling in spellings(form))


_SHORTEST = 3


def _inflected(word: str) -> set[str]:
    bases = _known_bases(word)
    verb = set[str]().union(*map(_verb_forms, bases)) if bases else _unknown_verb(word)
    return {word} | _numbers(word) | verb


def _unknown_verb(word: str) -> set[str]:
    """Return the forms of a verb that is not listed, without those that belong to one that is."""
    if word in _words("not_verb_forms") | _words("not_plurals"):
        return set()
    return {
        form
        for base in _stems(word)
        if len(base) >= _SHORTEST and base[-1] not in "is" and word in _verb_forms(base)
        for form in _verb_forms(base)
        if not _known_bases(form)
    } - (_words("not_verb_forms") | _words("not_plurals"))


@cache
def _verb_forms(base: str) -> frozenset[str]:
    regular = inflect(base)
    irregular = irregular_verbs().get(base, ())
    kept = (form for form, feature in regular if not irregular or feature in "zg")
    return frozenset((base, *kept, *irregular))


def _known_bases(word: str) -> set[str]:
    """Return the listed verbs that a word is a form of."""
    candidates = (base for base in _stems(word) if base in verbs() or base in irregular_verbs())
    bases = {base for base in candidates if word in _verb_forms(base)}
    return bases | {base for base, pasts in irregular_verbs().items() if word in pasts}


def _stems(word: str) -> set[str]:
    """Return what a word may be a verb form of."""
    stems = {word}
    for ending in ("s", "es", "d", "ed", "ing"):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            stems |= {stem, f"{stem}e"}
            if stem[-1:] == stem[-2:-1] or stem.endswith("ick"):
                stems.add(stem[:-1])
    for ending, replaced in (("ies", "y"), ("ied", "y"), ("ying", "ie")):
        if word.endswith(ending):
            stems.add(word.removesuffix(ending) + replaced)
    return stems


def _numbers(word: str) -> set[str]:
    """Return the plurals of a word, and the singulars that it may be the plural of, with theirs."""
    singulars = _singulars(word)
    return singulars.union(*map(_plurals, {word, *singulars}))


def _singulars(word: str) -> set[str]:
    singulars = {singular for singular, plural in _pairs("plurals") if plural == word}
    if word.endswith("men") and len(word) > _LONG:
        singulars.add(f"{word[:-2]}an")
    if word not in _words("not_plurals") and not word.endswith(("ss", "us", "is")):
        stems = (word[:-1], word.removesuffix("es"), word.removesuffix("ies") + "y")
        singulars |= {stem for stem in stems if len(stem) >= _SHORTEST and word in _regular(stem)}
    return singulars


def _plurals(word: str) -> set[str]:
    plurals = {plural for singular, plural in _pairs("plurals") if singular == word}
    if word.endswith("man") and len(word) > _LONG:
        plurals.add(f"{word[:-2]}en")
    looks_plural = word[-1] == "s" and not word.endswith(("ss", "us", "as"))
    return plurals if looks_plural else plurals.union(_regular(word) - _words("not_plurals"))


_LONG = 6  # spokesman, but not Carmen and Carman


def _regular(word: str) -> set[str]:
    """Return the regular plurals of a word; none in -is, which is a name's ending: Mattis."""
    if word.endswith("y") and word[-2:-1] not in VOWELS:
        return {f"{word[:-1]}ies"}
    if word.endswith(("i", "is")):
        return set()
    if word.endswith("o") and word[-2:-1] not in VOWELS:
        return {f"{word}s", f"{word}es"}
    return {f"{word}es" if word.endswith(_SIBILANTS) else f"{word}s"}


# The British -ise and the American -ize. Shorter words are apart: size, prise.
_ISE = r"(?<=[a-z]{3})i([sz])(e|ed|es|er|ers|ing|ation|ations|ational)$"


@cache
def _beginnings() -> tuple[str, ...]:
    return tuple(spelling for pair in _pairs("spellings") for spelling in pair)


def spellings(word: str) -> set[str]:
    """Return a word in British and in American spelling."""
    variants = {word}
    begins_so = word.startswith(_beginnings())  # few words do, and this is quick
    for british, american in _pairs("spellings") if begins_so else ():
        # The longer first: one spelling may begin with the other.
        shorter, longer = sorted((british, american), key=len)
        if word.startswith(longer):
            variants.add(shorter + word.removeprefix(longer))
        elif word.startswith(shorter):
            variants.add(longer + word.removeprefix(shorter))
    # Compiled only if it may match.
    if ("is" in word or "iz" in word) and (match := re.search(_ISE, word)):
        variants.add(f"{word[: match.start()]}i{'z' if match[1] == 's' else 's'}{match[2]}")
    return variants
